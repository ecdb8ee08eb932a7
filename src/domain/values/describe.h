// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cassert>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/values/value_types.h"

// Each kind of thing is described once: its fields, what they are called and what they mean. Packs, forms, the
// API, differences and the documentation all go by that description.
namespace styrkedja {

struct StructInfo;

// How a field's type is read from and written as text, without knowing it.
struct TypeInfo {
    enum class Shape : std::uint8_t { scalar, record, records } shape = Shape::scalar;
    std::string_view name;                       // "date", "list of ids": for documentation and messages
    std::string_view what;                       // what must hold, as a code for the text ("date", "decimal")
    std::span<const std::string_view> choices;   // closed sets
    bool multiline = false;                      // long text
    bool list = false;                           // a YAML sequence of scalars may stand for the text
    char list_separator = ' ';

    // scalar: false when the text, which is not empty, is not one (the value is then untouched).
    bool (*parse)(void* value, std::string_view text) = nullptr;
    std::string (*format)(const void* value) = nullptr;   // canonical
    // Every id that the value names, with the kind that it must be (null = any kind).
    void (*each_ref)(const void* value, const std::function<void(const StructInfo*, const Id&)>&) = nullptr;

    void (*copy)(void* to, const void* from) = nullptr;   // the whole value

    // record(s)
    const StructInfo& (*record)() = nullptr;
    std::shared_ptr<void> (*make)() = nullptr;             // a record with all defaults
    void* (*append)(void* list) = nullptr;
    std::size_t (*size)(const void* list) = nullptr;
    const void* (*at)(const void* list, std::size_t index) = nullptr;
};

struct FieldInfo {
    int number;                 // permanent, never reused within the struct
    std::string_view key;       // in packs and the API
    std::string_view sv;        // as Swedish heading in packs and label in pages
    std::string_view doc;       // one sentence, English
    const TypeInfo* type;
    void* (*locate)(void* object);
    bool required = false;
    bool key_part = false;      // the thing is named by this field and the other key parts

    const void* in(const void* object) const { return locate(const_cast<void*>(object)); }
    std::string text(const void* object) const { return type->format(in(object)); }
};

struct StructInfo {
    int number;                       // permanent, never reused
    std::string_view key;             // the kind's name in packs ("goals"); nested: ("scale-value")
    std::string_view sv;              // Swedish name of the kind ("mål")
    std::string_view doc;
    std::vector<FieldInfo> fields;
    std::vector<FieldInfo> apart = {};  // what stands in a file of its own in a pack; numbered with the others

    const FieldInfo* find(std::string_view name) const;   // by key or Swedish name, as typed: case and -/_/blank alike
};

template <class T>
const StructInfo& description();      // specialised where the struct is described

namespace detail {

template <auto Member>
struct MemberOf;
template <class C, class T, T C::*Member>
struct MemberOf<Member> {
    using Class = C;
    using Type = T;
    static void* locate(void* object) { return &(static_cast<C*>(object)->*Member); }
};

template <class T>
struct is_records : std::false_type {};
template <class T>
struct is_records<std::vector<T>> : std::bool_constant<!is_scalar_value<std::vector<T>>> {};

template <class T>
const TypeInfo* type_info() {
    if constexpr (is_scalar_value<T>) {
        static const TypeInfo info = [] {
            TypeInfo type;
            using V = ValueType<T>;
            type.copy = [](void* to, const void* from) { *static_cast<T*>(to) = *static_cast<const T*>(from); };
            type.name = V::name;
            type.what = V::what;
            if constexpr (requires { V::choices; }) type.choices = V::choices;
            if constexpr (requires { V::multiline; }) type.multiline = V::multiline;
            if constexpr (requires { V::separator; }) {
                type.list = true;
                type.list_separator = V::separator;
            }
            type.parse = [](void* value, std::string_view text) {
                return V::parse(*static_cast<T*>(value), text);
            };
            type.format = [](const void* value) { return V::format(*static_cast<const T*>(value)); };
            if constexpr (requires(const T& v) { V::each_ref(v, [](const StructInfo*, const Id&) {}); }) {
                type.each_ref = [](const void* value,
                                   const std::function<void(const StructInfo*, const Id&)>& see) {
                    V::each_ref(*static_cast<const T*>(value), see);
                };
            }
            return type;
        }();
        return &info;
    } else {
        static_assert(is_records<T>::value, "a field is a scalar value type or a list of described structs");
        using Item = typename T::value_type;
        static const TypeInfo info = [] {
            TypeInfo type;
            type.shape = TypeInfo::Shape::records;
            type.copy = [](void* to, const void* from) { *static_cast<T*>(to) = *static_cast<const T*>(from); };
            type.name = "list";
            type.record = [] () -> const StructInfo& { return description<Item>(); };
            type.make = [] { return std::static_pointer_cast<void>(std::make_shared<Item>()); };
            type.append = [](void* list) -> void* { return &static_cast<T*>(list)->emplace_back(); };
            type.size = [](const void* list) { return static_cast<const T*>(list)->size(); };
            type.at = [](const void* list, std::size_t index) -> const void* {
                return &(*static_cast<const T*>(list))[index];
            };
            return type;
        }();
        return &info;
    }
}

}  // namespace detail

template <auto Member>
FieldInfo field(int number, std::string_view key, std::string_view sv, std::string_view doc) {
    using M = detail::MemberOf<Member>;
    return {number, key, sv, doc, detail::type_info<typename M::Type>(), &M::locate};
}

template <auto Member>
FieldInfo required(int number, std::string_view key, std::string_view sv, std::string_view doc) {
    FieldInfo info = field<Member>(number, key, sv, doc);
    info.required = true;
    return info;
}

// A field of one number, whether or not it may be left out.
bool is_number(const FieldInfo& field);
// The number in such a field; null where it was left out.
const Decimal* number_in(const FieldInfo& field, const void* object);

// Part of the key of a thing that is named by what it is about.
template <auto Member>
FieldInfo key_part(int number, std::string_view key, std::string_view sv, std::string_view doc,
                   bool is_required = false) {
    FieldInfo info = field<Member>(number, key, sv, doc);
    info.key_part = true;
    info.required = is_required;
    return info;
}

}  // namespace styrkedja
