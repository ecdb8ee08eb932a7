// SPDX-License-Identifier: EUPL-1.2
#include "comparison/compare.h"

#include <algorithm>

#include "comparison/words.h"
#include "comparison/work.h"
#include "document/names.h"

namespace styrkedja::comparison {

using namespace document;

std::string Occurrences::next(const std::string& id) {
    const int times = ++met_[id];
    return times == 1 ? id : id + "#" + std::to_string(times);
}

namespace {

void index_sections(Work& work, const std::vector<Section>& sections, Occurrences& met) {
    for (const Section& section : sections) {
        const std::string key = met.next(section.id);
        work.older_sections.emplace(key, &section);
        work.older_keys.emplace(&section, key);
        index_sections(work, section.sections, met);
    }
}

void list_sections(Work& work, const std::vector<Section>& sections, Occurrences& met) {
    for (const Section& section : sections) {
        work.newer_sections.insert(met.next(section.id));
        list_sections(work, section.sections, met);
    }
}

// What an earlier version is called: as its own foot says, else by its date.
std::string called(const Document& older, const ComparisonWords& words) {
    const std::string version = !older.state_text.empty() ? older.state_text : older.version;
    std::string name(words.earlier_version);
    if (!version.empty()) name += " (" + version + ")";
    return name;
}

void compare_line(Work& work, std::string_view what, const std::string& older, const std::string& newer) {
    if (older != newer) work.changes.add(what, older, newer);
}

void compare_front(Work& work) {
    work.changes.enter_chapter(std::string(work.changes.words.front));
    compare_line(work, work.changes.words.heading_text, work.older.title, work.newer.title);
    compare_line(work, work.changes.words.heading_text, work.older.subtitle, work.newer.subtitle);
    for (auto& [label, text] : work.newer.facts) {
        const auto same = std::find_if(work.older.facts.begin(), work.older.facts.end(),
                                       [&, name = &label](const auto& each) { return each.first == *name; });
        work.changes.enter(label);
        compare_text(work, text, same == work.older.facts.end() ? Inlines{} : same->second, work.changes.words.fact);
        work.changes.leave();
    }
    for (const auto& [label, text] : work.older.facts) {
        const bool gone = std::none_of(work.newer.facts.begin(), work.newer.facts.end(),
                                       [&, name = &label](const auto& each) { return each.first == *name; });
        work.changes.enter(label);
        if (gone) work.changes.add(work.changes.words.fact, mark_all(text, Change::removed), {});
        work.changes.leave();
    }
    compare_text(work, work.newer.lead, work.older.lead, work.changes.words.text);
}

// Footnotes are compared as a list of their own: where they are referred to is no matter.
void compare_notes(Work& work) {
    work.changes.enter_chapter(std::string(work.changes.words.note));
    std::vector<Inlines> notes = work.newer.notes;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        int best = 300;
        const Inlines* like = nullptr;
        for (const Inlines& each : work.older.notes) {
            if (const int value = likeness(each, notes[i]); value >= best) best = value, like = &each;
        }
        compare_text(work, work.newer.notes[i], like ? *like : Inlines{}, work.changes.words.note);
    }
    for (const Inlines& each : work.older.notes) {
        const bool gone = std::none_of(notes.begin(), notes.end(),
                                       [&](const Inlines& other) { return likeness(each, other) >= 300; });
        if (gone) work.changes.add(work.changes.words.note, mark_all(each, Change::removed), {});
    }
}

const Assessment* same_assessment(const std::vector<Assessment>& list, const Assessment& of) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Assessment& each) {
        return each.goal == of.goal && each.unit == of.unit && each.place == of.place && each.occasion == of.occasion;
    });
    return found == list.end() ? nullptr : &*found;
}

const std::string& label_or_id(const std::string& label, const std::string& id) {
    return label.empty() ? id : label;
}

// The mark in a goal's margin is the decision, and is listed where it stands.
bool is_listed(const Changes& changes, const std::string& was, const std::string& is) {
    return std::any_of(changes.list().begin(), changes.list().end(), [&](const Changed& each) {
        return each.what == changes.words.mark && plain_text(each.before) == was && plain_text(each.now) == is;
    });
}

// The three steps of each goal's assessment, printed or not: what stands in the margin is compared in its section too.
void compare_assessments(Work& work) {
    const ComparisonWords& words = work.changes.words;
    work.changes.enter_chapter(std::string(words.assessment));
    static const Assessment none;
    auto compare = [&](const Assessment& before, const Assessment& now, const std::string& goal) {
        work.changes.enter(goal);
        compare_line(work, words.proposal, label_or_id(before.proposal_label, before.proposal),
                     label_or_id(now.proposal_label, now.proposal));
        compare_line(work, words.assessed, label_or_id(before.assessed_label, before.assessed),
                     label_or_id(now.assessed_label, now.assessed));
        const std::string& was = label_or_id(before.decision_label, before.decision);
        const std::string& is = label_or_id(now.decision_label, now.decision);
        if (!is_listed(work.changes, was, is)) compare_line(work, words.decision, was, is);
        work.changes.leave();
    };
    for (const Assessment& now : work.newer.assessments) {
        const Assessment* before = same_assessment(work.older.assessments, now);
        compare(before ? *before : none, now, now.goal);
    }
    for (const Assessment& before : work.older.assessments) {
        if (!same_assessment(work.newer.assessments, before)) compare(before, none, before.goal);
    }
}

}  // namespace

Work::Work(const Document& older_of, Document& newer_of) : older(older_of), newer(newer_of) {
    Occurrences older_met, newer_met;
    index_sections(*this, older.sections, older_met);
    list_sections(*this, newer.sections, newer_met);
    for (std::size_t i = 0; i < older.tables.size(); ++i) older_tables.emplace(older.tables[i].id, i);
    for (std::size_t i = 0; i < newer.tables.size(); ++i) newer_tables.emplace(newer.tables[i].id, i);
    for (std::size_t i = 0; i < older.charts.size(); ++i) older_charts.emplace(older.charts[i].id, i);
    for (std::size_t i = 0; i < newer.charts.size(); ++i) newer_charts.emplace(newer.charts[i].id, i);
}

Document compare(const Document& older, Document newer) {
    Work work(older, newer);
    compare_front(work);
    compare_sections(work, newer.sections, older.sections, true);
    compare_notes(work);
    compare_assessments(work);
    newer.against = called(older, work.changes.words);
    newer.facts.push_back({std::string(work.changes.words.compared_with), {Text{newer.against}}});
    append_list(newer, work.changes, newer.against);
    return newer;
}

}  // namespace styrkedja::comparison
