#include "pipeline/dossier/closed_words.h"

#include <algorithm>
#include <vector>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

namespace {

using Words = std::vector<std::string>;

bool same_word(std::string_view a, std::string_view b) {
    return lower(new_tone_placement(a)) == lower(new_tone_placement(b));
}

/// Phrases that an agency's name may hold, each as its words in capitals.
const std::vector<Words>& agency_phrases() {
    static const std::vector<Words> table = [] {
        std::vector<Words> phrases;
        for (const Phrase& phrase : wording().agency_phrases) phrases.push_back(words_of(upper(phrase.text)));
        for (const Phrase& province : wording().provinces) {
            // The name alone may also be a commune's, with other marks.
            for (const char* rank : {"TỈNH ", "THÀNH PHỐ "}) phrases.push_back(words_of(upper(rank + province.text)));
        }
        return phrases;
    }();
    return table;
}

bool stands_at(const Words& words, std::size_t at, const Words& phrase) {
    if (at + phrase.size() > words.size()) return false;
    for (std::size_t k = 0; k < phrase.size(); ++k) {
        if (bare(words[at + k]) != bare(phrase[k])) return false;
    }
    return true;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

constexpr std::size_t longest_common_surname = 6;  ///< letters: "Nguyễn"; shorter ones are one letter from others

/// The surname of which this is true; nullptr for none or several.
template <class Fits>
const Phrase* only_surname(Fits fits) {
    const Phrase* only = nullptr;
    for (const Phrase& surname : wording().surnames) {
        if (!fits(surname)) continue;
        if (only != nullptr) return nullptr;
        only = &surname;
    }
    return only;
}

}  // namespace

std::string with_known_agency_words(std::string_view agency) {
    Words words = words_of(agency);
    for (const Words& phrase : agency_phrases()) {
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (!stands_at(words, at, phrase)) continue;
            for (std::size_t k = 0; k < phrase.size(); ++k) {
                if (!same_word(words[at + k], phrase[k])) words[at + k] = phrase[k];
            }
        }
    }
    return joined(words);
}

std::string with_known_surname(std::string_view name) {
    Words words = words_of(name);
    if (words.empty() || begins_with_surname(name)) return std::string(name);
    const std::u32string first = bare(words.front());
    const Phrase* only = only_surname([&](const Phrase& surname) { return surname.bare == first; });
    if (only == nullptr && first.size() >= longest_common_surname) {
        only = only_surname([&](const Phrase& surname) {
            return surname.bare.size() >= longest_common_surname && differing_letters(surname.bare, first) <= 1.0;
        });
    }
    if (only != nullptr) words.front() = upper(only->text);
    return joined(words);
}

bool begins_with_surname(std::string_view name) {
    const Words words = words_of(name);
    return !words.empty() && std::any_of(wording().surnames.begin(), wording().surnames.end(),
                                         [&](const Phrase& known) { return same_word(known.text, words.front()); });
}

}  // namespace sohoa::dossier
