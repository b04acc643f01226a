#include "pipeline/dossier/value_reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/amount_text.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/closed_words.h"
#include "pipeline/dossier/date_text.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

using Fields = std::vector<Field>;

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_leader(char32_t c) {
    return c == U'.' || c == U'…' || c == U'_' || c == U' ' || c == U':' || c == U'-' || c == U';' || c == U',' ||
           c == U'*' || c == U'|';
}

/// The words of a value without leaders and the marks of footnotes around them: "….(2) Nguyễn Văn A ….".
Span trimmed(const Passage& value) {
    const std::u32string& text = value.text();
    Span span{0, text.size()};
    bool again = true;
    while (again) {
        again = false;
        while (span.begin < span.end && is_leader(text[span.begin])) ++span.begin;
        if (span.begin + 2 < span.end && text[span.begin] == U'(') {
            const auto close = text.find(U')', span.begin);
            if (close != std::u32string::npos && close - span.begin <= 3 && is_digit(text[span.begin + 1])) {
                span.begin = close + 1;
                again = true;
            }
        }
    }
    while (span.end > span.begin && is_leader(text[span.end - 1])) --span.end;
    return span;
}

Fields one(Field field) {
    Fields fields;
    fields.push_back(std::move(field));
    return fields;
}

/// Leaders between the lines of a value: "phường Xuân Quý .. Trung".
std::u32string without_leaders(const std::u32string& text) {
    std::u32string kept;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const bool dots =
            text[k] == U'.' && ((k + 1 < text.size() && text[k + 1] == U'.') || (k > 0 && text[k - 1] == U'.'));
        kept.push_back(dots || text[k] == U'…' ? U' ' : text[k]);
    }
    return kept;
}

Fields text_value(const Passage& value, const std::string& name, std::size_t most_words) {
    const Span span = trimmed(value);
    const std::u32string plain = without_leaders(to_utf32(value.part(span.begin, span.end)));
    const std::string text = normal_text(to_utf8(with_square_metres(plain)));
    const std::u32string points = to_utf32(text);
    // One letter is what is left of handwriting.
    if (std::count_if(points.begin(), points.end(), is_word_character) < 2 || words_of(text).size() > most_words)
        return {};
    return one(value.field(span.begin, span.end, name, text, 0.93));
}

/// "-/-" or "Không có" says that there is nothing; a name has two words and letters only.
Fields name_value(const Passage& value, const std::string& name) {
    Span span = trimmed(value);
    const std::u32string& text = value.text();
    // "Ông/bà: Nguyễn Văn A, sinh năm 1990": what follows the name belongs elsewhere.
    for (std::size_t k = span.begin; k < span.end; ++k) {
        if (text[k] == U',' || text[k] == U';' || text[k] == U'(' || text[k] == U':' || is_digit(text[k])) span.end = k;
    }
    for (const std::u32string_view form_of_address :
         {U"ong/ba", U"ong (ba)", U"ho ong", U"ho ba", U"ong", U"ba", U":"}) {
        const std::u32string_view rest = std::u32string_view(value.bare()).substr(span.begin, span.end - span.begin);
        if (rest.substr(0, form_of_address.size()) != form_of_address) continue;
        if (rest.size() > form_of_address.size() && is_word_character(rest[form_of_address.size()])) continue;
        // "Bà" and "Ông" are surnames too: they are taken for a form of address only before two more words that begin
        // with a surname, or before three.
        const auto blanks = std::count(rest.begin(), rest.end(), U' ');
        const std::size_t after = span.begin + form_of_address.size();
        const bool addressed = after < span.end && text[after] != U' ';
        if (blanks < 2 || (blanks == 2 && !addressed && !begins_with_surname(value.part(after, span.end)))) continue;
        span.begin += form_of_address.size();
        while (span.begin < span.end && !is_word_character(text[span.begin])) ++span.begin;
    }
    const std::string read = normal_name(value.part(span.begin, span.end));
    const std::string person = with_known_surname(read);
    const auto words = words_of(person);
    if (words.size() < 2 || words.size() > 7 || to_utf32(person).size() < 4) return {};
    return one(value.field(span.begin, span.end, name, person, person == read ? 0.95 : 0.85));
}

/// "10 [ 07 /2018": day, month and year whose strokes were misread.
std::optional<DateInText> date_in_three_groups(const std::u32string& text) {
    struct Group {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::vector<Group> groups;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (!is_digit(text[k])) continue;
        Group group{k, k};
        while (group.end < text.size() && is_digit(text[group.end])) ++group.end;
        groups.push_back(group);
        k = group.end;
    }
    const auto number = [&](const Group& group) {
        int value = 0;
        for (std::size_t k = group.begin; k < group.end; ++k) value = value * 10 + static_cast<int>(text[k] - U'0');
        return value;
    };
    constexpr std::size_t widest_gap = 4;
    for (std::size_t k = 0; k + 2 < groups.size(); ++k) {
        const auto length = [&](std::size_t at) { return groups[at].end - groups[at].begin; };
        if (length(k) != 2 || length(k + 1) != 2 || length(k + 2) != 4) continue;
        if (groups[k + 1].begin - groups[k].end > widest_gap || groups[k + 2].begin - groups[k + 1].end > widest_gap)
            continue;
        const Date date{number(groups[k + 2]), number(groups[k + 1]), number(groups[k])};
        if (is_valid(date)) return DateInText{date, groups[k].begin, groups[k + 2].end, false};
    }
    return std::nullopt;
}

Fields date_value(const Passage& value, const std::string& name) {
    auto date = find_date(value.bare());
    if (!date || date->date.day == 0) {
        if (auto groups = date_in_three_groups(value.text())) date = groups;
    }
    if (!date) return {};
    return one(value.field(date->begin, date->end, name, iso(date->date), date->exact ? 0.96 : 0.85));
}

std::optional<int> number_before(std::u32string_view text, std::u32string_view word) {
    const auto at = text.find(word);
    if (at == std::u32string_view::npos) return std::nullopt;
    std::size_t end = at;
    while (end > 0 && text[end - 1] == U' ') --end;
    std::size_t begin = end;
    while (begin > 0 && is_digit(text[begin - 1]) && end - begin < 2) --begin;
    if (begin == end) return std::nullopt;
    int number = 0;
    for (std::size_t k = begin; k < end; ++k) number = number * 10 + static_cast<int>(text[k] - U'0');
    return number;
}

/// "08 giờ 30 phút, ngày 05 tháng 3 năm 2024" or "14:05 05/03/2024".
Fields time_value(const Passage& value, const std::string& name) {
    const auto date = find_date(value.bare());
    if (!date) return {};
    std::string normalized = iso(date->date);
    const auto hour = number_before(value.bare(), U"gio");
    const int minute = number_before(value.bare(), U"phut").value_or(0);
    std::optional<int> clock_hour = hour;
    int clock_minute = minute;
    const std::u32string& text = value.bare();
    for (std::size_t k = 1; !hour && k + 2 < text.size(); ++k) {
        if ((text[k] != U':' && text[k] != U'h') || !is_digit(text[k - 1]) || !is_digit(text[k + 1]) ||
            !is_digit(text[k + 2]))
            continue;
        clock_hour = static_cast<int>(text[k - 1] - U'0') +
                     (k > 1 && is_digit(text[k - 2]) ? 10 * static_cast<int>(text[k - 2] - U'0') : 0);
        clock_minute = static_cast<int>(text[k + 1] - U'0') * 10 + static_cast<int>(text[k + 2] - U'0');
        break;
    }
    if (date->date.day != 0 && clock_hour && *clock_hour < 24 && clock_minute < 60) {
        normalized = fmt::format("{}T{:02}:{:02}:00+07:00", normalized, *clock_hour, clock_minute);
    }
    return one(value.field(0, value.text().size(), name, normalized, 0.85));
}

Fields sex_value(const Passage& value, const std::string& name) {
    std::optional<Field> found;
    for (const auto& [word, sex] : {std::pair{U"nam", "Nam"}, std::pair{U"nu", "Nữ"}}) {
        const auto at = find_phrase(value.bare(), word, 0.3);
        if (!at) continue;
        // Both printed: a choice that was not read.
        if (found) return {};
        found = value.field(at->begin, at->end, name, sex, 0.96);
    }
    return found ? one(std::move(*found)) : Fields{};
}

struct Digits {
    std::string digits;
    Span span;
};

/// The first run of 9 or 12 digits; blanks and dots inside it do not count.
std::optional<Digits> identity_number(const std::u32string& text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        Digits run{{}, {at, at}};
        std::size_t k = at;
        while (k < text.size() && (is_digit(text[k]) || ((text[k] == U' ' || text[k] == U'.') && k + 1 < text.size() &&
                                                         is_digit(text[k + 1])))) {
            if (is_digit(text[k])) {
                run.digits.push_back(static_cast<char>(text[k]));
                run.span.end = k + 1;
            }
            ++k;
        }
        if (run.digits.size() == 9 || run.digits.size() == 12) return run;
        at = k + 1;
    }
    return std::nullopt;
}

/// One letter and seven digits.
std::optional<Span> passport_number(const std::u32string& text) {
    for (std::size_t k = 0; k + 8 <= text.size(); ++k) {
        const bool starts = k == 0 || !is_word_character(text[k - 1]);
        if (!starts || text[k] < U'A' || text[k] > U'Z') continue;
        if (std::all_of(text.begin() + static_cast<std::ptrdiff_t>(k) + 1,
                        text.begin() + static_cast<std::ptrdiff_t>(k) + 8, is_digit) &&
            (k + 8 == text.size() || !is_word_character(text[k + 8]))) {
            return Span{k, k + 8};
        }
    }
    return std::nullopt;
}

Fields id_value(const Passage& value, const std::string& name) {
    if (const auto number = identity_number(value.text())) {
        return one(value.field(number->span.begin, number->span.end, name, number->digits, 0.96));
    }
    const auto passport = passport_number(value.text());
    if (!passport) return {};
    return one(value.field(passport->begin, passport->end, name, value.part(passport->begin, passport->end), 0.9));
}

/// "Căn cước công dân số 001200000001, do Cục … cấp ngày 05/03/2021".
Fields paper_value(const Passage& value, const std::string& name) {
    const std::string group = name.substr(0, name.rfind('.') + 1);
    Fields fields = id_value(value, group + "id_number");
    if (fields.empty()) return {};
    const std::u32string& text = value.bare();
    const auto number = identity_number(value.text());
    const auto passport = passport_number(value.text());
    const Span at = number ? number->span : *passport;
    std::size_t kind_end = at.begin;
    if (const auto so = text.rfind(U"so", at.begin); so != std::u32string::npos && so + 5 >= at.begin) kind_end = so;
    const Span all = trimmed(value);
    const std::string kind = normal_text(value.part(all.begin, kind_end));
    if (kind_end > all.begin && !kind.empty())
        fields.push_back(value.field(all.begin, kind_end, group + "id_kind", kind, 0.9));
    const auto date = find_date(text, at.end);
    if (date)
        fields.push_back(
            value.field(date->begin, date->end, group + "id_issue_date", iso(date->date), date->exact ? 0.95 : 0.85));
    // "do … cấp", "nơi cấp: …", or what follows the date.
    const auto by = find_phrase(std::u32string_view(text).substr(at.end), U"do", 0);
    const auto place = find_phrase(std::u32string_view(text).substr(at.end), U"noi cap", 1);
    Span issuer;
    if (place) {
        issuer = {at.end + place->end, text.size()};
        if (date && date->begin > issuer.begin) issuer.end = date->begin;
    } else if (by) {
        issuer = {at.end + by->end, text.size()};
        if (const auto given = text.find(U"cap", issuer.begin); given != std::u32string::npos) issuer.end = given;
    } else if (date) {
        issuer = {date->end, text.size()};
    }
    while (issuer.begin < issuer.end && !is_word_character(text[issuer.begin])) ++issuer.begin;
    for (const std::u32string_view before : {U"tai ", U"cap "}) {
        if (std::u32string_view(text).substr(issuer.begin, before.size()) == before) issuer.begin += before.size();
    }
    for (const std::u32string_view after : {U"cap ngay", U"ngay cap", U"ngay"}) {
        if (const auto cut_at = text.find(after, issuer.begin); cut_at != std::u32string::npos && cut_at < issuer.end)
            issuer.end = cut_at;
    }
    const std::string issuer_text = normal_text(value.part(issuer.begin, issuer.end));
    if (issuer.end > issuer.begin + 4 && !issuer_text.empty())
        fields.push_back(value.field(issuer.begin, issuer.end, group + "id_issuer", issuer_text, 0.88));
    return fields;
}

/// Letters and digits up to a blank that no separator follows: "CH 00324", "AA 06654954", "01/2024-SCT/BS".
Fields code_value(const Passage& value, const std::string& name) {
    const Span span = trimmed(value);
    const std::u32string& text = value.text();
    std::size_t end = span.begin;
    bool digits = false;
    while (end < span.end) {
        const char32_t c = text[end];
        if (c == U' ') {
            const char32_t next = end + 1 < span.end ? text[end + 1] : U'\0';
            const char32_t before = text[end - 1];
            const bool joint =
                next == U'/' || next == U'-' || before == U'/' || before == U'-' || (is_digit(next) && !digits);
            if (!joint) break;
        } else if (c == U',' || c == U';' || c == U'(') {
            break;
        }
        digits = digits || is_digit(c);
        ++end;
    }
    while (end > span.begin && is_leader(text[end - 1])) --end;
    if (!digits) return {};
    std::string code = value.part(span.begin, end);
    for (const std::string joint : {"/", "-"}) {
        for (const std::string& loose : {" " + joint, joint + " "}) {
            for (auto at = code.find(loose); at != std::string::npos; at = code.find(loose))
                code.replace(at, loose.size(), joint);
        }
    }
    return one(value.field(span.begin, end, name, code, 0.93));
}

Fields amount_value(const Passage& value, const std::string& name) {
    const auto amount = find_amount(value.text());
    if (!amount) return {};
    return one(value.field(amount->begin, amount->end, name, amount->text, 0.92));
}

/// A ticked "Có" or "Không"; both printed without a tick say nothing.
Fields check_value(const Passage& value, const std::string& name) {
    const bool yes = find_phrase(value.bare(), U"co", 0).has_value();
    const bool no = find_phrase(value.bare(), U"khong", 0).has_value();
    if (yes == no) return {};
    return one(value.field(0, value.text().size(), name, yes ? "true" : "false", 0.7));
}

/// "247/2021 ngày 23/11/2021": the number, and the date beside it.
Fields registration_value(const Passage& value, const std::string& name) {
    Fields fields = code_value(value, name);
    if (fields.empty()) return fields;
    const auto date =
        find_date(value.bare(), value.bare().find(U"ngay") == std::u32string::npos ? 0 : value.bare().find(U"ngay"));
    if (!date || date->date.day == 0) return fields;
    const std::string group = name.substr(0, name.rfind('.') + 1);
    fields.push_back(value.field(date->begin, date->end, group + "date", iso(date->date), date->exact ? 0.95 : 0.85));
    return fields;
}

/// "từ ngày 01/02/2010 đến ngày 05/03/2024": name + ".from" and ".to".
Fields period_value(const Passage& value, const std::string& name) {
    Fields fields;
    std::size_t at = 0;
    for (const char* end : {".from", ".to"}) {
        const auto date = find_date(value.bare(), at);
        if (!date) break;
        fields.push_back(value.field(date->begin, date->end, name + end, iso(date->date), date->exact ? 0.9 : 0.8));
        at = date->end;
    }
    return fields;
}

}  // namespace

std::vector<Field> read_value(const Passage& value, ValueType type, const std::string& name) {
    switch (type) {
        case ValueType::text:
            return text_value(value, name, 80);
        case ValueType::short_:
            return text_value(value, name, 8);
        case ValueType::name:
            return name_value(value, name);
        case ValueType::date:
            return date_value(value, name);
        case ValueType::time:
            return time_value(value, name);
        case ValueType::sex:
            return sex_value(value, name);
        case ValueType::id:
            return id_value(value, name);
        case ValueType::paper:
            return paper_value(value, name);
        case ValueType::code:
            return code_value(value, name);
        case ValueType::area:
        case ValueType::amount:
        case ValueType::count:
        case ValueType::money:
            return amount_value(value, name);
        case ValueType::check:
            return check_value(value, name);
        case ValueType::period:
            return period_value(value, name);
        case ValueType::registration:
            return registration_value(value, name);
    }
    return {};
}

std::optional<ocr::Grammar> grammar_of(ValueType type) {
    switch (type) {
        case ValueType::id:
        case ValueType::count:
            return ocr::Grammar::digits;
        case ValueType::date:
            return ocr::Grammar::date;
        case ValueType::code:
            return ocr::Grammar::code;
        default:
            return std::nullopt;
    }
}

bool runs_over_lines(ValueType type) {
    return type == ValueType::text || type == ValueType::paper || type == ValueType::time || type == ValueType::period;
}

}  // namespace sohoa::dossier
