#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "ocr/text/grammar.h"
#include "pipeline/dossier/document_json.h"
#include "pipeline/run/settings.h"
#include "scanners/input_file.h"

/// What is asked of a worker and what it answers, and how both are written on the wire: one JSON object a line. Paths
/// travel as hexadecimal digits, because file names need not be UTF-8.
namespace sohoa::run {

/// Look at a file: what is it, how many pages. Done in a worker because opening a hostile file is as dangerous as
/// reading it.
struct OpenTask {
    std::string file;
    scanners::Limits limits;
};

/// Read one page and leave `<spool>.pdf` (the fragment) and then `<spool>.json` (the reading); when the second is there
/// the page is done. Doing it twice gives the same bytes.
struct PageTask {
    std::string file;
    int page = 1;        ///< within the file, from 1
    std::string sha256;  ///< of the file when it was opened
    std::string spool;   ///< path without extension
    Settings settings;
    /// Keep the picture alone, and say why its text was not read: workers died of reading it.
    std::optional<Problem> unread = std::nullopt;
};

/// Leave a page as delivered as a JPEG file at `picture`, no wider than `width` pixels.
struct PictureTask {
    std::string file;
    int page = 1;  ///< within the file, from 1
    int width = 0;
    std::string picture;
    scanners::Limits limits;
};

/// Read one page and leave in `folder` what every step made of it, and `<prefix>.json` (inspect::Inspection).
struct InspectTask {
    std::string file;
    int page = 1;  ///< within the file, from 1
    std::string folder;
    std::string prefix;
    Settings settings;
    bool show_personal = false;  ///< pictures of cards and personal numbers may be left too
};

/// Read places of a page again, each by its grammar: what a document's fields hang on and was read doubtfully.
struct RereadTask {
    std::string file;
    int page = 1;  ///< within the file, from 1
    std::vector<ocr::RereadPlace> places;
    Settings settings;
};

using Task = std::variant<OpenTask, PageTask, PictureTask, InspectTask, RereadTask>;

struct OpenAnswer {
    std::string sha256;
    int pages = 0;
    std::string format;
    std::vector<dossier::SourceSignature> signatures;  ///< those of a PDF that came signed
    std::vector<Problem> problems;
};

struct PageAnswer {
    long long peak_kilobytes = 0;  ///< of the worker so far
};

struct RereadAnswer {
    std::vector<std::optional<ocr::GrammarReading>> readings;  ///< in the order of the places
};

using Answer = std::variant<OpenAnswer, PageAnswer, RereadAnswer>;

std::string to_wire(const Task& task);
Result<Task> task_from_wire(const std::string& line);
std::string to_wire(const Result<Answer>& answer);
/// An answer, or the Problem the worker reported; nullopt for a line that is neither.
std::optional<Result<Answer>> answer_from_wire(const std::string& line);

/// The file and page a task is about, for messages.
std::string file_of(const Task& task);
int page_of(const Task& task);

}  // namespace sohoa::run
