#include "base/problem.h"

namespace sohoa {

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

Problem Problem::in_file(std::string name) && {
    file = std::move(name);
    return std::move(*this);
}

Problem Problem::on_page(int number) && {
    page = number;
    return std::move(*this);
}

Problem Problem::as(Severity level) && {
    severity = level;
    return std::move(*this);
}

Problem problem(std::string_view code, Bilingual message, Bilingual remedy) {
    return Problem{.code = std::string(code), .message = std::move(message), .remedy = std::move(remedy)};
}

bool is_worse(const Problem& a, const Problem& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    return a.code == code::content_lost && b.code != code::content_lost;
}

std::string describe(const Problem& problem, Language language) {
    std::string line;
    if (!problem.file.empty()) line += problem.file;
    if (problem.page > 0) {
        if (!line.empty()) line += ", ";
        line += (language == Language::english ? "page " : "trang ") + std::to_string(problem.page);
    }
    if (!line.empty()) line += ": ";
    line += in(language, problem.message);
    if (!problem.remedy.empty()) line += " → " + in(language, problem.remedy);
    return line;
}

}  // namespace sohoa
