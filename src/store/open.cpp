// SPDX-License-Identifier: EUPL-1.2
#include "store/open.h"

#include "store/memory/memory.h"
#include "store/postgres/open.h"
#include "store/sqlite/open.h"

namespace styrkedja::store {
namespace {

// What stands before "://" or a ":" that begins the address; empty for a file name.
std::string_view scheme_of(std::string_view address) {
    for (std::string_view scheme : {"postgresql", "postgres", "sqlite", "memory"}) {
        if (address.starts_with(scheme) && address.substr(scheme.size()).starts_with(':')) return scheme;
    }
    std::size_t end = address.find("://");
    return end == address.npos ? std::string_view() : address.substr(0, end);
}

}  // namespace

std::unique_ptr<Store> open(std::string_view address, Access access) {
    std::string_view scheme = scheme_of(address);
    if (scheme == "postgresql" || scheme == "postgres") return open_postgres(address, access);
    if (scheme == "memory" && address.size() > 7) return open_memory(address.substr(7), access);
    // Somebody means libpq's other form of addresses; as the name of a file the password would stand in messages.
    const bool has_password = address.find("password=") != address.npos;
    if (scheme == "sqlite" || (scheme.empty() && !address.empty() && !has_password)) return open_sqlite(address, access);
    // Only what stands before the colon: the rest could hold a password.
    throw Failure(
        Failure::Kind::wrong_address,
        Problem{"store_address_is_not_understood", Severity::error, {}, {{"scheme", std::string(scheme)}}});
}

}  // namespace styrkedja::store
