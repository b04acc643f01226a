#pragma once
#include <atomic>
#include <functional>

#include "pipeline/run/document_flow.h"
#include "pipeline/service/uploads.h"

/// Digitising for other programs: HTTP in front, DocumentFlow behind, the catalogue between. See docs/service.md.
namespace sohoa::service {

struct ServeOptions {
    std::string data_folder;
    std::string address = "127.0.0.1";
    int port = 8080;      ///< 0 = any free one
    std::string api_key;  ///< empty: the one of the data folder, made when there is none
    std::vector<std::string> webhook_hosts;
    UploadLimits uploads;
    long long queue_length = 1000;
    std::uint64_t room_to_keep = std::uint64_t{500} << 20;  ///< bytes that uploads leave free on the disk
    run::FlowOptions flow;
    const std::atomic<bool>* stop = nullptr;  ///< when it turns true the server ends in good order
};

/// What is told when the server is ready.
struct Ready {
    int port = 0;
    std::string data_folder;
    std::string made_key;  ///< a key made just now, to be shown once; empty otherwise
};

/// Serves until `stop`. Requests in flight are answered within five seconds, or the program ends with status 0 without
/// them. Fails with usage (an address others can reach
/// wants a key chosen by hand), output_in_use, port_unusable, and as the catalogue does.
Result<void> serve(const ServeOptions& options, const std::function<void(const Ready&)>& ready);

}  // namespace sohoa::service
