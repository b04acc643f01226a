#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/date.h"
#include "samples/maker/random.h"

namespace sohoa::maker {

/// Administrative Vietnamese that does not repeat itself: what `say` gave once for a rule that makes sentences, this
/// object does not give again.
class Sentences {
public:
    explicit Sentences(Random random);
    ~Sentences();
    Sentences(const Sentences&) = delete;
    Sentences& operator=(const Sentences&) = delete;

    /// One whole sentence with its full stop.
    std::string sentence() { return once("câu"); }
    /// Several sentences.
    std::string paragraph(int sentences);
    /// What a rule of sentence_rules.h gives, new each time as far as the rule can (twenty tries).
    std::string once(std::string_view rule);
    /// What a rule gives, repeats allowed: units, titles, places.
    std::string say(std::string_view rule);
    /// A text with `{rule}` in it.
    std::string fill(std::string_view pattern);

private:
    struct Words;
    std::unique_ptr<Words> words_;
    Random random_;
    std::unordered_set<std::string> said_;
};

/// Any day of the years given.
Date any_date(Random& random, int first_year, int last_year);
/// `days` later (or earlier, when negative).
Date later(const Date& date, int days);

/// "ngày 05 tháng 3 năm 2024": days below 10 and months 1 and 2 with a leading 0 (NĐ 30/2020, annex I).
std::string in_words(const Date& date);
/// "05/3/2024" with the same leading zeros; `padded` writes both with two digits: "05/03/2024".
std::string in_digits(const Date& date, bool padded = false);

/// "1.234.567".
std::string grouped(long long number);

}  // namespace sohoa::maker
