// SPDX-License-Identifier: EUPL-1.2
#include "document/names.h"

#include <algorithm>

namespace styrkedja::document {

std::string_view name_of(MarkShape shape) {
    switch (shape) {
        case MarkShape::not_assessed:
            return "not_assessed";
        case MarkShape::met:
            return "met";
        case MarkShape::mostly:
            return "mostly";
        case MarkShape::partly:
            return "partly";
        case MarkShape::little:
            return "little";
        case MarkShape::not_met:
            return "not_met";
        case MarkShape::not_started:
            return "not_started";
        case MarkShape::ongoing:
            return "ongoing";
        case MarkShape::waiting:
            return "waiting";
        case MarkShape::done:
            return "done";
        case MarkShape::stopped:
            return "stopped";
        case MarkShape::trend_better:
            return "trend_better";
        case MarkShape::trend_same:
            return "trend_same";
        case MarkShape::trend_worse:
            return "trend_worse";
    }
    return "not_assessed";
}

std::string_view name_of(RowKind kind) {
    switch (kind) {
        case RowKind::item:
            return "item";
        case RowKind::group:
            return "group";
        case RowKind::subtotal:
            return "subtotal";
        case RowKind::total:
            return "total";
        case RowKind::varav:
            return "varav";
        case RowKind::rounding:
            return "rounding";
    }
    return "item";
}

std::string_view name_of(State state) {
    switch (state) {
        case State::draft:
            return "draft";
        case State::submitted:
            return "submitted";
        case State::approved:
            return "approved";
        case State::decided:
            return "decided";
        case State::published:
            return "published";
    }
    return "draft";
}

std::string_view name_of(Align align) {
    switch (align) {
        case Align::left:
            return "left";
        case Align::right:
            return "right";
        case Align::decimal:
            return "decimal";
    }
    return "right";
}

std::string_view name_of(Change change) {
    switch (change) {
        case Change::none:
            return "";
        case Change::added:
            return "added";
        case Change::removed:
            return "removed";
    }
    return "";
}

Change change_of(const Inline& part) {
    return std::visit(
        [](const auto& each) {
            if constexpr (requires { each.change; }) return each.change;
            else return Change::none;
        },
        part);
}

std::string_view name_of(ChartKind kind) {
    switch (kind) {
        case ChartKind::trend:
            return "trend";
        case ChartKind::bars:
            return "bars";
        case ChartKind::variance:
            return "variance";
        case ChartKind::completion:
            return "completion";
        case ChartKind::shares:
            return "shares";
        case ChartKind::bridge:
            return "bridge";
        case ChartKind::year_wheel:
            return "year_wheel";
        case ChartKind::heat_map:
            return "heat_map";
        case ChartKind::forecast_record:
            return "forecast_record";
    }
    return "bars";
}

std::string_view name_of(SeriesKind kind) {
    switch (kind) {
        case SeriesKind::outcome:
            return "outcome";
        case SeriesKind::base:
            return "base";
        case SeriesKind::target:
            return "target";
        case SeriesKind::budget:
            return "budget";
        case SeriesKind::forecast:
            return "forecast";
        case SeriesKind::last_year:
            return "last_year";
        case SeriesKind::variance:
            return "variance";
        case SeriesKind::sum:
            return "sum";
        case SeriesKind::addition:
            return "addition";
        case SeriesKind::reduction:
            return "reduction";
        case SeriesKind::status:
            return "status";
    }
    return "outcome";
}

bool has_changes(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(),
                       [](const Inline& part) { return change_of(part) != Change::none; });
}

namespace {

struct AppendShown {
    std::string& out;
    void operator()(const Text& part) const { out += part.text; }
    void operator()(const Strong& part) const { out += part.text; }
    void operator()(const Emphasis& part) const { out += part.text; }
    void operator()(const Quote& part) const { out += part.figure.shown; }
    void operator()(const NoteRef&) const {}
    void operator()(const Link& part) const { out += part.text; }
    void operator()(const LineBreak&) const { out += '\n'; }
};

}  // namespace

std::string plain_text(const Inlines& inlines) {
    std::string text;
    for (const Inline& part : inlines) {
        if (change_of(part) != Change::removed) std::visit(AppendShown{text}, part);
    }
    if (!text.empty()) return text;
    for (const Inline& part : inlines) std::visit(AppendShown{text}, part);
    return text;
}

}  // namespace styrkedja::document
