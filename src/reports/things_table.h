// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "reports/cells.h"

// A table whose rows are things: indicators, activities, grants, goals …
namespace styrkedja::reports {

std::optional<document::Table> things_table(const Context& context, const TableSpec& spec,
                                            const GoalInHand& goal, std::string id, Problems& problems);

}  // namespace styrkedja::reports
