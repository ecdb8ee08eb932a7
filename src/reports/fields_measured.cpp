// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "domain/assess/measured_period.h"
#include "domain/plan/description.h"
#include "domain/values/target_comparison.h"
#include "locale/report_words.h"
#include "reports/cells.h"
#include "reports/computed_outcomes.h"
#include "reports/field_rooms.h"

// Outcomes, targets and base values of indicators, printed as they were written.
namespace styrkedja::reports {
namespace {

constexpr const ReportWords& words = swedish_report_words;

// "outcome(2012, kön=kvinnor)": which period, which part, whose.
struct Asked {
    Period period;
    std::string breakdown;
    std::string who;  // a unit, or another's series
    const Unit* unit = nullptr;
};

// A part's name may hold commas, which also divide the arguments: "bransch=juridik, ekonomi, vetenskap".
bool goes_on(const FieldCallInfo& info, const std::string& breakdown) {
    auto begins = [&](const auto* each) { return each->breakdown.starts_with(breakdown); };
    const auto& outcomes = ReportIndex::in(info.context.index.outcomes, info.thing.id().str());
    const auto& targets = ReportIndex::in(info.context.index.targets, info.thing.id().str());
    return std::any_of(outcomes.begin(), outcomes.end(), begins) ||
           std::any_of(targets.begin(), targets.end(), begins);
}

Asked asked_of(const FieldCallInfo& info) {
    Asked asked;
    asked.period = info.at.period.exists() ? info.at.period : info.context.period();
    asked.breakdown = info.at.breakdown;
    for (const std::string& arg : info.call.args) {
        if (arg == "period" && info.at.period.exists()) continue;
        if (auto period = period_named(info.context, arg))
            asked.period = *period;
        else if (arg.find('=') != arg.npos)
            asked.breakdown = arg;
        else if (asked.breakdown.find('=') != std::string::npos &&
                 goes_on(info, asked.breakdown + ", " + arg))
            asked.breakdown += ", " + arg;
        else
            asked.who = arg;
    }
    asked.unit = info.context.state.units.find(asked.who);
    return asked;
}

bool is_owner(const Indicator& indicator, std::string_view unit) {
    return std::any_of(indicator.owners.begin(), indicator.owners.end(),
                       [&](const Ref<Unit>& owner) { return owner.str() == unit; });
}

// What a column finds: the outcome, or that there are several months and none is the whole.
OutcomeChoice choose_outcome(const Context& context, const Indicator& indicator, const Asked& asked) {
    std::string_view unit = context.unit ? std::string_view(context.unit->id.str()) : std::string_view();
    OutcomeChoice choice(asked.period);
    for (const Outcome* each : ReportIndex::in(context.index.outcomes, indicator.id.str())) {
        if (each->breakdown != asked.breakdown) continue;
        std::string_view whose = each->unit.str();
        int rank = no_answer;
        if (asked.who.empty()) {
            rank = whose == unit && !whose.empty() ? 0 : whose.empty() ? 1 : is_owner(indicator, whose) ? 2 : no_answer;
        } else if (asked.unit) {
            rank = whose == asked.who ? 0 : whose.empty() && is_owner(indicator, asked.who) ? 1 : no_answer;
        } else if (each->series == asked.who) {
            rank = 0;
        }
        bool is_series = !asked.who.empty() && !asked.unit;
        if (each->series.empty() != is_series) choice.offer(*each, rank);
    }
    return choice;
}

const Outcome* find_outcome(const Context& context, const Indicator& indicator, const Asked& asked) {
    return choose_outcome(context, indicator, asked).best();
}

// As the rule chooses it (domain/assess/judge.cpp).
TargetSetter relation_of(const Context& context, const Indicator& indicator, std::string_view by,
                         std::string_view unit) {
    const auto& councils = context.index.councils;
    const EconomyIndex& tree = context.economy();
    TargetSetter setter;
    setter.is_own = !by.empty() && by == unit;
    setter.is_unnamed = by.empty();
    setter.owns = unit.empty() || indicator.owners.empty() || is_owner(indicator, unit);
    setter.is_council = std::find(councils.begin(), councils.end(), by) != councils.end();
    setter.is_above = !by.empty() && !unit.empty() && tree.is_within(unit, by, context.day());
    setter.is_below = !by.empty() && !unit.empty() && tree.is_within(by, unit, context.day());
    setter.is_owner = is_owner(indicator, by);
    return setter;
}

const Target* find_target(const Context& context, const Indicator& indicator, const Asked& asked) {
    std::string_view unit = context.unit ? std::string_view(context.unit->id.str()) : std::string_view();
    TargetChoice choice(asked.period);
    for (const Target* each : ReportIndex::in(context.index.targets, indicator.id.str())) {
        if (each->breakdown != asked.breakdown) continue;
        std::string_view by = each->by.str();
        int by_rank = no_answer;
        if (!asked.who.empty()) {
            bool by_owner =
                by.empty() && !indicator.owners.empty() && indicator.owners.front().str() == asked.who;
            by_rank = by == asked.who ? 0 : by_owner ? 1 : no_answer;
        } else {
            by_rank = target_owner_rank(relation_of(context, indicator, by, unit));
        }
        choice.offer(*each, by_rank);
    }
    return choice.best();
}

FieldValue written_value(const Indicator& indicator, const std::string& written, const std::string& missing,
                         const Tags& notes, document::Source source) {
    FieldValue value;
    value.is_number = true;
    value.written = true;
    value.notes = notes.list;
    value.unit = indicator.unit;
    value.sources.push_back(std::move(source));
    MeasuredValue measured = parse_measured(written, missing);
    bool is_dash = measured.kind == MeasuredKind::missing && measured.reason.empty();
    if (written.empty() || is_dash || measured.kind == MeasuredKind::missing) {
        value.missing = missing;
        return value;
    }
    value.plain = show_written(written);
    value.ids.push_back(written);
    value.quantity = quantity_written(written, indicator.unit);
    if (value.quantity.exists()) value.decimals = measured.number.decimals();
    if (!measured.unit.text.empty()) value.unit = measured.unit.text;
    return value;
}

const Indicator& indicator_of(const FieldCallInfo& info) {
    return *static_cast<const Indicator*>(info.thing.it);
}

void put_label(FieldValue& value, const FieldCallInfo& info, std::string_view what, const Asked& asked) {
    const Indicator& indicator = indicator_of(info);
    value.label =
        std::string(what) + (asked.period.exists() ? " " + asked.period.str() : "") + ", " + indicator.name;
    if (!asked.breakdown.empty()) value.label += ", " + asked.breakdown.substr(asked.breakdown.find('=') + 1);
}

// Is there such a series at all? Else the name is mistyped.
bool series_exists(const Context& context, std::string_view series) {
    const auto& outcomes = context.state.outcomes;
    return std::any_of(outcomes.begin(), outcomes.end(),
                       [&](const Outcome& each) { return each.series == series; });
}

// A computed outcome is in no log: it rests on the formula, and on what that adds up.
std::vector<document::Source> sources_of_computed(const FieldCallInfo& info, const Outcome& outcome) {
    std::vector<document::Source> sources{{"indicators/" + outcome.indicator.str(), "computed"}};
    const Unit* unit = info.context.state.units.find(outcome.unit.str());
    if (!unit) return sources;
    Problems told_by_check_formulas;
    const Computed computed = computed_indicator(info.context.state, info.context.index, indicator_of(info), *unit, outcome.period,
                                                 told_by_check_formulas);
    const std::vector<document::Source> facts = sources_of(computed);
    sources.insert(sources.end(), facts.begin(), facts.end());
    return sources;
}

FieldValue outcome_field(const FieldCallInfo& info) {
    Asked asked = asked_of(info);
    OutcomeChoice choice = choose_outcome(info.context, indicator_of(info), asked);
    const Outcome* outcome = choice.best();
    FieldValue value;
    value.is_number = value.written = true;
    if (choice.is_series()) {
        info.problems.add("outcome_is_a_series", Severity::warning,
                          {"", 0, 0, "", "outcomes/" + choice.last_of_series()->id.str(), "period"},
                          {{"indicator", indicator_of(info).name},
                           {"asked", asked.period.str()},
                           {"period", choice.last_of_series()->period.str()}});
    } else if (outcome) {
        value = written_value(indicator_of(info), outcome->value, outcome->missing, outcome->notes,
                              {"outcomes/" + outcome->id.str(), "value"});
        if (!indicator_of(info).computed.empty()) value.sources = sources_of_computed(info, *outcome);
    } else if (!asked.who.empty() && !asked.unit && !series_exists(info.context, asked.who)) {
        NearestName near(asked.who);
        for (const Unit& unit : info.context.state.units) near.offer(unit.id.str());
        for (const Outcome& each : info.context.state.outcomes) near.offer(each.series);
        tell_unknown(info, asked.who, near.str());
    }
    if (outcome) asked.period = outcome->period;  // a term's outcome says that it is the term's
    put_label(value, info, words.outcome, asked);
    return value;
}

// A target that is a change ("+5 %") is no value to compare or draw: only its words are there.
FieldValue target_value(const Indicator& indicator, const Target& target) {
    FieldValue value = written_value(indicator, target.value, "", target.notes, {"targets/" + target.id.str(), "value"});
    if (parse_target(target.value).form == TargetForm::change) {
        value.quantity = Quantity::none();
        value.decimals = -1;
    }
    return value;
}

FieldValue target_field(const FieldCallInfo& info) {
    Asked asked = asked_of(info);
    FieldValue value;
    value.is_number = value.written = true;
    if (!asked.who.empty() && !asked.unit) {
        NearestName near(asked.who);
        for (const Unit& unit : info.context.state.units) near.offer(unit.id.str());
        tell_unknown(info, asked.who, near.str());
    } else if (const Target* target = find_target(info.context, indicator_of(info), asked)) {
        value = target_value(indicator_of(info), *target);
        const Unit* by = info.context.state.units.find(target->by.str());
        bool is_councils = by && asked.who.empty() && by != info.context.unit &&
                           !is_owner(indicator_of(info), target->by.str());
        if (is_councils) value.remark = std::string(words.set_by) + by->name.at(info.context.day()) + ".";
    }
    put_label(value, info, words.target, asked);
    if (asked.unit)
        value.label +=
            " (" + std::string(words.target_by) + " " + asked.unit->name.at(info.context.day()) + ")";
    return value;
}

// The target that the one in force has revised; nothing where it never was.
FieldValue target_before_field(const FieldCallInfo& info) {
    Asked asked = asked_of(info);
    FieldValue value;
    value.is_number = value.written = true;
    const Target* now = find_target(info.context, indicator_of(info), asked);
    const Target* before = nullptr;
    for (const Target* each : ReportIndex::in(info.context.index.targets, info.thing.id().str())) {
        bool is_older = now && each->by == now->by && each->period == now->period &&
                        each->breakdown == now->breakdown && each->version < now->version;
        if (is_older && (!before || before->version < each->version)) before = each;
    }
    if (before)
        value = target_value(indicator_of(info), *before);
    put_label(value, info, words.target_before, asked);
    return value;
}

FieldValue base_field(const FieldCallInfo& info) {
    const Indicator& indicator = indicator_of(info);
    FieldValue value = written_value(indicator, indicator.base, indicator.base_missing, indicator.base_notes,
                                     {"indicators/" + indicator.id.str(), "base"});
    Asked asked;
    asked.period = indicator.base_period;
    put_label(value, info, words.base, asked);
    return value;
}

FieldValue outcome_source_field(const FieldCallInfo& info) {
    const Outcome* outcome = find_outcome(info.context, indicator_of(info), asked_of(info));
    return words_field(outcome ? outcome->source : std::string());
}

Direction direction_of(Better better) {
    switch (better) {
        case Better::up:
            return Direction::up;
        case Better::down:
            return Direction::down;
        case Better::near:
            return Direction::near;
        case Better::within:
            return Direction::within;
        case Better::none:
            break;
    }
    return Direction::none;
}

const Outcome* like(const FieldCallInfo& info, const Outcome& outcome, int years, std::string_view series) {
    return counterpart(ReportIndex::in(info.context.index.outcomes, info.thing.id().str()), outcome, years, series);
}

bool is_municipalitys(const Context& context, const Indicator& indicator, const Outcome& outcome) {
    const Ref<Unit> none, &whose = !outcome.unit.empty()      ? outcome.unit
                                   : indicator.owners.empty() ? none
                                                              : indicator.owners.front();
    const Unit* unit = context.state.units.find(whose.str());
    const UnitKind* kind = unit ? context.state.unit_kinds.find(unit->kind.str()) : nullptr;
    return !unit || (kind && kind->role == UnitRole::council);
}

Comparison compared(const FieldCallInfo& info, const Target& target, const Outcome& outcome) {
    const Indicator& indicator = indicator_of(info);
    UnderstoodTarget wanted = parse_target(target.value);
    MeasuredValue measured = parse_measured(outcome.value, outcome.missing);
    if (target.scope == TargetScope::municipality) {
        wanted.terms.scope = "municipality";
        measured.terms.scope = is_municipalitys(info.context, indicator, outcome) ? "municipality" : "unit";
    }
    References references;
    constexpr std::array stated = {StatedReference::not_stated, StatedReference::base,
                                   StatedReference::previous, StatedReference::series};
    references.stated = stated[static_cast<std::size_t>(target.reference)];
    if (!indicator.base.empty()) references.base = parse_measured(indicator.base, indicator.base_missing);
    if (const Outcome* before = like(info, outcome, -1, ""))
        references.previous = parse_measured(before->value, before->missing);
    const Outcome* theirs = target.series.empty() ? nullptr : like(info, outcome, 0, target.series);
    if (theirs) references.series = parse_measured(theirs->value, theirs->missing);
    return compare(wanted, measured, references, direction_of(indicator.better));
}

// `unknown` is what is said where nobody can say.
FieldValue verdict_mark(Verdict verdict, bool expected, std::string_view unknown) {
    using document::MarkShape;
    FieldValue value;
    document::Mark mark;
    switch (verdict) {
        case Verdict::met:
            mark = {MarkShape::met, std::string(expected ? words.met_expected : words.met), ""};
            value.ids.push_back("met");
            break;
        case Verdict::not_met:
            mark = {MarkShape::not_met, std::string(expected ? words.not_met_expected : words.not_met), ""};
            value.ids.push_back("not-met");
            break;
        case Verdict::cannot_say:
            mark = {MarkShape::not_assessed, std::string(unknown), ""};
            value.ids.push_back("cannot-say");
            break;
    }
    value.plain = mark.label;
    value.mark = std::move(mark);
    return value;
}

const Expected* expected_of(const FieldCallInfo& info) {
    const Context& context = info.context;
    const Unit* unit = info.at.unit ? info.at.unit : context.unit;
    const Expected* best = nullptr;
    for (const Expected* each : ReportIndex::in(context.index.expectations, info.thing.id().str())) {
        if (!context.occasion || each->occasion.id != context.occasion->id) continue;
        if (unit && each->unit.id == unit->id) return each;
        if (!best || each->unit.empty()) best = each;
    }
    return best;
}

FieldValue expectation_field(const FieldCallInfo& info) {
    const Expected* expected = expected_of(info);
    if (!expected) return {};
    Verdict verdict = expected->expectation == Expectation::met       ? Verdict::met
                      : expected->expectation == Expectation::not_met ? Verdict::not_met
                                                                      : Verdict::cannot_say;
    FieldValue value = verdict_mark(verdict, true, words.cannot_say);
    value.sources.push_back({"expectations/" + expected->id.str(), "expectation"});
    return value;
}

// At an occasion that forecasts, what has no outcome yet goes by its expectation.
FieldValue met_field(const FieldCallInfo& info) {
    Asked asked = asked_of(info);
    if (!asked.who.empty() && !asked.unit) return target_field(info);
    Asked whose_outcome = asked;
    whose_outcome.who.clear();
    whose_outcome.unit = nullptr;
    const Target* target = find_target(info.context, indicator_of(info), asked);
    OutcomeChoice choice = choose_outcome(info.context, indicator_of(info), whose_outcome);
    const Outcome* outcome = choice.best();
    bool has_value = outcome && parse_measured(outcome->value).kind != MeasuredKind::missing;
    bool forecasts = info.context.occasion && info.context.occasion->judges == Judges::forecast;
    if (forecasts && !has_value && expected_of(info)) return expectation_field(info);
    std::string_view unknown = has_value || choice.is_series() ? words.cannot_judge : words.unmeasured;
    if (!target || !outcome) {
        FieldValue value = verdict_mark(Verdict::cannot_say, false, unknown);
        if (target) value.sources.push_back({"targets/" + target->id.str(), "value"});
        if (outcome) value.sources.push_back({"outcomes/" + outcome->id.str(), "value"});
        return value;
    }
    FieldValue value = verdict_mark(compared(info, *target, *outcome).verdict, false, unknown);
    value.sources = {{"targets/" + target->id.str(), "value"}, {"outcomes/" + outcome->id.str(), "value"}};
    return value;
}

std::optional<int> course_of(Better better, const Outcome& now, const Outcome& before) {
    MeasuredValue a = parse_measured(now.value), b = parse_measured(before.value);
    if (a.kind != MeasuredKind::number || b.kind != MeasuredKind::number || !comparable(a.unit, b.unit))
        return std::nullopt;
    int sign =
        (Exact(a.number) * scale_of(a.unit, b.unit) - Exact(b.number) * scale_of(b.unit, a.unit)).sign();
    if (sign == 0) return 0;
    if (better == Better::up) return sign;
    return better == Better::down ? std::optional(-sign) : std::nullopt;
}

FieldValue trend_field(const FieldCallInfo& info) {
    using document::MarkShape;
    Asked asked = asked_of(info);
    const Outcome* outcome = find_outcome(info.context, indicator_of(info), asked);
    if (!outcome) return {};
    const Outcome* before = like(info, *outcome, -1, "");
    std::optional<int> course;
    if (outcome->trend == "better")
        course = 1;
    else if (outcome->trend == "same")
        course = 0;
    else if (outcome->trend == "worse")
        course = -1;
    else if (outcome->trend.empty() && before)
        course = course_of(indicator_of(info).better, *outcome, *before);
    if (!course) return {};
    FieldValue value;
    value.mark = *course > 0   ? document::Mark{MarkShape::trend_better, std::string(words.better), ""}
                 : *course < 0 ? document::Mark{MarkShape::trend_worse, std::string(words.worse), ""}
                               : document::Mark{MarkShape::trend_same, std::string(words.same), ""};
    value.plain = value.mark->label;
    value.ids.push_back(*course > 0 ? "better" : *course < 0 ? "worse" : "same");
    value.sources.push_back({"outcomes/" + outcome->id.str(), outcome->trend.empty() ? "value" : "trend"});
    return value;
}

}  // namespace

std::span<const SpecialField> measured_fields() {
    static constexpr SpecialField fields[] = {
        {"indicators", "outcome", outcome_field},
        {"indicators", "outcome-source", outcome_source_field},
        {"indicators", "target", target_field},
        {"indicators", "target-before", target_before_field},
        {"indicators", "base", base_field},
        {"indicators", "met", met_field},
        {"indicators", "trend", trend_field},
        {"indicators", "expectation", expectation_field},
        {"activities", "expectation", expectation_field},
    };
    return fields;
}

}  // namespace styrkedja::reports
