// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/codes.h"

#include <algorithm>

namespace styrkedja::sheet {

std::size_t Codes::add_part(const std::string& key, const std::string& name) {
    if (key == ledger::roles[0]) return 0;
    auto& parts = dictionary_.parts;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const ledger::CodePart& part) { return part.key == key; });
    if (found != parts.end()) return static_cast<std::size_t>(found - parts.begin()) + 1;
    ledger::CodePart part;
    part.key = key;
    part.name = name;
    parts.push_back(std::move(part));
    last_.emplace_back();
    now_.push_back(0);
    return parts.size();
}

void Codes::begin_row() { std::fill(now_.begin(), now_.end(), 0U); }

void Codes::set(std::size_t place, std::string_view code) {
    Last& last = last_[place];
    if (last.text != code) {
        ledger::CodeList& list = place == 0 ? dictionary_.accounts : dictionary_.parts[place - 1].codes;
        last.text = code;
        last.number = list.number(code);
    }
    now_[place] = last.number;
}

ledger::CombinationNo Codes::combination() {
    if (dictionary_.parts.empty()) return 0;
    if (combined_.size() == now_.size() && std::equal(now_.begin() + 1, now_.end(), combined_.begin() + 1)) return last_combination_;
    combined_ = now_;
    const std::string key(reinterpret_cast<const char*>(now_.data() + 1), (now_.size() - 1) * sizeof(ledger::CodeNo));
    const auto next = static_cast<ledger::CombinationNo>(dictionary_.combinations.size());
    const auto [found, is_new] = combinations_.emplace(key, next);
    last_combination_ = found->second;
    if (!is_new) return last_combination_;
    auto& made = dictionary_.combinations.emplace_back();
    for (std::uint32_t part = 0; part + 1 < now_.size(); ++part) {
        if (now_[part + 1] != 0) made.emplace_back(part, now_[part + 1]);
    }
    return last_combination_;
}

}  // namespace styrkedja::sheet
