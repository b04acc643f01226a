#include "ocr/image/preparation_record.h"

#include <algorithm>

namespace sohoa::ocr {

void PreparationRecord::done(std::string_view step, const Raster* plane) {
    const std::chrono::duration<double, std::milli> taken = Clock::now() - begun_;
    auto known = std::find_if(steps_.begin(), steps_.end(), [&](const auto& each) { return each.name == step; });
    if (known == steps_.end()) known = steps_.insert(steps_.end(), PreparationStep{step, 0, {}});
    known->milliseconds += taken.count();
    if (pictures_ && plane != nullptr) known->picture = plane->clone();
    begun_ = Clock::now();
}

}  // namespace sohoa::ocr
