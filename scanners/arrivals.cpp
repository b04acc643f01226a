#include "scanners/arrivals.h"

#include <filesystem>

namespace sohoa::scanners {

Arrivals plan_arrivals(const std::vector<std::string>& inputs, const std::string&, bool) {
    Arrivals arrivals;
    for (const auto& input : inputs) {
        arrivals.documents.push_back({{input}, "", std::filesystem::path(input).stem().string()});
    }
    return arrivals;
}

}  // namespace sohoa::scanners
