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

Computed variance_between(const std::vector<const Volume*>& volumes, const FigureVersion* actual,
                          const FigureVersion* budget, bool of_price, MoneyUnit amounts) {
    std::map<std::tuple<std::string, std::string, std::string>, Pair> pairs;
    Computed computed;
    for (const Volume* each : volumes) {
        bool is_actual = actual && each->version.id == actual->id;
        if (!is_actual && !(budget && each->version.id == budget->id)) continue;
        Pair& pair = pairs[{each->unit.str(), each->service.str(), each->name}];
        (is_actual ? pair.actual : pair.budget) = each;
        computed.sources.push_back({"volumes/" + each->id.str(), "quantity"});
    }
    for (const auto& [key, pair] : pairs) {
        Quantity variance = variance_of(pair, of_price, amounts);
        if (!variance.exists()) {
            computed.value = Quantity::none();
            computed.terms = 0;
            return computed;
        }
        computed.value = add(computed.value, variance, amounts);
        ++computed.terms;
    }
    return computed;
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
    bool is_known = what.empty();
    NearestName near(what);
    std::vector<const Volume*> asked;
    for (const Volume& each : context_.state.volumes) {
        bool is_it = what.empty() || each.name == what || each.measure == what;
        is_known = is_known || is_it;
        near.offer(each.name);
        if (is_it && is_of(each, period, scope)) asked.push_back(&each);
    }
    if (!is_known) {
        Place place = place_;
        place.column = static_cast<std::uint32_t>(call.column);
        problems_.add("name_does_not_exist", Severity::error, place,
                      {{"name", what}, {"in", call.str()}, {"near", near.str()}});
        return std::nullopt;
    }
    Computed computed = variance_between(asked, versions[0], versions[1], of_price, context_.state.pack->amounts);
    computed.how = std::string(of_price ? swedish_report_words.price_variance : swedish_report_words.volume_variance) +
                   (what.empty() ? "" : " " + what) + (period.exists() ? " " + period.str() : "");
    return computed;
}

// Of that very period, and of the row's unit and service?
bool EconomyNames::is_of(const Volume& volume, const Period& period, const EconomyScope& scope) const {
    bool same_days = period.exists() && volume.period.exists() && volume.period.start() == period.start() &&
                     volume.period.end() == period.end();
    if (!same_days) return false;
    Date day = Date::from_days(volume.period.end().days() - 1);
    return context_.economy().selects(scope.selection, volume.unit.str(), volume.service.str(), day);
}

}  // namespace styrkedja::reports
