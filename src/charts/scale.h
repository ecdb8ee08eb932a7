// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace styrkedja::charts {

// From values to places on the paper, straight. Works for one value too (range 0: the middle).
struct Scale {
    double from = 0, to = 1;       // values
    double start = 0, end = 1;     // pt
    double at(double value) const;
};

// Round numbers that divide the range into at most that many parts: steps of 1, 2 or 5 times a power of ten.
struct Tick {
    double value = 0;
    std::string shown;             // Swedish print
};
std::vector<Tick> round_ticks(double from, double to, int most);

// The largest round number not above the value ("2 960" below 2 973, where the range is 300).
Tick round_below(double value, double range);

// Bars from a zero line, each with its number beside its end: how many pt one unit is and where zero stands, so that
// bars and numbers together fill the room and none leaves it.
struct Bars {
    double per_unit = 0, zero = 0;
};
struct BarNeed {
    double value = 0;
    double beside = 0;             // room for gap and number, pt, on the bar's own side
};
Bars fitted(const std::vector<BarNeed>& needs, double from, double to);

// Where bars are cut so that the others can be seen: a value more than so many times the next largest one. The length
// drawn instead of it; 0 = nothing is cut. Values by size, signs aside.
double cut_at(std::vector<double> values, double times);

}  // namespace styrkedja::charts
