#pragma once
#include "pipeline/service/job_rows.h"
#include "pipeline/store/catalogue.h"

namespace sohoa::service {

/// News on its way to a callback address.
struct Delivery {
    std::int64_t number = 0;
    std::string id;  ///< of the document
    std::string url;
    std::string body;
    int attempts = 0;
};

/// Seconds to wait after the `attempts`-th failed attempt (from 1); nullopt when it was the last one.
std::optional<long long> retry_after(int attempts);

/// Throws SQLite::Exception: for use within a transaction of the caller's.
void add_delivery(store::Connection& connection, const std::string& id, const std::string& url, const std::string& body,
                  long long next_at);

/// Those whose time has come at `now` (seconds since 1970), the longest waiting first, at most 100.
Result<std::vector<Delivery>> due_deliveries(store::Catalogue& catalogue, long long now);

/// When the next one is due; nullopt when none waits.
Result<std::optional<long long>> next_delivery_at(store::Catalogue& catalogue);

Result<void> note_delivered(store::Catalogue& catalogue, const Delivery& delivery);

/// `answer`: what went wrong, for the operator: "500", "connection refused".
Result<void> note_failed(store::Catalogue& catalogue, const Delivery& delivery, const std::string& answer,
                         long long now);

}  // namespace sohoa::service
