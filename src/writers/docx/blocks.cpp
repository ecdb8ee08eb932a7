// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "charts/charts.h"
#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

// A list that begins at 1 at its level: a number of its own over the same form.
int new_list(Paper& paper, int form, int level = 0) {
    const int id = paper.base.next_number++;
    Xml out;
    out.open("w:num", {{"w:numId", id}});
    out.value("w:abstractNumId", long{form + paper.base.numbering_from});
    out.open("w:lvlOverride", {{"w:ilvl", level}});
    out.value("w:startOverride", 1L);
    out.close();
    out.close();
    paper.number_list += out.take();
    return id;
}

void write_decisions(Paper& paper, const Decisions& block) {
    ParagraphForm form;
    form.number = new_list(paper, 2);
    for (const Inlines& point : block.points) write_paragraph(paper, Style::decision, point, form);
}

// Lists within lists are levels of Word's own: each numbered one begins at 1.
void write_list(Paper& paper, const List& block) {
    constexpr int deepest = 5, first_indent = 2608, step = 283;   // twips, as in the numbering
    struct Level {
        bool numbered;
        int number;   // of the list
    };
    std::vector<Level> levels;
    for (std::size_t at = 0; at < block.items.size(); ++at) {
        const bool numbered = block.is_numbered(at);
        const int wanted = std::clamp(block.depth(at), 0, std::min(deepest, static_cast<int>(levels.size())));
        const auto depth = static_cast<std::size_t>(wanted);
        levels.resize(std::min(levels.size(), depth + 1));
        if (levels.size() == depth + 1 && levels.back().numbered != numbered) levels.pop_back();
        if (levels.size() == depth)
            levels.push_back({numbered, numbered ? new_list(paper, 4, wanted) : 3 + paper.base.numbering_from});
        ParagraphForm listed;
        listed.number = levels.back().number;
        listed.number_level = wanted;
        ParagraphForm continued;
        continued.left = first_indent + step * wanted;
        const std::vector<Inlines>& item = block.items[at];
        for (std::size_t i = 0; i < item.size(); ++i) {
            if (i > 0) write_paragraph(paper, Style::list_continued, item[i], continued);
            else write_paragraph(paper, numbered ? Style::numbered_list : Style::list, item[i], listed);
        }
    }
}

// The label stands in the margin, or before the mark where it is too long for that.
void write_mark_line(Paper& paper, const AssessmentBlock& block, bool keep_next) {
    constexpr double margin_column = 108, label_size = 8;  // pt
    const bool beside = charts::text_width(block.label, label_size) <= margin_column;
    ParagraphForm form;
    form.keep_next = keep_next;
    if (!beside) form.left = margin_indent;
    open_paragraph(paper, Style::assessment, form);
    const bool sans = std::exchange(paper.sans, true);
    write_run(paper, block.label, {.style = Style::grey});
    if (beside) {
        write_tab(paper);
    } else {
        write_run(paper, "\u2002");
    }
    if (!block.in_margin) {
        write_mark(paper, block.mark, 9.4);
        const Change change = block.before ? Change::added : Change::none;
        write_run(paper, "\u2002" + block.mark.label, {.style = {}, .change = change});
    }
    if (block.before && !block.in_margin) write_run(paper, " " + block.before->label, {.style = {}, .change = Change::removed});
    if (!block.remark.empty()) write_run(paper, "\u2002" + block.remark, {.style = Style::grey});
    paper.sans = sans;
    close_paragraph(paper);
}

// The label stands in the margin beside the mark; the rule's proposal against what was assessed has a bar.
void write_assessment(Paper& paper, const AssessmentBlock& block) {
    const bool steps = !block.proposal.empty() || !block.assessed.empty();
    if (!block.in_margin || !block.remark.empty()) write_mark_line(paper, block, steps || !block.motivation.empty());
    const Style style = steps ? Style::rule : Style::body;
    if (steps) {
        open_paragraph(paper, style, {.keep_next = !block.motivation.empty()});
        write_run(paper, block.proposal, {.style = Style::strong});
        if (!block.proposal.empty() && !block.assessed.empty()) write_run(paper, " ");
        write_run(paper, block.assessed);
        close_paragraph(paper);
    }
    if (!block.motivation.empty()) write_paragraph(paper, style, block.motivation);
    if (block.reasons.empty()) return;
    open_paragraph(paper, Style::heading5);
    write_run(paper, paper.words.reasons);
    close_paragraph(paper);
    ParagraphForm dashed;
    dashed.number = 3 + paper.base.numbering_from;
    for (const std::string& reason : block.reasons) write_paragraph(paper, Style::list, {Text{reason}}, dashed);
}

// A statement is verbatim: its heading says by whom, a bar that it is theirs.
void write_statement(Paper& paper, const Statement& block) {
    const bool both = !block.kind.empty() && !block.by.empty();
    open_paragraph(paper, Style::heading3);
    write_run(paper, block.kind + (both ? ", " : "") + block.by);
    close_paragraph(paper);
    const bool both_known = !block.occasion.empty() && !block.about.empty();
    const std::string where = block.occasion + (both_known ? ". " : "") + block.about;
    if (!where.empty()) write_paragraph(paper, Style::statement, {Text{where}}, {.keep_next = !block.paragraphs.empty()});
    for (const Inlines& paragraph : block.paragraphs) write_paragraph(paper, Style::statement, paragraph);
}

void write_signatures(Paper& paper, const Signatures& block) {
    for (const std::string& role : block.roles) {
        open_paragraph(paper, Style::signature, {.keep_next = &role != &block.roles.back()});
        write_run(paper, role);
        close_paragraph(paper);
    }
}

// Block → how it is written. All but tables stand on upright pages.
struct WriteBlock {
    Paper& paper;
    void operator()(const Paragraph& block) const {
        turn_page(paper, false);
        write_paragraph(paper, block.lead ? Style::lead : Style::body, block.inlines, {.change = block.change});
    }
    void operator()(const List& block) const {
        turn_page(paper, false);
        write_list(paper, block);
    }
    void operator()(const SubHeading& block) const {
        turn_page(paper, false);
        open_paragraph(paper, Style::heading4, {.change = block.change});
        write_run(paper, block.text, {.change = block.change});
        close_paragraph(paper);
    }
    void operator()(const TableBlock& block) const { write_table(paper, block.table); }
    void operator()(const AssessmentBlock& block) const {
        turn_page(paper, false);
        write_assessment(paper, block);
    }
    void operator()(const Facts& block) const {
        turn_page(paper, false);
        write_facts(paper, block);
    }
    void operator()(const Decisions& block) const {
        turn_page(paper, false);
        write_decisions(paper, block);
    }
    void operator()(const Signatures& block) const {
        turn_page(paper, false);
        write_signatures(paper, block);
    }
    void operator()(const Contents& block) const {
        turn_page(paper, false);
        write_contents(paper, block.depth);
    }
    void operator()(const Statement& block) const {
        turn_page(paper, false);
        write_statement(paper, block);
    }
    void operator()(const RiskMatrix& block) const {
        turn_page(paper, false);
        write_matrix(paper, block);
    }
    void operator()(const ChartBlock& block) const {
        turn_page(paper, false);
        write_chart(paper, block.chart);
    }
};

}  // namespace

void write_block(Paper& paper, const Block& block) {
    std::visit(WriteBlock{paper}, block);
}

}  // namespace styrkedja::docx
