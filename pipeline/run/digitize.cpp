#include "pipeline/run/digitize.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <sys/resource.h>

#include "base/files.h"
#include "pipeline/run/document_flow.h"
#include "pipeline/run/document_writer.h"
#include "pipeline/run/input_files.h"
#include "pipeline/run/output_lock.h"
#include "pipeline/run/recorded_output.h"
#include "scanners/arrivals.h"

namespace sohoa::run {

namespace {

using State = DocumentSummary::State;

long long own_peak_kilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

FlowOptions flow_options(const DigitizeOptions& options, const InputFiles& inputs) {
    return {options.jobs, options.force, options.settings, options.workers, options.key, &inputs};
}

/// One batch from the first file to the last document.
class Batch : public FlowListener {
public:
    Batch(const DigitizeOptions& options, Progress& progress)
        : options_(options),
          progress_(progress),
          flow_(
              flow_options(options, inputs_), [this] { return next(); }, *this) {}

    BatchSummary run(scanners::Arrivals arrivals) {
        const auto begin = std::chrono::steady_clock::now();
        for (const Problem& problem : arrivals.problems) lost(problem);
        for (const auto& document : arrivals.documents) {
            for (const auto& file : document.files) inputs_.add(file);
        }
        // Files beside the papers are originals too: a text of the same name is not ours to replace.
        for (const auto* files : {&arrivals.passed_over, &arrivals.beside_papers}) {
            for (const auto& file : *files) inputs_.add(file);
        }
        summary_.passed_over = std::move(arrivals.passed_over);
        arrivals_ = std::move(arrivals);
        tell_known_pages();
        while (next_arrival_ < arrivals_.documents.size() || !flow_.idle()) {
            if (options_.stop != nullptr && options_.stop->load()) {
                summary_.stopped = true;
                progress_.stopping();
                flow_.stop();
                tell_unfinished();
                break;
            }
            flow_.step(std::chrono::milliseconds{100});
        }
        write_dossiers();
        summary_.worker_peak_kilobytes = flow_.worker_peak_kilobytes();
        summary_.parent_peak_kilobytes = own_peak_kilobytes();
        summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return summary_;
    }

    void document_opened(std::size_t, int pages, int done) override {
        ++opened_documents_;
        pages_known_ += pages;
        tell_known_pages();
        pages_done_ += done;
        if (done > 0) progress_.page_done(pages_done_);
    }

    void page_read(std::size_t) override { progress_.page_done(++pages_done_); }

    void page_lost(std::size_t) override {
        --pages_known_;
        tell_known_pages();
    }

    void document_done(std::size_t, const scanners::Arrival& arrival, const DocumentSummary& document) override {
        ++summary_.documents;
        summary_.pages += document.pages;
        if (document.state != State::failed) ++summary_.made;
        if (document.is_signed) ++summary_.signed_documents;
        if (document.state == State::left_as_it_is) ++summary_.left_as_they_are;
        const bool has_error = !document.problems.empty() && document.problems.front().severity == Severity::error;
        if (document.state == State::failed || has_error) ++summary_.failed;
        summary_.warnings +=
            static_cast<int>(std::count_if(document.problems.begin(), document.problems.end(),
                                           [](const Problem& p) { return p.severity == Severity::warning; }));
        progress_.document_done(document);
        folders_[arrival.folder].push_back(arrival.stem);
        tell_known_pages();
    }

private:
    std::optional<NextDocument> next() {
        if (next_arrival_ == arrivals_.documents.size()) return std::nullopt;
        const std::size_t position = next_arrival_++;
        return NextDocument{position, std::move(arrivals_.documents[position]), options_.output_folder};
    }

    void lost(const Problem& problem) {
        progress_.problem(problem);
        summary_.lost.push_back(problem);
        ++summary_.failed;
    }

    void tell_known_pages() { progress_.pages_known(pages_known_, opened_documents_ == arrivals_.documents.size()); }

    /// What a stopped run leaves for the next.
    void tell_unfinished() {
        const auto leave = [this](const scanners::Arrival& arrival) {
            summary_.unfinished.push_back(arrival.files.front());
            unfinished_folders_.insert(arrival.folder);
        };
        for (const auto& left : flow_.unfinished()) {
            leave(left.arrival);
            summary_.pages_kept += left.pages_kept;
        }
        for (std::size_t k = next_arrival_; k < arrivals_.documents.size(); ++k) leave(arrivals_.documents[k]);
    }

    void write_dossiers() {
        for (const auto& dossier : arrivals_.dossiers) {
            // Half a list would pass for a whole dossier; the run that goes on writes it.
            if (unfinished_folders_.contains(dossier.folder)) continue;
            auto stems = folders_[dossier.folder];
            std::sort(stems.begin(), stems.end());
            if (stems.empty()) continue;
            const auto folder = (std::filesystem::path(options_.output_folder) / dossier.folder).string();
            const std::string list = folder + "/dossier.json";
            if (inputs_.contain(list)) {
                lost(over_an_input(list));
                continue;
            }
            if (auto written = write_dossier(folder, dossier.name, stems); !written) lost(written.error());
        }
    }

    const DigitizeOptions& options_;
    Progress& progress_;
    scanners::Arrivals arrivals_;
    InputFiles inputs_;
    std::size_t next_arrival_ = 0;
    std::size_t opened_documents_ = 0;
    std::map<std::string, std::vector<std::string>> folders_;
    std::set<std::string> unfinished_folders_;
    int pages_known_ = 0;
    int pages_done_ = 0;
    BatchSummary summary_;
    DocumentFlow flow_;
};

}  // namespace

Result<BatchSummary> digitize(const DigitizeOptions& options, Progress& progress) {
    const auto lock = OutputLock::take(options.output_folder);
    if (!lock) return fail(lock.error());
    if (lock->after_killed_run()) remove_temporary_files(options.output_folder);
    Batch batch(options, progress);
    return batch.run(scanners::plan_arrivals(options.inputs, options.output_folder, options.join,
                                             [](const std::string& path) { return is_recorded_output(path); }));
}

}  // namespace sohoa::run
