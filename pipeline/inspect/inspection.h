#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "ocr/page_reading.h"

namespace sohoa::inspect {

/// A step of a page's reading and what it left to see.
struct InspectedStep {
    std::string name;         ///< as in ocr::PreparationStep, or "decode"
    int part = 0;             ///< as in ocr::PreparationStep
    double milliseconds = 0;  ///< of processor time
    std::string picture;      ///< name of a file beside the page's JSON; empty where there is nothing to see
};

struct InspectedFigure {
    std::string name;  ///< as in ocr::PreparationFigure
    int part = 0;
    double value = 0;
};

/// Everything that is shown of one page.
struct Inspection {
    int page = 1;  ///< within the file, from 1
    bool dpi_guessed = false;
    std::vector<InspectedStep> steps;  ///< in the order they were done
    std::vector<InspectedFigure> figures;
    std::string overlay;             ///< picture of the scan with what was found
    bool withheld = false;           ///< there are no pictures, for they would show a card or a personal number
    std::vector<std::string> codes;  ///< texts of codes and lines of zones, masked unless personal data are shown
    ocr::PageReading reading;        ///< without its text (see inspect_page)
};

/// What is shown of a file.
struct InspectedFile {
    std::string file;               ///< as the user named it
    std::vector<Problem> problems;  ///< of the file as a whole, and of pages that could not be inspected
    std::vector<Inspection> pages;
};

/// One JSON text, and back. `from_json` fails with internal_error for what `to_json` did not write.
std::string to_json(const Inspection& inspection);
Result<Inspection> inspection_from_json(const std::string& text);

}  // namespace sohoa::inspect
