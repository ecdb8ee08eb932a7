// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>

#include "store/migrations.h"
#include "store/sqlite/connection.h"

namespace styrkedja::store::sqlite {

// "Styr": stands in the file's header, so that a file of another program is known as such.
constexpr std::int64_t application_id = 0x53747972;

// The file, checked and with this program's schema, which is made or brought up to date where the access
// allows it.
std::shared_ptr<Connection> open_checked(Location location, Access access,
                                         std::span<const Migration> migrations);

}  // namespace styrkedja::store::sqlite
