#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "pipeline/service/callback_url.h"
#include "pipeline/service/deliveries.h"
#include "pipeline/service/metrics.h"

namespace sohoa::service {

/// `Sohoa-Signature`: "t=<seconds>,v1=<HMAC-SHA256 of t "." body>". The receiver computes the same and refuses old
/// times.
std::string webhook_signature(const std::string& secret, long long unix_seconds, const std::string& body);

/// Sends one delivery; empty when the receiver took it (2xx), else why not. At most 10 seconds; redirects are not
/// followed, certificates are checked, the address is the one that WebhookHosts allows.
std::string post_webhook(const WebhookHosts& hosts, const std::string& secret, const Delivery& delivery);

/// Carries news to those who asked for them, in a thread of its own: what waits in the catalogue when the server starts
/// as well. Each delivery may come more than once; Sohoa-Delivery tells which it is.
class WebhookSender {
public:
    /// `catalogue` is this thread's own.
    WebhookSender(store::Catalogue catalogue, WebhookHosts hosts, std::string secret, Metrics& metrics);
    ~WebhookSender();
    WebhookSender(const WebhookSender&) = delete;
    WebhookSender& operator=(const WebhookSender&) = delete;

    /// There may be something new.
    void wake();

private:
    void work();
    void send_due();
    /// Waits until something is due, a minute at most.
    void rest();

    store::Catalogue catalogue_;
    WebhookHosts hosts_;
    std::string secret_;
    Metrics& metrics_;
    /// Hosts that failed a moment ago: others do not wait behind them.
    std::map<std::string, long long> silent_until_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    std::atomic<bool> ending_{false};
    std::thread thread_;
};

}  // namespace sohoa::service
