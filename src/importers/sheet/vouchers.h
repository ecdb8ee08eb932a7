// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
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
    struct Name {
        std::string series, number, signature;
        Date date;
        std::uint64_t line = 0;
        Place place;                                             // of its first row; none = there are enough of them
    };
    struct Span {
        std::size_t from = 0, size = 0;
    };
    // Whole, among the rows of the block.
    struct Whole {
        Name name;
        std::size_t first = 0, rows = 0;
    };
    // Not whole so far, taken out of the block.
    struct Open {
        Name name;
        std::vector<ledger::Row> rows;
        std::vector<std::string> texts;
    };
    void begin(const Head& head);
    void put(ledger::Row row, std::string_view text);
    void close();
    void flush();
    void tell_open(const Open& voucher);

    ledger::Sink& sink_;
    const ledger::Dictionary& codes_;
    ledger::FileFacts& facts_;
    const RowSource& source_;
    Told& told_;
    Name now_;
    bool any_ = false;
    std::size_t first_ = 0;                                      // of the rows of the present voucher
    std::vector<ledger::Row> rows_;
    std::vector<Span> texts_of_rows_;                            // in texts_: it moves while it grows
    std::string texts_;
    std::vector<Whole> whole_;
    std::map<std::pair<std::string, std::string>, Open> open_;
    std::unordered_set<std::size_t> given_;                      // hashes of names
};

}  // namespace styrkedja::sheet
