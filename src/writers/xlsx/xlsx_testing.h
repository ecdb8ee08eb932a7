// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "base/problem.h"
#include "codec/tree.h"
#include "writers/sample_document.h"
#include "writers/xlsx/xlsx.h"

// For tests: a workbook's parts by path.
namespace styrkedja::xlsx_testing {

inline std::map<std::string, std::string> parts_of(const std::string& bytes) {
    Problems problems;
    std::map<std::string, std::string> parts;
    for (TreeFile& each : read_zip(bytes, "x.xlsx", problems)) parts[each.name] = each.bytes;
    return parts;
}

// One table of one column; each test changes what it is about.
inline document::Document one_table() {
    document::Document made;
    made.id = "prov";
    made.title = "Prov";
    document::Table table;
    table.id = "t";
    table.number = 1;
    table.caption = "Prov";
    document::Column column;
    column.id = "c";
    column.label = "Utfall";
    table.columns = {column};
    made.tables = {table};
    return made;
}

inline document::Row row(std::string label, document::Cell cell, document::RowKind kind = document::RowKind::item) {
    document::Row made;
    made.id = label.substr(0, 10);
    made.kind = kind;
    made.label = sample::words(std::move(label));
    made.cells = {std::move(cell)};
    return made;
}

}  // namespace styrkedja::xlsx_testing
