// SPDX-License-Identifier: EUPL-1.2
#include "writers/xlsx/xlsx.h"

#include <algorithm>

#include "base/utf8.h"
#include "codec/archive.h"
#include "locale/sheet_words.h"
#include "writers/xlsx/workbook.h"

namespace styrkedja {
namespace xlsx {

using namespace xml;

namespace {

constexpr const char* main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* packages = "http://schemas.openxmlformats.org/package/2006/relationships";

Xml begun() {
    Xml xml;
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    return xml;
}

std::string content_types(const Workbook& workbook) {
    Xml xml = begun();
    xml.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
            "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        xml.empty("Override", {{"PartName", "/xl/worksheets/sheet" + number + ".xml"},
                               {"ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"}});
        if (workbook.sheets[i].comments().empty()) continue;
        xml.empty("Override", {{"PartName", "/xl/comments" + number + ".xml"},
                               {"ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"}});
    }
    xml.close();
    return xml.take();
}

std::string workbook_xml(const Workbook& workbook) {
    Xml xml = begun();
    xml.open("workbook", {{"xmlns", main_namespace}, {"xmlns:r", relations}});
    xml.raw("<bookViews><workbookView activeTab=\"0\" tabRatio=\"850\"/></bookViews>");
    xml.open("sheets");
    std::string names;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const Worksheet& sheet = workbook.sheets[i];
        const std::string relation = "rId" + std::to_string(i + 1);
        if (sheet.is_hidden()) xml.empty("sheet", {{"name", sheet.name()}, {"sheetId", i + 1}, {"state", "hidden"}, {"r:id", relation}});
        else xml.empty("sheet", {{"name", sheet.name()}, {"sheetId", i + 1}, {"r:id", relation}});
        names += workbook.sheets[i].defined_names(i);
    }
    xml.close();
    if (!names.empty()) {
        xml.open("definedNames");
        xml.append(names);
        xml.close();
    }
    xml.close();
    return xml.take();
}

std::string workbook_relations(const Workbook& workbook) {
    Xml xml = begun();
    xml.open("Relationships", {{"xmlns", packages}});
    const auto add = [&](std::size_t number, const std::string& type, const std::string& target) {
        xml.empty("Relationship", {{"Id", "rId" + std::to_string(number)}, {"Type", std::string(relations) + "/" + type}, {"Target", target}});
    };
    const std::size_t count = workbook.sheets.size();
    for (std::size_t i = 1; i <= count; ++i) add(i, "worksheet", "worksheets/sheet" + std::to_string(i) + ".xml");
    add(count + 1, "styles", "styles.xml");
    add(count + 2, "sharedStrings", "sharedStrings.xml");
    xml.close();
    return xml.take();
}

std::string sheet_relations(std::size_t number) {
    Xml xml = begun();
    xml.open("Relationships", {{"xmlns", packages}});
    const std::string of = std::to_string(number);
    xml.empty("Relationship", {{"Id", "rId1"}, {"Type", std::string(relations) + "/vmlDrawing"}, {"Target", "../drawings/vmlDrawing" + of + ".vml"}});
    xml.empty("Relationship", {{"Id", "rId2"}, {"Type", std::string(relations) + "/comments"}, {"Target", "../comments" + of + ".xml"}});
    xml.close();
    return xml.take();
}

// The time in it is the document's own day; without one there is none.
std::string core_properties(const document::Document& document) {
    Xml xml = begun();
    xml.open("cp:coreProperties", {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                   {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                   {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    xml.leaf("dc:title", document.title);
    if (!document.kind.empty()) xml.leaf("dc:subject", document.kind);
    xml.leaf("dc:creator", document.unit_name.empty() ? document.municipality_name : document.unit_name);
    xml.leaf("dc:identifier", document.id);
    if (!document.diary_number.empty()) xml.leaf("cp:keywords", document.diary_number);
    if (!document.date.empty()) {
        for (const bool created : {true, false}) {
            const std::string time = document.date + "T00:00:00Z";
            if (created) xml.leaf("dcterms:created", time, {{"xsi:type", "dcterms:W3CDTF"}});
            else xml.leaf("dcterms:modified", time, {{"xsi:type", "dcterms:W3CDTF"}});
        }
    }
    if (!document.version.empty()) xml.leaf("cp:version", document.version);
    xml.leaf("dc:language", "sv");
    xml.close();
    return xml.take();
}

constexpr std::string_view package_relations =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
    "</Relationships>";
constexpr std::string_view app_properties =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Styrkedja</Application></Properties>";

}  // namespace

double width_of(std::string_view text) {
    std::size_t widest = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        widest = std::max(widest, count_characters(text.substr(from, std::min<std::size_t>(end - from, 1000))));
        from = end + 1;
    }
    return static_cast<double>(widest);
}

double longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", from), text.size());
        longest = std::max(longest, count_characters(text.substr(from, end - from)));
        from = end + 1;
    }
    return static_cast<double>(longest);
}

void Workbook::set_up_page(Worksheet& sheet, const std::string& title) const {
    const SheetWords& words = swedish_sheet_words;
    const std::string pages = std::string(words.page) + " &P " + std::string(words.of) + " &N";
    sheet.footer(document.diary_number.empty() ? title : document.diary_number + " · " + title, document.state_text, pages);
}

// Merged over the columns, so that Excel breaks its lines there; Excel doesn't find the height of such rows itself.
void Workbook::write_wide(Worksheet& sheet, const std::string& text, Look look, const std::vector<double>& widths) const {
    double width = 0;
    for (const double each : widths) width += each;
    width = std::min(width, 140.0);
    const double letters = width * 10.0 / look.size;
    const auto lines = static_cast<double>(count_lines(text, letters));
    std::string shown(sheets::first_units(text, longest_text));
    if (lines <= 1) return sheet.text(0, shown, look);
    look.wrap = true;
    sheet.height(lines * look.size * 1.36 + 2);
    sheet.text(0, shown, look);
    double covered = 0;
    std::size_t last = 0;
    while (last < widths.size() && covered + widths[last] <= std::max(width, widths[0])) covered += widths[last++];
    sheet.merge(0, last > 0 ? last - 1 : 0);
}

std::string pack(Workbook& workbook) {
    std::deque<std::string> kept_bytes;
    std::vector<ArchivePart> parts;
    constexpr int level = 4;
    const auto add = [&](std::string path, std::string bytes) {
        parts.push_back({std::move(path), kept_bytes.emplace_back(std::move(bytes)), level});
    };
    add("[Content_Types].xml", content_types(workbook));
    add("_rels/.rels", std::string(package_relations));
    add("docProps/core.xml", core_properties(workbook.document));
    add("docProps/app.xml", std::string(app_properties));
    add("xl/workbook.xml", workbook_xml(workbook));
    add("xl/_rels/workbook.xml.rels", workbook_relations(workbook));
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        Worksheet& sheet = workbook.sheets[i];
        add("xl/worksheets/sheet" + number + ".xml", sheet.xml(i == 0));
        if (sheet.comments().empty()) continue;
        add("xl/worksheets/_rels/sheet" + number + ".xml.rels", sheet_relations(i + 1));
        add("xl/comments" + number + ".xml", comments_xml(sheet));
        add("xl/drawings/vmlDrawing" + number + ".vml", comment_boxes_xml(sheet));
    }
    add("xl/styles.xml", workbook.styles.xml());
    add("xl/sharedStrings.xml", workbook.texts.xml(workbook.problems));
    return archive(parts);
}

}  // namespace xlsx

std::string write_xlsx(const document::Document& document, Problems& problems) {
    const sheets::Book book = sheets::make_book(document, problems);
    xlsx::Workbook workbook{document, book, problems};
    xlsx::write_contents(workbook);
    for (const sheets::Sheet& sheet : book.sheets) xlsx::write_table(workbook, sheet);
    xlsx::write_data(workbook);
    return xlsx::pack(workbook);
}

}  // namespace styrkedja
