// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "domain/checks/amount_words.h"
#include "domain/checks/checks.h"
#include "domain/economy/description.h"

// Figures that are well written and can hardly be meant.
namespace styrkedja::checks {
namespace {

// What a unit takes along to next year, over or under what the limit lets it.
void look(const ResultUnit& unit, Problems& problems) {
    auto limit = per_cent(unit.limit);
    if (!limit || !unit.carried || !unit.budget) return;
    Exact most = Exact(*limit) * Exact(*unit.budget) / Exact(100), carried(*unit.carried);
    if (most < Exact(0)) most = Exact(0) - most;
    if (!(most < carried) && !(carried < Exact(0) - most)) return;
    problems.add("carried_is_over_its_limit", Severity::warning, place_of(unit, "carried"),
                 {{"unit", unit.unit.str()},
                  {"carried", ValueType<Decimal>::format(*unit.carried)},
                  {"limit", unit.limit},
                  {"budget", ValueType<Decimal>::format(*unit.budget)}});
}

}  // namespace

void amounts_make_sense(const State&, const State& looked, Problems& problems) {
    for (const ResultUnit& each : looked.result_units) look(each, problems);
    for (const Volume& each : looked.volumes) {
        if (each.quantity.units() >= 0) continue;
        problems.add("volume_is_negative", Severity::warning, place_of(each, "quantity"),
                     {{"name", each.name}, {"value", ValueType<Decimal>::format(each.quantity)}});
    }
}

}  // namespace styrkedja::checks
