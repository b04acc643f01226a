#pragma once
#include <string>
#include <vector>

namespace sohoa::dossier {

/// A phrase as printed and in bare form.
struct Phrase {
    std::string text;
    std::u32string bare;
};

/// models/kinds/wording.json.
struct Wording {
    std::string version;
    std::vector<Phrase> mottos;
    std::vector<Phrase> issuer_heads;
    std::vector<Phrase> issuer_continuations;
    std::vector<Phrase> signer_modes;
    std::vector<Phrase> signer_titles;
    std::vector<Phrase> signer_groups;
    std::vector<Phrase> name_titles;
    std::vector<Phrase> surnames;
    std::vector<Phrase> agency_phrases;
    std::vector<Phrase> provinces;
    std::vector<std::string> symbol_groups;
};

/// The table that was built into the program.
const Wording& wording();

/// One kind of models/kinds/kinds.json.
struct KindRule {
    std::string id;
    std::string label;
    std::vector<Phrase> titles;
    std::vector<Phrase> marks;  ///< other words that only papers of this kind carry
    std::vector<std::string> abbreviations;
    std::string form;  ///< administrative, certificate, application, card, contract, certification, receipt
    std::vector<std::string> required;
    std::string valid_from;
    std::string valid_to;
    std::string source;
};

const std::vector<KindRule>& kind_rules();

/// nullptr for an unknown id.
const KindRule* kind_rule(const std::string& id);

}  // namespace sohoa::dossier
