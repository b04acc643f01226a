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
    std::string version;
    std::string settings;
    std::string source;               ///< SHA-256 of the only file, or of the first
    std::vector<std::string> joined;  ///< of all files, when there are several
    bool complete = false;

    bool key(string_t& name) override {
        if (depth_ == 1) top_ = name;
        key_ = name;
        return top_ != "pages";
    }
    bool string(string_t& value) override {
        if (depth_ == 2 && top_ == "made_by") {
            if (key_ == "identity") identity = value;
            if (key_ == "version") version = value;
            if (key_ == "settings") settings = value;
        }
        if (top_ == "source" && key_ == "sha256") {
            if (depth_ == 2) source = value;
            if (depth_ == 4) joined.push_back(value);
        }
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

HeadReader head_of(std::istream& in) {
    HeadReader head;
    nlohmann::json::sax_parse(in, &head);
    return head;
}

Bilingual changed(const std::string& vi, const std::string& en, const Bilingual& before, const Bilingual& now) {
    return {vi + ": trước " + before.vi + ", nay " + now.vi, en + ": " + before.en + " before, " + now.en + " now"};
}

Bilingual changed_signer(const std::string& before, const std::string& now) {
    const Bilingual unsigned_one{"không ký", "unsigned"};
    const Bilingual signed_one{"có ký", "signed"};
    if (before.empty()) return changed("ký số", "signature", unsigned_one, signed_one);
    if (now.empty()) return changed("ký số", "signature", signed_one, unsigned_one);
    return {"ký số: nay dùng chứng thư khác", "signature: another certificate now"};
}

void compare_settings(const std::string& before_text, const std::string& now_text, std::vector<Bilingual>& found) {
    const auto before = nlohmann::json::parse(before_text, nullptr, false);
    const auto now = nlohmann::json::parse(now_text, nullptr, false);
    if (!before.is_object() || !now.is_object()) return;
    const auto differs = [&](const char* name) { return before.contains(name) && before[name] != now[name]; };
    const auto text = [](const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : ""; };
    if (differs("signer")) found.push_back(changed_signer(text(before["signer"]), text(now["signer"])));
    if (differs("alto")) {
        const Bilingual with{"có", "with"};
        const Bilingual without{"không", "without"};
        const bool wanted = now["alto"] == true;
        found.push_back(changed("--alto", "--alto", wanted ? without : with, wanted ? with : without));
    }
    for (const auto& [name, label] : {std::pair<const char*, Bilingual>{"model", {"mô hình nhận dạng", "model"}},
                                      {"jpeg_quality", {"chất lượng ảnh", "image quality"}}}) {
        if (!differs(name)) continue;
        const std::string old = before[name].dump();
        const std::string fresh = now[name].dump();
        found.push_back(changed(label.vi, label.en, {old, old}, {fresh, fresh}));
    }
}

}  // namespace

ExistingOutput existing_output(const std::string& json_path, const std::string& pdf_path, const std::string& identity) {
    std::error_code error;
    const bool pdf_stands = std::filesystem::exists(pdf_path, error);
    std::ifstream in(json_path, std::ios::binary);
    if (!in) return pdf_stands ? ExistingOutput::different : ExistingOutput::none;
    const HeadReader head = head_of(in);
    if (head.identity != identity) return ExistingOutput::different;
    // Pages were lost, or somebody took the PDF away: what is made again is the same document.
    return head.complete && pdf_stands ? ExistingOutput::same : ExistingOutput::none;
}

std::vector<Bilingual> differences(const std::string& json_path, const Making& now) {
    std::ifstream in(json_path, std::ios::binary);
    if (!in) return {};
    const HeadReader before = head_of(in);
    if (before.identity.empty()) return {{"tệp JSON ở đó không phải của sohoa", "the JSON there is not sohoa's"}};
    std::vector<Bilingual> found;
    const auto sources = before.joined.empty() ? std::vector<std::string>{before.source} : before.joined;
    if (sources != now.sources) found.push_back({"tệp gốc: nội dung đã khác", "input: other content"});
    compare_settings(before.settings, now.settings, found);
    if (before.version != now.version) {
        found.push_back(changed("phiên bản sohoa", "version of sohoa", {before.version, before.version},
                                {now.version, now.version}));
    }
    if (!before.complete) found.push_back({"lần trước có trang không đọc được", "pages were lost the last time"});
    return found;
}

}  // namespace sohoa::run
