// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <tuple>

#include "domain/economy/description.h"
#include "locale/report_words.h"
#include "reports/economy_names.h"

// Allocation by volume: a budget is quantity × price, and the frame is settled on what the quantity came to. What differs
// then has two parts:
//   volume-variance = (actual quantity − budget quantity) × budget price
//   price-variance  = (actual price − budget price) × actual quantity
// which together are actual quantity × price less budget quantity × price, to the öre. Plus is more than the budget.
namespace styrkedja::reports {
namespace {

struct Pair {
    const Volume* actual = nullptr;
    const Volume* budget = nullptr;
};

MoneyUnit unit_of(const Volume& volume, MoneyUnit amounts) {
    return volume.in == MoneyUnit::pack ? amounts : volume.in;
}

Quantity price_of(const Volume& volume, MoneyUnit amounts) {
    return volume.price ? Quantity::money(*volume.price, unit_of(volume, amounts)) : Quantity::none();
}

// No value where one side of the pair or a price it needs is missing: what isn't known is not nothing.
Quantity variance_of(const Pair& pair, bool of_price, MoneyUnit amounts) {
    if (!pair.actual || !pair.budget) return Quantity::none();
    Quantity actual = Quantity::plain(Exact(pair.actual->quantity)), budget = Quantity::plain(Exact(pair.budget->quantity));
    if (!of_price) return multiply(subtract(actual, budget, amounts), price_of(*pair.budget, amounts));
    return multiply(subtract(price_of(*pair.actual, amounts), price_of(*pair.budget, amounts), amounts), actual);
}

}  // namespace

// volume-variance(elever, 2016, budget-rev): of what, period and the version compared with in any order; the outcome is
// compared with the budget where none is named, and with two versions the first is compared with the second. Volumes are
// compared with the one of the same unit, service and name. One that has nothing to be compared with leaves all unknown.
std::optional<Computed> EconomyNames::variance_of_volume(const NameCall& call, const EconomyScope& scope,
                                                         bool of_price) const {
    Period period;
    std::string what;
    std::vector<const FigureVersion*> versions;
    for (const std::string& arg : call.args) {
        if (auto named = period_in_scope(context_, scope.period, arg)) period = *named;
        else if (const FigureVersion* found = version(arg)) versions.push_back(found);
        else what = arg;
    }
    if (versions.empty()) versions.push_back(version("budget"));
    if (versions.size() == 1) versions.insert(versions.begin(), version("outcome"));
    if (!period.exists()) period = period_in_scope(context_, scope.period, "year").value_or(Period());
    Computed computed;
    computed.how = std::string(of_price ? swedish_report_words.price_variance : swedish_report_words.volume_variance) +
                   (what.empty() ? "" : " " + what) + (period.exists() ? " " + period.str() : "");
    std::map<std::tuple<std::string, std::string, std::string>, Pair> pairs;
    bool is_known = what.empty();
    NearestName near(what);
    for (const Volume& each : context_.state.volumes) {
        bool is_it = what.empty() || each.name == what || each.measure == what;
        is_known = is_known || is_it;
        near.offer(each.name);
        bool is_actual = versions[0] && each.version.id == versions[0]->id;
        bool is_budget = versions[1] && each.version.id == versions[1]->id;
        bool same_days = period.exists() && each.period.exists() && each.period.start() == period.start() &&
                         each.period.end() == period.end();
        if (!is_it || !same_days || (!is_actual && !is_budget)) continue;
        Date day = Date::from_days(each.period.end().days() - 1);
        if (!context_.economy().selects(scope.selection, each.unit.str(), each.service.str(), day)) continue;
        Pair& pair = pairs[{each.unit.str(), each.service.str(), each.name}];
        (is_actual ? pair.actual : pair.budget) = &each;
        computed.sources.push_back({"volumes/" + each.id.str(), "quantity"});
    }
    if (!is_known) {
        Place place = place_;
        place.column = static_cast<std::uint32_t>(call.column);
        problems_.add("name_does_not_exist", Severity::error, place,
                      {{"name", what}, {"in", call.str()}, {"near", near.str()}});
        return std::nullopt;
    }
    for (const auto& [key, pair] : pairs) {
        Quantity variance = variance_of(pair, of_price, context_.state.pack->amounts);
        if (!variance.exists()) return computed.value = Quantity::none(), computed.terms = 0, computed;
        computed.value = add(computed.value, variance, context_.state.pack->amounts);
        ++computed.terms;
    }
    return computed;
}

}  // namespace styrkedja::reports
