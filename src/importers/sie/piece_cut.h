// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "importers/sie/piece.h"

// The reader's innermost step, for the files that it is written in.
namespace styrkedja::sie {

template <bool with_lists>
inline const char* PieceReader::next(const char* at, Field& field) {
    at = cut_field<with_lists>(skip_blanks(at), field);
    if (state.summing && field.exists) sum_field(field);
    if (field.unclosed) tell(field.is_list ? "sie_object_list_is_not_closed" : "sie_quote_is_not_closed", false, field.raw);
    return at;
}

}  // namespace styrkedja::sie
