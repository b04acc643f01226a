#include "pipeline/service/job_runner.h"

#include <algorithm>
#include <fmt/format.h>

#include "pipeline/service/data_file.h"
#include "pipeline/service/request_log.h"
#include "pipeline/store/add_from_output.h"

namespace sohoa::service {

namespace {

constexpr std::chrono::seconds pause_of_trouble{10};

long long steady_seconds() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::vector<PageRun> runs_of(const std::vector<run::PageInFile>& sources) {
    std::vector<PageRun> runs;
    for (const auto& source : sources) {
        const bool follows =
            !runs.empty() && runs.back().file == source.file && runs.back().first + runs.back().count == source.page;
        if (follows) {
            ++runs.back().count;
        } else {
            runs.push_back({source.file, source.page, 1});
        }
    }
    return runs;
}

bool is_passing(const Problem& problem) {
    return problem.code == code::disk_full || problem.code == code::catalogue_busy;
}

}  // namespace

JobRunner::JobRunner(store::Catalogue& catalogue, const DataFolder& data, run::FlowOptions options,
                     PagesUnderWay& under_way, Metrics& metrics, std::function<void()> finished)
    : catalogue_(catalogue),
      data_(data),
      under_way_(under_way),
      metrics_(metrics),
      finished_(std::move(finished)),
      flow_(
          std::move(options), [this] { return next(); }, *this) {}

void JobRunner::run(const std::atomic<bool>& stop) {
    while (!stop) {
        last_step_ = steady_seconds();
        sweep_removed();
        flow_.step(std::chrono::milliseconds{flow_.idle() ? 0 : 100});
        record_ended();
        const auto& counts = flow_.counts();
        metrics_.work(counts.pages, counts.page_seconds, counts.deaths);
        if (flow_.idle()) rest();
    }
    flow_.stop();
    record_ended();
}

void JobRunner::rest() {
    constexpr std::chrono::milliseconds longest{500};  // to see that the server is to stop
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [this] { return woken_; });
    woken_ = false;
}

void JobRunner::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void JobRunner::removed(const std::string& id) {
    {
        const std::lock_guard lock(mutex_);
        removed_.push_back(id);
    }
    wake();
}

bool JobRunner::is_well() const {
    constexpr long long longest_step = 300;  // seconds: writing down a very long document
    return !disk_full_ && steady_seconds() - last_step_ < longest_step;
}

void JobRunner::sweep_removed() {
    std::vector<std::string> ids;
    {
        const std::lock_guard lock(mutex_);
        ids.swap(removed_);
    }
    for (const std::string& id : ids) {
        const auto at = std::find_if(running_.begin(), running_.end(), [&](const auto& e) { return e.second == id; });
        if (at == running_.end()) {
            data_.remove(id);
        } else {
            flow_.abandon(at->first);  // document_done removes the files
        }
    }
}

std::optional<run::NextDocument> JobRunner::next() {
    if (Clock::now() < paused_until_) return std::nullopt;
    auto job = Jobs(catalogue_).begin_next();
    if (!job) {
        pause(job.error());
        return std::nullopt;
    }
    if (!*job) return std::nullopt;
    run::NextDocument document;
    document.ticket = static_cast<std::size_t>((*job)->number);
    for (std::size_t k = 0; k < (*job)->files.size(); ++k) {
        document.arrival.files.push_back(data_.upload_folder((*job)->id, k) + "/" + (*job)->files[k].name);
    }
    document.arrival.stem = "document";
    document.output_folder = data_.document_folder((*job)->id);
    running_[document.ticket] = (*job)->id;
    return document;
}

void JobRunner::document_opened(std::size_t ticket, int pages, int done) {
    under_way_.opened(running_.at(ticket), {pages, done});
}

void JobRunner::page_read(std::size_t ticket) {
    under_way_.read(running_.at(ticket));
}

void JobRunner::document_done(std::size_t ticket, const scanners::Arrival&, const run::DocumentSummary& summary) {
    Ended ended{running_.at(ticket), {}};
    running_.erase(ticket);
    const bool failed = summary.state == run::DocumentSummary::State::failed;
    ended.result.status = failed ? JobStatus::failed : JobStatus::done;
    ended.result.problems = summary.problems;
    ended.result.pages = summary.pages;
    ended.result.page_runs = runs_of(summary.page_sources);
    ended_.push_back(std::move(ended));
}

void JobRunner::record_ended() {
    if (Clock::now() < paused_until_ && !ended_.empty() && disk_full_) return;
    std::vector<Ended> again;
    for (Ended& each : ended_) {
        if (!record(each)) again.push_back(std::move(each));
    }
    ended_ = std::move(again);
}

bool JobRunner::record(const Ended& ended) {
    Jobs jobs(catalogue_);
    const bool failed = ended.result.status == JobStatus::failed;
    if (failed && !ended.result.problems.empty()) {
        const Problem& why = ended.result.problems.front();
        // Room may come back, and what an older version or another key left half-done is made anew.
        const bool stale = why.code == code::output_exists;
        if (stale || why.code == code::disk_full) {
            if (stale) data_.remove_outputs(ended.id);
            if (!stale) pause(why);
            if (auto back = jobs.requeue(ended.id); !back) return pause(back.error()), false;
            under_way_.ended(ended.id);
            return true;
        }
    }
    const auto finished = jobs.finish(ended.id, ended.result, [&]() -> Result<void> {
        if (failed) return {};
        const auto job = jobs.find(ended.id);
        if (!job) return fail(job.error());
        const std::string& dossier_code = (*job)->words.dossier_code;
        if (!dossier_code.empty()) {
            if (auto written = write_dossier_code(data_, ended.id, dossier_code); !written) return written;
        }
        const auto added =
            store::add_from_output(catalogue_, data_.output(ended.id, ".json"), data_.output(ended.id, ".txt"),
                                   data_.output(ended.id, ".pdf"), {ended.id, dossier_code, "sohoa serve"});
        if (!added) return fail(added.error());
        return {};
    });
    if (!finished) {
        pause(finished.error());
        if (is_passing(finished.error())) return false;
        // The document cannot be put into the catalogue at all: that is its failure, not the queue's.
        if (failed) return true;
        return record({ended.id, {JobStatus::failed, {finished.error()}, 0, {}}});
    }
    disk_full_ = false;
    under_way_.ended(ended.id);
    if (!*finished) data_.remove(ended.id);  // removed while it was read
    finished_();
    return true;
}

void JobRunner::pause(const Problem& why) {
    disk_full_ = why.code == code::disk_full;
    paused_until_ = Clock::now() + pause_of_trouble;
    log_line("job: " + describe(why, Language::english));
}

}  // namespace sohoa::service
