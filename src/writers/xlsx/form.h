// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace styrkedja {

// A workbook for people to fill in: a sheet with a row a line, where only the tinted cells can be changed, and a hidden sheet with
// what the program must know to read it again.
struct FormColumn {
    std::string heading;
    double width = 12;                // letters
    bool number = false;              // else text: codes keep their zeros
    bool open = false;                // to be filled in
    bool key = false;                 // open in the rows that people add
    bool choices = false;             // only one of the form's choices
};
struct FormSheet {
    std::string name;                 // of the sheet
    std::string title;
    std::vector<std::string> notes;   // lines under the title: what to do, in which unit
    std::vector<FormColumn> columns;
    std::vector<std::vector<std::string>> rows;                    // by column; numbers with a dot, "" = blank
    std::size_t more_rows = 0;        // empty ones at the end, for what people add: their keys can be filled in too
    int decimals = 0;                 // that numbers are shown with
    std::size_t frozen_columns = 0;
    std::vector<std::string> choices;
    std::string hidden_name;          // of the hidden sheet
    std::vector<std::pair<std::string, std::string>> hidden;       // what it says: name, value
    std::string author;               // whose: in the file's properties
};
// Same form, same bytes.
std::string write_form(const FormSheet& form, Problems& problems);

}  // namespace styrkedja
