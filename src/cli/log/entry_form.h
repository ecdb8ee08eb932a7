// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/log/change_text.h"
#include "cli/log/read.h"

// The three forms in which entries and differences are shown.
namespace styrkedja::cli {

class EntryForm {
  public:
    virtual ~EntryForm() = default;
    virtual std::string begin() { return {}; }
    // With `of` only what concerns it.
    virtual std::string entry(const SeenEntry& seen, const std::optional<Subject>& of) = 0;
    // What differs between two versions.
    virtual std::string difference(const State& after, std::span<const ThingChange> changes) = 0;
};

// "text": for people. "json": one object a line, an entry each (in a difference a changed field each), everything whole,
//   times in UTC. "csv": semicolons, a heading and one changed field a row, for spreadsheets, everything whole, times
//   as clocks in Sweden show them.
std::unique_ptr<EntryForm> entry_form(std::string_view format, const ChangeStyle& style);

// "Import av underlaget ”kommunstyrelsen 2016”": what kind of entry it is.
std::string kind_sentence(const Entry& entry, Language language);

}  // namespace styrkedja::cli
