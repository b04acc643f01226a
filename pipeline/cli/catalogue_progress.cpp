#include "pipeline/cli/catalogue_progress.h"

#include <filesystem>

#include "pipeline/store/add_from_output.h"

namespace sohoa::cli {

namespace fs = std::filesystem;

CatalogueProgress::CatalogueProgress(run::Progress& next, std::string output_folder)
    : next_(next), output_folder_(std::move(output_folder)) {}

void CatalogueProgress::open(const std::string& path) {
    // A large file takes seconds to look through; damage in it is told when it is met.
    constexpr std::uintmax_t quickly_looked_through = std::uintmax_t{256} << 20;
    std::error_code error;
    const std::uintmax_t size = fs::exists(path, error) ? fs::file_size(path, error) : 0;
    auto opened = store::Catalogue::open(path, {.check_whole = size < quickly_looked_through});
    if (opened) {
        catalogue_ = *std::move(opened);
    } else {
        give_up(opened.error());
    }
}

void CatalogueProgress::document_done(const run::DocumentSummary& summary) {
    next_.document_done(summary);
    if (!catalogue_ || summary.state == run::DocumentSummary::State::failed) return;
    const std::string stem = summary.output.substr(0, summary.output.size() - std::string_view(".pdf").size());
    // OUT/<folder>/<stem>.pdf: the folder is the dossier.
    const fs::path folder = fs::path(summary.output).parent_path().lexically_relative(output_folder_);
    const std::string dossier = folder.empty() || folder == "." ? "" : folder.filename().string();
    const auto added =
        store::add_from_output(*catalogue_, stem + ".json", stem + ".txt", summary.output, {.dossier_code = dossier});
    if (added) return;
    const bool of_document = added.error().code == code::file_missing || added.error().code == code::file_damaged ||
                             added.error().code == code::file_unreadable;
    if (of_document) {
        failed_ = true;
        next_.problem(added.error());
    } else {
        give_up(added.error());
    }
}

void CatalogueProgress::give_up(Problem why) {
    failed_ = true;
    catalogue_.reset();
    why.message.vi += "; tài liệu vẫn được số hóa nhưng chưa vào kho tra cứu, chạy lại lệnh này để đưa vào";
    why.message.en += "; the documents are made but are not in the catalogue: run this command again to put them in";
    next_.problem(why);
}

}  // namespace sohoa::cli
