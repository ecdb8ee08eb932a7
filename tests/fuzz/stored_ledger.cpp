// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/columns.h"
#include "domain/ledger/ledger_testing.h"
#include "domain/ledger/pages.h"
#include "domain/ledger/to_columns.h"
#include "fuzz/fuzz.h"

// What lies beside the log of a ledger: bytes that somebody may have changed.
namespace styrkedja::fuzz {
namespace {

ledger::Written vouchers() {
    ledger::Written written;
    const auto school = written.combination({{"1", "0100"}, {"6", "P1"}}), road = written.combination({{"1", "0200"}});
    for (int i = 0; i < 12; ++i) {
        const std::string number = std::to_string(100 - i), date = "2026-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1) + "-15";
        written.voucher(i % 2 ? "A" : "B", i == 3 ? "X-7" : number, date, "text " + number);
        written.row("4010", 12'345 * (i + 1), i % 3 ? school : road, "row").row("1930", -12'345 * (i + 1));
    }
    return written;
}

ledger::Page page() {
    ledger::Page made;
    ledger::Packer packer({{"1", "responsibility"}}, [&](ledger::OpenPage&& open) { made = ledger::seal(std::move(open), ledger::plain_sealing()); });
    const ledger::Written written = vouchers();
    for (const ledger::Voucher& each : written.vouchers) packer.add(each, std::span(written.rows).subspan(each.first, each.rows), written.codes);
    packer.finish();
    return made;
}

std::string columns() {
    const ledger::Written written = vouchers();
    ledger::Gather booked, stated;
    booked.vouchers(written.vouchers, written.rows, written.codes);
    ledger::Share share;
    share.year = 2026;
    share.first_day = Date::from_civil(2026, 1, 1);
    share.last_day = Date::from_civil(2026, 12, 31);
    share.first_month = 202601;
    share.last_month = 202612;
    return ledger::to_bytes(ledger::to_columns(booked, stated, written.codes, {{"1", "responsibility"}, {"6", "project"}}, share)->columns);
}

// What can be read is written the same again.
std::string broken_columns(const std::string& input, Random&) {
    const auto read = ledger::from_bytes(input);
    return read && ledger::to_bytes(*read) != input ? "columns that were read are other bytes when written" : "";
}

std::string broken_page(const std::string& input, Random&) {
    ledger::read_summary(input);
    const auto page = ledger::read_sealed(input);
    if (!page) return "";
    for (const auto& voucher : page->vouchers) {
        if (std::size_t{voucher.first} + voucher.rows > page->rows.size()) return "a voucher's rows lie outside the page";
    }
    for (const auto& row : page->rows) {
        if (row.account >= page->accounts.size()) return "an account lies outside the page";
        for (std::size_t i = 0; i < page->dimensions.size(); ++i) page->code(row.combination, i);
    }
    return "";
}

std::string broken_texts(const std::string& input, Random&) {
    const auto texts = ledger::read_texts(input);
    const std::uint32_t which[] = {0, 2};
    const auto left = ledger::without_texts(input, which);
    if (texts.has_value() != left.has_value()) return "texts that can be read can't be emptied";
    if (!left) return "";
    const auto again = ledger::read_texts(*left);
    if (!again || again->size() != texts->size()) return "emptied texts can't be read";
    return !again->empty() && !again->front().erased ? "a text was not emptied" : "";
}

}  // namespace

std::vector<Reader> stored_ledger_readers() {
    const ledger::Page made = page();
    return {{"columns", {columns()}, broken_columns},
            {"page", {made.sealed, made.summary}, broken_page},
            {"page-texts", {made.texts}, broken_texts}};
}

}  // namespace styrkedja::fuzz
