#pragma once
#include <string>
#include <vector>

#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

/// How a value is read and brought into its normal form.
enum class ValueType {
    text,    ///< may run over several lines
    short_,  ///< a few words on the label's line
    name,
    date,
    time,  ///< date with an hour, as far as printed
    sex,
    id,     ///< identity number
    paper,  ///< identity paper: kind, number, issuer and date in one sentence
    code,   ///< letters and digits without blanks
    area,
    amount,  ///< a number with a unit
    count,
    money,
    check,
    period,        ///< from a date to a date
    registration,  ///< number and date in a register
};

/// A field and the labels that stand before its value.
struct LabelRule {
    std::string field;  ///< "mother.full_name"; "full_name" in the person table; empty for a heading of a group
    ValueType type = ValueType::text;
    std::string group;  ///< opened by this label, or empty
    std::vector<Phrase> labels;
};

/// The labels of one kind of paper.
struct LabelForm {
    std::vector<std::string> ids;  ///< kinds that use it
    std::string owner;             ///< group of the person whose paper it is, or empty
    std::string first_group;       ///< open from the top of the paper, or empty
    bool person_labels = true;     ///< the person table applies to groups
    bool values_below = false;     ///< values may stand under their labels, several in a row: data pages
    bool party_roles = false;      ///< groups are parties: their headings are roles
    std::vector<LabelRule> rules;  ///< headings of groups and fields of the kind
};

/// Words that stand on one face only of a card.
struct CardFaces {
    std::vector<std::string> ids;
    std::vector<Phrase> front;
    std::vector<Phrase> back;
};

struct LabelTable {
    std::string version;
    std::vector<Phrase> stops;  ///< words after which no value goes on
    std::vector<LabelRule> person;
    std::vector<LabelRule> certification;
    std::vector<LabelForm> forms;
    std::vector<CardFaces> faces;
};

/// models/kinds/labels.json, as it was built into the program.
const LabelTable& label_table();

/// nullptr for a kind without labels.
const LabelForm* label_form(const std::string& kind);

}  // namespace sohoa::dossier
