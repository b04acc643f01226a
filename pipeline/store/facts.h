#pragma once
#include <string>
#include <vector>

#include "pipeline/dossier/document.h"

namespace sohoa::store {

struct Owner {
    std::string id_number;  ///< may be empty where only a name is known
    std::string full_name;
};

/// What of a document's fields has columns of its own.
struct FieldFacts {
    std::string number;
    std::string symbol;
    std::string date;
    std::string issuer;
    std::string summary;
    std::vector<Owner> owners;         ///< the first is shown
    std::vector<std::string> numbers;  ///< every number the paper carries as its own, as number_key
};

/// Owners are `owner.*`, with the old number of a card; where a paper names none, those it is about: both of a
/// marriage, all holders of a land certificate. Parents, declarants and signers are no owners.
FieldFacts facts_of(const std::vector<dossier::Field>& fields);

}  // namespace sohoa::store
