#include "pipeline/run/document_writer.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/files.h"
#include "base/sha256.h"
#include "base/vietnamese.h"
#include "ocr/alto_writer.h"
#include "ocr/hocr_writer.h"
#include "ocr/page_reading_json.h"
#include "ocr/text/language/word_pairs.h"
#include "ocr/text/recogniser.h"
#include "pipeline/dossier/document_json.h"
#include "pipeline/pdf/join.h"
#include "pipeline/run/version.h"

namespace sohoa::run {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

std::string file_name(const std::string& path) {
    return valid_utf8(fs::path(path).filename().string());
}

/// A stream to a file that appears when it is whole.
struct OutputStream {
    explicit OutputStream(const std::string& path) : file(path), stream(file.temporary_path(), std::ios::binary) {}

    Result<void> commit() {
        stream.close();
        if (!stream) return fail(unwritable(file.final_path()));
        return file.commit();
    }

    AtomicFile file;
    std::ofstream stream;
};

/// Its picture is there, its text is not: the next run should try again.
bool is_unread(const ocr::PageReading& reading) {
    const auto& issues = reading.quality.issues;
    return std::find(issues.begin(), issues.end(), "unread") != issues.end();
}

/// One document being written: the steps of write_document share what they found.
class Writing {
public:
    Writing(DocumentJob& job, const Settings& settings, const sign::SigningKey* key)
        : job_(job), settings_(settings), key_(key), pages_(job.readable_pages()), now_(now_or_source_date_epoch()) {}

    Result<DocumentSummary> run() {
        understand();
        if (!understanding_.requests.empty() && !job_.was_asked_to_reread()) {
            job_.want_reread(understanding_.requests);
            return DocumentSummary{};
        }
        summarise();
        if (auto made = make_folders(fs::path(job_.output("")).parent_path().string()); !made)
            return fail(made.error());
        if (auto begun = job_.spool().begin_writing(); !begun) return fail(begun.error());
        // Where the JSON stands the document is whole, so an old one goes before anything of the new one comes.
        std::error_code error;
        fs::remove(job_.output(".json"), error);
        for (const auto step : {&Writing::keep_signed_input, &Writing::write_pdf, &Writing::write_text,
                                &Writing::write_alto, &Writing::write_hocr, &Writing::write_data}) {
            if (auto done = (this->*step)(); !done) return fail(done.error());
        }
        job_.spool().remove();
        return std::move(summary_);
    }

private:
    void understand() {
        const auto page = [this](int number) {
            auto reading = job_.spool().reading(pages_[static_cast<std::size_t>(number - 1)]);
            if (reading) any_unread_ = any_unread_ || is_unread(*reading);
            return reading;
        };
        understanding_ = dossier::understand(static_cast<int>(pages_.size()), page, job_.reread_answers());
    }

    void summarise() {
        summary_.state = DocumentSummary::State::done;
        summary_.kind = understanding_.kind;
        summary_.pages = static_cast<int>(pages_.size());
        summary_.fields = static_cast<int>(understanding_.fields.size());
        summary_.fields_to_review =
            static_cast<int>(std::count_if(understanding_.fields.begin(), understanding_.fields.end(),
                                           [](const auto& field) { return field.status == "review"; }));
        summary_.is_signed = key_ != nullptr;
        for (const auto& file : job_.files()) {
            for (const Problem& problem : file.facts.problems) job_.problems.push_back(problem);
        }
    }

    /// A signed paper is evidence: its bytes stay as they came, beside our rendering.
    Result<void> keep_signed_input() {
        for (const auto& file : job_.files()) {
            if (file.facts.signatures.empty()) continue;
            const bool only_one = job_.files().size() == 1;
            const auto nth = &file - job_.files().data() + 1;
            AtomicFile copy(job_.output(only_one ? ".signed.pdf" : fmt::format(".{}.signed.pdf", nth)));
            std::error_code error;
            fs::copy_file(file.path, copy.temporary_path(), error);
            if (error) {
                errno = error.value();
                return fail(unwritable(copy.final_path()));
            }
            if (auto done = add_output(copy); !done) return done;
            job_.problems.push_back(
                problem(code::already_signed,
                        {"Tệp gốc đã có chữ ký số; được giữ nguyên trong " + file_name(copy.final_path()),
                         "the file given is signed; it is kept byte for byte as " + file_name(copy.final_path())})
                    .in_file(file.path)
                    .as(Severity::note));
        }
        return {};
    }

    Result<void> write_pdf() {
        std::vector<std::string> fragments;
        fragments.reserve(pages_.size());
        for (const int page : pages_) fragments.push_back(job_.spool().fragment(page));
        AtomicFile joined(job_.output(".pdf"));
        if (auto done = pdf::join_fragments(fragments, metadata(), joined.temporary_path()); !done) return done;
        if (key_ != nullptr && !complete()) tell_unsigned();
        if (!summary_.is_signed) return add_output(joined);
        AtomicFile with_signature(job_.output(".pdf"));
        const sign::SigningOptions options{.reason = "Số hóa giấy tờ", .location = "", .time = now_};
        if (auto done = sign::sign_pdf(joined.temporary_path(), with_signature.temporary_path(), *key_, options); !done)
            return done;
        return add_output(with_signature);
    }

    Result<void> write_text() {
        OutputStream text(job_.output(".txt"));
        for (std::size_t k = 0; k < pages_.size(); ++k) {
            const auto reading = job_.spool().reading(pages_[k]);
            if (!reading) return fail(reading.error());
            if (k > 0) text.stream << "\f";
            text.stream << ocr::text_of(*reading);
            if (reading->blank) ++summary_.blank_pages;
            if (reading->quality.verdict == "bad") ++summary_.bad_pages;
        }
        text.stream.close();
        if (!text.stream) return fail(unwritable(text.file.final_path()));
        return add_output(text.file);
    }

    Result<void> write_alto() {
        if (!settings_.alto) return remove_old(".alto.xml");
        OutputStream alto(job_.output(".alto.xml"));
        ocr::AltoWriter writer(alto.stream);
        writer.begin({file_name(job_.files().front().path), "sohoa", version(), fingerprint(settings_)});
        for (std::size_t k = 0; k < pages_.size(); ++k) {
            const auto reading = job_.spool().reading(pages_[k]);
            if (!reading) return fail(reading.error());
            writer.page(*reading, static_cast<int>(k) + 1);
        }
        writer.end();
        alto.stream.close();
        if (!alto.stream) return fail(unwritable(alto.file.final_path()));
        return add_output(alto.file);
    }

    Result<void> write_hocr() {
        if (!settings_.hocr) return remove_old(".hocr");
        OutputStream hocr(job_.output(".hocr"));
        ocr::HocrWriter writer(hocr.stream);
        writer.begin({valid_utf8(job_.arrival().stem), "sohoa", version(), static_cast<int>(pages_.size())});
        for (std::size_t k = 0; k < pages_.size(); ++k) {
            const auto reading = job_.spool().reading(pages_[k]);
            if (!reading) return fail(reading.error());
            const auto source = job_.source_of(pages_[k]);
            writer.page(*reading, static_cast<int>(k) + 1, {file_name(job_.files()[source.file].path), source.page});
        }
        writer.end();
        hocr.stream.close();
        if (!hocr.stream) return fail(unwritable(hocr.file.final_path()));
        return add_output(hocr.file);
    }

    /// A file of an earlier run would not agree with what is written now.
    Result<void> remove_old(std::string_view suffix) {
        std::error_code error;
        fs::remove(job_.output(suffix), error);
        return {};
    }

    Result<void> write_data() {
        OutputStream data(job_.output(".json"));
        dossier::DocumentJsonWriter writer(data.stream);
        writer.begin(head());
        std::vector<Problem> page_problems;
        for (std::size_t k = 0; k < pages_.size(); ++k) {
            const auto text = job_.spool().reading_json(pages_[k]);
            if (!text) return fail(text.error());
            Json page = Json::parse(*text, nullptr, false);
            const auto source = job_.source_of(pages_[k]);
            take_problems(page, job_.files()[source.file].path, source.page);
            writer.page(page, static_cast<int>(k) + 1, source.page);
        }
        dossier::DocumentTail tail;
        tail.outputs = outputs_;
        for (Problem problem : job_.problems) {
            problem.file = file_name(problem.file.empty() ? job_.files().front().path : problem.file);
            tail.problems.push_back(std::move(problem));
        }
        writer.end(tail);
        return data.commit();
    }

    /// Problems stand once, at the document, with file and page.
    void take_problems(Json& page, const std::string& file, int number) {
        if (!page.contains("problems")) return;
        for (const Json& entry : page["problems"]) {
            if (auto problem = ocr::problem_from_json(entry)) {
                job_.problems.push_back(std::move(*problem).in_file(file).on_page(number));
            }
        }
        page.erase("problems");
    }

    bool complete() const {
        return !any_unread_ && static_cast<int>(pages_.size()) == job_.page_count() &&
               job_.files().size() == job_.arrival().files.size();
    }

    /// A signature says that the paper is whole.
    void tell_unsigned() {
        summary_.is_signed = false;
        job_.problems.push_back(problem(code::signing_failed,
                                        {"Tài liệu thiếu trang hoặc có trang không đọc được nên chưa được ký",
                                         "not signed: pages are missing or could not be read"},
                                        {"Chạy lại cùng lệnh để làm lại tài liệu này, hoặc quét lại trang ấy",
                                         "run the same command to make it again, or scan the page again"}));
    }

    dossier::DocumentHead head() const {
        dossier::DocumentHead head;
        std::vector<dossier::SourceFile> files;
        for (const auto& file : job_.files()) {
            files.push_back({file_name(file.path), file.facts.sha256, file.facts.pages, file.facts.signatures, {}});
        }
        head.source = files.front();
        if (files.size() > 1) {
            head.source.pages = job_.page_count();
            head.source.joined = std::move(files);
        }
        head.made_by.version = version();
        head.made_by.models = ocr::models_behind(settings_.model);
        head.made_by.tables = dossier::table_versions();
        head.made_by.tables.push_back(ocr::WordPairs::built_in_version());
        head.made_by.settings = fingerprint(settings_);
        head.made_by.at = vietnam_time(now_);
        head.made_by.identity = hex(sha256(job_.identity(settings_)));
        head.made_by.complete = !any_unread_ && static_cast<int>(pages_.size()) == job_.page_count() &&
                                job_.files().size() == job_.arrival().files.size();
        head.understanding = understanding_;
        return head;
    }

    /// Only what is certain: a value an operator should look at has no place in a signed file.
    pdf::Metadata metadata() const {
        const auto accepted = [this](std::string_view name) -> std::string {
            for (const auto& field : understanding_.fields) {
                if (field.name == name && field.status == "accepted") return field.value;
            }
            return {};
        };
        pdf::Metadata metadata;
        metadata.title = valid_utf8(job_.arrival().stem);
        const std::string number = accepted("number");
        const std::string symbol = accepted("symbol");
        if (understanding_.kind.confidence >= 0.99 && !number.empty() && !symbol.empty()) {
            metadata.title = fmt::format("{} {}/{}", understanding_.kind.label, number, symbol);
        }
        metadata.subject = accepted("summary");
        metadata.author = accepted("issuer");
        metadata.producer = "sohoa " + version();
        metadata.created = now_;
        metadata.demo_signature = key_ != nullptr && key_->is_demo();
        metadata.source_sha256 = hex(sha256(job_.identity(settings_)));
        return metadata;
    }

    Result<void> add_output(AtomicFile& file) {
        auto digest = sha256_of_file(file.temporary_path());
        if (!digest) return fail(digest.error());
        std::error_code error;
        const auto bytes = fs::file_size(file.temporary_path(), error);
        outputs_.push_back(
            {file_name(file.final_path()), *std::move(digest), error ? 0 : static_cast<long long>(bytes)});
        return file.commit();
    }

    DocumentJob& job_;
    const Settings& settings_;
    const sign::SigningKey* key_;
    const std::vector<int> pages_;
    const long long now_;
    dossier::Understanding understanding_;
    std::vector<dossier::OutputFile> outputs_;
    DocumentSummary summary_;
    bool any_unread_ = false;
};

}  // namespace

Result<DocumentSummary> write_document(DocumentJob& job, const Settings& settings, const sign::SigningKey* key) {
    return Writing(job, settings, key).run();
}

Result<void> write_dossier(const std::string& folder, const std::string& name, const std::vector<std::string>& stems) {
    Json dossier{{"schema", "sohoa-dossier/1"}, {"name", valid_utf8(name)}};
    dossier["documents"] = Json::array();
    for (const std::string& stem : stems) {
        const std::string path = (fs::path(folder) / (stem + ".json")).string();
        Json entry{{"stem", valid_utf8(stem)}};
        std::ifstream in(path, std::ios::binary);
        // The pages are passed over while parsing: a document may be long, and only its head is wanted.
        const auto without_pages = [](int depth, Json::parse_event_t event, Json& value) {
            return !(depth == 1 && event == Json::parse_event_t::key && value == "pages");
        };
        const Json document = Json::parse(in, without_pages, false);
        if (!document.is_object()) {
            entry["state"] = "failed";
        } else {
            entry["state"] = "done";
            for (const char* key : {"source", "kind", "outputs", "missing"}) {
                if (document.contains(key)) entry[key] = document[key];
            }
            entry["fields"] = Json::array();
            for (const Json& field : document.value("fields", Json::array())) {
                entry["fields"].push_back({{"name", field.value("name", "")},
                                           {"normalized", field.value("normalized", Json())},
                                           {"status", field.value("status", "")}});
            }
        }
        dossier["documents"].push_back(std::move(entry));
    }
    return write_file_atomically((fs::path(folder) / "dossier.json").string(),
                                 dossier.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace sohoa::run
