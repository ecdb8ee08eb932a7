// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdio>
#include <deque>
#include <string>
#include <vector>

#include "domain/ledger/pages.h"
#include "domain/ledger/rows.h"

// What a reader would give, written by hand.
namespace styrkedja::ledger {

// Vouchers in the codes of a dictionary that grows as they are written.
class Written {
  public:
    Dictionary codes;
    std::vector<Voucher> vouchers;
    std::vector<Row> rows;
    std::vector<Balance> stated;

    std::uint32_t part(std::string_view key) {
        for (std::uint32_t i = 0; i < codes.parts.size(); ++i) {
            if (codes.parts[i].key == key) return i;
        }
        codes.parts.emplace_back();
        codes.parts.back().key = key;
        return static_cast<std::uint32_t>(codes.parts.size() - 1);
    }
    // {{"1", "4711"}, {"6", "P1"}}
    CombinationNo combination(const std::vector<std::pair<std::string, std::string>>& objects) {
        std::vector<std::pair<std::uint32_t, CodeNo>> made;
        for (const auto& [key, code] : objects) {
            const std::uint32_t at = part(key);
            made.emplace_back(at, codes.parts[at].codes.number(code));
        }
        for (std::size_t i = 0; i < codes.combinations.size(); ++i) {
            if (codes.combinations[i] == made) return static_cast<CombinationNo>(i);
        }
        codes.combinations.push_back(made);
        return static_cast<CombinationNo>(codes.combinations.size() - 1);
    }
    Written& voucher(std::string_view series, std::string_view number, std::string_view date, std::string_view text = "") {
        Voucher made;
        made.series = kept(series);
        made.number = kept(number);
        made.text = kept(text);
        made.date = *Date::parse(date);
        made.first = static_cast<std::uint32_t>(rows.size());
        vouchers.push_back(made);
        return *this;
    }
    Written& row(std::string_view account, Ore ore, CombinationNo combination = 0, std::string_view text = "") {
        Row made;
        made.account = codes.accounts.number(account);
        made.combination = combination;
        made.ore = ore;
        made.text = kept(text);
        rows.push_back(made);
        ++vouchers.back().rows;
        return *this;
    }
    Written& state(Figure figure, int year, int month, std::string_view account, Ore ore, CombinationNo combination = 0) {
        Balance made;
        made.figure = figure;
        made.year = year;
        made.month = month;
        made.account = codes.accounts.number(account);
        made.combination = combination;
        made.ore = ore;
        stated.push_back(made);
        return *this;
    }
    void give(Sink& sink) const {
        sink.vouchers(vouchers, rows, codes);
        sink.balances(stated, codes);
    }

  private:
    std::string_view kept(std::string_view text) { return text.empty() ? text : kept_.emplace_back(text); }
    std::deque<std::string> kept_;
};

// Salts and digests that a test can read.
inline Sealing plain_sealing() {
    return {[](std::size_t bytes) { return std::string(bytes, 's'); },
            [](std::string_view salt, std::string_view text) {
                std::string digest(salt.substr(0, 1));
                digest += text;
                digest.resize(32, '.');
                return digest;
            }};
}

}  // namespace styrkedja::ledger
