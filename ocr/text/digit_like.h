#pragma once

namespace sohoa::ocr {

/// The digit that a letter or sign looks like ("O" → "0", "Ì" → "1"), a digit itself; 0 where it looks like none.
char32_t digit_like(char32_t c);

}  // namespace sohoa::ocr
