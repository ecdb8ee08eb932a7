// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

// Reads a PDF as an independent reader (qpdf) sees it, and examines what a machine can examine of PDF/UA-1 (the Matterhorn
// Protocol 1.1; its numbers stand in the answers) and PDF/A-2a.
namespace styrkedja::testing {

// Words shown by one operator; y from the page's bottom, in points.
struct PdfText {
    std::size_t page = 0;  // from 0
    double x = 0, y = 0, size = 0;
    std::string text;
    bool artifact = false;
    int mark = -1;
};

struct PdfReading {
    std::vector<std::string> breaches;  // empty = all conditions hold
    std::string tags;                   // the tag tree, indented, with its text: for people to read
    std::vector<PdfText> texts;         // in the order painted
    std::vector<std::pair<double, double>> pages;  // width and height
    // All text of a page, artifacts too, line by line from top to bottom.
    std::string page_text(std::size_t page) const;
    // The page where the text first stands; npos when nowhere.
    std::size_t page_of(const std::string& text) const;
};
PdfReading read_pdf(const std::string& bytes);

}  // namespace styrkedja::testing
