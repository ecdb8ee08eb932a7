// SPDX-License-Identifier: EUPL-1.2
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/ledger/record_forms.h"
#include "cli/places.h"
#include "cli/work.h"
#include "domain/economy/facts.h"

namespace styrkedja::cli {
namespace {

// Who asks for a unit is one of its own: per committee is what everybody sees.
bool read_scope(const Request& request, const State& state, RecordScope& scope, std::string& unit, Problems& problems) {
    unit = request.value("unit");
    if (!unit.empty() && !state.units.find(unit)) {
        std::vector<std::string_view> ids;
        for (const Unit& each : state.units) ids.push_back(each.id.str());
        problems.add("asked_unit_does_not_exist", Severity::error, Place{}, {{"id", unit}, {"near", nearest(unit, ids)}});
    }
    const std::string year = request.value("year");
    const bool is_year = year.size() == 4 && year.find_first_not_of("0123456789") == year.npos;
    if (!year.empty() && !is_year) problems.add("asked_year_is_no_year", Severity::error, Place{}, {{"year", year}});
    scope.unit = unit;
    scope.year = is_year ? std::stoi(year) : 0;
    const std::string in = request.value("in", "mnkr");
    scope.in = in == "kr" ? MoneyUnit::kr : in == "tkr" ? MoneyUnit::tkr : MoneyUnit::mnkr;
    scope.decimals = scope.in == MoneyUnit::mnkr ? 1 : 0;
    return !problems.has_errors();
}

}  // namespace

// The record of forecasts: each that stands beside what came true, and what they were worth.
Exit ledger_forecasts(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    RecordScope scope;
    std::string unit;
    if (problems.has_errors() || !read_scope(request, pack.state, scope, unit, problems)) return tell(request, problems);
    const EconomyIndex index(pack.state);
    const RecordAnswer answer{pack.state, forecast_record(pack.state, index, scope),
                              investment_years(pack.state, index, scope.unit, scope.year), scope.in, scope.decimals};
    const std::string to = request.value("to", "text");
    locate(pack, problems);
    const Exit exit = tell(request, problems);
    write_result(request, to == "csv" ? record_csv(answer) : to == "json" ? record_json(answer) : record_text(answer, request.language));
    return exit;
}

}  // namespace styrkedja::cli
