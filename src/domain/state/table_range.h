// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "domain/state/table.h"

namespace styrkedja {

// The first thing of a table whose id isn't before `id`. Of what is before it whole nodes are gone past: some
// hundred steps where there are 100 000 things.
template <class T>
typename Table<T>::Iterator first_from(const Table<T>& things, std::string_view id) {
    using Iterator = typename Table<T>::Iterator;
    const auto is_before = [&](const Iterator& it) { return !it.done() && it->id.str() < id; };
    Iterator at = things.begin();
    while (is_before(at)) {
        Iterator next = at, beside = at;
        if (Iterator::skip_shared(next, beside) && is_before(next))
            at = next;  // not past it
        else
            ++at;
    }
    return at;
}

// Those whose ids begin so: what is named by a thing, with its id and a / first.
template <class T, class See>
void each_with_prefix(const Table<T>& things, std::string_view prefix, const See& see) {
    for (auto it = first_from(things, prefix); !it.done() && it->id.str().starts_with(prefix); ++it) see(*it);
}

// Puts a thing that another table holds into this one too. It is lent: that other table keeps it.
template <class T>
void lend(Table<T>& to, const Held<T>& thing) {
    to.put(typename Table<T>::Item(typename Table<T>::Item(), &thing));
}

}  // namespace styrkedja
