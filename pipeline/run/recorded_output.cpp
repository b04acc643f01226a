#include "pipeline/run/recorded_output.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace sohoa::run {

namespace {

namespace fs = std::filesystem;

/// Finds one entry of `outputs`; everything else passes by.
class OutputsReader : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit OutputsReader(std::string wanted) : wanted_(std::move(wanted)) {}

    std::string found;

    bool key(string_t& name) override {
        if (depth_ == 1) top_ = name;
        key_ = name;
        return true;
    }
    bool string(string_t& value) override {
        if (depth_ != 3 || top_ != "outputs") return true;
        if (key_ == "file") file_ = value;
        if (key_ == "sha256") sha256_ = value;
        return true;
    }
    bool start_object(std::size_t) override {
        file_.clear();
        sha256_.clear();
        return ++depth_ < 64;
    }
    bool end_object() override {
        if (depth_ == 3 && top_ == "outputs" && file_ == wanted_) found = sha256_;
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return ++depth_ < 64; }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    std::string wanted_;
    int depth_ = 0;
    std::string top_;
    std::string key_;
    std::string file_;
    std::string sha256_;
};

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

}  // namespace sohoa::run
