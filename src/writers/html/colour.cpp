// SPDX-License-Identifier: EUPL-1.2
#include "writers/html/colour.h"

namespace styrkedja::html {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Light of a channel in millionths. sRGB's curve by the cubic 0.305306 c³ + 0.682171 c² + 0.012523 c, which
// is within 0.002 of it: whole numbers, so that every machine gets the same.
std::int64_t light(std::uint8_t channel) {
    const std::int64_t c = channel * std::int64_t{1'000'000} / 255;
    const std::int64_t square = c * c / 1'000'000;
    const std::int64_t cube = square * c / 1'000'000;
    return (cube * 305'306 + square * 682'171 + c * 12'523) / 1'000'000;
}

std::int64_t luminance(Colour colour) {
    return (2126 * light(colour.red) + 7152 * light(colour.green) + 722 * light(colour.blue)) / 10'000;
}

// The colour `step` of 32 on the way to `end`.
Colour towards(Colour from, Colour end, int step) {
    auto mix = [step](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>((a * (32 - step) + b * step) / 32);
    };
    return {mix(from.red, end.red), mix(from.green, end.green), mix(from.blue, end.blue)};
}

Colour readable(Colour colour, Colour paper, Colour end, int tenths) {
    for (int step = 0; step < 32; ++step) {
        const Colour tried = towards(colour, end, step);
        if (contrast_tenths(tried, paper) > tenths) return tried;
    }
    return end;
}

}  // namespace

std::optional<Colour> Colour::parse(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return {};
    int digits[6];
    for (std::size_t i = 0; i < 6; ++i) {
        digits[i] = hex_digit(text[i + 1]);
        if (digits[i] < 0) return {};
    }
    auto channel = [&](int at) { return static_cast<std::uint8_t>(digits[at] * 16 + digits[at + 1]); };
    return Colour{channel(0), channel(2), channel(4)};
}

std::string Colour::str() const {
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {red, green, blue}) {
        text += digits[channel >> 4];
        text += digits[channel & 15];
    }
    return text;
}

Colour Colour::readable_on_white(int tenths) const {
    return readable(*this, white_paper, {0, 0, 0}, tenths);
}
Colour Colour::readable_on_dark(int tenths) const {
    return readable(*this, dark_paper, white_paper, tenths);
}

int contrast_tenths(Colour a, Colour b) {
    std::int64_t lighter = luminance(a);
    std::int64_t darker = luminance(b);
    if (lighter < darker) std::swap(lighter, darker);
    return static_cast<int>((lighter + 50'000) * 10 / (darker + 50'000));
}

}  // namespace styrkedja::html
