// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/problem.h"
#include "document/document.h"
#include "domain/model/template.h"
#include "reports/context.h"

namespace styrkedja::reports {

// The printed table's id: the template's; of tables of things, in a goal's section, followed by the goal's
// id, and by the place's where the goal has several parents.
std::string table_id(const TableSpec& spec, const GoalInHand& goal);

// A table of the template (docs/pack-format.md, section 7), filled. Nothing where it has no rows and no text
// for that. Figures: `value` is exact, in the cell's unit and printed sign; `shown` is what stands there. All
// values in formulas have the result's sign whatever sign their columns print with.
//
// In a decided document a cell with an entry in `published` prints that figure, keeps the computed one, and
// the table gets a note. Sums never use published figures. The table has number 0: who places it numbers it.
std::optional<document::Table> build_table(const Context& context, const TableSpec& spec,
                                           const GoalInHand& goal, Problems& problems);

// When all tables of the document have been built: each published figure whose table, row or column isn't
// there is a problem (published_cell_does_not_exist).
void check_published(const Context& context, std::span<const document::Table> tables, Problems& problems);

// What can be said of templates and named figures without building anything: formulas that cannot be read,
// names in them that do not exist, named figures that are defined by themselves; and what check_spec.h tells.
void check_formulas(const State& state, const ReportIndex& index, Problems& problems);

}  // namespace styrkedja::reports
