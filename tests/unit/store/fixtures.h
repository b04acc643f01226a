#pragma once
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

#include "pipeline/store/catalogue.h"

namespace sohoa::store {

/// A folder that goes with the test.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sohoa-store-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

inline dossier::Field field(std::string name, std::string normalized, std::string status = "accepted") {
    dossier::Field field;
    field.name = std::move(name);
    field.value = normalized;
    field.normalized = std::move(normalized);
    field.confidence = 0.9;
    field.status = std::move(status);
    field.evidence = {{1, {10, 20, 30, 40}, "text"}};
    return field;
}

inline NewDocument paper(const std::string& name, std::vector<dossier::Field> fields = {}) {
    NewDocument document;
    document.source_file = name + ".jpg";
    document.source_key = "key of " + name;
    document.identity = "identity of " + name;
    document.made_at = "2026-11-21T08:00:00+07:00";
    document.kind = {"quyet_dinh", "Quyết định", 0.9};
    document.fields = std::move(fields);
    document.outputs = {"/out/" + name + ".pdf", "/out/" + name + ".json", "/out/" + name + ".txt"};
    document.by = "test";
    return document;
}

inline PageTexts pages(std::vector<std::string> texts) {
    auto next = std::make_shared<std::size_t>(0);
    return [texts = std::move(texts), next]() -> std::optional<std::string> {
        if (*next == texts.size()) return std::nullopt;
        return texts[(*next)++];
    };
}

inline Catalogue opened(const std::string& path) {
    auto catalogue = Catalogue::open(path);
    if (!catalogue) throw std::runtime_error(describe(catalogue.error()));
    return *std::move(catalogue);
}

/// Puts a document in; gives its id.
inline std::string put(Catalogue& catalogue, const NewDocument& document, std::vector<std::string> texts) {
    const int count = static_cast<int>(texts.size());
    NewDocument counted = document;
    counted.pages = count;
    const auto added = catalogue.add(counted, pages(std::move(texts)));
    if (!added) throw std::runtime_error(describe(added.error()));
    return added->id;
}

inline Query words(std::string text) {
    Query query;
    query.words = std::move(text);
    return query;
}

/// Source files of the hits, best first.
inline std::vector<std::string> found(Catalogue& catalogue, const Query& query) {
    const auto result = catalogue.find(query);
    if (!result) return {"PROBLEM " + describe(result.error())};
    std::vector<std::string> names;
    for (const Hit& hit : result->hits) names.push_back(hit.facts.source_file);
    return names;
}

}  // namespace sohoa::store
