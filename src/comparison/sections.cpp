// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "comparison/work.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

std::string name_of(const Section& section) {
    if (section.number.empty()) return section.heading;
    return section.heading.empty() ? section.number : section.number + " " + section.heading;
}

void enter(Work& work, const Section& section, bool chapter) {
    chapter ? work.changes.enter_chapter(name_of(section)) : work.changes.enter_section(name_of(section));
}

void leave(Work& work, bool chapter) {
    if (!chapter) work.changes.leave_section();
}

bool same_mark(const std::optional<Mark>& a, const std::optional<Mark>& b) {
    return a.has_value() == b.has_value() && (!a || (a->shape == b->shape && a->label == b->label));
}

void compare_heading(Work& work, Section& newer, const Section& older) {
    if (name_of(newer) != name_of(older)) {
        newer.heading_before = name_of(older);
        work.changes.add(work.changes.words.heading_text, name_of(older), name_of(newer));
    }
    if (!same_mark(newer.mark, older.mark)) {
        newer.mark_before = older.mark;
        work.changes.add(work.changes.words.mark, older.mark ? older.mark->label : "",
                         newer.mark ? newer.mark->label : "");
    }
}

void mark_section(Work& work, Section& section, Change change);

// The sections of a new or removed one. What has only moved is compared where it stands now, and leaves nothing
// behind.
void mark_inner(Work& work, Section& section, Change change) {
    if (change == Change::added) {
        compare_sections(work, section.sections, {}, false);
        return;
    }
    for (Section& inner : section.sections) mark_section(work, inner, change);
}

void mark_section(Work& work, Section& section, Change change) {
    section.change = change;
    if (change == Change::removed) section.heading_notes.clear();   // they were the older document's
    mark_blocks(work, section.blocks, change);
    mark_inner(work, section, change);
}

// A copy of an older section without those within it that live on elsewhere.
Section gone_section(const Work& work, const Section& older) {
    Section gone = older;
    gone.sections.clear();
    for (const Section& inner : older.sections) {
        if (!work.newer_sections.contains(work.older_keys.at(&inner))) gone.sections.push_back(gone_section(work, inner));
    }
    return gone;
}

// Where a removed section is put: after the nearest older sibling before it that still stands among `keys`.
std::size_t place_of_gone(const Work& work, const std::vector<std::string>& keys, const std::vector<Section>& older,
                          std::size_t at) {
    for (std::size_t i = at; i-- > 0;) {
        const auto found = std::find(keys.begin(), keys.end(), work.older_keys.at(&older[i]));
        if (found != keys.end()) return static_cast<std::size_t>(found - keys.begin()) + 1;
    }
    return 0;
}

void insert_gone(Work& work, std::vector<Section>& newer, std::vector<std::string> keys,
                 const std::vector<Section>& older, bool chapters) {
    for (std::size_t i = 0; i < older.size(); ++i) {
        const std::string& key = work.older_keys.at(&older[i]);
        if (work.newer_sections.contains(key)) continue;
        const std::size_t place = place_of_gone(work, keys, older, i);
        Section gone = gone_section(work, older[i]);
        enter(work, gone, chapters);
        work.changes.add(work.changes.words.removed_section, name_of(gone), "");
        leave(work, chapters);
        mark_section(work, gone, Change::removed);
        newer.insert(newer.begin() + static_cast<std::ptrdiff_t>(place), std::move(gone));
        keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(place), key);
    }
}

}  // namespace

void compare_sections(Work& work, std::vector<Section>& newer, const std::vector<Section>& older, bool chapters) {
    std::vector<std::string> keys;
    for (Section& section : newer) {
        keys.push_back(work.met.next(section.id));
        const auto found = work.older_sections.find(keys.back());
        enter(work, section, chapters);
        if (found == work.older_sections.end()) {
            work.changes.add(work.changes.words.new_section, "", name_of(section));
            mark_section(work, section, Change::added);
        } else {
            compare_heading(work, section, *found->second);
            compare_blocks(work, section.blocks, found->second->blocks);
            compare_sections(work, section.sections, found->second->sections, false);
        }
        leave(work, chapters);
    }
    insert_gone(work, newer, std::move(keys), older, chapters);
}

}  // namespace styrkedja::comparison
