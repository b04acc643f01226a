#include "pipeline/pdf/bounded_stream.h"
#include "pipeline/pdf/structure_rules.h"

namespace sohoa::pdf {

namespace {

constexpr std::size_t largest_profile = std::size_t{16} << 20;

struct Intent {
    bool found = false;
    bool damaged = false;
    std::string space;  ///< "RGB ", "GRAY", "CMYK" as the profile says
};

Intent pdfa_intent(QPDF& pdf) {
    Intent intent;
    QPDFObjectHandle intents = pdf.getRoot().getKey("/OutputIntents");
    for (int i = 0; intents.isArray() && i < intents.getArrayNItems() && i < 100; ++i) {
        QPDFObjectHandle entry = intents.getArrayItem(i);
        if (!entry.isDictionary() || !entry.getKey("/S").isNameAndEquals("/GTS_PDFA1")) continue;
        intent.found = true;
        QPDFObjectHandle stream = entry.getKey("/DestOutputProfile");
        if (stream.isNull() && entry.getKey("/OutputConditionIdentifier").isString()) return intent;
        const auto profile = decoded(stream, largest_profile);
        if (!profile || profile->size() < 132 || profile->substr(36, 4) != "acsp") {
            intent.damaged = true;
            return intent;
        }
        intent.space = profile->substr(16, 4);
        QPDFObjectHandle components = stream.getDict().getKey("/N");
        const long long wanted = intent.space == "CMYK" ? 4 : intent.space == "GRAY" ? 1 : 3;
        intent.damaged = !components.isInteger() || components.getIntValue() != wanted;
        return intent;
    }
    return intent;
}

Problem colours_undefined(const Bilingual& which) {
    return problem(code::pdfa_broken, {"Màu " + which.vi + " được dùng mà tệp không khai báo hồ sơ màu đầu ra phù hợp",
                                       which.en + " colours are used but the file declares no output intent for them"});
}

Problem broken(Bilingual what) {
    return problem(code::pdfa_broken, std::move(what));
}

void check_transparency(const ContentUse& use, const PdfaLevel& level, bool has_intent, Findings& findings) {
    if (use.transparency && level.part == 1) {
        findings.push_back(broken({"Có nội dung trong suốt, PDF/A-1 cấm", "transparency, which PDF/A-1 forbids"}));
    } else if (use.transparency_without_space && !has_intent) {
        findings.push_back(broken({"Có nội dung trong suốt mà không khai báo không gian màu để pha trộn",
                                   "transparency without a colour space to blend in"}));
    }
    if (use.odd_blend_mode) {
        findings.push_back(broken(
            {"Kiểu pha trộn (blend mode) không có trong chuẩn", "a blend mode that the standard does not know"}));
    }
}

}  // namespace

void check_colours(QPDF& pdf, const ContentUse& use, const PdfaLevel& level, Findings& findings) {
    if (use.interpolated_image) {
        findings.push_back(broken(
            {"Ảnh yêu cầu nội suy (Interpolate), PDF/A cấm", "an image asks for interpolation, which PDF/A forbids"}));
    }
    const Intent intent = pdfa_intent(pdf);
    check_transparency(use, level, intent.found, findings);
    if (intent.damaged) {
        findings.push_back(
            broken({"Hồ sơ màu đầu ra (output intent) bị hỏng", "the colour profile of the output intent is damaged"}));
        return;
    }
    if (use.rgb && intent.space != "RGB ") findings.push_back(colours_undefined({"RGB của thiết bị", "device RGB"}));
    if (use.cmyk && intent.space != "CMYK") findings.push_back(colours_undefined({"CMYK của thiết bị", "device CMYK"}));
    if (use.grey && !intent.found) findings.push_back(colours_undefined({"xám của thiết bị", "device grey"}));
}

}  // namespace sohoa::pdf
