// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <vector>

#include "domain/checks/checks.h"
#include "domain/economy/description.h"
#include "domain/organisation/description.h"

namespace styrkedja::checks {
namespace {

template <class T>
void look(const Table<T>& things, std::string T::*code, std::string_view field, Problems& problems) {
    std::map<std::string_view, const T*> first;
    for (const T& each : things) {
        if ((each.*code).empty()) continue;
        auto [it, is_new] = first.try_emplace(each.*code, &each);
        if (is_new) continue;
        problems.add("code_is_of_two_things", Severity::warning, place_of(each, field),
                     {{"code", each.*code}, {"thing", each.id.str()}, {"other", it->second->id.str()}});
    }
}

bool overlap(const Validity& a, const Validity& b) {
    const bool apart = (a.to.exists() && b.from.exists() && a.to < b.from) || (b.to.exists() && a.from.exists() && b.to < a.from);
    return !apart;
}

// A unit's code may be another's before or after it, but not while both have it.
void look_at_units(const Table<Unit>& units, Problems& problems) {
    struct Has {
        const Unit* unit;
        Validity when;
    };
    std::map<std::string_view, std::vector<Has>> of_code;
    for (const Unit& each : units) {
        for (const auto& span : each.code.spans) {
            if (span.value.empty()) continue;
            auto& those = of_code[span.value];
            for (const Has& other : those) {
                const bool both = other.unit != &each && overlap(span.holds, other.when) && overlap(each.valid, other.unit->valid) &&
                                  overlap(span.holds, other.unit->valid) && overlap(each.valid, other.when);
                if (!both) continue;
                problems.add("code_is_of_two_things", Severity::warning, place_of(each, "code"),
                             {{"code", span.value}, {"thing", each.id.str()}, {"other", other.unit->id.str()}});
                break;
            }
            those.push_back({&each, span.holds});
        }
    }
}

}  // namespace

// Rows of the ledger go by codes: of two things with one code the first by id would get them all. (Not of interest where
// nothing is read from a ledger.)
void codes_are_of_one_thing(const State& state, const State&, Problems& problems) {
    if (state.ledger_batches.empty() && state.ledger_profiles.empty() && state.code_mappings.empty()) return;
    look(state.accounts, &Account::code, "code", problems);
    look(state.services, &Service::code, "code", problems);
    look(state.projects, &Project::number, "number", problems);
    look(state.counterparties, &Counterparty::code, "code", problems);
    look_at_units(state.units, problems);
}

}  // namespace styrkedja::checks
