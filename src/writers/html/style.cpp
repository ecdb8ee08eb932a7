// SPDX-License-Identifier: EUPL-1.2
#include "assets.h"
#include "writers/html/page.h"

namespace styrkedja::html {

using namespace document;

namespace {

// The style sheet without comments and indentation.
std::string compact(std::string_view css) {
    std::string out;
    while (!css.empty()) {
        std::string_view line = css.substr(0, css.find('\n'));
        css.remove_prefix(std::min(css.size(), line.size() + 1));
        line.remove_prefix(std::min(line.size(), line.find_first_not_of(' ')));
        if (line.starts_with("/*")) {
            const std::size_t end = line.find("*/");
            if (end == std::string_view::npos) css.remove_prefix(css.find("*/") + 2);
            continue;
        }
        if (!out.empty() && !line.empty() && out.back() != ';' && out.back() != '{' && out.back() != '}')
            out += ' ';
        out += line;
    }
    return out;
}

std::string font_face(std::string_view family, int weight, std::string_view style, std::string_view woff2) {
    std::string css = "@font-face{font-family:";
    css += css_string(family);
    css += ";font-weight:" + std::to_string(weight) + ";font-style:";
    css += style;
    css += ";font-display:swap;src:url(data:font/woff2;base64,";
    css += base64(woff2);
    return css + ") format(\"woff2\")}\n";
}

// What all documents have in common is made once.
const std::string& common_style() {
    static const std::string css =
        font_face("Styrkedja Serif", 400, "normal", assets::fonts_serif_regular_woff2()) +
        font_face("Styrkedja Serif", 400, "italic", assets::fonts_serif_italic_woff2()) +
        font_face("Styrkedja Serif", 600, "normal", assets::fonts_serif_semibold_woff2()) +
        font_face("Styrkedja Serif Display", 600, "normal", assets::fonts_serif_display_woff2()) +
        font_face("Styrkedja Sans", 400, "normal", assets::fonts_sans_regular_woff2()) +
        font_face("Styrkedja Sans", 600, "normal", assets::fonts_sans_semibold_woff2()) +
        compact(assets::html_document_css());
    return css;
}

constexpr int text_contrast = 46;  // 4.5 to 1, and a little for rounding

constexpr std::string_view in_the_dark = "@media screen and (prefers-color-scheme:dark){";

// The municipality's one colour: the rule on the first page as it is, texts as far towards black as it takes.
std::string accent(std::string_view colour) {
    const Colour given = Colour::parse(colour).value_or(Colour{0x1a, 0x1a, 0x1a});
    const std::string dark = given.readable_on_dark(text_contrast).str();
    return ":root{--accent:" + given.str() +
           ";--accent-text:" + given.readable_on_white(text_contrast).str() + "}" + std::string(in_the_dark) +
           ":root{--accent:" + dark + ";--accent-text:" + dark + "}}";
}

// The scale's own colours: outlines that can be seen, the given colour where a shape is filled.
std::string mark_colours(const std::vector<Colour>& colours) {
    std::string light;
    std::string dark;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const std::string name = ".m.k" + std::to_string(i + 1);
        light += name + "{color:" + colours[i].readable_on_white(text_contrast).str() +
                 ";--fill:" + colours[i].str() + "}";
        dark += name + "{color:" + colours[i].readable_on_dark(text_contrast).str() + "}";
    }
    return light.empty() ? light : light + std::string(in_the_dark) + dark + "}";
}

std::string margin_box(std::string_view place, std::string_view content, std::string_view more) {
    std::string css = "@";
    css += place;
    css += "{content:";
    css += content;
    css += ";font:400 7.8pt \"Styrkedja Sans\",Calibri,sans-serif;color:#595959;white-space:nowrap;";
    css += more;
    return css + "}";
}

std::string both(std::string_view a, std::string_view b) {
    std::string text(a);
    if (!a.empty() && !b.empty()) text += " · ";
    return text += b;
}

// The paper: margins of the look, running head and foot. The head begins on the second page.
std::string paper(const Document& document) {
    const std::string head = "vertical-align:bottom;padding-bottom:9mm";
    const std::string foot = "vertical-align:top;padding-top:8mm";
    const std::string who = css_string(both(document.municipality_name, document.unit_name));
    const std::string what = css_string(both(document.kind, document.subtitle));
    const std::string page_number = "counter(page) \"\\a0(\" counter(pages) \")\"";
    return "@page{size:A4;margin:28mm 20mm 25mm 25mm;" + margin_box("top-left", who, head) +
           margin_box("top-right", what, head + ";text-align:right") +
           margin_box("bottom-left", css_string(document.diary_number), foot) +
           margin_box("bottom-center", css_string(document.state_text), foot) +
           margin_box("bottom-right", page_number, foot + ";text-align:right;font-weight:600;color:#1a1a1a") +
           "}" + "@page:first{@top-left{content:none}@top-right{content:none}}" +
           "@page wide{size:A4 landscape;margin:22mm 20mm 20mm 22mm}";
}

}  // namespace

std::string style_sheet(const Document& document, const Survey& found) {
    std::string css = common_style() + "\n" + accent(document.colour) + mark_colours(found.mark_colours);
    for (const int width : found.widths)
        css += ".w" + std::to_string(width) + "{width:" + std::to_string(width) + "%}";
    return css + paper(document);
}

}  // namespace styrkedja::html
