#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

enum class PaperCodeKind {
    result,    ///< "KQ.G15.000031": mã loại kết quả
    component  ///< "TP-H05.000026": mã thành phần hồ sơ
};

/// The code of a kind of paper in the national database of procedures (TT 01/2023/TT-VPCP Đ.10).
struct PaperCode {
    std::string normal;  ///< "KQ.G15.000031", "TP-H05.000026"
    PaperCodeKind kind = PaperCodeKind::result;
    std::string agency;       ///< level-1 code
    std::string agency_name;  ///< empty where the table does not know it
    std::string ordinal;      ///< six digits
    CodeWarnings warnings;
};

/// Components are written with `-` or `.` after TP; the normal form has `-`.
std::optional<PaperCode> read_paper_code(std::string_view text);

}  // namespace sohoa::dossier
