#include "pipeline/service/http_server.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <future>
#include <httplib.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "pipeline/service/replies.h"
#include "pipeline/service/request_log.h"
#include "pipeline/service/routes.h"
#include "pipeline/service/secrets.h"

namespace sohoa::service {

namespace {

using Clock = std::chrono::steady_clock;

bool is_loopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

std::string lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

Problem not_authorized() {
    return problem(code::unauthorized, {"Thiếu khóa, hoặc khóa không đúng", "no key, or a wrong one"},
                   {"Gửi Authorization: Bearer KHÓA; khóa nằm trong tệp api-key của thư mục dữ liệu",
                    "send Authorization: Bearer KEY; the key is in the file api-key of the data folder"});
}

/// Content-Length; a number that is absurdly long counts as absurdly large.
std::optional<std::uint64_t> length_of(const httplib::Request& request) {
    const std::string text = request.get_header_value("Content-Length");
    constexpr std::size_t most_digits = 18;
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    if (text.size() > most_digits) return std::numeric_limits<std::uint64_t>::max() / 2;
    return std::stoull(text);
}

/// A body as the library reads it.
class RequestBody : public Body {
public:
    RequestBody(const httplib::Request& request, const httplib::ContentReader& reader)
        : request_(request), reader_(reader) {}

    bool is_multipart() const override { return request_.is_multipart_form_data(); }

    std::optional<std::uint64_t> declared_length() const override { return length_of(request_); }

    bool has_end() const override {
        return declared_length().has_value() ||
               lower_case(request_.get_header_value("Transfer-Encoding")).find("chunked") != std::string::npos;
    }

    bool read(const Piece& piece) override {
        begun_ = true;
        return reader_([&](const char* data, std::size_t size) { return piece({data, size}); });
    }

    bool read_parts(const std::function<bool(const PartHead&)>& part, const Piece& piece) override {
        begun_ = true;
        return reader_(
            [&](const httplib::MultipartFormData& head) {
                return part({head.name, head.filename});
            },
            [&](const char* data, std::size_t size) {
                return piece({data, size});
            });
    }

    /// A client that is still sending when the connection closes may never see the answer. What is on its way is read
    /// and forgotten, as far as that takes a moment.
    void drain() {
        constexpr std::size_t most = std::size_t{8} << 20;
        if (begun_ || !has_end()) return;
        std::size_t seen = 0;
        const auto end = Clock::now() + std::chrono::seconds{2};
        const auto pass_over = [&](const char*, std::size_t size) {
            seen += size;
            return seen < most && Clock::now() < end;
        };
        // The library takes a form by parts only.
        is_multipart() ? reader_([](const httplib::MultipartFormData&) { return true; }, pass_over)
                       : reader_(pass_over);
    }

private:
    const httplib::Request& request_;
    const httplib::ContentReader& reader_;
    bool begun_ = false;
};

Call call_from(const httplib::Request& request) {
    Call call;
    call.method = request.method;
    for (std::size_t k = 1; k < request.matches.size(); ++k) call.captures.push_back(request.matches[k].str());
    call.query.insert(request.params.begin(), request.params.end());
    for (const auto& [name, value] : request.headers) call.headers.emplace(lower_case(name), value);
    call.client = request.remote_addr;
    const std::string forwarded = call.header("x-forwarded-for");
    call.from_this_machine = is_loopback(request.remote_addr) && forwarded.empty();
    // A proxy on this machine says who asks; what others claim of themselves says nothing.
    if (is_loopback(request.remote_addr) && !forwarded.empty()) {
        const auto comma = forwarded.rfind(',');
        const auto last = comma == std::string::npos ? forwarded : forwarded.substr(comma + 1);
        call.client = last.substr(std::min(last.find_first_not_of(' '), last.size()));
    }
    return call;
}

/// Closes the file when the answer is through.
class OpenedFile {
public:
    explicit OpenedFile(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenedFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenedFile(const OpenedFile&) = delete;
    OpenedFile& operator=(const OpenedFile&) = delete;

    std::optional<std::size_t> size() const {
        struct stat status {};
        if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) return std::nullopt;
        return static_cast<std::size_t>(status.st_size);
    }

    bool send(std::size_t offset, std::size_t length, httplib::DataSink& sink) const {
        std::array<char, 64 << 10> piece{};
        const ssize_t count =
            ::pread(descriptor_, piece.data(), std::min(length, piece.size()), static_cast<off_t>(offset));
        return count > 0 && sink.write(piece.data(), static_cast<std::size_t>(count));
    }

private:
    int descriptor_;
};

void send_reply(Reply reply, httplib::Response& response) {
    if (!reply.file.empty()) {
        const auto file = std::make_shared<OpenedFile>(reply.file);
        const auto size = file->size();
        if (!size) {
            reply = problem_reply(500, http_problem(500));
        } else if (*size > 0) {
            response.set_content_provider(*size, reply.content_type,
                                          [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                              return file->send(offset, length, sink);
                                          });
        }
    }
    // Of a file the library says itself whether it is whole (200) or the range that was asked for (206).
    const bool ranged = !reply.file.empty() && reply.status == 200;
    if (!ranged) response.status = reply.status;
    for (const auto& [name, value] : reply.headers) response.set_header(name, value);
    if (reply.file.empty() && !reply.body.empty()) response.set_content(reply.body, reply.content_type);
}

}  // namespace

class HttpServer::Listener : public httplib::Server {
public:
    Listener(Desk& desk, const HttpOptions& options) : desk_(desk), key_(options.api_key) {
        const auto threads = static_cast<std::size_t>(options.threads);
        new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
        set_keep_alive_max_count(1);
        set_keep_alive_timeout(5);
        set_read_timeout(20);
        set_write_timeout(20);
        set_tcp_nodelay(true);
        // Not SO_REUSEPORT, the library's own choice: two servers would share a port without a word.
        set_socket_options([](socket_t socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_default_headers({{"X-Content-Type-Options", "nosniff"}});
        set_expect_100_continue_handler([this](const httplib::Request& request, httplib::Response& response) {
            return may_send(request, response);
        });
        for (const Route& route : routes()) add(route);
        answer_what_no_route_takes();
    }

    /// The library asks for room for 5 connections that wait to be taken: 20 clients at once want more.
    void widen_backlog() { ::listen(svr_sock_, 512); }

    std::thread thread;
    std::promise<void> ended;
    std::shared_future<void> end = ended.get_future().share();

private:
    void add(const Route& route) {
        const std::string pattern(route.pattern);
        if (route.takes_body) {
            const auto with_body = [this, &route](const httplib::Request& request, httplib::Response& response,
                                                  const httplib::ContentReader& reader) {
                RequestBody body(request, reader);
                answer(route, request, response, &body);
                const int status = response.status;
                body.drain();
                response.status = status;  // the library writes its own where the reading was broken off
            };
            route.method == "POST" ? Post(pattern, with_body) : Patch(pattern, with_body);
            return;
        }
        const auto plain = [this, &route](const httplib::Request& request, httplib::Response& response) {
            answer(route, request, response, nullptr);
        };
        route.method == "DELETE" ? Delete(pattern, plain) : Get(pattern, plain);
    }

    /// Whoever is not known, or has too much to send, need not begin: curl asks before it sends a megabyte.
    int may_send(const httplib::Request& request, httplib::Response& response) const {
        std::optional<Problem> refused;
        if (!is_authorized(request.get_header_value("Authorization"), key_)) refused = not_authorized();
        if (length_of(request).value_or(0) > desk_.uploads.bytes + form_overhead) refused = http_problem(413);
        if (!refused) return 100;
        Reply reply = problem_reply(*refused);
        const int status = reply.status;
        log_line(fmt::format("{} - {}", request.method, status));
        send_reply(std::move(reply), response);
        return status;
    }

    bool may(const Route& route, const Call& call) const {
        if (route.access == Access::open) return true;
        if (route.access == Access::local_or_with_key && call.from_this_machine) return true;
        return is_authorized(call.header("authorization"), key_);
    }

    Reply reply_to(const Route& route, const Call& call) const try {
        constexpr std::size_t most_ranges = 4;  // each costs a walk over the file
        if (may(route, call)) {
            const std::string range = call.header("range");
            if (std::count(range.begin(), range.end(), ',') >= static_cast<long>(most_ranges))
                return problem_reply(400, http_problem(400));
            return route.answer(desk_, call);
        }
        return problem_reply(not_authorized());
    } catch (const std::exception& error) {
        log_line(std::string("internal error: ") + error.what());
        return problem_reply(500, http_problem(500));
    }

    void answer(const Route& route, const httplib::Request& request, httplib::Response& response, RequestBody* body) {
        const auto begun = Clock::now();
        Call call = call_from(request);
        call.body = body;
        Reply reply = reply_to(route, call);
        const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
        desk_.metrics.request(std::string(route.method), std::string(route.path), reply.status, seconds);
        if (route.logged == Logged::always || reply.status >= 400) {
            log_line(fmt::format("{} {} {} {:.0f} ms", request.method, route.path, reply.status, seconds * 1000),
                     reply.id);
        }
        send_reply(std::move(reply), response);
    }

    void answer_what_no_route_takes() {
        set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
            if (!response.body.empty()) return;  // a handler has said it
            int status = response.status;
            std::string allowed;
            for (const Route& route : routes()) {
                if (status == 404 && std::regex_match(request.path, std::regex(std::string(route.pattern))))
                    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
            }
            if (!allowed.empty()) status = 405;
            Reply reply = problem_reply(status, http_problem(status));
            if (!allowed.empty()) reply.headers.emplace_back("Allow", allowed);
            desk_.metrics.request("-", "-", status, 0);
            log_line(fmt::format("- - {}", status));
            send_reply(std::move(reply), response);
        });
    }

    Desk& desk_;
    std::string key_;
};

HttpServer::HttpServer(Desk& desk, HttpOptions options) : desk_(desk), options_(std::move(options)) {}

HttpServer::~HttpServer() {
    stop(std::chrono::hours{1});
}

Result<int> HttpServer::start() {
    listener_ = std::make_unique<Listener>(desk_, options_);
    int port = options_.port;
    bool bound = false;
    if (port == 0) {
        port = listener_->bind_to_any_port(options_.address);
        bound = port > 0;
    } else {
        bound = listener_->bind_to_port(options_.address, port);
    }
    if (!bound) {
        listener_.reset();
        return fail(code::port_unusable,
                    {fmt::format("Không mở được cổng {} trên địa chỉ {}", options_.port, options_.address),
                     fmt::format("port {} on {} cannot be opened", options_.port, options_.address)},
                    {"Cổng có thể đang được dùng: chọn cổng khác bằng --port, hoặc địa chỉ khác bằng --bind",
                     "it may be in use: choose another with --port, or another address with --bind"});
    }
    listener_->widen_backlog();
    listener_->thread = std::thread([listener = listener_.get()] {
        listener->listen_after_bind();
        listener->ended.set_value();
    });
    return port;
}

bool HttpServer::stop(std::chrono::seconds longest) {
    if (!listener_ || !listener_->thread.joinable()) return true;
    // A stop that comes before the listener began would be overlooked.
    for (int tries = 0; !listener_->is_running() && tries < 100; ++tries) ::usleep(10'000);
    listener_->stop();
    if (listener_->end.wait_for(longest) != std::future_status::ready) return false;
    listener_->thread.join();
    return true;
}

}  // namespace sohoa::service
