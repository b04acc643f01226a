#pragma once
#include <set>
#include <string>

#include "base/problem.h"
#include "scanners/paper_folder.h"

namespace sohoa::run {

/// The files that a run was given. They may be the only copy of a paper, so nothing is ever written over them, whatever
/// name, symbolic link or hard link leads there.
class InputFiles {
public:
    /// A path that leads nowhere is left out.
    void add(const std::string& path);
    bool contain(const std::string& path) const;

private:
    std::set<scanners::FileId> ids_;
};

/// Why the output `path`, an input, is not made: output_is_input.
Problem over_an_input(const std::string& path);

}  // namespace sohoa::run
