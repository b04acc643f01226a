#pragma once
#include <string_view>
#include <vector>

#include "pipeline/service/handlers.h"

namespace sohoa::service {

enum class Access {
    with_key,
    local_or_with_key,  ///< from this machine without the key
    open
};

/// What is asked every second by those who wait would bury the rest.
enum class Logged { always, when_refused };

struct Route {
    std::string_view method;
    std::string_view path;     ///< as in docs/openapi.json
    std::string_view pattern;  ///< ECMAScript regular expression of the whole path
    Access access = Access::with_key;
    bool takes_body = false;
    Reply (*answer)(Desk&, const Call&) = nullptr;
    Logged logged = Logged::always;
};

const std::vector<Route>& routes();

}  // namespace sohoa::service
