// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/economy/ledger_things.h"
#include "importers/sheet/rows.h"

namespace styrkedja::sheet {

// What a column of a ledger's sheet is, by a profile.
enum class Meaning : std::uint8_t {
    ignore,
    role,             // a code: account, responsibility, service, project, counterparty, activity, free:NAME
    month, year,      // of the row
    date,             // of the row, or the voucher
    amount,           // booked; with debit and credit instead of it, their difference
    debit, credit,
    actual, budget,   // of a month that the heading says ("actual@03", "actual@2026-03"); budget alone: of the year
    opening,          // the balance on the year's first morning
    series, number,   // a voucher's
    text, signature
};

struct Wanted {
    std::string heading;
    Meaning meaning = Meaning::ignore;
    std::string role;                 // a role, or the name of a free code part
    int month = 0, year = 0;          // of actual and budget; 0 = not said
    // Without it rows can't be read. A month that hasn't come yet, texts and what is ignored may be missing.
    bool is_needed() const { return meaning != Meaning::ignore && meaning != Meaning::text && meaning != Meaning::signature && month == 0; }
};

// "responsibility", "actual@03", "free:objekt"; nothing where it isn't one.
std::optional<Wanted> parse_meaning(std::string_view heading, std::string_view meaning);

// A profile as it is used.
struct Layout {
    std::vector<Wanted> columns;
    std::map<std::string, std::size_t, std::less<>> lengths;   // by role
    std::vector<std::string> skip;                             // small letters
    bool has(Meaning meaning) const;
};
// None with profile_column_is_not_understood, profile_length_is_not_understood, profile_has_no_account, profile_has_no_amount.
std::optional<Layout> layout_of(const LedgerProfile& profile, Problems& problems);

// Where the columns stand in a file: by column of the file, which of the layout; -1 = none.
struct Found {
    std::vector<int> which;
    std::uint32_t line = 0;           // of the headings
};
// Goes to the row with the headings: the profile's, or the first of the first hundred that has half of the needed ones. A heading
// under one that stands over several columns may be named with it: "Utfall Jan". Problems: heading_row_is_not_found,
// sheet_column_is_missing, heading_is_repeated, and as a note column_is_not_read.
std::optional<Found> find_headings(RowSource& rows, const Layout& layout, int heading, Problems& problems);

// The headings of the present row as they may be named: each its own, and with what stands above it, its own or the last one to
// the left.
struct HeadingNames {
    std::string own, with_above;      // keys (values.h)
};
std::vector<HeadingNames> heading_names(std::span<const Field> fields, const std::vector<std::string>& above);

}  // namespace styrkedja::sheet
