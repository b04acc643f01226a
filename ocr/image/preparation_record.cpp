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
    auto known = std::find_if(steps_.begin(), steps_.end(),
                              [&](const auto& each) { return each.name == step && each.part == part_; });
    if (known == steps_.end()) known = steps_.insert(steps_.end(), PreparationStep{step, part_, 0, {}});
    known->milliseconds += taken.count();
    if (pictures_ && plane != nullptr) known->picture = plane->clone();
    begun_ = processor_time();
}

void PreparationRecord::measured(std::string_view name, double value) {
    const auto known = std::find_if(figures_.begin(), figures_.end(),
                                    [&](const auto& each) { return each.name == name && each.part == part_; });
    if (known == figures_.end()) {
        figures_.push_back({name, value, part_});
    } else {
        known->value = value;
    }
}

}  // namespace sohoa::ocr
