#include "pipeline/run/watched_paper.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <unistd.h>

#include "base/masking.h"
#include "base/sha256.h"
#include "base/vietnamese.h"
#include "pipeline/run/document_job.h"
#include "pipeline/run/document_writer.h"
#include "pipeline/run/free_place.h"
#include "pipeline/run/recorded_output.h"

namespace sohoa::run {

namespace fs = std::filesystem;

namespace {

/// The worst first of what the codes mean for a paper.
Verdict verdict_of(const Problem& problem) {
    static constexpr std::array no_room{code::disk_full, code::output_unwritable};
    static constexpr std::array no_tools{code::ocr_data_missing, code::certificate_expired, code::key_unreadable};
    static constexpr std::array unreadable{code::file_missing, code::file_unreadable, code::internal_error};
    const auto is_one_of = [&](const auto& codes) {
        return std::find(codes.begin(), codes.end(), problem.code) != codes.end();
    };
    if (problem.severity != Severity::error) return Verdict::whole;
    if (is_one_of(no_room)) return Verdict::no_room;
    if (is_one_of(no_tools)) return Verdict::no_tools;
    if (is_one_of(unreadable)) return Verdict::unreadable;
    return problem.code == code::output_exists ? Verdict::other_output : Verdict::whole;
}

bool is_refused(const DocumentSummary& document) {
    return document.state == DocumentSummary::State::failed &&
           std::any_of(document.problems.begin(), document.problems.end(),
                       [](const Problem& each) { return each.code == code::output_exists; });
}

/// One problem in one language, a fact a line.
std::string told(const Problem& problem, Language language) {
    const auto line = [&](const Bilingual& label, const std::string& text) {
        return text.empty() ? "" : in(language, label) + ": " + masked(single_spaced(valid_utf8(text))) + "\n";
    };
    return line({"Tệp", "File"}, problem.file) +
           line({"Trang", "Page"}, problem.page > 0 ? std::to_string(problem.page) : "") +
           line({"Lỗi", "What"}, in(language, problem.message)) +
           line({"Cách xử lý", "What to do"}, in(language, problem.remedy)) + line({"Mã lỗi", "Code"}, problem.code);
}

}  // namespace

void plan(WatchedPaper& paper, const WatchJournal& journal, const std::string& output_folder) {
    paper.made.clear();
    paper.arrivals.clear();
    paper.problems.clear();
    paper.next = paper.filed = 0;
    paper.judged = paper.dossiers_written = false;
    const std::string path = journal.path_of(paper.taken);
    if (!paper.taken.is_folder) {
        paper.plan = {};
        paper.plan.documents.push_back({{path}, "", paper.taken.place});
        return;
    }
    paper.plan =
        moved_to(scanners::plan_arrivals({path}, output_folder, false, is_recorded_output, scanners::Links::left_alone),
                 paper.taken.place);
    paper.problems = paper.plan.problems;
}

Judgement judge(const WatchedPaper& paper) {
    Judgement found;
    const auto weigh = [&](const Problem& problem) {
        const Verdict verdict = verdict_of(problem);
        if (verdict == Verdict::whole) return;
        if (found.verdict == Verdict::whole || verdict < found.verdict) found = {verdict, problem};
    };
    for (const Problem& problem : paper.problems) weigh(problem);
    for (const DocumentSummary& document : paper.made) {
        for (const Problem& problem : document.problems) weigh(problem);
    }
    return found;
}

Problem as_found(Problem problem, const WatchedPaper& paper, const WatchJournal& journal) {
    const std::string before = journal.folder_of(paper.taken) + "/";
    if (problem.file.starts_with(before)) problem.file.erase(0, before.size());
    return problem;
}

/// Whether a paper is put into failed/ for it. Nobody stands beside the folder: one that lost a part must not go by as
/// done.
bool sends_back(const Problem& problem) {
    return problem.severity == Severity::error || problem.code == code::content_lost;
}

WatchedPaperReport report_of(const WatchedPaper& paper, const WatchJournal& journal) {
    WatchedPaperReport report;
    report.name = paper.taken.name;
    report.is_folder = paper.taken.is_folder;
    report.passed_over = static_cast<int>(paper.plan.passed_over.size());
    report.stood_already = !paper.made.empty();
    for (const Problem& problem : paper.problems) report.problems.push_back(as_found(problem, paper, journal));
    for (const DocumentSummary& document : paper.made) {
        if (document.state != DocumentSummary::State::left_as_it_is) report.stood_already = false;
        if (!document.output.empty()) report.outputs.push_back(document.output);
        report.pages += document.pages;
        report.fields_to_review += document.fields_to_review;
        for (const Problem& problem : document.problems) report.problems.push_back(as_found(problem, paper, journal));
    }
    std::stable_sort(report.problems.begin(), report.problems.end(), is_worse);
    report.failed = !report.problems.empty() && sends_back(report.problems.front());
    return report;
}

bool accept_older_outputs(WatchedPaper& paper, const std::string& output_folder) {
    for (std::size_t k = 0; k < paper.made.size(); ++k) {
        DocumentSummary& document = paper.made[k];
        if (!is_refused(document)) continue;
        std::vector<std::string> hashes;
        for (const std::string& file : paper.arrivals[k].files) hashes.push_back(sha256_of_file(file).value_or(""));
        const DocumentJob job(0, paper.arrivals[k], output_folder);
        if (!is_whole_output_of(job.output_places(), hashes)) return false;
        document = {};
        document.state = DocumentSummary::State::left_as_it_is;
        document.output = job.output(".pdf");
    }
    return true;
}

bool remove_outputs(const WatchedPaper& paper, const std::string& output_folder) {
    bool removed = false;
    for (const auto& arrival : paper.arrivals) {
        const DocumentJob job(0, arrival, output_folder);
        if (!is_recorded_output(job.output(".json"))) continue;
        for (const std::string& path : job.possible_outputs()) ::unlink(path.c_str());
        removed = true;
    }
    // The innermost first; a folder in which something else stands stays.
    auto dossiers = paper.plan.dossiers;
    std::sort(dossiers.begin(), dossiers.end(),
              [](const auto& a, const auto& b) { return a.folder.size() > b.folder.size(); });
    for (const auto& dossier : dossiers) {
        const std::string folder = (fs::path(output_folder) / dossier.folder).string();
        ::unlink((folder + "/dossier.json").c_str());
        ::rmdir(folder.c_str());
    }
    if (paper.taken.is_folder) ::rmdir((fs::path(output_folder) / paper.taken.place).c_str());
    return removed;
}

Result<void> write_dossiers(const WatchedPaper& paper, const std::string& output_folder) {
    std::map<std::string, std::vector<std::string>> stems;
    for (const auto& arrival : paper.arrivals) stems[arrival.folder].push_back(arrival.stem);
    for (const auto& dossier : paper.plan.dossiers) {
        auto& of_this = stems[dossier.folder];
        if (of_this.empty()) continue;
        std::sort(of_this.begin(), of_this.end());
        const std::string folder = (fs::path(output_folder) / dossier.folder).string();
        std::error_code error;
        fs::create_directories(folder, error);  // where every document failed nothing made it
        if (auto written = write_dossier(folder, dossier.name, of_this); !written) return written;
    }
    return {};
}

std::string reason_text(const WatchedPaperReport& report) {
    constexpr std::size_t most = 100;
    std::string text;
    for (const Language language : {Language::vietnamese, Language::english}) {
        if (!text.empty()) text += "\n";
        text +=
            in(language, report.outputs.empty()
                             ? Bilingual{"Giấy này chưa số hóa được.", "This paper could not be digitised."}
                             : Bilingual{"Giấy này số hóa chưa trọn vẹn.", "This paper was digitised only in part."}) +
            "\n";
        for (const std::string& output : report.outputs) {
            text +=
                in(language, {"Phần đọc được nằm ở", "What could be read is in"}) + ": " + valid_utf8(output) + "\n";
        }
        text += in(language, {"Xử lý xong thì đặt lại giấy vào thư mục quét để làm lại.",
                              "Once that is mended, put it into the scan folder again."}) +
                "\n\n";
        std::size_t number = 0;
        for (const Problem& problem : report.problems) {
            if (!sends_back(problem) || ++number > most) continue;
            text += told(problem, language) + "\n";
        }
        if (number > most) {
            text += fmt::format("{}: {}\n", in(language, {"Số lỗi khác", "Further problems"}), number - most);
        }
    }
    return text;
}

}  // namespace sohoa::run
