#pragma once
#include <optional>
#include <string_view>

#include "base/bilingual.h"

namespace sohoa::store {

/// How far a document has come. Names of the values are part of the contract.
enum class State {
    received,   ///< accepted, not read yet
    read,       ///< read, nothing in it needs eyes
    review,     ///< an operator should look
    confirmed,  ///< an operator did
    sealed,     ///< signed as a whole
    delivered   ///< handed on
};

std::string_view name_of(State state);
std::optional<State> state_named(std::string_view name);
/// For people: "cần xem (to be checked)".
Bilingual label_of(State state);

/// Steps go forward, skipping what a paper does not need; what is not sealed yet may go back to review.
bool may_step(State from, State to);

}  // namespace sohoa::store
