// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "domain/model/template.h"
#include "reports/context.h"
#include "reports/fields.h"
#include "reports/formula.h"

// What the cells of a table look like: units, signs, decimals, footnotes, published figures.
namespace styrkedja::reports {

// The notes under a table, lettered in the order in which they first appear. One note for one thing said.
class NoteList {
  public:
    int footnote(const Context& context, const std::string& id,
                 Problems& problems);            // -1 where there is no such note
    int reason(std::string_view text);           // why a value is missing
    int rounding();                              // all figures that differ within rounding share one
    int reconciliation(document::Inlines text);  // each has its own
    void to_the_table(document::Inlines text) { general_.push_back({"", false, std::move(text)}); }
    std::vector<document::TableNote> take();  // those to the whole table last

  private:
    int add(std::string key, document::Inlines text, bool avstamning);
    std::vector<document::TableNote> marked_, general_;
    std::map<std::string, int> by_key_;
};

// How figures of one column look in one row.
struct CellLook {
    ShownUnit unit;
    std::string unit_field;  // of the template: where the unit is said, for problems
    int decimals = 0;
    bool decimals_are_stated = false;  // by the row or column itself, not only by the table
    bool reversed = false, plus = false, with_unit = false;
    std::string_view nil, none;
};
CellLook look_of(const TableSpec& table, const ColumnSpec& column, const RowSpec* row);
// Money in a column whose unit is none of money ("mnrk", "%"): amount_has_no_unit_of_money. Else it would print tkr
// under a word for something else.
void check_unit(const Context& context, const CellLook& look, const Quantity& quantity, Problems& problems);

struct CellPlace {
    std::string_view row, column;  // ids
    std::string_view row_label, column_label;
};

// Makes the cells of one table.
class CellMaker {
  public:
    CellMaker(const Context& context, const TableSpec& spec, std::string table_id, Problems& problems);

    // A computed figure; `how` is left out where it says nothing more than the label.
    document::Cell figure(const Computed& computed, const CellLook& look, const CellPlace& place);
    // A field of a thing: a measured value as written, an amount, words, a mark.
    document::Cell field(const FieldValue& value, const CellLook& look, const CellPlace& place);
    document::Cell words(std::string text, std::vector<document::Source> sources, const CellPlace& place);

    std::vector<int> label_notes(const Tags& notes);
    NoteList& notes() { return notes_; }
    MoneyUnit amounts() const { return context_.state.pack->amounts; }
    const std::string& table_id() const { return table_id_; }

  private:
    void put_notes(document::Cell& cell, const std::vector<std::string>& ids);
    void put_published(document::Cell& cell, const CellLook& look, const CellPlace& place, int terms);
    void put_published_words(document::Cell& cell, const CellPlace& place);
    void tell_superfluous(const Published& published, std::string_view shown);
    void reconcile(document::Cell& cell, const Published& published, const CellPlace& place, std::string_view said);
    document::Figure written(const FieldValue& value, const CellLook& look) const;
    document::Cell missing(const FieldValue* value, const CellLook& look, const CellPlace& place);

    const Context& context_;
    std::string table_id_;
    Problems& problems_;
    NoteList notes_;
    std::map<std::pair<std::string_view, std::string_view>, const Published*> published_;
};

// The facts that it rests on, each once, and what isn't facts.
std::vector<document::Source> sources_of(const Computed& computed);

// Decimal where a column holds figures, else left; as the template says where it says.
void align_columns(document::Table& table, const TableSpec& spec, const std::vector<bool>& holds_figures);
// "Visar 5 av 23 rader. Summor gäller alla."
document::Inlines cut_note(std::size_t shown, std::size_t all);
// The columns' headings, without cells.
std::vector<document::Column> columns_of(const TableSpec& spec);

// What a figure that was published is printed as, and its number where it is one.
struct PublishedFigure {
    std::string printed;
    std::optional<Decimal> number;
    std::string unit;   // as written with the number ("98,5 %"); empty = none
    std::string alone;  // the number without it
};
PublishedFigure published_figure(std::string_view shown, bool plus, std::string_view unit_word);
// May the printed number be the computed one, rounded? A sum of n terms may differ by n halves of its last unit.
bool within_rounding(const Decimal& printed, const Exact& computed, int terms);
// The published figure says the same as the computed one, blanks aside.
bool same_print(std::string_view a, std::string_view b);

}  // namespace styrkedja::reports
