#pragma once
#include <vector>

#include "ocr/text/layout/text_piece.h"

namespace sohoa::ocr {

/// Without the pieces that are no writing: strokes of signatures, seals and specks that a recogniser took for a letter
/// or two. Only what stands alone, is short, and is doubtful by its confidence, its letters or its size is left out.
std::vector<TextPiece> without_noise(std::vector<TextPiece> pieces);

/// True for what strokes between a signer's title and name are read as: hardly a word in it.
bool is_scribble(const Line& line);

}  // namespace sohoa::ocr
