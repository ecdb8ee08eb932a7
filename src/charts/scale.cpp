// SPDX-License-Identifier: EUPL-1.2
#include "charts/scale.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "locale/number.h"

namespace styrkedja::charts {

double Scale::at(double value) const {
    if (!(to > from)) return (start + end) / 2;
    return start + (value - from) / (to - from) * (end - start);
}

namespace {

// mantissa x 10^exponent, mantissa 1, 2 or 5.
struct Step {
    int mantissa = 1, exponent = 0;
    double value() const { return mantissa * std::pow(10.0, exponent); }
};

Step round_step(double range, int most) {
    Step step;
    step.exponent = static_cast<int>(std::floor(std::log10(range / most))) - 1;
    for (;;) {
        for (const int mantissa : {1, 2, 5}) {
            step.mantissa = mantissa;
            if (range / step.value() <= most) return step;
        }
        ++step.exponent;
    }
}

// The number of steps in Swedish print: exact, from whole numbers.
Tick tick(const Step& step, double count) {
    Tick tick{count * step.value(), ""};
    const double whole = count * step.mantissa;
    if (std::abs(whole) > 1e15 || step.exponent > 15 || step.exponent < -12) return tick;
    std::int64_t units = static_cast<std::int64_t>(whole);
    for (int i = 0; i < step.exponent; ++i) {
        if (units > INT64_MAX / 10 || units < INT64_MIN / 10) return tick;
        units *= 10;
    }
    tick.shown = format_number(Decimal(units, std::max(0, -step.exponent)));
    return tick;
}

}  // namespace

std::vector<Tick> round_ticks(double from, double to, int most) {
    std::vector<Tick> ticks;
    if (!(to > from) || !std::isfinite(to - from)) return ticks;
    const Step step = round_step(to - from, most);
    const double last = std::floor(to / step.value() + 1e-9);
    for (double count = std::ceil(from / step.value() - 1e-9); count <= last && ticks.size() < 50; ++count) {
        ticks.push_back(tick(step, count));
    }
    return ticks;
}

Tick round_below(double value, double range) {
    if (!(range > 0) || !std::isfinite(range)) range = std::max(std::abs(value) / 10, 1.0);
    const Step step = round_step(range, 8);
    return tick(step, std::floor(value / step.value()));
}

Bars fitted(const std::vector<BarNeed>& needs, double from, double to) {
    double largest = 0;
    for (const BarNeed& need : needs) largest = std::max(largest, std::abs(need.value));
    const auto reach = [&](double per_unit, bool left) {
        double most = 0;
        for (const BarNeed& need : needs) {
            if (left != (need.value < 0)) continue;
            most = std::max(most, std::abs(need.value) * per_unit + need.beside);
        }
        return most;
    };
    double low = 0, high = largest > 0 ? (to - from) / largest : 0;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (reach(middle, true) + reach(middle, false) <= to - from ? low : high) = middle;
    }
    return {low, from + reach(low, true)};
}

double cut_at(std::vector<double> values, double times) {
    for (double& value : values) value = std::abs(value);
    std::sort(values.begin(), values.end());
    // The largest that isn't far from the one below it; everything above is cut. A third of the bars may be.
    const std::size_t fewest = values.size() - values.size() / 3;
    for (std::size_t i = fewest; i < values.size() && i > 0; ++i) {
        if (values[i - 1] > 0 && values[i] > times * values[i - 1]) return values[i - 1] * 1.4;
    }
    return 0;
}

}  // namespace styrkedja::charts
