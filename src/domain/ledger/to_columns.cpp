// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/to_columns.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace styrkedja::ledger {
namespace {

// A sum with its combination seen only by the code parts that count.
struct Item {
    Figure figure;
    std::int32_t month;
    CodeNo account;
    std::uint32_t seen_as;
    Ore ore;
    std::uint32_t booked;
};

// What each combination is when only the named code parts are looked at.
class Views {
  public:
    Views(const Dictionary& codes, const RoleOfPart& role_of) : codes_(codes) {
        std::set<std::string> named;
        for (const CodePart& each : codes.parts) {
            if (auto role = role_of.find(each.key); role != role_of.end()) named.insert(role->second);
        }
        for (const std::string_view role : roles) {
            if (role != "account" && named.erase(std::string(role)) > 0) dimensions_.emplace_back(role);
        }
        dimensions_.insert(dimensions_.end(), named.begin(), named.end());
        for (const CodePart& each : codes.parts) {
            auto role = role_of.find(each.key);
            dimension_of_part_.push_back(role == role_of.end() ? dimensions_.size() : index_of(role->second));
        }
    }

    // The number of what it looks like; 0 = no code at all.
    std::uint32_t of(CombinationNo combination) {
        if (seen_.empty()) number(std::vector<std::string_view>(dimensions_.size()));
        if (combination >= known_.size()) known_.resize(codes_.combinations.size(), UINT32_MAX);
        std::uint32_t& known = known_[combination];
        if (known != UINT32_MAX) return known;
        std::vector<std::string_view> view(dimensions_.size());
        for (const auto& [part, code] : codes_.combinations[combination]) {
            const std::size_t at = dimension_of_part_[part];
            if (at < view.size()) view[at] = codes_.parts[part].codes.text(code);
        }
        return known = number(std::move(view));
    }

    const std::vector<std::string>& dimensions() const { return dimensions_; }
    const std::vector<std::string_view>& view(std::uint32_t number) const { return *seen_[number]; }
    std::size_t size() const { return seen_.size(); }

  private:
    std::size_t index_of(const std::string& role) const {
        return static_cast<std::size_t>(std::find(dimensions_.begin(), dimensions_.end(), role) - dimensions_.begin());
    }
    std::uint32_t number(std::vector<std::string_view> view) {
        auto [at, is_new] = numbers_.try_emplace(std::move(view), static_cast<std::uint32_t>(seen_.size()));
        if (is_new) seen_.push_back(&at->first);
        return at->second;
    }

    const Dictionary& codes_;
    std::vector<std::string> dimensions_;         // without the account
    std::vector<std::size_t> dimension_of_part_;  // past the end: isn't named
    std::vector<std::uint32_t> known_;
    std::map<std::vector<std::string_view>, std::uint32_t> numbers_;
    std::vector<const std::vector<std::string_view>*> seen_;
};

class Distilling {
  public:
    Distilling(const Dictionary& codes, const RoleOfPart& role_of, const Share& share)
        : codes_(codes), share_(share), views_(codes, role_of) {}

    std::optional<Distilled> run(const Gather& booked, const Gather& stated) {
        if (booked.overflowed() || stated.overflowed()) return std::nullopt;
        if (share_.figure == Figure::actual) take_booked(booked);
        take_stated(stated);
        merge();
        if (overflowed_) return std::nullopt;
        write();
        return std::move(out_);
    }

  private:
    bool is_within(std::int32_t month) {
        const bool within = share_.first_month <= month && month <= share_.last_month;
        if (!within) ++out_.outside;
        return within;
    }

    void take_booked(const Gather& booked) {
        booked.each([&](const Gathered& sum) {
            if (sum.figure != Figure::actual || !is_within(sum.month)) return;
            items_.push_back({Figure::actual, sum.month, sum.account, views_.of(sum.combination), sum.ore, sum.rows});
        });
    }

    void take_stated(const Gather& stated) {
        const bool has_vouchers = !items_.empty();
        std::vector<Gathered> by_month, whole, opening;
        stated.each([&](const Gathered& sum) {
            if (sum.year != share_.year) return;
            if (sum.figure == Figure::opening && share_.figure == Figure::actual) opening.push_back(sum);
            if (sum.figure != share_.figure) return;
            if (sum.month == 0) whole.push_back(sum);
            else if (is_within(sum.month)) by_month.push_back(sum);
        });
        if (!has_vouchers) take(by_month);
        if (!share_.with_whole_year) return;
        if (!has_vouchers && by_month.empty()) take(whole);
        take(opening);
    }

    void take(const std::vector<Gathered>& sums) {
        for (const Gathered& each : sums) {
            items_.push_back({each.figure, each.month, each.account, views_.of(each.combination), each.ore, 0});
        }
    }

    // Codes in order, rows in order of their codes, each combination once.
    void merge() {
        rank_codes();
        auto key = [&](const Item& item) {
            return std::pair((static_cast<std::uint64_t>(item.figure) << 32U) | static_cast<std::uint32_t>(item.month),
                             (std::uint64_t{account_rank_[item.account]} << 32U) | view_rank_[item.seen_as]);
        };
        std::sort(items_.begin(), items_.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
        std::size_t kept = 0;
        for (const Item& each : items_) {
            if (kept > 0 && key(items_[kept - 1]) == key(each)) {
                Item& sum = items_[kept - 1];
                overflowed_ = __builtin_add_overflow(sum.ore, each.ore, &sum.ore) || overflowed_;
                sum.booked += each.booked;
            } else {
                items_[kept++] = each;
            }
        }
        items_.resize(kept);
    }

    void rank_codes() {
        views_.of(0);
        Columns& columns = out_.columns;
        std::set<CodeNo> accounts;
        std::set<std::uint32_t> views;
        for (const Item& each : items_) {
            accounts.insert(each.account);
            views.insert(each.seen_as);
        }
        auto sorted = [&](auto texts) {
            texts.insert("");
            columns.codes.emplace_back(texts.begin(), texts.end());
        };
        std::set<std::string> texts;
        for (const CodeNo each : accounts) texts.insert(codes_.accounts.text(each));
        sorted(texts);
        columns.dimensions = {"account"};
        for (std::size_t i = 0; i < views_.dimensions().size(); ++i) {
            std::set<std::string> here;
            for (const std::uint32_t each : views) here.insert(std::string(views_.view(each)[i]));
            sorted(here);
            columns.dimensions.push_back(views_.dimensions()[i]);
        }
        account_rank_.assign(codes_.accounts.size(), 0);
        for (const CodeNo each : accounts) account_rank_[each] = index(0, codes_.accounts.text(each));
        view_codes_.assign(views_.size(), {});
        for (const std::uint32_t each : views) {
            for (std::size_t i = 0; i < views_.dimensions().size(); ++i) {
                view_codes_[each].push_back(index(i + 1, views_.view(each)[i]));
            }
        }
        std::vector<std::uint32_t> in_order(views.begin(), views.end());
        std::sort(in_order.begin(), in_order.end(), [&](std::uint32_t a, std::uint32_t b) { return view_codes_[a] < view_codes_[b]; });
        view_rank_.assign(views_.size(), 0);
        for (std::uint32_t i = 0; i < in_order.size(); ++i) view_rank_[in_order[i]] = i;
    }

    std::uint32_t index(std::size_t dimension, std::string_view code) const {
        const std::vector<std::string>& codes = out_.columns.codes[dimension];
        return static_cast<std::uint32_t>(std::lower_bound(codes.begin(), codes.end(), code) - codes.begin());
    }

    void write() {
        Columns& columns = out_.columns;
        columns.year = share_.year;
        columns.first_day = share_.first_day;
        columns.last_day = share_.last_day;
        columns.code_of.resize(columns.dimensions.size());
        for (const Item& each : items_) {
            if (columns.parts.empty() || columns.parts.back().figure != each.figure || columns.parts.back().month != each.month) {
                columns.parts.push_back({each.figure, each.month, static_cast<std::uint32_t>(columns.rows()), 0});
            }
            ++columns.parts.back().rows;
            columns.code_of[0].push_back(account_rank_[each.account]);
            for (std::size_t i = 1; i < columns.dimensions.size(); ++i) columns.code_of[i].push_back(view_codes_[each.seen_as][i - 1]);
            columns.ore.push_back(each.ore);
            columns.booked.push_back(each.booked);
            if (each.figure == Figure::opening) continue;
            if (each.month == 0) out_.has_whole_year = true;
            else if (out_.first_month == 0 || each.month < out_.first_month) out_.first_month = each.month;
            out_.last_month = std::max(out_.last_month, each.month);
        }
    }

    const Dictionary& codes_;
    const Share& share_;
    Views views_;
    std::vector<Item> items_;
    std::vector<std::uint32_t> account_rank_;
    std::vector<std::uint32_t> view_rank_;                  // their order
    std::vector<std::vector<std::uint32_t>> view_codes_;    // by dimension: index in codes
    bool overflowed_ = false;
    Distilled out_;
};

}  // namespace

std::optional<Distilled> to_columns(const Gather& booked, const Gather& stated, const Dictionary& codes,
                                    const RoleOfPart& role_of, const Share& share) {
    return Distilling(codes, role_of, share).run(booked, stated);
}

std::int32_t month_after(std::int32_t month, int steps) {
    const int index = month / 100 * 12 + month % 100 - 1 + steps;
    return index / 12 * 100 + index % 12 + 1;
}

std::int32_t month_of(Date day) { return day.exists() ? day.year() * 100 + day.month() : 0; }

}  // namespace styrkedja::ledger
