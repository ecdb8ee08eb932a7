// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "codec/xlsx/package.h"
#include "codec/xlsx/xml_stream.h"

// The parts of a workbook that its sheets refer to.
namespace styrkedja::workbook {

// All shared texts, one after the other.
struct Texts {
    std::string all;
    std::vector<std::uint64_t> ends;
    std::string_view at(std::size_t index) const {
        if (index >= ends.size()) return {};
        const std::uint64_t from = index == 0 ? 0 : ends[index - 1];
        return std::string_view(all).substr(from, ends[index] - from);
    }
};

// Which styles show a number as a date, and from which day numbers count.
struct Dates {
    std::vector<bool> styles;
    bool from_1904 = false;
    bool is_date(std::size_t style) const { return style < styles.size() && styles[style]; }
};

struct Relation {
    std::string id, type, target;     // type without what stands before its last /; target from the package's top
};

// "d mmm yyyy" is a date, "[h]:mm" and "#,##0" aren't (ISO/IEC 29500-1, 18.8.30, 18.8.31).
bool is_date_format(std::string_view code);
bool is_date_format(int builtin);

// "2026-03-01" of a whole day's number; "" for what is no day of the years 1900-9999. Day 60 of 1900 is Excel's 29 February,
// which there never was: it is no day.
std::string day_of_serial(std::string_view serial, bool from_1904);

// A number as Excel shows it: 15 figures, without exponent where it has less than 40 signs.
std::string shown_number(std::string_view stored);

// "_x000D_" stands for a character that XML can't hold.
void append_unescaped(std::string& out, std::string_view text);

// Feeds a whole part; false with a problem.
bool feed_part(const Package& package, const std::string& part, XmlStream::Handler& handler, Problems& problems);

std::vector<Relation> read_relations(const Package& package, const std::string& of, Problems& problems);
bool read_texts(const Package& package, const std::string& part, std::uint64_t most, Texts& texts, Problems& problems);
bool read_styles(const Package& package, const std::string& part, Dates& dates, Problems& problems);

}  // namespace styrkedja::workbook
