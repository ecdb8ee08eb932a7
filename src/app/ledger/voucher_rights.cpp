// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/voucher_rights.h"

namespace styrkedja::app {
namespace {

// "40* 5011": any of them; empty = all.
bool has_account(std::string_view accounts, std::string_view code) {
    if (accounts.find_first_not_of(' ') == accounts.npos) return true;
    while (!accounts.empty()) {
        const std::size_t end = std::min(accounts.find(' '), accounts.size());
        const std::string_view one = accounts.substr(0, end);
        if (!one.empty() && code_pattern(one).fits(code)) return true;
        accounts.remove_prefix(std::min(end + 1, accounts.size()));
    }
    return false;
}

}  // namespace

VoucherRights::VoucherRights(const State& state, const EconomyIndex& index, std::string_view person, Date today)
    : index_(index), codes_(state) {
    for (const VoucherRight& each : state.voucher_rights) {
        if (!person.empty() && each.person == person && each.valid.holds_on(today)) rights_.push_back(&each);
    }
}

bool VoucherRights::may_read(std::string_view ledger, std::string_view responsibility, std::string_view account, Date day) const {
    std::string_view unit;
    bool is_found = false;
    for (const VoucherRight* each : rights_) {
        if (!has_account(each->accounts, account)) continue;
        if (each->unit.empty()) return true;
        if (!is_found) {
            const MappedCode mapped = codes_.find("responsibility", responsibility, ledger, day);
            if (mapped.other.empty()) unit = mapped.id;   // which of two it is can't be said: nobody's
            is_found = true;
        }
        if (!unit.empty() && index_.is_within(unit, each->unit.str(), day)) return true;
    }
    return false;
}

}  // namespace styrkedja::app
