// SPDX-License-Identifier: EUPL-1.2
#include "writers/xlsx/styles.h"

#include <algorithm>

#include "codec/xml.h"

namespace styrkedja::xlsx {

using namespace xml;

namespace {

constexpr int first_own_format = 164;   // ECMA-376 18.8.30: those below are Excel's own
constexpr int rules = 4;

std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '"' && c != '\\') out += c;
    }
    return out.empty() ? out : "\"" + out + "\"";
}

const char* colour_of(Ink ink) { return ink == Ink::grey ? "FF595959" : ink == Ink::link ? "FF23507A" : "FF1A1A1A"; }

// A font is a size (8-20), bold, struck and an ink; which number it has follows from them.
std::vector<Look> fonts_of(const std::vector<Look>& looks) {
    std::vector<Look> fonts;
    for (const Look& look : looks) {
        bool there = false;
        for (const Look& font : fonts) {
            there = there || (font.size == look.size && font.bold == look.bold && font.struck == look.struck && font.ink == look.ink);
        }
        if (!there) fonts.push_back(look);
    }
    return fonts;
}

std::size_t font_index(const std::vector<Look>& fonts, const Look& look) {
    std::size_t i = 0;
    while (fonts[i].size != look.size || fonts[i].bold != look.bold || fonts[i].struck != look.struck || fonts[i].ink != look.ink) ++i;
    return i;
}

void write_rule(Xml& xml, Name name, Rule rule) {
    if (rule == Rule::none) return xml.empty(name);
    xml.open(name, {{"style", rule == Rule::thick ? "medium" : "thin"}});
    xml.empty("color", {{"rgb", rule == Rule::hairline ? "FFCDCDCD" : "FF1A1A1A"}});
    xml.close();
}

void write_look(Xml& xml, const Look& look, const std::vector<Look>& fonts) {
    const auto border = static_cast<std::size_t>(look.above) * rules + static_cast<std::size_t>(look.below);
    constexpr int tint = 2;
    xml.open("xf", {{"numFmtId", look.format}, {"fontId", font_index(fonts, look)}, {"fillId", look.open ? tint : 0}, {"borderId", border},
                    {"xfId", 0}, {"applyNumberFormat", 1}, {"applyFont", 1}, {"applyBorder", 1}, {"applyAlignment", 1}});
    const char* side = look.side == Side::left ? "left" : look.side == Side::right ? "right" : "general";
    xml.empty("alignment", {{"horizontal", side}, {"vertical", look.bottom ? "bottom" : "top"}, {"wrapText", look.wrap ? 1 : 0},
                            {"indent", look.indent}});
    if (look.open) xml.raw("<protection locked=\"0\"/>");
    xml.close();
}

void write_fonts(Xml& xml, const std::vector<Look>& fonts) {
    xml.open("fonts", {{"count", fonts.size()}});
    for (const Look& font : fonts) {
        xml.open("font");
        if (font.bold) xml.empty("b");
        if (font.struck) xml.empty("strike");
        xml.empty("sz", {{"val", font.size}});
        xml.empty("color", {{"rgb", colour_of(font.ink)}});
        xml.empty("name", {{"val", "Calibri"}});
        xml.empty("family", {{"val", 2}});
        xml.close();
    }
    xml.close();
}

void write_borders(Xml& xml) {
    xml.open("borders", {{"count", rules * rules}});
    for (int above = 0; above < rules; ++above) {
        for (int below = 0; below < rules; ++below) {
            xml.open("border");
            xml.raw("<left/><right/>");
            write_rule(xml, "top", static_cast<Rule>(above));
            write_rule(xml, "bottom", static_cast<Rule>(below));
            xml.raw("<diagonal/>");
            xml.close();
        }
    }
    xml.close();
}

}  // namespace

std::string number_format(const sheets::Form& form) {
    std::string digits = form.grouping ? "#,##0" : "0";
    if (form.decimals > 0) digits += "." + std::string(static_cast<std::size_t>(form.decimals), '0');
    digits += quoted(form.suffix);
    if (form.dash) return digits + ";-" + digits + ";\"–\"";
    if (form.sign == sheets::Form::Sign::none) return digits + ";" + digits;
    if (form.sign == sheets::Form::Sign::minus) return digits;
    const std::string zero = digits.substr(form.grouping ? 4 : 0);
    return "+" + digits + ";-" + digits + ";" + zero;
}

int Styles::format(const sheets::Form& form) {
    const std::string code = number_format(form);
    const auto [found, is_new] = format_ids_.try_emplace(code, first_own_format + static_cast<int>(formats_.size()));
    if (is_new) formats_.push_back(code);
    return found->second;
}

int Styles::of(const Look& look) {
    if (last_ >= 0 && looks_[static_cast<std::size_t>(last_)] == look) return last_;
    const auto [found, is_new] = ids_.try_emplace(look.key(), static_cast<int>(looks_.size()));
    if (is_new) looks_.push_back(look);
    return last_ = found->second;
}

std::string Styles::xml() const {
    Xml xml;
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open("styleSheet", {{"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}});
    if (!formats_.empty()) {
        xml.open("numFmts", {{"count", formats_.size()}});
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            xml.empty("numFmt", {{"numFmtId", first_own_format + static_cast<int>(i)}, {"formatCode", formats_[i]}});
        }
        xml.close();
    }
    const std::vector<Look> fonts = fonts_of(looks_);
    write_fonts(xml, fonts);
    const bool any_open = std::any_of(looks_.begin(), looks_.end(), [](const Look& look) { return look.open; });
    xml.open("fills", {{"count", any_open ? 3 : 2}});
    xml.raw("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
    if (any_open) xml.raw("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF3F1EA\"/><bgColor indexed=\"64\"/></patternFill></fill>");
    xml.close();
    write_borders(xml);
    xml.raw("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
    xml.open("cellXfs", {{"count", looks_.size()}});
    for (const Look& look : looks_) write_look(xml, look, fonts);
    xml.close();
    xml.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    xml.close();
    return xml.take();
}

}  // namespace styrkedja::xlsx
