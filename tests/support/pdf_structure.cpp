// SPDX-License-Identifier: EUPL-1.2
#include "support/pdf_structure.h"

namespace styrkedja::testing {

namespace {

const std::map<std::string, std::set<std::string>>& parents() {
    static const std::map<std::string, std::set<std::string>> allowed = {
        {"TR", {"THead", "TBody", "TFoot", "Table"}}, {"TH", {"TR"}}, {"TD", {"TR"}}, {"THead", {"Table"}}, {"TBody", {"Table"}},
        {"LI", {"L"}}, {"Lbl", {"LI", "Note", "Reference", "TOCI"}}, {"LBody", {"LI"}}, {"TOCI", {"TOC"}}, {"Caption", {"Table", "Figure", "L", "TOC"}}};
    return allowed;
}

const std::set<std::string>& inline_types() {
    static const std::set<std::string> types = {"Link", "Reference", "Span", "Lbl"};
    return types;
}

std::vector<QPDFObjectHandle> kids_of(QPDFObjectHandle element) {
    QPDFObjectHandle kids = element.getKey("/K");
    if (kids.isArray()) return kids.getArrayAsVector();
    if (kids.isNull()) return {};
    return {kids};
}

std::string type_of(QPDFObjectHandle element) {
    return element.getKey("/S").isName() ? element.getKey("/S").getName().substr(1) : "";
}

QPDFObjectHandle attribute(QPDFObjectHandle element, const char* name) {
    QPDFObjectHandle attributes = element.getKey("/A");
    return attributes.isDictionary() ? attributes.getKey(name) : QPDFObjectHandle::newNull();
}

int number_of(QPDFObjectHandle value, int otherwise) {
    return value.isInteger() ? static_cast<int>(value.getIntValue()) : otherwise;
}

std::string one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n') c = ' ';
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace

std::string StructureReader::content(QPDFObjectHandle owner, QPDFObjectHandle page, int mark) {
    const auto found = pages_.find(page.getObjGen());
    if (found == pages_.end()) {
        breach("marked content of no page in " + type_of(owner));
        return {};
    }
    const auto& marks = marks_[found->second];
    const auto text = marks.find(mark);
    if (text == marks.end()) {
        breach("structure refers to mark " + std::to_string(mark) + ", which isn't on page " + std::to_string(found->second + 1));
        return {};
    }
    if (!owners_.try_emplace({found->second, mark}, owner.getObjGen()).second) breach("a mark has two owners");
    return text->second;
}

void StructureReader::annotation(QPDFObjectHandle kid, QPDFObjectHandle owner, const std::string& type) {
    QPDFObjectHandle object = kid.getKey("/Obj");
    if (!object.isDictionary()) return breach("28-010 a reference to no object");
    if (type != "Link") breach("28-010 an annotation stands in " + type + ", not in Link");
    if (object.getKey("/StructParent").isInteger()) annotation_owners_[object.getKey("/StructParent").getIntValue()] = owner.getObjGen();
}

std::string StructureReader::kid(QPDFObjectHandle kid, QPDFObjectHandle owner, const std::string& type, int depth) {
    if (kid.isInteger()) return content(owner, owner.getKey("/Pg"), static_cast<int>(kid.getIntValue()));
    if (!kid.isDictionary()) return {};
    QPDFObjectHandle kind = kid.getKey("/Type");
    if (kind.isName() && kind.getName() == "/MCR") {
        QPDFObjectHandle page = kid.hasKey("/Pg") ? kid.getKey("/Pg") : owner.getKey("/Pg");
        return content(owner, page, static_cast<int>(kid.getKey("/MCID").getIntValue()));
    }
    if (kind.isName() && kind.getName() == "/OBJR") {
        annotation(kid, owner, type);
        return {};
    }
    const std::string own = type_of(kid);
    if (kid.getKey("/P").getObjGen() != owner.getObjGen()) breach(own + " has another parent than " + type);
    check_type(kid, own, type);
    if (inline_types().contains(own)) {
        const std::string text = inside(kid, own, depth);
        return own == "Link" ? "[" + text + "]" : text;
    }
    element(kid, type, depth + 1);
    return {};
}

// The text directly in the element; kids that are blocks write themselves.
std::string StructureReader::inside(QPDFObjectHandle element, const std::string& type, int depth) {
    std::string text;
    for (QPDFObjectHandle each : kids_of(element)) text += kid(each, element, type, depth);
    if (type == "Link") check_link(element);
    return text;
}

void StructureReader::element(QPDFObjectHandle element, const std::string&, int depth) {
    const std::string type = type_of(element);
    std::string line = std::string(static_cast<std::size_t>(depth) * 2, ' ') + type;
    if (type == "Table") check_table(element);
    if (QPDFObjectHandle scope = attribute(element, "/Scope"); scope.isName()) line += "(" + scope.getName().substr(1) + ")";
    for (const char* span : {"/ColSpan", "/RowSpan"}) {
        if (QPDFObjectHandle value = attribute(element, span); value.isInteger()) line += " " + std::string(span + 1) + "=" + std::to_string(value.getIntValue());
    }
    if (element.hasKey("/Alt")) line += " {" + element.getKey("/Alt").getUTF8Value() + "}";
    const std::size_t at = out_.tags.size();
    const std::string text = one_line(inside(element, type, depth));
    out_.tags.insert(at, line + (text.empty() ? "" : ": " + text) + "\n");
}

void StructureReader::check_heading(const std::string& type) {
    const int level = type[1] - '0';
    if (heading_ == 0 && level != 1) breach("14-002 the first heading is " + type);
    if (level > heading_ + 1) breach("14-003 " + type + " follows H" + std::to_string(heading_));
    heading_ = level;
}

void StructureReader::check_type(QPDFObjectHandle element, const std::string& type, const std::string& parent) {
    static const std::set<std::string> standard = {"Document", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "P", "H1", "H2", "H3", "H4",
        "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "Span", "Reference", "Note", "Link", "Figure"};
    if (!standard.contains(type)) breach("02-001 type is not standard: " + type);
    if (const auto found = parents().find(type); found != parents().end() && !found->second.contains(parent)) breach("09-004 " + type + " in " + parent);
    if (type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6') check_heading(type);
    if (type == "TH" && !attribute(element, "/Scope").isName()) breach("15-003 TH without Scope");
    if (type == "Figure") {
        if (!element.getKey("/Alt").isString() || element.getKey("/Alt").getUTF8Value().empty()) breach("13-004 Figure without alternative text");
        if (!attribute(element, "/BBox").isArray()) breach("Figure without its box");
    }
    if (type == "Note") {
        const std::string id = element.getKey("/ID").isString() ? element.getKey("/ID").getStringValue() : "";
        if (id.empty()) breach("19-003 Note without ID");
        else if (!note_ids_.insert(id).second) breach("19-004 two notes have the ID " + id);
    }
}

void StructureReader::check_link(QPDFObjectHandle link) {
    bool annotation = false, text = false;
    for (QPDFObjectHandle each : kids_of(link)) {
        const bool object = each.isDictionary() && each.getKey("/Type").isName() && each.getKey("/Type").getName() == "/OBJR";
        annotation = annotation || object;
        text = text || !object;
    }
    if (!annotation || !text) breach("28-010 a Link lacks its annotation or its text");
}

// All rows have as many columns, spans counted.
void StructureReader::check_table(QPDFObjectHandle table) {
    std::vector<QPDFObjectHandle> rows;
    bool headed = false;
    for (QPDFObjectHandle part : kids_of(table)) {
        if (!part.isDictionary()) continue;
        if (type_of(part) == "TR") rows.push_back(part);
        if (type_of(part) != "THead" && type_of(part) != "TBody") continue;
        headed = headed || type_of(part) == "THead";
        for (QPDFObjectHandle row : kids_of(part)) rows.push_back(row);
    }
    if (!headed) breach("15-001 a table without THead");
    std::vector<int> below;  // rows still taken in each column by cells above
    int width = -1;
    for (QPDFObjectHandle row : rows) {
        std::vector<int> next = below;
        for (int& each : next) each = std::max(0, each - 1);
        std::size_t column = 0;
        for (QPDFObjectHandle cell : kids_of(row)) {
            while (column < below.size() && below[column] > 0) ++column;
            const int columns = number_of(attribute(cell, "/ColSpan"), 1), high = number_of(attribute(cell, "/RowSpan"), 1);
            if (next.size() < column + static_cast<std::size_t>(columns)) next.resize(column + static_cast<std::size_t>(columns), 0);
            for (int i = 0; i < columns; ++i) next[column++] = high - 1;
        }
        while (column < below.size() && below[column] > 0) ++column;
        if (width < 0) width = static_cast<int>(column);
        if (width != static_cast<int>(column)) breach("15-005 a row of " + std::to_string(column) + " columns in a table of " + std::to_string(width));
        below = next;
    }
}

// From every mark and link back to its element.
void StructureReader::check_parent_tree() {
    std::map<long long, QPDFObjectHandle> entries;
    std::vector<QPDFObjectHandle> waiting = {pdf_.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree")};
    while (!waiting.empty()) {
        QPDFObjectHandle node = waiting.back();
        waiting.pop_back();
        for (QPDFObjectHandle each : kids_of(node)) waiting.push_back(each);
        QPDFObjectHandle more = node.getKey("/Kids");
        if (more.isArray()) {
            for (QPDFObjectHandle each : more.getArrayAsVector()) waiting.push_back(each);
        }
        QPDFObjectHandle numbers = node.getKey("/Nums");
        if (!numbers.isArray()) continue;
        for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2) entries.insert_or_assign(numbers.getArrayItem(i).getIntValue(), numbers.getArrayItem(i + 1));
    }
    for (const auto& [object, number] : pages_) {
        const long long key = pdf_.getObject(object).getKey("/StructParents").getIntValue();
        const auto entry = entries.find(key);
        const bool there = entry != entries.end() && entry->second.isArray();
        for (const auto& [mark, text] : marks_[number]) {
            const auto owner = owners_.find({number, mark});
            if (owner == owners_.end()) {
                breach("01-005 mark " + std::to_string(mark) + " on page " + std::to_string(number + 1) + " is in no element");
            } else if (!there || mark >= entry->second.getArrayNItems() || entry->second.getArrayItem(mark).getObjGen() != owner->second) {
                breach("the parent tree is wrong for mark " + std::to_string(mark) + " on page " + std::to_string(number + 1));
            }
        }
    }
    for (const auto& [key, owner] : annotation_owners_) {
        if (!entries.contains(key) || entries.at(key).getObjGen() != owner) breach("the parent tree is wrong for a link");
    }
}

void StructureReader::read() {
    QPDFObjectHandle root = pdf_.getRoot().getKey("/StructTreeRoot");
    if (!root.isDictionary()) return;
    if (root.hasKey("/RoleMap")) breach("02-003 types are mapped");
    for (QPDFObjectHandle each : kids_of(root)) {
        if (type_of(each) != "Document") breach("the tree's root is no Document");
        element(each, "", 0);
    }
    if (heading_ == 0) breach("14-001 no heading");
    check_parent_tree();
}

}  // namespace styrkedja::testing
