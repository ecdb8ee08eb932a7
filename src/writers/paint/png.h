// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace styrkedja::paint {

// A PNG (ISO 15948) of pixels 0x00RRGGBB, rows `stride` pixels apart: with a palette where there are at most 256
// colours, which is what drawings have. `scale` is pixels to a point.
std::string encode_png(const std::uint32_t* pixels, std::size_t width, std::size_t height, std::size_t stride,
                       double scale);

}  // namespace styrkedja::paint
