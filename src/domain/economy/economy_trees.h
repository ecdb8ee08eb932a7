// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/economy/facts.h"

namespace styrkedja {

// A balance is what is owned or owed on a day; all other accounts tell what happened in a time.
inline bool is_balance(AccountKind kind) {
    return kind == AccountKind::asset || kind == AccountKind::equity || kind == AccountKind::liability;
}

inline Date last_day(const Period& period) {
    return Date::from_days(period.end().days() - 1);
}

// After every change of the organisation: what is said of it last holds. (The last day that a Date can be.)
inline Date end_of_time() {
    return *Date::parse("2199-12-31");
}

// A tree that does not change with time.
struct Forest {
    std::unordered_map<std::string_view, Node> numbers;   // id -> number in preorder
    std::vector<NodeSpan> below;                          // by number: itself and everything below
    std::vector<std::string_view> ids;                    // by number
    std::vector<int> depth;                               // by number: 0 at the top

    Node find(std::string_view id) const {
        auto it = numbers.find(id);
        return it == numbers.end() ? no_node : it->second;
    }
    // Is the node that one, or below it? No node wanted: all are.
    bool in_branch(Node wanted, Node node) const {
        return wanted == no_node || (node != no_node && below[static_cast<std::size_t>(wanted)].has(node));
    }
    std::size_t size() const { return below.size(); }
};

// The economy's trees: accounts, services and projects, and the units, whose tree changes with time.
class EconomyTrees {
  public:
    explicit EconomyTrees(const State& state);

    const State& state() const { return *state_; }
    Forest accounts, services, projects;
    std::vector<AccountKind> account_kinds;   // by node

    Node unit(std::string_view id) const;
    const Unit& unit_at(Node node) const { return *unit_at_[static_cast<std::size_t>(node)]; }
    std::size_t unit_count() const { return unit_at_.size(); }
    const Unit* parent_on(const Unit& unit, Date day) const;
    Node parent_on(Node unit, Date day) const;
    std::vector<Node> chain_of(Node unit, Date day) const;   // itself and those above it, nearest first
    // By unit: is it that one, or below it on that day? No unit wanted: all are.
    std::vector<char> units_in(Node wanted, Date day) const;

    std::vector<const Unit*> units_below(std::string_view unit, Date day) const;
    std::vector<const Unit*> units_within(std::string_view unit, Date day) const;
    std::vector<const Unit*> units_above(std::string_view unit, Date day) const;
    bool is_within(std::string_view unit, std::string_view ancestor, Date day) const;
    const std::vector<const Unit*>& units_once_below(std::string_view unit) const;   // at any time, by order

  private:
    const State* state_;
    std::unordered_map<std::string_view, Node> units_;
    std::vector<const Unit*> unit_at_;
    std::unordered_map<std::string_view, std::vector<const Unit*>> once_below_;
};

}  // namespace styrkedja
