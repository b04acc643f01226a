#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pipeline/dossier/document.h"

namespace sohoa::service {

/// What an operator says of one field.
struct FieldChange {
    std::string name;
    std::string value;       ///< as typed; empty: what was read stands
    std::string normalized;  ///< empty: made from the value
    bool may_add = false;
};

struct FieldChanges {
    std::string by;
    std::vector<FieldChange> fields;
};

/// The body of PATCH …/fields: {"by": "…", "fields": [{"name": "…", "value": "…"} or {"name": "…", "confirm": true}]}.
/// Fails with request_malformed.
Result<FieldChanges> field_changes_from(std::string_view json);

/// A typed value in the contract's normal form for its field: dates ISO, names of persons in upper case, identity
/// numbers as digits, everything else on one line. Fails with value_unfit.
Result<std::string> normal_form(const std::string& field, const std::string& value);

}  // namespace sohoa::service
