// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <cstring>
#include <functional>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "writers/docx/base.h"

// A municipality's own template: what is taken from it, what is added, what it is refused for.
namespace styrkedja::docx {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view main_part = "word/document.xml";

// Names that Word knows itself are written with small or capital letters.
std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

class Writer : public pugi::xml_writer {
  public:
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
    std::string text;
};

std::string written(const pugi::xml_document& xml) {
    Writer writer;
    xml.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return writer.text;
}

// The relations of a part: "word/_rels/header1.xml.rels" of "word/header1.xml".
std::string relations_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return part.substr(0, slash + 1) + "_rels/" + part.substr(slash + 1) + ".rels";
}

// Where a relation of a part in word/ leads: "media/logo.png" and "/word/media/logo.png" are the same.
std::string target_of(std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string path = "word/" + std::string(target);
    for (std::size_t at = path.find("/../"); at != path.npos; at = path.find("/../")) {
        const std::size_t before = at == 0 ? path.npos : path.rfind('/', at - 1);
        path.erase(before == path.npos ? 0 : before + 1, before == path.npos ? at + 4 : at + 3 - before);
    }
    return path;
}

int whole(const pugi::xml_node& node, const char* name, int otherwise) {
    const std::string_view text = node.attribute(name).as_string();
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

class Reader {
  public:
    Reader(const DocxTemplate& own, const std::string& document, Problems& problems)
        : own_(own), document_(document), problems_(problems) {}

    std::optional<Base> read(std::string_view colour) {
        if (!open()) return std::nullopt;
        base_ = own_base(colour);
        if (!read_types() || !read_relations() || !read_page() || !count_lists() || !read_styles() || !read_numbering()) {
            return std::nullopt;
        }
        take("theme", base_.theme_part);
        read_fonts();
        for (const HeaderPart& part : base_.headers) carry(part.path);
        check_page();
        return std::move(base_);
    }

  private:
    void report(std::string_view code, Severity severity, std::vector<std::pair<std::string_view, std::string>> args = {}) {
        Place place;
        place.file = own_.name;
        problems_.add(code, severity, std::move(place), std::move(args));
    }

    bool open();
    bool read_types();
    bool read_relations();
    bool read_page();
    bool count_lists();
    bool read_styles();
    bool read_numbering();
    void read_fonts();
    void check_page();
    void carry(const std::string& part);
    bool parse(const std::string& part, pugi::xml_document& xml);
    void take(std::string_view kind, std::string& part);
    void add_styles(pugi::xml_document& theirs);
    void note_missing(const std::vector<std::string>& names);

    const DocxTemplate& own_;
    const std::string& document_;
    Problems& problems_;
    Base base_;
    Files files_;
    std::map<std::string, std::string> kinds_;       // of the main part's relations: "styles" → "word/styles.xml"
    std::map<std::string, std::string> targets_;     // and by id
    std::map<std::string, std::string> ids_;         // our styles' ids → what they are called here
    std::set<std::string> carried_;
};

bool Reader::parse(const std::string& part, pugi::xml_document& xml) {
    const auto found = files_.find(part);
    if (found == files_.end()) return false;
    if (xml.load_buffer(found->second.data(), found->second.size(), pugi::parse_default | pugi::parse_ws_pcdata)) return true;
    report("template_part_is_damaged", Severity::error, {{"part", part}});
    return false;
}

// What isn't a zip: an old .doc or an encrypted file begins otherwise.
bool Reader::open() {
    constexpr std::string_view old_office = "\xD0\xCF\x11\xE0";
    if (!own_.bytes.starts_with("PK")) {
        report("template_is_not_docx", Severity::error, {{"old", own_.bytes.starts_with(old_office) ? "ja" : ""}});
        return false;
    }
    const std::size_t before = problems_.errors();
    for (TreeFile& file : read_zip(own_.bytes, own_.name, problems_)) files_.emplace(file.name, std::move(file.bytes));
    if (problems_.errors() > before) return false;
    const bool macros = std::any_of(files_.begin(), files_.end(), [](const auto& file) {
        return lower(file.first).find("vbaproject") != std::string::npos;
    });
    const auto types = files_.find("[Content_Types].xml");
    if (macros || (types != files_.end() && types->second.find("macroEnabled") != std::string::npos)) {
        report("template_has_macros", Severity::error);
        return false;
    }
    if (types == files_.end() || !files_.contains(main_part)) {
        report("template_is_not_docx", Severity::error);
        return false;
    }
    return true;
}

bool Reader::read_types() {
    pugi::xml_document xml;
    if (!parse("[Content_Types].xml", xml)) return false;
    for (const pugi::xml_node& node : xml.document_element().children()) {
        const std::string type = node.attribute("ContentType").as_string();
        if (std::strcmp(node.name(), "Default") == 0) base_.defaults[lower(node.attribute("Extension").as_string())] = type;
        if (std::strcmp(node.name(), "Override") == 0) base_.types[node.attribute("PartName").as_string()] = type;
    }
    return true;
}

bool Reader::read_relations() {
    pugi::xml_document xml;
    const std::string part = relations_of(std::string(main_part));
    if (!files_.contains(part)) return true;
    if (!parse(part, xml)) return false;
    for (const pugi::xml_node& node : xml.document_element().children()) {
        const std::string_view type = node.attribute("Type").as_string();
        if (std::strcmp(node.attribute("TargetMode").as_string(), "External") == 0) continue;
        const std::string target = target_of(node.attribute("Target").as_string());
        kinds_[std::string(type.substr(type.rfind('/') + 1))] = target;
        targets_[node.attribute("Id").as_string()] = target;
    }
    return true;
}

// The page and its headers are those of the template's last section, which is where its text would end.
bool Reader::read_page() {
    pugi::xml_document xml;
    if (!parse(std::string(main_part), xml)) return false;
    const pugi::xml_node section = xml.document_element().child("w:body").child("w:sectPr");
    const PageSize ours;
    const pugi::xml_node size = section.child("w:pgSz"), margins = section.child("w:pgMar");
    base_.page = {whole(size, "w:w", ours.width),           whole(size, "w:h", ours.height),
                  whole(margins, "w:top", ours.top),        whole(margins, "w:right", ours.right),
                  whole(margins, "w:bottom", ours.bottom),  whole(margins, "w:left", ours.left),
                  whole(margins, "w:header", ours.header),  whole(margins, "w:footer", ours.footer)};
    for (const pugi::xml_node& node : section.children()) {
        const bool footer = std::strcmp(node.name(), "w:footerReference") == 0;
        if (!footer && std::strcmp(node.name(), "w:headerReference") != 0) continue;
        const auto target = targets_.find(node.attribute("r:id").as_string());
        if (target == targets_.end() || !files_.contains(target->second) || !target->second.starts_with("word/")) continue;
        base_.headers.push_back({footer, node.attribute("w:type").as_string("default"), target->second});
    }
    if (!base_.headers.empty()) base_.first_page_differs = !section.child("w:titlePg").empty();
    return true;
}

void Reader::take(std::string_view kind, std::string& part) {
    const auto found = kinds_.find(std::string(kind));
    if (found == kinds_.end()) return;
    pugi::xml_document xml;
    if (!files_.contains(found->second) || !parse(found->second, xml)) return;
    part = written(xml);
}

// A part as it is, with what it points at.
void Reader::carry(const std::string& part) {
    const auto file = files_.find(part);
    if (file == files_.end() || !carried_.insert(part).second) return;
    base_.carried.push_back({part, file->second});
    const std::string relations = relations_of(part);
    if (!files_.contains(relations)) return;
    pugi::xml_document xml;
    if (!parse(relations, xml)) return;
    base_.carried.push_back({relations, files_.find(relations)->second});
    for (const pugi::xml_node& node : xml.document_element().children()) {
        if (std::strcmp(node.attribute("TargetMode").as_string(), "External") == 0) continue;
        carry(target_of(node.attribute("Target").as_string()));
    }
}

void Reader::note_missing(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    report("template_lacks_styles", Severity::warning, {{"count", std::to_string(names.size())}, {"styles", list}});
}

// References between styles, in one that is added, follow the ids that the styles have here.
void rename_references(pugi::xml_node style, const std::map<std::string, std::string>& ids) {
    for (const char* name : {"w:basedOn", "w:next", "w:link"}) {
        pugi::xml_attribute value = style.child(name).attribute("w:val");
        if (const auto found = ids.find(value.as_string()); found != ids.end()) value.set_value(found->second.c_str());
    }
}

// Styles are known by name. Ours that the template lacks are added; where one of its own has our id, ours gets
// another.
void Reader::add_styles(pugi::xml_document& theirs) {
    pugi::xml_document ours;
    ours.load_buffer(base_.style_part.data(), base_.style_part.size());
    std::map<std::string, std::string> id_by_name;
    std::set<std::string> taken;
    pugi::xml_node root = theirs.document_element();
    for (const pugi::xml_node& style : root.children("w:style")) {
        id_by_name[lower(style.child("w:name").attribute("w:val").as_string())] = style.attribute("w:styleId").as_string();
        taken.insert(style.attribute("w:styleId").as_string());
    }
    std::vector<pugi::xml_node> missing;
    std::vector<std::string> names;
    for (const pugi::xml_node& style : ours.document_element().children("w:style")) {
        const std::string id = style.attribute("w:styleId").as_string();
        const std::string name = style.child("w:name").attribute("w:val").as_string();
        const auto found = id_by_name.find(lower(name));
        if (found != id_by_name.end()) {
            ids_[id] = found->second;
            continue;
        }
        ids_[id] = taken.contains(id) ? id + "SK" : id;
        missing.push_back(style);
        if (style.attribute("w:default").empty()) names.push_back(name);
    }
    for (const pugi::xml_node& style : missing) {
        pugi::xml_node added = root.append_copy(style);
        added.attribute("w:styleId").set_value(ids_[style.attribute("w:styleId").as_string()].c_str());
        rename_references(added, ids_);
    }
    base_.styles.rename(ids_);
    if (root.attribute("xmlns:w14").empty()) {
        root.append_attribute("xmlns:w14").set_value("http://schemas.microsoft.com/office/word/2010/wordml");
    }
    if (!names.empty()) note_missing(names);
}

// Names outside the oldest vocabulary may be left out by programs that don't know them; ours are said to be so.
void allow_extensions(pugi::xml_node root) {
    if (root.attribute("xmlns:mc").empty()) {
        root.append_attribute("xmlns:mc").set_value("http://schemas.openxmlformats.org/markup-compatibility/2006");
    }
    pugi::xml_attribute ignorable = root.attribute("mc:Ignorable");
    if (ignorable.empty()) ignorable = root.append_attribute("mc:Ignorable");
    const std::string known = ignorable.as_string();
    if ((" " + known + " ").find(" w14 ") != std::string::npos) return;
    ignorable.set_value((known.empty() ? "w14" : known + " w14").c_str());
}

// Our lists come after theirs, under numbers that theirs don't have; so our styles say other numbers too.
bool Reader::count_lists() {
    const auto found = kinds_.find("numbering");
    if (found == kinds_.end() || !files_.contains(found->second)) return true;
    pugi::xml_document theirs, styles;
    if (!parse(found->second, theirs)) return false;
    int last = 0;
    for (const pugi::xml_node& node : theirs.document_element().children()) {
        last = std::max({last, whole(node, "w:abstractNumId", 0), whole(node, "w:numId", 0)});
    }
    base_.numbering_from = last;
    base_.next_number = last + 5;
    styles.load_buffer(base_.style_part.data(), base_.style_part.size());
    for (const pugi::xml_node& style : styles.document_element().children("w:style")) {
        pugi::xml_attribute list = style.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val");
        if (list) list.set_value(list.as_int() + last);
    }
    base_.style_part = written(styles);
    return true;
}

bool Reader::read_styles() {
    const auto found = kinds_.find("styles");
    if (found == kinds_.end() || !files_.contains(found->second)) {
        report("template_has_no_styles", Severity::warning);
        return true;
    }
    pugi::xml_document theirs;
    if (!parse(found->second, theirs)) return false;
    if (!theirs.document_element().child("w:style")) {
        report("template_has_no_styles", Severity::warning);
        return true;
    }
    add_styles(theirs);
    allow_extensions(theirs.document_element());
    base_.style_part = written(theirs);
    return true;
}

// A list's level belongs to a style, by the id that it has here.
void rename_levels(pugi::xml_node lists, const std::map<std::string, std::string>& ids) {
    for (const pugi::xml_node& list : lists.children("w:abstractNum")) {
        for (const pugi::xml_node& level : list.children("w:lvl")) {
            pugi::xml_attribute style = level.child("w:pStyle").attribute("w:val");
            if (const auto found = ids.find(style.as_string()); found != ids.end()) style.set_value(found->second.c_str());
        }
    }
}

// The lists themselves, ours after theirs.
bool Reader::read_numbering() {
    pugi::xml_document theirs, ours;
    ours.load_buffer(base_.numbering_part.data(), base_.numbering_part.size());
    rename_levels(ours.document_element(), ids_);
    const auto found = kinds_.find("numbering");
    if (found == kinds_.end() || !files_.contains(found->second)) {
        base_.numbering_part = written(ours);
        return true;
    }
    if (!parse(found->second, theirs)) return false;
    pugi::xml_node root = theirs.document_element();
    // Pictures as bullets: what they point at isn't carried.
    while (root.remove_child("w:numPicBullet")) {
    }
    const auto shift = [&](pugi::xml_attribute number) { number.set_value(number.as_int() + base_.numbering_from); };
    const pugi::xml_node first_number = root.child("w:num");
    for (const pugi::xml_node& node : ours.document_element().children()) {
        const bool form = std::strcmp(node.name(), "w:abstractNum") == 0;
        pugi::xml_node added = form && first_number ? root.insert_copy_before(node, first_number) : root.append_copy(node);
        shift(added.attribute(form ? "w:abstractNumId" : "w:numId"));
        if (!form) shift(added.child("w:abstractNumId").attribute("w:val"));
    }
    base_.numbering_part = written(theirs);
    return true;
}

// Their fonts are named; what they embed isn't carried. Ours are added with theirs.
void Reader::read_fonts() {
    const auto found = kinds_.find("fontTable");
    pugi::xml_document theirs, ours;
    if (found == kinds_.end() || !files_.contains(found->second) || !parse(found->second, theirs)) return;
    ours.load_buffer(base_.font_part.data(), base_.font_part.size());
    pugi::xml_node root = ours.document_element();
    for (const pugi::xml_node& font : theirs.document_element().children("w:font")) {
        const char* name = font.attribute("w:name").as_string();
        if (root.find_child_by_attribute("w:font", "w:name", name)) continue;
        pugi::xml_node added = root.append_copy(font);
        for (const char* embedded : {"w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"}) {
            added.remove_child(embedded);
        }
    }
    base_.font_part = written(ours);
}

// Content types are those of the parts that come along.
void Reader::check_page() {
    std::map<std::string, std::string> types;
    for (const TreeFile& file : base_.carried) {
        const std::string path = "/" + file.name;
        if (const auto found = base_.types.find(path); found != base_.types.end()) types[path] = found->second;
    }
    base_.types = std::move(types);
    constexpr int least = 8504;  // 150 mm: margin and text column, and tables of five columns
    if (base_.page.live() < least) {
        report("page_is_narrow", Severity::warning, {{"width", std::to_string(base_.page.live() * 254 / 14400)}});
    }
}

}  // namespace

std::optional<Base> their_base(const DocxTemplate& own, std::string_view colour, const std::string& document,
                               Problems& problems) {
    const std::size_t before = problems.errors();
    std::optional<Base> base = Reader(own, document, problems).read(colour);
    if (problems.errors() > before) return std::nullopt;
    return base;
}

}  // namespace styrkedja::docx
