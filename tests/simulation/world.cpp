// SPDX-License-Identifier: EUPL-1.2
#include "simulation/world.h"

#include <algorithm>
#include <iterator>

#include "app/app_testing.h"
#include "app/import_pack.h"
#include "simulation/disk.h"

namespace styrkedja::simulation {
namespace {

using What = app::Outcome::What;

constexpr std::string_view what_names[] = {"done", "already", "collided", "refused", "failed", "unknown"};

std::string told_of(const app::Outcome& outcome) {
    std::string text(what_names[static_cast<std::size_t>(outcome.what)]);
    if (outcome.what == What::done || outcome.what == What::already) text += " as version " + std::to_string(outcome.version);
    for (const Problem& each : outcome.problems.list()) text += " " + std::string(each.code);
    return text;
}

std::string told_of(const app::Command& command) {
    std::string text = "'" + command.id + "' by " + command.actor + " who read " + std::to_string(command.read);
    if (command.kind != EntryKind::edit) text += ", kind " + std::to_string(static_cast<int>(command.kind)) + " about '" + command.about + "'";
    for (const Change& each : command.changes) {
        text += "\n      " + std::to_string(static_cast<int>(each.kind)) + " " + std::to_string(each.thing) + "/" + each.id + " " +
                std::to_string(each.field) + " = '" + each.value.substr(0, 40) + "'";
    }
    return text;
}

}  // namespace

// Does it, and takes a machine's failure as what it is: of two kinds only, for nothing here is damaged by itself.
void World::try_to(std::size_t server, const std::string& what, const std::function<void(app::Sequencer&)>& do_it) {
    say("  server " + std::to_string(server) + ": " + what);
    try {
        do_it(*servers_[server].sequencer);
    } catch (const store::Failure& failure) {
        say("    fails: " + std::string(failure.what()));
        const bool is_expected = failure.kind() == store::Failure::Kind::unavailable || failure.kind() == store::Failure::Kind::full;
        if (!is_expected || calm_) broken(what + " fails: " + failure.what());
    }
}

void World::take(std::size_t server, const app::Command& command, const app::Outcome& outcome) {
    say("    '" + command.id + "': " + told_of(outcome));
    const bool done = outcome.what == What::done || outcome.what == What::already;
    const bool machine = outcome.what == What::failed || outcome.what == What::unknown;
    for (const Problem& each : outcome.problems.list()) {
        if (machine && each.code != "store_disk_fails" && each.code != "store_disk_is_full") broken("told of " + std::string(each.code));
    }
    bool is_written = false;
    if (done) {
        set_calm(true);
        try_to(server, "is it written?", [&](app::Sequencer& it) { is_written = it.ask(command.id).has_value(); });
        set_calm(false);
    }
    broken(ledger_.told(command.id, outcome, is_written));
}

void World::send(std::size_t server, std::vector<app::Command> commands) {
    Server& to = servers_[server];
    for (app::Command& each : commands) {
        say("  server " + std::to_string(server) + ": " + told_of(each));
        ledger_.sending(each);
        if (course_.planted == Planted::blind) each.read = 1'000'000;
    }
    to.busy = true;
    const std::vector<app::Outcome> outcomes = to.sequencer->run(commands);
    to.busy = false;
    if (disk_ && disk_->is_dead(server)) to.weather->dead = true;
    if (outcomes.size() != commands.size()) return broken("not every command has an outcome");
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (to.weather->dead) {
            say("    '" + commands[i].id + "': no answer");
            ledger_.no_answer(commands[i].id);
        } else {
            take(server, commands[i], outcomes[i]);
        }
    }
    if (!to.weather->dead) publish(server);
}

void World::publish(std::size_t server) { broken(ledger_.published(servers_[server].sequencer->known())); }

void World::edit(std::size_t server) {
    std::vector<app::Command> commands;
    for (std::size_t times = people_random_.chance(4) ? 2 + people_random_.below(4) : 1; times > 0; --times) {
        Person& person = people_[people_random_.below(people_.size())];
        if (people_random_.chance(2)) person.seen = servers_[server].sequencer->known();
        commands.push_back(anything(person, new_id(), people_random_));
        if (people_random_.chance(15)) commands.push_back(commands.back());   // a double click
    }
    send(server, std::move(commands));
}

void World::send_again(std::size_t server) {
    const auto& all = ledger_.commands();
    std::vector<std::string> open;
    for (const auto& [id, command] : all) {
        if (ledger_.is_open(id) || people_random_.chance(all.size())) open.push_back(id);
    }
    if (!open.empty()) send(server, {all.at(people_random_.of(open))});
}

void World::ask(std::size_t server) {
    const auto& all = ledger_.commands();
    std::vector<std::string> ids;
    for (const auto& [id, command] : all) {
        if (ledger_.is_open(id) || people_random_.chance(all.size())) ids.push_back(id);
    }
    if (ids.empty()) return;
    const std::string& id = people_random_.of(ids);
    try_to(server, "was '" + id + "' done?", [&](app::Sequencer& it) {
        const std::optional<Version> version = it.ask(id);
        say(version ? "    as version " + std::to_string(*version) : "    no");
        broken(ledger_.asked(id, version));
    });
}

void World::import(std::size_t server) {
    const State pack = small_pack(people_random_);
    const std::string id = new_id();
    std::vector<app::Command> command;
    try_to(server, "imports a pack", [&](app::Sequencer& it) {
        Problems problems;
        const app::KnownPtr known = it.known();
        const app::ImportPlan plan = app::plan_import(it.store(), *known, pack, "plan", problems);
        if (problems.has_errors()) return broken("an import is refused: " + app::told(problems));
        it.store().put_blobs(municipality, {&plan.blob, 1});
        command.push_back(app::import_command(plan, *known, id, "importer"));
    });
    if (!command.empty()) send(server, std::move(command));
}

void World::take_back(std::size_t server) {
    const app::KnownPtr known = servers_[server].sequencer->known();
    if (known->version < 2) return;
    const Version version = 2 + people_random_.below(known->version - 1);
    const std::string id = new_id();
    std::vector<app::Command> command;
    try_to(server, "takes back version " + std::to_string(version), [&](app::Sequencer& it) {
        Problems problems;
        const app::TakeBackPlan plan = app::plan_take_back(it.store(), known, version, problems);
        if (problems.has_errors()) return broken("taking back is refused: " + app::told(problems));
        command.push_back(app::take_back_command(plan, *known, version, id, "controller"));
    });
    if (!command.empty()) send(server, std::move(command));
}

void World::decide(std::size_t server) {
    app::Command made = app::command(new_id(), servers_[server].sequencer->known()->version, {}, "registrar");
    made.kind = EntryKind::decision;
    made.about = "KF § " + std::to_string(ids_);
    made.decision = made.about;
    send(server, {made});
}

void World::erase(std::size_t server) {
    const app::Erasing wish = some_erasing(people_random_, servers_[server].sequencer->known()->version, new_id());
    std::optional<app::ErasurePlan> plan;
    try_to(server, "plans an erasure", [&](app::Sequencer& it) {
        Problems problems;
        plan = app::plan_erasure(it.store(), municipality, wish, problems);
        for (const Problem& each : problems.list()) {
            if (each.severity == Severity::error && each.code != "erasure_finds_nothing") broken("told of " + std::string(each.code));
        }
    });
    if (!plan) return;
    send(server, {plan->command});
    if (servers_[server].weather->dead || ledger_.is_open(wish.command)) return;
    try_to(server, "finishes it", [&](app::Sequencer& it) {
        app::finish_erasure(it.store(), municipality, *plan);
        if (!it.store().snapshots(municipality).empty()) broken("snapshots from before an erasure are still there");
    });
}

void World::snapshot(std::size_t server) {
    try_to(server, "writes a snapshot", [&](app::Sequencer& it) { app::write_snapshot(it.store(), *it.known()); });
}

void World::act(std::size_t server, std::size_t what) {
    if (what < 14) return edit(server);
    if (what < 17) return send_again(server);
    if (what < 19) return ask(server);
    act_seldom(server, what);
}

void World::act_seldom(std::size_t server, std::size_t what) {
    switch (what) {
        case 19: return import(server);
        case 20: return take_back(server);
        case 21: return decide(server);
        case 22: return snapshot(server);
        case 23:
            try_to(server, "follows", [](app::Sequencer& it) { it.follow(); });
            if (!servers_[server].weather->dead) publish(server);
            return;
        case 24:
            return try_to(server, "sweeps", [](app::Sequencer& it) { it.store().sweep(); });
        case 25: return erase(server);
        case 26:
            say("  the clock jumps");
            now_ += (people_random_.chance(2) ? 1 : -1) * static_cast<store::Time>(people_random_.below(100'000'000));
            return;
        default: return restart(server);
    }
}

// One thing happens.
void World::step() {
    now_ += static_cast<store::Time>(people_random_.below(5'000));
    const bool storm = course_.fault_one_in > 0 && chaos_.chance(10);
    fault_one_in_ = storm ? 4 : course_.fault_one_in;
    set_calm(false);
    const std::size_t server = people_random_.below(servers_.size());
    const std::size_t what = people_random_.below(28);
    act(server, what);
    if (course_.crash_one_in > 0 && chaos_.chance(course_.crash_one_in)) {
        if (course_.on_disk && chaos_.chance(2)) cut_power();
        else kill(chaos_.below(servers_.size()));
    }
    recover();
    if (chaos_.chance(15)) check();
}

std::string World::run() {
    if (disk_) disk_->on();
    for (std::size_t i = 0; i < servers_.size(); ++i) restart(i);
    recover();
    if (!broken_.empty()) return broken_;
    for (int i = 0; i < 4; ++i) people_.push_back({"person" + std::to_string(i), servers_[0].sequencer->known()});
    set_calm(true);
    send(0, {beginning()});
    set_calm(false);
    for (std::size_t i = 0; i < course_.steps && broken_.empty(); ++i) {
        say("step " + std::to_string(i));
        step();
    }
    fault_one_in_ = course_.fault_one_in;
    // What is there at last, there is for good.
    for (int round = 0; round < 2 && broken_.empty(); ++round) {
        check();
        if (course_.crash_one_in > 0 && course_.on_disk) cut_power();
        for (std::size_t i = 0; i < servers_.size(); ++i) restart(i);
        recover();
    }
    if (broken_.empty()) check();
    return broken_;
}

}  // namespace styrkedja::simulation
