// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/economy/description.h"
#include "domain/plan/description.h"
#include "domain/process/description.h"
#include "reports/field_rooms.h"

// Which things a table, block or count takes, and in which order.
namespace styrkedja::reports {
namespace {

// The field that says whose a thing is, when it is one; and whether it may be somebody's above.
struct SourceInfo {
    RowSource source;
    std::string_view kind;
    bool of_the_plan;  // whose: it, one below, one above, the council; else: it or one below
};
constexpr SourceInfo sources[] = {
    {RowSource::indicators, "indicators", true},
    {RowSource::activities, "activities", true},
    {RowSource::assignments, "assignments", true},
    {RowSource::goals, "goals", true},
    {RowSource::measures, "measures", false},
    {RowSource::risks, "risks", false},
    {RowSource::controls, "controls", false},
    {RowSource::findings, "findings", false},
    {RowSource::grants, "grants", false},
    {RowSource::budget_changes, "budget-changes", false},
    {RowSource::carry_overs, "carry-overs", false},
    {RowSource::result_units, "result-units", false},
    {RowSource::projects, "projects", false},
    {RowSource::volumes, "volumes", false},
    {RowSource::units, "units", false},
    {RowSource::forecasts, "forecasts", false},
};

const SourceInfo* info_of(RowSource source) {
    for (const SourceInfo& each : sources) {
        if (each.source == source) return &each;
    }
    return nullptr;
}

void each_id_in(const StructInfo& kind, const void* it, std::string_view field,
                const std::function<void(const Id&)>& see) {
    const FieldInfo* info = field_with_key(kind, field);
    if (info && info->type->each_ref)
        info->type->each_ref(info->in(it), [&](const StructInfo*, const Id& id) { see(id); });
}

// The field that says whose things of a kind are; empty for kinds that are nobody's.
std::string_view owner_field(const StructInfo& kind) {
    for (std::string_view field : {"units", "owners", "unit"}) {
        if (field_with_key(kind, field)) return field;
    }
    return {};
}

// What narrows the things by themselves: the document's unit, year and occasion. A condition on the field
// decides instead.
class Belonging {
  public:
    Belonging(const Context& context, const SourceInfo& source, const std::vector<Condition>& where,
              const GoalInHand& goal)
        : context_(context), of_the_plan_(source.of_the_plan), in_goal_(goal.goal != nullptr) {
        for (const Condition& each : where) {
            by_unit_ = by_unit_ || each.field == "unit" || each.field == "units" || each.field == "owners";
            by_year_ = by_year_ || each.field == "year";
            by_occasion_ = by_occasion_ || each.field == "occasion" || (source.source == RowSource::forecasts && each.field == "version");
        }
    }

    // Is the document's unit to decide whose things are taken?
    bool goes_by_unit() const { return !by_unit_ && !in_goal_ && context_.unit; }

    bool holds(const Thing& thing) const { return valid(thing) && printed(thing) && in_time(thing); }

    // In the section of a goal that is not this unit's own (the council's): only what concerns the unit is taken.
    bool is_others_in_goal(const Thing& thing, const Goal& goal) const {
        if (by_unit_ || !context_.unit || is_council(context_.unit->id.str())) return false;
        bool own = std::any_of(goal.units.begin(), goal.units.end(),
                               [&](const Ref<Unit>& each) { return is_within(each.str(), context_.unit->id.str()); });
        if (own) return false;
        bool has_owner = false, ours = false;
        each_id_in(*thing.kind->info, thing.it, owner_field(*thing.kind->info), [&](const Id& id) {
            has_owner = true;
            ours = ours || is_council(id.str()) || is_within(id.str(), context_.unit->id.str()) ||
                   is_within(context_.unit->id.str(), id.str());
        });
        return has_owner && !ours;
    }

    // Positions of the things that are the document's unit's, in printed order.
    std::vector<std::uint32_t> ours(const ReportIndex::Listed& listed) const {
        std::vector<std::uint32_t> positions = listed.of_nobody;
        auto take = [&](std::string_view unit) {
            auto it = listed.by_unit.find(unit);
            if (it != listed.by_unit.end())
                positions.insert(positions.end(), it->second.begin(), it->second.end());
        };
        for (const Unit* each : context_.economy().units_within(context_.unit->id.str(), context_.day()))
            take(each->id.str());
        if (of_the_plan_) {
            for (std::string_view council : context_.index.councils) take(council);
            for (const Unit* each : context_.economy().units_above(context_.unit->id.str(), context_.day()))
                take(each->id.str());
        }
        std::sort(positions.begin(), positions.end());
        positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
        return positions;
    }

  private:
    bool is_council(std::string_view unit) const {
        const auto& councils = context_.index.councils;
        return std::find(councils.begin(), councils.end(), unit) != councils.end();
    }

    bool is_within(std::string_view unit, std::string_view above) const {
        return context_.economy().is_within(unit, above, context_.day());
    }

    bool valid(const Thing& thing) const {
        const FieldInfo* field = field_with_key(*thing.kind->info, "valid");
        Period period = context_.period();
        if (!field || field->type != detail::type_info<Validity>() || !period.exists()) return true;
        const Validity& valid = *static_cast<const Validity*>(field->in(thing.it));
        return valid.overlaps(period.start(), Date::from_days(period.end().days() - 1));
    }

    static bool printed(const Thing& thing) {
        const FieldInfo* field = field_with_key(*thing.kind->info, "internal");
        return !field || field->text(thing.it) != "yes";
    }

    bool in_time(const Thing& thing) const {
        const FieldInfo *year = field_with_key(*thing.kind->info, "year"),
                        *occasion = field_with_key(*thing.kind->info, "occasion");
        if (year && !by_year_ && context_.year().exists()) {
            std::string text = year->text(thing.it);
            if (text != "0" && text != context_.year().str()) return false;
        }
        if (thing.kind->info == &description<Forecast>() && !by_occasion_ && context_.occasion) {
            const FigureVersion* version = context_.state.versions.find(static_cast<const Forecast*>(thing.it)->version.str());
            if (!version || version->occasion.id != context_.occasion->id) return false;
        }
        if (occasion && !by_occasion_ && context_.occasion) {
            std::string text = occasion->text(thing.it);
            if (!text.empty() && text != context_.occasion->id.str()) return false;
        }
        return true;
    }

    const Context& context_;
    bool of_the_plan_, in_goal_;
    bool by_unit_ = false, by_year_ = false, by_occasion_ = false;
};

template <class T>
void take(std::vector<Thing>& things, const std::vector<const T*>& list) {
    const Kind* kind = kind_of(description<T>());
    for (const T* each : list) things.push_back({kind, each});
}

// What hangs on the goal in hand; nothing for kinds that do not hang on goals.
std::optional<std::vector<Thing>> on_the_goal(const Context& context, RowSource source,
                                              const GoalInHand& hand) {
    if (!hand.goal) return std::nullopt;
    std::vector<Thing> things;
    std::string_view goal = hand.goal->id.str();
    switch (source) {
        case RowSource::indicators:
            take(things, ReportIndex::in(context.index.indicators, goal));
            return things;
        case RowSource::assignments:
            take(things, ReportIndex::in(context.index.assignments, goal));
            return things;
        case RowSource::goals:
            take(things, ReportIndex::in(context.index.goals_below, goal));
            return things;
        case RowSource::measures:
            take(things, ReportIndex::in(context.index.measures, goal));
            return things;
        case RowSource::projects:
            // Where no project serves any goal, they are the unit's wherever they stand.
            if (context.index.projects.empty()) return std::nullopt;
            take(things, ReportIndex::in(context.index.projects, goal));
            return things;
        case RowSource::activities:
            break;
        default:
            return std::nullopt;
    }
    const Kind* kind = kind_of(description<Activity>());
    for (const Activity* each : ReportIndex::in(context.index.activities, goal)) {
        bool here = each->places.empty() || !hand.place ||
                    std::any_of(each->places.begin(), each->places.end(),
                                [&](const Ref<Goal>& place) { return place.id == hand.place->id; });
        if (here) things.push_back({kind, each});
    }
    return things;
}

int order_of(const Thing& thing) {
    const FieldInfo* field = field_with_key(*thing.kind->info, "order");
    return field && field->type == detail::type_info<int>() ? *static_cast<const int*>(field->in(thing.it))
                                                            : 0;
}

// Units in the order of the tree, each before those below it; without the document's own.
std::vector<Thing> units_in_tree(const Context& context) {
    std::vector<Thing> things;
    for (const Unit* each : context.economy().units_within(context.unit->id.str(), context.day())) {
        if (each != context.unit) things.push_back(thing(*each));
    }
    return things;
}

std::vector<Thing> candidates_for(const Context& context, RowSource source, const Belonging& belonging) {
    const ReportIndex::Listed& listed = context.index.listed.at(source);
    std::vector<Thing> things;
    if (source == RowSource::units && context.unit) return units_in_tree(context);
    if (belonging.goes_by_unit()) {
        for (std::uint32_t position : belonging.ours(listed))
            things.push_back({listed.kind, listed.all[position]});
    } else {
        for (const void* it : listed.all) things.push_back({listed.kind, it});
    }
    return things;
}

// A thing is taken when its field is one of the wanted, and none of the unwanted. `document` = the document's
// unit and all below it.
bool is_one_of(const Context& context, const FieldValue& value, const Tags& wanted) {
    for (const std::string& id : value.ids) {
        if (wanted.has(id)) return true;
        bool may_be_ours = wanted.has("document") && context.unit && context.state.units.find(id);
        if (may_be_ours && context.economy().is_within(id, context.unit->id.str(), context.day()))
            return true;
    }
    return false;
}

bool meets(const Context& context, const Thing& thing, const std::vector<Condition>& where,
           const FieldPlace& at, Problems& problems) {
    for (const Condition& each : where) {
        auto value = field_of(context, thing, each.field, at, problems);
        if (!value) return false;
        if (!each.is.empty() && !is_one_of(context, *value, each.is)) return false;
        if (!each.is_not.empty() && is_one_of(context, *value, each.is_not)) return false;
    }
    return true;
}

// What a thing is sorted by: the place of what the field refers to, its number, else its words.
struct SortKey {
    bool has_place = false;
    int place = 0;
    Exact number = Exact::none();
    std::string words;
};

SortKey sort_key(const Context& context, const Thing& thing, const std::string& field, const FieldPlace& at,
                 Problems& problems) {
    SortKey key;
    auto value = field_of(context, thing, field, at, problems);
    if (!value) return key;
    key.words = value->plain;
    key.number = value->quantity.number;
    const FieldInfo* info = thing.kind->info->find(field);
    if (info && info->type->each_ref && !value->ids.empty()) {
        if (Thing other = find_thing(context.state, value->ids.front())) {
            key.has_place = true;
            key.place = order_of(other);
        }
    }
    return key;
}

int compare_keys(const SortKey& a, const SortKey& b) {
    if (a.has_place && b.has_place && a.place != b.place) return a.place < b.place ? -1 : 1;
    if (a.number.exists() && b.number.exists() && a.number != b.number) return a.number < b.number ? -1 : 1;
    if (a.words.empty() != b.words.empty()) return a.words.empty() ? 1 : -1;  // what has none stands last
    return swedish_order(a.words, b.words);
}

void sort_by(const Context& context, std::vector<Thing>& things, std::string_view sort, const FieldPlace& at,
             Problems& problems) {
    bool falling = sort.starts_with('-');
    if (falling) sort.remove_prefix(1);
    Problems all;
    std::vector<std::pair<SortKey, Thing>> keyed;
    for (const Thing& thing : things)
        keyed.emplace_back(sort_key(context, thing, std::string(sort), at, all), thing);
    if (!all.empty()) problems.add(all.list().front());
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        int order = compare_keys(a.first, b.first);
        bool one_has_none = a.first.words.empty() != b.first.words.empty();
        return falling && !one_has_none ? order > 0 : order < 0;
    });
    for (std::size_t i = 0; i < things.size(); ++i) things[i] = keyed[i].second;
}

}  // namespace

void list_things(const State& state, std::map<RowSource, ReportIndex::Listed>& listed) {
    for (const SourceInfo& source : sources) {
        ReportIndex::Listed& list = listed[source.source];
        list.kind = find_kind(source.kind);
        list.all.reserve(list.kind->size(state));
        list.kind->each(state, [&](const void* it) { list.all.push_back(it); });
        if (const FieldInfo* order = field_with_key(*list.kind->info, "order")) {
            auto order_in = [&](const void* it) { return *static_cast<const int*>(order->in(it)); };
            std::stable_sort(list.all.begin(), list.all.end(),
                             [&](const void* a, const void* b) { return order_in(a) < order_in(b); });
        }
        std::string_view field = owner_field(*list.kind->info);
        for (std::uint32_t i = 0; i < list.all.size(); ++i) {
            bool has_owner = false;
            each_id_in(*list.kind->info, list.all[i], field, [&](const Id& id) {
                const Unit* unit = state.units.find(id.str());
                if (unit) list.by_unit[unit->id.str()].push_back(i);
                has_owner = true;
            });
            if (!has_owner) list.of_nobody.push_back(i);
            // What is moved concerns both ends.
            each_id_in(*list.kind->info, list.all[i], "counter-unit", [&](const Id& id) {
                const Unit* unit = source.source == RowSource::budget_changes ? state.units.find(id.str()) : nullptr;
                if (unit) list.by_unit[unit->id.str()].push_back(i);
            });
        }
    }
}

std::vector<Thing> things_for(const Context& context, RowSource source, const std::vector<Condition>& where,
                              const std::string& sort, const FieldPlace& at, Problems& problems) {
    const SourceInfo* info = info_of(source);
    if (!info) return {};
    auto on_goal = on_the_goal(context, source, at.goal);
    Belonging belonging(context, *info, where, on_goal ? at.goal : GoalInHand());
    std::vector<Thing> candidates =
        on_goal ? std::move(*on_goal) : candidates_for(context, source, belonging);
    std::vector<Thing> things;
    Problems all;
    for (const Thing& thing : candidates) {
        if (on_goal && belonging.is_others_in_goal(thing, *at.goal.goal)) continue;
        if (belonging.holds(thing) && meets(context, thing, where, at, all)) things.push_back(thing);
    }
    // A mistyped field is wrong for every thing; once is enough.
    for (const Problem& problem : all.list()) {
        bool told = std::any_of(problems.list().begin(), problems.list().end(), [&](const Problem& other) {
            return other.code == problem.code && other.args == problem.args &&
                   other.place.field == problem.place.field && other.place.entity == problem.place.entity;
        });
        if (!told) problems.add(problem);
    }
    if (!sort.empty()) sort_by(context, things, sort, at, problems);
    return things;
}

}  // namespace styrkedja::reports
