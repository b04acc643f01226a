#include "pipeline/dossier/sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

namespace {

constexpr double column_gap = 1.8;  ///< in word heights: wider than the blanks of justified lines
constexpr double row_overlap = 0.5;
constexpr double noise_confidence = 0.6;  ///< marks without a letter or digit that are less sure are specks

struct LooseWord {
    const ocr::Word* word;
    Box box;
};

Size upright_size(const ocr::PageReading& page) {
    const bool lying = page.orientation == 90 || page.orientation == 270;
    return lying ? Size{page.height, page.width} : Size{page.width, page.height};
}

Transform levelling(const ocr::PageReading& page) {
    const Size upright = upright_size(page);
    return Transform::quarter_turns(page.orientation, {page.width, page.height})
        .then(Transform::rotation(-page.skew, {upright.width / 2.0, upright.height / 2.0}));
}

/// Turned pages change the sides of a box; a small skew only moves it.
Box levelled(const ocr::Word& word, const Transform& level, bool lying) {
    double width = lying ? word.box.height : word.box.width;
    double height = lying ? word.box.width : word.box.height;
    if (word.quad) {
        const auto& c = word.quad->corners;
        width = std::hypot(c[1].x - c[0].x, c[1].y - c[0].y);
        height = std::hypot(c[3].x - c[0].x, c[3].y - c[0].y);
    }
    const Point centre = level.apply(word.box.centre());
    return {static_cast<int>(std::lround(centre.x - width / 2)), static_cast<int>(std::lround(centre.y - height / 2)),
            static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

bool says_something(const std::string& text) {
    const std::u32string points = to_utf32(text);
    return std::any_of(points.begin(), points.end(), is_word_character);
}

int median_height(std::vector<int> heights) {
    if (heights.empty()) return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

Piece piece_of(const std::vector<LooseWord>& words, int page) {
    Piece piece;
    piece.page = page;
    for (const LooseWord& loose : words) {
        if (!piece.text.empty()) piece.text.push_back(U' ');
        const std::u32string text = to_utf32(single_spaced(loose.word->text));
        const std::size_t begin = piece.text.size();
        piece.text += text;
        piece.words.push_back({begin, piece.text.size(), loose.box, loose.word->box,
                               loose.word->quad.value_or(quad_of(loose.word->box)), loose.word->confidence});
        piece.box = bounding(piece.box, loose.box);
    }
    piece.bare = bare(piece.text);
    return piece;
}

/// The words of a printed line cut where the blank is a column gap. A recogniser's line may hold two columns.
void add_pieces(const ocr::Line& line, int page, const Transform& level, bool lying, std::vector<Piece>& pieces) {
    std::vector<LooseWord> words;
    std::vector<int> heights;
    for (const ocr::Word& word : line.words) {
        if (single_spaced(word.text).empty()) continue;
        if (word.confidence < noise_confidence && !says_something(word.text)) continue;
        words.push_back({&word, levelled(word, level, lying)});
        heights.push_back(words.back().box.height);
    }
    const double gap = column_gap * median_height(heights);
    std::vector<LooseWord> run;
    const auto finish = [&] {
        if (std::any_of(run.begin(), run.end(), [](const LooseWord& w) { return says_something(w.word->text); })) {
            pieces.push_back(piece_of(run, page));
        }
        run.clear();
    };
    for (const LooseWord& word : words) {
        if (!run.empty()) {
            const int blank = word.box.x - run.back().box.right();
            if (blank > gap || blank < -2 * gap) finish();
        }
        run.push_back(word);
    }
    finish();
}

void number_rows(std::vector<Piece>& pieces) {
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::pair(a.box.centre().y, a.box.x) < std::pair(b.box.centre().y, b.box.x);
    });
    int row = -1;
    double row_centre = 0;
    double row_height = 0;
    int members = 0;
    for (Piece& piece : pieces) {
        const double centre = piece.box.centre().y;
        const double least = std::min(row_height, static_cast<double>(piece.box.height));
        if (members == 0 || centre - row_centre > row_overlap * least) {
            ++row;
            row_centre = centre;
            row_height = piece.box.height;
            members = 1;
        } else {
            row_centre = (row_centre * members + centre) / (members + 1);
            row_height = std::max(row_height, static_cast<double>(piece.box.height));
            ++members;
        }
        piece.row = row;
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::pair(a.row, a.box.x) < std::pair(b.row, b.box.x);
    });
}

void append(Piece& piece, const Piece& from, const PlacedWord& word) {
    if (!piece.text.empty()) piece.text.push_back(U' ');
    const std::size_t begin = piece.text.size();
    piece.text += from.text.substr(word.begin, word.end - word.begin);
    piece.words.push_back({begin, piece.text.size(), word.box, word.scan_box, word.confidence});
    piece.box = bounding(piece.box, word.box);
}

template <class Use>
void for_words_in(const std::vector<PlacedWord>& words, std::size_t begin, std::size_t end, Use use) {
    for (const PlacedWord& word : words) {
        if (word.end > begin && word.begin < end) use(word);
    }
}

}  // namespace

std::string Piece::part(std::size_t begin, std::size_t end) const {
    if (begin >= text.size() || end <= begin) return {};
    return single_spaced(to_utf8(std::u32string_view(text).substr(begin, end - begin)));
}

Box Piece::scan_box(std::size_t begin, std::size_t end) const {
    Box box_in_scan;
    for_words_in(words, begin, end,
                 [&](const PlacedWord& word) { box_in_scan = bounding(box_in_scan, word.scan_box); });
    return box_in_scan;
}

double Piece::confidence(std::size_t begin, std::size_t end) const {
    double least = 1;
    bool any = false;
    for_words_in(words, begin, end, [&](const PlacedWord& word) {
        least = std::min(least, word.confidence);
        any = true;
    });
    return any ? least : 0;
}

double Piece::capitals() const {
    int letters = 0;
    int upper_case = 0;
    for (const char32_t c : text) {
        if (!is_word_character(c) || is_digit(c)) continue;
        ++letters;
        if (is_upper(c)) ++upper_case;
    }
    return letters == 0 ? 0 : static_cast<double>(upper_case) / letters;
}

std::pair<Piece, Piece> cut(const Piece& piece, std::size_t at) {
    Piece left;
    Piece right;
    left.page = right.page = piece.page;
    left.row = right.row = piece.row;
    for (const PlacedWord& word : piece.words) append(word.begin < at ? left : right, piece, word);
    left.bare = bare(left.text);
    right.bare = bare(right.text);
    return {std::move(left), std::move(right)};
}

Piece joined(const Piece& left, const Piece& right) {
    Piece piece = left;
    for (const PlacedWord& word : right.words) append(piece, right, word);
    piece.bare = bare(piece.text);
    return piece;
}

Sheet lay_out(const ocr::PageReading& page, int number) {
    Sheet sheet;
    sheet.number = number;
    sheet.size = upright_size(page);
    const Transform level = levelling(page);
    const bool lying = page.orientation == 90 || page.orientation == 270;
    std::vector<int> heights;
    for (const ocr::Block& block : page.blocks) {
        if (block.role == "mrz") continue;  // read as a zone, not as print
        for (const ocr::Line& line : block.lines) add_pieces(line, number, level, lying, sheet.pieces);
    }
    number_rows(sheet.pieces);
    for (const Piece& piece : sheet.pieces) {
        sheet.text_area = bounding(sheet.text_area, piece.box);
        for (const PlacedWord& word : piece.words) heights.push_back(word.box.height);
    }
    sheet.line_height = median_height(std::move(heights));
    return sheet;
}

}  // namespace sohoa::dossier
