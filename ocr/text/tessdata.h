#pragma once
#include <string>

#include "base/result.h"

namespace sohoa::ocr {

/// Where a Tesseract model lies: `folder` holds `name`.traineddata.
struct TessdataModel {
    std::string folder;
    std::string name;
};

/// Finds a model in $TESSDATA_PREFIX, else in the folders of Debian's packages; script models ("Vietnamese") are looked
/// for in the subfolder `script` too. Fails with ocr_data_missing, naming the package to install.
Result<TessdataModel> find_tessdata(const std::string& model);

}  // namespace sohoa::ocr
