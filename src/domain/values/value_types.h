// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/decimal.h"
#include "domain/values/dated.h"
#include "domain/values/id.h"
#include "domain/values/money.h"
#include "domain/values/period.h"
#include "domain/values/text.h"
#include "domain/values/written_number.h"

// How each type of value is written in a pack and read back. A ValueType has a name for documentation, `what`
// must hold (the code of a text), parse and format; parse(format(x)) gives x. Empty text is never parsed: a field
// that a pack leaves out keeps its default, and a field that has its default is left out when a pack is written.
namespace styrkedja {

struct StructInfo;
template <class T>
const StructInfo& description();

template <class T>
struct ValueType {
    static constexpr bool undefined = true;
};

template <class T>
inline constexpr bool is_scalar_value = !requires { ValueType<T>::undefined; };

// The words of an enum, in the order of its values: specialised beside the enum's description.
template <class E>
struct EnumWords;

template <class E>
    requires std::is_enum_v<E>
struct ValueType<E> {
    static constexpr std::string_view name = "choice", what = "choice";
    static constexpr std::span<const std::string_view> choices = EnumWords<E>::words;
    static bool parse(E& value, std::string_view text) {
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (choices[i] == text) {
                value = static_cast<E>(i);
                return true;
            }
        }
        return false;
    }
    static std::string format(E value) { return std::string(choices[static_cast<std::size_t>(value)]); }
};

template <>
struct ValueType<std::string> {
    static constexpr std::string_view name = "text", what = "text";
    static bool parse(std::string& value, std::string_view text) { return value = text, true; }
    static std::string format(const std::string& value) { return value; }
};

template <>
struct ValueType<bool> {
    static constexpr std::string_view name = "yes or no", what = "yes_or_no";
    static bool parse(bool& value, std::string_view text);
    static std::string format(bool value) { return value ? "yes" : "no"; }
};

template <>
struct ValueType<int> {
    static constexpr std::string_view name = "whole number", what = "whole_number";
    static bool parse(int& value, std::string_view text);
    static std::string format(int value) { return std::to_string(value); }
};

template <>
struct ValueType<Decimal> {
    static constexpr std::string_view name = "number", what = "number";
    static bool parse(Decimal& value, std::string_view text);
    static std::string format(const Decimal& value);  // with a comma, as Swedish Excel reads it
};

// A number that may be left out: nothing is not 0, and each is written back as it stood.
template <>
struct ValueType<std::optional<Decimal>> {
    static constexpr std::string_view name = "number", what = "number";
    static bool parse(std::optional<Decimal>& value, std::string_view text);
    static std::string format(const std::optional<Decimal>& value);
};

template <>
struct ValueType<Id> {
    static constexpr std::string_view name = "id", what = "id";
    static bool parse(Id& value, std::string_view text);
    static std::string format(const Id& value) { return value.str(); }
};

template <class T>
struct ValueType<Ref<T>> {
    static constexpr std::string_view name = "id", what = "id";
    static bool parse(Ref<T>& value, std::string_view text) { return ValueType<Id>::parse(value.id, text); }
    static std::string format(const Ref<T>& value) { return value.str(); }
    template <class See>
    static void each_ref(const Ref<T>& value, const See& see) {
        if (!value.empty()) see(&description<T>(), value.id);
    }
};

template <>
struct ValueType<AnyRef> {
    static constexpr std::string_view name = "id of any kind", what = "id";
    static bool parse(AnyRef& value, std::string_view text) { return ValueType<Id>::parse(value.id, text); }
    static std::string format(const AnyRef& value) { return value.str(); }
    template <class See>
    static void each_ref(const AnyRef& value, const See& see) {
        if (!value.empty()) see(nullptr, value.id);
    }
};

template <>
struct ValueType<Date> {
    static constexpr std::string_view name = "date", what = "date";
    static bool parse(Date& value, std::string_view text);
    static std::string format(const Date& value) { return value.str(); }
};

template <>
struct ValueType<Period> {
    static constexpr std::string_view name = "period", what = "period";
    static bool parse(Period& value, std::string_view text);
    static std::string format(const Period& value) { return value.str(); }
};

// Written "2015..2018", "2023-09-01..", "..2018": years or dates, both included.
template <>
struct ValueType<Validity> {
    static constexpr std::string_view name = "from..to", what = "validity";
    static bool parse(Validity& value, std::string_view text);
    static std::string format(const Validity& value);
};

template <>
struct ValueType<Prose> {
    static constexpr std::string_view name = "text (Markdown)", what = "text";
    static constexpr bool multiline = true;
    static bool parse(Prose& value, std::string_view text) { return value.text = text, true; }
    static std::string format(const Prose& value) { return value.text; }
};

template <>
struct ValueType<Formula> {
    static constexpr std::string_view name = "formula", what = "formula";
    static bool parse(Formula& value, std::string_view text) { return value.text = text, true; }
    static std::string format(const Formula& value) { return value.text; }
};

// Parts of a list, cut at the separator, without blanks around them and without empty ones.
std::vector<std::string_view> split_list(std::string_view text, char separator);

// One text of a list as it stands between the |: a | of its own has a \ before it, unless it stands in the braces of
// a quoted figure; so has every \ but one before a brace, and a { that no } closes.
std::string as_list_item(std::string_view text);

template <>
struct ValueType<Words> {
    static constexpr std::string_view name = "list of texts, | between", what = "text";
    static constexpr char separator = '|';
    static bool parse(Words& value, std::string_view text);
    static std::string format(const Words& value);
};

template <>
struct ValueType<Tags> {
    static constexpr std::string_view name = "list of words, blank between", what = "id";
    static constexpr char separator = ' ';
    static bool parse(Tags& value, std::string_view text);
    static std::string format(const Tags& value);
};

template <>
struct ValueType<std::vector<std::string>> {
    static constexpr std::string_view name = "list of texts, | between", what = "text";
    static constexpr char separator = '|';
    static bool parse(std::vector<std::string>& value, std::string_view text);
    static std::string format(const std::vector<std::string>& value);
};

template <>
struct ValueType<std::vector<Prose>> {
    static constexpr std::string_view name = "list of texts, | between", what = "text";
    static constexpr char separator = '|';
    static bool parse(std::vector<Prose>& value, std::string_view text);
    static std::string format(const std::vector<Prose>& value);
};

template <class R>
concept Reference = requires(const R& r) {
    { r.id } -> std::convertible_to<Id>;
    r.str();
};

template <Reference R>
struct ValueType<std::vector<R>> {
    static constexpr std::string_view name = "list of ids, blank between", what = "id";
    static constexpr char separator = ' ';
    static bool parse(std::vector<R>& value, std::string_view text) {
        std::vector<R> read;
        for (std::string_view part : split_list(text, separator)) {
            if (!ValueType<R>::parse(read.emplace_back(), part)) return false;
        }
        return value = std::move(read), true;
    }
    static std::string format(const std::vector<R>& value) {
        std::string text;
        for (const R& each : value) text += (text.empty() ? "" : " ") + each.str();
        return text;
    }
    template <class See>
    static void each_ref(const std::vector<R>& value, const See& see) {
        for (const R& each : value) ValueType<R>::each_ref(each, see);
    }
};

// "3.1", or "3.1 [2023..2023] | 1.2 [2024..]".
struct DatedPart {
    std::string_view value;
    Validity holds;
};
bool parse_dated(std::vector<DatedPart>& parts, std::string_view text);

template <class T>
struct ValueType<Dated<T>> {
    static constexpr std::string_view name = "value, or values with [from..to], | between", what = "dated";
    static constexpr char separator = '|';
    static bool parse(Dated<T>& value, std::string_view text) {
        std::vector<DatedPart> parts;
        if (!parse_dated(parts, text)) return false;
        Dated<T> read;
        for (const DatedPart& part : parts) {
            auto& span = read.spans.emplace_back();
            span.holds = part.holds;
            if (!ValueType<T>::parse(span.value, part.value)) return false;
        }
        return value = std::move(read), true;
    }
    static std::string format(const Dated<T>& value) {
        std::string text;
        for (const auto& span : value.spans) {
            if (!text.empty()) text += " | ";
            text += ValueType<T>::format(span.value);
            if (std::string holds = ValueType<Validity>::format(span.holds); !holds.empty()) {
                text += " [" + holds + "]";
            }
        }
        return text;
    }
    template <class See>
    static void each_ref(const Dated<T>& value, const See& see) {
        if constexpr (requires(const T& v) { ValueType<T>::each_ref(v, see); }) {
            for (const auto& span : value.spans) ValueType<T>::each_ref(span.value, see);
        }
    }
};

}  // namespace styrkedja
