// SPDX-License-Identifier: EUPL-1.2
#include "cli/log/conflicts.h"

#include "cli/log/change_text.h"
#include "cli/log/changes.h"
#include "locale/swedish_time.h"
#include "log/entry.h"

namespace styrkedja::cli {
namespace {

constexpr std::size_t short_text = 120;

std::string_view code_of(const Conflict& conflict, ConflictOf of) {
    const bool of_pack = of != ConflictOf::take_back;
    if (conflict.field) return of_pack ? "pack_differs_from_edit" : "later_change_is_in_the_way";
    if (conflict.mine.empty()) return of_pack ? "pack_changes_what_was_ended" : "later_end_is_in_the_way";
    return of_pack ? "pack_lacks_what_was_edited" : "edited_since_it_was_made";
}

// When the municipality's value came; of a thing that is gone nobody keeps it beside the log.
Version version_of(const Conflict& conflict, const app::Known& known) {
    const void* thing = conflict.kind->find(known.state, conflict.id);
    if (!thing) return 0;
    const FieldVersions& versions = conflict.kind->versions_of(thing);
    return conflict.field ? versions.of(conflict.field->number) : versions.newest();
}

void add_who(Problem& problem, store::Reader& store, const app::Known& known, Version version) {
    const auto row = version == 0 ? std::nullopt : store.log_row(known.municipality, version);
    if (!row) return;
    const log::EntryReader reader(row->entry, row->content);
    problem.args.emplace_back("actor", reader.head().actor_erased ? std::string(erased_text) : std::string(reader.head().actor));
    problem.args.emplace_back("time", swedish_time(reader.head().time));
    problem.args.emplace_back("version", std::to_string(version));
}

}  // namespace

void tell_conflicts(const std::vector<Conflict>& conflicts, ConflictOf of, bool are_kept, bool whole, store::Reader& store,
                    const app::Known& known, Problems& problems) {
    std::size_t moved = 0;
    for (const Conflict& each : conflicts) {
        if (each.field && each.field->key == "order") {
            ++moved;
            continue;
        }
        Problem problem{code_of(each, of), are_kept ? Severity::note : Severity::error, {}, {}};
        problem.place.entity = std::string(each.kind->info->key) + "/" +
                               (each.kind == &head_kind() ? known.state.pack->id.str() : each.id);
        if (each.field) {
            problem.place.field = std::string(each.field->key);
            std::string base = of == ConflictOf::new_pack ? "" : readable(*each.kind, *each.field, each.base), theirs = readable(*each.kind, *each.field, each.theirs),
                        mine = readable(*each.kind, *each.field, each.mine);
            const bool is_long = base.size() > short_text || theirs.size() > short_text || mine.size() > short_text;
            if (is_long && !whole) {
                const Differing parts = differing(theirs, mine);
                base = base.size() > short_text ? "" : base;
                theirs = parts.before;
                mine = parts.after;
            }
            problem.args = {{"base", base}, {"theirs", theirs}, {"mine", mine}};
        }
        problem.args.emplace_back("name", name_of_thing(known.state, *each.kind, each.id));
        add_who(problem, store, known, version_of(each, known));
        problem.args.emplace_back(are_kept ? "kept" : "keep", "--keep");   // what was chosen, or can be
        problems.add(std::move(problem));
    }
    if (moved > 0) problems.add("order_stays_as_it_is", Severity::note, {}, {{"count", count_text(moved)}});
}

}  // namespace styrkedja::cli
