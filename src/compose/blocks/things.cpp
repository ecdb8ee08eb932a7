// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <functional>

#include "compose/making.h"
#include "domain/organisation/description.h"
#include "domain/plan/description.h"
#include "domain/process/description.h"
#include "locale/typography.h"

// Sections of things (assignments, measures, projects), their texts, and the texts of units.
namespace styrkedja::composing {

using namespace document;

namespace {

// "comment(kommentar)" -> "kommentar"; empty when it is something else.
std::string_view comment_field(std::string_view field) {
    constexpr std::string_view begin = "comment(";
    if (!field.starts_with(begin) || !field.ends_with(')')) return {};
    return field.substr(begin.size(), field.size() - begin.size() - 1);
}

reports::FieldPlace field_place(const Making& making, const BlockAt& at, std::string_view field) {
    reports::FieldPlace place;
    place.goal = at.hand.goal;
    if (!at.spec.unit.empty()) place.unit = making.unit_of(at.spec);
    place.place = making.template_place(at, field);
    return place;
}

void add_field(Making& making, const BlockAt& at, std::string_view field, Filling& into) {
    reports::FieldPlace place = field_place(making, at, "field");
    std::optional<reports::FieldValue> value =
        reports::field_of(making.context, at.hand.thing, field, place, making.problems);
    if (!value) return;
    std::string label = making.fill_in(at.spec.label, at, "label");
    if (value->mark) {
        AssessmentBlock block;
        block.label = label;
        block.mark = *value->mark;
        block.remark = typographic(value->remark);
        into.add(std::move(block), making);
        return;
    }
    std::vector<Inlines> paragraphs;
    for (const reports::FieldText& each : value->texts) {
        if (!each.words.empty()) {
            paragraphs.push_back(plain_inlines(each.before.empty() ? each.words : each.before + ": " + each.words));
            continue;
        }
        if (!each.before.empty()) paragraphs.push_back(plain_inlines(each.before));
        for (Inlines& mark : making.later(Prose{std::string(each.text)}, each.place, at.hand)) {
            paragraphs.push_back(std::move(mark));
        }
    }
    if (value->texts.empty()) paragraphs.push_back(plain_inlines(value->plain));
    std::erase_if(paragraphs, [](const Inlines& each) { return each.empty(); });
    if (paragraphs.empty()) return;
    if (!label.empty()) into.add(SubHeading{label}, making);
    for (Inlines& each : paragraphs) into.add(Paragraph{std::move(each), false}, making);
}

// Units below the one, in the order of the tree.
std::vector<const Unit*> units_below(const Making& making, const Unit& above) {
    std::vector<const Unit*> units;
    for (const Unit* each : making.context.economy().units_within(above.id.str(), making.context.day())) units.push_back(each);
    return units;
}

// A field in which nobody has written about any unit, where people have in others: mistyped.
void check_field_of_units(Making& making, const BlockAt& at) {
    reports::NearestName near(at.spec.field);
    bool others = false;
    for (const Comment& each : making.state.comments) {
        if (each.field.str() == at.spec.field) return;
        if (!making.state.units.find(each.subject.str())) continue;
        others = true;
        near.offer(each.field.str());
    }
    if (!others) return;
    making.problem("template_text_field_does_not_exist", Severity::error, making.template_place(at, "field"),
                   {{"field", at.spec.field}, {"near", near.str()}});
}

std::string who_wrote(const Making& making, const Comment& comment) {
    if (!comment.by.empty()) return comment.by;
    const Unit* unit = making.state.units.find(comment.unit.str());
    return unit && unit != making.context.unit ? unit->name.at(making.context.day()) : std::string();
}

}  // namespace

std::string label_by(std::string_view label, std::string_view by) {
    std::string text(label);
    if (by.empty()) {
        for (std::string_view empty : {" ({by})", "({by})", " {by}", "{by}"}) {
            if (std::size_t at = text.find(empty); at != std::string::npos) text.erase(at, empty.size());
        }
    }
    return replaced(text, {{"by", by}});
}

// With the label before each when it says who wrote it; else once, and of several each says who.
void add_comments(Making& making, const BlockAt& at, const std::vector<const Comment*>& comments, Filling& into) {
    bool labels_each = at.spec.label.find("{by}") != std::string::npos;
    bool labelled = false;
    for (const Comment* comment : comments) {
        std::vector<Inlines> text = making.later(comment->text, place_of(*comment, "text"), at.hand);
        if (text.empty()) continue;
        if (!at.spec.label.empty() && (labels_each || !labelled)) {
            into.add(SubHeading{making.fill_in(label_by(at.spec.label, comment->by), at, "label")}, making);
            labelled = true;
        }
        if (comments.size() > 1 && !labels_each) {
            if (std::string who = who_wrote(making, *comment); !who.empty()) into.add(SubHeading{typographic(who)}, making);
        }
        for (Inlines& each : text) into.add(Paragraph{std::move(each), false}, making);
    }
}

void make_things(Making& making, const BlockAt& outer, Filling& into) {
    const BlockSpec& spec = outer.spec;
    if (spec.source == RowSource::figures) {
        making.problem("template_block_names_no_source", Severity::error, making.template_place(outer, "source"), {});
        return;
    }
    reports::FieldPlace place = field_place(making, outer, "where");
    for (const reports::Thing& thing :
         reports::things_for(making.context, spec.source, spec.where, "", place, making.problems)) {
        Hand hand{outer.hand.goal, thing};
        BlockAt at{spec, hand, outer.path};
        std::string id = thing.id().str();
        std::replace(id.begin(), id.end(), '/', '.');
        if (outer.hand.goal.goal && !into.section().id.empty()) id = into.section().id + "." + id;
        Filling filling(begin_section(making, at, into.section(), id, "{name}"));
        make_blocks(making, spec.blocks, hand, at.path + ".blocks", filling);
        if (!spec.skip_empty || has_content(filling.section())) into.add(filling.take());
    }
}

void make_thing_text(Making& making, const BlockAt& at, Filling& into) {
    if (!at.hand.thing) {
        making.problem("template_block_has_no_thing", Severity::error, making.template_place(at, "block"),
                       {{"block", "thing-text"}});
        return;
    }
    std::string_view comment = comment_field(at.spec.field);
    if (comment.empty()) return add_field(making, at, at.spec.field, into);
    const Unit* unit = at.spec.unit.empty() ? nullptr : making.unit_of(at.spec);
    add_comments(making, at, reports::comments_on(making.context, at.hand.thing.id().str(), comment, at.hand.goal, unit), into);
}

void make_unit_texts(Making& making, const BlockAt& at, Filling& into) {
    const Unit* above = making.unit_of(at.spec);
    if (!above) return;
    check_field_of_units(making, at);
    for (const Unit* unit : units_below(making, *above)) {
        std::vector<Inlines> text;
        for (const Comment* each : reports::comments_on(making.context, unit->id.str(), at.spec.field, at.hand.goal)) {
            for (Inlines& mark : making.later(each->text, place_of(*each, "text"), at.hand)) text.push_back(std::move(mark));
        }
        if (text.empty()) continue;
        Section section;
        section.id = making.unique_id((into.section().id.empty() ? at.spec.field : into.section().id) + "." + unit->id.str());
        section.level = at.spec.level > 0 ? at.spec.level : into.section().level + 1;
        section.heading = typographic(unit->name.at(making.context.day()));
        Filling filling(std::move(section));
        for (Inlines& each : text) filling.add(Paragraph{std::move(each), false}, making);
        into.add(filling.take());
    }
}

}  // namespace styrkedja::composing
