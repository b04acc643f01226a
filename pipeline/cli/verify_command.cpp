#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <sstream>
#include <sys/resource.h>

#include "base/masking.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/pdf/structure.h"
#include "pipeline/sign/report.h"
#include "pipeline/sign/verifier.h"

namespace sohoa::cli {

namespace {

struct VerifyWords {
    std::vector<std::string> files;
    std::vector<std::string> trusted;
};

void print(std::string_view mark, const std::string& text) {
    std::cout << "  " << mark << " " << text << "\n";
}

/// A few bytes of a hostile file unfold to gigabytes where libqpdf reads its tables: that must end in a message, not in
/// a machine without memory. A signed file is read whole, and its revisions are looked at side by side.
void bound_memory(const std::vector<std::string>& files) {
#ifndef __SANITIZE_ADDRESS__
    std::uintmax_t largest = 0;
    for (const auto& file : files) {
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        if (!error) largest = std::max(largest, size);
    }
    rlimit bound{};
    if (::getrlimit(RLIMIT_AS, &bound) != 0) return;
    bound.rlim_cur = std::min<rlim_t>(bound.rlim_max, (rlim_t{3} << 29) + 6 * largest);
    ::setrlimit(RLIMIT_AS, &bound);
#endif
}

bool is_error(const Problem& problem) {
    return problem.severity == Severity::error;
}

/// True when the file can be read and keeps its own promises.
bool print_structure(const pdf::Structure& structure, Language language) {
    print("✓", fmt::format("{} {}, {} {}", structure.pages, in(language, {"trang", "pages"}), structure.pages_with_text,
                           in(language, {"trang có lớp chữ tìm kiếm được", "with a searchable text layer"})));
    const bool broken = std::any_of(structure.findings.begin(), structure.findings.end(), is_error);
    if (structure.claimed_pdfa.empty()) {
        print("–", in(language, {"Không khai là PDF/A", "makes no PDF/A claim"}));
    } else if (broken) {
        print("✗", fmt::format("PDF/A-{}: {}", structure.claimed_pdfa,
                               in(language, {"khai như vậy nhưng không đúng", "claimed, but not kept"})));
    } else {
        print("✓", fmt::format("PDF/A-{}: {}", structure.claimed_pdfa,
                               in(language, {"không thấy lỗi cấu trúc", "no structural fault found"})));
    }
    for (const Problem& finding : structure.findings) {
        print(is_error(finding) ? "✗" : "!", masked(describe(finding, language)));
    }
    return !broken;
}

bool verify(const std::string& file, const sign::TrustStore& trust, Language language) {
    std::cout << file << "\n";
    bool sound = true;
    const auto structure = pdf::check_structure(file);
    if (structure) {
        sound = print_structure(*structure, language);
    } else {
        print("✗", masked(describe(structure.error(), language)));
        sound = false;
    }
    const auto signatures = sign::verify_signatures(file, trust);
    if (!signatures) {
        if (!structure) return false;  // the same reason again
        print("✗", masked(describe(signatures.error(), language)));
        return false;
    }
    std::istringstream lines(sign::in_plain_words(*signatures, language));
    for (std::string line; std::getline(lines, line);) std::cout << "  " << line << "\n";
    for (const auto& signature : *signatures) {
        sound =
            sound && signature.intact && std::none_of(signature.findings.begin(), signature.findings.end(), is_error);
    }
    std::cout << "  → "
              << (sound ? in(language, {"Không phát hiện sai lệch", "nothing wrong was found"})
                        : in(language,
                             {"CÓ VẤN ĐỀ, xem các dòng ✗ ở trên", "SOMETHING IS WRONG, see the lines marked ✗"}))
              << "\n";
    return sound;
}

}  // namespace

void add_verify(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<VerifyWords>();
    auto* command = app.add_subcommand("verify",
                                       "kiểm tra tính toàn vẹn, chữ ký số, lớp chữ và cấu trúc PDF/A (check integrity, "
                                       "signatures, text layer, PDF/A)\n\n"
                                       "  sohoa verify ket-qua/don.pdf --trust chung-thu-goc.pem\n"
                                       "  Không bao giờ tự kết nối mạng (never goes on-line).\n");
    command->add_option("FILE", words->files, "tệp PDF (PDF files)")->required()->type_name("");
    command
        ->add_option("--trust", words->trusted,
                     "chứng thư gốc tin cậy: tệp PEM/DER hoặc thư mục (trusted root certificates)")
        ->type_name("PATH");
    command->callback([words, &language, &action] {
        action = [words, &language] {
            int status = exit_done;
            bound_memory(words->files);
            for (const auto& file : words->files) {
                if (!verify(file, {words->trusted}, language)) status = exit_some_failed;
            }
            return status;
        };
    });
}

}  // namespace sohoa::cli
