// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/totals_plan.h"

#include <algorithm>

#include "domain/economy/totals.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

std::optional<Role> role_of(By by) {
    switch (by) {
        case By::unit:
            return Role::unit;
        case By::account:
            return Role::account;
        case By::service:
            return Role::service;
        case By::project:
            return Role::project;
        case By::counterparty:
            return Role::counterparty;
        default:
            return std::nullopt;
    }
}

bool is_one_day(const Period& period) {
    return period.end().days() == period.start().days() + 1;
}

// "objekt=4711 | aktivitet=12" of a pack's fact: the code of that part.
std::string_view free_code(const State& state, const SourcedFact& fact, std::string_view part) {
    const EconomyFact* typed = fact.kind == &description<EconomyFact>() ? state.economy.find(fact.id) : nullptr;
    if (!typed) return {};
    for (const std::string& each : typed->codes.list) {
        if (each.size() > part.size() && each.starts_with(part) && each[part.size()] == '=')
            return std::string_view(each).substr(part.size() + 1);
    }
    return {};
}

// The column of a free code part; none where the ledger has no such part.
std::optional<std::size_t> free_column(const ledger::Columns& columns, std::string_view name) {
    auto it = std::find(columns.dimensions.begin(), columns.dimensions.end(), name);
    if (it == columns.dimensions.end()) return std::nullopt;
    return static_cast<std::size_t>(it - columns.dimensions.begin());
}

std::int32_t at_or_self(const std::vector<Node>& table, Node node) {
    return node == no_node ? no_node : table[static_cast<std::size_t>(node)];
}

}  // namespace

std::vector<Node> at_level(const Forest& forest, int level) {
    std::vector<Node> keys(forest.size());
    Node above = no_node;   // the last met on that level: it stands before all that is below it
    for (Node node = 0; node < static_cast<Node>(forest.size()); ++node) {
        const int depth = forest.depth[static_cast<std::size_t>(node)];
        if (depth == level) above = node;
        keys[static_cast<std::size_t>(node)] = level < 0 || depth <= level ? node : above;
    }
    return keys;
}

std::vector<Node> units_at_level(const EconomyTrees& trees, int level, Date day) {
    std::vector<Node> keys(trees.unit_count());
    for (Node unit = 0; unit < static_cast<Node>(keys.size()); ++unit) {
        Node& key = keys[static_cast<std::size_t>(unit)] = unit;
        if (level < 0) continue;
        const std::vector<Node> chain = trees.chain_of(unit, day);
        if (static_cast<std::size_t>(level) < chain.size()) key = chain[chain.size() - 1 - static_cast<std::size_t>(level)];
    }
    return keys;
}

TotalsPlan::TotalsPlan(const EconomyTrees& trees, const FactBook& facts, const LedgerBook& ledger, const TotalsQuery& query)
    : trees_(trees), query_(query) {
    text_numbers_.emplace("", 0);
    for (const PartUse& use : ledger.uses(query.period)) {
        const bool elsewhere = query.where.unit != no_node && query.where.under != no_node &&
                               trees.parent_on(query.where.unit, use.part->stands_on) != query.where.under;
        if (elsewhere) continue;
        if (use.flow == PartUse::How::cut || use.balance == PartUse::How::cut) count_cut(use);
        if (use.flow == PartUse::How::counts || use.balance == PartUse::How::counts) draft(use);
    }
    for (const PlacedFact& fact : facts.placed()) draft_fact(fact);
    number_keys();
    for (const Draft& each : drafts_) parts_.push_back(planned(each));
    for (const FactDraft& each : fact_drafts_) {
        At at = 0;
        for (std::size_t i = 0; i < keys_.size(); ++i)
            at += strides_[i] * (std::lower_bound(keys_[i].begin(), keys_[i].end(), each.keys[i]) - keys_[i].begin());
        facts_.push_back({each.fact, at});
    }
}

std::int32_t TotalsPlan::text_number(std::string_view text) {
    auto it = text_numbers_.find(text);
    if (it == text_numbers_.end())
        it = text_numbers_.emplace(std::string(text), static_cast<std::int32_t>(text_numbers_.size())).first;
    return it->second;
}

const std::vector<Node>& TotalsPlan::unit_levels(int level, Date day) {
    auto [it, is_new] = unit_levels_.try_emplace({level, day});
    if (is_new) it->second = units_at_level(trees_, level, day);
    return it->second;
}

const std::vector<char>& TotalsPlan::units_in(Date day) {
    auto [it, is_new] = units_in_.try_emplace(day);
    if (is_new) it->second = trees_.units_in(query_.where.unit, day);
    return it->second;
}

std::int32_t TotalsPlan::month_key(Date start, Date end) const {
    const Date last = Date::from_days(end.days() - 1);
    const bool in_one_month = start.year() == last.year() && start.month() == last.month();
    return in_one_month ? last.year() * 100 + last.month() : last.year();
}

std::vector<std::int32_t> TotalsPlan::keys_of_part(const Dimension& by, const LedgerPart& part) {
    if (by.by == By::month) {
        // A balance is one figure of its day, whatever months it is made of.
        const bool day = is_one_day(query_.period);
        return {day ? month_key(query_.period.start(), query_.period.end()) : month_key(part.start, part.end)};
    }
    std::vector<std::int32_t> keys;
    if (by.by == By::code) {
        const auto column = free_column(*part.columns, by.code);
        if (!column) return {0};
        for (const std::string& code : part.columns->codes[*column]) keys.push_back(text_number(code));
        return keys;
    }
    const Role role = *role_of(by.by);
    const std::vector<Node>& nodes = part.codes->of(role);
    if (role == Role::counterparty) {
        for (std::uint32_t code = 0; code < nodes.size(); ++code) keys.push_back(text_number(part.text(role, code)));
        return keys;
    }
    const Forest& forest = role == Role::account ? trees_.accounts : role == Role::service ? trees_.services : trees_.projects;
    const std::vector<Node> levels = role == Role::unit ? unit_levels(by.level, part.stands_on) : at_level(forest, by.level);
    for (const Node node : nodes) keys.push_back(at_or_self(levels, node));
    return keys;
}

std::int32_t TotalsPlan::key_of_fact(const Dimension& by, const PlacedFact& fact) {
    switch (by.by) {
        case By::unit:
            return unit_levels(by.level, fact.stands_on)[static_cast<std::size_t>(fact.unit)];
        case By::account:
            return at_or_self(at_level(trees_.accounts, by.level), fact.account);
        case By::service:
            return at_or_self(at_level(trees_.services, by.level), fact.service);
        case By::project:
            return at_or_self(at_level(trees_.projects, by.level), fact.project);
        case By::counterparty:
            return text_number(fact.fact->counterparty);
        case By::month:
            return month_key(fact.start, fact.end);
        default:
            return text_number(free_code(trees_.state(), *fact.fact, by.code));
    }
}

bool TotalsPlan::is_selected_fact(const PlacedFact& fact) {
    const FactSelection& where = query_.where;
    const bool elsewhere = where.unit != no_node && where.under != no_node &&
                           trees_.parent_on(where.unit, fact.stands_on) != where.under;
    return !elsewhere && units_in(fact.stands_on)[static_cast<std::size_t>(fact.unit)] && where.accounts.has(fact.account) &&
           trees_.services.in_branch(where.service, fact.service) && trees_.projects.in_branch(where.project, fact.project) &&
           is_selected(where, fact.fact->counterparty, fact.with);
}

void TotalsPlan::draft_fact(const PlacedFact& fact) {
    const Period& period = query_.period;
    const bool whole = fact.start == period.start() && fact.end == period.end();
    const bool inside = period.start() <= fact.start && fact.end <= period.end();
    const bool apart = fact.end <= period.start() || period.end() <= fact.start;
    const bool balance = is_balance(fact.kind);
    if ((balance && !whole) || apart || !is_selected_fact(fact)) return;
    if (!inside) {
        ++cut_;
        return;
    }
    FactDraft draft{&fact, {}};
    for (const Dimension& by : query_.by) draft.keys.push_back(key_of_fact(by, fact));
    fact_drafts_.push_back(std::move(draft));
}

// Which codes of a part lead to facts that are used so.
std::vector<std::vector<char>> TotalsPlan::selected(const PartUse& use, PartUse::How how) {
    const FactSelection& where = query_.where;
    const LedgerPart& part = *use.part;
    const RowFilter filter(trees_, part, {where.service, where.project, std::string(where.counterparty), where.internal});
    const std::vector<char>& within = units_in(part.stands_on);
    std::vector<std::vector<char>> lets(role_count);
    for (const Node account : part.codes->of(Role::account)) {
        const bool is_used = account != no_node && where.accounts.has(account) &&
                             (is_balance(trees_.account_kinds[static_cast<std::size_t>(account)]) ? use.balance : use.flow) == how;
        lets[static_cast<std::size_t>(Role::account)].push_back(is_used);
    }
    for (const Node unit : part.codes->of(Role::unit))
        lets[static_cast<std::size_t>(Role::unit)].push_back(unit != no_node && within[static_cast<std::size_t>(unit)]);
    for (const Role role : {Role::service, Role::project, Role::counterparty})
        lets[static_cast<std::size_t>(role)] = filter.of(role);
    return lets;
}

void TotalsPlan::count_cut(const PartUse& use) {
    const auto lets = selected(use, PartUse::How::cut);
    for (std::size_t row = 0; row < use.part->rows(); ++row) {
        bool all = true;
        for (std::size_t role = 0; role < role_count; ++role)
            all = all && lets[role][use.part->code(static_cast<Role>(role), row)];
        cut_ += all ? 1 : 0;
    }
}

void TotalsPlan::draft(const PartUse& use) {
    Draft draft{use, {}, selected(use, PartUse::How::counts)};
    for (const Dimension& by : query_.by) draft.keys.push_back(keys_of_part(by, *use.part));
    drafts_.push_back(std::move(draft));
}

// All keys that there are, in order; texts get their numbers by their alphabet.
void TotalsPlan::number_keys() {
    std::vector<std::int32_t> number_of(text_numbers_.size());
    for (auto& [text, number] : text_numbers_) {
        number_of[static_cast<std::size_t>(number)] = static_cast<std::int32_t>(texts_.size());
        texts_.push_back(text);
    }
    keys_.resize(query_.by.size());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        const By by = query_.by[i].by;
        const auto role = role_of(by);
        const bool are_texts = by == By::counterparty || by == By::code;
        for (Draft& draft : drafts_) {
            for (std::size_t code = 0; code < draft.keys[i].size(); ++code) {
                std::int32_t& key = draft.keys[i][code];
                if (are_texts) key = number_of[static_cast<std::size_t>(key)];
                if (!role || draft.lets[static_cast<std::size_t>(*role)][code]) keys_[i].push_back(key);
            }
        }
        for (FactDraft& draft : fact_drafts_) {
            if (are_texts) draft.keys[i] = number_of[static_cast<std::size_t>(draft.keys[i])];
            keys_[i].push_back(draft.keys[i]);
        }
        std::sort(keys_[i].begin(), keys_[i].end());
        keys_[i].erase(std::unique(keys_[i].begin(), keys_[i].end()), keys_[i].end());
    }
    strides_.resize(keys_.size());
    for (std::size_t i = keys_.size(); i-- > 0;) {
        strides_[i] = combinations_;
        combinations_ *= static_cast<At>(keys_[i].size());
    }
}

void TotalsPlan::add_keys(const Draft& draft, std::size_t dimension, std::vector<At>& adds, std::size_t role) const {
    const std::vector<std::int32_t>& all = keys_[dimension];
    for (std::size_t code = 0; code < adds.size(); ++code) {
        if (role < role_count && !draft.lets[role][code]) continue;
        const auto at = std::lower_bound(all.begin(), all.end(), draft.keys[dimension][code]) - all.begin();
        if (adds[code] >= 0) adds[code] += strides_[dimension] * at;
    }
}

TotalsPlan::Part TotalsPlan::planned(const Draft& draft) const {
    const LedgerPart& part = *draft.use.part;
    Part plan{&part, 0, {}};
    auto put = [&](Column column, std::span<const std::uint32_t> codes) {
        const bool same = std::all_of(column.adds.begin(), column.adds.end(), [&](At each) { return each == column.adds.front(); });
        // A code part that the ledger hasn't, or that tells nothing apart, is the same for all rows.
        if (same || codes.empty()) {
            plan.base = column.adds.front() < 0 ? nowhere : plan.base + column.adds.front();
            return;
        }
        column.codes = codes.data();
        plan.columns.push_back(std::move(column));
    };
    for (std::size_t role = 0; role < role_count; ++role) {
        Column column;
        for (const char lets : draft.lets[role]) column.adds.push_back(lets ? 0 : nowhere);
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            const auto of = role_of(query_.by[i].by);
            if (of && static_cast<std::size_t>(*of) == role) add_keys(draft, i, column.adds, role);
        }
        put(std::move(column), part.code_of[role]);
        if (plan.base < 0) return plan;
    }
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if (role_of(query_.by[i].by)) continue;
        Column column;
        column.adds.resize(draft.keys[i].size());
        add_keys(draft, i, column.adds, role_count);
        const auto free = query_.by[i].by == By::code ? free_column(*part.columns, query_.by[i].code) : std::nullopt;
        if (free) {
            for (std::size_t row = 0; row < part.rows(); ++row)
                column.own.push_back(part.columns->code_of[*free][part.number(row)]);
        }
        const std::span<const std::uint32_t> codes = column.own;   // stays where it is when the column moves
        put(std::move(column), codes);
    }
    return plan;
}

void TotalsPlan::keys_of(At at, std::vector<std::int32_t>& into) const {
    for (std::size_t i = 0; i < keys_.size(); ++i)
        into.push_back(keys_[i][static_cast<std::size_t>(at / strides_[i] % static_cast<At>(keys_[i].size()))]);
}

}  // namespace styrkedja
