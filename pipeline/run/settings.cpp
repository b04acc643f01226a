#include "pipeline/run/settings.h"

#include <nlohmann/json.hpp>

namespace sohoa::run {

std::string fingerprint(const Settings& settings) {
    const nlohmann::ordered_json json{{"model", settings.model},
                                      {"jpeg_quality", settings.jpeg_quality},
                                      {"alto", settings.alto},
                                      {"hocr", settings.hocr},
                                      {"signer", settings.signer}};
    return json.dump();
}

}  // namespace sohoa::run
