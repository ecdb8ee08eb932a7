// SPDX-License-Identifier: EUPL-1.2
#include "simulation/people.h"

#include "app/app_testing.h"
#include "domain/state/fold.h"
#include "simulation/ledger.h"

namespace styrkedja::simulation {
namespace {

constexpr std::string_view goals[] = {"m1", "m2", "m3", "m4", "m5"};
constexpr std::string_view measured[] = {"i1", "i2", "i3"};
constexpr std::string_view tags[] = {"geh", "barn", "klimat"};
constexpr std::string_view words[] = {"Ett", "Två", "Tre", "", "Öka tryggheten", "Minska utsläppen till år 2030"};
constexpr std::string_view goal_texts[] = {"name", "heading", "number", "description"};
constexpr std::string_view indicator_texts[] = {"name", "unit", "source", "definition"};

std::string word(Random& random) {
    if (random.chance(12)) return std::string(200 + random.below(6'000), 'x');   // more than a page of the file
    return std::string(random.of(words));
}

Change list_change(std::string_view kind, std::string_view id, std::string_view field, std::string_view element, Random& random) {
    Change change = app::set_field(kind, std::string(id), field, std::string(element));
    change.kind = random.chance(3) ? ChangeKind::unlinked : ChangeKind::linked;
    return change;
}

void make_goal(std::vector<Change>& changes, std::string_view id, Random& random) {
    changes.push_back(app::create("goals", std::string(id)));
    changes.push_back(app::set_field("goals", std::string(id), "level", "mal"));
    changes.push_back(app::set_field("goals", std::string(id), "name", "Mål " + word(random)));
}

void make_indicator(std::vector<Change>& changes, std::string_view id, Random& random) {
    changes.push_back(app::create("indicators", std::string(id)));
    changes.push_back(app::set_field("indicators", std::string(id), "name", "Mått " + word(random)));
}

void comment(std::vector<Change>& changes, const State& seen, Random& random) {
    const std::string goal(random.of(goals));
    const std::string id = goal + "/analys";
    if (!find_kind("comments")->find(seen, id)) {
        changes.push_back(app::create("comments", id));
        changes.push_back(app::set_field("comments", id, "subject", goal));
        changes.push_back(app::set_field("comments", id, "field", "analys"));
    }
    changes.push_back(app::set_field("comments", id, "text", "Vi ser att " + word(random)));
}

void goal_change(std::vector<Change>& changes, const State& seen, Random& random) {
    const std::string id(random.of(goals));
    if (!find_kind("goals")->find(seen, id) && !random.chance(8)) return make_goal(changes, id, random);
    switch (random.below(8)) {
        case 0: return changes.push_back(app::end("goals", id));
        case 1: return changes.push_back(list_change("goals", id, "tags", random.of(tags), random));
        case 2: return changes.push_back(list_change("goals", id, "parents", random.of(goals), random));
        case 3: return changes.push_back(app::set_field("goals", id, "order", random.chance(6) ? "inget tal" : std::to_string(random.below(9))));
        default: return changes.push_back(app::set_field("goals", id, random.of(goal_texts), word(random)));
    }
}

void indicator_change(std::vector<Change>& changes, const State& seen, Random& random) {
    const std::string id(random.of(measured));
    if (!find_kind("indicators")->find(seen, id) && !random.chance(8)) return make_indicator(changes, id, random);
    switch (random.below(6)) {
        case 0: return changes.push_back(app::end("indicators", id));
        case 1: return changes.push_back(list_change("indicators", id, "goals", random.of(goals), random));
        default: return changes.push_back(app::set_field("indicators", id, random.of(indicator_texts), word(random)));
    }
}

}  // namespace

app::Command beginning() {
    std::vector<Change> changes = app::a_level();
    for (const char* id : {"m1", "m2"}) {
        changes.push_back(app::create("goals", id));
        changes.push_back(app::set_field("goals", id, "level", "mal"));
        changes.push_back(app::set_field("goals", id, "name", "Mål " + std::string(id)));
    }
    return app::command("begin", 0, std::move(changes));
}

app::Command anything(const Person& person, std::string id, Random& random) {
    app::Command made = app::command(std::move(id), person.seen->version, {}, person.name);
    if (random.chance(5)) made.reason = "Enligt " + word(random);
    for (std::size_t times = random.chance(3) ? 1 + random.below(4) : 1; times > 0; --times) {
        switch (random.below(6)) {
            case 0: comment(made.changes, person.seen->state, random); break;
            case 1:
            case 2: indicator_change(made.changes, person.seen->state, random); break;
            default: goal_change(made.changes, person.seen->state, random); break;
        }
    }
    return made;
}

app::Erasing some_erasing(Random& random, Version newest, std::string command) {
    app::Erasing wish;
    const Kind& kind = *find_kind("goals");
    wish.what = static_cast<app::Erasing::What>(random.below(4));
    wish.thing = number_of(kind);
    wish.id = random.of(goals);
    wish.field = field_named(kind, random.of(goal_texts))->number;
    wish.actor = "person" + std::to_string(random.below(4));
    wish.slot = {1 + random.below(newest), random.below(6)};
    wish.decision = "KS § " + command;
    wish.by = "archivist";
    wish.command = std::move(command);
    return wish;
}

State small_pack(Random& random) {
    State pack;
    std::vector<Change> changes = app::a_level();
    for (std::string_view id : goals) {
        if (random.chance(2)) make_goal(changes, id, random);
    }
    for (std::string_view id : measured) {
        if (random.chance(3)) make_indicator(changes, id, random);
    }
    {
        Continuation continuation(pack);
        Problems problems;
        for (const Change& each : changes) continuation.apply(each.view(), 0, problems);
    }
    auto head = std::make_shared<Held<PackHead>>();
    head->id = Id(std::string(municipality));
    head->name = "Staden";
    head->years = {"2015"};
    pack.pack = std::move(head);
    return pack;
}

}  // namespace styrkedja::simulation
