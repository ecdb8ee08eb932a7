// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "importers/sie/extras.h"
#include "importers/sie/piece.h"
#include "importers/sie/read.h"
#include "importers/sie/telling.h"
#include "importers/sie/text.h"

namespace styrkedja::sie {

// Puts the pieces of a file together in order: numbers codes as the file has them, understands all lines that are no vouchers,
// gives the sink what is booked, and sees in the end whether all agrees.
class Joiner {
  public:
    Joiner(std::string file, const Reading& how, ledger::Sink& sink, Encoding encoding);

    // What reader `reader` (from 0) found in the next piece; `last`: the file ends with it.
    void join(std::size_t reader, Found& found, bool last);
    // None: refused. Problems are told in any case.
    std::optional<ledger::FileFacts> finish(Problems& problems);

    bool is_refused() const { return refused_; }
    bool has_vouchers() const { return facts_.vouchers + facts_.refused_vouchers > 0; }

  private:
    static constexpr std::uint32_t no_list = UINT32_MAX;   // an object list that isn't one
    struct Numbers {                  // of a reader: its numbers -> the file's
        std::vector<ledger::CodeNo> accounts;
        std::vector<ledger::CombinationNo> lists;
    };

    // Vouchers.
    void learn(Numbers& numbers, Found& found, std::uint64_t before);
    ledger::CombinationNo combination_of(std::string_view raw);
    std::uint32_t part(const std::string& key);
    void tell_findings(const Found& found);
    void join_vouchers(const Numbers& numbers, Found& found, std::size_t from, std::size_t to);
    bool take_rows(const Numbers& numbers, Found& found, ledger::Voucher& voucher);
    bool is_in_a_year(Date day) const;
    void refuse(const ledger::Voucher& voucher, std::string_view code);
    void decode_texts(Found& found);
    std::string_view decoded(std::string_view raw);
    std::string text(std::string_view raw);
    void add_sums(const Found& found);

    // Other lines.
    using Fields = std::vector<std::string>;
    void read_flat(const FlatLine& line);
    bool read_head(std::string_view label, const Fields& fields, const FlatLine& line);
    bool read_codes(std::string_view label, const Fields& fields, const FlatLine& line);
    bool read_balance(std::string_view label, const FlatLine& line);
    bool read_balance_fields(std::string_view label, const std::vector<Field>& fields, const FlatLine& line, ledger::Balance& balance);
    void read_year(const Fields& fields, const FlatLine& line);
    void read_type(const Fields& fields, const FlatLine& line);
    bool place_in_year(ledger::Balance& balance, std::string_view year, std::string_view month, const FlatLine& line);
    ledger::AccountInfo& account(const std::string& code);
    void tell_flat(std::string_view code, Severity severity, const FlatLine& line, Telling::Args args = {});
    void tell_lost(std::string_view code, const FlatLine& line, Telling::Args args = {});   // something isn't booked
    Severity lost() const { return how_.unbalanced_is_error ? Severity::error : Severity::warning; }

    // The end.
    void check_records();
    void check_checksum();
    void check_codes();
    void give_balances();
    std::string form() const;

    Reading how_;
    ledger::Sink* sink_;
    Telling telling_;
    Encoding encoding_;
    ledger::Dictionary codes_;
    std::map<std::string, std::uint32_t, std::less<>> parts_;
    std::map<std::vector<std::pair<std::uint32_t, ledger::CodeNo>>, ledger::CombinationNo> combinations_;
    std::vector<Numbers> readers_;
    std::map<std::string, std::size_t, std::less<>> accounts_;   // those declared: place in facts_.accounts
    std::vector<ledger::Ore> booked_;     // by account
    bool overflowed_ = false;
    bool has_wrong_lists_ = false;
    std::vector<ledger::Balance> balances_, results_;   // results: #RES
    std::deque<std::string> kept_texts_;
    std::set<std::string, std::less<>> labels_, declared_parts_;
    std::string file_;
    int type_ = 0;                        // 0 = not said
    std::uint64_t lines_ = 0;             // before the present piece
    bool refused_ = false;
    // The checksum: running, until its end.
    std::uint32_t crc_ = 0;
    bool sum_began_ = false, sum_ended_ = false;
    std::string sum_said_;
    ledger::FileFacts facts_;
};

void tell_closing(std::span<const ledger::Balance> balances, std::span<const ledger::Balance> results, const std::vector<ledger::Ore>& booked, const ledger::Dictionary& codes,
                  ledger::FileFacts& facts, Telling& telling);

// Of balances both for accounts as a whole and for objects, one set that can be added up (read.h); `overlaps`: something was
// left out for that, and of which dimensions what was given is.
std::vector<ledger::Balance> one_set(std::vector<ledger::Balance> balances, const ledger::Dictionary& codes, bool& overlaps,
                                     std::string& dimensions);

}  // namespace styrkedja::sie
