#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/raster.h"

using cairo_t = struct _cairo;  // NOLINT(bugprone-reserved-identifier): cairo's own name

namespace sohoa::maker {

struct Colour {
    double red = 0, green = 0, blue = 0;  ///< 0 … 1
};
inline constexpr Colour black{};

/// A place and size on paper, in millimetres from the top left corner.
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
};

struct TextStyle {
    std::string family = "Liberation Serif";
    double points = 13;
    bool bold = false;
    bool italic = false;
    Colour colour = black;
    double letter_spacing = 0;  ///< points between letters

    TextStyle sized(double size) const;
    TextStyle bolded(bool on = true) const;
    TextStyle slanted(bool on = true) const;
    TextStyle coloured(Colour c) const;
};

/// A piece of a paragraph in one style.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool underlined = false;
};
using Runs = std::vector<Run>;

enum class Align { left, centre, right, justified };

struct ParagraphShape {
    Align align = Align::left;
    double first_line_indent = 0;  ///< mm
    double line_spacing = 1.0;     ///< times the font's own line height
};

/// Text broken into lines of a width, ready to be drawn line by line.
class Paragraph {
public:
    Paragraph(cairo_t* ink, const Runs& runs, const TextStyle& style, double width_mm, const ParagraphShape& shape);
    ~Paragraph();
    Paragraph(Paragraph&&) noexcept;
    Paragraph& operator=(Paragraph&&) = delete;
    Paragraph(const Paragraph&) = delete;
    Paragraph& operator=(const Paragraph&) = delete;

    int lines() const;
    double line_height() const;  ///< mm, spacing included
    double height() const { return line_height() * lines(); }
    double widest() const;  ///< mm of the widest line's ink
    std::string line(int index) const;
    void draw_line(int index, double x_mm, double top_mm) const;

private:
    struct Layout;
    std::unique_ptr<Layout> layout_;
};

/// One side of paper under the printer: millimetres, white at first. What is written is kept as the page's text, in the
/// order of writing, which must therefore be the reading order.
class Sheet {
public:
    /// Throws std::bad_alloc when the pixels cannot be had.
    Sheet(double width_mm, double height_mm, int dpi);
    ~Sheet();
    Sheet(Sheet&&) noexcept;
    Sheet& operator=(Sheet&&) noexcept;
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    double width() const { return width_; }
    double height() const { return height_; }
    int dpi() const { return dpi_; }
    /// For drawing of other kinds; one unit is a millimetre.
    cairo_t* ink() const;

    /// Writes a paragraph and notes its lines as page text. Returns the y below it.
    double write(const Runs& runs, const TextStyle& style, const Rect& place, const ParagraphShape& shape = {});
    double write(const std::string& text, const TextStyle& style, const Rect& place, const ParagraphShape& shape = {});
    /// One line, not noted: the caller notes the whole line it belongs to. `baseline` in mm. Returns its width.
    double put(const std::string& text, const TextStyle& style, double x, double baseline);
    double width_of(const std::string& text, const TextStyle& style) const;

    void rule(double x1, double y1, double x2, double y2, double thickness_mm, Colour colour = black);
    void frame(const Rect& rect, double thickness_mm, Colour colour = black);

    /// Lays an RGB picture over a place of the sheet.
    void paste(const Raster& picture, const Rect& place);

    /// Adds the lines of a text to the page text.
    void note_lines(std::string_view text);
    /// Adds a line to the page text.
    void note(std::string line);
    /// Lines noted so far, joined by line ends.
    std::string text() const;

    /// The pixels (RGB).
    Raster raster() const;

private:
    struct Surface;
    std::unique_ptr<Surface> surface_;
    double width_;
    double height_;
    int dpi_;
    std::vector<std::string> lines_;
};

}  // namespace sohoa::maker
