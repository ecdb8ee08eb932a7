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
#include "domain/economy/ledger_book.h"
#include "domain/economy/reorganised.h"

namespace styrkedja {

// What stands behind EconomyIndex (facts.h): the trees, the code map, and each version's facts, which are arranged when
// they are first asked for.
class FactEngine {
  public:
    explicit FactEngine(const State& state);

    const EconomyTrees& trees() const { return trees_; }
    const CodeMap& codes() const { return codes_; }

    // What is known of a version: facts that came one by one, and what the ledgers say.
    struct Books {
        Books(const EconomyTrees& trees, const CodeMap& codes, std::vector<SourcedFact> typed, std::vector<LedgerPart> parts,
              bool restated)
            : facts(trees, codes, std::move(typed), restated), ledger(trees, std::move(parts)) {}
        FactBook facts;
        LedgerBook ledger;
    };
    const Books* books(std::string_view version) const;   // null where there is no such version
    std::size_t versions() const { return versions_.size(); }
    const Books& books_at(std::size_t version) const;
    bool has_version(std::string_view id) const { return numbers_.contains(id); }

  private:
    struct OfVersion {
        const FigureVersion* version = nullptr;
        std::vector<SourcedFact> typed;
        mutable std::once_flag arranged;
        mutable std::optional<Books> books;
    };
    // What books are made of.
    struct Raw {
        std::vector<SourcedFact> facts;
        std::vector<LedgerPart> ledger;
    };
    Raw raw_of(const OfVersion& version, std::size_t depth) const;
    Raw made_from(const FigureVersion& version, Raw base) const;
    void charge(const FigureVersion& version, Raw& raw) const;

    const State* state_;
    EconomyTrees trees_;
    CodeMap codes_;
    Reorganised reorganised_;
    std::map<std::string_view, std::size_t> numbers_;   // by id
    std::deque<OfVersion> versions_;                    // by id
};

}  // namespace styrkedja
