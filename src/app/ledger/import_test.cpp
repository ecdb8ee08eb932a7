// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/import.h"

#include <gtest/gtest.h>

#include "app/copy_store.h"
#include "app/history.h"
#include "app/import_pack.h"
#include "app/ledger/ledger_app_testing.h"
#include "app/verify.h"
#include "domain/economy/facts.h"
#include "store/memory/memory.h"

namespace styrkedja::app {
namespace {

class LedgerImports : public ::testing::Test {
  protected:
    ~LedgerImports() override { store::forget_memory("ledger"); }
    LedgerTown town{store::open("memory:ledger", store::Access::create)};

    std::string codes() {
        std::string text;
        for (const Problem& each : town.problems.list()) {
            if (each.severity == Severity::error) text += std::string(each.code) + " ";
        }
        return text;
    }
};

TEST_F(LedgerImports, ABatchHasTheFilesMonthsRowsSumsAndHashes) {
    const LedgerPlan plan = town.import(LedgerTown::months(4, 12'345));
    ASSERT_EQ(plan.made.size(), 1U) << told(town.problems);
    const auto* batch = town.sequencer().known()->state.ledger_batches.find(plan.made[0].id.str());
    ASSERT_TRUE(batch);
    EXPECT_TRUE(batch->id.str().starts_with("huvudbok-2026-01-04-"));
    EXPECT_TRUE(Id::is_valid(batch->id.str()));
    EXPECT_EQ(batch->months.str(), "2026-01..2026-04");
    EXPECT_EQ(batch->rows, 8);
    EXPECT_EQ(batch->vouchers, 4);
    EXPECT_EQ(batch->debit.str(), "493.80");
    EXPECT_EQ(batch->credit.str(), "-493.80");
    EXPECT_EQ(batch->version.str(), "utfall");
    EXPECT_EQ(batch->file, "huvudbok.se");
    EXPECT_EQ(batch->file_hash, log::hex(log::hash_of("file")));
    EXPECT_TRUE(town.store().page_bundle("staden", log::unhex(batch->pages)));
    EXPECT_EQ(town.debits(), 4 * 12'345);
}

TEST_F(LedgerImports, TheSameFileAgainIsNothingNewAndALaterOneTakesItsPlace) {
    town.import(LedgerTown::months(4));
    const Version version = town.sequencer().known()->version;
    EXPECT_TRUE(town.import(LedgerTown::months(4)).is_known);
    EXPECT_EQ(town.sequencer().known()->version, version);
    town.import(LedgerTown::months(5, 200));
    EXPECT_EQ(town.batches(), "2026-01..2026-05 of 2026-01..2026-05 x5\n");
    EXPECT_EQ(town.debits(), 5 * 200);
    LedgerWish wish;
    wish.again = true;
    EXPECT_FALSE(town.import(LedgerTown::months(5, 200), wish, "other bytes").is_known);
    EXPECT_EQ(town.debits(), 5 * 200);
    EXPECT_FALSE(town.problems.has_errors()) << told(town.problems);
}

TEST_F(LedgerImports, MonthsAreReplacedAndTheRestGoesOnCounting) {
    town.import(LedgerTown::months(6));
    LedgerWish wish;
    wish.months = *Period::parse("2026-03..2026-04");
    town.import(LedgerTown::months(6, 1000), wish);
    EXPECT_EQ(town.batches(), "2026-01..2026-02 of 2026-01..2026-06 x6\n2026-03..2026-04 of 2026-03..2026-04 x2\n"
                              "2026-05..2026-06 of 2026-01..2026-06 x6\n");
    EXPECT_EQ(town.debits(), 4 * 100 + 2 * 1000);
    wish.months = *Period::parse("2026-01..2026-03");
    town.import(LedgerTown::months(6, 10), wish);
    EXPECT_EQ(town.debits(), 3 * 10 + 1000 + 2 * 100);
    wish.months = *Period::parse("2026");
    town.import(LedgerTown::months(12, 1), wish);
    EXPECT_EQ(town.batches(), "2026 of 2026 x12\n");
    EXPECT_EQ(town.debits(), 12);
}

TEST_F(LedgerImports, PartsStandBesideEachOtherButNotBesideTheWhole) {
    LedgerWish school, care;
    school.part = "skola";
    care.part = "omsorg";
    town.import(LedgerTown::months(2), school);
    town.import(LedgerTown::months(2, 5, 1, "B"), care);
    EXPECT_EQ(town.debits(), 2 * 100 + 2 * 5);
    town.import(LedgerTown::months(2, 7, 1, "B"), care);
    EXPECT_EQ(town.debits(), 2 * 100 + 2 * 7);
    town.import(LedgerTown::months(2, 1));
    EXPECT_EQ(town.debits(), 2);
    town.import(LedgerTown::months(1, 3), school);
    EXPECT_EQ(codes(), "ledger_batch_is_of_a_whole ");
    EXPECT_EQ(town.debits(), 2);
}

// July 2009 to June 2010 is 2010: named by its last day, in months of two calendar years.
ledger::Written broken_year(int last_month) {
    ledger::Written written;
    const auto unit = written.combination({{"1", "0100"}});
    written.state(ledger::Figure::opening, 2010, 0, "1930", 5'000, unit);
    for (std::int32_t month = 200907; month <= last_month; month = ledger::month_after(month)) {
        const std::string text = std::to_string(month);
        written.voucher("A", text, text.substr(0, 4) + "-" + text.substr(4) + "-30").row("4010", 100, unit).row("1930", -100, unit);
    }
    return written;
}

TEST_F(LedgerImports, AYearThatBeginsInJulyIsOneYear) {
    const ledger::FiscalYear year{0, Date::from_civil(2009, 7, 1), Date::from_civil(2010, 6, 30)};
    LedgerWish wish;
    town.import(broken_year(201001), wish, "first", year);
    EXPECT_EQ(town.batches(), "2009-07..2010-01 of 2009-07..2010-01 x7\n");
    wish.months = *Period::parse("2009-12..2010-01");
    town.import(broken_year(201001), wish, "second", year);
    EXPECT_EQ(town.batches(), "2009-07..2009-11 of 2009-07..2010-01 x7\n2009-12..2010-01 of 2009-12..2010-01 x2\n");
    EXPECT_EQ(town.sequencer().known()->state.ledger_batches.begin()->year, 2010);
    const KnownPtr known = with_facts(town.store(), town.sequencer().known(), town.problems);
    const EconomyIndex index(known->state);
    auto sum = [&](const char* account, const char* period) {
        FactSelection selection;
        selection.unit = index.unit("skola");
        selection.accounts = index.account(account);
        return index.sum(selection, "utfall", *Period::parse(period)).ore;
    };
    EXPECT_EQ(sum("drift", "2009"), Exact(-600));
    EXPECT_EQ(sum("drift", "2010-01"), Exact(-100));
    EXPECT_EQ(sum("drift", "2009-07..2010-06"), Exact(-700));
    EXPECT_EQ(sum("kassa", "2009-12-31"), Exact(5'000 - 600));
    EXPECT_EQ(sum("kassa", "2010-01-31"), Exact(5'000 - 700));
    EXPECT_FALSE(sum("kassa", "2009-06-30").exists());
    EXPECT_EQ(told(town.problems), "");
    wish.months = Period();
    town.import(broken_year(201006), wish, "third", year);
    EXPECT_EQ(town.batches(), "2009-07..2010-06 of 2009-07..2010-06 x12\n");
}

// What a file has of a year that isn't the one that is taken is told, never lost in silence.
TEST_F(LedgerImports, VouchersOfAnotherYearAreTold) {
    ledger::Written written = LedgerTown::months(2);
    written.voucher("B", "1", "2025-12-31").row("4010", 9).row("1930", -9);
    town.import(written);
    ASSERT_EQ(town.problems.list().size(), 1U);
    EXPECT_EQ(town.problems.list()[0].code, "ledger_rows_outside_months");
    EXPECT_EQ(town.problems.list()[0].severity, Severity::warning);
    EXPECT_EQ(town.debits(), 200);
}

TEST_F(LedgerImports, AVoucherIsInOnePartOfTheLedgerOnly) {
    LedgerWish school, care;
    school.part = "skola";
    care.part = "omsorg";
    town.import(LedgerTown::months(6), school);
    ledger::Written both = LedgerTown::months(2, 5, 1, "B");
    both.voucher("A", "2", "2026-01-31").row("4010", 7).row("1930", -7);
    both.vouchers.back().line = 17;
    EXPECT_TRUE(town.import(both, care).blobs.size() == 1 && codes() == "ledger_voucher_is_in_two_parts ") << codes();
    const Problem& problem = town.problems.list().back();
    EXPECT_EQ(problem.place.line, 17U);
    EXPECT_EQ(problem.args[0].second, "A 2");
    EXPECT_EQ(problem.args[1].second, "skola");
    EXPECT_EQ(town.debits(), 6 * 100);
}

// A batch that no longer shows the voucher's month has no say, nor has another year's, nor vouchers that have no number yet.
TEST_F(LedgerImports, OnlyVouchersThatCountAreDoubled) {
    LedgerWish school, care;
    school.part = "skola";
    care.part = "omsorg";
    town.import(LedgerTown::months(6), school);
    school.months = *Period::parse("2026-02..2026-03");
    town.import(LedgerTown::months(6, 100, 1, "C"), school);
    ledger::Written moved = LedgerTown::months(1, 5, 1, "B");
    moved.voucher("A", "2", "2026-02-15").row("4010", 7).row("1930", -7);
    for (int i = 0; i < 2; ++i) moved.voucher("", "", "2026-02-15").row("4010", 7).row("1930", -7);
    town.import(moved, care);
    EXPECT_EQ(codes(), "");
}

TEST_F(LedgerImports, AVoucherStandsOnceInAFile) {
    ledger::Written written = LedgerTown::months(3);
    for (std::size_t i = 0; i < 3; ++i) written.vouchers[i].line = 10 * (i + 1);
    for (int i = 0; i < 30; ++i) {
        written.voucher("A", "2", "2026-02-15").row("4010", 7).row("1930", -7);
        written.vouchers.back().line = 100;
    }
    EXPECT_TRUE(town.import(written).made.empty());
    ASSERT_EQ(town.problems.list().size(), 21U);
    EXPECT_EQ(town.problems.list()[0].code, "ledger_voucher_stands_twice");
    EXPECT_EQ(town.problems.list()[0].place.line, 100U);
    EXPECT_EQ(town.problems.list()[0].args[2].second, "20");
    EXPECT_EQ(town.problems.list()[20].code, "ledger_more_vouchers_are_doubled");
    EXPECT_EQ(town.problems.list()[20].args[0].second, "10");
    EXPECT_EQ(town.debits(), 0);
}

TEST_F(LedgerImports, ANumberThatIsUsedAgainOnAnotherDayIsToldAndBothAreBooked) {
    ledger::Written written = LedgerTown::months(3);
    written.voucher("A", "2", "2026-03-31").row("4010", 7).row("1930", -7);
    EXPECT_EQ(town.import(written).made.size(), 1U);
    ASSERT_FALSE(town.problems.has_errors());
    EXPECT_EQ(town.problems.list()[0].code, "ledger_voucher_number_is_used_again");
    EXPECT_EQ(town.debits(), 307);
}

TEST_F(LedgerImports, AsOfShowsTheBatchesOfThatDayAndTakingBackBringsThemAgain) {
    town.import(LedgerTown::months(3));
    const Version first = town.sequencer().known()->version;
    town.import(LedgerTown::months(4, 50));
    const Version second = town.sequencer().known()->version;
    EXPECT_EQ(town.debits(as_of(town.store(), town.sequencer().known(), first, town.problems)), 300);
    const KnownPtr known = town.sequencer().known();
    const TakeBackPlan plan = plan_take_back(town.store(), known, second, town.problems);
    EXPECT_TRUE(plan.conflicts.empty());
    ASSERT_EQ(town.sequencer().run(take_back_command(plan, *known, second, "back", "controller")).what, Outcome::What::done);
    EXPECT_EQ(town.debits(), 300);
    EXPECT_EQ(town.debits(as_of(town.store(), town.sequencer().known(), second, town.problems)), 200);
    EXPECT_EQ(sweep_shelves(town.store(), *town.sequencer().known(), 1'999'000'000'000), 0U);   // also of what was taken back
    EXPECT_FALSE(town.problems.has_errors()) << told(town.problems);
}

// Two at once, planned on the same state: the second is refused, and planned anew it takes the first one's place.
TEST_F(LedgerImports, TwoAtOnceAreNeverBothCounted) {
    const KnownPtr before = town.sequencer().known();
    town.import(LedgerTown::months(3));
    LedgerTown& here = town;
    const ledger::Written other = LedgerTown::months(4, 7);
    TextSource source("other");
    const LedgerProfile profile = *before->state.ledger_profiles.find("sie");
    LedgerWish wish;
    wish.file = "other.se";
    const auto intake = take_in(profile, wish, source, LedgerTown::reader(other), {nullptr, {}, {}}, here.problems);
    ASSERT_TRUE(intake);
    const LedgerPlan stale = plan_ledger(*before, profile, wish, *intake, here.problems);
    const Outcome outcome = here.sequencer().run(ledger_command(stale, *before, "stale", "other"));
    EXPECT_EQ(outcome.what, Outcome::What::refused);
    EXPECT_EQ(outcome.problems.list().at(0).code, "ledger_batches_overlap");
}

TEST_F(LedgerImports, WhatWasNeverToldIsSweptAwayAfterAnHour) {
    {
        Shelf shelf(town.store(), "staden", "left", [] { return store::Time(1'000); }, counting_salts());
        ledger::Packer packer({}, [&](ledger::OpenPage&& page) { shelf.put(std::move(page)); });
        const ledger::Written written = LedgerTown::months(3);
        for (const ledger::Voucher& each : written.vouchers) packer.add(each, std::span(written.rows).subspan(each.first, each.rows), written.codes);
        packer.finish();
        shelf.finish();
    }
    town.import(LedgerTown::months(2));
    EXPECT_EQ(town.store().page_bundles("staden").size(), 2U);
    EXPECT_EQ(sweep_shelves(town.store(), *town.sequencer().known(), 1'000), 0U);
    EXPECT_EQ(sweep_shelves(town.store(), *town.sequencer().known(), 1'999'000'000'000), 1U);
    ASSERT_EQ(town.store().page_bundles("staden").size(), 1U);
    EXPECT_EQ(town.store().page_bundles("staden")[0].name, "bundle1");
}

TEST_F(LedgerImports, FactsThatAreGoneAreAnErrorThatNamesTheBatch) {
    const LedgerPlan plan = town.import(LedgerTown::months(2));
    town.store().drop_blobs("staden", std::vector<std::string>{plan.blobs[0].hash});
    Problems problems;
    const KnownPtr known = with_facts(town.store(), town.sequencer().known(), problems);
    EXPECT_EQ(problems.list().at(0).code, "ledger_facts_are_missing");
    EXPECT_EQ(problems.list().at(0).place.entity, "ledger-batches/" + plan.made[0].id.str());
    EXPECT_TRUE(known->state.ledger->by_hash.empty());
}

TEST_F(LedgerImports, BudgetsOfAFileAreABatchOfTheirOwn) {
    ledger::Written written = LedgerTown::months(2);
    written.state(ledger::Figure::budget, 2026, 202601, "4010", 70).state(ledger::Figure::budget, 2026, 202612, "4010", 70);
    const LedgerPlan plan = town.import(written);
    ASSERT_EQ(plan.made.size(), 2U);
    EXPECT_EQ(plan.made[1].version.str(), "budget");
    EXPECT_EQ(plan.made[1].months.str(), "2026");
    EXPECT_EQ(plan.made[1].pages, "");
    EXPECT_EQ(town.import(LedgerTown::months(3)).others.ended.size(), 1U);   // the actual one only
}

TEST_F(LedgerImports, AFileThatSaysItWasReadBeforeNeedsAYes) {
    ledger::Written written = LedgerTown::months(1);
    LedgerWish wish;
    wish.file = "x.se";
    TextSource source("x");
    const KnownPtr known = town.sequencer().known();
    const LedgerProfile profile = *known->state.ledger_profiles.find("sie");
    auto intake = take_in(profile, wish, source, LedgerTown::reader(written), {nullptr, {}, {}}, town.problems);
    intake->facts.imported_before = true;
    plan_ledger(*known, profile, wish, *intake, town.problems);
    EXPECT_EQ(codes(), "ledger_file_is_imported_before ");
    wish.again = true;
    Problems none;
    plan_ledger(*known, profile, wish, *intake, none);
    EXPECT_FALSE(none.has_errors());
}

TEST_F(LedgerImports, AFileWithNothingToTakeInIsToldAndLeavesNothing) {
    LedgerWish wish;
    wish.months = *Period::parse("2026-11");
    EXPECT_TRUE(town.import(LedgerTown::months(2), wish).made.empty());
    EXPECT_EQ(codes(), "ledger_file_has_nothing ");
}

// What verify says after the store was changed behind the log's back.
std::string verified(store::Reader& store) {
    Problems problems;
    verify(store, "staden", problems);
    std::string text;
    for (const Problem& each : problems.list()) text += std::string(each.code) + " ";
    return text;
}

TEST_F(LedgerImports, VerifyReadsFactsAndVouchersOfEveryBatchThatTheLogEverNamed) {
    const LedgerPlan first = town.import(LedgerTown::months(3));
    town.import(LedgerTown::months(4, 50));
    Problems problems;
    const Verification whole = verify(town.store(), "staden", problems);
    EXPECT_EQ(told(problems), "");
    EXPECT_EQ(whole.ledger.batches, 2U);
    EXPECT_EQ(whole.ledger.vouchers, 7U);
    EXPECT_EQ(whole.ledger.rows, 14U);
    town.store().drop_blobs("staden", std::vector<std::string>{first.blobs[0].hash});   // of the one that has ended
    EXPECT_EQ(verified(town.store()), "ledger_facts_are_missing ");
    town.store().put_blobs("staden", first.blobs);
    EXPECT_EQ(verified(town.store()), "");
    town.store().drop_pages("staden", "bundle1");
    EXPECT_EQ(verified(town.store()), "ledger_pages_are_missing ");
}

TEST_F(LedgerImports, VerifyFindsAnythingThatIsChangedInAPage) {
    const LedgerPlan plan = town.import(LedgerTown::months(3));
    store::PageRow page;
    town.store().read_pages("staden", "bundle1", 0, store::PageParts::all, [&](const store::PageRow& row) {
        page = row;
        return true;
    });
    const std::string hash = log::unhex(plan.made[0].pages);
    auto with = [&](const store::PageRow& changed) {
        town.store().drop_pages("staden", "bundle1");
        town.store().put_pages("staden", "bundle1", {&changed, 1}, 1);
        town.store().finish_pages("staden", "bundle1", hash, 1);
        return verified(town.store());
    };
    EXPECT_EQ(with(page), "");
    for (std::string store::PageRow::* part : {&store::PageRow::summary, &store::PageRow::sealed, &store::PageRow::texts}) {
        for (std::size_t at = 0; at < (page.*part).size(); ++at) {
            store::PageRow changed = page;
            (changed.*part)[at] = static_cast<char>((changed.*part)[at] ^ 1);
            EXPECT_NE(with(changed), "") << at;
        }
    }
    store::PageRow emptied = page;
    const std::uint32_t which[] = {0};
    emptied.texts = *ledger::without_texts(page.texts, which);
    EXPECT_EQ(with(emptied), "ledger_text_is_missing ");
}

TEST_F(LedgerImports, ACopyHasTheVouchersToo) {
    town.import(LedgerTown::months(3));
    town.store().put_pages("staden", "unfinished", {}, 1);
    const auto copy = store::open("memory:ledger-copy", store::Access::create);
    const CopiedMunicipality copied = copy_municipality(town.store(), *copy, "staden", [](Version, Version) {});
    EXPECT_EQ(copied.pages, 1U);
    EXPECT_EQ(verified(*copy), "");
    EXPECT_EQ(copy->page_bundles("staden").size(), 1U);
    store::forget_memory("ledger-copy");
}

}  // namespace
}  // namespace styrkedja::app
