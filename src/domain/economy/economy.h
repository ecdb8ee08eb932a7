// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/model/model.h"
#include "domain/organisation/organisation.h"
#include "domain/values/dated.h"
#include "domain/values/id.h"
#include "domain/values/money.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

namespace styrkedja {

struct CarryOver;
struct Goal;
struct SpreadingKey;

// What an account means for the result. Facts on income, cost, grant, tax and finance carry the result's sign
// (income +, cost -); investments too (expenditure -). Balance accounts are positive on their own side.
enum class AccountKind : std::uint8_t { income, cost, grant, tax, finance, result, investment, asset, equity, liability };

// An account, account group or cost type, as the reports show them. A parent is the sum of its children and of
// the facts that are booked directly on it.
struct Account {
    Id id;
    Dated<std::string> name;
    std::string code;
    Ref<Account> parent;
    AccountKind kind = AccountKind::cost;
    int order = 0;
    Tags tags;
};

// What the money is for (verksamhet).
struct Service {
    Id id;
    Dated<std::string> name;
    std::string code;
    Ref<Service> parent;
    int order = 0;
    Tags tags;
};

// A project, of operation or investment.
struct Project {
    Id id;
    std::string name, number;
    Ref<Unit> unit;
    Ref<Project> parent;
    std::vector<Ref<Goal>> goals;     // which it serves, on any level
    std::string priority;
    std::string phase;                // the municipality's word: "ny", "pågående", "reinvestering"
    Period start, end;                // end empty = running, without an end
    std::string time;                 // the timetable in words
    std::optional<Decimal> decided_total;   // investments: the expenditure decided for all years, above zero; none = not stated
    MoneyUnit in = MoneyUnit::pack;
    Period planned_end;               // when it was to be finished when it was decided; slippage counts from it
    bool finished = false;
    Prose purpose, running_costs, financing, consequences, child_impact;
    int order = 0;
    Tags tags;
};

enum class FigureKind : std::uint8_t { budget, outcome, forecast, plan };

// A version of the figures: the council's budget, the outcome, the forecast of one occasion. Formulas name them.
struct FigureVersion {
    Id id;                            // "budget", "outcome", "prognos-aug-2012"
    std::string name;                 // "Prognos augusti"
    FigureKind kind = FigureKind::outcome;
    Ref<Occasion> occasion;           // forecasts: when it was made
    std::string decided;              // who decided, date, §
    bool restated = false;            // told for the organisation as it is now, also of days before its units began
    // Made from another version, never typed: its facts with the budget changes decided by that day (none = all), laid out
    // over months by that key, or (restated) told for the new organisation by the reorganisations' keys. With none of these:
    // typed, and divides that version over units (internal budget).
    Ref<FigureVersion> of;
    bool with_changes = false;
    Date through;
    Ref<SpreadingKey> spread;
    Date frozen;                      // forecasts: from that day on it stands, and is never changed
};

// A fact of the economy: an amount in the result's sign for a unit, account, and where known service, project and
// counterparty, in one version and period. Its id is its key. Never added up with a fact of another account.
struct EconomyFact {
    Id id;
    Ref<Unit> unit;
    Ref<Account> account;
    Ref<Service> service;
    Ref<Project> project;
    std::string counterparty;
    Ref<FigureVersion> version;
    Period period;
    Decimal amount;                   // as written
    MoneyUnit in = MoneyUnit::pack;    // the unit in which it is written
    Tags notes;                       // footnotes
    Tags codes;                       // free code parts ("aktivitet=4711")
    Money money() const;              // whole öre: checked at loading
};

// Pupils, places, visits, hours: quantities beside amounts, with a price where there is one.
struct Volume {
    Id id;
    std::string name;
    Ref<Unit> unit;
    Ref<Service> service;
    Ref<FigureVersion> version;
    Period period;
    Decimal quantity;
    std::string measure;              // "elever"
    std::optional<Decimal> price;     // per unit of the quantity; none = not stated
    MoneyUnit in = MoneyUnit::pack;
};

// A named figure with its definition ("Nettokostnad", "Resultat", "K/I-tal"): which accounts or which formula.
// One document may use two definitions of one word; they are two figures.
struct NamedFigure {
    Id id;
    std::string name;
    std::vector<Ref<Account>> accounts;   // the figure is these accounts; else
    Formula formula;                      // it is computed
    std::string unit;                     // "tkr", "%", "" = plain number; empty with accounts = money
    int decimals = 0;
    Prose definition;
};

// A change of a committee's or unit's budget, with who decided. The bridge between two budgets is the sum of these.
struct BudgetChange {
    Id id;
    std::string name;
    Ref<Unit> unit;
    Ref<Service> service;
    Ref<BudgetChangeKind> kind;
    int year = 0;
    Decimal amount;                   // this year; in the sign of the frame: more frame is +
    std::optional<Decimal> full_year; // none = not stated
    MoneyUnit in = MoneyUnit::pack;
    bool one_off = false;
    Ref<Unit> counter_unit;           // the other end of a transfer
    Ref<FigureVersion> version;       // the budget that it changes; empty = every budget made with changes
    Ref<Account> account;             // on which line; empty = the frame is told as a whole
    Ref<Project> project;
    Ref<Account> counter_account;     // the other end's line; empty = the same
    Ref<Service> counter_service;     // the same
    Ref<CarryOver> carry_over;        // the request that it grants
    Ref<Unit> decided_by;
    Date decided;
    std::string paragraph;            // "§ 112"
    Prose reason;
    int order = 0;
};

// A unit whose surplus or deficit is taken along, up to a share of its budget.
struct ResultUnit {
    Id id;
    Ref<Unit> unit;
    int year = 0;
    // Amounts that are not stated are none, which is not 0.
    std::optional<Decimal> result;    // the year's, in the result's sign
    std::optional<Decimal> brought_forward;  // accumulated from earlier years
    std::optional<Decimal> carried;   // taken along to next year
    std::string limit;                // share of the budget ("10 %")
    std::optional<Decimal> budget;
    MoneyUnit in = MoneyUnit::pack;
    Prose comment;
};

// A request to take unused budget along (ombudgetering), decided with the accounts.
struct CarryOver {
    Id id;
    std::string name;
    Ref<Unit> unit;
    Ref<Project> project;
    int year = 0;                     // of the accounts
    Decimal amount;
    MoneyUnit in = MoneyUnit::pack;
    bool investment = false;
    Prose reason;
    std::string decision;
    int order = 0;
};

// A government grant that the committee has or applies for.
struct Grant {
    Id id;
    std::string name;
    std::string payer;
    Prose purpose;
    Ref<Unit> unit;                   // whose grant it is
    Words concerned;                  // the activities concerned, in the municipality's words
    int year = 0;
    Decimal amount;
    MoneyUnit in = MoneyUnit::pack;
    std::string in_budget;            // "yes", "no" or empty = not stated
    int order = 0;
};

}  // namespace styrkedja
