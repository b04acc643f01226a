#include "samples/maker/sentences.h"

#include <array>
#include <chrono>
#include <fmt/format.h>

#include "samples/maker/grammar.h"
#include "samples/maker/names.h"
#include "samples/maker/sentence_rules.h"

namespace sohoa::maker {

struct Sentences::Words {
    Grammar grammar;
};

namespace {

std::string percentage(Random& random) {
    if (random.chance(0.12)) return fmt::format("{}%", random.between(5, 100));
    return fmt::format("{},{}%", random.between(1, 99),
                       random.chance(0.5) ? random.between(1, 9) : random.between(11, 99));
}

std::string number_of_papers(Random& random, int year) {
    return fmt::format("{}/{}/{}", random.between(10, 4999), year,
                       random.pick({"QĐ-UBND", "KH-UBND", "QĐ-TTg", "NQ-HĐND"}));
}

std::string phone(Random& random) {
    return fmt::format("0{}.{}.{:03}", random.between(204, 299), random.between(3200, 3999), random.between(0, 999));
}

std::string file_code(Random& random) {
    return fmt::format("{:03}.{:02}.{}.H{:02}-{:02}{:02}{:02}-{:04}", random.between(0, 29), random.between(1, 40),
                       random.between(10, 99), random.between(1, 62), random.between(22, 26), random.between(1, 12),
                       random.between(1, 28), random.between(1, 1999));
}

std::string span_of_days(Random& random, std::string_view to) {
    const Date first = any_date(random, 2019, 2026);
    return in_words(first) + std::string(to) + in_words(later(first, random.between(3, 400)));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> numbered_types{{{"Quyết định", "QĐ-UBND"},
                                                                                       {"Kế hoạch", "KH-UBND"},
                                                                                       {"Tờ trình", "TTr-UBND"},
                                                                                       {"Báo cáo", "BC-UBND"},
                                                                                       {"Nghị quyết", "NQ-HĐND"},
                                                                                       {"Thông báo", "TB-UBND"},
                                                                                       {"Công văn", "UBND-TH"}}};

void add_makers(Grammar& grammar) {
    grammar.add_maker("ngày", [](Random& r) { return in_words(any_date(r, 2019, 2026)); });
    grammar.add_maker("ngày_số", [](Random& r) { return in_digits(any_date(r, 2014, 2026)); });
    grammar.add_maker("năm", [](Random& r) { return std::to_string(r.between(2018, 2027)); });
    grammar.add_maker(
        "giờ", [](Random& r) { return fmt::format("{:02} giờ {:02} phút", r.between(7, 17), r.between(0, 11) * 5); });
    grammar.add_maker("giai_đoạn", [](Random& r) {
        const int first = r.between(2015, 2026);
        return fmt::format("{} - {}", first, first + r.between(2, 10));
    });
    grammar.add_maker("phần_trăm", percentage);
    grammar.add_maker("số",
                      [](Random& r) { return grouped(r.chance(0.6) ? r.between(11, 999) : r.between(1000, 48999)); });
    grammar.add_maker("số_nhỏ", [](Random& r) { return fmt::format("{:02}", r.between(1, 40)); });
    grammar.add_maker("tiền", [](Random& r) {
        return grouped(static_cast<long long>(r.between(12, 99999)) * r.pick({1000, 50000, 250000, 1000000}));
    });
    grammar.add_maker("số_văn_bản", [](Random& r) {
        return fmt::format("{}/{}", r.between(11, 3999),
                           r.pick({"QĐ-UBND", "KH-UBND", "TTr-UBND", "BC-UBND", "NQ-HĐND", "TB-UBND"}));
    });
    grammar.add_maker("ngày_đến_ngày", [](Random& r) { return span_of_days(r, " đến "); });
    grammar.add_maker("ngày_đến_hết_ngày", [](Random& r) { return span_of_days(r, " đến hết "); });
    grammar.add_maker("phân_số", [](Random& r) {
        const int whole = r.between(20, 4800);
        return fmt::format("{}/{}", grouped(r.between(whole / 2, whole)), grouped(whole));
    });
    grammar.add_maker("văn_bản_có_số", [](Random& r) {
        const auto [type, mark] = r.pick(numbered_types);
        return fmt::format("{} số {}/{}", type, r.between(11, 3999), mark);
    });
    grammar.add_maker("số_nghị_định",
                      [](Random& r) { return fmt::format("{}/{}/NĐ-CP", r.between(10, 190), r.between(2013, 2020)); });
    grammar.add_maker("số_văn_bản_qđ", [](Random& r) {
        return r.chance(0.5) ? fmt::format("{}/QĐ-TTg", r.between(11, 1999))
                             : number_of_papers(r, r.between(2014, 2026));
    });
    grammar.add_maker("xã", [](Random& r) { return titled(any_commune(r)); });
    grammar.add_maker("tỉnh", [](Random& r) { return titled(any_province(r)); });
    grammar.add_maker("thôn", [](Random& r) { return hamlet(r); });
    grammar.add_maker("nơi_riêng", [](Random& r) { return commune_name(r); });
    grammar.add_maker("tên_nam", [](Random& r) { return person_name(r, Sex::male); });
    grammar.add_maker("tên_nữ", [](Random& r) { return person_name(r, Sex::female); });
    grammar.add_maker("điện_thoại", phone);
    grammar.add_maker("mã_hồ_sơ", file_code);
}

/// Empty alternatives leave blanks behind: " ." and "  " are mended.
std::string mended(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if ((c == '.' || c == ',' || c == ';' || c == ' ') && !result.empty() && result.back() == ' ') {
            if (c == ' ') continue;
            result.pop_back();
        }
        result += c;
    }
    return result;
}

}  // namespace

Sentences::Sentences(Random random) : words_(std::make_unique<Words>()), random_(random) {
    for (const auto rules : {sentence_rules(), word_rules(), paper_rules()}) words_->grammar.add_rules(rules);
    add_makers(words_->grammar);
}

Sentences::~Sentences() = default;

std::string Sentences::say(std::string_view rule) {
    return mended(words_->grammar.say(rule, random_));
}

std::string Sentences::fill(std::string_view pattern) {
    return mended(words_->grammar.fill(pattern, random_));
}

std::string Sentences::once(std::string_view rule) {
    std::string text = say(rule);
    for (int tries = 0; tries < 20 && !said_.insert(text).second; ++tries) text = say(rule);
    return text;
}

std::string Sentences::paragraph(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += (i == 0 ? "" : " ") + sentence();
    return text;
}

Date any_date(Random& random, int first_year, int last_year) {
    return later({first_year, 1, 1}, random.between(0, (last_year - first_year + 1) * 365 - 1));
}

Date later(const Date& date, int days) {
    using namespace std::chrono;
    const sys_days day = sys_days(year(date.year) / date.month / date.day) + std::chrono::days(days);
    const year_month_day ymd(day);
    return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

std::string in_words(const Date& date) {
    return fmt::format("ngày {:02} tháng {} năm {}", date.day,
                       date.month <= 2 ? fmt::format("{:02}", date.month) : std::to_string(date.month), date.year);
}

std::string in_digits(const Date& date, bool padded) {
    if (padded) return fmt::format("{:02}/{:02}/{}", date.day, date.month, date.year);
    return fmt::format("{:02}/{}/{}", date.day,
                       date.month <= 2 ? fmt::format("{:02}", date.month) : std::to_string(date.month), date.year);
}

std::string grouped(long long number) {
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ".");
    return digits;
}

}  // namespace sohoa::maker
