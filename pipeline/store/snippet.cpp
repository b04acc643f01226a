#include "pipeline/store/snippet.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/vietnamese.h"

namespace sohoa::store {

namespace {

constexpr std::size_t words_before = 8;
constexpr std::size_t words_shown = 30;

/// A term found: words first … first + count.
struct Place {
    std::size_t term = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    int exact_words = 0;
};

bool agrees(const Word& asked, const Word& found, bool may_go_on) {
    return may_go_on ? found.plain.starts_with(asked.plain) : found.plain == asked.plain;
}

std::optional<Place> at(const std::vector<Word>& text, std::size_t from, const SearchWords& words, std::size_t term) {
    const auto& asked = words.terms[term].words;
    if (from + asked.size() > text.size()) return std::nullopt;
    Place place{term, from, asked.size(), 0};
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const bool last = term + 1 == words.terms.size() && k + 1 == asked.size();
        if (!agrees(asked[k], text[from + k], last && words.open_end)) return std::nullopt;
        if (asked[k].exact == text[from + k].exact) ++place.exact_words;
    }
    return place;
}

std::vector<Place> places_in(const std::vector<Word>& text, const SearchWords& words) {
    std::vector<Place> places;
    for (std::size_t from = 0; from < text.size(); ++from) {
        for (std::size_t term = 0; term < words.terms.size(); ++term) {
            if (auto place = at(text, from, words, term)) places.push_back(*place);
        }
    }
    return places;
}

/// Places from `begin` on that fit into one snippet.
Fit fit_from(const std::vector<Place>& places, std::size_t begin, const SearchWords& words) {
    Fit fit;
    std::set<std::size_t> terms;
    std::size_t run = 0;
    for (std::size_t k = begin; k < places.size(); ++k) {
        const Place& place = places[k];
        if (place.first + place.count > places[begin].first + words_shown - words_before) break;
        if (terms.insert(place.term).second) fit.exact_words += place.exact_words;
        const bool next_in_line =
            place.term == run && (k == begin || run == 0 || place.first == places[k - 1].first + places[k - 1].count);
        if (next_in_line) ++run;
    }
    fit.terms = static_cast<int>(terms.size());
    fit.whole = run == words.terms.size();
    return fit;
}

/// One line: white space of any kind is one blank. `hits` are bytes of the text given.
Snippet on_one_line(std::string_view text, std::size_t begin, std::size_t end,
                    const std::vector<std::pair<std::size_t, std::size_t>>& hits) {
    Snippet snippet;
    if (begin > 0) snippet.text = "… ";
    std::size_t at = begin;
    char32_t before = 0;
    std::size_t repeated = 0;
    const auto copy_to = [&](std::size_t stop) {
        for (const char32_t c : to_utf32(text.substr(at, stop - at))) {
            const bool blank = is_blank(c) || c < 0x20 || c == 0x7F;
            // Dot leaders and rules would fill the line.
            repeated = c == before ? repeated + 1 : 0;
            before = c;
            if (repeated > 2 && !is_word_character(c)) continue;
            if (!blank) {
                snippet.text += to_utf8({&c, 1});
            } else if (!snippet.text.empty() && snippet.text.back() != ' ') {
                snippet.text += ' ';
            }
        }
        at = stop;
    };
    for (const auto& [first, last] : hits) {
        if (first < at) continue;
        copy_to(first);
        const std::size_t opened = snippet.text.size();
        copy_to(last);
        snippet.hits.emplace_back(opened, snippet.text.size());
    }
    copy_to(end);
    if (end < text.size()) snippet.text += " …";
    return snippet;
}

}  // namespace

Snippet snippet_of(std::string_view text, const SearchWords& words, Fit& fit) {
    fit = {};
    const SearchText page = search_text(text);
    const std::vector<Place> places = places_in(page.words, words);
    if (places.empty()) return {};
    std::size_t best = 0;
    for (std::size_t k = 0; k < places.size(); ++k) {
        const Fit here = fit_from(places, k, words);
        if (k == 0 || here > fit) {
            fit = here;
            best = k;
        }
    }
    const std::size_t first = places[best].first > words_before ? places[best].first - words_before : 0;
    const std::size_t end = std::min(page.words.size(), first + words_shown);
    std::vector<std::pair<std::size_t, std::size_t>> hits;
    for (const Place& place : places) {
        if (place.first < first || place.first + place.count > end) continue;
        const std::size_t begin = page.words[place.first].begin;
        const std::size_t stop = page.words[place.first + place.count - 1].end;
        // Words found side by side are one hit.
        const bool goes_on = !hits.empty() && begin >= hits.back().second &&
                             single_spaced(page.text.substr(hits.back().second, begin - hits.back().second)).empty();
        if (goes_on) {
            hits.back().second = stop;
        } else {
            hits.emplace_back(begin, stop);
        }
    }
    const std::size_t from = first == 0 ? 0 : page.words[first].begin;
    const std::size_t last_end = page.words[end - 1].end;
    const bool all = end == page.words.size() && page.text.size() - last_end <= 8;  // a full stop, a bracket
    const std::size_t to = all ? page.text.size() : last_end;
    return on_one_line(page.text, from, to, hits);
}

}  // namespace sohoa::store
