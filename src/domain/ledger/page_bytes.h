// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

// The numbers in a page's bytes.
namespace styrkedja::ledger {

inline constexpr std::uint64_t page_form = 1;      // permanent
inline constexpr std::size_t digest_size = 32;

// Small numbers of either sign as small numbers.
inline std::uint64_t zigzag(std::int64_t number) {
    return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63U);
}
inline std::int64_t unzigzag(std::uint64_t bits) {
    return static_cast<std::int64_t>(bits >> 1U) ^ -static_cast<std::int64_t>(bits & 1U);
}

}  // namespace styrkedja::ledger
