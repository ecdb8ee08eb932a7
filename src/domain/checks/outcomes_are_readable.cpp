// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/checks/checks.h"
#include "domain/plan/description.h"
#include "domain/values/measured_value.h"
#include "domain/values/read_once.h"
#include "domain/values/written_number.h"

namespace styrkedja::checks {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "35O", "1l3": letters that look like 0 and 1, and nothing else than digits beside them.
bool has_letter_for_digit(std::string_view word) {
    return word.find_first_of("OoIl") != word.npos &&
           word.find_first_not_of("0123456789.,%OoIl") == word.npos;
}

// "1234", "6,7": nearly all of them.
bool is_plain_number(std::string_view written) {
    const auto marks = std::count_if(written.begin(), written.end(), [](char c) { return c == ',' || c == '.'; });
    return marks <= 1 && !written.empty() && is_digit(written.front()) &&
           std::all_of(written.begin(), written.end(), [](char c) { return is_digit(c) || c == ',' || c == '.'; });
}

// "6,,7 %", "35O", "89,,9": meant as a number, and none. Words ("Stängt", "färre än 5 elever", "3 skolor av
// 7") are no slips, nor are days and ranges ("2025-05-01", "3/4").
bool is_garbled_number(std::string_view written) {
    if (is_plain_number(written)) return false;
    std::string text = plain_blanks(written);
    std::string_view word = std::string_view(text).substr(0, text.find(' '));
    if (!word.empty() && (word.front() == '-' || word.front() == '+')) word.remove_prefix(1);
    if (word.empty() || !(is_digit(word.front()) || word.front() == ',' || word.front() == '.')) return false;
    if (std::none_of(word.begin(), word.end(), is_digit)) return false;
    if (word.find_first_of("-:/(") != word.npos || word.find("–") != word.npos) return false;
    return has_letter_for_digit(word) || (parse_measured(written).kind == MeasuredKind::words &&
                                          parse_measured(word).kind == MeasuredKind::words);
}

using Garbled = ReadOnce<bool, is_garbled_number>;

template <class T>
void look(const T& thing, std::string_view field, const std::string& written, const Indicator& indicator,
          Garbled& garbled, Problems& problems) {
    bool has_scale = !indicator.scale_min.empty() || !indicator.scale_max.empty();
    if ((!has_scale && indicator.unit.empty()) || indicator.unit == "l" || !garbled(written))
        return;
    bool wants_number = has_scale || indicator.unit.find('%') != std::string::npos;
    problems.add("outcome_is_not_understood", wants_number ? Severity::error : Severity::warning,
                 place_of(thing, field),
                 {{"value", written}, {"indicator", indicator.name}, {"unit", indicator.unit}});
}

}  // namespace

void outcomes_are_readable(const State& state, const State& looked, Problems& problems) {
    Garbled garbled;
    for (const Indicator& each : looked.indicators) look(each, "base", each.base, each, garbled, problems);
    for (const Outcome& each : looked.outcomes) {
        const Indicator* indicator = state.indicators.find(each.indicator.str());
        if (indicator) look(each, "value", each.value, *indicator, garbled, problems);
    }
}

}  // namespace styrkedja::checks
