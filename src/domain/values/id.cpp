// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/id.h"

#include <algorithm>

namespace styrkedja {

bool Id::is_valid(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

}  // namespace styrkedja
