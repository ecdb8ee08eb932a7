// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace styrkedja {

// A municipality's place in time as its log counts it: the number of entries up to and with one. 0 = before the
// first. Never reused, never with a hole.
using Version = std::uint64_t;

}  // namespace styrkedja
