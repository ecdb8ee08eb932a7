// SPDX-License-Identifier: EUPL-1.2
// Verification, erasure and the list of erasures, over stores in memory and in SQLite files.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/erase.h"
#include "app/history.h"
#include "app/import_pack.h"
#include "app/key_file.h"
#include "app/sequencer.h"
#include "app/verify.h"
#include "domain/state/diff.h"
#include "domain/state/fold.h"
#include "domain/state/stored.h"
#include "importers/pack/load.h"
#include "locale/problem_texts.h"
#include "log/snapshot.h"
#include "store/memory/memory.h"
#include "store/open.h"

namespace styrkedja::app {
namespace {

const std::string town = "sodertalje";

std::string codes(const Problems& problems) {
    std::string all;
    for (const Problem& each : problems.list()) all += (all.empty() ? "" : " ") + std::string(each.code);
    return all;
}

// What a reader is told, so that texts whose arguments are missing are seen.
std::string sentences(const Problems& problems) {
    std::string all;
    for (const Problem& each : problems.list()) all += problem_sentence(each, Language::sv) + "\n";
    EXPECT_EQ(all.find("…"), std::string::npos) << all;
    return all;
}

int kind_number(std::string_view kind) {
    return number_of(*find_kind(kind));
}
int field_number(std::string_view kind, std::string_view field) {
    return field_named(*find_kind(kind), field)->number;
}

std::vector<TreeFile> small_pack(const std::string& goal) {
    return {{"goals.csv", "id;level;name;description\n" + goal + "\n"},
            {"governance-models.csv", "id;name\nmodell;Styrmodellen\n"},
            {"levels.csv", "id;model;name\nkf;modell;KF-mål\n"},
            {"pack.yaml", "pack: {municipality: sodertalje, format: 1, name: Exempel, years: \"2016\"}\n"}};
}

// A municipality that is worked with: each call is a command, which must be done.
class Town {
  public:
    explicit Town(const std::string& address)
        : address_(address),
          sequencer_(
              store::open(address, store::Access::create), town, [this] { return time_ += 1000; },
              [this](std::size_t bytes) { return std::string(bytes, static_cast<char>(++salt_)); },
              problems_) {}

    Version run(Command command) {
        if (command.id.empty()) command.id = "c" + std::to_string(++commands_);
        command.read = sequencer_.known()->version;
        const Outcome outcome = sequencer_.run(command);
        EXPECT_EQ(outcome.what, Outcome::What::done) << codes(outcome.problems);
        return outcome.version;
    }

    // Goal, level and a text: from there on the goal's description is worked with.
    void begin() {
        Problems problems;
        const std::vector<TreeFile> files = small_pack("kf-1;kf;Trygghet;HEMLIG-ETT");
        const LoadedPack loaded = load_pack(files, problems);
        ASSERT_TRUE(problems.empty()) << codes(problems);
        Command command;
        command.kind = EntryKind::import;
        command.actor = "controller";
        command.about = "plan";
        command.changes = difference(State(), loaded.state);
        const std::string pack = log::write_state(loaded.state);
        command.blob = log::hash_of(pack);
        store().put_blobs(town, std::vector<store::Blob>{{command.blob, "pack", pack, false}});
        run(command);
    }

    Version say(std::string actor, std::string text) {
        Command command;
        command.actor = std::move(actor);
        command.reason = "skäl";
        command.changes.emplace_back(ChangeKind::set, kind_number("goals"), "kf-1",
                                     field_number("goals", "description"), 0, std::move(text));
        return run(command);
    }

    std::string text() {
        const Goal* goal = sequencer_.known()->state.goals.find("kf-1");
        return goal ? stored_text(*field_named(*find_kind("goals"), "description"), goal) : "-";
    }

    Verification verified(Problems& problems) { return verify(store(), town, problems); }
    std::string verified() {
        Problems problems;
        verified(problems);
        sentences(problems);
        return codes(problems);
    }
    store::Store& store() { return sequencer_.store(); }
    Sequencer& sequencer() { return sequencer_; }

  private:
    std::string address_;
    Problems problems_;
    store::Time time_ = 1'790'000'000'000;
    int salt_ = 0, commands_ = 0;
    Sequencer sequencer_;
};

Erasing goal_text() {
    Erasing wish;
    wish.thing = kind_number("goals");
    wish.id = "kf-1";
    wish.field = field_number("goals", "description");
    wish.decision = "KS 2027-03-01 § 45";
    wish.by = "arkivarie";
    wish.command = "erase";
    return wish;
}

class Proof : public ::testing::Test {
  protected:
    void SetUp() override {
        name_ = ::testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::temp_directory_path() /
                  ("styrkedja-proof-" + name_ + "-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override {
        store::forget_memory(name_);
        store::forget_memory(name_ + "-2");
        std::filesystem::remove_all(folder_);
    }
    std::string memory() const { return "memory:" + name_; }
    std::string file() const { return (folder_ / "kommun.styrkedja").string(); }

    // Does any file of the folder hold the bytes?
    bool is_on_disk(std::string_view bytes) const {
        for (const auto& each : std::filesystem::directory_iterator(folder_)) {
            std::ifstream in(each.path(), std::ios::binary);
            std::stringstream all;
            all << in.rdbuf();
            if (all.str().find(bytes) != std::string::npos) return true;
        }
        return false;
    }

    // What tools/verify_log.py says of the database: 0 = it holds.
    int told_by_python(const std::string& options) const {
        const std::string out = " > " + (folder_ / "told.txt").string();
        return std::system(("python3 " PROJECT_DIR "/tools/verify_log.py " + file() + options + out).c_str());
    }

    std::string name_;
    std::filesystem::path folder_;
};

TEST_F(Proof, AWholeStoreHolds) {
    Town place(memory());
    place.begin();
    place.say("controller", "två");
    Problems problems;
    const Verification verification = place.verified(problems);
    EXPECT_EQ(codes(problems), "");
    EXPECT_EQ(verification.entries, 2U);
    EXPECT_EQ(verification.blobs, 1U);
    EXPECT_EQ(verification.hash, place.sequencer().known()->hash);
    EXPECT_EQ(verification.time, place.sequencer().known()->time);
    Problems none;
    EXPECT_EQ(verify(place.store(), "nykvarn", none).entries, 0U);
    EXPECT_TRUE(none.empty());
}

TEST_F(Proof, AKeptPackThatIsGoneOrChangedIsFound) {
    Town place(memory());
    place.begin();
    const auto blobs = place.store().blobs(town);
    place.store().drop_blobs(town, std::vector{blobs[0].hash});
    EXPECT_EQ(place.verified(), "log_pack_is_missing");
    place.store().put_blobs(town, std::vector<store::Blob>{{blobs[0].hash, "pack", "other bytes", false}});
    EXPECT_EQ(place.verified(), "log_blob_differs");
    place.store().drop_blobs(town, std::vector{blobs[0].hash});
    place.store().put_blobs(town, std::vector<store::Blob>{{blobs[0].hash, "pack", "", true}});
    EXPECT_EQ(place.verified(), "log_blob_is_missing");
}

// Without its value nobody could say what the list has no longer.
TEST_F(Proof, OneUnlinkingIsNotErasedButItsFieldIs) {
    Town place(memory());
    place.begin();
    for (ChangeKind what : {ChangeKind::linked, ChangeKind::unlinked}) {
        Command command;
        command.actor = "controller";
        command.changes.emplace_back(what, kind_number("goals"), "kf-1", field_number("goals", "tags"), 0, "barn");
        place.run(command);
    }
    Erasing wish = goal_text();
    wish.what = Erasing::What::value;
    wish.slot = {place.sequencer().known()->version, first_value_slot};
    Problems problems;
    EXPECT_FALSE(plan_erasure(place.store(), town, wish, problems));
    EXPECT_EQ(codes(problems), "erasure_would_bring_back_a_link");
    sentences(problems);
    wish.what = Erasing::What::field;
    wish.field = field_number("goals", "tags");
    Problems none;
    const auto plan = plan_erasure(place.store(), town, wish, none);
    ASSERT_TRUE(plan) << codes(none);
    place.run(plan->command);
    EXPECT_EQ(field_named(*find_kind("goals"), "tags")->text(place.sequencer().known()->state.goals.find("kf-1")), "");
    EXPECT_EQ(place.verified(), "");
}

TEST_F(Proof, AnErasedFieldIsGoneFromEveryVersion) {
    Town place(memory());
    place.begin();
    place.say("controller", "HEMLIG-TVÅ");
    place.say("controller", "HEMLIG-TRE");
    Problems problems;
    auto plan = plan_erasure(place.store(), town, goal_text(), problems);
    ASSERT_TRUE(plan) << codes(problems);
    EXPECT_EQ(codes(problems), "erasure_empties_packs");
    sentences(problems);
    ASSERT_EQ(plan->values.size(), 3U);
    EXPECT_EQ(plan->values[0].entity, "goals/kf-1");
    EXPECT_EQ(plan->values[0].field, "description");
    place.run(plan->command);
    EXPECT_EQ(place.text(), erased_text);
    Problems told;
    const Verification verification = place.verified(told);
    EXPECT_EQ(codes(told), "");
    ASSERT_EQ(verification.erased.size(), 3U);
    EXPECT_EQ(verification.erased[1].decision, "KS 2027-03-01 § 45");
    const std::string notes = sentences(erased_notes(verification));
    EXPECT_TRUE(notes.starts_with("Gallrat, KS 2027-03-01 § 45; kedjan är hel.")) << notes;
    Problems again;
    EXPECT_FALSE(plan_erasure(place.store(), town, goal_text(), again));
    EXPECT_EQ(codes(again), "erasure_finds_nothing");
    // Earlier versions show it too, and work goes on.
    Problems read;
    const KnownPtr then = as_of(place.store(), place.sequencer().known(), 2, read);
    ASSERT_TRUE(then) << codes(read);
    EXPECT_EQ(stored_text(*field_named(*find_kind("goals"), "description"), then->state.goals.find("kf-1")),
              erased_text);
    place.say("controller", "fyra");
    EXPECT_EQ(place.verified(), "");
    EXPECT_EQ(place.text(), "fyra");
}

TEST_F(Proof, AThingsEarlierLifeIsErasedToo) {
    Town place(memory());
    place.begin();
    Command end;
    end.changes.emplace_back(ChangeKind::ended, kind_number("goals"), "kf-1");
    place.run(end);
    Command anew;
    anew.changes.emplace_back(ChangeKind::created, kind_number("goals"), "kf-1");
    anew.changes.emplace_back(ChangeKind::set, kind_number("goals"), "kf-1", field_number("goals", "level"),
                              0, "kf");
    anew.changes.emplace_back(ChangeKind::set, kind_number("goals"), "kf-1", field_number("goals", "name"), 0,
                              "Trygghet");
    anew.changes.emplace_back(ChangeKind::set, kind_number("goals"), "kf-1",
                              field_number("goals", "description"), 0, "HEMLIG-NY");
    place.run(anew);
    Problems problems;
    auto plan = plan_erasure(place.store(), town, goal_text(), problems);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->values.size(), 2U);
    EXPECT_EQ(plan->values[0].slot.version, 1U);
    EXPECT_EQ(plan->values[1].slot.version, 3U);
    Erasing thing = goal_text();
    thing.what = Erasing::What::thing;
    plan = plan_erasure(place.store(), town, thing, problems);
    ASSERT_TRUE(plan);
    EXPECT_GT(plan->values.size(), 3U) << "its level and order too";
}

TEST_F(Proof, ANameIsErasedFromAllThatItsBearerDid) {
    Town place(memory());
    place.begin();
    place.say("Namn Namnsson", "två");
    place.say("controller", "tre");
    place.say("Namn Namnsson", "fyra");
    place.store().put_draft(town, {"Namn Namnsson", "goals/kf-1/description", 1, 1, "påbörjat"});
    Erasing wish = goal_text();
    wish.what = Erasing::What::actor;
    wish.actor = "Namn Namnsson";
    Problems problems;
    const auto plan = plan_erasure(place.store(), town, wish, problems);
    ASSERT_TRUE(plan);
    EXPECT_EQ(codes(problems), "") << "packs do not name actors";
    EXPECT_EQ(plan->values.size(), 2U);
    place.run(plan->command);
    finish_erasure(place.store(), town, *plan);
    EXPECT_TRUE(place.store().drafts(town, "").empty());
    EXPECT_EQ(place.verified(), "");
    EXPECT_EQ(place.text(), "fyra") << "what was said stays";
    wish.actor = wish.by;
    EXPECT_FALSE(plan_erasure(place.store(), town, wish, problems));
    EXPECT_EQ(codes(problems), "erasure_is_by_the_erased");
}

TEST_F(Proof, OneValueOfOneVersionIsErased) {
    Town place(memory());
    place.begin();
    place.say("controller", "HEMLIG-TVÅ");
    const Version version = place.say("controller", "tre");
    Erasing wish = goal_text();
    wish.what = Erasing::What::value;
    wish.slot = {version - 1, first_value_slot};
    Problems problems;
    const auto plan = plan_erasure(place.store(), town, wish, problems);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->values.size(), 1U);
    EXPECT_EQ(plan->values[0].field, "description");
    place.run(plan->command);
    EXPECT_EQ(place.text(), "tre");
    EXPECT_EQ(place.verified(), "");
    wish.slot = {version, slot_of_reason};
    EXPECT_TRUE(plan_erasure(place.store(), town, wish, problems));
    wish.slot = {version, 99};
    EXPECT_FALSE(plan_erasure(place.store(), town, wish, problems));
    wish.slot = {99, 0};
    EXPECT_FALSE(plan_erasure(place.store(), town, wish, problems));
}

TEST_F(Proof, APackThatStillHoldsTheTextDoesNotBringItBack) {
    Town place(memory());
    place.begin();
    Problems problems;
    const auto plan = plan_erasure(place.store(), town, goal_text(), problems);
    ASSERT_TRUE(plan);
    place.run(plan->command);
    Problems told;
    const LoadedPack again = load_pack(small_pack("kf-1;kf;Trygghet;HEMLIG-ETT, som förr"), told);
    const ImportPlan import =
        plan_import(place.store(), *place.sequencer().known(), again.state, "plan", told);
    EXPECT_EQ(codes(told), "");
    EXPECT_TRUE(import.first) << "its base is gone";
    EXPECT_TRUE(import.changes.empty());
    ASSERT_EQ(import.conflicts.size(), 1U);
    EXPECT_EQ(import.conflicts[0].field->key, "description");
    EXPECT_EQ(import.conflicts[0].mine, erased_text);
}

TEST_F(Proof, WithoutADecisionNothingIsErased) {
    Town place(memory());
    place.begin();
    Erasing wish = goal_text();
    wish.decision.clear();
    Problems problems;
    EXPECT_FALSE(plan_erasure(place.store(), town, wish, problems));
    EXPECT_EQ(codes(problems), "erasure_has_no_decision");
}

TEST_F(Proof, AKeptPackWithoutTheFieldStays) {
    Town place(memory());
    place.begin();
    place.store().put_blobs(
        town, std::vector<store::Blob>{{log::hash_of("not a pack"), "pack", "not a pack", false},
                                       {log::hash_of("bild"), "attachment", "bild", false}});
    Problems problems;
    const LoadedPack other = load_pack(small_pack("kf-2;kf;Ett annat mål;HEMLIG inte"), problems);
    const std::string pack = log::write_state(other.state);
    place.store().put_blobs(town, std::vector<store::Blob>{{log::hash_of(pack), "pack", pack, false}});
    const auto plan = plan_erasure(place.store(), town, goal_text(), problems);
    ASSERT_TRUE(plan);
    EXPECT_EQ(codes(problems), "erasure_empties_packs erasure_leaves_files");
    EXPECT_EQ(plan->command.erased_blobs.size(), 2U) << "the imported one, and what can't be read";
    for (const std::string& each : plan->command.erased_blobs) EXPECT_NE(each, log::hash_of(pack));
}

TEST_F(Proof, WhatIsErasedIsInNoFileOfTheDatabase) {
    {
        Town place(file());
        place.begin();
        place.say("controller", "HEMLIG-TVÅ");
        place.store().put_draft(town, {"controller", "goals/kf-1/description", 1, 1, "HEMLIG-UTKAST"});
        write_snapshot(place.store(), *place.sequencer().known());
        EXPECT_TRUE(is_on_disk("HEMLIG-TVÅ"));
        Problems problems;
        const auto plan = plan_erasure(place.store(), town, goal_text(), problems);
        ASSERT_TRUE(plan);
        place.run(plan->command);
        finish_erasure(place.store(), town, *plan);
        EXPECT_FALSE(is_on_disk("HEMLIG")) << "while the program runs";
        write_snapshot(place.store(), *place.sequencer().known());
        EXPECT_EQ(place.verified(), "");
    }
    EXPECT_FALSE(is_on_disk("HEMLIG"));
    EXPECT_TRUE(is_on_disk("KS 2027-03-01 § 45"));
    EXPECT_EQ(told_by_python(""), 0) << "and another program finds the chain whole";
}

TEST_F(Proof, NoSnapshotOfWhatIsErasedIsLeft) {
    Town place(file());
    place.begin();
    const KnownPtr before = place.sequencer().known();
    Problems problems;
    const auto plan = plan_erasure(place.store(), town, goal_text(), problems);
    ASSERT_TRUE(plan);
    place.run(plan->command);
    // As another process leaves it that was stopped midway, or had not seen the erasure.
    log::Manifest manifest{town, before->version, before->time, before->hash, {}, {}};
    log::write_parts(before->state, [&](log::SnapshotPart&& part) {
        manifest.parts.push_back({part.kind, part.hash});
        place.store().put_blobs(town, std::vector<store::Blob>{{part.hash, "snapshot", part.bytes, false}});
    });
    place.store().put_snapshot(town, {before->version, fold_version, log::write_manifest(manifest)});
    EXPECT_EQ(place.verified(), "log_snapshot_is_before_erasure");
    write_snapshot(place.store(), *place.sequencer().known());
    EXPECT_EQ(place.verified(), "");
    write_snapshot(place.store(), *before);
    EXPECT_EQ(place.store().snapshots(town).size(), 1U) << "who has not followed leaves none";
    finish_erasure(place.store(), town, *plan);
    EXPECT_FALSE(is_on_disk("HEMLIG"));
}

TEST_F(Proof, ARestoredBackupIsErasedAgainByTheList) {
    Town place(memory());
    place.begin();
    place.say("controller", "HEMLIG-TVÅ");
    Problems problems;
    Town backup("memory:" + name_ + "-2");  // the same commands and salts: as the store was then
    backup.begin();
    backup.say("controller", "HEMLIG-TVÅ");
    place.say("controller", "HEMLIG-TRE");
    const auto plan = plan_erasure(place.store(), town, goal_text(), problems);
    ASSERT_TRUE(plan);
    place.run(plan->command);
    const std::string list = erasure_list(place.store(), town, problems);
    EXPECT_TRUE(list.starts_with("municipality;version;slot;digest;blob;decision;time;by\nsodertalje;1;"))
        << list;
    Problems told;
    auto plans = plan_erasures(backup.store(), town, list, "gallringar.csv", "arkivarie", told);
    EXPECT_EQ(codes(told), "erasures_are_of_later_entries");
    sentences(told);
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].values.size(), 2U);
    EXPECT_EQ(plans[0].command.erased_blobs.size(), 1U);
    EXPECT_EQ(plans[0].command.decision, "KS 2027-03-01 § 45");
    EXPECT_TRUE(plans[0].command.reason.starts_with("Gallringen KS 2027-03-01 § 45 från 2026-"))
        << plans[0].command.reason;
    plans[0].command.id = "again";
    backup.run(plans[0].command);
    EXPECT_EQ(backup.text(), erased_text);
    EXPECT_EQ(backup.verified(), "");
    EXPECT_TRUE(plan_erasures(backup.store(), town, list, "gallringar.csv", "arkivarie", told).empty());
}

TEST_F(Proof, AListOfAnotherLogErasesNothing) {
    Town place(memory());
    place.begin();
    const std::string digest(64, '0'), row = ";;KS 2027-03-01 § 45;2027-03-01T12:00:00.000Z;9\n";
    const std::string heading = "municipality;version;slot;digest;blob;decision;time;by\n";
    Problems problems;
    EXPECT_TRUE(
        plan_erasures(place.store(), town, heading + "sodertalje;1;2;" + digest + row, "l", "a", problems)
            .empty());
    EXPECT_EQ(codes(problems), "erasure_is_of_another_log");
    sentences(problems);
    for (std::string bad : {"sodertalje;x;2;" + digest + row, "sodertalje;1;2;00" + row,
                            std::string("sodertalje;1;2;" + digest + ";;;;9\n")}) {
        Problems told;
        EXPECT_TRUE(plan_erasures(place.store(), town, heading + bad, "l", "a", told).empty());
        EXPECT_EQ(codes(told), "erasure_row_is_not_understood") << bad;
    }
    Problems told;
    plan_erasures(place.store(), town, "version;slot\n1;2\n", "l", "a", told);
    EXPECT_EQ(codes(told), "erasure_row_is_not_understood");
}

TEST_F(Proof, ALogIsHeldAgainstACheckpoint) {
    Town place(memory());
    place.begin();
    const KnownPtr then = place.sequencer().known();
    const log::SigningKey key = log::signing_key(std::string(log::key_size, 'k'));
    const std::string text = log::checkpoint_text({town, then->version, then->hash, then->time, {}}, key);
    place.say("controller", "två");
    auto against = [&](const std::string& checkpoint, store::Reader& store, const std::string& of) {
        Problems problems;
        const auto read = log::read_checkpoint(checkpoint, "k", key.key, problems);
        if (read) verify(store, of, problems, &*read);
        sentences(problems);
        return codes(problems);
    };
    EXPECT_EQ(against(text, place.store(), town), "");
    EXPECT_EQ(against(text, place.store(), "nykvarn"), "checkpoint_is_of_another_log");
    Town other("memory:" + name_ + "-2");  // the same said with other words: a log written anew
    EXPECT_EQ(against(text, other.store(), town), "checkpoint_is_newer_than_log");
    Command decision;
    decision.kind = EntryKind::decision;
    decision.decision = "KF 2026-12-15 § 210";
    other.run(decision);
    EXPECT_EQ(against(text, other.store(), town), "checkpoint_differs");
}

TEST_F(Proof, AnotherProgramHoldsTheLogAgainstACheckpoint) {
    std::string text;
    {
        Town place(file());
        place.begin();
        const KnownPtr then = place.sequencer().known();
        const log::SigningKey key = log::signing_key(std::string(log::key_size, 'k'));
        text = log::checkpoint_text({town, then->version, then->hash, then->time, {}}, key);
        place.say("controller", "två");
    }
    const std::string path = (folder_ / "kontrollpunkt.txt").string();
    const std::string options = " --municipality sodertalje --checkpoint " + path;
    std::ofstream(path) << text;
    EXPECT_EQ(told_by_python(options), 0);
    const std::size_t hash = text.find("hash: ") + 6;
    text[hash] = text[hash] == '0' ? '1' : '0';
    std::ofstream(path) << text;
    EXPECT_NE(told_by_python(options), 0);
}

TEST_F(Proof, AKeyIsItsOwnersAlone) {
    const std::string path = (folder_ / "nyckel").string();
    const log::SigningKey key = log::signing_key(std::string(log::key_size, 'k'));
    Problems problems;
    ASSERT_TRUE(write_key_file(path, key, problems));
    struct stat info {};
    ASSERT_EQ(::stat(path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
    const auto read = read_key_file(path, problems);
    ASSERT_TRUE(read) << codes(problems);
    EXPECT_EQ(read->key, key.key);
    EXPECT_FALSE(write_key_file(path, key, problems));
    ::chmod(path.c_str(), 0640);
    EXPECT_FALSE(read_key_file(path, problems));
    EXPECT_FALSE(read_key_file(path + "-", problems));
    EXPECT_FALSE(write_key_file((folder_ / "ingen" / "nyckel").string(), key, problems));
    EXPECT_EQ(codes(problems),
              "signing_key_is_there_already signing_key_is_open_to_others signing_key_cannot_be_read "
              "signing_key_cannot_be_written");
    sentences(problems);
}

}  // namespace
}  // namespace styrkedja::app
