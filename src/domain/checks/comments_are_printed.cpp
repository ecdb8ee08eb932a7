// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "base/nearest.h"
#include "domain/checks/checks.h"
#include "domain/model/description.h"
#include "domain/plan/description.h"

// What is written in a field that no template prints would be kept and never seen.
namespace styrkedja::checks {
namespace {

// Every id that stands in a template, in whatever it writes: a text field is named in blocks, columns and
// details.
void add_words(const StructInfo& info, const void* object, std::set<std::string, std::less<>>& words) {
    for (const FieldInfo& field : info.fields) {
        const void* value = field.in(object);
        if (field.type->shape == TypeInfo::Shape::records) {
            for (std::size_t i = 0; i < field.type->size(value); ++i) {
                add_words(field.type->record(), field.type->at(value, i), words);
            }
            continue;
        }
        std::string text = field.type->format(value), word;
        for (char c : text + " ") {
            if (Id::is_valid(std::string(1, c)) && c != '.')
                word += c;
            else if (!word.empty())
                words.insert(std::move(word)), word.clear();
        }
    }
}

}  // namespace

void comments_are_printed(const State& state, const State& looked, Problems& problems) {
    if (looked.comments.empty() || state.templates.empty()) return;
    std::set<std::string, std::less<>> used, fields, told;
    for (const Level& level : state.levels) {
        for (const TextField& each : level.texts) fields.insert(each.id.str());
    }
    for (const AssignmentType& type : state.assignment_types) {
        for (const TextField& each : type.texts) fields.insert(each.id.str());
    }
    // Nearly all comments are in such a field, or one of a template's. All words of all texts are many.
    const auto all_known = [&] {
        bool known = true;
        for (const Comment& each : looked.comments) {
            if (used.contains(each.field.str())) fields.insert(each.field.str());
            known = known && fields.contains(each.field.str());
        }
        return known;
    };
    if (all_known()) return;
    for (const Template& each : state.templates) add_words(description<Template>(), &each, used);
    if (all_known()) return;
    for (const TextEntity& each : state.texts) add_words(description<TextEntity>(), &each, used);
    if (all_known()) return;
    std::vector<std::string_view> names(fields.begin(), fields.end());
    for (const Comment& each : looked.comments) {
        if (fields.contains(each.field.str()) || !told.insert(each.field.str()).second) continue;
        problems.add("comment_field_is_not_printed", Severity::warning, place_of(each, "field"),
                     {{"field", each.field.str()}, {"near", std::string(nearest(each.field.str(), names))}});
    }
}

}  // namespace styrkedja::checks
