#pragma once
#include <vector>

#include "samples/maker/letter_paper.h"
#include "samples/maker/sheet.h"

namespace sohoa::maker {

/// Text that flows down A4 sheets and over to the next one.
class Flow {
public:
    Flow(const LetterLook& look, int dpi);

    Sheet& sheet() { return sheets_.back(); }
    std::vector<Sheet>& sheets() { return sheets_; }
    int pages() const { return static_cast<int>(sheets_.size()); }

    double left() const { return look_.left; }
    double width() const { return 210 - look_.left - look_.right; }
    double bottom() const { return 297 - look_.bottom; }
    double y() const { return y_; }
    void move_to(double y) { y_ = y; }
    void skip(double mm) { y_ += mm; }

    /// Starts a sheet when less than `mm` is left on this one.
    void need(double mm);

    void write(const Block& block);
    /// mm that `block` would take, gap below included.
    double height_of(const Block& block);

    /// Takes back counters of articles, parts and points.
    struct Counters {
        int article = 0, part = 0, point = 0, item = 0;
    };

private:
    struct Piece {
        Runs runs;
        ParagraphShape shape;
        TextStyle style;
        double left = 0;  ///< mm in from the text edge
    };
    Piece piece_of(const Block& block, const Counters& counters) const;
    static Counters counted(Counters counters, BlockKind kind);
    void write_table(const Table& table);
    double table_row_height(const Table& table, const std::vector<std::string>& row, bool heading);
    void start_sheet();

    const LetterLook& look_;
    int dpi_;
    std::vector<Sheet> sheets_;
    double y_ = 0;
    Counters counters_;
};

}  // namespace sohoa::maker
