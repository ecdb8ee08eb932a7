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

// Running text is a list of inlines.
struct Text { std::string text; };
struct Strong { std::string text; };
struct Emphasis { std::string text; };
struct Quote { Figure figure; };           // a quoted figure
struct NoteRef { int note = 0; };          // index into Document::notes
struct Link { std::string text; std::string href; };
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

// One cell. A figure, a text, a mark or a bar of completion, or several of them; empty = the column does not apply.
struct Cell {
    std::optional<Figure> figure;
    std::vector<Inlines> paragraphs;
    std::optional<Mark> mark;
    std::optional<int> completion;  // per cent, 0-100: shown as a bar with its number
    std::vector<int> notes;         // indices into Table::notes
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
};

// Blocks of a section.
struct Paragraph { Inlines inlines; bool lead = false; };
struct List { bool ordered = false; std::vector<std::vector<Inlines>> items; };  // an item has paragraphs
struct SubHeading { std::string text; };                                        // inside a text, below the sections
struct TableBlock { std::size_t table = 0; };                                    // index into Document::tables
// A goal's assessment: the mark that the document prints, and, where the template says so, the three steps apart.
struct AssessmentBlock {
    std::string label;         // "Lägesbedömning", or empty
    Mark mark;
    std::string remark;        // "målet följs upp våren 2013", or empty
    std::string proposal;      // "Regelns förslag: delvis.", empty when not printed
    std::string assessed;      // the office's, where printed
    Inlines motivation;
    std::vector<std::string> reasons;   // printed when the template asks for them
};
// Facts about the document or case: label and value, one a line (memo head, front page).
struct Facts { std::vector<std::pair<std::string, Inlines>> pairs; };
struct Decisions { std::vector<Inlines> points; };                 // numbered proposals for decision
struct Signatures { std::vector<std::string> roles; };
struct Contents { int depth = 2; };                                // the writer lists the sections
struct Statement { std::string kind; std::string by; std::vector<Inlines> paragraphs; };  // verbatim, bar at left
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
                           Contents, Statement, RiskMatrix>;

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
    std::vector<Block> blocks;
    std::vector<Section> sections;
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
    std::vector<Inlines> notes;                   // footnotes to texts
    std::vector<Assessment> assessments;
    std::vector<Problem> problems;                // entity and field, never files
};

}  // namespace styrkedja::document
