#pragma once
#include <tl/expected.hpp>

#include "base/problem.h"

namespace sohoa {

/// A value or the Problem that prevented it. The only way errors travel on the page path: libraries that throw are
/// caught where they are called.
template <class T>
using Result = tl::expected<T, Problem>;

using Failure = tl::unexpected<Problem>;

/// `return fail(code::file_empty, {"Tệp rỗng", "the file is empty"}, {...});`
inline Failure fail(std::string_view code, Bilingual message, Bilingual remedy = {}) {
    return Failure(problem(code, std::move(message), std::move(remedy)));
}

inline Failure fail(Problem problem) {
    return Failure(std::move(problem));
}

}  // namespace sohoa
