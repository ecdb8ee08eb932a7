// SPDX-License-Identifier: EUPL-1.2
#include "log/upcast.h"

#include <gtest/gtest.h>

#include "log/log_testing.h"

namespace styrkedja::log {
namespace {

using namespace testing;

// Made-up steps. 1 to 2: field 5 of kind 20 is field 9 from now on, and its value has a unit; what is "gone" is
// dropped. 2 to 3: kind 20 is divided: what it says in field 9 belongs to a kind 21 of its own.
const std::vector<Upcast>& steps() {
    static const std::vector<Upcast> made_up = {
        {1,
         [](Change change, const std::function<void(Change)>& say) {
             if (change.thing == 20 && change.field == 4) return;
             if (change.thing == 20 && change.field == 5) {
                 change.field = 9;
                 if (!change.erased) change.value += " tkr";
             }
             say(std::move(change));
         }},
        {2,
         [](Change change, const std::function<void(Change)>& say) {
             if (change.thing != 20) return say(std::move(change));
             if (change.kind == ChangeKind::created) {
                 say(change);
                 say(Change(ChangeKind::created, 21, change.id + ".eko"));
             } else if (change.field == 9) {
                 change.thing = 21;
                 change.id += ".eko";
                 say(std::move(change));
             } else {
                 say(std::move(change));
             }
         }},
    };
    return made_up;
}

Entry old_entry() {
    Entry entry;
    entry.municipality = "a";
    entry.version = 1;
    entry.command = "c1";
    entry.changes.emplace_back(ChangeKind::created, 20, "k1");
    entry.changes.emplace_back(ChangeKind::set, 20, "k1", 4, 0, "gone");
    entry.changes.emplace_back(ChangeKind::set, 20, "k1", 5, 0, "12");
    entry.changes.emplace_back(ChangeKind::set, 20, "k1", 6, 0, "as it was");
    return entry;
}

std::string told(EntryReader& reader) {
    std::string all;
    ChangeView change;
    while (reader.next(change)) {
        all += std::to_string(static_cast<int>(change.kind)) + ":" + std::to_string(change.thing) + "/" +
               std::string(change.id) + "/" + std::to_string(change.field) + "=" + std::string(change.value) + "@" +
               std::to_string(reader.slot()) + "\n";
    }
    return all;
}

TEST(Upcast, TodaysModelIsReadAsItIsWritten) {
    Numbers numbers(1);
    const Sealed sealed = seal(old_entry(), "", salts_of(numbers));
    EntryReader reader(sealed.entry, sealed.content);
    EXPECT_EQ(told(reader), "1:20/k1/0=@0\n2:20/k1/4=gone@2\n2:20/k1/5=12@3\n2:20/k1/6=as it was@4\n");
    EXPECT_TRUE(upcasts().empty()) << "model " << model_version << " is the first; a step needs a test here";
}

TEST(Upcast, AFieldGetsAnotherNumberAndAnotherForm) {
    Numbers numbers(1);
    const Sealed sealed = seal(old_entry(), "", salts_of(numbers));
    EntryReader reader(sealed.entry, sealed.content, Today{2, steps()});
    EXPECT_EQ(told(reader), "1:20/k1/0=@0\n2:20/k1/9=12 tkr@3\n2:20/k1/6=as it was@4\n");
    EXPECT_EQ(reader.head().model, 1U) << "what the entry itself says stays";
}

TEST(Upcast, AKindIsDividedInTwo) {
    Numbers numbers(1);
    const Sealed sealed = seal(old_entry(), "", salts_of(numbers));
    EntryReader reader(sealed.entry, sealed.content, Today{3, steps()});
    EXPECT_EQ(told(reader),
              "1:20/k1/0=@0\n1:21/k1.eko/0=@0\n2:21/k1.eko/9=12 tkr@3\n2:20/k1/6=as it was@4\n");
    std::vector<ErasedSlot> slots;
    std::vector<std::string> blobs;
    EXPECT_TRUE(reader.erasures(slots, blobs)) << "the bytes after the changes are read where they lie";
}

TEST(Upcast, AnErasedValueStaysErased) {
    Numbers numbers(1);
    Sealed sealed = seal(old_entry(), "", salts_of(numbers));
    sealed.content = without_slots(sealed.content, std::vector<std::uint64_t>{3});
    EntryReader reader(sealed.entry, sealed.content, Today{3, steps()});
    ChangeView change;
    bool seen = false;
    while (reader.next(change)) {
        if (change.thing != 21 || change.field != 9) continue;
        seen = true;
        EXPECT_TRUE(change.erased);
        EXPECT_EQ(change.value, erased_text);
    }
    EXPECT_TRUE(seen);
}

TEST(Upcast, TheVerifierReadsWhatWasWritten) {
    Numbers numbers(1);
    const Sealed sealed = seal(old_entry(), "", salts_of(numbers));
    std::uint64_t slots = 0;
    EntryReader reader(sealed.entry, sealed.content, [&](const EntryReader::Slot&) { ++slots; });
    told(reader);
    EXPECT_EQ(slots, 5U);
}

TEST(Upcast, AModelWithoutAStepReadsAsTheNext) {
    const Change change(ChangeKind::set, 20, "k1", 5, 0, "12");
    const auto now = raised(change, 3, 7, steps());
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now.front(), change);
}

}  // namespace
}  // namespace styrkedja::log
