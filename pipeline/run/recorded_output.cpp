#include "pipeline/run/recorded_output.h"

#include <filesystem>
#include <fstream>

#include "pipeline/run/json_strings.h"

namespace sohoa::run {

namespace {

namespace fs = std::filesystem;

/// Finds one entry of `outputs`; everything else passes by.
class OutputsReader : public JsonStrings {
public:
    explicit OutputsReader(std::string wanted) : wanted_(std::move(wanted)) {}

    std::string found;
    bool ours = false;  ///< the file says what it was made from

private:
    void take_string(const std::string& value) override {
        const bool document = depth() == 2 && top() == "made_by" && name() == "identity";
        const bool dossier = depth() == 1 && top() == "schema" && value.starts_with("sohoa-dossier/");
        ours = ours || document || dossier;
        if (depth() != 3 || top() != "outputs") return;
        if (name() == "file") file_ = value;
        if (name() == "sha256") sha256_ = value;
    }
    void object_begins() override {
        file_.clear();
        sha256_.clear();
    }
    void object_ends() override {
        if (depth() == 3 && top() == "outputs" && file_ == wanted_) found = sha256_;
    }

    std::string wanted_;
    std::string file_;
    std::string sha256_;
};

bool is_own_json(const std::string& path) try {
    std::ifstream in(path, std::ios::binary);
    OutputsReader reader("");
    nlohmann::json::sax_parse(in, &reader);
    return reader.ours;
} catch (const std::exception&) {
    return false;
}

}  // namespace

std::optional<std::string> recorded_sha256(const std::string& output_path) try {
    const fs::path path(output_path);
    // A signed input is kept as <stem>.signed.pdf beside <stem>.json, so shorter stems are asked too.
    for (fs::path stem = path.stem(); !stem.empty(); stem = stem.stem()) {
        std::ifstream in(path.parent_path() / (stem.string() + ".json"), std::ios::binary);
        if (in) {
            OutputsReader outputs(path.filename().string());
            nlohmann::json::sax_parse(in, &outputs);
            if (!outputs.found.empty()) return outputs.found;
        }
        if (!stem.has_extension()) break;
    }
    return std::nullopt;
} catch (const std::exception&) {
    return std::nullopt;
}

bool is_recorded_output(const std::string& path) {
    if (recorded_sha256(path)) return true;
    return fs::path(path).extension() == ".json" && is_own_json(path);
}

}  // namespace sohoa::run
