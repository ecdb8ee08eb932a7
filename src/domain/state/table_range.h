// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "domain/state/table.h"

namespace styrkedja {

// Those whose ids begin so: what is named by a thing, with its id and a / first.
template <class T, class See>
void each_with_prefix(const Table<T>& things, std::string_view prefix, const See& see) {
    for (auto it = things.first_from(prefix); it != things.end() && it->id.str().starts_with(prefix); ++it) see(*it);
}

// Puts a thing that another table holds into this one too. It is lent: that other table keeps it.
template <class T>
void lend(Table<T>& to, const Held<T>& thing) {
    to.put(typename Table<T>::Item(typename Table<T>::Item(), &thing));
}

}  // namespace styrkedja
