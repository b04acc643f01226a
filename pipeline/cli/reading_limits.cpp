#include "pipeline/cli/reading_limits.h"

#include <CLI/CLI.hpp>

namespace sohoa::cli {

void ReadingLimits::add_to(CLI::App& command) {
    const auto limit = [&command](const char* name, auto& value, const char* meaning, const char* unit) {
        command.add_option(name, value, meaning)
            ->capture_default_str()
            ->check(CLI::Range(1, 1'000'000'000).description(""))
            ->type_name(unit)
            ->group("Giới hạn, để tệp hỏng không làm treo máy (limits)");
    };
    limit("--max-megapixels", megapixels, "điểm ảnh mỗi trang, triệu (megapixels a page)", "N");
    limit("--max-megabytes", megabytes, "dung lượng mỗi tệp, MB (megabytes a file)", "N");
    limit("--max-pages", pages, "số trang mỗi tệp (pages a file)", "N");
    limit("--page-seconds", page_seconds, "thời gian đọc mỗi trang, giây (seconds a page)", "N");
    limit("--worker-memory", worker_megabytes, "bộ nhớ mỗi tiến trình đọc trang, MB (address space a worker)", "MB");
}

void ReadingLimits::apply(run::Settings& settings, run::WorkerOptions& workers) const {
    settings.limits.pixels = megapixels * 1'000'000;
    settings.limits.bytes = static_cast<std::size_t>(megabytes) << 20;
    settings.limits.pages = pages;
    workers.memory_bytes = worker_megabytes << 20;
    workers.deadline = std::chrono::seconds(page_seconds);
}

}  // namespace sohoa::cli
