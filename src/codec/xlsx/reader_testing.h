// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "codec/tree.h"

// For tests: small workbooks, their parts written by hand.
namespace styrkedja::workbook_testing {

struct Made {
    std::vector<std::pair<std::string, std::string>> sheets = {};   // name, XML of its rows: "<row><c t=\"s\">..."
    std::vector<std::string> texts = {};                            // shared: XML of each <si>
    std::string looks = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>";   // 1: a date; 2: mmm-yy
    std::string after = "";                                         // XML after each sheet's rows
    std::string book = "";                                          // XML before the list of sheets
    std::string instead = "";                                       // the whole XML of each sheet
    std::string sheet_state = "";                                   // of the first: " state=\"hidden\""
};

inline std::string bytes_of(const Made& made) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string of_relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations = head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::vector<TreeFile> parts;
    parts.push_back({"_rels/.rels", relations + "<Relationship Id=\"r\" Type=\"" + of_relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
    std::string book = head + "<workbook " + main + " xmlns:r=\"" + of_relations + "\">" + made.book + "<sheets>", links = relations;
    for (std::size_t i = 0; i < made.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        book += "<sheet name=\"" + made.sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" + (i == 0 ? made.sheet_state : "") + "/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + of_relations + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.push_back({"xl/worksheets/sheet" + number + ".xml",
                         !made.instead.empty() ? made.instead : head + "<worksheet " + main + "><sheetData>" + made.sheets[i].second + "</sheetData>" + made.after + "</worksheet>"});
    }
    links += "<Relationship Id=\"s\" Type=\"" + of_relations + "/styles\" Target=\"/xl/styles.xml\"/>";
    links += "<Relationship Id=\"t\" Type=\"" + of_relations + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
    std::string texts = head + "<sst " + main + ">";
    for (const std::string& text : made.texts) texts += "<si>" + text + "</si>";
    parts.push_back({"xl/workbook.xml", book + "</sheets></workbook>"});
    parts.push_back({"xl/_rels/workbook.xml.rels", links});
    parts.push_back({"xl/sharedStrings.xml", texts + "</sst>"});
    parts.push_back({"xl/styles.xml", head + "<styleSheet " + main + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm\\-yy\"/></numFmts><cellXfs>" +
                                          made.looks + "</cellXfs></styleSheet>"});
    return write_zip(parts);
}

// A row of cells in short: "Konto|4010|#12,5|@45000|!#N/A": texts, # numbers as stored, @ dates, ! formula errors, ? formulas
// without value; an empty one is no cell.
inline std::string row(const std::string& cells, const std::string& attributes = "") {
    std::string out = "<row" + attributes + ">";
    for (std::size_t from = 0; from <= cells.size();) {
        const std::size_t end = std::min(cells.find('|', from), cells.size());
        const std::string text = cells.substr(from, end - from);
        if (text.empty()) out += "<c/>";
        else if (text[0] == '#') out += "<c><v>" + text.substr(1) + "</v></c>";
        else if (text[0] == '@') out += "<c s=\"1\"><v>" + text.substr(1) + "</v></c>";
        else if (text[0] == '!') out += "<c t=\"e\"><v>" + text.substr(1) + "</v></c>";
        else if (text[0] == '?') out += "<c><f>SUM(A1:A2)</f></c>";
        else out += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        from = end + 1;
    }
    return out + "</row>";
}

}  // namespace styrkedja::workbook_testing
