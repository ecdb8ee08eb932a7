// SPDX-License-Identifier: EUPL-1.2
#include "kill/client.h"

#include <unistd.h>

#include <thread>
#include <vector>

#include "app/app_testing.h"

namespace styrkedja::kill_loop {
namespace {

constexpr int threads = 4, goals = 12;

void tell(const std::string& text) {
    const std::string line = text + "\n";
    if (write(1, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(1);
}

void pause(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

// One person, with goals of their own and one that all edit.
class Person {
  public:
    Person(app::Writer& writer, std::string run, int number)
        : writer_(writer), run_(std::move(run)), name_("person" + std::to_string(number)), number_(number) {}

    [[noreturn]] void work() {
        for (int i = 0;; ++i) {
            send(wish(i));
            pause(i % 3);
        }
    }

  private:
    app::Command wish(int i) const {
        const app::KnownPtr known = writer_.known();
        const std::string goal = i % 10 == 0 ? "alla" : "g" + std::to_string(number_) + "-" + std::to_string(i % goals);
        const bool is_new = known->state.goals.find(goal) == nullptr;
        const std::string id = run_ + "-" + std::to_string(number_) + "-" + std::to_string(i) + (is_new ? "-5" : "-3");
        std::vector<Change> changes;
        if (is_new) changes = {app::create("goals", goal), app::set_field("goals", goal, "level", "mal")};
        for (const char* field : {"name", "heading", "description"}) changes.push_back(app::set_field("goals", goal, field, id));
        return app::command(id, known->version, std::move(changes), name_);
    }

    // Until it is known what came of it.
    void send(const app::Command& command) const {
        while (true) {
            const app::Outcome outcome = writer_.submit(command).get();
            switch (outcome.what) {
                case app::Outcome::What::done:
                case app::Outcome::What::already: return tell("done " + command.id + " " + std::to_string(outcome.version));
                case app::Outcome::What::collided:
                case app::Outcome::What::refused: return tell("not " + command.id);
                case app::Outcome::What::unknown: tell("unknown " + command.id); break;
                case app::Outcome::What::failed: break;
            }
            pause(10);
        }
    }

    app::Writer& writer_;
    std::string run_, name_;
    int number_;
};

std::unique_ptr<app::Sequencer> sequencer_at(const std::string& address) {
    while (true) {
        try {
            Problems problems;
            auto made = std::make_unique<app::Sequencer>(store::open(address, store::Access::create), std::string(municipality),
                                                         app::system_clock(), log::random_salts(), problems);
            if (problems.empty()) return made;
            tell("broken " + app::told(problems));
            _exit(1);
        } catch (const store::Failure& failure) {
            if (failure.kind() != store::Failure::Kind::unavailable) tell(std::string("broken ") + failure.what());
            pause(20);
        }
    }
}

}  // namespace

void write_until_killed(const std::string& address, const std::string& run) {
    auto sequencer = sequencer_at(address);
    std::unique_ptr<store::Store> beside;
    while (!beside) {
        try {
            beside = sequencer->store().again();
        } catch (const store::Failure&) {
            pause(20);   // the database was killed just now
        }
    }
    app::Writer writer(std::move(sequencer));
    const app::Command begin = app::command("begin-5", 0, app::a_level());
    while (writer.known()->version == 0) writer.submit(begin).get();
    std::vector<std::thread> people;
    for (int i = 0; i < threads; ++i) people.emplace_back([&writer, run, i] { Person(writer, run, i).work(); });
    while (true) {
        pause(25);
        try {
            app::write_snapshot(*beside, *writer.known());
        } catch (const store::Failure&) {
            // Another time.
        }
    }
}

}  // namespace styrkedja::kill_loop
