// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/examine.h"

#include <algorithm>
#include <map>

#include "domain/assess/combinations.h"
#include "domain/assess/rule_table.h"

namespace styrkedja::assess {
namespace {

// The pieces into which the ends of all classes cut the values: below the first end, the end itself, up to
// the next.
std::vector<NumberRange> pieces_of(const Dimension& dimension) {
    std::vector<Exact> ends;
    for (const Class& each : classes_of(dimension)) {
        if (each.range.low) ends.push_back(*each.range.low);
        if (each.range.high) ends.push_back(*each.range.high);
    }
    NumberRange all;
    if (is_share(dimension.input)) {
        all = {Exact(0), Exact(1), true, true};
        ends.insert(ends.end(), {Exact(0), Exact(1)});
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::vector<NumberRange> pieces;
    std::optional<Exact> before;
    for (const Exact& end : ends) {
        pieces.push_back({before, end, false, false});
        pieces.push_back(NumberRange::only(end));
        before = end;
    }
    pieces.push_back({before, {}, false, false});
    std::erase_if(pieces, [&](const NumberRange& piece) { return !all.contains(piece); });
    return pieces;
}

// Every dimension's classes must hold every value once.
void examine_classes(const Dimension& dimension, std::vector<Flaw>& flaws) {
    auto report = [&](FlawKind kind, std::vector<std::string> names, const NumberRange& range) {
        Flaw& flaw = flaws.emplace_back();
        flaw.kind = kind;
        flaw.dimension = dimension.id;
        flaw.names = std::move(names);
        flaw.range = range;
    };
    for (const Class& each : classes_of(dimension)) {
        if (each.range.is_empty()) report(FlawKind::class_is_empty, {each.id}, each.range);
    }
    std::vector<std::string> holding_before;
    bool was_wrong = false;
    for (const NumberRange& piece : pieces_of(dimension)) {
        std::vector<std::string> holding;
        for (const Class& each : classes_of(dimension)) {
            if (!each.range.is_empty() && each.range.contains(piece)) holding.push_back(each.id);
        }
        bool is_wrong = holding.size() != 1;
        if (is_wrong && was_wrong && holding == holding_before) {
            flaws.back().range.high = piece.high;
            flaws.back().range.high_included = piece.high_included;
        } else if (is_wrong) {
            report(holding.empty() ? FlawKind::classes_leave_gap : FlawKind::classes_overlap, holding, piece);
        }
        was_wrong = is_wrong;
        holding_before = std::move(holding);
    }
}

void examine_names(const Rule& rule, Scale scale, std::vector<Flaw>& flaws) {
    auto report = [&](FlawKind kind, std::size_t clause, const std::string& dimension,
                      const std::string& name) {
        Flaw flaw;
        flaw.kind = kind;
        flaw.clauses = {clause};
        flaw.dimension = dimension;
        flaw.names = {name};
        flaws.push_back(std::move(flaw));
    };
    for (std::size_t i = 0; i < rule.clauses.size(); ++i) {
        const Clause& clause = rule.clauses[i];
        for (const Accepted& accepted : clause.when) {
            auto dimension =
                std::find_if(rule.dimensions.begin(), rule.dimensions.end(),
                             [&](const Dimension& each) { return each.id == accepted.dimension; });
            if (dimension == rule.dimensions.end()) {
                report(FlawKind::no_such_dimension, i, accepted.dimension, accepted.dimension);
                continue;
            }
            for (const std::string& id : accepted.classes) {
                const std::vector<Class>& classes = classes_of(*dimension);
                bool found =
                    id == state_nothing || id == state_unknown ||
                    std::any_of(classes.begin(), classes.end(), [&](auto& each) { return each.id == id; });
                if (!found) report(FlawKind::no_such_class, i, dimension->id, id);
            }
        }
        if (find_result(clause.result, scale).kind == RuleTable::Kind::no_such_value) {
            report(FlawKind::no_such_result, i, "", clause.result);
        }
    }
    for (const Dimension& dimension : rule.dimensions) {
        if (dimension.input != Input::children) continue;
        if (find_result(dimension.at_least, scale).kind == RuleTable::Kind::rated) continue;
        Flaw flaw;
        flaw.kind = FlawKind::no_such_result;
        flaw.dimension = dimension.id;
        flaw.names = {dimension.at_least};
        flaws.push_back(std::move(flaw));
    }
}

// A rule with more faults of one kind is not mended one by one.
constexpr std::size_t most_reported = 100;

class ClauseExamination {
  public:
    ClauseExamination(const Rule& rule, Scale scale, std::vector<Flaw>& flaws)
        : rule_(rule), scale_(scale), table_(rule, scale), flaws_(flaws) {}

    void run() {
        auto all = all_combinations(rule_, table_, scale_);
        if (!all) {
            flaws_.emplace_back().kind = FlawKind::too_many_combinations;
            return;
        }
        for (Combination& each : *all) {
            if (!table_.is_settled(each)) combinations_.push_back(std::move(each));
        }
        for (const Combination& each : combinations_) deciding_.push_back(table_.clause_for(each));
        find_holes();
        find_second_answers();
        find_better_that_gives_worse();
        find_idle_clauses();
    }

  private:
    // One flaw for each box of combinations that are alike. Those where something is missing are told by
    // themselves: they are other cases to a reader.
    void add(const Flaw& like, const std::vector<Combination>& combinations) {
        std::vector<Combination> counted, missing;
        for (const Combination& each : combinations) {
            bool all_counted = true;
            for (std::size_t i = 0; i < each.size(); ++i)
                all_counted = all_counted && each[i] < table_.nothing(i);
            (all_counted ? counted : missing).push_back(each);
        }
        add_boxes(like, counted);
        add_boxes(like, missing);
    }

    void add_boxes(const Flaw& like, const std::vector<Combination>& combinations) {
        for (const Box& box : merged(combinations)) {
            Flaw flaw = like;
            flaw.where = state_sets(rule_, box);
            for (const Combination& each : combinations) {
                if (!holds(box, each)) continue;
                if (flaw.cases.empty()) flaw.example = example_of(rule_, scale_, each);
                flaw.cases.push_back(state_names(rule_, each));
            }
            flaws_.push_back(std::move(flaw));
        }
    }

    void find_holes() {
        std::vector<Combination> holes;
        for (std::size_t i = 0; i < combinations_.size(); ++i) {
            if (!deciding_[i]) holes.push_back(combinations_[i]);
        }
        Flaw flaw;
        flaw.kind = FlawKind::hole;
        add(flaw, holes);
    }

    bool is_otherwise(std::size_t clause) const {
        if (clause + 1 != rule_.clauses.size()) return false;
        const std::vector<Accepted>& when = rule_.clauses[clause].when;
        return std::all_of(when.begin(), when.end(),
                           [](const Accepted& each) { return each.classes.empty(); });
    }

    void find_second_answers() {
        std::map<std::pair<std::size_t, std::size_t>, std::vector<Combination>> pairs;
        for (std::size_t i = 0; i < combinations_.size(); ++i) {
            if (!deciding_[i]) continue;
            for (std::size_t other = *deciding_[i] + 1; other < table_.clauses(); ++other) {
                bool differs = rule_.clauses[other].result != rule_.clauses[*deciding_[i]].result;
                if (!differs || is_otherwise(other) || !table_.holds(other, combinations_[i])) continue;
                pairs[{*deciding_[i], other}].push_back(combinations_[i]);
            }
        }
        for (const auto& [clauses, combinations] : pairs) {
            Flaw flaw;
            flaw.kind = FlawKind::two_answers;
            flaw.clauses = {clauses.first, clauses.second};
            flaw.results = {rule_.clauses[clauses.first].result, rule_.clauses[clauses.second].result};
            add(flaw, combinations);
        }
    }

    std::optional<std::size_t> rating(std::size_t combination) const {
        if (!deciding_[combination]) return std::nullopt;
        const RuleTable::Result& result = table_.result_of(*deciding_[combination]);
        if (result.kind != RuleTable::Kind::rated) return std::nullopt;
        return result.value;
    }

    // Between two rated combinations there is always a nearer pair with the same fault, so the nearest ones
    // do.
    bool has_rated_between(std::size_t better, std::size_t worse) const {
        for (std::size_t i = 0; i < combinations_.size(); ++i) {
            bool between = rating(i) && is_better(combinations_[better], combinations_[i], table_) &&
                           is_better(combinations_[i], combinations_[worse], table_);
            if (between) return true;
        }
        return false;
    }

    void find_better_that_gives_worse() {
        std::size_t reported = 0;
        for (std::size_t better = 0; better < combinations_.size(); ++better) {
            auto of_better = rating(better);
            if (!of_better || *of_better == 0) continue;
            for (std::size_t worse = 0; worse < combinations_.size(); ++worse) {
                auto of_worse = rating(worse);
                if (reported == most_reported) return;
                bool faulty = of_worse && *of_better > *of_worse &&
                              is_better(combinations_[better], combinations_[worse], table_);
                if (!faulty || has_rated_between(better, worse)) continue;
                Flaw flaw;
                flaw.kind = FlawKind::better_gives_worse;
                flaw.cases = {state_names(rule_, combinations_[better])};
                flaw.example = example_of(rule_, scale_, combinations_[better]);
                flaw.worse_case = state_names(rule_, combinations_[worse]);
                flaw.worse_example = example_of(rule_, scale_, combinations_[worse]);
                flaw.clauses = {*deciding_[better], *deciding_[worse]};
                flaw.results = {scale_[*of_better], scale_[*of_worse]};
                flaws_.push_back(std::move(flaw));
                ++reported;
            }
        }
    }

    void find_idle_clauses() {
        for (std::size_t clause = 0; clause < table_.clauses(); ++clause) {
            if (std::find(deciding_.begin(), deciding_.end(), clause) != deciding_.end()) continue;
            Flaw flaw;
            flaw.kind = FlawKind::never_applies;
            flaw.clauses = {clause};
            flaw.results = {rule_.clauses[clause].result};
            flaws_.push_back(std::move(flaw));
        }
    }

    const Rule& rule_;
    Scale scale_;
    RuleTable table_;
    std::vector<Flaw>& flaws_;
    std::vector<Combination> combinations_;
    std::vector<std::optional<std::size_t>> deciding_;
};

// Ratings of up to four goals below, best first; what a roll-up does with four it does with more.
constexpr std::size_t most_goals_tried = 4;

class WeighingExamination {
  public:
    WeighingExamination(const Rule& rule, Scale scale, std::vector<Flaw>& flaws)
        : rule_(rule), scale_(scale), flaws_(flaws) {}

    void run() {
        if (rule_.method != Method::majority || scale_.empty()) return;
        otherwise_ = find_result(rule_.when_no_majority, scale_);
        if (otherwise_.kind == RuleTable::Kind::no_such_value) {
            Flaw flaw;
            flaw.kind = rule_.when_no_majority.empty() ? FlawKind::hole : FlawKind::no_such_result;
            if (!rule_.when_no_majority.empty()) flaw.names = {rule_.when_no_majority};
            flaw.ratings = {scale_.front(), scale_.back()};
            flaws_.push_back(std::move(flaw));
            return;
        }
        std::vector<std::size_t> ratings;
        bool found = false;
        for (std::size_t goals = 2; goals <= most_goals_tried && !found; ++goals)
            found = extend(ratings, goals);
    }

  private:
    // All ratings of so many goals, best first; true when a fault is found.
    bool extend(std::vector<std::size_t>& ratings, std::size_t goals) {
        if (ratings.size() == goals) return improve(ratings);
        for (std::size_t value = ratings.empty() ? 0 : ratings.back(); value < scale_.size(); ++value) {
            ratings.push_back(value);
            bool found = extend(ratings, goals);
            ratings.pop_back();
            if (found) return true;
        }
        return false;
    }

    std::optional<std::size_t> result(const std::vector<std::size_t>& ratings) const {
        if (auto weighed = weigh_together(rule_.method, ratings)) return weighed;
        if (otherwise_.kind != RuleTable::Kind::rated) return std::nullopt;
        return otherwise_.value;
    }

    bool improve(const std::vector<std::size_t>& ratings) {
        auto before = result(ratings);
        for (std::size_t i = 0; i < ratings.size(); ++i) {
            if (ratings[i] == 0) continue;
            std::vector<std::size_t> better = ratings;
            --better[i];
            auto after = result(better);
            if (!before || !after || *after <= *before) continue;
            Flaw flaw;
            flaw.kind = FlawKind::better_gives_worse;
            flaw.results = {scale_[*after], scale_[*before]};
            std::sort(better.begin(), better.end());
            for (std::size_t each : better) flaw.ratings.push_back(scale_[each]);
            for (std::size_t each : ratings) flaw.worse_ratings.push_back(scale_[each]);
            flaws_.push_back(std::move(flaw));
            return true;
        }
        return false;
    }

    const Rule& rule_;
    Scale scale_;
    std::vector<Flaw>& flaws_;
    RuleTable::Result otherwise_;
};

}  // namespace

std::vector<Flaw> examine(const Rule& rule, Scale scale) {
    std::vector<Flaw> flaws;
    if (rule.method != Method::clauses) {
        WeighingExamination(rule, scale, flaws).run();
        return flaws;
    }
    for (const Dimension& dimension : rule.dimensions) examine_classes(dimension, flaws);
    examine_names(rule, scale, flaws);
    ClauseExamination(rule, scale, flaws).run();
    return flaws;
}

}  // namespace styrkedja::assess
