#include "pipeline/sign/signature_dictionary.h"

#include <algorithm>
#include <map>
#include <qpdf/QPDF.hh>
#include <set>

#include "base/vietnamese.h"

namespace sohoa::sign {

namespace {

constexpr long long largest_gap = 1LL << 25;
constexpr std::size_t most_fields = 100000;

struct Found {
    QPDFObjectHandle field;
    std::string name;
};

std::string text_of(QPDFObjectHandle string) {
    return string.isString() ? valid_utf8(string.getUTF8Value()) : "";
}

bool is_signature(QPDFObjectHandle field, bool inherited) {
    QPDFObjectHandle type = field.getKey("/FT");
    return type.isName() ? type.isNameAndEquals("/Sig") : inherited;
}

/// Fields of the form with a signature as value; an explicit stack, because trees may be deep or circular.
class Fields {
public:
    void of_form(QPDFObjectHandle form) {
        if (!form.isDictionary()) return;
        walk(form.getKey("/Fields"));
    }

    /// Widgets on pages that the form does not know: viewers show them all the same.
    void of_page(QPDFObjectHandle page) {
        if (page.isDictionary()) walk(page.getKey("/Annots"));
    }

    std::vector<Found> found;

private:
    struct Open {
        QPDFObjectHandle field;
        std::string prefix;
        bool signature;
    };

    void walk(QPDFObjectHandle fields) {
        std::vector<Open> open;
        push(open, fields, "", false);
        while (!open.empty() && seen_.size() < most_fields) {
            Open next = open.back();
            open.pop_back();
            if (!next.field.isDictionary()) continue;
            if (next.field.isIndirect() && !seen_.insert(next.field.getObjGen()).second) continue;
            std::string name = text_of(next.field.getKey("/T"));
            if (!next.prefix.empty()) name = name.empty() ? next.prefix : next.prefix + "." + name;
            if (name.size() > 1000) continue;
            const bool signature = is_signature(next.field, next.signature);
            if (signature && next.field.getKey("/V").isDictionary()) found.push_back({next.field, name});
            push(open, next.field.getKey("/Kids"), name, signature);
        }
    }

    static void push(std::vector<Open>& open, QPDFObjectHandle fields, const std::string& prefix, bool signature) {
        if (!fields.isArray()) return;
        for (int k = std::min(fields.getArrayNItems(), static_cast<int>(most_fields)) - 1; k >= 0; --k) {
            open.push_back({fields.getArrayItem(k), prefix, signature});
        }
    }

    std::set<QPDFObjGen> seen_;
};

void walk_pages(QPDFObjectHandle root, Fields& fields) {
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObjectHandle> open{root};
    while (!open.empty()) {
        QPDFObjectHandle next = open.back();
        open.pop_back();
        if (!next.isDictionary() || !next.isIndirect() || !seen.insert(next.getObjGen()).second) continue;
        QPDFObjectHandle kids = next.getKey("/Kids");
        if (!kids.isArray()) {
            fields.of_page(next);
            continue;
        }
        for (int k = kids.getArrayNItems() - 1; k >= 0; --k) open.push_back(kids.getArrayItem(k));
    }
}

int hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// The bytes of "<…>"; nullopt where anything but digits and white space stands in it.
std::optional<std::string> from_hexadecimal(std::string_view text) {
    if (text.size() < 2 || text.front() != '<' || text.back() != '>') return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 2);
    int high = -1;
    for (const char c : text.substr(1, text.size() - 2)) {
        const int digit = hexadecimal_digit(c);
        if (digit < 0) {
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0') continue;
            return std::nullopt;
        }
        if (high < 0) {
            high = digit;
        } else {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0) bytes += static_cast<char>(high * 16);
    return bytes;
}

void read_byte_range(QPDFObjectHandle value, SignatureDictionary& signature) {
    QPDFObjectHandle range = value.getKey("/ByteRange");
    if (!range.isArray()) return;
    for (int k = 0; k < std::min(range.getArrayNItems(), 16); ++k) {
        QPDFObjectHandle number = range.getArrayItem(k);
        signature.byte_range.push_back(number.isInteger() ? number.getIntValue() : -1);
    }
}

/// True where the object with the value's bytes stands by itself in the file, before the gap: not inside an object
/// stream, whose offsets mean something else.
bool stands_in_the_file(QPDFObjectHandle holder, const std::map<QPDFObjGen, QPDFXRefEntry>& table, long long gap) {
    const auto entry = table.find(holder.getObjGen());
    return entry != table.end() && entry->second.getType() == 1 && entry->second.getOffset() < gap;
}

std::string oddness(QPDFObjectHandle field, QPDFObjectHandle value, const SignedFile& file,
                    const std::map<QPDFObjGen, QPDFXRefEntry>& table, SignatureDictionary& signature) {
    const auto& range = signature.byte_range;
    if (range.size() != 4) return "/ByteRange";
    const long long size = file.size();
    for (const long long number : range) {
        if (number < 0 || number > size) return "/ByteRange";
    }
    if (range[0] != 0 || range[1] < 5 || range[2] <= range[1] || range[2] + range[3] > size) return "/ByteRange";
    signature.gap = {range[1], range[2] - range[1]};
    signature.end = range[2] + range[3];
    if (signature.gap.size > largest_gap) return "/Contents";
    QPDFObjectHandle contents = value.getKey("/Contents");
    if (!contents.isString() || contents.isIndirect()) return "/Contents";
    if (contents.getParsedOffset() != signature.gap.from ||
        !stands_in_the_file(value.isIndirect() ? value : field, table, signature.gap.from)) {
        return "/Contents";
    }
    const auto bytes = from_hexadecimal(file.bytes(signature.gap));
    if (!bytes || *bytes != contents.getStringValue()) return "/Contents";
    signature.container = *bytes;
    if (file.bytes({0, 5}) != "%PDF-") return "%PDF-";
    return {};
}

void read_references(QPDFObjectHandle value, SignatureDictionary& signature) {
    QPDFObjectHandle references = value.getKey("/Reference");
    for (int k = 0; references.isArray() && k < std::min(references.getArrayNItems(), 16); ++k) {
        QPDFObjectHandle one = references.getArrayItem(k);
        if (!one.isDictionary()) continue;
        QPDFObjectHandle parameters = one.getKey("/TransformParams");
        if (!parameters.isDictionary()) continue;
        if (one.getKey("/TransformMethod").isNameAndEquals("/DocMDP")) {
            QPDFObjectHandle level = parameters.getKey("/P");
            signature.document_changes = level.isInteger() ? std::clamp(level.getIntValueAsInt(), 1, 3) : 2;
        }
        if (one.getKey("/TransformMethod").isNameAndEquals("/FieldMDP")) {
            SignatureDictionary::Locked locked;
            locked.all_but_named = !parameters.getKey("/Action").isNameAndEquals("/Include");
            QPDFObjectHandle names = parameters.getKey("/Fields");
            const bool named = names.isArray() && !parameters.getKey("/Action").isNameAndEquals("/All");
            for (int n = 0; named && n < names.getArrayNItems(); ++n) {
                locked.fields.push_back(text_of(names.getArrayItem(n)));
            }
            signature.locked = locked;
        }
    }
}

SignatureDictionary described(const Found& found, const SignedFile& file,
                              const std::map<QPDFObjGen, QPDFXRefEntry>& table) {
    QPDFObjectHandle field = found.field;
    QPDFObjectHandle value = field.getKey("/V");
    SignatureDictionary signature;
    signature.field = found.name;
    if (QPDFObjectHandle filter = value.getKey("/SubFilter"); filter.isName()) {
        signature.sub_filter = valid_utf8(filter.getName().substr(1));
    }
    signature.is_timestamp = signature.sub_filter == "ETSI.RFC3161";
    if (QPDFObjectHandle time = value.getKey("/M"); time.isString()) {
        signature.time = time_from_pdf_date(time.getStringValue());
    }
    read_references(value, signature);
    read_byte_range(value, signature);
    signature.odd = oddness(field, value, file, table, signature);
    return signature;
}

}  // namespace

std::vector<SignatureDictionary> signatures_of(QPDF& pdf, const SignedFile& file, std::size_t limit) {
    Fields fields;
    fields.of_form(pdf.getRoot().getKey("/AcroForm"));
    walk_pages(pdf.getRoot().getKey("/Pages"), fields);
    const auto table = pdf.getXRefTable();
    std::vector<SignatureDictionary> signatures;
    std::set<QPDFObjGen> values;
    for (const Found& found : fields.found) {
        QPDFObjectHandle field = found.field;
        QPDFObjectHandle value = field.getKey("/V");
        if (value.isIndirect() && !values.insert(value.getObjGen()).second) continue;
        if (signatures.size() == limit) break;
        signatures.push_back(described(found, file, table));
    }
    std::stable_sort(signatures.begin(), signatures.end(), [](const auto& a, const auto& b) { return a.end < b.end; });
    return signatures;
}

}  // namespace sohoa::sign
