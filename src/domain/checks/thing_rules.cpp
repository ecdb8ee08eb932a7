// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/thing_rules.h"

#include "domain/values/money.h"

namespace styrkedja {
namespace {

void look(const StructInfo& info, const void* object, const std::string& path, const SeeReference& see);

void look(const FieldInfo& field, const void* object, const std::string& path, const SeeReference& see) {
    if (field.type->shape == TypeInfo::Shape::records) {
        const void* list = field.in(object);
        for (std::size_t i = 0; i < field.type->size(list); ++i) {
            look(field.type->record(), field.type->at(list, i),
                 path + std::string(field.key) + "/" + std::to_string(i) + "/", see);
        }
    } else if (field.type->each_ref) {
        field.type->each_ref(field.in(object),
                             [&](const StructInfo* wanted, const Id& id) { see(field, path, wanted, id); });
    }
}

void look(const StructInfo& info, const void* object, const std::string& path, const SeeReference& see) {
    for (const FieldInfo& field : info.fields) look(field, object, path, see);
}

}  // namespace

Place place_of(const Kind& kind, const void* thing, std::string_view field) {
    return Place{"", 0, 0, "", std::string(kind.info->key) + "/" + kind.id(thing).str(), std::string(field)};
}

void each_reference(const StructInfo& info, const void* object, const SeeReference& see) {
    look(info, object, "", see);
}

void each_reference(const FieldInfo& field, const void* object, const SeeReference& see) {
    look(field, object, "", see);
}

Problem missing_reference(Place place, const FieldInfo& field, const StructInfo* wanted, const Id& id,
                          const StructInfo* is, std::string near) {
    return {
        is ? std::string_view("reference_is_of_wrong_kind") : std::string_view("reference_does_not_exist"),
        Severity::error,
        std::move(place),
        {{"field", std::string(field.key)},
         {"id", id.str()},
         {"kind", wanted ? std::string(wanted->key) : ""},
         {"slag", wanted ? std::string(wanted->sv) : ""},
         {"is", is ? std::string(is->key) : ""},
         {"ar", is ? std::string(is->sv) : ""},
         {"near", std::move(near)}}};
}

const FieldInfo* unit_of_amounts(const Kind& kind) {
    static const std::vector<const FieldInfo*> by_number = [] {
        std::vector<const FieldInfo*> all;
        for (const Kind& each : kinds()) {
            const auto number = static_cast<std::size_t>(each.info->number);
            if (all.size() <= number) all.resize(number + 1);
            all[number] = each.info->find("in");
        }
        return all;
    }();
    const auto number = static_cast<std::size_t>(kind.info->number);
    return number < by_number.size() ? by_number[number] : nullptr;
}

void look_for_parts_of_an_ore(const Kind& kind, const void* thing, Problems& problems) {
    const FieldInfo* in = unit_of_amounts(kind);
    if (!in) return;
    for (const FieldInfo& field : kind.info->fields) {
        if (!is_number(field) || field.key == "quantity") continue;
        const Decimal* amount = number_in(field, thing);
        if (!amount || Money::from_written(*amount, *static_cast<const MoneyUnit*>(in->in(thing)))) continue;
        problems.add("amount_has_parts_of_an_ore", Severity::error, place_of(kind, thing, field.key),
                     {{"value", field.text(thing)}, {"in", in->text(thing)}});
    }
}

std::string key_fields(const StructInfo& info) {
    std::string fields;
    for (const FieldInfo& field : info.fields) {
        if (field.key_part) fields += (fields.empty() ? "" : ", ") + std::string(field.key);
    }
    return fields;
}

}  // namespace styrkedja
