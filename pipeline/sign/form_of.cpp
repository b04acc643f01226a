#include "pipeline/sign/form_of.h"

#include <vector>

#include "base/vietnamese.h"

namespace sohoa::sign {

namespace {

constexpr std::size_t most_form_fields = 100000;
constexpr std::size_t longest_name = 1000;

}  // namespace

FormOf::FormOf(QPDF& pdf) {
    walk_pages(pdf.getRoot().getKey("/Pages"));
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    if (form.isDictionary()) walk_fields(form.getKey("/Fields"));
}

void FormOf::walk_pages(QPDFObjectHandle root) {
    std::vector<QPDFObjectHandle> open{root};
    while (!open.empty()) {
        QPDFObjectHandle next = open.back();
        open.pop_back();
        if (!next.isDictionary() || !next.isIndirect() || !places.insert(next.getObjGen()).second) continue;
        QPDFObjectHandle kids = next.getKey("/Kids");
        for (int k = 0; kids.isArray() && k < kids.getArrayNItems(); ++k) open.push_back(kids.getArrayItem(k));
    }
}

void FormOf::walk_fields(QPDFObjectHandle fields) {
    struct Open {
        QPDFObjectHandle list;
        Inherited above;
    };
    std::vector<Open> open{{fields, {}}};
    while (!open.empty() && fields_.size() < most_form_fields) {
        Open next = std::move(open.back());
        open.pop_back();
        for (int k = 0; next.list.isArray() && k < next.list.getArrayNItems(); ++k) {
            QPDFObjectHandle field = next.list.getArrayItem(k);
            if (!field.isDictionary() || !field.isIndirect()) continue;
            Inherited own = with(next.above, field);
            if (own.name.size() > longest_name || !fields_.emplace(field.getObjGen(), own).second) continue;
            places.insert(field.getObjGen());
            open.push_back({field.getKey("/Kids"), std::move(own)});
        }
    }
}

FormOf::Inherited FormOf::with(const Inherited& above, QPDFObjectHandle field) {
    Inherited own = above;
    if (QPDFObjectHandle name = field.getKey("/T"); name.isString()) {
        own.name += (own.name.empty() ? "" : ".") + valid_utf8(name.getUTF8Value());
    }
    if (QPDFObjectHandle type = field.getKey("/FT"); type.isName()) own.signature = type.isNameAndEquals("/Sig");
    if (QPDFObjectHandle value = field.getKey("/V"); !value.isNull()) own.value = value;
    return own;
}

FormOf::Inherited FormOf::of(QPDFObjectHandle field) const {
    const auto known = fields_.find(field.getObjGen());
    if (field.isIndirect() && known != fields_.end()) return known->second;
    return field.isDictionary() ? with({}, field) : Inherited{};
}

bool FormOf::is_signature(QPDFObjectHandle field) const {
    return of(field).signature;
}

QPDFObjectHandle FormOf::value_of(QPDFObjectHandle field) const {
    return of(field).value;
}

bool FormOf::has_value(QPDFObjectHandle field) const {
    return !of(field).value.isNull();
}

std::string FormOf::name_of(QPDFObjectHandle field) const {
    return of(field).name;
}

}  // namespace sohoa::sign
