// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "base/problem.h"
#include "domain/economy/economy.h"
#include "domain/values/period.h"

namespace styrkedja {

struct State;

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
    const std::vector<NodeSpan>& spans() const { return spans_; }  // apart, in order
    friend AccountSet operator&(const AccountSet& a, const AccountSet& b);

  private:
    explicit AccountSet(bool is_all) : is_all_(is_all) {}
    bool is_all_;
    std::vector<NodeSpan> spans_;
};

// Which facts: those of the unit and the units below it, on the accounts, for the service and project (each
// with everything below it), with the counterparty. What is not named does not narrow. A named thing that
// does not exist selects nothing.
enum class Internal : std::uint8_t { with, without, only };   // facts whose counterparty is another unit of the municipality

struct FactSelection {
    Node unit = no_node;  // must be a unit
    Node under = no_node;  // only what the unit had while it stood directly below this one; no_node = always
    AccountSet accounts = AccountSet::all();
    Node service = no_node, project = no_node;  // no_node = any
    std::string_view counterparty;              // empty = any
    Internal internal = Internal::with;
    bool nothing = false;                       // something was named that does not exist
};

// The sum of facts, in öre and in the result's sign; no number where there is no fact at all: missing is not
// zero.
struct FactSum {
    Exact ore = Exact::none();
    std::vector<const EconomyFact*> facts;               // in the order of the index: by account, then id
    std::vector<const EconomyFact*> cut;  // have days in the period and days outside it: not counted
    bool has_investment = false, has_operation = false;  // both: two kinds of money that no report adds up
};

// All facts of the economy of one state, so arranged that a cell of a table is found at once. It points into
// the state, which must outlive it; both are immutable.
//
// Which unit a fact belongs under follows from the organisation on the fact's last day: what a committee had
// before a department left it stays the committee's. A fact counts in a period that contains all of its days;
// a balance (asset, equity, liability) only when that very day (or a budget's very year) is asked for.
class EconomyIndex {
  public:
    explicit EconomyIndex(const State& state);

    Node unit(std::string_view id) const { return find(units_, id); }
    Node service(std::string_view id) const { return find(services_, id); }
    Node project(std::string_view id) const { return find(projects_, id); }
    bool has_account(std::string_view id) const { return find(accounts_, id) != no_node; }
    bool has_version(std::string_view id) const { return versions_.contains(std::string(id)); }
    AccountSet account(std::string_view id) const;                     // with everything below it
    AccountSet accounts(const std::vector<Ref<Account>>& list) const;  // empty list = all

    // Is something of that unit and service, on that day, part of what is selected? (Accounts and projects aside.)
    bool selects(const FactSelection& selection, std::string_view unit, std::string_view service, Date day) const;

    FactSum sum(const FactSelection& selection, std::string_view version, const Period& period) const;

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
    using Names = std::unordered_map<std::string_view, Node>;
    struct Forest {                   // a tree that does not change with time
        Names numbers;                // id -> number in preorder
        std::vector<NodeSpan> below;  // by number: itself and everything below
    };
    struct Entry {
        const EconomyFact* fact;
        std::int64_t ore;
        std::int32_t account, service, project;
        Date start, end;
        Date stands_on;   // the day whose tree of units decides under which the fact is
        AccountKind kind;
    };

    static Node find(const Names& names, std::string_view id);
    static Node find(const Forest& forest, std::string_view id) { return find(forest.numbers, id); }
    template <class T, class TableOfT>
    static Forest forest_of(const TableOfT& things);
    const Unit* parent_on(const Unit& unit, Date day) const;
    bool stood_under(Node unit, Node above, const Entry& entry) const;
    void place_facts();
    std::vector<Node> chain_of(const Unit& unit, Date day) const;  // itself and those above it
    void add_matching(FactSum& sum, std::int64_t& ore, const std::vector<Entry>& entries, NodeSpan accounts,
                      const FactSelection& selection, const Period& period) const;

    const State* state_;
    std::shared_ptr<const std::vector<EconomyFact>> lines_;   // of forecasts, as facts of their years
    Names units_;
    std::vector<const Unit*> unit_at_;  // by node
    std::unordered_map<std::string_view, std::vector<const Unit*>>
        once_below_;  // by any parent it ever had, by order
    Forest accounts_, services_, projects_;
    std::unordered_map<std::string, std::int32_t> versions_;
    std::vector<bool> restated_;   // by version
    // By version and unit: the facts of that unit and of all below it, by account.
    std::vector<std::vector<std::vector<Entry>>> entries_;
};

// What must hold between the facts beyond what each says by itself:
//   facts_of_one_key_overlap           two facts of one key have days in common, and would be added up twice
//   balance_needs_a_day                the outcome of an asset, equity or liability in a period that isn't a
//   day named_figure_has_no_definition     a named figure with neither accounts nor formula
//   named_figure_has_two_definitions   with both
void check_economy(const State& state, const State& looked, Problems& problems);

}  // namespace styrkedja
