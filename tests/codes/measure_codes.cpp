// How many symbols are read, beside ZXing alone with its thorough options in the same run: measure_codes ROOT.
// ROOT holds folders of pictures. NAME.txt or NAME.bin beside a picture is what its symbol says (of NAME-1, NAME-2
// too); a folder without any is told by how many symbols are read, and one whose name begins with `falsepositives` has
// none. Each picture is turned by 0, 90, 180 and 270 degrees. Writes one JSON object: by folder, pictures, and for
// `ours` and `plain` how many were read by turn and in all, and how many readings were wrong; and tells on stderr which
// were not read.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/raster_opencv.h"
#include "base/vietnamese.h"
#include "ocr/codes/code_reader.h"
#include "scanners/input_file.h"

namespace {

using namespace sohoa;
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What stands in the truth: text as it is, or with signs that cannot be seen written as <NAME>; or bytes.
struct Truth {
    std::string text;
    bool binary = false;
};

std::optional<Truth> truth_beside(const fs::path& picture) {
    std::string stem = picture.stem().string();
    for (;;) {
        for (const std::string ending : {".txt", ".bin"}) {
            const fs::path truth = picture.parent_path() / (stem + ending);
            if (fs::exists(truth)) return Truth{content_of(truth), ending == ".bin"};
        }
        const auto part = stem.rfind('-');
        if (part == std::string::npos) return std::nullopt;
        stem.resize(part);
    }
}

/// Signs below the space as ZXing writes them in its truths.
std::string shown(const std::string& text) {
    static const std::array<const char*, 32> names{
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "HT", "LF",  "VT",  "FF", "CR", "SO", "SI",
        "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"};
    std::string result;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 32)
            result += fmt::format("<{}>", names[static_cast<unsigned char>(c)]);
        else
            result += c;
    }
    return result;
}

/// One reader's finds on one picture.
struct Found {
    std::string text;
    std::string bytes;
};

/// Letters as code points of Latin-1 again: bytes that no reader can take for letters of a script.
std::string latin_bytes(const std::string& text) {
    std::string bytes;
    for (const char32_t c : to_utf32(text)) bytes += static_cast<char>(c & 0xFFU);
    return bytes;
}

constexpr std::size_t telling_part = 8;  ///< letters or bytes

/// All the truth, or one part of it where it is split over several symbols (structured append).
bool says(const Found& found, const Truth& truth) {
    const auto part = [&](const std::string& text) {
        return text.size() >= telling_part && truth.text.find(text) != std::string::npos;
    };
    if (truth.binary) return part(found.bytes) || part(latin_bytes(found.text));
    std::string wanted = truth.text;
    while (!wanted.empty() && (wanted.back() == '\n' || wanted.back() == '\r')) wanted.pop_back();
    std::string text = found.text;
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text == wanted || found.text == truth.text || shown(text) == shown(wanted) || shown(text) == wanted ||
           found.bytes == truth.text || part(found.text);
}

std::vector<Found> read_plainly(const cv::Mat& grey) {
#if __has_include(<ZXing/ReaderOptions.h>)
    ZXing::ReaderOptions options;
#else
    ZXing::DecodeHints options;
#endif
    ZXing::BarcodeFormats formats(ZXing::BarcodeFormat::Any);
    // What ends the process on some pictures, see symbols.h; two equal barcodes on one picture would too.
    for (const auto fatal :
         {ZXing::BarcodeFormat::MicroQRCode, ZXing::BarcodeFormat::DataBar, ZXing::BarcodeFormat::DataBarExpanded}) {
        formats.setFlag(fatal, false);
    }
    options.setFormats(formats);
    options.setTryHarder(true);
    options.setTryRotate(true);
    std::vector<Found> found;
    for (const auto& symbol : ZXing::ReadBarcodes(
             {grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum, static_cast<int>(grey.step)}, options)) {
        if (symbol.isValid()) found.push_back({symbol.text(), {symbol.bytes().begin(), symbol.bytes().end()}});
    }
    return found;
}

std::vector<Found> read_by_us(const scanners::Page& page) {
    std::vector<Found> found;
    for (const ocr::Code& code : ocr::read_codes(page)) found.push_back({code.text, code.text});
    return found;
}

struct Tally {
    std::array<int, 4> by_turn{};  ///< pictures read, or symbols where there is no truth
    int wrong = 0;                 ///< readings that the truth does not say
    double seconds = 0;

    int read() const { return by_turn[0] + by_turn[1] + by_turn[2] + by_turn[3]; }

    Json json() const {
        return {{"read", read()},       {"at_0", by_turn[0]},   {"at_90", by_turn[1]},
                {"at_180", by_turn[2]}, {"at_270", by_turn[3]}, {"wrong", wrong}};
    }
};

/// Pictures on which more symbols stand than their truth tells: what is read of those is not judged.
constexpr std::array with_more_symbols{"03-01.png", "16.webp"};

enum class Kind { with_truth, counted, without_symbols };

void count(const std::vector<Found>& found, const std::optional<Truth>& truth, Kind kind, std::size_t turn,
           Tally& tally) {
    if (kind == Kind::without_symbols) {
        tally.wrong += static_cast<int>(found.size());
    } else if (kind == Kind::counted) {
        tally.by_turn[turn] += static_cast<int>(found.size());
    } else if (truth) {
        bool right = false;
        for (const Found& each : found) {
            const bool same = says(each, *truth);
            right = right || same;
            tally.wrong += !same;
        }
        tally.by_turn[turn] += right;
    }
}

scanners::Page page_of(const fs::path& path) {
    auto file = scanners::InputFile::open(path.string(), {});
    if (!file) throw std::runtime_error(describe(file.error(), Language::english));
    auto page = (*file)->read_page(1);
    if (!page) throw std::runtime_error(describe(page.error(), Language::english));
    return std::move(*page);
}

cv::Mat grey_of(const scanners::Page& page) {
    cv::Mat grey = mat_of(page.pixels).clone();
    if (grey.channels() == 3) cv::cvtColor(mat_of(page.pixels), grey, cv::COLOR_RGB2GRAY);
    return grey;
}

Json measured(const fs::path& folder) {
    std::vector<fs::path> pictures;
    bool with_truth = false;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".txt" || ending == ".bin")
            with_truth = true;
        else
            pictures.push_back(entry.path());
    }
    std::ranges::sort(pictures);
    const std::string name = folder.filename().string();
    const Kind kind = name.starts_with("falsepositives") ? Kind::without_symbols
                      : with_truth                       ? Kind::with_truth
                                                         : Kind::counted;
    Tally ours;
    Tally plain;
    for (const fs::path& picture : pictures) {
        const scanners::Page level = page_of(picture);
        const auto truth = truth_beside(picture);
        const bool judged =
            std::ranges::find(with_more_symbols, picture.filename().string()) == with_more_symbols.end();
        std::string missed;
        for (std::size_t turn = 0; turn < 4; ++turn) {
            scanners::Page page;
            page.dpi = level.dpi;
            page.pixels = turned(level.pixels, static_cast<int>(turn) * 90);
            const int before = ours.by_turn[turn];
            const int wrong_before = ours.wrong;
            const std::clock_t began = std::clock();
            count(read_by_us(page), truth, kind, turn, ours);
            const std::clock_t between = std::clock();
            const int plainly_wrong_before = plain.wrong;
            count(read_plainly(grey_of(page)), truth, kind, turn, plain);
            if (!judged) {
                ours.wrong = wrong_before;
                plain.wrong = plainly_wrong_before;
            }
            ours.seconds += static_cast<double>(between - began) / CLOCKS_PER_SEC;
            plain.seconds += static_cast<double>(std::clock() - between) / CLOCKS_PER_SEC;
            if (kind == Kind::with_truth && ours.by_turn[turn] == before) missed += fmt::format(" {}", turn * 90);
            if (ours.wrong != wrong_before) missed += fmt::format(" WRONG at {}", turn * 90);
        }
        if (!missed.empty())
            std::cerr << fmt::format("{}/{}: not read at{}\n", name, picture.filename().string(), missed);
    }
    std::cerr << fmt::format(
        "{:18} {:3} pictures: ours {:4} ({} wrong, {:.2f} s), ZXing alone {:4} ({} wrong, {:.2f} s)\n", name,
        pictures.size(), ours.read(), ours.wrong, ours.seconds, plain.read(), plain.wrong, plain.seconds);
    return {{"pictures", pictures.size()},
            {"ours", ours.json()},
            {"plain", plain.json()},
            {"more_than_plain", ours.read() - plain.read()}};
}

}  // namespace

int main(int count, char** words) try {
    if (count != 2) throw std::runtime_error("usage: measure_codes FOLDER_OF_FOLDERS");
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(words[1])) {
        if (entry.is_directory()) folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    Json all;
    for (const fs::path& folder : folders) all[folder.filename().string()] = measured(folder);
    std::cout << all.dump(1) << "\n";
    return 0;
} catch (const std::exception& error) {
    std::cerr << "measure_codes: " << error.what() << "\n";
    return 2;
}
