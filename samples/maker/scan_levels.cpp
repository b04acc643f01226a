#include "samples/maker/scan_levels.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "samples/maker/bent_sheet.h"
#include "samples/maker/card_photograph.h"
#include "samples/maker/cards_on_glass.h"
#include "samples/maker/photograph.h"

namespace sohoa::maker {

namespace {

using Colour8 = cv::Vec3d;  // RGB, 0 … 255

cv::Mat printed(const PaperPage& page, bool with_strays, int dpi) {
    Raster copy = page.print.clone();
    for (const auto& mark : page.marks) press(copy, dpi, mark);
    if (with_strays)
        for (const auto& mark : page.strays) press(copy, dpi, mark);
    return mat_of(copy).clone();
}

/// White becomes `paper`, black becomes `ink`, what is between stays between.
void tint(cv::Mat& image, const Colour8& paper, double ink) {
    cv::Mat table(1, 256, CV_8UC3);
    for (int i = 0; i < 256; ++i)
        for (int c = 0; c < 3; ++c)
            table.at<cv::Vec3b>(i)[c] = cv::saturate_cast<std::uint8_t>(ink + (paper[c] - ink) * i / 255.0);
    cv::LUT(image, table, image);
}

/// Old paper is yellowish, sometimes bluish or grey; `low` … `high` bounds every channel.
Colour8 paper_tint(Random& random, double low, double high) {
    const double brightest = random.real(low + (high - low) * 0.5, high);
    const double fall = std::min(brightest - low, random.real(2, 20));
    if (random.chance(0.6)) return {brightest, brightest - fall * 0.35, brightest - fall};
    if (random.chance(0.5)) return {brightest - fall * 0.6, brightest - fall * 0.3, brightest};
    return {brightest, brightest, brightest};
}

/// Turns the sheet on the glass. What the sheet leaves bare is the scanner's lid.
cv::Mat turned(const cv::Mat& image, double degrees_clockwise, const Colour8& lid) {
    const cv::Point2f centre(static_cast<float>(image.cols) / 2, static_cast<float>(image.rows) / 2);
    const cv::Mat turn = cv::getRotationMatrix2D(centre, -degrees_clockwise, 1);
    cv::Mat result;
    cv::warpAffine(image, result, turn, image.size(), cv::INTER_CUBIC, cv::BORDER_CONSTANT,
                   cv::Scalar(lid[0], lid[1], lid[2]));
    return result;
}

Colour8 lid_colour(Random& random, const Colour8& paper) {
    const int choice = random.between(0, 9);
    if (choice < 6) return paper;
    if (choice < 8) return {250, 250, 250};
    const double grey = random.real(25, 120);
    return {grey, grey, grey};
}

/// Degrees of at least a third of the widest turn, so that a level keeps its meaning.
double any_turn(Random& random, double widest) {
    return random.real(widest / 3, widest) * (random.chance(0.5) ? 1 : -1);
}

Scan flat(cv::Mat image, int dpi, Random& random, double turn, double low, double high, double blur, double noise,
          int quality) {
    const Colour8 paper = paper_tint(random, low, high);
    tint(image, paper, random.real(12, 50));
    if (turn != 0) image = turned(image, turn, lid_colour(random, paper));
    soften(image, blur * dpi / 300.0);
    add_noise(image, noise, random);
    return {raster_of(image), dpi, quality};
}

Scan office(const PaperPage& page, int dpi, Random& random) {
    const double blur = random.real(0.5, 0.8);
    const double noise = random.real(3, 5);
    const int quality = random.between(lowest_jpeg_quality(Level::office), 92);
    return flat(printed(page, false, dpi), dpi, random, random.real(-0.3, 0.3), 245, 254, blur, noise, quality);
}

Scan skewed(const PaperPage& page, bool with_strays, int dpi, Random& random) {
    const double blur = random.real(0.7, 0.9);
    const double noise = random.real(4, 7);
    const int quality = random.between(lowest_jpeg_quality(Level::skew), 88);
    return flat(printed(page, with_strays, dpi), dpi, random, any_turn(random, 4), 225, 250, blur, noise, quality);
}

/// What stands on the back, mirrored, as grey that darkens the front by 10–15 %.
void shine_through(cv::Mat& grey, const cv::Mat& back, int dpi, Random& random) {
    cv::Mat mirrored;
    cv::flip(back, mirrored, 1);
    if (mirrored.size() != grey.size()) cv::resize(mirrored, mirrored, grey.size());
    // Lines of the back seldom fall on lines of the front.
    const double shift = random.real(2, 6) * dpi / 25.4;
    const cv::Mat move = (cv::Mat_<double>(2, 3) << 1, 0, random.real(-8, 8), 0, 1, shift);
    cv::warpAffine(mirrored, mirrored, move, mirrored.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    soften(mirrored, dpi / 300.0 * 2.2);
    const double share = random.real(0.10, 0.15);
    cv::Mat veil;
    mirrored.convertTo(veil, CV_32F, share / 255.0, 1 - share);
    cv::Mat front;
    grey.convertTo(front, CV_32F);
    front = front.mul(veil);
    front.convertTo(grey, CV_8U);
}

/// The dark band where a bound sheet rises from the glass.
void shade_gutter(cv::Mat& grey, int dpi, Random& random) {
    const double reach = random.real(12, 28) * dpi / 25.4;
    const double depth = random.real(0.35, 0.65);
    const bool left = random.chance(0.75);
    for (int x = 0; x < std::min(grey.cols, static_cast<int>(reach)); ++x) {
        const double light = 1 - depth * std::pow(1 - x / reach, 2.2);
        cv::Mat column = grey.col(left ? x : grey.cols - 1 - x);
        column.convertTo(column, CV_8U, light);
    }
}

/// Dust on the glass and toner thrown about.
void add_specks(cv::Mat& grey, int dpi, Random& random) {
    for (int i = random.between(120, 420); i > 0; --i) {
        const cv::Point at(random.between(0, grey.cols - 1), random.between(0, grey.rows - 1));
        const double radius = std::max(0.6, std::exp(random.real(-0.6, 1.0)) * dpi / 300.0);
        const double tone = random.chance(0.8) ? random.real(20, 120) : 255;
        cv::circle(grey, at, static_cast<int>(std::lround(radius)), cv::Scalar(tone), cv::FILLED, cv::LINE_AA);
    }
}

Scan photocopied(const PaperPage& page, const PaperPage* back, int dpi, Random& random) {
    cv::Mat colour = printed(page, true, dpi);
    cv::Mat grey;
    cv::cvtColor(colour, grey, cv::COLOR_RGB2GRAY);
    cv::Mat other;
    if (back != nullptr)
        cv::cvtColor(mat_of(back->print), other, cv::COLOR_RGB2GRAY);
    else
        other = grey;
    shine_through(grey, other.clone(), dpi, random);
    const double paper = random.real(222, 246);
    const double ink = random.real(20, 60);
    grey.convertTo(grey, CV_8U, (paper - ink) / 255, ink);
    grey = turned(grey, any_turn(random, 3), {paper, paper, paper});
    shade_gutter(grey, dpi, random);
    add_specks(grey, dpi, random);
    const double effective = random.real(165, 200);
    cv::Mat small;
    cv::resize(grey, small, {}, effective / dpi, effective / dpi, cv::INTER_AREA);
    cv::resize(small, grey, grey.size(), 0, 0, cv::INTER_CUBIC);
    soften(grey, random.real(0.8, 1.2) * dpi / 300.0);
    add_noise(grey, random.real(8, 11), random);
    const int quality = random.between(lowest_jpeg_quality(Level::photocopy), 75);
    if (random.chance(0.5)) return {raster_of(grey), dpi, quality};
    cv::Mat rgb;
    cv::cvtColor(grey, rgb, cv::COLOR_GRAY2RGB);
    return {raster_of(rgb), dpi, quality};
}

Scan photographed(const PaperPage& page, int dpi, Random& random) {
    cv::Mat image = printed(page, true, dpi);
    tint(image, paper_tint(random, 225, 250), random.real(15, 55));
    const double effective = random.real(200, 240);
    const double blur = random.real(0.8, 1.2) * effective / 300;
    const double noise = random.real(6, 9);
    cv::Mat photo = photograph(image, dpi, effective, random);
    soften(photo, blur);
    add_noise(photo, noise, random);
    return {raster_of(photo), 0, random.between(lowest_jpeg_quality(Level::phone), 85)};
}

/// From nearer than a sheet of A4, which no camera could see whole from there.
Scan photographed_card(const PaperPage& page, Random& random) {
    const double effective = random.real(250, 450);
    const double blur = random.real(0.8, 1.2) * effective / 300;
    const double noise = random.real(6, 9);
    cv::Mat photo = photograph_card(page, effective, random);
    soften(photo, blur);
    add_noise(photo, noise, random);
    return {raster_of(photo), 0, random.between(lowest_jpeg_quality(Level::phone), 85)};
}

Scan photographed_curled(const PaperPage& page, int dpi, Random& random) {
    cv::Mat image = printed(page, false, dpi);
    tint(image, paper_tint(random, 225, 250), random.real(15, 55));
    const double effective = random.real(200, 240);
    const double blur = random.real(0.8, 1.2) * effective / 300;
    const double noise = random.real(6, 9);
    const CurledSheet sheet = curled(image, dpi, random);
    cv::Mat photo = photograph(sheet.picture, sheet.shape, dpi, effective, random);
    soften(photo, blur);
    add_noise(photo, noise, random);
    return {raster_of(photo), 0, random.between(lowest_jpeg_quality(Level::curl), 85)};
}

Scan scanned_in_book(const PaperPage& page, int dpi, Random& random) {
    const double blur = random.real(0.5, 0.8);
    const double noise = random.real(3, 5);
    const int quality = random.between(lowest_jpeg_quality(Level::book), 92);
    cv::Mat image = bound_in_book(printed(page, false, dpi), dpi, random);
    return flat(image, dpi, random, random.real(-0.6, 0.6), 245, 254, blur, noise, quality);
}

}  // namespace

std::string_view name_of(Level level) {
    switch (level) {
        case Level::office:
            return "office";
        case Level::skew:
            return "skew";
        case Level::stamp:
            return "stamp";
        case Level::photocopy:
            return "photocopy";
        case Level::phone:
            return "phone";
        case Level::book:
            return "book";
        case Level::curl:
            return "curl";
        case Level::clean:
            break;
    }
    return "clean";
}

std::optional<Level> level_named(std::string_view name) {
    for (const Level level : all_levels)
        if (name == name_of(level)) return level;
    return std::nullopt;
}

int lowest_jpeg_quality(Level level) {
    switch (level) {
        case Level::office:
        case Level::book:
            return 80;
        case Level::skew:
        case Level::stamp:
            return 75;
        case Level::photocopy:
            return 55;
        case Level::phone:
        case Level::curl:
            return 70;
        case Level::clean:
            break;
    }
    return 0;
}

Scan scan(const PaperPage& page, const PaperPage* back, Level level, int dpi, Random random) {
    if (page.corner_radius > 0) {
        // Plastic does not curl.
        if (level == Level::phone || level == Level::curl) return photographed_card(page, random);
        const PaperPage laid = card_on_glass(page, dpi, random.branch("glass"));
        return scan(laid, nullptr, level, dpi, random);
    }
    switch (level) {
        case Level::office:
            return office(page, dpi, random);
        case Level::skew:
            return skewed(page, false, dpi, random);
        case Level::stamp:
            return skewed(page, true, dpi, random);
        case Level::photocopy:
            return photocopied(page, back, dpi, random);
        case Level::phone:
            return photographed(page, dpi, random);
        case Level::book:
            return scanned_in_book(page, dpi, random);
        case Level::curl:
            return photographed_curled(page, dpi, random);
        case Level::clean:
            break;
    }
    return {raster_of(printed(page, false, dpi)), dpi, 0};
}

}  // namespace sohoa::maker
