// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/trace_telling.h"

#include "cli/commands.h"
#include "cli/ledger/words.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "locale/date.h"
#include "locale/swedish_time.h"

namespace styrkedja::cli {
namespace {

// What the figure is, by the names of that time: "Förskola, Löner, Utfall, januari–april 2026".
std::string heading(const State& state, const app::TraceWish& wish) {
    const Date last = Date::from_days(wish.period.end().days() - 1);
    std::string text;
    auto add = [&](const auto& things, const std::string& id) {
        if (const auto* found = id.empty() ? nullptr : things.find(id)) text += found->name.at(last) + ", ";
    };
    add(state.units, wish.unit);
    add(state.accounts, wish.account);
    add(state.services, wish.service);
    if (const Project* project = wish.project.empty() ? nullptr : state.projects.find(wish.project)) text += project->name + ", ";
    if (const FigureVersion* version = state.versions.find(wish.version)) text += version->name + ", ";
    auto day = [](Date date) { return make_day(date.year(), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())); };
    return text + period_in_words(day(wish.period.start()), day(last));
}

std::string as_text(const State& state, const app::TraceWish& wish, const app::Trace& trace, const TraceTelling& telling,
                    std::uint64_t shown) {
    const std::string amount = trace.ore.exists() ? kronor(trace.ore.rounded(0).units()) : "–";
    std::uint64_t vouchers = 0;
    for (const app::TracedBatch& each : trace.batches) vouchers += each.vouchers;
    return heading(state, wish) + ": " + amount + " kr\n" + telling.facts_text(trace, "  ") + telling.vouchers_text(vouchers, shown);
}

bool read_wish(const Request& request, app::TraceWish& wish, Problems& problems) {
    const auto period = Period::parse(request.value("period"));
    if (!period) {
        problems.add("ledger_months_are_not_understood", Severity::error, {}, {{"months", request.value("period")}});
        return false;
    }
    wish = {request.value("unit"), request.value("account"), request.value("service"), request.value("project"), request.value("version"),
            *period, actor(request), *Date::parse(swedish_time(app::system_clock()()).substr(0, 10))};
    return true;
}

}  // namespace

// From a figure to the vouchers behind it.
Exit ledger_trace(const Request& request) {
    if (request.has("cell")) return trace_cell(request);
    Problems problems;
    app::TraceWish wish;
    if (!read_wish(request, wish, problems)) return tell(request, problems);
    progress(request, "Läser databasen …", "Reading the database …");
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr known = municipality ? known_with_facts(request, *store, *municipality, problems) : nullptr;
    if (!known || problems.has_errors()) return tell(request, problems);
    const std::string format = request.value("format", "text");
    VoucherLimit limit(request, format);
    TraceTelling telling(request, format);
    progress(request, "Söker verifikat …", "Looking for vouchers …");
    const app::Trace found = app::trace(*store, *known, wish, [&](const app::TracedVoucher& voucher) {
        if (limit.takes()) telling.voucher(voucher);
        return true;   // the rest is counted
    }, problems);
    if (problems.has_errors()) return tell(request, problems);
    progress_done();
    write_result(request, format == "csv"    ? TraceTelling::csv_heading() + telling.csv()
                          : format == "json" ? "{\n  " + telling.json_members(found) + "\n}\n"
                                             : as_text(known->state, wish, found, telling, limit.shown()));
    return tell(request, problems);
}

}  // namespace styrkedja::cli
