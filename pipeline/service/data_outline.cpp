#include "pipeline/service/data_outline.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/files.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::array of_the_document{"fields", "missing", "pages"};
constexpr std::array of_a_page{"index", "source_page", "width", "height", "dpi",
                               "blank", "orientation", "skew",  "quality"};

template <class Names>
bool among(const Names& names, const Json& key) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return key == name; });
}

/// Drops members while they are read: of the document, of its fields and of its pages.
class Sieve {
public:
    bool operator()(int depth, Json::parse_event_t event, const Json& value) {
        if (event != Json::parse_event_t::key) return true;
        if (depth == 1) {
            in_fields_ = value == "fields";
            in_pages_ = value == "pages";
            return among(of_the_document, value);
        }
        constexpr int depth_of_members = 3;
        if (depth != depth_of_members) return true;
        if (in_fields_) return value == "name";
        return !in_pages_ || among(of_a_page, value);
    }

private:
    bool in_fields_ = false;
    bool in_pages_ = false;
};

const Json& list_in(const Json& json, const char* name) {
    static const Json none = Json::array();
    const auto at = json.find(name);
    return at != json.end() && at->is_array() ? *at : none;
}

}  // namespace

Result<Json> data_outline(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(unreadable(path));
    const Json json = Json::parse(in, Sieve(), false);
    if (!json.is_object())
        return fail(problem(code::file_damaged, {"Tệp dữ liệu bị hỏng", "the data file is damaged"}).in_file(path));
    std::set<std::string> known;
    for (const Json& field : list_in(json, "fields")) {
        if (field.is_object()) known.insert(field.value("name", ""));
    }
    Json outline{{"pages", list_in(json, "pages")}, {"missing", Json::array()}};
    for (const Json& name : list_in(json, "missing")) {
        if (name.is_string() && !known.contains(name.get<std::string>())) outline["missing"].push_back(name);
    }
    return outline;
}

}  // namespace sohoa::service
