// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <optional>

#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

const ScaleValue* value_of(const Scale* scale, const Id& id) {
    if (!scale) return nullptr;
    for (const ScaleValue& each : scale->values) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

std::optional<int> whole(std::string_view text) {
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// "0", "1-99", "100", "" = any.
bool allows(std::string_view allowed, int completion) {
    if (allowed.empty()) return true;
    std::size_t dash = allowed.find('-');
    auto low = whole(allowed.substr(0, dash));
    auto high = dash == allowed.npos ? low : whole(allowed.substr(dash + 1));
    return !low || !high || (*low <= completion && completion <= *high);
}

void look(const State& state, const Progress& progress, Problems& problems) {
    const ScaleValue* status = nullptr;
    if (!progress.status.empty()) {
        const Scale* scale = status_scale_of(state, progress);
        status = value_of(scale, progress.status);
        if (!status) {
            std::string values;
            for (const ScaleValue& each : scale ? scale->values : std::vector<ScaleValue>()) {
                values += (values.empty() ? "" : ", ") + each.id.str();
            }
            problems.add("status_does_not_exist", Severity::error, place_of(progress, "status"),
                         {{"value", progress.status.str()}, {"choices", values}});
        }
    }
    if (progress.completion.empty()) return;
    auto completion = whole(progress.completion);
    if (!completion || *completion < 0 || *completion > 100) {
        problems.add("completion_is_not_per_cent", Severity::error, place_of(progress, "completion"),
                     {{"value", progress.completion}});
    } else if (status && !allows(status->completion, *completion)) {
        problems.add("completion_does_not_fit_status", Severity::warning, place_of(progress, "completion"),
                     {{"value", progress.completion}, {"status", status->label}, {"allowed", status->completion}});
    }
}

}  // namespace

void statuses_are_on_their_scale(const State& state, const State& looked, Problems& problems) {
    for (const Progress& progress : looked.progress) look(state, progress, problems);
}

}  // namespace styrkedja::checks

namespace styrkedja {

const Scale* status_scale_of(const State& state, const Progress& progress) {
    if (!progress.scale.empty()) return state.scales.find(progress.scale.str());
    if (const Assignment* assignment = state.assignments.find(progress.subject.str())) {
        const AssignmentType* type = state.assignment_types.find(assignment->type.str());
        if (type && !type->statuses.empty()) return state.scales.find(type->statuses.str());
    }
    for (const Scale& scale : state.scales) {
        for (const ScaleValue& value : scale.values) {
            if (value.id == progress.status && value.shape >= Shape::not_started && value.shape <= Shape::stopped) {
                return &scale;
            }
        }
    }
    return nullptr;
}

}  // namespace styrkedja
