// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "assets.h"
#include "base/utf8.h"
#include "charts/charts.h"

namespace styrkedja::charts {
namespace {

// Big-endian reading of a font file (OpenType 1.9); outside of it everything is 0.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
    std::size_t u8(std::size_t at) const {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
    }
    std::size_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    std::size_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }

    // Where a table begins; 0 = it isn't there.
    std::size_t table(std::string_view tag) const {
        for (std::size_t i = 0; i < u16(4); ++i) {
            const std::size_t at = 12 + 16 * i;
            if (at + 16 <= bytes_.size() && bytes_.substr(at, 4) == tag) return u32(at + 8);
        }
        return 0;
    }
    std::string_view tag(std::size_t at) const {
        return at + 4 <= bytes_.size() ? bytes_.substr(at, 4) : std::string_view();
    }

  private:
    std::string_view bytes_;
};

// Characters below that are looked up once; above it stand no letters that reports use.
constexpr std::size_t characters_known = 0x2600;

// cmap, format 4: the glyph of a character of the basic plane.
std::size_t glyph_of(const Bytes& font, std::size_t subtable, std::size_t character) {
    const std::size_t segments = font.u16(subtable + 6) / 2;
    const std::size_t ends = subtable + 14, starts = ends + 2 * segments + 2;
    const std::size_t deltas = starts + 2 * segments, offsets = deltas + 2 * segments;
    for (std::size_t i = 0; i < segments; ++i) {
        if (font.u16(ends + 2 * i) < character) continue;
        const std::size_t start = font.u16(starts + 2 * i);
        if (start > character) return 0;
        const std::size_t offset = font.u16(offsets + 2 * i), delta = font.u16(deltas + 2 * i);
        if (offset == 0) return (character + delta) & 0xFFFF;
        const std::size_t glyph = font.u16(offsets + 2 * i + offset + 2 * (character - start));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }
    return 0;
}

std::size_t character_map(const Bytes& font) {
    const std::size_t cmap = font.table("cmap");
    for (std::size_t i = 0; i < font.u16(cmap + 2); ++i) {
        const std::size_t subtable = cmap + font.u32(cmap + 4 + 8 * i + 4);
        if (font.u16(subtable) == 4) return subtable;
    }
    return 0;
}

// Where a glyph stands in a coverage table, if it does.
std::optional<std::size_t> covered(const Bytes& font, std::size_t coverage, std::size_t glyph) {
    const std::size_t count = font.u16(coverage + 2);
    for (std::size_t i = 0; i < count; ++i) {
        if (font.u16(coverage) == 1) {
            if (font.u16(coverage + 4 + 2 * i) == glyph) return i;
            continue;
        }
        const std::size_t range = coverage + 4 + 6 * i;
        const std::size_t first = font.u16(range);
        if (first <= glyph && glyph <= font.u16(range + 2)) return font.u16(range + 4) + glyph - first;
    }
    return std::nullopt;
}

// One single substitution of GSUB (lookup type 1, also behind an extension): the glyph that takes its place.
std::size_t substituted(const Bytes& font, std::size_t lookup, std::size_t glyph) {
    for (std::size_t i = 0; i < font.u16(lookup + 4); ++i) {
        std::size_t sub = lookup + font.u16(lookup + 6 + 2 * i);
        std::size_t type = font.u16(lookup);
        if (type == 7) {
            type = font.u16(sub + 2);
            sub += font.u32(sub + 4);
        }
        if (type != 1) continue;
        const auto at = covered(font, sub + font.u16(sub + 2), glyph);
        if (!at) continue;
        return font.u16(sub) == 1 ? (glyph + font.u16(sub + 4)) & 0xFFFF : font.u16(sub + 6 + 2 * *at);
    }
    return glyph;
}

// The glyph that stands for it where figures are tabular ("tnum").
std::size_t tabular(const Bytes& font, std::size_t glyph) {
    const std::size_t gsub = font.table("GSUB");
    if (gsub == 0) return glyph;
    const std::size_t features = gsub + font.u16(gsub + 6), lookups = gsub + font.u16(gsub + 8);
    for (std::size_t i = 0; i < font.u16(features); ++i) {
        if (font.tag(features + 2 + 6 * i) != "tnum") continue;
        const std::size_t feature = features + font.u16(features + 2 + 6 * i + 4);
        for (std::size_t k = 0; k < font.u16(feature + 2); ++k) {
            const std::size_t number = font.u16(feature + 4 + 2 * k);
            glyph = substituted(font, lookups + font.u16(lookups + 2 + 2 * number), glyph);
        }
        return glyph;
    }
    return glyph;
}

// Advance widths in ems of the characters that texts have.
class Widths {
  public:
    explicit Widths(std::string_view file) {
        const Bytes font(file);
        const std::size_t map = character_map(font), metrics = font.table("hmtx");
        const std::size_t wide = font.u16(font.table("hhea") + 34);
        const double em = static_cast<double>(font.u16(font.table("head") + 18));
        for (std::size_t c = 0x20; c < characters_known && wide > 0 && em > 0; ++c) {
            std::size_t glyph = glyph_of(font, map, c);
            if (c >= '0' && c <= '9') glyph = tabular(font, glyph);
            advances_[c] = static_cast<double>(font.u16(metrics + 4 * std::min(glyph, wide - 1))) / em;
        }
    }
    double of(char32_t character) const {
        return character < characters_known ? advances_[character] : 1.0;
    }

  private:
    std::array<double, characters_known> advances_{};
};

}  // namespace

double text_width(const std::string& text, double size, bool semibold) {
    static const Widths regular(assets::fonts_print_SourceSans3_Regular_ttf());
    static const Widths bold(assets::fonts_print_SourceSans3_Semibold_ttf());
    const Widths& widths = semibold ? bold : regular;
    double width = 0;
    for (std::size_t at = 0; at < text.size();) width += widths.of(next_character(text, at));
    return width * size;
}

}  // namespace styrkedja::charts
