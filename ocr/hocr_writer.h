#pragma once
#include <ostream>
#include <string>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// What an hOCR file says about itself.
struct HocrHead {
    std::string title;    ///< name of the document, UTF-8
    std::string program;  ///< name of the software
    std::string version;
    int pages = 0;
};

/// Where a page came from.
struct HocrSource {
    std::string file;  ///< its name, UTF-8
    int page = 1;      ///< from 1, within that file
};

/// Writes hOCR 1.2 (http://kba.github.io/hocr-spec/1.2/) as XHTML 1.0, page by page, so that memory does not grow with
/// the document. Coordinates are pixels of the scan as delivered.
///
/// A block is an `ocr_carea` with one `ocr_par`; page numbers at the edge are `ocr_header` and `ocr_footer`, a table is
/// an `ocr_table` with an `ocr_par` for each cell that holds text. Other roles have no class in hOCR that says neither
/// more nor less. Seals, stamps, signatures and handwriting are `ocr_image`, photos `ocr_photo`, all without text.
/// Level lines (up to 45° aslant) have their `baseline`; turned ones have `textangle` instead, as Tesseract writes
/// them, since a polynomial from left to right cannot describe them.
///
/// Texts are XML 1.0. A double quote in a file's name becomes a single one: the grammar of hOCR has no way to write it.
class HocrWriter {
public:
    explicit HocrWriter(std::ostream& out) : out_(out) {}

    void begin(const HocrHead& head);

    /// `number` counts the document's pages from 1; every page has another.
    void page(const PageReading& reading, int number, const HocrSource& source);
    void end();

private:
    std::ostream& out_;
};

}  // namespace sohoa::ocr
