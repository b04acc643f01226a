#include "pipeline/cli/configurable.h"

#include <algorithm>

namespace sohoa::cli {

namespace {

std::string in_capitals(std::string_view text) {
    std::string result;
    for (const char c : text) {
        result += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

std::vector<Configurable> everything() {
    using enum Configurable::Type;
    static constexpr std::string_view catalogue = "SOHOA_CATALOG";
    std::vector<Configurable> all{{"", "lang", text, "", ""}};
    const auto add = [&all](std::string_view command, std::initializer_list<Configurable> options) {
        for (Configurable each : options) {
            each.command = command;
            all.push_back(each);
        }
    };
    const auto add_key = [&add](std::string_view command) {
        add(command, {{"", "sign", text, "/etc/sohoa/can-bo.p12", ""},
                      {"", "passphrase-file", text, "/etc/sohoa/mat-khau", ""}});
    };
    const auto add_writing = [&](std::string_view command) {
        add_key(command);
        add(command, {{"", "alto", truth, "", ""},
                      {"", "hocr", truth, "", ""},
                      {"", "jobs", number, "4", ""},
                      {"", "catalog", text, "/var/lib/sohoa/kho.sqlite", catalogue}});
    };
    const auto add_limits = [&add](std::string_view command) {
        for (const char* limit : {"max-megapixels", "max-megabytes", "max-pages", "page-seconds", "worker-memory"})
            add(command, {{"", limit, number, "", ""}});
    };
    add("digitize", {{"", "output", text, "ket-qua", ""}});
    add_writing("digitize");
    add("digitize", {{"", "quiet", truth, "", ""}});
    add_limits("digitize");
    add("watch", {{"", "folder", text, "/srv/quet", ""}, {"", "output", text, "/srv/ket-qua", ""}});
    add_writing("watch");
    add("watch", {{"", "poll-seconds", number, "", ""}, {"", "still-seconds", number, "", ""}});
    add_limits("watch");
    add("serve", {{"", "data", text, "/var/lib/sohoa", ""}, {"", "port", number, "", ""}, {"", "bind", text, "", ""}});
    add_key("serve");
    add("serve", {{"", "webhook-host", list, R"(["motcua.gov.vn", "10.1.2.3:8080"])", ""},
                  {"", "jobs", number, "4", ""},
                  {"", "max-upload-megabytes", number, "", ""},
                  {"", "max-queue", number, "", ""},
                  {"", "uploads-per-client", number, "", ""},
                  {"", "min-free-megabytes", number, "", ""}});
    add_limits("serve");
    add("find", {{"", "catalog", text, "/var/lib/sohoa/kho.sqlite", catalogue}, {"", "limit", number, "", ""}});
    return all;
}

}  // namespace

std::string Configurable::variable() const {
    return "SOHOA_" + (command.empty() ? "" : in_capitals(command) + "_") + in_capitals(option);
}

const std::vector<Configurable>& configurables() {
    static const std::vector<Configurable> all = everything();
    return all;
}

const Configurable* configurable(std::string_view command, std::string_view option) {
    const auto& all = configurables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Configurable& each) {
        return each.command == command && each.option == option;
    });
    return found == all.end() ? nullptr : &*found;
}

bool is_configurable_command(std::string_view command) {
    const auto& all = configurables();
    return std::any_of(all.begin(), all.end(),
                       [&](const Configurable& each) { return !command.empty() && each.command == command; });
}

}  // namespace sohoa::cli
