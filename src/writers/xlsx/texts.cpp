// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/xlsx/worksheet.h"

// The texts of a workbook, and the comments of a sheet.
namespace styrkedja::xlsx {

using namespace xml;

std::size_t Texts::of(const std::string& text) {
    ++uses_;
    const auto [found, is_new] = ids_.try_emplace(text, in_order_.size());
    if (is_new) in_order_.push_back(&found->first);
    return found->second;
}

std::string kept(std::string_view text) {
    const auto is_escape = [&](std::size_t at) {
        if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
        return text.substr(at + 2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_escape(at)) out += "_x005F";
        out += text[at];
    }
    return out;
}

std::string Texts::xml(Problems& problems) const {
    Xml xml;
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open("sst", {{"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"},
                     {"count", uses_}, {"uniqueCount", in_order_.size()}});
    for (const std::string* each : in_order_) {
        xml.open("si");
        xml.leaf("t", each->find('_') == std::string::npos ? *each : kept(*each), {{"xml:space", "preserve"}});
        xml.close();
    }
    xml.close();
    if (xml.replaced() > 0) {
        problems.add("characters_are_not_for_excel", Severity::warning, Place{}, {{"count", std::to_string(xml.replaced())}});
    }
    return xml.take();
}

std::string comments_xml(const Worksheet& sheet) {
    Xml xml;
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open("comments", {{"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}});
    xml.raw("<authors><author>Styrkedja</author></authors>");
    xml.open("commentList");
    for (const Comment& each : sheet.comments()) {
        xml.open("comment", {{"ref", cell_name(each.row, each.column)}, {"authorId", 0}});
        xml.open("text");
        xml.open("r");
        xml.raw("<rPr><sz val=\"9\"/><rFont val=\"Calibri\"/><family val=\"2\"/></rPr>");
        xml.leaf("t", kept(sheets::first_units(each.text, longest_text)), {{"xml:space", "preserve"}});
        xml.close();
        xml.close();
        xml.close();
    }
    xml.close();
    xml.close();
    return xml.take();
}

namespace {

// A box wide enough for a sentence a line, and as high as its lines: column and row of its corners, in pixels beside.
void write_box(Xml& xml, const Comment& comment, std::size_t number) {
    constexpr std::size_t letters_a_line = 42, most_lines = 16;
    std::size_t lines = 1;
    for (std::size_t from = 0; from <= comment.text.size();) {
        const std::size_t end = std::min(comment.text.find('\n', from), comment.text.size());
        lines += (end - from) / letters_a_line + 1;
        from = end + 1;
    }
    const std::size_t height = std::min(lines, most_lines) * 14 + 8;
    xml.open("v:shape", {{"id", "_x0000_s" + std::to_string(1025 + number)},
                         {"type", "#_x0000_t202"},
                         {"style", "position:absolute;width:190pt;height:" + std::to_string(height) +
                                       "pt;z-index:1;visibility:hidden"},
                         {"fillcolor", "#FFFFFF"},
                         {"o:insetmode", "auto"}});
    xml.raw("<v:fill color2=\"#FFFFFF\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>");
    xml.open("x:ClientData", {{"ObjectType", "Note"}});
    const auto at = [](std::size_t n) { return std::to_string(n); };
    xml.leaf("x:Anchor", at(comment.column + 1) + ", 12, " + at(comment.row) + ", 4, " + at(comment.column + 4) + ", 40, " +
                             at(comment.row + std::max<std::size_t>(2, height / 14)) + ", 8");
    xml.leaf("x:AutoFill", "False");
    xml.leaf("x:Row", at(comment.row));
    xml.leaf("x:Column", at(comment.column));
    xml.close();
    xml.close();
}

}  // namespace

std::string comment_boxes_xml(const Worksheet& sheet) {
    Xml xml;
    xml.open("xml", {{"xmlns:v", "urn:schemas-microsoft-com:vml"},
                     {"xmlns:o", "urn:schemas-microsoft-com:office:office"},
                     {"xmlns:x", "urn:schemas-microsoft-com:office:excel"}});
    xml.raw("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
            "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
    for (std::size_t i = 0; i < sheet.comments().size(); ++i) write_box(xml, sheet.comments()[i], i);
    xml.close();
    return xml.take();
}

}  // namespace styrkedja::xlsx
