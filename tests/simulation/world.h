// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/sequencer.h"
#include "simulation/faulty_store.h"
#include "simulation/ledger.h"
#include "simulation/people.h"

namespace styrkedja::simulation {

class Disk;

// What kind of world a seed gives.
struct Course {
    bool on_disk = false;            // SQLite on the simulated disk, else the memory store behind faults
    bool exclusive = false;          // SQLite's locking; then there is one server
    std::size_t servers = 1;
    std::size_t steps = 40;
    std::size_t fault_one_in = 0;    // of the calls to the store, or to the disk
    std::size_t crash_one_in = 0;    // of the steps
    Planted planted = Planted::none;
    bool verbose = false;
};
Course course_of(std::uint64_t seed);

// A municipality with some servers, people and a store, where everything happens by one seed.
class World {
  public:
    World(std::uint64_t seed, Course course);
    ~World();

    std::string run();          // what is broken; empty: everything held
    std::string log_bytes();    // after a run: all rows, for comparison with another world
    std::size_t acknowledged() const { return ledger_.acknowledged(); }

  private:
    struct Server {
        std::shared_ptr<Weather> weather;
        std::unique_ptr<app::Sequencer> sequencer;
        bool busy = false;
    };

    void step();
    void act(std::size_t server, std::size_t what);
    void act_seldom(std::size_t server, std::size_t what);
    void send(std::size_t server, std::vector<app::Command> commands);
    void take(std::size_t server, const app::Command& command, const app::Outcome& outcome);
    void edit(std::size_t server);
    void send_again(std::size_t server);
    void ask(std::size_t server);
    void import(std::size_t server);
    void take_back(std::size_t server);
    void decide(std::size_t server);
    void erase(std::size_t server);
    void snapshot(std::size_t server);
    void try_to(std::size_t server, const std::string& what, const std::function<void(app::Sequencer&)>& do_it);

    void restart(std::size_t server);
    bool start(std::size_t server);
    void kill(std::size_t server);
    void cut_power();
    void recover();
    void meanwhile(std::size_t server);
    void set_calm(bool calm);
    void check();
    void publish(std::size_t server);

    void say(const std::string& text) const;
    void broken(const std::string& what);
    std::string new_id() { return "c" + std::to_string(++ids_); }
    std::unique_ptr<store::Store> open(std::size_t server);

    std::uint64_t seed_;
    Course course_;
    Random people_random_, chaos_;    // apart, so that two worlds with other faults see the same people
    std::string address_;
    std::unique_ptr<Disk> disk_;
    std::vector<Server> servers_;
    std::vector<Person> people_;
    Ledger ledger_;
    log::Salts salts_;
    store::Time now_ = 1'766'000'000'000;
    std::size_t fault_one_in_ = 0;   // now: faults come one by one, or in storms
    int ids_ = 0, nested_ = 0;
    bool calm_ = false;
    std::string broken_;
};

}  // namespace styrkedja::simulation
