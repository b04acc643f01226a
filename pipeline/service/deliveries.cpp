#include "pipeline/service/deliveries.h"

#include <array>

namespace sohoa::service {

using store::guarded;

std::optional<long long> retry_after(int attempts) {
    // 10 s, 30 s, 2 min, 10 min, 1 h, 6 h, 24 h: a restart of the receiver costs seconds, a week-end down loses
    // nothing.
    constexpr std::array<long long, 7> waits{10, 30, 120, 600, 3'600, 21'600, 86'400};
    if (attempts < 1 || attempts > static_cast<int>(waits.size())) return std::nullopt;
    return waits.at(static_cast<std::size_t>(attempts - 1));
}

void add_delivery(store::Connection& connection, const std::string& id, const std::string& url, const std::string& body,
                  long long next_at) {
    run_statement(connection, "INSERT INTO delivery (public_id, url, body, next_at) VALUES (?, ?, ?, ?)", id, url, body,
                  static_cast<std::int64_t>(next_at));
}

Result<std::vector<Delivery>> due_deliveries(store::Catalogue& catalogue, long long now) {
    return guarded(catalogue.path(), [&]() -> Result<std::vector<Delivery>> {
        SQLite::Statement row(catalogue.connection().database(),
                              "SELECT id, public_id, url, body, attempts FROM delivery "
                              "WHERE status = 'waiting' AND next_at <= ? ORDER BY next_at, id LIMIT 100");
        row.bind(1, static_cast<std::int64_t>(now));
        std::vector<Delivery> due;
        while (row.executeStep()) {
            due.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                           row.getColumn(3).getString(), row.getColumn(4).getInt()});
        }
        return due;
    });
}

Result<std::optional<long long>> next_delivery_at(store::Catalogue& catalogue) {
    return guarded(catalogue.path(), [&]() -> Result<std::optional<long long>> {
        SQLite::Statement row(catalogue.connection().database(),
                              "SELECT min(next_at) FROM delivery WHERE status = 'waiting'");
        if (!row.executeStep() || row.isColumnNull(0)) return std::optional<long long>();
        return std::optional<long long>(row.getColumn(0).getInt64());
    });
}

Result<void> note_delivered(store::Catalogue& catalogue, const Delivery& delivery) {
    return guarded(catalogue.path(), [&]() -> Result<void> {
        run_statement(
            catalogue.connection(),
            "UPDATE delivery SET status = 'delivered', attempts = attempts + 1, last_answer = '' WHERE id = ?",
            delivery.number);
        return {};
    });
}

Result<void> note_failed(store::Catalogue& catalogue, const Delivery& delivery, const std::string& answer,
                         long long now) {
    return guarded(catalogue.path(), [&]() -> Result<void> {
        const int attempts = delivery.attempts + 1;
        const auto wait = retry_after(attempts);
        run_statement(catalogue.connection(),
                      "UPDATE delivery SET status = ?, attempts = ?, next_at = ?, last_answer = ? WHERE id = ?",
                      std::string(wait ? "waiting" : "given_up"), attempts,
                      static_cast<std::int64_t>(now + wait.value_or(0)), answer, delivery.number);
        return {};
    });
}

}  // namespace sohoa::service
