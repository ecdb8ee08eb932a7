// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/gather.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace styrkedja::ledger {
namespace {

constexpr std::size_t most_dense = std::size_t{1} << 19U;   // cells of one month: some megabytes

struct Cell {
    Ore ore = 0;
    std::uint32_t rows = 0;
    bool is_there = false;
    friend bool operator==(const Cell&, const Cell&) = default;
};

// The sums of one figure and month: a table of combination × account while that is small, else by what occurs.
class Plane {
  public:
    Cell& cell(CodeNo account, CombinationNo combination) {
        if (account >= width_ || combination >= height_) {
            if (is_sparse_ || !grow(account, combination)) return sparse_[key(account, combination)];
        }
        return dense_[combination * width_ + account];
    }
    std::int64_t& quantity(CodeNo account, CombinationNo combination) { return quantities_[key(account, combination)]; }

    template <class See>
    void each(const See& see) const {
        std::vector<std::pair<std::uint64_t, const Cell*>> cells;
        for (std::size_t i = 0; i < dense_.size(); ++i) {
            if (dense_[i].is_there) cells.emplace_back(key(static_cast<CodeNo>(i % width_), static_cast<CombinationNo>(i / width_)), &dense_[i]);
        }
        for (const auto& [place, cell] : sparse_) cells.emplace_back(place, &cell);
        if (!sparse_.empty()) std::sort(cells.begin(), cells.end());
        for (const auto& [place, cell] : cells) {
            auto found = quantities_.find(place);
            see(static_cast<CodeNo>(place), static_cast<CombinationNo>(place >> 32U), *cell, found == quantities_.end() ? 0 : found->second);
        }
    }

  private:
    static std::uint64_t key(CodeNo account, CombinationNo combination) { return std::uint64_t{combination} << 32U | account; }

    // Makes room; false: the table would be too large, and what doesn't fit goes beside it from now on.
    bool grow(CodeNo account, CombinationNo combination) {
        std::size_t width = std::max<std::size_t>(width_, 64), height = std::max<std::size_t>(height_, 16);
        while (account >= width) width *= 2;
        while (combination >= height) height *= 2;
        if (width * height > most_dense) {
            is_sparse_ = true;
            return false;
        }
        std::vector<Cell> larger(width * height);
        for (std::size_t row = 0; row < height_; ++row) {
            std::copy_n(dense_.begin() + static_cast<std::ptrdiff_t>(row * width_), width_, larger.begin() + static_cast<std::ptrdiff_t>(row * width));
        }
        dense_ = std::move(larger);
        width_ = width;
        height_ = height;
        return true;
    }

    std::vector<Cell> dense_;
    std::size_t width_ = 0, height_ = 0;
    bool is_sparse_ = false;
    std::unordered_map<std::uint64_t, Cell> sparse_;
    std::unordered_map<std::uint64_t, std::int64_t> quantities_;
};

using PlaneKey = std::tuple<Figure, std::int32_t, std::int32_t>;   // figure, year, month

}  // namespace

struct Gather::Sums {
    explicit Sums(Keep what) : keep(std::move(what)) {}
    Keep keep;
    std::vector<CombinationNo> counts_as;   // by combination
    std::map<PlaneKey, Plane> planes;
    bool overflowed = false;
    // The month of the day before last asked for: vouchers come by date.
    std::int32_t first_day = 1, last_day = 0;
    Plane* plane = nullptr;

    Plane& of_day(Date day) {
        if (day.days() < first_day || day.days() > last_day) {
            if (!keep.months) {
                first_day = INT32_MIN, last_day = INT32_MAX;
                plane = &planes[{Figure::actual, 0, 0}];
                return *plane;
            }
            const int year = day.year(), month = day.month();
            first_day = Date::from_civil(year, month, 1).days();
            last_day = Date::from_civil(year + month / 12, month % 12 + 1, 1).days() - 1;
            plane = &planes[{Figure::actual, year, year * 100 + month}];
        }
        return *plane;
    }
    void add(Cell& cell, Ore ore) {
        overflowed |= __builtin_add_overflow(cell.ore, ore, &cell.ore);
        cell.is_there = true;
    }
};

Gather::Gather(Keep keep) : sums_(std::make_unique<Sums>(std::move(keep))) {}
Gather::~Gather() = default;

void Gather::learn(const Dictionary& codes) {
    std::vector<CombinationNo>& known = sums_->counts_as;
    for (auto next = static_cast<CombinationNo>(known.size()); next < codes.combinations.size(); ++next) {
        known.push_back(sums_->keep.combination ? sums_->keep.combination(next, codes) : next);
    }
}

void Gather::vouchers(std::span<const Voucher> vouchers, std::span<const Row> rows, const Dictionary& codes) {
    learn(codes);
    const CombinationNo* counts_as = sums_->counts_as.data();
    const CodeNo mask = sums_->keep.accounts ? ~CodeNo{0} : 0;
    for (const Voucher& voucher : vouchers) {
        for (const Row& row : rows.subspan(voucher.first, voucher.rows)) {
            Plane& plane = sums_->of_day(row.date.exists() ? row.date : voucher.date);
            Cell& cell = plane.cell(row.account & mask, counts_as[row.combination]);
            sums_->add(cell, row.ore);
            ++cell.rows;
            if (row.quantity != 0) plane.quantity(row.account & mask, counts_as[row.combination]) += row.quantity;
        }
    }
}

void Gather::balances(std::span<const Balance> balances, const Dictionary& codes) {
    learn(codes);
    for (const Balance& each : balances) {
        Plane& plane = sums_->planes[{each.figure, each.year, each.month}];
        const CodeNo account = sums_->keep.accounts ? each.account : 0;
        const CombinationNo combination = sums_->counts_as[each.combination];
        sums_->add(plane.cell(account, combination), each.ore);
        if (each.quantity != 0) plane.quantity(account, combination) += each.quantity;
    }
}

bool Gather::overflowed() const { return sums_->overflowed; }

void Gather::each(const std::function<void(const Gathered&)>& see) const {
    for (const auto& each : sums_->planes) {
        const Figure figure = std::get<0>(each.first);
        const std::int32_t year = std::get<1>(each.first), month = std::get<2>(each.first);
        each.second.each([&](CodeNo account, CombinationNo combination, const Cell& cell, std::int64_t quantity) {
            see({figure, month, year, account, combination, cell.ore, quantity, cell.rows});
        });
    }
}

}  // namespace styrkedja::ledger
