#include "ocr/text/tessdata.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

std::vector<std::string> folders() {
    std::vector<std::string> found;
    if (const char* prefix = std::getenv("TESSDATA_PREFIX"); prefix != nullptr && *prefix != '\0') {
        found.emplace_back(prefix);
        found.push_back(std::string(prefix) + "/tessdata");
    }
    for (const char* folder : {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
                               "/usr/share/tessdata", "/usr/local/share/tessdata"}) {
        found.emplace_back(folder);
    }
    return found;
}

/// Debian names language packages by code and script packages by the first letters of the script.
std::string package_of(const std::string& model) {
    return model == "Vietnamese" ? "tesseract-ocr-script-viet" : "tesseract-ocr-" + lower(model);
}

}  // namespace

Result<TessdataModel> find_tessdata(const std::string& model) {
    std::error_code ignored;
    for (const std::string& folder : folders()) {
        for (const std::string& inside : {folder, folder + "/script"}) {
            if (std::filesystem::is_regular_file(std::filesystem::path(inside) / (model + ".traineddata"), ignored)) {
                return TessdataModel{inside, model};
            }
        }
    }
    const std::string package = package_of(model);
    return fail(
        code::ocr_data_missing,
        {fmt::format("Không tìm thấy dữ liệu nhận dạng chữ “{}.traineddata”", model),
         fmt::format("the recognition data “{}.traineddata” were not found", model)},
        {fmt::format("Cài gói {0} (sudo apt-get install {0}) hoặc đặt TESSDATA_PREFIX vào thư mục chứa tệp đó",
                     package),
         fmt::format(
             "install the package {0} (sudo apt-get install {0}), or set TESSDATA_PREFIX to the folder of that file",
             package)});
}

}  // namespace sohoa::ocr
