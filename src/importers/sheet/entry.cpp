// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/entry.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "base/nearest.h"
#include "domain/economy/facts.h"
#include "locale/entry_words.h"

namespace styrkedja::sheet {
namespace {

constexpr const EntryWords& words = swedish_entry_words;
constexpr std::string_view form_number = "1";

std::string_view unit_word(MoneyUnit unit) { return unit == MoneyUnit::kr ? "kr" : unit == MoneyUnit::mnkr ? "mnkr" : "tkr"; }

struct Key {
    std::string unit, account, service, project;
    auto operator<=>(const Key&) const = default;
};

bool is_entered(const Account& account) {
    return account.kind != AccountKind::asset && account.kind != AccountKind::equity && account.kind != AccountKind::liability;
}

class Making {
  public:
    Making(const State& state, const EntryWish& wish, Problems& problems) : state_(state), wish_(wish), problems_(problems), index_(state) {}
    std::optional<EntryTable> make();

  private:
    bool read_wish();
    bool find_year();
    bool find_months();
    void choose_versions();
    void gather_units();
    void gather_keys();
    void gather_from_index();
    std::vector<Key> in_order() const;
    void write_columns();
    void write_row(const Key& key);
    void write_cells(const Key& key, std::vector<std::string>& row) const;
    FactSelection selection(std::string_view unit, std::string_view account, const Key& key) const;
    Exact total(const Key& key, std::string_view unit, std::string_view account, const std::string& version, int year) const;
    Exact figure(const Key& key, const std::string& version, int year) const;
    Exact direct(const Key& key, const std::string& version, int year) const;
    std::string text(const Exact& ore) const;
    std::string text(const Decimal& amount, MoneyUnit unit) const;
    bool refuse(std::string_view code, std::vector<std::pair<std::string_view, std::string>> args);

    const State& state_;
    const EntryWish& wish_;
    Problems& problems_;
    EconomyIndex index_;
    const FigureVersion* version_ = nullptr;
    EntryTable table_;
    std::string outcome_, budget_, previous_;
    int last_year_ = 0, this_year_ = 0;
    std::vector<const Unit*> units_;
    std::map<std::string, std::vector<std::string>> accounts_below_;
    std::set<Key> keys_;
};

bool Making::refuse(std::string_view code, std::vector<std::pair<std::string_view, std::string>> args) {
    problems_.add(Problem{code, Severity::error, Place{}, std::move(args)});
    return false;
}

template <class Table>
std::string near(const Table& table, const std::string& id) {
    std::vector<std::string_view> ids;
    for (const auto& each : table) ids.push_back(each.id.str());
    return nearest(id, ids);
}

bool Making::read_wish() {
    EntryHead& head = table_.head;
    version_ = state_.versions.find(wish_.version);
    if (version_ == nullptr) return refuse("entry_version_does_not_exist", {{"version", wish_.version}, {"near", near(state_.versions, wish_.version)}});
    const FigureKind kind = wish_.what == EntryOf::budget ? FigureKind::budget : FigureKind::forecast;
    if (version_->kind != kind || !version_->of.empty()) return refuse("entry_version_is_of_other_kind", {{"version", wish_.version}});
    if (state_.units.find(wish_.unit) == nullptr)
        return refuse("entry_unit_does_not_exist", {{"unit", wish_.unit}, {"near", near(state_.units, wish_.unit)}});
    head.what = wish_.what;
    head.version = wish_.version;
    head.unit = wish_.unit;
    head.municipality = state_.pack->id.str();
    head.in = wish_.in == MoneyUnit::pack ? state_.pack->amounts : wish_.in;
    head.state_version = wish_.state_version;
    return find_year();
}

bool Making::find_year() {
    int year = wish_.year;
    if (year == 0 && !version_->occasion.empty()) {
        if (const Occasion* occasion = state_.occasions.find(version_->occasion.str())) year = occasion->period.year();
    }
    for (const EconomyFact& fact : state_.economy) {
        if (wish_.year == 0 && version_->occasion.empty() && fact.version.str() == wish_.version) year = std::max(year, fact.period.year());
    }
    if (year == 0) return refuse("entry_year_is_not_said", {{"version", wish_.version}});
    table_.head.year = year;
    this_year_ = wish_.what == EntryOf::budget ? year - 1 : year;
    last_year_ = this_year_ - 1;
    return true;
}

// A budget is entered as it is: facts of months and of the year beside each other would be added up.
bool Making::find_months() {
    bool months = false, years = false;
    for (const EconomyFact& fact : state_.economy) {
        if (fact.version.str() != wish_.version || fact.period.year() != table_.head.year || !keys_.contains({fact.unit.str(), fact.account.str(), fact.service.str(), fact.project.str()})) continue;
        months = months || fact.period.shape() == PeriodShape::month;
        years = years || fact.period.shape() != PeriodShape::month;
    }
    if (wish_.what == EntryOf::forecast) return true;
    if ((months && years) || (wish_.months && ((*wish_.months && years) || (!*wish_.months && months))))
        return refuse("entry_mixes_periods", {{"version", wish_.version}, {"year", std::to_string(table_.head.year)}});
    table_.head.months = wish_.months.value_or(months);
    return true;
}

// The outcome and the budget that stand beside: those that have facts in the year; a version that is made comes before what it is
// made from.
void Making::choose_versions() {
    const auto best = [&](FigureKind kind, int year) {
        std::string chosen;
        bool made = false;
        for (const FigureVersion& version : state_.versions) {
            if (version.kind != kind || version.restated || (!chosen.empty() && (made || version.of.empty()))) continue;
            FactSelection all;
            all.unit = index_.unit(wish_.unit);
            if (!index_.sum(all, version.id.str(), Period::of_year(year)).ore.exists()) continue;
            chosen = version.id.str();
            made = !version.of.empty();
        }
        return chosen;
    };
    outcome_ = best(FigureKind::outcome, last_year_);
    if (outcome_.empty()) outcome_ = best(FigureKind::outcome, this_year_);
    budget_ = best(FigureKind::budget, this_year_);
    if (wish_.what != EntryOf::forecast || version_->occasion.empty()) return;
    const Occasion* occasion = state_.occasions.find(version_->occasion.str());
    for (const FigureVersion& version : state_.versions) {
        if (occasion != nullptr && version.kind == FigureKind::forecast && !occasion->previous.empty() && version.occasion.str() == occasion->previous.str())
            previous_ = version.id.str();
    }
}

void Making::gather_units() {
    const Date day = Date::from_civil(table_.head.year, 12, 31);
    units_ = index_.units_within(wish_.unit, day);
    for (const Account& account : state_.accounts) {
        if (!account.parent.empty()) accounts_below_[account.parent.str()].push_back(account.id.str());
    }
}

void Making::gather_keys() {
    std::set<std::string_view> within;
    for (const Unit* unit : units_) within.insert(unit->id.str());
    const auto add = [&](const auto& line) {
        const Account* account = state_.accounts.find(line.account.str());
        if (within.contains(line.unit.str()) && account != nullptr && is_entered(*account))
            keys_.insert({line.unit.str(), line.account.str(), line.service.str(), line.project.str()});
    };
    for (const EconomyFact& fact : state_.economy) {
        const int year = fact.period.year();
        const std::string& version = fact.version.str();
        if ((version == wish_.version && year == table_.head.year) || (version == outcome_ && (year == last_year_ || year == this_year_)) ||
            (version == budget_ && year == this_year_)) {
            add(fact);
        }
    }
    for (const Forecast& line : state_.forecasts) {
        if ((line.version.str() == wish_.version || line.version.str() == previous_) && line.adjustment.empty()) add(line);
    }
}

// What only ledgers have: units and accounts with nothing below them.
void Making::gather_from_index() {
    std::set<std::pair<std::string_view, std::string_view>> there;
    for (const Key& key : keys_) there.insert({key.unit, key.account});
    const Date day = Date::from_civil(table_.head.year, 12, 31);
    std::vector<Key> found;
    for (const Unit* unit : units_) {
        if (!index_.units_below(unit->id.str(), day).empty()) continue;
        for (const Account& account : state_.accounts) {
            if (accounts_below_.contains(account.id.str()) || !is_entered(account) || there.contains({unit->id.str(), account.id.str()})) continue;
            const Key key{unit->id.str(), account.id.str(), "", ""};
            const auto has = [&](const std::string& version, int year) {
                return !version.empty() && total(key, key.unit, key.account, version, year).exists();
            };
            if (has(outcome_, last_year_) || has(outcome_, this_year_) || has(budget_, this_year_)) found.push_back(key);
        }
    }
    keys_.insert(found.begin(), found.end());
}

FactSelection Making::selection(std::string_view unit, std::string_view account, const Key& key) const {
    FactSelection selection;
    selection.unit = index_.unit(unit);
    selection.accounts = index_.account(account);
    if (!key.service.empty()) selection.service = index_.service(key.service);
    if (!key.project.empty()) selection.project = index_.project(key.project);
    return selection;
}

Exact Making::total(const Key& key, std::string_view unit, std::string_view account, const std::string& version, int year) const {
    return index_.sum(selection(unit, account, key), version, Period::of_year(year)).ore;
}

// Of the unit and account themselves, without those below them.
Exact Making::direct(const Key& key, const std::string& version, int year) const {
    const auto or_zero = [](const Exact& sum) { return sum.exists() ? sum : Exact(0); };
    const auto of_unit = [&](std::string_view unit) {
        Exact sum = total(key, unit, key.account, version, year);
        const auto below = accounts_below_.find(key.account);
        for (std::size_t i = 0; sum.exists() && below != accounts_below_.end() && i < below->second.size(); ++i)
            sum = sum - or_zero(total(key, unit, below->second[i], version, year));
        return sum;
    };
    Exact sum = of_unit(key.unit);
    if (!sum.exists()) return sum;
    for (const Unit* below : index_.units_below(key.unit, Date::from_civil(year, 12, 31))) sum = sum - or_zero(of_unit(below->id.str()));
    return sum;
}

// A line without service and project shows what the others of its unit and account don't.
Exact Making::figure(const Key& key, const std::string& version, int year) const {
    if (version.empty()) return Exact::none();
    Exact sum = direct(key, version, year);
    if (!sum.exists() || !key.service.empty() || !key.project.empty()) return sum;
    for (auto at = keys_.upper_bound(key); at != keys_.end() && at->unit == key.unit && at->account == key.account; ++at) {
        const Exact other = direct(*at, version, year);
        if (other.exists()) sum = sum - other;
    }
    return sum;
}

std::string Making::text(const Exact& ore) const {
    return ore.exists() ? (ore / Exact(ore_in(table_.head.in))).str() : "";
}

std::string Making::text(const Decimal& amount, MoneyUnit unit) const {
    const auto money = Money::from_written(amount, unit == MoneyUnit::pack ? state_.pack->amounts : unit);
    return money ? money->in(table_.head.in).str() : "";
}

void Making::write_columns() {
    const auto key = [&](std::string_view heading) { table_.columns.push_back({std::string(heading), false, false, false, true}); };
    const auto name = [&](std::string_view heading) { table_.columns.push_back({std::string(heading)}); };
    const auto beside = [&](std::string_view word, const std::string& of) { table_.columns.push_back({std::string(word) + " " + of, true}); };
    const auto open = [&](std::string_view heading, bool number, bool cause = false) {
        table_.columns.push_back({std::string(heading), number, true, cause});
    };
    key(words.unit), name(words.unit_name), key(words.account), name(words.account_name), key(words.service), key(words.project);
    beside(words.outcome, std::to_string(last_year_));
    beside(words.budget, std::to_string(this_year_));
    beside(words.so_far, std::to_string(this_year_));
    if (wish_.what == EntryOf::forecast) {
        table_.columns.push_back({std::string(words.previous), true});
        open(words.forecast, true), open(words.cause, false, true), open(words.comment, false);
    } else if (table_.head.months) {
        for (const std::string_view month : words.months) open(month, true);
    } else {
        open(words.whole_year, true);
    }
    const Unit* unit = state_.units.find(wish_.unit);
    table_.title = version_->name + " " + std::to_string(table_.head.year) + ", " + unit->name.at(Date::from_civil(table_.head.year, 12, 31));
    table_.notes = {std::string(wish_.what == EntryOf::budget ? words.how_budget : words.how_forecast),
                    std::string(words.how_sign) + " " + std::string(unit_word(table_.head.in)) + ". " + std::string(words.how_rows)};
    for (const ForecastCause& cause : state_.forecast_causes) {
        if (wish_.what == EntryOf::forecast) table_.causes.push_back(cause.name);
    }
}

void Making::write_cells(const Key& key, std::vector<std::string>& row) const {
    if (wish_.what == EntryOf::forecast) {
        Forecast line;
        line.unit.id = Id(key.unit), line.account.id = Id(key.account), line.version.id = Id(wish_.version);
        line.service.id = Id(key.service), line.project.id = Id(key.project);
        const Forecast* found = state_.forecasts.find(key_of(description<Forecast>(), &line).str());
        row.push_back(found ? text(found->amount, found->in) : "");
        const ForecastCause* cause = found ? state_.forecast_causes.find(found->cause.str()) : nullptr;
        row.push_back(cause ? cause->name : "");
        row.push_back(found ? found->comment.text : "");
        return;
    }
    for (int month = 1; month <= (table_.head.months ? 12 : 1); ++month) {
        EconomyFact fact;
        fact.unit.id = Id(key.unit), fact.account.id = Id(key.account), fact.version.id = Id(wish_.version);
        fact.service.id = Id(key.service), fact.project.id = Id(key.project);
        fact.period = entry_period(table_.head, month);
        const EconomyFact* found = state_.economy.find(key_of(description<EconomyFact>(), &fact).str());
        row.push_back(found ? text(found->amount, found->in) : "");
    }
}

void Making::write_row(const Key& key) {
    const Date day = Date::from_civil(table_.head.year, 12, 31);
    std::vector<std::string> row{key.unit, state_.units.find(key.unit)->name.at(day), key.account, state_.accounts.find(key.account)->name.at(day),
                                 key.service, key.project};
    row.push_back(text(figure(key, outcome_, last_year_)));
    row.push_back(text(figure(key, budget_, this_year_)));
    row.push_back(text(figure(key, outcome_, this_year_)));
    if (wish_.what == EntryOf::forecast) row.push_back(text(figure(key, previous_, table_.head.year)));
    write_cells(key, row);
    table_.rows.push_back(std::move(row));
}

// Unit by unit as the organisation has them, accounts in their order.
std::vector<Key> Making::in_order() const {
    std::map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < units_.size(); ++i) place.emplace(units_[i]->id.str(), i);
    std::vector<Key> keys(keys_.begin(), keys_.end());
    const auto rank = [&](const Key& key) {
        const Account* account = state_.accounts.find(key.account);
        return std::make_tuple(place.at(key.unit), account->order, std::string_view(account->code));
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) { return rank(a) < rank(b); });
    return keys;
}

std::optional<EntryTable> Making::make() {
    if (!read_wish()) return std::nullopt;
    choose_versions();
    gather_units();
    gather_keys();
    gather_from_index();
    if (!find_months()) return std::nullopt;
    write_columns();
    for (const Key& key : in_order()) write_row(key);
    return std::move(table_);
}

}  // namespace

Period entry_period(const EntryHead& head, int month) {
    if (head.what == EntryOf::forecast || !head.months) return Period::of_year(head.year);
    const std::string number = std::to_string(month);
    return *Period::parse(std::to_string(head.year) + (month < 10 ? "-0" : "-") + number);
}

std::vector<std::pair<std::string, std::string>> EntryHead::pairs() const {
    return {{"form", std::string(form_number)},
            {"what", what == EntryOf::budget ? "budget" : "forecast"},
            {"municipality", municipality},
            {"state-version", std::to_string(state_version)},
            {"version", version},
            {"unit", unit},
            {"year", std::to_string(year)},
            {"by", months ? "month" : "year"},
            {"in", std::string(unit_word(in))}};
}

std::optional<EntryHead> EntryHead::from(const std::vector<std::pair<std::string, std::string>>& pairs) {
    const std::map<std::string, std::string> by_name(pairs.begin(), pairs.end());
    const auto value = [&](const char* name) {
        const auto found = by_name.find(name);
        return found == by_name.end() ? std::string() : found->second;
    };
    const auto number = [&](const char* name) {
        Version read = 0;
        const std::string text = value(name);
        std::from_chars(text.data(), text.data() + text.size(), read);
        return read;
    };
    EntryHead head;
    head.what = value("what") == "forecast" ? EntryOf::forecast : EntryOf::budget;
    head.municipality = value("municipality");
    head.version = value("version");
    head.unit = value("unit");
    head.year = static_cast<int>(number("year"));
    head.months = value("by") == "month";
    head.in = value("in") == "kr" ? MoneyUnit::kr : value("in") == "mnkr" ? MoneyUnit::mnkr : MoneyUnit::tkr;
    head.state_version = number("state-version");
    const bool known = value("form") == form_number && head.year > 1900 && head.year < 2200 && !head.version.empty();
    return known ? std::optional(head) : std::nullopt;
}

std::optional<EntryTable> make_entry(const State& state, const EntryWish& wish, Problems& problems) {
    return Making(state, wish, problems).make();
}

}  // namespace styrkedja::sheet
