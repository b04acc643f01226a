#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "pipeline/service/desk.h"

namespace sohoa::service {

struct HttpOptions {
    std::string address = "127.0.0.1";
    int port = 0;  ///< 0 = any free one
    int threads = 32;
    std::string api_key;
};

/// Serves the routes over HTTP/1.1. One request a connection: a client that keeps quiet costs a thread for seconds
/// only, and a body that was refused never runs into the next request.
///
/// The one place that knows cpp-httplib (0.11 of Debian 12, 0.18 of Debian 13).
class HttpServer {
public:
    HttpServer(Desk& desk, HttpOptions options);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Begins to listen; gives the port. Fails with port_unusable.
    Result<int> start();

    /// Takes no more connections, and waits up to `longest` for requests in flight. False when some are left.
    bool stop(std::chrono::seconds longest);

private:
    class Listener;
    Desk& desk_;
    HttpOptions options_;
    std::unique_ptr<Listener> listener_;
};

}  // namespace sohoa::service
