// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/ledger_part.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/state/state.h"

namespace styrkedja {
namespace {

Date day_after(Date day) {
    return Date::from_days(day.days() + 1);
}

Period month_period(std::int32_t month) {
    const auto two = [](std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return Period::parse(std::to_string(month / 100) + "-" + two(month % 100)).value_or(Period());
}

// A fiscal year as a period: the calendar year where it is one, else its months.
Period year_period(const ledger::Columns& columns) {
    if (columns.first_day.month() == 1) return Period::of_year(columns.first_day.year());
    return Period::parse(columns.first_day.str().substr(0, 7) + ".." + columns.last_day.str().substr(0, 7)).value_or(Period());
}

// The tables of one batch's codes, made once for all days on which the code map says the same.
class TablesOf {
  public:
    TablesOf(const EconomyTrees& trees, const CodeMap& map, const LedgerBatch& batch, const LedgerPart& like)
        : trees_(trees), map_(map), ledger_(batch.ledger.str()), like_(like) {}

    std::shared_ptr<const CodeTable> on(Date day) {
        std::array<std::size_t, role_count> epoch{};
        for (std::size_t role = 0; role < role_count; ++role) {
            const auto& turns = map_.turns(role_names[role]);
            epoch[role] = static_cast<std::size_t>(std::upper_bound(turns.begin(), turns.end(), day) - turns.begin());
        }
        auto& table = known_[epoch];
        if (!table) table = make(day);
        return table;
    }

  private:
    Node node_of(Role role, std::string_view id) const {
        return role == Role::account   ? trees_.accounts.find(id)
               : role == Role::unit    ? trees_.unit(id)
               : role == Role::service ? trees_.services.find(id)
               : role == Role::project ? trees_.projects.find(id)
                                       : no_node;
    }
    std::shared_ptr<const CodeTable> make(Date day) const {
        auto table = std::make_shared<CodeTable>();
        for (std::size_t i = 0; i < role_count; ++i) {
            const Role role = static_cast<Role>(i);
            const bool has = !like_.code_of[i].empty();
            const std::size_t size = has ? like_.columns->codes[like_.dimension[i]].size() : 1;
            for (std::uint32_t code = 0; code < size; ++code) {
                const MappedCode found = map_.find(role_names[i], like_.text(role, code), ledger_, day);
                table->nodes[i].push_back(found.id.empty() ? no_node : node_of(role, found.id));
                if (role == Role::counterparty)
                    table->with.push_back(found.id.empty() ? nullptr : trees_.state().counterparties.find(found.id));
            }
        }
        for (const Node account : table->of(Role::account)) {
            const bool as_is = account != no_node &&
                               trees_.account_kinds[static_cast<std::size_t>(account)] == AccountKind::asset;
            table->sign.push_back(as_is ? 1 : -1);
        }
        return table;
    }

    const EconomyTrees& trees_;
    const CodeMap& map_;
    std::string_view ledger_;
    const LedgerPart& like_;
    std::map<std::array<std::size_t, role_count>, std::shared_ptr<const CodeTable>> known_;
};

// What all parts of a batch have in common.
LedgerPart part_of(const LedgerBatch& batch, const ledger::Columns& columns, std::size_t from, std::size_t rows) {
    LedgerPart part;
    part.batch = &batch;
    part.columns = &columns;
    part.budget = batch.figure == BatchFigure::budget;
    part.first = static_cast<std::uint32_t>(from);
    part.ore = std::span(columns.ore).subspan(from, rows);
    for (std::size_t i = 0; i < role_count; ++i) {
        auto it = std::find(columns.dimensions.begin(), columns.dimensions.end(), role_names[i]);
        if (it == columns.dimensions.end()) continue;
        part.dimension[i] = static_cast<std::size_t>(it - columns.dimensions.begin());
        part.code_of[i] = std::span(columns.code_of[part.dimension[i]]).subspan(from, rows);
    }
    for (const ledger::Ore each : part.ore) part.size += each < 0 ? -Int128{each} : Int128{each};
    return part;
}

class PartsOfVersion {
  public:
    PartsOfVersion(const EconomyTrees& trees, const CodeMap& codes, bool restated)
        : trees_(trees), map_(codes), restated_(restated) {}

    void add(const LedgerBatch& batch, const ledger::Columns& columns, bool with_opening) {
        const Days days = days_of(batch, columns);
        const LedgerPart whole = part_of(batch, columns, 0, columns.rows());
        TablesOf tables(trees_, map_, batch, whole);
        for (const ledger::Columns::Part& each : columns.parts) {
            const bool is_budget = each.figure == ledger::Figure::budget;
            const bool opening = each.figure == ledger::Figure::opening;
            if (each.figure == ledger::Figure::closing || is_budget != whole.budget || (opening && !with_opening)) continue;
            LedgerPart part = part_of(batch, columns, each.first, each.rows);
            const Period period = each.month == 0 ? year_period(columns) : month_period(each.month);
            part.opening = opening;
            part.start = opening || each.month == 0 ? columns.first_day : period.start();
            part.end = opening ? day_after(part.start) : each.month == 0 ? day_after(columns.last_day) : period.end();
            if (!opening && (part.start < days.start || days.end < part.end)) continue;
            const Date last = Date::from_days(part.end.days() - 1);
            part.stands_on = restated_ ? end_of_time() : last;
            part.codes = tables.on(last);
            part.source.version = batch.version.str();
            part.source.period = opening ? Period::parse(part.start.str()).value_or(Period()) : period;
            part.source.kind = &description<LedgerBatch>();
            part.source.id = batch.id.str();
            parts.push_back(std::move(part));
        }
    }

    std::vector<LedgerPart> parts;

  private:
    const EconomyTrees& trees_;
    const CodeMap& map_;
    bool restated_;
};

}  // namespace

const ledger::Columns* columns_of(const State& state, const LedgerBatch& batch) {
    if (!state.ledger || batch.content.empty()) return nullptr;
    auto it = state.ledger->by_hash.find(batch.content);
    return it == state.ledger->by_hash.end() ? nullptr : it->second.get();
}

Days days_of(const LedgerBatch& batch, const ledger::Columns& columns) {
    const Period& scope = batch.shown.exists() ? batch.shown : batch.months;
    if (scope.exists()) return {scope.start(), scope.end()};
    return {columns.first_day, day_after(columns.last_day)};
}

std::vector<LedgerPart> ledger_parts(const EconomyTrees& trees, const CodeMap& codes, std::string_view version, bool restated) {
    struct Shown {
        const LedgerBatch* batch;
        const ledger::Columns* columns;
    };
    using Key = std::tuple<std::string_view, std::string_view, int>;   // ledger, part, year
    std::vector<Shown> all;
    std::map<Key, std::pair<Date, const LedgerBatch*>> earliest;
    for (const LedgerBatch& batch : trees.state().ledger_batches) {
        if (batch.version.str() != version) continue;
        const ledger::Columns* columns = columns_of(trees.state(), batch);
        if (!columns) continue;
        all.push_back({&batch, columns});
        if (batch.figure == BatchFigure::budget) continue;
        const Date start = days_of(batch, *columns).start;
        auto [it, is_new] = earliest.try_emplace({batch.ledger.str(), batch.part, columns->year}, start, &batch);
        if (!is_new && start < it->second.first) it->second = {start, &batch};
    }
    PartsOfVersion parts(trees, codes, restated);
    for (const Shown& each : all) {
        auto it = earliest.find({each.batch->ledger.str(), each.batch->part, each.columns->year});
        parts.add(*each.batch, *each.columns, it != earliest.end() && it->second.second == each.batch);
    }
    return std::move(parts.parts);
}

}  // namespace styrkedja
