// SPDX-License-Identifier: EUPL-1.2
#include "app/drafts.h"

#include "domain/state/stored.h"

namespace styrkedja::app {

std::string draft_subject(const Kind& kind, std::string_view id, const FieldInfo& field) {
    return std::string(kind.info->key) + "/" + std::string(id) + "/" + std::string(field.key);
}

std::optional<Change> change_of(const store::Draft& draft) {
    // Ids of things named by their key have / in them; kinds and fields have not.
    const std::size_t first = draft.subject.find('/'), last = draft.subject.rfind('/');
    if (first == std::string::npos || first == last) return std::nullopt;
    const std::string kind_name = draft.subject.substr(0, first);
    const Kind* kind = kind_name == head_kind().info->key ? &head_kind() : find_kind(kind_name);
    const FieldInfo* field = kind ? field_named(*kind, draft.subject.substr(last + 1)) : nullptr;
    if (!field) return std::nullopt;
    return Change(ChangeKind::set, number_of(*kind), draft.subject.substr(first + 1, last - first - 1), field->number, 0, draft.text);
}

std::optional<Command> draft_command(const store::Draft& draft, std::string command) {
    std::optional<Change> change = change_of(draft);
    if (!change) return std::nullopt;
    Command made;
    made.id = std::move(command);
    made.actor = draft.person;
    made.read = draft.base;
    made.changes.push_back(std::move(*change));
    return made;
}

void save_draft(store::Store& store, std::string_view municipality, store::Draft draft) {
    for (const store::Draft& each : store.drafts(municipality, draft.person)) {
        if (each.subject == draft.subject) draft.base = each.base;
    }
    store.put_draft(municipality, draft);
}

std::vector<store::Draft> open_drafts(store::Store& store, const Known& known, std::string_view person) {
    std::vector<store::Draft> open;
    for (store::Draft& each : store.drafts(known.municipality, person)) {
        const std::optional<Change> change = change_of(each);
        const Kind* kind = change ? kind_by_number(change->thing) : nullptr;
        const void* thing = kind ? kind->find(known.state, change->id) : nullptr;
        const bool is_said = thing && stored_text(*field_by_number(*kind, change->field), thing) == each.text;
        if (is_said) store.drop_draft(known.municipality, each.person, each.subject);
        else open.push_back(std::move(each));
    }
    return open;
}

void settle_draft(store::Store& store, std::string_view municipality, const store::Draft& draft, const Outcome& outcome) {
    const bool is_in_the_log = outcome.what == Outcome::What::done || outcome.what == Outcome::What::already;
    if (is_in_the_log) store.drop_draft(municipality, draft.person, draft.subject);
}

}  // namespace styrkedja::app
