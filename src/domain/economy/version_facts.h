// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/sourced_fact.h"

namespace styrkedja {

// The facts of each version: what is typed, and what is made of it. For checks, that weigh budgets without
// asking for sums of everything. What ledgers hold is not among them (`is_whole` says so): sums of those are
// the engine's.
class VersionFacts {
  public:
    explicit VersionFacts(const State& state) : state_(&state) {}

    std::span<const SourcedFact> of(std::string_view version);
    // No ledger's batch and nothing restated is in it, nor in what it is made of.
    bool is_whole(std::string_view version) const;

  private:
    const std::vector<SourcedFact>& find(std::string_view version);

    const State* state_;
    bool has_read_ = false;
    std::map<std::string, std::vector<SourcedFact>, std::less<>> facts_;
};

}  // namespace styrkedja
