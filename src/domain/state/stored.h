// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "domain/state/change.h"
#include "domain/state/state.h"

// How the values of things stand in the log: as text by their description, the same text that a pack has. Lists of
// parts (a rule's rows, a template's blocks) are one value: bytes that name each part's fields by number.
namespace styrkedja {

// The kind with that permanent number, the head's too; null: not known to this program.
const Kind* kind_by_number(int number);
const FieldInfo* field_by_number(const Kind& kind, int number);  // null: not known
int number_of(const Kind& kind);
const FieldInfo* field_named(const Kind& kind, std::string_view name);  // by key or Swedish name, those apart too

// Every field that the log tells of: all but the id of a thing that has one of its own.
const std::vector<const FieldInfo*>& logged_fields(const Kind& kind);

// Does the log tell of its elements one by one (linked, unlinked)? So for lists of ids and of tags.
bool is_linked(const FieldInfo& field);

// The value as it stands in the log: empty = as a new thing has it.
std::string stored_text(const FieldInfo& field, const void* object);
// False: not such a value; the field is untouched. Empty gives the field its default.
bool restore(const Kind& kind, const FieldInfo& field, void* thing, std::string_view text);

// One element more or less. False: it can't be read. Linking what is there and unlinking what isn't change nothing.
bool link(const FieldInfo& field, void* thing, std::string_view element);
bool unlink(const FieldInfo& field, void* thing, std::string_view element);
std::vector<std::string> elements(const FieldInfo& field, const void* thing);

std::string pack_versions(const FieldVersions& versions);
bool unpack_versions(std::string_view bytes, const std::function<void(int field, Version version)>& see);

}  // namespace styrkedja
