#include "pipeline/run/digitize.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>
#include <sys/resource.h>
#include <thread>
#include <unordered_map>

#include "base/files.h"
#include "base/sha256.h"
#include "pipeline/run/document_job.h"
#include "pipeline/run/document_writer.h"
#include "pipeline/run/existing_output.h"
#include "pipeline/run/finisher.h"
#include "pipeline/run/output_lock.h"
#include "pipeline/run/version.h"
#include "pipeline/run/worker_pool.h"
#include "scanners/arrivals.h"

namespace sohoa::run {

namespace {

using State = DocumentSummary::State;

long long own_peak_kilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// What a ticket of the pool was about.
struct Asked {
    DocumentJob* job = nullptr;
    bool opening = false;
    int number = 0;  ///< index of the file (opening) or output page
};

/// One batch from the first file to the last document. Documents are opened a little ahead of the pages being read, so
/// that no worker waits and no more than a few documents are in memory.
class Batch {
public:
    Batch(const DigitizeOptions& options, Progress& progress)
        : options_(options),
          progress_(progress),
          pool_(workers(options), options.workers),
          finisher_([this](DocumentJob& job) { return write_document(job, options_.settings, options_.key); }) {}

    BatchSummary run(scanners::Arrivals arrivals) {
        const auto begin = std::chrono::steady_clock::now();
        for (const Problem& problem : arrivals.problems) {
            progress_.problem(problem);
            if (problem.severity == Severity::error) ++summary_.failed;
        }
        arrivals_ = std::move(arrivals);
        tell_known_pages();
        while (!finished()) {
            if (options_.stop != nullptr && options_.stop->load()) {
                summary_.stopped = true;
                pool_.stop();
                progress_.stopping();
                break;
            }
            fill_workers();
            for (Outcome& outcome : pool_.wait(std::chrono::milliseconds{100})) take(std::move(outcome));
            collect_documents();
        }
        if (summary_.stopped) {
            finisher_.wait_until_idle();
            collect_documents();
            tell_unfinished();
        }
        write_dossiers();
        summary_.worker_peak_kilobytes = pool_.peak_kilobytes();
        summary_.parent_peak_kilobytes = own_peak_kilobytes();
        summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return summary_;
    }

private:
    static int workers(const DigitizeOptions& options) {
        if (options.jobs > 0) return options.jobs;
        return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    }

    bool finished() const { return next_arrival_ == arrivals_.documents.size() && active_.empty() && pool_.idle(); }

    void fill_workers() {
        while (pool_.has_room() && submit_one()) {
        }
    }

    /// Pages of documents that were opened first come first; then a file to open.
    bool submit_one() {
        for (auto& [position, job] : active_) {
            if (const auto file = job->next_file()) {
                submit({job.get(), true, static_cast<int>(job->files_asked() - 1)},
                       OpenTask{*file, options_.settings.limits});
                return true;
            }
            if (!job->all_opened() || !reading_.contains(job.get())) continue;
            if (const auto number = job->next_page()) {
                const auto source = job->source_of(*number);
                const auto& file = job->files()[source.file];
                submit({job.get(), false, *number}, PageTask{file.path, source.page, file.facts.sha256,
                                                             job->spool().page(*number), options_.settings});
                return true;
            }
        }
        constexpr std::size_t ahead = 64;  // documents open at once: enough for any number of cores, little memory
        if (next_arrival_ == arrivals_.documents.size() || active_.size() >= ahead) return false;
        const std::size_t position = next_arrival_++;
        active_[position] =
            std::make_unique<DocumentJob>(position, std::move(arrivals_.documents[position]), options_.output_folder);
        return submit_one();
    }

    void submit(Asked asked, Task task) {
        const std::size_t ticket = next_ticket_++;
        asked_[ticket] = asked;
        pool_.submit(ticket, std::move(task));
    }

    void take(Outcome outcome) {
        const Asked asked = asked_.at(outcome.ticket);
        asked_.erase(outcome.ticket);
        DocumentJob& job = *asked.job;
        if (asked.opening) {
            Result<OpenAnswer> answer = fail(Problem{});
            if (outcome.answer) {
                answer = std::get<OpenAnswer>(*std::move(outcome.answer));
            } else {
                answer = fail(outcome.answer.error());
            }
            job.opened(static_cast<std::size_t>(asked.number), std::move(answer));
            if (job.all_opened()) begin_reading(job);
            return;
        }
        if (outcome.answer) {
            job.page_done(asked.number);
            progress_.page_done(++pages_done_);
        } else {
            job.page_lost(asked.number, outcome.answer.error());
            tell_known_pages(-1);
        }
        if (job.pages_finished()) finish(job);
    }

    void begin_reading(DocumentJob& job) {
        ++opened_documents_;
        if (!job.number_pages()) return give_up(job);
        const std::string identity = job.identity(options_.settings);
        const auto existing = existing_output(job.output(".json"), job.output(".pdf"), hex(sha256(identity)));
        if (existing == ExistingOutput::same && !options_.force) {
            DocumentSummary same;
            same.state = State::left_as_it_is;
            same.pages = job.page_count();
            return conclude(job, std::move(same));
        }
        if (existing == ExistingOutput::different && !options_.force) {
            job.problems.push_back(another_output(job));
            return give_up(job);
        }
        Spool spool(options_.output_folder, identity + job.output(""));
        if (auto made = spool.create(); !made) {
            job.problems.push_back(made.error());
            return give_up(job);
        }
        job.begin_pages(std::move(spool));
        reading_[&job] = true;
        tell_known_pages(job.page_count());
        pages_done_ += job.pages_done();
        if (job.pages_done() > 0) progress_.page_done(pages_done_);
        if (job.pages_finished()) finish(job);
    }

    /// Says in what the output that stands there differs.
    Problem another_output(const DocumentJob& job) const {
        Making now{version(), fingerprint(options_.settings), {}};
        for (const auto& file : job.files()) now.sources.push_back(file.facts.sha256);
        Bilingual why;
        for (const Bilingual& each : differences(job.output(".json"), now)) {
            why.vi += (why.vi.empty() ? "" : "; ") + each.vi;
            why.en += (why.en.empty() ? "" : "; ") + each.en;
        }
        if (why.empty())
            why = {"tệp PDF ở đó không có JSON của sohoa bên cạnh", "the PDF there has no JSON of sohoa's"};
        const std::string path = job.output(".pdf");
        return problem(code::output_exists,
                       {fmt::format("Kết quả đã có nhưng khác lượt này [{}]: {}", why.vi, path),
                        fmt::format("an output that differs is already there [{}]: {}", why.en, path)},
                       {"Thêm --force để đọc lại và ghi đè, hoặc chọn thư mục -o khác",
                        "add --force to read it again and write over it, or choose another -o folder"})
            .in_file(job.arrival().files.front());
    }

    void finish(DocumentJob& job) {
        reading_.erase(&job);
        if (job.pages_done() == 0) {
            job.spool().remove();
            return give_up(job);
        }
        finisher_.submit(&job);
    }

    void give_up(DocumentJob& job) {
        DocumentSummary lost;
        lost.state = State::failed;
        conclude(job, std::move(lost));
    }

    void collect_documents() {
        for (auto& [job, result] : finisher_.collect()) {
            if (result) {
                conclude(*job, *std::move(result));
            } else {
                job->problems.push_back(result.error());
                give_up(*job);
            }
        }
    }

    void conclude(DocumentJob& job, DocumentSummary document) {
        document.input = job.arrival().files.front();
        if (document.state != State::failed) document.output = job.output(".pdf");
        for (Problem& problem : job.problems) {
            if (problem.file.empty()) problem.file = document.input;
            document.problems.push_back(std::move(problem));
        }
        std::stable_sort(document.problems.begin(), document.problems.end(),
                         [](const Problem& a, const Problem& b) { return a.severity > b.severity; });
        ++summary_.documents;
        summary_.pages += document.pages;
        if (document.state == State::left_as_it_is) ++summary_.left_as_they_are;
        const bool has_error = !document.problems.empty() && document.problems.front().severity == Severity::error;
        if (document.state == State::failed || has_error) ++summary_.failed;
        summary_.warnings +=
            static_cast<int>(std::count_if(document.problems.begin(), document.problems.end(),
                                           [](const Problem& p) { return p.severity == Severity::warning; }));
        progress_.document_done(document);
        folders_[job.arrival().folder].push_back(job.arrival().stem);
        active_.erase(job.position());
        tell_known_pages();
    }

    void tell_known_pages(int more = 0) {
        pages_known_ += more;
        progress_.pages_known(pages_known_, opened_documents_ == arrivals_.documents.size());
    }

    /// What a stopped run leaves for the next.
    void tell_unfinished() {
        for (const auto& [position, job] : active_) {
            summary_.unfinished.push_back(job->arrival().files.front());
            unfinished_folders_.insert(job->arrival().folder);
            summary_.pages_kept += job->pages_done();
            if (reading_.contains(job.get())) job->spool().remove_unfinished();
        }
        for (std::size_t k = next_arrival_; k < arrivals_.documents.size(); ++k) {
            summary_.unfinished.push_back(arrivals_.documents[k].files.front());
            unfinished_folders_.insert(arrivals_.documents[k].folder);
        }
    }

    void write_dossiers() {
        for (const auto& dossier : arrivals_.dossiers) {
            // Half a list would pass for a whole dossier; the run that goes on writes it.
            if (unfinished_folders_.contains(dossier.folder)) continue;
            auto stems = folders_[dossier.folder];
            std::sort(stems.begin(), stems.end());
            if (stems.empty()) continue;
            const auto folder = (std::filesystem::path(options_.output_folder) / dossier.folder).string();
            if (auto written = write_dossier(folder, dossier.name, stems); !written) {
                progress_.problem(written.error());
                ++summary_.failed;
            }
        }
    }

    const DigitizeOptions& options_;
    Progress& progress_;
    WorkerPool pool_;
    scanners::Arrivals arrivals_;
    std::size_t next_arrival_ = 0;
    std::size_t opened_documents_ = 0;
    std::map<std::size_t, std::unique_ptr<DocumentJob>> active_;  // by position, so the first named is read first
    std::unordered_map<DocumentJob*, bool> reading_;
    std::unordered_map<std::size_t, Asked> asked_;
    std::map<std::string, std::vector<std::string>> folders_;
    std::set<std::string> unfinished_folders_;
    std::size_t next_ticket_ = 0;
    int pages_known_ = 0;
    int pages_done_ = 0;
    BatchSummary summary_;
    Finisher finisher_;  // last: its thread ends before what it works on
};

}  // namespace

Result<BatchSummary> digitize(const DigitizeOptions& options, Progress& progress) {
    const auto lock = OutputLock::take(options.output_folder);
    if (!lock) return fail(lock.error());
    if (lock->after_killed_run()) remove_temporary_files(options.output_folder);
    Batch batch(options, progress);
    return batch.run(scanners::plan_arrivals(options.inputs, options.output_folder, options.join));
}

}  // namespace sohoa::run
