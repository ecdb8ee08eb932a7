// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "store/migrations.h"

// A store in an SQLite file, for one machine: the municipality that has no database server, and the trial.
// The file is the store: with its -wal beside it while it is used, which holds what was written last; to copy
// the one without the other loses that. It is made for its owner only.
namespace styrkedja::store {

// Address: FILE or sqlite:FILE[?vfs=NAME][&locking=exclusive]. Throws Failure.
std::unique_ptr<Store> open_sqlite(std::string_view address, Access access);

// The same with other migrations than the program's own (tests).
std::unique_ptr<Store> open_sqlite(std::string_view address, Access access,
                                   std::span<const Migration> migrations);

}  // namespace styrkedja::store
