// SPDX-License-Identifier: EUPL-1.2
// What is taken in of a file has the sums of the file: for all files of some twenty programs, which lie beside the project, or not at all.
#include "cli/commands/ledger/stored_balance.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/ledger/import.h"
#include "cli/commands/ledger/as_read.h"
#include "cli/commands/ledger/balance_table.h"
#include "domain/state/state_testing.h"
#include "importers/sie/read.h"
#include "log/digest.h"

namespace styrkedja::cli {
namespace {

const std::filesystem::path folder = std::string(PROJECT_DIR) + "/../shared/data/sie";

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

State town() {
    return StateText()
        .rows("versions", "id;name;kind\n outcome;Utfall;outcome\n budget;Budget;budget")
        .rows("accounts", "id;name;kind;parent;code\n tillgangar;Tillgångar;asset;;1\n skulder;Skulder;liability;;2\n ovrigt;Övrigt;cost;;3 4 5 6 7 8 9")
        .rows("ledger-profiles", "id;ledger;outcome;budget;dimensions\n sie;huvudbok;outcome;budget;1=responsibility | 6=project")
        .state();
}

bool never() { return false; }

// A reading, whatever figure is asked for of it.
struct Sums {
    explicit Sums(const std::string& by) : keys(*keys_of(by)), gather(keys, never) {}
    BalanceTable table(BalanceFigure figure) const { return table_of(keys, figure, gather, facts); }
    std::vector<BalanceKey> keys;
    BalanceGather gather;
    ledger::FileFacts facts;
};

std::unique_ptr<Sums> from_file(const std::string& by, const std::string& bytes) {
    auto sums = std::make_unique<Sums>(by);
    Problems ignored;
    TextSource source(bytes);
    sums->facts = sie::read_sie("file", source, {}, sums->gather, ignored).value_or(ledger::FileFacts());
    return sums;
}

// The state with the file's batches, as an import makes it.
std::optional<LedgerYear> taken_in(const std::string& bytes, Problems& problems) {
    app::Known known;
    known.state = town();
    app::LedgerWish wish;
    wish.file = "file";
    wish.again = true;
    TextSource source(bytes);
    const LedgerProfile profile = *known.state.ledger_profiles.find("sie");
    const app::ReadLedger read = [](ByteSource& file, ledger::Sink& sink, Problems& of_file) { return sie::read_sie("file", file, {}, sink, of_file); };
    const auto intake = app::take_in(profile, wish, source, read, {}, problems);
    if (!intake || problems.has_errors()) return std::nullopt;
    auto after = std::make_shared<app::Known>(known);
    after->state = app::plan_ledger(known, profile, wish, *intake, problems).after;
    auto loaded = std::make_shared<ledger::LoadedColumns>();
    for (const app::TakenShare& each : intake->shares) {
        loaded->by_hash[log::hex(log::hash_of(ledger::to_bytes(each.columns)))] = std::make_shared<const ledger::Columns>(each.columns);
    }
    after->state.ledger = loaded;
    LedgerYear year;
    year.known = after;
    year.ledger = "huvudbok";
    year.year = intake->year;
    for (const LedgerBatch& each : after->state.ledger_batches) year.batches.emplace_back(&each, loaded->by_hash.at(each.content).get());
    return year;
}

std::unique_ptr<Sums> from_store(const std::string& by, const LedgerYear& year) {
    auto sums = std::make_unique<Sums>(by);
    const AsRead stored(year);
    stored.give(sums->gather);
    sums->facts = stored.facts();
    return sums;
}

// Sums that are nothing say nothing; of closings only those of balance accounts, for results are closed by the others.
std::string text_of(const BalanceTable& table) {
    std::string text;
    for (const BalanceRow& row : table.rows) {
        const bool is_balance = row.keys[0].starts_with('1') || row.keys[0].starts_with('2');
        if (row.ore == 0 || (table.figure == BalanceFigure::closing && !is_balance)) continue;
        for (const std::string& each : row.keys) text += each + " ";
        text += std::to_string(row.ore) + "\n";
    }
    return text;
}

// Where a file's closings are its openings and changes, the program says the same.
void expect_closings(const Sums& file, const Sums& stored) {
    const BalanceTable closing = file.table(BalanceFigure::closing);
    std::map<std::string, ledger::Ore> sums;
    for (const BalanceFigure figure : {BalanceFigure::opening, BalanceFigure::change}) {
        for (const BalanceRow& row : file.table(figure).rows) sums[row.keys[0]] += row.ore;
    }
    for (const BalanceRow& row : closing.rows) {
        if (sums[row.keys[0]] != row.ore) return;
    }
    if (!closing.rows.empty()) {
        EXPECT_EQ(text_of(stored.table(BalanceFigure::closing)), text_of(closing));
    }
}

void expect_same(const std::string& bytes, const LedgerYear& year) {
    for (const std::string by : {"account", "account,month,unit,project"}) {
        const auto file = from_file(by, bytes), stored = from_store(by, year);
        for (const BalanceFigure figure : {BalanceFigure::change, BalanceFigure::opening, BalanceFigure::budget}) {
            EXPECT_EQ(text_of(stored->table(figure)), text_of(file->table(figure))) << by << " " << static_cast<int>(figure);
        }
        if (by == "account") expect_closings(*file, *stored);
    }
}

TEST(StoredBalance, ARealFileHasTheSameSumsWhenItIsTakenIn) {
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data beside the project";
    std::size_t same = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string ending = file.path().extension().string();
        if (!file.is_regular_file() || ending == ".csv" || ending == ".md" || ending == ".txt") continue;
        SCOPED_TRACE(file.path().filename());
        const std::string bytes = bytes_of(file.path());
        Problems problems;
        const auto year = taken_in(bytes, problems);
        bool is_whole = true;
        std::string why;
        for (const Problem& each : problems.list()) {
            if (each.severity == Severity::error) why += " " + std::string(each.code);
            is_whole = is_whole && each.code != "ledger_rows_outside_months";   // two years in a file that names none
        }
        EXPECT_EQ(year.has_value(), why.empty());
        if (!year) std::printf("  not taken in: %s:%s\n", file.path().filename().c_str(), why.c_str());
        if (!year || !is_whole) continue;
        expect_same(bytes, *year);
        ++same;
    }
    EXPECT_GE(same, 60U);
}

// Type 1 has no more than the year's balances: the change of each account lies between them.
TEST(StoredBalance, AFileOfType1HasTheYearsChange) {
    const std::string bytes =
        "#FLAGGA 0\n#SIETYP 1\n#FORMAT PC8\n#RAR 0 20090701 20100630\n#RAR -1 20080701 20090630\n#KONTO 1930 Bank\n#KONTO 2440 Skulder\n"
        "#KONTO 4010 Varor\n#IB 0 1930 100.00\n#IB 0 2440 -100.00\n#UB 0 1930 40.00\n#UB -1 1930 100.00\n#RES 0 4010 60.00\n#UB 0 2440 -100.00\n"
        "#RES -1 4010 9.00\n";
    Problems problems;
    const auto year = taken_in(bytes, problems);
    ASSERT_TRUE(year);
    EXPECT_EQ(year->year, 2010);
    EXPECT_EQ(year->batches[0].first->months.str(), "2009-07..2010-06");
    EXPECT_EQ(text_of(from_store("account,month", *year)->table(BalanceFigure::change)), "1930  -6000\n4010  6000\n");
    EXPECT_EQ(text_of(from_store("account", *year)->table(BalanceFigure::closing)), "1930 4000\n2440 -10000\n");
    EXPECT_EQ(text_of(from_file("account", bytes)->table(BalanceFigure::change)), "1930 -6000\n4010 6000\n");
}

}  // namespace
}  // namespace styrkedja::cli
