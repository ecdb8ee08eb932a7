// SPDX-License-Identifier: EUPL-1.2
#include <sstream>

#include "domain/values/describe.h"
#include "domain/values/measured_value.h"
#include "domain/values/period.h"
#include "domain/values/target.h"
#include "domain/values/written_number.h"
#include "fuzz/fuzz.h"
#include "locale/number.h"
#include "support/packs.h"

namespace styrkedja::fuzz {
namespace {

// The first words of each line of the table of targets, and forms that aren't in it.
std::vector<std::string> written_values() {
    std::vector<std::string> seeds{"1 234,5", "-2,6", "−12", "(1 234)", "+/-1 %", ">89,9%", "98 % (lägst)", "7 % (max)", "Öka",
                                   "minst 4 på en sexgradig skala", "tas fram av nämnden", "<5", "Stängt", "1,2E+10",
                                   "öka med 5 % på 358", "mellan 2 och 4", "topp 10", "1.234.567", "12 mnkr", "30,0*"};
    std::istringstream table(testing::read_whole(std::string(PROJECT_DIR) + "/tests/cases/targets.txt"));
    for (std::string line; std::getline(table, line);) {
        if (!line.empty() && line[0] != '#') seeds.push_back(line.substr(0, line.find('|')));
    }
    return seeds;
}

std::string broken_target(const std::string& input, Random&) {
    UnderstoodTarget target = parse_target(input);
    if (target.written != input) return "the target as written is lost";
    if (target.understood().empty()) return "the target as understood says nothing";
    MeasuredValue value = parse_measured(input);
    if (value.written != input) return "the outcome as written is lost";
    value.range();
    parse_pair(input);
    return "";
}

std::string broken_number(const std::string& input, Random&) {
    ParsedNumber number = parse_number(input);
    if (number.kind == NumberKind::error && number.code.empty()) return "an error without a code";
    if (number.kind == NumberKind::number) {
        std::string shown = format_number(number.value);
        ParsedNumber again = parse_number(shown);
        if (again.kind != NumberKind::number || again.value != number.value) return "prints as " + shown;
    }
    if (auto decimal = parse_written_decimal(input)) {
        Decimal again;
        if (!ValueType<Decimal>::parse(again, ValueType<Decimal>::format(*decimal)) || again != *decimal) {
            return "the number is not kept in a pack";
        }
    }
    return "";
}

template <class T>
std::string broken_value(const std::string& input) {
    T value{}, again{};
    if (input.empty() || !ValueType<T>::parse(value, input)) return "";
    std::string text = ValueType<T>::format(value);
    if (!text.empty() && !ValueType<T>::parse(again, text)) return "is written as " + text + ", which can't be read";
    if (ValueType<T>::format(again) != text) return text + " becomes " + ValueType<T>::format(again);
    return "";
}

// Everything that a pack writes for a value is read as that value.
std::string broken_time(const std::string& input, Random&) {
    for (const std::string& broken :
         {broken_value<Date>(input), broken_value<Period>(input), broken_value<Validity>(input), broken_value<int>(input),
          broken_value<bool>(input), broken_value<Tags>(input), broken_value<Words>(input), broken_value<Dated<std::string>>(input),
          broken_value<std::vector<Prose>>(input), broken_value<std::vector<AnyRef>>(input)}) {
        if (!broken.empty()) return broken;
    }
    return "";
}

}  // namespace

std::vector<Reader> value_readers() {
    return {
        {"target", written_values(), broken_target},
        {"number", written_values(), broken_number},
        {"time",
         {"2015", "2015-03", "2015-01..2015-04", "2015-Q2", "2015-T1", "2015-vt", "2014/2015", "2011..2015", "2015-12-31",
          "2023-09-01..", "..2014", "3.1 [..2023] | 1.2 [2024..]", "a b c", "x | y {a | b} \\| z", "-1", "ja", "\\"},
         broken_time},
    };
}

}  // namespace styrkedja::fuzz
