#include "pipeline/pdf/content_scan.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <string_view>
#include <vector>

#include "pipeline/pdf/bounded_stream.h"

namespace sohoa::pdf {

namespace {

constexpr std::size_t largest_stream = std::size_t{32} << 20;
constexpr int deepest_form = 12;
constexpr std::size_t deepest_state = 512;
constexpr std::size_t most_operands = 64;

/// ISO 32000-1, 11.3.5, but for Normal and Compatible.
constexpr std::array<std::string_view, 15> blend_modes{
    "/Multiply",  "/Screen",     "/Overlay",   "/Darken", "/Lighten",    "/ColorDodge", "/ColorBurn", "/HardLight",
    "/SoftLight", "/Difference", "/Exclusion", "/Hue",    "/Saturation", "/Color",      "/Luminosity"};

QPDFObjectHandle key(QPDFObjectHandle object, const std::string& name) {
    if (object.isStream()) object = object.getDict();
    return object.isDictionary() ? object.getKey(name) : QPDFObjectHandle::newNull();
}

QPDFObjectHandle resource(QPDFObjectHandle resources, const std::string& category, const std::string& name) {
    return key(key(resources, category), name);
}

/// Keys of /Resources and the like are inherited along /Parent; a tree of hostile depth is cut.
QPDFObjectHandle inherited(QPDFObjectHandle page, const std::string& name) {
    for (int depth = 0; depth < 64 && page.isDictionary(); ++depth) {
        if (page.hasKey(name)) return page.getKey(name);
        page = page.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

}  // namespace

/// One content stream being read: operands are collected, each operator acts on them.
class ContentScan::Reader {
public:
    Reader(ContentScan& scan, QPDFObjectHandle resources, int depth)
        : scan_(scan), resources_(resources), depth_(depth) {}

    bool read(const std::string& bytes) {
        QPDFTokenizer tokenizer;
        tokenizer.allowEOF();
        tokenizer.includeIgnorable();
        auto input = std::make_shared<BufferInputSource>("content", bytes);
        for (;;) {
            const QPDFTokenizer::Token token = tokenizer.readToken(input, "content", true);
            const auto type = token.getType();
            if (type == QPDFTokenizer::tt_eof) break;
            if (type == QPDFTokenizer::tt_space || type == QPDFTokenizer::tt_comment) continue;
            if (type != QPDFTokenizer::tt_word) {
                operand(token);
                continue;
            }
            act(token.getValue());
            if (token.getValue() == "ID" && !pass_inline_image(tokenizer, input)) break;
            names_.clear();
            number_ = 0;
            has_string_ = false;
        }
        return shows_text_;
    }

private:
    struct State {
        QPDFObjectHandle font;
        int rendering_mode = 0;
    };

    /// False where the image does not end: looking on from each such place would take the square of the length.
    static bool pass_inline_image(QPDFTokenizer& tokenizer, const std::shared_ptr<InputSource>& input) {
        char blank = 0;
        input->read(&blank, 1);
        tokenizer.expectInlineImage(input);
        const QPDFTokenizer::Token image = tokenizer.readToken(input, "content", true);
        return image.getType() == QPDFTokenizer::tt_inline_image && !image.getValue().empty();
    }

    void operand(const QPDFTokenizer::Token& token) {
        switch (token.getType()) {
            case QPDFTokenizer::tt_name:
                if (names_.size() < most_operands) names_.push_back(token.getValue());
                break;
            case QPDFTokenizer::tt_integer:
                number_ = std::atoi(token.getValue().c_str());
                break;
            case QPDFTokenizer::tt_string:
                has_string_ = has_string_ || !token.getValue().empty();
                break;
            default:
                break;
        }
    }

    std::string name() const { return names_.empty() ? std::string{} : names_.back(); }

    void act(const std::string& word) {
        if (word == "Tj" || word == "TJ" || word == "'" || word == "\"") {
            show_text();
        } else if (word == "Tf") {
            state_.font = resource(resources_, "/Font", name());
        } else if (word == "Tr") {
            state_.rendering_mode = number_;
        } else if (word == "q") {
            if (states_.size() < deepest_state) states_.push_back(state_);
        } else if (word == "Q") {
            if (!states_.empty()) {
                state_ = states_.back();
                states_.pop_back();
            }
        } else if (word == "Do") {
            draw(resource(resources_, "/XObject", name()));
        } else if (word == "gs") {
            set_state(resource(resources_, "/ExtGState", name()));
        } else {
            colour(word);
        }
    }

    void colour(const std::string& word) {
        if (word == "g" || word == "G") {
            scan_.device_colour("/DeviceGray", resources_);
        } else if (word == "rg" || word == "RG") {
            scan_.device_colour("/DeviceRGB", resources_);
        } else if (word == "k" || word == "K") {
            scan_.device_colour("/DeviceCMYK", resources_);
        } else if (word == "cs" || word == "CS") {
            const std::string space = name();
            QPDFObjectHandle named = resource(resources_, "/ColorSpace", space);
            scan_.colour_space(named.isNull() && !space.empty() ? QPDFObjectHandle::newName(space) : named, resources_);
        } else if (word == "sh") {
            scan_.colour_space(key(resource(resources_, "/Shading", name()), "/ColorSpace"), resources_);
        } else if (word == "ID") {
            for (const std::string& inline_name : names_) {
                if (inline_name == "/G" || inline_name == "/DeviceGray") scan_.device_colour("/DeviceGray", resources_);
                if (inline_name == "/RGB" || inline_name == "/DeviceRGB") scan_.device_colour("/DeviceRGB", resources_);
                if (inline_name == "/CMYK" || inline_name == "/DeviceCMYK") {
                    scan_.device_colour("/DeviceCMYK", resources_);
                }
            }
        }
    }

    void show_text() {
        if (!has_string_) return;
        shows_text_ = true;
        if (!state_.font.isInitialized() || !state_.font.isDictionary()) return;
        ContentUse::Font& font = scan_.use_.fonts[state_.font.getObjGen()];
        font.font = state_.font;
        font.shown = true;
        font.visible = font.visible || state_.rendering_mode != 3;
    }

    void draw(QPDFObjectHandle object) {
        if (!object.isStream()) return;
        QPDFObjectHandle subtype = key(object, "/Subtype");
        if (subtype.isNameAndEquals("/Image")) scan_.image(object, resources_);
        if (subtype.isNameAndEquals("/Form") && scan_.form(object, resources_, depth_ + 1)) shows_text_ = true;
    }

    void set_state(QPDFObjectHandle graphics_state) {
        QPDFObjectHandle font = key(graphics_state, "/Font");
        if (font.isArray() && font.getArrayNItems() > 0) state_.font = font.getArrayItem(0);
        QPDFObjectHandle mask = key(graphics_state, "/SMask");
        if (mask.isDictionary()) scan_.transparent();
        for (const char* opacity : {"/CA", "/ca"}) {
            QPDFObjectHandle value = key(graphics_state, opacity);
            if (value.isNumber() && value.getNumericValue() < 1) scan_.transparent();
        }
        blend(key(graphics_state, "/BM"));
    }

    void blend(QPDFObjectHandle mode) {
        if (mode.isArray() && mode.getArrayNItems() > 0) mode = mode.getArrayItem(0);
        if (!mode.isName() || mode.isNameAndEquals("/Normal") || mode.isNameAndEquals("/Compatible")) return;
        scan_.transparent();
        if (std::find(blend_modes.begin(), blend_modes.end(), mode.getName()) == blend_modes.end()) {
            scan_.use_.odd_blend_mode = true;
        }
    }

    ContentScan& scan_;
    QPDFObjectHandle resources_;
    int depth_;
    State state_;
    std::vector<State> states_;
    std::vector<std::string> names_;
    int number_ = 0;
    bool has_string_ = false;
    bool shows_text_ = false;
};

bool ContentScan::page(QPDFObjectHandle page) {
    page_has_space_ = !key(key(page, "/Group"), "/CS").isNull();
    std::string bytes;
    QPDFObjectHandle contents = key(page, "/Contents");
    if (contents.isStream()) {
        bytes = bytes_of(contents);
    } else if (contents.isArray()) {
        for (int i = 0; i < contents.getArrayNItems(); ++i) bytes += bytes_of(contents.getArrayItem(i)) + "\n";
    }
    const bool text = content(bytes, inherited(page, "/Resources"), 0);
    annotations(key(page, "/Annots"));
    return text;
}

bool ContentScan::content(const std::string& bytes, QPDFObjectHandle resources, int depth) {
    return Reader(*this, resources, depth).read(bytes);
}

bool ContentScan::form(QPDFObjectHandle form, QPDFObjectHandle resources, int depth) {
    if (depth > deepest_form) return false;
    const auto [entry, is_new] = forms_.try_emplace(form.getObjGen(), false);
    if (!is_new) return entry->second;
    QPDFObjectHandle own = key(form, "/Resources");
    const bool text = content(bytes_of(form), own.isDictionary() ? own : resources, depth);
    forms_[form.getObjGen()] = text;
    return text;
}

void ContentScan::image(QPDFObjectHandle image, QPDFObjectHandle resources) {
    if (!images_.insert(image.getObjGen()).second) return;
    QPDFObjectHandle interpolate = key(image, "/Interpolate");
    if (interpolate.isBool() && interpolate.getBoolValue()) use_.interpolated_image = true;
    QPDFObjectHandle mask = key(image, "/ImageMask");
    if (!(mask.isBool() && mask.getBoolValue())) colour_space(key(image, "/ColorSpace"), resources);
    if (key(image, "/SMask").isStream()) transparent();
}

void ContentScan::annotations(QPDFObjectHandle annotations) {
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        if (annotations.getArrayItem(i).isDictionary()) annotation(annotations.getArrayItem(i));
    }
}

/// Its appearance is content; it must be seen and printed (ISO 19005-2, 6.3).
void ContentScan::annotation(QPDFObjectHandle annotation) {
    constexpr long long print = 4;
    constexpr long long unseen = 1 | 2 | 32 | 256;  // invisible, hidden, no view, toggled no view
    const bool popup = key(annotation, "/Subtype").isNameAndEquals("/Popup");
    QPDFObjectHandle flags = key(annotation, "/F");
    const long long set = flags.isInteger() ? flags.getIntValue() : 0;
    if (!popup && ((set & print) == 0 || (set & unseen) != 0)) use_.hidden_annotation = true;
    QPDFObjectHandle normal = key(key(annotation, "/AP"), "/N");
    if (normal.isStream()) {
        form(normal, QPDFObjectHandle::newNull(), 1);
    } else if (normal.isDictionary()) {
        for (const std::string& state : normal.getKeys()) {
            if (normal.getKey(state).isStream()) form(normal.getKey(state), QPDFObjectHandle::newNull(), 1);
        }
    } else if (!popup && !key(annotation, "/Subtype").isNameAndEquals("/Link")) {
        QPDFObjectHandle place = key(annotation, "/Rect");
        if (!place.isRectangle()) return;
        const auto box = place.getArrayAsRectangle();
        if (box.llx != box.urx || box.lly != box.ury) use_.annotation_without_appearance = true;
    }
}

void ContentScan::transparent() {
    use_.transparency = true;
    use_.transparency_without_space = use_.transparency_without_space || !page_has_space_;
}

void ContentScan::colour_space(QPDFObjectHandle space, QPDFObjectHandle resources, int depth) {
    if (depth > 4) return;
    if (space.isName()) {
        device_colour(space.getName(), resources);
    } else if (space.isArray() && space.getArrayNItems() > 1 && space.getArrayItem(0).isName()) {
        const std::string family = space.getArrayItem(0).getName();
        if (family == "/Indexed" || family == "/Pattern") colour_space(space.getArrayItem(1), resources, depth + 1);
        if ((family == "/Separation" || family == "/DeviceN") && space.getArrayNItems() > 2) {
            colour_space(space.getArrayItem(2), resources, depth + 1);
        }
    } else if (space.isArray() && space.getArrayNItems() == 1) {
        colour_space(space.getArrayItem(0), resources, depth + 1);
    }
}

void ContentScan::device_colour(const std::string& family, QPDFObjectHandle resources) {
    QPDFObjectHandle defaults = key(resources, "/ColorSpace");
    if (family == "/DeviceGray") use_.grey = use_.grey || key(defaults, "/DefaultGray").isNull();
    if (family == "/DeviceRGB") use_.rgb = use_.rgb || key(defaults, "/DefaultRGB").isNull();
    if (family == "/DeviceCMYK") use_.cmyk = use_.cmyk || key(defaults, "/DefaultCMYK").isNull();
}

std::string ContentScan::bytes_of(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    if (left_ == 0) {
        use_.too_large = true;
        return {};
    }
    auto bytes = decoded(stream, std::min(left_, largest_stream));
    if (!bytes) {
        use_.unreadable = true;
        left_ -= std::min(left_, largest_stream / 8);  // a bomb costs time even though it is not kept
        return {};
    }
    left_ -= std::min(left_, bytes->size() + 256);
    return std::move(*bytes);
}

}  // namespace sohoa::pdf
