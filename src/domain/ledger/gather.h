// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "domain/ledger/rows.h"

namespace styrkedja::ledger {

// One sum of what was read.
struct Gathered {
    Figure figure = Figure::actual;
    std::int32_t month = 0;           // YYYYMM; 0 = the whole year, or a balance
    std::int32_t year = 0;            // the fiscal year, by the calendar year of its last day; of vouchers that of the month
    CodeNo account = 0;
    CombinationNo combination = 0;
    Ore ore = 0;
    std::int64_t quantity = 0;
    std::uint32_t rows = 0;           // of vouchers; 0 = it came as a sum
};

// What sums are told apart by; what isn't is 0 in them. The fewer, the faster.
struct Keep {
    bool accounts = true;
    bool months = true;               // false: vouchers are not parted by month (nor by year)
    // Which combination one counts as, asked once for each; none = itself.
    std::function<CombinationNo(CombinationNo, const Dictionary&)> combination;
};

// Adds up all that a reader finds, by figure, month, account and combination. Sums that 64-bit öre can't hold are told by
// overflowed(). Rows of vouchers count as actual, in the month of their date.
class Gather : public Sink {
  public:
    explicit Gather(Keep keep = {});
    ~Gather() override;
    bool wants_texts() const override { return false; }
    void vouchers(std::span<const Voucher> vouchers, std::span<const Row> rows, const Dictionary& codes) override;
    void balances(std::span<const Balance> balances, const Dictionary& codes) override;

    bool overflowed() const;
    // In order: figure, year, month, combination, account.
    void each(const std::function<void(const Gathered&)>& see) const;

  private:
    void learn(const Dictionary& codes);
    struct Sums;
    std::unique_ptr<Sums> sums_;
};

}  // namespace styrkedja::ledger
