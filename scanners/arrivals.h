#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "scanners/paper_folder.h"

namespace sohoa::scanners {

/// One document to be made: the files whose pages it gets, and where it goes.
struct Arrival {
    std::vector<std::string> files;  ///< in page order; one file unless joined
    std::string folder;              ///< folder under OUT, "" for OUT itself, "a/b" for a dossier in a tree
    std::string stem;                ///< of the outputs; unique within its folder (second one "-2"), ≤ 244 bytes
};

/// A folder of papers: gets a dossier.json over the documents whose `folder` is this.
struct ArrivedDossier {
    std::string folder;  ///< under OUT
    std::string name;    ///< of the folder given
};

struct Arrivals {
    std::vector<Arrival> documents;
    std::vector<ArrivedDossier> dossiers;
    std::vector<Problem> problems;         ///< named inputs that are missing, empty folders, …: all errors
    std::vector<std::string> passed_over;  ///< files in folders that are no papers, hidden ones not told
    /// Files in folders that are no papers but are named after one ("a.txt" beside "a.jpg"): nobody misses them as
    /// scans.
    std::vector<std::string> beside_papers;
};

/// Whether a file, by its path, is the result of an earlier run.
using IsResult = std::function<bool(const std::string& path)>;

/// Turns what the user named into documents, by the rules of docs/contract.md: a file is a document; a folder of papers
/// is a dossier; a folder of folders is a tree. With `join` all files given, or the numbered files of each folder, are
/// pages of one document. Files in folders that are no papers (by content), hidden files, the output folder itself
/// and the results of earlier runs in it are passed over; links inside the tree are followed where `links` says so,
/// loops are not. Order is by name with numbers by value
/// ("a_2" before "a_10"), whatever the file system says.
Arrivals plan_arrivals(const std::vector<std::string>& inputs, const std::string& output_folder, bool join,
                       const IsResult& is_result = {}, Links links = Links::followed);

}  // namespace sohoa::scanners
