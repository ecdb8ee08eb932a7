// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/economy_names.h"
#include "reports/fields.h"
#include "reports/formula.h"

// The rows of a table over figures: what the template lists, with `each` written out and `of` looked up.
namespace styrkedja::reports {

// How a row's cells come about.
enum class RowWay : std::uint8_t {
    empty,      // a heading, or a row that stands without figures
    facts,      // the economy facts that it selects
    indicator,  // the values of an indicator
    formula,    // of other rows
    sum,        // of the rows `of`
    rest,       // the facts it selects less the rows `of`
    rounding    // what the total that follows has, less its rows as printed
};

struct ListedRow {
    const RowSpec* spec = nullptr;
    std::string id, label;
    RowWay way = RowWay::empty;
    EconomyScope scope;
    const Unit* unit = nullptr;        // null = the document's
    const Account* account = nullptr;  // when it is about one account, as the three below
    const Service* service = nullptr;
    const Project* project = nullptr;
    const Indicator* indicator = nullptr;
    const Counterparty* counterparty = nullptr;
    std::optional<FormulaNode> formula;
    std::vector<std::size_t> of;  // indices of rows
    std::string moved;            // a unit that has moved: from or to where and when, a note at the label
    EconomyScope whole;           // a row made by `each`: what all the rows of that `each` are parts of

    bool is_sum() const { return spec->row == SpecRow::subtotal || spec->row == SpecRow::total; }
    // What the row is about, the most particular first: what its text columns look in.
    std::vector<Thing> things() const;
};

std::vector<ListedRow> list_rows(const Context& context, const TableSpec& spec, Problems& problems);

// with, without, only; another word is told by check_spec, and counts as with.
Internal internal_named(std::string_view word);

// "tables.drift.rows.netto.value"
std::string row_field(const TableSpec& spec, std::string_view row, std::string_view field);
std::string column_field(const TableSpec& spec, std::string_view column, std::string_view field);

}  // namespace styrkedja::reports
