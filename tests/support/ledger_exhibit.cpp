// SPDX-License-Identifier: EUPL-1.2
#include "support/ledger_exhibit.h"

#include <algorithm>

#include "importers/sie/read.h"

namespace styrkedja::testing {
namespace {

class Nowhere : public ledger::Sink {
  public:
    void vouchers(std::span<const ledger::Voucher>, std::span<const ledger::Row>, const ledger::Dictionary&) override {}
    void balances(std::span<const ledger::Balance>, const ledger::Dictionary&) override {}
};

}  // namespace

const TreeFile* find_ledger(const std::vector<TreeFile>& files) {
    auto found = std::find_if(files.begin(), files.end(), [](const TreeFile& file) {
        return file.name == "ledger.se" || file.name == "ledger.si" || file.name == "ledger.sie";
    });
    return found == files.end() ? nullptr : &*found;
}

Problems problems_of_ledger(const TreeFile& file) {
    Problems problems;
    Nowhere sink;
    TextSource bytes(file.bytes);
    sie::read_sie(file.name, bytes, {}, sink, problems);
    return problems;
}

}  // namespace styrkedja::testing
