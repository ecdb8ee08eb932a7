// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compose/prose.h"
#include "document/document.h"
#include "domain/assess/goal_ratings.h"
#include "locale/compose_words.h"
#include "reports/context.h"
#include "reports/fields.h"

// One document being made: what the blocks (compose/blocks/) share. Only compose/ includes this.
namespace styrkedja::composing {

using document::Block;
using document::Inlines;
using document::Section;

// What stands before whoever makes a block: the goal whose section it is, and the thing, which may be that goal.
struct Hand {
    reports::GoalInHand goal;
    reports::Thing thing;
};

// A block of the template and where it stands there: "blocks.mal.blocks.2", for the places of problems.
struct BlockAt {
    const BlockSpec& spec;
    const Hand& hand;
    std::string path;
};

// A section while it is filled. What comes after its sections goes into a section without heading, so that the order
// of the template stands.
class Filling {
  public:
    explicit Filling(Section section) : section_(std::move(section)) {}

    const Section& section() const { return section_; }
    bool is_top() const { return section_.level == 0; }
    void add(Block block, class Making& making);
    void add(Section section) { section_.sections.push_back(std::move(section)); }
    Section take() { return std::move(section_); }

  private:
    Section section_;
};

// A section says something: it has a text, table or list, or a rating that somebody has given.
bool has_content(const Section& section);

class Making {
  public:
    Making(const State& state, const reports::ReportIndex& index, const GoalRatings* ratings,
           const DocumentEntity& entity, bool draft);
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;

    const ComposeWords& words = swedish_compose_words;
    const State& state;
    const DocumentEntity& entity;
    const GoalRatings* ratings;              // null where the document has no occasion
    reports::Context context;
    document::Document paper;
    Problems problems;

    // A text that people wrote becomes blocks, or running text, when all tables are there for it to quote: until
    // settle() a mark stands in its place. Nothing for an empty text.
    void add_text(Filling& into, const Prose& prose, const Place& place, const Hand& hand);
    std::vector<Inlines> later(const Prose& prose, const Place& place, const Hand& hand);
    Inlines later_line(const Prose& prose, const Place& place, const Hand& hand);

    // What a text of the template with fields in braces becomes: "{number} {name}" of the thing in hand.
    std::string fill_in(std::string_view pattern, const BlockAt& at, std::string_view field);

    // The id as wished, or the first free one after it: "mal-2".
    std::string unique_id(const std::string& wish);
    std::string unique_table_id(const std::string& wish);
    int numbered_tables = 0, numbered_charts = 0;
    // The title of a chart is read when all tables are there for it to quote.
    void later_title(std::size_t chart, Inlines title) { waiting_titles_.emplace_back(chart, std::move(title)); }

    const GoalRating* rating_of(const Goal& goal, const Unit* unit, const Goal* place) const;
    const Unit* unit_of(const BlockSpec& spec) const;   // the block's, else the document's
    Place template_place(const BlockAt& at, std::string_view field) const;
    void problem(std::string_view code, Severity severity, Place place,
                 std::vector<std::pair<std::string_view, std::string>> args);

    // Where a goal's rating is asked for that nobody has given.
    void note_unrated(const Goal& goal);

    // The footnotes at a name, as indices into the document's notes.
    std::vector<int> notes_of(const Tags& notes, const Place& place);

    // Goals that have a section, and ratings that something printed asked for: the document answers for them, though
    // they be another's.
    std::set<const Goal*> printed_goals;
    mutable std::set<const GoalRating*> asked_ratings;

    // Puts every text in its place, and numbers the footnotes as they are read.
    void settle();

    // The goal whose section is being made, for the texts in its tables.
    reports::GoalInHand goal_of_table;

  private:
    struct Waiting {
        std::string text;
        Place place;
        reports::GoalInHand goal;
    };

    ProseHooks hooks_for(const reports::GoalInHand& goal);
    std::optional<int> reconciliation(const document::Figure& figure);
    std::optional<int> note_index(std::string_view id, const Place& place, ProseHooks::Args args);
    std::vector<Inlines> read_now(std::string_view text, const Place& place, Problems& found);
    Inlines mark_for(std::string text, Place place, const reports::GoalInHand& goal);
    const Waiting* waiting_at(const Inlines& inlines) const;
    void settle_section(Section& section);
    void settle_blocks(std::vector<Block>& blocks);
    void settle_block(Block& block);
    void settle_lines(std::vector<Inlines>& lines);
    void settle_line(Inlines& line);

    std::vector<Waiting> waiting_;
    std::vector<std::pair<std::size_t, Inlines>> waiting_titles_;
    std::map<std::string, int, std::less<>> notes_;
    std::set<std::string> ids_, table_ids_;
    std::set<std::string> unrated_;
    bool quote_is_printed_otherwise_ = false;  // the one read last
    std::map<const GoalRating*, std::unique_ptr<reports::GoalRating>> printed_ratings_;
};

// The text of a prose, and whose it is: a text of its own where the prose names one.
struct FoundText {
    std::string_view text;
    Place place;
};
FoundText text_of(const State& state, const Prose& prose, const Place& place);

template <class T>
Place place_of(const T& thing, std::string_view field) {
    Place place;
    place.entity = std::string(description<T>().key) + "/" + thing.id.str();
    place.field = field;
    return place;
}

bool is_blank(std::string_view text);
std::string replaced(std::string_view pattern,
                     const std::vector<std::pair<std::string_view, std::string_view>>& values);

// The blocks: one function for each kind, in compose/blocks/.
void make_blocks(Making& making, const std::vector<BlockSpec>& specs, const Hand& hand, const std::string& path,
                 Filling& into);
void make_section(Making& making, const BlockAt& at, Filling& into);
void make_text(Making& making, const BlockAt& at, Filling& into);
void make_table(Making& making, const BlockAt& at, Filling& into);
void make_contents(Making& making, const BlockAt& at, Filling& into);
void make_memo(Making& making, const BlockAt& at, Filling& into);
void make_goals(Making& making, const BlockAt& at, Filling& into);
void make_goal_text(Making& making, const BlockAt& at, Filling& into);
void make_assessment(Making& making, const BlockAt& at, Filling& into);
void make_things(Making& making, const BlockAt& at, Filling& into);
void make_thing_text(Making& making, const BlockAt& at, Filling& into);
void make_unit_texts(Making& making, const BlockAt& at, Filling& into);
void make_statements(Making& making, const BlockAt& at, Filling& into);
void make_appendices(Making& making, const BlockAt& at, Filling& into);
void make_risk_matrix(Making& making, const BlockAt& at, Filling& into);
void make_facts(Making& making, const BlockAt& at, Filling& into);
void make_list(Making& making, const BlockAt& at, Filling& into);
void make_scale_values(Making& making, const BlockAt& at, Filling& into);
void make_chart(Making& making, const BlockAt& at, Filling& into);

// A section begun for a block: id, level, number and heading from the template, with fields of the thing in hand.
// `own` is the id that the thing in hand gives it; empty = the block's.
Section begin_section(Making& making, const BlockAt& at, const Section& above, const std::string& own,
                      std::string_view default_heading = {});

// "Uppföljning: ({by})": with nobody named the parentheses go too.
std::string label_by(std::string_view label, std::string_view by);
void add_comments(Making& making, const BlockAt& at, const std::vector<const Comment*>& comments, Filling& into);
// The instances of the document that a block is about.
std::vector<const Instance*> instances_of(Making& making, const BlockAt& at);

// The parts around the blocks.
void write_front_page(Making& making);
void write_assessments(Making& making);
document::Mark not_assessed_mark(const ComposeWords& words);
std::string proposal_text(const Making& making, const GoalRating& rating);
std::vector<document::Reason> reasons_of(const Making& making, const GoalRating& rating);

}  // namespace styrkedja::composing
