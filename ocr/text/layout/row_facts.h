#pragma once
#include <map>
#include <string>
#include <vector>

#include "ocr/text/layout/text_piece.h"

namespace sohoa::ocr {

/// What the text of a row of pieces says (anchors.h).
struct RowFacts {
    std::string label;
    bool motto = false;
    bool recipients = false;
    bool signer = false;
    bool place_and_date = false;
    bool addressee = false;
    bool number = false;
};

/// Reads rows once, however often they are asked about: the same rows stand on a side of many gaps.
class RowReader {
public:
    /// `pieces` must outlive it.
    explicit RowReader(const std::vector<TextPiece>& pieces) : pieces_(pieces) {}

    /// `row`: pieces by their numbers, from left to right. What is returned stays where it is.
    const RowFacts& facts_of(const std::vector<int>& row);

private:
    const std::vector<TextPiece>& pieces_;
    std::map<std::vector<int>, RowFacts> known_;
};

}  // namespace sohoa::ocr
