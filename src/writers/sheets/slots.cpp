// SPDX-License-Identifier: EUPL-1.2
#include "locale/number.h"
#include "locale/sheet_words.h"
#include "document/names.h"
#include "writers/sheets/slots.h"

// A cell of the document becomes a cell of the sheet.
namespace styrkedja::sheets {

using namespace document;

namespace {

constexpr const SheetWords& words = swedish_sheet_words;
constexpr std::size_t excel_digits = 15;      // significant digits that Excel keeps
constexpr std::size_t quotient_decimals = 12; // Exact::str() ends there: what comes after was never there

bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return digits(text.substr(0, dot)) && (dot == std::string_view::npos || digits(text.substr(dot + 1)));
}

bool loses_digits(std::string_view number) {
    const std::size_t dot = number.find('.');
    if (dot != std::string_view::npos && number.size() - dot - 1 >= quotient_decimals) return false;
    std::string digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
    }
    if (dot == std::string_view::npos) digits.erase(digits.find_last_not_of('0') + 1);
    return digits.size() > excel_digits;
}

std::string suffix_of(const std::string& shown, const ParsedNumber& parsed) {
    if (parsed.unit.empty() || !parsed.footnote.empty()) return {};
    const std::size_t last = shown.find_last_of("0123456789");
    return last == std::string::npos ? std::string() : shown.substr(last + 1);
}

Form form_of(const std::string& shown, const ParsedNumber& parsed, const Exact& value) {
    Form form;
    form.decimals = parsed.value.decimals();
    form.suffix = suffix_of(shown, parsed);
    form.dash = parsed.kind == NumberKind::nil;
    std::size_t run = 0, longest = 0;
    for (const char c : shown.substr(0, shown.find(','))) {
        run = c >= '0' && c <= '9' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    form.grouping = longest <= 3;
    if (parsed.plus) form.sign = Form::Sign::plus_and_minus;
    else if (parsed.value.is_zero() && value.exists() && value.sign() != 0) form.sign = Form::Sign::none;
    return form;
}

void comment(Slot& slot, std::string_view word, std::string_view text) {
    slot.comments.push_back(std::string(word) + ": " + std::string(text));
}

Exact exact_of(const std::string& number) {
    const auto decimal = Decimal::parse(number);
    return decimal ? Exact(*decimal) : Exact::none();
}

}  // namespace

void Slots::set_published(Slot& slot, const Figure& figure) const {
    comment(slot, words.published, *figure.published);
    if (!figure.computed_shown.empty()) comment(slot, words.computed, figure.computed_shown);
    if (!figure.value.empty()) comment(slot, words.exact, figure.value);
    slot.published = true;
    const ParsedNumber parsed = parse_number(*figure.published);
    if (parsed.kind != NumberKind::number) {
        slot.text = *figure.published;
        return;
    }
    slot.number = parsed.value.str();
    slot.value = Exact(parsed.value);
    slot.form = form_of(*figure.published, parsed, slot.value);
}

void Slots::set_figure(Slot& slot, const Figure& figure, const Place& place) {
    slot.share = figure.unit == "%" || figure.shown.ends_with('%');
    if (figure.published) return set_published(slot, figure);
    const ParsedNumber parsed = parse_number(figure.shown);
    const bool printed_as_number = parsed.kind == NumberKind::number || parsed.kind == NumberKind::nil;
    if (!is_decimal(figure.value) || !printed_as_number) {
        slot.text = figure.shown;
        if (!figure.value.empty()) comment(slot, words.value, figure.value);
        return;
    }
    slot.number = figure.value;
    slot.value = exact_of(figure.value);
    slot.form = form_of(figure.shown, parsed, slot.value);
    if (slot.value.exists() && !(Exact(slot.value.rounded(slot.form.decimals)) == Exact(parsed.value))) {
        slot.form.suffix.clear();
        comment(slot, words.shown_as, figure.shown);
    }
    if (loses_digits(figure.value)) {
        comment(slot, words.exact, figure.value);
        problems_.add("number_is_too_long_for_excel", Severity::warning, place,
                      {{"table", name_}, {"number", figure.value}});
    }
}

// What a number can't carry stands in its comment; a cell of words has them all.
void Slots::set_words(Slot& slot, const Cell& cell) const {
    std::string text = text_of(cell);
    if (cell.completion && slot.empty()) {
        slot.number = std::to_string(*cell.completion);
        slot.value = Exact(*cell.completion);
        slot.form.suffix = std::string(hard_space) + "%";
        slot.share = true;
    } else if (cell.completion) {
        text += (text.empty() ? "" : "\n") + std::to_string(*cell.completion) + std::string(hard_space) + "%";
    }
    if (text.empty()) return;
    if (!slot.number.empty()) slot.comments.push_back(std::move(text));
    else slot.text += (slot.text.empty() ? "" : "\n") + text;
}

Slot Slots::of(const Cell& cell, const Place& place) {
    Slot slot;
    if (cell.figure) set_figure(slot, *cell.figure, place);
    set_words(slot, cell);
    for (const int note : cell.notes) slot.comments.push_back(note_text(table_.notes.at(static_cast<std::size_t>(note))));
    if (cell.before) comment(slot, words.before, plain_text(*cell.before));
    return slot;
}

Line Slots::of(const Row& row) {
    Line line;
    line.row = &row;
    line.label.text = plain_text(row.label);
    for (const int note : row.label_notes) {
        line.label.comments.push_back(note_text(table_.notes.at(static_cast<std::size_t>(note))));
    }
    if (row.change == Change::added) line.label.comments.emplace_back(words.added);
    if (row.change == Change::removed) line.label.comments.emplace_back(words.removed);
    if (row.mark) line.mark = row.mark->label;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        const Place place{"", 0, 0, "", "tables/" + table_.id, row.id + "/" + table_.columns[i].id};
        line.cells.push_back(i < row.cells.size() ? of(row.cells[i], place) : Slot{});
    }
    for (const Inlines& paragraph : row.detail) {
        line.remark += (line.remark.empty() ? "" : "\n") + plain_text(paragraph);
    }
    return line;
}

std::string text_of(const Cell& cell) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
    };
    if (cell.mark) add(cell.mark->label);
    for (const Inlines& paragraph : cell.paragraphs) add(plain_text(paragraph));
    if (cell.sparkline) add(cell.sparkline->said);
    return text;
}

std::string note_text(const TableNote& note) {
    std::string text = note.mark.empty() ? "" : std::string(words.note) + " " + note.mark + ": ";
    if (note.avstamning) text += std::string(words.reconciliation) + " ";
    return text + plain_text(note.text);
}

std::string sources_text(const std::vector<Source>& sources) {
    constexpr std::size_t most = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, sources.size()); ++i) {
        text += (i == 0 ? "" : "; ") + sources[i].id;
        if (!sources[i].field.empty()) text += "." + sources[i].field;
    }
    if (sources.size() > most) {
        text += "; " + std::string(words.more_sources) + " " + std::to_string(sources.size() - most) + " " +
                std::string(words.more_sources_end);
    }
    return text;
}

std::string column_heading(const Table& table, std::size_t column) {
    const Column& of = table.columns[column];
    std::string text = of.label;
    if (!of.unit.empty() && text.find(of.unit) == std::string::npos) text += (text.empty() ? "" : ", ") + of.unit;
    return text;
}

}  // namespace styrkedja::sheets
