// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/table.h"

#include <gtest/gtest.h>

#include <map>

#include "domain/values/id.h"
#include "support/random.h"

namespace styrkedja::testing {
namespace {

struct Thing {
    Id id;
    int value = 0;
};
using Things = Table<Thing>;
using Model = std::map<std::string, int>;

void expect_same(const Things& table, const Model& model) {
    ASSERT_EQ(table.size(), model.size());
    auto next = model.begin();
    for (const Thing& thing : table) {
        ASSERT_EQ(thing.id.str(), next->first);
        ASSERT_EQ(thing.value, next->second);
        ++next;
    }
    EXPECT_EQ(next, model.end());
}

// Whatever is done to a table, it holds what a map would, and its earlier versions what they held.
TEST(Table, IsAMapOfWhichEveryVersionStays) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        std::size_t ids = 1 + random.below(2'000);
        Things table;
        Model model;
        std::vector<std::pair<Things, Model>> kept;
        for (int step = 0; step < 3'000; ++step) {
            std::string id = "id-" + std::to_string(random.below(ids));
            if (random.chance(seed % 4 + 2)) {
                table = table.without(id);
                model.erase(id);
            } else {
                table = table.with({Id(id), step});
                model[id] = step;
            }
            const Thing* found = table.find(id);
            ASSERT_EQ(found != nullptr, model.contains(id)) << id;
            if (found) {
                ASSERT_EQ(found->value, model.at(id));
            }
            if (step % 500 == 0) kept.emplace_back(table, model);
        }
        expect_same(table, model);
        for (const auto& [version, then] : kept) expect_same(version, then);
    }
}

TEST(Table, MadeOfManyIsTheSameAsMadeOneByOne) {
    Random random(7);
    std::vector<Thing> things;
    Things one_by_one;
    Model model;
    for (int i = 0; i < 1'000; ++i) {
        Thing thing{Id("id-" + std::to_string(i * 7919 % 1'000)), i};
        model[thing.id.str()] = i;
        one_by_one = one_by_one.with(thing);
        things.push_back(std::move(thing));
    }
    expect_same(Things::from(std::move(things)), model);
    expect_same(one_by_one, model);
    EXPECT_EQ(one_by_one.find(""), nullptr);
    EXPECT_EQ(one_by_one.find("zzz"), nullptr);
}

// Of 10 000 things a change copies only those that stand near it.
TEST(Table, AChangedCopySharesTheRest) {
    std::vector<Thing> things;
    for (int i = 10'000; i < 20'000; ++i) things.push_back({Id(std::to_string(i)), i});
    Things before = Things::from(std::move(things));
    Things changed = before.with({Id("15000"), -1}), shorter = before.without("15000"), copy = before;
    std::size_t copied = 0, copied_shorter = 0;
    for (const Thing& thing : before) {
        EXPECT_TRUE(copy.shares_with(before, thing.id.str()));
        copied += changed.shares_with(before, thing.id.str()) ? 0 : 1;
        copied_shorter += shorter.shares_with(before, thing.id.str()) ? 0 : 1;
    }
    EXPECT_LE(copied, 256U);
    EXPECT_LE(copied_shorter, 256U);
    EXPECT_EQ(before.find("15000")->value, 15'000);
    EXPECT_EQ(changed.find("15000")->value, -1);
    EXPECT_EQ(shorter.find("15000"), nullptr);
}

}  // namespace
}  // namespace styrkedja::testing
