// SPDX-License-Identifier: EUPL-1.2
#include <cstring>

#include "importers/sie/piece.h"

namespace styrkedja::sie {
namespace {

// Eight bytes at a time; what is left is read as if zeros followed it.
std::uint64_t hash_of(std::string_view raw) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = raw.size() * odd;
    while (raw.size() >= 8) {
        std::uint64_t word;
        std::memcpy(&word, raw.data(), 8);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32U;
        raw.remove_prefix(8);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, raw.data(), raw.size());
    hash = (hash ^ word) * odd;
    return hash ^ (hash >> 29U);
}

// An object list without blanks, braces and quotes: what the checksum is taken over.
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

}  // namespace

RawNumbers::RawNumbers() : slots_(1024) {}

std::uint32_t RawNumbers::number(std::string_view raw) {
    const std::uint64_t hash = hash_of(raw);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask) {
        if (slots_[at].hash == hash && texts_[slots_[at].number - 1] == raw) return slots_[at].number - 1;
    }
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(kept_.emplace_back(raw));
    summed_.push_back(kept_.emplace_back(without_signs(raw)));
    slots_[at] = {hash, number + 1};
    if (texts_.size() * 2 > slots_.size()) grow();
    return number;
}

void RawNumbers::grow() {
    std::vector<Slot> larger(slots_.size() * 4);
    for (const Slot& slot : slots_) {
        if (slot.number == 0) continue;
        std::size_t at = slot.hash & (larger.size() - 1);
        while (larger[at].number != 0) at = (at + 1) & (larger.size() - 1);
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

}  // namespace styrkedja::sie
