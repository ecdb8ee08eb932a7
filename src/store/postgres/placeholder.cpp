// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/open.h"

namespace styrkedja::store {

// Stands in until PostgreSQL is there.
[[gnu::weak]] std::unique_ptr<Store> open_postgres(std::string_view, Access) {
    throw Failure(
        Failure::Kind::unavailable,
        Problem{"store_address_is_not_understood", Severity::error, {}, {{"scheme", "postgresql"}}});
}

}  // namespace styrkedja::store
