// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/problem.h"
#include "domain/state/state.h"
#include "reports/context.h"

namespace styrkedja::reports {

// What is wrong in templates whatever the figures are: ids that stand twice, columns that a row names and the table
// lacks, numbers out of their bounds, rows that are part of nothing, conditions that nothing can meet:
//   template_id_is_repeated         of tables, charts, quotes, and of the columns of one table
//   row_column_does_not_exist       in a row's `columns`
//   template_number_is_out_of_bounds  `decimals` (0-12), `limit`
//   varav_row_is_part_of_nothing    no row of figures above it
//   condition_value_does_not_exist  a `where` that asks for what is no value of the field's scale, list or kind
void check_spec(const State& state, const ReportIndex& index, Problems& problems);

}  // namespace styrkedja::reports
