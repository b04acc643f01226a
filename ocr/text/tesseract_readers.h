#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "ocr/text/tesseract_reader.h"

namespace sohoa::ocr {

/// A reader with a model and, where two are allowed and there is enough to do for two cores, another. For one thread at
/// a time.
class TesseractReaders {
public:
    enum class Most { one, two };

    /// Loads a model ("vie"). Fails with ocr_data_missing.
    static Result<std::unique_ptr<TesseractReaders>> make(const std::string& model, Most most = Most::two);

    TesseractReader& first() { return *first_; }

    /// The other one; nullptr where `parts` are too few to be worth it, the machine has a single core, it is not
    /// allowed or could not be loaded.
    TesseractReader* second(std::size_t parts);

private:
    TesseractReaders(std::string model, Most most, std::unique_ptr<TesseractReader> first);
    std::string model_;
    Most most_;
    std::unique_ptr<TesseractReader> first_;
    std::unique_ptr<TesseractReader> second_;
    bool second_tried_ = false;
};

}  // namespace sohoa::ocr
