// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <string>

#include "charts/charts.h"
#include "charts/to_svg.h"
#include "writers/docx/paper.h"
#include "document/names.h"
#include "writers/paint/paint.h"
#include "writers/pdf/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

constexpr double emu = 12700;  // to a point

long length(double points) {
    return std::lround(points * emu);
}

struct Placed {
    std::string png_link, svg_link;
    double width, height;
    std::string_view alternative;
    int raised;
};

void write_blip(Xml& out, const Placed& picture) {
    out.open("a:blip", {{"r:embed", picture.png_link}});
    out.raw("<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
            "<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"");
    std::string link = " r:embed=\"";
    append_escaped(link, picture.svg_link);
    out.append(link + "\"/></a:ext></a:extLst>");
    out.close();
}

// A picture in the line, with the vector form in the extension that Word 2016 and later know.
void write_inline(Paper& paper, const Placed& picture) {
    Xml& out = paper.out();
    const int id = ++paper.drawings;
    const long width = length(picture.width), height = length(picture.height);
    const std::string name = "Bild " + std::to_string(id);
    open_change(paper, paper.outer);
    out.raw("<w:r>");
    if (picture.raised != 0) {
        out.raw("<w:rPr>");
        out.value("w:position", long{picture.raised});
        out.raw("</w:rPr>");
    }
    out.raw("<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    out.empty("wp:extent", {{"cx", width}, {"cy", height}});
    out.empty("wp:docPr", {{"id", id}, {"name", name}, {"descr", picture.alternative}});
    out.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
            "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
            "<pic:pic><pic:nvPicPr>");
    out.empty("pic:cNvPr", {{"id", id}, {"name", name}, {"descr", picture.alternative}});
    out.raw("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>");
    write_blip(out, picture);
    out.raw("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
    out.empty("a:ext", {{"cx", width}, {"cy", height}});
    out.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
            "</a:graphic></wp:inline></w:drawing></w:r>");
    close_change(paper, paper.outer);
}

// Equal drawings are one file.
std::size_t keep(Paper& paper, charts::Drawing drawing, double scale) {
    std::string svg = charts::to_svg(drawing);
    const auto [at, fresh] = paper.picture_at.try_emplace(svg, paper.pictures.size());
    if (fresh) paper.pictures.push_back({std::move(drawing), scale, std::move(svg), {}});
    return at->second;
}

// What is said of a mark that has no word.
std::string_view said(const Mark& mark) {
    return mark.label.empty() ? name_of(mark.shape) : std::string_view(mark.label);
}

}  // namespace

void write_drawing(Paper& paper, charts::Drawing drawing, const DrawingForm& form, std::string_view alternative) {
    if (drawing.width <= 0 || drawing.height <= 0) return;
    Placed picture{{}, {}, drawing.width * form.shown, drawing.height * form.shown, alternative, form.raised};
    const std::string name = "media/image" + std::to_string(keep(paper, std::move(drawing), form.scale) + 1);
    picture.png_link = paper.part->link("image", name + ".png");
    picture.svg_link = paper.part->link("image", name + ".svg");
    write_inline(paper, picture);
}

void write_mark(Paper& paper, const Mark& mark, double side) {
    constexpr double sharp = 5;  // pixels to a point
    write_drawing(paper, charts::draw(mark, side), {.scale = sharp, .raised = -1}, said(mark));
}

namespace {

struct Size {
    double width, height;
};

// As large as the margin column and 15 mm allow; a shield whose size isn't known is as wide as it is high.
Size shield_size(const pdf::Shield& shield) {
    constexpr double highest = 42.5, widest = 102;  // 15 and 36 mm
    if (!(shield.width > 0) || !(shield.height > 0)) return {highest, highest};
    const double scale = std::min(highest / shield.height, widest / shield.width);
    return {shield.width * scale, shield.height * scale};
}

}  // namespace

// The shield stands in the document as SVG, with what can be painted of it as PNG for older programs.
void write_logo(Paper& paper) {
    const Document& document = paper.document;
    if (document.logo_svg.empty()) return;
    const Size size = shield_size(pdf::read_shield(document.logo_svg));
    open_paragraph(paper, Style::margin, {.fits_picture = true});
    const std::string& name = document.municipality_name;
    write_inline(paper, {paper.part->link("image", "media/logo.png"), paper.part->link("image", "media/logo.svg"),
                         size.width, size.height, name.empty() ? paper.words.front : std::string_view(name), 0});
    close_paragraph(paper);
}

std::string logo_png(const Paper& paper) {
    const pdf::Shield shield = pdf::read_shield(paper.document.logo_svg);
    const paint::Painter painter;
    if (shield.operators.empty() || !(shield.width > 0)) return painter.png("", 1, 1, 1);
    constexpr double sharp = 5;  // pixels to a point as shown
    return painter.png(shield.operators, shield.width, shield.height, sharp * shield_size(shield).width / shield.width);
}

void finish_pictures(Paper& paper) {
    const paint::Painter painter;
    for (Picture& picture : paper.pictures) picture.png = painter.png(picture.drawing, picture.scale);
}

}  // namespace styrkedja::docx
