#include "pipeline/service/service.h"

#include <cstdlib>
#include <fmt/format.h>
#include <set>

#include "pipeline/service/data_file.h"
#include "pipeline/service/http_server.h"
#include "pipeline/service/request_log.h"
#include "pipeline/service/secrets.h"
#include "pipeline/service/webhook_sender.h"

namespace sohoa::service {

namespace {

constexpr std::size_t shortest_key = 16;

bool stays_on_this_machine(const std::string& address) {
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

Result<void> check(const ServeOptions& options) {
    if (!options.api_key.empty() && options.api_key.size() < shortest_key) {
        return fail(code::usage,
                    {fmt::format("Khóa trong SOHOA_API_KEY ngắn hơn {} ký tự", shortest_key),
                     fmt::format("the key in SOHOA_API_KEY has fewer than {} characters", shortest_key)},
                    {"Đặt khóa dài hơn, ví dụ: openssl rand -hex 32", "choose a longer one: openssl rand -hex 32"});
    }
    if (!stays_on_this_machine(options.address) && options.api_key.empty()) {
        return fail(code::usage,
                    {"Máy khác gọi được địa chỉ " + options.address + ", nên phải tự đặt khóa",
                     "other machines reach " + options.address + ", so the key must be chosen by hand"},
                    {"Đặt biến SOHOA_API_KEY; và đặt máy chủ sau một reverse proxy có TLS (docs/service.md)",
                     "set SOHOA_API_KEY; and leave TLS to a reverse proxy in front (docs/service.md)"});
    }
    return {};
}

Result<WebhookHosts> hosts_of(const ServeOptions& options) {
    std::string wrong;
    auto hosts = WebhookHosts::from(options.webhook_hosts, wrong);
    if (hosts) return *std::move(hosts);
    return fail(code::usage,
                {"Không hiểu --webhook-host “" + wrong + "”", "--webhook-host “" + wrong + "” cannot be read"},
                {"Viết máy, máy:cổng hoặc máy=địa-chỉ-IP", "write host, host:port or host=address"});
}

/// Puts right what a server that was killed left behind.
Result<void> recover(store::Catalogue& catalogue, const DataFolder& data) {
    Jobs jobs(catalogue);
    const auto resumed = jobs.requeue_running();
    if (!resumed) return fail(resumed.error());
    if (*resumed > 0)
        log_line(fmt::format("documents that were being read when the server ended, now read again: {}", *resumed));
    const auto ids = jobs.ids();
    if (!ids) return fail(ids.error());
    data.sweep({ids->begin(), ids->end()});
    const auto behind = jobs.behind();
    if (!behind) return fail(behind.error());
    for (const std::string& id : *behind) {
        if (auto written = write_changes(catalogue, data, id); !written)
            log_line("data file of " + id + ": " + describe(written.error(), Language::english));
    }
    return {};
}

}  // namespace

Result<void> serve(const ServeOptions& options, const std::function<void(const Ready&)>& ready) {
    if (auto fine = check(options); !fine) return fail(fine.error());
    auto hosts = hosts_of(options);
    if (!hosts) return fail(hosts.error());
    auto data = DataFolder::take(options.data_folder);
    if (!data) return fail(data.error());
    Secret key{options.api_key, false};
    if (key.text.empty()) {
        auto read = read_or_make_secret(data->api_key());
        if (!read) return fail(read.error());
        key = *std::move(read);
    }
    const auto webhook_secret = read_or_make_secret(data->webhook_secret());
    if (!webhook_secret) return fail(webhook_secret.error());

    auto catalogue = store::Catalogue::open(data->catalogue(), {.check_whole = false});
    if (!catalogue) return fail(catalogue.error());
    if (auto recovered = recover(*catalogue, *data); !recovered) return fail(recovered.error());

    CataloguePool catalogues(data->catalogue());
    auto of_webhooks = catalogues.open();
    if (!of_webhooks) return fail(of_webhooks.error());
    Metrics metrics;
    PagesUnderWay under_way;
    WebhookSender webhooks(*std::move(of_webhooks), *hosts, webhook_secret->text, metrics);
    JobRunner runner(*catalogue, *data, options.flow, under_way, metrics, [&webhooks] { webhooks.wake(); });
    run::WorkerOptions picture_worker = options.flow.workers;
    picture_worker.nice = 0;
    PictureMaker pictures(picture_worker);
    UploadSlots slots(options.uploads);
    std::atomic<bool> stopping{false};
    Desk desk{*data,
              catalogues,
              runner,
              under_way,
              pictures,
              slots,
              metrics,
              *hosts,
              options.uploads,
              options.flow.settings.limits,
              options.queue_length,
              options.room_to_keep,
              stopping};
    constexpr int threads_beside_uploads = 16;
    HttpServer server(desk,
                      {options.address, options.port, options.uploads.together + threads_beside_uploads, key.text});
    const auto port = server.start();
    if (!port) return fail(port.error());
    ready({*port, data->path(), key.made_now ? key.text : ""});
    runner.run(*options.stop);
    stopping = true;
    if (!server.stop(std::chrono::seconds{5})) {
        // Threads of requests that do not end cannot be stopped; what they were told is accepted is on disk.
        log_line("requests in flight were dropped");
        std::_Exit(0);
    }
    return {};
}

}  // namespace sohoa::service
