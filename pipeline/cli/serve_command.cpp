#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/reading_limits.h"
#include "pipeline/cli/shared_options.h"
#include "pipeline/cli/stop_asked.h"
#include "pipeline/cli/told.h"
#include "pipeline/service/service.h"

namespace sohoa::cli {

namespace {

struct ServeWords {
    service::ServeOptions options;
    SigningWords signing;
    ReadingLimits limits;
    long long upload_megabytes = 200;
    long long free_megabytes = 500;
};

void say_ready(const service::Ready& ready, const std::string& address, Language language) {
    const std::string host = address.find(':') == std::string::npos ? address : "[" + address + "]";
    std::cout << fmt::format("sohoa serve: http://{}:{}/\n", host, ready.port);
    if (ready.made_key.empty()) {
        std::cout << std::flush;
        return;
    }
    // Once, to a person: a key in a log is a key given away.
    const std::string where = ready.data_folder + "/api-key";
    if (::isatty(STDOUT_FILENO) != 0) {
        std::cout << in(language, {"Khóa (chỉ hiện lần này, cũng nằm trong " + where + "): ",
                                   "key (shown this once, also in " + where + "): "})
                  << ready.made_key << "\n";
    } else {
        std::cout << in(language, {"Khóa đã tạo, nằm trong " + where, "a key was made, it is in " + where}) << "\n";
    }
    std::cout << std::flush;
}

int serve(ServeWords& words, Language language) {
    auto& options = words.options;
    options.uploads.bytes = static_cast<std::uint64_t>(words.upload_megabytes) << 20;
    options.room_to_keep = static_cast<std::uint64_t>(words.free_megabytes) << 20;
    words.limits.apply(options.flow.settings, options.flow.workers);
    options.flow.workers.nice = 5;  // requests are answered quickly while pages are read
    if (const char* key = std::getenv("SOHOA_API_KEY"); key != nullptr) options.api_key = key;
    ::unsetenv("SOHOA_API_KEY");  // not for the workers
    const auto key = words.signing.open(options.flow.settings);
    if (!key) return told(key.error(), language, exit_usage);
    options.flow.key = key->get();
    options.stop = &stop_in_good_order();
    const auto served =
        service::serve(options, [&](const service::Ready& ready) { say_ready(ready, options.address, language); });
    if (!served) return told(served.error(), language, exit_usage);
    return exit_done;
}

}  // namespace

void add_serve(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<ServeWords>();
    auto* command = app.add_subcommand(
        "serve", "dịch vụ HTTP: nhận giấy tờ, trả PDF, dữ liệu, văn bản\n(HTTP service for other programs)");
    command->group(command_group);
    command->footer(
        "Khóa: biến SOHOA_API_KEY, hoặc tự tạo trong DIR/api-key (the key: SOHOA_API_KEY, or made in DIR/api-key).\n"
        "Mô tả (description): docs/service.md, http://127.0.0.1:8080/openapi.json\n\n"
        "Ví dụ (example):\n"
        "  sohoa serve --data /var/lib/sohoa --port 8080 --sign can-bo.p12\n"
        "  curl -H \"Authorization: Bearer $KEY\" --data-binary @don.jpg http://127.0.0.1:8080/v1/documents\n");
    auto& options = words->options;
    command->add_option("--data", options.data_folder, "thư mục dữ liệu, tự tạo nếu chưa có (data folder)")
        ->required()
        ->type_name("DIR");
    command->add_option("--port", options.port, "cổng; 0: cổng trống bất kỳ (0: any free one)")
        ->capture_default_str()
        ->check(CLI::Range(0, 65535).description(""))
        ->type_name("N");
    command->add_option("--bind", options.address, "địa chỉ; mặc định chỉ máy này (only this machine by default)")
        ->capture_default_str()
        ->type_name("ADDR");
    words->signing.add_to(*command);
    command
        ->add_option("--webhook-host", options.webhook_hosts,
                     "máy được nhận tin callback_url: máy, máy:cổng, máy=IP; dùng nhiều lần (hosts news may go to)")
        ->type_name("HOST[:PORT]");
    add_jobs(*command, options.flow.jobs);
    const auto limit = [command](const char* name, auto& value, const char* meaning, const char* unit) {
        command->add_option(name, value, meaning)
            ->capture_default_str()
            ->check(CLI::Range(0, 1'000'000'000).description(""))
            ->type_name(unit)
            ->group("Giới hạn của dịch vụ (limits of the service)");
    };
    limit("--max-upload-megabytes", words->upload_megabytes, "dung lượng mỗi lần gửi (of one upload)", "MB");
    limit("--max-queue", options.queue_length, "số tài liệu chờ (documents waiting)", "N");
    limit("--uploads-per-client", options.uploads.of_one_client, "số lần gửi cùng lúc của một máy (a client)", "N");
    limit("--min-free-megabytes", words->free_megabytes, "chỗ trống giữ lại trên đĩa (kept free on the disk)", "MB");
    words->limits.add_to(*command);
    add_worker_program(*command, options.flow.workers.program);
    command->callback([words, &language, &action] { action = [words, &language] { return serve(*words, language); }; });
}

}  // namespace sohoa::cli
