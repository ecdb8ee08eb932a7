// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "compose/making.h"
#include "domain/plan/description.h"
#include "locale/typography.h"

// A goal's section and what is written and said about it.
namespace styrkedja::composing {

using namespace document;

namespace {

constexpr int deepest = 32;   // of a tree of goals; a circle of parents is reported elsewhere

struct Placed {
    const Goal* goal = nullptr;
    const Goal* place = nullptr;
};

// Other committees' goals under the council's are theirs to report.
bool is_ours(const Making& making, const BlockSpec& spec, const Goal& goal) {
    for (const Condition& each : spec.where) {
        if (each.field == "units") return true;
    }
    const Unit* unit = making.context.unit;
    if (!unit || goal.units.empty()) return true;
    const EconomyIndex& tree = making.context.economy();
    Date day = making.context.day();
    return std::any_of(goal.units.begin(), goal.units.end(), [&](const Ref<Unit>& each) {
        const auto& councils = making.context.index.councils;
        return std::find(councils.begin(), councils.end(), each.str()) != councils.end() ||
               tree.is_within(each.str(), unit->id.str(), day) || tree.is_within(unit->id.str(), each.str(), day);
    });
}

class GoalChoice {
  public:
    GoalChoice(Making& making, const BlockAt& at) : making_(making), at_(at), where_(at.spec.where) {
        if (at.spec.goals_level.empty()) return;
        Condition level;
        level.field = "level";
        level.is.list = {at.spec.goals_level.str()};
        where_.push_back(std::move(level));
    }

    std::vector<Placed> choose() {
        const BlockSpec& spec = at_.spec;
        if (!spec.only.empty()) {
            choose_only();
            return std::move(chosen_);
        }
        if (!spec.goals_level.empty() && !making_.state.levels.find(spec.goals_level.str())) {
            missing("template_level_does_not_exist", "goals-level", spec.goals_level.id, making_.state.levels);
            return {};
        }
        const Goal* above = spec.anywhere ? nullptr : at_.hand.goal.goal;
        if (above) choose_below(*above, 0);
        else take_from({}, nullptr);
        return std::move(chosen_);
    }

  private:
    template <class T>
    void missing(std::string_view code, std::string_view field, const Id& id, const styrkedja::Table<T>& known) {
        reports::NearestName near(id.str());
        for (const T& each : known) near.offer(each.id.str());
        making_.problem(code, Severity::error, making_.template_place(at_, field), {{"id", id.str()}, {"near", near.str()}});
    }

    void choose_only() {
        for (const Ref<Goal>& each : at_.spec.only) {
            const Goal* goal = making_.state.goals.find(each.str());
            if (goal) chosen_.push_back({goal, place_of_goal(*goal)});
            else missing("template_goal_does_not_exist", "only", each.id, making_.state.goals);
        }
    }

    // Under the goal in hand, when the goal stands there.
    const Goal* place_of_goal(const Goal& goal) const {
        for (const Ref<Goal>& parent : goal.parents) {
            if (at_.hand.goal.goal && parent.id == at_.hand.goal.goal->id) return at_.hand.goal.goal;
        }
        return goal.parents.size() == 1 ? making_.state.goals.find(goal.parents.front().str()) : nullptr;
    }

    void take_from(const reports::GoalInHand& hand, const Goal* place) {
        reports::FieldPlace at;
        at.goal = hand;
        at.place = making_.template_place(at_, "where");
        for (const reports::Thing& each :
             reports::things_for(making_.context, RowSource::goals, where_, "", at, making_.problems)) {
            const Goal* goal = static_cast<const Goal*>(each.it);
            if (place && !is_ours(making_, at_.spec, *goal)) continue;
            chosen_.push_back({goal, place ? place : place_of_goal(*goal)});
        }
    }

    // Goals of the level directly below come first, then those further down, through goals of other levels.
    void choose_below(const Goal& above, int depth) {
        if (depth > deepest) return;
        take_from({&above, nullptr}, &above);
        if (at_.spec.goals_level.empty()) return;
        for (const Goal* each : reports::ReportIndex::in(making_.context.index.goals_below, above.id.str())) {
            if (each->level.id != at_.spec.goals_level.id) choose_below(*each, depth + 1);
        }
    }

    Making& making_;
    const BlockAt& at_;
    std::vector<Condition> where_;
    std::vector<Placed> chosen_;
};

const Level* level_of(const Making& making, const Goal& goal) { return making.state.levels.find(goal.level.str()); }

// Is it wrong to print no rating: a document that is not decided says that none is given.
bool says_not_assessed(const Making& making, const Goal& goal) {
    const Level* level = level_of(making, goal);
    return level && level->assessed && making.context.occasion && making.context.occasion->judges != Judges::nothing &&
           !making.context.prints_published();
}

void make_goal(Making& making, const BlockAt& outer, const Placed& placed, Filling& into) {
    Hand hand{{placed.goal, placed.place}, reports::thing(*placed.goal)};
    BlockAt at{outer.spec, hand, outer.path};
    std::string id = placed.goal->id.str();
    if (placed.goal->parents.size() > 1 && placed.place) id += "." + placed.place->id.str();
    Section section = begin_section(making, at, into.section(), id, "{number} {name}");
    section.goal = true;
    section.heading_notes = making.notes_of(placed.goal->notes, place_of(*placed.goal, "notes"));
    const Level* level = level_of(making, *placed.goal);
    if (at.spec.level_name && level) section.level_name = typographic(level->name);
    if (at.spec.mark && level && level->assessed) {
        const GoalRating* rating = making.rating_of(*placed.goal, making.unit_of(at.spec), placed.place);
        const ScaleValue* value = rating ? rating->printed() : nullptr;
        if (value) section.mark = reports::mark_of(*value, rating->forecast);
        else making.note_unrated(*placed.goal);
        if (!value && says_not_assessed(making, *placed.goal)) section.mark = not_assessed_mark(making.words);
    }
    Filling filling(std::move(section));
    make_blocks(making, at.spec.blocks, hand, at.path + ".blocks", filling);
    if (at.spec.skip_empty && !has_content(filling.section())) return;
    making.printed_goals.insert(placed.goal);
    into.add(filling.take());
}

// The mark of a goal's section stands in its margin: what says only the same is not printed again.
bool says_more(const AssessmentBlock& block) {
    return !block.remark.empty() || !block.proposal.empty() || !block.assessed.empty() || !block.motivation.empty() ||
           !block.reasons.empty();
}

bool same_mark(const Section& section, const Mark& mark) {
    return section.goal && section.mark && section.mark->shape == mark.shape && section.mark->label == mark.label;
}

// Text fields that a template may name: those of levels and assignment types, and whatever comments are written in.
bool is_text_field(const Making& making, std::string_view field, reports::NearestName& near) {
    bool found = false;
    auto offer = [&](const Id& id) {
        near.offer(id.str());
        found = found || id.str() == field;
    };
    for (const Level& level : making.state.levels) {
        for (const TextField& each : level.texts) offer(each.id);
    }
    for (const AssignmentType& type : making.state.assignment_types) {
        for (const TextField& each : type.texts) offer(each.id);
    }
    if (found) return true;
    for (const Comment& each : making.state.comments) {
        if (each.field.str() == field) return true;
    }
    return false;
}

}  // namespace

void make_goals(Making& making, const BlockAt& at, Filling& into) {
    for (const Placed& each : GoalChoice(making, at).choose()) make_goal(making, at, each, into);
}

void make_goal_text(Making& making, const BlockAt& at, Filling& into) {
    const Goal* goal = at.hand.goal.goal;
    if (!goal) {
        making.problem("template_block_is_not_in_goal", Severity::error, making.template_place(at, "block"),
                       {{"block", "goal-text"}});
        return;
    }
    if (at.spec.field == "description" || at.spec.field.empty()) {
        std::vector<Inlines> text = making.later(goal->description, place_of(*goal, "description"), at.hand);
        if (!text.empty() && !at.spec.label.empty()) into.add(SubHeading{making.fill_in(at.spec.label, at, "label")}, making);
        for (Inlines& each : text) into.add(Paragraph{std::move(each), false}, making);
        return;
    }
    const Unit* unit = at.spec.unit.empty() ? nullptr : making.unit_of(at.spec);
    std::vector<const Comment*> comments =
        reports::comments_on(making.context, goal->id.str(), at.spec.field, at.hand.goal, unit);
    reports::NearestName near(at.spec.field);
    if (comments.empty() && !is_text_field(making, at.spec.field, near)) {
        making.problem("template_text_field_does_not_exist", Severity::error, making.template_place(at, "field"),
                       {{"field", at.spec.field}, {"near", near.str()}});
    }
    add_comments(making, at, comments, into);
}

void make_assessment(Making& making, const BlockAt& at, Filling& into) {
    const Goal* goal = at.hand.goal.goal;
    if (!goal) {
        making.problem("template_block_is_not_in_goal", Severity::error, making.template_place(at, "block"),
                       {{"block", "assessment"}});
        return;
    }
    const BlockSpec& spec = at.spec;
    const GoalRating* rating = making.rating_of(*goal, making.unit_of(spec), at.hand.goal.place);
    AssessmentBlock block;
    block.label = typographic(spec.label);
    block.mark = not_assessed_mark(making.words);
    const ScaleValue* printed = rating ? rating->printed() : nullptr;
    if (printed) block.mark = reports::mark_of(*printed, rating->forecast);
    else making.note_unrated(*goal);
    if (rating && rating->entered) {
        block.remark = typographic(rating->entered->remark);
        block.motivation = making.later_line(rating->entered->motivation, place_of(*rating->entered, "motivation"), at.hand);
    }
    if (rating && spec.show_proposal) block.proposal = proposal_text(making, *rating);
    if (rating && spec.show_assessed && rating->assessed) {
        Mark assessed = reports::mark_of(*rating->assessed, rating->forecast);
        block.assessed = replaced(making.words.office_assessed, {{"value", assessed.label}});
    }
    if (rating && spec.show_reasons) {
        for (const Reason& reason : reasons_of(making, *rating)) block.reasons.push_back(reason.text);
    }
    bool says = printed || !block.remark.empty() || !block.proposal.empty() || says_not_assessed(making, *goal);
    block.in_margin = same_mark(into.section(), block.mark);
    if (says && (!block.in_margin || says_more(block))) into.add(std::move(block), making);
}

}  // namespace styrkedja::composing
