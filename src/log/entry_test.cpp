// SPDX-License-Identifier: EUPL-1.2
#include "log/entry.h"

#include <gtest/gtest.h>

#include "log/log_testing.h"

namespace styrkedja::log {
namespace {

using namespace testing;

constexpr std::uint64_t seed = 20'261'121;

void expect_same(const Entry& a, const Entry& b) {
    EXPECT_EQ(a.municipality, b.municipality);
    EXPECT_EQ(a.version, b.version);
    EXPECT_EQ(a.time, b.time);
    EXPECT_EQ(a.command, b.command);
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.actor, b.actor);
    EXPECT_EQ(a.reason, b.reason);
    EXPECT_EQ(a.decision, b.decision);
    EXPECT_EQ(a.about, b.about);
    EXPECT_EQ(a.blob, b.blob);
    EXPECT_EQ(a.erased, b.erased);
    EXPECT_EQ(a.erased_blobs, b.erased_blobs);
    EXPECT_EQ(a.changes, b.changes);
}

TEST(Entry, OpensAsItWasSealed) {
    Numbers numbers(seed);
    for (Version version = 1; version < 2'000; ++version) {
        Entry entry = random_entry(numbers, "södertälje", version, static_cast<std::int64_t>(numbers.next() >> 1U));
        if (version % 7 == 0) {
            entry.kind = EntryKind::erasure;
            entry.erased = {{1, 0}, {numbers.next(), numbers.next()}};
            entry.erased_blobs = {numbers.bytes(hash_size), ""};
        }
        const Sealed sealed = seal(entry, numbers.bytes(hash_size), salts_of(numbers));
        Entry opened;
        ASSERT_EQ(open_entry(sealed.entry, sealed.content, opened), Opened::yes) << "seed " << seed << ", " << version;
        expect_same(entry, opened);
        EXPECT_EQ(sealed.hash, hash_of(sealed.entry));
    }
}

TEST(Entry, TheSameSealsToTheSameBytes) {
    Numbers once(seed), again(seed);
    const auto rows = random_log(once, "a", 20), same = random_log(again, "a", 20);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].entry, same[i].entry);
        EXPECT_EQ(rows[i].content, same[i].content);
    }
}

TEST(Entry, ValuesActorAndReasonStandInTheContentAlone) {
    Numbers numbers(seed);
    Entry entry;
    entry.municipality = "a";
    entry.version = 1;
    entry.command = "c";
    entry.actor = "HEMLIG-PERSON";
    entry.reason = "HEMLIGT-SKÄL";
    entry.changes.emplace_back(ChangeKind::set, 20, "kf-1", 3, 0, "HEMLIG-TEXT");
    const Sealed sealed = seal(entry, "", salts_of(numbers));
    EXPECT_EQ(sealed.entry.find("HEMLIG"), std::string::npos);
    EXPECT_NE(sealed.content.find("HEMLIG-PERSON"), std::string::npos);
    EXPECT_NE(sealed.content.find("HEMLIG-TEXT"), std::string::npos);
}

TEST(Entry, AnErasedSlotReadsErasedAndTheRestAsBefore) {
    Numbers numbers(seed);
    for (int round = 0; round < 300; ++round) {
        const Entry entry = random_entry(numbers, "a", 1, 5);
        const Sealed sealed = seal(entry, "", salts_of(numbers));
        ByteReader header(sealed.content);
        header.number();
        const std::uint64_t slots = header.number(), gone = numbers.below(slots);
        const std::string content = without_slots(sealed.content, std::vector{gone});
        EXPECT_LT(content.size(), sealed.content.size());
        EXPECT_EQ(without_slots(content, std::vector{gone}), content) << "a second time changes nothing";
        std::vector<EntryReader::Slot> seen;
        EntryReader reader(sealed.entry, content, [&](const EntryReader::Slot& slot) { seen.push_back(slot); });
        ChangeView change;
        while (reader.next(change)) EXPECT_EQ(change.erased, change.erased && change.value == erased_text);
        ASSERT_EQ(reader.opened(), Opened::yes);
        ASSERT_EQ(seen.size(), slots);
        for (const EntryReader::Slot& each : seen) {
            EXPECT_EQ(each.erased, each.number == gone);
            EXPECT_TRUE(each.erased || digest_fits(each.digest, each.salt, each.value));
        }
        EXPECT_EQ(reader.head().actor, gone == slot_of_actor ? erased_text : std::string_view(entry.actor));
        EXPECT_EQ(reader.head().reason, gone == slot_of_reason ? erased_text : std::string_view(entry.reason));
    }
}

TEST(Entry, CutBytesAreDamagedAndNothingElse) {
    Numbers numbers(seed);
    for (int round = 0; round < 40; ++round) {
        const Sealed sealed = seal(random_entry(numbers, "a", 1, 5), "", salts_of(numbers));
        Entry opened;
        for (std::size_t length = 0; length < sealed.entry.size(); ++length) {
            EXPECT_EQ(open_entry(std::string_view(sealed.entry).substr(0, length), sealed.content, opened), Opened::damaged);
        }
        for (std::size_t length = 0; length < sealed.content.size(); ++length) {
            EXPECT_EQ(open_entry(sealed.entry, std::string_view(sealed.content).substr(0, length), opened), Opened::damaged);
        }
        EXPECT_EQ(open_entry(sealed.entry + '\0', sealed.content, opened), Opened::damaged);
        EXPECT_EQ(open_entry(sealed.entry, sealed.content + '\0', opened), Opened::damaged);
    }
}

TEST(Entry, ANewerModelIsNotGuessedAt) {
    std::string entry, content;
    put_number(entry, 1);
    put_number(entry, model_version + 1);
    Entry opened;
    EXPECT_EQ(open_entry(entry, content, opened), Opened::too_new);
    EntryReader reader(entry, content);
    EXPECT_EQ(reader.head().model, model_version + 1);
}

TEST(Entry, AnyBytesCanBeReadWithoutHarm) {
    Numbers numbers(seed);
    for (int round = 0; round < 20'000; ++round) {
        Sealed sealed = seal(random_entry(numbers, "a", 1, 5), "", salts_of(numbers));
        for (std::string* bytes : {&sealed.entry, &sealed.content}) {
            for (std::uint64_t left = numbers.below(3); left > 0; --left) {
                (*bytes)[numbers.below(bytes->size())] = static_cast<char>(numbers.next() & 0xFFU);
            }
            if (numbers.below(8) == 0) *bytes = numbers.any_bytes(60);
        }
        Entry opened;
        open_entry(sealed.entry, sealed.content, opened);
        without_slots(sealed.content, std::vector<std::uint64_t>{0, 2});
    }
}

}  // namespace
}  // namespace styrkedja::log
