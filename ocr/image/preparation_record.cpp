#include "ocr/image/preparation_record.h"

#include <algorithm>
#include <ctime>

namespace sohoa::ocr {

PreparationRecord::Time PreparationRecord::processor_time() {
    std::timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

void PreparationRecord::done(std::string_view step, const Raster* plane) {
    const Time taken = processor_time() - begun_;
    auto known = std::find_if(steps_.begin(), steps_.end(), [&](const auto& each) { return each.name == step; });
    if (known == steps_.end()) known = steps_.insert(steps_.end(), PreparationStep{step, 0, {}});
    known->milliseconds += taken.count();
    if (pictures_ && plane != nullptr) known->picture = plane->clone();
    begun_ = processor_time();
}

}  // namespace sohoa::ocr
