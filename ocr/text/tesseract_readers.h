#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "ocr/text/tesseract_reader.h"

namespace sohoa::ocr {

/// A reader with a model and, once there is enough to do for two cores, another. For one thread at a time.
class TesseractReaders {
public:
    /// Loads a model ("vie"). Fails with ocr_data_missing.
    static Result<std::unique_ptr<TesseractReaders>> make(const std::string& model);

    TesseractReader& first() { return *first_; }

    /// The other one; nullptr where fewer than `parts` worth a second reader are to be read, the machine has a single
    /// core, or it could not be loaded.
    TesseractReader* second(std::size_t parts);

private:
    TesseractReaders(std::string model, std::unique_ptr<TesseractReader> first);
    std::string model_;
    std::unique_ptr<TesseractReader> first_;
    std::unique_ptr<TesseractReader> second_;
    bool second_tried_ = false;
};

}  // namespace sohoa::ocr
