// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/model/model.h"

// Document templates, as data: which sections in which order, which tables with which rows and columns.
// docs/pack-format.md says what each field does; reports/ builds the tables, compose/ the document.
namespace styrkedja {

struct Account;
struct Service;
struct Project;
struct Goal;
struct Indicator;

// What the rows of a table are.
enum class RowSource : std::uint8_t {
    figures,       // rows as listed, over economy facts
    indicators, activities, assignments, goals, measures, risks, controls, findings, grants, budget_changes,
    carry_overs, result_units, projects, volumes, units, forecasts
};
enum class SpecRow : std::uint8_t { item, group, subtotal, total, varav, rounding, rest };
enum class Sums : std::uint8_t { exact, printed };
enum class ShownSign : std::uint8_t { result, reversed };
enum class SpecAlign : std::uint8_t { automatic, left, right, decimal };

// A row, or the rows of one kind of thing ("each").
struct RowSpec {
    Id id;
    SpecRow row = SpecRow::item;
    std::string label;                 // empty = the name of the unit, account, service or project
    Ref<Unit> unit;                    // the facts of this unit and all below it
    std::vector<Ref<Account>> accounts;
    Ref<Service> service;
    Ref<Project> project;
    std::string counterparty;
    Ref<Indicator> indicator;          // the row is about this indicator rather than about money
    std::string breakdown;             // the part of it ("livsmedel=ägg")
    Period period;                     // the row's own period, in place of the document's ("2012")
    std::string each;                  // "units", "accounts", "services", "projects": one row for each below `unit`, ...
    Tags of;                           // totals: the rows summed; empty = all items since the last subtotal, or all
    Formula value;                     // over other rows of the table, instead of facts ("intakter + kostnader")
    Tags columns;                      // only these columns have cells; empty = all
    bool blank = false;                // the row's cells are empty (a heading, or figures that were never stated)
    std::string unit_shown;            // the row's own unit ("%", "", "kr"); empty = the column's
    int decimals = -1;                 // the row's own; -1 = the column's
    std::string sign;                  // "result" or "reversed": the row's own; empty = the column's
    int indent = 0;
    Tags notes;                        // footnotes at the label
    std::string internal;              // as TableSpec::internal; empty = the table's
};

struct ColumnSpec {
    Id id;
    std::string label;
    std::string group;                 // a heading over several columns
    Formula value;                     // "outcome(2012)", "resultat / kommunbidrag", or a field ("name", "target(2024)")
    std::string text;                  // a text with fields in braces ("{outcome(2012)} ({outcome(2011)})"), instead of value
    std::string unit;                  // "kr", "tkr", "mnkr", "%", "": empty = the table's
    int decimals = -1;                 // -1 = the table's
    ShownSign sign = ShownSign::result;
    bool plus = false;                 // a plus before what is above zero
    std::string nil;                   // what zero prints as ("–"); empty = 0
    std::string none;                  // what "no value" prints as ("–", "-"); empty = nothing
    std::string when;                  // a date or year: before it there is nothing to compare with
    SpecAlign align = SpecAlign::automatic;
    bool principal = false;
    bool with_unit = false;            // the unit stands in each cell ("15,0 %")
    std::string total;                 // "none": totals have no cell here; empty = as the formula gives
    int width = 0;
    Tags line;                         // a small line through the figures of these columns, in order of time
    Id line_target;                    // and across it the figure of this column
};

// Which things a table or block takes: field = one of the values ("level: [namndmal]", "tags: [personal]").
struct Condition {
    std::string field;
    Tags is;
    Tags is_not;
};

struct TableSpec {
    Id id;
    std::string caption;
    std::string stub;                  // heading of the label column
    RowSource source = RowSource::figures;
    std::vector<Condition> where;
    std::string sort;                  // a field; "-" before it = falling; empty = order
    std::string label;                 // things: the label's field or text; empty = "name"
    std::string group_by;              // things: a field whose values make group rows
    std::string unit;                  // "tkr"
    int decimals = 0;
    Sums sums = Sums::exact;
    std::string sign_rule;
    std::vector<RowSpec> rows;
    std::vector<ColumnSpec> columns;
    std::string mark;                  // a field whose mark stands before the label ("status", "met")
    std::string detail, detail_label;  // a field printed as second line under the row ("comment(analys)")
    bool total = false;                // things: a total row over the columns that are figures
    std::string total_label;
    std::string empty;                 // what is said when there are no rows; empty = no table then
    std::vector<Prose> notes;          // to the whole table
    bool numbered = false;             // "Tabell 3"
    bool stacks = false, wide = false;
    std::string internal;              // facts with internal counterparties: "without" = eliminated, "only"; empty = with them
    int limit = 0;                     // only the first so many rows of each list are printed; 0 = all. Totals are of all
};

// What a chart shows; docs/pack-format.md says what each draws of its table.
enum class ChartForm : std::uint8_t {
    trend, bars, variance, completion, shares, bridge, year_wheel, heat_map, forecast_record
};
// What a column's values are in the world: how they are drawn follows from it.
enum class ValueKind : std::uint8_t { outcome, base, target, budget, forecast, last_year, variance, sum, addition,
                                      reduction, status };

struct SeriesSpec {
    Id column;                         // of the chart's table; empty in shares = the mark before the row's label
    ValueKind as = ValueKind::outcome;
    std::string label;                 // empty = the column's; trends: the word for its kind
    std::string place;                 // trends and forecast records: where its values stand ("2012"); empty = the label
};

// A chart, drawn from the figures of a table of the template, so that figure and bar have the same sources.
struct ChartSpec {
    Id id;
    ChartForm chart = ChartForm::bars;
    Prose title;                       // the finding, with quoted figures
    std::string subject;               // what, unit, place and year, grey
    std::string unit;                  // of small multiples; empty = the table's
    Id of;                             // the table
    Tags rows;                         // only these rows, in this order; empty = all items
    Tags sums;                         // bridge: these rows are sums too, besides totals
    std::string sort;                  // a column; "-" before it = falling; empty = as in the table
    std::vector<SeriesSpec> series;
    bool guide = false;                // the occasion's guide value, the share of the year that has passed
    std::string guide_label;
    Ref<Level> goals_level;            // heat map without a table: the goals of this level
    std::vector<Ref<Unit>> units;      // and these units
    std::string source;                // "Källa: ..."
    bool numbered = false;             // "Diagram 2"
};

enum class BlockKind : std::uint8_t {
    section,      // heading + blocks
    text,         // `text`
    table,        // `table` by id
    contents,     // list of sections
    memo,         // the cover memo of `instance`
    goals,        // for each goal of `level` (under the goal in hand): a section with `blocks`
    goal_text,    // what is written about the goal in hand (`field`: a text field of its level, or "description")
    assessment,   // the assessment of the goal in hand
    things,       // for each assignment, measure ...: a section with `blocks` (source, where)
    thing_text,   // a field of the thing in hand ("description", "status", "comment(kommentar)")
    unit_texts,   // for each unit: heading and its comment in `field`
    statements,   // statements of `instance`
    appendices, risk_matrix, facts, list,
    scale_values, // the words of `scale` with their definitions
    chart         // `chart` by id
};

struct BlockSpec {
    BlockKind block = BlockKind::section;
    Id id;
    std::string heading;               // with fields of the thing in hand in braces: "{number} {name}"
    std::string number;
    int level = 0;                     // heading level; 0 = one below
    Prose text;
    Ref<Level> goals_level;            // goals
    std::vector<Ref<Goal>> only;       // goals: these, in this order
    bool anywhere = false;             // goals: all of the level, not only those under the goal in hand
    bool skip_empty = false;           // leave out what would have no content
    std::string field;                 // goal_text, thing_text, unit_texts
    std::string label;                 // small heading before a text ("Uppföljning: (KS)"); {by} = who
    bool level_name = false;           // goals: the level's name stands over the heading
    bool mark = false;                 // goals: the mark stands in the margin
    Id table, chart;
    Id instance;
    Ref<Unit> unit;                    // whose assessments, comments, facts; empty = the document's
    RowSource source = RowSource::figures;
    std::vector<Condition> where;
    Ref<Scale> likelihood, consequence;
    bool show_proposal = false, show_assessed = false, show_reasons = false;
    bool appendix = false;
    std::vector<std::string> points;   // list, facts: "label: text"
    std::vector<BlockSpec> blocks;
    Ref<Scale> scale;                  // scale_values
};

// A figure that texts of the document quote by name.
struct QuoteSpec {
    Id id;
    Formula value;                     // a formula, or empty when it is counted:
    Ref<Unit> unit;
    std::string unit_shown;
    int decimals = 0;
    RowSource count = RowSource::figures;
    std::vector<Condition> where;
    std::string sum;                   // with `count`: this field of the things added, instead of how many they are
};

struct Template {
    Id id;
    std::string name;                  // "Verksamhetsberättelse": the document kind
    std::vector<QuoteSpec> quotes;
    std::vector<TableSpec> tables;
    std::vector<ChartSpec> charts;
    std::vector<BlockSpec> blocks;
};

}  // namespace styrkedja
