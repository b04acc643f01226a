#include "pipeline/evaluate/evaluate.h"

namespace sohoa::evaluate {

Result<void> evaluate(const Options&) {
    return fail(code::usage, {"Chưa chấm được", "no evaluation yet"});
}

}  // namespace sohoa::evaluate
