#include "pipeline/dossier/identity/one_stop_qr.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/card_qr_field.h"
#include "pipeline/dossier/identity/dossier_code.h"
#include "pipeline/dossier/identity/one_stop_fields.h"
#include "pipeline/dossier/identity/percent_encoding.h"
#include "pipeline/dossier/identity/procedure_code.h"
#include "pipeline/dossier/identity/time_text.h"

namespace sohoa::dossier {

namespace {

using PayloadJson = nlohmann::ordered_json;

constexpr std::size_t longest_written = 1000;  ///< bytes; about 105 modules a side with error correction M
constexpr std::size_t longest_read = 4000;     ///< bytes; a QR code holds at most 2953

/// In the order of Đ.26.
constexpr std::array<std::string_view, 9> ordered_fields{"dossier_code", "procedure_code", "owner_id",
                                                         "paper_name",   "system_name",    "published_at",
                                                         "due_at",       "valid_until",    "scope"};

std::string normal_dossier_code(const std::string& text) {
    const auto code = read_dossier_code(text);
    return code ? code->normal : single_spaced(text);
}

std::string normal_procedure_code(const std::string& text) {
    const auto code = read_procedure_code(text);
    return code ? code->normal : single_spaced(text);
}

std::string normal_time_or_text(const std::string& text) {
    const auto time = normal_time(text);
    return time ? *time : single_spaced(text);
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '%') {
            result += "%25";
        } else if (c == '|') {
            result += "%7C";
        } else {
            result.push_back(c);
        }
    }
    return result;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const std::string_view three = text.substr(k, 3);
        if (three == "%25" || three == "%7C") {
            result.push_back(three == "%25" ? '%' : '|');
            k += 2;
        } else {
            result.push_back(text[k]);
        }
    }
    return result;
}

bool empty_or(bool (*form)(std::string_view), const std::string& text) {
    return text.empty() || form(text);
}

bool is_procedure(std::string_view text) {
    return read_procedure_code(text).has_value();
}

bool is_time(std::string_view text) {
    return normal_time(text).has_value();
}

/// The forms of what has one; a validity may be a text.
bool has_its_forms(const OneStopPaper& paper) {
    return read_dossier_code(paper.dossier_code).has_value() && empty_or(is_procedure, paper.procedure_code) &&
           empty_or(is_owner_id, paper.owner_id) && empty_or(is_time, paper.published_at) &&
           empty_or(is_time, paper.due_at);
}

/// nullopt where a field is not of its place's form.
std::optional<OneStopQr> bars_in_order(const std::vector<std::string>& fields) {
    OneStopQr code;
    // Eight fields are a result's, which has no day of return.
    const bool result_only = fields.size() == 8;
    for (std::size_t k = 0; k < fields.size(); ++k) {
        const std::size_t place = result_only && k >= 6 ? k + 1 : k;
        if (place < ordered_fields.size()) {
            *field_of(code.paper, ordered_fields[place]) = fields[k];
        } else if (!fields[k].empty()) {
            code.others.push_back(fields[k]);
        }
    }
    return fields.size() >= 6 && has_its_forms(code.paper) ? std::optional(code) : std::nullopt;
}

/// The first text names the paper, the second the system; the first time is that of publishing, the second the day of
/// return.
OneStopQr bars_by_form(const std::vector<std::string>& fields) {
    OneStopQr code;
    code.in_order = false;
    code.paper.dossier_code = fields.front();
    for (std::size_t k = 1; k < fields.size(); ++k) {
        const std::string& text = fields[k];
        if (text.empty()) continue;
        const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        std::string* place = nullptr;
        if (read_procedure_code(text)) {
            place = &code.paper.procedure_code;
        } else if (digits && text.size() >= 9 && text.size() <= 13) {
            place = &code.paper.owner_id;
        } else if (normal_time(text)) {
            place = code.paper.published_at.empty() ? &code.paper.published_at : &code.paper.due_at;
        } else if (words_of(text).size() >= 2) {
            place = code.paper.paper_name.empty() ? &code.paper.paper_name : &code.paper.system_name;
        }
        if (place != nullptr && place->empty()) {
            *place = text;
        } else {
            code.others.push_back(text);
        }
    }
    return code;
}

std::optional<OneStopQr> one_stop_from_bars(std::string_view text) {
    std::vector<std::string> fields;
    for (const CardText& field : card_texts(text)) fields.push_back(single_spaced(unescaped(field.text)));
    if (fields.size() < 3 || !read_dossier_code(fields.front())) return std::nullopt;
    auto code = bars_in_order(fields);
    if (!code) code = bars_by_form(fields);
    return code;
}

std::optional<OneStopQr> one_stop_from_json(std::string_view text) {
    const PayloadJson json = PayloadJson::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& [name, value] : json.items()) {
        if (value.is_null()) continue;
        pairs.emplace_back(name, value.is_string() ? value.get<std::string>()
                                                   : value.dump(-1, ' ', false, PayloadJson::error_handler_t::replace));
    }
    auto code = one_stop_from_pairs(pairs);
    if (code) code->layout = OneStopLayout::json;
    return code;
}

}  // namespace

OneStopPaper normalized(const OneStopPaper& paper) {
    return {.dossier_code = normal_dossier_code(paper.dossier_code),
            .procedure_code = normal_procedure_code(paper.procedure_code),
            .owner_id = single_spaced(paper.owner_id),
            .paper_name = single_spaced(paper.paper_name),
            .system_name = single_spaced(paper.system_name),
            .published_at = normal_time_or_text(paper.published_at),
            .due_at = normal_time_or_text(paper.due_at),
            .valid_until = normal_time_or_text(paper.valid_until),
            .scope = single_spaced(paper.scope)};
}

std::optional<std::string> write_one_stop_qr(const OneStopPaper& given) {
    OneStopPaper paper = normalized(given);
    if (!has_its_forms(paper)) return std::nullopt;
    const bool validity = !paper.valid_until.empty() || !paper.scope.empty();
    const std::size_t count = validity ? 9 : paper.due_at.empty() ? 6 : 7;
    std::string text;
    for (std::size_t k = 0; k < count; ++k) text += (k > 0 ? "|" : "") + escaped(*field_of(paper, ordered_fields[k]));
    return text.size() <= longest_written ? std::optional(text) : std::nullopt;
}

std::optional<OneStopQr> one_stop_from_pairs(const std::vector<std::pair<std::string, std::string>>& pairs) {
    OneStopQr code;
    code.layout = OneStopLayout::address;
    for (const auto& [name, value] : pairs) {
        std::string* place = aliased_field(code.paper, name);
        if (place != nullptr && place->empty()) {
            *place = value;
        } else {
            code.others.push_back(valid_utf8(name + "=" + value));
        }
    }
    if (!read_dossier_code(code.paper.dossier_code)) return std::nullopt;
    code.paper = normalized(code.paper);
    return code;
}

std::optional<OneStopQr> read_one_stop_qr(std::string_view text) {
    if (text.empty() || text.size() > longest_read) return std::nullopt;
    auto code = one_stop_from_bars(text);
    if (!code) code = one_stop_from_json(text);
    if (!code) code = one_stop_from_pairs(query_pairs(text));
    if (code) code->paper = normalized(code->paper);
    return code;
}

}  // namespace sohoa::dossier
