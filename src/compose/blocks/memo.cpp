// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "compose/making.h"
#include "domain/process/description.h"
#include "locale/typography.h"

// The cover memo of an instance. What is to be decided comes first, then why; a template that wants another order, or
// only some parts, says which in `points`: "proposals", "summary: Sammanfattning av ärendet" (with a heading of its
// own). `field` prints one part alone, without a heading. Blocks inside stand after the background.
namespace styrkedja::composing {

using namespace document;

namespace {

// A part of the memo: its name in templates, its heading, what it prints.
struct Part {
    std::string_view name;
    std::string_view ComposeWords::*heading;
    void (*print)(Making&, const BlockAt&, const Instance&, Filling&);
};

void fact(Making& making, const BlockAt& at, Facts& facts, std::string_view label, const std::string& text) {
    (void)making, (void)at;
    if (!text.empty()) facts.pairs.emplace_back(std::string(label), plain_inlines(text));
}

std::string decision_text(const ComposeWords& words, const Instance& instance) {
    std::string_view word;
    switch (instance.decision) {
        case Decision::none: return "";
        case Decision::approved: word = words.decision_approved; break;
        case Decision::changed: word = words.decision_changed; break;
        case Decision::noted: word = words.decision_noted; break;
        case Decision::sent_back: word = words.decision_sent_back; break;
    }
    std::string text(word);
    if (instance.decided.exists()) text = instance.decided.str() + ", " + text;
    if (!instance.paragraph.empty()) text += ", " + instance.paragraph;
    return text;
}

void print_facts(Making& making, const BlockAt& at, const Instance& instance, Filling& into) {
    const ComposeWords& words = making.words;
    Facts facts;
    fact(making, at, facts, words.to, instance.recipient);
    fact(making, at, facts, words.date, instance.date.exists() ? instance.date.str() : "");
    fact(making, at, facts, words.diary_number, instance.diary_number);
    fact(making, at, facts, words.office, instance.office);
    fact(making, at, facts, words.case_officer, instance.case_officer);
    fact(making, at, facts, words.decision, decision_text(words, instance));
    fact(making, at, facts, words.adjusted, instance.adjusted.exists() ? instance.adjusted.str() : "");
    if (!facts.pairs.empty()) into.add(std::move(facts), making);
}

void print_proposals(Making& making, const BlockAt& at, const Instance& instance, Filling& into) {
    Decisions decisions;
    for (const Prose& each : instance.proposals) {
        Inlines point = making.later_line(each, place_of(instance, "proposals"), at.hand);
        if (!point.empty()) decisions.points.push_back(std::move(point));
    }
    // One proposal is a paragraph, not a list of one.
    if (decisions.points.size() == 1) into.add(Paragraph{std::move(decisions.points.front()), false}, making);
    else if (!decisions.points.empty()) into.add(std::move(decisions), making);
}

void print_summary(Making& making, const BlockAt& at, const Instance& instance, Filling& into) {
    making.add_text(into, instance.summary, place_of(instance, "summary"), at.hand);
}

void print_background(Making& making, const BlockAt& at, const Instance& instance, Filling& into) {
    making.add_text(into, instance.background, place_of(instance, "background"), at.hand);
    make_blocks(making, at.spec.blocks, at.hand, at.path + ".blocks", into);
}

void print_basis(Making& making, const BlockAt& at, const Instance& instance, Filling& into) {
    if (instance.basis.size() == 1) {
        making.add_text(into, instance.basis.front(), place_of(instance, "basis"), at.hand);
        return;
    }
    List list;
    for (const Prose& each : instance.basis) {
        std::vector<Inlines> item = making.later(each, place_of(instance, "basis"), at.hand);
        if (!item.empty()) list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) into.add(std::move(list), making);
}

void print_words(Making& making, const std::vector<std::string>& lines, bool ordered, Filling& into) {
    List list;
    list.ordered = ordered;
    for (const std::string& each : lines) list.items.push_back({plain_inlines(each)});
    if (!list.items.empty()) into.add(std::move(list), making);
}

void print_attachments(Making& making, const BlockAt&, const Instance& instance, Filling& into) {
    print_words(making, instance.attachments, true, into);
}

void print_sent_to(Making& making, const BlockAt&, const Instance& instance, Filling& into) {
    print_words(making, instance.sent_to, false, into);
}

void print_signatures(Making& making, const BlockAt&, const Instance& instance, Filling& into) {
    Signatures signatures;
    for (const std::string& each : instance.signed_by) signatures.roles.push_back(typographic(each));
    if (!signatures.roles.empty()) into.add(std::move(signatures), making);
}

constexpr Part parts[] = {
    {"facts", nullptr, print_facts},
    {"proposals", &ComposeWords::proposals, print_proposals},
    {"summary", &ComposeWords::summary, print_summary},
    {"background", &ComposeWords::background, print_background},
    {"basis", &ComposeWords::basis, print_basis},
    {"signatures", nullptr, print_signatures},
    {"attachments", &ComposeWords::attachments, print_attachments},
    {"sent-to", &ComposeWords::sent_to, print_sent_to},
};

const Part* find_part(Making& making, const BlockAt& at, std::string_view name, std::string_view field) {
    reports::NearestName near(name);
    for (const Part& each : parts) {
        if (each.name == name) return &each;
        near.offer(each.name);
    }
    making.problem("memo_part_does_not_exist", Severity::error, making.template_place(at, field),
                   {{"part", std::string(name)}, {"near", near.str()}});
    return nullptr;
}

void add_part(Making& making, const BlockAt& at, const Instance& instance, const Part& part, std::string_view heading,
              Filling& memo) {
    std::string words(heading);
    if (words.empty() && part.heading) words = making.words.*part.heading;
    if (heading.empty() && part.name == "proposals" && !instance.proposer.empty()) words = instance.proposer;
    if (words.empty()) return part.print(making, at, instance, memo);
    Section section;
    section.id = memo.section().id + "." + std::string(part.name);
    section.level = memo.section().level + 1;
    section.heading = typographic(words);
    Filling filling(std::move(section));
    part.print(making, at, instance, filling);
    if (!has_content(filling.section())) return;
    Section done = filling.take();
    done.id = making.unique_id(done.id);
    memo.add(std::move(done));
}

void add_parts(Making& making, const BlockAt& at, const Instance& instance, Filling& memo) {
    if (at.spec.points.empty()) {
        for (const Part& part : parts) add_part(making, at, instance, part, {}, memo);
        return;
    }
    for (const std::string& point : at.spec.points) {
        std::size_t colon = std::min(point.find(':'), point.size());
        std::string_view heading = std::string_view(point).substr(std::min(colon + 1, point.size()));
        heading.remove_prefix(std::min(heading.find_first_not_of(' '), heading.size()));
        if (const Part* part = find_part(making, at, point.substr(0, colon), "points")) {
            add_part(making, at, instance, *part, heading, memo);
        }
    }
}

void make_memo_of(Making& making, const BlockAt& at, const Instance& instance, Filling& into) {
    if (!at.spec.field.empty()) {
        if (const Part* part = find_part(making, at, at.spec.field, "field")) part->print(making, at, instance, into);
        return;
    }
    const std::string& name = instance.name.empty() ? instance.title : instance.name;
    Section section = begin_section(making, at, into.section(), at.spec.id.empty() ? instance.id.str() : "", name);
    section.memo = true;
    Filling memo(std::move(section));
    if (at.spec.heading.empty() && !instance.name.empty() && !instance.title.empty()) {
        memo.add(SubHeading{typographic(instance.title)}, making);
    }
    add_parts(making, at, instance, memo);
    into.add(memo.take());
}

bool comes_before(const Instance* a, const Instance* b) { return a->order < b->order; }

}  // namespace

// Those of the document that the block names, in their order; a named one that isn't there is a problem.
std::vector<const Instance*> instances_of(Making& making, const BlockAt& at) {
    std::vector<const Instance*> found;
    if (!at.spec.instance.empty()) {
        const Instance* instance = making.state.instances.find(at.spec.instance.str());
        if (instance) return {instance};
        reports::NearestName near(at.spec.instance.str());
        for (const Instance& each : making.state.instances) near.offer(each.id.str());
        making.problem("template_instance_does_not_exist", Severity::error, making.template_place(at, "instance"),
                       {{"instance", at.spec.instance.str()}, {"near", near.str()}});
        return {};
    }
    for (const Instance& each : making.state.instances) {
        if (each.document.id == making.entity.id) found.push_back(&each);
    }
    std::stable_sort(found.begin(), found.end(), comes_before);
    return found;
}

void make_memo(Making& making, const BlockAt& at, Filling& into) {
    for (const Instance* each : instances_of(making, at)) make_memo_of(making, at, *each, into);
}

}  // namespace styrkedja::composing
