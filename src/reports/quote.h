// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "document/document.h"
#include "reports/context.h"

namespace styrkedja::reports {

using ProblemArgs = std::vector<std::pair<std::string_view, std::string>>;

// A figure or word quoted in a text by reference (docs/pack-format.md, section 6): what stands between the
// braces, "ks.resultat(2012) | mnkr 1 | absolut". The figure's `shown` is what is printed, with its unit word
// where the text asks for one; its `target` is the cell that it quotes, where it quotes one. A quoted text (a
// name, a mark's word) is a figure without value.
//
// Nothing, with a problem, when a name in it does not exist or the way to print it cannot be understood. The
// problem has the place given and the args given (where in the text the braces are), and the column (from 1)
// inside the braces as the arg "column". `tables` are the document's tables: all of them, for texts that
// quote cells.
std::optional<document::Figure> quote(const Context& context, std::string_view what_and_how,
                                      const GoalInHand& goal, std::span<const document::Table> tables,
                                      const Place& place, Problems& problems, const ProblemArgs& args = {});

}  // namespace styrkedja::reports
