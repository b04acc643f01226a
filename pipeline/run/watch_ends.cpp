#include "pipeline/run/watch_run.h"

namespace sohoa::run {

namespace {

constexpr int most_attempts = 3;

Problem paper_gone(const std::string& name) {
    return problem(code::file_missing,
                   {"Giấy đã bị lấy đi trong lúc đang đọc", "the paper was taken away while it was read"},
                   {"Đặt lại vào thư mục quét nếu cần", "put it into the folder again if it is wanted"})
        .in_file(name);
}

}  // namespace

void WatchRun::conclude_ended() {
    std::vector<WatchedPaper*> ended;
    ended.swap(ended_);
    for (WatchedPaper* paper : ended) {
        if (!conclude(*paper)) ended_.push_back(paper);
    }
}

/// False when it has to be tried again later.
bool WatchRun::conclude(WatchedPaper& paper) {
    if (paper.taken.destination.empty()) {
        if (!paper.judged && !settle(paper)) return true;
        if (!paper.dossiers_written) {
            if (!of_output_.may_try(Clock::now())) return false;
            if (auto written = write_dossiers(paper, options_.output_folder); !written) {
                met(of_output_, written.error());
                return false;
            }
            paper.dossiers_written = true;
        }
        if (!file_documents(paper)) return false;
    }
    return put_away(paper);
}

/// False when the paper took another way than to its end.
bool WatchRun::settle(WatchedPaper& paper) {
    const auto standing = folder_.standing(paper.taken);
    if (!standing) {
        if (!folder_.is_there()) {
            met(of_folder_, folder_.gone());
            read_again(paper, options_.poll);
        } else {
            lose(paper);
        }
        return false;
    }
    if (standing->mark != paper.taken.mark) {
        give_back(paper);
        return false;
    }
    if (judge(paper).verdict == Verdict::other_output)
        static_cast<void>(accept_older_outputs(paper, options_.output_folder));
    const Judgement judgement = judge(paper);
    switch (judgement.verdict) {
        case Verdict::no_room:
            // Where everything else can be written it is the paper's own: a path that is too long.
            if (judgement.why.code != code::disk_full && ++paper.attempts > most_attempts) break;
            met(of_output_, judgement.why);
            read_again(paper);
            return false;
        case Verdict::no_tools:
            met(of_tools_, judgement.why);
            read_again(paper);
            return false;
        case Verdict::unreadable:
            if (++paper.attempts > most_attempts) break;
            read_again(paper, options_.poll * paper.attempts);
            return false;
        case Verdict::other_output:
            if (++paper.attempts > most_attempts) break;
            choose_another_place(paper);
            return false;
        case Verdict::whole:
            if (!paper.made.empty())
                tell_over(of_tools_, {"Đã đọc và ký được trở lại", "papers can be read and signed again"});
            break;
    }
    paper.judged = true;
    return true;
}

void WatchRun::lose(const WatchedPaper& paper) {
    ++summary_.failed;
    listener_.refused(paper_gone(paper.taken.name));
    folder_.journal().forget(paper.taken);
    drop(paper);
}

/// What was read is half of a paper: it begins anew when it has stood still.
void WatchRun::give_back(WatchedPaper& paper) {
    if (paper.taken.place_was_free) static_cast<void>(remove_outputs(paper, options_.output_folder));
    if (auto back = folder_.give_back(paper.taken); !back) {
        met(of_folder_, back.error());
        read_again(paper, options_.poll);
        return;
    }
    listener_.paper_changed(paper.taken.name);
    drop(paper);
}

/// An output that a version before left at our own place is made anew; any other stays, and the paper goes elsewhere.
void WatchRun::choose_another_place(WatchedPaper& paper) {
    if (!paper.taken.place_was_free || !remove_outputs(paper, options_.output_folder)) {
        const std::string old = paper.taken.place;
        const Place place =
            choose_place(folder_.journal().path_of(paper.taken), paper.taken.name, paper.taken.is_folder);
        places_.give_back(old, paper.taken.is_folder);
        places_.take(place.name, paper.taken.is_folder);
        paper.taken.place = place.name;
        paper.taken.place_was_free = place.was_free;
        if (auto noted = folder_.journal().note(paper.taken); !noted) met(of_folder_, noted.error());
    }
    read_again(paper);
}

bool WatchRun::file_documents(WatchedPaper& paper) {
    for (; options_.file_document && paper.filed < paper.made.size(); ++paper.filed) {
        const DocumentSummary& document = paper.made[paper.filed];
        if (document.output.empty()) continue;
        if (!of_catalogue_.may_try(Clock::now())) return false;
        const std::string& folder = paper.arrivals[paper.filed].folder;
        const auto slash = folder.rfind('/');
        const std::string own = paper.taken.is_folder ? paper.taken.name : "";
        const auto filed =
            options_.file_document({document.output, slash == std::string::npos ? own : folder.substr(slash + 1)});
        if (filed) {
            tell_over(of_catalogue_, {"Kho tra cứu dùng được trở lại", "the catalogue can be used again"});
            continue;
        }
        const std::string& why = filed.error().code;
        if (why != code::file_missing && why != code::file_unreadable && why != code::file_damaged) {
            met(of_catalogue_, filed.error());
            return false;
        }
        if (!output_.is_held()) {
            met(of_output_, filed.error());
            return false;
        }
        paper.problems.push_back(filed.error());
    }
    return true;
}

bool WatchRun::put_away(WatchedPaper& paper) {
    if (!of_folder_.may_try(Clock::now())) return false;
    WatchedPaperReport report = report_of(paper, folder_.journal());
    const bool was_decided = !paper.taken.destination.empty();
    if (was_decided) report.failed = !paper.taken.reason.empty();
    const std::string reason = was_decided ? paper.taken.reason : report.failed ? reason_text(report) : "";
    if (auto away = folder_.journal().put_away(paper.taken, reason); !away) {
        if (folder_.is_there() && !folder_.standing(paper.taken)) {
            lose(paper);
            return true;
        }
        met(of_folder_, away.error());
        return false;
    }
    report.destination = paper.taken.destination;
    ++(report.failed ? summary_.failed : summary_.done);
    listener_.paper_done(report);
    drop(paper);
    return true;
}

}  // namespace sohoa::run
