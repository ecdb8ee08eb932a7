// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "importers/sie/line_bits.h"
#include "importers/sie/recorder_testing.h"

namespace styrkedja::sie::testing {
namespace {

using Parts = std::vector<std::string>;

std::string one_of(const Parts& parts, std::mt19937& random) { return parts[random() % parts.size()]; }

const std::string long_text = "\"" + std::string(70, 'x') + "\"";

// A row or a voucher's head of parts that are usual, strange or wrong.
std::string some_row(std::mt19937& random, const std::string& between) {
    static const Parts accounts = {"1910", "3000", "3000", "\"3000\"", "", "{", "19{10", "19\"10", "a\\b", "123456789012345678"};
    static const Parts lists = {"{}", "{1 \"100\"}", "{1 100}", "{ 1 \"100\" }", "{1 \"1}0\"}", "{1 \"1\\\"0\"}", "{1 \"100\" 6 \"P 7\"}", "{1", "", "{1}",
                                "{1 \"a{b\"}", "{1 \"" + std::string(60, 'y') + "\"}"};
    static const Parts amounts = {"100.00", "-100.00", "100.00", "-100.00", "-0.00", "0.01", "-12345678.90", "123456789.00", "100", "100.5", "1.005", ".50", "-.50",
                                  "1,50", "1.5a", "-", "--1.00", "1 000.00", "\"100.00\"", "00100.00", "99999999999999999999.00", "12a45.00", "", "1/0.00"};
    static const Parts days = {"", "20240116", "20240116", "\"\"", "\"20240117\"", "20240230", "2024011", "202401161", "20250101", "2024011a"};
    static const Parts texts = {"", "\"Rad\"", "\"\"", "Rad", "\"Rad \\\"x\\\" y\"", long_text, "\"utan slut", "\"a\" 2.5", "\"a\" 2.5 KH", "\"r\xE4ka\"", "\"a\"b", "\"a\tb\""};
    std::string row = "#TRANS";
    for (const Parts* each : {&accounts, &lists, &amounts, &days, &texts}) {
        const std::string part = random() % 12 == 0 ? one_of(*each, random) : (*each)[1];
        if (!part.empty()) row += (each == &accounts ? between : std::string(" ")) + part;
    }
    return row;
}

std::string some_head(std::mt19937& random, const std::string& between) {
    static const Parts series = {"", "A", "\"A\"", "\"\"", "\"A B\"", "\"A\\\"\"", "A{"}, days = {"", "20240115", "20240230", "20240131", "\"20240115\"", "2024"},
                       texts = {"", "\"Text\"", "Text", long_text, "\"Text \\\" x\"", "\"utan slut", "\"\""},
                       registered = {"", "20240201", "2024020", "20240201 KH", "20240201 \"KH\"", "\"\""};
    std::string line = "#VER";
    const Parts numbers = {"", "1", "\"2\"", "\"\"", "00012"};
    for (const Parts* each : {&series, &numbers, &days, &texts, &registered}) {
        const std::string part = random() % 12 == 0 ? one_of(*each, random) : (*each)[1];
        if (!part.empty()) line += (each == &series ? between : std::string(" ")) + part;
    }
    return line;
}

// Where `between` is a tab, nothing is read in the quick way.
std::string some_file(unsigned seed, const std::string& between) {
    std::mt19937 random(seed);
    std::string file = "#FLAGGA 0\n#KSUMMA\n#PROGRAM P 1\n#FORMAT PC8\n#GEN 20240201\n#SIETYP 4\n#FNAMN K\n#RAR 0 20240101 20241231\n";
    const std::string end = seed % 3 == 0 ? "\r\n" : seed % 3 == 1 ? "\r" : "\n";
    for (int voucher = 0; voucher < 12; ++voucher) {
        file += some_head(random, between) + (random() % 8 == 0 ? " " : "") + end + "{" + end;
        for (auto rows = 1 + random() % 2; rows > 0; --rows) {
            file += some_row(random, between) + (random() % 8 == 0 ? " " : "") + end;
            const std::string twin = "#TRANS" + between + "3000 {} 100.00 20240116 \"Rad\"" + end;
            if (random() % 8 != 0) file += random() % 4 == 0 ? "#R" + twin.substr(1) + twin : twin;
        }
        if (random() % 16 != 0) file += "}" + end;
    }
    return file + "#KSUMMA 1" + end;   // so that the sum that was found is told
}

std::string without_tabs(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

// What is read in the quick way is what the whole grammar gives: vouchers, rows, sums, problems and the checksum.
TEST(SiePlainRows, AreReadAsTheWholeGrammarReadsThem) {
    std::size_t booked = 0;
    for (unsigned seed = 0; seed < 500; ++seed) {
        for (const bool summed : {true, false}) {
            std::string quick = some_file(seed, " "), whole = some_file(seed, "\t");
            if (!summed) {
                for (std::string* each : {&quick, &whole}) each->erase(each->rfind("#KSUMMA")), each->erase(10, 8);
            }
            const Outcome one = reading(quick), other = reading(whole);
            ASSERT_EQ(without_tabs(one.all()), without_tabs(other.all())) << quick;
            if (!summed && one.facts) booked += one.facts->vouchers;
        }
    }
    EXPECT_GT(booked, 500U);
}

// Bytes that no file has: nothing is a day because its bytes are noughts.
TEST(SiePlainRows, NoughtsAreNoDay) {
    const std::string noughts(8, '\0');
    const std::string file = "#FLAGGA 0\n#SIETYP 4\n" + std::string("#VER A 1 ") + noughts + " \"T\"\n{\n#TRANS 1910 {} 0.00\n}\n";
    std::string padded = "#FLAGGA 0\n#FNAMN \"" + std::string(70'000, 'x') + "\"\n" + file;   // behind what tells whether it is text
    EXPECT_TRUE(reading(padded).has("sie_voucher_has_no_date")) << reading(padded).all();
}

TEST(SiePlainRows, AmountsAreReadWholeOrNotAtAll) {
    const auto read = [](std::string text) {
        const std::size_t size = text.size();
        text = "TRANS 1 {} " + text;
        std::int64_t ore = 0;
        return read_common_ore(text.data() + text.size() - size, static_cast<unsigned>(size), ore) ? std::to_string(ore) : "-";
    };
    EXPECT_EQ(read("0.00"), "0");
    EXPECT_EQ(read("-12345678.91"), "-1234567891");
    EXPECT_EQ(read("99999999.99"), "9999999999");
    EXPECT_EQ(read("-0.01"), "-1");
    for (const std::string wrong : {"", "1", "-1", ".00", "-.00", "1.0", "123456789.00", "1:.00", "1.:0", "1.0:", "/1.00", "--1.00", "1-1.00", "1 1.00", "\xFF" "1.00"}) EXPECT_EQ(read(wrong), "-") << wrong;
}

}  // namespace
}  // namespace styrkedja::sie::testing
