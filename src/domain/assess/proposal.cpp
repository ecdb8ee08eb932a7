// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/proposal.h"

#include <algorithm>

#include "domain/assess/rule_table.h"

namespace styrkedja::assess {
namespace {

const DimensionEvidence* find_evidence(const Evidence& evidence, const std::string& dimension) {
    for (const DimensionEvidence& each : evidence.dimensions) {
        if (each.dimension == dimension) return &each;
    }
    return nullptr;
}

void count(DimensionResult& result, Verdict verdict) {
    ++result.total;
    if (verdict == Verdict::met) {
        ++result.met;
    } else if (verdict == Verdict::not_met) {
        ++result.not_met;
    } else {
        ++result.unknown;
    }
}

// A goal below counts as met when it is rated at the wanted value or better.
Verdict verdict_of(const ChildRating& child, const RuleTable::Result& at_least) {
    if (!child.rating || at_least.kind != RuleTable::Kind::rated) return Verdict::cannot_say;
    return *child.rating <= at_least.value ? Verdict::met : Verdict::not_met;
}

class Application {
  public:
    Application(const Rule& rule, Scale scale, const Evidence& evidence)
        : rule_(rule), scale_(scale), evidence_(evidence), table_(rule, scale) {
        proposal_.forecast = evidence.forecast;
    }

    Proposal by_clauses() {
        Combination combination;
        for (std::size_t i = 0; i < rule_.dimensions.size(); ++i) {
            auto state = measure(i);
            if (state) combination.push_back(*state);
        }
        bool has_gap = combination.size() < rule_.dimensions.size();
        if (too_little_known_) {
            proposal_.why = Why::too_little_known;
        } else if (!has_gap && table_.is_settled(combination)) {
            proposal_.why = is_nothing(combination) ? Why::nothing_to_measure : Why::too_little_known;
        } else if (auto clause = has_gap ? std::nullopt : table_.clause_for(combination)) {
            const RuleTable::Result& result = table_.result_of(*clause);
            bool has_value = result.kind != RuleTable::Kind::no_such_value;
            proposal_.why = has_value ? Why::clause : Why::no_answer;
            if (has_value) proposal_.clause = clause;
            if (result.kind == RuleTable::Kind::rated) proposal_.result = result.value;
        }
        return std::move(proposal_);
    }

    Proposal by_weighing() {
        std::vector<std::size_t> ratings;
        for (const ChildRating& child : evidence_.children) {
            Verdict verdict = child.rating ? Verdict::met : Verdict::cannot_say;
            proposal_.reasons.push_back({"", child.id, "rating", verdict, child.rating});
            if (child.rating) ratings.push_back(*child.rating);
        }
        if (evidence_.children.empty()) {
            proposal_.why = Why::nothing_to_measure;
        } else if (ratings.empty() || known_too_little(ratings.size(), evidence_.children.size())) {
            proposal_.why = Why::too_little_known;
        } else {
            weigh(ratings);
        }
        return std::move(proposal_);
    }

  private:
    bool known_too_little(std::size_t known, std::size_t total) const {
        return total > 0 && Exact::fraction(static_cast<std::int64_t>(known),
                                            static_cast<std::int64_t>(total)) < rule_.least_known;
    }

    bool is_nothing(const Combination& combination) const {
        for (std::size_t i = 0; i < combination.size(); ++i) {
            if (combination[i] == table_.nothing(i) && rule_.dimensions[i].nothing_is_not_measured)
                return true;
        }
        return false;
    }

    void weigh(const std::vector<std::size_t>& ratings) {
        auto result = weigh_together(rule_.method, ratings);
        if (!result) {
            RuleTable::Result otherwise = find_result(rule_.when_no_majority, scale_);
            if (otherwise.kind == RuleTable::Kind::no_such_value) return;
            if (otherwise.kind == RuleTable::Kind::rated) result = otherwise.value;
        }
        proposal_.why = Why::weighed_together;
        proposal_.result = result;
    }

    // The state of a dimension; nothing when its value falls in a gap between classes.
    std::optional<std::size_t> measure(std::size_t i) {
        const Dimension& dimension = rule_.dimensions[i];
        DimensionResult result;
        result.dimension = dimension.id;
        bool just_short = false;
        std::size_t known = 0;
        if (is_share(dimension.input)) {
            count_all(dimension, result);
            known = result.met + result.not_met;
            if (known > 0) {
                result.value =
                    Exact::fraction(static_cast<std::int64_t>(result.met), static_cast<std::int64_t>(known));
            }
            too_little_known_ = too_little_known_ || known_too_little(known, result.total);
        } else if (const DimensionEvidence* found = find_evidence(evidence_, dimension.id);
                   found && found->exists) {
            result.total = found->things;
            just_short = found->just_short;
            if (found->value && found->value->exists()) result.value = found->value;
            result.unknown = result.value ? found->missing : result.total;
            bool asks_for_knowledge = dimension.input == Input::achievement && result.total > 0;
            if (asks_for_knowledge && known_too_little(result.total - result.unknown, result.total))
                too_little_known_ = true;
            proposal_.reasons.push_back({dimension.id, found->source, "value", Verdict::cannot_say, {}});
        }
        const std::vector<Class>& classes = classes_of(dimension);
        std::optional<std::size_t> state = result.total == 0 ? table_.nothing(i)
                                           : !result.value   ? table_.unknown(i)
                                                             : class_of(classes, *result.value, just_short);
        if (state) {
            result.state = *state == table_.nothing(i)   ? state_nothing
                           : *state == table_.unknown(i) ? state_unknown
                                                         : std::string_view(classes[*state].id);
        }
        proposal_.dimensions.push_back(std::move(result));
        return state;
    }

    void count_all(const Dimension& dimension, DimensionResult& result) {
        if (dimension.input == Input::children) {
            RuleTable::Result at_least = find_result(dimension.at_least, scale_);
            for (const ChildRating& child : evidence_.children) {
                Verdict verdict = verdict_of(child, at_least);
                count(result, verdict);
                proposal_.reasons.push_back({dimension.id, child.id, "rating", verdict, child.rating});
            }
        } else if (const DimensionEvidence* found = find_evidence(evidence_, dimension.id)) {
            for (const Counted& item : found->items) {
                count(result, item.verdict);
                proposal_.reasons.push_back({dimension.id, item.id, item.field, item.verdict, {}});
            }
        }
    }

    const Rule& rule_;
    Scale scale_;
    const Evidence& evidence_;
    RuleTable table_;
    Proposal proposal_;
    bool too_little_known_ = false;
};

}  // namespace

Proposal apply(const Rule& rule, Scale scale, const Evidence& evidence) {
    Application application(rule, scale, evidence);
    return rule.method == Method::clauses ? application.by_clauses() : application.by_weighing();
}

}  // namespace styrkedja::assess
