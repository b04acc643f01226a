// write_outputs GOLDEN OUT: writes into OUT what the stored inputs of the folder GOLDEN give. Nothing of it depends on
// the version of a library: pages are stored as they were once read, the signature was made once.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "base/files.h"
#include "ocr/page_reading_json.h"
#include "pipeline/dossier/document_json.h"
#include "pipeline/evaluate/evaluate.h"
#include "pipeline/sign/report.h"

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

using namespace sohoa;

template <class Value>
Value value_or_throw(Result<Value> result) {
    if (!result) throw std::runtime_error(describe(result.error()));
    if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::vector<fs::path> files_of(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// <name>.txt and <name>.json: the document of stored pages, its head and fields without the pages.
void write_document(const fs::path& pages_file, const fs::path& out) {
    std::vector<ocr::PageReading> pages;
    std::string text;
    for (const auto& page : Json::parse(value_or_throw(read_file(pages_file.string())))) {
        pages.push_back(value_or_throw(ocr::page_reading_from_json(page)));
        text += (pages.size() > 1 ? "\f" : "") + ocr::text_of(pages.back());
    }
    dossier::DocumentHead head;
    head.source.file = pages_file.filename().string();
    head.source.pages = static_cast<int>(pages.size());
    head.understanding = dossier::understand(head.source.pages, [&](int number) -> Result<ocr::PageReading> {
        return pages.at(static_cast<std::size_t>(number - 1));
    });
    std::ostringstream document;
    dossier::DocumentJsonWriter writer(document);
    writer.begin(head);
    writer.end({});
    const Json whole = Json::parse(document.str());
    Json understood;
    for (const char* key : {"kind", "fields", "missing"}) understood[key] = whole.at(key);
    const fs::path stem = out / "documents" / pages_file.stem();
    write(stem.string() + ".txt", text);
    write(stem.string() + ".json", understood.dump(1) + "\n");
}

void write_evaluation(const fs::path& golden, const fs::path& out) {
    fs::create_directories(out / "evaluate");
    evaluate::Options options;
    options.truth_folder = (golden / "evaluate/truth").string();
    options.output_folder = (golden / "evaluate/out").string();
    options.report_path = (out / "evaluate/evaluation.html").string();
    options.json_path = (out / "evaluate/evaluation.json").string();
    value_or_throw(evaluate::evaluate(options));
}

void write_verdict(const std::string& pdf, const fs::path& out, const std::string& name) {
    const fs::path copy = out / (name + ".pdf");
    write(copy, pdf);
    write(out / "signed" / (name + ".txt"),
          sign::in_plain_words(value_or_throw(sign::verify_signatures(copy.string(), {})), Language::both));
    fs::remove(copy);
}

/// What the clerk is told of a signed paper, of one with a byte changed under the signature, of one with bytes after
/// it.
void write_verdicts(const fs::path& signed_pdf, const fs::path& out) {
    const std::string pdf = value_or_throw(read_file(signed_pdf.string()));
    write_verdict(pdf, out, "whole");
    std::string changed = pdf;
    changed.at(changed.find("/MediaBox") + 1) = 'm';
    write_verdict(changed, out, "changed");
    write_verdict(pdf + "% more\n", out, "longer");
}

}  // namespace

int main(int count, char** words) try {
    if (count != 3) throw std::runtime_error("usage: write_outputs GOLDEN OUT");
    const fs::path golden = words[1];
    const fs::path out = words[2];
    for (const auto& file : files_of(golden / "readings", ".json")) write_document(file, out);
    write_evaluation(golden, out);
    write_verdicts(golden / "signed/paper.pdf", out);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "write_outputs: " << error.what() << "\n";
    return 2;
}
