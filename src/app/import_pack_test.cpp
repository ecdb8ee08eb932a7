// SPDX-License-Identifier: EUPL-1.2
#include "app/import_pack.h"

#include <gtest/gtest.h>

#include "app/app_testing.h"
#include "codec/tree.h"
#include "importers/pack/load.h"

namespace styrkedja::app {
namespace {

class ImportPack : public ::testing::Test {
  protected:
    ImportPack() {
        static int made = 0;
        store_ = store::open("memory:import-" + std::to_string(++made), store::Access::create);
        Problems problems;
        sequencer_ = std::make_unique<Sequencer>(store_->again(), "staden", counting_clock(), counting_salts(), problems);
    }

    static State pack(std::string_view goals, std::string_view head = "  years: \"2015\"\n") {
        std::vector<TreeFile> files{
            {"pack.yaml", "pack:\n  municipality: staden\n  format: 1\n  name: Stadens kommun\n" + std::string(head)},
            {"model.yaml", "governance-models:\n  - id: modell\n    name: Styrmodell\nlevels:\n  - id: mal\n    model: modell\n    name: Mål\n    order: 1\n"},
            {"goals.csv", "id;level;name;description;parents\n" + std::string(goals)}};
        Problems problems;
        LoadedPack loaded = load_pack(std::move(files), problems);
        EXPECT_FALSE(problems.has_errors()) << told(problems);
        return loaded.state;
    }

    Outcome import(const State& state, std::string name = "") {
        Problems problems;
        plan_ = plan_import(*store_, *sequencer_->known(), state, std::move(name), problems);
        EXPECT_EQ(told(problems), "");
        store_->put_blobs("staden", {&plan_.blob, 1});
        return sequencer_->run(import_command(plan_, *sequencer_->known(), "import-" + std::to_string(++commands_), "controller"));
    }

    void edit(std::string goal, std::string_view field, std::string value) {
        const Outcome outcome = sequencer_->run(command("edit-" + std::to_string(++commands_), sequencer_->known()->version,
                                                        {set_field("goals", std::move(goal), field, std::move(value))}, "chef"));
        ASSERT_EQ(outcome.what, Outcome::What::done) << told(outcome.problems);
    }

    Outcome take_back(Version version) {
        Problems problems;
        const TakeBackPlan plan = plan_take_back(*store_, sequencer_->known(), version, problems);
        EXPECT_EQ(told(problems), "");
        back_ = plan;
        return sequencer_->run(take_back_command(plan, *sequencer_->known(), version, "back-" + std::to_string(++commands_), "controller"));
    }

    const State& state() { return sequencer_->known()->state; }

    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Sequencer> sequencer_;
    ImportPlan plan_;
    TakeBackPlan back_;
    int commands_ = 0;
};

TEST_F(ImportPack, TheFirstTimeGivesTheStateOfThePack) {
    const State given = pack("m1;mal;Ett;Text;\nm2;mal;Två;;m1\n");
    EXPECT_EQ(import(given).what, Outcome::What::done);
    EXPECT_EQ(pack_text(state()), pack_text(given));
    EXPECT_TRUE(plan_.first);
}

TEST_F(ImportPack, AgainChangesOnlyWhatThePackChanged) {
    import(pack("m1;mal;Ett;Text;\nm2;mal;Två;;m1\n"));
    edit("m1", "description", "Chefens text");
    import(pack("m1;mal;Ett nytt;Text;\nm2;mal;Två;;m1\nm3;mal;Tre;;\n"));
    EXPECT_TRUE(plan_.conflicts.empty());
    EXPECT_EQ(state().goals.find("m1")->name, "Ett nytt");
    EXPECT_EQ(state().goals.find("m1")->description.text, "Chefens text");
    EXPECT_TRUE(state().goals.find("m3"));
    import(pack("m1;mal;Ett nytt;Text;\nm2;mal;Två;;m1\nm3;mal;Tre;;\n"));
    EXPECT_FALSE(plan_.has_news);
    EXPECT_TRUE(plan_.changes.empty());
}

TEST_F(ImportPack, WhatAPersonChangedIsAConflictAndStays) {
    import(pack("m1;mal;Ett;Text;\n"));
    edit("m1", "description", "Chefens text");
    import(pack("m1;mal;Ett;Packens nya text;\n"));
    ASSERT_EQ(plan_.conflicts.size(), 1U);
    EXPECT_EQ(plan_.conflicts[0].base + "|" + plan_.conflicts[0].theirs + "|" + plan_.conflicts[0].mine,
              "Text|Packens nya text|Chefens text");
    EXPECT_EQ(state().goals.find("m1")->description.text, "Chefens text");
    // It has been told once; the same pack again has nothing new.
    import(pack("m1;mal;Ett;Packens nya text;\n"));
    EXPECT_TRUE(plan_.conflicts.empty());
}

TEST_F(ImportPack, WhatThePackNoLongerHasIsEndedButTheLogKnowsIt) {
    import(pack("m1;mal;Ett;Text;\nm2;mal;Två;;\n"));
    const Version before = sequencer_->known()->version;
    import(pack("m1;mal;Ett;Text;\n"));
    EXPECT_EQ(state().goals.find("m2"), nullptr);
    Problems problems;
    EXPECT_TRUE(as_of(*store_, sequencer_->known(), before, problems)->state.goals.find("m2"));
}

TEST_F(ImportPack, TwoPacksOfOneMunicipalityKeepToTheirOwn) {
    import(pack("m1;mal;Ett;Text;\n"), "mal");
    import(pack("k1;mal;Kultur;;\n", "  years: \"2016\"\n  amounts: mnkr\n  source: Kulturkontoret\n"), "kultur");
    EXPECT_TRUE(plan_.conflicts.empty());
    EXPECT_EQ(state().pack->amounts, MoneyUnit::tkr);   // the first pack's, though it is what is meant when nothing is said
    EXPECT_EQ(state().pack->source, "Kulturkontoret");
    EXPECT_TRUE(state().goals.find("m1") && state().goals.find("k1"));
    EXPECT_EQ(state().pack->years, (std::vector<std::string>{"2015", "2016"}));
    import(pack("m1;mal;Ett nytt;Text;\n"), "mal");
    EXPECT_TRUE(state().goals.find("k1"));   // isn't this pack's to end
    EXPECT_EQ(state().goals.find("m1")->name, "Ett nytt");
}

TEST_F(ImportPack, TakenBackEverythingIsAsBefore) {
    const State first = pack("m1;mal;Ett;Text;\nm2;mal;Två;;m1\n");
    import(first);
    import(pack("m1;mal;Ett nytt;;\nm3;mal;Tre;;m1\n"));
    EXPECT_EQ(take_back(2).what, Outcome::What::done);
    EXPECT_EQ(pack_text(state()), pack_text(first));
    EXPECT_EQ(take_back(3).what, Outcome::What::done);   // and the taking back too
    EXPECT_EQ(state().goals.find("m1")->name, "Ett nytt");
    EXPECT_EQ(state().goals.find("m2"), nullptr);
}

TEST_F(ImportPack, TheVeryFirstEntryCanBeTakenBack) {
    import(pack("m1;mal;Ett;Text;\n"));
    const Outcome outcome = take_back(1);
    EXPECT_EQ(outcome.what, Outcome::What::done) << told(outcome.problems);
    EXPECT_EQ(state().goals.size(), 0U);
}

TEST_F(ImportPack, TakingBackKeepsWhatWasChangedSince) {
    import(pack("m1;mal;Ett;Text;\nm2;mal;Två;;m1\n"));
    import(pack("m1;mal;Ett nytt;Ny text;\nm2;mal;Två;;m1\n"));
    edit("m1", "description", "Chefens text");
    take_back(2);
    EXPECT_EQ(back_.conflicts.size(), 1U);
    EXPECT_EQ(state().goals.find("m1")->name, "Ett");
    EXPECT_EQ(state().goals.find("m1")->description.text, "Chefens text");
    // The import was taken back: the next one compares with the one before it.
    import(pack("m1;mal;Ett nytt;Text;\nm2;mal;Två;;m1\n"));
    EXPECT_EQ(state().goals.find("m1")->name, "Ett nytt");
}

TEST_F(ImportPack, AnotherMunicipalitysPackIsRefused) {
    State other = pack("m1;mal;Ett;;\n");
    std::shared_ptr<void> head = head_kind().copy(head_kind().find(other, head_id));
    static_cast<PackHead*>(head.get())->id = Id("grannen");
    head_kind().put(other, head);
    Problems problems;
    plan_import(*store_, *sequencer_->known(), other, "", problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].code, "pack_is_another_municipalitys");
}

// A pack with one forecast, frozen or not.
State forecast_pack(std::string_view amount, std::string_view frozen) {
    std::vector<TreeFile> files{
        {"pack.yaml", "pack:\n  municipality: staden\n  format: 1\n  name: Stadens kommun\n  amounts: tkr\n  years: \"2026\"\n"},
        {"model.yaml", "unit-kinds:\n  - {id: namnd, name: Nämnd, role: committee}\nunits:\n  - {id: kn, name: Kulturnämnden, kind: namnd}\n"
                       "accounts:\n  - {id: loner, name: Löner, kind: cost}\n"
                       "occasions:\n  - {id: april, name: Efter april, period: \"2026-01..2026-04\"}\n"
                       "versions:\n  - {id: prognos-apr, name: Prognos april, kind: forecast, occasion: april" + std::string(frozen) + "}\n"},
        {"forecasts.csv", "unit;account;version;amount;author;made\nkn;loner;prognos-apr;" + std::string(amount) + ";chef;2026-05-08\n"}};
    Problems problems;
    LoadedPack loaded = load_pack(std::move(files), problems);
    EXPECT_FALSE(problems.has_errors()) << told(problems);
    return loaded.state;
}

constexpr std::string_view frozen = ", frozen: 2026-05-20";

// A forecast may be mended until it is frozen; then neither a person nor a pack changes it, and nothing of that command
// happens. An outcome that comes later is another version's.
TEST_F(ImportPack, AFrozenForecastIsNeverOverwritten) {
    EXPECT_EQ(import(forecast_pack("-90", "")).what, Outcome::What::done);
    EXPECT_EQ(import(forecast_pack("-95", "")).what, Outcome::What::done);
    EXPECT_EQ(import(forecast_pack("-95", frozen)).what, Outcome::What::done);
    const Outcome again = import(forecast_pack("-80", frozen));
    EXPECT_EQ(again.what, Outcome::What::refused);
    EXPECT_EQ(told(again.problems).substr(0, 58), "forecast_is_frozen forecasts/kn/loner/prognos-apr amount v");
    const Outcome edit = sequencer_->run(command("edit", sequencer_->known()->version, {set_field("forecasts", "kn/loner/prognos-apr", "amount", "-80")}, "chef"));
    EXPECT_EQ(edit.what, Outcome::What::refused);
    const Outcome thaw = sequencer_->run(command("thaw", sequencer_->known()->version, {set_field("versions", "prognos-apr", "frozen", "")}, "chef"));
    EXPECT_EQ(thaw.what, Outcome::What::refused);
    const Outcome fact = sequencer_->run(command("fact", sequencer_->known()->version,
        {create("economy", "kn/loner////prognos-apr/2026-05"), set_field("economy", "kn/loner////prognos-apr/2026-05", "unit", "kn"),
         set_field("economy", "kn/loner////prognos-apr/2026-05", "account", "loner"), set_field("economy", "kn/loner////prognos-apr/2026-05", "version", "prognos-apr"),
         set_field("economy", "kn/loner////prognos-apr/2026-05", "period", "2026-05"), set_field("economy", "kn/loner////prognos-apr/2026-05", "amount", "-1"),
         set_field("economy", "kn/loner////prognos-apr/2026-05", "in", "tkr")}, "chef"));
    EXPECT_EQ(fact.what, Outcome::What::refused);
    EXPECT_NE(told(fact.problems).find("forecast_is_frozen economy/"), std::string::npos);
    EXPECT_EQ(sequencer_->known()->state.forecasts.find("kn/loner/prognos-apr")->amount, Decimal(-95, 0));
}

// The import that brought it can be taken back, with all that it said; not the one before it was frozen.
TEST_F(ImportPack, AFrozenForecastGoesOnlyWithTheEntryThatMadeIt) {
    EXPECT_EQ(import(forecast_pack("-90", frozen)).what, Outcome::What::done);
    EXPECT_EQ(take_back(1).what, Outcome::What::done);
    EXPECT_TRUE(sequencer_->known()->state.forecasts.empty());
    EXPECT_EQ(import(forecast_pack("-90", "")).what, Outcome::What::done);
    const Version lines = sequencer_->known()->version;
    EXPECT_EQ(import(forecast_pack("-95", "")).what, Outcome::What::done);
    const Version mended = sequencer_->known()->version;
    EXPECT_EQ(import(forecast_pack("-95", frozen)).what, Outcome::What::done);
    EXPECT_EQ(take_back(mended).what, Outcome::What::refused);
    EXPECT_NE(lines, mended);
}

}  // namespace
}  // namespace styrkedja::app
