// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/read.h"

#include <gtest/gtest.h>

#include "importers/sie/recorder_testing.h"

namespace styrkedja::sie::testing {
namespace {

const std::string head = "#FLAGGA 0\n#PROGRAM \"P\" 1\n#FORMAT PC8\n#GEN 20240201 KH\n#SIETYP 4\n#FNAMN \"Kommunen\"\n#RAR 0 20240101 20241231\n"
                         "#KONTO 1910 Kassa\n#KONTO 3000 \"Avgifter\"\n#UB 0 1910 100.00\n#RES 0 3000 -100.00\n";

std::string voucher(const std::string& rows, const std::string& line = "#VER A 1 20240115 \"Text\"") {
    return line + "\n{\n" + rows + "}\n";
}
const std::string good = voucher("#TRANS 1910 {} 100.00\n#TRANS 3000 {1 \"100\"} -100.00 20240116 \"Rad\" 2.5\n");

Outcome of(const std::string& body) { return reading(head + body); }

TEST(Sie, AVoucherIsGivenWithItsRows) {
    const Outcome outcome = of(good);
    ASSERT_TRUE(outcome.facts);
    EXPECT_EQ(outcome.given.substr(0, outcome.given.find("x ")),
              "VER 12 [A|1|Text|] 2024-01-15 -\n  1910 { } 10000\n  3000 { 1=100 } -10000 qty 2500 2024-01-16 [Rad]\n");
    EXPECT_TRUE(outcome.problems.empty()) << outcome.all();
    EXPECT_EQ(outcome.facts->form, "SIE 4E");
    EXPECT_EQ(outcome.facts->debit, 10000);
    EXPECT_EQ(outcome.facts->credit, -10000);
    EXPECT_TRUE(outcome.facts->mismatches.empty());
}

// Each kind of voucher that isn't whole: told with its line, and nothing of it is booked; the next one is.
TEST(Sie, WhatIsNotWholeIsToldAndNotBooked) {
    const std::pair<std::string, std::string> broken[] = {
        {"sie_voucher_is_unbalanced", voucher("#TRANS 1910 {} 100.00\n#TRANS 3000 {} -99.99\n")},
        {"sie_voucher_is_not_closed", "#VER A 1 20240115\n{\n#TRANS 1910 {} 1\n#TRANS 1910 {} -1\n"},
        {"sie_voucher_has_no_date", voucher("#TRANS 1910 {} 0\n", "#VER A 1 20230229 \"\"")},
        {"sie_voucher_has_no_date", voucher("#TRANS 1910 {} 0\n", "#VER A 1")},
        {"sie_voucher_has_no_date", voucher("#TRANS 1910 {} 0\n", "#VER A 1 2024-01-15")},
        {"sie_voucher_is_outside_years", voucher("#TRANS 1910 {} 0\n", "#VER A 1 20250101")},
        {"sie_row_has_no_account", voucher("#TRANS {} 1.00\n")},
        {"sie_row_has_no_account", voucher("#TRANS \"\" {} 1.00\n")},
        {"sie_row_is_not_whole", voucher("#TRANS 1910\n")},
        {"sie_row_is_not_whole", voucher("#TRANS 1910 {}\n")},
        {"sie_row_is_not_whole", voucher("#TRANS 1910 100.00\n")},
        {"sie_date_is_wrong", voucher("#TRANS 1910 {} 0 20240230\n")},
        {"sie_date_is_wrong", voucher("#TRANS 1910 {} 1 000.00\n#TRANS 1910 {} -1\n")},   // 1 000.00
        {"sie_amount_is_not_a_number", voucher("#TRANS 1910 {} 1,50\n")},
        {"sie_amount_is_not_a_number", voucher("#TRANS 1910 {} +1\n")},
        {"sie_amount_has_too_many_decimals", voucher("#TRANS 1910 {} 1.005\n")},
        {"sie_amount_is_too_large", voucher("#TRANS 1910 {} 99999999999999999999\n")},
        {"sie_object_list_is_wrong", voucher("#TRANS 1910 {1} 0\n")},
    };
    for (const auto& [code, body] : broken) {
        const Outcome outcome = of(body + good);
        ASSERT_TRUE(outcome.facts) << body;
        EXPECT_EQ(outcome.count(code), 1U) << body << outcome.all();
        EXPECT_EQ(outcome.facts->vouchers, 1U) << body;
        EXPECT_EQ(outcome.facts->refused_vouchers, 1U) << body;
        EXPECT_EQ(outcome.given, [&] {
            std::string given = of(good).given;
            const std::string line = std::to_string(12 + std::count(body.begin(), body.end(), '\n'));
            return given.replace(given.find("12"), 2, line);
        }()) << body;
        EXPECT_TRUE(outcome.problems.has_errors());
        Reading lenient;
        lenient.unbalanced_is_error = false;
        EXPECT_FALSE(reading(head + body + good, lenient).problems.has_errors()) << body;
    }
}

TEST(Sie, ARefusedFileSaysWhy) {
    const std::string summed = "#FLAGGA 0\n#KSUMMA\n#FORMAT PC8\n";
    const std::pair<std::string, std::string> broken[] = {
        {"sie_file_is_empty", ""},
        {"sie_file_is_empty", " \r\n\r\n"},
        {"sie_file_is_a_web_page", "<!DOCTYPE html><html><body>404 Not Found</body></html>"},
        {"file_is_not_sie", "404: Not Found"},
        {"file_is_not_sie", "konto;belopp\n1910;100\n"},
        {"sie_type_is_unknown", "#FLAGGA 0\n#SIETYP 5\n"},
        {"sie_file_is_cut", head + "#VER A 1 20240115\n{\n#TRANS 1910 {} 10"},
        {"sie_checksum_has_no_end", summed},
        {"sie_checksum_is_wrong", summed + "#KSUMMA 1\n"},
        {"sie_sum_is_too_large", head + voucher("#TRANS 1910 {} 9999999999999999\n#TRANS 3000 {} -9999999999999999\n") +
                                     [] {
                                         std::string many;
                                         for (int i = 0; i < 10; ++i) many += voucher("#TRANS 1910 {} 9999999999999999\n#TRANS 3000 {} -9999999999999999\n");
                                         return many;
                                     }()},
    };
    for (const auto& [code, bytes] : broken) {
        const Outcome outcome = reading(bytes);
        EXPECT_FALSE(outcome.facts) << code;
        EXPECT_EQ(outcome.problems.size(), 1U) << code << outcome.all();
        EXPECT_TRUE(outcome.has(code)) << code << outcome.all();
    }
}

TEST(Sie, TheChecksumIsTakenOverTheBytes) {
    const std::string body = "#FLAGGA 0\n#KSUMMA\n#FNAMN \"A \\\"B\\\" C\"\n#VER A 1 20240115\n{\n\t#TRANS 1910 {1 \"2\" } 0\n}\n";
    // CRC-32 of #FNAMNA "B" C#VERA120240115#TRANS1910120 (Python's zlib.crc32).
    const Outcome right = reading(body + "#KSUMMA 3075577819\n");
    ASSERT_TRUE(right.facts) << right.all();
    EXPECT_TRUE(right.facts->has_checksum);
    EXPECT_FALSE(reading(body + "#KSUMMA 3075577820\n").facts);
}

TEST(Sie, AddedAndStruckRowsAreHistory) {
    const std::string rows = "#TRANS 1910 {} 50\n#RTRANS 1910 {} 50 20240202 \"x\"\n#TRANS 1910 {} 50\n#BTRANS 1910 {} 7\n#TRANS 3000 {} -100\n";
    const Outcome outcome = of(voucher(rows));
    ASSERT_TRUE(outcome.facts);
    EXPECT_EQ(outcome.facts->rows, 3U);
    EXPECT_FALSE(outcome.has("sie_added_row_has_no_twin"));
    EXPECT_TRUE(of(voucher("#RTRANS 1910 {} 50\n#TRANS 1910 {} 100\n#TRANS 3000 {} -100\n")).has("sie_added_row_has_no_twin"));
}

TEST(Sie, TextsInTheirThreeEncodings) {
    auto with = [&](const std::string& word) { return of(voucher("#TRANS 1910 {} 0.00 \"\" \"" + word + "\"\n")); };
    for (const std::string word : {"R\x84ksm\x94rg\x86s", "R\xC3\xA4ksm\xC3\xB6rg\xC3\xA5s", "R\xE4ksm\xF6rg\xE5s"}) {
        EXPECT_NE(with(word).given.find("[Räksmörgås]"), std::string::npos) << word;
    }
    EXPECT_NE(with("C:\\A \\\"B\\\"").given.find("[C:\\A \"B\"]"), std::string::npos);
    EXPECT_EQ(reading("\xEF\xBB\xBF" + head + good).facts->encoding, "UTF-8");
}

TEST(Sie, FormsThatRealFilesHave) {
    EXPECT_TRUE(of("  #ver\tA\t1\t20240115\r\n{\r\n\t#trans\t1910{}\t100.00  \r\n   #TRANS 3000 {\"1\" 100\t6 \"P 7\"} -100.00 \r\n}\r\n").problems.size() == 0);
    EXPECT_TRUE(of("#MOMSKOD 1 2\n" + good).problems.empty());
    const Outcome cut = of(voucher("#TRANS 1910 {} 100 \"\" \"cut off\n#TRANS 3000 {} -100\n"));
    EXPECT_EQ(cut.count("sie_quote_is_not_closed"), 1U);
    EXPECT_EQ(cut.facts->vouchers, 1U);
    EXPECT_TRUE(of(voucher("")).has("sie_voucher_is_empty"));
    EXPECT_TRUE(of("#TRANS 1910 {} 5\n").has("sie_row_outside_voucher"));
    std::string old = head + good;   // line ends of old computers
    std::replace(old.begin(), old.end(), '\n', '\r');
    EXPECT_EQ(reading(old).all(), reading(head + good).all());
}

// #PSALDO stands for the account as a whole and again for its objects: together they are the account, once.
TEST(Sie, BalancesOfObjectsAreNotAddedToTheAccounts) {
    const std::string body = "#FLAGGA 0\n#SIETYP 3\n#RAR 0 20240101 20241231\n"
                             "#PSALDO 0 202401 3000 {} -100\n#PSALDO 0 202401 3000 {1 \"10\"} -60\n#PSALDO 0 202401 3000 {6 \"P\"} -80\n"
                             "#PSALDO 0 202401 4000 {} 7\n#PSALDO 0 202401 4000 {1 \"10\"} 7\n#RES 0 3000 -100\n";
    const Outcome outcome = reading(body);
    EXPECT_EQ(outcome.given, "a 2024 202401 3000 { } -4000 0\na 2024 202401 3000 { 1=10 } -6000 0\na 2024 202401 4000 { 1=10 } 700 0\n"
                             "x 2024 0 3000 { } -10000 0\n");
    EXPECT_TRUE(outcome.has("sie_balances_overlap"));
}

TEST(Sie, VouchersTakeThePlaceOfTheYearsBalances) {
    const Outcome outcome = of("#PSALDO 0 202401 3000 {} -100\n#PSALDO -1 202301 3000 {} -5\n#PBUDGET 0 202402 3000 {} -9\n" + good);
    EXPECT_NE(outcome.given.find("a 2023 202301 3000 { } -500"), std::string::npos);
    EXPECT_NE(outcome.given.find("b 2024 202402 3000 { } -900"), std::string::npos);
    EXPECT_EQ(outcome.given.find("a 2024"), std::string::npos);
    EXPECT_TRUE(of("#PSALDO 0 202413 3000 {} 1\n").has("sie_period_is_wrong"));
    EXPECT_TRUE(of("#PSALDO 0 202301 3000 {} 1\n").has("sie_period_is_outside_year"));
}

TEST(Sie, ClosingIsOpeningAndWhatWasBooked) {
    const Outcome outcome = of("#IB 0 1910 1.00\n" + good);
    ASSERT_EQ(outcome.facts->mismatches.size(), 1U);
    EXPECT_EQ(outcome.facts->mismatches[0].account, "1910");
    EXPECT_TRUE(outcome.has("sie_sums_differ"));
}

TEST(Sie, ThousandsOfAKindAreToldByTwenty) {
    std::string many;
    for (int i = 0; i < 5000; ++i) many += voucher("#TRANS 1910 {} 1\n");
    const Outcome outcome = of(many);
    EXPECT_EQ(outcome.count("sie_voucher_is_unbalanced"), 20U);
    EXPECT_EQ(outcome.count("sie_more_of_the_same"), 1U);
    EXPECT_EQ(outcome.facts->refused_vouchers, 5000U);
}

// A file with some of everything.
std::string mixed_file() {
    std::string bytes = head + "#DIM 20 \"Verksamhet\"\n#OBJEKT 20 \"100\" \"Sk\x94tsel\"\n";
    for (int i = 0; i < 60; ++i) {
        bytes += i % 7 == 0 ? voucher("#TRANS 1910 {} 1\n") : i % 11 == 0 ? "#VER B 2 20240202\n{\n#TRANS 1910 {1 2} 3\n" : good;
        if (i % 13 == 0) bytes += "#PSALDO -1 202301 3000 {20 \"100\"} -5 1.5\r\n}\n \n#OKÄND { \"}\"\n";
        if (i % 17 == 0) bytes += "\"skräp\n#TRANS 1 {} 2\n#BTRANS\n{\n";
    }
    return bytes + "#KONTO 4000 Sist";
}

TEST(Sie, BlocksAndThreadsChangeNothing) {
    const std::string bytes = mixed_file();
    const Outcome whole = reading(bytes);
    for (std::size_t block : {1U, 7U, 50U, 64U, 333U, 4096U}) {
        for (unsigned threads : {1U, 2U, 3U}) {
            Reading how;
            how.block = block;
            how.threads = threads;
            EXPECT_EQ(difference(reading(bytes, how, block % 13 + 1), whole), "") << block << " " << threads;
        }
    }
    const std::string other = [&] { std::string lines = bytes; for (std::size_t at = 0; (at = lines.find('\n', at)) != lines.npos; at += 2) lines.replace(at, 1, "\r\n"); return lines; }();
    Reading small;
    small.block = 31;
    EXPECT_EQ(difference(reading(other, small), reading(other)), "");
}

TEST(Sie, CutAnywhereNothingIsHalfBooked) {
    const std::string bytes = head + good + voucher("#TRANS 1910 {} 5.00\n#TRANS 3000 {} -5.00\n") + "#KONTO 4000 Sist\n";
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Outcome outcome = reading(std::string_view(bytes).substr(0, size));
        EXPECT_TRUE(outcome.is_whole) << size;
        EXPECT_EQ(outcome.facts ? outcome.facts->debit + outcome.facts->credit : 0, 0) << size;
        EXPECT_TRUE(outcome.facts || outcome.problems.has_errors()) << size;
    }
}

TEST(Sie, WhoHasHadEnoughIsGivenNoMore) {
    class Impatient : public ledger::Sink {
      public:
        void vouchers(std::span<const ledger::Voucher>, std::span<const ledger::Row>, const ledger::Dictionary&) override { ++calls; }
        void balances(std::span<const ledger::Balance>, const ledger::Dictionary&) override {}
        bool stop() const override { return calls > 2; }
        int calls = 0;
    };
    const std::string bytes = mixed_file();
    for (unsigned threads : {1U, 2U}) {
        Impatient sink;
        Problems problems;
        TextSource source(bytes);
        Reading how;
        how.block = 300;
        how.threads = threads;
        EXPECT_FALSE(read_sie("f.se", source, how, sink, problems));
        EXPECT_EQ(sink.calls, 3);
    }
}

}  // namespace
}  // namespace styrkedja::sie::testing
