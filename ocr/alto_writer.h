#pragma once
#include <ostream>
#include <string>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// What an ALTO file says about itself.
struct AltoHead {
    std::string file;     ///< name of the file the pages came from, UTF-8
    std::string program;  ///< name of the software
    std::string version;
    std::string settings;  ///< one line
};

/// Writes ALTO 4.4 (http://www.loc.gov/standards/alto/ns-v4#), page by page, so that memory does not grow with the
/// document. Coordinates are pixels of the scan as delivered; turned lines carry their corners as a polygon. Roles of
/// blocks are layout tags. A table is a composed block with a text block for each cell that holds text; seals, stamps,
/// signatures and photos are illustrations; slots, check boxes and tables without text are graphical elements.
/// Texts are XML 1.0: control characters that it forbids are left out.
class AltoWriter {
public:
    explicit AltoWriter(std::ostream& out) : out_(out) {}

    void begin(const AltoHead& head);
    void page(const PageReading& reading, int number);
    void end();

private:
    std::ostream& out_;
};

}  // namespace sohoa::ocr
