// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "domain/checks/checks.h"
#include "domain/organisation/description.h"
#include "domain/plan/description.h"

// What is reported about a thing of a kind that nobody reports so, or by a unit that has nothing to do with it, would
// be kept and never seen.
namespace styrkedja::checks {
namespace {

template <class T>
void look_at_subject(const State& state, const T& thing, std::initializer_list<const StructInfo*> wanted,
                     Problems& problems) {
    Found found = find_anything(state, thing.subject.str());
    if (!found.kind || std::find(wanted.begin(), wanted.end(), found.kind->info) != wanted.end()) return;
    std::string keys, words;
    for (const StructInfo* each : wanted) {
        keys += (keys.empty() ? "" : ", ") + std::string(each->key);
        words += (words.empty() ? "" : ", ") + std::string(each->sv);
    }
    problems.add("subject_is_of_wrong_kind", Severity::error, place_of(thing, "subject"),
                 {{"id", thing.subject.str()},
                  {"is", std::string(found.kind->info->key)},
                  {"ar", std::string(found.kind->info->sv)},
                  {"kind", std::string(description<T>().key)},
                  {"slag", std::string(description<T>().sv)},
                  {"wanted", keys},
                  {"onskat", words}});
}

// Is the one the other, below it or above it, at any time?
class Related {
  public:
    explicit Related(const State& state) : state_(state) {}
    bool operator()(const std::string& a, const std::string& b) const { return within(a, b) || within(b, a); }

  private:
    bool within(const std::string& unit, const std::string& above) const {
        std::set<std::string> seen;
        return walk(unit, above, seen);
    }
    bool walk(const std::string& unit, const std::string& above, std::set<std::string>& seen) const {
        if (unit == above) return true;
        const Unit* found = seen.insert(unit).second ? state_.units.find(unit) : nullptr;
        return found && std::any_of(found->parent.spans.begin(), found->parent.spans.end(),
                                    [&](const auto& span) { return walk(span.value.str(), above, seen); });
    }
    const State& state_;
};

// Progress that a unit reports on what is not its own. What the council gave to "the committees" each of them
// reports.
void look_at_unit(const State& state, const Progress& progress, Problems& problems) {
    if (progress.unit.empty()) return;
    const std::vector<Ref<Unit>>* units = nullptr;
    const Activity* activity = state.activities.find(progress.subject.str());
    const Assignment* assignment = state.assignments.find(progress.subject.str());
    if (activity && activity->given_by.empty()) units = &activity->units;
    if (assignment && assignment->given_by.empty()) units = &assignment->units;
    if (!units || units->empty()) return;
    Related related(state);
    std::string whose;
    for (const Ref<Unit>& each : *units) {
        if (related(each.str(), progress.unit.str())) return;
        whose += (whose.empty() ? "" : ", ") + each.str();
    }
    problems.add("progress_is_of_another_unit", Severity::warning, place_of(progress, "unit"),
                 {{"unit", progress.unit.str()}, {"subject", progress.subject.str()}, {"units", whose}});
}

}  // namespace

void what_is_reported_is_used(const State& state, const State& looked, Problems& problems) {
    for (const Expected& each : looked.expectations) {
        look_at_subject(state, each, {&description<Indicator>(), &description<Activity>()}, problems);
    }
    for (const Progress& each : looked.progress) {  // an indicator may have a printed status of its own
        look_at_subject(state, each,
                        {&description<Activity>(), &description<Assignment>(), &description<Measure>(),
                         &description<Control>(), &description<Indicator>()},
                        problems);
        look_at_unit(state, each, problems);
    }
}

}  // namespace styrkedja::checks
