// SPDX-License-Identifier: EUPL-1.2
#include "app/sequencer.h"

#include <gtest/gtest.h>

#include "app/app_testing.h"

namespace styrkedja::app {
namespace {

using What = Outcome::What;

class SequencerTest : public ::testing::Test {
  protected:
    SequencerTest() : address_("memory:sequencer-" + std::to_string(++count_)) {
        store_ = store::open(address_, store::Access::create);
        sequencer_ = another();
        // A level and two goals under it.
        std::vector<Change> changes = a_level();
        for (Change& each : std::vector<Change>{create("goals", "m1"), set_field("goals", "m1", "level", "mal"), set_field("goals", "m1", "name", "Ett"),
                                   create("goals", "m2"), set_field("goals", "m2", "level", "mal"), set_field("goals", "m2", "name", "Två")}) {
            changes.push_back(std::move(each));
        }
        do_it(command("begin", 0, std::move(changes)));
    }

    std::unique_ptr<Sequencer> another() {
        Problems problems;
        auto made = std::make_unique<Sequencer>(store_->again(), "staden", counting_clock(), counting_salts(), problems);
        EXPECT_EQ(told(problems), "");
        return made;
    }

    Version do_it(const Command& wanted) {
        const Outcome outcome = sequencer_->run(wanted);
        EXPECT_EQ(outcome.what, What::done) << told(outcome.problems);
        return outcome.version;
    }

    std::string name(std::string_view goal) const { return sequencer_->known()->state.goals.find(goal)->name; }

    void expect_whole() {
        Problems problems;
        const KnownPtr folded = fold_all(*store_, "staden", store_->head("staden"), problems);
        EXPECT_EQ(told(problems), "");
        ASSERT_TRUE(folded);
        EXPECT_EQ(pack_text(folded->state), pack_text(sequencer_->known()->state));
        EXPECT_EQ(folded->hash, sequencer_->known()->hash);
    }

    static inline int count_ = 0;
    std::string address_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Sequencer> sequencer_;
};

TEST_F(SequencerTest, AChangeIsDurableAndSeen) {
    EXPECT_EQ(do_it(command("a", 1, {set_field("goals", "m1", "name", "Nytt")})), 2U);
    EXPECT_EQ(name("m1"), "Nytt");
    EXPECT_EQ(store_->head("staden"), 2U);
    EXPECT_EQ(another()->known()->state.goals.find("m1")->name, "Nytt");
    expect_whole();
}

TEST_F(SequencerTest, TheSecondToEditAFieldIsToldAndSeesBothTexts) {
    do_it(command("a", 1, {set_field("goals", "m1", "name", "Först")}));
    Command second = command("b", 1, {set_field("goals", "m1", "name", "Sist")}, "chef");
    const Outcome outcome = sequencer_->run(second);
    EXPECT_EQ(outcome.what, What::collided);
    ASSERT_EQ(outcome.collisions.size(), 1U);
    const Collision& it = outcome.collisions.front();
    EXPECT_EQ(it.base + "|" + it.theirs + "|" + it.mine + "|" + it.actor, "Ett|Först|Sist|controller");
    EXPECT_EQ(it.version, 2U);
    EXPECT_EQ(name("m1"), "Först");
    second.read = 2;   // having seen it, the person means it
    EXPECT_EQ(sequencer_->run(second).what, What::done);
    EXPECT_EQ(name("m1"), "Sist");
}

TEST_F(SequencerTest, DifferentFieldsAndLinksOfOneGoalNeverCollide) {
    do_it(command("a", 1, {set_field("goals", "m1", "name", "Nytt")}));
    do_it(command("b", 1, {set_field("goals", "m1", "description", "Text")}));
    Change first = set_field("goals", "m1", "tags", "geh"), second = set_field("goals", "m1", "tags", "barn");
    first.kind = second.kind = ChangeKind::linked;
    do_it(command("c", 1, {first}));
    do_it(command("d", 1, {second}));
    EXPECT_EQ(field_named(*find_kind("goals"), "tags")->text(sequencer_->known()->state.goals.find("m1")), "geh barn");
    expect_whole();
}

TEST_F(SequencerTest, TheSameCommandTwiceHappensOnce) {
    const Command wanted = command("a", 1, {set_field("goals", "m1", "name", "Nytt")});
    do_it(wanted);
    do_it(command("b", 2, {set_field("goals", "m1", "name", "Nyare")}));
    const Outcome again = sequencer_->run(wanted);
    EXPECT_EQ(again.what, What::already);
    EXPECT_EQ(again.version, 2U);
    EXPECT_EQ(name("m1"), "Nyare");
    EXPECT_EQ(sequencer_->ask("a"), Version{2});
    EXPECT_EQ(sequencer_->ask("aldrig"), std::nullopt);
    const Command twin = command("c", 3, {set_field("goals", "m1", "name", "Sist")});
    const std::vector<Command> both{twin, twin};
    const std::vector<Outcome> outcomes = sequencer_->run(both);
    EXPECT_EQ(outcomes[0].what, What::done);
    EXPECT_EQ(outcomes[1].what, What::already);
    EXPECT_EQ(outcomes[1].version, outcomes[0].version);
}

TEST_F(SequencerTest, AnotherProcessIsFollowedAndItsEditsAreNotOverwritten) {
    const auto other = another();
    do_it(command("a", 1, {set_field("goals", "m1", "name", "Nytt")}));
    EXPECT_EQ(other->run(command("b", 1, {set_field("goals", "m2", "name", "Också")})).version, 3U);
    EXPECT_EQ(other->run(command("c", 1, {set_field("goals", "m1", "name", "Mitt")})).what, What::collided);
    EXPECT_EQ(other->known()->state.goals.find("m1")->name, "Nytt");
    sequencer_->follow();
    EXPECT_EQ(name("m2"), "Också");
    expect_whole();
}

TEST_F(SequencerTest, WhatHasEndedCannotBeChangedAndWhatWasChangedCannotBeEndedUnseen) {
    do_it(command("a", 1, {set_field("goals", "m1", "name", "Nytt")}));
    EXPECT_EQ(sequencer_->run(command("b", 1, {end("goals", "m1")})).what, What::collided);
    do_it(command("c", 2, {end("goals", "m1")}));
    EXPECT_EQ(sequencer_->known()->state.goals.find("m1"), nullptr);
    const Outcome late = sequencer_->run(command("d", 2, {set_field("goals", "m1", "name", "Sent")}));
    EXPECT_EQ(late.what, What::collided);
    EXPECT_EQ(late.collisions.at(0).mine, "Sent");
    do_it(command("e", 3, {create("goals", "m1"), set_field("goals", "m1", "level", "mal"), set_field("goals", "m1", "name", "Åter")}));
    expect_whole();
}

TEST_F(SequencerTest, ACommandIsDoneWholeOrNotAtAll) {
    const Outcome outcome = sequencer_->run(command("a", 1, {set_field("goals", "m1", "name", "Nytt"), set_field("goals", "m1", "order", "inget tal")}));
    EXPECT_EQ(outcome.what, What::refused);
    EXPECT_EQ(name("m1"), "Ett");
    EXPECT_EQ(store_->head("staden"), 1U);
}

TEST_F(SequencerTest, WhatACommandSaysLastOfAFieldHolds) {
    do_it(command("a", 1, {set_field("goals", "m1", "name", "Nytt"), set_field("goals", "m1", "name", "Ett")}));
    EXPECT_EQ(name("m1"), "Ett");
    Change on = set_field("goals", "m1", "tags", "geh"), off = on;
    on.kind = ChangeKind::linked;
    off.kind = ChangeKind::unlinked;
    do_it(command("b", 2, {on, off}));
    EXPECT_EQ(field_named(*find_kind("goals"), "tags")->text(sequencer_->known()->state.goals.find("m1")), "");
    do_it(command("c", 3, {end("goals", "m1"), create("goals", "m1"), set_field("goals", "m1", "level", "mal"), set_field("goals", "m1", "name", "Åter")}));
    EXPECT_EQ(name("m1"), "Åter");
    EXPECT_EQ(sequencer_->run(command("d", 4, {end("goals", "m1"), set_field("goals", "m1", "name", "Åter")})).what, What::refused);
    expect_whole();
}

TEST_F(SequencerTest, TimeNeverGoesBackwardsThoughTheClockDoes) {
    Problems problems;
    store::Time now = 2'000'000'000'000;
    Sequencer odd(store_->again(), "staden", [&] { return now; }, counting_salts(7), problems);
    odd.run(command("a", 1, {set_field("goals", "m1", "name", "Framtid")}));
    now = 1'000;
    odd.run(command("b", 2, {set_field("goals", "m1", "name", "Forntid")}));
    EXPECT_EQ(odd.known()->time, 2'000'000'000'000);
    EXPECT_EQ(odd.known()->version, 3U);
}

TEST_F(SequencerTest, AWriterDoesWhatManyThreadsSubmit) {
    Writer writer(another());
    std::vector<std::thread> people;
    std::atomic<int> done = 0;
    for (int person = 0; person < 8; ++person) {
        people.emplace_back([&, person] {
            for (int i = 0; i < 40; ++i) {
                const std::string id = std::to_string(person) + "-" + std::to_string(i);
                const std::string goal = "g" + id;
                Outcome outcome = writer.submit(command(id, 1, {create("goals", goal), set_field("goals", goal, "level", "mal"),
                                                                set_field("goals", goal, "name", "Mål " + id)})).get();
                if (outcome.what == What::done && writer.known()->state.goals.find(goal)) ++done;
            }
        });
    }
    for (std::thread& each : people) each.join();
    EXPECT_EQ(done, 320);
    EXPECT_EQ(writer.known()->version, 321U);
    sequencer_->follow();
    expect_whole();
}

TEST_F(SequencerTest, WhoWroteElsewhereReadsTheirOwnWrites) {
    Writer writer(another());
    const Version version = do_it(command("a", 1, {set_field("goals", "m1", "name", "Nytt")}));
    const KnownPtr known = writer.known(version, std::chrono::seconds(20));
    EXPECT_EQ(known->version, version);
    EXPECT_EQ(known->state.goals.find("m1")->name, "Nytt");
    EXPECT_EQ(writer.known(version + 1, std::chrono::milliseconds(1))->version, version);   // isn't there: what there is
}

}  // namespace
}  // namespace styrkedja::app
