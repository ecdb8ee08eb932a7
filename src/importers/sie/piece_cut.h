// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>

#include "importers/sie/piece.h"

// The reader's innermost step, for the files that it is written in.
namespace styrkedja::sie {

__extension__ typedef unsigned __int128 UInt128;

// Up to sixteen bytes are their own key; of longer ones it is a hash, and the bytes are compared too.
// Bytes behind the text may be read: it lies in a piece.
inline std::uint64_t word_of(const char* at, std::size_t size) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    return size >= 8 ? word : word & ((std::uint64_t{1} << (size * 8)) - 1);
}

// The high bytes of a word must reach the low bits: codes differ in their last signs.
inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<UInt128>(a ^ 0x9E3779B97F4A7C15U) * (b ^ 0xD6E8FEB86659FD93U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

inline RawNumbers::Slot RawNumbers::key_of(std::string_view raw) {
    Slot key;
    key.size = static_cast<std::uint32_t>(raw.size());
    key.first = word_of(raw.data(), raw.size());
    key.second = raw.size() > 8 ? word_of(raw.data() + 8, raw.size() - 8) : 0;
    for (std::size_t at = 16; at < raw.size(); at += 8) key.second = mixed(key.second, word_of(raw.data() + at, raw.size() - at));
    return key;
}

inline std::size_t RawNumbers::hash(const Slot& key) { return mixed(key.first, key.second) + key.size; }

inline std::uint32_t RawNumbers::known(std::string_view raw) const {
    if (raw.size() > 16) return unknown;
    const Slot key = key_of(raw);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash(key) & mask; slots_[at].number != 0; at = (at + 1) & mask) {
        if (slots_[at].has_key_of(key)) return slots_[at].number - 1;
    }
    return unknown;
}

// Sixteen bytes at once, whatever is needed of them: both sides have room.
inline void PieceReader::sum(std::string_view bytes) {
    char* to = found_->summed.data() + found_->summed_size;
    if (bytes.size() <= 16) std::memcpy(to, bytes.data(), 16);
    else std::memcpy(to, bytes.data(), bytes.size());
    found_->summed_size += bytes.size();
}

// A voucher's rows have its own day.
inline Date PieceReader::date_of(std::string_view text) {
    if (text.size() != 8) return Date();
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data(), 8);
    return bytes == day_ && date_.exists() ? date_ : new_date(text);
}

template <bool with_lists>
inline const char* PieceReader::next(const char* at, Field& field) {
    at = cut_field<with_lists>(skip_blanks(at), field);
    if (state.summing && field.exists) {
        if (field.escaped || field.is_list) sum_field(field);
        else sum(field.raw);
    }
    if (field.unclosed) tell(field.is_list ? "sie_object_list_is_not_closed" : "sie_quote_is_not_closed", false, field.raw);
    return at;
}

}  // namespace styrkedja::sie
