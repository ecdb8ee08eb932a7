// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "domain/economy/facts.h"
#include "domain/state/state.h"

// The engine of sums once more, as simply as it can be said and with no thought of speed: every fact by itself, every tree
// walked step by step, every code held against every mapping.
namespace styrkedja::oracle {

struct Fact {
    std::string unit, account, service, project, counterparty, with;   // with: the counterparty's id
    bool ledger = false, opening = false, internal = false;
    Date start, end, stands_on, fiscal_first, fiscal_end, covered;     // fiscal…: of a ledger's outcome
    Int128 ore = 0;
    std::string source;
};

struct Asked {
    std::string unit, under;
    std::vector<std::string> accounts;   // with those below; empty = all
    std::string service, project, counterparty;
    Internal internal = Internal::with;
    std::string version;
    Period period;
};

struct Answer {
    bool exists = false;
    Int128 ore = 0;
    std::size_t cut = 0;              // sources
    friend bool operator==(const Answer&, const Answer&) = default;
};

inline bool is_balance(const Account& account) {
    return account.kind == AccountKind::asset || account.kind == AccountKind::equity || account.kind == AccountKind::liability;
}

template <class T>
bool below(const Table<T>& table, std::string id, const std::string& above) {
    while (!id.empty()) {
        if (id == above) return true;
        const T* thing = table.find(id);
        id = thing ? thing->parent.str() : "";
    }
    return false;
}

inline std::string parent(const State& state, const std::string& unit, Date day) {
    const Unit* found = state.units.find(unit);
    return found ? found->parent.at(day).str() : "";
}

inline int weight(const std::string& pattern, const std::string& code, bool begins) {
    if (pattern == code) return 1'000;
    if (pattern.ends_with('*')) {
        const std::string begin = pattern.substr(0, pattern.size() - 1);
        return code.starts_with(begin) ? static_cast<int>(2 * begin.size()) : -1;
    }
    if (const auto dots = pattern.find(".."); dots != pattern.npos) {
        const std::string a = pattern.substr(0, dots), b = pattern.substr(dots + 2);
        const std::string cut = code.substr(0, a.size());
        if (cut.size() < a.size() || cut < a || b < cut) return -1;
        std::size_t same = 0;
        while (same < a.size() && a[same] == b[same]) ++same;
        return static_cast<int>(2 * same + 1);
    }
    return begins && code.starts_with(pattern) ? static_cast<int>(2 * pattern.size()) : -1;
}

inline std::string mapped(const State& state, const std::string& role, const std::string& code, const std::string& ledger, Date day) {
    if (code.empty() && role != "responsibility") return "";
    int most = -1;
    std::string best;
    for (const CodeMapping& each : state.code_mappings) {
        if (each.dimension != role || (!each.ledger.empty() && each.ledger.str() != ledger)) continue;
        if (!Validity{each.since, each.until}.holds_on(day)) continue;
        const int fits = weight(each.code, code, false);
        if (fits < 0) continue;
        const int all = 2 * fits + (each.ledger.empty() ? 0 : 1);
        if (all > most) std::tie(most, best) = std::pair(all, each.target.str());
    }
    if (most >= 0) return best;
    auto own = [&](const std::string& text, const std::string& id, bool begins) {
        const int fits = text.empty() ? -1 : weight(text, code, begins);
        if (fits > most) std::tie(most, best) = std::pair(fits, id);
    };
    if (role == "account") for (const Account& each : state.accounts) own(each.code, each.id.str(), true);
    if (role == "service") for (const Service& each : state.services) own(each.code, each.id.str(), true);
    if (role == "project") for (const Project& each : state.projects) own(each.number, each.id.str(), false);
    if (role == "counterparty") for (const Counterparty& each : state.counterparties) own(each.code, each.id.str(), true);
    if (role == "responsibility") {
        for (const bool living : {true, false}) {
            if (most >= 0) break;
            for (const Unit& each : state.units) {
                if (living && !each.valid.holds_on(day)) continue;
                for (const auto& span : each.code.spans) {
                    if (span.holds.holds_on(day)) own(span.value, each.id.str(), false);
                }
            }
        }
        if (most < 0 && code.empty()) {
            std::vector<std::string> tops;
            for (const Unit& each : state.units) {
                if (each.valid.holds_on(day) && !state.units.find(each.parent.at(day).str())) tops.push_back(each.id.str());
            }
            if (tops.size() == 1) return tops.front();
        }
    }
    return best;
}

inline void know_counterparty(const State& state, Fact& fact, const std::string& ledger, Date day) {
    const Counterparty* with = state.counterparties.find(fact.counterparty);
    if (!with || fact.ledger) with = state.counterparties.find(mapped(state, "counterparty", fact.counterparty, ledger, day));
    fact.with = with ? with->id.str() : "";
    fact.internal = with && with->kind == CounterpartyKind::internal;
}

inline std::vector<Fact> ledger_facts(const State& state, const std::string& version) {
    using Key = std::tuple<std::string, std::string, int>;
    auto scope = [&](const LedgerBatch& batch) {
        const Period& period = batch.shown.exists() ? batch.shown : batch.months;
        return period.exists() ? std::pair(period.start(), period.end())
                               : std::pair(Date::from_civil(batch.year, 1, 1), Date::from_civil(batch.year + 1, 1, 1));
    };
    std::map<Key, std::string> earliest;
    std::map<Key, Date> covered;
    for (const LedgerBatch& each : state.ledger_batches) {
        if (each.version.str() != version || each.figure == BatchFigure::budget) continue;
        const Key key{each.ledger.str(), each.part, each.year};
        auto [it, is_new] = earliest.try_emplace(key, each.id.str());
        if (scope(each).first < scope(*state.ledger_batches.find(it->second)).first) it->second = each.id.str();
        covered.try_emplace(key, Date::from_civil(each.year, 1, 1));
    }
    for (int round = 0; round < 24; ++round) {   // as long as some batch goes on where the others end
        for (const LedgerBatch& each : state.ledger_batches) {
            auto it = covered.find({each.ledger.str(), each.part, each.year});
            if (each.version.str() != version || each.figure == BatchFigure::budget) continue;
            if (scope(each).first <= it->second) it->second = std::max(it->second, scope(each).second);
        }
    }
    std::vector<Fact> facts;
    for (const LedgerBatch& batch : state.ledger_batches) {
        if (batch.version.str() != version) continue;
        const ledger::Columns& columns = *state.ledger->by_hash.at(batch.content);
        const Key key{batch.ledger.str(), batch.part, batch.year};
        for (const auto& part : columns.parts) {
            const bool opening = part.figure == ledger::Figure::opening;
            if ((part.figure == ledger::Figure::budget) != (batch.figure == BatchFigure::budget)) continue;
            if (opening && earliest[key] != batch.id.str()) continue;
            Fact like;
            like.ledger = true;
            like.opening = opening;
            const bool year = part.month == 0;
            like.start = year ? Date::from_civil(batch.year, 1, 1) : Date::from_civil(batch.year, part.month % 100, 1);
            like.end = opening ? Date::from_civil(batch.year, 1, 2)
                       : year || part.month % 100 == 12 ? Date::from_civil(batch.year + 1, 1, 1)
                                                         : Date::from_civil(batch.year, part.month % 100 + 1, 1);
            if (!opening && (like.start < scope(batch).first || scope(batch).second < like.end)) continue;
            if (batch.figure == BatchFigure::actual) {
                like.fiscal_first = Date::from_civil(batch.year, 1, 1);
                like.fiscal_end = Date::from_civil(batch.year + 1, 1, 1);
                like.covered = covered[key];
            }
            like.stands_on = Date::from_days(like.end.days() - 1);
            like.source = batch.id.str() + " " + std::to_string(part.month) + (opening ? "o" : "");
            for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) {
                auto code = [&](const std::string& role) {
                    const auto it = std::find(columns.dimensions.begin(), columns.dimensions.end(), role);
                    if (it == columns.dimensions.end()) return std::string();
                    const auto d = static_cast<std::size_t>(it - columns.dimensions.begin());
                    return columns.codes[d][columns.code_of[d][row]];
                };
                auto thing = [&](const std::string& role) {
                    return mapped(state, role, code(role), batch.ledger.str(), like.stands_on);
                };
                Fact fact = like;
                fact.unit = thing("responsibility");
                fact.account = thing("account");
                fact.service = thing("service");
                fact.project = thing("project");
                fact.counterparty = code("counterparty");
                know_counterparty(state, fact, batch.ledger.str(), like.stands_on);
                if (fact.unit.empty() || fact.account.empty()) continue;
                const bool as_is = state.accounts.find(fact.account)->kind == AccountKind::asset;
                fact.ore = as_is ? columns.ore[row] : -Int128{columns.ore[row]};
                facts.push_back(std::move(fact));
            }
        }
    }
    return facts;
}

// Largest remainder, in hundredths of a per cent: what is left of each share, and who gets the öre over.
inline std::vector<Fact> divided(const State& state, const Fact& fact, Date day) {
    std::map<std::tuple<int, int>, std::vector<const Reorganisation*>> narrow;
    auto depth = [](const auto& table, std::string id) {
        int steps = -1;
        for (; !id.empty(); id = table.find(id)->parent.str()) ++steps;
        return steps;
    };
    for (const Reorganisation& each : state.reorganisations) {
        if (each.day != day || each.from.str() != fact.unit) continue;
        if (!each.service.empty() && !below(state.services, fact.service, each.service.str())) continue;
        if (!each.account.empty() && !below(state.accounts, fact.account, each.account.str())) continue;
        narrow[{depth(state.services, each.service.str()), depth(state.accounts, each.account.str())}].push_back(&each);
    }
    if (narrow.empty()) return {fact};
    struct Part {
        std::string unit;
        Int128 ore, left;
    };
    std::vector<Part> parts;
    const Int128 size = fact.ore < 0 ? -fact.ore : fact.ore;
    Int128 stays = 10'000, given = 0;
    auto give = [&](const std::string& unit, Int128 share) {
        parts.push_back({unit, size * share / 10'000, size * share % 10'000});
        given += parts.back().ore;
    };
    for (const Reorganisation* each : narrow.rbegin()->second) {
        const auto share = static_cast<Int128>((Exact(each->share) * Exact(100)).rounded(0).units());
        give(each->to.str(), share);
        stays -= share;
    }
    if (stays > 0) give(fact.unit, stays);
    std::vector<Part*> order;
    for (Part& each : parts) order.push_back(&each);
    std::stable_sort(order.begin(), order.end(), [](const Part* a, const Part* b) { return a->left > b->left; });
    for (std::size_t i = 0; given < size; ++i, ++given) ++order[i]->ore;
    std::vector<Fact> facts;
    for (const Part& each : parts) {
        if (each.ore == 0 && size != 0) continue;
        facts.push_back(fact);
        facts.back().unit = each.unit;
        facts.back().ore = fact.ore < 0 ? -each.ore : each.ore;
    }
    return facts;
}

inline std::vector<Fact> facts_of(const State& state, const std::string& version) {
    const FigureVersion* found = state.versions.find(version);
    std::vector<Fact> facts;
    for (const EconomyFact& each : state.economy) {
        if (each.version.str() != version) continue;
        Fact fact;
        fact.unit = each.unit.str();
        fact.account = each.account.str();
        fact.service = each.service.str();
        fact.project = each.project.str();
        fact.counterparty = each.counterparty;
        fact.start = each.period.start();
        fact.end = each.period.end();
        fact.stands_on = Date::from_days(fact.end.days() - 1);
        fact.ore = each.money().ore();
        fact.source = each.id.str();
        know_counterparty(state, fact, "", fact.stands_on);
        facts.push_back(std::move(fact));
    }
    const std::vector<Fact> booked = ledger_facts(state, version);
    facts.insert(facts.end(), booked.begin(), booked.end());
    if (!found->of.empty()) {
        std::vector<Fact> base = facts_of(state, found->of.str());
        std::vector<Date> days;
        for (const Reorganisation& each : state.reorganisations) days.push_back(each.day);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        for (const Date day : days) {
            std::vector<Fact> told;
            for (const Fact& each : base) {
                if (!found->restated || Date::from_days(each.end.days() - 1) >= day) {
                    told.push_back(each);
                } else {
                    const std::vector<Fact> parts = divided(state, each, day);
                    told.insert(told.end(), parts.begin(), parts.end());
                }
            }
            base.swap(told);
        }
        facts.insert(facts.end(), base.begin(), base.end());
    }
    if (found->restated) {
        for (Fact& each : facts) each.stands_on = *Date::parse("2199-12-31");
    }
    return facts;
}

inline bool is_selected(const State& state, const Fact& fact, const Asked& asked) {
    if (!asked.under.empty() && parent(state, asked.unit, fact.stands_on) != asked.under) return false;
    bool within = false;
    for (std::string unit = fact.unit; !unit.empty(); unit = parent(state, unit, fact.stands_on)) within = within || unit == asked.unit;
    bool on_account = asked.accounts.empty();
    for (const std::string& each : asked.accounts) on_account = on_account || below(state.accounts, fact.account, each);
    return within && on_account && (asked.service.empty() || below(state.services, fact.service, asked.service)) &&
           (asked.project.empty() || below(state.projects, fact.project, asked.project)) &&
           (asked.counterparty.empty() || asked.counterparty == fact.counterparty || asked.counterparty == fact.with) &&
           (asked.internal == Internal::with || fact.internal == (asked.internal == Internal::only));
}

enum class Use { no, counts, cut };

inline Use use_of(const State& state, const Fact& fact, const Period& period) {
    const bool inside = period.start() <= fact.start && fact.end <= period.end();
    const bool apart = fact.end <= period.start() || period.end() <= fact.start;
    const bool same = fact.start == period.start() && fact.end == period.end();
    if (!is_balance(*state.accounts.find(fact.account)))
        return fact.opening ? Use::no : inside ? Use::counts : apart ? Use::no : Use::cut;
    if (!fact.ledger || !fact.fiscal_first.exists()) return same ? Use::counts : Use::no;
    const Date after = period.end();
    const bool day = after.days() == period.start().days() + 1;
    if (!day || period.start() < fact.fiscal_first || fact.fiscal_end <= period.start() || fact.covered < after) return Use::no;
    if (!fact.opening && after <= fact.start) return Use::no;
    return after.day() != 1 || (!fact.opening && after < fact.end) ? Use::cut : Use::counts;
}

inline Answer answer(const State& state, const std::vector<Fact>& facts, const Asked& asked) {
    Answer answer;
    std::vector<std::string> cut;
    for (const Fact& fact : facts) {
        if (!is_selected(state, fact, asked)) continue;
        const Use use = use_of(state, fact, asked.period);
        if (use == Use::cut) cut.push_back(fact.source);
        if (use != Use::counts) continue;
        answer.exists = true;
        answer.ore += fact.ore;
    }
    std::sort(cut.begin(), cut.end());
    answer.cut = static_cast<std::size_t>(std::unique(cut.begin(), cut.end()) - cut.begin());
    return answer;
}

}  // namespace styrkedja::oracle
