// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

bool has(const Scale& scale, const Id& value) {
    for (const ScaleValue& each : scale.values) {
        if (each.id == value) return true;
    }
    return false;
}

}  // namespace

void ratings_are_on_their_scale(const State& state, const State& looked, Problems& problems) {
    for (const Assessment& assessment : looked.assessments) {
        const Goal* goal = state.goals.find(assessment.goal.str());
        const Level* level = goal ? state.levels.find(goal->level.str()) : nullptr;
        if (!level) continue;
        if (!level->assessed) {
            problems.add("level_is_not_assessed", Severity::error, place_of(assessment, "goal"),
                         {{"goal", goal->name}, {"level", level->name}});
            continue;
        }
        const Scale* scale = state.scales.find(level->scale.str());
        if (!scale) continue;
        for (auto [value, field] : {std::pair{&assessment.assessed, "assessed"}, std::pair{&assessment.decision, "decision"}}) {
            if (value->empty() || has(*scale, *value)) continue;
            std::string choices;
            for (const ScaleValue& each : scale->values) choices += (choices.empty() ? "" : ", ") + each.id.str();
            problems.add("rating_does_not_exist", Severity::error, place_of(assessment, field),
                         {{"value", value->str()}, {"scale", scale->name}, {"choices", choices}});
        }
    }
}

}  // namespace styrkedja::checks
