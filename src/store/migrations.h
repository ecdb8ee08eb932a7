// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/open.h"

// How a database gets from an earlier program's tables to this one's: numbered SQL files that lie in the
// program (assets/migrations/BACKEND/0001-name.sql). Each is applied in a transaction of its own, together
// with its row in
//   schema_version (number, name, program, applied)
// where program is the version of Styrkedja that applied it and applied the time in milliseconds since 1970
// UTC. A file that has been in a release is never changed.
namespace styrkedja::store {

struct Migration {
    std::uint32_t number = 0;  // from 1, without holes
    std::string_view name;     // "log"
    std::string_view sql;
};

// A row of schema_version.
struct AppliedMigration {
    std::uint32_t number = 0;
    std::string name, program;
};

// Those of a backend ("sqlite", "postgres"), in order.
std::vector<Migration> migrations_of(std::string_view backend);

// What is to be applied before the database can be used (none: it is as this program wants it). Applied rows
// in order. Place names the database in messages; it must hold no password. Throws Failure: too_new when a
// newer program has been here, too_old when something is missing and the access doesn't allow to add it,
// damaged when the rows aren't this program's.
std::span<const Migration> wanting(std::span<const Migration> known,
                                   std::span<const AppliedMigration> applied, Access access,
                                   std::string_view place);

// This program's version, as it stands in schema_version.
std::string_view program_version();

}  // namespace styrkedja::store
