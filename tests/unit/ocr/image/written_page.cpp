#include "written_page.h"

#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

scanners::Page written_page(double dpi, int lines) {
    scanners::Page page;
    page.dpi = dpi;
    const double inch = dpi;
    page.pixels = Raster(static_cast<int>(8.27 * inch), static_cast<int>(11.69 * inch), 3);
    cv::Mat plane = mat_of(page.pixels);
    plane.setTo(cv::Scalar::all(255));
    const char* words[] = {"Nhan dan thanh pho de nghi", "ho so duoc tiep nhan tai day", "ket qua tra lai dung hen",
                           "ban chinh kem theo la bat buoc"};
    for (int k = 0; k < lines; ++k) {
        const std::string text = std::string(words[k % 4]) + " " + words[(k / 4 + 1) % 4];
        cv::putText(plane, text, cv::Point(static_cast<int>(inch), static_cast<int>((1 + 0.3 * k) * inch)),
                    cv::FONT_HERSHEY_COMPLEX, 0.0042 * dpi, cv::Scalar::all(20),
                    std::max(1, static_cast<int>(dpi / 100)), cv::LINE_AA);
    }
    return page;
}

Raster page_of(const std::vector<PlacedText>& words, bool marks) {
    constexpr int font = cv::FONT_HERSHEY_SIMPLEX;  // letters stay apart
    constexpr double scale = 0.8;
    Raster page(1654, 2339, 1);
    cv::Mat plane = mat_of(page);
    plane.setTo(255);
    for (const PlacedText& word : words) {
        cv::putText(plane, word.text, {word.x, word.y}, font, scale, cv::Scalar(20), 2, cv::LINE_AA);
        if (!marks) continue;
        const int height = cv::getTextSize("N", font, scale, 2, nullptr).height;
        for (std::size_t k = 1; k < word.text.size(); k += 3) {
            if (word.text[k] < 'A' || word.text[k] > 'Z') continue;
            const int begin = word.x + cv::getTextSize(word.text.substr(0, k), font, scale, 2, nullptr).width;
            const int end = word.x + cv::getTextSize(word.text.substr(0, k + 1), font, scale, 2, nullptr).width;
            const int middle = (begin + end) / 2;
            cv::line(plane, {middle - 2, word.y - height - 5}, {middle + 3, word.y - height - 8}, cv::Scalar(20), 2);
        }
    }
    return page;
}

Raster tilted(const Raster& raster, double degrees) {
    const cv::Mat plane = mat_of(raster);
    const cv::Point2f middle(static_cast<float>(raster.width()) / 2 - 0.5F,
                             static_cast<float>(raster.height()) / 2 - 0.5F);
    cv::Mat turned;
    cv::warpAffine(plane, turned, cv::getRotationMatrix2D(middle, -degrees, 1), plane.size(), cv::INTER_LINEAR,
                   cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return raster_of(turned);
}

Point darkest_spot(const Raster& plane) {
    cv::Mat blurred;
    cv::GaussianBlur(mat_of(plane), blurred, {0, 0}, 3);
    cv::Point place;
    cv::minMaxLoc(blurred, nullptr, nullptr, &place, nullptr);
    return {place.x + 0.5, place.y + 0.5};
}

Survey survey_of(const Raster& ink_grey) {
    return survey_sheet(ink_grey, {.size = ink_grey.size()}, 300);
}

Letters letters_of(const Raster& ink_grey) {
    const Survey survey = survey_of(ink_grey);
    return find_letters(survey.ink, survey.grey);
}

}  // namespace sohoa::ocr
