#include "pipeline/inspect/inspection_folder.h"

#include <filesystem>

#include "base/files.h"
#include "pipeline/inspect/inspection_html.h"

namespace sohoa::inspect {

namespace {

namespace fs = std::filesystem;

const Bilingual another_folder{"Chọn một thư mục -o mới hoặc trống", "choose a new or empty -o folder"};

std::string index_of(const std::string& folder) {
    return folder + "/index.html";
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

bool is_empty(const std::string& folder) {
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
        if (!is_hidden(each->path())) return false;
    }
    return !error;
}

bool lies_in(const std::string& file, const std::string& folder) {
    std::error_code error;
    const fs::path place = fs::weakly_canonical(file, error).parent_path();
    return !error && fs::equivalent(place, folder, error) && !error;
}

}  // namespace

Result<void> take_inspection_folder(const std::string& folder, const std::string& file) {
    if (lies_in(file, folder)) {
        return fail(problem(code::output_is_input,
                            {"Tệp cần soi nằm ngay trong thư mục kết quả", "the file lies in the output folder itself"},
                            another_folder)
                        .in_file(file));
    }
    const auto before = read_file(index_of(folder));
    if (!(before && is_inspection(*before)) && !is_empty(folder)) {
        return fail(problem(code::output_exists,
                            {"Thư mục kết quả có tệp khác, không phải do lệnh soi tạo ra",
                             "the output folder holds files that no inspection made"},
                            another_folder)
                        .in_file(folder));
    }
    remove_temporary_files(folder);
    return {};
}

Result<void> mark_unfinished(const std::string& folder) {
    return write_file_atomically(index_of(folder), unfinished_inspection_html());
}

Result<void> leave_failure(const std::string& folder, const InspectedFile& file) {
    const auto before = read_file(index_of(folder));
    if (before && shows_pages(*before)) return {};
    return write_file_atomically(index_of(folder), inspection_html(file));
}

}  // namespace sohoa::inspect
