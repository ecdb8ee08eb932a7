// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdio>

#include "app/app_testing.h"
#include "simulation/disk.h"
#include "simulation/world.h"
#include "store/memory/memory.h"

// Beginnings and ends: how servers start, stop, die and come back.
namespace styrkedja::simulation {
namespace {

constexpr int most_tries = 8;   // to open the store while faults strike; then the weather clears

}  // namespace

Course course_of(std::uint64_t seed) {
    Random random(seed ^ 0x5EEDC0DEU);
    Course course;
    course.on_disk = random.chance(2);
    course.exclusive = course.on_disk && random.chance(2);
    course.servers = course.exclusive ? 1 : 1 + random.below(3);
    course.steps = 10 + random.below(40);
    static constexpr std::size_t rates[] = {0, 400, 100, 30};
    course.fault_one_in = random.of(rates);
    static constexpr std::size_t crashes[] = {0, 20, 5};
    course.crash_one_in = random.of(crashes);
    return course;
}

World::World(std::uint64_t seed, Course course)
    : seed_(seed), course_(course), people_random_(seed), chaos_(~seed), servers_(course.servers), salts_(app::counting_salts(seed)) {
    if (course_.on_disk) {
        disk_ = std::make_unique<Disk>(chaos_, [this](const std::string& text) { say(text); });
        disk_->forgets_sync = course_.planted == Planted::sync;
        address_ = "sqlite:simulated.db?vfs=" + std::string(Disk::name) + (course_.exclusive ? "&locking=exclusive" : "");
    } else {
        address_ = "memory:simulation";
        store::forget_memory("simulation");
    }
}

World::~World() {
    for (Server& each : servers_) each.sequencer.reset();
    if (!disk_) store::forget_memory("simulation");
}

void World::say(const std::string& text) const {
    if (course_.verbose) std::printf("%s%s\n", std::string(static_cast<std::size_t>(nested_) * 8, ' ').c_str(), text.c_str());
}

void World::broken(const std::string& what) {
    if (what.empty() || !broken_.empty()) return;
    broken_ = what;
    say("BROKEN: " + what);
}

void World::set_calm(bool calm) {
    calm_ = calm;
    if (disk_) disk_->fault_one_in = calm ? 0 : fault_one_in_;
    for (Server& each : servers_) {
        if (each.weather) each.weather->fault_one_in = calm ? 0 : fault_one_in_;
    }
}

// Between any two calls of one server another may do something whole.
void World::meanwhile(std::size_t server) {
    if (disk_) disk_->caller = server;
    if (disk_ && disk_->is_dead(server)) servers_[server].weather->dead = true;
    if (calm_ || nested_ > 0 || !servers_[server].busy || servers_.size() < 2 || !chaos_.chance(10)) return;
    const std::size_t other = (server + 1 + chaos_.below(servers_.size() - 1)) % servers_.size();
    if (!servers_[other].sequencer || servers_[other].weather->dead) return;
    ++nested_;
    edit(other);
    --nested_;
    if (disk_) disk_->caller = server;
    if (disk_ && disk_->is_dead(server)) servers_[server].weather->dead = true;
}

std::unique_ptr<store::Store> World::open(std::size_t server) {
    auto weather = std::make_shared<Weather>();
    weather->random = &chaos_;
    weather->memory = !course_.on_disk;
    weather->planted = course_.planted;
    weather->fault_one_in = calm_ ? 0 : fault_one_in_;
    weather->before = [this, server] { meanwhile(server); };
    weather->say = [this](const std::string& text) { say(text); };
    servers_[server].weather = weather;
    if (disk_) disk_->begin(server);
    return faulty(store::open(address_, store::Access::create), weather);
}

bool World::start(std::size_t server) {
    Problems problems;
    try {
        auto sequencer = std::make_unique<app::Sequencer>(open(server), std::string(municipality), [this] { return now_; }, salts_, problems);
        if (problems.has_errors()) broken("the log can't be read: " + app::told(problems));
        servers_[server].sequencer = std::move(sequencer);
        return true;
    } catch (const store::Failure& failure) {
        say("    can't be opened: " + std::string(failure.what()));
        const bool is_expected = failure.kind() == store::Failure::Kind::unavailable || failure.kind() == store::Failure::Kind::full;
        if (!is_expected || calm_) broken("the store can't be opened: " + std::string(failure.what()));
        return false;
    }
}

// Stops (in good order, if it is still alive) and starts anew.
void World::restart(std::size_t server) {
    say("  server " + std::to_string(server) + " starts");
    if (disk_) disk_->caller = server;
    servers_[server].sequencer.reset();
    const bool was_calm = calm_;
    for (int tries = 0; broken_.empty(); ++tries) {
        if (disk_ && disk_->is_off()) break;   // all are down: recover starts them
        if (tries == most_tries) set_calm(true);
        if (start(server)) break;
    }
    set_calm(was_calm);
    if (servers_[server].sequencer && !servers_[server].weather->dead) publish(server);
}

void World::kill(std::size_t server) {
    say("  server " + std::to_string(server) + " is killed");
    if (disk_) disk_->kill(server);
    if (servers_[server].weather) servers_[server].weather->dead = true;
}

void World::cut_power() {
    say("  the power is cut");
    disk_->cut_power();
}

void World::recover() {
    while (broken_.empty()) {
        const bool off = disk_ && disk_->is_off();
        for (std::size_t i = 0; i < servers_.size(); ++i) {
            Server& server = servers_[i];
            if (server.weather && (off || (disk_ && disk_->is_dead(i)))) server.weather->dead = true;
            if (off) server.sequencer.reset();
        }
        if (off) disk_->on();
        bool all = true;
        for (std::size_t i = 0; i < servers_.size() && all; ++i) {
            if (servers_[i].sequencer && !servers_[i].weather->dead) continue;
            restart(i);
            all = servers_[i].sequencer && !servers_[i].weather->dead;
        }
        if (all) return;
    }
}

void World::check() {
    if (!broken_.empty()) return;
    set_calm(true);
    const std::size_t server = chaos_.below(servers_.size());
    const Version earlier = chaos_.below(servers_[server].sequencer->known()->version + 1);
    try_to(server, "everything is checked", [&](app::Sequencer& it) {
        broken(ledger_.check_log(it.store()));
        if (broken_.empty()) broken(ledger_.check_states(it.store(), earlier));
    });
    set_calm(false);
}

std::string World::log_bytes() {
    std::string bytes;
    set_calm(true);
    try_to(0, "is copied", [&](app::Sequencer& it) {
        it.store().read_log(municipality, 0, it.store().head(municipality), [&](const store::LogRow& row) {
            bytes += row.command + row.entry + row.hash + row.content;
            return true;
        });
    });
    return bytes;
}

}  // namespace styrkedja::simulation
