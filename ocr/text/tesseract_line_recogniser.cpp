#include "ocr/text/line_recogniser.h"
#include "ocr/text/tesseract_readers.h"

namespace sohoa::ocr {

namespace {

class TesseractLineRecogniser : public LineRecogniser {
public:
    explicit TesseractLineRecogniser(TesseractReaders& readers) : readers_(readers) {}

    std::vector<std::vector<Word>> read(const std::vector<LineImage>& images) override {
        std::vector<std::vector<Word>> answers(images.size());
        share_out(readers_.first(), readers_.second(images.size()), images.size(),
                  [&](TesseractReader& reader, std::size_t k) {
                      const LineImage& image = images[k];
                      constexpr int least = 8;  // pixels
                      if (image.pixels.width() < least || image.pixels.height() < least) return;
                      answers[k] = reader.read_line(image.pixels, image.dpi);
                  });
        return answers;
    }

private:
    TesseractReaders& readers_;
};

}  // namespace

std::unique_ptr<LineRecogniser> make_tesseract_line_recogniser(TesseractReaders& readers) {
    return std::make_unique<TesseractLineRecogniser>(readers);
}

}  // namespace sohoa::ocr
