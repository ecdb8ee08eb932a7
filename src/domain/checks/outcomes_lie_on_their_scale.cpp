// SPDX-License-Identifier: EUPL-1.2
#include <optional>
#include <tuple>
#include <unordered_map>

#include "domain/checks/checks.h"
#include "domain/values/measured_value.h"
#include "domain/values/read_once.h"
#include "domain/values/target.h"

namespace styrkedja::checks {
namespace {

struct Limits {
    std::optional<Decimal> least, most;
};

// The scale of an indicator, where it has one.
Limits limits_of(const Indicator& indicator, Problems& problems) {
    Limits limits;
    for (auto [text, field, limit] : {std::tuple{&indicator.scale_min, "scale-min", &limits.least},
                                      std::tuple{&indicator.scale_max, "scale-max", &limits.most}}) {
        if (text->empty()) continue;
        *limit = parse_written_decimal(*text);
        if (!*limit) {
            problems.add("value_is_not_a_number", Severity::error, place_of(indicator, field),
                         {{"field", field}, {"value", *text}});
        }
    }
    return limits;
}

MeasuredValue as_measured(std::string_view written) { return parse_measured(written); }
UnderstoodTarget as_target(std::string_view written) { return parse_target(written); }
using Measured = ReadOnce<MeasuredValue, as_measured>;
using Targets = ReadOnce<UnderstoodTarget, as_target>;

template <class T>
void look(const T& thing, std::string_view field, const std::string& written, const Indicator& indicator,
          const Limits& limits, Measured& measured, Problems& problems) {
    const MeasuredValue& value = measured(written);
    if (!value.has_number()) return;
    bool below = limits.least && value.number < *limits.least, above = limits.most && value.number > *limits.most;
    if (!below && !above) return;
    problems.add("value_is_outside_its_scale", Severity::error, place_of(thing, field),
                 {{"value", written}, {"indicator", indicator.name}, {"min", indicator.scale_min}, {"max", indicator.scale_max}});
}

// A target that no outcome on the scale can reach, or that says something about values outside it. Courses, changes and
// places are not on the scale.
void look(const Target& target, const Indicator& indicator, const Limits& limits, Targets& targets, Problems& problems) {
    const UnderstoodTarget& read = targets(target.value);
    bool is_level = read.form == TargetForm::level;
    if (!is_level && read.form != TargetForm::interval) return;
    const Decimal& low = is_level ? read.level.number : read.low;
    const Decimal& high = is_level ? read.level.number : read.high;
    bool below = limits.least && low < *limits.least, above = limits.most && high > *limits.most;
    bool beyond = is_level && ((read.level.bound == Bound::above && limits.most && low == *limits.most) ||
                               (read.level.bound == Bound::below && limits.least && low == *limits.least));
    if (!below && !above && !beyond) return;
    problems.add("target_is_outside_its_scale", Severity::warning, place_of(target, "value"),
                 {{"value", target.value}, {"indicator", indicator.name}, {"min", indicator.scale_min}, {"max", indicator.scale_max}});
}

}  // namespace

void outcomes_lie_on_their_scale(const State& state, Problems& problems) {
    std::unordered_map<std::string_view, Limits> known;
    Measured measured;
    Targets targets;
    for (const Indicator& indicator : state.indicators) {
        if (indicator.scale_min.empty() && indicator.scale_max.empty()) continue;
        Limits limits = limits_of(indicator, problems);
        // Upside down, every outcome would be outside: told once, here.
        if (limits.least && limits.most && *limits.most < *limits.least) {
            problems.add("scale_is_upside_down", Severity::error, place_of(indicator, "scale-max"),
                         {{"indicator", indicator.name}, {"min", indicator.scale_min}, {"max", indicator.scale_max}});
            continue;
        }
        known.emplace(indicator.id.str(), limits);
        look(indicator, "base", indicator.base, indicator, limits, measured, problems);
    }
    if (known.empty()) return;
    for (const Outcome& outcome : state.outcomes) {
        auto limits = known.find(outcome.indicator.str());
        if (limits == known.end()) continue;
        look(outcome, "value", outcome.value, *state.indicators.find(outcome.indicator.str()), limits->second, measured, problems);
    }
    for (const Target& target : state.targets) {
        auto limits = known.find(target.indicator.str());
        if (limits != known.end()) look(target, *state.indicators.find(target.indicator.str()), limits->second, targets, problems);
    }
}

}  // namespace styrkedja::checks
