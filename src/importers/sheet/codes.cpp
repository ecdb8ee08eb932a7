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
    return last_combination_ = find_or_add();
}

// Where those codes stand in the table, or the free place where they would.
std::size_t Codes::slot_of(const ledger::CodeNo* codes) const {
    const std::size_t parts = now_.size() - 1;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < parts; ++i) hash = (hash ^ codes[i]) * 0x9E3779B97F4A7C15U;
    for (std::size_t slot = (hash ^ (hash >> 32U)) & (table_.size() - 1);; slot = (slot + 1) & (table_.size() - 1)) {
        const ledger::CombinationNo number = table_[slot];
        if (number == 0 || std::equal(codes, codes + parts, known_.data() + (number - 1) * parts)) return slot;
    }
}

void Codes::grow() {
    const std::size_t parts = now_.size() - 1, count = known_.size() / parts;
    table_.assign(std::max<std::size_t>(1024, table_.size() * 2), 0);
    for (std::size_t i = 0; i < count; ++i) table_[slot_of(known_.data() + i * parts)] = static_cast<ledger::CombinationNo>(i + 1);
}

ledger::CombinationNo Codes::find_or_add() {
    const std::size_t parts = now_.size() - 1, count = known_.size() / parts;
    if ((count + 1) * 2 > table_.size()) grow();
    ledger::CombinationNo& number = table_[slot_of(now_.data() + 1)];
    if (number != 0) return number;
    number = static_cast<ledger::CombinationNo>(count + 1);
    known_.insert(known_.end(), now_.begin() + 1, now_.end());
    auto& made = dictionary_.combinations.emplace_back();
    for (std::uint32_t part = 0; part < parts; ++part) {
        if (now_[part + 1] != 0) made.emplace_back(part, now_[part + 1]);
    }
    return number;
}

}  // namespace styrkedja::sheet
