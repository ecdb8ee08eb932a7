// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/value_types.h"

#include <algorithm>

#include "domain/values/describe.h"

namespace styrkedja {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? x + 32 : x) == (y >= 'A' && y <= 'Z' ? y + 32 : y);
    });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return same_ignoring_case(text, word); });
}

// A bound of a validity: a date, or a year, which begins or ends with its first or last day.
bool parse_bound(Date& date, std::string_view text, bool is_end) {
    if (text.empty()) return date = Date(), true;
    auto period = Period::parse(text);
    if (!period) return false;
    if (period->shape() == PeriodShape::day) return date = period->start(), true;
    if (period->shape() != PeriodShape::year) return false;
    date = is_end ? Date::from_days(period->end().days() - 1) : period->start();
    return true;
}

std::string bound_text(Date date, bool is_end) {
    if (!date.exists()) return "";
    bool whole_year = is_end ? date.month() == 12 && date.day() == 31 : date.month() == 1 && date.day() == 1;
    return whole_year ? std::to_string(date.year()) : date.str();
}

bool is_any_of(char c, std::string_view signs) { return signs.find(c) != signs.npos; }

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && is_any_of(text[i + 1], "\\|")) ++i;
        plain += text[i];
    }
    return plain;
}

// Where a { stands that no } closes.
std::vector<std::size_t> unclosed_braces(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') ++i;
        else if (text[i] == '{') open.push_back(i);
        else if (text[i] == '}' && !open.empty()) open.pop_back();
    }
    return open;
}

}  // namespace

std::string as_list_item(std::string_view text) {
    std::vector<std::size_t> unclosed = unclosed_braces(text);
    std::string safe;
    int braces = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && is_any_of(text[i + 1], "{}")) {
            safe += text[i++];
        } else if (text[i] == '\\' || (text[i] == '|' && braces == 0) ||
                   std::binary_search(unclosed.begin(), unclosed.end(), i)) {
            safe += '\\';
        } else if (text[i] == '{') {
            ++braces;
        } else if (text[i] == '}' && braces > 0) {
            --braces;
        }
        safe += text[i];
    }
    return safe;
}

bool ValueType<bool>::parse(bool& value, std::string_view text) {
    if (is_one_of(text, {"yes", "ja", "true", "x", "1"})) return value = true, true;
    if (is_one_of(text, {"no", "nej", "false", "0"})) return value = false, true;
    return false;
}

bool ValueType<int>::parse(int& value, std::string_view text) {
    int read = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error != std::errc() || end != text.data() + text.size()) return false;
    return value = read, true;
}

bool ValueType<Decimal>::parse(Decimal& value, std::string_view text) {
    auto read = parse_written_decimal(text);
    if (!read) return false;
    return value = *read, true;
}

std::string ValueType<Decimal>::format(const Decimal& value) {
    std::string text = value.str();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

bool ValueType<std::optional<Decimal>>::parse(std::optional<Decimal>& value, std::string_view text) {
    auto read = parse_written_decimal(text);
    if (!read) return false;
    return value = *read, true;
}

std::string ValueType<std::optional<Decimal>>::format(const std::optional<Decimal>& value) {
    return value ? ValueType<Decimal>::format(*value) : std::string();
}

bool ValueType<Id>::parse(Id& value, std::string_view text) {
    if (!Id::is_valid(text)) return false;
    return value = Id(std::string(text)), true;
}

bool ValueType<Date>::parse(Date& value, std::string_view text) {
    auto read = Date::parse(text);
    if (!read) return false;
    return value = *read, true;
}

bool ValueType<Period>::parse(Period& value, std::string_view text) {
    auto read = Period::parse(text);
    if (!read) return false;
    return value = *read, true;
}

bool ValueType<Validity>::parse(Validity& value, std::string_view text) {
    Validity read;
    std::size_t dots = text.find("..");
    std::string_view first = trimmed(text.substr(0, dots));
    std::string_view last = dots == text.npos ? first : trimmed(text.substr(dots + 2));
    if (!parse_bound(read.from, first, false) || !parse_bound(read.to, last, true)) return false;
    if (read.from.exists() && read.to.exists() && read.to < read.from) return false;
    return value = read, true;
}

std::string ValueType<Validity>::format(const Validity& value) {
    if (!value.from.exists() && !value.to.exists()) return "";
    return bound_text(value.from, false) + ".." + bound_text(value.to, true);
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    int braces = 0;
    std::size_t start = 0;
    auto cut = [&](std::size_t end) {
        if (std::string_view part = trimmed(text.substr(start, end - start)); !part.empty()) parts.push_back(part);
        start = end + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') ++braces;
        if (text[i] == '}' && braces > 0) --braces;
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        else if (braces == 0 && (text[i] == separator || (separator == ' ' && text[i] == ','))) cut(i);
    }
    cut(text.size());
    return parts;
}

static std::vector<std::string> read_texts(std::string_view text) {
    std::vector<std::string> list;
    for (std::string_view part : split_list(text, '|')) list.push_back(unescaped(part));
    return list;
}

static std::string joined(std::string text, std::string_view next) {
    if (!text.empty()) text += " | ";
    return text += as_list_item(next);
}

bool ValueType<Words>::parse(Words& value, std::string_view text) { return value.list = read_texts(text), true; }

std::string ValueType<Words>::format(const Words& value) {
    return ValueType<std::vector<std::string>>::format(value.list);
}

bool ValueType<Tags>::parse(Tags& value, std::string_view text) {
    Tags read;
    for (std::string_view part : split_list(text, ' ')) read.list.emplace_back(part);
    return value = std::move(read), true;
}

std::string ValueType<Tags>::format(const Tags& value) {
    std::string text;
    for (const std::string& tag : value.list) text += (text.empty() ? "" : " ") + tag;
    return text;
}

bool ValueType<std::vector<std::string>>::parse(std::vector<std::string>& value, std::string_view text) {
    return value = read_texts(text), true;
}

std::string ValueType<std::vector<std::string>>::format(const std::vector<std::string>& value) {
    std::string text;
    for (const std::string& each : value) text = joined(std::move(text), each);
    return text;
}

bool ValueType<std::vector<Prose>>::parse(std::vector<Prose>& value, std::string_view text) {
    value.clear();
    for (std::string& each : read_texts(text)) value.push_back(Prose{std::move(each)});
    return true;
}

std::string ValueType<std::vector<Prose>>::format(const std::vector<Prose>& value) {
    std::string text;
    for (const Prose& each : value) text = joined(std::move(text), each.text);
    return text;
}

bool parse_dated(std::vector<DatedPart>& parts, std::string_view text) {
    for (std::string_view part : split_list(text, '|')) {
        Validity holds;
        if (part.back() == ']') {
            std::size_t bracket = part.rfind('[');
            if (bracket != part.npos && part.substr(bracket).find("..") != part.npos) {
                std::string_view span = part.substr(bracket + 1, part.size() - bracket - 2);
                if (!ValueType<Validity>::parse(holds, trimmed(span))) return false;
                part = trimmed(part.substr(0, bracket));
            }
        }
        parts.push_back({part, holds});
    }
    return true;
}

bool is_number(const FieldInfo& field) {
    return field.type == detail::type_info<Decimal>() || field.type == detail::type_info<std::optional<Decimal>>();
}

const Decimal* number_in(const FieldInfo& field, const void* object) {
    const void* it = field.in(object);
    if (field.type == detail::type_info<Decimal>()) return static_cast<const Decimal*>(it);
    if (field.type != detail::type_info<std::optional<Decimal>>()) return nullptr;
    const auto& number = *static_cast<const std::optional<Decimal>*>(it);
    return number ? &*number : nullptr;
}

const FieldInfo* StructInfo::find(std::string_view name) const {
    auto plain = [](std::string_view text) {
        std::string result;
        for (char c : text) {
            if (c == '-' || c == '_' || c == ' ') continue;
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        return result;
    };
    std::string wanted = plain(name);
    for (const FieldInfo& each : fields) {
        if (plain(each.key) == wanted || plain(each.sv) == wanted) return &each;
    }
    return nullptr;
}

}  // namespace styrkedja
