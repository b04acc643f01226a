#pragma once
#include <cstddef>

namespace sohoa::evaluate {

/// A part of a whole: `count` of `of`. Counts of edits can exceed the whole.
struct Share {
    std::size_t count = 0;
    std::size_t of = 0;

    /// count / of; 0 where the whole is empty.
    double value() const { return of == 0 ? 0 : static_cast<double>(count) / static_cast<double>(of); }
    Share& operator+=(const Share& other) {
        count += other.count;
        of += other.of;
        return *this;
    }
    bool operator==(const Share&) const = default;
};

struct Interval {
    double low = 0;
    double high = 1;
};

/// Bounds within which the true share lies with 95 % confidence, were the trials independent (Wilson 1927). An empty
/// whole answers [0, 1]; a count beyond the whole is taken as the whole.
Interval wilson(const Share& share);

}  // namespace sohoa::evaluate
