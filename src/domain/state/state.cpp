// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/state.h"

#include <vector>

namespace styrkedja {
namespace {

template <auto Member>
struct TableOf;
template <class T, Table<T> State::*Member>
struct TableOf<Member> {
    using Thing = T;
};

enum class Written : bool { yaml, csv };

template <auto Member>
Kind kind(Written written) {
    using T = typename TableOf<Member>::Thing;
    const StructInfo& info = description<T>();
    bool named = true;
    for (const FieldInfo& each : info.fields) named = named && !each.key_part;
    return {
        &info, named, written == Written::csv,
        [] { return std::static_pointer_cast<void>(std::make_shared<T>()); },
        [](void* thing, Id id) { static_cast<T*>(thing)->id = std::move(id); },
        [](const void* thing) -> const Id& { return static_cast<const T*>(thing)->id; },
        [](State& state, std::vector<std::shared_ptr<void>>&& things) {
            std::vector<T*> places;
            places.reserve(things.size());
            for (auto& thing : things) places.push_back(static_cast<T*>(thing.get()));
            state.*Member = Table<T>::from_places(std::move(places));
        },
        [](const State& state, const std::function<void(const void*)>& see) {
            for (const T& thing : state.*Member) see(&thing);
        },
        [](const State& state, std::string_view id) -> const void* { return (state.*Member).find(id); },
        [](const State& state) { return (state.*Member).size(); },
    };
}

}  // namespace

std::span<const Kind> kinds() {
    using enum Written;
    static const std::vector<Kind> all = {
        kind<&State::unit_kinds>(yaml), kind<&State::units>(csv), kind<&State::governance_models>(yaml),
        kind<&State::scales>(yaml), kind<&State::levels>(yaml), kind<&State::assignment_types>(yaml),
        kind<&State::budget_change_kinds>(yaml), kind<&State::rules>(yaml), kind<&State::occasions>(yaml),
        kind<&State::goals>(csv), kind<&State::indicators>(csv), kind<&State::targets>(csv),
        kind<&State::outcomes>(csv), kind<&State::expectations>(csv), kind<&State::activities>(csv),
        kind<&State::assignments>(csv), kind<&State::progress>(csv), kind<&State::measures>(csv),
        kind<&State::assessments>(csv), kind<&State::comments>(csv), kind<&State::risks>(csv),
        kind<&State::controls>(csv), kind<&State::findings>(csv), kind<&State::accounts>(csv),
        kind<&State::services>(csv), kind<&State::projects>(csv), kind<&State::versions>(yaml),
        kind<&State::figures>(yaml), kind<&State::economy>(csv), kind<&State::volumes>(csv),
        kind<&State::budget_changes>(csv), kind<&State::result_units>(csv), kind<&State::carry_overs>(csv),
        kind<&State::grants>(csv), kind<&State::notes>(csv), kind<&State::texts>(csv),
        kind<&State::templates>(yaml), kind<&State::documents>(yaml), kind<&State::instances>(yaml),
        kind<&State::statements>(yaml), kind<&State::appendices>(yaml), kind<&State::published>(csv),
        kind<&State::retired_ids>(csv),
    };
    return all;
}

const Kind* find_kind(std::string_view name) {
    for (const Kind& each : kinds()) {
        if (each.info->key == name || each.info->sv == name) return &each;
    }
    return nullptr;
}

const Kind* kind_of(const StructInfo& info) {
    for (const Kind& each : kinds()) {
        if (each.info == &info) return &each;
    }
    return nullptr;
}

Id key_of(const StructInfo& info, const void* thing) {
    std::string key;
    std::size_t length = 0;
    bool first = true;
    for (const FieldInfo& each : info.fields) {
        if (!each.key_part) continue;
        if (!first) key += '/';
        first = false;
        std::string text = each.text(thing);
        if (text == "0") text.clear();
        key += text;
        if (!text.empty()) length = key.size();
    }
    key.resize(length);
    return Id(std::move(key));
}

Found find_anything(const State& state, std::string_view id) {
    for (const Kind& each : kinds()) {
        if (!each.named) continue;
        if (const void* thing = each.find(state, id)) return {&each, thing};
    }
    return {};
}

}  // namespace styrkedja
