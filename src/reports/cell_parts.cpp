// SPDX-License-Identifier: EUPL-1.2
#include "reports/cell_parts.h"

#include <algorithm>

#include "reports/listed_grid.h"

namespace styrkedja::reports {
namespace {

// One sum that is found in several cells (budget in budget − prognos, and in a total) is one object: a cell is computed
// once.
void put_together(std::vector<PartOfFigure>& parts, const PartOfFigure& part) {
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const PartOfFigure& each) { return each.part == part.part; });
    if (same == parts.end()) return parts.push_back(part);
    const bool both = same->weight.exists() && part.weight.exists();
    same->weight = both ? same->weight + part.weight : Exact::none();
}

Exact total_of(const std::vector<PartOfFigure>& parts) {
    Exact total = Exact::none();
    for (const PartOfFigure& each : parts) {
        if (!each.part->ore.exists()) continue;
        if (!each.weight.exists()) return Exact::none();
        const Exact term = each.weight * each.part->ore;
        total = total.exists() ? total + term : term;
    }
    return total;
}

}  // namespace

std::optional<CellParts> cell_parts(const Context& context, std::string_view table, std::string_view row,
                                    std::string_view column) {
    if (!context.uses) return std::nullopt;
    const auto& tables = context.uses->tables;
    const auto spec = std::find_if(tables.begin(), tables.end(), [&](const TableSpec& each) { return each.id.str() == table; });
    if (spec == tables.end() || spec->source != RowSource::figures) return std::nullopt;
    Problems told_where_it_is_printed;
    ListedGrid grid(context, *spec, told_where_it_is_printed);
    const auto& rows = grid.rows();
    const auto& columns = grid.columns();
    const auto r = std::find_if(rows.begin(), rows.end(), [&](const ListedRow& each) { return each.id == row; });
    const auto c = std::find_if(columns.begin(), columns.end(), [&](const ListedColumn& each) { return each.spec->id.str() == column; });
    if (r == rows.end() || c == columns.end()) return std::nullopt;
    const GridValue& value = grid.at(static_cast<std::size_t>(r - rows.begin()), static_cast<std::size_t>(c - columns.begin()));
    if (value.is != GridValue::Is::figure) return std::nullopt;
    CellParts found;
    found.value = value.computed.value;
    found.how = value.computed.how;
    found.sources = value.computed.sources;
    for (const PartOfFigure& each : value.computed.parts) put_together(found.parts, each);
    std::erase_if(found.parts, [](const PartOfFigure& each) { return each.weight.exists() && each.weight.sign() == 0; });
    found.total = found.value.of == Quantity::Of::money ? total_of(found.parts) : Exact::none();
    return found;
}

}  // namespace styrkedja::reports
