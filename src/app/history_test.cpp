// SPDX-License-Identifier: EUPL-1.2
#include "app/history.h"

#include <gtest/gtest.h>

#include <map>

#include "app/app_testing.h"
#include "domain/state/fold.h"

namespace styrkedja::app {
namespace {

// A made-up log: goals come, change, are linked and end; every version's state is kept to compare with.
class History : public ::testing::TestWithParam<int> {
  protected:
    void make(int steps) {
        std::uint64_t random = static_cast<std::uint64_t>(GetParam()) * 7919 + 1;
        auto below = [&](std::uint64_t end) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            return (random >> 33U) % end;
        };
        static int made = 0;
        store_ = store::open("memory:history-" + std::to_string(++made), store::Access::create);
        Problems problems;
        sequencer_ = std::make_unique<Sequencer>(store_->again(), "staden", counting_clock(), counting_salts(), problems);
        states_[0] = pack_text({});
        ASSERT_EQ(sequencer_->run(command("begin", 0, a_level())).what, Outcome::What::done);
        states_[1] = pack_text(sequencer_->known()->state);
        for (int i = 0; i < steps; ++i) {
            const Version read = sequencer_->known()->version;
            const std::string id = "m" + std::to_string(below(6));
            const bool is_there = sequencer_->known()->state.goals.find(id) != nullptr;
            std::vector<Change> changes;
            if (!is_there) changes = {create("goals", id), set_field("goals", id, "level", "mal"), set_field("goals", id, "name", "Nytt " + std::to_string(i))};
            else if (below(6) == 0) changes = {end("goals", id)};
            else if (below(3) == 0) changes = {set_field("goals", id, "name", "Namn " + std::to_string(i)), set_field("goals", id, "order", std::to_string(below(5)))};
            else if (below(3) == 0) changes = {set_field("goals", id, "tags", below(2) == 0 ? "" : "a b")};
            else changes = {set_field("goals", id, "tags", "t" + std::to_string(below(4)))};
            if (changes.size() == 1 && changes[0].value.starts_with('t')) changes[0].kind = below(2) == 0 ? ChangeKind::linked : ChangeKind::unlinked;
            Command wanted = command("c" + std::to_string(i), read, std::move(changes));
            if (i == steps / 2) wanted.decision = "KF 2025-12-16 § 210";
            const Outcome outcome = sequencer_->run(wanted);
            ASSERT_NE(outcome.what, Outcome::What::refused) << told(outcome.problems);
            states_[sequencer_->known()->version] = pack_text(sequencer_->known()->state);
        }
    }

    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Sequencer> sequencer_;
    std::map<Version, std::string> states_;
};

TEST_P(History, EveryVersionIsFoundAgainAsItWas) {
    make(120);
    const KnownPtr now = sequencer_->known();
    for (const auto& [version, text] : states_) {
        SCOPED_TRACE("version " + std::to_string(version));
        Problems problems;
        const KnownPtr then = as_of(*store_, now, version, problems);
        ASSERT_TRUE(then) << told(problems);
        EXPECT_EQ(pack_text(then->state), text);
        // From there it goes on to the present again, with the versions of all fields.
        const KnownPtr again = follow(*store_, then, 0, problems);
        ASSERT_TRUE(again) << told(problems);
        EXPECT_EQ(pack_text(again->state), pack_text(now->state));
        EXPECT_EQ(again->hash, now->hash);
        const Kind& goals = *find_kind("goals");
        for (const auto& goal : now->state.goals) {
            const Goal* there = &goal;
            EXPECT_EQ(goals.versions_of(goals.find(again->state, goal.id.str())), goals.versions_of(there)) << goal.id.str();
        }
    }
}

TEST_P(History, AStartFromASnapshotGivesTheSame) {
    make(60);
    Problems problems;
    const KnownPtr middle = as_of(*store_, sequencer_->known(), 30, problems);
    ASSERT_TRUE(middle);
    write_snapshot(*store_, *middle);
    for (int time = 0; time < 2; ++time) {
        const KnownPtr started = load(*store_, "staden", problems);
        ASSERT_TRUE(started) << told(problems);
        EXPECT_EQ(pack_text(started->state), pack_text(sequencer_->known()->state));
        EXPECT_EQ(started->landmarks.size(), sequencer_->known()->landmarks.size());
        EXPECT_EQ(started->time, sequencer_->known()->time);
        write_snapshot(*store_, *sequencer_->known());
    }
    EXPECT_EQ(store_->snapshots("staden").size(), 2U);
    // A snapshot that isn't whole is as good as none.
    for (const store::BlobInfo& each : store_->blobs("staden")) store_->drop_blobs("staden", std::vector{each.hash});
    EXPECT_EQ(pack_text(load(*store_, "staden", problems)->state), pack_text(sequencer_->known()->state));
}

TEST_P(History, ASnapshotOfAnotherFoldIsMadeAnew) {
    make(20);
    Problems problems;
    write_snapshot(*store_, *sequencer_->known());
    store::Snapshot other = store_->snapshots("staden").at(0);
    store_->drop_snapshot("staden", other.version);
    other.fold = fold_version + 1;   // an earlier or later program's: it is not looked into
    other.manifest = "of another kind";
    store_->put_snapshot("staden", other);
    EXPECT_EQ(pack_text(load(*store_, "staden", problems)->state), pack_text(sequencer_->known()->state));
    const Sequencer started(store_->again(), "staden", counting_clock(), counting_salts(), problems);
    ASSERT_EQ(store_->snapshots("staden").size(), 1U);
    EXPECT_EQ(store_->snapshots("staden")[0].fold, fold_version);
    EXPECT_EQ(told(problems), "");
}

TEST_P(History, AMomentIsAVersionATimeOrADecision) {
    make(40);
    Problems problems;
    const Known& known = *sequencer_->known();
    ASSERT_EQ(known.landmarks.size(), 1U);
    EXPECT_EQ(moment(*store_, known, "7", problems), Version{7});
    EXPECT_EQ(moment(*store_, known, "KF 2025-12-16 § 210", problems), known.landmarks.begin()->version);
    EXPECT_EQ(moment(*store_, known, "2020-01-01", problems), Version{0});
    EXPECT_EQ(moment(*store_, known, "2100-01-01", problems), known.version);
    for (Version version = 1; version <= known.version; ++version) {
        const KnownPtr then = as_of(*store_, sequencer_->known(), version, problems);
        EXPECT_EQ(version_at(*store_, "staden", then->time), version);
        EXPECT_EQ(version_at(*store_, "staden", then->time - 1), version - 1);
    }
    EXPECT_EQ(told(problems), "");
    EXPECT_EQ(moment(*store_, known, "4000", problems), std::nullopt);
    EXPECT_EQ(moment(*store_, known, "KF 2025-12-16 § 211", problems), std::nullopt);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems.list()[1].args.back().second, "KF 2025-12-16 § 210");
}

TEST_P(History, AFieldIsFoundAsItWasAtAVersion) {
    make(80);
    Problems problems;
    const KnownPtr now = sequencer_->known();
    const Kind& goals = *find_kind("goals");
    for (const auto& goal : now->state.goals) {
        const Goal* there = &goal;
        const Version created = goals.versions_of(there).of(0);
        for (Version version = created; version <= now->version; ++version) {
            const KnownPtr then = as_of(*store_, now, version, problems);
            for (const char* field : {"name", "tags", "order"}) {
                const FieldInfo& info = *field_named(goals, field);
                const void* was = goals.find(then->state, goal.id.str());
                ASSERT_TRUE(was);
                const std::string expected = stored_text(info, was);
                EXPECT_EQ(field_at(*store_, *now, number_of(goals), goal.id.str(), info.number, version), expected)
                    << goal.id.str() << " " << field << " at " << version;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, History, ::testing::Values(1, 2, 3));

}  // namespace
}  // namespace styrkedja::app
