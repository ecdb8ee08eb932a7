// SPDX-License-Identifier: EUPL-1.2
#include "reports/economy_names.h"

#include <algorithm>
#include <set>

#include "domain/economy/description.h"
#include "locale/report_words.h"

namespace styrkedja::reports {
namespace {

constexpr int most_depth = 16;  // figures made of figures; a circle is told by check_formulas

std::string with_period(std::string name, const Period& period) {
    return period.exists() && name.find(period.str()) == name.npos ? name + " " + period.str() : name;
}

}  // namespace

std::optional<Period> period_in_scope(const Context& context, const Period& own, std::string_view text) {
    if (!own.exists()) return period_named(context, text);
    Period year = Period::of_year(own.year());
    if (text == "period") return own;
    if (text == "year") return year;
    if (text == "last-year") return year.shifted(-1);
    if (text == "last-period") return own.shifted(-1);
    return Period::parse(text);
}

FactSelection selection_of(const Context& context, const Ref<Unit>& unit) {
    FactSelection selection;
    std::string_view id =
        unit.empty() && context.unit ? std::string_view(context.unit->id.str()) : unit.str();
    selection.unit = context.economy().unit(id);
    selection.nothing = selection.unit == no_node;
    return selection;
}

// "outcome" and "budget" are the language's own words: the version with that id, else the first of that kind.
const FigureVersion* EconomyNames::version(std::string_view name) const {
    if (const FigureVersion* found = context_.state.versions.find(name)) return found;
    if (name != "outcome" && name != "budget") return nullptr;
    FigureKind kind = name == "outcome" ? FigureKind::outcome : FigureKind::budget;
    for (const FigureVersion& each : context_.state.versions) {
        if (each.kind == kind) return &each;
    }
    return nullptr;
}

bool EconomyNames::knows(std::string_view name) const {
    return is_forecasting(name) || name == "outcome" || name == "budget" || version(name) || context_.state.figures.find(name) ||
           context_.state.accounts.find(name) || own_word(name) != Own::none;
}

EconomyNames::Own EconomyNames::own_word(std::string_view name) const {
    Own own = name == "guide"             ? Own::guide
              : name == "volume"          ? Own::volume
              : name == "volume-value"    ? Own::volume_value
              : name == "volume-variance" ? Own::volume_variance
              : name == "price-variance"  ? Own::price_variance
                                          : Own::none;
    bool is_theirs = own != Own::none && (context_.state.versions.find(name) || context_.state.figures.find(name) ||
                                          context_.state.accounts.find(name));
    return is_theirs ? Own::none : own;
}

bool EconomyNames::is_linear(const NameCall& call) const {
    if (is_forecasting(call.name)) return call.name == "baseline-run-rate";
    Own own = own_word(call.name);
    if (own != Own::none) return own != Own::guide;
    if (!is_linear(call.name, 0)) return false;
    return std::all_of(call.args.begin(), call.args.end(),
                       [&](const std::string& arg) { return is_linear(arg, 0); });
}

bool EconomyNames::is_linear(std::string_view name, int depth) const {
    if (own_word(name) == Own::guide) return false;
    const NamedFigure* figure = context_.state.figures.find(name);
    if (!figure || figure->formula.empty()) return true;
    if (depth > most_depth) return false;
    ParsedFormula parsed = parse_formula(figure->formula.text);
    if (!parsed.root || !reports::is_linear(*parsed.root)) return false;
    bool all = true;
    each_name(*parsed.root, [&](const NameCall& call) { all = all && is_linear(call.name, depth + 1); });
    return all;
}

void EconomyNames::tell_unknown(const NameCall& call, std::string_view name,
                                const std::vector<std::string>& others) const {
    NearestName near(name);
    for (std::string_view each : forecast_words_of_formulas) near.offer(each);
    for (const std::string& each : others) near.offer(each);
    for (const FigureVersion& each : context_.state.versions) near.offer(each.id.str());
    for (const NamedFigure& each : context_.state.figures) near.offer(each.id.str());
    for (const Account& each : context_.state.accounts) near.offer(each.id.str());
    for (std::string_view each : {"outcome", "budget", "guide", "volume", "volume-value", "volume-variance", "price-variance", "opening",
                                  "closing", "accumulated"})
        near.offer(each);
    Place place = place_;
    place.column = static_cast<std::uint32_t>(call.column);
    // budget-outcome is one name: a minus has blanks around it.
    std::size_t hyphen = name.find('-');
    bool forgot_blanks =
        hyphen != name.npos && knows(name.substr(0, hyphen)) && knows(name.substr(hyphen + 1));
    std::string near_name =
        forgot_blanks ? std::string(name.substr(0, hyphen)) + " - " + std::string(name.substr(hyphen + 1))
                      : near.str();
    problems_.add("name_does_not_exist", Severity::error, place,
                  {{"name", std::string(name)}, {"in", call.str()}, {"near", near_name}});
}

std::optional<EconomyNames::Given> EconomyNames::with_args(const NameCall& call, Given given,
                                                           const EconomyScope& scope) const {
    for (const std::string& arg : call.args) {
        if (auto period = period_in_scope(context_, scope.period, arg)) {
            given.period = *period;
        } else if (auto edge = edge_word(arg)) {
            given.edge = *edge;
        } else if (arg == "outcome" || arg == "budget" || version(arg)) {
            given.version = arg;
        } else if (auto part = forecast_part(context_.state, arg)) {
            given.part = *part;
        } else if (const NamedFigure* figure = context_.state.figures.find(arg)) {
            if (figure->formula.empty())
                given.narrow = given.narrow & context_.economy().accounts(figure->accounts);
            else
                given.figure = figure;
        } else if (context_.economy().has_account(arg)) {
            given.narrow = given.narrow & context_.economy().account(arg);
        } else {
            tell_unknown(call, arg);
            return std::nullopt;
        }
    }
    return given;
}

std::optional<Computed> EconomyNames::value(const NameCall& call, const EconomyScope& scope) const {
    return find(call, scope, Given());
}

std::optional<Computed> EconomyNames::find(const NameCall& call, const EconomyScope& scope,
                                           const Given& around) const {
    if (around.depth > most_depth) return Computed();
    Own own = own_word(call.name);
    if (own == Own::volume || own == Own::volume_value) return volume(call, scope, own == Own::volume_value);
    if (own == Own::volume_variance || own == Own::price_variance)
        return variance_of_volume(call, scope, own == Own::price_variance);
    auto given = with_args(call, around, scope);
    if (!given) return std::nullopt;
    if (is_forecasting(call.name)) return forecasting(call, scope, *given);
    if (own == Own::guide) return guide(scope, *given);
    if (call.name == "outcome" || call.name == "budget" || version(call.name)) {
        given->version = call.name;
        // The row's own accounts narrow what a version is of; a named figure has its own.
        if (around.depth == 0) given->narrow = given->narrow & scope.selection.accounts;
        if (const NamedFigure* figure = given->figure) return figure_value(*figure, scope, *given);
        return sum(scope, given->narrow, *given, "");
    }
    if (const NamedFigure* figure = context_.state.figures.find(call.name))
        return figure_value(*figure, scope, *given);
    if (const Account* account = context_.state.accounts.find(call.name)) {
        AccountSet accounts = context_.economy().account(call.name) & given->narrow;
        return sum(scope, accounts, *given, account->name.at(context_.day()));
    }
    tell_unknown(call, call.name);
    return std::nullopt;
}

// The share of the year that has passed at the period's end.
Computed EconomyNames::guide(const EconomyScope& scope, const Given& given) const {
    Computed computed;
    Period period =
        given.period.exists() ? given.period : period_in_scope(context_, scope.period, "period").value_or(Period());
    computed.how = with_period(std::string(swedish_report_words.guide), period);
    if (period.exists()) computed.value = {period.guide_value(), Quantity::Of::ratio};
    computed.terms = 1;
    return computed;
}

// volume(elever, 2016, budget): of what, period and version in any order. Pupils of January and pupils of February are no
// pupils of two months: only volumes of the very period count.
std::optional<Computed> EconomyNames::volume(const NameCall& call, const EconomyScope& scope,
                                             bool times_price) const {
    Period period;
    std::string what, of_version;
    for (const std::string& arg : call.args) {
        if (auto named = period_in_scope(context_, scope.period, arg)) period = *named;
        else if (arg == "outcome" || arg == "budget" || version(arg)) of_version = arg;
        else what = arg;
    }
    const FigureVersion* wanted = version(of_version.empty() ? std::string_view("outcome") : of_version);
    bool is_outcome = !wanted || wanted->kind == FigureKind::outcome;
    if (!period.exists()) period = period_in_scope(context_, scope.period, is_outcome ? "period" : "year").value_or(Period());
    Computed computed;
    computed.how = with_period(what.empty() ? std::string(swedish_report_words.volume) : what, period);
    bool is_known = what.empty();
    NearestName near(what);
    for (const Volume& each : context_.state.volumes) {
        bool is_it = what.empty() || each.name == what || each.measure == what;
        is_known = is_known || is_it;
        near.offer(each.name);
        if (!is_it || !wanted || each.version.id != wanted->id || !period.exists() || !each.period.exists()) continue;
        bool same_days = each.period.start() == period.start() && each.period.end() == period.end();
        Date day = Date::from_days(each.period.end().days() - 1);
        if (!same_days || !context_.economy().selects(scope.selection, each.unit.str(), each.service.str(), day)) continue;
        Quantity value = Quantity::plain(Exact(each.quantity));
        MoneyUnit in = each.in == MoneyUnit::pack ? context_.state.pack->amounts : each.in;
        if (times_price) value = each.price ? multiply(value, Quantity::money(*each.price, in)) : Quantity::none();
        if (!value.exists()) continue;
        computed.value = add(computed.value, value, context_.state.pack->amounts);
        ++computed.terms;
        computed.sources.push_back({"volumes/" + each.id.str(), "quantity"});
    }
    if (is_known) return computed;
    Place place = place_;
    place.column = static_cast<std::uint32_t>(call.column);
    problems_.add("name_does_not_exist", Severity::error, place, {{"name", what}, {"in", call.str()}, {"near", near.str()}});
    return std::nullopt;
}

std::optional<Computed> EconomyNames::figure_value(const NamedFigure& figure, const EconomyScope& scope,
                                                   const Given& given) const {
    if (figure.formula.empty()) {
        return sum(scope, context_.economy().accounts(figure.accounts) & given.narrow, given, figure.name);
    }
    ParsedFormula parsed = parse_formula(figure.formula.text);
    if (!parsed.root) return Computed();  // told by check_formulas
    Given inside = given;
    inside.figure = nullptr;
    ++inside.depth;
    Resolver resolve = [&](const NameCall& call) { return find(call, scope, inside); };
    return evaluate(*parsed.root, resolve, context_.state.pack->amounts);
}

Computed EconomyNames::sum(const EconomyScope& scope, const AccountSet& accounts, const Given& given,
                           std::string what) const {
    Computed computed;
    std::string_view wanted = given.version.empty() ? std::string_view("outcome") : given.version;
    const FigureVersion* found = version(wanted);
    bool is_outcome = wanted == "outcome" || (found && found->kind == FigureKind::outcome);
    Period period =
        given.period.exists()
            ? given.period
            : period_in_scope(context_, scope.period, is_outcome ? "period" : "year").value_or(Period());
    period = at_edge(period, given.edge, is_outcome);
    std::string version_name = found ? found->name : std::string(wanted);
    computed.how = with_period(what.empty() ? version_name
                               : is_outcome ? what
                                            : what + ", " + version_name,
                               period);
    if (!found) return computed;
    FactSelection selection = scope.selection;
    selection.accounts = accounts;
    FactSum facts = context_.economy().sum(selection, found->id.str(), period);
    if (facts.has_investment && facts.has_operation) {
        problems_.add("figure_mixes_investment_and_operation", Severity::warning, place_,
                      {{"figure", computed.how}});
    }
    // What only partly lies in the period is in no figure of it, and must not be left out in silence.
    std::set<std::pair<std::string, std::string>> told;   // one source may have many facts: a spread budget's months
    for (const SourcedFact* cut : facts.cut) {
        if (!told.emplace(source_of(*cut), cut->period.str()).second) continue;
        problems_.add("fact_is_cut_by_period", Severity::warning, {"", 0, 0, "", source_of(*cut), "period"},
                      {{"period", cut->period.str()}, {"asked", period.str()}, {"figure", computed.how}});
    }
    computed.value = Quantity::money(facts.ore);
    if (given.part != ForecastPart::whole) return part_of(std::move(computed), *found, selection, period, given.part);
    computed.terms = static_cast<int>(facts.facts.size());
    FigurePart part{std::move(selection), found->id.str(), period, facts.ore, computed.how};
    computed.parts.push_back({std::make_shared<const FigurePart>(std::move(part)), Exact(1)});
    computed.facts = std::move(facts.facts);
    return computed;
}

}  // namespace styrkedja::reports
