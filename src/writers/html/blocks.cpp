// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "writers/html/page.h"

namespace styrkedja::html {

using namespace document;

namespace {

void write_decisions(Page& page, const Decisions& block) {
    page.out.open("ol", {attr("class", "dec")});
    for (const Inlines& point : block.points) {
        page.out.open("li");
        write_inlines(page, point);
        write_waiting_notes(page);
        page.out.close();
    }
    page.out.close();
}

void write_list(Page& page, const List& block) {
    if (block.ordered) {
        page.out.open("ol");
    } else {
        page.out.open("ul");
    }
    for (const auto& item : block.items) {
        page.out.open("li");
        if (item.size() == 1) {
            write_inlines(page, item.front());
            write_waiting_notes(page);
        } else {
            for (const Inlines& paragraph : item) write_paragraph(page, paragraph);
        }
        page.out.close();
    }
    page.out.close();
}

void write_facts(Page& page, const Facts& block) {
    page.out.open("dl", {attr("class", "facts")});
    for (const auto& [label, text] : block.pairs) {
        page.out.leaf("dt", {}, label);
        page.out.open("dd");
        write_inlines(page, text);
        write_waiting_notes(page);
        page.out.close();
    }
    page.out.close();
}

void write_reasons(Page& page, const std::vector<std::string>& reasons) {
    if (reasons.empty()) return;
    page.out.open("details");
    page.out.leaf("summary", {}, page.words.reasons);
    page.out.open("ul");
    for (const std::string& reason : reasons) page.out.leaf("li", {}, reason);
    page.out.close();
    page.out.close();
}

void write_assessment(Page& page, const AssessmentBlock& block) {
    const bool steps = !block.proposal.empty() || !block.assessed.empty();
    page.out.open("div", {attr("class", "assess", steps ? " bar" : "")});
    page.out.open("p");
    if (!block.label.empty()) {
        page.out.leaf("span", {attr("class", "l")}, block.label);
        page.out.text(" ");
    }
    write_mark(page, block.mark);
    if (!block.remark.empty()) {
        page.out.text(" ");
        page.out.leaf("span", {attr("class", "remark")}, block.remark);
    }
    page.out.close();
    if (steps) {
        page.out.open("p");
        if (!block.proposal.empty()) page.out.leaf("strong", {}, block.proposal);
        if (!block.proposal.empty() && !block.assessed.empty()) page.out.text(" ");
        page.out.text(block.assessed);
        page.out.close();
    }
    if (!block.motivation.empty()) write_paragraph(page, block.motivation);
    write_reasons(page, block.reasons);
    page.out.close();
}

void write_statement(Page& page, const Statement& block) {
    page.out.open("div", {attr("class", "stm")});
    const bool both = !block.kind.empty() && !block.by.empty();
    write_heading(page, 3, block.kind + (both ? ", " : "") + block.by);
    page.out.open("blockquote");
    for (const Inlines& paragraph : block.paragraphs) write_paragraph(page, paragraph);
    page.out.close();
    page.out.close();
}

void write_signatures(Page& page, const Signatures& block) {
    page.out.open("ul", {attr("class", "sig"), attr("aria-label", page.words.signatures)});
    for (const std::string& role : block.roles) page.out.leaf("li", {}, role);
    page.out.close();
}

// The risks of one cell: how many, and which.
void write_risks(Page& page, const RiskMatrix& block, std::size_t x, std::size_t y) {
    std::vector<std::string> risks;
    for (const RiskMatrix::Entry& entry : block.entries) {
        if (entry.x == static_cast<int>(x) && entry.y == static_cast<int>(y)) {
            risks.insert(risks.end(), entry.risks.begin(), entry.risks.end());
        }
    }
    const std::size_t worst = block.x_steps.size() * block.y_steps.size();
    const std::size_t tone = std::min<std::size_t>(4, 1 + (x + 1) * (y + 1) * 4 / (worst + 1));
    page.out.open("td", {attr("class", "t", std::to_string(tone))});
    if (!risks.empty()) {
        page.out.open("b");
        page.out.text(std::to_string(risks.size()));
        page.out.open("span", {attr("class", "vh")});
        page.out.text(" ");
        page.out.text(risks.size() == 1 ? page.words.risk : page.words.risks);
        page.out.close();
        page.out.close();
        for (std::size_t i = 0; i < risks.size(); ++i) {
            if (i > 0) page.out.text(", ");
            page.out.text(risks[i]);
        }
    }
    page.out.close();
}

void write_matrix(Page& page, const RiskMatrix& block) {
    page.out.open("div", {attr("class", "tb slim matrix scroll keep"), attr("role", "region"),
                          attr("aria-label", block.caption), attr("tabindex", "0")});
    page.out.open("table", {id("t-", block.id)});
    page.out.open("caption");
    page.out.leaf("span", {}, block.caption);
    page.out.close();
    page.out.open("thead");
    page.out.open("tr");
    page.out.leaf("td", {attr("rowspan", "2")}, block.y_label);
    page.out.leaf("th",
                  {attr("class", "sp"), attr("scope", "colgroup"),
                   attr("colspan", std::to_string(block.x_steps.size()))},
                  block.x_label);
    page.out.close();
    page.out.open("tr");
    for (const std::string& step : block.x_steps) page.out.leaf("th", {attr("scope", "col")}, step);
    page.out.close();
    page.out.close();
    page.out.open("tbody");
    for (std::size_t y = block.y_steps.size(); y-- > 0;) {
        page.out.open("tr");
        page.out.leaf("th", {attr("scope", "row")}, block.y_steps[y]);
        for (std::size_t x = 0; x < block.x_steps.size(); ++x) write_risks(page, block, x, y);
        page.out.close();
    }
    page.out.close();
    page.out.close();
    page.out.close();
}

// Block → how it is written.
struct WriteBlock {
    Page& page;
    void operator()(const Paragraph& block) const {
        write_paragraph(page, block.inlines, block.lead ? "lead" : "");
    }
    void operator()(const List& block) const { write_list(page, block); }
    void operator()(const SubHeading& block) const { write_heading(page, 4, block.text); }
    void operator()(const TableBlock& block) const { write_table(page, block.table); }
    void operator()(const AssessmentBlock& block) const { write_assessment(page, block); }
    void operator()(const Facts& block) const { write_facts(page, block); }
    void operator()(const Decisions& block) const { write_decisions(page, block); }
    void operator()(const Signatures& block) const { write_signatures(page, block); }
    void operator()(const Contents& block) const { write_contents(page, block.depth); }
    void operator()(const Statement& block) const { write_statement(page, block); }
    void operator()(const RiskMatrix& block) const { write_matrix(page, block); }
    void operator()(const ChartBlock& block) const { write_chart(page, block.chart); }
};

}  // namespace

void write_block(Page& page, const Block& block) {
    std::visit(WriteBlock{page}, block);
    page.out.line();
}

void write_heading(Page& page, std::size_t rank, std::string_view text) {
    static constexpr std::array<ElementName, 6> elements = {"h1", "h2", "h3", "h4", "h5", "h6"};
    page.out.leaf(elements[std::min<std::size_t>(page.depth + 1, 5)],
                  {attr("class", "r", std::to_string(rank))}, text);
}

}  // namespace styrkedja::html
