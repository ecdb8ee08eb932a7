// SPDX-License-Identifier: EUPL-1.2
#include "writers/paint/paint.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <cstdint>
#include <numbers>

#include "assets.h"
#include "writers/html/colour.h"
#include "writers/paint/operators.h"
#include "writers/paint/png.h"

namespace styrkedja::paint {

using namespace charts;

struct Painter::Fonts {
    FT_Library library = nullptr;
    FT_Face face[2] = {nullptr, nullptr};
    cairo_font_face_t* font[2] = {nullptr, nullptr};
};

namespace {

constexpr double pi = std::numbers::pi;

bool set_colour(cairo_t* cairo, const Colour& colour) {
    const auto parsed = html::Colour::parse(colour);
    if (!parsed) return false;
    cairo_set_source_rgb(cairo, parsed->red / 255.0, parsed->green / 255.0, parsed->blue / 255.0);
    return true;
}

// Lines at 45° over the path, 2.2 pt apart, on white. In a picture they are painted without soft edges: a hatch of
// them would be most of the picture's bytes and time, and it is read as a tone.
void hatch(cairo_t* cairo, const Colour& colour) {
    constexpr double apart = 2.2, thick = 0.7;
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_fill_preserve(cairo);
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_path_extents(cairo, &left, &top, &right, &bottom);
    cairo_path_t* path = cairo_copy_path(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    cairo_clip(cairo);
    set_colour(cairo, colour);
    cairo_set_line_width(cairo, thick);
    cairo_set_dash(cairo, nullptr, 0, 0);
    const double height = bottom - top;
    const double first = std::floor((left - height + top) / (apart * std::numbers::sqrt2)) * apart * std::numbers::sqrt2;
    for (double x = first - top; x < right + height; x += apart * std::numbers::sqrt2) {
        cairo_move_to(cairo, x, bottom);
        cairo_line_to(cairo, x + height, top);
    }
    cairo_stroke(cairo);
    cairo_restore(cairo);
    cairo_append_path(cairo, path);
    cairo_path_destroy(path);
}

void fill_and_stroke(cairo_t* cairo, const Paint& paint, bool area = true) {
    if (area && !paint.fill.empty()) {
        if (paint.hatched) {
            hatch(cairo, paint.fill);
        } else if (set_colour(cairo, paint.fill)) {
            cairo_fill_preserve(cairo);
        }
    }
    if (!paint.stroke.empty() && paint.width > 0 && set_colour(cairo, paint.stroke)) {
        cairo_set_line_width(cairo, paint.width);
        if (paint.dash > 0) {
            cairo_set_dash(cairo, &paint.dash, 1, 0);
        } else {
            cairo_set_dash(cairo, nullptr, 0, 0);
        }
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

// Clockwise from twelve, in degrees, as cairo counts from three, in radians.
double angle_of(double degrees) {
    return (degrees - 90) * pi / 180;
}

struct PaintShape {
    cairo_t* cairo;
    cairo_font_face_t* const* fonts;

    void operator()(const Line& line) const {
        cairo_move_to(cairo, line.from.x, line.from.y);
        cairo_line_to(cairo, line.to.x, line.to.y);
        fill_and_stroke(cairo, line.paint, false);
    }
    void operator()(const Rectangle& rectangle) const {
        cairo_rectangle(cairo, rectangle.corner.x, rectangle.corner.y, rectangle.width, rectangle.height);
        fill_and_stroke(cairo, rectangle.paint);
    }
    void operator()(const Circle& circle) const {
        cairo_arc(cairo, circle.centre.x, circle.centre.y, circle.radius, 0, 2 * pi);
        cairo_close_path(cairo);
        fill_and_stroke(cairo, circle.paint);
    }
    void operator()(const Polygon& polygon) const {
        for (const Point& point : polygon.points) cairo_line_to(cairo, point.x, point.y);
        if (polygon.closed) cairo_close_path(cairo);
        fill_and_stroke(cairo, polygon.paint);
    }
    void operator()(const Sector& sector) const {
        const double from = angle_of(sector.from), to = angle_of(sector.to);
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, sector.centre.x, sector.centre.y, sector.outer, from, to);
        if (sector.inner > 0) {
            cairo_arc_negative(cairo, sector.centre.x, sector.centre.y, sector.inner, to, from);
        } else {
            cairo_line_to(cairo, sector.centre.x, sector.centre.y);
        }
        cairo_close_path(cairo);
        fill_and_stroke(cairo, sector.paint);
    }
    void operator()(const Label& label) const {
        if (!set_colour(cairo, label.colour)) return;
        cairo_save(cairo);
        cairo_set_font_face(cairo, fonts[label.semibold ? 1 : 0]);
        cairo_set_font_size(cairo, label.size);
        cairo_translate(cairo, label.at.x, label.at.y);
        if (label.turned != 0) cairo_rotate(cairo, -label.turned * pi / 180);
        double left = 0;
        if (label.anchor != Anchor::start) {
            cairo_text_extents_t extents;
            cairo_text_extents(cairo, label.text.c_str(), &extents);
            left = label.anchor == Anchor::end ? -extents.x_advance : -extents.x_advance / 2;
        }
        cairo_move_to(cairo, left, 0);
        cairo_show_text(cairo, label.text.c_str());
        cairo_restore(cairo);
        cairo_new_path(cairo);
    }
};

FT_Face open_face(FT_Library library, std::string_view bytes) {
    FT_Face face = nullptr;
    FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()), 0,
                       &face);
    return face;
}

}  // namespace

Painter::Painter() : fonts_(new Fonts) {
    FT_Init_FreeType(&fonts_->library);
    fonts_->face[0] = open_face(fonts_->library, assets::fonts_print_SourceSans3_Regular_ttf());
    fonts_->face[1] = open_face(fonts_->library, assets::fonts_print_SourceSans3_Semibold_ttf());
    for (int i = 0; i < 2; ++i) {
        fonts_->font[i] = cairo_ft_font_face_create_for_ft_face(fonts_->face[i], FT_LOAD_NO_HINTING);
    }
}

// Scaled fonts live on in cairo's own store, and would use a face that is gone: the face goes when the last of them
// does.
Painter::~Painter() {
    static const cairo_user_data_key_t key{};
    struct Owned {
        Fonts* fonts;
        int left = 2;
    };
    auto* owned = new Owned{fonts_};
    for (cairo_font_face_t* font : fonts_->font) {
        cairo_font_face_set_user_data(font, &key, owned, [](void* data) {
            auto* each = static_cast<Owned*>(data);
            if (--each->left > 0) return;
            for (FT_Face face : each->fonts->face) FT_Done_Face(face);
            FT_Done_FreeType(each->fonts->library);
            delete each->fonts;
            delete each;
        });
    }
    cairo_font_face_t* fonts[2] = {fonts_->font[0], fonts_->font[1]};
    for (cairo_font_face_t* font : fonts) cairo_font_face_destroy(font);
}

void Painter::paint(cairo_t* cairo, const Drawing& drawing) const {
    for (const Shape& shape : drawing.shapes) std::visit(PaintShape{cairo, fonts_->font}, shape);
}

std::string Painter::png(const Drawing& drawing, double scale) const {
    return picture(drawing.width, drawing.height, scale, [&](cairo_t* cairo) { paint(cairo, drawing); });
}

std::string Painter::png(std::string_view operators, double width, double height, double scale) const {
    return picture(width, height, scale, [&](cairo_t* cairo) { paint_operators(cairo, operators); });
}

std::string Painter::picture(double points_wide, double points_high, double scale,
                             const std::function<void(cairo_t*)>& content) const {
    constexpr double most_pixels = 16e6;
    const double pixels = points_wide * points_high * scale * scale;
    if (pixels > most_pixels) scale *= std::sqrt(most_pixels / pixels);
    const int width = std::max(1, static_cast<int>(std::lround(points_wide * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(points_high * scale)));
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* cairo = cairo_create(surface);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    cairo_scale(cairo, scale, scale);
    content(cairo);
    cairo_surface_flush(surface);
    const auto* rows = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface));
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) / sizeof(std::uint32_t);
    std::string bytes = encode_png(rows, static_cast<std::size_t>(width), static_cast<std::size_t>(height), stride, scale);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return bytes;
}

}  // namespace styrkedja::paint
