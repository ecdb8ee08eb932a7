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

bool has_scale(const Indicator& indicator) { return !indicator.scale_min.empty() || !indicator.scale_max.empty(); }

bool is_upside_down(const Limits& limits) { return limits.least && limits.most && *limits.most < *limits.least; }

// The scales of the indicators that are asked for, each read once.
class Scales {
  public:
    struct Known {
        const Indicator* indicator = nullptr;   // null: it has no scale that can be used
        Limits limits;
    };

    explicit Scales(const State& state) : state_(state) {}

    const Known& of(const std::string& indicator) {
        const auto [place, is_new] = known_.try_emplace(indicator);
        const Indicator* found = is_new ? state_.indicators.find(indicator) : nullptr;
        if (found && has_scale(*found)) {
            Problems told_at_the_indicator;
            const Limits limits = limits_of(*found, told_at_the_indicator);
            if (!is_upside_down(limits)) place->second = {found, limits};
        }
        return place->second;
    }

  private:
    const State& state_;
    std::unordered_map<std::string_view, Known> known_;
};

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

void outcomes_lie_on_their_scale(const State& state, const State& looked, Problems& problems) {
    Scales scales(state);
    Measured measured;
    Targets targets;
    for (const Indicator& indicator : looked.indicators) {
        if (!has_scale(indicator)) continue;
        Limits limits = limits_of(indicator, problems);
        // Upside down, every outcome would be outside: told once, here.
        if (is_upside_down(limits)) {
            problems.add("scale_is_upside_down", Severity::error, place_of(indicator, "scale-max"),
                         {{"indicator", indicator.name}, {"min", indicator.scale_min}, {"max", indicator.scale_max}});
            continue;
        }
        look(indicator, "base", indicator.base, indicator, limits, measured, problems);
    }
    for (const Outcome& outcome : looked.outcomes) {
        const Scales::Known& known = scales.of(outcome.indicator.str());
        if (known.indicator) look(outcome, "value", outcome.value, *known.indicator, known.limits, measured, problems);
    }
    for (const Target& target : looked.targets) {
        const Scales::Known& known = scales.of(target.indicator.str());
        if (known.indicator) look(target, *known.indicator, known.limits, targets, problems);
    }
}

}  // namespace styrkedja::checks
