// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx/reader_testing.h"
#include "fuzz/fuzz.h"
#include "fuzz/sheet_claims.h"
#include "support/packs.h"

namespace styrkedja::fuzz {
namespace {

std::vector<std::string> corpus(const std::string& name) {
    std::vector<std::string> seeds;
    for (TreeFile& file : testing::pack_in("tests/fuzz/corpus/" + name)) seeds.push_back(std::move(file.bytes));
    return seeds;
}

// What is packed would hide most changes from the reader: the parts are changed, and packed again. The input is a sheet's XML.
std::string broken_sheet_xml(const std::string& xml) {
    workbook_testing::Made made;
    made.sheets = {{"Blad1", ""}};
    made.texts = {"<t>Ansvar</t>", "<t>Konto</t>", "<t>Period</t>", "<t>Utfall</t>", "<t>0114</t>"};
    made.instead = xml;
    return broken_workbook(workbook_testing::bytes_of(made));
}

std::vector<std::string> sheets_as_xml() {
    using workbook_testing::row;
    const std::string begin = "<worksheet><sheetData>", end = "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>";
    return {begin + row("Ansvar|Konto|Period|Utfall") + row("0114|#4010|#202601|#1234.5600000000001") + row("#115|@45000|#1|!#N/A") + row("Summa|||?") + end,
            begin + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row><row r=\"9\" hidden=\"1\"><c r=\"A9\" s=\"2\"><v>45000</v></c></row>" + end,
            begin + row("Serie|Vernr|Datum|Konto|Debet|Kredit") + row("A|#1|@46037|#4010|#5|") + row("A|#1|@46037|#1930||#5") + end};
}

}  // namespace

std::vector<Reader> sheet_readers() {
    return {
        {"ledger csv", corpus("csv"), [](const std::string& input, Random&) { return broken_csv_ledger(input); }},
        {"ledger xlsx", corpus("xlsx"), [](const std::string& input, Random&) { return broken_workbook(input); }},
        {"ledger xlsx sheet", sheets_as_xml(), [](const std::string& input, Random&) { return broken_sheet_xml(input); }},
    };
}

}  // namespace styrkedja::fuzz
