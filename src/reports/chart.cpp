// SPDX-License-Identifier: EUPL-1.2
#include "reports/chart.h"

#include <algorithm>

#include "document/names.h"
#include "domain/values/target.h"
#include "locale/chart_words.h"
#include "locale/number.h"
#include "locale/typography.h"
#include "reports/quantity.h"

namespace styrkedja::reports {

using namespace document;
using document::Table;

namespace {

constexpr const ChartWords& said = swedish_chart_words;

SeriesKind kind_of(ValueKind kind) { return static_cast<SeriesKind>(kind); }
static_assert(static_cast<int>(ValueKind::status) == static_cast<int>(SeriesKind::status));
static_assert(static_cast<int>(ChartForm::forecast_record) == static_cast<int>(ChartKind::forecast_record));

// A cell's column and what it is drawn as.
struct Source {
    const SeriesSpec* spec = nullptr;
    std::size_t column = 0;
    bool row_mark = false;         // the mark before the label rather than a column
};

class TableChart {
  public:
    TableChart(const Context& context, const ChartSpec& spec, const Table& table, Problems& problems)
        : context_(context), spec_(spec), table_(table), problems_(problems) {
        find_sources();
        find_rows();
    }

    Chart chart() {
        Chart chart;
        chart.id = spec_.id.str();
        chart.kind = static_cast<ChartKind>(spec_.chart);
        switch (spec_.chart) {
        case ChartForm::trend:
        case ChartForm::forecast_record: rows_as_panels(chart); break;
        case ChartForm::shares: counted(chart); break;
        case ChartForm::heat_map: rows_as_series(chart); break;
        case ChartForm::bridge: steps(chart); break;
        default: rows_as_places(chart);
        }
        return chart;
    }

  private:
    Place place(std::string_view field) const {
        return template_place(context_, "charts." + spec_.id.str() + "." + std::string(field));
    }

    std::optional<std::size_t> column_named(std::string_view id, std::string_view field) {
        NearestName near(id);
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (table_.columns[i].id == id) return i;
            near.offer(table_.columns[i].id);
        }
        problems_.add("chart_column_does_not_exist", Severity::error, place(field),
                      {{"chart", spec_.id.str()}, {"column", std::string(id)}, {"table", spec_.of.str()}, {"near", near.str()}});
        return std::nullopt;
    }

    void find_sources() {
        for (const SeriesSpec& series : spec_.series) {
            if (series.column.empty()) sources_.push_back({&series, 0, true});
            else if (const auto column = column_named(series.column.str(), "series")) sources_.push_back({&series, *column, false});
        }
    }

    void find_rows() {
        for (const std::string& id : spec_.rows.list) {
            NearestName near(id);
            const Row* found = nullptr;
            for (const Row& row : table_.rows) {
                near.offer(row.id);
                if (row.id == id) found = &row;
            }
            if (found != nullptr) rows_.push_back(found);
            else problems_.add("chart_row_does_not_exist", Severity::error, place("rows"),
                               {{"chart", spec_.id.str()}, {"row", id}, {"table", spec_.of.str()}, {"near", near.str()}});
        }
        const bool totals = spec_.chart == ChartForm::bridge;
        for (const Row& row : table_.rows) {
            const bool total = row.kind == RowKind::subtotal || row.kind == RowKind::total || row.kind == RowKind::rounding;
            if (spec_.rows.empty() && (row.kind == RowKind::item || (totals && total))) rows_.push_back(&row);
        }
        sort_rows();
    }

    void sort_rows() {
        if (spec_.sort.empty()) return;
        const bool falling = spec_.sort.starts_with('-');
        const auto column = column_named(std::string_view(spec_.sort).substr(falling ? 1 : 0), "sort");
        if (!column) return;
        // Rows without a number stand last whichever way.
        const auto number = [&](const Row* row) -> std::optional<Exact> {
            const Cell& cell = row->cells[*column];
            return cell.figure ? exact_of(cell.figure->value) : std::nullopt;
        };
        std::stable_sort(rows_.begin(), rows_.end(), [&](const Row* a, const Row* b) {
            const auto first = number(a), second = number(b);
            if (!first || !second) return first.has_value() && !second.has_value();
            return falling ? *second < *first : *first < *second;
        });
    }

    std::string heading(std::size_t column) const {
        const Column& at = table_.columns[column];
        return at.group.empty() ? at.label : at.group + " " + at.label;
    }
    std::string label_of(const Source& source) const {
        if (!source.spec->label.empty()) return typographic(source.spec->label);
        return source.row_mark ? std::string() : heading(source.column);
    }
    std::string place_of(const Source& source) const {
        return source.spec->place.empty() ? heading(source.column) : typographic(source.spec->place);
    }
    std::string unit_of(const Row&) const { return spec_.unit.empty() ? table_.unit : typographic(spec_.unit); }

    ChartValue value_of(const Row& row, const Source& source) const {
        ChartValue value;
        if (source.row_mark) {
            value.mark = row.mark;
            return value;
        }
        const Cell& cell = row.cells[source.column];
        value.mark = cell.mark;
        if (cell.completion) {
            Figure figure;
            figure.shown = figure.value = std::to_string(*cell.completion);
            figure.unit = "%";
            value.figure = figure;
        } else if (cell.figure && !cell.figure->value.empty()) {
            value.figure = cell.figure;
            draw_as_printed(*value.figure);
        } else if (cell.figure) {
            value.words = cell.figure->shown;
        } else if (!cell.paragraphs.empty()) {
            value.words = words_of(cell.paragraphs.front());
        }
        if (value.figure) value.figure->target = table_.id + "/" + row.id + "/" + table_.columns[source.column].id;
        // A dash says only that there is nothing.
        if (value.words == "–" || value.words == "-") value.words.clear();
        if (source.spec->as == ValueKind::target && !value.words.empty()) value.towards = way_of(value.words);
        return value;
    }

    // Where the decided document prints another figure, the bar is as long as the number beside it says.
    static void draw_as_printed(Figure& figure) {
        if (!figure.published) return;
        const ParsedNumber printed = parse_number(*figure.published);
        if (printed.kind == NumberKind::number) figure.value = printed.value.str();
    }

    // Which way a target in words points; 0 where it doesn't say.
    static int way_of(const std::string& words) {
        const UnderstoodTarget target = parse_target(words);
        if (target.form != TargetForm::course) return 0;
        return target.course == Course::up ? 1 : target.course == Course::down ? -1 : 0;
    }

    void rows_as_places(Chart& chart) {
        ChartPanel panel;
        panel.unit = spec_.unit.empty() ? table_.unit : typographic(spec_.unit);
        for (const Row* row : rows_) panel.places.push_back(words_of(row->label));
        for (const Source& source : sources_) {
            ChartSeries series{label_of(source), kind_of(source.spec->as), {}};
            for (const Row* row : rows_) series.values.push_back(value_of(*row, source));
            panel.series.push_back(std::move(series));
        }
        chart.panels.push_back(std::move(panel));
    }

    // Sums stand in a series of their own; each step has its value in one of them.
    void steps(Chart& chart) {
        rows_as_places(chart);
        ChartPanel& panel = chart.panels.front();
        ChartSeries sums{table_.stub, SeriesKind::sum, std::vector<ChartValue>(rows_.size())};
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const bool named = spec_.sums.has(rows_[i]->id);
            if (!named && rows_[i]->kind != RowKind::subtotal && rows_[i]->kind != RowKind::total) continue;
            for (ChartSeries& series : panel.series) {
                if (series.kind == SeriesKind::sum || !series.values[i].figure) continue;
                sums.values[i] = std::move(series.values[i]);
                series.values[i] = {};
            }
        }
        panel.series.insert(panel.series.begin(), std::move(sums));
    }

    // Trends and forecast records: each row is a panel, its columns stand at their places.
    void rows_as_panels(Chart& chart) {
        std::vector<std::string> places;
        for (const Source& source : sources_) {
            const std::string at = place_of(source);
            if (std::find(places.begin(), places.end(), at) == places.end()) places.push_back(at);
        }
        // Years in order of time, whatever order the table has.
        const bool years = std::all_of(places.begin(), places.end(), [](const std::string& at) {
            return at.size() == 4 && at.find_first_not_of("0123456789") == std::string::npos;
        });
        if (years) std::sort(places.begin(), places.end());
        for (const Row* row : rows_) {
            ChartPanel panel{words_of(row->label), unit_of(*row), places, {}};
            for (const Source& source : sources_) add_to(panel, *row, source);
            std::erase_if(panel.series, [](const ChartSeries& series) { return !has_any(series); });
            chart.panels.push_back(std::move(panel));
        }
    }

    static bool has_any(const ChartSeries& series) {
        return std::any_of(series.values.begin(), series.values.end(), [](const ChartValue& value) {
            return value.figure || !value.words.empty();
        });
    }

    void add_to(ChartPanel& panel, const Row& row, const Source& source) const {
        const SeriesKind kind = kind_of(source.spec->as);
        const std::string label = source.spec->label.empty() ? std::string(said.kinds[static_cast<std::size_t>(kind)])
                                                             : typographic(source.spec->label);
        auto series = std::find_if(panel.series.begin(), panel.series.end(), [&](const ChartSeries& each) {
            return each.kind == kind && each.label == label;
        });
        if (series == panel.series.end()) {
            series = panel.series.insert(panel.series.end(), {label, kind, std::vector<ChartValue>(panel.places.size())});
        }
        const auto at = std::find(panel.places.begin(), panel.places.end(), place_of(source));
        series->values[static_cast<std::size_t>(at - panel.places.begin())] = value_of(row, source);
    }

    void rows_as_series(Chart& chart) {
        ChartPanel panel;
        for (const Source& source : sources_) panel.places.push_back(place_of(source));
        for (const Row* row : rows_) {
            ChartSeries series{words_of(row->label), SeriesKind::status, {}};
            for (const Source& source : sources_) series.values.push_back(value_of(*row, source));
            panel.series.push_back(std::move(series));
        }
        chart.panels.push_back(std::move(panel));
    }

    // Shares: how many rows have each mark, in the order of their shapes. A place for each source.
    void counted(Chart& chart) {
        struct Kind {
            Mark mark;
            std::vector<int> counts;
            std::vector<std::vector<document::Source>> whose;
        };
        std::vector<Kind> kinds;
        ChartPanel panel;
        for (std::size_t s = 0; s < sources_.size(); ++s) {
            panel.places.push_back(label_of(sources_[s]));
            for (const Row* row : rows_) {
                const ChartValue value = value_of(*row, sources_[s]);
                if (!value.mark) continue;
                auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) {
                    return each.mark.shape == value.mark->shape && each.mark.label == value.mark->label;
                });
                if (kind == kinds.end()) {
                    kind = kinds.insert(kinds.end(), {*value.mark, std::vector<int>(sources_.size()), {}});
                    kind->whose.resize(sources_.size());
                }
                ++kind->counts[s];
                kind->whose[s].push_back({row->id, ""});
            }
        }
        if (sources_.size() == 1) panel.places.front().clear();
        std::stable_sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) { return rank(a.mark) < rank(b.mark); });
        for (const Kind& kind : kinds) {
            ChartSeries series{kind.mark.label, SeriesKind::status, {}};
            for (std::size_t s = 0; s < sources_.size(); ++s) {
                Figure figure;
                figure.shown = figure.value = std::to_string(kind.counts[s]);
                figure.label = kind.mark.label;
                figure.sources = kind.whose[s];
                series.values.push_back({figure, "", kind.mark, 0});
            }
            panel.series.push_back(std::move(series));
        }
        chart.panels.push_back(std::move(panel));
    }

    // What isn't assessed comes last.
    static int rank(const Mark& mark) {
        return mark.shape == MarkShape::not_assessed ? 100 : static_cast<int>(mark.shape);
    }

    const Context& context_;
    const ChartSpec& spec_;
    const Table& table_;
    Problems& problems_;
    std::vector<Source> sources_;
    std::vector<const Row*> rows_;
};

}  // namespace

std::string words_of(const Inlines& inlines) {
    std::string text = document::plain_text(inlines);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

Chart chart_of_table(const Context& context, const ChartSpec& spec, const Table& table, Problems& problems) {
    return TableChart(context, spec, table, problems).chart();
}

bool shows_something(const Chart& chart) {
    for (const ChartPanel& panel : chart.panels) {
        for (const ChartSeries& series : panel.series) {
            for (const ChartValue& value : series.values) {
                const bool words = chart.kind == ChartKind::year_wheel && !value.words.empty();
                if (value.figure || words || (chart.kind == ChartKind::heat_map && value.mark)) return true;
            }
        }
    }
    return false;
}

namespace {

// "Utfall: högst 290,8 (Exploatering), lägst 7,2 (Kansli)."
std::string extremes(const ChartPanel& panel, const ChartSeries& series) {
    std::optional<std::size_t> high, low;
    std::optional<Exact> most, least;
    for (std::size_t i = 0; i < std::min(series.values.size(), panel.places.size()); ++i) {
        const auto& figure = series.values[i].figure;
        const auto number = figure ? exact_of(figure->value) : std::nullopt;
        if (!number) continue;
        if (!most || *most < *number) most = number, high = i;
        if (!least || *number < *least) least = number, low = i;
    }
    if (!high) return "";
    const auto at = [&](std::size_t i) {
        const std::string& name = panel.places[i];
        return series.values[i].figure->shown + (name.empty() ? "" : " (" + name + ")");
    };
    const std::string name = series.label.empty() ? "" : series.label + ": ";
    if (high == low) return name + at(*high) + ".";
    return name + std::string(said.highest) + " " + at(*high) + ", " + std::string(said.lowest) + " " + at(*low) + ".";
}

// "Kommunstyrelsen: 1 helt, 4 delvis." of marks, or what is done when.
std::string in_words(const ChartPanel& panel, const ChartSeries& series) {
    std::string text;
    for (std::size_t i = 0; i < std::min(series.values.size(), panel.places.size()); ++i) {
        const ChartValue& value = series.values[i];
        const std::string word = value.mark ? value.mark->label : value.words;
        if (word.empty()) continue;
        // Of a year's wheel the words say the month too.
        const bool twice = !value.mark && word.find(panel.places[i]) != std::string::npos;
        text += (text.empty() ? "" : ", ") + (twice ? "" : panel.places[i] + " ") + word;
    }
    return text.empty() ? "" : series.label + ": " + text + ".";
}

}  // namespace

std::string chart_in_words(const Chart& chart) {
    constexpr std::size_t most_panels = 8;
    std::string text(said.forms[static_cast<std::size_t>(chart.kind)]);
    text += ".";
    if (!shows_something(chart)) return text + " " + std::string(said.nothing_to_show);
    const bool words = chart.kind == ChartKind::heat_map || chart.kind == ChartKind::year_wheel;
    for (std::size_t i = 0; i < std::min(chart.panels.size(), most_panels); ++i) {
        const ChartPanel& panel = chart.panels[i];
        if (!panel.label.empty()) text += " " + panel.label + ".";
        for (const ChartSeries& series : panel.series) {
            const std::string part = words ? in_words(panel, series) : extremes(panel, series);
            if (!part.empty()) text += " " + part;
        }
    }
    if (chart.panels.size() > most_panels) {
        std::string more(said.more);
        more.replace(more.find("{count}"), 7, std::to_string(chart.panels.size() - most_panels));
        text += " " + more;
    }
    return text;
}

}  // namespace styrkedja::reports
