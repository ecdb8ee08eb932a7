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

template <class T>
void must_exist(const Table<T>& things, const std::string& id, std::string_view code, Problems& problems) {
    if (id.empty() || things.find(id)) return;
    std::vector<std::string_view> ids;
    for (const T& each : things) ids.push_back(each.id.str());
    problems.add(code, Severity::error, Place{}, {{"id", id}, {"near", nearest(id, ids)}});
}

// What was asked for; the scope's texts are the request's.
struct Asked {
    std::string unit, budget, year;
    RecordScope scope;
};

// Who asks for a unit is one of its own: per committee is what everybody sees.
void read_scope(const Request& request, const State& state, Asked& asked, Problems& problems) {
    asked.unit = request.value("unit");
    asked.budget = request.value("budget");
    asked.year = request.value("year");
    must_exist(state.units, asked.unit, "asked_unit_does_not_exist", problems);
    must_exist(state.versions, asked.budget, "asked_version_does_not_exist", problems);
    const bool is_year = asked.year.size() == 4 && asked.year.find_first_not_of("0123456789") == asked.year.npos;
    if (!asked.year.empty() && !is_year) problems.add("asked_year_is_no_year", Severity::error, Place{}, {{"year", asked.year}});
    const std::string in = request.value("in", "mnkr");
    asked.scope.unit = asked.unit;
    asked.scope.budget = asked.budget;
    asked.scope.year = is_year ? std::stoi(asked.year) : 0;
    asked.scope.in = in == "kr" ? MoneyUnit::kr : in == "tkr" ? MoneyUnit::tkr : MoneyUnit::mnkr;
    asked.scope.decimals = asked.scope.in == MoneyUnit::mnkr ? 1 : 0;
}

}  // namespace

// The record of forecasts: each that stands beside what came true, and what they were worth.
Exit ledger_forecasts(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    Asked asked;
    if (!problems.has_errors()) read_scope(request, pack.state, asked, problems);
    if (problems.has_errors()) return tell(request, problems);
    const RecordScope& scope = asked.scope;
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
