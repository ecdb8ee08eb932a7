// SPDX-License-Identifier: EUPL-1.2
// Files of some twenty programs, each as it was measured by hand (scan.csv). They lie beside the project, or not at all.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "importers/sie/fields.h"
#include "importers/sie/recorder_testing.h"

namespace styrkedja::sie::testing {
namespace {

const std::filesystem::path folder = std::string(PROJECT_DIR) + "/../shared/data/sie";

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A row of scan.csv by its headings; fields may stand in quotes.
using Measured = std::map<std::string, std::string>;
std::vector<std::string> cut(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ';' && !quoted) fields.emplace_back();
        else if (c != '\r') fields.back() += c;
    }
    return fields;
}

std::vector<Measured> measured() {
    std::istringstream lines(bytes_of(folder / "scan.csv"));
    std::string line;
    std::getline(lines, line);
    const std::vector<std::string> headings = cut(line);
    std::vector<Measured> rows;
    while (std::getline(lines, line)) {
        const std::vector<std::string> fields = cut(line);
        Measured& row = rows.emplace_back();
        for (std::size_t i = 0; i < headings.size(); ++i) row[headings[i]] = i < fields.size() ? fields[i] : "";
    }
    return rows;
}

std::uint64_t number(const Measured& row, const std::string& name) { return std::stoull("0" + row.at(name)); }

// Lines that begin so in the file.
std::size_t count_lines(const std::string& given, const std::string& start) {
    std::istringstream lines(given);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line);) count += line.starts_with(start) ? 1 : 0;
    return count;
}

ledger::Ore ore(const std::string& kronor) { return std::llround(std::stod(kronor) * 100); }

// All that scan.csv says of one file and the reader tells.
void expect_as_measured(const Measured& row, const Outcome& outcome) {
    const ledger::FileFacts& facts = *outcome.facts;
    EXPECT_EQ(facts.form.substr(4, 1), row.at("sietyp"));
    EXPECT_EQ(facts.encoding, row.at("enc") == "utf8" ? "UTF-8" : "PC8");
    EXPECT_EQ(facts.vouchers + facts.refused_vouchers, number(row, "ver"));
    EXPECT_EQ(outcome.count("sie_voucher_is_unbalanced"), number(row, "unbalanced"));
    EXPECT_EQ(outcome.count("sie_voucher_is_empty"), number(row, "emptyver"));
    EXPECT_EQ(outcome.count("sie_quote_is_not_closed"), number(row, "unclosedquote"));
    EXPECT_EQ(facts.rows, facts.refused_vouchers > 0 ? facts.rows : number(row, "trans"));
    EXPECT_EQ(facts.objects.size(), number(row, "objekt"));
    EXPECT_EQ(facts.has_checksum, row.at("ksumma") == "ok");
    if (number(row, "oub") == 0) {
        EXPECT_LE(count_lines(outcome.given, "x "), number(row, "ub") + number(row, "res"));   // less where an account has both
        EXPECT_GE(count_lines(outcome.given, "x "), number(row, "ub"));
        EXPECT_EQ(count_lines(outcome.given, "o "), number(row, "ib"));
    }
}

// Σ#IB and Σ#UB + Σ#RES of the present year; whether each account closes.
void expect_sums(const Measured& row, const std::string& bytes, const Outcome& outcome) {
    if (!row.at("sum_ib").empty() && !row.at("sum_ub_plus_res").empty() && outcome.has("sie_sums_differ")) {
        for (const Problem& each : outcome.problems.list()) {
            if (each.code != "sie_sums_differ") continue;
            EXPECT_EQ(ore(each.args[0].second), ore(row.at("sum_ib")));
            EXPECT_EQ(ore(each.args[1].second), ore(row.at("sum_ub_plus_res")));
        }
    } else if (!row.at("sum_ib").empty() && !row.at("sum_ub_plus_res").empty()) {
        EXPECT_EQ(ore(row.at("sum_ib")), ore(row.at("sum_ub_plus_res")));
    }
    // scan.csv counts accounts with #UB; the reader looks at #RES too, and leaves unbalanced vouchers out.
    if (number(row, "unbalanced") > 0 || outcome.facts->refused_vouchers > 0) return;
    std::set<std::string> closed;
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
        line += "\n" + std::string(64, '\0');
        const std::vector<Field> fields = cut_line(line.data(), false);
        if (fields.size() > 3 && fields[0].raw == "#UB" && fields[1].raw == "0") closed.emplace(fields[2].raw);
    }
    std::size_t differing = 0;
    for (const auto& each : outcome.facts->mismatches) differing += closed.contains(each.account) ? 1 : 0;
    const std::string& said = row.at("ub_eq_ib_plus_trans");
    EXPECT_EQ(differing, said.empty() || said == "ok" ? 0U : std::stoul(said)) << said;
}

TEST(SieRealFiles, EachReadsAsItWasMeasured) {
    if (!std::filesystem::exists(folder / "scan.csv")) GTEST_SKIP() << "no shared data beside the project";
    std::size_t count = 0;
    for (const Measured& row : measured()) {
        SCOPED_TRACE(row.at("file"));
        const std::string bytes = bytes_of(folder / row.at("file"));
        ASSERT_FALSE(bytes.empty());
        Reading how;
        how.unbalanced_is_error = false;
        const Outcome outcome = reading(bytes, how, SIZE_MAX, row.at("file"));
        ASSERT_TRUE(outcome.facts) << outcome.all();
        expect_as_measured(row, outcome);
        expect_sums(row, bytes, outcome);
        EXPECT_FALSE(outcome.problems.has_errors());
        how.block = 500;
        how.threads = 2;
        EXPECT_EQ(difference(reading(bytes, how, 77, row.at("file")), outcome), "");
        ++count;
    }
    EXPECT_EQ(count, 71U);
}

TEST(SieRealFiles, Sie5OfBothKinds) {
    if (!std::filesystem::exists(folder / "Alipsa_SIEParser/Sample.sie")) GTEST_SKIP() << "no shared data beside the project";
    const Outcome outcome = reading(bytes_of(folder / "Alipsa_SIEParser/Sample.sie"), {}, SIZE_MAX, "Sample.sie");
    ASSERT_TRUE(outcome.facts) << outcome.all();
    EXPECT_EQ(outcome.facts->form, "SIE 5");
    EXPECT_EQ(outcome.facts->vouchers, 91U);
    EXPECT_EQ(outcome.facts->rows, 343U);   // 353 and 10 struck
    EXPECT_TRUE(outcome.facts->mismatches.empty());
    EXPECT_TRUE(outcome.problems.empty()) << outcome.all();
    const Outcome entry = reading(bytes_of(folder / "Alipsa_SIEParser/SampleEntry.sie"), {}, SIZE_MAX, "SampleEntry.sie");
    ASSERT_TRUE(entry.facts);
    EXPECT_EQ(entry.facts->accounts.size(), 2U);
}

}  // namespace
}  // namespace styrkedja::sie::testing
