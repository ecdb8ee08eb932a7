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

template <class T>
std::shared_ptr<const Held<T>> held(std::shared_ptr<void> thing) {
    return std::static_pointer_cast<Held<T>>(std::static_pointer_cast<T>(std::move(thing)));
}

// What is the same wherever the state keeps its things.
template <class T>
Kind things_of() {
    Kind made{};
    made.info = &description<T>();
    made.make = [] {
        std::shared_ptr<T> thing = std::make_shared<Held<T>>();
        return std::static_pointer_cast<void>(std::move(thing));
    };
    made.copy = [](const void* thing) {
        std::shared_ptr<T> copy = std::make_shared<Held<T>>(*static_cast<const Held<T>*>(static_cast<const T*>(thing)));
        return std::static_pointer_cast<void>(std::move(copy));
    };
    made.set_id = [](void* thing, Id id) { static_cast<T*>(thing)->id = std::move(id); };
    made.id = [](const void* thing) -> const Id& { return static_cast<const T*>(thing)->id; };
    made.versions = [](void* thing) -> FieldVersions& { return static_cast<Held<T>*>(static_cast<T*>(thing))->versions; };
    return made;
}

template <auto Member>
Kind kind(Written written) {
    using T = typename TableOf<Member>::Thing;
    const StructInfo& info = description<T>();
    bool named = true;
    for (const FieldInfo& each : info.fields) named = named && !each.key_part;
    Kind made = things_of<T>();
    made.named = named;
    made.many = written == Written::csv;
    made.fill = [](State& state, std::vector<std::shared_ptr<void>>&& things) {
        std::vector<typename Table<T>::Item> items;
        items.reserve(things.size());
        for (auto& thing : things) items.push_back(held<T>(std::move(thing)));
        state.*Member = Table<T>::from_items(std::move(items));
    };
    made.put = [](State& state, std::shared_ptr<void> thing) { (state.*Member).put(held<T>(std::move(thing))); };
    made.remove = [](State& state, std::string_view id) { return (state.*Member).remove(id); };
    made.edit = [](State& state, std::vector<Tree::Edit> edits) {
        (state.*Member).edit(std::move(edits), [](std::shared_ptr<void> thing) {
            auto item = held<T>(std::move(thing));
            const std::string* id = &item->id.str();
            return Tree::Item{std::move(item), id};
        });
    };
    made.each = [](const State& state, const std::function<void(const void*)>& see) {
        for (const T& thing : state.*Member) see(&thing);
    };
    made.find = [](const State& state, std::string_view id) -> const void* {
        const T* found = (state.*Member).find(id);
        return found;
    };
    made.size = [](const State& state) { return (state.*Member).size(); };
    made.differences = [](const State& before, const State& after,
                          const std::function<void(const void*, const void*)>& see) {
        Table<T>::differences(before.*Member, after.*Member, [&](const T* was, const T* is) { see(was, is); });
    };
    return made;
}

Kind make_head_kind() {
    Kind made = things_of<PackHead>();
    made.named = true;
    made.fill = [](State& state, std::vector<std::shared_ptr<void>>&& things) {
        state.pack = things.empty() ? std::make_shared<const Held<PackHead>>() : held<PackHead>(std::move(things.back()));
    };
    made.put = [](State& state, std::shared_ptr<void> thing) { state.pack = held<PackHead>(std::move(thing)); };
    made.remove = [](State& state, std::string_view) {
        state.pack = std::make_shared<const Held<PackHead>>();
        return true;
    };
    made.edit = [](State& state, std::vector<Tree::Edit> edits) {
        for (Tree::Edit& each : edits) {
            if (each.thing) state.pack = held<PackHead>(std::move(each.thing));
        }
    };
    made.each = [](const State& state, const std::function<void(const void*)>& see) {
        const PackHead* head = state.pack.get();
        see(head);
    };
    made.find = [](const State& state, std::string_view) -> const void* {
        const PackHead* head = state.pack.get();
        return head;
    };
    made.size = [](const State&) { return std::size_t{1}; };
    made.differences = [](const State& before, const State& after,
                          const std::function<void(const void*, const void*)>& see) {
        const PackHead *was = before.pack.get(), *is = after.pack.get();
        if (was != is) see(was, is);
    };
    return made;
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
        kind<&State::retired_ids>(csv), kind<&State::ledger_profiles>(yaml), kind<&State::code_mappings>(csv),
        kind<&State::ledger_batches>(csv), kind<&State::voucher_rights>(csv), kind<&State::reorganisations>(csv),
        kind<&State::counterparties>(csv), kind<&State::spreading_keys>(yaml), kind<&State::forecast_causes>(yaml),
        kind<&State::forecasts>(csv), kind<&State::internal_charges>(yaml),
    };
    return all;
}

const Kind& head_kind() {
    static const Kind kind = make_head_kind();
    return kind;
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
