// SPDX-License-Identifier: EUPL-1.2
#include "store/rows.h"

#include <cstdio>
#include <cstdlib>

namespace styrkedja::store {
namespace {

void insist(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "styrkedja: %s\n", what);
    std::abort();
}

}  // namespace

void check_rows(Version expected, std::span<const LogRow> rows) {
    for (const LogRow& row : rows) {
        insist(row.version == ++expected, "a log row does not follow on the one before");
        insist(!row.command.empty() && row.command.size() <= 64, "a command id is not 1 to 64 bytes");
        insist(row.hash.size() == 32, "a log row's hash is not 32 bytes");
    }
}

void check_blobs(std::span<const Blob> blobs) {
    for (const Blob& blob : blobs) {
        if (blob.bytes.size() <= largest_blob) continue;
        throw Failure(Failure::Kind::full, Problem{"store_blob_is_too_large",
                                                   Severity::error,
                                                   {},
                                                   {{"size", std::to_string(blob.bytes.size() / 1'000'000)},
                                                    {"most", std::to_string(largest_blob / 1'000'000)}}});
    }
}

void throw_row_is_missing(std::string_view municipality, Version version) {
    throw Failure(Failure::Kind::damaged, Problem{"store_row_is_missing",
                                                  Severity::error,
                                                  {},
                                                  {{"municipality", std::string(municipality)},
                                                   {"version", std::to_string(version)}}});
}

}  // namespace styrkedja::store
