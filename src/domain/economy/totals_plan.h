// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/fact_book.h"
#include "domain/economy/ledger_book.h"

namespace styrkedja {

// How the facts of a question to the engine become numbers of sums: which keys there are, and for each part of a ledger a
// table by code of what a row with that code adds to the number of its sum.
class TotalsPlan {
  public:
    TotalsPlan(const EconomyTrees& trees, const FactBook& facts, const LedgerBook& ledger, const TotalsQuery& query);

    using At = Int128;                                   // the number of a sum, among all combinations of keys
    static constexpr At nowhere = -(At{1} << 120);       // a row with that code is in no sum

    struct Column {
        const std::uint32_t* codes = nullptr;            // by row
        std::vector<std::uint32_t> own;                  // the codes themselves, where the part has none so
        std::vector<At> adds;                            // by code
    };
    struct Part {
        const LedgerPart* part = nullptr;
        At base = 0;
        std::vector<Column> columns;
    };
    struct Fact {
        const PlacedFact* fact;
        At at;
    };
    const std::vector<Part>& parts() const { return parts_; }
    const std::vector<Fact>& facts() const { return facts_; }
    At combinations() const { return combinations_; }
    // The keys of a sum, in the query's order.
    void keys_of(At at, std::vector<std::int32_t>& into) const;
    std::vector<std::string> take_texts() { return std::move(texts_); }
    std::uint64_t cut() const { return cut_; }

  private:
    // What a part's codes are as keys, before all keys are known: by dimension and code.
    struct Draft {
        const PartUse use;
        std::vector<std::vector<std::int32_t>> keys;
        std::vector<std::vector<char>> lets;             // by role and code: is it among those selected
    };
    struct FactDraft {
        const PlacedFact* fact;
        std::vector<std::int32_t> keys;
    };
    void draft(const PartUse& use);
    void draft_fact(const PlacedFact& fact);
    std::vector<std::int32_t> keys_of_part(const Dimension& by, const LedgerPart& part);
    std::int32_t key_of_fact(const Dimension& by, const PlacedFact& fact);
    bool is_selected_fact(const PlacedFact& fact);
    std::vector<std::vector<char>> selected(const PartUse& use, PartUse::How how);
    void count_cut(const PartUse& use);
    void number_keys();
    Part planned(const Draft& draft) const;
    void add_keys(const Draft& draft, std::size_t dimension, std::vector<At>& adds, std::size_t role) const;
    std::int32_t text_number(std::string_view text);
    const std::vector<Node>& unit_levels(int level, Date day);
    const std::vector<char>& units_in(Date day);
    std::int32_t month_key(Date start, Date end) const;

    const EconomyTrees& trees_;
    const TotalsQuery& query_;
    std::vector<Draft> drafts_;
    std::vector<FactDraft> fact_drafts_;
    std::vector<Part> parts_;
    std::vector<Fact> facts_;
    std::vector<std::vector<std::int32_t>> keys_;        // by dimension: all there are, in order
    std::vector<At> strides_;
    At combinations_ = 1;
    std::map<std::string, std::int32_t, std::less<>> text_numbers_;   // as met; in order only at the end
    std::vector<std::string> texts_;
    std::uint64_t cut_ = 0;
    std::map<std::pair<int, Date>, std::vector<Node>> unit_levels_;
    std::map<Date, std::vector<char>> units_in_;
};

}  // namespace styrkedja
