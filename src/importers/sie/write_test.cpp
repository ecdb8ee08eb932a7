// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/write.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "importers/sie/recorder_testing.h"

namespace styrkedja::sie::testing {
namespace {

// What is read, written straight on.
std::string written_again(std::string_view bytes, Problems& problems, const std::string& file = "ledger.se") {
    const Outcome first = reading(bytes, {}, SIZE_MAX, file);
    EXPECT_TRUE(first.facts);
    if (!first.facts) return {};
    std::string out;
    Writer writer([&](std::string_view part) { out += part; }, *first.facts, first.extras);
    TextSource source(bytes);
    Problems again;
    read_sie(file, source, {}, writer, again);
    writer.finish("again.se", problems);
    return out;
}

// The model, without the lines that things stand on.
std::string model(const Outcome& outcome) {
    std::string text = std::regex_replace(outcome.given, std::regex("VER [0-9]+ "), "VER ");
    // Balances in any order: a file may have #UB for accounts whose closing is #RES.
    const std::size_t from = std::min(text.find_first_of("aobx") == 0 ? 0 : text.size(), [&] {
        std::size_t at = text.find("\na ");
        for (const char* start : {"\no ", "\nb ", "\nx "}) at = std::min(at, text.find(start));
        return at == text.npos ? text.size() : at + 1;
    }());
    std::vector<std::string> balances;
    std::istringstream lines(text.substr(from));
    for (std::string line; std::getline(lines, line);) balances.push_back(line);
    std::sort(balances.begin(), balances.end());
    text.resize(from);
    for (const std::string& each : balances) text += each + "\n";
    for (const auto& each : outcome.facts->accounts) text += each.code + " " + each.name + " " + std::string(1, each.type == 0 ? '-' : each.type) + "\n";
    for (const auto& each : outcome.facts->objects) text += each.part + " " + each.code + " " + each.name + "\n";
    for (const auto& each : outcome.facts->years) text += std::to_string(each.index) + " " + each.first.str() + " " + each.last.str() + "\n";
    return text + outcome.facts->company + "|" + outcome.facts->program + "|" + outcome.facts->organisation_number + "|" + outcome.facts->chart;
}

const std::string file =
    "#FLAGGA 0\n#PROGRAM \"P\" 1.2\n#FORMAT PC8\n#GEN 20240201 KH\n#SIETYP 4\n#PROSA \"Sk\x94tsel \\\"x\\\"\"\n#FTYP X\n#FNR 910\n#ORGNR 212000-0001\n"
    "#BKOD 84111\n#ADRESS \"A\" \"B 1\" \"\" \"08\"\n#FNAMN \"Exempels kommun\"\n#RAR 0 20240101 20241231\n#RAR -1 20230101 20231231\n#TAXAR 2025\n"
    "#OMFATTN 20240131\n#KPTYP KOMMUNBAS\n#KONTO 1910 \"Kassa\"\n#KTYP 1910 T\n#KONTO 3000 \"Avgifter\"\n#ENHET 3000 st\n#SRU 1910 7281\n"
    "#DIM 20 \"Verksamhet\"\n#UNDERDIM 21 \"Del\" 20\n#OBJEKT 20 \"100\" \"V\x86rd\"\n#IB 0 1910 1.00\n#UB 0 1910 101.00\n#RES 0 3000 -100.00 2.5\n"
    "#PBUDGET 0 202401 3000 {20 \"100\"} -90.50\n#VER A 1 20240115 \"Text\" 20240116 KH\n{\n#TRANS 1910 {} 100\n"
    "#TRANS 3000 {20 \"100\" 1 \"7\"} -100.00 \"\" \"a\\\"b\" 2.125\n}\n#VER \"\" \"\" 20240117\n{\n}\n";

TEST(SieWriter, WhatWasReadIsTheSameWhenWrittenAndReadAgain) {
    Problems problems;
    const Outcome first = reading(file), second = reading(written_again(file, problems));
    ASSERT_TRUE(second.facts) << second.all();
    EXPECT_EQ(model(second), model(first));
    EXPECT_EQ(second.extras, first.extras);
    EXPECT_TRUE(second.facts->has_checksum);
    EXPECT_TRUE(problems.empty());
}

TEST(SieWriter, WritesItsOwnOutputToTheSameBytes) {
    Problems problems;
    const std::string once = written_again(file, problems);
    EXPECT_EQ(written_again(once, problems), once);
}

TEST(SieWriter, CodePage437AndNothingElse) {
    Problems problems;
    const std::string utf8 = "\xEF\xBB\xBF#FLAGGA 0\n#FNAMN \"Vård – ”A” €5 C:\\\\\"\n#RAR 0 20240101 20241231\n#VER A 1 20240115 \"åäö\"\n{\n}\n";
    const std::string out = written_again(utf8, problems);
    EXPECT_NE(out.find("V\x86rd - 'A' ?5"), std::string::npos) << out;
    EXPECT_NE(out.find("\"\x86\x84\x94\""), std::string::npos);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].code, "sie_character_is_replaced");
}

TEST(SieWriter, WhatSieCantSayIsCounted) {
    ledger::FileFacts facts;
    facts.years.push_back({0, Date::from_civil(2024, 1, 1), Date::from_civil(2024, 12, 31)});
    const Extras extras;
    ledger::Dictionary codes;
    ledger::Balance yearly{ledger::Figure::budget, 2024, 0, codes.accounts.number("3000"), 0, 100, 0, 0};
    ledger::Balance other = yearly;
    other.year = 2020;
    other.figure = ledger::Figure::opening;
    Writer writer([](std::string_view) {}, facts, extras);
    writer.balances(std::vector{yearly, other}, codes);
    Problems problems;
    writer.finish("f.se", problems);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems.list()[0].code, "sie_budget_has_no_month");
    EXPECT_EQ(problems.list()[1].code, "sie_year_is_not_in_file");
}

// Real files, where they are at hand: those of type 4 from many programs come back the same.
TEST(SieWriter, RealFilesComeBackTheSame) {
    const std::filesystem::path folder = std::string(PROJECT_DIR) + "/../shared/data/sie";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data beside the project";
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        Reading lenient;
        const Outcome first = reading(bytes, lenient, SIZE_MAX, entry.path().filename().string());
        if (!first.facts || first.facts->form != "SIE 4E") continue;
        Problems problems;
        const Outcome second = reading(written_again(bytes, problems, entry.path().filename().string()));
        ASSERT_TRUE(second.facts) << entry.path() << second.problems.list()[0].code;
        if (first.given.find("\xEF\xBF\xBD") != std::string::npos) continue;   // letters that another program lost
        const std::string one = model(first), other = model(second);
        const auto at = static_cast<std::size_t>(std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
        EXPECT_EQ(one.substr(std::min(at, one.size()), 80), other.substr(std::min(at, other.size()), 80)) << entry.path();
        EXPECT_EQ(second.extras, first.extras) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 10);
}

}  // namespace
}  // namespace styrkedja::sie::testing
