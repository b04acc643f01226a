#include "ocr/codes/code_tries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sohoa::ocr {

namespace {

using Change = CodeTry::Change;

constexpr int border = 12;                    ///< pixels of quiet zone put around a cut
constexpr long long most_pixels = 3'000'000;  ///< of an enlarged cut: larger symbols need no enlarging
constexpr int least_reduced_side = 40;        ///< pixels of a reduced cut

constexpr std::array all_tries{
    CodeTry{1, Change::none},          CodeTry{2, Change::none},     CodeTry{2, Change::colourless},
    CodeTry{2, Change::sharpened},     CodeTry{1, Change::inverted}, CodeTry{3, Change::one_threshold},
    CodeTry{1, Change::neighbourhood}, CodeTry{2, Change::opened},   CodeTry{2, Change::softened},
    CodeTry{0.5, Change::none},        CodeTry{2, Change::inverted},
};

int reduction_of(double scale) {
    return static_cast<int>(std::lround(1 / scale));
}

/// Reduced by a whole number, which OpenCV does many times as fast as by any other; the rest at the right and lower
/// edge is left out.
cv::Mat resized(const cv::Mat& grey, double scale) {
    if (scale == 1) return grey;
    cv::Mat result;
    if (scale > 1) {
        cv::resize(grey, result, {}, scale, scale, cv::INTER_CUBIC);
        return result;
    }
    const int by = reduction_of(scale);
    const cv::Size size(std::max(1, grey.cols / by), std::max(1, grey.rows / by));
    const cv::Rect whole(0, 0, std::min(grey.cols, size.width * by), std::min(grey.rows, size.height * by));
    cv::resize(grey(whole), result, size, 0, 0, cv::INTER_AREA);
    return result;
}

cv::Mat changed(const cv::Mat& grey, const CodeTry& how) {
    cv::Mat result;
    switch (how.change) {
        case Change::none:
        case Change::colourless:
            return grey;
        case Change::sharpened: {
            cv::Mat soft;
            cv::GaussianBlur(grey, soft, {}, 1.5 * how.scale);
            cv::addWeighted(grey, 3, soft, -2, 0, result);
            return result;
        }
        case Change::opened:
            cv::morphologyEx(grey, result, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
            return result;
        case Change::softened:
            cv::GaussianBlur(grey, result, {}, how.scale);
            return result;
        case Change::one_threshold:
            cv::threshold(grey, result, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
            return result;
        case Change::neighbourhood:
            cv::adaptiveThreshold(grey, result, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY, 31, 5);
            return result;
        case Change::inverted:
            cv::bitwise_not(grey, result);
            return result;
    }
    return grey;
}

cv::Mat lightest_channel(const cv::Mat& colour) {
    std::vector<cv::Mat> channels;
    cv::split(colour, channels);
    cv::Mat result = channels[0];
    for (std::size_t k = 1; k < channels.size(); ++k) cv::max(result, channels[k], result);
    return result;
}

/// The lightest of the four corners.
int paper_of(const cv::Mat& grey) {
    int lightest = 0;
    for (const int y : {0, grey.rows - 1}) {
        for (const int x : {0, grey.cols - 1}) lightest = std::max<int>(lightest, grey.at<std::uint8_t>(y, x));
    }
    return lightest;
}

bool binary(Change change) {
    return change == Change::one_threshold || change == Change::neighbourhood;
}

}  // namespace

std::span<const CodeTry> code_tries() {
    return all_tries;
}

long long pixels_of(const CodeTry& how, const Box& cut, bool coloured) {
    if (how.change == Change::colourless && !coloured) return 0;
    const auto pixels =
        static_cast<long long>((cut.width * how.scale + 2 * border) * (cut.height * how.scale + 2 * border));
    if (how.scale > 1 && pixels > most_pixels) return 0;
    if (how.scale < 1 && std::min(cut.width, cut.height) * how.scale < least_reduced_side) return 0;
    return pixels;
}

std::vector<Code> codes_of_cut(const cv::Mat& page, const cv::Mat& grey, const Box& cut, double turn,
                               const CodeTry& how, SymbolSearch::Family family) {
    const cv::Rect place(cut.x, cut.y, cut.width, cut.height);
    const cv::Mat source = how.change == Change::colourless ? lightest_channel(page(place)) : grey(place);
    const cv::Mat sized = resized(source, how.scale);
    Transform to_page =
        Transform::scaling(static_cast<double>(cut.width) / sized.cols, static_cast<double>(cut.height) / sized.rows)
            .then(Transform::translation(cut.x, cut.y));
    cv::Mat level;  // never a view of the page: it is written to
    if (turn == 0) {
        level = sized;
    } else {
        const Transform back = Transform::rotation(turn, {sized.cols / 2.0, sized.rows / 2.0});
        const auto& m = back.rows();
        // The map from the level picture to the turned one; OpenCV counts from the middle of the first pixel.
        const cv::Mat map = (cv::Mat_<double>(2, 3) << m[0], m[1], m[2] + (m[0] + m[1] - 1) / 2, m[3], m[4],
                             m[5] + (m[3] + m[4] - 1) / 2);
        cv::warpAffine(sized, level, map, sized.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                       paper_of(sized));
        to_page = back.then(to_page);
    }
    const cv::Mat plain = changed(level, how);
    cv::Mat framed;
    cv::copyMakeBorder(plain, framed, border, border, border, border, cv::BORDER_CONSTANT,
                       binary(how.change) ? 255 : paper_of(plain));
    to_page = Transform::translation(-border, -border).then(to_page);
    std::vector<Code> codes = find_symbols({framed.data, {framed.cols, framed.rows}, framed.step},
                                           {.family = family, .local_threshold = !binary(how.change)});
    for (Code& code : codes) {
        code.quad = to_page.apply(code.quad);
        code.box = bounding_box(code.quad);
    }
    return codes;
}

}  // namespace sohoa::ocr
