#pragma once
#include <string_view>

namespace sohoa::service {

/// A file of the operator's page, within the program. `content` is empty where there is none of that name.
struct StaticFile {
    std::string_view content;
    std::string_view type;
};

/// "" is the page itself; the others are served at /page/<name>. To add one: put it into pipeline/service/page/, name
/// it in CMakeLists.txt and in static_files.cpp.
StaticFile static_file(std::string_view name);

/// docs/openapi.json.
std::string_view openapi_text();

}  // namespace sohoa::service
