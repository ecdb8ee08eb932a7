// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/state/diff.h"
#include "domain/state/fold.h"
#include "domain/state/state_testing.h"
#include "domain/state/stored.h"
#include "importers/pack/export.h"
#include "support/random_state.h"

namespace styrkedja::testing {
namespace {

std::string pack_text(const State& state) {
    std::string text;
    for (const TreeFile& file : export_pack(state)) text += file.name + "\n" + file.bytes + "\n";
    return text;
}

std::string told(const Problems& problems) {
    std::string text;
    for (const Problem& each : problems.list()) text += std::string(each.code) + " " + each.place.entity + " " + each.place.field + "\n";
    return text;
}

State continued(State state, const std::vector<Change>& changes, Version version) {
    Problems problems;
    Continuation continuation(state);
    for (const Change& each : changes) continuation.apply(each.view(), version, problems);
    continuation.finish();
    EXPECT_TRUE(problems.empty()) << told(problems);
    return state;
}

// Some things of the one, some of the other, some of both mixed.
State mixed(Random& random, const State& a, const State& b) {
    State state = a;
    for (const Kind& kind : kinds()) {
        kind.each(b, [&](const void* thing) {
            if (random.chance(2)) kind.put(state, kind.copy(thing));
        });
        kind.each(a, [&](const void* thing) {
            if (random.chance(5)) kind.remove(state, kind.id(thing).str());
        });
    }
    return state;
}

TEST(Changes, BetweenTwoStatesLeadFromOneToTheOther) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const State a = random_state(random, 9);
        const State b = mixed(random, a, random_state(random, 9));
        const State there = continued(a, difference(a, b), 2);
        EXPECT_EQ(pack_text(there), pack_text(b));
        EXPECT_TRUE(difference(there, b).empty());
        const State back = continued(there, difference(there, a), 3);
        EXPECT_EQ(pack_text(back), pack_text(a));
    }
}

TEST(Changes, FoldedFromNothingGiveTheSameAsOneByOne) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        Problems problems;
        Fold fold;
        State state;
        for (Version version = 1; version <= 6; ++version) {
            const State next = version == 1 ? random_state(random, 8) : mixed(random, state, random_state(random, 8));
            const std::vector<Change> changes = difference(state, next);
            for (const Change& each : changes) fold.apply(each.view(), version, problems);
            state = continued(state, changes, version);
        }
        const State folded = fold.take();
        EXPECT_EQ(told(problems), "");
        EXPECT_EQ(pack_text(folded), pack_text(state));
        for (const Kind& kind : kinds()) {
            kind.each(state, [&](const void* thing) {
                const void* same = kind.find(folded, kind.id(thing).str());
                ASSERT_NE(same, nullptr);
                EXPECT_EQ(kind.versions_of(same), kind.versions_of(thing)) << kind.info->key << "/" << kind.id(thing).str();
            });
        }
    }
}

// Whatever the other side did, who did nothing gets it all; and who did all keeps it.
TEST(Changes, MergeTakesWhatOneSideDid) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const State base = random_state(random, 8);
        const State other = mixed(random, base, random_state(random, 8));
        const Merge theirs = merge(base, other, base);
        EXPECT_TRUE(theirs.conflicts.empty());
        EXPECT_EQ(pack_text(continued(base, theirs.changes, 2)), pack_text(other));
        const Merge mine = merge(base, base, other);
        EXPECT_TRUE(mine.changes.empty() && mine.conflicts.empty());
        const Merge both = merge(base, other, other);
        EXPECT_TRUE(both.changes.empty() && both.conflicts.empty());
    }
}

State goals(std::string_view rows) {
    return StateText().rows("goals", "id;level;name;description;parents\n" + std::string(rows)).state();
}

TEST(Changes, DifferentFieldsOfOneGoalDoNotConflict) {
    const State base = goals("m1;mal;Namn;Text;o1");
    const Merge merged = merge(base, goals("m1;mal;Nytt namn;Text;o1 o2"), goals("m1;mal;Namn;Ny text;o1 o3"));
    EXPECT_TRUE(merged.conflicts.empty());
    const State after = continued(goals("m1;mal;Namn;Ny text;o1 o3"), merged.changes, 2);
    EXPECT_EQ(pack_text(after), pack_text(goals("m1;mal;Nytt namn;Ny text;o1 o3 o2")));
}

TEST(Changes, TheSameFieldChangedByBothIsAConflictAndStays) {
    const State base = goals("m1;mal;Namn;Text;o1");
    const Merge merged = merge(base, goals("m1;mal;Deras;Text;o1"), goals("m1;mal;Mitt;Text;o1"));
    EXPECT_TRUE(merged.changes.empty());
    ASSERT_EQ(merged.conflicts.size(), 1U);
    const Conflict& conflict = merged.conflicts.front();
    EXPECT_EQ(conflict.field->key, "name");
    EXPECT_EQ(conflict.base + "|" + conflict.theirs + "|" + conflict.mine, "Namn|Deras|Mitt");
}

TEST(Changes, WhatOneEndedAndTheOtherChangedIsAConflict) {
    const State base = goals("m1;mal;Namn;Text;o1"), none;
    const Merge ended = merge(base, none, goals("m1;mal;Mitt;Text;o1"));
    EXPECT_TRUE(ended.changes.empty());
    ASSERT_EQ(ended.conflicts.size(), 1U);
    EXPECT_EQ(ended.conflicts[0].field, nullptr);
    const Merge changed = merge(base, goals("m1;mal;Deras;Text;o1"), none);
    EXPECT_TRUE(changed.changes.empty());
    EXPECT_EQ(changed.conflicts.size(), 1U);
    const Merge unchanged = merge(base, none, base);
    ASSERT_EQ(unchanged.changes.size(), 1U);
    EXPECT_EQ(unchanged.changes[0].kind, ChangeKind::ended);
}

TEST(Changes, WhatDoesNotFitIsToldAndChangesNothing) {
    const State before = goals("m1;mal;Namn;Text;o1");
    const int goal = number_of(*find_kind("goals"));
    const Change wrong[] = {
        {ChangeKind::set, 999, "m1", 3, 0, "x"},          {ChangeKind::set, goal, "m2", 3, 0, "x"},
        {ChangeKind::set, goal, "m1", 999, 0, "x"},       {ChangeKind::created, goal, "m1"},
        {ChangeKind::ended, goal, "m2"},                  {ChangeKind::linked, goal, "m1", 3, 0, "x"},
        {ChangeKind::set, goal, "m1", 11, 0, "inte ett tal"},
    };
    for (const Change& each : wrong) {
        Problems problems;
        State state = before;
        {
            Continuation continuation(state);
            EXPECT_FALSE(continuation.apply(each.view(), 7, problems));
        }
        EXPECT_EQ(problems.size(), 1U);
        EXPECT_EQ(pack_text(state), pack_text(before));
    }
}

TEST(Changes, AnErasedTextSaysSoAndAnErasedNumberIsMissing) {
    State state = goals("m1;mal;Namn;Text;o1");
    Problems problems;
    {
        Continuation continuation(state);
        for (int field : {3, 8, 11}) {
            Change change(ChangeKind::set, number_of(*find_kind("goals")), "m1", field);
            change.erased = true;
            continuation.apply(change.view(), 2, problems);
        }
    }
    EXPECT_EQ(told(problems), "");
    EXPECT_EQ(state.goals.find("m1")->name, "[gallrad]");
    EXPECT_EQ(state.goals.find("m1")->description.text, "[gallrad]");
    EXPECT_EQ(state.goals.find("m1")->order, 0);
}

}  // namespace
}  // namespace styrkedja::testing
