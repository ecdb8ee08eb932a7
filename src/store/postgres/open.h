// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string_view>

#include "store/open.h"

namespace styrkedja::store {

// Opens a store in PostgreSQL 13 or later. The address is a URL as libpq reads it, also with several hosts:
//   postgresql://user:password@host:5432/database
//   postgresql://user@one:5432,two:5432,three:5432/database?target_session_attrs=read-write
// All tables lie in the schema "styrkedja" of that database, which may be shared with others; the role must own the
// schema, or may create it. What the URL doesn't say: connect_timeout is 3 seconds for each host, a connection whose other
// end is gone is given up after 10 seconds, and of several hosts the one that may be written is taken.
// A commit is durable whatever the server's default is: synchronous_commit "off" and "local" are raised to "on" for
// this connection, stronger ones are left. A server with fsync = off is refused for writing: it can't keep that promise.
// Connections that were lost (restart, failover, idle time) are made anew by the next call.
// Throws Failure: wrong_address, unavailable, refused, missing (no such database, or no store in it), too_new.
std::unique_ptr<Store> open_postgres(std::string_view address, Access access);

}  // namespace styrkedja::store
