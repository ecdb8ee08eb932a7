// SPDX-License-Identifier: EUPL-1.2
#include "cli/log/changes.h"

#include <algorithm>
#include <map>

#include "domain/state/fold.h"
#include "domain/state/stored.h"

namespace styrkedja::cli {
namespace {

std::string text_of(const FieldInfo& field, const void* object);

// "namn: Uppfyllt; värde: 3"
std::string part_text(const StructInfo& info, const void* part, const void* fresh) {
    std::string text;
    for (const FieldInfo& each : info.fields) {
        const std::string value = text_of(each, part);
        if (value.empty() || value == text_of(each, fresh)) continue;
        text += (text.empty() ? "" : "; ") + std::string(each.sv) + ": " + value;
    }
    return text;
}

std::string text_of(const FieldInfo& field, const void* object) {
    if (field.type->shape != TypeInfo::Shape::records) return stored_text(field, object);
    const void* list = field.in(object);
    const std::shared_ptr<void> fresh = field.type->make();
    std::string text;
    for (std::size_t i = 0; i < field.type->size(list); ++i) {
        text += (text.empty() ? "" : "\n") + part_text(field.type->record(), field.type->at(list, i), fresh.get());
    }
    return text;
}

std::string own_name(const Kind& kind, const void* thing) {
    for (const char* key : {"name", "title", "heading", "text"}) {
        const FieldInfo* field = kind.info->find(key);
        if (!field || field->type->shape != TypeInfo::Shape::scalar) continue;
        if (std::string text = field->text(thing); !text.empty()) return text.substr(0, text.find('\n'));
    }
    return {};
}

// What the thing's key begins with, by name, and the rest of the key.
std::string name_by_key(const State& state, const Kind& kind, const void* thing) {
    std::string first, rest;
    for (const FieldInfo& field : kind.info->fields) {
        if (!field.key_part) continue;
        const std::string text = field.text(thing);
        if (text.empty() || text == "0") continue;
        const Found found = field.type->each_ref ? find_anything(state, text) : Found();
        const std::string name = found.thing ? own_name(*found.kind, found.thing) : "";
        if (first.empty() && !name.empty()) first = name;
        else rest += ", " + (name.empty() ? text : name);
    }
    return first.empty() ? "" : first + rest;
}

class Gathering {
  public:
    Gathering(const State& before, const State& after, bool fields_of_new)
        : before_(before), after_(after), fields_of_new_(fields_of_new) {}

    void take(const Change& change) {
        const Kind* kind = kind_by_number(change.thing);
        if (!kind) return;   // of a newer program: the log says so when it is read
        if (kind != kind_ || id_ != change.id) to_thing(*kind, change.id);
        const FieldInfo* field = field_by_number(*kind, change.field);
        ThingChange& thing = things_[at_];
        if (change.field == 0 || !field || thing.what == ThingChange::What::ended) return;
        if (thing.what == ThingChange::What::created && !fields_of_new_) return;
        const bool is_there = std::any_of(thing.fields.begin(), thing.fields.end(), [&](const FieldChange& each) { return each.field == field; });
        if (!is_there) thing.fields.push_back({field, was_ ? text_of(*field, was_) : "", is_ ? text_of(*field, is_) : ""});
        if (change.erased) thing.fields.back().after = std::string(erased_text);
    }

    std::vector<ThingChange> take_all() { return std::move(things_); }

  private:
    void to_thing(const Kind& kind, const std::string& id) {
        kind_ = &kind;
        id_ = id;
        was_ = kind.find(before_, id);
        is_ = kind.find(after_, id);
        const auto [place, is_new] = index_.try_emplace({&kind, id}, things_.size());
        at_ = place->second;
        if (!is_new) return;
        using What = ThingChange::What;
        const What what = !is_ ? What::ended : was_ ? What::changed : What::created;
        things_.push_back({what, &kind, id, name_of_thing(is_ ? after_ : before_, kind, id), {}});
    }

    const State& before_;
    const State& after_;
    bool fields_of_new_;
    std::map<std::pair<const Kind*, std::string>, std::size_t> index_;
    std::vector<ThingChange> things_;
    const Kind* kind_ = nullptr;
    std::string id_;
    std::size_t at_ = 0;
    const void* was_ = nullptr;
    const void* is_ = nullptr;
};

}  // namespace

bool ThingChange::is_only_order() const {
    return what == What::changed && fields.size() == 1 && fields.front().field->key == "order";
}

std::vector<ThingChange> things_changed(const State& before, const State& after, std::span<const Change> changes,
                                        bool fields_of_new) {
    Gathering gathering(before, after, fields_of_new);
    for (const Change& each : changes) gathering.take(each);
    return gathering.take_all();
}

State state_after(const State& before, std::span<const Change> changes) {
    Problems told_by_the_sequencer;
    State after = before;
    Continuation continuation(after);
    for (const Change& each : changes) continuation.apply(each.view(), 0, told_by_the_sequencer);
    continuation.finish();
    return after;
}

std::string name_of_thing(const State& state, const Kind& kind, std::string_view id) {
    const void* thing = kind.find(state, id);
    if (!thing) return {};
    return kind.named ? own_name(kind, thing) : name_by_key(state, kind, thing);
}

std::string kind_word(const Kind& kind, Language language) {
    if (&kind == &head_kind()) return language == Language::sv ? "kommunen" : "municipality";
    return std::string(language == Language::sv ? kind.info->sv : kind.info->key);
}

std::string field_word(const FieldInfo& field, Language language) {
    return std::string(language == Language::sv ? field.sv : field.key);
}

std::string readable(const Kind& kind, const FieldInfo& field, std::string_view stored) {
    if (field.type->shape != TypeInfo::Shape::records) return std::string(stored);
    const std::shared_ptr<void> thing = kind.make();
    restore(kind, field, thing.get(), stored);
    return text_of(field, thing.get());
}

}  // namespace styrkedja::cli
