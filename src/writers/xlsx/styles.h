// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "writers/sheets/sheets.h"

namespace styrkedja::xlsx {

enum class Rule : std::uint8_t { none, hairline, thin, thick };   // #CDCDCD between rows; black at heads and totals
enum class Ink : std::uint8_t { black, grey, link };
enum class Side : std::uint8_t { general, left, right };

// How a cell looks.
struct Look {
    int size = 10;
    bool bold = false, struck = false, wrap = false;
    Ink ink = Ink::black;
    Rule above = Rule::none, below = Rule::none;
    Side side = Side::general;
    bool bottom = false;          // set at the foot of its row (heads)
    int indent = 0;
    int format = 0;               // of numbers, from Styles::format
    bool open = false;            // to be filled in: tinted, and not locked where the sheet is protected
    auto key() const { return std::tie(size, bold, struck, wrap, ink, above, below, side, bottom, indent, format, open); }
    bool operator==(const Look& other) const { return key() == other.key(); }
};

// The formats, fonts, borders and looks of a workbook, each once, numbered as they were first used.
class Styles {
  public:
    Styles() { of(Look{}); }
    int format(const sheets::Form& form);
    static constexpr int text_format = 49;   // "@": Excel keeps what is typed as it is (ISO/IEC 29500-1, 18.8.30)
    int of(const Look& look);
    std::string xml() const;

  private:

    std::vector<std::string> formats_;
    std::unordered_map<std::string, int> format_ids_;
    std::vector<Look> looks_;
    int last_ = -1;                // asked for last: most cells look like the one before
    std::map<decltype(std::make_tuple(0, false, false, false, Ink{}, Rule{}, Rule{}, Side{}, false, 0, 0, false)), int> ids_;
};

// "#,##0.0" as Excel writes formats, whatever the language: in Swedish it shows 1 234,5.
std::string number_format(const sheets::Form& form);

}  // namespace styrkedja::xlsx
