#pragma once
#include <string>

#include "base/bilingual.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace sohoa::cli {

/// What was wrong with the words of a command, and where to read on: the parser's own messages are English only. `app`
/// is the application whose parse() threw.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error, Language language);

/// What somebody sees who gave no words at all.
std::string short_help(Language language);

/// `--lang` as it stands among the words, for messages about words that could not be parsed.
Language language_asked(int count, const char* const* words);

}  // namespace sohoa::cli
