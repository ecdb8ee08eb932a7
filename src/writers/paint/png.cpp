// SPDX-License-Identifier: EUPL-1.2
#include "writers/paint/png.h"

#include <zlib.h>

#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace styrkedja::paint {
namespace {

constexpr std::uint32_t rgb = 0xffffff;

void append_number(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((number >> shift) & 0xffU);
}

void append_chunk(std::string& out, const char* type, const std::string& data) {
    append_number(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = out.size();
    out.append(type, 4).append(data);
    const auto* bytes = reinterpret_cast<const Bytef*>(out.data() + begin);
    append_number(out, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(out.size() - begin))));
}

// Colours in the order they are met, at most 256.
class Palette {
  public:
    // The colour's place, or nothing when there are too many.
    std::optional<std::uint8_t> place(std::uint32_t colour) {
        std::size_t at = (colour * 2654435761U) >> 22U;
        while (slots_[at] != 0) {
            if (slots_[at] - 1 == colour) return places_[at];
            at = (at + 1) % slots_.size();
        }
        if (colours_.size() == 256) return std::nullopt;
        slots_[at] = colour + 1;
        places_[at] = static_cast<std::uint8_t>(colours_.size());
        colours_.push_back(colour);
        return places_[at];
    }
    std::string chunk() const {
        std::string bytes;
        for (const std::uint32_t colour : colours_) {
            for (int shift = 16; shift >= 0; shift -= 8) bytes += static_cast<char>((colour >> shift) & 0xffU);
        }
        return bytes;
    }

  private:
    std::array<std::uint32_t, 1024> slots_{};  // colour + 1; 0 = free
    std::array<std::uint8_t, 1024> places_{};
    std::vector<std::uint32_t> colours_;
};

struct Image {
    const std::uint32_t* pixels;
    std::size_t width, height, stride;
};

// A row of pixels as places in the palette; false when it has no room for all colours. Most pixels have the colour of
// the one before, or, in a hatch, of the one before that changed.
bool index_row(const std::uint32_t* pixel, std::size_t width, char* out, Palette& palette) {
    std::uint32_t last = rgb + 1, other = rgb + 1;
    char place = 0, other_place = 0;
    for (const std::uint32_t* const end = pixel + width; pixel != end; ++pixel) {
        const std::uint32_t colour = *pixel & rgb;
        if (colour != last) {
            std::swap(last, other);
            std::swap(place, other_place);
            if (colour != last) {
                const auto found = palette.place(colour);
                if (!found) return false;
                place = static_cast<char>(*found);
                last = colour;
            }
        }
        *out++ = place;
    }
    return true;
}

// A byte for each pixel. Each row begins with the number of its filter: 0 as it is, or 2 the difference from the one
// above, which is nothing where the two are alike, as most rows of a drawing are.
std::optional<std::string> with_palette(const Image& image, Palette& palette) {
    const std::size_t length = image.width + 1;
    std::string rows(length * image.height, '\0');
    for (std::size_t y = 0; y < image.height; ++y) {
        const std::uint32_t* pixels = image.pixels + y * image.stride;
        char* row = rows.data() + y * length;
        if (y > 0 && std::memcmp(pixels, pixels - image.stride, image.width * sizeof *pixels) == 0) {
            row[0] = '\x02';
        } else if (!index_row(pixels, image.width, row + 1, palette)) {
            return std::nullopt;
        }
    }
    return rows;
}

std::string true_colour(const Image& image) {
    std::string rows;
    rows.reserve((image.width * 3 + 1) * image.height);
    for (std::size_t y = 0; y < image.height; ++y) {
        rows += '\0';
        for (std::size_t x = 0; x < image.width; ++x) {
            const std::uint32_t colour = image.pixels[y * image.stride + x];
            for (int shift = 16; shift >= 0; shift -= 8) rows += static_cast<char>((colour >> shift) & 0xffU);
        }
    }
    return rows;
}

std::string compressed(const std::string& rows) {
    uLongf size = compressBound(static_cast<uLong>(rows.size()));
    std::string bytes(size, '\0');
    compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
              static_cast<uLong>(rows.size()), 1);
    bytes.resize(size);
    return bytes;
}

}  // namespace

std::string encode_png(const std::uint32_t* pixels, std::size_t width, std::size_t height, std::size_t stride,
                       double scale) {
    const Image image{pixels, width, height, stride};
    Palette palette;
    const auto indexed = with_palette(image, palette);
    std::string head;
    append_number(head, static_cast<std::uint32_t>(width));
    append_number(head, static_cast<std::uint32_t>(height));
    head += '\x08';                     // bits
    head += indexed ? '\x03' : '\x02';  // palette or colour
    head += std::string(3, '\0');
    std::string density;
    const auto per_metre = static_cast<std::uint32_t>(std::lround(scale * 72 / 0.0254));
    append_number(density, per_metre);
    append_number(density, per_metre);
    density += '\x01';
    std::string out = "\x89PNG\r\n\x1a\n";
    append_chunk(out, "IHDR", head);
    if (indexed) append_chunk(out, "PLTE", palette.chunk());
    append_chunk(out, "pHYs", density);
    append_chunk(out, "IDAT", compressed(indexed ? *indexed : true_colour(image)));
    append_chunk(out, "IEND", "");
    return out;
}

}  // namespace styrkedja::paint
