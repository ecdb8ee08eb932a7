// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/gather.h"

#include <tuple>

namespace styrkedja::ledger {

struct Gather::Sums {
    using Key = std::tuple<Figure, std::int32_t, std::int32_t, CombinationNo, CodeNo>;   // figure, year, month ...
    std::map<Key, Gathered> by_key;
    bool overflowed = false;

    void add(const Key& key, Ore ore, std::int64_t quantity, std::uint32_t rows) {
        auto [at, is_new] = by_key.try_emplace(key);
        Gathered& sum = at->second;
        if (is_new) {
            std::tie(sum.figure, sum.year, sum.month, sum.combination, sum.account) = key;
        }
        overflowed = __builtin_add_overflow(sum.ore, ore, &sum.ore) || overflowed;
        overflowed = __builtin_add_overflow(sum.quantity, quantity, &sum.quantity) || overflowed;
        sum.rows += rows;
    }
};

Gather::Gather() : sums_(std::make_unique<Sums>()) {}
Gather::~Gather() = default;

void Gather::vouchers(std::span<const Voucher> vouchers, std::span<const Row> rows, const Dictionary&) {
    for (const Voucher& voucher : vouchers) {
        for (const Row& row : rows.subspan(voucher.first, voucher.rows)) {
            const Date day = row.date.exists() ? row.date : voucher.date;
            const std::int32_t month = day.year() * 100 + day.month();
            sums_->add({Figure::actual, day.year(), month, row.combination, row.account}, row.ore, row.quantity, 1);
        }
    }
}

void Gather::balances(std::span<const Balance> balances, const Dictionary&) {
    for (const Balance& each : balances) {
        sums_->add({each.figure, each.year, each.month, each.combination, each.account}, each.ore, each.quantity, 0);
    }
}

bool Gather::overflowed() const { return sums_->overflowed; }

void Gather::each(const std::function<void(const Gathered&)>& see) const {
    for (const auto& [key, sum] : sums_->by_key) see(sum);
}

}  // namespace styrkedja::ledger
