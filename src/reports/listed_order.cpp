// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "reports/listed_grid.h"

// Top lists: rows sorted by one of their own figures, and the first of them.
namespace styrkedja::reports {

std::vector<std::size_t> ListedGrid::printed_rows() {
    std::string_view sort = spec_.sort;
    bool falling = sort.starts_with('-');
    if (falling) sort.remove_prefix(1);
    auto column = column_by_id_.find(sort);
    if (!sort.empty() && column == column_by_id_.end()) {
        NearestName near(sort);
        for (const ColumnSpec& each : spec_.columns) near.offer(each.id.str());
        problems_.add("name_does_not_exist", Severity::error, template_place(context_, "tables." + spec_.id.str() + ".sort"),
                      {{"name", std::string(sort)}, {"in", spec_.sort}, {"near", near.str()}});
    }
    auto number = [&](std::size_t row) {
        const GridValue& value = at(row, column->second);
        return value.is == GridValue::Is::field ? value.field.quantity.number : value.computed.value.number;
    };
    // What has no figure stands last, whichever way it is sorted.
    auto before = [&](std::size_t a, std::size_t b) {
        Exact x = number(a), y = number(b);
        if (!x.exists() || !y.exists()) return x.exists() && !y.exists();
        return falling ? y < x : x < y;
    };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows_.size();) {
        std::size_t end = i;
        while (end < rows_.size() && rows_[end].spec->row == SpecRow::item) ++end;
        std::vector<std::size_t> list;
        for (std::size_t row = i; row < end; ++row) list.push_back(row);
        if (column != column_by_id_.end()) std::stable_sort(list.begin(), list.end(), before);
        auto limit = static_cast<std::size_t>(std::max(spec_.limit, 0));
        if (limit > 0 && limit < list.size()) list.resize(limit);
        order.insert(order.end(), list.begin(), list.end());
        if (end < rows_.size()) order.push_back(end);
        i = end + 1;
    }
    return order;
}

}  // namespace styrkedja::reports
