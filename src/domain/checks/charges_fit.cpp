// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"
#include "domain/economy/description.h"

// Internal charges: that they are eliminated, stand on accounts of the right kind, and begin and end between amounts.
namespace styrkedja::checks {
namespace {

void check_kind(const State& state, const InternalCharge& charge, const Ref<Account>& ref, std::string_view field,
                AccountKind wanted, Problems& problems) {
    const Account* account = state.accounts.find(ref.str());
    if (!account || account->kind == wanted) return;
    bool is_cost = wanted == AccountKind::cost;
    problems.add("charge_account_does_not_fit", Severity::error, place_of(charge, field),
                 {{"name", charge.name},
                  {"account", account->id.str()},
                  {"wanted_sv", is_cost ? "kostnadskonto" : "intäktskonto"},
                  {"wanted_en", is_cost ? "cost" : "income"}});
}

bool is_on(const State& state, const InternalCharge& charge, const Ref<Account>& ref) {
    const Account* account = state.accounts.find(ref.str());
    for (int depth = 0; account && depth < 64; ++depth) {
        for (const Ref<Account>& base : charge.base) {
            if (base.id == account->id) return true;
        }
        account = state.accounts.find(account->parent.str());
    }
    return false;
}

// The first day of the amount on which the charge changes; none where it doesn't.
Date change_within(const Validity& valid, const Period& period) {
    Date first = period.start();
    if (valid.from.exists() && first < valid.from && valid.from < period.end()) return valid.from;
    if (valid.to.exists() && !(valid.to < first)) {
        Date after = Date::from_days(valid.to.days() + 1);
        if (after < period.end()) return after;
    }
    return Date();
}

void check_days(const State& state, const InternalCharge& charge, Problems& problems) {
    if (!charge.valid.from.exists() && !charge.valid.to.exists()) return;
    const EconomyFact* first = nullptr;
    Date day;
    int more = 0;
    for (const EconomyFact& fact : state.economy) {
        if (fact.version.id != charge.version.id || !fact.period.exists()) continue;
        Date change = change_within(charge.valid, fact.period);
        if (!change.exists() || !is_on(state, charge, fact.account)) continue;
        if (first) ++more;
        else first = &fact, day = change;
    }
    if (!first) return;
    problems.add("charge_changes_within_fact", Severity::warning, place_of(charge, "valid"),
                 {{"name", charge.name},
                  {"day", day.str()},
                  {"period", first->period.str()},
                  {"more", more > 0 ? std::to_string(more) : std::string()}});
}

}  // namespace

void charges_fit(const State& state, const State& looked, Problems& problems) {
    for (const InternalCharge& charge : looked.internal_charges) {
        const Counterparty* counterparty = state.counterparties.find(charge.counterparty.str());
        if (!counterparty || counterparty->kind != CounterpartyKind::internal)
            problems.add("charge_is_not_internal", Severity::warning, place_of(charge, "counterparty"), {{"name", charge.name}});
        check_kind(state, charge, charge.account, "account", AccountKind::cost, problems);
        check_kind(state, charge, charge.counter_account, "counter-account", AccountKind::income, problems);
        check_days(state, charge, problems);
    }
}

}  // namespace styrkedja::checks
