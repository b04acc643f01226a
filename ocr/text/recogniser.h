#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ocr/image/planes.h"
#include "ocr/image/preparation_record.h"
#include "ocr/page_reading.h"
#include "ocr/text/grammar.h"

namespace sohoa::ocr {

/// What a recogniser found on a page, in pixels of the scan.
struct PageText {
    std::vector<Block> blocks;  ///< in reading order
    /// Panels of digital signatures and stamps known by the text they lie over: no part of the text, but to be found. A
    /// table of Planes::regions with the box of such a stamp is that stamp.
    std::vector<Region> regions;
    std::vector<std::string> stamps;  ///< what each of Planes::stamps says; no part of the text either
};

/// Reads the text of a page. One object serves many pages, one after the other, and remembers nothing between them.
class PageRecogniser {
public:
    virtual ~PageRecogniser() = default;

    /// Fails with ocr_failed. `record` is told each step (reading_steps.h).
    virtual Result<PageText> read(const Planes& planes, PreparationRecord* record) = 0;
    Result<PageText> read(const Planes& planes) { return read(planes, nullptr); }

    /// Reads places of the page again, each by its grammar; nullopt where nothing that fits it can be read. An answer
    /// depends on its own place alone. Fails with ocr_failed.
    virtual Result<std::vector<std::optional<GrammarReading>>> reread(const Planes& planes,
                                                                      const std::vector<RereadPlace>& places) = 0;

    /// How well a few lines of a grey plane of `dpi` read as it stands (sample_lines.h): 0 nothing … 1 every letter.
    virtual double legibility(const Raster& plane, double dpi) = 0;
};

/// Tesseract with the given model ("vie") from the system's tessdata folder. Behind "vie" the larger network
/// "Vietnamese" reads doubtful words a second time, where it is installed. Fails with ocr_data_missing.
Result<std::unique_ptr<PageRecogniser>> make_tesseract_recogniser(const std::string& model);

/// What such a recogniser reads with: the model, and the larger network where there is one.
std::vector<std::string> models_behind(const std::string& model);

}  // namespace sohoa::ocr
