#include "pipeline/run/existing_output.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "pipeline/run/json_strings.h"

namespace sohoa::run {

namespace {

/// Reads what stands before the pages.
class HeadReader : public JsonStrings {
public:
    std::string identity;
    std::string version;
    std::string settings;
    std::string source;               ///< SHA-256 of the only file, or of the first
    std::vector<std::string> joined;  ///< of all files, when there are several
    bool complete = false;

    std::vector<std::string> sources() const { return joined.empty() ? std::vector<std::string>{source} : joined; }

private:
    bool wants_member() const override { return top() != "pages"; }
    void take_string(const std::string& value) override {
        if (depth() == 2 && top() == "made_by") {
            if (name() == "identity") identity = value;
            if (name() == "version") version = value;
            if (name() == "settings") settings = value;
        }
        if (top() == "source" && name() == "sha256") {
            if (depth() == 2) source = value;
            if (depth() == 4) joined.push_back(value);
        }
    }
    void take_truth(bool value) override {
        if (depth() == 2 && top() == "made_by" && name() == "complete") complete = value;
    }
};

bool exists(const std::string& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

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
    for (const auto& [name, option] : {std::pair{"alto", "--alto"}, {"hocr", "--hocr"}}) {
        // Earlier outputs may not know of the option.
        const auto is_on = [name = name](const nlohmann::json& settings) {
            return settings.contains(name) && settings[name] == true;
        };
        const bool wanted = is_on(now);
        if (is_on(before) == wanted) continue;
        const Bilingual with{"có", "with"};
        const Bilingual without{"không", "without"};
        found.push_back(changed(option, option, wanted ? without : with, wanted ? with : without));
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

ExistingOutput existing_output(const OutputPlaces& places, const std::string& identity) {
    std::ifstream in(places.json, std::ios::binary);
    if (!in) return files_of_others(places).empty() ? ExistingOutput::none : ExistingOutput::different;
    const HeadReader head = head_of(in);
    if (head.identity != identity) return ExistingOutput::different;
    // Pages were lost, or somebody took the PDF away: what is made again is the same document.
    return head.complete && exists(places.pdf) ? ExistingOutput::same : ExistingOutput::none;
}

std::vector<std::string> files_of_others(const OutputPlaces& places) {
    if (exists(places.json)) return {};
    std::vector<std::string> found;
    if (exists(places.pdf)) found.push_back(places.pdf);
    std::copy_if(places.others.begin(), places.others.end(), std::back_inserter(found), exists);
    return found;
}

bool is_whole_output_of(const OutputPlaces& places, const std::vector<std::string>& sources) {
    std::ifstream in(places.json, std::ios::binary);
    if (!in) return false;
    const HeadReader head = head_of(in);
    return head.complete && head.sources() == sources && exists(places.pdf);
}

std::vector<Bilingual> differences(const std::string& json_path, const Making& now) {
    std::ifstream in(json_path, std::ios::binary);
    if (!in) return {};
    const HeadReader before = head_of(in);
    if (before.identity.empty()) return {{"tệp JSON ở đó không phải của sohoa", "the JSON there is not sohoa's"}};
    std::vector<Bilingual> found;
    if (before.sources() != now.sources) found.push_back({"tệp gốc: nội dung đã khác", "input: other content"});
    compare_settings(before.settings, now.settings, found);
    if (before.version != now.version) {
        found.push_back(changed("phiên bản sohoa", "version of sohoa", {before.version, before.version},
                                {now.version, now.version}));
    }
    if (!before.complete) found.push_back({"lần trước có trang không đọc được", "pages were lost the last time"});
    return found;
}

}  // namespace sohoa::run
