// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace styrkedja::fuzz {

// What reading sheets of the ledger promises, for any bytes: it ends, texts are UTF-8, sums are those of what was given, no voucher
// is given that doesn't balance, problems are said in both languages, of no kind more than twenty. Returns what is broken ("" =
// nothing). The first line of a CSV input chooses nothing: all are read by three profiles.
std::string broken_csv_ledger(std::string_view bytes);
std::string broken_workbook(std::string_view bytes);

}  // namespace styrkedja::fuzz
