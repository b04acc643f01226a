#pragma once
#include <iosfwd>
#include <map>
#include <string>

namespace sohoa::service {

/// Copies a JSON object from `in` to `out` with some of its members exchanged: `members` gives the JSON text of each by
/// name. Those that are not there yet come at the end, in the order of their names. Everything else is copied byte for
/// byte, however large, in constant memory; the text is trusted to be JSON as far as strings and brackets go. False
/// when it is no object that ends.
bool copy_with_members(std::istream& in, std::ostream& out, std::map<std::string, std::string> members);

}  // namespace sohoa::service
