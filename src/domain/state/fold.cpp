// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/fold.h"

#include "domain/state/stored.h"
#include "domain/values/value_types.h"

namespace styrkedja {
namespace {

bool does_not_fit(const ChangeView& change, Version version, std::string_view code, Problems& problems) {
    const Kind* kind = kind_by_number(change.thing);
    const FieldInfo* field = kind ? field_by_number(*kind, change.field) : nullptr;
    Place place;
    place.entity = (kind ? std::string(kind->info->key) : std::to_string(change.thing)) + "/" + std::string(change.id);
    if (field) place.field = std::string(field->key);
    else if (change.field != 0) place.field = std::to_string(change.field);
    problems.add(code, Severity::error, std::move(place), {{"version", std::to_string(version)}, {"value", std::string(change.value)}});
    return false;
}

// What is left of a value that was erased: a text that says so, or nothing.
void put_erased(const Kind& kind, const FieldInfo& field, void* thing) {
    restore(kind, field, thing, {});
    const std::string_view what = field.type->what;
    if (field.type->shape == TypeInfo::Shape::scalar && !field.type->list && what == "text") {
        field.type->parse(field.locate(thing), erased_text);
    }
}

std::shared_ptr<void> created(const Kind& kind, std::string_view id, Version version) {
    std::shared_ptr<void> thing = kind.make();
    if (&kind != &head_kind()) kind.set_id(thing.get(), Id(std::string(id)));
    kind.versions(thing.get()).set(0, version);
    return thing;
}

}  // namespace

bool change_field(const Kind& kind, void* thing, const ChangeView& change, Version version, Problems& problems) {
    const FieldInfo* field = field_by_number(kind, change.field);
    if (!field) return does_not_fit(change, version, "log_field_is_not_known", problems);
    bool fits = true;
    if (change.erased) {
        if (change.kind == ChangeKind::set) put_erased(kind, *field, thing);
    } else if (change.kind == ChangeKind::set) {
        fits = restore(kind, *field, thing, change.value);
    } else if (is_linked(*field)) {
        fits = change.kind == ChangeKind::linked ? link(*field, thing, change.value) : unlink(*field, thing, change.value);
    } else {
        fits = false;
    }
    if (!fits) return does_not_fit(change, version, "log_value_is_not_one", problems);
    kind.versions(thing).set(change.field, version);
    return true;
}

void* Continuation::thing(const Kind& kind, std::string_view id) {
    if (kind_ == &kind && thing_ && (kind_ == &head_kind() || kind.id(thing_.get()).str() == id)) return thing_.get();
    finish();
    const void* found = kind.find(state_, id);
    if (!found) return nullptr;
    kind_ = &kind;
    thing_ = kind.copy(found);
    return thing_.get();
}

void Continuation::finish() {
    if (thing_) kind_->put(state_, std::move(thing_));
    thing_ = nullptr;
    kind_ = nullptr;
}

bool Continuation::apply(const ChangeView& change, Version version, Problems& problems) {
    const Kind* kind = kind_by_number(change.thing);
    if (!kind) return does_not_fit(change, version, "log_kind_is_not_known", problems);
    if (change.kind == ChangeKind::created) {
        finish();
        if (kind != &head_kind() && kind->find(state_, change.id)) {
            return does_not_fit(change, version, "log_thing_is_there_already", problems);
        }
        kind_ = kind;
        thing_ = created(*kind, change.id, version);
        return true;
    }
    if (change.kind == ChangeKind::ended) {
        finish();
        return kind->remove(state_, change.id) || does_not_fit(change, version, "log_thing_is_not_there", problems);
    }
    void* it = thing(*kind, change.id);
    if (!it) return does_not_fit(change, version, "log_thing_is_not_there", problems);
    return change_field(*kind, it, change, version, problems);
}

Fold::Fold() {
    int most = head_kind().info->number;
    for (const Kind& kind : kinds()) most = std::max(most, kind.info->number);
    things_.resize(static_cast<std::size_t>(most) + 1);
    add(head_kind(), head_kind().make());  // there is always a head; the log only sets its fields
}

void Fold::add(const Kind& kind, std::shared_ptr<void> thing) {
    std::string_view id = &kind == &head_kind() ? head_id : std::string_view(kind.id(thing.get()).str());
    things_[static_cast<std::size_t>(kind.info->number)].insert_or_assign(id, std::move(thing));
}

bool Fold::apply(const ChangeView& change, Version version, Problems& problems) {
    const Kind* kind = kind_by_number(change.thing);
    if (!kind) return does_not_fit(change, version, "log_kind_is_not_known", problems);
    const bool same = change.kind != ChangeKind::created && kind == last_kind_ && last_ && kind != &head_kind() &&
                      kind->id(last_).str() == change.id;
    if (same && change.kind != ChangeKind::ended) return change_field(*kind, last_, change, version, problems);
    Things& things = things_[static_cast<std::size_t>(change.thing)];
    auto found = things.find(change.id);
    if (change.kind == ChangeKind::created) {
        if (found != things.end()) return does_not_fit(change, version, "log_thing_is_there_already", problems);
        last_kind_ = kind;
        std::shared_ptr<void> thing = created(*kind, change.id, version);
        last_ = thing.get();
        add(*kind, std::move(thing));
        return true;
    }
    if (found == things.end()) return does_not_fit(change, version, "log_thing_is_not_there", problems);
    last_kind_ = kind;
    last_ = found->second.get();
    if (change.kind != ChangeKind::ended) return change_field(*kind, last_, change, version, problems);
    last_ = nullptr;
    const std::shared_ptr<void> kept = std::move(found->second);  // the key lies in it
    things.erase(found);
    return true;
}

State Fold::take() {
    State state;
    auto fill = [&](const Kind& kind) {
        Things& things = things_[static_cast<std::size_t>(kind.info->number)];
        if (things.empty()) return;
        std::vector<std::shared_ptr<void>> list;
        list.reserve(things.size());
        for (auto& [id, thing] : things) list.push_back(thing);
        things.clear();
        kind.fill(state, std::move(list));
    };
    fill(head_kind());
    for (const Kind& kind : kinds()) fill(kind);
    last_kind_ = nullptr;
    last_ = nullptr;
    return state;
}

}  // namespace styrkedja
