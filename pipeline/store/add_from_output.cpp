#include "pipeline/store/add_from_output.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/lenient_json.h"
#include "base/sha256.h"
#include "pipeline/store/connection.h"

namespace sohoa::store {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

Problem unfit(const std::string& path) {
    return problem(code::file_damaged,
                   {"Tệp dữ liệu không đúng dạng sohoa/1", "the data file is not of schema sohoa/1"},
                   {"Số hóa lại tài liệu này với --force", "digitise the paper again with --force"})
        .in_file(path);
}

std::string text_of(const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string();
}

dossier::Field field_of(const Json& json) {
    dossier::Field field;
    field.name = text_of(member(json, "name"));
    field.value = text_of(member(json, "value"));
    field.normalized = text_of(member(json, "normalized"));
    if (const Json& confidence = member(json, "confidence"); confidence.is_number())
        field.confidence = confidence.get<double>();
    const std::string status = text_of(member(json, "status"));
    if (status == "accepted" || status == "confirmed") field.status = status;
    for (const Json& each : member(json, "evidence")) {
        const Json& box = member(each, "box");
        dossier::Evidence evidence{whole_number(member(each, "page")), {}, text_of(member(each, "source"))};
        if (box.is_array() && box.size() == 4) {
            evidence.box = {whole_number(box[0]), whole_number(box[1]), whole_number(box[2]), whole_number(box[3])};
        }
        field.evidence.push_back(std::move(evidence));
    }
    for (const Json& other : member(json, "alternatives")) field.alternatives.push_back(text_of(other));
    return field;
}

std::string source_key_of(const Json& source) {
    const Json& files = member(source, "files");
    if (!files.is_array() || files.empty()) return text_of(member(source, "sha256"));
    std::string all;
    for (const Json& file : files) all += text_of(member(file, "sha256")) + "\n";
    return hex(sha256(all));
}

/// The data file without its pages, but with their number.
/// A page that was cut off has no fields to look at: the document itself wants to be looked at.
bool content_is_lost(const Json& json) {
    const Json& problems = member(json, "problems");
    return std::any_of(problems.begin(), problems.end(),
                       [](const Json& each) { return text_of(member(each, "code")) == code::content_lost; });
}

Result<NewDocument> read_head(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(unreadable(path));
    int pages = 0;
    bool in_pages = false;
    const auto without_pages = [&](int depth, Json::parse_event_t event, Json& value) {
        if (depth == 1 && event == Json::parse_event_t::key) {
            in_pages = value == "pages";
            return !in_pages;
        }
        if (in_pages && depth == 2 && event == Json::parse_event_t::object_start) ++pages;
        return true;
    };
    const Json json = Json::parse(in, without_pages, false);
    if (text_of(member(json, "schema")) != "sohoa/1") return fail(unfit(path));
    NewDocument document;
    const Json& source = member(json, "source");
    const Json& made_by = member(json, "made_by");
    document.source_file = text_of(member(source, "file"));
    document.source_key = source_key_of(source);
    document.identity = text_of(member(made_by, "identity"));
    document.made_at = text_of(member(made_by, "at"));
    document.dossier_code = text_of(member(json, "dossier_code"));
    document.kind.id = text_of(member(member(json, "kind"), "id"));
    document.kind.label = text_of(member(member(json, "kind"), "label"));
    for (const Json& field : member(json, "fields")) {
        if (auto read = field_of(field); !read.name.empty()) document.fields.push_back(std::move(read));
    }
    document.incomplete =
        !member(json, "missing").empty() || member(made_by, "complete") == false || content_is_lost(json);
    document.pages = pages;
    return document;
}

/// Pages of a text file, separated by form feeds.
class PagesOfText {
public:
    explicit PagesOfText(const std::string& path) : in_(path, std::ios::binary) {}
    bool is_open() const { return in_.is_open(); }

    std::optional<std::string> next() {
        std::string page;
        if (!std::getline(in_, page, '\f')) return std::nullopt;
        return page;
    }

private:
    std::ifstream in_;
};

std::string absolute(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    return error ? path : whole.string();
}

}  // namespace

Result<AddedDocument> add_from_output(Catalogue& catalogue, const std::string& json_path, const std::string& txt_path,
                                      const std::string& pdf_path, const OutputOrigin& origin) {
    auto document = guarded(json_path, [&] { return read_head(json_path); });
    if (!document) return fail(document.error());
    PagesOfText pages(txt_path);
    if (!pages.is_open()) return fail(unreadable(txt_path));
    document->id = origin.id;
    document->by = origin.by;
    if (document->dossier_code.empty()) document->dossier_code = origin.dossier_code;
    document->outputs = {absolute(pdf_path), absolute(json_path), absolute(txt_path)};
    return catalogue.add(*document, [&pages] { return pages.next(); });
}

}  // namespace sohoa::store
