#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/store/state.h"

namespace sohoa::store {

/// What is looked for; what is left empty does not matter. Everything given must hold.
struct Query {
    std::string words;               ///< as typed; "…" is a phrase; see search_words.h
    std::string owner_id_number;     ///< blanks and dots are passed over; an old number of a card is found too
    std::string number;              ///< "1403", "1403/BC-VP"
    std::vector<std::string> kinds;  ///< ids; see kinds_named
    std::string date_from;           ///< ISO, as far as known: "2024-03" is from the first of March
    std::string date_to;             ///< the same: "2024-03" is to the end of March
    std::string dossier_code;
    std::optional<State> state;
    int limit = 20;
    int offset = 0;
};

/// The facts of a document that stand in the catalogue.
struct DocumentFacts {
    std::string id;
    State state = State::received;
    std::string source_file;
    std::string source_key;
    std::string identity;
    std::string dossier_code;
    dossier::Kind kind;
    std::string number;
    std::string symbol;
    std::string date;
    std::string issuer;
    std::string summary;
    std::string owner_name;
    std::string owner_id_number;
    int pages = 0;
    std::string pdf_path;
    std::string json_path;
    std::string txt_path;
    std::string added_at;
    std::string updated_at;
};

/// A piece of a page around what was found.
struct Snippet {
    int page = 0;                                           ///< from 1; 0 where the words stand in a field's value only
    std::string text;                                       ///< one line, as printed
    std::vector<std::pair<std::size_t, std::size_t>> hits;  ///< bytes of `text` from … to
};

struct Hit {
    DocumentFacts facts;
    Snippet snippet;   ///< empty where no words were asked for
    double score = 0;  ///< 0 … 1, see find.cpp
};

struct Found {
    std::vector<Hit> hits;  ///< best first, then newest first
    int total = 0;
    bool total_is_exact = true;  ///< false: there are more than `total`
};

}  // namespace sohoa::store
