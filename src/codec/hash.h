// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace styrkedja {

// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits: the fingerprint by which a file is known.
std::string sha256(std::string_view bytes);

}  // namespace styrkedja
