// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

// Charts from small tables in text, for tests. First line: kind and title; then "unit: tkr", "guide: 33.33 riktvärde",
// "panel: Sjukfrånvaro"; then a row of series ("| budget Budget | outcome Utfall") and one row for each place:
//   Brandkåren | 42.9 | - | Öka^ | 20!met Helt
// A number is shown in Swedish print ("+12465" with its plus); "-" is missing, "-text" missing with a reason, "word^"
// or "word_" a target in words upwards or downwards, "n!shape label" has a mark.
namespace styrkedja::charts {

document::Chart chart_of(std::string_view text);

// Every kind at its best and at its worst, by a name that does as the name of a file.
std::vector<std::pair<std::string, document::Chart>> sample_charts();
document::RiskMatrix sample_matrix();

}  // namespace styrkedja::charts
