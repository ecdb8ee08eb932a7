// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/state/change.h"
#include "domain/state/state.h"
#include "locale/problem_texts.h"

// What a list of changes comes to, as people think of it: which things are new, gone or changed, and in which fields
// from what to what.
namespace styrkedja::cli {

struct FieldChange {
    const FieldInfo* field = nullptr;
    std::string before, after;   // as they stand in a pack; lists of parts as lines "namn: …; värde: …"
};

struct ThingChange {
    enum class What : std::uint8_t { created, changed, ended } what = What::changed;
    const Kind* kind = nullptr;
    std::string id;
    std::string name;                 // for readers; empty: it has none
    std::vector<FieldChange> fields;  // ended: none; created: where they were asked for
    bool is_only_order() const;       // its place among its siblings is all that changed
};

// In the order of the changes, each thing once. `before` and `after` are the states round them. Fields of new things
// only where they are wanted: of a first import they are all that there is.
std::vector<ThingChange> things_changed(const State& before, const State& after, std::span<const Change> changes,
                                        bool fields_of_new = true);

// What a plan's changes, which fit, would make of a state.
State state_after(const State& before, std::span<const Change> changes);

// "Barn och unga har goda uppväxtvillkor": of a thing without a name, that of the one that its key begins with
// ("Andel nöjda, 2016"). Empty: neither.
std::string name_of_thing(const State& state, const Kind& kind, std::string_view id);

// "mål" / "goals"; the pack's head is "kommunen" / "municipality".
std::string kind_word(const Kind& kind, Language language);
std::string field_word(const FieldInfo& field, Language language);

// A stored value as people read it: whole, lists of parts a line each.
std::string readable(const Kind& kind, const FieldInfo& field, std::string_view stored);

}  // namespace styrkedja::cli
