// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/codes.h"

namespace styrkedja::ledger {

CodeList::CodeList() {
    number("");
}

CodeNo CodeList::number(std::string_view code) {
    auto found = numbers_.find(code);
    if (found != numbers_.end()) return found->second;
    const CodeNo next = static_cast<CodeNo>(texts_.size());
    auto [at, added] = numbers_.emplace(std::string(code), next);
    texts_.push_back(&at->first);
    return next;
}

}  // namespace styrkedja::ledger
