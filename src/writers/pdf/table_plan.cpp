// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "document/names.h"
#include "writers/pdf/table.h"

// How wide the columns are: figures get what they need, all alike; words share the rest by how much they have to say, or by
// what the template wishes. The widths of words are measured, not guessed.
namespace styrkedja::pdf {

using namespace document;

namespace {

constexpr double widest_words = 187;   // a text wants no more: about 45 characters
constexpr double wished_unit = 61;     // what a template's "width: 1" stands for against the other texts
constexpr double widest_figures = 61;  // equally wide columns of figures are no wider where there is room
constexpr double enough_words = 62;    // a column of words narrower than this is hard to read

struct Demand {
    double least = 0;
    double likes = 0;
    double weight = 2;
    bool figures = false;
};

class Planner {
  public:
    Planner(Paper& paper, TableLayout& layout) : paper_(paper), layout_(layout), table_(*layout.table) {}

    void demand() {
        measure_tails();
        demands_.clear();
        extra_.clear();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) demands_.push_back(column(i));
        // Letters of notes hang into the room after a column of figures.
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            extra_.push_back(html::follows_figures(table_, i) ? 6 : i > 0 && has_notes(i - 1) ? 4 : 0);
        labels_ = labels();
    }

    double wanted() const {
        double sum = labels_.likes;
        for (std::size_t i = 0; i < demands_.size(); ++i) sum += demands_[i].likes + gutter(i);
        return sum + layout_.edge;
    }

    // All columns in one part, if they fit the width.
    bool fits(double width) const {
        double sum = labels_.least + layout_.edge;
        for (std::size_t i = 0; i < demands_.size(); ++i) sum += demands_[i].least + gutter(i);
        return sum <= width;
    }

    // As many columns to a part as fit beside the labels; at least one.
    std::vector<std::vector<std::size_t>> parts(double width) {
        labels_.least = std::min(labels_.least, width * 0.4);
        std::vector<std::vector<std::size_t>> list(1);
        double sum = labels_.least + layout_.edge;
        for (std::size_t i = 0; i < demands_.size(); ++i) {
            demands_[i].least = std::min(demands_[i].least, width * 0.5);
            const double more = demands_[i].least + gutter(i);
            if (sum + more > width && !list.back().empty()) {
                list.emplace_back();
                sum = labels_.least + layout_.edge;
            }
            list.back().push_back(i);
            sum += more;
        }
        return list;
    }

    TablePart part(const std::vector<std::size_t>& columns, double x, double width) {
        std::vector<Demand> demands;
        for (const std::size_t each : columns) demands.push_back(demands_[each]);
        demands.push_back(labels_);
        double room = width - layout_.edge;
        for (const std::size_t each : columns) room -= gutter(each);
        const double figure = figure_width(demands, room);
        for (Demand& each : demands) {
            if (each.figures) each.least = std::max(each.least, figure);
            room -= each.least;
        }
        share(demands, std::max(0.0, room));
        TablePart made;
        made.columns = columns;
        made.label_width = demands.back().least;
        double at = x + made.label_width;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            at += gutter(columns[i]);
            made.left.push_back(at);
            at += demands[i].least;
            made.right.push_back(at);
        }
        stretch(made, x + width - layout_.edge - at);
        return made;
    }

  private:
    bool has_notes(std::size_t column) const {
        return std::any_of(table_.rows.begin(), table_.rows.end(), [column](const Row& row) {
            return column < row.cells.size() && row.cells[column].figure && !row.cells[column].notes.empty();
        });
    }

    // What decimal commas are aligned by.
    void measure_tails() {
        layout_.tails.assign(table_.columns.size(), 0);
        for (const Row& row : table_.rows) {
            for (std::size_t i = 0; i < row.cells.size() && i < table_.columns.size(); ++i) {
                if (table_.columns[i].align != Align::decimal || !row.cells[i].figure) continue;
                Style style = row_style(layout_, row);
                if (table_.columns[i].principal) style = bolder(style);
                layout_.tails[i] = std::max(layout_.tails[i], tail_width(paper_, style, row.cells[i].figure->shown));
            }
        }
    }

    double gutter(std::size_t column) const { return layout_.gutter + extra_[column]; }

    void words(Demand& demand, const Inlines& inlines, const Style& style, double before = 0) {
        for (const Inline& each : inlines) {
            if (std::holds_alternative<LineBreak>(each)) return lines(demand, inlines, style, before);
        }
        words(demand, plain_text(inlines), style, before);
    }
    void lines(Demand& demand, const Inlines& inlines, const Style& style, double before) {
        Inlines line;
        for (const Inline& each : inlines) {
            if (!std::holds_alternative<LineBreak>(each)) {
                line.push_back(each);
                continue;
            }
            words(demand, plain_text(line), style, before);
            line.clear();
        }
        words(demand, plain_text(line), style, before);
    }
    void words(Demand& demand, const std::string& text, const Style& style, double before = 0) {
        constexpr double longest_word = 100;  // a longer one is divided
        const auto extent = paper_.setter.extent({span(text, style, artifact)});
        demand.least = std::max(demand.least, std::min(extent.word, longest_word) + before);
        demand.likes = std::max(demand.likes, std::min(extent.line + before, widest_words));
    }

    void cell(Demand& demand, const Row& row, std::size_t at) {
        const Cell& cell = row.cells[at];
        Style style = row_style(layout_, row);
        if (table_.columns[at].principal) style = bolder(style);
        if (cell.completion) demand.least = std::max(demand.least, completion_number_width(paper_, style) + 44);
        if (cell.sparkline) demand.least = std::max(demand.least, 52.0);
        if (cell.mark) words(demand, cell.mark->label, style, mark_side + 4);
        for (const Inlines& each : cell.paragraphs) words(demand, each, style);
        if (!cell.figure) return;
        double old = 0;
        if (cell.before) old = paper_.fonts.width(style, plain_text(*cell.before) + " ");
        if (html::is_in_words(*cell.figure)) {
            words(demand, cell.figure->shown, style);
        } else {
            double width = paper_.fonts.width(style, cell.figure->shown) + old;
            if (table_.columns[at].align == Align::decimal)
                width += layout_.tails[at] - tail_width(paper_, style, cell.figure->shown);
            demand.least = std::max(demand.least, width);
        }
    }

    Demand column(std::size_t at) {
        const Column& of = table_.columns[at];
        Demand demand, head;
        const Style head_style = layout_.style(look::table_head);
        words(head, of.label + (of.unit.empty() ? "" : " " + of.unit), head_style);
        demand.figures = of.align != Align::left;
        demand.least = std::max(head.least, std::min(head.likes * 0.6, widest_figures - layout_.gutter));
        for (const Row& row : table_.rows) {
            if (at < row.cells.size()) cell(demand, row, at);
        }
        demand.likes = std::max(demand.likes, demand.least);
        if (!demand.figures) demand.least = std::max(demand.least, std::min(demand.likes, enough_words));
        if (of.width > 0) {
            demand.likes = std::max(demand.least, of.width * wished_unit);
            demand.weight *= of.width;
        }
        return demand;
    }

    Demand labels() {
        Demand demand;
        demand.weight = 3;
        words(demand, table_.stub, layout_.style(look::table_head));
        for (const Row& row : table_.rows) {
            if (row.kind == RowKind::group) continue;
            const double before = row.indent * indent_step + layout_.mark_room() + (row.kind == RowKind::varav ? indent_step : 0);
            const Style style = row_style(layout_, row);
            words(demand, row.label, style, before);
            if (row.mark && !row.mark->label.empty()) {
                Demand both;
                words(both, plain_text(row.label) + "  " + row.mark->label, style, before);
                demand.likes = std::max(demand.likes, both.likes);
            }
        }
        demand.least = std::max(demand.least, std::min(demand.likes, enough_words));
        return demand;
    }

    // What the widest figure needs, or a little more where the words leave room. Only a column whose head is a long word is wider.
    double figure_width(const std::vector<Demand>& demands, double room) const {
        double needed = 0, words = 0;
        int count = 0;
        for (const Demand& each : demands) {
            if (!each.figures) {
                words += each.likes;
                continue;
            }
            ++count;
            needed = std::max(needed, std::min(each.least, widest_figures));
        }
        if (count == 0) return 0;
        double least = 0;
        for (const Demand& each : demands) least += each.figures ? std::max(each.least, needed) : each.least;
        if (least > room) return 0;  // alike is a luxury
        return std::max(needed, std::min(widest_figures, (room - words) / count));
    }

    // Each gets what it needs; of what is left the modest ones get all they would like and the others share by weight.
    void share(std::vector<Demand>& demands, double room) const {
        std::vector<Demand*> waiting;
        for (Demand& each : demands) {
            if (!each.figures) waiting.push_back(&each);
        }
        while (!waiting.empty()) {
            double weight = 0;
            for (const Demand* each : waiting) weight += each->weight;
            const auto modest = std::find_if(waiting.begin(), waiting.end(), [&](const Demand* each) {
                return (each->likes - each->least) * weight <= room * each->weight;
            });
            if (modest == waiting.end()) {
                for (Demand* each : waiting) each->least += room * each->weight / weight;
                return;
            }
            room -= std::max(0.0, (*modest)->likes - (*modest)->least);
            (*modest)->least = std::max((*modest)->least, (*modest)->likes);
            waiting.erase(modest);
        }
    }

    // What nobody needed goes to the labels, so that the table fills its width; all columns move right.
    static void stretch(TablePart& part, double left_over) {
        if (left_over <= 0) return;
        part.label_width += left_over;
        for (double& each : part.left) each += left_over;
        for (double& each : part.right) each += left_over;
    }

    Paper& paper_;
    TableLayout& layout_;
    const Table& table_;
    std::vector<Demand> demands_;
    std::vector<double> extra_;  // room before each column beside the gutter
    Demand labels_;
};

// Letters of notes hang outside the figures: in the last column that is outside the table.
bool notes_hang_at_edge(const Table& table) {
    const std::size_t last = table.columns.size();
    return last > 0 && std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
               return row.cells.size() == last && row.cells.back().figure && !row.cells.back().notes.empty();
           });
}


std::vector<std::size_t> all_columns(const Table& table) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < table.columns.size(); ++i) list.push_back(i);
    return list;
}

struct Attempt {
    bool turned;
    double scale;
};

}  // namespace

Style row_style(const TableLayout& layout, const Row& row) {
    Style style = layout.style(look::table);
    if (row.kind == RowKind::subtotal || row.kind == RowKind::total || row.kind == RowKind::group) style = bolder(style);
    if (row.kind == RowKind::varav || row.kind == RowKind::rounding) style.ink = grey;
    return style;
}

double tail_width(Paper& paper, const Style& style, const std::string& shown) {
    const html::Tail tail = html::tail_of(shown);
    return paper.fonts.width(style, std::string(tail.decimals) + std::string(tail.unit));
}

double completion_number_width(Paper& paper, const Style& style) {
    return paper.fonts.width(style, "100\u00a0%");
}

// Upright as it is; set smaller; turned; turned and smaller; at last parted by columns.
TableLayout plan(Paper& paper, const Table& table) {
    constexpr std::size_t most_upright = 10, crowded = 5;
    constexpr Attempt attempts[] = {{false, 1}, {false, 0.94}, {true, 1}, {true, 0.92}, {true, 0.84}};
    TableLayout layout;
    layout.table = &table;
    layout.marks = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.mark.has_value(); });
    layout.gutter = table.columns.size() > crowded ? 5.1 : 9.1;
    layout.edge = notes_hang_at_edge(table) ? 7 : 0;
    Planner planner(paper, layout);
    const bool wants_turned = table.wide || table.columns.size() > most_upright;
    for (const Attempt& each : attempts) {
        if (wants_turned && !each.turned) continue;
        layout.turned = each.turned;
        layout.scale = each.scale;
        layout.x = 0;
        layout.width = each.turned ? turned_live : upright_sheet.live_width();
        planner.demand();
        const bool slim = !each.turned && table.columns.size() <= 2 && planner.wanted() <= text_width;
        if (slim) {
            layout.x = text_left;
            layout.width = text_width;
        }
        if (!planner.fits(layout.width)) continue;
        layout.parts.push_back(planner.part(all_columns(table), layout.x, layout.width));
        return layout;
    }
    for (const auto& columns : planner.parts(layout.width)) layout.parts.push_back(planner.part(columns, layout.x, layout.width));
    return layout;
}

bool is_turned(Paper& paper, std::size_t table) {
    return plan(paper, paper.document.tables[table]).turned;
}

}  // namespace styrkedja::pdf
