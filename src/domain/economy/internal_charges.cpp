// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "domain/economy/description.h"
#include "domain/economy/sourced_fact.h"
#include "domain/state/state.h"

// Staff overhead, internal rent and internal interest (KL and LKBR leave them to the municipality; RKR R14 asks that they are
// described): the unit's cost is a rate on what it has on the base accounts, the counter unit's income is the same.
//
// - On income, cost and investment the charge is the rate of each amount, in that amount's period: months get months'.
// - On balances (assets that carry interest) the rate is of a year, and the charge is laid on the months after the balance's
//   day, until the next balance of the same unit, account, service and project, at most twelve; and not past the last day for
//   which the version has other amounts. Budgets' balances of a whole year are charged for that year.
// - The rate that counts is that of the charge which holds on the period's last day.
// - Each charge is rounded to whole öre, half away from zero; months of a balance so that any number of them sum to the
//   rounded charge of that many. The counter unit gets exactly the sum of what units pay, so that all sums to zero.
// - The unit's cost keeps service and project (capital cost follows the investment); the counter unit's income has neither.
// - Charges are never charged on; nor is what a ledger has booked: it has its own.
namespace styrkedja {
namespace {

bool is_balance(AccountKind kind) {
    return kind == AccountKind::asset || kind == AccountKind::equity || kind == AccountKind::liability;
}

Date last_day_of(const Period& period) { return Date::from_days(period.end().days() - 1); }

// The month that begins `after` months after the day's own.
Period month_after(Date day, int after) {
    int months = day.year() * 12 + day.month() - 1 + after;
    std::string month = std::to_string(months % 12 + 1);
    return Period::parse(std::to_string(months / 12) + (month.size() < 2 ? "-0" : "-") + month).value_or(Period());
}

std::int64_t share(std::int64_t ore, const Decimal& rate, std::int64_t parts, std::int64_t of) {
    Exact part = Exact(ore) * Exact(rate) * Exact::fraction(parts, 100 * of);
    return part.exists() ? part.rounded(0).units() : 0;
}

class Charging {
  public:
    Charging(const State& state, const InternalCharge& charge, std::span<const SourcedFact> facts)
        : state_(state), charge_(charge), facts_(facts) {}

    void add_to(std::vector<SourcedFact>& charged) {
        for (const SourcedFact& fact : facts_) {
            if (fact.version != charge_.version.str() || !fact.period.exists()) continue;
            const Account* account = state_.accounts.find(fact.account);
            if (!account) continue;
            bool is_on_balance = is_balance(account->kind);
            if (!is_on_balance && (!through_.exists() || through_ < last_day_of(fact.period))) through_ = last_day_of(fact.period);
            if (!is_charged(*account) || fact.kind == &description<LedgerBatch>()) continue;
            if (is_on_balance && fact.period.shape() == PeriodShape::day)
                balances_.push_back(&fact);
            else
                charge(fact, fact.period, is_on_balance ? -share(fact.ore, charge_.rate, 1, 1) : share(fact.ore, charge_.rate, 1, 1));
        }
        charge_balances();
        for (const auto& [days, income] : income_) {
            made_.push_back({charge_.counter_unit.str(), charge_.counter_account.str(), {}, {}, charge_.counterparty.str(),
                             charge_.version.str(), income.period, -income.ore, &description<InternalCharge>(), charge_.id.str()});
        }
        charged.insert(charged.end(), made_.begin(), made_.end());
    }

  private:
    struct Income {
        Period period;
        std::int64_t ore = 0;
    };

    bool is_charged(const Account& account) {
        auto [it, is_new] = known_.try_emplace(&account);
        if (!is_new) return it->second;
        const Account* above = &account;
        for (int depth = 0; above && depth < 64; ++depth) {
            for (const Ref<Account>& base : charge_.base) it->second = it->second || base.id == above->id;
            above = state_.accounts.find(above->parent.str());
        }
        return it->second;
    }

    void charge(const SourcedFact& fact, const Period& period, std::int64_t ore) {
        if (ore == 0 || !charge_.valid.holds_on(last_day_of(period))) return;
        made_.push_back({fact.unit, charge_.account.str(), fact.service, fact.project, charge_.counterparty.str(), fact.version,
                         period, ore, &description<InternalCharge>(), charge_.id.str()});
        Income& income = income_[{period.start().days(), period.end().days()}];
        income.period = period;
        income.ore += ore;
    }

    void charge_balances() {
        auto key = [](const SourcedFact* fact) {
            return std::tie(fact->unit, fact->account, fact->service, fact->project, fact->counterparty);
        };
        std::stable_sort(balances_.begin(), balances_.end(), [&](const SourcedFact* a, const SourcedFact* b) {
            return std::pair(key(a), a->period.start().days()) < std::pair(key(b), b->period.start().days());
        });
        for (std::size_t i = 0; i < balances_.size(); ++i) {
            const SourcedFact& balance = *balances_[i];
            bool has_next = i + 1 < balances_.size() && key(balances_[i + 1]) == key(&balance);
            Date next = has_next ? balances_[i + 1]->period.start() : Date();
            for (int month = 1; month <= 12; ++month) {
                Period period = month_after(balance.period.start(), month);
                if ((has_next && next < period.start()) || !through_.exists() || through_ < last_day_of(period)) break;
                charge(balance, period,
                       share(balance.ore, charge_.rate, month - 1, 12) - share(balance.ore, charge_.rate, month, 12));
            }
        }
    }

    const State& state_;
    const InternalCharge& charge_;
    std::span<const SourcedFact> facts_;
    Date through_;   // the last day that the version has other amounts than balances for
    std::unordered_map<const Account*, bool> known_;
    std::vector<const SourcedFact*> balances_;
    std::vector<SourcedFact> made_;
    std::map<std::pair<std::int32_t, std::int32_t>, Income> income_;   // by first and end day
};

}  // namespace

std::vector<SourcedFact> charged_facts(const State& state, std::span<const SourcedFact> facts) {
    std::vector<SourcedFact> charged;
    for (const InternalCharge& charge : state.internal_charges) Charging(state, charge, facts).add_to(charged);
    return charged;
}

}  // namespace styrkedja
