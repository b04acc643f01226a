#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "samples/maker/letter_paper.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

/// Kind ids of the papers under NĐ 30/2020 that are made.
const std::vector<std::string>& letter_kinds();

/// Invents a paper of a kind; `body_blocks` bounds how much it could say.
Letter invent_letter(std::string_view kind, int body_blocks, Sentences& sentences, Random& random);

/// A look within the decree's ranges.
LetterLook any_look(Random& random);

}  // namespace sohoa::maker
