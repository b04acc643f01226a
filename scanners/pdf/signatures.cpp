#include "scanners/pdf/signatures.h"

#include <set>
#include <string>

#include "base/vietnamese.h"

namespace sohoa::scanners {

namespace {

std::string text_of(QPDFObjectHandle value) {
    return value.isString() ? valid_utf8(value.getUTF8Value().substr(0, 1000)) : std::string();
}

/// The tree of form fields, in order; no field is visited twice, so circles end.
class FieldWalk {
public:
    void visit(QPDFObjectHandle field, const std::string& parent_name, const std::string& parent_type, int depth) {
        static constexpr int deepest = 32;
        static constexpr std::size_t most_fields = 100'000;
        if (!field.isDictionary() || depth > deepest || seen_.size() > most_fields) return;
        if (field.isIndirect() && !seen_.insert(field.getObjGen()).second) return;
        const std::string own_name = text_of(field.getKey("/T"));
        const std::string name =
            parent_name.empty() || own_name.empty() ? parent_name + own_name : parent_name + "." + own_name;
        QPDFObjectHandle kind = field.getKey("/FT");
        const std::string type = kind.isName() ? kind.getName() : parent_type;
        QPDFObjectHandle value = field.getKey("/V");
        if (type == "/Sig" && value.isDictionary()) {
            found.push_back({name, text_of(value.getKey("/Name")), text_of(value.getKey("/M"))});
        }
        visit_all(field.getKey("/Kids"), name, type, depth + 1);
    }

    void visit_all(QPDFObjectHandle fields, const std::string& parent_name, const std::string& parent_type, int depth) {
        if (!fields.isArray()) return;
        for (const auto& field : fields.getArrayAsVector()) visit(field, parent_name, parent_type, depth);
    }

    std::vector<FoundSignature> found;

private:
    std::set<QPDFObjGen> seen_;
};

}  // namespace

std::vector<FoundSignature> find_signatures(QPDF& document) {
    QPDFObjectHandle form = document.getRoot().getKey("/AcroForm");
    if (!form.isDictionary()) return {};
    FieldWalk walk;
    walk.visit_all(form.getKey("/Fields"), "", "", 0);
    return walk.found;
}

}  // namespace sohoa::scanners
