// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/ledger/pages.h"
#include "domain/ledger/rows.h"

namespace styrkedja::app {

// The series and numbers of the vouchers of one reading: with the ledger and the year, a voucher's identity. A byte or two for
// each voucher while numbers follow on each other, as they do; some more where they don't.
class VoucherNumbers {
  public:
    struct Met {
        std::uint64_t line = 0;   // of the file
        Date day;
    };

    // Who has it already; none: it is new, or has no number (files that are yet to be numbered, SIE 4I).
    std::optional<Met> add(std::string_view series, std::string_view number, Met met);
    std::optional<Met> find(std::string_view series, std::string_view number) const;
    bool empty() const { return sequences_.empty(); }
    // May a page with those numbers (its summary) have one of these?
    bool may_have_some_of(const ledger::Summary& summary) const;

  private:
    struct Entry {
        std::uint64_t number = 0;
        Met met;
    };
    // Some hundred numbers in order, as steps from one to the next.
    struct Leaf {
        Entry first, last;
        std::uint32_t count = 0;
        std::string steps;
        void append(const Entry& entry);
        std::vector<Entry> entries() const;
        std::optional<Met> find(std::uint64_t number) const;
    };
    // The numbers that are alike but for their last digits ("F-0017": series, "F-", four digits).
    using Leaves = std::map<std::uint64_t, Leaf>;   // by first number
    struct Sequence {
        Leaves leaves;
        Leaf* back = nullptr;          // the last
        std::optional<Met> add(const Entry& entry);
        void insert(Leaves::iterator leaf, const Entry& entry);
    };
    struct Recent {
        std::string key;
        Sequence* sequence = nullptr;
    };
    Sequence& sequence(std::string_view series, std::string_view before, char width);

    std::map<std::string, Sequence, std::less<>> sequences_;
    std::array<Recent, 4> recent_;     // the last ones asked for: a file has few, and goes from one to another
    std::size_t oldest_ = 0;
};

// The vouchers of a file as they are read: each number once in a year.
class VouchersOfFile {
  public:
    void add(const ledger::Voucher& voucher);
    // ledger_voucher_stands_twice for each that comes again in one of the years (none said: a calendar year), the first twenty;
    // ledger_more_vouchers_are_doubled for the rest.
    void tell_doubled(const std::string& file, const std::vector<ledger::FiscalYear>& years, Problems& problems) const;
    VoucherNumbers numbers;

  private:
    struct Doubled {
        std::string name;                  // "A 17"
        VoucherNumbers::Met first, again;
    };
    std::vector<Doubled> doubled_;         // so many as are needed to tell twenty
    std::uint64_t more_ = 0;
};

inline constexpr std::size_t doubled_vouchers_told = 20;
std::string voucher_name(std::string_view series, std::string_view number);   // "A 17"

}  // namespace styrkedja::app
