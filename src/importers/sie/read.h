// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/problem.h"
#include "domain/ledger/rows.h"

// Reads SIE, the Swedish exchange format of accounting: types 1-4 (4E, 4I) by the specification 4B of 2008-09-30, and SIE 5
// by its schema of 2016-12-09 (standards: SIE). A stream: a file of 5 GB needs no more memory than one of 5 MB, beside its
// codes and the balances that stand by themselves.
namespace styrkedja::sie {

struct Extras;

struct Reading {
    bool unbalanced_is_error = true;   // a voucher that isn't whole stops what is done (import); else it is a warning (balance)
    unsigned threads = 1;              // what comes out is the same
    std::size_t block = 256 * 1024;    // bytes that are read at a time; what comes out is the same
    Extras* extras = nullptr;          // what only matters to whoever writes the file again (extras.h)
};

// Is it SIE of any type? The first some hundred bytes are enough. A file that isn't may still be given to read_sie, which
// says what it is instead (a web page, nothing at all).
bool looks_like_sie(std::string_view first_bytes);

// Gives the sink what the file has; none = refused, or the sink had enough: then the sink's content is of no use.
//
// Vouchers come as they are read. Not booked, and told with their line: those that don't sum to zero, aren't closed, have
// no date, a date outside the file's years, or a row without account or amount. Rows #RTRANS and #BTRANS are history: the
// #TRANS that mirrors what was added is what counts.
//
// Balances come last, one set that can be added up, except that those of an account as a whole (combination 0) stand beside
// its objects in the file: given are then the objects of one set of dimensions, that of most rows, and what remains of the
// account as combination 0. Where a year has vouchers, its #PSALDO are not given; where it has either, its #RES is only given
// as closing. Where it has neither (type 1), the change of the whole year is given as actual: #RES, and for balance accounts
// closing - opening (a year that has closings but no openings: the present one alone, as one that began with nothing).
//
// Refused: a file that is no SIE, is empty or a web page, has a type outside 1-4, ends inside a voucher, or whose checksum
// (#KSUMMA) is wrong or has no end.
std::optional<ledger::FileFacts> read_sie(const std::string& file, ByteSource& bytes, const Reading& how, ledger::Sink& sink,
                                          Problems& problems);

}  // namespace styrkedja::sie
