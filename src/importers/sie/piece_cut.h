// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>

#include "importers/sie/piece.h"

// The reader's innermost step, for the files that it is written in.
namespace styrkedja::sie {

// Sixteen bytes at once, whatever is needed of them: both sides have room.
inline void PieceReader::sum(std::string_view bytes) {
    char* to = found_->summed.data() + found_->summed_size;
    if (bytes.size() <= 16) std::memcpy(to, bytes.data(), 16);
    else std::memcpy(to, bytes.data(), bytes.size());
    found_->summed_size += bytes.size();
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
