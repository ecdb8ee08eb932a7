// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/html/page.h"
#include "document/names.h"

// How wide the columns of a table are. A browser that shares a table's width by content alone gives a comment
// the narrowest column and makes every table of a kind different; here figures get what they need, all alike,
// and words share the rest by how much they have to say, or by what the template wishes. All lengths are in
// thousandths of the sheet's live width (165 mm), in table text; estimates, since the browser never cuts a
// word or a figure.
namespace styrkedja::html {

using namespace document;

namespace {

constexpr int portrait = 1000;
constexpr int text_column = 751;     // beside the margin
constexpr int landscape = 1545;      // the paper's other side
constexpr int gutter = 26;           // between two columns
constexpr int widest_words = 400;    // a text wants no more: about 45 characters
constexpr int wished_unit = 130;     // what a template's "width: 1" stands for against the other texts
constexpr int widest_figures = 130;  // equally wide columns of figures are no wider where there is room

int length_of(char32_t c) {
    if (c == ' ' || c == 0xa0 ||
        std::u32string_view(U"iljtfr.,:;'|!()-").find(c) != std::u32string_view::npos)
        return 5;
    if (std::u32string_view(U"mwMW%").find(c) != std::u32string_view::npos) return 14;
    const bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde);
    return capital ? 12 : 9;
}

// The length of a text, and of its longest part that can't be broken.
struct Extent {
    int line = 0;
    int word = 0;
};

char32_t next_character(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t c = lead < 0x80 ? lead : lead & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes && i < text.size(); ++i)
        c = (c << 6U) | (static_cast<unsigned char>(text[i]) & 0x3fU);
    text.remove_prefix(std::min(bytes, text.size()));
    return c;
}

Extent extent_of(std::string_view text) {
    Extent extent;
    int word = 0;
    while (!text.empty()) {
        const char32_t c = next_character(text);
        extent.line += length_of(c);
        word = c == ' ' ? 0 : word + length_of(c);
        extent.word = std::max(extent.word, word);
    }
    return extent;
}

// What a column needs at least, and what it would like.
struct Demand {
    int least = 0;
    int likes = 0;
    int weight = 2;  // its part of what is left, against the others
    bool figures = false;
};

void add_words(Demand& demand, std::string_view text) {
    const Extent extent = extent_of(text);
    demand.least = std::max(demand.least, extent.word);
    demand.likes = std::max(demand.likes, std::min(extent.line, widest_words));
}

void add_cell(Demand& demand, const Cell& cell) {
    constexpr int bar = 150;   // a bar of completion with its number
    constexpr int shape = 16;  // before a mark's word
    if (cell.completion) demand.least = std::max(demand.least, bar);
    if (cell.figure && is_in_words(*cell.figure)) {
        add_words(demand, cell.figure->shown);
    } else if (cell.figure) {
        demand.least = std::max(demand.least, extent_of(cell.figure->shown).line);
    }
    if (cell.mark) {
        const Extent extent = extent_of(cell.mark->label);
        demand.least = std::max(demand.least, extent.word + shape);
        demand.likes = std::max(demand.likes, std::min(extent.line + shape, widest_words));
    }
    for (const Inlines& paragraph : cell.paragraphs) add_words(demand, plain_text(paragraph));
}

Demand demand_of_column(const Table& table, std::size_t at) {
    const Column& column = table.columns[at];
    Demand demand;
    Demand head;
    add_words(head, column.label);
    demand.least = std::max(head.least, std::min(head.likes * 6 / 10, widest_figures - gutter));  // two lines
    for (const Row& row : table.rows) {
        if (at < row.cells.size()) add_cell(demand, row.cells[at]);
    }
    demand.likes = std::max(demand.likes, demand.least);
    demand.figures = column.align != Align::left;
    if (column.width > 0) {
        demand.likes = std::max(demand.least, column.width * wished_unit);
        demand.weight *= column.width;
    }
    demand.least += gutter;
    demand.likes += gutter;
    return demand;
}

Demand demand_of_labels(const Table& table) {
    constexpr int step = 24;  // of indentation
    Demand demand;
    demand.weight = 3;
    add_words(demand, table.stub);
    for (const Row& row : table.rows) {
        if (row.kind == RowKind::group) continue;
        Demand own;
        add_words(own, plain_text(row.label) + (row.mark ? "  " + row.mark->label : std::string()));
        const int before = row.indent * step + (row.mark ? step : 0);
        demand.least = std::max(demand.least, own.least + before);
        demand.likes = std::max(demand.likes, own.likes + before);
    }
    return demand;
}

// Figures first: what the widest of them needs, or a little more where the words leave room. Only a column
// whose head is a long word is wider than the others.
int figure_width(const std::vector<Demand>& demands, int whole, int words) {
    int needed = 0;
    int count = 0;
    for (const Demand& each : demands) {
        if (!each.figures) continue;
        ++count;
        needed = std::max(needed, std::min(each.least, widest_figures));
    }
    return count == 0 ? 0 : std::max(needed, std::min(widest_figures, (whole - words) / count));
}

// Then the words: each gets what it needs at least, and of what is left the modest ones get all they would
// like and the others share by weight.
void share_room(std::vector<Demand>& demands, int room) {
    std::vector<Demand*> waiting;
    for (Demand& each : demands) {
        if (!each.figures) waiting.push_back(&each);
    }
    while (!waiting.empty()) {
        int weight = 0;
        for (const Demand* each : waiting) weight += each->weight;
        const auto modest = std::find_if(waiting.begin(), waiting.end(), [&](const Demand* each) {
            return (each->likes - each->least) * weight <= room * each->weight;
        });
        if (modest == waiting.end()) {
            for (Demand* each : waiting) each->least += room * each->weight / weight;
            return;
        }
        room -= (*modest)->likes - (*modest)->least;
        (*modest)->least = (*modest)->likes;
        waiting.erase(modest);
    }
}

std::vector<Demand> demands_of(const Table& table) {
    std::vector<Demand> demands;
    for (std::size_t i = 0; i < table.columns.size(); ++i) demands.push_back(demand_of_column(table, i));
    demands.push_back(demand_of_labels(table));
    return demands;
}

}  // namespace

bool is_slim(const Table& table) {
    constexpr std::size_t most_columns = 2;
    if (table.wide || table.columns.size() > most_columns) return false;
    int wanted = 0;
    for (const Demand& each : demands_of(table)) wanted += each.likes;
    return wanted <= text_column;
}

std::vector<int> column_percents(const Table& table) {
    const int whole = table.wide ? landscape : is_slim(table) ? text_column : portrait;
    std::vector<Demand> demands = demands_of(table);
    int words = 0;
    for (const Demand& each : demands) words += each.figures ? 0 : each.likes;
    const int figure = figure_width(demands, whole, words);
    int room = whole;
    for (Demand& each : demands) {
        if (each.figures) each.least = std::max(each.least, figure);
        room -= each.least;
    }
    share_room(demands, std::max(0, room));
    std::vector<int> percents;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        percents.push_back(std::clamp(demands[i].least * 100 / whole, 1, 90));
    return percents;
}

}  // namespace styrkedja::html
