#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/raster.h"
#include "base/result.h"
#include "ocr/page_reading.h"

namespace tesseract {
class TessBaseAPI;
}

namespace sohoa::ocr {

/// A part of a page to be read by itself.
struct BoxToRead {
    Box box;
    bool many_lines = false;
};

/// One Tesseract with its model. It is shown a plane, then reads the whole of it or parts; what it read before has no
/// influence. For one thread at a time; several readers may work side by side.
class TesseractReader {
public:
    /// Loads a model ("vie"). Fails with ocr_data_missing.
    static Result<std::unique_ptr<TesseractReader>> make(const std::string& model);
    ~TesseractReader();
    TesseractReader(const TesseractReader&) = delete;
    TesseractReader& operator=(const TesseractReader&) = delete;

    /// Takes a copy of a grey plane of `dpi`, of at least 8 × 8 pixels.
    void show(const Raster& plane, double dpi);

    /// Its search for tables takes seconds where there are hundreds of cells; of what it finds only traces are left.
    enum class LookForTables { yes, no };

    /// The lines of the whole plane as Tesseract's layout finds them, in its order; nullopt where it gives up. Boxes
    /// and texts of the lines themselves are not gathered yet (lines.h).
    std::optional<std::vector<Line>> read_whole(LookForTables tables);

    /// The lines in a part of the plane, gathered; none where it gives up.
    std::vector<Line> read(const BoxToRead& part);

    /// The words of an image of one line, in its pixels; the plane that was shown is forgotten.
    std::vector<Word> read_line(const Raster& image, double dpi);

    /// Lets go of the plane.
    void forget();

private:
    explicit TesseractReader(std::unique_ptr<tesseract::TessBaseAPI> api);
    std::unique_ptr<tesseract::TessBaseAPI> api_;
};

/// Calls `work(reader, k)` once for each k below `count`, in two threads where there is a second reader. Which of them
/// gets which k is left open.
void share_out(TesseractReader& first, TesseractReader* second, std::size_t count,
               const std::function<void(TesseractReader&, std::size_t)>& work);

}  // namespace sohoa::ocr
