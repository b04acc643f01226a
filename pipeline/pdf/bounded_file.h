#pragma once
#include <memory>
#include <qpdf/InputSource.hh>
#include <string>

namespace sohoa::pdf {

/// A PDF file to be read by libqpdf, with a bound on the processor time spent from opening it on: repairing a hostile
/// file may read all of it once for each of its objects, which has no end that anyone would wait for. Reading beyond
/// the bound throws std::runtime_error. For use by the thread that opened it. Throws QPDFSystemError where the file
/// cannot be opened. Include in .cpp files only.
std::shared_ptr<InputSource> bounded_file(const std::string& path);

}  // namespace sohoa::pdf
