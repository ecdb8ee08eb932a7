// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "domain/economy/economy.h"
#include "domain/economy/facts.h"
#include "domain/economy/planning.h"
#include "domain/values/period.h"

namespace styrkedja {

struct State;

// The version that a word of the language means where it isn't a version's own id: the version with the id ("outcome",
// "budget") or else the first of that kind. Null where there is none.
const FigureVersion* usual_version(const State& state, FigureKind kind);

// The year that a line of a forecast is about: its own, else its occasion's; none where neither says one.
Period year_of(const State& state, const Forecast& line);

// The versions of forecasts, in the order in which they were made: by the end of their occasion's period, its order and id.
// Those without an occasion stand last. What is made from another version is none of its own, and is left out.
std::vector<const FigureVersion*> forecasts_in_order(const State& state);

// Does the forecast stand for ever? It does from the day when somebody has frozen it, or when a document of its occasion is
// decided: for the units that the document is about. An empty unit asks whether it stands for anybody.
bool is_frozen(const State& state, const FigureVersion& version, std::string_view unit);

// A forecast is what the units say and what the levels above them have laid beside it.
struct ForecastLayers {
    Exact own = Exact::none();          // as the units say: their own lines and facts of the version, without adjustments; öre
    Exact adjustments = Exact::none();  // of the levels in the selection; öre
    std::vector<const Forecast*> own_lines, adjustment_lines;
};

// The two layers of a version's figure. Their sum is EconomyIndex::sum of the same; a layer without lines is none.
ForecastLayers layers_of(const State& state, const EconomyIndex& index, const FactSelection& selection,
                         const FigureVersion& version, const Period& period);

}  // namespace styrkedja
