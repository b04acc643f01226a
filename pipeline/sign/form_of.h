#pragma once
#include <map>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>

namespace sohoa::sign {

/// The fields of a document with what they inherit from the fields above them, and its pages: objects that stand in a
/// tree of their own. Throws what qpdf throws.
class FormOf {
public:
    explicit FormOf(QPDF& pdf);

    /// Pages, inner nodes of the page tree, fields and their widgets.
    std::set<QPDFObjGen> places;

    bool is_signature(QPDFObjectHandle field) const;
    /// /V, its own or inherited; null where there is none.
    QPDFObjectHandle value_of(QPDFObjectHandle field) const;
    bool has_value(QPDFObjectHandle field) const;
    /// Full name, parts joined by dots; empty for a field outside the form.
    std::string name_of(QPDFObjectHandle field) const;

private:
    struct Inherited {
        std::string name;
        bool signature = false;
        QPDFObjectHandle value = QPDFObjectHandle::newNull();
    };

    void walk_pages(QPDFObjectHandle root);
    void walk_fields(QPDFObjectHandle fields);
    Inherited of(QPDFObjectHandle field) const;
    static Inherited with(const Inherited& above, QPDFObjectHandle field);

    std::map<QPDFObjGen, Inherited> fields_;
};

}  // namespace sohoa::sign
