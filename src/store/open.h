// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string_view>

#include "store/store.h"

namespace styrkedja::store {

enum class Access : std::uint8_t {
    read,    // must be there, with this program's schema; nothing is written
    write,   // must be there, with this program's schema
    create,  // may be empty or not be there: it is made (SQLite: the file) and brought to this program's schema
    migrate  // must be there; older schemas are brought to this program's
};

// Opens a store by its address: "postgresql://…" (or "postgres://…"), "sqlite:FILE", "memory:NAME" (tests; same
// name, same store), or just a FILE, which is SQLite. Throws Failure.
std::unique_ptr<Store> open(std::string_view address, Access access);

}  // namespace styrkedja::store
