// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/html/page.h"

namespace styrkedja::html {

using namespace document;

namespace {

// Walks the whole document once.
class Surveyor {
  public:
    explicit Surveyor(const Document& document) : document_(document) {}

    Survey walk() {
        inlines(document_.lead);
        for (const auto& [label, text] : document_.facts) inlines(text);
        for (const Section& each : document_.sections) section(each);
        for (const Inlines& note : document_.notes) inlines(note);
        for (const Table& each : document_.tables) table(each);
        if (!wanted_.empty()) find_quoted();
        return std::move(found_);
    }

    void operator()(const Paragraph& block) { inlines(block.inlines); }
    void operator()(const List& block) {
        for (const auto& item : block.items) paragraphs(item);
    }
    void operator()(const AssessmentBlock& block) {
        mark(block.mark);
        inlines(block.motivation);
    }
    void operator()(const Facts& block) {
        for (const auto& [label, text] : block.pairs) inlines(text);
    }
    void operator()(const Decisions& block) { paragraphs(block.points); }
    void operator()(const Contents&) { found_.has_contents = true; }
    void operator()(const Statement& block) { paragraphs(block.paragraphs); }
    void operator()(const SubHeading&) {}
    void operator()(const TableBlock&) {}
    void operator()(const Signatures&) {}
    void operator()(const RiskMatrix&) {}
    void operator()(const ChartBlock&) {}

  private:
    void section(const Section& section_of) {
        if (section_of.mark) mark(*section_of.mark);
        for (const Block& block : section_of.blocks) std::visit(*this, block);
        for (const Section& inner : section_of.sections) section(inner);
    }

    void table(const Table& table_of) {
        for (const int percent : column_percents(table_of)) {
            if (percent > 0) found_.widths.insert(percent);
        }
        for (const Row& row : table_of.rows) {
            inlines(row.label);
            if (row.mark) mark(*row.mark);
            paragraphs(row.detail);
            for (const Cell& cell : row.cells) {
                paragraphs(cell.paragraphs);
                if (cell.mark) mark(*cell.mark);
            }
        }
        for (const TableNote& note : table_of.notes) inlines(note.text);
    }

    void paragraphs(const std::vector<Inlines>& list) {
        for (const Inlines& each : list) inlines(each);
    }

    void inlines(const Inlines& list) {
        for (const Inline& part : list) {
            const Quote* quote = std::get_if<Quote>(&part);
            if (quote != nullptr && !quote->figure.target.empty()) wanted_.insert(quote->figure.target);
        }
    }

    void mark(const Mark& mark_of) {
        const auto colour = Colour::parse(mark_of.colour);
        if (!colour || !takes_colour(mark_of.shape)) return;
        auto& known = found_.mark_colours;
        if (std::find(known.begin(), known.end(), *colour) == known.end()) known.push_back(*colour);
    }

    void find_quoted() {
        std::string address;
        for (const Table& each : document_.tables) {
            for (const Row& row : each.rows) {
                for (std::size_t i = 0; i < row.cells.size() && i < each.columns.size(); ++i) {
                    address.assign(each.id).append("/").append(row.id).append("/").append(each.columns[i].id);
                    if (wanted_.contains(address)) found_.quoted_cells.insert(address);
                }
            }
        }
    }

    const Document& document_;
    Survey found_;
    std::unordered_set<std::string> wanted_;
};

}  // namespace

Survey survey(const Document& document) {
    return Surveyor(document).walk();
}

}  // namespace styrkedja::html
