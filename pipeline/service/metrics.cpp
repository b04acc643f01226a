#include "pipeline/service/metrics.h"

#include <fmt/format.h>
#include <iterator>

namespace sohoa::service {

namespace {

void head(std::string& text, const char* name, const char* type, const char* help) {
    fmt::format_to(std::back_inserter(text), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

}  // namespace

void Metrics::request(const std::string& method, const std::string& route, int status, double seconds) {
    const std::lock_guard lock(mutex_);
    ++requests_[{method, route, std::to_string(status)}];
    Histogram& histogram = seconds_[{method, route}];
    ++histogram.count;
    histogram.sum += seconds;
    for (std::size_t k = 0; k < Histogram::bounds.size(); ++k) {
        if (seconds <= Histogram::bounds.at(k)) ++histogram.up_to.at(k);
    }
}

void Metrics::webhook_sent(bool taken) {
    const std::lock_guard lock(mutex_);
    ++(taken ? webhooks_taken_ : webhooks_failed_);
}

void Metrics::work(long long pages, double page_seconds, long long worker_deaths) {
    const std::lock_guard lock(mutex_);
    pages_ = pages;
    page_seconds_ = page_seconds;
    worker_deaths_ = worker_deaths;
}

std::string Metrics::text(const std::map<std::string, long long>& documents, long long waiting) const {
    const std::lock_guard lock(mutex_);
    std::string text;
    const auto line = [&text](const std::string& name, auto value) {
        fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
    };
    head(text, "sohoa_documents", "gauge", "Documents by status of their job.");
    for (const auto& [status, count] : documents) line(fmt::format("sohoa_documents{{status=\"{}\"}}", status), count);
    head(text, "sohoa_queue_length", "gauge", "Documents accepted and not ended.");
    line("sohoa_queue_length", waiting);
    head(text, "sohoa_pages_total", "counter", "Pages read.");
    line("sohoa_pages_total", pages_);
    head(text, "sohoa_page_seconds_total", "counter", "Worker time spent on pages.");
    line("sohoa_page_seconds_total", page_seconds_);
    head(text, "sohoa_worker_deaths_total", "counter", "Workers that died or passed their deadline.");
    line("sohoa_worker_deaths_total", worker_deaths_);
    head(text, "sohoa_webhook_deliveries_total", "counter", "Attempts to deliver news.");
    line("sohoa_webhook_deliveries_total{result=\"taken\"}", webhooks_taken_);
    line("sohoa_webhook_deliveries_total{result=\"failed\"}", webhooks_failed_);
    head(text, "sohoa_http_requests_total", "counter", "Requests by method, route and status.");
    for (const auto& [key, count] : requests_) {
        line(fmt::format("sohoa_http_requests_total{{method=\"{}\",route=\"{}\",code=\"{}\"}}", key[0], key[1], key[2]),
             count);
    }
    head(text, "sohoa_http_request_seconds", "histogram", "Time until the answer was ready.");
    for (const auto& [key, histogram] : seconds_) {
        const std::string labels = fmt::format("method=\"{}\",route=\"{}\"", key.first, key.second);
        for (std::size_t k = 0; k < Histogram::bounds.size(); ++k) {
            line(fmt::format("sohoa_http_request_seconds_bucket{{{},le=\"{}\"}}", labels, Histogram::bounds.at(k)),
                 histogram.up_to.at(k));
        }
        line(fmt::format("sohoa_http_request_seconds_bucket{{{},le=\"+Inf\"}}", labels), histogram.count);
        line(fmt::format("sohoa_http_request_seconds_sum{{{}}}", labels), histogram.sum);
        line(fmt::format("sohoa_http_request_seconds_count{{{}}}", labels), histogram.count);
    }
    return text;
}

}  // namespace sohoa::service
