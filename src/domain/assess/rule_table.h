// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/assess/rule.h"

namespace styrkedja::assess {

// Where each dimension is: the number of its class (0 = best), then nothing, then unknown.
using Combination = std::vector<std::size_t>;

// A rule with its names looked up, so that it can be applied and enumerated. Names that don't exist match
// nothing; examine() reports them.
class RuleTable {
  public:
    RuleTable(const Rule& rule, Scale scale);

    // The result of a clause: a place in the scale, or "not measured", or a value that the scale doesn't
    // have.
    enum class Kind : std::uint8_t { rated, unrated, no_such_value };
    struct Result {
        Kind kind = Kind::unrated;
        std::size_t value = 0;
        friend bool operator==(const Result&, const Result&) = default;
    };

    std::size_t dimensions() const { return states_.size(); }
    std::size_t states(std::size_t dimension) const { return states_[dimension]; }
    std::size_t nothing(std::size_t dimension) const { return states_[dimension] - 2; }
    std::size_t unknown(std::size_t dimension) const { return states_[dimension] - 1; }
    const Result& result_of(std::size_t clause) const { return results_[clause]; }
    std::size_t clauses() const { return results_.size(); }
    bool holds(std::size_t clause, const Combination& combination) const;

    // The combination is settled before any clause: not measured, since nothing is there or too little is
    // known.
    bool is_settled(const Combination& combination) const;

    // The first clause that holds; nothing = a hole.
    std::optional<std::size_t> clause_for(const Combination& combination) const;

  private:
    const Rule& rule_;
    std::vector<std::size_t> states_;
    std::vector<std::vector<std::uint64_t>> accepts_;  // per clause and dimension: a bit for each state
    std::vector<Result> results_;
};

RuleTable::Result find_result(const std::string& id, Scale scale);

// The number of the class that holds the value; nothing in a gap between classes. `just_short`: see
// Achievement.
std::optional<std::size_t> class_of(const std::vector<Class>& classes, const Exact& value, bool just_short);

// How ratings of goals below weigh together; `ratings` are places in the scale, at least one. Nothing where
// there is no majority.
std::optional<std::size_t> weigh_together(Method method, std::vector<std::size_t> ratings);

}  // namespace styrkedja::assess
