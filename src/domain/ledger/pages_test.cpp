// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/pages.h"

#include <gtest/gtest.h>

#include "domain/ledger/ledger_testing.h"

namespace styrkedja::ledger {
namespace {

std::vector<Page> packed(const Written& written, const RoleOfPart& role_of = {{"1", "responsibility"}}) {
    std::vector<Page> pages;
    Packer packer(role_of, [&](OpenPage&& page) { pages.push_back(seal(std::move(page), plain_sealing())); });
    for (const Voucher& each : written.vouchers) packer.add(each, std::span(written.rows).subspan(each.first, each.rows), written.codes);
    packer.finish();
    return pages;
}

Written some() {
    Written written;
    const auto unit = written.combination({{"1", "0100"}, {"7", "x"}});
    written.voucher("A", "17", "2026-01-15", "Hyra januari").row("6010", 120'00, unit, "Lokal 3").row("1930", -120'00);
    written.rows[0].quantity = -1500;
    written.rows[1].date = *Date::parse("2025-12-31");
    written.vouchers[0].signature = "ab";
    written.vouchers[0].registered = *Date::parse("2026-01-20");
    written.voucher("B", "0018", "2026-03-02", "Hyra januari").row("6010", 1, unit, "Lokal 3").row("1930", -1);
    written.voucher("A", "16", "2026-01-01").row("3000", INT64_MIN + 1).row("3000", INT64_MAX);
    return written;
}

TEST(Pages, VouchersAreTheSameWhenReadBack) {
    const Written written = some();
    const std::vector<Page> pages = packed(written);
    ASSERT_EQ(pages.size(), 1U);
    const auto page = read_sealed(pages[0].sealed);
    const auto texts = read_texts(pages[0].texts);
    ASSERT_TRUE(page && texts);
    ASSERT_EQ(page->vouchers.size(), 3U);
    ASSERT_EQ(page->rows.size(), 6U);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& read = page->vouchers[i];
        const Voucher& was = written.vouchers[i];
        EXPECT_EQ(page->series[read.series], was.series);
        EXPECT_EQ(read.number, was.number);
        EXPECT_EQ(read.date, was.date);
        EXPECT_EQ(read.registered, was.registered);
        EXPECT_EQ(read.first, was.first);
        EXPECT_EQ(read.rows, was.rows);
        EXPECT_EQ(read.text == ReadPage::no_text ? "" : (*texts)[read.text].text, was.text);
    }
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(page->accounts[page->rows[i].account], written.codes.accounts.text(written.rows[i].account));
        EXPECT_EQ(page->rows[i].ore, written.rows[i].ore);
        EXPECT_EQ(page->rows[i].quantity, written.rows[i].quantity);
    }
    EXPECT_EQ(page->dimensions, (std::vector<std::string_view>{"responsibility", "#7"}));
    EXPECT_EQ(page->code(page->rows[0].combination, 0), "0100");
    EXPECT_EQ(page->code(page->rows[0].combination, 1), "x");
    EXPECT_EQ(page->code(page->rows[1].combination, 0), "");
    EXPECT_EQ(page->rows[1].date, *Date::parse("2025-12-31"));
    EXPECT_EQ((*texts)[page->vouchers[0].signature].text, "ab");
    EXPECT_EQ(texts->size(), 3U);   // each text once
    EXPECT_EQ(page->digests.size(), 3U);
    EXPECT_EQ(page->digests[0], plain_sealing().digest("s", "Hyra januari"));
}

TEST(Pages, TheirSummarySaysWhatTheyMayHave) {
    const auto summary = read_summary(packed(some())[0].summary);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->vouchers, 3U);
    EXPECT_EQ(summary->rows, 6U);
    EXPECT_EQ(summary->first_month, 202512);
    EXPECT_EQ(summary->last_month, 202603);
    EXPECT_EQ(summary->accounts, (std::vector<std::string>{"1930", "3000", "6010"}));
    EXPECT_TRUE(summary->may_have("A", "17"));
    EXPECT_FALSE(summary->may_have("A", "18"));
    EXPECT_FALSE(summary->may_have("A", "x"));
    EXPECT_TRUE(summary->may_have("B", "0018"));
    EXPECT_FALSE(summary->may_have("C", "17"));
}

TEST(Pages, ATextCanBeEmptiedAndTheRestStays) {
    const Page page = packed(some())[0];
    const std::uint32_t which[] = {1};
    const auto left = without_texts(page.texts, which);
    ASSERT_TRUE(left);
    const auto texts = read_texts(*left);
    EXPECT_TRUE((*texts)[1].erased);
    EXPECT_EQ((*texts)[1].text, "");
    EXPECT_EQ((*texts)[0].text, "Hyra januari");
    EXPECT_EQ((*texts)[2].text, (*read_texts(page.texts))[2].text);
    EXPECT_EQ(without_texts(*left, which), left);
}

TEST(Pages, AVoucherIsNeverDividedAndAPageKnowsOnlyItsOwnCodes) {
    Written written;
    for (int i = 0; i < 5000; ++i) {
        written.voucher("A", std::to_string(i + 1), i < 2500 ? "2026-01-15" : "2026-02-15", "text " + std::to_string(i));
        written.row(i < 2500 ? "4010" : "4020", 1).row("1930", -2).row("1930", 1);
    }
    const std::vector<Page> pages = packed(written);
    ASSERT_EQ(pages.size(), 4U);
    std::size_t vouchers = 0;
    for (const Page& each : pages) vouchers += read_sealed(each.sealed)->vouchers.size();
    EXPECT_EQ(vouchers, 5000U);
    EXPECT_EQ(read_summary(pages[0].summary)->accounts, (std::vector<std::string>{"1930", "4010"}));
    EXPECT_EQ(read_summary(pages[3].summary)->accounts, (std::vector<std::string>{"1930", "4020"}));
    EXPECT_TRUE(read_summary(pages[0].summary)->may_have("A", "1"));
    EXPECT_FALSE(read_summary(pages[3].summary)->may_have("A", "1"));
}

TEST(Pages, HostileBytesGiveNone) {
    const Page page = packed(some())[0];
    for (std::size_t size = 0; size < page.sealed.size(); ++size) EXPECT_FALSE(read_sealed(page.sealed.substr(0, size)));
    for (std::size_t size = 0; size < page.summary.size(); ++size) EXPECT_FALSE(read_summary(page.summary.substr(0, size)));
    for (std::size_t size = 0; size < page.texts.size(); ++size) EXPECT_FALSE(read_texts(page.texts.substr(0, size)));
    for (const std::string* part : {&page.sealed, &page.summary, &page.texts}) {
        for (std::size_t at = 0; at < part->size(); ++at) {
            for (int value = 0; value < 256; value += 3) {
                std::string changed = *part;
                changed[at] = static_cast<char>(value);
                read_sealed(changed);
                read_summary(changed);
                read_texts(changed);
            }
        }
    }
}

}  // namespace
}  // namespace styrkedja::ledger
