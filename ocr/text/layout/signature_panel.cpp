#include "ocr/text/layout/signature_panel.h"

#include <algorithm>
#include <cstdlib>
#include <regex>

#include "ocr/text/layout/anchors.h"
#include "ocr/text/layout/bands.h"

namespace sohoa::ocr {

namespace {

constexpr int most_lines = 8;    ///< of a panel
constexpr double closely = 0.9;  ///< white between its lines, in heights of its letters

/// "05.02.2025 15:35:18 +07:00", alone or behind "Thời gian ký:".
bool says_time_of_signing(const std::string& text) {
    static const std::regex time(R"((.{0,24}[^0-9])?\d{1,2}[./-]\d{1,2}[./-]\d{4}[ ,T]+\d{1,2}:\d{2}:\d{2}.{0,12})");
    static const std::regex iso(R"((.{0,24}[^0-9])?\d{4}-\d{2}-\d{2}[ T]+\d{1,2}:\d{2}:\d{2}.{0,12})");
    return text.size() < 80 && (std::regex_match(text, time) || std::regex_match(text, iso));
}

bool belongs_elsewhere(const std::string& text) {
    return says_motto(text) || says_number(text) || says_recipients(text) || says_place_and_date(text);
}

/// Height of the lowest word, pixels; 0 without words.
int lowest_word(const TextPiece& piece) {
    const auto lowest = std::min_element(piece.words.begin(), piece.words.end(),
                                         [](const Word& a, const Word& b) { return a.box.height < b.box.height; });
    return lowest == piece.words.end() ? 0 : lowest->box.height;
}

/// True where the piece is stacked on the panel in like print.
bool goes_on(const Box& panel, double height, const TextPiece& piece) {
    const int overlap = std::min(panel.right(), piece.box.right()) - std::max(panel.x, piece.box.x);
    const int white = std::max(piece.box.y - panel.bottom(), panel.y - piece.box.bottom());
    // Capitals with marks are higher than the figures of the time; such lines must begin where those begin. Boxes of
    // words reach into lines set as tight as these.
    const bool flush = std::abs(piece.box.x - panel.x) < 0.5 * height;
    const double least = lowest_word(piece);
    return 2 * overlap > std::min(panel.width, piece.box.width) && white < closely * height && least > 0.5 * height &&
           least < (flush ? 2.0 : 1.5) * height && piece.box.width < 2 * std::max(panel.width, 1);
}

}  // namespace

std::vector<Region> take_signature_panels(std::vector<TextPiece>& pieces) {
    std::vector<Region> panels;
    std::vector<bool> taken(pieces.size());
    for (std::size_t seed = 0; seed < pieces.size(); ++seed) {
        if (taken[seed] || !says_time_of_signing(text_of(pieces[seed]))) continue;
        std::vector<int> members{static_cast<int>(seed)};
        taken[seed] = true;
        Box panel = pieces[seed].box;
        for (bool grown = true; grown && members.size() < most_lines;) {
            grown = false;
            for (std::size_t k = 0; k < pieces.size() && members.size() < most_lines; ++k) {
                if (taken[k] || !goes_on(panel, pieces[seed].height, pieces[k]) ||
                    belongs_elsewhere(text_of(pieces[k])))
                    continue;
                members.push_back(static_cast<int>(k));
                taken[k] = grown = true;
                panel = bounding(panel, pieces[k].box);
            }
        }
        Region region{"signature_panel", panel, 0.9, {}, {}, {}};
        for (const auto& row : rows_of(pieces, members)) {
            if (!region.text.empty()) region.text += '\n';
            region.text += line_of(pieces, row).text;
        }
        panels.push_back(std::move(region));
    }
    std::vector<TextPiece> rest;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        if (!taken[k]) rest.push_back(std::move(pieces[k]));
    }
    pieces = std::move(rest);
    return panels;
}

}  // namespace sohoa::ocr
