#include <fmt/format.h>
#include <map>

#include "pipeline/pdf/structure_rules.h"

namespace sohoa::pdf {

namespace {

struct Rule {
    const char* name;
    Bilingual what;
    bool unsafe;  ///< worth saying of any PDF; the others only break a claim
};

const std::vector<Rule>& forbidden_actions() {
    static const std::vector<Rule> rules{
        {"/JavaScript", {"Tệp chứa mã JavaScript", "the file contains JavaScript"}, true},
        {"/Launch", {"Tệp có lệnh mở chương trình khác", "the file can launch another program"}, true},
        {"/SubmitForm", {"Tệp có lệnh gửi dữ liệu biểu mẫu ra ngoài", "the file can send form data elsewhere"}, true},
        {"/ImportData", {"Tệp có lệnh nhập dữ liệu từ tệp khác", "the file can import data from another file"}, true},
        {"/Sound", {"Tệp có lệnh phát âm thanh", "the file can play sound"}, false},
        {"/Movie", {"Tệp có lệnh phát phim", "the file can play a movie"}, false},
        {"/Rendition", {"Tệp có lệnh phát nội dung đa phương tiện", "the file can play media"}, false},
        {"/ResetForm", {"Tệp có lệnh xoá dữ liệu biểu mẫu", "the file can reset form fields"}, false},
        {"/Hide", {"Tệp có lệnh ẩn nội dung", "the file can hide content"}, false},
        {"/SetOCGState", {"Tệp có lệnh bật tắt lớp nội dung", "the file can switch layers"}, false},
        {"/Trans", {"Tệp có lệnh chuyển cảnh", "the file asks for transitions"}, false},
        {"/GoTo3DView", {"Tệp có lệnh xem 3D", "the file asks for a 3D view"}, false},
    };
    return rules;
}

const std::vector<Rule>& forbidden_annotations() {
    static const std::vector<Rule> rules{
        {"/3D", {"Tệp có chú thích 3D", "the file has a 3D annotation"}, false},
        {"/Sound", {"Tệp có chú thích âm thanh", "the file has a sound annotation"}, false},
        {"/Movie", {"Tệp có chú thích phim", "the file has a movie annotation"}, false},
        {"/Screen", {"Tệp có chú thích màn hình", "the file has a screen annotation"}, false},
    };
    return rules;
}

/// Counts what every object says; findings are made once each, however often a thing occurs.
class ObjectCheck {
public:
    explicit ObjectCheck(const PdfaLevel& level) : level_(level) {}

    void look_at(QPDFObjectHandle object) {
        if (object.isStream()) look_at_stream(object.getDict());
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        look_inside(dictionary, 0);
    }

    void report(Findings& findings) const {
        for (const auto& [what, rule] : found_) {
            const bool matters = level_.part > 0;
            if (!matters && !rule.unsafe) continue;
            Problem finding = problem(rule.unsafe ? code::pdf_unsafe : code::pdfa_broken, rule.what);
            findings.push_back(matters ? std::move(finding) : std::move(finding).as(Severity::warning));
        }
    }

private:
    static constexpr int deepest = 8;  ///< of dictionaries written in place

    void look_inside(QPDFObjectHandle object, int depth) {
        if (depth > deepest) return;
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i) {
                QPDFObjectHandle item = object.getArrayItem(i);
                if (!item.isIndirect()) look_inside(item, depth + 1);
            }
        }
        if (!object.isDictionary()) return;
        look_at_dictionary(object);
        for (const std::string& name : object.getKeys()) {
            QPDFObjectHandle value = object.getKey(name);
            if (!value.isIndirect() && (value.isDictionary() || value.isArray())) look_inside(value, depth + 1);
        }
    }

    void look_at_dictionary(QPDFObjectHandle dictionary) {
        match(dictionary.getKey("/S"), forbidden_actions());
        if (dictionary.hasKey("/JS")) add(forbidden_actions().front());
        if (dictionary.hasKey("/Rect")) match(dictionary.getKey("/Subtype"), forbidden_annotations());
        if (dictionary.hasKey("/XFA"))
            add({"/XFA", {"Biểu mẫu XFA, PDF/A cấm", "an XFA form, which PDF/A forbids"}, false});
        QPDFObjectHandle needs = dictionary.getKey("/NeedAppearances");
        if (needs.isBool() && needs.getBoolValue()) {
            add({"/NeedAppearances",
                 {"Biểu mẫu để trình đọc tự vẽ nội dung", "the form leaves its appearance to the reader"},
                 false});
        }
        if (dictionary.hasKey("/EF") && level_.part != 3 && level_.part != 4) {
            add({"/EF", {"Tệp có tệp khác đính kèm", "the file has another file attached"}, level_.part == 1});
        }
    }

    void look_at_stream(QPDFObjectHandle dictionary) {
        if (dictionary.hasKey("/F") || dictionary.hasKey("/FFilter")) {
            add({"external", {"Nội dung nằm ở tệp khác bên ngoài", "content lies in another file outside"}, true});
        }
        QPDFObjectHandle filter = dictionary.getKey("/Filter");
        look_at_filter(filter);
        for (int i = 0; filter.isArray() && i < filter.getArrayNItems() && i < 32; ++i) {
            look_at_filter(filter.getArrayItem(i));
        }
    }

    void look_at_filter(QPDFObjectHandle filter) {
        if (filter.isNameAndEquals("/LZWDecode") || filter.isNameAndEquals("/LZW")) {
            add({"/LZW", {"Dữ liệu nén kiểu LZW, PDF/A cấm", "data coded with LZW, which PDF/A forbids"}, false});
        }
        if (filter.isNameAndEquals("/Crypt")) {
            add({"/Crypt",
                 {"Dữ liệu mã hoá riêng (Crypt), PDF/A cấm", "data with a Crypt filter, which PDF/A forbids"},
                 false});
        }
    }

    void match(QPDFObjectHandle name, const std::vector<Rule>& rules) {
        if (!name.isName()) return;
        for (const Rule& rule : rules) {
            if (name.getName() == rule.name) add(rule);
        }
    }

    void add(const Rule& rule) { found_.emplace(rule.what.en, rule); }

    const PdfaLevel& level_;
    std::map<std::string, Rule> found_;
};

}  // namespace

void check_objects(QPDF& pdf, const PdfaLevel& level, Findings& findings) {
    ObjectCheck check(level);
    for (QPDFObjectHandle& object : pdf.getAllObjects()) check.look_at(object);
    check.report(findings);
}

void check_annotations(const ContentUse& use, const PdfaLevel& level, Findings& findings) {
    if (use.hidden_annotation) {
        findings.push_back(problem(code::pdfa_broken, {"Có chú thích bị ẩn hoặc không được in, PDF/A cấm",
                                                       "an annotation is hidden or not printed, which PDF/A forbids"}));
    }
    if (use.annotation_without_appearance && level.part >= 2) {
        findings.push_back(problem(code::pdfa_broken, {"Có chú thích không kèm hình hiển thị (appearance)",
                                                       "an annotation without an appearance of its own"}));
    }
}

}  // namespace sohoa::pdf
