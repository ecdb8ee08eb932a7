// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/html/page.h"
#include "document/names.h"

namespace styrkedja::html {

using namespace document;

namespace {

constexpr std::size_t most_sources_shown = 6;  // the rest is counted; the JSON has them all

// One line of a card: what it is, in grey, and the value.
void line(Page& page, std::string_view label, std::string_view value, std::string_view unit = {}) {
    page.out.open("span");
    page.out.leaf("i", {}, label);
    page.out.text(": ");
    page.out.text(value);
    if (!unit.empty()) {
        page.out.text("\u00a0");
        page.out.text(unit);
    }
    page.out.close();
}

void write_sources(Page& page, const std::vector<Source>& sources) {
    if (sources.empty()) return;
    page.out.open("span", {attr("class", "src")});
    page.out.text(page.words.sources);
    page.out.text(": ");
    const std::size_t shown = std::min(sources.size(), most_sources_shown);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) page.out.text(", ");
        page.out.text(sources[i].id);
        if (sources[i].field.empty()) continue;
        page.out.text(".");
        page.out.text(sources[i].field);
    }
    if (sources.size() > shown) {
        page.out.text(" ");
        page.out.text(page.words.more_sources);
        page.out.text(std::to_string(sources.size() - shown));
        page.out.text(page.words.more_sources_end);
    }
    page.out.close();
}

void write_figure_lines(Page& page, const Figure& figure) {
    if (!figure.label.empty()) page.out.leaf("b", {}, figure.label);
    if (figure.published) {
        line(page, page.words.published, *figure.published);
        line(page, page.words.computed, figure.computed_shown);
    }
    if (!figure.value.empty()) line(page, page.words.exact, exact_figure(figure.value), figure.unit);
    if (!figure.formula.empty()) line(page, page.words.formula, figure.formula);
}

}  // namespace

bool has_card(const Figure& figure) {
    return !figure.label.empty() || !figure.value.empty() || !figure.formula.empty() ||
           !figure.sources.empty() || figure.published.has_value();
}

bool is_in_words(const Figure& figure) {
    return figure.shown.find_first_of("0123456789") == std::string::npos;
}

std::string exact_figure(std::string_view value) {
    std::string text;
    if (value.starts_with('-')) {
        text = "\u2212";
        value.remove_prefix(1);
    }
    const std::size_t point = std::min(value.find('.'), value.size());
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) text += "\u00a0";
        text += value[i];
    }
    if (point < value.size()) {
        text += ',';
        text += value.substr(point + 1);
    }
    return text;
}

void write_card(Page& page, int card, const Figure* figure, const std::vector<const TableNote*>& notes) {
    // Hidden from the reading order, where it would come in the middle of a table row, but described by its
    // owner.
    page.out.open("span",
                  {attr("class", "card"), id("c", std::to_string(card)), attr("aria-hidden", "true")});
    if (figure != nullptr) write_figure_lines(page, *figure);
    for (const TableNote* note : notes) {
        line(page,
             note->avstamning ? page.words.reconciliation.substr(0, page.words.reconciliation.size() - 1)
                              : page.words.note,
             plain_text(note->text));
    }
    if (figure != nullptr) write_sources(page, figure->sources);
    page.out.close();
}

void write_mark_before(Page& page, const Mark& mark) {
    page.out.open("p", {attr("class", "as")});
    page.out.leaf("del", {}, mark.label);
    page.out.close();
}

bool takes_colour(MarkShape shape) {
    return shape <= MarkShape::not_met;
}

void write_shape(Page& page, const Mark& mark) {
    std::string colour_class;
    if (const auto colour = Colour::parse(mark.colour); colour && takes_colour(mark.shape)) {
        const auto& known = page.found.mark_colours;
        const auto at = std::find(known.begin(), known.end(), *colour);
        if (at != known.end()) colour_class = " k" + std::to_string(at - known.begin() + 1);
    }
    const std::string_view shape = name_of(mark.shape);
    page.out.open("svg", {attr("class", "m m-", shape, colour_class), attr("aria-hidden", "true")});
    page.out.open("use", {to("m-", shape)});
    page.out.close();
    page.out.close();
}

void write_mark(Page& page, const Mark& mark) {
    page.out.open("span", {attr("class", "mark")});
    write_shape(page, mark);
    page.out.leaf("span", {}, mark.label);
    page.out.close();
}

}  // namespace styrkedja::html
