// SPDX-License-Identifier: EUPL-1.2
#include "domain/model/description.h"

namespace styrkedja {

template <>
const StructInfo& description<RowSpec>() {
    static const StructInfo info{106, "row", "rad", "A row of a table over figures, or the rows of one kind of thing.", {
        field<&RowSpec::id>(1, "id", "id", "Id of the row within the table; stable between versions."),
        field<&RowSpec::row>(2, "row", "radtyp", "item, group (a heading), subtotal, total, varav (part of the row above, never added), rounding, rest (\"Ej särredovisat\": what the total has and the rows lack)."),
        field<&RowSpec::label>(3, "label", "etikett", "Label; empty = the name of the unit, account, service or project."),
        field<&RowSpec::unit>(4, "unit", "enhet", "Facts of this unit and everything below it; empty = the document's unit."),
        field<&RowSpec::accounts>(5, "accounts", "konton", "Facts on these accounts and everything below them."),
        field<&RowSpec::service>(6, "service", "verksamhet", "Facts of this service and everything below it."),
        field<&RowSpec::project>(7, "project", "projekt", "Facts of this project."),
        field<&RowSpec::counterparty>(8, "counterparty", "motpart", "Facts with this counterparty."),
        field<&RowSpec::indicator>(19, "indicator", "indikator", "The row is about this indicator rather than about money."),
        field<&RowSpec::breakdown>(20, "breakdown", "uppdelning", "The part of the indicator (\"livsmedel=ägg\")."),
        field<&RowSpec::period>(21, "period", "period", "The row's own period, in place of the document's."),
        field<&RowSpec::each>(9, "each", "varje", "units, accounts, services or projects: one row for each below the one named."),
        field<&RowSpec::of>(10, "of", "av", "Totals: the rows summed; empty = all item rows since the last subtotal (subtotal), all item rows (total)."),
        field<&RowSpec::value>(11, "value", "värde", "A formula over other rows' ids, instead of facts."),
        field<&RowSpec::columns>(12, "columns", "kolumner", "Only these columns have cells; empty = all."),
        field<&RowSpec::blank>(13, "blank", "tom", "The row stands without figures."),
        field<&RowSpec::unit_shown>(14, "unit-shown", "visad enhet", "The row's own unit (kr, tkr, mnkr, %, number); empty = the column's."),
        field<&RowSpec::decimals>(15, "decimals", "decimaler", "The row's own number of decimals; -1 or empty = the column's."),
        field<&RowSpec::sign>(16, "sign", "tecken", "result or reversed: the row's own; empty = the column's."),
        field<&RowSpec::indent>(17, "indent", "indrag", "Steps of indentation."),
        field<&RowSpec::notes>(18, "notes", "noter", "Footnotes at the label."),
        field<&RowSpec::internal>(22, "internal", "internt", "Facts with internal counterparties: with, without (eliminated) or only; empty = the table's."),
    }};
    return info;
}

template <>
const StructInfo& description<ColumnSpec>() {
    static const StructInfo info{107, "column", "kolumn", "A column of a table.", {
        required<&ColumnSpec::id>(1, "id", "id", "Id of the column within the table; formulas name it."),
        required<&ColumnSpec::label>(2, "label", "etikett", "Heading, as printed."),
        field<&ColumnSpec::group>(3, "group", "grupp", "A heading over several columns."),
        field<&ColumnSpec::value>(4, "value", "värde", "What stands in it: a formula over facts or other columns, or a field of the thing."),
        field<&ColumnSpec::text>(5, "text", "text", "Several fields in one cell: \"{outcome(2012)} ({outcome(2011)})\"."),
        field<&ColumnSpec::unit>(6, "unit", "enhet", "kr, tkr, mnkr, %, number, or other text; empty = the table's."),
        field<&ColumnSpec::decimals>(7, "decimals", "decimaler", "Number of decimals; -1 or empty = the table's."),
        field<&ColumnSpec::sign>(8, "sign", "tecken", "result (cost is minus) or reversed (cost is plus)."),
        field<&ColumnSpec::plus>(9, "plus", "plustecken", "A plus before what is above zero."),
        field<&ColumnSpec::nil>(10, "nil", "noll", "What zero is printed as; empty = 0."),
        field<&ColumnSpec::none>(11, "none", "saknas", "What no value is printed as; {missing} = the reason, in words; empty = an empty cell."),
        field<&ColumnSpec::when>(12, "when", "jämförbar från", "Units that did not exist at that date have nothing to compare with: `none` is printed."),
        field<&ColumnSpec::align>(13, "align", "justering", "automatic, left, right or decimal."),
        field<&ColumnSpec::principal>(14, "principal", "huvudkolumn", "The one column that the table is about."),
        field<&ColumnSpec::with_unit>(15, "with-unit", "enhet i cellen", "The unit stands in each cell."),
        field<&ColumnSpec::total>(16, "total", "summa", "none: totals have no cell in this column."),
        field<&ColumnSpec::width>(17, "width", "bredd", "Relative width wished for."),
        field<&ColumnSpec::line>(18, "line", "linje", "Instead of a value: a small line through the figures of these columns, in order of time."),
        field<&ColumnSpec::line_target>(19, "line-target", "linjens mål", "And across the line the figure of this column."),
    }};
    return info;
}

template <>
const StructInfo& description<Condition>() {
    static const StructInfo info{108, "condition", "villkor", "Which things are taken: those whose field is, or is not, one of the values.", {
        required<&Condition::field>(1, "field", "fält", "A field of the thing (\"level\", \"tags\", \"type\", \"given-by\")."),
        field<&Condition::is>(2, "is", "är", "One of these."),
        field<&Condition::is_not>(3, "is-not", "är inte", "None of these."),
    }};
    return info;
}

template <>
const StructInfo& description<TableSpec>() {
    static const StructInfo info{109, "table", "tabell", "A table: rows from facts or things, columns as said.", {
        required<&TableSpec::id>(1, "id", "id", "Id of the table within the document; stable between versions."),
        field<&TableSpec::caption>(2, "caption", "rubrik", "Title, as printed."),
        field<&TableSpec::stub>(3, "stub", "förspalt", "Heading of the label column."),
        field<&TableSpec::source>(4, "source", "källa", "figures (rows as listed), or the kind of thing that the rows are."),
        field<&TableSpec::where>(5, "where", "urval", "Which things."),
        field<&TableSpec::sort>(6, "sort", "sortering", "A field to sort by, over figures a column; - before it = falling; empty = order."),
        field<&TableSpec::label>(7, "label", "etikett", "Things: what stands in the label column, a field or text with fields in braces; empty = name."),
        field<&TableSpec::group_by>(8, "group-by", "grupperas efter", "Things: a field whose values make group rows."),
        field<&TableSpec::unit>(9, "unit", "enhet", "kr, tkr, mnkr, % or other: stands once, in the title."),
        field<&TableSpec::decimals>(10, "decimals", "decimaler", "Number of decimals."),
        field<&TableSpec::sums>(11, "sums", "summering", "exact (from exact values) or printed (from the rounded values as printed)."),
        field<&TableSpec::sign_rule>(12, "sign-rule", "teckenregel", "The sign rule in words, printed with the title."),
        field<&TableSpec::rows>(13, "rows", "rader", "The rows of a table over figures."),
        required<&TableSpec::columns>(14, "columns", "kolumner", "The columns, without the label column."),
        field<&TableSpec::mark>(15, "mark", "märke", "A field whose mark stands before the label (\"status\", \"met\")."),
        field<&TableSpec::detail>(16, "detail", "andra rad", "A field printed as a second line under the row (\"comment(analys)\")."),
        field<&TableSpec::detail_label>(17, "detail-label", "andra radens etikett", "Its label."),
        field<&TableSpec::total>(18, "total", "summarad", "Things: a total row over the columns that are figures."),
        field<&TableSpec::total_label>(19, "total-label", "summaradens etikett", "Its label."),
        field<&TableSpec::empty>(20, "empty", "om tom", "What is said when there are no rows; empty = the table is left out."),
        field<&TableSpec::notes>(21, "notes", "noter", "Notes to the whole table."),
        field<&TableSpec::numbered>(22, "numbered", "numrerad", "Is it \"Tabell 3\"?"),
        field<&TableSpec::stacks>(23, "stacks", "staplas", "On a narrow screen rows become blocks rather than scroll."),
        field<&TableSpec::wide>(24, "wide", "bred", "Wants a landscape page on paper."),
        field<&TableSpec::limit>(25, "limit", "högst", "Only the first so many rows are printed (a top list, with sort); totals are still of all, and a note says how many there are."),
        field<&TableSpec::internal>(26, "internal", "internt", "Facts with internal counterparties: with, without (eliminated) or only; empty = with."),
    }};
    return info;
}

template <>
const StructInfo& description<SeriesSpec>() {
    static const StructInfo info{115, "series", "serie", "A column of the chart's table, and what its values are.", {
        field<&SeriesSpec::column>(1, "column", "kolumn", "The column; empty in shares = the mark before the row's label."),
        field<&SeriesSpec::as>(2, "as", "som", "outcome, base, target, budget, forecast, last-year, variance, sum, addition, reduction or status: the form follows from it."),
        field<&SeriesSpec::label>(3, "label", "etikett", "What it is called in the chart; empty = the column's heading, in trends the word for its kind."),
        field<&SeriesSpec::place>(4, "place", "plats", "trend, forecast-record: where the column stands (\"2012\"); empty = the column's heading."),
    }};
    return info;
}

template <>
const StructInfo& description<ChartSpec>() {
    static const StructInfo info{116, "chart", "diagram", "A chart drawn from a table of the template, so that figure and picture have the same sources.", {
        required<&ChartSpec::id>(1, "id", "id", "Id of the chart within the document; stable between versions."),
        required<&ChartSpec::chart>(2, "chart", "diagram", "What it shows: trend, bars, variance, completion, shares, bridge, year-wheel, heat-map, forecast-record."),
        required<&ChartSpec::title>(3, "title", "rubrik", "What the chart shows, as a sentence; may quote figures."),
        field<&ChartSpec::subject>(4, "subject", "ämne", "What is measured, unit, place and year, printed grey after the title."),
        field<&ChartSpec::unit>(5, "unit", "enhet", "Unit of the panels; empty = the table's."),
        field<&ChartSpec::of>(6, "of", "av", "The table that it is drawn from."),
        field<&ChartSpec::rows>(7, "rows", "rader", "Only these rows, in this order; empty = all items (bridge: totals too)."),
        field<&ChartSpec::sums>(8, "sums", "summor", "bridge: rows that are sums and not changes, besides totals."),
        field<&ChartSpec::sort>(9, "sort", "sortering", "A column to sort the rows by; - before it = falling; empty = as in the table."),
        field<&ChartSpec::series>(10, "series", "serier", "The columns that are drawn, and what they are."),
        field<&ChartSpec::guide>(11, "guide", "riktvärde", "bars: a line at the occasion's guide value, the share of the year that has passed."),
        field<&ChartSpec::guide_label>(12, "guide-label", "riktvärdets etikett", "What the guide value is called; empty = riktvärde."),
        field<&ChartSpec::goals_level>(13, "goals-level", "målnivå", "heat-map without a table: the goals of this level as columns."),
        field<&ChartSpec::units>(14, "units", "enheter", "heat-map without a table: these units as rows."),
        field<&ChartSpec::source>(15, "source", "källa", "Source, as printed below."),
        field<&ChartSpec::numbered>(16, "numbered", "numrerad", "Is it \"Diagram 2\"?"),
    }};
    return info;
}

template <>
const StructInfo& description<BlockSpec>() {
    static const StructInfo info{110, "block", "block", "A part of a document.", {
        required<&BlockSpec::block>(1, "block", "block", "What it is."),
        field<&BlockSpec::id>(2, "id", "id", "Id of the section; stable between versions."),
        field<&BlockSpec::heading>(3, "heading", "rubrik", "Heading; fields of the goal or thing in hand in braces (\"{number} {name}\")."),
        field<&BlockSpec::number>(4, "number", "nummer", "Printed number of the section."),
        field<&BlockSpec::level>(5, "level", "rubriknivå", "Heading level; empty = one below."),
        field<&BlockSpec::text>(6, "text", "text", "Text: Markdown, or @id of a text."),
        field<&BlockSpec::goals_level>(7, "goals-level", "målnivå", "goals: the level."),
        field<&BlockSpec::only>(8, "only", "endast", "goals: just these, in this order."),
        field<&BlockSpec::anywhere>(9, "anywhere", "överallt", "goals: all of the level, not only those below the goal in hand."),
        field<&BlockSpec::skip_empty>(10, "skip-empty", "hoppa över tomma", "Leave out goals and sections that would have no content."),
        field<&BlockSpec::field>(11, "field", "fält", "goal-text, thing-text, unit-texts: the text field (\"analys\"), or \"description\"."),
        field<&BlockSpec::label>(12, "label", "etikett", "Small heading before the text; {by} = who wrote it."),
        field<&BlockSpec::level_name>(13, "level-name", "nivånamn", "goals: the level's name stands with the heading."),
        field<&BlockSpec::mark>(14, "mark", "märke", "goals: the assessment's mark stands with the heading."),
        field<&BlockSpec::table>(15, "table", "tabell", "table: a table of the template."),
        field<&BlockSpec::instance>(16, "instance", "instans", "memo, statements: the instance; empty = all of the document's."),
        field<&BlockSpec::unit>(17, "unit", "enhet", "Whose assessments, comments and figures; empty = the document's unit."),
        field<&BlockSpec::source>(18, "source", "källa", "things: which kind."),
        field<&BlockSpec::where>(19, "where", "urval", "goals, things: which ones."),
        field<&BlockSpec::likelihood>(20, "likelihood", "sannolikhet", "risk-matrix: the scale of likelihood."),
        field<&BlockSpec::consequence>(21, "consequence", "konsekvens", "risk-matrix: the scale of consequence."),
        field<&BlockSpec::show_proposal>(22, "show-proposal", "visa förslag", "assessment: print the rule's proposal too."),
        field<&BlockSpec::show_assessed>(23, "show-assessed", "visa kontorets", "assessment: print the office's assessment too."),
        field<&BlockSpec::show_reasons>(24, "show-reasons", "visa skäl", "assessment: print the reasons."),
        field<&BlockSpec::appendix>(25, "appendix", "bilaga", "section: it is an appendix."),
        field<&BlockSpec::points>(26, "points", "punkter", "list: the points; facts: \"label: text\"."),
        field<&BlockSpec::blocks>(27, "blocks", "block", "The parts inside."),
        field<&BlockSpec::scale>(28, "scale", "skala", "scale: the scale whose words are printed with their definitions."),
        field<&BlockSpec::chart>(29, "chart", "diagram", "chart: a chart of the template."),
    }};
    return info;
}

template <>
const StructInfo& description<QuoteSpec>() {
    static const StructInfo info{111, "quote", "citat", "A figure that texts of the document quote by its id.", {
        required<&QuoteSpec::id>(1, "id", "id", "The name that texts use."),
        field<&QuoteSpec::value>(2, "value", "värde", "A formula; or empty, when things are counted."),
        field<&QuoteSpec::unit>(3, "unit", "enhet", "Whose figures; empty = the document's unit."),
        field<&QuoteSpec::unit_shown>(4, "unit-shown", "visad enhet", "tkr, mnkr, %, number ..."),
        field<&QuoteSpec::decimals>(5, "decimals", "decimaler", "Number of decimals."),
        field<&QuoteSpec::count>(6, "count", "antal", "Count things of this kind."),
        field<&QuoteSpec::where>(7, "where", "urval", "Which things are counted."),
        field<&QuoteSpec::sum>(8, "sum", "summerar", "With count: the sum of this field of the things, instead of their number."),
    }};
    return info;
}

template <>
const StructInfo& description<Template>() {
    static const StructInfo info{10, "templates", "mallar", "Document templates: sections, tables and texts in order.", {
        required<&Template::id>(1, "id", "id", "Permanent id."),
        required<&Template::name>(2, "name", "namn", "The document kind, as printed (\"Verksamhetsplan\")."),
        field<&Template::quotes>(3, "quotes", "citat", "Figures that texts quote by name."),
        field<&Template::tables>(4, "tables", "tabeller", "The tables that blocks place."),
        required<&Template::blocks>(5, "blocks", "block", "The parts of the document, in order."),
        field<&Template::charts>(6, "charts", "diagram", "The charts that blocks place."),
    }};
    return info;
}

}  // namespace styrkedja
