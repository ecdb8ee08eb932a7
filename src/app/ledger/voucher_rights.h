// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/code_map.h"
#include "domain/economy/facts.h"
#include "domain/state/state.h"

namespace styrkedja::app {

// What one person may read of vouchers on one day (VoucherRight; domain.md, secrecy): a row's text and counterparty need a
// right on the row's unit and account.
class VoucherRights {
  public:
    VoucherRights(const State& state, const EconomyIndex& index, std::string_view person, Date today);
    bool any() const { return !rights_.empty(); }
    // Codes as the ledger has them, on that day.
    bool may_read(std::string_view ledger, std::string_view responsibility, std::string_view account, Date day) const;

  private:
    const EconomyIndex& index_;
    CodeMap codes_;
    std::vector<const VoucherRight*> rights_;
};

}  // namespace styrkedja::app
