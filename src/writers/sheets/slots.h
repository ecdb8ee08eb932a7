// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "writers/sheets/sheets.h"

namespace styrkedja::sheets {

// Makes the cells of one table's sheet. `name` is the table's, for problems.
class Slots {
  public:
    Slots(const document::Table& table, std::string name, Problems& problems)
        : table_(table), name_(std::move(name)), problems_(problems) {}

    Line of(const document::Row& row);

  private:
    Slot of(const document::Cell& cell, const Place& place);
    void set_figure(Slot& slot, const document::Figure& figure, const Place& place);
    void set_published(Slot& slot, const document::Figure& figure) const;
    void set_words(Slot& slot, const document::Cell& cell) const;

    const document::Table& table_;
    std::string name_;
    Problems& problems_;
};

}  // namespace styrkedja::sheets
