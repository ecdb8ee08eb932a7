// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

template <class T>
void look(const State& state, const T& thing, std::string_view field, const Tags& notes, Problems& problems) {
    for (const std::string& note : notes.list) {
        if (state.notes.find(note)) continue;
        problems.add("note_does_not_exist", Severity::error, place_of(thing, field), {{"id", note}});
    }
}

}  // namespace

void notes_exist(const State& state, const State& looked, Problems& problems) {
    for (const Indicator& each : looked.indicators) {
        look(state, each, "notes", each.notes, problems);
        look(state, each, "base-notes", each.base_notes, problems);
    }
    for (const Target& each : looked.targets) look(state, each, "notes", each.notes, problems);
    for (const Outcome& each : looked.outcomes) look(state, each, "notes", each.notes, problems);
    for (const EconomyFact& each : looked.economy) look(state, each, "notes", each.notes, problems);
    for (const Template& each : looked.templates) {
        for (const TableSpec& table : each.tables) {
            for (const RowSpec& row : table.rows) {
                look(state, each, "tables/" + table.id.str() + "/rows/" + row.id.str() + "/notes", row.notes, problems);
            }
        }
    }
}

}  // namespace styrkedja::checks
