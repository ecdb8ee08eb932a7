// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/assess/rule.h"

// For tests: rules as lines of text (tests/cases/rules/*.rule), so that a case can be read without C++.
//   scale gron gul rod              values, best first
//   least 1/2                       least share known
//   dimension ID INPUT [AT_LEAST]
//   class DIMENSION ID [0.5, 1)     own classes, best first
//   nothing-settled DIMENSION       nothing there = not measured (unknown-settled alike)
//   RESULT: DIMENSION CLASS CLASS; DIMENSION CLASS
namespace styrkedja::assess::testing {

struct RuleCase {
    Rule rule;
    std::vector<std::string> scale;
};

inline std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

inline std::optional<Exact> end_of(const std::string& text) {
    auto words = words_of(text);
    if (words.empty()) return std::nullopt;
    return Exact(*Decimal::parse(words[0]));
}

inline NumberRange range_of(const std::string& text) {
    std::size_t open = text.find_first_of("[("), comma = text.find(',', open),
                close = text.find_first_of("])", comma);
    return {end_of(text.substr(open + 1, comma - open - 1)),
            end_of(text.substr(comma + 1, close - comma - 1)), text[open] == '[', text[close] == ']'};
}

inline Dimension& dimension_of(Rule& rule, const std::string& id) {
    for (Dimension& each : rule.dimensions) {
        if (each.id == id) return each;
    }
    return rule.dimensions.emplace_back(Dimension{id, Input::indicators, "", {}, false, false});
}

inline Input input_of(const std::string& word) {
    if (word == "activities") return Input::activities;
    if (word == "children") return Input::children;
    if (word == "achievement") return Input::achievement;
    return word == "figure" ? Input::figure : Input::indicators;
}

inline void read_setting(RuleCase& result, const std::string& line) {
    std::vector<std::string> words = words_of(line);
    if (words[0] == "scale") result.scale.assign(words.begin() + 1, words.end());
    if (words[0] == "least") {
        std::size_t slash = words[1].find('/');
        result.rule.least_known =
            Exact::fraction(std::stoll(words[1]), std::stoll(words[1].substr(slash + 1)));
    }
    if (words[0] == "dimension") {
        Dimension& dimension = dimension_of(result.rule, words[1]);
        dimension.input = input_of(words[2]);
        if (words.size() > 3) dimension.at_least = words[3];
    }
    if (words[0] == "class")
        dimension_of(result.rule, words[1]).classes.push_back({words[2], range_of(line)});
    if (words[0] == "nothing-settled") dimension_of(result.rule, words[1]).nothing_is_not_measured = true;
    if (words[0] == "unknown-settled") dimension_of(result.rule, words[1]).unknown_is_not_measured = true;
}

inline RuleCase read_rule_case(const std::string& text) {
    RuleCase result;
    std::istringstream file(text);
    for (std::string line; std::getline(file, line);) {
        if (words_of(line).empty() || line[0] == '#') continue;
        std::size_t colon = line.find(':');
        if (colon == std::string::npos) {
            read_setting(result, line);
            continue;
        }
        Clause& clause = result.rule.clauses.emplace_back();
        clause.result = line.substr(0, colon);
        std::istringstream parts(line.substr(colon + 1));
        for (std::string part; std::getline(parts, part, ';');) {
            std::vector<std::string> words = words_of(part);
            if (!words.empty()) clause.when.push_back({words[0], {words.begin() + 1, words.end()}});
        }
    }
    return result;
}

}  // namespace styrkedja::assess::testing
