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

// A text that people wrote about a thing, and where it stands.
struct Written {
    const Prose* prose = nullptr;
    Place place;
    std::string by;
};

// "comment(kommentar)" -> "kommentar"; empty when it is something else.
std::string_view comment_field(std::string_view field) {
    constexpr std::string_view begin = "comment(";
    if (!field.starts_with(begin) || !field.ends_with(')')) return {};
    return field.substr(begin.size(), field.size() - begin.size() - 1);
}

// The field's long text, whole, with its lists and headings.
std::optional<Written> written_in(const Making& making, const BlockAt& at, std::string_view field) {
    const reports::Thing& thing = at.hand.thing;
    if (std::string_view name = comment_field(field); !name.empty()) {
        const Comment* comment = reports::comment_on(making.context, thing.id().str(), name, at.hand.goal);
        if (!comment) return Written{};
        return Written{&comment->text, place_of(*comment, "text"), comment->by};
    }
    const FieldInfo* info = thing.kind->info->find(field);
    if (info && info->type == detail::type_info<Prose>()) {
        Place place;
        place.entity = thing.entity();
        place.field = info->key;
        return Written{static_cast<const Prose*>(info->in(thing.it)), place, {}};
    }
    if (field == "comment") {
        const Progress* progress = reports::progress_of(making.context, thing.id().str());
        if (!progress) return Written{};
        return Written{&progress->comment, place_of(*progress, "comment"), {}};
    }
    return std::nullopt;
}

void add_field(Making& making, const BlockAt& at, std::string_view field, Filling& into) {
    reports::FieldPlace place{at.hand.goal, making.template_place(at, "field"), {}, {}};
    std::optional<reports::FieldValue> value =
        reports::field_of(making.context, at.hand.thing, field, place, making.problems);
    if (!value) return;
    std::string label = making.fill_in(at.spec.label, at, "label");
    if (value->mark) {
        AssessmentBlock block;
        block.label = label;
        block.mark = *value->mark;
        into.add(std::move(block), making);
        return;
    }
    if (value->plain.empty() && value->paragraphs.empty()) return;
    if (!label.empty()) into.add(SubHeading{label}, making);
    if (value->paragraphs.empty()) into.add(Paragraph{plain_inlines(value->plain), false}, making);
    for (const Inlines& each : value->paragraphs) into.add(Paragraph{each, false}, making);
}

// Units below the one, in the order of the tree.
std::vector<const Unit*> units_below(const Making& making, const Unit& above) {
    std::vector<const Unit*> units;
    for (const Unit* each : making.context.economy().units_within(above.id.str(), making.context.day())) units.push_back(each);
    return units;
}

}  // namespace

void make_things(Making& making, const BlockAt& outer, Filling& into) {
    const BlockSpec& spec = outer.spec;
    if (spec.source == RowSource::figures) {
        making.problem("template_block_names_no_source", Severity::error, making.template_place(outer, "source"), {});
        return;
    }
    reports::FieldPlace place{outer.hand.goal, making.template_place(outer, "where"), {}, {}};
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
    const std::string& field = at.spec.field.str();
    std::optional<Written> written = written_in(making, at, field);
    if (!written) return add_field(making, at, field, into);
    if (!written->prose) return;
    std::vector<Inlines> text = making.later(*written->prose, written->place, at.hand);
    if (text.empty()) return;
    if (!at.spec.label.empty()) into.add(SubHeading{making.fill_in(label_by(at.spec.label, written->by), at, "label")}, making);
    for (Inlines& each : text) into.add(Paragraph{std::move(each), false}, making);
}

void make_unit_texts(Making& making, const BlockAt& at, Filling& into) {
    const Unit* above = making.unit_of(at.spec);
    if (!above) return;
    for (const Unit* unit : units_below(making, *above)) {
        const Comment* comment = reports::comment_on(making.context, unit->id.str(), at.spec.field.str(), at.hand.goal);
        if (!comment) continue;
        std::vector<Inlines> text = making.later(comment->text, place_of(*comment, "text"), at.hand);
        if (text.empty()) continue;
        Section section;
        section.id = making.unique_id((into.section().id.empty() ? at.spec.field.str() : into.section().id) + "." + unit->id.str());
        section.level = at.spec.level > 0 ? at.spec.level : into.section().level + 1;
        section.heading = typographic(unit->name.at(making.context.day()));
        Filling filling(std::move(section));
        for (Inlines& each : text) filling.add(Paragraph{std::move(each), false}, making);
        into.add(filling.take());
    }
}

}  // namespace styrkedja::composing
