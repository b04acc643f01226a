#pragma once
#include <string>
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/language/word_pairs.h"

/// What a word is by itself and between its neighbours.
namespace sohoa::ocr {

/// A word and the signs around it.
struct WordCore {
    std::u32string before;
    std::u32string letters;  ///< or digits, and signs between them
    std::u32string behind;
};

WordCore core_of(const std::string& word);

bool has_digit(const std::u32string& text);

/// How much in a word makes no sense in print: signs that papers do not have, small letters between digits or behind
/// them, capitals behind small letters, signs in a row. 0 for most words; a half or one for each.
double oddity_of(const std::string& word);

/// Words beside a word, as far as they tell something of it.
struct Neighbours {
    WordPairs::Id before = WordPairs::none;
    WordPairs::Id behind = WordPairs::none;
};

/// The words of a block in their order, whatever their line.
std::vector<Word*> words_in(Block& block);

/// Of the word at `k`. What stands before a bracket or behind a full stop says nothing.
Neighbours neighbours_of(const std::vector<Word*>& words, std::size_t k, const WordPairs& pairs);

/// Of a confidence as Tesseract's networks give it, never above 0.971: natural logarithm of its odds.
double logit_of(double confidence);

}  // namespace sohoa::ocr
