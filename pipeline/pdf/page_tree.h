#pragma once
#include <functional>
#include <qpdf/QPDF.hh>

namespace sohoa::pdf {

/// Calls `look` for each page of the document in order until it answers false. libqpdf's own list of pages goes down
/// the tree by recursion and copies a page as often as it is named, neither of which is safe with files from outside.
/// Include in .cpp files only.
void for_each_page(QPDF& pdf, const std::function<bool(QPDFObjectHandle page)>& look);

}  // namespace sohoa::pdf
