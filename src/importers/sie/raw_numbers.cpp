// SPDX-License-Identifier: EUPL-1.2
#include <cstring>

#include "importers/sie/piece.h"

namespace styrkedja::sie {
namespace {

__extension__ typedef unsigned __int128 UInt128;

// Up to sixteen bytes are their own key; of longer ones it is a hash, and the bytes are compared too.
// Bytes behind the text may be read: it lies in a piece.
std::uint64_t word_of(const char* at, std::size_t size) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    return size >= 8 ? word : word & ((std::uint64_t{1} << (size * 8)) - 1);
}

// The high bytes of a word must reach the low bits: codes differ in their last signs.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<UInt128>(a ^ 0x9E3779B97F4A7C15U) * (b ^ 0xD6E8FEB86659FD93U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

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
    Slot key;
    key.size = static_cast<std::uint32_t>(raw.size());
    key.first = word_of(raw.data(), raw.size());
    key.second = raw.size() > 8 ? word_of(raw.data() + 8, raw.size() - 8) : 0;
    for (std::size_t at = 16; at < raw.size(); at += 8) key.second = mixed(key.second, word_of(raw.data() + at, raw.size() - at));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (mixed(key.first, key.second) + key.size) & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.first != key.first || slot.second != key.second || slot.size != key.size) continue;
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
    if (texts_.size() * 2 > slots_.size()) grow();
    return number;
}

void RawNumbers::grow() {
    std::vector<Slot> larger(slots_.size() * 4);
    for (const Slot& slot : slots_) {
        if (slot.number == 0) continue;
        std::size_t at = (mixed(slot.first, slot.second) + slot.size) & (larger.size() - 1);
        while (larger[at].number != 0) at = (at + 1) & (larger.size() - 1);
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

}  // namespace styrkedja::sie
