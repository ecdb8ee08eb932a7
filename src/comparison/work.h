// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "comparison/changes.h"
#include "document/document.h"

// What the parts of a comparison share: the two documents, what is where in the older, and the list of changes.
namespace styrkedja::comparison {

// Ids in the order met; the second of the same id is another thing than the first.
class Occurrences {
  public:
    std::string next(const std::string& id);

  private:
    std::unordered_map<std::string, int> met_;
};

struct Work {
    Work(const document::Document& older_of, document::Document& newer_of);

    const document::Document& older;
    document::Document& newer;
    Changes changes;
    std::unordered_map<std::string, const document::Section*> older_sections;   // by id and occurrence
    std::unordered_map<const document::Section*, std::string> older_keys;
    std::set<std::string> newer_sections;
    std::unordered_map<std::string, std::size_t> older_tables, newer_tables;    // indices by id
    std::unordered_map<std::string, std::size_t> older_charts, newer_charts;
    std::set<std::string> compared_tables;
    Occurrences met;                                                            // of the newer's sections, in the walk
};

// ---- sections.cpp ----
void compare_sections(Work& work, std::vector<document::Section>& newer, const std::vector<document::Section>& older,
                      bool chapters);

// ---- blocks.cpp ----
void compare_blocks(Work& work, std::vector<document::Block>& newer, const std::vector<document::Block>& older);
void mark_blocks(Work& work, std::vector<document::Block>& blocks, document::Change change);
// Paragraphs of one place, compared in order; changes are listed as `what`.
void compare_paragraphs(Work& work, std::vector<document::Inlines>& newer, const std::vector<document::Inlines>& older,
                        std::string_view what);
// One text; lists it when it differs.
void compare_text(Work& work, document::Inlines& newer, const document::Inlines& older, std::string_view what);

// ---- tables.cpp ----
void compare_table(Work& work, std::size_t newer, std::size_t older);
// A table that is gone, for its old place: all rows removed. Gives its index in the newer document.
std::size_t add_removed_table(Work& work, std::size_t older);
std::string name_of_table(const Work& work, const document::Table& table);
std::string shown(const document::Cell& cell);

// ---- charts.cpp ----
void compare_chart(Work& work, std::size_t newer, std::size_t older);
std::string name_of_chart(const Work& work, const document::Chart& chart);

}  // namespace styrkedja::comparison
