#include "ocr/text/lone_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_numbers = 800;
constexpr std::size_t most_ink = 60000;        // pieces
constexpr std::size_t most_digit_like = 4000;  // pieces: comparing all of them would take long
constexpr std::size_t column_of_numbers = 3;   // numbers
constexpr double sure_number = 0.5;
constexpr double head_of_page = 0.1;  // of its height, and as much at the foot
// In small letters.
constexpr double lowest_lone_digit = 0.7;
constexpr double highest_lone_digit = 2;
constexpr double widest_lone_digit = 1.4;
constexpr double between_digits = 0.6;
constexpr double free_beside = 1.2;
constexpr double same_column = 0.6;
constexpr double half_a_row = 1;

double shared_height(const Box& a, const Box& b) {
    return std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
}

/// Level with a word, or between the two lines that a row has beside it.
bool is_level_with_a_word(const Box& box, double x_height, const std::vector<Line>& lines) {
    const int beyond = static_cast<int>(half_a_row * x_height);
    const Box row{box.x, box.y - beyond, box.width, box.height + 2 * beyond};
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return std::any_of(line.words.begin(), line.words.end(),
                           [&](const Word& word) { return shared_height(row, word.box) > 0.5 * box.height; });
    });
}

/// Digits beside each other as one.
std::vector<Box> joined_digits(std::vector<Box> digits, double x_height) {
    std::sort(digits.begin(), digits.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
    std::vector<Box> numbers;
    for (const Box& digit : digits) {
        const auto before = std::find_if(numbers.begin(), numbers.end(), [&](const Box& number) {
            return digit.x - number.right() < between_digits * x_height &&
                   shared_height(number, digit) > 0.7 * std::min(number.height, digit.height);
        });
        if (before == numbers.end()) {
            numbers.push_back(digit);
        } else {
            *before = bounding(*before, digit);
        }
    }
    return numbers;
}

bool stand_in_one_column(const Box& a, const Box& b, double x_height) {
    const double near = same_column * x_height;
    return std::abs(a.x - b.x) < near || std::abs(a.right() - b.right()) < near ||
           std::abs(a.centre().x - b.centre().x) < near;
}

bool is_short_number(const std::u32string& text) {
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// One to three pieces as high as digits that no word covers and that no other ink stands beside.
std::vector<Box> free_numbers(const Pieces& ink, double x_height, const std::vector<Line>& lines) {
    const auto is_covered = [&](const Box& box) {
        const Point at = box.centre();
        return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
            return std::any_of(line.words.begin(), line.words.end(), [&](const Word& word) {
                return at.x >= word.box.x && at.x < word.box.right() && at.y >= word.box.y && at.y < word.box.bottom();
            });
        });
    };
    std::vector<Box> digits;
    for (const Piece& piece : ink.pieces) {
        const Box& box = piece.box;
        const bool digit_sized = box.height >= lowest_lone_digit * x_height &&
                                 box.height <= highest_lone_digit * x_height &&
                                 box.width <= widest_lone_digit * x_height && box.width < 1.2 * box.height;
        if (digit_sized && !is_covered(box)) digits.push_back(box);
        if (digits.size() > most_digit_like) return {};
    }
    std::vector<Box> numbers = joined_digits(std::move(digits), x_height);
    std::erase_if(numbers, [&](const Box& number) {
        if (number.width > 3 * widest_lone_digit * x_height) return true;
        const int beside = static_cast<int>(free_beside * x_height);
        const Box around{number.x - beside, number.y, number.width + 2 * beside, number.height};
        return std::any_of(ink.pieces.begin(), ink.pieces.end(), [&](const Piece& piece) {
            return !intersection(piece.box, around).empty() && intersection(piece.box, number) != piece.box;
        });
    });
    return numbers;
}

}  // namespace

std::vector<Box> unread_numbers(const Pieces& ink, double x_height, const std::vector<Line>& lines) {
    if (x_height <= 0 || ink.pieces.size() > most_ink) return {};
    std::vector<Box> numbers = free_numbers(ink, x_height, lines);
    std::erase_if(numbers, [&](const Box& number) { return !is_level_with_a_word(number, x_height, lines); });
    std::vector<Box> columns = numbers;
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            if (is_short_number(to_utf32(word.text))) columns.push_back(word.box);
        }
    }
    std::vector<Box> found;
    for (const Box& number : numbers) {
        const auto count = std::count_if(columns.begin(), columns.end(), [&](const Box& other) {
            return stand_in_one_column(number, other, x_height);
        });
        if (static_cast<std::size_t>(count) >= column_of_numbers) found.push_back(number);
    }
    std::sort(found.begin(), found.end(),
              [](const Box& a, const Box& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    if (found.size() > most_numbers) found.resize(most_numbers);
    return found;
}

std::vector<Box> unread_page_numbers(const Pieces& ink, Size page, double x_height, const std::vector<Line>& lines) {
    if (x_height <= 0 || ink.pieces.size() > most_ink || lines.empty()) return {};
    int first = page.height;
    int last = 0;
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            first = std::min(first, word.box.y);
            last = std::max(last, word.box.bottom());
        }
    }
    const auto is_alone_in_row = [&](const Box& number) {
        const Box row{0, number.y, page.width, number.height};
        return std::none_of(ink.pieces.begin(), ink.pieces.end(), [&](const Piece& piece) {
            const bool counts = piece.box.height >= lowest_lone_digit * x_height && !piece.box.empty();
            return counts && shared_height(piece.box, row) > 0 && intersection(piece.box, number) != piece.box;
        });
    };
    const Box* head = nullptr;
    const Box* foot = nullptr;
    const std::vector<Box> numbers = free_numbers(ink, x_height, lines);
    for (const Box& number : numbers) {
        const bool at_head = number.bottom() < head_of_page * page.height && number.bottom() <= first;
        const bool at_foot = number.y > (1 - head_of_page) * page.height && number.y >= last;
        // Strokes at the very edge are of the scanner.
        const bool within = number.y >= x_height && number.bottom() <= page.height - x_height && number.x >= x_height &&
                            number.right() <= page.width - x_height;
        if (!within || (!at_head && !at_foot) || !is_alone_in_row(number)) continue;
        if (at_head && (head == nullptr || number.bottom() > head->bottom())) head = &number;
        if (at_foot && (foot == nullptr || number.y < foot->y)) foot = &number;
    }
    std::vector<Box> found;
    for (const Box* number : {head, foot}) {
        if (number != nullptr) found.push_back(*number);
    }
    return found;
}

bool is_lone_number(const std::vector<Line>& read) {
    if (read.size() != 1 || read.front().words.size() != 1) return false;
    const Word& word = read.front().words.front();
    const std::u32string text = to_utf32(word.text);
    return word.confidence >= sure_number && (is_short_number(text) || text == U"x" || text == U"X");
}

}  // namespace sohoa::ocr
