// SPDX-License-Identifier: EUPL-1.2
#include "locale/document_words.h"
#include "writers/pdf/finish.h"

namespace styrkedja::pdf {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out;
}

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

// A number with sixteen bits after the point.
void put_fixed(std::string& out, std::int32_t sixteenths) {
    put(out, static_cast<std::uint32_t>(sixteenths), 4);
}

std::string xyz(std::int32_t x, std::int32_t y, std::int32_t z) {
    std::string tag = "XYZ ";
    put(tag, 0, 4);
    for (const std::int32_t each : {x, y, z}) put_fixed(tag, each);
    return tag;
}

std::string text_tag(std::string_view text) {
    std::string tag = "mluc";
    put(tag, 0, 4);
    put(tag, 1, 4);
    put(tag, 12, 4);
    tag += "enUS";
    put(tag, text.size() * 2, 4);
    put(tag, 28, 4);
    tag += utf16(text);
    tag.resize((tag.size() + 3) / 4 * 4, '\0');
    return tag;
}

// The curve of sRGB as the standard gives it: ((x + 0.055) / 1.055) ^ 2.4 above 0.04045, x / 12.92 below.
std::string curve() {
    std::string tag = "para";
    put(tag, 0, 4);
    put(tag, 3, 2);
    put(tag, 0, 2);
    for (const std::int32_t each : {157286, 62119, 3417, 5072, 2651}) put_fixed(tag, each);
    return tag;
}

// From D65 to the profile's D50 (Bradford).
std::string adaptation() {
    std::string tag = "sf32";
    put(tag, 0, 4);
    for (const std::int32_t each : {68674, 1502, -3290, 1939, 64912, -1119, -605, 988, 49262}) put_fixed(tag, each);
    return tag;
}

}  // namespace

std::string colour_profile() {
    const std::pair<const char*, std::string> tags[] = {
        {"desc", text_tag("sRGB IEC61966-2.1")}, {"cprt", text_tag("No copyright, use freely")},
        {"wtpt", xyz(63190, 65536, 54061)},      {"chad", adaptation()},
        {"rXYZ", xyz(28578, 14581, 912)},        {"gXYZ", xyz(25236, 46981, 6362)},
        {"bXYZ", xyz(9376, 3974, 46787)},        {"rTRC", curve()},
        {"gTRC", curve()},                       {"bTRC", curve()}};
    constexpr std::size_t header_size = 128;
    std::string table, bodies;
    const std::size_t first = header_size + 4 + std::size(tags) * 12;
    put(table, std::size(tags), 4);
    for (const auto& [name, body] : tags) {
        table += name;
        put(table, first + bodies.size(), 4);
        put(table, body.size(), 4);
        bodies += body;
    }
    std::string header;
    put(header, first + bodies.size(), 4);
    put(header, 0, 4);
    put(header, 0x04200000, 4);
    header += "mntrRGB XYZ ";
    for (const int each : {2000, 1, 1, 0, 0, 0}) put(header, static_cast<std::uint64_t>(each), 2);  // the standard's, not a clock's
    header += "acsp";
    header.append(28, '\0');
    for (const std::int32_t each : {63190, 65536, 54061}) put_fixed(header, each);
    header.resize(header_size, '\0');
    return header + table + bodies;
}

const std::string& title_of(const document::Document& document) {
    return !document.title.empty() ? document.title : !document.kind.empty() ? document.kind : document.id;
}

std::string producer() { return std::string("Styrkedja ") + STYRKEDJA_VERSION; }

std::string pdf_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
    std::string date = "D:";
    for (std::size_t i = 0; i < iso.size(); ++i) {
        if (i == 4 || i == 7) continue;
        if (iso[i] < '0' || iso[i] > '9') return {};
        date += iso[i];
    }
    return date + "000000Z";
}

std::string metadata(const document::Document& document) {
    const std::string language(swedish_document_words.language);
    std::string xmp =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
        escaped(title_of(document)) + "</rdf:li></rdf:Alt></dc:title>\n";
    if (!document.municipality_name.empty())
        xmp += "<dc:creator><rdf:Seq><rdf:li>" + escaped(document.municipality_name) + "</rdf:li></rdf:Seq></dc:creator>\n";
    xmp += "<dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li></rdf:Bag></dc:language>\n<dc:format>application/pdf</dc:format>\n";
    if (!pdf_date(document.date).empty()) {
        const std::string day = document.date + "T00:00:00Z";
        xmp += "<xmp:CreateDate>" + day + "</xmp:CreateDate>\n<xmp:ModifyDate>" + day + "</xmp:ModifyDate>\n";
    }
    xmp += "<pdf:Producer>" + escaped(producer()) +
           "</pdf:Producer>\n<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
           "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n"
           "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
           "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA identification"
           "</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
           "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
           "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
           "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289"
           "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return xmp;
}

}  // namespace styrkedja::pdf
