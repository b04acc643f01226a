#include "pipeline/sign/signature_field.h"

#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <set>

namespace sohoa::sign {

namespace {

constexpr int signatures_exist = 1;
constexpr int append_only = 2;
constexpr int print_and_locked = 132;

Failure unusable(const char* vi, const char* en) {
    return fail(code::file_damaged, {vi, en}, {"Tạo lại tệp PDF rồi ký", "make the PDF again, then sign it"});
}

ObjectNumber number_of(QPDFObjectHandle object) {
    return {object.getObjectID(), object.getGeneration()};
}

std::string reference(ObjectNumber object) {
    return fmt::format("{} {} R", object.number, object.generation);
}

/// The first leaf of the page tree; null where the tree has none or runs in circles.
QPDFObjectHandle first_page(QPDFObjectHandle node) {
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObjectHandle> open{std::move(node)};
    while (!open.empty()) {
        QPDFObjectHandle next = open.back();
        open.pop_back();
        if (!next.isDictionary() || !next.isIndirect() || !seen.insert(next.getObjGen()).second) continue;
        QPDFObjectHandle kids = next.getKey("/Kids");
        if (!kids.isArray()) return next;
        for (int k = kids.getArrayNItems() - 1; k >= 0; --k) open.push_back(kids.getArrayItem(k));
    }
    return QPDFObjectHandle::newNull();
}

/// "[1 0 R 2 0 R 7 0 R]": the array's items, and one more.
std::string with_item(QPDFObjectHandle array, ObjectNumber item) {
    std::string text = "[";
    for (int k = 0; array.isArray() && k < array.getArrayNItems(); ++k) text += array.getArrayItem(k).unparse() + " ";
    return text + reference(item) + "]";
}

/// The dictionary with some entries set anew.
std::string with_entries(QPDFObjectHandle dictionary, const std::map<std::string, std::string>& entries) {
    std::string text = "<<";
    for (const auto& key : dictionary.getKeys()) {
        if (!entries.contains(key)) {
            text += fmt::format(" {} {}", QPDFObjectHandle::newName(key).unparse(), dictionary.getKey(key).unparse());
        }
    }
    for (const auto& [key, value] : entries) text += fmt::format(" {} {}", key, value);
    return text + " >>";
}

/// Adds `item` to the array under `key`. An array that is an object of its own is written anew by itself; any other
/// goes into `entries`, the new entries of its holder.
void append(QPDFObjectHandle holder, const std::string& key, ObjectNumber item, IncrementalUpdate& update,
            std::map<std::string, std::string>& entries) {
    QPDFObjectHandle array = holder.getKey(key);
    if (array.isArray() && array.isIndirect()) {
        update.write(number_of(array), with_item(array, item));
    } else {
        entries[key] = with_item(array, item);
    }
}

std::string free_field_name(QPDFObjectHandle fields) {
    std::set<std::string> taken;
    for (int k = 0; fields.isArray() && k < fields.getArrayNItems(); ++k) {
        QPDFObjectHandle field = fields.getArrayItem(k);
        if (field.isDictionary() && field.getKey("/T").isString()) taken.insert(field.getKey("/T").getUTF8Value());
    }
    int number = 1;
    while (taken.contains(fmt::format("Signature{}", number))) ++number;
    return fmt::format("Signature{}", number);
}

void write_form(QPDF& pdf, IncrementalUpdate& update, ObjectNumber field) {
    QPDFObjectHandle root = pdf.getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    if (!form.isDictionary()) {
        const ObjectNumber made = update.new_object();
        update.write(made,
                     fmt::format("<< /Fields [{}] /SigFlags {} >>", reference(field), signatures_exist | append_only));
        update.write(number_of(root), with_entries(root, {{"/AcroForm", reference(made)}}));
        return;
    }
    std::map<std::string, std::string> entries;
    append(form, "/Fields", field, update, entries);
    QPDFObjectHandle flags = form.getKey("/SigFlags");
    const int before = flags.isInteger() ? flags.getIntValueAsInt() : 0;
    if (!flags.isInteger() || (before | signatures_exist | append_only) != before) {
        entries["/SigFlags"] = std::to_string(before | signatures_exist | append_only);
    }
    if (entries.empty()) return;
    const std::string written = with_entries(form, entries);
    if (form.isIndirect()) {
        update.write(number_of(form), written);
    } else {
        update.write(number_of(root), with_entries(root, {{"/AcroForm", written}}));
    }
}

}  // namespace

Result<void> add_signature_field(QPDF& pdf, IncrementalUpdate& update, ObjectNumber signature) {
    QPDFObjectHandle root = pdf.getRoot();
    if (!root.isIndirect()) return unusable("Tệp PDF không có mục lục gốc hợp lệ", "the PDF has no proper catalogue");
    QPDFObjectHandle page = first_page(root.getKey("/Pages"));
    if (!page.isDictionary()) return unusable("Tệp PDF không có trang nào", "the PDF has no page");
    const ObjectNumber field = update.new_object();
    const std::string name =
        QPDFObjectHandle::newUnicodeString(free_field_name(root.getKey("/AcroForm").isDictionary()
                                                               ? root.getKey("/AcroForm").getKey("/Fields")
                                                               : QPDFObjectHandle::newNull()))
            .unparse();
    // An empty appearance: PDF/A-1 asks for one even where the widget has no extent (PDF/A-2 §6.3.3 does not).
    const ObjectNumber appearance = update.new_object();
    update.write(appearance,
                 "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources << >> /Length 0 >>\nstream\n\nendstream");
    update.write(
        field,
        fmt::format("<< /Type /Annot /Subtype /Widget /FT /Sig /T {} /F {} /Rect [0 0 0 0] /P {} /AP << /N {} >> "
                    "/V {} >>",
                    name, print_and_locked, reference(number_of(page)), reference(appearance), reference(signature)));
    std::map<std::string, std::string> entries;
    append(page, "/Annots", field, update, entries);
    if (!entries.empty()) update.write(number_of(page), with_entries(page, entries));
    write_form(pdf, update, field);
    return {};
}

bool forbids_signatures(QPDF& pdf) {
    QPDFObjectHandle permissions = pdf.getRoot().getKey("/Perms");
    if (!permissions.isDictionary()) return false;
    QPDFObjectHandle certification = permissions.getKey("/DocMDP");
    if (!certification.isDictionary()) return false;
    QPDFObjectHandle references = certification.getKey("/Reference");
    for (int k = 0; references.isArray() && k < references.getArrayNItems(); ++k) {
        QPDFObjectHandle one = references.getArrayItem(k);
        if (!one.isDictionary()) continue;
        QPDFObjectHandle parameters = one.getKey("/TransformParams");
        if (one.getKey("/TransformMethod").isNameAndEquals("/DocMDP") && parameters.isDictionary() &&
            parameters.getKey("/P").isInteger() && parameters.getKey("/P").getIntValueAsInt() == 1) {
            return true;
        }
    }
    return false;
}

}  // namespace sohoa::sign
