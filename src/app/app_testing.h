// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/history.h"
#include "app/sequencer.h"
#include "domain/state/stored.h"
#include "importers/pack/export.h"
#include "store/open.h"

// A municipality in a store for tests: a clock that goes a second at a time, salts from a counter.
namespace styrkedja::app {

inline Clock counting_clock(store::Time from = 1'766'000'000'000) {
    return [now = std::make_shared<store::Time>(from)] { return *now += 1'000; };
}

inline log::Salts counting_salts(std::uint64_t seed = 1) {
    return [state = std::make_shared<std::uint64_t>(seed)](std::size_t bytes) {
        std::string salts(bytes, '\0');
        for (char& each : salts) {
            *state = *state * 6364136223846793005U + 1442695040888963407U;
            each = static_cast<char>(*state >> 56U);
        }
        return salts;
    };
}

inline std::string told(const Problems& problems) {
    std::string text;
    for (const Problem& each : problems.list()) {
        text += std::string(each.code) + " " + each.place.entity + " " + each.place.field;
        for (const auto& [name, value] : each.args) text += " " + std::string(name) + "=" + value;
        text += "\n";
    }
    return text;
}

inline std::string pack_text(const State& state) {
    std::string text;
    for (const TreeFile& file : export_pack(state)) text += file.name + "\n" + file.bytes + "\n";
    return text;
}

inline Change set_field(std::string_view kind_name, std::string id, std::string_view field, std::string value) {
    const Kind& kind = *find_kind(kind_name);
    return {ChangeKind::set, number_of(kind), std::move(id), field_named(kind, field)->number, 0, std::move(value)};
}

inline Change create(std::string_view kind_name, std::string id) {
    return {ChangeKind::created, number_of(*find_kind(kind_name)), std::move(id)};
}

inline Change end(std::string_view kind_name, std::string id) {
    return {ChangeKind::ended, number_of(*find_kind(kind_name)), std::move(id)};
}

inline Command command(std::string id, Version read, std::vector<Change> changes, std::string actor = "controller") {
    Command made;
    made.id = std::move(id);
    made.actor = std::move(actor);
    made.read = read;
    made.changes = std::move(changes);
    return made;
}

// A governance model with one level, "mal", for goals to stand on.
inline std::vector<Change> a_level() {
    return {create("governance-models", "modell"), set_field("governance-models", "modell", "name", "Styrmodell"),
            create("levels", "mal"), set_field("levels", "mal", "model", "modell"), set_field("levels", "mal", "name", "Mål")};
}

}  // namespace styrkedja::app
