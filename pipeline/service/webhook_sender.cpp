#include "pipeline/service/webhook_sender.h"

#include <chrono>
#include <fmt/format.h>
#include <httplib.h>

#include "pipeline/service/secrets.h"

namespace sohoa::service {

namespace {

constexpr std::chrono::seconds longest_post{10};

long long now_seconds() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Ends a request that takes too long as a whole: the library bounds single reads only.
class Deadline {
public:
    explicit Deadline(httplib::Client& client)
        : thread_([this, &client] {
              std::unique_lock lock(mutex_);
              if (!changed_.wait_for(lock, longest_post, [this] { return done_; })) client.stop();
          }) {}
    ~Deadline() {
        {
            const std::lock_guard lock(mutex_);
            done_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool done_ = false;
    std::thread thread_;
};

std::string in_brackets(const std::string& host) {
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

}  // namespace

std::string webhook_signature(const std::string& secret, long long unix_seconds, const std::string& body) {
    const std::string time = std::to_string(unix_seconds);
    return "t=" + time + ",v1=" + hmac_sha256_hex(secret, time + "." + body);
}

std::string post_webhook(const WebhookHosts& hosts, const std::string& secret, const Delivery& delivery) try {
    const auto url = parse_callback_url(delivery.url);
    if (!url || !hosts.allows(*url)) return "host is not allowed";
    const auto address = hosts.address_of(*url);
    if (!address) return "no public address";
    httplib::Client client(fmt::format("{}://{}:{}", url->tls ? "https" : "http", in_brackets(url->host), url->port));
    client.set_hostname_addr_map({{url->host, *address}});
    client.set_follow_location(false);
    client.set_connection_timeout(longest_post);
    client.set_read_timeout(longest_post);
    client.set_write_timeout(longest_post);
    client.set_keep_alive(false);
    const Deadline deadline(client);
    const httplib::Headers headers{{"Sohoa-Signature", webhook_signature(secret, now_seconds(), delivery.body)},
                                   {"Sohoa-Delivery", std::to_string(delivery.number)},
                                   {"User-Agent", "sohoa"}};
    const auto answer = client.Post(url->path, headers, delivery.body, "application/json");
    if (!answer) return httplib::to_string(answer.error());
    return answer->status / 100 == 2 ? "" : std::to_string(answer->status);
} catch (const std::exception& error) {
    return error.what();
}

WebhookSender::WebhookSender(store::Catalogue catalogue, WebhookHosts hosts, std::string secret, Metrics& metrics)
    : catalogue_(std::move(catalogue)),
      hosts_(std::move(hosts)),
      secret_(std::move(secret)),
      metrics_(metrics),
      thread_([this] { work(); }) {}

WebhookSender::~WebhookSender() {
    ending_ = true;
    wake();
    thread_.join();
}

void WebhookSender::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void WebhookSender::work() {
    while (!ending_) {
        send_due();
        rest();
    }
}

void WebhookSender::send_due() {
    const auto due = due_deliveries(catalogue_, now_seconds());
    if (!due) return;
    for (const Delivery& each : *due) {
        if (ending_) return;
        const auto url = parse_callback_url(each.url);
        const std::string host = url ? fmt::format("{}:{}", url->host, url->port) : "";
        if (const auto at = silent_until_.find(host); at != silent_until_.end() && at->second > now_seconds()) continue;
        const std::string why = post_webhook(hosts_, secret_, each);
        metrics_.webhook_sent(why.empty());
        if (why.empty()) {
            silent_until_.erase(host);
            note_delivered(catalogue_, each);
        } else {
            silent_until_[host] = now_seconds() + *retry_after(1);
            note_failed(catalogue_, each, why, now_seconds());
        }
    }
}

void WebhookSender::rest() {
    constexpr long long longest_rest = 60;  // seconds
    const auto next = next_delivery_at(catalogue_);
    long long wait = longest_rest;
    // Not less than a second: those of a host that is silent are due and wait all the same.
    if (next && *next) wait = std::clamp(**next - now_seconds(), 1LL, longest_rest);
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(wait), [this] { return woken_; });
    woken_ = false;
}

}  // namespace sohoa::service
