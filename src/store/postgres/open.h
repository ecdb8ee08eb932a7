// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string_view>

#include "store/open.h"

namespace styrkedja::store {

// A store in PostgreSQL, by its address (postgresql://…). Throws Failure.
std::unique_ptr<Store> open_postgres(std::string_view address, Access access);

}  // namespace styrkedja::store
