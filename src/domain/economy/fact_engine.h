// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/economy/code_map.h"
#include "domain/economy/economy_trees.h"
#include "domain/economy/fact_book.h"

namespace styrkedja {

// What stands behind EconomyIndex (facts.h): the trees, the code map, and each version's facts, which are arranged when
// they are first asked for.
class FactEngine {
  public:
    explicit FactEngine(const State& state);

    const EconomyTrees& trees() const { return trees_; }
    const CodeMap& codes() const { return codes_; }

    // A version's facts; null where there is no such version.
    const FactBook* facts(std::string_view version) const;
    std::size_t versions() const { return versions_.size(); }
    const FactBook& facts_at(std::size_t version) const;
    bool has_version(std::string_view id) const { return numbers_.contains(id); }

  private:
    struct OfVersion {
        const FigureVersion* version = nullptr;
        std::vector<SourcedFact> typed;
        mutable std::once_flag arranged;
        mutable std::optional<FactBook> facts;
    };
    std::vector<SourcedFact> facts_of(const OfVersion& version, std::size_t depth) const;

    const State* state_;
    EconomyTrees trees_;
    CodeMap codes_;
    std::map<std::string_view, std::size_t> numbers_;   // by id
    std::deque<OfVersion> versions_;                    // by id
};

}  // namespace styrkedja
