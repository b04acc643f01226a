#include "ocr/image/page_quality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr double cut_along = 0.25;  // of the side, from where letters that touch it are a cut

constexpr int stroke_reach = 5;     // pixels across which a stroke's contrast is seen
constexpr int least_contrast = 60;  // grey levels of a stroke that is measured
constexpr int least_core = 25;      // grey levels that the core of a stroke is darker than what is beside it
constexpr std::size_t least_strokes = 200;

/// The value that a share of them does not exceed.
template <class T>
T quantile(std::vector<T>& values, double share) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace

double edge_sigma(const Raster& plane) {
    // Upright strokes stand apart and are even; across each, the steepest step is compared with the whole fall.
    std::vector<float> sigmas;
    for (int y = 0; y < plane.height(); y += 3) {
        const std::uint8_t* row = plane.row(y);
        for (int x = stroke_reach; x + stroke_reach < plane.width(); ++x) {
            const int step = row[x - 1] - row[x + 1];  // from paper down into ink
            if (step < least_contrast / 4) continue;
            if (step < row[x - 2] - row[x] || step <= row[x] - row[x + 2]) continue;  // not the steepest
            int from = row[x];
            int k = 1;
            while (k <= stroke_reach && row[x - k] >= from) from = row[x - k++];
            int to = row[x];
            k = 1;
            while (k <= stroke_reach && row[x + k] <= to) to = row[x + k++];
            const int fall = from - to;
            // Only strokes that rise from bare paper and reach their full darkness tell the blur.
            if (fall < least_contrast || from < 200) continue;
            const double steepest = step / 2.0;
            sigmas.push_back(static_cast<float>(fall / (steepest * 2.5066)));
            x += 2;
        }
    }
    return sigmas.size() < least_strokes ? 0 : quantile(sigmas, 0.3);
}

double print_darkness(const Raster& plane) {
    // Cores of strokes: darker than their neighbours on either side.
    std::vector<std::uint8_t> cores;
    for (int y = 0; y < plane.height(); y += 3) {
        const std::uint8_t* row = plane.row(y);
        for (int x = 4; x + 4 < plane.width(); ++x) {
            const int v = row[x];
            if (v >= 255 - least_core) continue;
            if (v < row[x - 1] && v <= row[x + 1] && row[x - 4] - v > least_core && row[x + 4] - v > least_core)
                cores.push_back(row[x]);
        }
    }
    return cores.size() < least_strokes ? 0 : (255 - quantile(cores, 0.3)) / 255.0;
}

double glare_share(const Raster& scan, const Sheet& sheet) {
    if (!sheet.cut_out) return 0;
    constexpr int width = 240;
    const int height = std::clamp(width * sheet.size.height / std::max(1, sheet.size.width), 60, 600);
    const Transform to_sheet =
        Transform::scaling(1.0 * sheet.size.width / width, 1.0 * sheet.size.height / height).then(sheet.to_scan);
    const Transform between = Transform::translation(0.5, 0.5).then(to_sheet).then(Transform::translation(-0.5, -0.5));
    const cv::Matx33d map(between.rows().data());
    cv::Mat seen;
    cv::warpPerspective(mat_of(scan), seen, map, {width, height}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                        cv::BORDER_CONSTANT, cv::Scalar::all(0));
    cv::Mat least;
    if (seen.channels() == 3) {
        cv::Mat channels[3];
        cv::split(seen, channels);
        cv::min(channels[0], channels[1], least);
        cv::min(least, channels[2], least);
    } else {
        least = seen;
    }
    std::vector<std::uint8_t> levels(least.begin<std::uint8_t>(), least.end<std::uint8_t>());
    constexpr int blown_out = 250;
    if (quantile(levels, 0.6) > 228) return 0;  // bright paper is near white by itself
    cv::Mat white = least >= blown_out;
    cv::morphologyEx(white, white, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    return static_cast<double>(cv::countNonZero(white)) / static_cast<double>(white.total());
}

int letters_cut_off(const Survey& survey, const Sheet& sheet, double x_height) {
    if (x_height <= 0) return 0;
    constexpr std::size_t most_pieces = 20'000;
    const Pieces found = find_pieces(survey.ink);
    if (found.pieces.size() > most_pieces) return 0;
    const double least = 0.4 * x_height;
    const double most = 2.5 * x_height;
    std::array<std::vector<int>, 4> cut;  // where along each side
    for (const Piece& piece : found.pieces) {
        const Box& box = piece.box;
        if (box.width > most || box.height > most || std::max(box.width, box.height) < least) continue;
        if (box.y <= 0) cut[0].push_back(box.x);
        if (box.right() >= survey.ink.width()) cut[1].push_back(box.y);
        if (box.bottom() >= survey.ink.height()) cut[2].push_back(box.x);
        if (box.x <= 0) cut[3].push_back(box.y);
    }
    int worst = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        if ((sheet.cut_out && !sheet.cut[k]) || cut[k].size() < 2) continue;
        const auto [first, last] = std::minmax_element(cut[k].begin(), cut[k].end());
        const int side = k % 2 == 0 ? survey.ink.width() : survey.ink.height();
        // A seal over the joint of two sheets is cut as well, within the size of a seal.
        if (*last - *first > cut_along * side) worst = std::max(worst, static_cast<int>(cut[k].size()));
    }
    return worst;
}

Quality judge(const PageMeasures& measures) {
    Quality quality;
    bool bad = false;
    const auto issue = [&](const char* name, bool is, bool is_bad = false) {
        if (!is) return;
        quality.issues.emplace_back(name);
        bad = bad || is_bad;
    };
    const double pixels = measures.letter_pixels;
    issue("low_resolution", pixels > 0 && pixels < bound::few_pixels, pixels < bound::too_few_pixels);
    issue("blurred", measures.blur > bound::soft, measures.blur > bound::too_soft);
    issue("low_contrast", measures.darkness > 0 && measures.darkness < bound::pale_print);
    issue("dark", measures.paper < bound::dim_paper);
    issue("glare", measures.glare_share > bound::glare);
    issue("page_cut", measures.letters_cut >= bound::letters_cut);
    issue("corner_missing", measures.damage.corner_missing);
    issue("covered", measures.damage.covered);
    if (!quality.issues.empty()) quality.verdict = bad ? "bad" : "doubtful";
    return quality;
}

}  // namespace sohoa::ocr
