// SPDX-License-Identifier: EUPL-1.2
#include "base/problem.h"

#include <algorithm>
#include <tuple>

namespace styrkedja {

void Problems::add(Problem problem) {
    if (problem.severity == Severity::error) ++errors_;
    if (problem.severity == Severity::warning) ++warnings_;
    list_.push_back(std::move(problem));
}

void Problems::add(std::string_view code, Severity severity, Place place,
                   std::vector<std::pair<std::string_view, std::string>> args) {
    add(Problem{code, severity, std::move(place), std::move(args)});
}

void Problems::append(const Problems& others) {
    for (const Problem& problem : others.list_) add(problem);
}

void Problems::sort() {
    auto key = [](const Problem& p) {
        return std::tie(p.place.file, p.place.line, p.place.column, p.place.entity, p.place.field, p.code);
    };
    std::stable_sort(list_.begin(), list_.end(), [&](const Problem& a, const Problem& b) {
        return a.severity != b.severity ? a.severity > b.severity : key(a) < key(b);
    });
}

}  // namespace styrkedja
