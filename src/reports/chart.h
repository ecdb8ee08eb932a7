// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/problem.h"
#include "document/document.h"
#include "domain/model/template.h"
#include "reports/context.h"

namespace styrkedja::reports {

// A chart of the template, drawn from its table as that is printed: figures, words, marks and completions of the cells
// become values with the same sources. Rows are places (bars, variances, completion, bridge), panels (trend, forecast
// record), or rows of marks (heat map); shares count the rows of each mark. Title and sources' words are compose's.
// Columns and rows that don't exist are problems. A cell that shows no number has no value, and its words are kept.
document::Chart chart_of_table(const Context& context, const ChartSpec& spec, const document::Table& table,
                               Problems& problems);

// The ratings of a level's goals for units, as the document prints them; no mark where there is none.
document::Chart heat_map_of_goals(const Context& context, const ChartSpec& spec);

// What is done in which month of the document's year: the occasions by their meeting, or else the last day by which
// something is to be handed in; without any day the month in which their period ends.
document::Chart wheel_of_year(const Context& context, const ChartSpec& spec);

// The chart in words, for whom a picture says nothing: highest and lowest of each series.
std::string chart_in_words(const document::Chart& chart);
// Does it have any value at all?
bool shows_something(const document::Chart& chart);

// A row's or cell's words without marks.
std::string words_of(const document::Inlines& inlines);

}  // namespace styrkedja::reports
