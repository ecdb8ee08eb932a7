// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/facts.h"

#include <algorithm>
#include <optional>

#include "domain/economy/forecast_lines.h"
#include "domain/state/state.h"
#include "domain/state/table_range.h"

namespace styrkedja {
namespace {

bool is_balance(AccountKind kind) {
    return kind == AccountKind::asset || kind == AccountKind::equity || kind == AccountKind::liability;
}

Date last_day(const Period& period) {
    return Date::from_days(period.end().days() - 1);
}

// Lines of forecasts, each as the fact of its year.
std::shared_ptr<const std::vector<EconomyFact>> forecast_facts(const State& state) {
    auto facts = std::make_shared<std::vector<EconomyFact>>();
    for (const Forecast& line : state.forecasts) {
        EconomyFact& fact = facts->emplace_back();
        fact.id = line.id;
        fact.unit = line.unit;
        fact.account = line.account;
        fact.service = line.service;
        fact.project = line.project;
        fact.version = line.version;
        fact.period = year_of(state, line);
        fact.amount = line.amount;
        fact.in = line.in;
    }
    return facts;
}

// After every change of the organisation: what is said of it last holds.
Date end_of_time() {
    return *Date::parse("2199-12-31");   // the last day that a Date can be
}

}  // namespace

AccountSet AccountSet::of(std::vector<NodeSpan> spans) {
    std::sort(spans.begin(), spans.end(),
              [](const NodeSpan& a, const NodeSpan& b) { return a.first < b.first; });
    AccountSet set = none();
    for (const NodeSpan& span : spans) {
        if (!set.spans_.empty() && span.first < set.spans_.back().end) {
            set.spans_.back().end = std::max(set.spans_.back().end, span.end);
        } else if (span.first < span.end) {
            set.spans_.push_back(span);
        }
    }
    return set;
}

AccountSet operator&(const AccountSet& a, const AccountSet& b) {
    if (a.is_all()) return b;
    if (b.is_all()) return a;
    std::vector<NodeSpan> both;
    for (const NodeSpan& left : a.spans()) {
        for (const NodeSpan& right : b.spans()) {
            NodeSpan common{std::max(left.first, right.first), std::min(left.end, right.end)};
            if (common.first < common.end) both.push_back(common);
        }
    }
    return AccountSet::of(std::move(both));
}

Node EconomyIndex::find(const Names& names, std::string_view id) {
    auto it = names.find(id);
    return it == names.end() ? no_node : it->second;
}

// Numbers the things in preorder. What stands in a circle, or under one, is numbered as if it stood alone:
// the circle is told elsewhere (checks/parents_form_no_circle).
template <class T, class TableOfT>
EconomyIndex::Forest EconomyIndex::forest_of(const TableOfT& things) {
    std::unordered_map<std::string_view, std::vector<const T*>> below;
    std::vector<const T*> roots;
    for (const T& thing : things) {
        bool has_parent = !thing.parent.empty() && things.find(thing.parent.str());
        if (has_parent)
            below[thing.parent.str()].push_back(&thing);
        else
            roots.push_back(&thing);
    }
    Forest forest;
    forest.below.reserve(things.size());
    auto number_below = [&](const T* root) {
        struct Step {
            const T* thing;
            std::size_t next;
        };
        std::vector<Step> path{{root, 0}};
        forest.numbers[root->id.str()] = static_cast<Node>(forest.below.size());
        forest.below.push_back({static_cast<Node>(forest.below.size()), 0});
        while (!path.empty()) {
            Step& step = path.back();
            const auto& children = below[step.thing->id.str()];
            if (step.next == children.size()) {
                forest.below[static_cast<std::size_t>(forest.numbers[step.thing->id.str()])].end =
                    static_cast<Node>(forest.below.size());
                path.pop_back();
                continue;
            }
            const T* child = children[step.next++];
            if (forest.numbers.contains(child->id.str())) continue;
            forest.numbers[child->id.str()] = static_cast<Node>(forest.below.size());
            forest.below.push_back({static_cast<Node>(forest.below.size()), 0});
            path.push_back({child, 0});
        }
    };
    for (const T* root : roots) number_below(root);
    for (const T& thing : things) {
        if (!forest.numbers.contains(thing.id.str())) number_below(&thing);
    }
    return forest;
}

EconomyIndex::EconomyIndex(const State& state)
    : state_(&state),
      accounts_(forest_of<Account>(state.accounts)),
      services_(forest_of<Service>(state.services)),
      projects_(forest_of<Project>(state.projects)) {
    for (const Unit& unit : state.units) {
        units_[unit.id.str()] = static_cast<Node>(units_.size());
        unit_at_.push_back(&unit);
        for (const auto& span : unit.parent.spans) {
            const Unit* parent = state.units.find(span.value.str());
            if (!parent || parent == &unit) continue;
            auto& below = once_below_[parent->id.str()];
            if (below.empty() || below.back() != &unit) below.push_back(&unit);
        }
    }
    for (auto& [parent, below] : once_below_) {
        std::stable_sort(below.begin(), below.end(),
                         [](const Unit* a, const Unit* b) { return a->order < b->order; });
    }
    for (const FigureVersion& version : state.versions) {
        versions_[version.id.str()] = static_cast<std::int32_t>(versions_.size());
        restated_.push_back(version.restated);
    }
    place_facts();
}

const Unit* EconomyIndex::parent_on(const Unit& unit, Date day) const {
    const Ref<Unit>& parent = unit.parent.at(day);
    return parent.empty() ? nullptr : state_->units.find(parent.str());
}

std::vector<Node> EconomyIndex::chain_of(const Unit& unit, Date day) const {
    std::vector<Node> chain;
    for (const Unit* each = &unit; each; each = parent_on(*each, day)) {
        Node node = find(units_, each->id.str());
        if (std::find(chain.begin(), chain.end(), node) != chain.end()) break;
        chain.push_back(node);
    }
    return chain;
}

// Did the unit stand directly below the other one on the day that decides where the fact belongs?
bool EconomyIndex::stood_under(Node unit, Node above, const Entry& entry) const {
    const Unit& whose = *unit_at_[static_cast<std::size_t>(unit)];
    return find(units_, whose.parent.at(entry.stands_on).str()) == above;
}

void EconomyIndex::place_facts() {
    entries_.resize(versions_.size());
    for (auto& of_version : entries_) of_version.resize(units_.size());
    std::string_view unit_id;
    Date day;
    std::vector<Node> chain;
    const Date last_of_all = end_of_time();
    lines_ = forecast_facts(*state_);
    std::vector<const EconomyFact*> facts;
    for (const EconomyFact& fact : state_->economy) facts.push_back(&fact);
    for (const EconomyFact& fact : *lines_) facts.push_back(&fact);
    for (const EconomyFact* each : facts) {
        const EconomyFact& fact = *each;
        const Unit* unit = state_->units.find(fact.unit.str());
        const Account* account = state_->accounts.find(fact.account.str());
        auto version = versions_.find(fact.version.str());
        auto money = Money::from_written(fact.amount, fact.in);
        if (!unit || !account || version == versions_.end() || !money || !fact.period.exists()) continue;
        // Restated facts stand where their unit stands last, others where it stood on their last day.
        const bool restated = restated_[static_cast<std::size_t>(version->second)];
        const Date stands_on = restated ? last_of_all : last_day(fact.period);
        if (unit_id != unit->id.str() || day != stands_on) {
            unit_id = unit->id.str();
            day = stands_on;
            chain = chain_of(*unit, day);
        }
        Entry entry{&fact,
                    money->ore(),
                    find(accounts_, account->id.str()),
                    service(fact.service.str()),
                    project(fact.project.str()),
                    fact.period.start(),
                    fact.period.end(),
                    stands_on,
                    account->kind};
        auto& by_unit = entries_[static_cast<std::size_t>(version->second)];
        for (Node node : chain) by_unit[static_cast<std::size_t>(node)].push_back(entry);
    }
    for (auto& by_unit : entries_) {
        for (auto& entries : by_unit) {
            std::stable_sort(entries.begin(), entries.end(),
                             [](const Entry& a, const Entry& b) { return a.account < b.account; });
        }
    }
}

AccountSet EconomyIndex::account(std::string_view id) const {
    Node node = find(accounts_, id);
    if (node == no_node) return AccountSet::none();
    return AccountSet::of({accounts_.below[static_cast<std::size_t>(node)]});
}

AccountSet EconomyIndex::accounts(const std::vector<Ref<Account>>& list) const {
    if (list.empty()) return AccountSet::all();
    std::vector<NodeSpan> spans;
    for (const Ref<Account>& each : list) {
        Node node = find(accounts_, each.str());
        if (node != no_node) spans.push_back(accounts_.below[static_cast<std::size_t>(node)]);
    }
    return AccountSet::of(std::move(spans));
}

void EconomyIndex::add_matching(FactSum& sum, std::int64_t& ore, const std::vector<Entry>& entries,
                                NodeSpan accounts, const FactSelection& selection,
                                const Period& period) const {
    auto in_branch = [](const Forest& forest, Node wanted, Node node) {
        return wanted == no_node ||
               (node != no_node && forest.below[static_cast<std::size_t>(wanted)].has(node));
    };
    auto it =
        std::lower_bound(entries.begin(), entries.end(), accounts.first,
                         [](const Entry& entry, std::int32_t account) { return entry.account < account; });
    for (; it != entries.end() && it->account < accounts.end; ++it) {
        bool in_period = is_balance(it->kind) ? it->start == period.start() && it->end == period.end()
                                              : period.start() <= it->start && it->end <= period.end();
        bool is_cut = !in_period && !is_balance(it->kind) && it->start < period.end() && period.start() < it->end;
        if ((!in_period && !is_cut) || !in_branch(services_, selection.service, it->service) ||
            !in_branch(projects_, selection.project, it->project) ||
            (!selection.counterparty.empty() && selection.counterparty != it->fact->counterparty) ||
            (selection.under != no_node && !stood_under(selection.unit, selection.under, *it))) {
            continue;
        }
        if (is_cut) {
            sum.cut.push_back(it->fact);
            continue;
        }
        sum.facts.push_back(it->fact);
        (it->kind == AccountKind::investment ? sum.has_investment : sum.has_operation) = true;
        bool too_large = __builtin_add_overflow(ore, it->ore, &ore);
        if (too_large)
            sum.ore = Exact::none();
        else if (sum.facts.size() == 1)
            sum.ore = Exact(0);
    }
}

bool EconomyIndex::selects(const FactSelection& selection, std::string_view unit, std::string_view service,
                           Date day) const {
    if (selection.nothing || selection.unit == no_node) return false;
    const Unit& whose = *unit_at_[static_cast<std::size_t>(selection.unit)];
    if (!is_within(unit, whose.id.str(), day)) return false;
    bool elsewhere = selection.under != no_node && find(units_, whose.parent.at(day).str()) != selection.under;
    if (elsewhere) return false;
    if (selection.service == no_node) return true;
    Node node = find(services_, service);
    return node != no_node && services_.below[static_cast<std::size_t>(selection.service)].has(node);
}

FactSum EconomyIndex::sum(const FactSelection& selection, std::string_view version,
                          const Period& period) const {
    FactSum sum;
    auto of_version = versions_.find(std::string(version));
    if (selection.nothing || selection.unit == no_node || of_version == versions_.end() || !period.exists())
        return sum;
    const auto& entries =
        entries_[static_cast<std::size_t>(of_version->second)][static_cast<std::size_t>(selection.unit)];
    std::int64_t ore = 0;
    if (selection.accounts.is_all()) {
        add_matching(sum, ore, entries, {0, static_cast<std::int32_t>(accounts_.below.size())}, selection,
                     period);
    }
    for (const NodeSpan& span : selection.accounts.spans())
        add_matching(sum, ore, entries, span, selection, period);
    if (sum.ore.exists()) sum.ore = Exact(ore);
    return sum;
}

std::vector<const Unit*> EconomyIndex::units_below(std::string_view unit, Date day) const {
    std::vector<const Unit*> below;
    auto it = once_below_.find(unit);
    if (it == once_below_.end()) return below;
    for (const Unit* each : it->second) {
        if (each->parent.at(day).str() == unit && each->valid.holds_on(day)) below.push_back(each);
    }
    return below;
}

std::vector<const Unit*> EconomyIndex::units_with_facts_below(std::string_view unit, Date first,
                                                              Date last) const {
    std::vector<const Unit*> below;
    Node above = find(units_, unit);
    auto it = once_below_.find(unit);
    if (it == once_below_.end() || above == no_node) return below;
    for (const Unit* each : it->second) {
        Node node = find(units_, each->id.str());
        bool has_facts = std::any_of(entries_.begin(), entries_.end(), [&](const auto& by_unit) {
            const auto& entries = by_unit[static_cast<std::size_t>(node)];
            return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
                const Date day = Date::from_days(entry.end.days() - 1);
                return day == entry.stands_on && first <= day && day <= last && stood_under(node, above, entry);
            });
        });
        if (has_facts) below.push_back(each);
    }
    return below;
}

std::vector<const Unit*> EconomyIndex::units_within(std::string_view unit, Date day) const {
    std::vector<const Unit*> within, waiting;
    if (const Unit* root = state_->units.find(unit)) waiting.push_back(root);
    while (!waiting.empty() && within.size() < state_->units.size()) {
        within.push_back(waiting.back());
        waiting.pop_back();
        auto below = units_below(within.back()->id.str(), day);
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
    return within;
}

std::vector<const Unit*> EconomyIndex::units_above(std::string_view unit, Date day) const {
    std::vector<const Unit*> above;
    const Unit* each = state_->units.find(unit);
    while (each && (each = parent_on(*each, day)) && above.size() < state_->units.size())
        above.push_back(each);
    return above;
}

bool EconomyIndex::is_within(std::string_view unit, std::string_view ancestor, Date day) const {
    const Unit* each = state_->units.find(unit);
    for (std::size_t steps = 0; each && steps <= state_->units.size(); ++steps) {
        if (each->id.str() == ancestor) return true;
        each = parent_on(*each, day);
    }
    return false;
}

namespace {

Place fact_place(const EconomyFact& fact, std::string field) {
    return Place{"", 0, 0, "", "economy/" + fact.id.str(), std::move(field)};
}

bool same_but_for_period(const EconomyFact& a, const EconomyFact& b) {
    return a.unit == b.unit && a.account == b.account && a.version == b.version && a.service == b.service &&
           a.project == b.project && a.counterparty == b.counterparty;
}

// Facts of one key: from the first day on, each is held against the one before it that has lasted longest.
void check_key(std::vector<const EconomyFact*>& facts, Problems& problems) {
    std::stable_sort(facts.begin(), facts.end(), [](const EconomyFact* a, const EconomyFact* b) {
        return a->period.start() < b->period.start();
    });
    const EconomyFact* longest = facts.front();
    for (std::size_t i = 1; i < facts.size(); ++i) {
        const EconomyFact& fact = *facts[i];
        if (fact.period.start() < longest->period.end()) {
            problems.add("facts_of_one_key_overlap", Severity::error, fact_place(fact, "period"),
                         {{"period", fact.period.str()},
                          {"other", longest->period.str()},
                          {"unit", fact.unit.str()},
                          {"account", fact.account.str()}});
        }
        if (longest->period.end() < fact.period.end()) longest = &fact;
    }
}

// The state holds facts by id, which is the key with the period last: those of one key stand together.
void check_overlaps(const Table<EconomyFact>& facts, Problems& problems) {
    std::vector<const EconomyFact*> together;
    for (const EconomyFact& fact : facts) {
        if (!together.empty() && !same_but_for_period(*together.front(), fact)) {
            if (together.size() > 1) check_key(together, problems);
            together.clear();
        }
        together.push_back(&fact);
    }
    if (together.size() > 1) check_key(together, problems);
}

// The facts looked at, with those that may have days in common with them: of the same key but for the period.
Table<EconomyFact> with_their_like(const State& state, const Table<EconomyFact>& looked) {
    Table<EconomyFact> wider = looked;
    for (const EconomyFact& fact : looked) {
        EconomyFact any = fact;
        any.period = Period();
        std::string key = key_of(description<EconomyFact>(), &any).str() + "/";
        each_with_prefix(state.economy, key, [&](const Held<EconomyFact>& each) {
            if (same_but_for_period(each, fact)) lend(wider, each);
        });
    }
    return wider;
}

void check_figures(const State& state, Problems& problems) {
    for (const NamedFigure& figure : state.figures) {
        Place place{"", 0, 0, "", "figures/" + figure.id.str(), "formula"};
        bool has_accounts = !figure.accounts.empty(), has_formula = !figure.formula.empty();
        if (has_accounts && has_formula) {
            problems.add("named_figure_has_two_definitions", Severity::error, place,
                         {{"figure", figure.id.str()}});
        } else if (!has_accounts && !has_formula) {
            problems.add("named_figure_has_no_definition", Severity::error, place,
                         {{"figure", figure.id.str()}});
        }
    }
}

}  // namespace

void check_economy(const State& state, const State& looked, Problems& problems) {
    for (const EconomyFact& fact : looked.economy) {
        // What is set aside for a fund in a year's budget is no balance.
        const Account* account = state.accounts.find(fact.account.str());
        const FigureVersion* version = state.versions.find(fact.version.str());
        bool is_outcome = version && version->kind == FigureKind::outcome;
        if (account && is_outcome && is_balance(account->kind) && fact.period.shape() != PeriodShape::day) {
            problems.add("balance_needs_a_day", Severity::error, fact_place(fact, "period"),
                         {{"account", fact.account.str()}, {"period", fact.period.str()}});
        }
    }
    check_overlaps(&state == &looked ? state.economy : with_their_like(state, looked.economy), problems);
    check_figures(looked, problems);
}

}  // namespace styrkedja
