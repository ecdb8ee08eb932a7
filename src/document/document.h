// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/problem.h"

// The paper: a finished document as a tree of sections, texts, tables and marks. It speaks of documents, never
// of formats, and holds everything as shown, in Swedish typography, with what stands behind each figure.
// Writers turn it into HTML and JSON (and PDF, DOCX, XLSX).
namespace styrkedja::document {

// What a figure rests on: the id of an entity, its field where there is one, or of a fact
// ("outcomes/sjukfranvaro.2012", "economy/ks.kansli.nettokostnad.2012.outcome"). Never a file or a line.
struct Source {
    std::string id;
    std::string field;
    friend bool operator==(const Source&, const Source&) = default;
};

// A figure quoted in a text or shown in a cell: what is printed, the exact value behind it (empty = none, as for
// words and missing values), its unit ("tkr", "%", "") and where it comes from, in words and as sources.
struct Figure {
    std::string shown;
    std::string value;                     // exact decimal with a dot, unrounded, in the figure's unit
    std::string unit;
    std::optional<std::string> published;  // what the decided document prints, where that differs; then shown == *published
    std::string computed_shown;            // how the computed value would have been shown, where published differs
    std::string label;                     // "Resultat 2012, Kommunstyrelsens kontor": what the figure is
    std::string formula;                   // how it was computed, in words, where it was computed
    std::vector<Source> sources;
    std::string target;                    // "table-id/row-id/column-id" of the cell it quotes, or empty
};

// What a comparison with an earlier version says of a part: in both, only in the newer, only in the older (kept in
// its place, struck through). Everything is `none` in a document that is compared with nothing.
enum class Change : std::uint8_t { none, added, removed };

// Running text is a list of inlines.
struct Text { std::string text; Change change = Change::none; };
struct Strong { std::string text; Change change = Change::none; };
struct Emphasis { std::string text; Change change = Change::none; };
struct Quote { Figure figure; Change change = Change::none; };   // a quoted figure
struct NoteRef { int note = 0; };                                // index into Document::notes
struct Link { std::string text; std::string href; Change change = Change::none; };
struct LineBreak {};
using Inline = std::variant<Text, Strong, Emphasis, Quote, NoteRef, Link, LineBreak>;
using Inlines = std::vector<Inline>;

// How urgent a value of a scale is. A writer draws the shape; the word always stands beside it.
// Order of shapes for scales of up to five steps: met, mostly, partly, little, not.
enum class MarkShape : std::uint8_t {
    not_assessed, met, mostly, partly, little, not_met,          // goals and indicators
    not_started, ongoing, waiting, done, stopped,                // statuses
    trend_better, trend_same, trend_worse
};
struct Mark {
    MarkShape shape = MarkShape::not_assessed;
    std::string label;   // the municipality's word ("Årsmålet uppfylls helt")
    std::string colour;  // the scale's own colour as data ("#2B7A50"), may be empty; shown only beside the shape
};

// A small line in a cell: outcomes in order of time, exact decimals; empty = missing (a gap in the line). `said` is
// the same in words, for whom the line says nothing ("5,9 2010; 6,1 2011; 6,4 2012").
struct Sparkline {
    std::vector<std::string> values;
    std::string target;          // exact decimal of a target that is one number, or empty
    std::string said;
};

// One cell. A figure, a text, a mark or a bar of completion, or several of them; empty = the column does not apply.
struct Cell {
    std::optional<Figure> figure;
    std::vector<Inlines> paragraphs;
    std::optional<Mark> mark;
    std::optional<int> completion;  // per cent, 0-100: shown as a bar with its number
    std::vector<int> notes;         // indices into Table::notes
    std::optional<Sparkline> sparkline = {};
    std::optional<Inlines> before = {};  // compared with an earlier version: what stood here, where that differs
    std::vector<Source> sources = {};    // of words and marks: what they were made from (a figure has its own)
};

enum class RowKind : std::uint8_t { item, group, subtotal, total, varav, rounding };

struct Row {
    std::string id;
    RowKind kind = RowKind::item;
    Inlines label;
    std::vector<int> label_notes;     // indices into Table::notes
    std::optional<Mark> mark;         // before the label
    std::vector<Cell> cells;          // as many as the table's columns
    std::vector<Inlines> detail;      // second lines under the row (a comment, an analysis), grey
    std::string detail_label;         // "Analys", "Kommentar", or empty
    int indent = 0;
    Change change = Change::none;
};

enum class Align : std::uint8_t { left, right, decimal };

struct Column {
    std::string id;
    std::string label;
    Align align = Align::right;
    std::string group;      // heading over several columns ("Utfall"), or empty
    std::string unit;       // the column's own unit where it differs from the table's, or empty
    bool principal = false; // the one column that the table is about: semibold
    int width = 0;          // wished for, of a column of words: its share against the others; 0 = by content
    Change change = Change::none;
};

// A note under a table. An avstämning says that a published figure differs from the computed one; the writer prints
// the word "Avstämning." before its text, and the card of a cell with the note repeats the text.
struct TableNote {
    std::string mark;      // "a", "b", ...; empty for a note to the whole table
    bool avstamning = false;
    Inlines text;
};

struct Table {
    std::string id;
    int number = 0;            // "Tabell 3"; 0 = not numbered
    std::string caption;
    std::string unit;          // "tkr", or empty
    std::string sign_rule;     // "avvikelse = budget − prognos; plus är bättre för resultatet", or empty
    std::string stub;          // heading of the label column ("Ansvar", "Indikator")
    std::vector<Column> columns;   // excludes the label
    std::vector<Row> rows;
    std::vector<TableNote> notes;
    bool stacks = false;       // on a narrow screen rows become blocks (lists of words) rather than scroll (economy)
    bool wide = false;         // wants landscape on paper
    Change change = Change::none;
};

// A chart: figures by place (a year, a unit, a goal), drawn by the room `charts` the same in every format. Like a
// table it holds everything as shown; the exact decimals in the figures are what is drawn.
enum class ChartKind : std::uint8_t {
    trend,             // an indicator over years, with base value and target; several panels = small multiples
    bars,              // budget, outcome, forecast by unit, with guide value
    variance,          // variances around zero
    completion,        // activities' completion in per cent
    shares,            // how many of each status or rating, a bar divided
    bridge,            // from one budget to the next, step by step
    year_wheel,        // what is done in which month
    heat_map,          // a mark for each of rows x columns (committees x goals)
    forecast_record    // each forecast of a year against what came true
};

// What the values of a series are in the world; form and ink follow from it.
enum class SeriesKind : std::uint8_t { outcome, base, target, budget, forecast, last_year, variance, sum, addition,
                                       reduction, status };

struct ChartValue {
    std::optional<Figure> figure;   // none = missing: a gap
    std::string words;              // a target in words ("Öka"), a reason for a missing value, or empty
    std::optional<Mark> mark = {};  // heat map and shares: the value on its scale
    int towards = 0;                // a target in words: above (1) or below (-1) the value before it, 0 = not known
};

struct ChartSeries {
    std::string label;
    SeriesKind kind = SeriesKind::outcome;
    std::vector<ChartValue> values;   // one per place of its panel
};

struct ChartPanel {
    std::string label;                // of a small multiple ("Sjukfrånvaro"), or empty
    std::string unit;
    std::vector<std::string> places;  // "2010", "Kommunstyrelsens kontor", "Mål 1.1"; in the order drawn
    std::vector<ChartSeries> series;
};

struct Chart {
    std::string id;
    int number = 0;                   // "Diagram 2"; 0 = not numbered
    ChartKind kind = ChartKind::trend;
    std::string title;                // the finding ("Sjukfrånvaron minskar men når inte målet")
    std::string subject;              // what, unit, place and year ("procent av ordinarie arbetstid, 2010–2012"), grey
    std::string source;               // "Källa: ..." or empty
    std::string alternative;          // the chart in words: what it shows and its figures' extremes
    std::optional<Figure> guide;      // guide value (riktvärde) of the occasion, for bars of consumption
    std::vector<ChartPanel> panels;   // one, or several small multiples of one frame
    std::optional<std::size_t> table; // index into Document::tables of the same data, printed below; none = it is
                                      // drawn from the table named in `source`
    Change change = Change::none;
};

// Blocks of a section.
struct Paragraph { Inlines inlines; bool lead = false; Change change = Change::none; };
// An item has paragraphs. Items of a list inside a list follow the item that they belong to, one deeper: `depths` has
// as many as there are items, or none when all are at 0. `numbered` too: whether the item is of a "1." list, where
// that is not what `ordered` says of the whole. A deeper list ends where an item of less depth or of the other kind
// stands.
struct List {
    bool ordered = false;
    std::vector<std::vector<Inlines>> items;
    std::vector<int> depths = {};
    std::vector<bool> numbered = {};

    int depth(std::size_t item) const { return item < depths.size() ? depths[item] : 0; }
    bool is_numbered(std::size_t item) const { return item < numbered.size() ? numbered[item] : ordered; }
};
struct SubHeading { std::string text; Change change = Change::none; };          // inside a text, below the sections
struct TableBlock { std::size_t table = 0; };                                    // index into Document::tables
struct ChartBlock { std::size_t chart = 0; };                                    // index into Document::charts
// A goal's assessment: the mark that the document prints, and, where the template says so, the three steps apart.
struct AssessmentBlock {
    std::string label;         // "Lägesbedömning", or empty
    Mark mark;
    std::string remark;        // "målet följs upp våren 2013", or empty
    std::string proposal;      // "Regelns förslag: delvis.", empty when not printed
    std::string assessed;      // the office's, where printed
    Inlines motivation;
    std::vector<std::string> reasons;   // printed when the template asks for them
    std::optional<Mark> before = {};    // compared with an earlier version: the mark that stood there, where it differs
    bool in_margin = false;             // the same mark stands in the section's margin: only the rest is printed here
};
// Facts about the document or case: label and value, one a line (memo head, front page).
struct Facts { std::vector<std::pair<std::string, Inlines>> pairs; };
struct Decisions { std::vector<Inlines> points; };                 // numbered proposals for decision
struct Signatures { std::vector<std::string> roles; };
struct Contents { int depth = 2; };      // the writer lists the sections; of a memo only its own heading
// Verbatim, bar at left. `occasion`: where and when it was made ("Kommunstyrelsen, 2016-05-17, § 12"); `about`: the
// statement that it answers ("Särskilt uttalande av ..."). Both may be empty.
struct Statement {
    std::string kind;
    std::string by;
    std::vector<Inlines> paragraphs;
    std::string occasion = {}, about = {};
};
// Risks by likelihood (x) and consequence (y), both on the scale's steps: number of risks in each cell and which.
// An entry's x and y are indices into the steps.
struct RiskMatrix {
    std::string id;
    std::string caption;
    std::string x_label, y_label;
    std::vector<std::string> x_steps, y_steps;      // lowest first
    struct Entry { int x = 0, y = 0; std::vector<std::string> risks; };   // risks by their number or name
    std::vector<Entry> entries;
};

using Block = std::variant<Paragraph, List, SubHeading, TableBlock, AssessmentBlock, Facts, Decisions, Signatures,
                           Contents, Statement, RiskMatrix, ChartBlock>;

// A section has a heading of its own level (1 = chapter). Its margin carries the level's name and its mark.
struct Section {
    std::string id;               // stable between versions
    int level = 1;
    std::string number;           // "1.10.1", "KF-mål 3", or empty; printed before the heading
    std::string heading;
    std::string level_name;       // "Mål för verksamhetsområdet", in the margin, or empty
    std::optional<Mark> mark;     // in the margin
    bool goal = false;            // a goal's section: ruled as one
    bool memo = false;            // the cover memo
    bool appendix = false;
    Change change = Change::none;
    std::string heading_before = {};        // compared with an earlier version: the heading and the mark that stood
    std::optional<Mark> mark_before = {};   // there, where they differ
    std::vector<Block> blocks;
    std::vector<Section> sections;
    std::vector<int> heading_notes = {};   // footnotes at the heading: indices into Document::notes
};

struct Reason {
    std::string text;             // one sentence
    std::vector<Source> sources;
};

// A goal's assessment at the document's occasion, all three steps, whether printed or not.
struct Assessment {
    std::string goal, unit, place, occasion;      // ids; place and unit may be empty
    std::string proposal, assessed, decision;     // ids of the scale's values; empty = none
    std::string proposal_label, assessed_label, decision_label;
    std::string motivation;
    bool forecast = false;                        // by expectations (interim) rather than outcomes
    std::vector<Reason> reasons;
};

enum class State : std::uint8_t { draft, submitted, approved, decided, published };

struct Document {
    std::string id;
    std::string municipality, municipality_name;
    std::string unit, unit_name;                  // the committee whose document it is
    std::string kind;                             // "Verksamhetsberättelse": the document kind's name
    std::string title;
    std::string subtitle;                         // the period in words
    std::string occasion, occasion_name;
    std::string diary_number;
    std::string date;                             // ISO; decided or written
    std::string version;                          // "1.0"
    State state = State::draft;
    std::string state_text;                       // "Version 1.0 · beslutad 2016-02-10", "Utkast 0.9 · inte beslutad"
    std::string colour;                           // the municipality's one colour, "#23507A"; may be empty
    std::string logo_svg;                         // the municipality's own shield as SVG, sanitised, or empty
    std::vector<std::pair<std::string, Inlines>> facts;  // front page: Till, Datum, Diarienummer, ...
    Inlines lead;
    std::vector<Section> sections;
    std::vector<Table> tables;
    std::vector<Chart> charts;
    std::string against;                          // the earlier version that it is compared with, in words, or empty
    std::vector<Inlines> notes;                   // footnotes to texts
    std::vector<Assessment> assessments;
    std::vector<Problem> problems;                // entity and field, never files
};

}  // namespace styrkedja::document
