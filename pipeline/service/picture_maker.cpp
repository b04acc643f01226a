#include "pipeline/service/picture_maker.h"

#include <array>
#include <charconv>

namespace sohoa::service {

Result<void> PictureMaker::make(run::PictureTask task) {
    constexpr int most_waiting = 8;  // threads of the server; the others answer other requests meanwhile
    struct Waiting {
        explicit Waiting(std::atomic<int>& count) : count_(count), number(++count) {}
        ~Waiting() { --count_; }
        std::atomic<int>& count_;
        const int number;
    } const waiting(waiting_);
    if (waiting.number > most_waiting) {
        return fail(code::too_many_uploads, {"Đang làm quá nhiều ảnh trang cùng lúc", "too many pictures at once"},
                    {"Chờ số giây trong Retry-After rồi hỏi lại", "wait as Retry-After says and ask again"});
    }
    const std::lock_guard lock(mutex_);
    pool_.submit(0, std::move(task));
    for (;;) {
        for (run::Outcome& outcome : pool_.wait(std::chrono::milliseconds{1000})) {
            if (!outcome.answer) return fail(outcome.answer.error());
            return {};
        }
    }
}

int picture_width(const std::string& asked) {
    constexpr std::array<int, 5> widths{320, 640, 1280, 2000, 3000};
    if (asked.empty()) return widths.at(2);
    int width = 0;
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), width);
    if (error != std::errc() || end != asked.data() + asked.size() || width < 1) return 0;
    for (const int each : widths) {
        if (width <= each) return each;
    }
    return width <= widths.back() ? widths.back() : 0;
}

}  // namespace sohoa::service
