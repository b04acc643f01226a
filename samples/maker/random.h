#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace sohoa::maker {

/// xoshiro256** seeded by splitmix64 (Blackman and Vigna 2018), with distributions of its own: the standard ones differ
/// between libraries, and a seed must give the same papers everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();
    /// A whole number in [low, high].
    int between(int low, int high);
    /// A real number in [low, high).
    double real(double low, double high);
    /// Mean 0, standard deviation 1 (Marsaglia's polar method).
    double normal();
    bool chance(double share);

    template <class Container>
    const auto& pick(const Container& choices) {
        return choices[static_cast<std::size_t>(between(0, static_cast<int>(choices.size()) - 1))];
    }
    template <class T>
    T pick(std::initializer_list<T> choices) {
        return choices.begin()[between(0, static_cast<int>(choices.size()) - 1)];
    }
    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
    }

    /// An independent stream named `name`: drawing more from one stream never changes what another gives.
    Random branch(std::string_view name) const;

private:
    std::uint64_t seed_;
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace sohoa::maker
