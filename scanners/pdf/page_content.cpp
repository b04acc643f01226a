#include "scanners/pdf/page_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <unordered_map>
#include <vector>

#include "scanners/pdf/bounded_stream.h"

namespace sohoa::scanners {

namespace {

constexpr std::size_t longest_content = std::size_t{2} << 20;
constexpr std::size_t longest_in_all = std::size_t{8} << 20;  // a form may be painted many times
constexpr int most_operators = 500'000;                       // of a page with its forms
constexpr int deepest_form = 8;
constexpr std::size_t deepest_save = 256;
constexpr std::size_t most_operands = 64;

struct GraphicsState {
    Matrix matrix;
    Rectangle clip;
    bool clip_is_plain = true;  ///< an upright rectangle
    int text_mode = 0;
    bool fill_is_black = true;
    bool transparent = false;
};

double number(const QPDFObjectHandle& object) {
    QPDFObjectHandle copy = object;
    return copy.isNumber() ? copy.getNumericValue() : 0;
}

std::optional<Matrix> matrix_of(const std::vector<QPDFObjectHandle>& numbers) {
    if (numbers.size() != 6) return std::nullopt;
    std::array<double, 6> m{};
    for (std::size_t k = 0; k < 6; ++k) {
        m[k] = number(numbers[k]);
        if (!std::isfinite(m[k])) return std::nullopt;
    }
    return Matrix{m[0], m[1], m[2], m[3], m[4], m[5]};
}

/// The interpreter: what PDF 32000-1 §8 and §9 say about the current matrix, clip and text mode; nothing is painted.
class ContentReader : public QPDFObjectHandle::ParserCallbacks {
public:
    ContentReader(const Rectangle& page_box, QPDFObjectHandle resources) : page_box_(page_box) {
        scratch_.emptyPDF();
        scratch_.setSuppressWarnings(true);
        state_.clip = page_box;
        resources_.push_back(std::move(resources));
    }

    void follow(QPDFObjectHandle stream) {
        const auto bytes = bounded_stream(stream, longest_content);
        if (!bytes) {
            mark();
            return;
        }
        follow(*bytes);
    }

    void follow(const std::string& bytes) {
        followed_ += bytes.size();
        stopped_ = stopped_ || followed_ > longest_in_all;
        if (stopped_) {
            mark();
            return;
        }
        const std::vector<QPDFObjectHandle> outer = std::move(operands_);
        operands_.clear();
        QPDFObjectHandle::newStream(&scratch_, bytes).parseAsContents(this);
        operands_ = outer;
    }

    PageContent result() const { return content_; }

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (object.isInlineImage()) {
            mark();
            return;
        }
        if (!object.isOperator()) {
            if (operands_.size() < most_operands) operands_.push_back(object);
            return;
        }
        if (++operators_ > most_operators) {
            mark();
            stopped_ = true;
        }
        if (stopped_) {
            terminateParsing();
            return;
        }
        execute(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

private:
    void execute(const std::string& name) {
        using Step = void (ContentReader::*)();
        static const std::unordered_map<std::string, Step> steps{
            {"q", &ContentReader::save},
            {"Q", &ContentReader::restore},
            {"cm", &ContentReader::concatenate},
            {"gs", &ContentReader::set_graphics_state},
            {"Do", &ContentReader::paint_object},
            {"m", &ContentReader::path_point},
            {"l", &ContentReader::path_point},
            {"re", &ContentReader::path_rectangle},
            {"c", &ContentReader::path_curve},
            {"v", &ContentReader::path_curve},
            {"y", &ContentReader::path_curve},
            {"W", &ContentReader::clip_next},
            {"W*", &ContentReader::clip_next},
            {"n", &ContentReader::end_path},
            {"f", &ContentReader::paint_path},
            {"F", &ContentReader::paint_path},
            {"f*", &ContentReader::paint_path},
            {"S", &ContentReader::paint_path},
            {"s", &ContentReader::paint_path},
            {"B", &ContentReader::paint_path},
            {"B*", &ContentReader::paint_path},
            {"b", &ContentReader::paint_path},
            {"b*", &ContentReader::paint_path},
            {"sh", &ContentReader::mark},
            {"Tr", &ContentReader::set_text_mode},
            {"Tj", &ContentReader::show_text},
            {"TJ", &ContentReader::show_text},
            {"'", &ContentReader::show_text},
            {"\"", &ContentReader::show_text},
            {"g", &ContentReader::set_fill},
            {"rg", &ContentReader::set_fill},
            {"k", &ContentReader::set_fill},
            {"cs", &ContentReader::reset_fill},
            {"sc", &ContentReader::set_special_fill},
            {"scn", &ContentReader::set_special_fill},
            {"BDC", &ContentReader::begin_marked},
        };
        const auto step = steps.find(name);
        if (step != steps.end()) (this->*step->second)();
    }

    void mark() { content_.other_marks = true; }

    void save() {
        if (saved_.size() < deepest_save) {
            saved_.push_back(state_);
        } else {
            mark();
        }
    }

    void restore() {
        if (saved_.size() <= floor_) return;
        state_ = saved_.back();
        saved_.pop_back();
    }

    void concatenate() {
        if (const auto m = matrix_of(operands_)) state_.matrix = m->then(state_.matrix);
    }

    void set_graphics_state() {
        QPDFObjectHandle state = named("/ExtGState");
        if (!state.isDictionary()) return;
        QPDFObjectHandle alpha = state.getKey("/ca");
        if (alpha.isNumber() && alpha.getNumericValue() < 1) state_.transparent = true;
        QPDFObjectHandle mask = state.getKey("/SMask");
        if (mask.isDictionary()) state_.transparent = true;
        QPDFObjectHandle mode = state.getKey("/BM");
        if (mode.isName() && mode.getName() != "/Normal" && mode.getName() != "/Compatible") state_.transparent = true;
        if (mode.isArray()) state_.transparent = true;
    }

    QPDFObjectHandle named(const char* category) {
        if (operands_.empty() || !operands_.back().isName()) return QPDFObjectHandle::newNull();
        const std::string name = operands_.back().getName();
        for (auto scope = resources_.rbegin(); scope != resources_.rend(); ++scope) {
            if (!scope->isDictionary()) continue;
            QPDFObjectHandle group = scope->getKey(category);
            if (group.isDictionary() && group.hasKey(name)) return group.getKey(name);
        }
        return QPDFObjectHandle::newNull();
    }

    void paint_object() {
        QPDFObjectHandle object = named("/XObject");
        if (!object.isStream()) return;
        QPDFObjectHandle dictionary = object.getDict();
        if (dictionary.hasKey("/OC")) mark();
        QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
        if (subtype.isName() && subtype.getName() == "/Form") {
            paint_form(object);
        } else if (subtype.isName() && subtype.getName() == "/Image") {
            paint_image(object);
        }
    }

    void paint_image(QPDFObjectHandle image) {
        QPDFObjectHandle dictionary = image.getDict();
        QPDFObjectHandle stencil = dictionary.getKey("/ImageMask");
        PlacedImage placed{image, state_.matrix, intersection(state_.matrix.apply({0, 0, 1, 1}), state_.clip)};
        placed.opaque = !state_.transparent && !dictionary.hasKey("/SMask") && !dictionary.hasKey("/Mask") &&
                        !(stencil.isBool() && stencil.getBoolValue());
        placed.painted_black = state_.fill_is_black;
        if (placed.visible.width() <= 0 || placed.visible.height() <= 0) return;
        const bool whole = covers(placed.visible, page_box_) && state_.clip_is_plain && state_.matrix.is_upright();
        if (!whole || state_.transparent) {
            mark();
            return;
        }
        const bool hides = placed.opaque;
        if (!hides && content_.image) mark();
        if (hides) content_.other_marks = false;
        // An image larger than the page is cut by it: what is shown is not the whole image.
        if (!covers(page_box_, state_.matrix.apply({0, 0, 1, 1}))) mark();
        content_.image = std::move(placed);
    }

    void paint_form(QPDFObjectHandle form) {
        if (resources_.size() > deepest_form) {
            mark();
            return;
        }
        QPDFObjectHandle dictionary = form.getDict();
        const GraphicsState outer = state_;
        const std::size_t outer_floor = floor_;
        const std::size_t outer_depth = saved_.size();
        QPDFObjectHandle matrix = dictionary.getKey("/Matrix");
        if (matrix.isArray()) {
            if (const auto m = matrix_of(matrix.getArrayAsVector())) state_.matrix = m->then(state_.matrix);
        }
        clip_to_form(dictionary.getKey("/BBox"));
        floor_ = outer_depth;
        resources_.push_back(dictionary.getKey("/Resources"));
        follow(form);
        resources_.pop_back();
        saved_.resize(std::min(saved_.size(), outer_depth));
        floor_ = outer_floor;
        state_ = outer;
    }

    void clip_to_form(QPDFObjectHandle box) {
        if (!box.isRectangle()) return;
        const auto r = box.getArrayAsRectangle();
        clip_to(state_.matrix.apply(Rectangle{r.llx, r.lly, r.urx, r.ury}), state_.matrix.is_upright());
    }

    void clip_to(const Rectangle& box, bool plain) {
        state_.clip = intersection(state_.clip, box);
        state_.clip_is_plain = state_.clip_is_plain && plain;
    }

    void path_point() {
        if (operands_.size() == 2)
            path_.push_back(state_.matrix.apply(Point{number(operands_[0]), number(operands_[1])}));
        if (path_.size() > 5) path_is_plain_ = false;
        if (path_.size() > 64) path_.resize(64);
    }

    void path_rectangle() {
        if (operands_.size() != 4) return;
        if (!path_.empty()) path_is_plain_ = false;
        const double x = number(operands_[0]);
        const double y = number(operands_[1]);
        const double w = number(operands_[2]);
        const double h = number(operands_[3]);
        if (path_.size() > 64) return;
        for (const Point p : {Point{x, y}, Point{x + w, y}, Point{x + w, y + h}, Point{x, y + h}}) {
            path_.push_back(state_.matrix.apply(p));
        }
    }

    void path_curve() { path_is_plain_ = false; }
    void clip_next() { clipping_ = true; }

    void end_path() {
        if (clipping_) clip_to_path();
        clipping_ = false;
        path_is_plain_ = true;
        path_.clear();
    }

    void clip_to_path() {
        if (path_.empty()) return;
        Rectangle box{path_[0].x, path_[0].y, path_[0].x, path_[0].y};
        for (const auto& p : path_) {
            box = {std::min(box.left, p.x), std::min(box.bottom, p.y), std::max(box.right, p.x),
                   std::max(box.top, p.y)};
        }
        const double near = 0.01 * std::max(box.width(), box.height());
        const bool cornered =
            path_.size() >= 4 && std::all_of(path_.begin(), path_.end(), [&](const Point& p) {
                const bool at_side = std::min(std::abs(p.x - box.left), std::abs(p.x - box.right)) <= near;
                const bool at_level = std::min(std::abs(p.y - box.bottom), std::abs(p.y - box.top)) <= near;
                return at_side && at_level;
            });
        clip_to(box, path_is_plain_ && cornered);
    }

    void paint_path() {
        if (!path_.empty()) mark();
        end_path();
    }

    void set_text_mode() {
        if (operands_.size() == 1) state_.text_mode = static_cast<int>(number(operands_[0]));
    }

    void show_text() {
        if (operands_.empty()) return;
        const auto holds_characters = [](QPDFObjectHandle object) {
            return object.isString() && !object.getStringValue().empty();
        };
        QPDFObjectHandle shown = operands_.back();
        bool any = holds_characters(shown);
        if (shown.isArray()) {
            const auto parts = shown.getArrayAsVector();
            any = std::any_of(parts.begin(), parts.end(), holds_characters);
        }
        if (!any) return;
        content_.text = true;
        if (state_.text_mode != 3) mark();
    }

    void set_fill() {
        const bool last_is_black = operands_.size() == 4;  // cyan, magenta, yellow, black
        bool black = !operands_.empty();
        for (std::size_t k = 0; k < operands_.size(); ++k) {
            const double wanted = last_is_black && k == 3 ? 1 : 0;
            black = black && number(operands_[k]) == wanted;
        }
        state_.fill_is_black = black;
    }
    void reset_fill() { state_.fill_is_black = true; }
    void set_special_fill() { state_.fill_is_black = operands_.size() != 4 && !operands_.empty() && all_zero(); }
    bool all_zero() const {
        return std::all_of(operands_.begin(), operands_.end(), [](const QPDFObjectHandle& object) {
            return QPDFObjectHandle(object).isNumber() && number(object) == 0;
        });
    }

    void begin_marked() {
        // Optional content may be hidden; only the renderer knows.
        if (!operands_.empty() && operands_.front().isName() && operands_.front().getName() == "/OC") mark();
    }

    Rectangle page_box_;
    QPDF scratch_;
    PageContent content_;
    GraphicsState state_;
    std::vector<GraphicsState> saved_;
    std::size_t floor_ = 0;  ///< states below belong to the content around a form
    std::vector<QPDFObjectHandle> resources_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Point> path_;
    bool path_is_plain_ = true;
    bool clipping_ = false;
    bool stopped_ = false;
    int operators_ = 0;
    std::size_t followed_ = 0;  ///< bytes
};

/// The streams of /Contents one after the other, as if they were one.
std::optional<std::string> contents_of(QPDFObjectHandle page) {
    std::string whole;
    QPDFObjectHandle contents = page.getKey("/Contents");
    std::vector<QPDFObjectHandle> streams;
    if (contents.isArray()) streams = contents.getArrayAsVector();
    if (contents.isStream()) streams.push_back(contents);
    for (auto& stream : streams) {
        if (!stream.isStream()) continue;
        const auto bytes = bounded_stream(stream, longest_content - std::min(longest_content, whole.size()));
        if (!bytes) return std::nullopt;
        whole += *bytes;
        whole += '\n';
    }
    return whole;
}

}  // namespace

bool covers(const Rectangle& inner, const Rectangle& outer) {
    const double x = 0.02 * outer.width();
    const double y = 0.02 * outer.height();
    return inner.left <= outer.left + x && inner.right >= outer.right - x && inner.bottom <= outer.bottom + y &&
           inner.top >= outer.top - y;
}

PageContent read_page_content(QPDFObjectHandle page, const Rectangle& page_box) {
    ContentReader reader(page_box, QPDFPageObjectHelper(page).getAttribute("/Resources", false));
    const auto bytes = contents_of(page);
    if (!bytes) return {std::nullopt, true, false};
    reader.follow(*bytes);
    return reader.result();
}

}  // namespace sohoa::scanners
