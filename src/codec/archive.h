// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace styrkedja {

// A part of an archive (a file of a zip, a part of an office document): its path and bytes, and how hard to pack it (0 = as it is, for what is packed already).
struct ArchivePart {
    std::string path;
    std::string_view bytes;
    int level = 6;
    // Of bytes that are deflated already: what they unpack to.
    struct Unpacked {
        std::uint32_t checksum = 0, size = 0;
    };
    std::optional<Unpacked> unpacked = {};
};

// A zip of the parts in the order given (APPNOTE 6.3, without ZIP64: less than 4 GB and 65 536 parts). Every time in
// it is 1980-01-01: same parts, same bytes. Parts are packed at the same
// time where there are several processors.
std::string archive(const std::vector<ArchivePart>& entries);

}  // namespace styrkedja
