// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "compose/making.h"
#include "domain/plan/description.h"
#include "domain/process/description.h"
#include "locale/typography.h"

// Statements and appendices, and the matrix of risks.
namespace styrkedja::composing {

using namespace document;

namespace {

template <class T>
void by_order(std::vector<const T*>& list) {
    std::stable_sort(list.begin(), list.end(), [](const T* a, const T* b) { return a->order < b->order; });
}

std::size_t step_of(const Scale& scale, const Id& value) {
    for (std::size_t i = 0; i < scale.values.size(); ++i) {
        if (scale.values[i].id == value) return i;
    }
    return scale.values.size();
}

// A scale of likelihood has its highest value first; the matrix has its lowest first.
std::vector<std::string> steps_of(const Scale& scale) {
    std::vector<std::string> steps;
    for (auto it = scale.values.rbegin(); it != scale.values.rend(); ++it) steps.push_back(typographic(it->label));
    return steps;
}

const Scale* scale_for(Making& making, const BlockAt& at, const Ref<Scale>& named, const std::vector<const Risk*>& risks,
                       Ref<Scale> Risk::*of_risk, std::string_view field) {
    Id id = named.id;
    for (const Risk* each : risks) {
        if (id.empty()) id = (each->*of_risk).id;
    }
    const Scale* scale = making.state.scales.find(id.str());
    if (!scale) {
        making.problem("template_scale_does_not_exist", Severity::error, making.template_place(at, field),
                       {{"scale", id.str()}});
    }
    return scale;
}

// Where and when: "Kommunstyrelsen, 2016-05-17, § 12", as much of it as is known.
std::string occasion_of(const Making& making, const Instance& instance) {
    const Unit* body = making.state.units.find(instance.unit.str());
    Date date = instance.decided.exists() ? instance.decided : instance.date;
    std::string text = body ? body->name.at(date.exists() ? date : making.context.day()) : instance.name;
    for (const std::string& part : {date.exists() ? date.str() : std::string(), instance.paragraph}) {
        if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    }
    return typographic(text);
}

std::string reference_to(const Making& making, const styrkedja::Statement& statement) {
    std::string other = statement.kind + ", " + statement.by;
    const Instance* instance = making.state.instances.find(statement.instance.str());
    if (std::string where = instance ? occasion_of(making, *instance) : ""; !where.empty()) other += ", " + where;
    return typographic(replaced(making.words.refers_to, {{"statement", other}}));
}

}  // namespace

void make_statements(Making& making, const BlockAt& at, Filling& into) {
    std::vector<const Instance*> instances = instances_of(making, at);
    for (const Instance* instance : instances) {
        std::vector<const styrkedja::Statement*> statements;
        for (const styrkedja::Statement& each : making.state.statements) {
            if (each.instance.id == instance->id) statements.push_back(&each);
        }
        by_order(statements);
        for (const styrkedja::Statement* each : statements) {
            document::Statement block{typographic(each->kind), typographic(each->by), {}};
            block.paragraphs = making.later(each->text, place_of(*each, "text"), at.hand);
            block.occasion = occasion_of(making, *instance);
            if (const styrkedja::Statement* other = making.state.statements.find(each->refers_to.str())) {
                block.about = reference_to(making, *other);
            }
            into.add(std::move(block), making);
        }
    }
}

void make_appendices(Making& making, const BlockAt& at, Filling& into) {
    std::vector<const Appendix*> appendices;
    for (const Appendix& each : making.state.appendices) {
        if (each.document.id == making.entity.id) appendices.push_back(&each);
    }
    by_order(appendices);
    for (const Appendix* each : appendices) {
        Section section;
        section.id = making.unique_id(each->id.str());
        section.level = at.spec.level > 0 ? at.spec.level : into.section().level + 1;
        bool is_number = !each->number.empty() &&
                         std::all_of(each->number.begin(), each->number.end(), [](char c) { return c >= '0' && c <= '9'; });
        section.number = typographic(is_number ? std::string(making.words.appendix) + " " + each->number : each->number);
        section.heading = typographic(each->title);
        section.appendix = true;
        Filling filling(std::move(section));
        making.add_text(filling, each->text, place_of(*each, "text"), at.hand);
        into.add(filling.take());
    }
}

void make_risk_matrix(Making& making, const BlockAt& at, Filling& into) {
    reports::FieldPlace place;
    place.goal = at.hand.goal;
    place.place = making.template_place(at, "where");
    std::vector<const Risk*> risks;
    for (const reports::Thing& each :
         reports::things_for(making.context, RowSource::risks, at.spec.where, "", place, making.problems)) {
        risks.push_back(static_cast<const Risk*>(each.it));
    }
    if (risks.empty()) return;
    const Scale* likelihood = scale_for(making, at, at.spec.likelihood, risks, &Risk::likelihood_scale, "likelihood");
    const Scale* consequence = scale_for(making, at, at.spec.consequence, risks, &Risk::consequence_scale, "consequence");
    if (!likelihood || !consequence) return;
    RiskMatrix matrix;
    matrix.id = making.unique_table_id(at.spec.id.empty() ? "riskmatris" : at.spec.id.str());
    matrix.caption = typographic(at.spec.label);
    matrix.x_label = typographic(likelihood->name.empty() ? making.words.likelihood : likelihood->name);
    matrix.y_label = typographic(consequence->name.empty() ? making.words.consequence : consequence->name);
    matrix.x_steps = steps_of(*likelihood);
    matrix.y_steps = steps_of(*consequence);
    for (const Risk* risk : risks) {
        std::size_t x = step_of(*likelihood, risk->likelihood), y = step_of(*consequence, risk->consequence);
        if (x >= matrix.x_steps.size() || y >= matrix.y_steps.size()) {
            making.problem("risk_is_not_valued", Severity::warning,
                           place_of(*risk, x >= matrix.x_steps.size() ? "likelihood" : "consequence"),
                           {{"risk", risk->name}});
            continue;
        }
        int column = static_cast<int>(matrix.x_steps.size() - 1 - x), row = static_cast<int>(matrix.y_steps.size() - 1 - y);
        auto entry = std::find_if(matrix.entries.begin(), matrix.entries.end(),
                                  [&](const RiskMatrix::Entry& each) { return each.x == column && each.y == row; });
        if (entry == matrix.entries.end()) entry = matrix.entries.insert(entry, RiskMatrix::Entry{column, row, {}});
        entry->risks.push_back(typographic(risk->number.empty() ? risk->name : risk->number));
    }
    std::sort(matrix.entries.begin(), matrix.entries.end(), [](const auto& a, const auto& b) {
        return a.y != b.y ? a.y < b.y : a.x < b.x;
    });
    into.add(std::move(matrix), making);
}

}  // namespace styrkedja::composing
