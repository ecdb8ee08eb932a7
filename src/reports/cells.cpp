// SPDX-License-Identifier: EUPL-1.2
#include "reports/cells.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "domain/economy/description.h"
#include "domain/values/measured_value.h"
#include "domain/values/written_number.h"
#include "locale/number.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/chart.h"

namespace styrkedja::reports {
namespace {

constexpr const ReportWords& words_of_ours = swedish_report_words;

constexpr int measured = 0;  // terms of a figure that is as it was written, and no sum

// a, b … z, aa, ab …
std::string letters(std::size_t number) {
    std::string text;
    for (++number; number > 0; number = (number - 1) / 26)
        text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
    return text;
}

void append(document::Inlines& into, const std::vector<document::Inlines>& paragraphs) {
    for (const document::Inlines& each : paragraphs) {
        if (!into.empty()) into.push_back(document::Text{" "});
        into.insert(into.end(), each.begin(), each.end());
    }
}

std::string label_of(const CellPlace& place) {
    std::string label(place.column_label);
    if (!place.row_label.empty()) label += (label.empty() ? "" : ", ") + std::string(place.row_label);
    return label;
}

// Footnotes stand at facts of packs; other sources have none.
std::vector<std::string> notes_of(const State& state, const SourcedFact& fact) {
    const EconomyFact* typed = fact.kind == &description<EconomyFact>() ? state.economy.find(fact.id) : nullptr;
    return typed ? typed->notes.list : std::vector<std::string>();
}

std::string unit_word(const ShownUnit& unit, const Quantity& quantity, MoneyUnit amounts) {
    if (unit.kind == ShownUnit::Kind::other && quantity.of == Quantity::Of::money)
        return ValueType<MoneyUnit>::format(amounts);
    return unit.word;
}

}  // namespace

int NoteList::add(std::string key, document::Inlines text, bool avstamning) {
    auto [it, is_new] = by_key_.try_emplace(std::move(key), static_cast<int>(marked_.size()));
    if (is_new) marked_.push_back({letters(marked_.size()), avstamning, std::move(text)});
    return it->second;
}

int NoteList::footnote(const Context& context, const std::string& id, Problems& problems) {
    const Note* note = context.state.notes.find(id);
    if (!note) return -1;
    if (auto it = by_key_.find("note " + id); it != by_key_.end()) return it->second;
    document::Inlines text;
    append(text, printed(context, note->text, {"", 0, 0, "", "notes/" + id, "text"}, problems));
    return add("note " + id, std::move(text), false);
}

int NoteList::reason(std::string_view text) {
    std::string sentence = typographic(text);
    return add("reason " + sentence, {document::Text{sentence}}, false);
}

int NoteList::rounding() {
    return add("rounding", {document::Text{std::string(words_of_ours.rounding)}}, false);
}

int NoteList::reconciliation(document::Inlines text) {
    return add("reconciliation " + std::to_string(marked_.size()), std::move(text), true);
}

std::vector<document::TableNote> NoteList::take() {
    marked_.insert(marked_.end(), std::make_move_iterator(general_.begin()),
                   std::make_move_iterator(general_.end()));
    general_.clear();
    by_key_.clear();
    return std::move(marked_);
}

CellLook look_of(const TableSpec& table, const ColumnSpec& column, const RowSpec* row) {
    CellLook look;
    const std::string& unit = row && !row->unit_shown.empty() ? row->unit_shown
                              : !column.unit.empty()          ? column.unit
                                                              : table.unit;
    look.unit = ShownUnit::of(unit);
    std::string path = "tables." + table.id.str();
    look.unit_field = row && !row->unit_shown.empty()
                          ? path + ".rows." + std::to_string(row - table.rows.data()) + ".unit-shown"
                      : !column.unit.empty() ? path + ".columns." + column.id.str() + ".unit"
                                             : path + ".unit";
    int stated = row && row->decimals >= 0 ? row->decimals : column.decimals;
    look.decimals_are_stated = stated >= 0;
    look.decimals = std::clamp(stated >= 0 ? stated : table.decimals, 0, 12);
    look.reversed = row && !row->sign.empty() ? row->sign == "reversed" : column.sign == ShownSign::reversed;
    look.plus = column.plus;
    look.with_unit = column.with_unit;
    look.nil = column.nil;
    look.none = column.none;
    return look;
}

void check_unit(const Context& context, const CellLook& look, const Quantity& quantity, Problems& problems) {
    bool is_right = look.unit.kind == ShownUnit::Kind::money || look.unit.word.empty();
    if (is_right || quantity.of != Quantity::Of::money || !quantity.exists()) return;
    NearestName near(look.unit.word);
    for (std::string_view each : {"kr", "tkr", "mkr", "mnkr"}) near.offer(each);
    problems.add("amount_has_no_unit_of_money", Severity::error, template_place(context, look.unit_field),
                 {{"unit", look.unit.word}, {"near", near.str()}});
}

CellMaker::CellMaker(const Context& context, const TableSpec&, std::string table_id, Problems& problems)
    : context_(context), table_id_(std::move(table_id)), problems_(problems) {
    auto of_document = context.index.published.find(context.document.id.str());
    if (!context.prints_published() || of_document == context.index.published.end()) return;
    auto of_table = of_document->second.find(table_id_);
    if (of_table == of_document->second.end()) return;
    for (const Published* each : of_table->second) published_[{each->row.str(), each->column.str()}] = each;
}

void CellMaker::put_notes(document::Cell& cell, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        int note = notes_.footnote(context_, id, problems_);
        if (note >= 0 && std::find(cell.notes.begin(), cell.notes.end(), note) == cell.notes.end())
            cell.notes.push_back(note);
    }
}

std::vector<int> CellMaker::label_notes(const Tags& notes) {
    document::Cell cell;
    put_notes(cell, notes.list);
    return cell.notes;
}

std::vector<document::Source> sources_of(const Computed& computed) {
    std::vector<document::Source> sources;
    // A spread budget has one source for many facts; what one source gave stands together.
    std::unordered_set<const SourcedFact*> seen;
    std::set<std::pair<const StructInfo*, std::string_view>> told;
    for (const SourcedFact* fact : computed.facts) {
        if (computed.facts.size() > 1 && (!seen.insert(fact).second || !told.emplace(fact->kind, fact->id).second)) continue;
        sources.push_back({source_of(*fact), ""});
    }
    sources.insert(sources.end(), computed.sources.begin(), computed.sources.end());
    return sources;
}

document::Cell CellMaker::figure(const Computed& computed, const CellLook& look, const CellPlace& place) {
    document::Cell cell;
    document::Figure figure;
    figure.label = label_of(place);
    figure.sources = sources_of(computed);
    bool says_more = computed.facts.size() != 1 || computed.how.find(" / ") != computed.how.npos;
    if (says_more) figure.formula = computed.how;
    check_unit(context_, look, computed.value, problems_);
    if (computed.value.exists()) {
        Exact number = in_unit(computed.value, look.unit, amounts());
        if (look.reversed) number = -number;
        int decimals =
            computed.decimals >= 0 && !look.decimals_are_stated ? computed.decimals : look.decimals;
        figure.unit = unit_word(look.unit, computed.value, amounts());
        figure.value = number.str();
        figure.shown = show(number, look.unit, {decimals, look.plus, false, look.with_unit, look.nil});
    } else {
        figure.shown = look.none == "{missing}" ? std::string() : std::string(look.none);
        figure.unit = look.unit.word;
    }
    std::vector<std::string> notes;
    if (computed.facts.size() == 1) notes = notes_of(context_.state, *computed.facts.front());
    if (!figure.shown.empty()) cell.figure = std::move(figure);
    put_notes(cell, notes);
    put_published(cell, look, place, std::max(1, computed.terms));
    return cell;
}

document::Figure CellMaker::written(const FieldValue& value, const CellLook& look) const {
    document::Figure figure;
    figure.unit = value.unit;
    figure.shown = value.plain;
    if (!value.quantity.exists()) return figure;
    ShownUnit unit = ShownUnit::of(value.unit);
    Exact number = in_unit(value.quantity, unit, amounts());
    figure.value = number.str();
    // A stated number of decimals rounds, and never invents any.
    if (look.decimals_are_stated && look.decimals < value.decimals) {
        bool has_unit = value.plain.ends_with(value.unit) && !value.unit.empty();
        figure.shown = show(number, unit, {look.decimals, look.plus, false, has_unit, ""});
    } else if (look.plus && number.sign() > 0 && !figure.shown.starts_with('+')) {
        figure.shown = "+" + figure.shown;
    }
    std::string word = look.unit.word.empty() ? value.unit : look.unit.word;
    bool is_bare = !figure.shown.empty() && figure.shown.back() >= '0' && figure.shown.back() <= '9';
    if (look.with_unit && is_bare && !word.empty()) figure.shown += std::string(hard_space) + word;
    return figure;
}

document::Cell CellMaker::missing(const FieldValue* value, const CellLook& look, const CellPlace& place) {
    document::Cell cell;
    constexpr std::string_view reason = "{missing}";
    std::string shown(look.none);
    std::size_t at = shown.find(reason);
    // The reason stands in the cell itself where the template asks for it, and then in no note.
    if (at != shown.npos) shown.replace(at, reason.size(), value ? typographic(value->missing) : std::string());
    if (!shown.empty()) {
        document::Figure figure;
        figure.shown = shown;
        figure.label = label_of(place);
        if (value) figure.sources = value->sources;
        cell.figure = std::move(figure);
    }
    if (value && !value->missing.empty() && value->notes.empty() && at == std::string::npos)
        cell.notes.push_back(notes_.reason(value->missing));
    return cell;
}

document::Cell CellMaker::field(const FieldValue& value, const CellLook& look, const CellPlace& place) {
    document::Cell cell;
    if (value.is_number && !value.written) {
        Computed computed;
        computed.value = value.quantity;
        computed.sources = value.sources;
        cell = figure(computed, look, place);
    } else if (value.is_number && value.plain.empty()) {
        cell = missing(&value, look, place);
        put_published(cell, look, place, measured);
    } else if (value.is_number) {
        document::Figure figure = written(value, look);
        figure.label = value.label.empty() ? label_of(place) : value.label;
        figure.sources = value.sources;
        cell.figure = std::move(figure);
        if (!value.remark.empty()) cell.notes.push_back(notes_.reason(value.remark));
        put_published(cell, look, place, measured);
    } else if (value.mark || value.completion) {
        cell.mark = value.mark;
        cell.completion = value.completion;
        if (!value.remark.empty()) cell.paragraphs.push_back({document::Text{typographic(value.remark)}});
        cell.sources = value.sources;
        put_published_words(cell, place);
    } else {
        cell.paragraphs = paragraphs_of(context_, value, problems_);
        cell.sources = value.sources;
        if (cell.paragraphs.empty()) cell = missing(nullptr, look, place);
        put_published_words(cell, place);
    }
    put_notes(cell, value.notes);
    return cell;
}

document::Cell CellMaker::words(std::string text, std::vector<document::Source> sources, const CellPlace& place) {
    document::Cell cell;
    if (!text.empty()) cell.paragraphs.push_back({document::Text{typographic(text)}});
    cell.sources = std::move(sources);
    put_published_words(cell, place);
    return cell;
}

PublishedFigure published_figure(std::string_view shown, bool plus, std::string_view unit_word) {
    ParsedNumber number = parse_number(shown);
    if (number.kind != NumberKind::number) return {show_written(shown), std::nullopt, "", ""};
    NumberFormat format;
    format.plus = plus || number.plus;
    std::string printed = format_number(number.value, format);
    std::string alone = printed;
    std::string_view unit = number.unit.empty() ? unit_word : number.unit;
    if (!unit.empty()) printed += std::string(hard_space) + std::string(unit);
    return {std::move(printed), number.value, std::string(number.unit), std::move(alone)};
}

bool same_print(std::string_view a, std::string_view b) {
    auto bare = [](std::string_view text) {
        std::string out;
        for (char c : plain_blanks(text)) {
            if (c != ' ') out += c;
        }
        return out;
    };
    return bare(a) == bare(b);
}

// n terms, each rounded by half of the last unit at most.
bool within_rounding(const Decimal& printed, const Exact& computed, int terms) {
    Exact half = Exact::fraction(1, 2);
    for (int i = 0; i < printed.decimals(); ++i) half = half / Exact(10);
    return (Exact(printed) - computed).abs() <= half * Exact(terms);
}

// A number as decided documents print them: "17 618,9", "<5", "-". "1O" is no number. A measured value may have words
// after it ("98 % (lägst)").
static bool is_number_in(std::string_view shown, bool is_measured) {
    if (parse_number(shown).kind != NumberKind::error) return true;
    MeasuredKind kind = parse_measured(shown).kind;
    return kind != MeasuredKind::words && (is_measured || kind != MeasuredKind::number);
}

// Printed as no value: "-" and its like.
static bool is_dash(std::string_view shown) {
    return shown == "-" || shown == en_dash || shown == "—" || shown == real_minus;
}

void CellMaker::tell_superfluous(const Published& published, std::string_view shown) {
    problems_.add("published_figure_is_superfluous", Severity::error,
                  {"", 0, 0, "", "published/" + published.id.str(), "shown"}, {{"shown", std::string(shown)}});
}

void CellMaker::reconcile(document::Cell& cell, const Published& published, const CellPlace& place,
                          std::string_view said) {
    document::Inlines text{document::Text{std::string(place.row_label) + ", " + std::string(place.column_label) +
                                          ": " + std::string(said) + "."}};
    append(text, printed(context_, published.note, {"", 0, 0, "", "published/" + published.id.str(), "note"},
                         problems_));
    cell.notes.push_back(notes_.reconciliation(std::move(text)));
}

// The published figure in the cell's own unit, where that stands with it: "98,5 %" where the column is in per cent.
static bool in_own_unit(const PublishedFigure& figure, const CellLook& look, const document::Cell& cell) {
    if (figure.unit.empty()) return true;
    ShownUnit written = ShownUnit::of(figure.unit);
    ShownUnit own = look.unit.word.empty() && cell.figure ? ShownUnit::of(cell.figure->unit) : look.unit;
    if (written.kind != own.kind) return false;
    return written.kind == ShownUnit::Kind::money ? written.money == own.money
           : written.kind != ShownUnit::Kind::other || same_print(written.word, own.word);
}

void CellMaker::put_published(document::Cell& cell, const CellLook& look, const CellPlace& place, int terms) {
    auto it = published_.find({place.row, place.column});
    if (it == published_.end()) return;
    const Published& published = *it->second;
    std::string computed_shown = cell.figure ? cell.figure->shown : std::string();
    PublishedFigure figure =
        published_figure(published.shown, look.plus, look.with_unit ? look.unit.word : std::string());
    bool is_figure = cell.figure && exact_of(cell.figure->value);
    if (published.shown == "(empty)") {
        figure.printed.clear();
    } else if (is_figure && !is_number_in(published.shown, terms == measured)) {
        problems_.add("published_figure_is_no_number", Severity::error,
                      {"", 0, 0, "", "published/" + published.id.str(), "shown"},
                      {{"shown", published.shown}, {"computed", computed_shown}});
        return;
    }
    bool own_unit = in_own_unit(figure, look, cell);
    bool same_number = is_figure && own_unit && !figure.alone.empty() && same_print(figure.alone, computed_shown);
    bool both_nothing = !is_figure && is_dash(published.shown) && is_dash(computed_shown);
    if (same_print(figure.printed, computed_shown) || same_number || both_nothing)
        return tell_superfluous(published, figure.printed);
    // A dash where there is no value says what the empty cell does.
    bool says_the_same = computed_shown.empty() && is_dash(published.shown);
    if (!cell.figure) cell.figure.emplace().label = label_of(place);
    auto computed = exact_of(cell.figure->value);
    cell.figure->published = figure.printed;
    cell.figure->shown = figure.printed;
    cell.figure->computed_shown = computed_shown;
    if (says_the_same) return;
    if (figure.number && own_unit && computed && within_rounding(*figure.number, *computed, std::max(terms, 1))) {
        cell.notes.push_back(notes_.rounding());
        return;
    }
    reconcile(cell, published, place,
              computed_shown.empty() ? std::string(words_of_ours.nothing_computed)
                                     : std::string(words_of_ours.computed) + " " + computed_shown);
}

// Words in place of a mark, a completion or words: they stand as published, with a note that says what the data give.
void CellMaker::put_published_words(document::Cell& cell, const CellPlace& place) {
    auto it = published_.find({place.row, place.column});
    if (it == published_.end()) return;
    const Published& published = *it->second;
    std::string given = cell.mark         ? cell.mark->label
                        : cell.completion ? show_written(std::to_string(*cell.completion) + " %")
                        : cell.figure     ? cell.figure->shown
                                          : std::string();
    if (given.empty() && !cell.paragraphs.empty()) {
        for (const document::Inlines& each : cell.paragraphs) given += (given.empty() ? "" : " ") + words_of(each);
    }
    std::string printed = published.shown == "(empty)" ? std::string() : show_written(published.shown);
    if (same_print(printed, given) || (is_dash(printed) && is_dash(given))) return tell_superfluous(published, printed);
    document::Figure figure;
    figure.label = label_of(place);
    figure.shown = printed;
    figure.published = std::move(printed);
    figure.computed_shown = given;
    figure.sources = cell.sources;
    bool says_the_same = given.empty() && is_dash(published.shown);
    cell.mark.reset();
    cell.completion.reset();
    cell.paragraphs.clear();
    cell.sources.clear();
    cell.figure = std::move(figure);
    if (says_the_same) return;
    reconcile(cell, published, place,
              given.empty() ? std::string(words_of_ours.nothing_given)
                            : std::string(words_of_ours.given) + " ”" + given + "”");
}

document::Inlines cut_note(std::size_t shown, std::size_t all) {
    return {document::Text{std::string(words_of_ours.shows) + std::to_string(shown) + " av " + std::to_string(all) +
                           std::string(words_of_ours.of_all)}};
}

std::vector<document::Column> columns_of(const TableSpec& spec) {
    std::vector<document::Column> columns;
    for (const ColumnSpec& each : spec.columns) {
        document::Column column;
        column.id = each.id.str();
        column.label = typographic(each.label);
        column.group = typographic(each.group);
        bool has_own = !each.unit.empty() && each.unit != spec.unit;
        if (has_own) column.unit = ShownUnit::of(each.unit).word;
        column.principal = each.principal;
        column.width = each.width;
        columns.push_back(std::move(column));
    }
    return columns;
}

void align_columns(document::Table& table, const TableSpec& spec, const std::vector<bool>& holds_figures) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        switch (spec.columns[i].align) {
            case SpecAlign::left:
                table.columns[i].align = document::Align::left;
                break;
            case SpecAlign::right:
                table.columns[i].align = document::Align::right;
                break;
            case SpecAlign::decimal:
                table.columns[i].align = document::Align::decimal;
                break;
            case SpecAlign::automatic:
                table.columns[i].align = holds_figures[i] ? document::Align::decimal : document::Align::left;
                break;
        }
    }
}

}  // namespace styrkedja::reports
