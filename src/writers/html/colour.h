// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace styrkedja::html {

// A colour that a municipality gave ("#23507A"), and what becomes of it so that it can be read: against white
// paper it is darkened, against dark paper lightened, until the contrast (WCAG 2.2, 1.4.3 and 1.4.11) is
// reached.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;

    static std::optional<Colour> parse(std::string_view text);  // #rrggbb, nothing else
    std::string str() const;

    // The nearest one on the way to black that has at least `tenths`/10 to 1 against white (45 = text, 30 =
    // marks).
    Colour readable_on_white(int tenths) const;
    // The nearest one on the way to white that has it against the dark paper.
    Colour readable_on_dark(int tenths) const;

    friend bool operator==(const Colour&, const Colour&) = default;
};

// Contrast of two colours in tenths, rounded down: 210 = 21 to 1.
int contrast_tenths(Colour a, Colour b);

inline constexpr Colour white_paper{255, 255, 255};
inline constexpr Colour dark_paper{0x17, 0x19, 0x1b};

}  // namespace styrkedja::html
