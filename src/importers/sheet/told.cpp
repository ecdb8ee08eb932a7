// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/told.h"

namespace styrkedja::sheet {

void Told::at(std::size_t column, std::string_view code, Severity severity, Args args) {
    Count& count = counts_[code];
    count.severity = severity;
    if (count.all++ < most) problems_.add({code, severity, rows_.place(column), std::move(args)});
}

void Told::of(const Place& place, std::string_view code, Severity severity, Args args) {
    Count& count = counts_[code];
    count.severity = severity;
    if (count.all++ < most) problems_.add({code, severity, place, std::move(args)});
}

bool Told::wants(std::string_view code) const {
    const auto found = counts_.find(code);
    return found == counts_.end() || found->second.all < most;
}

void Told::finish() {
    for (const auto& [code, count] : counts_) {
        if (count.all <= most) continue;
        problems_.add("more_of_the_same_in_sheet", count.severity, rows_.place(),
                      {{"code", std::string(code)}, {"count", std::to_string(count.all - most)}});
    }
    counts_.clear();
}

}  // namespace styrkedja::sheet
