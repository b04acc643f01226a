#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A request and its answer as the handlers see them; only server.cpp knows the HTTP library.
namespace sohoa::service {

/// The head of one part of a multipart/form-data body.
struct PartHead {
    std::string name;
    std::string file_name;  ///< empty: a plain text part
};

/// A body that comes in pieces. Whoever takes the pieces stops the reading by answering false.
class Body {
public:
    using Piece = std::function<bool(std::string_view)>;

    virtual ~Body() = default;
    virtual bool is_multipart() const = 0;
    /// Content-Length; nullopt for a chunked body.
    virtual std::optional<std::uint64_t> declared_length() const = 0;
    virtual bool has_end() const = 0;  ///< Content-Length or chunks tell where it ends

    /// False when the body could not be read to its end, or was stopped.
    virtual bool read(const Piece& piece) = 0;
    virtual bool read_parts(const std::function<bool(const PartHead&)>& part, const Piece& piece) = 0;
};

struct Call {
    std::string method;
    std::vector<std::string> captures;  ///< of the route: id, page number
    std::multimap<std::string, std::string> query;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string client;                          ///< address the request came from
    bool from_this_machine = false;              ///< directly, not through a proxy
    Body* body = nullptr;                        ///< where the route takes one

    std::string parameter(const std::string& name) const {
        const auto at = query.find(name);
        return at == query.end() ? "" : at->second;
    }
    std::string header(const std::string& name) const {
        const auto at = headers.find(name);
        return at == headers.end() ? "" : at->second;
    }
};

struct Reply {
    int status = 200;
    std::string content_type;
    std::string body;
    std::string file;  ///< streamed instead of `body` when it is not empty
    std::vector<std::pair<std::string, std::string>> headers;
    std::string id;  ///< the document it is about, for the log

    Reply with(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
};

}  // namespace sohoa::service
