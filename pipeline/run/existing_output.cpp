#include "pipeline/run/existing_output.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace sohoa::run {

namespace {

/// Stops the parser as soon as `made_by` was seen: it stands before the pages.
class HeadReader : public nlohmann::json_sax<nlohmann::json> {
public:
    std::string identity;
    bool complete = false;

    bool key(string_t& name) override {
        if (depth_ == 1) top_ = name;
        key_ = name;
        return top_ != "pages";
    }
    bool string(string_t& value) override {
        if (depth_ == 2 && top_ == "made_by" && key_ == "identity") identity = value;
        return true;
    }
    bool boolean(bool value) override {
        if (depth_ == 2 && top_ == "made_by" && key_ == "complete") complete = value;
        return true;
    }
    bool start_object(std::size_t) override { return ++depth_ < 64; }
    bool end_object() override {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return ++depth_ < 64; }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool null() override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    int depth_ = 0;
    std::string top_;
    std::string key_;
};

}  // namespace

ExistingOutput existing_output(const std::string& json_path, const std::string& pdf_path, const std::string& identity) {
    std::error_code error;
    const bool pdf_stands = std::filesystem::exists(pdf_path, error);
    std::ifstream in(json_path, std::ios::binary);
    if (!in) return pdf_stands ? ExistingOutput::different : ExistingOutput::none;
    HeadReader head;
    nlohmann::json::sax_parse(in, &head);
    if (!head.complete || head.identity != identity) return ExistingOutput::different;
    // Somebody took the PDF away: what is made again is the same document.
    return pdf_stands ? ExistingOutput::same : ExistingOutput::none;
}

}  // namespace sohoa::run
