// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {

void dates_are_in_order(const State&, const State& looked, Problems& problems) {
    for (const Activity& activity : looked.activities) {
        if (!activity.start.exists() || !activity.end.exists() || activity.start <= activity.end) continue;
        problems.add("end_is_before_start", Severity::error, place_of(activity, "end"),
                     {{"start", activity.start.str()}, {"end", activity.end.str()}});
    }
    for (const Instance& instance : looked.instances) {
        if (!instance.date.exists() || !instance.decided.exists() || instance.date <= instance.decided) continue;
        problems.add("decision_is_before_memo", Severity::warning, place_of(instance, "decided"),
                     {{"decided", instance.decided.str()}, {"date", instance.date.str()}});
    }
    for (const Occasion& occasion : looked.occasions) {
        Date before;
        std::string_view named;
        for (auto [date, field] : {std::pair{occasion.opens, "opens"}, std::pair{occasion.unit_deadline, "unit-deadline"},
                                   std::pair{occasion.office_deadline, "office-deadline"}, std::pair{occasion.meeting, "meeting"}}) {
            if (!date.exists()) continue;
            if (before.exists() && date < before) {
                problems.add("timetable_is_out_of_order", Severity::error, place_of(occasion, field),
                             {{"field", field}, {"date", date.str()}, {"before", std::string(named)}, {"other", before.str()}});
            }
            before = date;
            named = field;
        }
    }
}

}  // namespace styrkedja::checks
