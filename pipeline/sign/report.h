#pragma once
#include <string>
#include <vector>

#include "base/bilingual.h"
#include "pipeline/sign/verifier.h"

namespace sohoa::sign {

/// What the signatures of a file mean for the clerk who has it in hand: a paragraph for each signature (is the content
/// what was signed, by whom, when, is the issuer known), then one line that sums up. Lines end in "\n"; `both` gives
/// each paragraph in Vietnamese, then in English. Identity numbers in names are masked.
std::string in_plain_words(const std::vector<SignatureReport>& reports, Language language = Language::both);

}  // namespace sohoa::sign
