#include "ocr/codes/code_reader.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/codes/code_places.h"
#include "ocr/codes/code_tries.h"
#include "ocr/codes/symbols.h"

namespace sohoa::ocr {

namespace {

constexpr long long small_page = 1'000'000;      ///< pixels; up to these the page is looked at whole as it is
constexpr long long overview_pixels = 400'000;   ///< else so many of it: symbols of large modules
constexpr long long tiny_page = 250'000;         ///< pixels; nothing but a code fills so small a picture
constexpr long long first_pixels = 5'000'000;    ///< looked at in the first try of every place, at most
constexpr long long further_pixels = 8'000'000;  ///< looked at in further tries
constexpr double level_turn = 1;                 ///< degrees that do no harm
constexpr long long enlarged_block = 40'000;  ///< pixels; matrix codes smaller than that may have modules of two pixels

Box scaled(const Box& box, double by) {
    const auto at = [by](int value) { return static_cast<int>(std::lround(value * by)); };
    return {at(box.x), at(box.y), at(box.width), at(box.height)};
}

/// The codes of one page, from cheap to thorough.
class CodeSearch {
public:
    explicit CodeSearch(const cv::Mat& page) : page_(page) {
        if (page.channels() == 3)
            cv::cvtColor(page, grey_, cv::COLOR_RGB2GRAY);
        else
            grey_ = page;
    }

    std::vector<Code> codes() {
        look_at_all();
        std::vector<CodePlace> places = find_places();
        long long left = first_pixels;
        for (const CodePlace& place : places) {
            if (is_read(place)) continue;
            try_place(place, code_tries()[0], left);
            const bool bars = place.kind == CodePlace::Kind::few_bars || is_telling(place.kind);
            if (!bars && place.box.area() < enlarged_block && !is_read(place)) try_place(place, code_tries()[1], left);
        }
        std::erase_if(places, [](const CodePlace& place) { return !is_telling(place.kind); });
        left = further_pixels;
        for (const CodeTry& how : code_tries().subspan(1)) {
            for (const CodePlace& place : places) {
                if (!is_read(place)) try_place(place, how, left);
            }
            if (codes_.empty() && grey_.total() <= tiny_page) {
                try_once({0, 0, grey_.cols, grey_.rows}, 0, SymbolSearch::Family::all, how, left);
            }
        }
        return std::move(codes_);
    }

private:
    void look_at_all() {
        const auto pixels = static_cast<double>(grey_.total());
        if (pixels <= small_page) {
            take(find_symbols({grey_.data, {grey_.cols, grey_.rows}, grey_.step}));
            return;
        }
        const double scale = 1 / std::ceil(std::sqrt(pixels / overview_pixels));
        take(codes_of_cut(page_, grey_, {0, 0, grey_.cols, grey_.rows}, 0, {scale, CodeTry::Change::none},
                          SymbolSearch::Family::all));
    }

    std::vector<CodePlace> find_places() const {
        cv::Mat without_red;
        if (page_.channels() == 3) {
            cv::extractChannel(page_, without_red, 0);
        } else {
            without_red = grey_;
        }
        const auto pixels = static_cast<double>(grey_.total());
        if (pixels <= most_pixels_searched) return find_code_places(grey_, without_red);
        const int by = static_cast<int>(std::ceil(std::sqrt(pixels / most_pixels_searched)));
        const cv::Size size(grey_.cols / by, grey_.rows / by);
        const cv::Rect whole(0, 0, size.width * by, size.height * by);
        cv::Mat reduced;
        cv::Mat reduced_red;
        cv::resize(grey_(whole), reduced, size, 0, 0, cv::INTER_AREA);
        cv::resize(without_red(whole), reduced_red, size, 0, 0, cv::INTER_AREA);
        std::vector<CodePlace> places = find_code_places(reduced, reduced_red);
        for (CodePlace& place : places) {
            place.box = intersection(scaled(place.box, by), {0, 0, grey_.cols, grey_.rows});
            place.evidence = scaled(place.evidence, by);
        }
        return places;
    }

    /// Codes that were read cover most of what was seen there.
    bool is_read(const CodePlace& place) const {
        long long covered = 0;
        for (const Code& code : codes_) covered += intersection(code.box, place.evidence).area();
        return 2 * covered >= place.evidence.area();
    }

    void try_place(const CodePlace& place, const CodeTry& how, long long& left) {
        using Family = SymbolSearch::Family;
        const bool bars = place.kind == CodePlace::Kind::bars || place.kind == CodePlace::Kind::few_bars;
        // ZXing reads matrix codes at any angle, bars by level and upright lines only.
        const double turn = std::abs(place.turn) < level_turn ? 0 : place.turn;
        if (!bars) try_once(place.box, 0, Family::matrix, how, left);
        if (bars || (place.stacked && !is_read(place))) {
            try_once(place.box, turn, Family::linear_and_stacked, how, left);
        }
    }

    void try_once(const Box& box, double turn, SymbolSearch::Family family, const CodeTry& how, long long& left) {
        const long long pixels = pixels_of(how, box, page_.channels() == 3);
        if (box.empty() || pixels == 0 || pixels > left) return;
        left -= pixels;
        take(codes_of_cut(page_, grey_, box, turn, how, family));
    }

    void take(std::vector<Code> found) {
        for (Code& code : found) {
            code.box = intersection(code.box, {0, 0, grey_.cols, grey_.rows});
            const bool known = std::ranges::any_of(codes_, [&](const Code& other) {
                return other.format == code.format && other.text == code.text &&
                       !intersection(other.box, code.box).empty();
            });
            if (!known) codes_.push_back(std::move(code));
        }
    }

    const cv::Mat& page_;
    cv::Mat grey_;
    std::vector<Code> codes_;
};

}  // namespace

std::vector<Code> read_codes(const scanners::Page& page) try {
    if (page.pixels.empty()) return {};
    const cv::Mat pixels = mat_of(page.pixels);
    std::vector<Code> codes = CodeSearch(pixels).codes();
    std::ranges::stable_sort(
        codes, [](const Code& a, const Code& b) { return a.box.y != b.box.y ? a.box.y < b.box.y : a.box.x < b.box.x; });
    return codes;
} catch (const std::exception&) {
    return {};  // a page whose codes cannot be looked for still has its text
}

}  // namespace sohoa::ocr
