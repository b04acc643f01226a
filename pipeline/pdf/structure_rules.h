#pragma once
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "base/problem.h"
#include "pipeline/pdf/content_scan.h"

/// The rules that `check_structure` asks for, each a function that adds what it finds. Include in .cpp files only.
namespace sohoa::pdf {

/// The PDF/A level that a file claims; part 0 where it claims none.
struct PdfaLevel {
    int part = 0;
    std::string conformance;  ///< "a", "b", "u", "e", "f" or empty
    bool wants_unicode() const { return part >= 2 && part <= 3 && conformance != "b"; }
};

using Findings = std::vector<Problem>;

/// Fonts that are shown: embedded where visible, with a Unicode mapping where the level promises one.
void check_fonts(const ContentUse& use, const PdfaLevel& level, Findings& findings);

/// Device colours need an output intent of their kind, transparency a colour space to blend in.
void check_colours(QPDF& pdf, const ContentUse& use, const PdfaLevel& level, Findings& findings);

/// Annotations are seen, printed and carry their appearance.
void check_annotations(const ContentUse& use, const PdfaLevel& level, Findings& findings);

/// Scripts, actions that reach outside, outside files, forbidden filters and annotations: in every object of the file.
void check_objects(QPDF& pdf, const PdfaLevel& level, Findings& findings);

/// Header, /ID, encryption, cross-reference streams, bytes after the end.
void check_file(QPDF& pdf, const std::string& path, const PdfaLevel& level, Findings& findings);

}  // namespace sohoa::pdf
