// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

bool is_colour(const std::string& text) {
    return text.size() == 7 && text[0] == '#' &&
           std::all_of(text.begin() + 1, text.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)); });
}

void look_at_levels(const State& state, const State& looked, Problems& problems) {
    for (const Level& level : looked.levels) {
        if (level.assessed && level.scale.empty()) {
            problems.add("assessed_level_has_no_scale", Severity::error, place_of(level, "scale"), {{"level", level.name}});
        }
        const Rule* rule = state.rules.find(level.rule.str());
        if (rule && !(rule->scale == level.scale)) {
            problems.add("rule_has_another_scale", Severity::error, place_of(level, "rule"),
                         {{"level", level.name}, {"rule", rule->id.str()}, {"scale", level.scale.str()}, {"other", rule->scale.str()}});
        }
    }
}

void look_at_scales(const State& looked, Problems& problems) {
    for (const Scale& scale : looked.scales) {
        if (scale.values.empty()) problems.add("scale_has_no_values", Severity::error, place_of(scale, "values"), {});
        for (std::size_t i = 0; i < scale.values.size(); ++i) {
            const ScaleValue& value = scale.values[i];
            std::string path = "values/" + std::to_string(i);
            if (!value.colour.empty() && !is_colour(value.colour)) {
                problems.add("colour_is_not_a_colour", Severity::error, place_of(scale, path + "/colour"), {{"value", value.colour}});
            }
            for (std::size_t j = 0; j < i; ++j) {
                if (scale.values[j].id == value.id) {
                    problems.add("scale_value_is_there_twice", Severity::error, place_of(scale, path + "/id"), {{"id", value.id.str()}});
                }
            }
        }
    }
}

}  // namespace

void model_fits_together(const State& state, const State& looked, Problems& problems) {
    look_at_levels(state, looked, problems);
    look_at_scales(looked, problems);
    const PackHead& pack = *state.pack;
    auto place = [&](std::string_view field) {
        return Place{"", 0, 0, "", "pack/" + pack.id.str(), std::string(field)};
    };
    if (pack.format != 1 && !pack.id.empty()) {
        problems.add("pack_format_is_unknown", Severity::error, place("format"), {{"value", std::to_string(pack.format)}});
    }
    if (!pack.colour.empty() && !is_colour(pack.colour)) {
        problems.add("colour_is_not_a_colour", Severity::error, place("colour"), {{"value", pack.colour}});
    }
    for (const std::string& years : pack.years) {
        auto period = Period::parse(years);
        if (period && (period->shape() == PeriodShape::year || period->shape() == PeriodShape::years)) continue;
        problems.add("value_is_not_a_period", Severity::error, place("years"), {{"field", "years"}, {"value", years}});
    }
}

}  // namespace styrkedja::checks
