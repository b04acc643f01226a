#include "pipeline/run/worker_pool.h"

#include <algorithm>
#include <fmt/format.h>
#include <poll.h>

namespace sohoa::run {

namespace {

constexpr int attempts_allowed = 2;

Problem died(const std::string& how) {
    return problem(code::worker_died,
                   {fmt::format("Tiến trình đọc trang dừng bất thường hai lần ({})", how),
                    fmt::format("the page worker died twice ({})", how)},
                   {"Tệp có thể hỏng: quét lại trang này; nếu vẫn lỗi, gửi tệp cho nhóm phát triển",
                    "the file may be damaged: scan the page again; if it fails again, report the file"});
}

Problem too_slow(std::chrono::seconds deadline) {
    return problem(code::worker_timeout,
                   {fmt::format("Xử lý quá {} giây (giới hạn --page-seconds)", deadline.count()),
                    fmt::format("took longer than {} seconds (limit --page-seconds)", deadline.count())},
                   {"Tăng --page-seconds, hoặc quét lại ở 300 dpi", "raise --page-seconds, or scan again at 300 dpi"});
}

}  // namespace

WorkerPool::WorkerPool(int workers, WorkerOptions options)
    : options_(std::move(options)), slots_(static_cast<std::size_t>(std::max(1, workers))) {}

WorkerPool::~WorkerPool() = default;

bool WorkerPool::has_room() const {
    const bool again = std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) {
        return slot.task && slot.attempts > (slot.running ? 1 : 0);
    });
    return !again && std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return !slot.task; });
}

bool WorkerPool::idle() const {
    return early_.empty() &&
           std::none_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.task.has_value(); });
}

void WorkerPool::submit(std::size_t ticket, Task task) {
    auto& slot = *std::find_if(slots_.begin(), slots_.end(), [](const Slot& s) { return !s.task; });
    slot.task = std::move(task);
    slot.ticket = ticket;
    slot.attempts = 0;
    dispatch(slot, early_);
}

void WorkerPool::dispatch(Slot& slot, std::vector<Outcome>& outcomes) {
    ++slot.attempts;
    slot.running = true;
    slot.begun = Clock::now();
    slot.deadline = slot.begun + options_.deadline;
    if (!slot.process) {
        auto started = WorkerProcess::start(options_);
        if (!started) return finished(slot, fail(started.error()), outcomes);
        slot.process = *std::move(started);
    }
    if (!slot.process->send(to_wire(*slot.task))) failed(slot, died(slot.process->end()), outcomes);
}

void WorkerPool::failed(Slot& slot, Problem why, std::vector<Outcome>& outcomes) {
    ++counts_.deaths;
    slot.process.reset();
    slot.running = false;
    if (slot.attempts < attempts_allowed) return;  // until the others are done
    why.file = file_of(*slot.task);
    why.page = page_of(*slot.task);
    finished(slot, fail(std::move(why)), outcomes);
}

void WorkerPool::finished(Slot& slot, Result<Answer> answer, std::vector<Outcome>& outcomes) {
    if (answer) {
        if (const auto* page = std::get_if<PageAnswer>(&*answer)) {
            peak_kilobytes_ = std::max(peak_kilobytes_, page->peak_kilobytes);
            if (std::holds_alternative<PageTask>(*slot.task)) {
                ++counts_.pages;
                counts_.page_seconds += std::chrono::duration<double>(Clock::now() - slot.begun).count();
            }
        }
    }
    outcomes.push_back({slot.ticket, std::move(answer)});
    slot.task.reset();
    slot.running = false;
}

void WorkerPool::try_again_alone(std::vector<Outcome>& outcomes) {
    if (std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.running; })) return;
    const auto waiting =
        std::find_if(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.task && !slot.running; });
    if (waiting == slots_.end()) return;
    // What idle workers keep in memory must not be missing now.
    for (Slot& slot : slots_) slot.process.reset();
    dispatch(*waiting, outcomes);
}

std::vector<Outcome> WorkerPool::wait(std::chrono::milliseconds timeout) {
    std::vector<Outcome> outcomes = std::move(early_);
    early_.clear();
    try_again_alone(outcomes);
    if (!outcomes.empty()) timeout = std::chrono::milliseconds{0};

    std::vector<pollfd> polls;
    std::vector<Slot*> polled;
    for (Slot& slot : slots_) {
        if (!slot.running || !slot.process) continue;
        polls.push_back({slot.process->answers(), POLLIN, 0});
        polled.push_back(&slot);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(slot.deadline - Clock::now());
        timeout = std::clamp(left, std::chrono::milliseconds{0}, timeout);
    }
    ::poll(polls.data(), polls.size(), static_cast<int>(timeout.count()));

    for (std::size_t k = 0; k < polls.size(); ++k) {
        Slot& slot = *polled[k];
        if (polls[k].revents != 0) {
            std::string line;
            switch (slot.process->receive(line)) {
                case WorkerProcess::Event::line:
                    if (auto answer = answer_from_wire(line)) {
                        finished(slot, *std::move(answer), outcomes);
                    } else {
                        slot.process->end();
                        failed(slot, died("nonsense"), outcomes);
                    }
                    continue;
                case WorkerProcess::Event::gone:
                    failed(slot, died(slot.process->end()), outcomes);
                    continue;
                case WorkerProcess::Event::nothing:
                    break;
            }
        }
        if (Clock::now() >= slot.deadline) failed(slot, too_slow(options_.deadline), outcomes);
    }
    return outcomes;
}

void WorkerPool::stop() {
    for (Slot& slot : slots_) {
        slot.process.reset();
        slot.task.reset();
        slot.running = false;
    }
    early_.clear();
}

}  // namespace sohoa::run
