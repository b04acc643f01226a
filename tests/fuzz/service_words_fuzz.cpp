// What the service takes apart by hand: callback addresses, bodies of PATCH, names of files, and data files in which
// members are exchanged.
#include <cstdint>
#include <sstream>

#include "pipeline/service/callback_url.h"
#include "pipeline/service/field_changes.h"
#include "pipeline/service/json_members.h"
#include "pipeline/service/picture_maker.h"
#include "pipeline/service/secrets.h"
#include "pipeline/service/uploads.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sohoa::service;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto url = parse_callback_url(text)) {
        // What was taken apart is put together again without meaning anything else.
        const std::string host = url->host.find(':') == std::string::npos ? url->host : "[" + url->host + "]";
        const auto again = parse_callback_url((url->tls ? "https://" : "http://") + host + ":" +
                                              std::to_string(url->port) + url->path);
        if (!again || again->host != url->host || again->port != url->port || again->path != url->path)
            __builtin_trap();
    }
    const std::string name = safe_file_name(text, 1);
    if (name.empty() || name.size() > 255 || name.front() == '.' || name.find('/') != std::string::npos)
        __builtin_trap();
    if (const auto changes = field_changes_from(text)) {
        for (const auto& change : changes->fields) (void)normal_form(change.name, change.value);
    }
    std::istringstream in(text);
    std::ostringstream out;
    (void)copy_with_members(in, out, {{"fields", "[]"}, {"history", "[1]"}});
    (void)picture_width(text);
    (void)is_authorized(text, "key");
    (void)is_public_address(text);
    return 0;
}
