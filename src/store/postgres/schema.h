// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "store/migrations.h"
#include "store/postgres/link.h"

namespace styrkedja::store::postgres {

// Throws unless the tables are there and are this program's: missing, too_new, too_old, damaged.
void schema_must_fit(Link& link);

// Brings the schema "styrkedja" to the last of the known steps, each in a transaction with its note. When it isn't there
// it is made, or (unless the access is create) that is Failure::missing. Servers that start at the same time wait for
// each other. Throws too_new before anything is touched.
void migrate(Link& link, std::span<const Migration> known, Access access);

}  // namespace styrkedja::store::postgres
