// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "assets.h"
#include "codec/archive.h"
#include "writers/docx/paper.h"

// The parts around the text: content types, relations, settings, properties, fonts, pictures.
namespace styrkedja::docx {

using namespace document;

namespace {

constexpr Raw declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

// All parts of the package; those that are made stand here, the others are the program's or the template's own.
struct Package {
    std::vector<std::pair<std::string, std::string>> made;
    std::vector<ArchivePart> entries, fonts;
    std::map<std::string, std::string> types;

    void add(std::string path, std::string bytes, std::string type = {}, int level = 1) {
        if (!type.empty()) types["/" + path] = std::move(type);
        made.emplace_back(path, std::move(bytes));
        entries.push_back({std::move(path), {}, level, {}});
    }
};

std::string relations(const std::vector<Relation>& links) {
    Xml out;
    out.raw(declaration);
    out.open("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::string id = "rId" + std::to_string(i + 1);
        const Relation& link = links[i];
        const std::string type = link.type.starts_with("http") ? link.type : std::string(office) + link.type;
        if (link.external) {
            out.empty("Relationship", {{"Id", id}, {"Type", type}, {"Target", link.target}, {"TargetMode", "External"}});
        } else {
            out.empty("Relationship", {{"Id", id}, {"Type", type}, {"Target", link.target}});
        }
    }
    out.close();
    return out.take();
}

std::string content_types(const Paper& paper, const Package& package) {
    Xml out;
    out.raw(declaration);
    out.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    std::map<std::string, std::string> defaults = paper.base.defaults;
    defaults["rels"] = "application/vnd.openxmlformats-package.relationships+xml";
    defaults["xml"] = "application/xml";
    defaults["png"] = "image/png";
    defaults["svg"] = "image/svg+xml";
    defaults["odttf"] = "application/vnd.openxmlformats-officedocument.obfuscatedFont";
    for (const auto& [extension, type] : defaults) {
        out.empty("Default", {{"Extension", extension}, {"ContentType", type}});
    }
    for (const auto& [path, type] : package.types) out.empty("Override", {{"PartName", path}, {"ContentType", type}});
    out.close();
    return out.take();
}

bool is_date(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

std::string core_properties(const Document& document) {
    Xml out;
    out.raw(declaration);
    out.open("cp:coreProperties",
             {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
              {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
              {"xmlns:dcterms", "http://purl.org/dc/terms/"},
              {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    const std::string creator = document.unit_name.empty() ? document.municipality_name : document.unit_name;
    if (!document.kind.empty()) out.leaf("cp:category", document.kind);
    if (!document.state_text.empty()) out.leaf("cp:contentStatus", document.state_text);
    if (is_date(document.date)) {
        out.leaf("dcterms:created", document.date + "T00:00:00Z", {{"xsi:type", "dcterms:W3CDTF"}});
    }
    out.leaf("dc:creator", creator);
    if (!document.diary_number.empty()) out.leaf("dc:identifier", document.diary_number);
    out.leaf("dc:language", "sv-SE");
    if (!document.subtitle.empty()) out.leaf("dc:subject", document.subtitle);
    out.leaf("dc:title", document.title);
    if (!document.version.empty()) out.leaf("cp:version", document.version);
    out.close();
    return out.take();
}

// Properties that Word shows under Egenskaper > Anpassat, and that fields can quote (DOCPROPERTY Diarienummer).
std::string custom_properties(const Document& document) {
    Xml out;
    out.raw(declaration);
    out.open("Properties", {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"},
                            {"xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"}});
    int id = 1;  // the first is 2
    const std::pair<const char*, const std::string*> properties[] = {{"Diarienummer", &document.diary_number},
                                                                     {"Version", &document.version},
                                                                     {"Dokument", &document.id},
                                                                     {"Uppföljningstillfälle", &document.occasion}};
    for (const auto& [name, value] : properties) {
        if (value->empty()) continue;
        out.open("property",
                 {{"fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"}, {"pid", ++id}, {"name", name}});
        out.leaf("vt:lpwstr", *value);
        out.close();
    }
    out.close();
    return out.take();
}

std::string app_properties(const Document& document) {
    Xml out;
    out.raw(declaration);
    out.open("Properties", {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    out.leaf("Application", "Styrkedja");
    if (!document.municipality_name.empty()) out.leaf("Company", document.municipality_name);
    out.close();
    return out.take();
}

// Word fills in the contents' page numbers when it opens the document, which it asks about; nothing else needs it.
std::string settings(bool update_fields) {
    std::string xml(assets::docx_word_settings_xml());
    if (update_fields) xml.insert(xml.find("<w:footnotePr>"), "<w:updateFields w:val=\"true\"/>\n  ");
    return xml;
}

// The fonts as they stand in a document, mixed with their keys and packed beforehand (assets/docx/README.md): checksum
// and size of the font, least byte first, then the packed bytes.
void add_font(Package& package, const std::string& path, std::string_view asset) {
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 4; i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(asset[at + i]);
        return value;
    };
    constexpr std::size_t head = 8;
    package.fonts.push_back({path, asset.substr(head), 0, ArchivePart::Unpacked{number(0), number(4)}});
}

void add_fonts(Package& package, const Base& base) {
    const std::string_view fonts[] = {assets::docx_fonts_1_deflate(), assets::docx_fonts_2_deflate(),
                                      assets::docx_fonts_3_deflate(), assets::docx_fonts_4_deflate(),
                                      assets::docx_fonts_5_deflate(), assets::docx_fonts_6_deflate()};
    std::vector<Relation> links;
    for (const std::string_view font : fonts) {
        const std::string name = "fonts/styrkedja" + std::to_string(links.size() + 1) + ".odttf";
        links.push_back({"font", name, false});
        add_font(package, "word/" + name, font);
    }
    package.add("word/fontTable.xml", base.font_part, std::string(word_type) + "fontTable+xml");
    package.add("word/_rels/fontTable.xml.rels", relations(links));
}

std::string body_part(Paper& paper) {
    std::string out(declaration.str());
    out += "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
           " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
           " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
           " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>";
    const std::string body = paper.body.xml.take();
    out.reserve(out.size() + body.size() + 32);
    return out.append(body).append("</w:body></w:document>");
}

std::string notes_part(Paper& paper) {
    std::string out(declaration.str());
    out += "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
           "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
           "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
           "</w:footnote>";
    return out.append(paper.notes.xml.take()).append("</w:footnotes>");
}

void add_pictures(Package& package, Paper& paper) {
    finish_pictures(paper);
    for (std::size_t i = 0; i < paper.pictures.size(); ++i) {
        const std::string name = "word/media/image" + std::to_string(i + 1);
        package.add(name + ".png", std::move(paper.pictures[i].png), {}, 0);
        package.add(name + ".svg", std::move(paper.pictures[i].svg), {}, 1);
    }
    if (paper.document.logo_svg.empty()) return;
    package.add("word/media/logo.png", logo_png(paper), {}, 0);
    package.add("word/media/logo.svg", paper.document.logo_svg);
}

std::string numbering(const Paper& paper) {
    std::string xml = paper.base.numbering_part;
    const std::size_t end = xml.rfind("</w:numbering>");
    if (end != std::string::npos) xml.insert(end, paper.number_list);
    return xml;
}

void add_text(Package& package, Paper& paper) {
    const std::string type(word_type);
    for (NamedPart& part : header_parts(paper)) {
        package.add(part.path, std::move(part.xml),
                    type + (part.path.starts_with("word/header") ? "header+xml" : "footer+xml"));
    }
    package.add("word/footnotes.xml", notes_part(paper), type + "footnotes+xml");
    if (!paper.notes.links.empty()) package.add("word/_rels/footnotes.xml.rels", relations(paper.notes.links));
    package.add("word/numbering.xml", numbering(paper), type + "numbering+xml");
    package.add("word/settings.xml", settings(paper.contents_written), type + "settings+xml");
    package.add("word/styles.xml", paper.base.style_part, type + "styles+xml");
    package.add("word/theme/theme1.xml", paper.base.theme_part, "application/vnd.openxmlformats-officedocument.theme+xml");
    const std::pair<const char*, const char*> parts[] = {{"footnotes", "footnotes.xml"},
                                                         {"numbering", "numbering.xml"},
                                                         {"settings", "settings.xml"},
                                                         {"styles", "styles.xml"},
                                                         {"theme", "theme/theme1.xml"},
                                                         {"fontTable", "fontTable.xml"}};
    for (const auto& [kind, target] : parts) paper.body.link(kind, target);
    package.add("word/document.xml", body_part(paper), type + "document.main+xml");
    package.add("word/_rels/document.xml.rels", relations(paper.body.links));
}

void add_properties(Package& package, const Document& document) {
    package.add("docProps/core.xml", core_properties(document),
                "application/vnd.openxmlformats-package.core-properties+xml");
    package.add("docProps/app.xml", app_properties(document),
                "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    package.add("docProps/custom.xml", custom_properties(document),
                "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    package.add("_rels/.rels",
                relations({{"officeDocument", "word/document.xml", false},
                           {"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                            "docProps/core.xml", false},
                           {"extended-properties", "docProps/app.xml", false},
                           {"custom-properties", "docProps/custom.xml", false}}));
}

}  // namespace

std::string Part::link(std::string type, const std::string& target, bool external) {
    const auto [at, fresh] = known.try_emplace(type + " " + target, links.size());
    if (fresh) links.push_back({std::move(type), target, external});
    return "rId" + std::to_string(at->second + 1);
}

std::string pack(Paper& paper) {
    Package package;
    package.types = paper.base.types;
    add_text(package, paper);
    add_properties(package, paper.document);
    add_fonts(package, paper.base);
    add_pictures(package, paper);
    package.made.emplace_back("[Content_Types].xml", content_types(paper, package));
    std::vector<ArchivePart> entries = {{"[Content_Types].xml", package.made.back().second, 6, {}}};
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        entries.push_back({package.entries[i].path, package.made[i].second, package.entries[i].level, {}});
    }
    entries.insert(entries.end(), package.fonts.begin(), package.fonts.end());
    for (const TreeFile& file : paper.base.carried) entries.push_back({file.name, file.bytes, 6, {}});
    return archive(entries);
}

}  // namespace styrkedja::docx
