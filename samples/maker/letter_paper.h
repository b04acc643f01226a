#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "samples/maker/paper.h"

namespace sohoa::maker {

/// A ruled table: the first row is the heading.
struct Table {
    std::vector<double> widths;  ///< shares of the text width, together 1
    std::vector<Align> aligns;
    std::vector<std::vector<std::string>> rows;
};

enum class BlockKind {
    base,       ///< căn cứ: italic, first line indented
    paragraph,  ///< first line indented, justified
    article,    ///< "Điều n." in bold before the text
    part,       ///< "I. …" in bold
    point,      ///< "1. …" in bold
    item,       ///< "a) …"
    dash,       ///< "- …"
    centred,    ///< bold capitals in the middle: "QUYẾT ĐỊNH:"
    table,      ///< the text introduces it
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string text;
    Table table = {};
};

/// What an administrative paper under NĐ 30/2020/NĐ-CP says, before it is laid out.
struct Letter {
    std::string kind;                        ///< kind id: quyet_dinh
    std::string title;                       ///< "QUYẾT ĐỊNH"; empty for a công văn
    std::vector<std::string> issuer_parent;  ///< lines as printed
    std::vector<std::string> issuer;
    std::string number;  ///< "128"
    std::string symbol;  ///< "QĐ-UBND"
    std::string place;
    Date date;
    std::string summary;                  ///< as printed: "Về việc …", "V/v …" without the "V/v"
    std::vector<std::string> addressees;  ///< kính gửi
    std::vector<Block> opening;           ///< always printed
    std::vector<Block> body;              ///< printed as far as the pages allowed go
    std::vector<Block> closing;           ///< always printed; the last one ends in "./."
    std::vector<std::string> recipients;  ///< nơi nhận, "Lưu: VT, NV" last
    std::vector<std::string> signer;      ///< "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
    std::string signer_name;
    std::string urgency;                              ///< "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN" or empty
    std::vector<std::pair<std::string, Date>> bases;  ///< numbers and dates of the căn cứ that have one
    SealWords seal;
};

/// How it is laid out, within the ranges of annex I of the decree.
struct LetterLook {
    std::string family = "Liberation Serif";
    double body_points = 14;
    double line_spacing = 1.1;
    double paragraph_gap = 2.1;                           ///< mm, at least 6 pt
    double indent = 12.7;                                 ///< mm
    double left = 30, right = 18, top = 20, bottom = 20;  ///< margins, mm
    bool pages_numbered = true;
};

/// Prints the letter on as many A4 sheets as it takes, at most `most_pages`: body blocks that do not fit are left out.
Paper print(const Letter& letter, const LetterLook& look, int most_pages, int dpi, Random& random);

}  // namespace sohoa::maker
