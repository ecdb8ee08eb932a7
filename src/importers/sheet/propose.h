// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_source.h"
#include "base/problem.h"
#include "domain/economy/ledger_things.h"

namespace styrkedja::sheet {

// Why a column is taken for what it is.
enum class Reason : std::uint8_t {
    heading,          // its heading is one that ERP programs use (locale/ledger_sheet_words.h)
    month,            // its heading is a month
    month_of_figure,  // a month, under or beside a word for whose month it is: "Utfall", "Budget"
    taken,            // its heading says something that another column is already
    unknown
};

struct Guess {
    std::string heading, meaning;     // as in a profile; meaning "ignore" where it isn't read
    Reason reason = Reason::unknown;
    std::string example;              // the first value under it
};

// A first profile for a file that has none, to be looked through by a person.
struct Proposal {
    LedgerProfile profile;            // columns, sheet, sign, unit, lengths, skip; the ledger and the versions are the municipality's
    std::uint32_t heading_line = 0;
    std::vector<Guess> guesses;       // of all columns with a heading, in order
    // What the sign was told by: amounts on accounts of income, above and below zero; both 0 = not known.
    std::size_t income_above = 0, income_below = 0;
    std::string unit_word;            // "tkr", found over the rows; empty = kronor, for nothing says otherwise
    bool has_account = false, has_amount = false;   // without both it is no profile yet
};

// From the headings and the first rows. None: no row looks like headings (no_heading_looks_known), or the file can't be read.
std::optional<Proposal> propose(const std::string& file, ByteSource& bytes, Problems& problems);

}  // namespace styrkedja::sheet
