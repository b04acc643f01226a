#include "ocr/text/layout/named_parts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/vietnamese.h"
#include "ocr/text/layout/anchors.h"
#include "ocr/text/layout/name_lines.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

constexpr double edge = 0.1;           // of the page's height: page numbers stand within
constexpr double from_middle = 0.06;   // of the print's width: lines in the middle stand no farther from it
constexpr double widest_title = 0.88;  // of the print's width
constexpr double paragraph = 0.7;      // of the print's width, at least one line of it
constexpr int most_title_lines = 8;

void name_margins(std::vector<Block>& blocks, Size plane) {
    for (Block& block : blocks) {
        if (!block.role.empty() || block.lines.size() != 1 || !says_page_number(block.lines.front().text)) continue;
        const Box& box = block.lines.front().box;
        if (box.bottom() < edge * plane.height) block.role = "header";
        if (box.y > (1 - edge) * plane.height) block.role = "footer";
    }
}

/// The motto in the middle of the page, above all else: papers of one column.
void name_motto(std::vector<Block>& blocks) {
    constexpr std::size_t first_lines = 6;
    const bool named =
        std::any_of(blocks.begin(), blocks.end(), [](const Block& block) { return block.role == "letterhead_motto"; });
    std::size_t lines = 0;
    for (std::size_t k = 0; !named && k < blocks.size() && lines < first_lines; ++k) {
        lines += blocks[k].lines.size();
        if (!blocks[k].role.empty()) continue;
        const std::size_t before = blocks.size();
        name_lines(blocks, k, k + 1, [](const Line& line) { return says_motto(line.text) ? "letterhead_motto" : ""; });
        k += blocks.size() - before;
    }
}

bool is_of_letterhead(const Block& block) {
    return block.role == "letterhead_issuer" || block.role == "letterhead_motto" || block.role == "number" ||
           block.role == "place_date";
}

bool is_end(const Block& block) {
    return block.role == "recipients" || block.role == "signature";
}

/// Capitals, at least four of them, and no small letter.
bool in_capitals(std::string_view text) {
    constexpr int least = 4;
    int capitals = 0;
    for (const char32_t c : to_utf32(text)) {
        if (!is_vietnamese_letter(c)) continue;
        if (!is_capital(c)) return false;
        ++capitals;
    }
    return capitals >= least;
}

/// "Về việc …", "V/v …": what a paper is about.
bool says_subject(std::string_view text) {
    const std::string plain = folded(text);
    return plain.starts_with("ve viec ") || plain.starts_with("v/v");
}

/// Where paragraphs begin and end, by the wide lines of a page; where there are none, by all.
Box print_of(const std::vector<Block>& blocks) {
    constexpr double wide = 0.6;
    Box all;
    for (const Block& block : blocks) {
        for (const Line& line : block.lines) all = all.empty() ? line.box : bounding(all, line.box);
    }
    std::vector<int> left;
    std::vector<int> right;
    for (const Block& block : blocks) {
        for (const Line& line : block.lines) {
            if (line.box.width < wide * all.width) continue;
            left.push_back(line.box.x);
            right.push_back(line.box.right());
        }
    }
    if (left.empty()) return all;
    // Not the outermost: a stroke in the margin is no text.
    const auto few = static_cast<std::ptrdiff_t>(left.size() / 5);
    std::nth_element(left.begin(), left.begin() + few, left.end());
    std::nth_element(right.begin(), right.end() - 1 - few, right.end());
    const int x = *(left.begin() + few);
    return {x, all.y, *(right.end() - 1 - few) - x, all.height};
}

/// The lines of a title, from the first on.
class Title {
public:
    /// `print` holds the paragraphs; `middle` of the page. On a form paragraphs reach anywhere.
    Title(const Box& print, double middle) : print_(print), middle_(middle) {}

    /// Takes the next line; false from the first on that is none of the title's.
    bool goes_on(const Line& line) {
        const bool capitals = in_capitals(line.text);
        const double x = line.box.centre().x;
        const double off = std::min(std::abs(x - print_.centre().x), std::abs(x - middle_));
        const bool middle = off < from_middle * print_.width &&
                            (line.box.width < widest_title * print_.width || says_subject(line.text));
        // Capitals below small letters are who decides: "GIÁM ĐỐC SỞ NỘI VỤ".
        const bool belongs = count_ == 0 ? capitals : !capitals || !small_;
        if (ended_ || !middle || !belongs || says_addressee(line.text) || count_ == most_title_lines) {
            ended_ = true;
            return false;
        }
        small_ = small_ || !capitals;
        ++count_;
        return true;
    }

private:
    Box print_;
    double middle_;
    int count_ = 0;
    bool small_ = false;
    bool ended_ = false;
};

std::size_t labels_of(const Block& block) {
    return static_cast<std::size_t>(std::count_if(block.lines.begin(), block.lines.end(),
                                                  [](const Line& line) { return !label_of(line.text).empty(); }));
}

bool is_form(const std::vector<Block>& blocks) {
    constexpr std::size_t least = 4;  // labels
    std::size_t lines = 0;
    std::size_t labels = 0;
    for (const Block& block : blocks) {
        if (!block.role.empty()) continue;
        lines += block.lines.size();
        labels += labels_of(block);
    }
    return labels >= least && 2 * labels >= lines;
}

bool has_wide_line(const Block& block, const Box& print) {
    return block.lines.size() > 1 && std::any_of(block.lines.begin(), block.lines.end(), [&](const Line& line) {
               return line.box.width >= paragraph * print.width;
           });
}

/// `width` of the page in pixels.
void name_head_and_body(std::vector<Block>& blocks, int width) {
    const Box print = print_of(blocks);
    std::size_t below_head = 0;
    bool has_motto = false;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        if (is_of_letterhead(blocks[k])) below_head = k + 1;
        has_motto = has_motto || blocks[k].role == "letterhead_motto";
    }
    const bool form = is_form(blocks);
    Title title(print, width / 2.0);
    bool is_below_title = false;
    for (std::size_t k = has_motto ? below_head : blocks.size(); k < blocks.size() && !is_below_title; ++k) {
        if (!blocks[k].role.empty()) break;
        const std::size_t before = blocks.size();
        name_lines(blocks, k, k + 1, [&](const Line& line) {
            if (says_number(line.text)) return "number";
            return title.goes_on(line) ? "title" : "";
        });
        k += blocks.size() - before;
        is_below_title = blocks[k].role.empty();
    }
    const auto head = [](const Block& block) {
        return block.role == "title" || (!block.lines.empty() && says_addressee(block.lines.front().text));
    };
    bool below = false;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        Block& block = blocks[k];
        if (is_end(block)) return;
        below = below || (has_motto && k >= below_head && head(block));
        if (!block.role.empty()) continue;
        if (form && 2 * labels_of(block) >= block.lines.size()) {
            block.role = "form";
        } else if (below || has_wide_line(block, print)) {
            block.role = "body";
        }
    }
}

}  // namespace

void name_parts(std::vector<Block>& blocks, Size plane) {
    name_margins(blocks, plane);
    name_motto(blocks);
    name_head_and_body(blocks, plane.width);
    for (Block& block : blocks) gather(block);
}

}  // namespace sohoa::ocr
