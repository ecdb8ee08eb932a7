// SPDX-License-Identifier: EUPL-1.2
// A log of each released version is kept in tests/logs/<version>/: log.txt, and in state.txt the state that
// it folds to. Whatever changes in the program, it still verifies them and reads the same from them. Before a
// release:
//   KEEP_LOG=0.2.0 ./test_whole --gtest_filter='KeptLogs.*'      makes tests/logs/0.2.0/log.txt, never over
//   one UPDATE_GOLDEN=1 ./test_whole --gtest_filter='KeptLogs.*'     and its state.txt
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "domain/state/diff.h"
#include "domain/state/fold.h"
#include "domain/state/stored.h"
#include "importers/pack/export.h"
#include "log/chain.h"
#include "log/entry.h"
#include "support/golden.h"
#include "support/packs.h"
#include "support/random.h"
#include "support/random_state.h"

namespace styrkedja::testing {
namespace {

const std::string kept = "tests/logs", town = "exempel";

struct Row {
    Version version = 0;
    std::string command, entry, hash, content;
};

// One row a line: version, command, entry, hash and content, all but the first in hexadecimal.
std::string as_lines(const std::vector<Row>& rows) {
    std::string text = "# version command entry hash content (hexadecimal); docs/log-format.md\n";
    for (const Row& row : rows) {
        text += std::to_string(row.version);
        for (const std::string* each : {&row.command, &row.entry, &row.hash, &row.content})
            text += " " + log::hex(*each);
        text += "\n";
    }
    return text;
}

std::vector<Row> read_rows(const std::string& release) {
    std::istringstream lines(read_whole(std::string(PROJECT_DIR) + "/" + kept + "/" + release + "/log.txt"));
    std::vector<Row> rows;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        Row row;
        std::istringstream words(line);
        words >> row.version;
        for (std::string* each : {&row.command, &row.entry, &row.hash, &row.content}) {
            std::string digits;
            words >> digits;
            *each = log::unhex(digits);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// Makes a log with all that logs can hold.
class Maker {
  public:
    std::vector<Row> make() {
        Random first(1), second(2);
        const State before = random_state(first, 1), after = random_state(second, 1);
        add(EntryKind::import, difference(state_, before), [](Entry& entry) {
            entry.about = "Exempel";
            entry.blob = log::hash_of("the pack");
        });
        std::vector<Change> edits = difference(state_, after);
        lists(edits);
        add(EntryKind::edit, edits, [](Entry& entry) { entry.reason = "Nya uppgifter från nämnden"; });
        const std::uint64_t text = slot_of_text(edits);
        const State then = state_;
        add(EntryKind::edit, {ended()}, [](Entry& entry) { entry.decision = "KF 2026-06-15 § 99"; });
        add(EntryKind::take_back, difference(state_, then), [](Entry& entry) { entry.about = "3"; });
        add(EntryKind::decision, {}, [](Entry& entry) {
            entry.decision = "KF 2026-12-15 § 210";
            entry.about = "Budget 2027";
        });
        add(EntryKind::erasure, {}, [&](Entry& entry) {
            entry.decision = "KS 2027-03-01 § 45";
            entry.erased = {{2, slot_of_actor}, {2, slot_of_reason}, {2, text}};
            entry.erased_blobs = {log::hash_of("the pack")};
        });
        const std::vector<std::uint64_t> gone{slot_of_actor, slot_of_reason, text};
        rows_[1].content = log::without_slots(rows_[1].content, gone);
        return rows_;
    }

  private:
    void add(EntryKind kind, std::vector<Change> changes, const std::function<void(Entry&)>& tell) {
        Entry entry;
        entry.municipality = town;
        entry.version = rows_.size() + 1;
        entry.time = 1'780'000'000'000 + static_cast<std::int64_t>(entry.version) * 86'400'000;
        entry.command = "01970000-0000-7000-8000-00000000000" + std::to_string(entry.version);
        entry.kind = kind;
        entry.actor = "controller";
        entry.changes = std::move(changes);
        tell(entry);
        log::Sealed sealed =
            log::seal(entry, rows_.empty() ? "" : rows_.back().hash, [this](std::size_t bytes) {
                std::string salts(bytes, '\0');
                for (char& each : salts) each = static_cast<char>(random_.next() & 0xFFU);
                return salts;
            });
        Problems problems;
        Continuation continuation(state_);
        for (const Change& each : entry.changes) continuation.apply(each.view(), entry.version, problems);
        continuation.finish();
        EXPECT_TRUE(problems.empty()) << as_text(problems);
        rows_.push_back({entry.version, entry.command, std::move(sealed.entry), std::move(sealed.hash),
                         std::move(sealed.content)});
    }

    // The last text that is set: it stands in the state, which then says that it is erased.
    static std::uint64_t slot_of_text(const std::vector<Change>& changes) {
        std::uint64_t slot = first_value_slot, found = 0;
        for (const Change& each : changes) {
            if (each.kind == ChangeKind::created || each.kind == ChangeKind::ended) continue;
            const Kind& kind = *kind_by_number(each.thing);
            const TypeInfo& type = *field_by_number(kind, each.field)->type;
            const bool is_text = type.shape == TypeInfo::Shape::scalar && !type.list && type.what == "text";
            if (is_text && each.kind == ChangeKind::set && !each.value.empty()) found = slot;
            ++slot;
        }
        return found;
    }

    // Elements one by one, in both directions.
    static void lists(std::vector<Change>& changes) {
        const Kind& goals = *find_kind("goals");
        const std::string id = [&] {
            for (const Change& each : changes) {
                if (each.thing == number_of(goals)) return each.id;
            }
            return std::string();
        }();
        const int tags = field_named(goals, "tags")->number;
        changes.emplace_back(ChangeKind::linked, number_of(goals), id, tags, 1, "länkad");
        changes.emplace_back(ChangeKind::linked, number_of(goals), id, tags, 2, "ovidkommande");
        changes.emplace_back(ChangeKind::unlinked, number_of(goals), id, tags, 2, "ovidkommande");
    }

    Change ended() const {
        const Kind& risks = *find_kind("risks");
        Change change(ChangeKind::ended, number_of(risks), "");
        risks.each(state_, [&](const void* thing) {
            change.id = risks.id(thing).str();
            change.replaces = risks.versions_of(thing).newest();
            change.fields = pack_versions(risks.versions_of(thing));
        });
        return change;
    }

    Random random_{3};
    State state_;
    std::vector<Row> rows_;
};

Problems verified(const std::vector<Row>& rows) {
    Problems problems;
    log::Verifier verifier(town);
    for (const Row& row : rows)
        verifier.entry(row.version, row.command, row.entry, row.hash, row.content, problems);
    verifier.end(problems);
    return problems;
}

State folded(const std::vector<Row>& rows, Problems& problems) {
    Fold fold;
    for (const Row& row : rows) {
        log::EntryReader reader(row.entry, row.content);
        ChangeView change;
        while (reader.next(change)) fold.apply(change, row.version, problems);
        EXPECT_EQ(reader.opened(), log::Opened::yes) << row.version;
    }
    return fold.take();
}

// The permanent numbers, as docs/log-format.md ends with them: kinds and their fields, then parts of lists
// and theirs.
class Numbers {
  public:
    std::string text() {
        std::map<int, std::string> rows;
        auto add = [&](const Kind& kind) {
            rows[number_of(kind)] = "| " + std::to_string(number_of(kind)) + " | `" +
                                    std::string(kind.info->key) + "` | " + fields(logged_fields(kind)) +
                                    " |\n";
        };
        add(head_kind());
        for (const Kind& kind : kinds()) add(kind);
        std::string all;
        for (const auto& [number, row] : rows) all += row;
        all += "\n| parts of a list | fields by number |\n| --- | --- |\n";
        for (const auto& [key, row] : parts_) all += "| `" + key + "` | " + row + " |\n";
        return all;
    }

  private:
    std::string fields(std::vector<const FieldInfo*> list) {
        std::sort(list.begin(), list.end(), [](auto* a, auto* b) { return a->number < b->number; });
        std::string text;
        for (const FieldInfo* each : list) {
            text += (text.empty() ? "" : ", ") + std::to_string(each->number) + " " + std::string(each->key);
            if (each->type->shape == TypeInfo::Shape::records) part(each->type->record());
        }
        return text;
    }

    // Parts may hold parts of their own kind.
    void part(const StructInfo& info) {
        const auto [place, is_new] = parts_.emplace(info.key, "");
        if (!is_new) return;
        std::vector<const FieldInfo*> list;
        for (const FieldInfo& each : info.fields) list.push_back(&each);
        place->second = fields(std::move(list));
    }

    std::map<std::string, std::string> parts_;
};

TEST(KeptLogs, NumbersAreThoseOfTheDocumentation) {
    const std::string page = read_whole(std::string(PROJECT_DIR) + "/docs/log-format.md");
    const std::string heading = "| number | kind | fields by number |\n| --- | --- | --- |\n";
    const std::size_t at = page.find(heading);
    ASSERT_NE(at, page.npos);
    expect_golden("docs/log-format.md", page.substr(0, at) + heading + Numbers().text());
}

TEST(KeptLogs, AreMadeOnRequest) {
    const char* release = std::getenv("KEEP_LOG");
    if (!release) GTEST_SKIP() << "KEEP_LOG names the release whose log is to be made";
    const std::filesystem::path folder = std::filesystem::path(PROJECT_DIR) / kept / release;
    ASSERT_FALSE(std::filesystem::exists(folder / "log.txt")) << "a kept log is never written over";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "log.txt", std::ios::binary) << as_lines(Maker().make());
}

// What is made holds all kinds of things, of changes and of entries: so what is kept does.
TEST(KeptLogs, HoldAllThatLogsCanHold) {
    const std::vector<Row> rows = Maker().make();
    EXPECT_EQ(as_text(verified(rows)), "");
    std::set<int> things, changes, entries;
    for (const Row& row : rows) {
        log::EntryReader reader(row.entry, row.content);
        entries.insert(static_cast<int>(reader.head().kind));
        ChangeView change;
        while (reader.next(change)) {
            things.insert(change.thing);
            changes.insert(static_cast<int>(change.kind));
        }
    }
    EXPECT_EQ(entries.size(), 5U);
    EXPECT_EQ(changes.size(), 5U);
    EXPECT_EQ(things.size(), kinds().size() + 1) << "and the pack's head";
}

TEST(KeptLogs, VerifyAndFoldAsWhenTheyWereKept) {
    const auto releases = folders_in(kept);
    ASSERT_FALSE(releases.empty());
    for (const std::string& release : releases) {
        SCOPED_TRACE(release);
        const std::vector<Row> rows = read_rows(release);
        ASSERT_GT(rows.size(), 5U);
        EXPECT_EQ(as_text(verified(rows)), "");
        Problems problems;
        const State state = folded(rows, problems);
        EXPECT_EQ(as_text(problems), "");
        expect_golden(kept + "/" + release + "/state.txt", as_text(export_pack(state)));
    }
}

// What stands in a kept log of today's model is written with the same bytes today. If this fails, the form of
// new logs has changed: either by accident, or model_version goes up and an upcast is written
// (src/log/upcast.h).
TEST(KeptLogs, OfTodaysModelAreWrittenTheSame) {
    for (const std::string& release : folders_in(kept)) {
        std::string previous;
        for (const Row& row : read_rows(release)) {
            SCOPED_TRACE(release + ", version " + std::to_string(row.version));
            std::string salts;
            bool erased = false;
            log::EntryReader reader(row.entry, row.content, [&](const log::EntryReader::Slot& slot) {
                salts += slot.salt;
                erased = erased || slot.erased;
            });
            if (reader.head().model != log::model_version) continue;
            ChangeView change;
            while (reader.next(change)) {
            }
            Entry entry;
            ASSERT_EQ(log::open_entry(row.entry, row.content, entry), log::Opened::yes);
            auto same_salts = [&](std::size_t) { return salts; };
            if (!erased) {
                const log::Sealed again = log::seal(entry, previous, same_salts);
                EXPECT_EQ(log::hex(again.entry), log::hex(row.entry));
                EXPECT_EQ(log::hex(again.content), log::hex(row.content));
            }
            previous = row.hash;
        }
    }
}

// Nor do the values: the state after a kept log's first entry differs from nothing by the changes that stand
// there.
TEST(KeptLogs, OfTodaysModelHaveTheValuesOfToday) {
    for (const std::string& release : folders_in(kept)) {
        SCOPED_TRACE(release);
        const std::vector<Row> first{read_rows(release).front()};
        Entry entry;
        ASSERT_EQ(log::open_entry(first[0].entry, first[0].content, entry), log::Opened::yes);
        if (log::EntryReader(first[0].entry, first[0].content).head().model != log::model_version) continue;
        Problems problems;
        const std::vector<Change> changes = difference(State(), folded(first, problems));
        ASSERT_EQ(changes.size(), entry.changes.size());
        for (std::size_t i = 0; i < changes.size(); ++i) {
            EXPECT_EQ(changes[i].value, entry.changes[i].value)
                << changes[i].thing << "/" << changes[i].id << "/" << changes[i].field;
            EXPECT_EQ(changes[i], entry.changes[i]);
        }
    }
}

}  // namespace
}  // namespace styrkedja::testing
