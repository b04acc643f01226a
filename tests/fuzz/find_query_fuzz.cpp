// What somebody types into the search box reaches SQLite as quoted letters and digits only: every question is answered
// or refused in words, never with an error of SQL; and its snippets stay inside the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

#include "pipeline/store/catalogue.h"
#include "pipeline/store/snippet.h"

namespace {

using namespace sohoa;

constexpr std::string_view page = "Số: 1403/BC-VP\nBà ĐỖ THỊ ĐƯỜNG, thường trú tại xã Hòa Bình\t… and or not near";

/// One document; the file goes at once and lives as long as it is open.
store::Catalogue& catalogue() {
    static store::Catalogue one = [] {
        const auto path = std::filesystem::temp_directory_path() / ("sohoa-find-fuzz-" + std::to_string(::getpid()));
        auto opened = store::Catalogue::open(path.string());
        if (!opened) std::abort();
        store::NewDocument document;
        document.source_file = "đơn.jpg";
        document.source_key = "k";
        bool given = false;
        const auto pages = [&given]() -> std::optional<std::string> {
            if (given) return std::nullopt;
            given = true;
            return std::string(page);
        };
        if (!opened->add(document, pages)) std::abort();
        return *std::move(opened);
    }();
    return one;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string typed(reinterpret_cast<const char*>(data), size);
    for (int where = 0; where < 4; ++where) {
        store::Query query;
        if (where != 1) query.words = typed;
        if (where == 1) query.number = typed;
        if (where == 2) query.owner_id_number = typed;
        if (where == 3) query.dossier_code = typed;
        const auto found = catalogue().find(query);
        if (!found && found.error().code != code::usage) std::abort();
        if (!found) continue;
        for (const auto& hit : found->hits) {
            std::size_t before = 0;
            for (const auto& [begin, end] : hit.snippet.hits) {
                if (begin < before || end <= begin || end > hit.snippet.text.size()) std::abort();
                before = end;
            }
        }
    }
    // The typed text as a page of its own.
    store::Fit fit;
    store::snippet_of(typed, store::search_words("duong 1403"), fit);
    return 1;
}
