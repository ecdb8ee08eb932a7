// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/ledger/rows.h"
#include "domain/ledger/to_columns.h"

// Vouchers as they are kept beside the log: some thousand rows to a page, packed by column. A page has three parts:
//   summary   which months, accounts and voucher numbers it has, so that a search passes most pages by
//   sealed    the vouchers and rows, with digests where they have texts; hashed, and never changed
//   texts     the texts themselves, each with a salt, each once. They may name persons: any can be emptied (gallring), and
//             what is sealed still holds. A digest without its salt says nothing of its text.
namespace styrkedja::ledger {

inline constexpr std::size_t rows_of_page = 4'096;   // about: a voucher is never divided

struct Page {
    std::string summary, sealed, texts;
};

// How texts are sealed (log/digest.h): salts of 16 bytes, digests of 32.
struct Sealing {
    std::function<std::string(std::size_t bytes)> salts;
    std::function<std::string(std::string_view salt, std::string_view text)> digest;
};

// A page whose texts aren't sealed yet.
struct OpenPage {
    std::string summary, sealed;
    std::deque<std::string> texts;
};
Page seal(OpenPage&& page, const Sealing& sealing);

// Packs the vouchers of one reading into pages. Code parts are called by what they are (role_of); those that aren't named
// keep the file's name with # before it ("#7").
class Packer {
  public:
    Packer(RoleOfPart role_of, std::function<void(OpenPage&&)> out);
    ~Packer();
    void add(const Voucher& voucher, std::span<const Row> rows, const Dictionary& codes);
    void finish();   // the last page

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

// What a page's summary says.
struct Summary {
    std::uint32_t vouchers = 0, rows = 0;
    std::int32_t first_month = 0, last_month = 0;   // YYYYMM, of rows
    std::vector<std::string> accounts;              // in order
    struct Range {
        std::string series;
        std::uint64_t first = 0, last = 0;          // of the numbers that are whole numbers
        bool others = false;                        // some are not
    };
    std::vector<Range> numbers;
    bool may_have(std::string_view series, std::string_view number) const;
};
std::optional<Summary> read_summary(std::string_view bytes);

// A page as it is read. Texts are lent by the page's bytes, which the caller keeps.
struct ReadPage {
    static constexpr std::uint32_t no_text = UINT32_MAX;
    struct PageRow {
        std::uint32_t account = 0, combination = 0;
        Ore ore = 0;
        std::int64_t quantity = 0;
        Date date;                     // the row's, or its voucher's
        bool own_date = false;
        std::uint32_t text = no_text;
    };
    struct PageVoucher {
        std::uint32_t series = 0;
        std::string number;
        Date date, registered;
        std::uint32_t text = no_text, signature = no_text;
        std::uint32_t first = 0, rows = 0;
    };
    std::vector<std::string_view> dimensions;                     // without the account
    std::vector<std::string_view> accounts, series;
    std::vector<std::vector<std::string_view>> codes;             // by dimension; [0] = ""
    std::vector<std::vector<std::uint32_t>> combinations;         // each: by dimension, index in codes; [0] = none
    std::vector<PageVoucher> vouchers;
    std::vector<PageRow> rows;
    std::vector<std::string_view> digests;                        // by text
    std::string_view code(std::uint32_t combination, std::size_t dimension) const {
        return codes[dimension][combinations[combination][dimension]];
    }
};
// None: these are no such bytes.
std::optional<ReadPage> read_sealed(std::string_view bytes);

struct PageText {
    bool erased = false;
    std::string_view salt, text;
};
std::optional<std::vector<PageText>> read_texts(std::string_view bytes);
// The same with those texts emptied.
std::optional<std::string> without_texts(std::string_view bytes, std::span<const std::uint32_t> which);

}  // namespace styrkedja::ledger
