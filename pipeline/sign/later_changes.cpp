#include "pipeline/sign/later_changes.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "pipeline/sign/form_of.h"

namespace sohoa::sign {

namespace {

constexpr std::size_t most_places = 5;

/// How two values are compared.
enum class Rule {
    exact,  ///< the same, all the way down
    catalogue,
    page_node,    ///< page or inner node of the page tree
    annotations,  ///< list of annotations of a page
    form,         ///< /AcroForm
    fields,       ///< /Fields or /Kids of a field
    field,        ///< field, widget or both
};

struct Pair {
    QPDFObjectHandle before;
    QPDFObjectHandle after;
    Rule rule;
    LaterChanges if_different;
    std::string path;
};

class HashingPipeline final : public Pipeline {
public:
    HashingPipeline() : Pipeline("hash", nullptr) {}
    void write(unsigned char const* data, std::size_t size) override { hash_.update(data, size); }
    void finish() override {}
    Digest digest() { return hash_.finish(); }

private:
    Sha256 hash_;
};

Digest digest_of_stream(QPDFObjectHandle stream) {
    HashingPipeline hash;
    stream.pipeStreamData(&hash, 0, qpdf_dl_none, true, false);
    return hash.digest();
}

std::set<std::string> keys_of(QPDFObjectHandle a, QPDFObjectHandle b) {
    std::set<std::string> keys;
    if (a.isDictionary()) keys.merge(a.getKeys());
    if (b.isDictionary()) keys.merge(b.getKeys());
    return keys;
}

QPDFObjectHandle value_of(QPDFObjectHandle dictionary, const std::string& key) {
    return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

bool is_one_of(const std::string& key, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return key == name; });
}

/// Walks two revisions side by side. An explicit list of pairs still to be compared: object graphs are deep and
/// circular.
class Comparison {
public:
    Comparison(QPDF& before, QPDF& after, const SignatureDictionary& signature)
        : before_(before),
          after_(after),
          signature_(signature),
          offsets_before_(before.getXRefTable()),
          offsets_after_(after.getXRefTable()),
          fields_before_(before),
          fields_after_(after) {}

    Compared run(std::size_t& budget) {
        compare_trailers();
        while (!open_.empty()) {
            if (budget == 0) return {LaterChanges::undecided, {}};
            --budget;
            const Pair pair = std::move(open_.back());
            open_.pop_back();
            compare(pair);
        }
        return result_;
    }

private:
    void differs(LaterChanges how, const std::string& path) {
        if (how < result_.changes) return;
        if (how > result_.changes) result_.where.clear();
        result_.changes = how;
        if (result_.where.size() < most_places) result_.where.push_back(path.substr(0, 200));
    }

    void push(QPDFObjectHandle before, QPDFObjectHandle after, Rule rule, LaterChanges if_different, std::string path) {
        open_.push_back({std::move(before), std::move(after), rule, if_different, std::move(path)});
    }

    void compare_trailers() {
        QPDFObjectHandle before = before_.getTrailer();
        QPDFObjectHandle after = after_.getTrailer();
        for (const auto& key : keys_of(before, after)) {
            if (is_one_of(key, {"/Size", "/Prev", "/XRefStm", "/Type", "/W", "/Index", "/Length", "/Filter",
                                "/DecodeParms"})) {
                continue;
            }
            if (key == "/Root") {
                push(before.getKey(key), after.getKey(key), Rule::catalogue, LaterChanges::content_changed, "");
            } else {
                const bool housekeeping = key == "/ID" || key == "/Info";
                push(before.getKey(key), after.getKey(key), Rule::exact,
                     housekeeping ? LaterChanges::evidence_added : LaterChanges::content_changed, "trailer" + key);
            }
        }
    }

    /// Pages, fields and widgets are compared where they stand in their trees; a reference to one from elsewhere (a
    /// link's target, /Parent, /P) adds nothing to that.
    bool has_its_own_place(const Pair& pair) const {
        if (pair.rule != Rule::exact || !pair.before.isIndirect() || !pair.after.isIndirect()) return false;
        const QPDFObjGen number = pair.before.getObjGen();
        return number == pair.after.getObjGen() && (fields_before_.places.contains(number));
    }

    bool seen(const Pair& pair) {
        if (!pair.before.isIndirect() || !pair.after.isIndirect()) return false;
        return !seen_.insert({pair.before.getObjGen(), pair.after.getObjGen(), pair.rule, pair.if_different}).second;
    }

    void compare(const Pair& pair) {
        // What cannot make the answer graver need not be looked at.
        if (pair.rule == Rule::exact && pair.if_different <= result_.changes && result_.where.size() >= most_places) {
            return;
        }
        if (has_its_own_place(pair) || seen(pair)) return;
        switch (pair.rule) {
            case Rule::exact:
                return compare_exactly(pair);
            case Rule::catalogue:
                return compare_catalogues(pair);
            case Rule::page_node:
                return compare_page_nodes(pair);
            case Rule::annotations:
                return compare_annotations(pair);
            case Rule::form:
                return compare_forms(pair);
            case Rule::fields:
                return compare_fields(pair);
            case Rule::field:
                return compare_field(pair);
        }
    }

    void compare_exactly(const Pair& pair) {
        QPDFObjectHandle before = pair.before;
        QPDFObjectHandle after = pair.after;
        if (before.isStream() && after.isStream()) return compare_streams(pair);
        if (before.isDictionary() && after.isDictionary()) return push_entries(before, after, pair);
        if (before.isArray() && after.isArray()) {
            const int count = before.getArrayNItems();
            if (count != after.getArrayNItems()) return differs(pair.if_different, pair.path);
            for (int k = 0; k < count; ++k) {
                push(before.getArrayItem(k), after.getArrayItem(k), Rule::exact, pair.if_different,
                     fmt::format("{}[{}]", pair.path, k));
            }
            return;
        }
        if (!same_scalar(before, after)) differs(pair.if_different, pair.path);
    }

    static bool same_scalar(QPDFObjectHandle before, QPDFObjectHandle after) {
        if (before.isNumber() && after.isNumber()) return before.getNumericValue() == after.getNumericValue();
        if (before.getTypeCode() != after.getTypeCode()) return false;
        if (before.isString()) return before.getStringValue() == after.getStringValue();
        if (before.isNull()) return true;
        return before.isScalar() && before.unparseResolved() == after.unparseResolved();
    }

    void push_entries(QPDFObjectHandle before, QPDFObjectHandle after, const Pair& pair) {
        for (const auto& key : keys_of(before, after)) {
            push(before.getKey(key), after.getKey(key), Rule::exact, pair.if_different, pair.path + key);
        }
    }

    void compare_streams(const Pair& pair) {
        QPDFObjectHandle before = pair.before;
        QPDFObjectHandle after = pair.after;
        push(before.getDict(), after.getDict(), Rule::exact, pair.if_different, pair.path);
        if (same_place(before, after)) return;
        if (digest_of_stream(before) != digest_of_stream(after)) differs(pair.if_different, pair.path);
    }

    /// True where both revisions find the object at the same byte of the file.
    bool same_place(QPDFObjectHandle before, QPDFObjectHandle after) const {
        const auto a = offsets_before_.find(before.getObjGen());
        const auto b = offsets_after_.find(after.getObjGen());
        return a != offsets_before_.end() && b != offsets_after_.end() && a->second.getType() == 1 &&
               b->second.getType() == 1 && a->second.getOffset() == b->second.getOffset();
    }

    void compare_catalogues(const Pair& pair) {
        for (const auto& key : keys_of(pair.before, pair.after)) {
            QPDFObjectHandle before = value_of(pair.before, key);
            QPDFObjectHandle after = value_of(pair.after, key);
            Rule rule = Rule::exact;
            LaterChanges how = LaterChanges::content_changed;
            if (key == "/Pages") rule = Rule::page_node;
            if (key == "/AcroForm") rule = Rule::form;
            if (is_one_of(key, {"/DSS", "/Extensions", "/Version", "/Metadata"})) how = LaterChanges::evidence_added;
            push(before, after, rule, how, key);
        }
    }

    void compare_page_nodes(const Pair& pair) {
        QPDFObjectHandle before = pair.before;
        QPDFObjectHandle after = pair.after;
        if (!before.isDictionary() || !after.isDictionary()) return differs(pair.if_different, pair.path);
        for (const auto& key : keys_of(before, after)) {
            QPDFObjectHandle a = before.getKey(key);
            QPDFObjectHandle b = after.getKey(key);
            if (key == "/Annots" && !before.hasKey("/Kids")) {
                push(a, b, Rule::annotations, pair.if_different, pair.path + key);
            } else if (key == "/Kids" && a.isArray() && b.isArray()) {
                if (a.getArrayNItems() != b.getArrayNItems()) differs(pair.if_different, pair.path + key);
                for (int k = 0; k < std::min(a.getArrayNItems(), b.getArrayNItems()); ++k) {
                    push(a.getArrayItem(k), b.getArrayItem(k), Rule::page_node, pair.if_different,
                         fmt::format("{}{}[{}]", pair.path, key, k));
                }
            } else {
                push(a, b, Rule::exact, pair.if_different, pair.path + key);
            }
        }
    }

    static std::vector<QPDFObjectHandle> items_of(QPDFObjectHandle array) {
        std::vector<QPDFObjectHandle> items;
        for (int k = 0; array.isArray() && k < array.getArrayNItems(); ++k) items.push_back(array.getArrayItem(k));
        return items;
    }

    /// Pairs the items of two lists: references by what they refer to, others in their order. Items that are gone count
    /// as a difference; what is new is handed to `added`.
    template <class OnAdded>
    void pair_items(const Pair& pair, LaterChanges if_gone, Rule rule, OnAdded added) {
        const auto is_list = [](QPDFObjectHandle object) { return object.isNull() || object.isArray(); };
        const bool lists = is_list(pair.before) && is_list(pair.after);
        if (!lists) return differs(pair.if_different, pair.path);
        std::map<QPDFObjGen, QPDFObjectHandle> by_number;
        std::vector<QPDFObjectHandle> direct;
        for (auto& item : items_of(pair.after)) {
            if (item.isIndirect()) {
                by_number.emplace(item.getObjGen(), item);
            } else {
                direct.push_back(item);
            }
        }
        std::size_t next_direct = 0;
        for (auto& item : items_of(pair.before)) {
            if (item.isIndirect()) {
                const auto match = by_number.find(item.getObjGen());
                if (match == by_number.end()) {
                    differs(if_gone, pair.path);
                } else {
                    push(item, match->second, rule, pair.if_different, pair.path);
                    by_number.erase(match);
                }
            } else if (next_direct < direct.size()) {
                push(item, direct[next_direct++], rule, pair.if_different, pair.path);
            } else {
                differs(if_gone, pair.path);
            }
        }
        for (auto& [number, item] : by_number) added(item);
        for (; next_direct < direct.size(); ++next_direct) added(direct[next_direct]);
    }

    void compare_annotations(const Pair& pair) {
        pair_items(pair, LaterChanges::content_changed, Rule::field, [&](QPDFObjectHandle item) {
            const bool known = item.isIndirect() && fields_after_.places.contains(item.getObjGen());
            if (known && fields_after_.is_signature(item)) return differs(signing(item), pair.path);
            const bool annotations_allowed = signature_.document_changes == 3;
            differs(annotations_allowed ? LaterChanges::signed_or_filled : LaterChanges::content_changed, pair.path);
        });
    }

    void compare_forms(const Pair& pair) {
        for (const auto& key : keys_of(pair.before, pair.after)) {
            QPDFObjectHandle before = value_of(pair.before, key);
            QPDFObjectHandle after = value_of(pair.after, key);
            if (key == "/Fields") {
                push(before, after, Rule::fields, pair.if_different, pair.path + key);
            } else if (key == "/SigFlags") {
                push(before, after, Rule::exact, LaterChanges::evidence_added, pair.path + key);
            } else if (is_one_of(key, {"/DR", "/DA", "/NeedAppearances"})) {
                // Only used to draw fields that are filled in later.
                push(before, after, Rule::exact, filling(), pair.path + key);
            } else {
                push(before, after, Rule::exact, pair.if_different, pair.path + key);
            }
        }
    }

    void compare_fields(const Pair& pair) {
        pair_items(pair, LaterChanges::content_changed, Rule::field, [&](QPDFObjectHandle item) {
            const bool signature = item.isDictionary() && fields_after_.is_signature(item);
            differs(signature ? signing(item) : LaterChanges::content_changed, pair.path);
        });
    }

    /// A field, a widget or both in one. Values and appearances may be set; what is signed already stays as it is.
    void compare_field(const Pair& pair) {
        QPDFObjectHandle before = pair.before;
        QPDFObjectHandle after = pair.after;
        const bool known = before.isIndirect() && fields_before_.places.contains(before.getObjGen());
        if (!known || !before.isDictionary() || !after.isDictionary()) {
            return push(before, after, Rule::exact, pair.if_different, pair.path);
        }
        const bool signature = fields_before_.is_signature(before);
        const bool taken = signature && fields_before_.has_value(before);
        const LaterChanges set_value = taken || is_locked(before) ? LaterChanges::content_changed
                                       : signature                ? signing(after)
                                                                  : filling();
        for (const auto& key : keys_of(before, after)) {
            QPDFObjectHandle a = before.getKey(key);
            QPDFObjectHandle b = after.getKey(key);
            if (key == "/Kids") {
                push(a, b, Rule::fields, pair.if_different, pair.path + key);
            } else if (is_one_of(key, {"/V", "/AP", "/AS", "/I", "/RV", "/M"}) ||
                       (signature && is_one_of(key, {"/F", "/MK", "/DA", "/DR"}))) {
                push(a, b, Rule::exact, set_value, pair.path + key);
            } else {
                push(a, b, Rule::exact, pair.if_different, pair.path + key);
            }
        }
    }

    LaterChanges filling() const {
        return signature_.document_changes == 1 ? LaterChanges::content_changed : LaterChanges::signed_or_filled;
    }

    /// A document time-stamp is evidence; any other signature is a further one.
    LaterChanges signing(QPDFObjectHandle field) const {
        QPDFObjectHandle value = fields_after_.value_of(field);
        if (!value.isDictionary()) {
            // A new field without a signature shows nothing, or it is a picture laid over the page.
            return field.hasKey("/AP") && !has_no_extent(field) ? LaterChanges::content_changed : filling();
        }
        return value.getKey("/SubFilter").isNameAndEquals("/ETSI.RFC3161") ? LaterChanges::evidence_added : filling();
    }

    static bool has_no_extent(QPDFObjectHandle field) {
        QPDFObjectHandle box = field.getKey("/Rect");
        if (!box.isRectangle()) return true;
        const auto corners = box.getArrayAsRectangle();
        return corners.llx == corners.urx || corners.lly == corners.ury;
    }

    bool is_locked(QPDFObjectHandle field) const {
        if (!signature_.locked) return false;
        const std::string name = fields_before_.name_of(field);
        const auto covers = [&](const std::string& locked) { return name == locked || name.starts_with(locked + "."); };
        const bool named = std::any_of(signature_.locked->fields.begin(), signature_.locked->fields.end(), covers);
        return named != signature_.locked->all_but_named;
    }

    QPDF& before_;
    QPDF& after_;
    const SignatureDictionary& signature_;
    std::map<QPDFObjGen, QPDFXRefEntry> offsets_before_;
    std::map<QPDFObjGen, QPDFXRefEntry> offsets_after_;
    FormOf fields_before_;
    FormOf fields_after_;
    std::vector<Pair> open_;
    std::set<std::tuple<QPDFObjGen, QPDFObjGen, Rule, LaterChanges>> seen_;
    Compared result_;
};

}  // namespace

Compared compare_revisions(QPDF& signed_revision, QPDF& now, const SignatureDictionary& signature,
                           std::size_t& budget) {
    return Comparison(signed_revision, now, signature).run(budget);
}

}  // namespace sohoa::sign
