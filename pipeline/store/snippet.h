#pragma once
#include <string_view>

#include "pipeline/store/query.h"
#include "pipeline/store/search_words.h"

namespace sohoa::store {

/// How well a text answers, for choosing a page.
struct Fit {
    int terms = 0;        ///< how many different terms stand in it
    bool whole = false;   ///< all words, in the order typed, side by side
    int exact_words = 0;  ///< of the best place, words that agree in their marks

    auto operator<=>(const Fit&) const = default;
};

/// The best place of a text and about 160 characters around it, on one line. `fit` says how well it answers; an empty
/// snippet where no term was found.
Snippet snippet_of(std::string_view text, const SearchWords& words, Fit& fit);

}  // namespace sohoa::store
