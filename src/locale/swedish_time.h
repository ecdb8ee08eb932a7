// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace styrkedja {

// Moments are milliseconds since 1970-01-01 00:00 UTC; people in Sweden read them as clocks there show them: UTC+1,
// and UTC+2 from the last Sunday of March to the last of October, at 01:00 UTC (directive 2000/84/EC).

std::string swedish_time(std::int64_t milliseconds);   // "2025-12-16 14:30:05"

// The last millisecond of what is written: of a day ("2025-12-16"), a minute ("2025-12-16 14:30" or with T between),
// a second ("2025-12-16T14:30:05"); with Z at its end it is UTC. None: it is no such thing.
std::optional<std::int64_t> end_of_swedish_time(std::string_view text);

}  // namespace styrkedja
