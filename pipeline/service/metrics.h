#pragma once
#include <array>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace sohoa::service {

/// What the server counts of itself, in Prometheus' text format. Any thread.
class Metrics {
public:
    void request(const std::string& method, const std::string& route, int status, double seconds);
    void webhook_sent(bool taken);
    /// Since the server started.
    void work(long long pages, double page_seconds, long long worker_deaths);

    /// `documents`: jobs by status.
    std::string text(const std::map<std::string, long long>& documents, long long waiting) const;

private:
    struct Histogram {
        static constexpr std::array<double, 9> bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30};
        std::array<long long, 9> up_to{};
        long long count = 0;
        double sum = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::array<std::string, 3>, long long> requests_;  ///< method, route, status
    std::map<std::pair<std::string, std::string>, Histogram> seconds_;
    long long webhooks_taken_ = 0;
    long long webhooks_failed_ = 0;
    long long pages_ = 0;
    double page_seconds_ = 0;
    long long worker_deaths_ = 0;
};

}  // namespace sohoa::service
