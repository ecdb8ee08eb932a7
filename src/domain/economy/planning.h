// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/organisation/organisation.h"
#include "domain/values/id.h"
#include "domain/values/money.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

// What makes budgets and forecasts beside the amounts themselves.
namespace styrkedja {

struct Account;
struct FigureVersion;
struct Project;
struct Service;

// How a year's amount is laid out over its months.
enum class Spread : std::uint8_t {
    twelfths,          // the same every month
    pattern,           // as the outcome of an earlier year lay
    weights            // as the key says
};
struct SpreadingKey {
    Id id;
    std::string name;
    Spread spread = Spread::twelfths;
    Words weights;                    // weights: one number for each month, January first
    Ref<FigureVersion> of;            // pattern: whose months
    int year = 0;                     // pattern: of which year; 0 = the year before the budget's
    std::vector<Ref<Account>> accounts;   // only these and those below them; empty = all
    Ref<SpreadingKey> otherwise;      // for other accounts, and where the pattern has nothing; empty = twelfths
};

// Why a forecast differs from the budget.
enum class CauseRole : std::uint8_t { volume, price, vacancy, timing, one_off, other };
struct ForecastCause {
    Id id;
    std::string name;
    CauseRole role = CauseRole::other;
};

// A line of a forecast: what a unit believes that the year's amount on an account will be. Or an adjustment that a higher
// level lays beside those of its units: its own row on its own unit, which never changes theirs.
struct Forecast {
    Id id;                            // unit/account/version/service/project/adjustment
    Ref<Unit> unit;                   // whose; an adjustment: the level that makes it
    Ref<Account> account;
    Ref<FigureVersion> version;       // the forecast of which occasion
    Ref<Service> service;
    Ref<Project> project;
    Id adjustment;                    // empty = the unit's own; else a name, several on one account
    int year = 0;                     // of which year; 0 = the occasion's
    Decimal amount;                   // of the whole year, in the result's sign; an adjustment: what it adds
    MoneyUnit in = MoneyUnit::pack;
    std::string author;
    Date made;
    Ref<ForecastCause> cause;
    Ref<Unit> concerns;               // an adjustment: whose forecast it doubts; empty = all below
    std::vector<AnyRef> measures;     // what is done about it, with their effects
    Prose comment;
};

// What units are charged for inside the municipality: staff overhead (PO), internal rent and interest. The charge is a
// rate on what the unit has booked on the base accounts; the other end is income of the counter unit.
struct InternalCharge {
    Id id;
    std::string name;
    Ref<FigureVersion> version;       // in which figures
    Validity valid;
    std::vector<Ref<Account>> base;   // on what, with those below
    Decimal rate;                     // per cent of the base
    Ref<Account> account;             // where the unit's cost stands
    Ref<Unit> counter_unit;           // who gets it
    Ref<Account> counter_account;     // and on what
    Id counterparty;                  // the mark of internal, so that totals eliminate it
    std::string source;               // who decided the rate
};

}  // namespace styrkedja
