// SPDX-License-Identifier: EUPL-1.2
#include "writers/docx/check.h"

#include <algorithm>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "codec/tree.h"

namespace styrkedja {
namespace {

using Node = pugi::xml_node;
using Files = std::map<std::string, std::string>;

// Order of elements, as in the schema.
const std::map<std::string, std::vector<std::string>> orders = {
    {"w:pPr",
     {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
      "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind",
      "w:contextualSpacing", "w:jc", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr", "w:pPrChange"}},
    {"w:rPr",
     {"w:ins", "w:del", "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:strike", "w:color",
      "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:bdr", "w:shd",
      "w:vertAlign", "w:rtl", "w:cs", "w:lang", "w14:ligatures", "w14:numForm", "w14:numSpacing"}},
    {"w:tblPr",
     {"w:tblStyle", "w:tblpPr", "w:bidiVisual", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:shd",
      "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"}},
    {"w:trPr", {"w:cantSplit", "w:tblHeader", "w:ins", "w:del"}},
    {"w:tcPr",
     {"w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar", "w:textDirection",
      "w:vAlign"}},
    {"w:tcBorders", {"w:top", "w:left", "w:bottom", "w:right"}},
    {"w:pBdr", {"w:top", "w:left", "w:bottom", "w:right", "w:between"}},
    {"w:sectPr",
     {"w:headerReference", "w:footerReference", "w:footnotePr", "w:type", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"}},
    {"w:sdtPr", {"w:rPr", "w:alias", "w:tag", "w:id", "w:lock", "w:docPartObj", "w:text"}},
    {"w:style",
     {"w:name", "w:aliases", "w:basedOn", "w:next", "w:link", "w:autoRedefine", "w:hidden", "w:uiPriority",
      "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:locked", "w:rsid", "w:pPr", "w:rPr", "w:tblPr", "w:trPr",
      "w:tcPr", "w:tblStylePr"}},
    {"w:numbering", {"w:numPicBullet", "w:abstractNum", "w:num"}},
};

std::string folder_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// All nodes below one, in their order.
void walk(Node node, const std::function<void(Node)>& visit) {
    for (Node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        visit(child);
        walk(child, visit);
    }
}

std::string value(Node node, const char* attribute = "w:val") {
    return node.attribute(attribute).as_string();
}

// The files of the package, the hidden _rels/.rels apart, which read_zip leaves out.
Files files_of(std::string_view bytes) {
    Problems problems;
    Files files;
    for (TreeFile& file : read_zip(bytes, "", problems)) files.emplace(file.name, std::move(file.bytes));
    return files;
}

class Checker {
  public:
    explicit Checker(std::string_view bytes) : files_(files_of(bytes)) {}

    std::vector<std::string> check() {
        if (files_.empty()) return {"not a zip"};
        for (const auto& [name, bytes] : files_) {
            if (!name.ends_with(".xml") && !name.ends_with(".rels")) continue;
            if (!parts_[name].load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata)) {
                add(name, "is not well formed");
            }
        }
        check_types();
        check_relations();
        read_styles();
        for (auto& [name, part] : parts_) check_part(name, part);
        check_references();
        return found_;
    }

  private:
    void add(const std::string& where, const std::string& what) { found_.push_back(where + ": " + what); }

    void check_types() {
        std::set<std::string> extensions, parts;
        for (Node node : parts_["[Content_Types].xml"].document_element().children()) {
            if (std::string_view(node.name()) == "Default") extensions.insert(value(node, "Extension"));
            if (std::string_view(node.name()) == "Override" && !parts.insert(value(node, "PartName")).second) {
                add(value(node, "PartName"), "has two content types");
            }
        }
        for (const std::string& part : parts) {
            if (!files_.contains(part.substr(1))) add(part, "has a content type but isn't there");
        }
        for (const auto& [name, bytes] : files_) {
            const std::string extension = name.substr(name.rfind('.') + 1);
            const bool plain_xml = extension == "xml" && name != "[Content_Types].xml";
            if (name == "[Content_Types].xml" || parts.contains("/" + name)) continue;
            if (plain_xml || !extensions.contains(extension)) add(name, "has no content type");
        }
    }

    void check_relations() {
        for (auto& [name, part] : parts_) {
            if (!name.ends_with(".rels")) continue;
            const std::size_t at = name.rfind("_rels/");
            const std::string owner = name.substr(0, at) + name.substr(at + 6, name.size() - at - 11);
            for (Node node : part.document_element().children()) {
                if (!relations_[owner].insert(value(node, "Id")).second) add(name, value(node, "Id") + " is there twice");
                if (value(node, "TargetMode") == "External") continue;
                const std::string target = value(node, "Target");
                const std::string path = target.starts_with("/") ? target.substr(1) : folder_of(owner) + target;
                if (!files_.contains(path)) add(name, "leads to " + path + ", which isn't there");
            }
        }
    }

    void read_styles() {
        for (Node style : parts_["word/styles.xml"].document_element().children("w:style")) {
            if (!styles_.insert(value(style, "w:styleId")).second) add("styles", value(style, "w:styleId") + " is there twice");
        }
        for (Node style : parts_["word/styles.xml"].document_element().children("w:style")) {
            for (const char* name : {"w:basedOn", "w:next", "w:link"}) {
                const std::string id = value(style.child(name));
                if (!id.empty() && !styles_.contains(id)) add("styles", value(style, "w:styleId") + " rests on " + id);
            }
        }
        for (Node number : parts_["word/numbering.xml"].document_element().children("w:num")) {
            if (!numbers_.insert(value(number, "w:numId")).second) add("numbering", value(number, "w:numId") + " is there twice");
        }
        for (Node note : parts_["word/footnotes.xml"].document_element().children("w:footnote")) {
            if (!notes_.insert(value(note, "w:id")).second) add("footnotes", value(note, "w:id") + " is there twice");
        }
    }

    void check_part(const std::string& name, const pugi::xml_document& part) {
        if (!name.starts_with("word/") || name.ends_with(".rels")) return;
        walk(part, [&](Node node) {
            const std::string kind = node.name();
            check_order(name, node);
            check_element(name, kind, node);
            for (const pugi::xml_attribute& attribute : node.attributes()) {
                const std::string_view key = attribute.name();
                if (key.starts_with("r:") && !relations_[name].contains(attribute.as_string())) {
                    add(name, kind + " refers to " + attribute.as_string() + ", which isn't there");
                }
            }
        });
    }

    void check_element(const std::string& name, const std::string& kind, Node node) {
        if (kind == "w:pStyle" || kind == "w:rStyle" || kind == "w:tblStyle") {
            if (!styles_.contains(value(node))) add(name, "style " + value(node) + " isn't there");
        }
        if (kind == "w:numId" && value(node) != "0" && !numbers_.contains(value(node))) {
            add(name, "list " + value(node) + " isn't there");
        }
        if (kind == "w:tc" && std::string_view(node.last_child().name()) != "w:p") add(name, "a cell ends in no paragraph");
        if (kind == "w:tbl") check_table(name, node);
        if (kind == "w:ins" || kind == "w:del") {
            if (value(node, "w:author").empty()) add(name, "a change has no author");
            once(name, "change", value(node, "w:id"));
        }
        if (kind == "w:t" && node.parent().parent().name() == std::string("w:del")) add(name, "removed text in w:t");
        if (kind == "w:bookmarkStart") bookmark(name, node);
        if (kind == "w:bookmarkEnd" && opened_.erase(value(node, "w:id")) == 0) add(name, "a bookmark ends that never began");
        if (kind == "wp:docPr") {
            once(name, "drawing", value(node, "id"));
            if (value(node, "descr").empty()) add(name, "a drawing says nothing in words");
        }
        if (kind == "w:id" && std::string_view(node.parent().name()) == "w:sdtPr") once(name, "control", value(node));
        if (kind == "w:tag" && value(node).size() > 64) add(name, "a tag is longer than 64");
        if (kind == "w:footnoteReference" && !notes_.contains(value(node, "w:id"))) add(name, "a footnote isn't there");
        if (kind == "w:hyperlink" && !value(node, "w:anchor").empty()) anchors_.insert(value(node, "w:anchor"));
        if (kind == "w:fldChar") field(name, value(node, "w:fldCharType"));
    }

    void once(const std::string& name, const std::string& kind, const std::string& id) {
        if (id.empty() || !ids_.insert(name + " " + kind + " " + id).second) add(name, kind + " " + id + " is there twice");
    }

    void bookmark(const std::string& name, Node node) {
        once(name, "bookmark", value(node, "w:id"));
        opened_.insert(value(node, "w:id"));
        const std::string label = value(node, "w:name");
        if (label.size() > 40 || !bookmarks_.insert(label).second) add(name, "bookmark " + label + " is long or repeated");
    }

    void field(const std::string& name, const std::string& type) {
        fields_ += type == "begin" ? 1 : type == "end" ? -1 : 0;
        if (fields_ < 0) add(name, "a field ends that never began");
    }

    // Rows fill the grid; Word knows 63 columns.
    void check_table(const std::string& name, Node table) {
        long columns = 0;
        for (Node column : table.child("w:tblGrid").children()) columns += column.empty() ? 0 : 1;
        if (columns == 0 || columns > 63) add(name, "a table has " + std::to_string(columns) + " columns");
        for (Node row : table.children("w:tr")) {
            long filled = 0;
            for (Node cell : row.children("w:tc")) {
                filled += std::max(1, cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1));
            }
            if (filled != columns) add(name, "a row has " + std::to_string(filled) + " cells of " + std::to_string(columns));
        }
        if (std::string_view(table.next_sibling().name()) == "w:tbl") add(name, "two tables touch and become one");
    }

    void check_order(const std::string& name, Node node) {
        const auto found = orders.find(node.name());
        if (found == orders.end()) return;
        std::size_t last = 0;
        for (Node child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            const auto at = std::find(found->second.begin(), found->second.end(), child.name());
            const auto place = static_cast<std::size_t>(at - found->second.begin());
            if (at == found->second.end()) {
                if (name == "word/document.xml") add(name, std::string(child.name()) + " is not expected in " + node.name());
                continue;
            }
            if (place < last) add(name, std::string(child.name()) + " stands too late in " + node.name());
            last = std::max(last, place);
        }
    }

    void check_references() {
        for (const std::string& anchor : anchors_) {
            if (!bookmarks_.contains(anchor)) add("word/document.xml", "link to " + anchor + ", which isn't there");
        }
        if (!opened_.empty()) add("word/document.xml", "a bookmark never ends");
        if (fields_ != 0) add("word/document.xml", "a field never ends");
        const Node body = parts_["word/document.xml"].document_element().child("w:body");
        if (std::string_view(body.last_child().name()) != "w:sectPr") add("word/document.xml", "the body has no last section");
        if (std::string_view(body.last_child().previous_sibling().name()) == "w:tbl") add("word/document.xml", "a table is last");
    }

    Files files_;
    std::map<std::string, pugi::xml_document> parts_;
    std::map<std::string, std::set<std::string>> relations_;
    std::set<std::string> styles_, numbers_, notes_, ids_, opened_, bookmarks_, anchors_;
    std::vector<std::string> found_;
    int fields_ = 0;
};

// Writes the text of a paragraph with its signs.
class Skeleton {
  public:
    std::string text;

    void block(Node node) {
        const std::string_view kind = node.name();
        if (kind == "w:p") paragraph(node, "");
        if (kind == "w:tbl") table(node);
        if (kind == "w:sdt") children(node.child("w:sdtContent"));
        if (kind == "w:sectPr") section(node);
    }
    void children(Node node) {
        for (Node child : node.children()) block(child);
    }

  private:
    void paragraph(Node node, std::string_view before) {
        const Node properties = node.child("w:pPr");
        text += before;
        text += value(properties.child("w:pStyle"));
        if (properties.child("w:numPr")) text += "#";
        text += ": ";
        content(node);
        text += "\n";
        if (properties.child("w:sectPr")) section(properties.child("w:sectPr"));
    }

    void section(Node node) {
        const bool lies = value(node.child("w:pgSz"), "w:orient") == "landscape";
        text += lies ? "---- landscape ----\n" : "---- portrait ----\n";
    }

    void table(Node node) {
        text += "[" + value(node.child("w:tblPr").child("w:tblCaption")) + "]\n";
        for (Node row : node.children("w:tr")) {
            text += row.child("w:trPr").child("w:tblHeader") ? " = " : " | ";
            if (row.child("w:trPr").child("w:ins")) text += "[+] ";
            if (row.child("w:trPr").child("w:del")) text += "[-] ";
            bool first = true;
            for (Node cell : row.children("w:tc")) {
                if (!std::exchange(first, false)) text += " | ";
                for (Node part : cell.children("w:p")) {
                    if (part != cell.child("w:p")) text += " / ";
                    content(part);
                }
            }
            text += "\n";
        }
    }

    void content(Node node) {
        for (Node child : node.children()) {
            const std::string_view kind = child.name();
            if (kind == "w:t" || kind == "w:delText") text += child.text().as_string();
            if (kind == "w:tab") text += " -> ";
            if (kind == "w:br") text += " // ";
            if (kind == "w:noBreakHyphen") text += "-";
            if (kind == "w:footnoteReference") text += "^" + value(child, "w:id");
            if (kind == "w:instrText" || kind == "w:delInstrText") text += "{" + std::string(child.text().as_string()) + "}";
            if (kind == "w:drawing") text += "<" + value(child.child("wp:inline").child("wp:docPr"), "descr") + ">";
            if (kind == "w:sdt") text += "«" + value(child.child("w:sdtPr").child("w:tag")) + " ";
            if (kind == "w:ins") text += "[+";
            if (kind == "w:del") text += "[-";
            if (kind == "w:r" || kind == "w:hyperlink" || kind == "w:ins" || kind == "w:del" || kind == "w:sdtContent" || kind == "w:sdt") {
                content(child);
            }
            if (kind == "w:ins") text += "+]";
            if (kind == "w:del") text += "-]";
            if (kind == "w:sdt") text += "»";
        }
    }
};

}  // namespace

std::vector<std::string> check_docx(std::string_view bytes) {
    return Checker(bytes).check();
}

std::string docx_skeleton(std::string_view bytes) {
    Files files = files_of(bytes);
    pugi::xml_document body, notes;
    const std::string& text = files["word/document.xml"];
    body.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    const std::string& below = files["word/footnotes.xml"];
    notes.load_buffer(below.data(), below.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    Skeleton skeleton;
    skeleton.children(body.document_element().child("w:body"));
    for (Node note : notes.document_element().children("w:footnote")) {
        if (note.attribute("w:type")) continue;
        skeleton.text += "^" + value(note, "w:id") + " ";
        skeleton.children(note);
    }
    return skeleton.text;
}

}  // namespace styrkedja
