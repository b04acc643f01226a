#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"

namespace sohoa::maker {

/// What a paper says, in the form papers are scored by (docs/contract.md): normalised values under fixed names.
struct Truth {
    std::string kind;
    std::vector<std::pair<std::string, std::string>> fields;
    std::string text;                ///< in reading order, handwriting in ⟦…⟧
    std::vector<std::string> codes;  ///< payloads of barcodes and QR codes
    std::vector<std::vector<std::string>> mrz;
    std::vector<std::string> handwritten;  ///< names of fields filled in by hand

    /// Adds a field; empty values are not printed on the paper and stay out.
    void add(std::string name, const std::string& value);
    void add(std::string name, const Date& date);
    /// A person's name in its normal form: NFC, single blanks, upper case.
    void add_name(std::string name, const std::string& value);
    /// The value of a field, or empty.
    std::string value(const std::string& name) const;

    /// UTF-8 JSON, indented.
    std::string json() const;
};

/// Without blanks around '/' and '-'.
std::string normal_symbol(const std::string& printed);

}  // namespace sohoa::maker
