// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <numbers>
#include <pugixml.hpp>

#include "writers/pdf/content.h"
#include "writers/html/colour.h"
#include "writers/pdf/file.h"
#include "writers/pdf/paper.h"
#include "writers/pdf/svg_path.h"

// A municipality's shield: the part of SVG that drawing programs write for plain vector art (shapes, paths, groups,
// transformations, flat colours). What is beyond that (gradients, pictures, text, effects) is told, not guessed.
namespace styrkedja::pdf {

namespace {

struct Look {
    std::string fill = "#000000";
    std::string stroke = "none";
    double width = 1;
    bool even_odd = false;
};

constexpr std::pair<std::string_view, std::string_view> colour_names[] = {
    {"black", "#000000"}, {"white", "#ffffff"}, {"red", "#ff0000"}, {"blue", "#0000ff"}, {"green", "#008000"},
    {"yellow", "#ffff00"}, {"gold", "#ffd700"}, {"silver", "#c0c0c0"}, {"gray", "#808080"}, {"grey", "#808080"}};

class Reader {
  public:
    Shield read(const std::string& svg) {
        pugi::xml_document xml;
        if (!xml.load_buffer(svg.data(), svg.size(), pugi::parse_default)) return incomplete();
        const pugi::xml_node root = xml.child("svg");
        if (!root) return incomplete();
        const std::vector<double> box = svg_numbers(root.attribute("viewBox").value());
        double x = 0, y = 0;
        if (box.size() == 4) {
            x = box[0];
            y = box[1];
            out_.width = box[2];
            out_.height = box[3];
        } else {
            out_.width = root.attribute("width").as_double();
            out_.height = root.attribute("height").as_double();
        }
        if (!(out_.width > 0) || !(out_.height > 0)) return incomplete();
        out_.operators = "0 0 " + num(out_.width) + " " + num(out_.height) + " re W n\n1 0 0 1 " + num(-x) + " " + num(-y) + " cm\n";
        children(root, Look{}, 0);
        return std::move(out_);
    }

  private:
    Shield incomplete() {
        out_ = {};
        out_.complete = false;
        return out_;
    }

    // From an attribute, or from style="...".
    static std::string property(pugi::xml_node node, const char* name) {
        const std::string style = node.attribute("style").value();
        for (std::size_t at = 0; at < style.size();) {
            const std::size_t end = std::min(style.find(';', at), style.size());
            const std::size_t colon = style.find(':', at);
            if (colon < end && trimmed(style.substr(at, colon - at)) == name) return trimmed(style.substr(colon + 1, end - colon - 1));
            at = end + 1;
        }
        return node.attribute(name).value();
    }

    static std::string trimmed(std::string text) {
        const std::size_t first = text.find_first_not_of(" \t\n");
        if (first == std::string::npos) return {};
        return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
    }

    std::string colour(std::string text) {
        if (text.size() == 4 && text[0] == '#') text = {'#', text[1], text[1], text[2], text[2], text[3], text[3]};
        for (const auto& [name, value] : colour_names) {
            if (text == name) return std::string(value);
        }
        if (text == "none" || text == "transparent") return "none";
        if (html::Colour::parse(text)) return text;
        out_.complete = false;
        return "#000000";
    }

    Look look_of(pugi::xml_node node, Look look) {
        if (const std::string fill = property(node, "fill"); !fill.empty()) look.fill = colour(fill);
        if (const std::string stroke = property(node, "stroke"); !stroke.empty()) look.stroke = colour(stroke);
        if (const std::string width = property(node, "stroke-width"); !width.empty()) {
            const auto numbers = svg_numbers(width);
            look.width = numbers.empty() ? 1 : numbers[0];
        }
        if (const std::string rule = property(node, "fill-rule"); !rule.empty()) look.even_odd = rule == "evenodd";
        for (const char* effect : {"opacity", "fill-opacity", "stroke-opacity", "filter", "mask", "clip-path"}) {
            const std::string value = property(node, effect);
            if (!value.empty() && value != "1" && value != "none") out_.complete = false;
        }
        return look;
    }

    void children(pugi::xml_node parent, const Look& look, int depth) {
        constexpr int deepest = 32;
        if (depth > deepest) {
            out_.complete = false;
            return;
        }
        for (const pugi::xml_node node : parent.children()) {
            if (node.type() != pugi::node_element) continue;
            const std::string_view name = node.name();
            if (name == "title" || name == "desc" || name == "metadata" || (name == "defs" && !node.first_child())) continue;
            element(node, name, look_of(node, look), depth);
        }
    }

    void element(pugi::xml_node node, std::string_view name, const Look& look, int depth) {
        const std::string transform = node.attribute("transform").value();
        out_.operators += "q\n";
        if (!transform.empty()) {
            const auto operators = svg_transform(transform);
            if (!operators) out_.complete = false;
            out_.operators += operators.value_or("");
        }
        if (name == "g" || name == "svg") {
            children(node, look, depth + 1);
        } else if (const std::string path = path_of(node, name); !path.empty()) {
            paint(path, look);
        } else {
            out_.complete = false;
        }
        out_.operators += "Q\n";
    }

    std::string path_of(pugi::xml_node node, std::string_view name) {
        const auto value = [&](const char* attribute) { return node.attribute(attribute).as_double(); };
        if (name == "path") {
            bool whole = true;
            std::string path = svg_path(node.attribute("d").value(), whole);
            if (!whole) out_.complete = false;
            return path;
        }
        if (name == "rect") {
            if (value("rx") > 0 || value("ry") > 0) out_.complete = false;
            return num(value("x")) + " " + num(value("y")) + " " + num(value("width")) + " " + num(value("height")) + " re ";
        }
        if (name == "circle") return svg_ellipse(value("cx"), value("cy"), value("r"), value("r"));
        if (name == "ellipse") return svg_ellipse(value("cx"), value("cy"), value("rx"), value("ry"));
        if (name == "line") return num(value("x1")) + " " + num(value("y1")) + " m " + num(value("x2")) + " " + num(value("y2")) + " l ";
        if (name == "polygon" || name == "polyline") {
            const auto points = svg_numbers(node.attribute("points").value());
            std::string path;
            for (std::size_t i = 0; i + 1 < points.size(); i += 2) path += num(points[i]) + " " + num(points[i + 1]) + (i == 0 ? " m " : " l ");
            return name == "polygon" && !path.empty() ? path + "h " : path;
        }
        return {};
    }

    static std::string ink_ops(const std::string& colour, const char* op) {
        const Ink ink = ink_of(colour);
        return num(ink.red / 255.0) + " " + num(ink.green / 255.0) + " " + num(ink.blue / 255.0) + " " + op + " ";
    }

    void paint(const std::string& path, const Look& look) {
        const bool filled = look.fill != "none", stroked = look.stroke != "none" && look.width > 0;
        if (!filled && !stroked) return;
        if (filled) out_.operators += ink_ops(look.fill, "rg");
        if (stroked) out_.operators += ink_ops(look.stroke, "RG") + num(look.width) + " w ";
        out_.operators += path;
        const std::string odd = look.even_odd ? "*" : "";
        out_.operators += (filled && stroked ? "B" + odd : filled ? "f" + odd : "S") + "\n";
    }

    Shield out_;
};

}  // namespace

Shield read_shield(const std::string& svg) { return Reader().read(svg); }

}  // namespace styrkedja::pdf
