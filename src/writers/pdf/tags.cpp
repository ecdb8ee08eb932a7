// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/tags.h"

namespace styrkedja::pdf {

Tags::Tags() {
    elements_.push_back({"", 0});  // 0 is the artifact
    elements_.push_back({"Document", 0});
    elements_[1].attached = true;
    kids_.push_back({});
}

ElementId Tags::make(const char* type, ElementId parent) {
    elements_.push_back({type, parent});
    return static_cast<ElementId>(elements_.size() - 1);
}

const ElementFacts* Tags::find_facts(ElementId element) const {
    const auto found = facts_.find(element);
    return found == facts_.end() ? nullptr : &found->second;
}

void Tags::add_kid(ElementId element, Kid kid) {
    const auto at = static_cast<std::uint32_t>(kids_.size());
    kids_.push_back(kid);
    Element& owner = elements_[element];
    if (owner.last != 0) {
        kids_[owner.last].next = at;
    } else {
        owner.first = at;
    }
    owner.last = at;
}

void Tags::attach(ElementId element) {
    if (element == artifact || elements_[element].attached) return;
    elements_[element].attached = true;
    const ElementId parent = elements_[element].parent;
    attach(parent);
    add_kid(parent, {KidKind::element, element, 0, 0});
}

int Tags::mark(ElementId element, std::uint32_t page) {
    attach(element);
    if (marks_.size() <= page) marks_.resize(page + 1);
    const auto number = static_cast<std::uint32_t>(marks_[page].size());
    marks_[page].push_back(element);
    add_kid(element, {KidKind::content, number, page, 0});
    return static_cast<int>(number);
}

int Tags::mark_annotation(ElementId element, std::uint32_t page, std::uint32_t object) {
    attach(element);
    annotations_.push_back(element);
    add_kid(element, {KidKind::annotation, object, page, 0});
    return static_cast<int>(annotations_.size() - 1);
}

}  // namespace styrkedja::pdf
