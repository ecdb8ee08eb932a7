// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The tag tree: what each part of the pages is (heading, paragraph, cell), in reading order. An element takes its place
// under its parent when the first thing in it is painted, so that the tree's order is the order of reading.
namespace styrkedja::pdf {

using ElementId = std::uint32_t;
constexpr ElementId artifact = 0;  // no part of what is read: rules, page heads

// What an element says beside its type; most say nothing.
struct ElementFacts {
    std::string_view scope;         // of TH: "Column", "Row"
    int columns = 1, rows = 1;      // of TH and TD: how many it spans
    std::string alternative;        // of Figure: in words
    std::string id;                 // of Note
    std::string_view list_numbering;  // of L: "Decimal", "None"
    std::string title;              // of Sect
    double box[4] = {0, 0, 0, 0};   // of Figure: on its page
    bool has_box = false;
};

class Tags {
  public:
    Tags();

    // An element that waits for its place; `type` is a literal ("TD").
    ElementId make(const char* type, ElementId parent);
    ElementFacts& facts(ElementId element) { return facts_[element]; }
    const ElementFacts* find_facts(ElementId element) const;

    // Gives the element its place, and those above it theirs.
    void attach(ElementId element);
    // Content of a page: the number that the page's content stream marks it with.
    int mark(ElementId element, std::uint32_t page);
    // An annotation: its number among the document's structure parents.
    int mark_annotation(ElementId element, std::uint32_t page, std::uint32_t object);

    ElementId root() const { return 1; }
    const char* type(ElementId element) const { return elements_[element].type; }
    ElementId parent(ElementId element) const { return elements_[element].parent; }
    bool is_attached(ElementId element) const { return elements_[element].attached; }

    enum class KidKind : std::uint8_t { element, content, annotation };
    struct Kid {
        KidKind kind;
        std::uint32_t number;  // element, mark or object
        std::uint32_t page;
        std::uint32_t next;    // index into kids, 0 = last
    };
    // In order.
    template <class Visit>
    void each_kid(ElementId element, Visit visit) const {
        for (std::uint32_t at = elements_[element].first; at != 0; at = kids_[at].next) visit(kids_[at]);
    }
    std::size_t size() const { return elements_.size(); }

    // By page: the element of each mark. By annotation: its element.
    const std::vector<std::vector<ElementId>>& marks() const { return marks_; }
    const std::vector<ElementId>& annotations() const { return annotations_; }

  private:
    struct Element {
        const char* type;
        ElementId parent;
        std::uint32_t first = 0, last = 0;  // kids
        bool attached = false;
    };
    void add_kid(ElementId element, Kid kid);

    std::vector<Element> elements_;
    std::vector<Kid> kids_;
    std::map<ElementId, ElementFacts> facts_;
    std::vector<std::vector<ElementId>> marks_;
    std::vector<ElementId> annotations_;
};

}  // namespace styrkedja::pdf
