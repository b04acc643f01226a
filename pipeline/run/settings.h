#pragma once
#include <string>

#include "scanners/limits.h"

namespace sohoa::run {

/// What decides how a paper is read and written. Two runs with equal settings, version and input give equal output.
struct Settings {
    std::string model = "vie";  ///< Tesseract model of the first pass
    int jpeg_quality = 80;      ///< for pages that did not arrive as JPEG
    bool alto = false;          ///< also write <stem>.alto.xml
    bool hocr = false;          ///< also write <stem>.hocr
    std::string signer;         ///< SHA-256 of the signing certificate; empty = unsigned
    scanners::Limits limits;
};

/// Settings as they stand in `made_by.settings`: one line of JSON, keys in fixed order. Limits are left out: they
/// decide whether a paper is read, not how.
std::string fingerprint(const Settings& settings);

}  // namespace sohoa::run
