#include "pipeline/store/state.h"

#include <array>

namespace sohoa::store {

namespace {

struct Named {
    State state;
    std::string_view name;
    const char* vi;
    const char* en;
};

constexpr std::array<Named, 6> states{{{State::received, "received", "đã nhận", "received"},
                                       {State::read, "read", "đã đọc", "read"},
                                       {State::review, "review", "cần xem", "to be checked"},
                                       {State::confirmed, "confirmed", "đã xác nhận", "confirmed"},
                                       {State::sealed, "sealed", "đã ký", "sealed"},
                                       {State::delivered, "delivered", "đã giao", "delivered"}}};

const Named& entry(State state) {
    return states.at(static_cast<std::size_t>(state));
}

}  // namespace

std::string_view name_of(State state) {
    return entry(state).name;
}

std::optional<State> state_named(std::string_view name) {
    for (const Named& each : states) {
        if (each.name == name) return each.state;
    }
    return std::nullopt;
}

Bilingual label_of(State state) {
    return {entry(state).vi, entry(state).en};
}

bool may_step(State from, State to) {
    if (to == State::review) return from != State::sealed && from != State::delivered;
    return to > from;
}

}  // namespace sohoa::store
