// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/combinations.h"

#include <algorithm>
#include <map>

namespace styrkedja::assess {
namespace {

constexpr std::size_t largest_example = 200;

// Where a share stands among those over the same things: children by the value they ask for, others all
// alike.
std::size_t rank_of(const Dimension& dimension, Scale scale) {
    return dimension.input == Input::children ? find_result(dimension.at_least, scale).value : 0;
}

bool can_be_at_most(const NumberRange& low, const NumberRange& high) {
    if (!low.low || !high.high) return true;
    return *low.low < *high.high || (*low.low == *high.high && low.low_included && high.high_included);
}

// Can two dimensions be in these states at the same time?
bool go_together(const Rule& rule, Scale scale, std::size_t i, std::size_t j, const Combination& states) {
    const Dimension &a = rule.dimensions[i], &b = rule.dimensions[j];
    if (!is_share(a.input) || a.input != b.input) return true;
    const std::vector<Class>&in_a = classes_of(a), &in_b = classes_of(b);
    bool a_has_share = states[i] < in_a.size(), b_has_share = states[j] < in_b.size();
    if (!a_has_share || !b_has_share) return states[i] - in_a.size() == states[j] - in_b.size();
    const NumberRange &range_a = in_a[states[i]].range, &range_b = in_b[states[j]].range;
    std::size_t rank_a = rank_of(a, scale), rank_b = rank_of(b, scale);
    bool up = rank_a > rank_b || can_be_at_most(range_a, range_b);
    bool down = rank_b > rank_a || can_be_at_most(range_b, range_a);
    return up && down;
}

bool can_be(const Rule& rule, Scale scale, const Combination& combination) {
    for (std::size_t i = 0; i < combination.size(); ++i) {
        for (std::size_t j = i + 1; j < combination.size(); ++j) {
            if (!go_together(rule, scale, i, j, combination)) return false;
        }
    }
    return true;
}

// The number counted as met in each share over the same things, by rank, when `total` are counted.
std::optional<std::map<std::size_t, std::size_t>> fitting_counts(const Rule& rule, Scale scale, Input input,
                                                                 const Combination& combination,
                                                                 std::size_t total) {
    std::map<std::size_t, std::vector<const NumberRange*>> wanted;
    for (std::size_t i = 0; i < combination.size(); ++i) {
        const Dimension& dimension = rule.dimensions[i];
        if (dimension.input != input) continue;
        wanted[rank_of(dimension, scale)].push_back(&classes_of(dimension)[combination[i]].range);
    }
    std::map<std::size_t, std::size_t> counts;
    std::size_t met = 0;
    for (const auto& each : wanted) {
        const auto& ranges = each.second;
        auto fits = [&](std::size_t count) {
            Exact share = Exact::fraction(static_cast<std::int64_t>(count), static_cast<std::int64_t>(total));
            return std::all_of(ranges.begin(), ranges.end(),
                               [&](auto* range) { return range->contains(share); });
        };
        while (met <= total && !fits(met)) ++met;
        if (met > total) return std::nullopt;
        counts[each.first] = met;
    }
    return counts;
}

void show_shares(const Rule& rule, Scale scale, Input input, const Combination& combination,
                 std::vector<ExamplePart>& parts) {
    std::vector<std::size_t> totals = {3, 2, 1};
    for (std::size_t total = 4; total <= largest_example; ++total) totals.push_back(total);
    for (std::size_t total : totals) {
        auto counts = fitting_counts(rule, scale, input, combination, total);
        if (!counts) continue;
        for (std::size_t i = 0; i < combination.size(); ++i) {
            if (rule.dimensions[i].input != input) continue;
            parts[i].met = (*counts)[rank_of(rule.dimensions[i], scale)];
            parts[i].total = total;
        }
        return;
    }
}

Exact value_in(const NumberRange& range) {
    if (range.low && range.low_included) return *range.low;
    if (range.high && range.high_included) return *range.high;
    if (range.low && range.high) return (*range.low + *range.high) / Exact(2);
    if (range.low) return *range.low + Exact(1);
    return range.high ? *range.high - Exact(1) : Exact(0);
}

// Boxes that differ in one dimension only become one, dimension by dimension from the first given.
std::vector<Box> merged_from(std::vector<Box> boxes, std::size_t first, std::size_t dimensions) {
    for (std::size_t step = 0; step < dimensions; ++step) {
        std::size_t at = (first + step) % dimensions;
        std::map<Box, std::size_t> seen;
        std::vector<Box> fewer;
        for (const Box& box : boxes) {
            Box others = box;
            others[at] = 0;
            auto [found, is_new] = seen.emplace(others, fewer.size());
            if (is_new) {
                fewer.push_back(box);
            } else {
                fewer[found->second][at] |= box[at];
            }
        }
        boxes = std::move(fewer);
    }
    return boxes;
}

}  // namespace

std::optional<std::vector<Combination>> all_combinations(const Rule& rule, const RuleTable& table,
                                                         Scale scale) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < table.dimensions(); ++i) {
        count *= table.states(i);
        if (count > most_combinations || table.states(i) > 62) return std::nullopt;
    }
    std::vector<Combination> all;
    Combination at(table.dimensions(), 0);
    for (std::size_t n = 0; n < count; ++n) {
        if (can_be(rule, scale, at)) all.push_back(at);
        for (std::size_t i = at.size(); i-- > 0;) {
            if (++at[i] < table.states(i)) break;
            at[i] = 0;
        }
    }
    return all;
}

bool is_better(const Combination& a, const Combination& b, const RuleTable& table) {
    bool better = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        bool both_classes = a[i] < table.nothing(i) && b[i] < table.nothing(i);
        if (!both_classes || a[i] > b[i]) return false;
        better = true;
    }
    return better;
}

std::vector<Box> merged(const std::vector<Combination>& combinations) {
    std::vector<Box> single;
    for (const Combination& combination : combinations) {
        Box& box = single.emplace_back();
        for (std::size_t state : combination) box.push_back(std::uint64_t(1) << state);
    }
    std::size_t dimensions = single.empty() ? 0 : single[0].size();
    std::vector<Box> best = single;
    for (std::size_t first = 0; first < dimensions; ++first) {
        std::vector<Box> boxes = merged_from(single, first, dimensions);
        if (boxes.size() < best.size()) best = std::move(boxes);
    }
    return best;
}

bool holds(const Box& box, const Combination& combination) {
    for (std::size_t i = 0; i < box.size(); ++i) {
        if ((box[i] >> combination[i] & 1) == 0) return false;
    }
    return true;
}

std::string state_name(const Rule& rule, std::size_t dimension, std::size_t state) {
    const std::vector<Class>& classes = classes_of(rule.dimensions[dimension]);
    if (state < classes.size()) return classes[state].id;
    return std::string(state == classes.size() ? state_nothing : state_unknown);
}

std::vector<std::string> state_names(const Rule& rule, const Combination& combination) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < combination.size(); ++i) names.push_back(state_name(rule, i, combination[i]));
    return names;
}

std::vector<StateSet> state_sets(const Rule& rule, const Box& box) {
    std::vector<StateSet> sets;
    for (std::size_t i = 0; i < box.size(); ++i) {
        StateSet& set = sets.emplace_back();
        set.dimension = rule.dimensions[i].id;
        for (std::size_t state = 0; state < 64; ++state) {
            if ((box[i] >> state & 1) != 0) set.states.push_back(state_name(rule, i, state));
        }
    }
    return sets;
}

std::vector<ExamplePart> example_of(const Rule& rule, Scale scale, const Combination& combination) {
    std::vector<ExamplePart> parts;
    for (std::size_t i = 0; i < combination.size(); ++i) {
        const Dimension& dimension = rule.dimensions[i];
        ExamplePart& part = parts.emplace_back();
        part.dimension = dimension.id;
        part.state = state_name(rule, i, combination[i]);
        bool is_value = combination[i] < classes_of(dimension).size() && !is_share(dimension.input);
        if (is_value) part.value = value_in(classes_of(dimension)[combination[i]].range);
        if (part.state == state_unknown) part.total = 1;
    }
    for (Input input : {Input::indicators, Input::activities, Input::children}) {
        bool has_classes = true;
        for (std::size_t i = 0; i < combination.size(); ++i) {
            bool is_state = combination[i] >= classes_of(rule.dimensions[i]).size();
            if (rule.dimensions[i].input == input && is_state) has_classes = false;
        }
        if (has_classes) show_shares(rule, scale, input, combination, parts);
    }
    return parts;
}

}  // namespace styrkedja::assess
