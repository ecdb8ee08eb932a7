// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "store/open.h"

namespace styrkedja::store::sqlite {

// Where an SQLite store lies and how it is reached: FILE, or sqlite:FILE with ?vfs=NAME&locking=exclusive
// after it.
struct Location {
    std::string file;
    std::string
        vfs;  // an SQLite VFS registered under that name (a simulated disk); empty = the machine's own
    bool exclusive = false;  // one connection only, and no shared memory beside the file
};

// Throws Failure (wrong_address).
Location parse_location(std::string_view address);

// What can be said of the file before SQLite touches it: that it and its folder are there and may be used,
// that it is an SQLite file and whole. Makes the file (for its owner only) when the access is create. On
// another VFS only whether it is there. Throws Failure.
void check_file(const Location& location, Access access);

// Whether the file and beside it may be written. Not known on another VFS: false.
bool may_write(const Location& location);

// Whether there is no write-ahead log beside the file, or nothing in it. Not known on another VFS: false.
bool log_is_empty(const Location& location);

}  // namespace styrkedja::store::sqlite
