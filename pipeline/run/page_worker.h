#pragma once

namespace sohoa::run {

/// Descriptor on which a worker answers; standard output belongs to nobody, because libraries print there.
inline constexpr int answer_descriptor = 3;

/// The worker's life: reads tasks from standard input, a line each, and answers on descriptor 3, until the input ends.
/// Returns the exit status.
int serve_tasks();

}  // namespace sohoa::run
