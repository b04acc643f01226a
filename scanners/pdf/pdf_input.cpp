#include "scanners/pdf/pdf_input.h"

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <fmt/format.h>
#include <new>
#include <optional>
#include <unistd.h>
#include <vector>

#include "scanners/input_problems.h"
#include "scanners/pdf/annotations.h"
#include "scanners/pdf/bounded_source.h"
#include "scanners/pdf/extract.h"
#include "scanners/pdf/image_stream.h"
#include "scanners/pdf/page_box.h"
#include "scanners/pdf/page_content.h"
#include "scanners/pdf/qpdf.h"
#include "scanners/pdf/render.h"
#include "scanners/pdf/signatures.h"

namespace sohoa::scanners {

namespace {

constexpr double render_dpi = 300;

/// Runs `read`, which calls libqpdf, and turns whatever it throws into a Problem.
template <class Read>
auto without_exceptions(Read read) -> decltype(read()) {
    try {
        return read();
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password) {
            return fail(code::password_needed, {"Tệp PDF có mật khẩu", "the PDF needs a password"},
                        {"Gỡ mật khẩu rồi gửi lại", "remove the password and send it again"});
        }
        if (error.getErrorCode() == qpdf_e_unsupported) {
            return fail(
                code::password_needed,
                {"Tệp PDF được mã hóa theo cách không mở được", "the PDF is encrypted in a way that cannot be opened"},
                {"Gỡ mã hóa rồi gửi lại", "remove the encryption and send it again"});
        }
        return fail(damaged(Format::pdf, error.getMessageDetail()));
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory());
    } catch (const std::exception& error) {
        return fail(damaged(Format::pdf, error.what()));
    }
}

/// A document with the source that it reads from.
struct Document {
    std::shared_ptr<BoundedSource> source;
    std::unique_ptr<QPDF> pdf;
};

Result<Document> open_document(const OpenFile& file) {
    return without_exceptions([&]() -> Result<Document> {
        Document document{std::make_shared<BoundedSource>(file), std::make_unique<QPDF>()};
        QPDF& pdf = *document.pdf;
        pdf.setSuppressWarnings(true);
        pdf.processInputSource(document.source);
        if (pdf.isEncrypted() && !pdf.allowExtractAll()) {
            return fail(code::password_needed,
                        {"Tệp PDF không cho phép sao chép nội dung", "the PDF forbids copying its content"},
                        {"Xin bản không khóa rồi gửi lại", "get a copy that is not locked and send it again"});
        }
        pdf.getAllPages();
        return document;
    });
}

/// Orientation of the stored image on the page: its sides as the matrix lays them, then the page's own turn.
Orientation orientation_of(const Matrix& m, int page_turn) {
    Orientation placed;
    if (std::abs(m.a) >= std::abs(m.b)) {
        // Mirrored upside down is mirrored left to right and turned by half.
        placed = m.d >= 0 ? Orientation{0, m.a < 0} : Orientation{180, m.a > 0};
    } else {
        // (1, 0) of the image goes up (b > 0) or down: a quarter turn against the clock or with it.
        const bool mirrored = m.b * m.c > 0;
        placed = {(m.b > 0) != mirrored ? 270 : 90, mirrored};
    }
    return then_turned(placed, page_turn);
}

/// Pixels an inch along the stored image's own sides.
Resolution resolution_of(const Matrix& m, const ImageFacts& facts, double inches_a_unit) {
    return {static_cast<double>(facts.width) / (std::hypot(m.a, m.b) * inches_a_unit),
            static_cast<double>(facts.height) / (std::hypot(m.c, m.d) * inches_a_unit)};
}

bool is_two_valued(const Raster& raster) {
    const std::uint8_t* pixels = raster.data();
    return raster.channels() == 1 &&
           std::all_of(pixels, pixels + raster.bytes(), [](std::uint8_t value) { return value == 0 || value == 255; });
}

Problem drawn_smaller(double dpi) {
    return problem(code::resolution_reduced,
                   {fmt::format("Trang quá lớn, đọc ở {:.0f} dpi thay vì {:.0f}", dpi, render_dpi),
                    fmt::format("the page is very large and is read at {:.0f} dpi instead of {:.0f}", dpi, render_dpi)},
                   {"Nâng giới hạn bằng --max-megapixels nếu cần nét hơn",
                    "raise the limit with --max-megapixels if it must be sharper"})
        .as(Severity::note);
}

class PdfInput : public InputFile {
public:
    /// Throws what libqpdf throws.
    PdfInput(std::unique_ptr<OpenFile> file, Document document, const Limits& limits)
        : file_(std::move(file)), document_(std::move(document)), limits_(limits) {
        page_count_ = static_cast<int>(pdf().getAllPages().size());
        signatures_ = find_signatures(pdf());
        look_for_text();
        repaired_ = pdf().anyWarnings();
    }

    Format format() const override { return Format::pdf; }
    int page_count() const override { return page_count_; }
    std::vector<FoundSignature> signatures() const override { return signatures_; }

    Result<Page> read_page(int number) override {
        if (number < 1 || number > page_count_) {
            return fail(page_missing(number, page_count_).in_file(file_->path()).on_page(number));
        }
        auto image = without_exceptions([&]() -> Result<DecodedImage> {
            forget_read_objects();
            return read(pdf().getAllPages()[static_cast<std::size_t>(number - 1)]);
        });
        repaired_ = repaired_ || pdf().anyWarnings();
        if (!image) return fail(std::move(image.error()).in_file(file_->path()).on_page(number));
        return without_exceptions([&]() -> Result<Page> { return page_of(std::move(*image), file_->path(), number); });
    }

    std::vector<Problem> problems() const override {
        std::vector<Problem> all;
        if (repaired_) {
            all.push_back(repaired({"Tệp PDF có chỗ sai, đã sửa được để đọc",
                                    "the PDF has errors that were repaired for reading"})
                              .in_file(file_->path()));
        }
        if (has_text_) {
            all.push_back(problem(code::text_layer_ignored,
                                  {"Tệp PDF đã có lớp chữ; không dùng, chữ được nhận dạng lại từ ảnh",
                                   "the PDF has text already; it is not used, the text is read anew from the image"})
                              .as(Severity::note)
                              .in_file(file_->path()));
        }
        return all;
    }

private:
    QPDF& pdf() { return *document_.pdf; }

    /// libqpdf keeps every object that it has read: some kilobytes a page. Starting anew bounds that.
    void forget_read_objects() {
        static constexpr int pages_kept = 500;
        document_.source->renew_budget();
        if (++pages_read_ % pages_kept != 0) return;
        auto anew = open_document(*file_);
        if (anew && static_cast<int>(anew->pdf->getAllPages().size()) == page_count_) document_ = std::move(*anew);
    }

    /// The first pages tell whether a scan came with a text layer; others are looked at when they are read.
    void look_for_text() {
        const auto& pages = pdf().getAllPages();
        for (std::size_t k = 0; k < std::min<std::size_t>(3, pages.size()) && !has_text_; ++k) {
            try {
                has_text_ = read_page_content(pages[k], view_of(pages[k]).box).text;
            } catch (const std::exception&) {
                continue;  // reading the page will say what is wrong with it
            }
        }
    }

    Result<DecodedImage> read(QPDFObjectHandle page) {
        const PageView view = view_of(page);
        PageContent content;
        try {
            content = read_page_content(page, view.box);
        } catch (const QPDFExc&) {
            content.other_marks = true;
        }
        has_text_ = has_text_ || content.text;
        if (content.image && !content.other_marks && !has_visible_annotations(page)) {
            auto image = read_image(*content.image, view);
            if (image) return image;
        }
        return render(page, view, content);
    }

    /// Fails where the whole page has to be rendered.
    Result<DecodedImage> read_image(const PlacedImage& placed, const PageView& view) {
        static constexpr double square = 1.1;
        const ImageFacts facts = facts_of(placed.stream);
        if (const auto fits = check_pixels(facts.width, facts.height, Format::pdf, limits_); !fits)
            return fail(fits.error());
        if (!placed.painted_black && facts.bits == 1) return fail(damaged(Format::pdf, ""));
        Resolution resolution = resolution_of(placed.matrix, facts, view.inches_a_unit);
        const double stretch = resolution.x / resolution.y;
        std::optional<DecodedImage> image;
        if (stretch < square && stretch > 1 / square) image = decode_image_stream(placed.stream, limits_);
        if (!image) {
            // By the renderer, pixel for pixel; one whose pixels are not square (fax) gets square ones.
            const double width =
                static_cast<double>(facts.width) * (stretch < 1 / square ? std::round(1 / stretch * 1000) / 1000 : 1);
            const double height =
                static_cast<double>(facts.height) * (stretch > square ? std::round(stretch * 1000) / 1000 : 1);
            const auto single = wrap_image(placed.stream, std::round(width), std::round(height));
            if (!single) return fail(single.error());
            auto pixels = render_first_page(single->descriptor(), 72, facts.grey, limits_);
            if (!pixels) return fail(pixels.error());
            image.emplace();
            if (facts.bits == 1 && is_two_valued(*pixels))
                image->original = OriginalImage{OriginalImage::Coding::bilevel, ""};
            image->pixels = std::move(*pixels);
            resolution.x = resolution.y = std::max(resolution.x, resolution.y);
        }
        image->resolution = resolution;
        image->orientation = orientation_of(placed.matrix, view.turn);
        return std::move(*image);
    }

    /// The resolution a page is rendered at: 300 dpi, less where that is more pixels than allowed, and that of the
    /// image under it on pages made with a point for a pixel.
    double dpi_for(const PageView& view, const PageContent& content) const {
        static constexpr double a3 = 17;  // inches, with some room
        const double width = view.box.width() * view.inches_a_unit;
        const double height = view.box.height() * view.inches_a_unit;
        double dpi = render_dpi;
        if (content.image && std::max(width, height) > a3) {
            const ImageFacts facts = facts_of(content.image->stream);
            const Resolution own = resolution_of(content.image->matrix, facts, view.inches_a_unit);
            dpi = std::clamp(std::max(own.x, own.y), 36.0, render_dpi);
        }
        const double allowed = std::sqrt(static_cast<double>(limits_.pixels) / (width * height));
        // Sides are rounded up to whole pixels, which must not lead over the limit.
        return std::min(dpi, std::floor(allowed * 0.995 * 100) / 100);
    }

    Result<DecodedImage> render(QPDFObjectHandle page, const PageView& view, const PageContent& content) {
        static constexpr double least_dpi = 10;
        const double dpi = dpi_for(view, content);
        if (dpi < least_dpi) {
            const auto pixels_of = [&](double side) { return std::llround(side * view.inches_a_unit * render_dpi); };
            const auto fits =
                check_pixels(pixels_of(view.box.width()), pixels_of(view.box.height()), Format::pdf, limits_);
            return fail(fits ? damaged(Format::pdf, "page size") : fits.error());
        }
        const auto single = extract_page(pdf(), page);
        if (!single) return fail(single.error());
        auto pixels = render_first_page(single->descriptor(), dpi * view.inches_a_unit * 72, false, limits_);
        if (!pixels) return fail(pixels.error());
        DecodedImage image;
        image.pixels = std::move(*pixels);
        // A point for a pixel is no resolution: then the size of the paper has to be guessed as for an image.
        image.resolution = {.x = dpi, .y = dpi, .certain = dpi > 73};
        if (dpi < render_dpi) image.problems.push_back(drawn_smaller(dpi));
        return image;
    }

    std::unique_ptr<OpenFile> file_;  // the document reads from it
    Document document_;
    Limits limits_;
    int page_count_ = 0;
    int pages_read_ = 0;
    std::vector<FoundSignature> signatures_;
    bool has_text_ = false;
    bool repaired_ = false;
};

}  // namespace

Result<std::unique_ptr<InputFile>> open_pdf(OpenFile file, const Limits& limits) {
    auto own = std::make_unique<OpenFile>(std::move(file));
    auto document = open_document(*own);
    if (!document) return fail(document.error());
    return without_exceptions([&]() -> Result<std::unique_ptr<InputFile>> {
        const auto count = static_cast<long long>(document->pdf->getAllPages().size());
        if (count == 0 && document->pdf->anyWarnings()) return fail(damaged(Format::pdf, "no pages found"));
        if (const auto fits = check_pages(count, limits); !fits) return fail(fits.error());
        return std::make_unique<PdfInput>(std::move(own), std::move(*document), limits);
    });
}

}  // namespace sohoa::scanners
