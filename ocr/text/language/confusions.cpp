#include "ocr/text/language/confusions.h"

#include <cstddef>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/language/word_context.h"
#include "ocr/text/lines.h"

namespace sohoa::models {
std::string_view confusions();
}  // namespace sohoa::models

namespace sohoa::ocr {

namespace {

std::vector<std::u32string> letters_of_words(std::string_view text) {
    std::vector<std::u32string> words;
    for (const std::string& word : words_of(text)) words.push_back(to_utf32(word));
    return words;
}

bool says(const std::vector<Word*>& words, std::size_t begin, const std::vector<std::u32string>& phrase) {
    if (begin + phrase.size() > words.size()) return false;
    for (std::size_t k = 0; k < phrase.size(); ++k) {
        const WordCore core = core_of(words[begin + k]->text);
        if (to_utf32(lower(to_utf8(core.letters))) != phrase[k]) return false;
        if ((k > 0 && !core.before.empty()) || (k + 1 < phrase.size() && !core.behind.empty())) return false;
    }
    return true;
}

/// The letters of `meant` for those of the word, each in its case.
void write(Word& word, const std::u32string& meant) {
    const WordCore core = core_of(word.text);
    std::u32string letters = meant;
    for (std::size_t k = 0; k < letters.size(); ++k) {
        if (is_capital(core.letters[k])) letters[k] = to_utf32(upper(to_utf8({&meant[k], 1}))).front();
    }
    if (letters == core.letters) return;
    if (word.raw.empty()) word.raw = word.text;
    word.text = to_utf8(core.before + letters + core.behind);
    word.symbols.clear();
}

}  // namespace

Confusions::Confusions(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
        const std::size_t sign = line.find('=');
        if (line.empty() || line.front() == '#' || sign == std::string_view::npos) continue;
        Phrase phrase{letters_of_words(line.substr(0, sign)), letters_of_words(line.substr(sign + 1))};
        bool alike = phrase.read.size() == phrase.meant.size();
        for (std::size_t k = 0; alike && k < phrase.read.size(); ++k) {
            alike = phrase.read[k].size() == phrase.meant[k].size();
        }
        if (alike) phrases_.push_back(std::move(phrase));
    }
}

const Confusions& Confusions::built_in() {
    static const Confusions all(models::confusions());
    return all;
}

void mend_confusions(std::vector<Block>& blocks, const Confusions& confusions) {
    const auto mend = [&](const std::vector<Word*>& words) {
        for (std::size_t begin = 0; begin < words.size(); ++begin) {
            for (const Confusions::Phrase& phrase : confusions.all()) {
                if (!says(words, begin, phrase.read)) continue;
                for (std::size_t k = 0; k < phrase.meant.size(); ++k) write(*words[begin + k], phrase.meant[k]);
            }
        }
    };
    for (Block& block : blocks) {
        if (block.role == "table") {
            for (Line& line : block.lines) {
                std::vector<Word*> words;
                for (Word& word : line.words) words.push_back(&word);
                mend(words);
            }
        } else {
            mend(words_in(block));
        }
        for (Line& line : block.lines) gather(line);
    }
}

}  // namespace sohoa::ocr
