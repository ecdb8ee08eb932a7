// SPDX-License-Identifier: EUPL-1.2
#include "compose/making.h"

#include <algorithm>

#include "compose/typeset.h"
#include "domain/model/description.h"
#include "domain/plan/description.h"
#include "domain/process/description.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/quote.h"

namespace styrkedja::composing {

using namespace document;

namespace {

// A text that quotes a cell ("{tabell:rad:kolumn}") can be read when that table has been built, and not before.
bool quotes_a_cell(std::string_view text) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        std::string_view inside = text.substr(at, text.find_first_of("}|", at) - at);
        if (std::count(inside.begin(), inside.end(), ':') >= 2) return true;
    }
    return false;
}

std::string first_free(std::set<std::string>& taken, const std::string& wish) {
    std::string id = wish;
    for (int n = 2; !taken.insert(id).second; ++n) id = wish + "-" + std::to_string(n);
    return id;
}

Mark mark_of(const ScaleValue* value, bool forecast) { return reports::mark_of(*value, forecast); }

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string replaced(std::string_view pattern,
                     const std::vector<std::pair<std::string_view, std::string_view>>& values) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
        std::string_view name = end == std::string_view::npos ? "" : pattern.substr(at + 1, end - at - 1);
        auto it = std::find_if(values.begin(), values.end(), [&](const auto& each) { return each.first == name; });
        if (name.empty() || it == values.end()) {
            out += pattern[at++];
        } else {
            out += it->second;
            at = end + 1;
        }
    }
    return out;
}

FoundText text_of(const styrkedja::State& state, const Prose& prose, const Place& place) {
    if (!prose.is_reference()) return {prose.text, place};
    const TextEntity* text = state.texts.find(prose.reference());
    return text ? FoundText{text->text.text, place_of(*text, "text")} : FoundText{{}, place};
}

bool has_content(const Section& section) {
    for (const Block& block : section.blocks) {
        const AssessmentBlock* rating = std::get_if<AssessmentBlock>(&block);
        bool says = !rating || rating->mark.shape != MarkShape::not_assessed || !rating->remark.empty();
        if (says) return true;
    }
    if (section.mark && section.mark->shape != MarkShape::not_assessed) return true;
    return std::any_of(section.sections.begin(), section.sections.end(), has_content);
}

void Filling::add(Block block, Making& making) {
    if (!is_top() && section_.sections.empty()) {
        section_.blocks.push_back(std::move(block));
        return;
    }
    // A section without heading, number or mark is one of these, and goes on.
    Section* last = section_.sections.empty() ? nullptr : &section_.sections.back();
    if (!last || !last->heading.empty() || !last->number.empty() || last->goal) {
        Section more;
        more.id = making.unique_id(section_.id.empty() ? "text" : section_.id + ".text");
        more.level = section_.level + 1;
        section_.sections.push_back(std::move(more));
        last = &section_.sections.back();
    }
    last->blocks.push_back(std::move(block));
}

Making::Making(const styrkedja::State& of, const reports::ReportIndex& index, const GoalRatings* all_ratings,
               const DocumentEntity& document_entity, bool draft)
    : state(of),
      entity(document_entity),
      ratings(all_ratings),
      context(reports::Context::of(of, index, document_entity, draft)) {
    context.prose = [this](std::string_view text, const Place& place, Problems& found) {
        return read_now(text, place, found);
    };
    context.rating = [this](const Goal& goal, const Unit* unit, const Goal* place) -> const reports::GoalRating* {
        const GoalRating* rating = rating_of(goal, unit ? unit : context.unit, place);
        if (!rating) return nullptr;
        std::unique_ptr<reports::GoalRating>& made = printed_ratings_[rating];
        if (made) return made.get();
        made = std::make_unique<reports::GoalRating>();
        auto set = [&](const ScaleValue* value, Id& id, std::optional<Mark>& mark) {
            if (!value) return;
            id = value->id;
            mark = mark_of(value, rating->forecast);
        };
        set(rating->proposed, made->proposal, made->proposal_mark);
        set(rating->assessed, made->assessed, made->assessed_mark);
        set(rating->decided, made->decision, made->decision_mark);
        set(rating->printed(), made->printed, made->printed_mark);
        if (rating->entered) {
            made->remark = rating->entered->remark;
            made->sources.push_back({"assessments/" + rating->entered->id.str(), rating->decided ? "decision" : "assessed"});
        }
        return made.get();
    };
}

void Making::problem(std::string_view code, Severity severity, Place place,
                     std::vector<std::pair<std::string_view, std::string>> args) {
    problems.add(code, severity, std::move(place), std::move(args));
}

const GoalRating* Making::rating_of(const Goal& goal, const Unit* unit, const Goal* place) const {
    const GoalRating* rating = ratings ? ratings->find(goal, unit, place) : nullptr;
    if (rating) asked_ratings.insert(rating);
    return rating;
}

const Unit* Making::unit_of(const BlockSpec& spec) const {
    const Unit* own = spec.unit.empty() ? nullptr : state.units.find(spec.unit.str());
    return own ? own : context.unit;
}

Place Making::template_place(const BlockAt& at, std::string_view field) const {
    return reports::template_place(context, at.path + (field.empty() ? "" : "." + std::string(field)));
}

std::string Making::unique_id(const std::string& wish) { return first_free(ids_, wish); }

std::string Making::unique_table_id(const std::string& wish) { return first_free(table_ids_, wish); }

void Making::note_unrated(const Goal& goal) {
    if (!unrated_.insert(goal.id.str()).second) return;
    problem("goal_is_not_assessed", Severity::note, place_of(goal, "level"),
            {{"goal", goal.name}, {"occasion", context.occasion ? context.occasion->name : ""}});
}

std::string Making::fill_in(std::string_view pattern, const BlockAt& at, std::string_view field) {
    if (!at.hand.thing || pattern.find('{') == std::string_view::npos) return typographic(pattern);
    reports::FieldPlace place;
    place.goal = at.hand.goal;
    place.place = template_place(at, field);
    return typographic(reports::fill_in(context, at.hand.thing, pattern, place, problems));
}

// Texts and their footnotes.

ProseHooks Making::hooks_for(const reports::GoalInHand& goal) {
    ProseHooks hooks;
    hooks.figure = [this, goal](std::string_view inside, const Place& place, ProseHooks::Args args) {
        std::size_t before = problems.size();
        auto figure = reports::quote(context, inside, goal, paper.tables, place, problems, args);
        const auto& told = problems.list();
        quote_is_printed_otherwise_ =
            std::any_of(told.begin() + static_cast<std::ptrdiff_t>(before), told.end(), [](const Problem& each) {
                return each.code == "quoted_figure_is_printed_otherwise";
            });
        return figure;
    };
    hooks.reconciliation = [this](const document::Figure& figure) { return reconciliation(figure); };
    hooks.note = [this](std::string_view id, const Place& place, ProseHooks::Args args) {
        return note_index(id, place, std::move(args));
    };
    return hooks;
}

// What the data give, at a figure that the text says was printed otherwise. One note for one thing said.
std::optional<int> Making::reconciliation(const document::Figure& figure) {
    if (!quote_is_printed_otherwise_) return std::nullopt;
    std::string text = std::string(swedish_report_words.reconciliation) + figure.computed_shown + ".";
    auto [it, is_new] = notes_.try_emplace("# " + text, static_cast<int>(paper.notes.size()));
    if (is_new) paper.notes.push_back({document::Text{text}});
    return it->second;
}

std::optional<int> Making::note_index(std::string_view id, const Place& place, ProseHooks::Args args) {
    if (auto it = notes_.find(id); it != notes_.end()) return it->second;
    const Note* note = state.notes.find(id);
    if (!note) {
        reports::NearestName near(id);
        for (const Note& each : state.notes) near.offer(each.id.str());
        args.emplace_back("note", std::string(id));
        args.emplace_back("near", near.str());
        problem("footnote_does_not_exist", Severity::error, place, std::move(args));
        return std::nullopt;
    }
    int index = static_cast<int>(paper.notes.size());
    notes_.emplace(std::string(id), index);
    FoundText found = text_of(state, note->text, place_of(*note, "text"));
    paper.notes.push_back(mark_for(std::string(found.text), found.place, {}));
    return index;
}

std::vector<int> Making::notes_of(const Tags& notes, const Place& place) {
    std::vector<int> indices;
    for (const std::string& each : notes.list) {
        if (std::optional<int> index = note_index(each, place, {})) indices.push_back(*index);
    }
    return indices;
}

// In a table, at once where that can be: the table wants to know whether there are any words.
std::vector<Inlines> Making::read_now(std::string_view text, const Place& place, Problems& found) {
    if (is_blank(text)) return {};
    if (quotes_a_cell(text)) return {mark_for(std::string(text), place, goal_of_table)};
    return prose_paragraphs({text, place}, hooks_for(goal_of_table), found);
}

// The mark of a text that waits: a reference to a note with a number below zero.
Inlines Making::mark_for(std::string text, Place place, const reports::GoalInHand& goal) {
    waiting_.push_back({std::move(text), std::move(place), goal});
    return {NoteRef{-static_cast<int>(waiting_.size())}};
}

const Making::Waiting* Making::waiting_at(const Inlines& inlines) const {
    if (inlines.size() != 1) return nullptr;
    const NoteRef* mark = std::get_if<NoteRef>(&inlines.front());
    return mark && mark->note < 0 ? &waiting_[static_cast<std::size_t>(-mark->note - 1)] : nullptr;
}

void Making::add_text(Filling& into, const Prose& prose, const Place& place, const Hand& hand) {
    for (Inlines& mark : later(prose, place, hand)) into.add(Paragraph{std::move(mark), false}, *this);
}

std::vector<Inlines> Making::later(const Prose& prose, const Place& place, const Hand& hand) {
    FoundText found = text_of(state, prose, place);
    if (is_blank(found.text)) return {};
    return {mark_for(std::string(found.text), found.place, hand.goal)};
}

Inlines Making::later_line(const Prose& prose, const Place& place, const Hand& hand) {
    std::vector<Inlines> marks = later(prose, place, hand);
    return marks.empty() ? Inlines{} : std::move(marks.front());
}

}  // namespace styrkedja::composing
