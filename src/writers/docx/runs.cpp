// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Is the hyphen at `at` one of a date ("2016-05-17")? A date never breaks.
bool is_in_date(std::string_view text, std::size_t at) {
    const auto date_from = [&](std::size_t from) {
        constexpr std::string_view pattern = "0000-00-00";
        if (from + pattern.size() > text.size()) return false;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const bool fits = pattern[i] == '0' ? is_digit_at(text, from + i) : text[from + i] == pattern[i];
            if (!fits) return false;
        }
        return true;
    };
    return (at >= 4 && date_from(at - 4)) || (at >= 7 && date_from(at - 7));
}

// Letters that are written from right to left (Hebrew, Arabic and their neighbours).
bool is_right_to_left(char32_t c) {
    return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe);
}

// The end of the piece of text from `from` that runs one way; blanks between words of one way belong to it.
std::size_t end_of_direction(std::string_view text, std::size_t from, bool& right_to_left) {
    std::size_t end = from;
    bool known = false;
    for (std::size_t at = from; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_character(text, at);
        const bool reversed = is_right_to_left(c);
        if (!known) {
            right_to_left = reversed;
            known = true;
        } else if (reversed != right_to_left && (c >= 0x80 || reversed || c > ' ')) {
            return right_to_left ? end : begin;
        }
        if (!right_to_left || reversed) end = at;
    }
    return text.size();
}

bool may_have_right_to_left(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0xd6 && byte <= 0xdf) || byte == 0xe0 || byte == 0xef;
    });
}

void write_piece(Paper& paper, std::string_view text, bool removed) {
    if (text.empty()) return;
    const bool blank = text.front() == ' ' || text.back() == ' ';
    constexpr Raw kept = "<w:t xml:space=\"preserve\">", plain = "<w:t>";
    constexpr Raw kept_removed = "<w:delText xml:space=\"preserve\">", plain_removed = "<w:delText>";
    if (removed) {
        paper.out().raw(blank ? kept_removed : plain_removed);
    } else {
        paper.out().raw(blank ? kept : plain);
    }
    paper.out().text(text);
    paper.out().raw(removed ? Raw("</w:delText>") : Raw("</w:t>"));
}

// The text of one run: breaks of lines and hyphens that never break are elements of their own.
void write_run_text(Paper& paper, std::string_view text, bool removed) {
    std::size_t done = 0;
    for (std::size_t at = text.find_first_of("-\n\t\r"); at != text.npos;
         at = text.find_first_of("-\n\t\r", at + 1)) {
        if (text[at] == '-' && !is_in_date(text, at)) continue;
        write_piece(paper, text.substr(done, at - done), removed);
        done = at + 1;
        if (text[at] == '-') paper.out().raw("<w:noBreakHyphen/>");
        if (text[at] == '\n') paper.out().raw("<w:br/>");
        if (text[at] == '\t') write_piece(paper, " ", removed);
    }
    write_piece(paper, text.substr(done), removed);
}

void write_one_way(Paper& paper, std::string_view text, const RunForm& form, bool right_to_left) {
    paper.out().raw("<w:r>");
    if (form.style || right_to_left) {
        paper.out().raw("<w:rPr>");
        if (form.style) paper.out().value("w:rStyle", paper.base.styles[*form.style]);
        if (right_to_left) paper.out().raw("<w:rtl/>");
        paper.out().raw("</w:rPr>");
    }
    write_run_text(paper, text, form.change == Change::removed);
    paper.out().raw("</w:r>");
}

void write_change_attributes(Paper& paper, bool removed, bool open) {
    const std::string& unit = paper.document.unit_name;
    const std::string& author = !unit.empty() ? unit : paper.document.municipality_name;
    const std::string& date = paper.document.date;
    const std::string at = date.size() == 10 ? date + "T00:00:00Z" : "";
    std::string xml = removed ? "<w:del w:id=\"" : "<w:ins w:id=\"";
    xml += std::to_string(++paper.changes) + "\" w:author=\"";
    append_escaped(xml, author.empty() ? std::string_view("Styrkedja") : author);
    if (!at.empty()) {
        xml += "\" w:date=\"";
        append_escaped(xml, at);
    }
    xml += open ? "\">" : "\"/>";
    paper.out().append(xml);
}

}  // namespace

void open_change(Paper& paper, Change change) {
    if (change != Change::none) write_change_attributes(paper, change == Change::removed, true);
}

void close_change(Paper& paper, Change change) {
    if (change == Change::none) return;
    paper.out().raw(change == Change::removed ? Raw("</w:del>") : Raw("</w:ins>"));
}

void write_change_mark(Paper& paper, Change change) {
    if (change != Change::none) write_change_attributes(paper, change == Change::removed, false);
}

void write_run(Paper& paper, std::string_view text, RunForm form) {
    if (text.empty()) return;
    form.change = inner_change(paper.outer, form.change);
    open_change(paper, form.change);
    if (!may_have_right_to_left(text)) {
        write_one_way(paper, text, form, false);
    } else {
        for (std::size_t at = 0; at < text.size();) {
            bool right_to_left = false;
            const std::size_t end = std::max(at + 1, end_of_direction(text, at, right_to_left));
            write_one_way(paper, text.substr(at, end - at), form, right_to_left);
            at = end;
        }
    }
    close_change(paper, form.change);
}

void write_tab(Paper& paper) {
    paper.out().raw("<w:r><w:tab/></w:r>");
}

void write_field(Paper& paper, std::string_view instruction, std::string_view result, RunForm form) {
    Xml& out = paper.out();
    form.change = inner_change(paper.outer, form.change);
    open_change(paper, form.change);
    const auto begin_run = [&] {
        out.raw("<w:r>");
        if (form.style) {
            out.raw("<w:rPr>");
            out.value("w:rStyle", paper.base.styles[*form.style]);
            out.raw("</w:rPr>");
        }
    };
    begin_run();
    out.raw("<w:fldChar w:fldCharType=\"begin\"/></w:r>");
    begin_run();
    const bool removed = form.change == Change::removed;
    out.raw(removed ? Raw("<w:delInstrText xml:space=\"preserve\"> ") : Raw("<w:instrText xml:space=\"preserve\"> "));
    out.text(instruction);
    out.raw(removed ? Raw(" </w:delInstrText></w:r>") : Raw(" </w:instrText></w:r>"));
    begin_run();
    out.raw("<w:fldChar w:fldCharType=\"separate\"/></w:r>");
    begin_run();
    write_run_text(paper, result, removed);
    out.raw("</w:r>");
    begin_run();
    out.raw("<w:fldChar w:fldCharType=\"end\"/></w:r>");
    close_change(paper, form.change);
}

// A bookmark's name has letters, digits and _, at most 40; one that begins with _ is not listed for the reader.
std::string bookmark_name(char kind, std::string_view id) {
    constexpr std::size_t longest = 40;
    std::string name = {'_', kind, '_'};
    bool changed = false;
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        changed = changed || !(plain || c == '/');
        name += plain ? c : '_';
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    if (!changed && name.size() <= longest) return name;
    char suffix[10];
    std::snprintf(suffix, sizeof suffix, "_%08x", static_cast<unsigned>(hash));
    return name.substr(0, longest - 9) + suffix;
}

int open_bookmark(Paper& paper, const std::string& name) {
    if (!paper.bookmark_names.insert(name).second) return 0;
    const int id = ++paper.bookmarks;
    paper.out().empty("w:bookmarkStart", {{"w:id", id}, {"w:name", name}});
    return id;
}

void close_bookmark(Paper& paper, int bookmark) {
    if (bookmark > 0) paper.out().empty("w:bookmarkEnd", {{"w:id", bookmark}});
}

namespace {

// A table has no room below itself: what follows brings it.
int space_before(const Paper& paper, Style style, const ParagraphForm& form) {
    if (!paper.after_table || form.before > 0) return form.before;
    switch (style) {
        case Style::table_note:
        case Style::reconciliation:
        case Style::source:
            return 90;
        case Style::caption:
            return 400;
        case Style::heading1:
        case Style::heading2:
        case Style::goal1:
        case Style::goal2:
        case Style::signature:
            return 0;
        default:
            return 280;
    }
}

void write_spacing(Xml& out, int before, bool fits_picture) {
    if (before > 0 && fits_picture) {
        out.empty("w:spacing", {{"w:before", before}, {"w:line", 240}, {"w:lineRule", "auto"}});
    } else if (fits_picture) {
        out.raw("<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>");
    } else if (before > 0) {
        out.empty("w:spacing", {{"w:before", before}});
    }
}

bool moves(const ParagraphForm& form) {
    return form.left || form.right != 0 || form.hanging != 0;
}

// Paragraphs with the same rule and indents one after the other share the rule: Word and LibreOffice draw it once. A
// twentieth of a point keeps them apart.
int apart(Paper& paper, Style style, int right) {
    const bool ruled = style == Style::heading1 || style == Style::goal1 || style == Style::goal2 || style == Style::signature;
    paper.nudged = ruled && style == paper.last_style && !paper.nudged;
    paper.last_style = style;
    if (!paper.nudged) return right;
    constexpr int signature_right = 3061;  // as in its style
    return (style == Style::signature ? signature_right : right) + 1;
}

void write_indent(Xml& out, const ParagraphForm& form) {
    if (!moves(form)) return;
    if (form.left) {
        out.empty("w:ind", {{"w:left", *form.left}, {"w:right", form.right}, {"w:hanging", form.hanging}});
    } else {
        out.empty("w:ind", {{"w:right", form.right}});
    }
}

}  // namespace

// The properties come in the order that the schema has them; Word asks to repair a file where they don't.
void open_paragraph(Paper& paper, Style style, const ParagraphForm& form) {
    Xml& out = paper.out();
    out.raw("<w:p><w:pPr>");
    out.value("w:pStyle", paper.base.styles[style]);
    if (form.keep_next) out.raw("<w:keepNext/>");
    if (form.break_before) out.raw("<w:pageBreakBefore/>");
    // Also said by the style, which Word alone reads.
    if (style == Style::margin) {
        out.raw("<w:framePr w:w=\"2041\" w:hSpace=\"227\" w:wrap=\"around\" w:vAnchor=\"margin\" w:hAnchor=\"margin\""
                " w:xAlign=\"left\" w:yAlign=\"top\"/>");
    }
    if (form.number != 0) {
        out.raw("<w:numPr>");
        out.value("w:ilvl", long{form.number_level});
        out.value("w:numId", long{std::max(0, form.number)});
        out.raw("</w:numPr>");
    }
    if (form.ruled) {
        out.raw("<w:pBdr>");
        out.empty("w:bottom", {{"w:val", "single"}, {"w:sz", 3}, {"w:space", 2}, {"w:color", "1A1A1A"}});
        out.raw("</w:pBdr>");
    }
    if (form.decimal_tab > 0) {
        out.raw("<w:tabs><w:tab w:val=\"clear\" w:pos=\"794\"/>");  // the style's own, at 14 mm
        out.empty("w:tab", {{"w:val", "decimal"}, {"w:pos", form.decimal_tab}});
        out.raw("</w:tabs>");
    }
    const int before = space_before(paper, style, form);
    write_spacing(out, before, form.fits_picture);
    paper.space_slot = out.size();
    paper.spaced = before > 0 || form.fits_picture;
    ParagraphForm placed = form;
    placed.right = apart(paper, style, form.right);
    write_indent(out, placed);
    if (!form.align.empty()) out.value("w:jc", form.align);
    if (const Change change = inner_change(paper.outer, form.change); change != Change::none) {
        out.raw("<w:rPr>");
        write_change_mark(paper, change);
        out.raw("</w:rPr>");
    }
    paper.section_slot = out.size();
    out.raw("</w:pPr>");
    paper.after_table = false;
    paper.begun = true;
}

void close_paragraph(Paper& paper) {
    paper.out().raw("</w:p>");
}

}  // namespace styrkedja::docx
