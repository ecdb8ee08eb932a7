// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/piece_cut.h"

namespace styrkedja::sie {
std::string without_signs(std::string_view raw) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size() && raw[i + 1] == '"') {
            out += raw[++i];
        } else if (raw[i] == '"') {
            quoted = !quoted;
        } else if (quoted || (raw[i] != ' ' && raw[i] != '\t')) {
            out += raw[i];
        }
    }
    return out;
}

RawNumbers::RawNumbers() : slots_(1024) {}

std::uint32_t RawNumbers::number(std::string_view raw) {
    const Slot key = key_of(raw);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash(key) & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (!slot.has_key_of(key)) continue;
        if (key.size <= 16 || texts_[slot.number - 1] == raw) return slot.number - 1;
    }
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(kept_.emplace_back(raw));
    std::string& summed = kept_.emplace_back(without_signs(raw));
    const std::size_t size = summed.size();
    summed.append(16, '\0');   // so that sixteen may be copied
    summed_.push_back(std::string_view(summed).substr(0, size));
    slots_[at] = key;
    slots_[at].number = number + 1;
    if (texts_.size() * 4 > slots_.size()) grow();
    return number;
}

void RawNumbers::grow() {
    std::vector<Slot> larger(slots_.size() * 4);
    for (const Slot& slot : slots_) {
        if (slot.number == 0) continue;
        std::size_t at = hash(slot) & (larger.size() - 1);
        while (larger[at].number != 0) at = (at + 1) & (larger.size() - 1);
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

}  // namespace styrkedja::sie
