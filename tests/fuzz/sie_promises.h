// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "importers/sie/recorder_testing.h"

namespace styrkedja::fuzz {

// What the reader of SIE promises of any bytes: the same whatever the blocks and threads are, nothing half booked, lines that
// the file has. Returns what is broken; "" = nothing.
inline std::string broken_sie(std::string_view bytes, std::size_t block, unsigned threads, std::size_t at_most) {
    sie::Reading how;
    const sie::testing::Outcome whole = sie::testing::reading(bytes, how);
    how.block = block;
    how.threads = threads;
    const sie::testing::Outcome parts = sie::testing::reading(bytes, how, at_most);
    if (const std::string difference = sie::testing::difference(whole, parts); !difference.empty()) return "blocks change it: " + difference;
    if (!whole.is_whole) return "a voucher was given that isn't whole";
    if (!whole.facts && !whole.problems.has_errors()) return "refused without a reason";
    if (whole.facts && whole.facts->debit + whole.facts->credit != 0) return "debit and credit differ";
    for (const Problem& each : whole.problems.list()) {
        if (whole.facts && each.place.line > whole.facts->lines + 1) return "a line that isn't there: " + std::string(each.code);
    }
    return {};
}

}  // namespace styrkedja::fuzz
