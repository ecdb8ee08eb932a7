// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/changed_things.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "domain/state/stored.h"

namespace styrkedja {
namespace {

void add_field(ChangedThing& thing, const FieldInfo* field) {
    if (!field || std::find(thing.fields.begin(), thing.fields.end(), field) != thing.fields.end()) return;
    thing.fields.push_back(field);
}

// The same problem, whatever it says of what was found there.
using Spot = std::tuple<std::string_view, std::string_view, std::string_view>;

Spot spot_of(const Problem& problem) {
    return {problem.code, problem.place.entity, problem.place.field};
}

std::set<std::string> entities(std::span<const ChangedThing> things) {
    std::set<std::string> all;
    for (const ChangedThing& each : things) {
        const void* thing = each.is ? each.is : each.was;
        if (thing) all.insert(std::string(each.kind->info->key) + "/" + each.kind->id(thing).str());
    }
    return all;
}

}  // namespace

std::vector<ChangedThing> changed_things(const State& before, const State& after,
                                         std::span<const Change> changes) {
    std::vector<const Change*> sorted;
    sorted.reserve(changes.size());
    for (const Change& each : changes) sorted.push_back(&each);
    const auto name = [](const Change* change) {
        return std::tuple<int, std::string_view>(change->thing, change->id);
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Change* a, const Change* b) { return name(a) < name(b); });
    std::vector<ChangedThing> things;
    const Change* last = nullptr;
    for (const Change* each : sorted) {
        const Kind* kind = kind_by_number(each->thing);
        if (!kind) continue;
        if (!last || name(last) != name(each)) {
            things.push_back(
                {kind, each->id, kind->find(before, each->id), kind->find(after, each->id), false, {}});
        }
        last = each;
        ChangedThing& thing = things.back();
        if (each->kind == ChangeKind::created && !thing.created) {
            thing.created = true;
            thing.fields = logged_fields(*kind);
        } else if (!thing.created) {
            add_field(thing, field_by_number(*kind, each->field));
        }
    }
    return things;
}

void tell_new(const Problems& now, const Problems& then, std::span<const ChangedThing> things,
              Problems& problems) {
    if (now.empty() || then.empty()) {
        problems.append(now);
        return;
    }
    const std::set<std::string> changed = entities(things);
    std::map<Spot, std::vector<const Problem*>> had;
    std::map<Spot, std::size_t> more;  // how many more there are than there were
    for (const Problem& each : then.list()) had[spot_of(each)].push_back(&each);
    for (const Problem& each : now.list()) ++more[spot_of(each)];
    for (auto& [spot, count] : more) {
        auto it = had.find(spot);
        if (it != had.end()) count -= std::min(count, it->second.size());
    }
    for (const Problem& each : now.list()) {
        auto it = had.find(spot_of(each));
        if (it != had.end()) {
            const auto same = [&](const Problem* other) { return other->args == each.args; };
            if (std::any_of(it->second.begin(), it->second.end(), same)) continue;
            std::size_t& left = more[spot_of(each)];
            if (left == 0 && !changed.contains(each.place.entity)) continue;
            if (left > 0) --left;
        }
        problems.add(each);
    }
}

}  // namespace styrkedja
