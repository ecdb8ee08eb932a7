// SPDX-License-Identifier: EUPL-1.2
#include "log/chain.h"

#include <gtest/gtest.h>

#include "log/log_testing.h"

namespace styrkedja::log {
namespace {

using namespace testing;

constexpr std::uint64_t seed = 4;

std::string codes(const Problems& problems) {
    std::string all;
    for (const Problem& each : problems.list()) all += (all.empty() ? "" : " ") + std::string(each.code);
    return all;
}

std::string_view arg(const Problem& problem, std::string_view name) {
    for (const auto& [key, value] : problem.args) {
        if (key == name) return value;
    }
    return "";
}

// A log of four entries that tells of one goal.
std::vector<Row> small_log(Numbers& numbers) {
    std::vector<Row> rows;
    for (Version version = 1; version <= 4; ++version) {
        Entry entry;
        entry.municipality = "a";
        entry.version = version;
        entry.time = 1000 + static_cast<std::int64_t>(version);
        entry.command = "c" + std::to_string(version);
        entry.actor = "controller";
        if (version == 1) entry.changes.emplace_back(ChangeKind::created, 22, "kf-1");
        entry.changes.emplace_back(ChangeKind::set, 22, "kf-1", 2, version - 1, "text " + std::to_string(version));
        rows.push_back(sealed_row(entry, rows.empty() ? "" : rows.back().hash, salts_of(numbers)));
    }
    return rows;
}

// The row anew, with another entry in it and the hash that fits it.
Row resealed(const Row& row, std::string_view previous, const std::function<void(Entry&)>& alter) {
    Entry entry;
    EXPECT_EQ(open_entry(row.entry, row.content, entry), Opened::yes);
    alter(entry);
    Numbers numbers(9);
    return sealed_row(entry, previous, salts_of(numbers));
}

TEST(Chain, AWholeLogHolds) {
    Numbers numbers(seed);
    const auto rows = random_log(numbers, "sodertalje", 300);
    Verifier verifier("sodertalje");
    EXPECT_EQ(codes(verified("sodertalje", rows, &verifier)), "");
    EXPECT_EQ(verifier.entries(), 300U);
    EXPECT_EQ(verifier.hash(), rows.back().hash);
    EXPECT_EQ(codes(verified("sodertalje", {})), "") << "and an empty one";
}

TEST(Chain, EveryFlippedBitIsFound) {
    Numbers numbers(seed);
    auto rows = random_log(numbers, "a", 6);
    erase(rows, numbers, "a", {{2, 0}, {3, 1}, {5, 0}});
    ASSERT_EQ(codes(verified("a", rows)), "");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::string Row::*part : {&Row::entry, &Row::hash, &Row::content, &Row::command}) {
            for (std::size_t bit = 0; bit < (rows[i].*part).size() * 8; ++bit) {
                char& byte = (rows[i].*part)[bit / 8];
                byte = static_cast<char>(byte ^ (1 << (bit % 8)));
                const Problems problems = verified("a", rows);
                ASSERT_TRUE(problems.has_errors()) << "seed " << seed << ", entry " << i + 1 << ", bit " << bit;
                byte = static_cast<char>(byte ^ (1 << (bit % 8)));
            }
        }
    }
}

TEST(Chain, AChangedValueIsNamedByVersionAndThing) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[2].content[rows[2].content.find("text 3")] = 'T';
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_value_differs");
    const Problem& problem = problems.list().front();
    EXPECT_EQ(arg(problem, "version"), "3");
    EXPECT_EQ(arg(problem, "slot"), "2");
    EXPECT_EQ(arg(problem, "municipality"), "a");
    EXPECT_EQ(problem.place.entity, "goals/kf-1");
    EXPECT_FALSE(problem.place.field.empty());
}

TEST(Chain, AChangedActorIsNamed) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[1].content[rows[1].content.find("controller")] = 'K';
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_value_differs");
    EXPECT_EQ(problems.list().front().place.field, "actor");
}

TEST(Chain, ARewrittenEntryBreaksTheNextLink) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[1] = resealed(rows[1], rows[0].hash, [](Entry& entry) { entry.changes[0].value = "another text"; });
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_previous_differs");
    EXPECT_EQ(arg(problems.list().front(), "version"), "3");
}

TEST(Chain, ChangedBytesAreToldOnce) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    std::string& entry = rows[1].entry;
    entry[entry.find("kf-1")] = 'K';
    EXPECT_EQ(codes(verified("a", rows)), "log_hash_differs");
    entry[entry.find("Kf-1")] = 'k';
    rows[1].hash[0] ^= 1;
    EXPECT_EQ(codes(verified("a", rows)), "log_hash_differs") << "so is a changed hash";
}

TEST(Chain, MissingRepeatedAndSwappedEntriesAreFound) {
    Numbers numbers(seed);
    const auto rows = small_log(numbers);
    auto without = rows;
    without.erase(without.begin() + 1);
    EXPECT_EQ(codes(verified("a", without)), "log_has_a_hole");
    without = rows;
    without.erase(without.begin());
    EXPECT_EQ(codes(verified("a", without)), "log_has_a_hole");
    auto twice = rows;
    twice.insert(twice.begin() + 1, rows[1]);
    EXPECT_EQ(codes(verified("a", twice)), "log_entry_is_out_of_order");
    auto swapped = rows;
    std::swap(swapped[1], swapped[2]);
    EXPECT_TRUE(codes(verified("a", swapped)).starts_with("log_has_a_hole log_entry_is_out_of_order"));
    auto renumbered = rows;   // the hole closed by giving the rows other numbers
    renumbered.erase(renumbered.begin() + 1);
    renumbered[1].version = 2;
    renumbered[2].version = 3;
    EXPECT_TRUE(codes(verified("a", renumbered)).starts_with("log_previous_differs log_row_differs"));
}

TEST(Chain, TheRowMustSayWhatIsSealed) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[1].command = "c9";
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_row_differs");
    EXPECT_EQ(arg(problems.list().front(), "what"), "command");
    EXPECT_EQ(codes(verified("b", {small_log(numbers)[0]})), "log_row_differs") << "a log of another municipality";
}

TEST(Chain, TimeNeverGoesBackwards) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[3] = resealed(rows[3], rows[2].hash, [](Entry& entry) { entry.time = 1; });
    EXPECT_EQ(codes(verified("a", rows)), "log_time_goes_backwards");
}

TEST(Chain, ANewerEntryIsToldWithWhatItNeeds) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    std::string entry;
    put_number(entry, 1);
    put_number(entry, 7);
    rows.push_back({5, "c5", entry, hash_of(entry), ""});
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_entry_is_too_new");
    EXPECT_EQ(arg(problems.list().front(), "model"), "7");
}

TEST(Chain, BytesThatHashRightButMeanNothingAreDamaged) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[3].entry += '\0';
    rows[3].hash = hash_of(rows[3].entry);
    EXPECT_EQ(codes(verified("a", rows)), "log_entry_is_damaged");
    auto no_content = small_log(numbers);
    no_content[2].content.clear();
    EXPECT_EQ(codes(verified("a", no_content)), "log_entry_is_damaged");
}

TEST(Chain, WhatWasErasedByDecisionHolds) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    erase(rows, numbers, "a", {{1, slot_of_actor}, {2, first_value_slot}});
    Verifier verifier("a");
    ASSERT_EQ(codes(verified("a", rows, &verifier)), "");
    ASSERT_EQ(verifier.erased().size(), 2U);
    EXPECT_EQ(verifier.erased()[0].field, "actor");
    EXPECT_EQ(verifier.erased()[1].entity, "goals/kf-1");
    EXPECT_EQ(verifier.erased()[1].by, 5U);
    EXPECT_EQ(verifier.erased()[1].decision, "KS 2027-03-01 § 45");
    erase(rows, numbers, "a", {{2, first_value_slot}});   // again, as after a backup was read back
    Verifier again("a");
    ASSERT_EQ(codes(verified("a", rows, &again)), "");
    EXPECT_EQ(again.erased()[1].by, 5U) << "the first erasure counts";
}

TEST(Chain, AValueThatIsGoneWithoutADecisionIsFound) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    rows[1].content = without_slots(rows[1].content, std::vector<std::uint64_t>{first_value_slot});
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_value_is_missing");
    EXPECT_EQ(arg(problems.list().front(), "of"), "2");
    EXPECT_EQ(problems.list().front().place.entity, "goals/kf-1");
}

TEST(Chain, AnErasureThatLeftTheValueIsFound) {
    Numbers numbers(seed);
    auto rows = small_log(numbers);
    const std::string kept = rows[1].content;
    erase(rows, numbers, "a", {{2, first_value_slot}, {3, first_value_slot}});
    rows[1].content = kept;
    const Problems problems = verified("a", rows);
    ASSERT_EQ(codes(problems), "log_value_is_not_erased");
    EXPECT_EQ(arg(problems.list().front(), "of"), "2");
    EXPECT_EQ(arg(problems.list().front(), "by"), "5");
}

}  // namespace
}  // namespace styrkedja::log
