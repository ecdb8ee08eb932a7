// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/rule_table.h"

#include <algorithm>

namespace styrkedja::assess {
namespace {

constexpr std::uint64_t any_state = ~std::uint64_t(0);

// More states than bits can't be told apart: such a rule answers nothing there, and examine() refuses it.
constexpr std::size_t most_states = 64;

std::uint64_t bit_of(const std::string& id, const std::vector<Class>& classes) {
    if (classes.size() + 2 > most_states) return 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].id == id) return std::uint64_t(1) << i;
    }
    if (id == state_nothing) return std::uint64_t(1) << classes.size();
    if (id == state_unknown) return std::uint64_t(1) << (classes.size() + 1);
    return 0;
}

std::vector<Class> make_default_classes() {
    Exact half = Exact::fraction(1, 2);
    return {{"all", {Exact(1), Exact(1), true, true}},
            {"majority", {half, Exact(1), false, false}},
            {"half", {half, half, true, true}},
            {"few", {Exact(0), half, false, false}},
            {"none", {Exact(0), Exact(0), true, true}}};
}

}  // namespace

const std::vector<Class>& default_classes() {
    static const std::vector<Class> classes = make_default_classes();
    return classes;
}

const std::vector<Class>& classes_of(const Dimension& dimension) {
    return dimension.classes.empty() && is_share(dimension.input) ? default_classes() : dimension.classes;
}

RuleTable::RuleTable(const Rule& rule, Scale scale) : rule_(rule) {
    for (const Dimension& dimension : rule.dimensions) states_.push_back(classes_of(dimension).size() + 2);
    for (const Clause& clause : rule.clauses) {
        std::vector<std::uint64_t> accepts(states_.size(), any_state);
        for (const Accepted& accepted : clause.when) {
            if (accepted.classes.empty()) continue;
            for (std::size_t i = 0; i < states_.size(); ++i) {
                if (rule.dimensions[i].id != accepted.dimension) continue;
                std::uint64_t bits = 0;
                for (const std::string& id : accepted.classes)
                    bits |= bit_of(id, classes_of(rule.dimensions[i]));
                accepts[i] &= bits;
            }
        }
        accepts_.push_back(std::move(accepts));
        results_.push_back(find_result(clause.result, scale));
    }
}

bool RuleTable::holds(std::size_t clause, const Combination& combination) const {
    for (std::size_t i = 0; i < combination.size(); ++i) {
        bool accepted = combination[i] < most_states && (accepts_[clause][i] >> combination[i] & 1) != 0;
        if (!accepted) return false;
    }
    return true;
}

bool RuleTable::is_settled(const Combination& combination) const {
    for (std::size_t i = 0; i < combination.size(); ++i) {
        const Dimension& dimension = rule_.dimensions[i];
        bool counts_known = is_share(dimension.input) || dimension.input == Input::achievement;
        bool asks_for_knowledge = counts_known && rule_.least_known.sign() > 0;
        if (combination[i] == nothing(i) && dimension.nothing_is_not_measured) return true;
        if (combination[i] == unknown(i) && (dimension.unknown_is_not_measured || asks_for_knowledge))
            return true;
    }
    return false;
}

std::optional<std::size_t> RuleTable::clause_for(const Combination& combination) const {
    for (std::size_t clause = 0; clause < clauses(); ++clause) {
        if (holds(clause, combination)) return clause;
    }
    return std::nullopt;
}

RuleTable::Result find_result(const std::string& id, Scale scale) {
    if (id == not_measured) return {};
    auto found = std::find(scale.begin(), scale.end(), id);
    if (found == scale.end()) return {RuleTable::Kind::no_such_value, 0};
    return {RuleTable::Kind::rated, static_cast<std::size_t>(found - scale.begin())};
}

std::optional<std::size_t> class_of(const std::vector<Class>& classes, const Exact& value, bool just_short) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const NumberRange& range = classes[i].range;
        if (just_short ? range.contains_just_below(value) : range.contains(value)) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> weigh_together(Method method, std::vector<std::size_t> ratings) {
    std::sort(ratings.begin(), ratings.end());
    std::size_t middle = ratings.size() / 2;
    switch (method) {
        case Method::worst:
            return ratings.back();
        case Method::best:
            return ratings.front();
        case Method::lower_median:
            return ratings[middle];
        case Method::clauses:
        case Method::majority:
            break;
    }
    // A value that more than half have is always the one in the middle.
    auto count = static_cast<std::size_t>(std::count(ratings.begin(), ratings.end(), ratings[middle]));
    if (2 * count <= ratings.size()) return std::nullopt;
    return ratings[middle];
}

}  // namespace styrkedja::assess
