#include "ocr/text/tesseract_readers.h"

#include <thread>
#include <utility>

namespace sohoa::ocr {

TesseractReaders::TesseractReaders(std::string model, Most most, std::unique_ptr<TesseractReader> first)
    : model_(std::move(model)), most_(most), first_(std::move(first)) {}

Result<std::unique_ptr<TesseractReaders>> TesseractReaders::make(const std::string& model, Most most) {
    auto first = TesseractReader::make(model);
    if (!first) return fail(first.error());
    return std::unique_ptr<TesseractReaders>(new TesseractReaders(model, most, *std::move(first)));
}

TesseractReader* TesseractReaders::second(std::size_t parts) {
    constexpr std::size_t worth_while = 3;  // parts: showing a plane costs about as much as reading one
    if (most_ == Most::one || parts < worth_while || std::thread::hardware_concurrency() < 2) return nullptr;
    if (!second_tried_) {
        second_tried_ = true;
        if (auto made = TesseractReader::make(model_)) second_ = *std::move(made);
    }
    return second_.get();
}

}  // namespace sohoa::ocr
