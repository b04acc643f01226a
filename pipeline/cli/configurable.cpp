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

}  // namespace

std::string Configurable::variable() const {
    return "SOHOA_" + (command.empty() ? "" : in_capitals(command) + "_") + in_capitals(option);
}

const std::vector<Configurable>& configurables() {
    using enum Configurable::Type;
    static constexpr std::string_view catalogue = "SOHOA_CATALOG";
    static const std::vector<Configurable> all{
        {"", "lang", text, "", ""},
        {"digitize", "output", text, "ket-qua", ""},
        {"digitize", "sign", text, "/etc/sohoa/can-bo.p12", ""},
        {"digitize", "passphrase-file", text, "/etc/sohoa/mat-khau", ""},
        {"digitize", "alto", truth, "", ""},
        {"digitize", "jobs", number, "4", ""},
        {"digitize", "catalog", text, "/var/lib/sohoa/kho.sqlite", catalogue},
        {"digitize", "quiet", truth, "", ""},
        {"digitize", "max-megapixels", number, "", ""},
        {"digitize", "max-megabytes", number, "", ""},
        {"digitize", "max-pages", number, "", ""},
        {"digitize", "page-seconds", number, "", ""},
        {"digitize", "worker-memory", number, "", ""},
        {"watch", "folder", text, "/srv/quet", ""},
        {"watch", "output", text, "/srv/ket-qua", ""},
        {"watch", "sign", text, "/etc/sohoa/can-bo.p12", ""},
        {"watch", "passphrase-file", text, "/etc/sohoa/mat-khau", ""},
        {"watch", "alto", truth, "", ""},
        {"watch", "jobs", number, "4", ""},
        {"watch", "catalog", text, "/var/lib/sohoa/kho.sqlite", catalogue},
        {"watch", "poll-seconds", number, "", ""},
        {"watch", "still-seconds", number, "", ""},
        {"watch", "max-megapixels", number, "", ""},
        {"watch", "max-megabytes", number, "", ""},
        {"watch", "max-pages", number, "", ""},
        {"watch", "page-seconds", number, "", ""},
        {"watch", "worker-memory", number, "", ""},
        {"serve", "data", text, "/var/lib/sohoa", ""},
        {"serve", "port", number, "", ""},
        {"serve", "bind", text, "", ""},
        {"serve", "sign", text, "/etc/sohoa/can-bo.p12", ""},
        {"serve", "passphrase-file", text, "/etc/sohoa/mat-khau", ""},
        {"serve", "webhook-host", list, R"(["motcua.gov.vn", "10.1.2.3:8080"])", ""},
        {"serve", "jobs", number, "4", ""},
        {"serve", "max-upload-megabytes", number, "", ""},
        {"serve", "max-queue", number, "", ""},
        {"serve", "uploads-per-client", number, "", ""},
        {"serve", "min-free-megabytes", number, "", ""},
        {"serve", "page-seconds", number, "", ""},
        {"serve", "worker-memory", number, "", ""},
        {"find", "catalog", text, "/var/lib/sohoa/kho.sqlite", catalogue},
        {"find", "limit", number, "", ""},
    };
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
