#pragma once
#include <set>
#include <string>
#include <string_view>

namespace sohoa::scanners {

/// The longest stem to which ".signed.pdf" can be added in a file name of 255 bytes.
inline constexpr std::size_t longest_stem = 244;

/// The file name without its last extension. One longer than `longest_stem` is cut at a character of UTF-8 and ends in
/// "~" and 8 hexadecimal digits of the SHA-256 of the whole name.
std::string stem_of(std::string_view file_name);

/// The names given out in one folder of results: each once, so that no result overwrites another.
class OutputNames {
public:
    /// Keeps a name for something else ("dossier" for dossier.json).
    void reserve(const std::string& stem) { taken_.insert(stem); }

    /// A name that a later document has by itself, and that must not be made up for another.
    void expect(const std::string& stem) { expected_.insert(stem); }

    /// `stem` when it is free, else the first free one of `stem`-2, `stem`-3, …
    std::string take(const std::string& stem);

private:
    bool is_free(const std::string& stem) const;
    std::set<std::string> taken_;
    std::set<std::string> expected_;
};

}  // namespace sohoa::scanners
