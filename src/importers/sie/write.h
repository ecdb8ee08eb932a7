// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "domain/ledger/rows.h"
#include "importers/sie/extras.h"

namespace styrkedja::sie {

// Writes a file of type 4E as the specification 4B has it, in code page 437 and with its checksum, as it is given figures: a
// sink like any other, so that what is read can be written straight on. Give balances before vouchers where there is a choice.
// No label is written that the specification doesn't have, and rows #RTRANS and #BTRANS never: they are history.
//
// Texts: what code page 437 lacks is replaced, and a backslash that would be taken for part of a quote is a slash; both are
// told in the end. Closing balances of accounts of types K and I, or where the type isn't said of classes 3-8, are #RES.
class Writer : public ledger::Sink {
  public:
    using Out = std::function<void(std::string_view bytes)>;

    // Facts must have the years that figures lie in; they and extras must outlive it.
    Writer(Out out, const ledger::FileFacts& facts, const Extras& extras) : out_(std::move(out)), facts_(&facts), extras_(&extras) {}

    void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) override;
    // All at once: what an account has as a whole is written before its objects. Budgets of a whole year can't be said in SIE:
    // they are left out and counted.
    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override;

    // The end of the file, and what had to be changed: sie_character_is_replaced, sie_budget_has_no_month, sie_year_is_not_in_file
    // (a figure of a year that facts don't have).
    void finish(const std::string& file, Problems& problems);

  private:
    void balance(const ledger::Balance& each, bool is_result, const ledger::Dictionary& codes);
    void begin(const ledger::Dictionary* codes);
    void begin_identity();
    void begin_chart(const ledger::Dictionary* codes);
    void record(std::string_view label);
    void word(std::string_view text);                  // in quotes where they are needed
    void quoted(std::string_view text);
    void list(ledger::CombinationNo number, const ledger::Dictionary& codes);
    void end_line();
    void lines(std::string_view label, const std::string& text);   // one, where there is something
    void flush();
    std::string as_pc8(std::string_view text);
    bool is_result_account(const std::string& account) const;

    Out out_;
    const ledger::FileFacts* facts_;
    const Extras* extras_;
    std::string line_, summed_;
    std::uint32_t crc_ = 0;
    bool began_ = false, sums_ = false;
    std::size_t replaced_ = 0, without_month_ = 0, without_year_ = 0;
};

}  // namespace styrkedja::sie
