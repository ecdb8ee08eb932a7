// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "importers/sheet/rows.h"

namespace styrkedja::sheet {

// Problems of the rows of one file: of each kind the first twenty with their places, and then how many more there are.
class Told {
  public:
    using Args = std::vector<std::pair<std::string_view, std::string>>;
    Told(const RowSource& rows, Problems& problems) : rows_(rows), problems_(problems) {}

    void at(std::size_t column, std::string_view code, Severity severity, Args args = {});   // of the row that the source is at
    // Of a row that has passed, at a place that was kept for it.
    void of(const Place& place, std::string_view code, Severity severity, Args args = {});
    bool wants(std::string_view code) const;               // would another one be told with its place?
    void finish();

  private:
    static constexpr std::uint64_t most = 20;
    struct Count {
        std::uint64_t all = 0;
        Severity severity = Severity::error;
    };
    const RowSource& rows_;
    Problems& problems_;
    std::map<std::string_view, Count> counts_;
};

}  // namespace styrkedja::sheet
