// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/ledger/rows.h"
#include "importers/sie/fields.h"

// A piece of a SIE file of types 1-4 as one thread reads it: vouchers cut, counted and balanced; all other lines are kept for
// him who puts the pieces together (joiner.h). Codes are numbered by the reader itself, and what is found stays raw bytes.
namespace styrkedja::sie {

// Something wrong in a line.
struct Finding {
    std::string_view code;         // of the problem
    bool refuses = false;          // the voucher isn't booked
    std::uint32_t line = 0;        // in the piece, from 0
    const char* line_at = nullptr; // where the line begins
    std::string_view value;        // the part that is wrong, lent by the piece
    std::string_view series, number;   // of the voucher
    ledger::Ore ore = 0;           // how much is lacking
};

struct FlatLine {
    std::string_view label;        // without #
    const char* fields = nullptr;  // what follows
    const char* at = nullptr;      // where the line begins
    std::uint32_t line = 0;
};

// A line #KSUMMA: where it lies among the bytes that are summed.
struct SumLine {
    std::size_t offset = 0;
    bool is_end = false;
    std::string_view value;
};

struct NewCode {
    std::string_view raw;          // the reader's own bytes
    std::uint32_t line = 0;
};

// What one piece gave. Vouchers, rows and findings are in the file's order; numbers are the reader's own.
struct Found {
    std::vector<ledger::Voucher> vouchers;      // texts raw
    std::vector<std::uint32_t> ends;            // by voucher: the line that closes it
    std::vector<ledger::Row> rows;
    std::vector<Finding> findings;
    std::vector<FlatLine> flat;
    std::vector<SumLine> sums;
    std::vector<char> summed;                   // the bytes that the checksum is taken over
    std::size_t summed_size = 0;
    std::vector<NewCode> new_accounts, new_lists;   // met for the first time by this reader, in order
    std::size_t learnt_accounts = 0, learnt_lists = 0;   // of them, by him who joins
    std::uint32_t lines = 0;
    std::uint64_t refused = 0;                  // vouchers
    bool is_open_at_end = false;                // the last voucher has no end in this piece
};

// An object list without blanks, braces and quotes: what the checksum is taken over.
std::string without_signs(std::string_view raw);

// Numbers of byte strings in a piece, as they come.
class RawNumbers {
  public:
    static constexpr std::uint32_t unknown = UINT32_MAX;
    RawNumbers();
    std::uint32_t number(std::string_view raw);
    std::uint32_t known(std::string_view raw) const;   // unknown: it is new, or longer than sixteen bytes
    std::string_view text(std::uint32_t number) const { return texts_[number]; }
    std::string_view summed(std::uint32_t number) const { return summed_[number]; }
    std::size_t size() const { return texts_.size(); }

  private:
    struct Slot {
        std::uint64_t first = 0, second = 0;
        std::uint32_t size = 0, number = 0;   // + 1; 0 = free
        bool has_key_of(const Slot& other) const { return first == other.first && second == other.second && size == other.size; }
    };
    static Slot key_of(std::string_view raw);
    static std::size_t hash(const Slot& key);
    void grow();
    std::vector<Slot> slots_;
    std::vector<std::string_view> texts_;
    std::vector<std::string_view> summed_;   // as the checksum has it
    std::deque<std::string> kept_;
};

class PieceReader {
  public:
    // How to read the next piece: whether bytes are summed from its beginning; whether a checksum may still begin.
    struct State {
        bool summing = false;
        bool has_vouchers = false;
    };
    State state;

    // The piece begins and ends outside vouchers; behind it stand bytes that may be read, a line feed first.
    // At the file's end a voucher may be open: then the file is cut short.
    void read(std::string_view piece, Found& found);

    const RawNumbers& accounts() const { return accounts_; }
    const RawNumbers& lists() const { return lists_; }

  private:
    struct Open {                     // the voucher that is being read
        bool is_open = false, in_braces = false, is_whole = true;
        std::size_t row = 0;
        ledger::Ore sum = 0;
        std::uint32_t head = 0;       // its line in the piece, and where that begins
        const char* head_at = nullptr;
        bool has_added = false;       // the row before was #RTRANS:
        std::uint32_t added_account = 0;
        ledger::Ore added_ore = 0;
    };

    const char* read_line(const char* at);
    const char* read_record(const char* at, const char* line);
    const char* read_voucher(const char* at, const char* line);
    const char* read_row(const char* at, const char* line);
    bool read_row_fields(const char*& at, ledger::Row& row);
    void number_codes(std::string_view account, std::string_view list, ledger::Row& row);
    ledger::Voucher& begin_voucher();
    // The usual forms in one pass (piece_plain.cpp); null: it is in another, and nothing was taken.
    const char* plain_row(const char* at);
    const char* plain_voucher(const char* at);
    const char* read_history(const char* at, const char* line, bool added);
    const char* read_flat(const char* at, const char* line, std::string_view label);
    const char* read_brace(const char* at, const char* line);
    const char* rest(const char* at);                  // cuts the fields that are left; gives the line's end
    template <bool with_lists>
    const char* next(const char* at, Field& field);    // skips blanks, cuts a field, and sums it
    void check_twin(const ledger::Row& row);
    void close();
    void drop();
    Finding& tell(std::string_view code, bool refuses, std::string_view value);
    Date date_of(std::string_view text);               // none: it is no day
    Date new_date(std::string_view text);
    void sum(std::string_view bytes);                  // behind them sixteen may be read
    void sum_field(const Field& field);

    RawNumbers accounts_, lists_;
    Found* found_ = nullptr;
    Open open_;
    const char* line_ = nullptr;      // where the present line begins
    std::uint64_t day_ = 0;           // the last date, as it is written
    Date date_;
    std::uint64_t month_ = 0;         // its first six bytes
    std::int32_t before_month_ = 0, days_of_month_ = 0;
};

}  // namespace styrkedja::sie
