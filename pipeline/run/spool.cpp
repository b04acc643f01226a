#include "pipeline/run/spool.h"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/sha256.h"
#include "ocr/page_reading_json.h"

namespace sohoa::run {

namespace fs = std::filesystem;

Spool::Spool(const std::string& output_folder, const std::string& identity)
    : root_((fs::path(output_folder) / ".sohoa-spool").string()),
      folder_((fs::path(root_) / hex(sha256(identity)).substr(0, 32)).string()) {}

Result<void> Spool::create() const {
    return make_folders(folder_);
}

std::string Spool::page(int number) const {
    return fmt::format("{}/{:06}", folder_, number);
}

bool Spool::has(int number) const {
    std::error_code error;
    return fs::exists(page(number) + ".json", error) && fs::exists(fragment(number), error);
}

Result<std::string> Spool::reading_json(int number) const {
    return read_file(page(number) + ".json");
}

Result<ocr::PageReading> Spool::reading(int number) const {
    const auto text = reading_json(number);
    if (!text) return fail(text.error());
    const auto json = nlohmann::ordered_json::parse(*text, nullptr, false);
    if (json.is_discarded()) {
        return fail(code::internal_error, {"Kết quả trang không đọc lại được", "a page result cannot be read back"});
    }
    return ocr::page_reading_from_json(json);
}

Result<void> Spool::begin_writing() const {
    return write_file_atomically(folder_ + "/writing", "");
}

bool Spool::was_writing() const {
    std::error_code error;
    return fs::exists(folder_ + "/writing", error);
}

void Spool::remove() const {
    std::error_code error;
    fs::remove_all(folder_, error);
    fs::remove(root_, error);  // only when it is empty
}

void Spool::remove_unfinished() const {
    remove_temporary_files(folder_);
    std::error_code error;
    fs::remove(folder_, error);  // only when it is empty
    fs::remove(root_, error);
}

}  // namespace sohoa::run
