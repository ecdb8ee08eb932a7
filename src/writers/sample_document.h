// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

// For tests: a made-up municipality's interim report that has every block, every kind of row, notes, a
// published figure, missing values and all marks.
namespace styrkedja::sample {

document::Document sample_document();
std::vector<document::Table> sample_tables();

document::Inlines words(std::string text);
document::Figure figure(std::string shown, std::string value, std::string label, std::string unit = "tkr");
document::Cell cell(document::Figure figure_of, std::vector<int> notes = {});
document::Cell number(std::string shown, std::string value);
document::Cell said(std::string text);
document::Mark mark(document::MarkShape shape, std::string label, std::string colour = "");

}  // namespace styrkedja::sample
