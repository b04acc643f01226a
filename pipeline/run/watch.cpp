#include "pipeline/run/watch.h"

#include <algorithm>
#include <thread>

#include "pipeline/run/recorded_output.h"
#include "pipeline/run/watch_run.h"

namespace sohoa::run {

namespace {

constexpr std::size_t most_taken = 100;  // papers taken and not put away: enough for every worker, little memory

Problem output_is_folder(const std::string& folder) {
    return problem(code::usage, {"Thư mục kết quả trùng với thư mục quét", "the output folder is the watched folder"},
                   {"Chọn thư mục -o khác", "choose another -o folder"})
        .in_file(folder);
}

std::vector<std::string> with_output(const WatchOptions& options) {
    std::vector<std::string> paths = options.left_alone;
    paths.push_back(options.output_folder);
    return paths;
}

}  // namespace

WatchRun::WatchRun(const WatchOptions& options, WatchListener& listener)
    : options_(options),
      listener_(listener),
      folder_(options.folder, with_output(options), options.still),
      places_(options.output_folder, options.settings),
      output_(options.output_folder),
      of_folder_(options.poll, options.longest_pause),
      of_output_(options.poll, options.longest_pause),
      of_tools_(options.poll, options.longest_pause),
      of_catalogue_(options.poll, options.longest_pause),
      flow_(
          {options.jobs, false, options.settings, options.workers, options.key, nullptr}, [this] { return next(); },
          *this) {}

Result<WatchSummary> WatchRun::run() {
    if (scanners::file_id(options_.folder) == scanners::file_id(options_.output_folder) &&
        scanners::file_id(options_.folder) != scanners::FileId{}) {
        return fail(output_is_folder(options_.output_folder));
    }
    if (auto owned = own_folder(); !owned) return fail(owned.error());
    if (auto held = output_.take(); !held) {
        if (held.error().code == code::output_in_use) return fail(held.error());
        met(of_output_, held.error());
    }
    listener_.watching(papers_.size());
    while (options_.stop == nullptr || !options_.stop->load()) {
        if (Clock::now() >= next_look_) look();
        if (of_output_.stands()) static_cast<void>(output_ready());
        constexpr std::chrono::milliseconds pause{100};
        flow_.step(flow_.idle() ? std::chrono::milliseconds{0} : pause);
        conclude_ended();
        if (options_.once && (in_trouble() || (papers_.empty() && folder_.is_quiet()))) break;
        if (flow_.idle()) std::this_thread::sleep_for(std::min(pause, options_.poll));
    }
    return end();
}

void WatchRun::document_done(std::size_t ticket, const scanners::Arrival& arrival, const DocumentSummary& summary) {
    WatchedPaper& paper = *tickets_.extract(ticket).mapped();
    paper.made.push_back(summary);
    paper.arrivals.push_back(arrival);
    if (--paper.under_way == 0 && paper.next == paper.plan.documents.size()) ended_.push_back(&paper);
}

Result<void> WatchRun::own_folder() {
    std::set<std::string> known;
    for (const auto& [key, paper] : papers_) known.insert(key);
    auto left = folder_.own(known);
    if (!left) return fail(left.error());
    for (TakenPaper& taken : *left) {
        WatchedPaper& paper = add(std::move(taken));
        if (paper.taken.destination.empty()) {
            to_read_.push_back(&paper);
        } else {
            ended_.push_back(&paper);
        }
    }
    return {};
}

WatchedPaper& WatchRun::add(TakenPaper taken) {
    places_.take(taken.place, taken.is_folder);
    auto& paper = papers_[taken.key];
    paper = std::make_unique<WatchedPaper>();
    paper->taken = std::move(taken);
    return *paper;
}

void WatchRun::drop(const WatchedPaper& paper) {
    places_.give_back(paper.taken.place, paper.taken.is_folder);
    const std::string key = paper.taken.key;
    papers_.erase(key);
}

void WatchRun::look() {
    const Clock::time_point begun = Clock::now();
    next_look_ = begun + options_.poll;
    if (!of_folder_.may_try(begun)) return;
    if (!folder_.is_owned()) {
        if (!folder_.is_there()) return met(of_folder_, folder_.gone());
        if (auto owned = own_folder(); !owned) return met(of_folder_, owned.error());
    }
    if (auto looked = folder_.look(); !looked) return met(of_folder_, folder_.gone());
    tell_over(of_folder_, {"Thư mục quét đã có lại", "the watched folder is back"});
    // A listing of a large folder over a slow net does not keep the net busy all the time.
    const Clock::time_point now = Clock::now();
    next_look_ = std::max(next_look_, now + 4 * (now - begun));
}

WatchedPaper* WatchRun::take_next() {
    while (papers_.size() < most_taken && folder_.has_ready() && of_folder_.may_try(Clock::now())) {
        auto next = folder_.take_next([this](const std::string& path, const std::string& name, bool is_folder) {
            return choose_place(path, name, is_folder);
        });
        if (next.paper) return &add(*std::move(next.paper));
        if (next.trouble) met(of_folder_, *next.trouble);
        if (next.refused) {
            ++summary_.failed;
            listener_.refused(*next.refused);
        }
    }
    return nullptr;
}

Place WatchRun::choose_place(const std::string& path, const std::string& name, bool is_folder) {
    if (!is_folder) return places_.for_file(path);
    return places_.for_folder(name, [&] {
        return scanners::plan_arrivals({path}, options_.output_folder, false, is_recorded_output,
                                       scanners::Links::left_alone);
    });
}

std::optional<NextDocument> WatchRun::next() {
    if (stopping_ || (feeding_ == nullptr && to_read_.empty() && !folder_.has_ready())) return std::nullopt;
    if (!output_ready()) return std::nullopt;
    // One document at a time shows whether it is over.
    if (of_tools_.stands() && (!tickets_.empty() || !of_tools_.may_try(Clock::now()))) return std::nullopt;
    while (feeding_ == nullptr) {
        WatchedPaper* paper = next_paper();
        if (paper == nullptr) return std::nullopt;
        plan(*paper, folder_.journal(), options_.output_folder);
        if (paper->plan.documents.empty()) {
            ended_.push_back(paper);
        } else {
            feeding_ = paper;
        }
    }
    WatchedPaper& paper = *feeding_;
    NextDocument document{next_ticket_++, paper.plan.documents[paper.next++], options_.output_folder};
    ++paper.under_way;
    tickets_[document.ticket] = &paper;
    if (paper.next == paper.plan.documents.size()) feeding_ = nullptr;
    return document;
}

WatchedPaper* WatchRun::next_paper() {
    const Clock::time_point now = Clock::now();
    const auto due = std::find_if(to_read_.begin(), to_read_.end(),
                                  [&](const WatchedPaper* paper) { return paper->not_before <= now; });
    if (due == to_read_.end()) return take_next();
    WatchedPaper* paper = *due;
    to_read_.erase(due);
    return paper;
}

void WatchRun::read_again(WatchedPaper& paper, std::chrono::milliseconds pause) {
    paper.not_before = Clock::now() + pause;
    to_read_.push_back(&paper);
}

bool WatchRun::output_ready() {
    if (!of_output_.stands() && output_.is_held()) return true;
    if (!of_output_.may_try(Clock::now())) return false;
    auto ready = output_.take();
    if (ready && of_output_.stands()) ready = output_.check_room();
    if (!ready) {
        met(of_output_, ready.error());
        return false;
    }
    tell_over(of_output_, {"Thư mục kết quả ghi được trở lại", "the output folder can be written again"});
    return true;
}

void WatchRun::met(Trouble& trouble, const Problem& why) {
    if (trouble.met(why, Clock::now())) listener_.trouble(why);
}

void WatchRun::tell_over(Trouble& trouble, const Bilingual& what) {
    if (trouble.over(Clock::now())) listener_.trouble_over(what);
}

bool WatchRun::in_trouble() const {
    return of_folder_.stands() || of_output_.stands() || of_tools_.stands() || of_catalogue_.stands();
}

WatchSummary WatchRun::end() {
    stopping_ = true;
    flow_.stop();
    conclude_ended();
    static_cast<void>(flow_.unfinished());
    summary_.under_way = papers_.size();
    summary_.waiting = folder_.waiting();
    summary_.in_trouble = in_trouble();
    return summary_;
}

Result<WatchSummary> watch(const WatchOptions& options, WatchListener& listener) {
    return WatchRun(options, listener).run();
}

}  // namespace sohoa::run
