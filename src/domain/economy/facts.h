// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/problem.h"
#include "domain/economy/economy.h"
#include "domain/economy/sourced_fact.h"
#include "domain/values/period.h"

namespace styrkedja {

struct State;
struct LedgerBatch;
class FactEngine;

// A place in one of the economy's trees (units, accounts, services, projects); -1 is no place.
using Node = std::int32_t;
inline constexpr Node no_node = -1;

// A tree's things numbered so that a thing and everything below it are a row of consecutive numbers.
struct NodeSpan {
    std::int32_t first = 0, end = 0;
    bool has(std::int32_t number) const { return first <= number && number < end; }
};

// Some accounts, each with everything below it; `all` = every account.
class AccountSet {
  public:
    static AccountSet all() { return AccountSet(true); }
    static AccountSet none() { return AccountSet(false); }
    static AccountSet of(std::vector<NodeSpan> spans);

    bool is_all() const { return is_all_; }
    bool has(Node account) const;
    const std::vector<NodeSpan>& spans() const { return spans_; }  // apart, in order
    friend AccountSet operator&(const AccountSet& a, const AccountSet& b);

  private:
    explicit AccountSet(bool is_all) : is_all_(is_all) {}
    bool is_all_;
    std::vector<NodeSpan> spans_;
};

// Facts whose counterparty is another unit of the municipality (a counterparty of kind `internal`, named by its id or by a
// code of its): with them, without them (as a municipality's totals are), or only them.
enum class Internal : std::uint8_t { with, without, only };

// Which facts: those of the unit and the units below it, on the accounts, for the service and project (each
// with everything below it), with the counterparty. What is not named does not narrow. A named thing that
// does not exist selects nothing.
struct FactSelection {
    Node unit = no_node;  // must be a unit
    Node under = no_node;  // only what the unit had while it stood directly below this one; no_node = always
    AccountSet accounts = AccountSet::all();
    Node service = no_node, project = no_node;  // no_node = any
    std::string_view counterparty;              // as a fact or the ledger has it, or a counterparty's id; empty = any
    Internal internal = Internal::with;
    bool nothing = false;                       // something was named that does not exist
};

// Rows of a batch's columns (ledger/columns.h), by number.
struct LedgerRows {
    const LedgerBatch* batch = nullptr;
    std::vector<std::uint32_t> rows;
};

// The sum of facts, in öre and in the result's sign; no number where there is no fact at all: missing is not
// zero.
struct FactSum {
    Exact ore = Exact::none();
    // What it adds up: by account, then as their sources come ("economy/…" by id). A ledger's facts stand last: one for
    // each batch and month that has any, which names the batch and its month and has neither unit nor account.
    std::vector<const SourcedFact*> facts;
    std::vector<const SourcedFact*> cut;  // have days in the period and days outside it: not counted
    bool has_investment = false, has_operation = false;  // both: two kinds of money that no report adds up
    std::vector<LedgerRows> ledger;       // which rows of which batches; only from explain()
};

// What sums are made by.
enum class By : std::uint8_t { unit, account, service, project, counterparty, month, code };
struct Dimension {
    By by = By::unit;
    int level = -1;            // units, accounts, services, projects: told at that level of their tree (0 = the top);
                               // -1 = where they stand. What stands above the level is told where it stands.
    std::string_view code;     // By::code: of which free code part ("objekt")
};
struct TotalsQuery {
    FactSelection where;       // without a unit: all units
    std::string_view version;
    Period period;
    std::vector<Dimension> by;
    // Does pieces of work, at the same time or not, and comes back when all are done; none = one after the other, here. The
    // answer is the same however many pieces there are.
    std::function<void(std::size_t pieces, const std::function<void(std::size_t piece)>& work)> run;
    std::size_t pieces = 1;
};

// Sums by many things at once: one for each combination of keys that has a fact, by their numbers in the query's order. A
// key is a node (no_node = none); By::month: YYYYMM of a month, else the year of a longer time's last day; counterparties
// and free codes: the number of their text in `texts`.
struct Totals {
    struct Sum {
        Exact ore = Exact(0);          // no number: more than 64 bits of öre
        std::uint64_t facts = 0;       // rows of columns, or facts
    };
    std::size_t keys_each = 0;
    std::vector<std::int32_t> keys;    // keys_each for each sum
    std::vector<Sum> sums;
    std::vector<std::string> texts;    // [0] = ""
    std::uint64_t cut = 0;             // facts with days inside the period and outside it: in no sum
};

// All facts of the economy of one state, so arranged that a cell of a table is found at once: facts of packs, forecasts,
// internal charges, what is made from them (FigureVersion::of), and the ledgers' columns (State::ledger). It points into
// the state, which must outlive it; both are immutable. A version's facts are arranged when it is first asked for; many
// threads may ask.
//
// Which unit a fact belongs under follows from the organisation on the fact's last day: what a committee had
// before a department left it stays the committee's. A fact counts in a period that contains all of its days;
// a balance (asset, equity, liability) only when that very day (or a budget's very year) is asked for.
//
// Of a ledger: what a code is follows from the code map on the month's last day (code_map.h); rows whose account or unit
// is nobody's are in no sum (left_out.h tells them). Debit and credit are turned here, once: an asset keeps the ledger's
// sign, all others turn it. A balance on the last day of a month is the year's opening balance and what was booked in the
// months up to it, and is none where a month of them is in no batch.
class EconomyIndex {
  public:
    explicit EconomyIndex(const State& state);
    ~EconomyIndex();
    EconomyIndex(const EconomyIndex&) = delete;
    EconomyIndex& operator=(const EconomyIndex&) = delete;

    Node unit(std::string_view id) const;
    Node service(std::string_view id) const;
    Node project(std::string_view id) const;
    bool has_account(std::string_view id) const;
    bool has_version(std::string_view id) const;
    AccountSet account(std::string_view id) const;                     // with everything below it
    AccountSet accounts(const std::vector<Ref<Account>>& list) const;  // empty list = all
    // What stands at a node of that dimension; empty where none does. (Counterparties, months, codes: none.)
    std::string_view id_at(By by, Node node) const;

    // Is something of that unit and service, on that day, part of what is selected? (Accounts and projects aside.)
    bool selects(const FactSelection& selection, std::string_view unit, std::string_view service, Date day) const;

    FactSum sum(const FactSelection& selection, std::string_view version, const Period& period) const;
    // The same with the rows of the ledgers' columns: slower, for one figure that somebody wants to follow.
    FactSum explain(const FactSelection& selection, std::string_view version, const Period& period) const;
    Totals totals(const TotalsQuery& query) const;

    // The units directly below on that day, by order; those that exist then.
    std::vector<const Unit*> units_below(std::string_view unit, Date day) const;
    // The unit itself and all below it on that day, each before those below it.
    std::vector<const Unit*> units_within(std::string_view unit, Date day) const;
    // Units that have ever stood directly below it, by order, and that had facts ending in that time while they
    // did: those that have moved, ended or not begun are among them.
    std::vector<const Unit*> units_with_facts_below(std::string_view unit, Date first, Date last) const;
    // Those above it, nearest first.
    std::vector<const Unit*> units_above(std::string_view unit, Date day) const;
    // Is the unit that one, or below it on that day?
    bool is_within(std::string_view unit, std::string_view ancestor, Date day) const;

  private:
    std::unique_ptr<const FactEngine> engine_;
};

// What must hold between the facts beyond what each says by itself:
//   facts_of_one_key_overlap           two facts of one key have days in common, and would be added up twice
//   balance_needs_a_day                the outcome of an asset, equity or liability in a period that isn't a
//   day named_figure_has_no_definition     a named figure with neither accounts nor formula
//   named_figure_has_two_definitions   with both
void check_economy(const State& state, const State& looked, Problems& problems);

}  // namespace styrkedja
