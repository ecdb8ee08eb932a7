// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ledger/import.h"

namespace styrkedja::app {

// A voucher's identity is (ledger, year, series, number): no other part of the ledger may show one that this file has, or its
// rows would be added up twice. ledger_voucher_is_in_two_parts for each, the first twenty; ledger_more_vouchers_are_doubled
// for the rest. Within a file it is seen while it is read (take_in).
void tell_doubled_vouchers(store::Reader& store, const Known& known, const LedgerPlan& plan, const LedgerWish& wish, const Intake& intake,
                           Problems& problems);

}  // namespace styrkedja::app
