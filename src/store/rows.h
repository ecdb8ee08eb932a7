// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "store/store.h"

// What every backend sees to before it writes.
namespace styrkedja::store {

// The largest single blob, in bytes: what SQLite takes in one value (10^9 with its row), and less than
// PostgreSQL's gigabyte. A larger one is a Failure (full, store_blob_is_too_large), and nothing has been
// written.
constexpr std::uint64_t largest_blob = 999'000'000;

// Rows that don't follow on expected, or whose command isn't 1 to 64 bytes or whose hash isn't 32, are a bug
// in the caller: the program stops.
void check_rows(Version expected, std::span<const LogRow> rows);

// Throws Failure when one is too large.
void check_blobs(std::span<const Blob> blobs);

// Throws the Failure (damaged) for a log row that is wanted but not there.
[[noreturn]] void throw_row_is_missing(std::string_view municipality, Version version);

}  // namespace styrkedja::store
