// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "app/app_testing.h"
#include "app/erase.h"
#include "simulation/disk.h"
#include "simulation/world.h"
#include "store/memory/memory.h"

namespace styrkedja::simulation {
namespace {

using What = app::Outcome::What;

constexpr const char* address = "sqlite:simulated.db?vfs=simulated";

std::string run(std::uint64_t seed, Planted planted, std::string* log = nullptr) {
    Course course = course_of(seed);
    course.planted = planted;
    World world(seed, course);
    std::string broken = world.run();
    if (log) *log = world.log_bytes();
    return broken;
}

class PlantedFault : public ::testing::TestWithParam<Planted> {};

TEST_P(PlantedFault, IsFound) {
    std::uint64_t seed = 1;
    while (seed < 400 && run(seed, GetParam()).empty()) ++seed;
    EXPECT_LT(seed, 400U);
    EXPECT_EQ(run(seed, Planted::none), "");
}

INSTANTIATE_TEST_SUITE_P(Simulation, PlantedFault, ::testing::Values(Planted::sync, Planted::ack, Planted::half, Planted::blind));

TEST(Simulation, OneSeedGivesTheSameTwice) {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        std::string first, second;
        run(seed, Planted::none, &first);
        run(seed, Planted::none, &second);
        EXPECT_EQ(first, second) << seed;
    }
}

std::vector<store::LogRow> row(Version version) {
    return {{version, "c" + std::to_string(version), "entry", std::string(32, 'h'), std::string(6'000, 'v')}};
}

// A disk with a store of one entry, and a process that is killed, or a power cut, at the n-th call that writes of
// another append.
class EachMoment : public ::testing::Test {
  protected:
    // Whether it came to the end before that.
    bool append_until(std::size_t call, bool power, std::uint64_t seed) {
        store_.reset();   // before their disk
        other_.reset();
        random_ = testing::Random(seed);
        disk_.reset();
        disk_ = std::make_unique<Disk>(random_, [](const std::string&) {});
        disk_->on();
        begin(1);
        store_->append("staden", 0, row(1));
        if (has_other_) open_other();
        disk_->ends_at = call;
        disk_->ends_by_power = power;
        appended_ = false;
        try {
            appended_ = store_->append("staden", 1, row(2)) == store::Appended::yes;
        } catch (const store::Failure&) {
        }
        const bool whole = disk_->ends_at != 0;
        disk_->ends_at = 0;
        return whole;
    }

    Version begin(std::size_t process) {
        store_.reset();
        if (disk_->is_off()) disk_->on();
        disk_->begin(process);
        store_ = store::open(address, store::Access::create);
        return store_->head("staden");
    }

    // Another process, which has the file open all the while.
    void open_other() {
        disk_->begin(9);
        other_ = store::open(address, store::Access::create);
        EXPECT_EQ(other_->head("staden"), 1U);
    }

    Version after_power_cut(std::size_t process) {
        disk_->cut_power();
        return begin(process);
    }

    testing::Random random_{0};
    std::unique_ptr<Disk> disk_;
    std::unique_ptr<store::Store> store_, other_;
    bool appended_ = false, has_other_ = false;
};

TEST_F(EachMoment, WhatAKilledProgramLeftIsOnTheDiskBeforeItIsShown) {
    std::set<Version> shown;
    bool whole = false;
    for (std::size_t call = 1; !whole; ++call) {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            whole = append_until(call, false, seed);
            if (!appended_) disk_->kill(1);
            const Version seen = begin(2);
            shown.insert(seen);
            EXPECT_GE(seen, appended_ ? 2U : 1U);
            EXPECT_EQ(after_power_cut(3), seen) << "killed at call " << call << ", seed " << seed;
        }
    }
    EXPECT_EQ(shown, (std::set<Version>{1, 2}));
}

TEST_F(EachMoment, WhatAProgramThatBeginsAnewDoesNotSeeDoesNotComeBack) {
    has_other_ = true;
    bool whole = false;
    for (std::size_t call = 1; !whole; ++call) {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            whole = append_until(call, false, seed);
            if (!appended_) disk_->kill(1);
            const Version seen = begin(1);
            EXPECT_EQ(after_power_cut(3), seen) << "killed at call " << call << ", seed " << seed;
        }
    }
}

TEST_F(EachMoment, WhatTheOtherProcessSaysOfAKilledOnesCommandHolds) {
    has_other_ = true;
    bool whole = false;
    for (std::size_t call = 1; !whole; ++call) {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            whole = append_until(call, false, seed);
            if (!appended_) disk_->kill(1);
            const bool said = other_->find_command("staden", "c2").has_value();
            EXPECT_EQ(after_power_cut(3), said ? 2U : 1U) << "killed at call " << call << ", seed " << seed;
        }
    }
}

TEST_F(EachMoment, APowerCutLeavesAnEntryWholeOrNotAtAll) {
    bool whole = false;
    for (std::size_t call = 1; !whole; ++call) {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            whole = append_until(call, true, seed);
            const Version seen = whole ? after_power_cut(2) : begin(2);
            EXPECT_GE(seen, appended_ ? 2U : 1U) << "cut at call " << call << ", seed " << seed;
            std::size_t rows = 0;
            store_->read_log("staden", 0, seen, [&](const store::LogRow& each) { return each.content.size() == 6'000 && ++rows > 0; });
            EXPECT_EQ(rows, seen);
            EXPECT_EQ(store_->append("staden", seen, row(seen + 1)), store::Appended::yes);
        }
    }
}

// A machine that fails at the n-th call to the store, whatever it is, for each n.
TEST(Simulation, AnErasureWhoseMachineFailsAtAnyCallIsToldAsItIs) {
    std::size_t calls = 0, failing = 1;
    for (bool reached = true; reached; ++failing) {
        store::forget_memory("failing");
        calls = failing + 1;   // not yet
        auto weather = std::make_shared<Weather>();
        weather->before = [&] {
            if (++calls == failing) throw store::Failure(store::Failure::Kind::unavailable, Problem{"store_disk_fails", Severity::error, {}, {}});
        };
        Problems problems;
        auto store = store::open("memory:failing", store::Access::create);
        app::Sequencer sequencer(faulty(store->again(), weather), std::string(municipality), app::counting_clock(), app::counting_salts(), problems);
        sequencer.run(beginning());
        app::write_snapshot(*store, *sequencer.known());
        app::Erasing wish;
        wish.what = app::Erasing::What::actor;
        wish.actor = "controller";
        wish.by = "archivist";
        wish.decision = "KS § 1";
        wish.command = "erase";
        const auto plan = app::plan_erasure(*store, municipality, wish, problems);
        ASSERT_TRUE(plan);
        calls = 0;
        const app::Outcome outcome = sequencer.run(plan->command);
        reached = calls >= failing;
        const bool is_there = store->find_command(municipality, "erase").has_value();
        EXPECT_EQ(outcome.what == What::done || outcome.what == What::already, is_there) << "call " << failing;
        // What held the erased values goes as soon as the store answers.
        calls = failing + 1;
        sequencer.run(app::command("next", 9, {app::set_field("goals", "m1", "name", "Nytt")}));
        EXPECT_EQ(store->snapshots(municipality).empty(), is_there) << "call " << failing;
        EXPECT_EQ(sequencer.known()->state.goals.find("m1")->name, "Nytt");
    }
    EXPECT_GT(failing, 4U);
}

}  // namespace
}  // namespace styrkedja::simulation
