#pragma once
#include <string_view>

namespace sohoa::maker {

/// Administrative Vietnamese as rules for Grammar. `câu` is a sentence, `đoạn` a clause without its full stop.
std::string_view sentence_rules();
/// Fields of work, aims, objects: the words the sentences are made of.
std::string_view word_rules();
/// Summaries (trích yếu), bases (căn cứ), tasks and headings of papers.
std::string_view paper_rules();

}  // namespace sohoa::maker
