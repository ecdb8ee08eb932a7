// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "compose/making.h"
#include "reports/chart.h"

// The last step of making a document: every text is read, now that all tables are there to quote.
namespace styrkedja::composing {

using namespace document;

namespace {

// Gives footnotes their numbers in the order in which they are read.
class NoteNumbers {
  public:
    explicit NoteNumbers(Document& paper) : paper_(paper), numbers_(paper.notes.size(), -1) {}

    void number() {
        line(paper_.lead);
        for (auto& [label, text] : paper_.facts) line(text);
        for (Section& each : paper_.sections) section(each);
        // Notes to notes, which lengthen the list as it is read.
        for (std::size_t i = 0; i < ordered_.size(); ++i) {
            Inlines note = std::move(ordered_[i]);
            line(note);
            ordered_[i] = std::move(note);
        }
        paper_.notes = std::move(ordered_);
    }

    void operator()(Paragraph& block) { line(block.inlines); }
    void operator()(List& block) {
        for (auto& item : block.items) lines(item);
    }
    void operator()(AssessmentBlock& block) { line(block.motivation); }
    void operator()(Decisions& block) { lines(block.points); }
    void operator()(document::Statement& block) { lines(block.paragraphs); }
    void operator()(TableBlock& block) { table(paper_.tables[block.table]); }
    void operator()(ChartBlock& block) {
        if (const auto& data = paper_.charts[block.chart].table) table(paper_.tables[*data]);
    }
    void operator()(Facts& block) {
        for (auto& [label, text] : block.pairs) line(text);
    }
    template <class Other>
    void operator()(Other&) {}

  private:
    void section(Section& each) {
        for (Block& block : each.blocks) std::visit(*this, block);
        for (Section& inner : each.sections) section(inner);
    }

    void table(document::Table& each) {
        for (Row& row : each.rows) {
            line(row.label);
            for (Cell& cell : row.cells) lines(cell.paragraphs);
            lines(row.detail);
        }
        for (TableNote& note : each.notes) line(note.text);
    }

    void lines(std::vector<Inlines>& list) {
        for (Inlines& each : list) line(each);
    }

    void line(Inlines& inlines) {
        for (Inline& each : inlines) {
            NoteRef* ref = std::get_if<NoteRef>(&each);
            if (!ref) continue;
            auto note = static_cast<std::size_t>(ref->note);
            if (numbers_[note] < 0) {
                numbers_[note] = static_cast<int>(ordered_.size());
                ordered_.push_back(paper_.notes[note]);
            }
            ref->note = numbers_[note];
        }
    }

    Document& paper_;
    std::vector<int> numbers_;       // by where the note was found
    std::vector<Inlines> ordered_;
};

}  // namespace

void Making::settle_line(Inlines& line) {
    if (const Waiting* found = waiting_at(line)) {
        Waiting text = *found;
        line = prose_line({text.text, text.place}, hooks_for(text.goal), problems);
    }
}

void Making::settle_lines(std::vector<Inlines>& lines) {
    std::vector<Inlines> settled;
    for (Inlines& line : lines) {
        if (const Waiting* found = waiting_at(line)) {
            Waiting text = *found;
            for (Inlines& each : prose_paragraphs({text.text, text.place}, hooks_for(text.goal), problems)) {
                settled.push_back(std::move(each));
            }
        } else {
            settled.push_back(std::move(line));
        }
    }
    lines = std::move(settled);
}

void Making::settle_block(Block& block) {
    if (auto* facts = std::get_if<Facts>(&block)) {
        for (auto& [label, text] : facts->pairs) settle_line(text);
    } else if (auto* decisions = std::get_if<Decisions>(&block)) {
        for (Inlines& point : decisions->points) settle_line(point);
    } else if (auto* statement = std::get_if<document::Statement>(&block)) {
        settle_lines(statement->paragraphs);
    } else if (auto* rating = std::get_if<AssessmentBlock>(&block)) {
        settle_line(rating->motivation);
    } else if (auto* list = std::get_if<List>(&block)) {
        for (auto& item : list->items) settle_lines(item);
    }
}

void Making::settle_blocks(std::vector<Block>& blocks) {
    std::vector<Block> settled;
    for (Block& block : blocks) {
        const Paragraph* paragraph = std::get_if<Paragraph>(&block);
        if (const Waiting* found = paragraph ? waiting_at(paragraph->inlines) : nullptr) {
            Waiting text = *found;
            for (Block& each : prose_blocks({text.text, text.place}, hooks_for(text.goal), problems)) {
                settled.push_back(std::move(each));
            }
        } else {
            settle_block(block);
            settled.push_back(std::move(block));
        }
    }
    blocks = std::move(settled);
}

void Making::settle_section(Section& section) {
    settle_blocks(section.blocks);
    for (Section& inner : section.sections) settle_section(inner);
}

void Making::settle() {
    settle_line(paper.lead);
    for (auto& [label, text] : paper.facts) settle_line(text);
    for (document::Table& table : paper.tables) {
        for (Row& row : table.rows) {
            settle_line(row.label);
            settle_lines(row.detail);
            for (Cell& cell : row.cells) settle_lines(cell.paragraphs);
        }
        for (TableNote& note : table.notes) settle_line(note.text);
    }
    for (auto& [chart, title] : waiting_titles_) {
        settle_line(title);
        paper.charts[chart].title = reports::words_of(title);
    }
    for (Section& section : paper.sections) settle_section(section);
    // A note may refer to notes that come after it.
    for (std::size_t i = 0; i < paper.notes.size(); ++i) {
        Inlines note = std::move(paper.notes[i]);
        settle_line(note);
        paper.notes[i] = std::move(note);
    }
    NoteNumbers(paper).number();
}

}  // namespace styrkedja::composing
