// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "locale/comparison_words.h"

namespace styrkedja::comparison {

// What changed, for the list at the end: where, what, and how it was and is. An empty side means that there was, or
// is, nothing.
struct Changed {
    std::string section;     // heading of the innermost section, or "Första sidan"
    std::string place;       // within it: "Tabell 3 · Kansliet · Utfall"; empty = the section itself
    std::string what;        // "Siffra", "Text", "Rad borttagen"
    document::Inlines before, now;
};

// Collects changes while a document is walked; knows where the walk stands.
class Changes {
  public:
    const ComparisonWords& words = swedish_comparison_words;

    void enter_chapter(std::string name) { chapter_ = std::move(name), sections_.clear(), path_.clear(); }
    // Of the sections within the chapter the innermost is named: one finds it by its number and heading.
    void enter_section(std::string name) { sections_.push_back(std::move(name)); }
    void leave_section() { sections_.pop_back(); }
    void enter(std::string name) { path_.push_back(std::move(name)); }
    void leave() { path_.pop_back(); }

    void add(std::string_view what, document::Inlines before, document::Inlines now);
    void add(std::string_view what, const std::string& before, const std::string& now);
    // A marked text's changes, with some words round them.
    void add_text(std::string_view what, const document::Inlines& marked);

    const std::vector<Changed>& list() const { return list_; }

  private:
    std::string chapter_;
    std::vector<std::string> sections_;
    std::vector<std::string> path_;
    std::vector<Changed> list_;
};

// Stands in a place while it lives.
class Within {
  public:
    Within(Changes& changes, std::string name) : changes_(changes) { changes_.enter(std::move(name)); }
    ~Within() { changes_.leave(); }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

  private:
    Changes& changes_;
};

// Puts the list into the document as its last section.
void append_list(document::Document& document, const Changes& changes, const std::string& earlier);

}  // namespace styrkedja::comparison
