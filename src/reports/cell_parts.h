// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "reports/context.h"
#include "reports/formula.h"

namespace styrkedja::reports {

// What one cell of a table over figures is made of, for who follows it down.
struct CellParts {
    Quantity value;                          // the result's sign, whatever sign the column prints with
    std::string how;                         // "Redovisat − Årsbudget"
    std::vector<PartOfFigure> parts;         // each sum of facts once, with how many times it counts; those that count
                                             // nothing (a − a) are left out
    std::vector<document::Source> sources;   // what isn't facts: lines, volumes, fields
    Exact total = Exact::none();             // weights × parts, in öre; none where the cell is no plain sum of them

    // The cell is its parts' sum, and nothing else. (A sum of rounded rows, as printed, may differ.)
    bool is_sum() const { return total.exists() && value.exists() && total == value.number; }
};

// By ids of the printed table, row and column. Nothing: there is no such cell, or it holds no figure. Sums of one thing
// (the same facts, version and period) are put together.
std::optional<CellParts> cell_parts(const Context& context, std::string_view table, std::string_view row,
                                    std::string_view column);

}  // namespace styrkedja::reports
