// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/stored.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"

namespace styrkedja {
namespace {

struct Logged {
    const Kind* kind = nullptr;
    std::vector<const FieldInfo*> fields;
    std::vector<const FieldInfo*> by_number;
    std::shared_ptr<void> fresh;
};

Logged logged(const Kind& kind) {
    Logged made{&kind, {}, {}, kind.make()};
    const bool has_own_id = kind.named && &kind != &head_kind();
    for (const auto* list : {&kind.info->fields, &kind.info->apart}) {
        for (const FieldInfo& field : *list) {
            if (has_own_id && field.key == "id") continue;
            made.fields.push_back(&field);
            const auto number = static_cast<std::size_t>(field.number);
            if (made.by_number.size() <= number) made.by_number.resize(number + 1);
            made.by_number[number] = &field;
        }
    }
    return made;
}

// By the kinds' numbers.
const std::vector<Logged>& all_logged() {
    static const std::vector<Logged> all = [] {
        std::vector<Logged> list;
        auto add = [&](const Kind& kind) {
            const auto number = static_cast<std::size_t>(kind.info->number);
            if (list.size() <= number) list.resize(number + 1);
            list[number] = logged(kind);
        };
        for (const Kind& kind : kinds()) add(kind);
        add(head_kind());
        return list;
    }();
    return all;
}

const Logged& logged_of(const Kind& kind) { return all_logged()[static_cast<std::size_t>(kind.info->number)]; }

bool is_records(const FieldInfo& field) { return field.type->shape == TypeInfo::Shape::records; }

std::string records_text(const FieldInfo& field, const void* object) {
    const void* list = field.in(object);
    std::string text;
    for (std::size_t i = 0; i < field.type->size(list); ++i) {
        const void* record = field.type->at(list, i);
        const std::shared_ptr<void> fresh = field.type->make();
        std::string part;
        for (const FieldInfo& each : field.type->record().fields) {
            std::string value = stored_text(each, record);
            if (value == stored_text(each, fresh.get())) continue;
            put_number(part, static_cast<std::uint64_t>(each.number));
            put_text(part, value);
        }
        put_text(text, part);
    }
    return text;
}

bool restore_value(const FieldInfo& field, void* object, std::string_view text);

bool restore_record(const StructInfo& info, void* record, std::string_view text) {
    ByteReader reader(text);
    while (reader.ok() && !reader.at_end()) {
        const auto number = reader.number();
        const std::string_view value = reader.text();
        auto field = std::find_if(info.fields.begin(), info.fields.end(), [&](const FieldInfo& each) {
            return static_cast<std::uint64_t>(each.number) == number;
        });
        if (!reader.ok() || field == info.fields.end() || !restore_value(*field, record, value)) return false;
    }
    return reader.ok();
}

bool restore_records(const FieldInfo& field, void* object, std::string_view text) {
    ByteReader reader(text);
    void* list = field.locate(object);
    while (reader.ok() && !reader.at_end()) {
        const std::string_view part = reader.text();
        if (!reader.ok() || !restore_record(field.type->record(), field.type->append(list), part)) return false;
    }
    return reader.ok();
}

// Into a field that has its default. In a record an empty text is a value that differs from a default that isn't.
bool restore_value(const FieldInfo& field, void* object, std::string_view text) {
    if (is_records(field)) return restore_records(field, object, text);
    return field.type->parse(field.locate(object), text);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : " ") + part;
    return text;
}

bool put_elements(const FieldInfo& field, void* thing, const std::vector<std::string>& parts) {
    return field.type->parse(field.locate(thing), joined(parts));
}

}  // namespace

const Kind* kind_by_number(int number) {
    const auto& all = all_logged();
    return number > 0 && static_cast<std::size_t>(number) < all.size() ? all[static_cast<std::size_t>(number)].kind : nullptr;
}

const FieldInfo* field_by_number(const Kind& kind, int number) {
    const auto& fields = logged_of(kind).by_number;
    return number > 0 && static_cast<std::size_t>(number) < fields.size() ? fields[static_cast<std::size_t>(number)] : nullptr;
}

int number_of(const Kind& kind) { return kind.info->number; }

const FieldInfo* field_named(const Kind& kind, std::string_view name) {
    if (const FieldInfo* found = kind.info->find(name)) return found;
    for (const FieldInfo& each : kind.info->apart) {
        if (each.key == name || each.sv == name) return &each;
    }
    return nullptr;
}

const std::vector<const FieldInfo*>& logged_fields(const Kind& kind) { return logged_of(kind).fields; }

bool is_linked(const FieldInfo& field) { return field.type->list && field.type->list_separator == ' '; }

std::string stored_text(const FieldInfo& field, const void* object) {
    return is_records(field) ? records_text(field, object) : field.text(object);
}

bool restore(const Kind& kind, const FieldInfo& field, void* thing, std::string_view text) {
    const std::shared_ptr<void>& fresh = logged_of(kind).fresh;
    if (text.empty() || is_records(field)) field.type->copy(field.locate(thing), field.in(fresh.get()));
    return text.empty() || restore_value(field, thing, text);
}

std::vector<std::string> elements(const FieldInfo& field, const void* thing) {
    const std::string text = field.text(thing);
    std::vector<std::string> parts;
    for (std::string_view part : split_list(text, ' ')) parts.emplace_back(part);
    return parts;
}

bool link(const FieldInfo& field, void* thing, std::string_view element) {
    std::vector<std::string> parts = elements(field, thing);
    if (element.empty() || std::find(parts.begin(), parts.end(), element) != parts.end()) return !element.empty();
    parts.emplace_back(element);
    return put_elements(field, thing, parts);
}

bool unlink(const FieldInfo& field, void* thing, std::string_view element) {
    std::vector<std::string> parts = elements(field, thing);
    std::erase(parts, element);
    return put_elements(field, thing, parts);
}

std::string pack_versions(const FieldVersions& versions) {
    std::string bytes;
    versions.each([&](int field, Version version) {
        put_number(bytes, static_cast<std::uint64_t>(field));
        put_number(bytes, version);
    });
    return bytes;
}

bool unpack_versions(std::string_view bytes, const std::function<void(int field, Version version)>& see) {
    ByteReader reader(bytes);
    while (reader.ok() && !reader.at_end()) {
        const auto field = static_cast<int>(reader.number() & 0xFFFU);
        const Version version = reader.number();
        if (reader.ok()) see(field, version);
    }
    return reader.ok();
}

}  // namespace styrkedja
