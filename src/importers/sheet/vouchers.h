// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "domain/ledger/rows.h"
#include "importers/sheet/told.h"

namespace styrkedja::sheet {

// Rows of vouchers become vouchers, and are given in blocks when they sum to zero. Problems:
//   sheet_voucher_does_not_balance   with how much is left over; it is not given
//   sheet_voucher_comes_again        rows of a voucher that had been whole already
//   sheet_voucher_has_two_dates
class Vouchers {
  public:
    Vouchers(ledger::Sink& sink, const ledger::Dictionary& codes, ledger::FileFacts& facts, const RowSource& rows, Told& told)
        : sink_(sink), codes_(codes), facts_(facts), source_(rows), told_(told) {}

    struct Head {
        std::string_view series, number, signature;
        Date date;
    };
    void add(const Head& head, ledger::Row row);
    void finish();

  private:
    struct Kept {
        std::string series, number, signature;
        Date date;
        std::uint64_t line = 0;
        Place place;
        std::vector<ledger::Row> rows;
        std::deque<std::string> texts;
    };
    void begin(const Head& head);
    void close();
    void give(Kept&& voucher);
    void flush();

    ledger::Sink& sink_;
    const ledger::Dictionary& codes_;
    ledger::FileFacts& facts_;
    const RowSource& source_;
    Told& told_;
    Kept now_;
    bool any_ = false;
    std::map<std::pair<std::string, std::string>, Kept> open_;   // not whole so far
    std::unordered_set<std::size_t> given_;                      // hashes of their names
    std::vector<Kept> block_;
    std::size_t block_rows_ = 0;
};

}  // namespace styrkedja::sheet
