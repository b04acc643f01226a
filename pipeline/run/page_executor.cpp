#include "pipeline/run/page_executor.h"

#include <new>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "base/files.h"
#include "base/sha256.h"
#include "base/vietnamese.h"
#include "ocr/image/preparation_record.h"
#include "ocr/page_reading_json.h"
#include "ocr/read_page.h"
#include "pipeline/inspect/inspect_page.h"
#include "pipeline/pdf/fragment.h"
#include "pipeline/run/page_picture.h"
#include "pipeline/sign/verifier.h"

namespace sohoa::run {

namespace {

long long peak_kilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// A page whose text could not be read still has its picture: an empty reading with the reason.
ocr::PageReading unread(const scanners::Page& page, Problem reason) {
    ocr::PageReading reading;
    reading.width = page.pixels.width();
    reading.height = page.pixels.height();
    reading.dpi = page.dpi;
    reading.quality = {"bad", {"unread"}};
    reading.problems.push_back(std::move(reason).as(Severity::error));
    reading.problems.insert(reading.problems.end(), page.problems.begin(), page.problems.end());
    return reading;
}

/// What a signed paper carries. Trust is not asked here: no trust store is given, and `verify` is there for it.
/// Signatures that cannot even be taken apart still stand there, as not intact.
std::vector<dossier::SourceSignature> signatures_of(const std::string& path,
                                                    const std::vector<scanners::FoundSignature>& found) {
    std::vector<dossier::SourceSignature> signatures;
    if (const auto reports = sign::verify_signatures(path, {})) {
        for (const auto& report : *reports) {
            signatures.push_back(
                {report.signer, report.issuer, report.claimed_time, report.format, report.intact, report.trusted});
        }
    }
    if (signatures.empty()) {
        for (const auto& each : found) signatures.push_back({valid_utf8(each.signer), "", "", "", false, false});
    }
    return signatures;
}

}  // namespace

PageExecutor::PageExecutor() = default;
PageExecutor::~PageExecutor() = default;

Result<Answer> PageExecutor::execute(const Task& task) {
    const auto place = [&](Problem problem) {
        if (problem.file.empty()) problem.file = file_of(task);
        if (problem.page == 0) problem.page = page_of(task);
        return problem;
    };
    try {
        auto answer = std::visit([this](const auto& each) { return perform(each); }, task);
        if (!answer) return fail(place(answer.error()));
        return answer;
    } catch (const std::bad_alloc&) {
        return fail(place(problem(code::out_of_memory, {"Hết bộ nhớ khi xử lý", "out of memory"},
                                  {"Giảm độ phân giải quét, hoặc tăng --worker-memory",
                                   "scan at a lower resolution, or raise --worker-memory"})));
    } catch (const std::exception& error) {
        return fail(place(problem(code::internal_error, {std::string("Lỗi bên trong: ") + error.what(),
                                                         std::string("internal error: ") + error.what()})));
    }
}

Result<scanners::InputFile*> PageExecutor::input(const std::string& path, const scanners::Limits& limits) {
    if (input_ == nullptr || input_path_ != path) {
        input_.reset();
        auto opened = scanners::InputFile::open(path, limits);
        if (!opened) return fail(opened.error());
        input_ = *std::move(opened);
        input_path_ = path;
    }
    return input_.get();
}

Result<ocr::PageRecogniser*> PageExecutor::recogniser(const std::string& model) {
    if (recogniser_ == nullptr || model_ != model) {
        auto made = ocr::make_tesseract_recogniser(model);
        if (!made) return fail(made.error());
        recogniser_ = *std::move(made);
        model_ = model;
    }
    return recogniser_.get();
}

Result<Answer> PageExecutor::perform(const OpenTask& task) {
    auto digest = sha256_of_file(task.file);
    if (!digest) return fail(digest.error());
    input_.reset();  // the file may have changed since a task before
    auto file = input(task.file, task.limits);
    if (!file) return fail(file.error());
    OpenAnswer answer{
        *std::move(digest), (*file)->page_count(), std::string(name_of((*file)->format())), {}, (*file)->problems()};
    if (!(*file)->signatures().empty()) answer.signatures = signatures_of(task.file, (*file)->signatures());
    return answer;
}

Result<ocr::PageReading> PageExecutor::read(const scanners::Page& page, const PageTask& task) {
    if (task.unread) return unread(page, *task.unread);
    auto reader = recogniser(task.settings.model);
    if (!reader) return fail(reader.error());
    auto reading = ocr::read_page(page, **reader);
    return reading ? *std::move(reading) : unread(page, reading.error());
}

Result<Answer> PageExecutor::perform(const PageTask& task) {
    auto file = input(task.file, task.settings.limits);
    if (!file) return fail(file.error());
    auto page = (*file)->read_page(task.page);
    if (!page) return fail(page.error());
    page->source = {task.file, task.sha256, task.page};

    auto reading = read(*page, task);
    if (!reading) return fail(reading.error());

    const auto fragment = pdf::make_fragment(*page, *reading, {.jpeg_quality = task.settings.jpeg_quality});
    if (!fragment) return fail(fragment.error());
    if (auto written = write_file_atomically(task.spool + ".pdf", *fragment); !written) return fail(written.error());
    const std::string json =
        ocr::to_json(*reading).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    if (auto written = write_file_atomically(task.spool + ".json", json); !written) return fail(written.error());
    return PageAnswer{peak_kilobytes()};
}

Result<Answer> PageExecutor::perform(const PictureTask& task) {
    auto file = input(task.file, task.limits);
    if (!file) return fail(file.error());
    auto page = (*file)->read_page(task.page);
    if (!page) return fail(page.error());
    const auto jpeg = page_picture(std::move(page->pixels), task.width);
    if (!jpeg) return fail(jpeg.error());
    if (auto written = write_file_atomically(task.picture, *jpeg); !written) return fail(written.error());
    return PageAnswer{peak_kilobytes()};
}

Result<Answer> PageExecutor::perform(const RereadTask& task) {
    auto file = input(task.file, task.settings.limits);
    if (!file) return fail(file.error());
    auto page = (*file)->read_page(task.page);
    if (!page) return fail(page.error());
    auto reader = recogniser(task.settings.model);
    if (!reader) return fail(reader.error());
    auto readings = ocr::reread_page(*page, **reader, task.places);
    if (!readings) return fail(readings.error());
    return RereadAnswer{*std::move(readings)};
}

Result<Answer> PageExecutor::perform(const InspectTask& task) {
    auto file = input(task.file, task.settings.limits);
    if (!file) return fail(file.error());
    auto reader = recogniser(task.settings.model);
    if (!reader) return fail(reader.error());
    ocr::PreparationRecord decoding(false);
    auto page = (*file)->read_page(task.page);
    if (!page) return fail(page.error());
    decoding.done("decode");
    const double decode_milliseconds = decoding.steps().front().milliseconds;
    auto inspection =
        inspect::inspect_page(*page, decode_milliseconds, **reader, task.folder, task.prefix, task.show_personal);
    if (!inspection) return fail(inspection.error());
    inspection->page = task.page;
    const std::string path = task.folder + "/" + task.prefix + ".json";
    if (auto written = write_file_atomically(path, inspect::to_json(*inspection)); !written) {
        return fail(written.error());
    }
    return PageAnswer{peak_kilobytes()};
}

}  // namespace sohoa::run
