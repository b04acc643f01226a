#include "pipeline/pdf/join.h"

#include <cerrno>
#include <fmt/format.h>
#include <new>
#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFSystemError.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/files.h"
#include "base/sha256.h"
#include "pipeline/pdf/file_sink.h"
#include "pipeline/pdf/icc_profile.h"
#include "pipeline/pdf/text_font.h"
#include "pipeline/pdf/xmp.h"

namespace sohoa::pdf {

namespace {

using Object = QPDFObjectHandle;

Object name(std::string_view text) {
    return Object::newName(std::string(text));
}

Object font_stream(QPDF& pdf, const std::string& bytes) {
    return pdf.makeIndirectObject(pdf.newStream(bytes));
}

Object text_font_object(QPDF& pdf) {
    Object program = font_stream(pdf, text_font::program());
    program.getDict().replaceKey("/Length1", Object::newInteger(static_cast<long long>(text_font::program().size())));
    Object descriptor = Object::parse(fmt::format(
        "<< /Type /FontDescriptor /FontName {} /Flags 5 /FontBBox [0 {} {} {}] /ItalicAngle 0 /Ascent {} /Descent {} "
        "/CapHeight {} /StemV 80 >>",
        text_font::font_name, text_font::descent, text_font::advance, text_font::ascent, text_font::ascent,
        text_font::descent, text_font::ascent));
    descriptor.replaceKey("/FontFile2", program);
    Object descendant = Object::parse(
        fmt::format("<< /Type /Font /Subtype /CIDFontType2 /BaseFont {} /CIDSystemInfo << /Registry (Adobe) /Ordering "
                    "(Identity) /Supplement 0 >> /DW {} >>",
                    text_font::font_name, text_font::advance));
    descendant.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptor));
    descendant.replaceKey("/CIDToGIDMap", font_stream(pdf, text_font::glyph_map()));
    Object descendants = Object::newArray();
    descendants.appendItem(pdf.makeIndirectObject(descendant));
    Object font = Object::parse(
        fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont {} /Encoding /Identity-H >>", text_font::font_name));
    font.replaceKey("/DescendantFonts", descendants);
    font.replaceKey("/ToUnicode", font_stream(pdf, text_font::to_unicode()));
    return pdf.makeIndirectObject(font);
}

Object output_intents(QPDF& pdf) {
    Object profile = pdf.makeIndirectObject(pdf.newStream(srgb_profile()));
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
        "/RegistryName (http://www.color.org) >>");
    intent.replaceKey("/DestOutputProfile", profile);
    Object intents = Object::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    return intents;
}

void set_info(QPDF& pdf, const Metadata& metadata) {
    Object info = Object::newDictionary();
    const auto set = [&](const char* key, const std::string& value) {
        if (!value.empty()) info.replaceKey(key, Object::newUnicodeString(value));
    };
    set("/Title", metadata_text(metadata.title));
    set("/Author", metadata_text(metadata.author));
    set("/Subject", metadata_text(metadata.subject));
    set("/Creator", creator_tool);
    set("/Producer", metadata_text(metadata.producer));
    if (metadata.created > 0) {
        set("/CreationDate", pdf_date(metadata.created));
        set("/ModDate", pdf_date(metadata.created));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

void set_catalog(QPDF& pdf, const Metadata& metadata) {
    Object root = pdf.getRoot();
    Object packet = pdf.newStream(xmp_packet(metadata));
    packet.getDict().replaceKey("/Type", name("/Metadata"));
    packet.getDict().replaceKey("/Subtype", name("/XML"));
    root.replaceKey("/Metadata", packet);
    root.replaceKey("/OutputIntents", output_intents(pdf));
    if (const auto language = metadata_text(metadata.language); !language.empty()) {
        root.replaceKey("/Lang", Object::newUnicodeString(language));
    }
    root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
}

/// A page tree of at most `fan_out` kids a node, so that readers reach any page of thousands in a few steps.
class PageTree {
public:
    explicit PageTree(QPDF& pdf) : pdf_(pdf) {}

    void add(Object page) { level_.push_back({page, 1}); }

    Object finish() {
        do {
            std::vector<Node> above;
            for (std::size_t first = 0; first < level_.size(); first += fan_out) above.push_back(node(first));
            level_ = std::move(above);
        } while (level_.size() > 1);
        return level_.at(0).object;
    }

private:
    struct Node {
        Object object;
        int pages = 0;
    };
    static constexpr std::size_t fan_out = 50;

    Node node(std::size_t first) {
        Node parent{pdf_.makeIndirectObject(Object::parse("<< /Type /Pages >>")), 0};
        Object kids = Object::newArray();
        for (std::size_t i = first; i < std::min(first + fan_out, level_.size()); ++i) {
            level_[i].object.replaceKey("/Parent", parent.object);
            kids.appendItem(level_[i].object);
            parent.pages += level_[i].pages;
        }
        parent.object.replaceKey("/Kids", kids);
        parent.object.replaceKey("/Count", Object::newInteger(parent.pages));
        return parent;
    }

    QPDF& pdf_;
    std::vector<Node> level_;
};

/// Copies the fragment's page; its streams are read from the file only when the document is written.
Object copied_page(QPDF& pdf, const std::string& fragment, Object font, Sha256& identity) {
    QPDF source;
    source.setSuppressWarnings(true);
    source.setAttemptRecovery(false);
    source.processInputSource(std::make_shared<ClosedFileInputSource>(fragment.c_str()));
    Object page = source.getAllPages().at(0);
    page.removeKey("/Parent");
    const std::string id = source.getTrailer().getKey("/ID").getArrayItem(1).getStringValue();
    identity.update(id.data(), id.size());
    Object copy = pdf.copyForeignObject(page);
    Object fonts = Object::newDictionary();
    fonts.replaceKey(std::string(text_font::resource_name), font);
    copy.getKey("/Resources").replaceKey("/Font", fonts);
    return copy;
}

/// First part of /ID: from the input's digest and the pages' own, so the same input gives the same document and two
/// documents cut from one input differ. qpdf makes the second part from the bytes written.
void set_id(QPDF& pdf, Sha256& identity) {
    const Digest digest = identity.finish();
    const std::string id(digest.begin(), digest.begin() + 16);
    Object ids = Object::newArray();
    ids.appendItem(Object::newString(id));
    ids.appendItem(Object::newString(id));
    pdf.getTrailer().replaceKey("/ID", ids);
}

void write(QPDF& pdf, const std::string& path) {
    FileSink file(path);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&file);
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);  // a classic table: every signer can append to it
    writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(true);  // ISO 19005-2, 6.1.7.1
    writer.write();
    file.close();
}

Failure pdf_failed(const std::string& why) {
    return fail(code::pdf_failed,
                {fmt::format("Không ghép được PDF: {}", why), fmt::format("the PDF cannot be joined: {}", why)});
}

}  // namespace

Result<void> join_fragments(const std::vector<std::string>& fragments, const Metadata& metadata,
                            const std::string& path) try {
    if (fragments.empty()) return pdf_failed("không có trang nào / no pages");
    QPDF pdf;
    pdf.emptyPDF();
    pdf.setSuppressWarnings(true);
    const Object font = text_font_object(pdf);
    Sha256 identity;
    identity.update(metadata.source_sha256.data(), metadata.source_sha256.size());
    PageTree pages(pdf);
    for (const std::string& fragment : fragments) pages.add(copied_page(pdf, fragment, font, identity));
    pdf.getRoot().replaceKey("/Pages", pages.finish());
    set_catalog(pdf, metadata);
    set_info(pdf, metadata);
    set_id(pdf, identity);
    write(pdf, path);
    return {};
} catch (const std::bad_alloc&) {
    return fail(code::out_of_memory, {"Hết bộ nhớ khi ghép PDF", "out of memory while joining the PDF"});
} catch (const QPDFSystemError& error) {
    errno = error.getErrno();
    return fail(unwritable(path));
} catch (const std::exception& error) {
    return pdf_failed(error.what());
}

}  // namespace sohoa::pdf
