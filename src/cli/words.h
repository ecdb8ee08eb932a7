// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace styrkedja::cli {

std::string_view version();  // "0.1.0"

}  // namespace styrkedja::cli
