#include "pipeline/pdf/xmp.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/vietnamese.h"
#include "base/xml.h"

namespace sohoa::pdf {

namespace {

std::string alternative(std::string_view name, const std::string& text) {
    if (text.empty()) return {};
    return fmt::format("<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", name,
                       xml_escaped(text));
}

std::string list(std::string_view name, std::string_view container, const std::string& text) {
    if (text.empty()) return {};
    return fmt::format("<dc:{0}><rdf:{1}><rdf:li>{2}</rdf:li></rdf:{1}></dc:{0}>\n", name, container,
                       xml_escaped(text));
}

std::string dates(long long created) {
    if (created <= 0) return {};
    const std::string time = vietnam_time(created);
    return fmt::format(
        "<xmp:CreateDate>{0}</xmp:CreateDate>\n<xmp:ModifyDate>{0}</xmp:ModifyDate>\n"
        "<xmp:MetadataDate>{0}</xmp:MetadataDate>\n",
        time);
}

constexpr std::string_view demonstration = R"(<rdf:Description rdf:about="" xmlns:sohoa="urn:sohoa:pdf:1.0#">
<sohoa:demoSignature>True</sohoa:demoSignature>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>sohoa</pdfaSchema:schema>
<pdfaSchema:namespaceURI>urn:sohoa:pdf:1.0#</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>sohoa</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>demoSignature</pdfaProperty:name>
<pdfaProperty:valueType>Boolean</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The signature is a demonstration without legal value</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

}  // namespace

std::string metadata_text(const std::string& text) {
    return single_spaced(valid_utf8(text));
}

std::string pdf_date(long long unix_seconds) {
    // 2024-03-05T14:05:09+07:00
    const std::string iso = vietnam_time(unix_seconds);
    std::string date = "D:";
    for (const char c : iso.substr(0, 19)) {
        if (c >= '0' && c <= '9') date += c;
    }
    return date + iso.substr(19, 3) + "'" + iso.substr(23, 2) + "'";
}

std::string xmp_packet(const Metadata& metadata) {
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n"
        "<dc:format>application/pdf</dc:format>\n";
    packet += alternative("title", metadata_text(metadata.title));
    packet += list("creator", "Seq", metadata_text(metadata.author));
    packet += alternative("description", metadata_text(metadata.subject));
    packet += list("language", "Bag", metadata_text(metadata.language));
    packet += dates(metadata.created);
    packet += fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool>\n", creator_tool);
    if (const auto producer = metadata_text(metadata.producer); !producer.empty()) {
        packet += fmt::format("<pdf:Producer>{}</pdf:Producer>\n", xml_escaped(producer));
    }
    packet += "</rdf:Description>\n";
    if (metadata.demo_signature) packet += demonstration;
    packet += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
    return packet;
}

}  // namespace sohoa::pdf
