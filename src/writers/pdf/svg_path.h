// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The small languages inside SVG's attributes, as PDF operators in the same coordinates.
namespace styrkedja::pdf {

// All numbers in a text, whatever stands between them; units are passed over.
std::vector<double> svg_numbers(std::string_view text);
// d="M0 0h10z"; `whole` becomes false where it can't be read to its end.
std::string svg_path(std::string_view data, bool& whole);
std::string svg_ellipse(double x, double y, double rx, double ry);
// transform="translate(1 2) scale(3)"; nothing when it isn't understood.
std::optional<std::string> svg_transform(std::string_view text);

}  // namespace styrkedja::pdf
