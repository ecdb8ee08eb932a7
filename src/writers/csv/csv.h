// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace styrkedja {

// One file of a package: its name and bytes.
struct NamedFile {
    std::string name;
    std::string bytes;
};

// A CSV file for each table and for each chart without a table ("01-drift.csv"), a list of them (innehall.csv) and all
// figures as facts, one a row (data.csv). As Excel in Swedish opens them: UTF-8 with a byte order mark, semicolons,
// decimal commas, no thousands' spaces. Numbers are exact; the published figure where one was published.
// A text that begins as a formula (= + - @ tab, carriage return, and their full-width twins) gets an apostrophe
// before it, which spreadsheets take for "this is text". Control characters become U+FFFD.
std::vector<NamedFile> csv_files(const document::Document& document);

// The same as a zip. Same document, same bytes.
std::string write_csv(const document::Document& document);

}  // namespace styrkedja
