// SPDX-License-Identifier: EUPL-1.2
#include "writers/paint/operators.h"

#include <array>
#include <charconv>
#include <vector>

namespace styrkedja::paint {
namespace {

using Rgb = std::array<double, 3>;

class Operators {
  public:
    explicit Operators(cairo_t* cairo) : cairo_(cairo), states_(1) {}

    void run(std::string_view text) {
        constexpr std::string_view blank = " \n\r\t";
        for (std::size_t at = text.find_first_not_of(blank); at != text.npos; at = text.find_first_not_of(blank, at)) {
            const std::size_t end = std::min(text.find_first_of(blank, at), text.size());
            const std::string_view word = text.substr(at, end - at);
            double number = 0;
            const auto [last, error] = std::from_chars(word.data(), word.data() + word.size(), number);
            if (error == std::errc() && last == word.data() + word.size()) {
                numbers_.push_back(number);
            } else {
                numbers_.resize(6);  // none has more, and none is read that isn't there
                make_path(word);
                paint(word);
                keep(word);
                numbers_.clear();
            }
            at = end;
        }
    }

  private:
    struct State {
        Rgb fill{}, stroke{};
    };

    void make_path(std::string_view word) {
        const std::vector<double>& n = numbers_;
        if (word == "m") cairo_move_to(cairo_, n[0], n[1]);
        if (word == "l") cairo_line_to(cairo_, n[0], n[1]);
        if (word == "c") cairo_curve_to(cairo_, n[0], n[1], n[2], n[3], n[4], n[5]);
        if (word == "h") cairo_close_path(cairo_);
        if (word == "re") cairo_rectangle(cairo_, n[0], n[1], n[2], n[3]);
    }

    void paint(std::string_view word) {
        const bool fills = word == "f" || word == "f*" || word == "B" || word == "B*";
        const bool strokes = word == "S" || word == "B" || word == "B*";
        const bool even_odd = word.ends_with('*');
        cairo_set_fill_rule(cairo_, even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        if (word == "W" || word == "W*") cairo_clip_preserve(cairo_);
        if (fills) {
            set(states_.back().fill);
            cairo_fill_preserve(cairo_);
        }
        if (strokes) {
            set(states_.back().stroke);
            cairo_stroke_preserve(cairo_);
        }
        if (fills || strokes || word == "n") cairo_new_path(cairo_);
    }

    void keep(std::string_view word) {
        const std::vector<double>& n = numbers_;
        if (word == "rg") states_.back().fill = {n[0], n[1], n[2]};
        if (word == "RG") states_.back().stroke = {n[0], n[1], n[2]};
        if (word == "w") cairo_set_line_width(cairo_, n[0]);
        if (word == "q") {
            cairo_save(cairo_);
            states_.push_back(states_.back());
        }
        if (word == "Q" && states_.size() > 1) {
            cairo_restore(cairo_);
            states_.pop_back();
        }
        if (word == "cm") {
            cairo_matrix_t matrix;
            cairo_matrix_init(&matrix, n[0], n[1], n[2], n[3], n[4], n[5]);
            if (cairo_matrix_t inverse = matrix; cairo_matrix_invert(&inverse) == CAIRO_STATUS_SUCCESS) {
                cairo_transform(cairo_, &matrix);
            }
        }
    }

    void set(const Rgb& colour) { cairo_set_source_rgb(cairo_, colour[0], colour[1], colour[2]); }

    cairo_t* cairo_;
    std::vector<State> states_;
    std::vector<double> numbers_;
};

}  // namespace

void paint_operators(cairo_t* cairo, std::string_view operators) {
    cairo_save(cairo);
    Operators(cairo).run(operators);
    cairo_restore(cairo);
}

}  // namespace styrkedja::paint
