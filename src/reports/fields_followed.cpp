// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <tuple>

#include "domain/checks/checks.h"
#include "domain/plan/description.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/field_rooms.h"

// What is looked up about a thing at the document's occasion: its progress, what is written about it, a
// goal's rating.
namespace styrkedja::reports {
namespace {

constexpr const ReportWords& words = swedish_report_words;

bool forecasts(const Context& context) {
    return context.occasion && context.occasion->judges == Judges::forecast;
}

const Unit* whose(const FieldCallInfo& info) {
    return info.at.unit ? info.at.unit : info.context.unit;
}

// "status(hr)", "comment(analys, hr)": the unit that an argument names; a name that is none is a problem.
const Unit* unit_named(const FieldCallInfo& info, std::size_t arg) {
    if (info.call.args.size() <= arg) return nullptr;
    const Unit* unit = info.context.state.units.find(info.call.args[arg]);
    if (unit) return unit;
    NearestName near(info.call.args[arg]);
    for (const Unit& each : info.context.state.units) near.offer(each.id.str());
    tell_unknown(info, info.call.args[arg], near.str());
    return nullptr;
}

// What units have reported on the thing: of the unit that the argument names, else of all, the document's own first.
std::vector<const Progress*> progress_in(const FieldCallInfo& info) {
    if (info.call.args.empty()) return all_progress_of(info.context, info.thing.id().str(), whose(info));
    const Unit* unit = unit_named(info, 0);
    if (!unit) return {};
    auto all = all_progress_of(info.context, info.thing.id().str(), unit);
    std::erase_if(all, [&](const Progress* each) { return each->unit.id != unit->id; });
    return all;
}

const Progress* first_in(const FieldCallInfo& info) {
    auto all = progress_in(info);
    return all.empty() ? nullptr : all.front();
}

// Who reports: the unit, or the leading one.
std::string reporter(const FieldCallInfo& info, const Progress& progress) {
    const Unit* unit = info.context.state.units.find(progress.unit.str());
    if (!unit && info.thing.kind->info == &description<Activity>()) {
        const auto& units = static_cast<const Activity*>(info.thing.it)->units;
        if (!units.empty()) unit = info.context.state.units.find(units.front().str());
    } else if (!unit && info.thing.kind->info == &description<Assignment>()) {
        const auto& units = static_cast<const Assignment*>(info.thing.it)->units;
        if (!units.empty()) unit = info.context.state.units.find(units.front().str());
    }
    if (!unit) unit = info.context.unit;
    if (!unit) return "";
    return unit->short_name.empty() ? unit->name.at(info.context.day()) : unit->short_name;
}

document::Source progress_source(const Progress& progress, std::string field) {
    return {"progress/" + progress.id.str(), std::move(field)};
}

const ScaleValue* status_value(const Context& context, const Progress& progress) {
    const Scale* scale = progress.status.empty() ? nullptr : status_scale_of(context.state, progress);
    return scale ? find_value(*scale, progress.status) : nullptr;
}

// A value of a scale: its mark where it has a shape, else its word.
FieldValue scale_field(const ScaleValue& value, bool forecast, document::Source source) {
    FieldValue field;
    document::Mark mark = mark_of(value, forecast);
    field.plain = mark.label;
    field.ids.push_back(value.id.str());
    field.sources.push_back(std::move(source));
    if (value.shape != Shape::none) field.mark = std::move(mark);
    return field;
}

// Which report decides in conditions and counts, and whether the thing is done, as the rule counts it
// (domain/assess/judge.cpp): the document's own unit's where it has one, else the one that has come least far. What one
// unit has left undone is not done.
const Progress* deciding(const FieldCallInfo& info, const std::vector<const Progress*>& all) {
    const Unit* own = whose(info);
    if (all.empty() || (own && all.front()->unit.id == own->id)) return all.empty() ? nullptr : all.front();
    auto step = [&](const Progress& each) {
        const ScaleValue* status = status_value(info.context, each);
        if (!status) return 1;
        return status->counts == Counts::not_done ? 0 : status->counts == Counts::done ? 2 : 1;
    };
    return *std::min_element(all.begin(), all.end(),
                             [&](const Progress* a, const Progress* b) { return step(*a) < step(*b); });
}

// Where units report different things, what each of them says, one under the other. For conditions and counts `first`
// holds.
FieldValue of_each_unit(const FieldCallInfo& info, const std::vector<const Progress*>& all, FieldValue first,
                        const std::function<std::string(const Progress&)>& said, std::string_view field) {
    bool all_agree = std::all_of(all.begin(), all.end(),
                                 [&](const Progress* each) { return said(*each) == said(*all.front()); });
    if (all_agree) return first;
    FieldValue value;
    value.ids = std::move(first.ids);
    for (const Progress* each : all) {
        FieldText text;
        text.words = said(*each);
        text.before = reporter(info, *each);
        if (text.words.empty()) continue;
        value.plain += (value.plain.empty() ? "" : "; ") + text.before + ": " + text.words;
        value.texts.push_back(std::move(text));
        value.sources.push_back(progress_source(*each, std::string(field)));
    }
    return value;
}

std::string status_words(const Context& context, const Progress& progress) {
    const ScaleValue* status = status_value(context, progress);
    return status ? mark_of(*status, false).label : std::string();
}

FieldValue status_field(const FieldCallInfo& info) {
    auto all = progress_in(info);
    if (all.empty()) return {};
    const Progress* decides = deciding(info, all);
    const ScaleValue* status = status_value(info.context, *decides);
    FieldValue first = status ? scale_field(*status, false, progress_source(*decides, "status")) : FieldValue();
    return of_each_unit(
        info, all, std::move(first), [&](const Progress& each) { return status_words(info.context, each); }, "status");
}

std::optional<int> per_cent_in(std::string_view text) {
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool read = error == std::errc() && end != text.data();
    return read && number >= 0 && number <= 100 ? std::optional(number) : std::nullopt;
}

FieldValue completion_field(const FieldCallInfo& info) {
    FieldValue value;
    auto all = progress_in(info);
    if (all.empty()) return value;
    auto said = [](const Progress& each) {
        auto per_cent = per_cent_in(each.completion);
        return per_cent ? show_written(std::to_string(*per_cent) + " %") : std::string();
    };
    value.completion = per_cent_in(all.front()->completion);
    if (value.completion) {
        value.plain = said(*all.front());
        value.ids.push_back(std::to_string(*value.completion));
        value.sources.push_back(progress_source(*all.front(), "completion"));
    }
    return of_each_unit(info, all, std::move(value), said, "completion");
}

// Has the work begun? By the status, else by the completion.
FieldValue started_field(const FieldCallInfo& info) {
    FieldValue value;
    const Progress* progress = first_in(info);
    const ScaleValue* status = progress ? status_value(info.context, *progress) : nullptr;
    bool by_completion = progress && per_cent_in(progress->completion).value_or(0) > 0;
    bool started = (status && status->started) || by_completion;
    value.plain = started ? words.yes : words.no;
    value.ids.push_back(started ? "yes" : "no");
    return value;
}

// Is it done? By what the status counts as, else by the completion.
FieldValue done_field(const FieldCallInfo& info) {
    FieldValue value;
    const Progress* progress = deciding(info, progress_in(info));
    const ScaleValue* status = progress ? status_value(info.context, *progress) : nullptr;
    bool done =
        status ? status->counts == Counts::done : progress && per_cent_in(progress->completion) == 100;
    value.plain = done ? words.yes : words.no;
    value.ids.push_back(done ? "yes" : "no");
    return value;
}

FieldValue deviation_field(const FieldCallInfo& info) {
    auto all = progress_in(info);
    if (all.empty()) return {};
    return of_each_unit(
        info, all, words_field(all.front()->deviation),
        [](const Progress& each) { return typographic(each.deviation); }, "deviation");
}

FieldValue comments_field(const FieldCallInfo& info, std::string_view field) {
    FieldValue value;
    const Context& context = info.context;
    const Unit* named = unit_named(info, 1);
    if (!named && info.call.args.size() > 1) return value;
    const Unit* unit = named ? named : whose(info);
    auto comments = comments_on(context, info.thing.id().str(), field, info.at.goal, unit);
    // What names no unit is the document's own.
    if (named && named != whose(info))
        std::erase_if(comments, [](const Comment* each) { return each->unit.empty(); });
    for (const Comment* each : comments) {
        Place place{"", 0, 0, "", "comments/" + each->id.str(), "text"};
        FieldText text{text_of(context.state, each->text), place_of_text(each->text, place), "", ""};
        bool is_own = each->unit.empty() || (unit && each->unit.id == unit->id);
        const Unit* by = is_own ? nullptr : context.state.units.find(each->unit.str());
        if (by && comments.size() > 1)
            text.before = by->short_name.empty() ? by->name.at(context.day()) : by->short_name;
        value.plain += (value.plain.empty() ? "" : "\n\n") + std::string(text.text);
        value.texts.push_back(std::move(text));
        value.sources.push_back({"comments/" + each->id.str(), "text"});
        value.ids = {"yes"};
    }
    return value;
}

FieldValue comment_field(const FieldCallInfo& info) {
    if (!info.call.args.empty()) return comments_field(info, info.call.args.front());
    // What several units report on one thing is printed for each: the document's own, or the leading one's, first. The
    // status stands beside it where they differ, and alone for those that say nothing more.
    FieldValue value;
    const Context& context = info.context;
    auto all = progress_in(info);
    bool differ = std::any_of(all.begin(), all.end(), [&](const Progress* each) {
        return status_words(context, *each) != status_words(context, *all.front());
    });
    bool any_comment =
        std::any_of(all.begin(), all.end(), [](const Progress* each) { return !each->comment.empty(); });
    if (!any_comment) return value;
    if (!differ) std::erase_if(all, [](const Progress* each) { return each->comment.empty(); });
    for (const Progress* each : all) {
        Place place{"", 0, 0, "", "progress/" + each->id.str(), "comment"};
        FieldText text{text_of(context.state, each->comment), place_of_text(each->comment, place), "", ""};
        std::string status = differ ? status_words(context, *each) : std::string();
        if (all.size() > 1) text.before = reporter(info, *each);
        if (each->comment.empty()) text.words = status;
        else if (!status.empty()) text.before += ", " + status;
        if (each->comment.empty() && status.empty()) continue;
        value.plain += (value.plain.empty() ? "" : "\n\n") + (text.words.empty() ? std::string(text.text) : text.words);
        value.texts.push_back(std::move(text));
        value.sources.push_back(progress_source(*each, "comment"));
        value.ids = {"yes"};
    }
    return value;
}

FieldValue by_field(const FieldCallInfo& info) {
    if (info.call.args.empty()) return {};
    const Unit* named = unit_named(info, 1);
    if (!named && info.call.args.size() > 1) return {};
    auto comments = comments_on(info.context, info.thing.id().str(), info.call.args.front(), info.at.goal,
                                named ? named : whose(info));
    return words_field(comments.empty() ? std::string() : comments.front()->by);
}

// The parent under which a goal stands here: in its own section the place in hand, as a row the goal in hand.
const Goal* place_of_goal(const FieldCallInfo& info, const Goal& goal) {
    const GoalInHand& hand = info.at.goal;
    if (!hand.goal) return nullptr;
    if (hand.goal->id == goal.id) return hand.place;
    bool is_parent = std::any_of(goal.parents.begin(), goal.parents.end(),
                                 [&](const Ref<Goal>& parent) { return parent.id == hand.goal->id; });
    return is_parent ? hand.goal : nullptr;
}

enum class Step { printed, proposal, assessed, decision };

FieldValue rating_at(const FieldCallInfo& info, Step step, const Goal* place) {
    const Goal& goal = *static_cast<const Goal*>(info.thing.it);
    GoalRating rating = rating_of(info.context, goal, place, info.at.unit);
    FieldValue value;
    const auto& mark = step == Step::printed    ? rating.printed_mark
                       : step == Step::proposal ? rating.proposal_mark
                       : step == Step::assessed ? rating.assessed_mark
                                                : rating.decision_mark;
    const Id& id = step == Step::printed    ? rating.printed
                   : step == Step::proposal ? rating.proposal
                   : step == Step::assessed ? rating.assessed
                                            : rating.decision;
    value.mark = mark;
    value.plain = mark ? mark->label : "";
    if (step == Step::printed) value.remark = rating.remark;
    if (!id.empty()) value.ids.push_back(id.str());
    value.sources = rating.sources;
    return value;
}

// A goal with several parents, where no one of them is in hand: its rating under each, with the parent's name where they
// differ.
FieldValue rating_field(const FieldCallInfo& info, Step step) {
    const Goal& goal = *static_cast<const Goal*>(info.thing.it);
    const Goal* here = place_of_goal(info, goal);
    if (here || goal.parents.size() < 2) return rating_at(info, step, here);
    std::vector<std::pair<const Goal*, FieldValue>> places;
    for (const Ref<Goal>& parent : goal.parents) {
        const Goal* place = info.context.state.goals.find(parent.str());
        if (place) places.emplace_back(place, rating_at(info, step, place));
    }
    if (places.empty()) return rating_at(info, step, nullptr);
    bool all_agree = std::all_of(places.begin(), places.end(), [&](const auto& each) {
        return each.second.plain == places.front().second.plain && each.second.remark == places.front().second.remark;
    });
    FieldValue value = places.front().second;
    if (all_agree) return value;
    value = {};
    for (auto& [place, rating] : places) {
        FieldText text;
        text.before = name_of_thing(info.context, thing(*place));
        text.words = rating.plain.empty() ? std::string("–") : rating.plain;
        if (!rating.remark.empty()) text.words += " (" + typographic(rating.remark) + ")";
        value.plain += (value.plain.empty() ? "" : "; ") + text.before + ": " + text.words;
        value.texts.push_back(std::move(text));
        value.ids.insert(value.ids.end(), rating.ids.begin(), rating.ids.end());
        value.sources.insert(value.sources.end(), rating.sources.begin(), rating.sources.end());
    }
    return value;
}

// Likelihood and consequence: the highest step stands first in the scale.
const Scale* risk_scale(const Context& context, const Ref<Scale>& scale) {
    return context.state.scales.find(scale.str());
}

FieldValue risk_step(const FieldCallInfo& info, const Ref<Scale>& scale_ref, const Id& value,
                     std::string_view field) {
    const Scale* scale = risk_scale(info.context, scale_ref);
    const ScaleValue* step = scale ? find_value(*scale, value) : nullptr;
    return step ? scale_field(*step, false, {info.thing.entity(), std::string(field)})
                : words_field(value.str());
}

std::int64_t step_number(const Context& context, const Ref<Scale>& scale_ref, const Id& value) {
    const Scale* scale = risk_scale(context, scale_ref);
    const ScaleValue* step = scale ? find_value(*scale, value) : nullptr;
    return step ? static_cast<std::int64_t>(scale->values.size()) - (step - scale->values.data()) : 0;
}

FieldValue risk_value_field(const FieldCallInfo& info) {
    const Risk& risk = *static_cast<const Risk*>(info.thing.it);
    FieldValue value;
    value.is_number = true;
    std::int64_t product = step_number(info.context, risk.likelihood_scale, risk.likelihood) *
                           step_number(info.context, risk.consequence_scale, risk.consequence);
    value.sources = {{info.thing.entity(), "likelihood"}, {info.thing.entity(), "consequence"}};
    if (product == 0) return value;
    value.quantity = Quantity::plain(Exact(product));
    value.plain = std::to_string(product);
    value.ids.push_back(value.plain);
    return value;
}

FieldValue risk_of_finding(const FieldCallInfo& info) {
    const Finding& finding = *static_cast<const Finding*>(info.thing.it);
    const Control* control = info.context.state.controls.find(finding.control.str());
    const Risk* risk = control ? info.context.state.risks.find(control->risk.str()) : nullptr;
    if (!risk) return {};
    FieldValue value = words_field(risk->name);
    value.ids = {risk->id.str()};
    return value;
}

}  // namespace

document::Mark mark_of(const ScaleValue& value, bool forecast) {
    using document::MarkShape;
    constexpr MarkShape shapes[] = {MarkShape::not_assessed, MarkShape::met,         MarkShape::mostly,
                                    MarkShape::partly,       MarkShape::little,      MarkShape::not_met,
                                    MarkShape::not_assessed, MarkShape::not_started, MarkShape::ongoing,
                                    MarkShape::waiting,      MarkShape::done,        MarkShape::stopped,
                                    MarkShape::trend_better, MarkShape::trend_same,  MarkShape::trend_worse};
    bool other_word = forecast && !value.label_forecast.empty();
    return {shapes[static_cast<std::size_t>(value.shape)], other_word ? value.label_forecast : value.label,
            value.colour};
}

const ScaleValue* find_value(const Scale& scale, const Id& value) {
    for (const ScaleValue& each : scale.values) {
        if (each.id == value) return &each;
    }
    return nullptr;
}

const Progress* progress_of(const Context& context, std::string_view subject, const Unit* unit) {
    const Progress* best = nullptr;
    for (const Progress* each : ReportIndex::in(context.index.progress, subject)) {
        if (!context.occasion || each->occasion.id != context.occasion->id) continue;
        if (unit && each->unit.id == unit->id) return each;
        if (!best || (each->unit.empty() && !best->unit.empty())) best = each;
    }
    return best;
}

std::vector<const Progress*> all_progress_of(const Context& context, std::string_view subject,
                                             const Unit* unit) {
    std::vector<const Progress*> all;
    const Progress* own = progress_of(context, subject, unit);
    if (!own) return all;
    all.push_back(own);
    for (const Progress* each : ReportIndex::in(context.index.progress, subject)) {
        if (each != own && each->occasion.id == own->occasion.id) all.push_back(each);
    }
    return all;
}

std::vector<const Comment*> comments_on(const Context& context, std::string_view subject,
                                        std::string_view field, const GoalInHand& goal, const Unit* unit) {
    if (!unit) unit = context.unit;
    // At the subject itself the place is where it stands; about what hangs on the goal it is the goal in hand
    // too.
    auto place_rank = [&](const Comment& comment) {
        if (comment.place.empty()) return 1;
        bool here = (goal.place && comment.place.id == goal.place->id) ||
                    (goal.goal && comment.place.id == goal.goal->id);
        return here ? 0 : 9;
    };
    auto unit_rank = [&](const Comment& comment) {
        if (comment.unit.empty() || (unit && comment.unit.id == unit->id)) return 0;
        bool below = unit && context.economy().is_within(comment.unit.str(), unit->id.str(), context.day());
        return below ? 1 : 9;
    };
    std::vector<std::pair<std::tuple<int, int, int>, const Comment*>> found;
    for (const Comment* each : ReportIndex::in(context.index.comments, subject)) {
        if (each->field.str() != field) continue;
        bool at_occasion = context.occasion && each->occasion.id == context.occasion->id;
        if (!at_occasion && !each->occasion.empty()) continue;
        std::tuple rank(at_occasion ? 0 : 1, place_rank(*each), unit_rank(*each));
        if (std::get<1>(rank) == 9 || std::get<2>(rank) == 9) continue;
        found.emplace_back(rank, each);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Comment*> comments;
    for (const auto& [rank, comment] : found) {
        bool same = std::get<0>(rank) == std::get<0>(found.front().first) &&
                    std::get<1>(rank) == std::get<1>(found.front().first);
        if (same) comments.push_back(comment);
    }
    return comments;
}

// Without a rating handed in: what is assessed and decided, as it stands in the state.
static GoalRating stated_rating(const Context& context, const Goal& goal, const Goal* place,
                                const Unit* unit) {
    const styrkedja::Assessment* best = nullptr;
    std::tuple<int, int> best_rank;
    for (const styrkedja::Assessment* each : ReportIndex::in(context.index.assessments, goal.id.str())) {
        if (!context.occasion || each->occasion.id != context.occasion->id) continue;
        bool here = place && each->place.id == place->id, own = unit && each->unit.id == unit->id;
        if (!here && !each->place.empty()) continue;
        std::tuple rank(own ? 0 : each->unit.empty() ? 1 : 2, here ? 0 : 1);
        if (!best || rank < best_rank) best = each, best_rank = rank;
    }
    GoalRating rating;
    const Level* level = context.state.levels.find(goal.level.str());
    const Scale* scale = level ? context.state.scales.find(level->scale.str()) : nullptr;
    if (!scale || !level->assessed) return rating;
    auto mark = [&](const Id& id) -> std::optional<document::Mark> {
        const ScaleValue* value = find_value(*scale, id);
        return value ? std::optional(mark_of(*value, forecasts(context))) : std::nullopt;
    };
    if (best) {
        rating.assessed = best->assessed;
        rating.decision = best->decision;
        rating.printed = best->decision.empty() ? best->assessed : best->decision;
        rating.assessed_mark = mark(rating.assessed);
        rating.decision_mark = mark(rating.decision);
        rating.printed_mark = mark(rating.printed);
        rating.remark = best->remark;
        rating.sources.push_back(
            {"assessments/" + best->id.str(), best->decision.empty() ? "assessed" : "decision"});
    }
    if (!rating.printed_mark)
        rating.printed_mark = {document::MarkShape::not_assessed, std::string(words.not_assessed), ""};
    return rating;
}

GoalRating rating_of(const Context& context, const Goal& goal, const Goal* place, const Unit* unit) {
    if (!unit) unit = context.unit;
    if (context.rating) {
        const GoalRating* rating = context.rating(goal, unit, place);
        return rating ? *rating : GoalRating();
    }
    return stated_rating(context, goal, place, unit);
}

std::span<const SpecialField> followed_fields() {
    static constexpr SpecialField fields[] = {
        {"", "status", status_field},
        {"", "completion", completion_field},
        {"", "started", started_field},
        {"", "done", done_field},
        {"", "deviation", deviation_field},
        {"", "comment", comment_field},
        {"", "by", by_field},
        {"goals", "assessment", [](const FieldCallInfo& info) { return rating_field(info, Step::printed); }},
        {"goals", "proposal", [](const FieldCallInfo& info) { return rating_field(info, Step::proposal); }},
        {"goals", "assessed", [](const FieldCallInfo& info) { return rating_field(info, Step::assessed); }},
        {"goals", "decision", [](const FieldCallInfo& info) { return rating_field(info, Step::decision); }},
        {"risks", "likelihood",
         [](const FieldCallInfo& info) {
             const Risk& risk = *static_cast<const Risk*>(info.thing.it);
             return risk_step(info, risk.likelihood_scale, risk.likelihood, "likelihood");
         }},
        {"risks", "consequence",
         [](const FieldCallInfo& info) {
             const Risk& risk = *static_cast<const Risk*>(info.thing.it);
             return risk_step(info, risk.consequence_scale, risk.consequence, "consequence");
         }},
        {"risks", "risk-value", risk_value_field},
        {"result-units", "carriable", carriable_field},
        {"findings", "risk", risk_of_finding},
    };
    return fields;
}

}  // namespace styrkedja::reports
