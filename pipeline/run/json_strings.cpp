#include "pipeline/run/json_strings.h"

namespace sohoa::run {

namespace {

constexpr int deepest = 64;

}  // namespace

bool JsonStrings::key(string_t& name) {
    name_ = name;
    if (depth_ != 1) return true;
    top_ = name;
    return wants_member();
}

bool JsonStrings::start_object(std::size_t) {
    ++depth_;
    object_begins();
    return depth_ < deepest;
}

bool JsonStrings::end_object() {
    object_ends();
    --depth_;
    return true;
}

bool JsonStrings::start_array(std::size_t) {
    return ++depth_ < deepest;
}

bool JsonStrings::end_array() {
    --depth_;
    return true;
}

bool JsonStrings::string(string_t& value) {
    take_string(value);
    return true;
}

bool JsonStrings::boolean(bool value) {
    take_truth(value);
    return true;
}

}  // namespace sohoa::run
