#include "pipeline/run/document_flow.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>
#include <utility>

#include "base/sha256.h"
#include "pipeline/run/document_writer.h"
#include "pipeline/run/existing_output.h"
#include "pipeline/run/version.h"

namespace sohoa::run {

namespace {

using State = DocumentSummary::State;

int workers(const FlowOptions& options) {
    if (options.jobs > 0) return options.jobs;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

DocumentFlow::DocumentFlow(FlowOptions options, Source source, FlowListener& listener)
    : options_(std::move(options)),
      source_(std::move(source)),
      listener_(listener),
      pool_(workers(options_), options_.workers),
      finisher_([this](DocumentJob& job) { return write_document(job, options_.settings, options_.key); }) {}

void DocumentFlow::step(std::chrono::milliseconds timeout) {
    while (pool_.has_room() && submit_one()) {
    }
    for (Outcome& outcome : pool_.wait(timeout)) take(std::move(outcome));
    collect_documents();
}

void DocumentFlow::stop() {
    pool_.stop();
    finisher_.wait_until_idle();
    collect_documents();
}

void DocumentFlow::abandon(std::size_t ticket) {
    for (auto& [position, job] : active_) {
        if (tickets_.at(job.get()) != ticket) continue;
        job->abandon();
        if (!reading_.contains(job.get()) || !job->pages_finished()) return;  // ends with its last page in flight
        reading_.erase(job.get());
        job->spool().remove();
        return give_up(*job);
    }
}

std::vector<DocumentFlow::Unfinished> DocumentFlow::unfinished() const {
    std::vector<Unfinished> left;
    for (const auto& [position, job] : active_) {
        left.push_back({tickets_.at(job.get()), job->arrival(), job->pages_done()});
        if (reading_.contains(job.get())) job->spool().remove_unfinished();
    }
    return left;
}

/// Pages of documents that were opened first come first; then a file to open.
bool DocumentFlow::submit_one() {
    if (!pictures_.empty()) {
        Asked asked = std::move(pictures_.front());
        pictures_.pop_front();
        Task task = page_task(*asked.job, asked.number);
        std::get<PageTask>(task).unread = asked.unread;
        submit(std::move(asked), std::move(task));
        return true;
    }
    if (!rereads_.empty()) {
        const Asked asked = std::move(rereads_.front());
        rereads_.pop_front();
        submit(asked, reread_task(*asked.job, asked.number));
        return true;
    }
    for (auto& [position, job] : active_) {
        if (const auto file = job->next_file()) {
            submit({job.get(), true, static_cast<int>(job->files_asked() - 1), {}},
                   OpenTask{*file, options_.settings.limits});
            return true;
        }
        if (!job->all_opened() || !reading_.contains(job.get())) continue;
        if (const auto number = job->next_page()) {
            const auto source = job->source_of(*number);
            const auto& file = job->files()[source.file];
            submit({job.get(), false, *number},
                   PageTask{file.path, source.page, file.facts.sha256, job->spool().page(*number), options_.settings});
            return true;
        }
    }
    constexpr std::size_t ahead = 64;  // documents open at once: enough for any number of cores, little memory
    if (active_.size() >= ahead) return false;
    auto next = source_();
    if (!next) return false;
    const std::size_t position = next_position_++;
    auto job = std::make_unique<DocumentJob>(position, std::move(next->arrival), std::move(next->output_folder));
    tickets_[job.get()] = next->ticket;
    active_[position] = std::move(job);
    return submit_one();
}

Task DocumentFlow::page_task(const DocumentJob& job, int number) const {
    const auto source = job.source_of(number);
    const auto& file = job.files()[source.file];
    return PageTask{.file = file.path,
                    .page = source.page,
                    .sha256 = file.facts.sha256,
                    .spool = job.spool().page(number),
                    .settings = options_.settings};
}

Task DocumentFlow::reread_task(const DocumentJob& job, int index) const {
    const DocumentJob::PageReread& reread = job.rereads()[static_cast<std::size_t>(index)];
    const auto source = job.source_of(reread.number);
    RereadTask task{.file = job.files()[source.file].path, .page = source.page, .settings = options_.settings};
    for (const dossier::RereadRequest& request : reread.requests) task.places.push_back(request.place);
    return task;
}

/// What cannot be read again stays as it was read.
void DocumentFlow::take_reread(const Asked& asked, const Result<Answer>& answer) {
    const auto* readings = answer ? std::get_if<RereadAnswer>(&*answer) : nullptr;
    asked.job->take_reread(
        static_cast<std::size_t>(asked.number),
        readings != nullptr ? readings->readings : std::vector<std::optional<ocr::GrammarReading>>());
    if (asked.job->rereads_finished()) finisher_.submit(asked.job);
}

/// A page that kills its reader still has a picture, unless that kills too.
bool DocumentFlow::keep_picture(const Asked& asked, const Problem& why) {
    const bool killed =
        why.code == code::worker_died || why.code == code::worker_timeout || why.code == code::out_of_memory;
    if (!killed || asked.unread) return false;
    pictures_.push_back({asked.job, false, asked.number, why});
    return true;
}

void DocumentFlow::submit(Asked asked, Task task) {
    const std::size_t ask = next_ask_++;
    asked_[ask] = std::move(asked);
    pool_.submit(ask, std::move(task));
}

void DocumentFlow::take(Outcome outcome) {
    const Asked asked = std::move(asked_.extract(outcome.ticket).mapped());
    DocumentJob& job = *asked.job;
    if (asked.rereading) return take_reread(asked, outcome.answer);
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
        listener_.page_read(tickets_.at(&job));
    } else {
        const Problem& why = outcome.answer.error();
        if (keep_picture(asked, why)) return;
        if (why.code == code::disk_full) {
            job.out_of_room(asked.number, why);
        } else {
            job.page_lost(asked.number, asked.unread ? *asked.unread : why);
        }
        listener_.page_lost(tickets_.at(&job));
    }
    if (job.pages_finished()) finish(job);
}

void DocumentFlow::begin_reading(DocumentJob& job) {
    const auto nothing_to_read = [&] { listener_.document_opened(tickets_.at(&job), 0, 0); };
    if (!job.number_pages() || job.is_abandoned()) {
        nothing_to_read();
        return give_up(job);
    }
    const std::string identity = job.identity(options_.settings);
    const auto existing = existing_output(job.output_places(), hex(sha256(identity)));
    Spool spool(job.output_folder(), identity + job.output(""));
    if (existing == ExistingOutput::same && !options_.force) {
        spool.remove();  // of a run that was killed at the very end
        nothing_to_read();
        DocumentSummary same;
        same.state = State::left_as_it_is;
        same.pages = job.page_count();
        same.is_signed = options_.key != nullptr;  // the signer is part of the identity
        return conclude(job, std::move(same));
    }
    if (auto refused = endangered_input(job)) {
        job.problems.push_back(*std::move(refused));
        nothing_to_read();
        return give_up(job);
    }
    if (existing == ExistingOutput::different && !options_.force && !spool.was_writing()) {
        job.problems.push_back(another_output(job));
        nothing_to_read();
        return give_up(job);
    }
    if (auto made = spool.create(); !made) {
        job.problems.push_back(made.error());
        nothing_to_read();
        return give_up(job);
    }
    job.begin_pages(std::move(spool));
    reading_.insert(&job);
    listener_.document_opened(tickets_.at(&job), job.page_count(), job.pages_done());
    if (job.pages_finished()) finish(job);
}

/// Originals may be the only copy of a paper: no option allows to write over them.
std::optional<Problem> DocumentFlow::endangered_input(const DocumentJob& job) const {
    InputFiles own;
    for (const std::string& file : job.arrival().files) own.add(file);
    for (const std::string& path : job.possible_outputs()) {
        if (!own.contain(path) && (options_.inputs == nullptr || !options_.inputs->contain(path))) continue;
        return over_an_input(path).in_file(job.arrival().files.front());
    }
    return std::nullopt;
}

/// Says in what the output that stands there differs.
Problem DocumentFlow::another_output(const DocumentJob& job) const {
    Making now{version(), fingerprint(options_.settings), {}};
    for (const auto& file : job.files()) now.sources.push_back(file.facts.sha256);
    Bilingual why;
    for (const Bilingual& each : differences(job.output(".json"), now)) {
        why.vi += (why.vi.empty() ? "" : "; ") + each.vi;
        why.en += (why.en.empty() ? "" : "; ") + each.en;
    }
    std::string path = job.output(".pdf");
    if (const auto others = files_of_others(job.output_places()); !others.empty()) {
        why = {"tệp không phải của sohoa, không có JSON bên cạnh", "not sohoa's, no JSON beside it"};
        path = others.front();
    }
    return problem(code::output_exists,
                   {fmt::format("Đã có kết quả cũ, khác với lần chạy này [{}]: {}", why.vi, path),
                    fmt::format("an output that differs is already there [{}]: {}", why.en, path)},
                   {"Thêm --force để đọc lại và ghi đè, hoặc chọn thư mục -o khác",
                    "add --force to read it again and write over it, or choose another -o folder"})
        .in_file(job.arrival().files.front());
}

void DocumentFlow::finish(DocumentJob& job) {
    reading_.erase(&job);
    if (job.is_out_of_room() && !job.is_abandoned()) {
        job.spool().remove_unfinished();
        return give_up(job);  // what was read stays for a later run
    }
    if (job.pages_done() == 0 || job.is_abandoned()) {
        job.spool().remove();
        return give_up(job);
    }
    finisher_.submit(&job);
}

void DocumentFlow::give_up(DocumentJob& job) {
    DocumentSummary lost;
    lost.state = State::failed;
    conclude(job, std::move(lost));
}

void DocumentFlow::collect_documents() {
    for (auto& [job, result] : finisher_.collect()) {
        if (result && !job->rereads_finished()) {
            for (std::size_t k = 0; k < job->rereads().size(); ++k)
                rereads_.push_back({.job = job, .number = static_cast<int>(k), .rereading = true});
        } else if (result) {
            conclude(*job, *std::move(result));
        } else {
            job->problems.push_back(result.error());
            give_up(*job);
        }
    }
}

void DocumentFlow::conclude(DocumentJob& job, DocumentSummary document) {
    document.input = job.arrival().files.front();
    if (document.state != State::failed) document.output = job.output(".pdf");
    for (Problem& problem : job.problems) {
        if (problem.file.empty()) problem.file = document.input;
        document.problems.push_back(std::move(problem));
    }
    std::stable_sort(document.problems.begin(), document.problems.end(), is_worse);
    if (document.state != State::failed) {
        const bool all = document.state == State::left_as_it_is;
        for (int number = 1; number <= job.page_count(); ++number) {
            if (!all && !job.has_page(number)) continue;
            const auto source = job.source_of(number);
            document.page_sources.push_back({job.files()[source.file].arrived, source.page});
        }
    }
    const std::size_t ticket = tickets_.at(&job);
    tickets_.erase(&job);
    const auto done = active_.extract(job.position());
    listener_.document_done(ticket, done.mapped()->arrival(), document);
}

}  // namespace sohoa::run
