// SPDX-License-Identifier: EUPL-1.2
#include "simulation/shadow.h"

#include <algorithm>

#include "domain/state/stored.h"

namespace styrkedja::simulation {
namespace {

std::string name_of(const Kind& kind, std::string_view id, const FieldInfo& field) {
    return std::string(kind.info->key) + "/" + std::string(id) + " " + std::string(field.key);
}

bool contains(const std::vector<std::string>& list, const std::string& element) {
    return std::find(list.begin(), list.end(), element) != list.end();
}

bool is_list(const Change& change) {
    const Kind* kind = kind_by_number(change.thing);
    const FieldInfo* field = kind ? field_by_number(*kind, change.field) : nullptr;
    return field && is_linked(*field);
}

// What is left of an erased value: texts say so, the rest is as if nothing had been said.
std::string left_of(const Change& change) {
    if (!change.erased) return change.value;
    const TypeInfo& type = *field_by_number(*kind_by_number(change.thing), change.field)->type;
    const bool is_text = type.shape == TypeInfo::Shape::scalar && !type.list && type.what == "text";
    return is_text ? std::string(erased_text) : "";
}

std::vector<std::string> list_of(const Change& change) {
    if (change.erased) return {};
    const Kind& kind = *kind_by_number(change.thing);
    const FieldInfo& field = *field_by_number(kind, change.field);
    const std::shared_ptr<void> thing = kind.make();
    restore(kind, field, thing.get(), change.value);
    return elements(field, thing.get());
}

}  // namespace

const Shadow::Thing* Shadow::find(int kind, const std::string& id) const {
    const auto found = things_.find({kind, id});
    return found == things_.end() ? nullptr : &found->second;
}

bool Shadow::has(int kind, const std::string& id) const { return find(kind, id) != nullptr; }

bool Shadow::is_so(const Change& change) const {
    const Thing* thing = find(change.thing, change.id);
    if (change.kind == ChangeKind::created || change.kind == ChangeKind::ended) return false;
    const bool list = is_list(change);
    static const Thing none;
    if (!thing && change.thing != number_of(head_kind())) return false;
    if (!thing) thing = &none;
    if (list) {
        const auto found = thing->lists.find(change.field);
        const std::vector<std::string> now = found == thing->lists.end() ? std::vector<std::string>() : found->second;
        if (change.kind == ChangeKind::set) return now == list_of(change);
        return contains(now, change.value) == (change.kind == ChangeKind::linked);
    }
    const auto found = thing->values.find(change.field);
    const std::string now = found == thing->values.end() ? "" : found->second;
    if (now == change.value) return true;
    // A default may be written out.
    const Kind& kind = *kind_by_number(change.thing);
    const std::string usual = stored_text(*field_by_number(kind, change.field), kind.make().get());
    return (now.empty() ? usual : now) == (change.value.empty() ? usual : change.value);
}

Version Shadow::last(const Change& change) const {
    const Thing* thing = find(change.thing, change.id);
    if (!thing) return 0;
    if (change.kind != ChangeKind::ended) {
        const auto found = thing->versions.find(change.field);
        return found == thing->versions.end() ? 0 : found->second;
    }
    Version newest = 0;
    for (const auto& [field, version] : thing->versions) newest = std::max(newest, version);
    return newest;
}

void Shadow::apply(const Change& change, Version version) {
    if (change.kind == ChangeKind::ended) {
        things_.erase({change.thing, change.id});
        return;
    }
    Thing& thing = things_[{change.thing, change.id}];
    thing.versions[change.field] = version;
    if (change.kind == ChangeKind::created) return;
    if (!is_list(change)) {
        thing.values[change.field] = left_of(change);
        return;
    }
    std::vector<std::string>& list = thing.lists[change.field];
    if (change.kind == ChangeKind::set) list = list_of(change);
    else if (change.erased) return;
    else if (change.kind == ChangeKind::unlinked) std::erase(list, change.value);
    else if (!contains(list, change.value)) list.push_back(change.value);
}

std::string Shadow::differs(const Kind& kind, const Key& key, const Thing& thing, const void* theirs) const {
    const std::shared_ptr<void> fresh = kind.make();
    for (const FieldInfo* field : logged_fields(kind)) {
        const auto version = thing.versions.find(field->number);
        const Version last = version == thing.versions.end() ? 0 : version->second;
        const std::string where = name_of(kind, key.second, *field);
        if (kind.versions_of(theirs).of(field->number) != last) {
            return where + " was changed at " + std::to_string(last) + ", the state says " +
                   std::to_string(kind.versions_of(theirs).of(field->number));
        }
        if (last == 0) continue;
        if (is_linked(*field)) {
            const auto list = thing.lists.find(field->number);
            if (list != thing.lists.end() && elements(*field, theirs) != list->second) return where + " has other elements";
            continue;
        }
        const auto value = thing.values.find(field->number);
        const std::string now = value == thing.values.end() ? "" : value->second;
        const std::string text = stored_text(*field, theirs);
        if (text != (now.empty() ? stored_text(*field, fresh.get()) : now)) return where + " is '" + now + "', the state says '" + text + "'";
    }
    return "";
}

std::string Shadow::differs(const State& state) const {
    std::map<int, std::size_t> counts;
    for (const auto& [key, thing] : things_) {
        const Kind* kind = kind_by_number(key.first);
        const void* theirs = kind ? kind->find(state, key.second) : nullptr;
        if (!theirs) return "kind " + std::to_string(key.first) + " " + key.second + " is not in the state";
        ++counts[key.first];
        if (std::string found = differs(*kind, key, thing, theirs); !found.empty()) return found;
    }
    for (const Kind& kind : kinds()) {
        if (kind.size(state) != counts[number_of(kind)]) return "the state has other " + std::string(kind.info->key);
    }
    return "";
}

std::string difference_of(const State& one, const State& other) {
    std::string found;
    auto look = [&](const Kind& kind) {
        kind.differences(one, other, [&](const void* a, const void* b) {
            if (!found.empty()) return;
            const std::string id = kind.id(a ? a : b).str();
            if (!a || !b) found = std::string(kind.info->key) + "/" + id + " is in one only";
            if (!found.empty()) return;
            for (const FieldInfo* field : logged_fields(kind)) {
                if (stored_text(*field, a) != stored_text(*field, b)) {
                    found = name_of(kind, id, *field) + ": '" + stored_text(*field, a) + "' and '" + stored_text(*field, b) + "'";
                }
            }
            if (found.empty() && !(kind.versions_of(a) == kind.versions_of(b))) found = std::string(kind.info->key) + "/" + id + " has other versions";
        });
    };
    look(head_kind());
    for (const Kind& kind : kinds()) look(kind);
    return found;
}

}  // namespace styrkedja::simulation
