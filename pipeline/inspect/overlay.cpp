#include "pipeline/inspect/overlay.h"

#include <algorithm>
#include <functional>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::inspect {

namespace {

constexpr double sure_word = 0.9;  // below, a word is drawn as doubtful

using Draw = std::function<void(std::string_view kind, const Quad&)>;

/// Words first, so that larger frames lie over them.
void each_find(const ocr::PageReading& reading, const Draw& draw) {
    for (const ocr::Block& block : reading.blocks) {
        for (const ocr::Line& line : block.lines) {
            for (const ocr::Word& word : line.words) {
                draw(word.confidence < sure_word ? "doubtful" : "word", word.quad.value_or(quad_of(word.box)));
            }
        }
    }
    for (const ocr::Region& region : reading.regions) draw(region.kind, quad_of(region.box));
    for (const ocr::Code& code : reading.codes) draw("code", code.quad);
    for (const ocr::Part& part : reading.parts) draw("part", part.quad);
}

}  // namespace

const std::vector<Mark>& marks() {
    static const std::vector<Mark> all{
        {"word", {"chữ đọc chắc", "words read for sure"}, {90, 170, 90}},
        {"doubtful", {"chữ còn ngờ", "words in doubt"}, {230, 120, 0}},
        {"seal", {"con dấu", "seals"}, {220, 0, 40}},
        {"signature", {"chữ ký", "signatures"}, {0, 60, 220}},
        {"stamp", {"dấu khung", "stamps"}, {200, 0, 160}},
        {"signature_panel", {"khung chữ ký số", "panels of digital signatures"}, {120, 60, 200}},
        {"table", {"bảng", "tables"}, {0, 140, 200}},
        {"slot", {"chỗ điền", "slots to fill in"}, {150, 150, 0}},
        {"checkbox", {"ô đánh dấu", "check boxes"}, {0, 180, 160}},
        {"photo", {"ảnh người", "photos"}, {130, 90, 40}},
        {"handwriting", {"chữ viết tay", "handwriting"}, {100, 100, 255}},
        {"code", {"mã vạch, mã QR", "codes"}, {0, 0, 0}},
        {"part", {"phần (tờ) trên bản quét", "parts (sheets) on the scan"}, {160, 160, 160}},
    };
    return all;
}

Raster overlay_of(const Raster& scan, const ocr::PageReading& reading) {
    Raster picture(scan.width(), scan.height(), 3);
    cv::Mat canvas = mat_of(picture);
    if (scan.channels() == 3) {
        mat_of(scan).copyTo(canvas);
    } else {
        cv::cvtColor(mat_of(scan), canvas, cv::COLOR_GRAY2RGB);
    }
    const int thickness = std::max(1, static_cast<int>(reading.dpi / 100));
    each_find(reading, [&](std::string_view kind, const Quad& quad) {
        const auto mark = std::find_if(marks().begin(), marks().end(), [&](const Mark& m) { return m.kind == kind; });
        if (mark == marks().end()) return;
        std::vector<cv::Point> outline;
        for (const Point& corner : quad.corners) outline.emplace_back(cvRound(corner.x), cvRound(corner.y));
        const cv::Scalar colour(mark->colour[0], mark->colour[1], mark->colour[2]);
        cv::polylines(canvas, outline, true, colour, kind == "word" ? std::max(1, thickness / 2) : thickness,
                      cv::LINE_AA);
    });
    return picture;
}

int count_of(std::string_view kind, const ocr::PageReading& reading) {
    int count = 0;
    each_find(reading, [&](std::string_view each, const Quad&) { count += each == kind ? 1 : 0; });
    return count;
}

}  // namespace sohoa::inspect
