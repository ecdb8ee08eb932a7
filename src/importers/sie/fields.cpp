// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/fields.h"

#include <chrono>

namespace styrkedja::sie {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

const char* cut_bare(const char* from, const char* at, bool with_lists, Field& field) {
    bool escaped = false;
    for (;; ++at) {
        const Class kind = class_of(*at);
        if (kind == plain || kind == quote || (kind == brace && !with_lists)) continue;
        if (kind != backslash) break;
        escaped = true;
        if (at[1] == '"') ++at;
    }
    field = Field{std::string_view(from, static_cast<std::size_t>(at - from)), true, escaped, false, false};
    return at;
}

const char* cut_quoted(const char* at, Field& field) {
    const char* from = ++at;
    bool escaped = false;
    for (;; ++at) {
        const unsigned plain = first_special(at, '"');
        at += plain;
        if (plain == 16) {
            --at;
            continue;
        }
        const char c = *at;
        if (c == '"' || is_line_end(c)) break;
        if (c == '\\') {
            escaped = true;
            if (at[1] == '"') ++at;
        }
    }
    const bool unclosed = *at != '"';
    field = Field{std::string_view(from, static_cast<std::size_t>(at - from)), true, escaped, false, unclosed};
    return unclosed ? at : at + 1;
}

const char* cut_list(const char* at, Field& field) {
    const char* from = ++at;
    bool quoted = false;
    for (;; ++at) {
        const char c = *at;
        if (is_line_end(c) || (c == '}' && !quoted)) break;
        if (c == '"') quoted = !quoted;
        if (c == '\\' && at[1] == '"') ++at;
    }
    const bool unclosed = *at != '}';
    field = Field{std::string_view(from, static_cast<std::size_t>(at - from)), true, false, true, unclosed};
    return unclosed ? at : at + 1;
}

std::vector<Field> cut_line(const char* at, bool with_lists) {
    std::vector<Field> fields;
    for (at = skip_blanks(at); !is_line_end(*at); at = skip_blanks(at)) {
        Field field;
        at = with_lists ? cut_field<true>(at, field) : cut_field<false>(at, field);
        fields.push_back(field);
    }
    return fields;
}

std::string plain_text(std::string_view raw, bool escaped) {
    if (!escaped) return std::string(raw);
    std::string text;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] == '\\' && at + 1 < raw.size() && raw[at + 1] == '"') ++at;
        text += raw[at];
    }
    return text;
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 8) return std::nullopt;
    int value = 0;
    for (char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    const std::chrono::year_month_day day{std::chrono::year(value / 10000), std::chrono::month(static_cast<unsigned>(value / 100 % 100)),
                                          std::chrono::day(static_cast<unsigned>(value % 100))};
    if (!day.ok() || value < 19000101 || value > 21991231) return std::nullopt;
    return Date::from_days(static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count()));
}

AmountFault read_ore(std::string_view text, ledger::Ore& ore) {
    const char* at = text.data();
    const char* end = at + text.size();
    const bool negative = at != end && *at == '-';
    if (negative) ++at;
    std::uint64_t value = 0;
    const char* first = at;
    while (at != end && is_digit(*at)) value = value * 10 + static_cast<unsigned>(*at++ - '0');
    const auto digits = at - first;
    if (digits == 0) return AmountFault::form;
    unsigned decimals = 0;
    if (at != end && *at == '.') {
        for (++at; at != end && is_digit(*at) && decimals < 2; ++decimals) value = value * 10 + static_cast<unsigned>(*at++ - '0');
        if (decimals == 0) return AmountFault::form;
        if (at != end && is_digit(*at)) return AmountFault::decimals;
    }
    if (at != end) return AmountFault::form;
    // 16 digits and two decimals always fit; what has more is looked at digit by digit.
    if (digits > 16) return AmountFault::size;
    for (; decimals < 2; ++decimals) value *= 10;
    ore = negative ? -static_cast<ledger::Ore>(value) : static_cast<ledger::Ore>(value);
    return AmountFault::none;
}

bool read_quantity(std::string_view text, std::int64_t& thousandths) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::int64_t value = 0;
    int decimals = -1, digits = 0;
    for (char c : text) {
        if (c == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
            continue;
        }
        if (!is_digit(c)) return false;
        if (decimals >= 3) {
            if (c != '0') return false;
            continue;
        }
        if (decimals >= 0) ++decimals;
        if (++digits > 15) return false;
        value = value * 10 + (c - '0');
    }
    if (digits == 0 || decimals == 0) return false;
    for (int i = decimals < 0 ? 0 : decimals; i < 3; ++i) value *= 10;
    thousandths = negative ? -value : value;
    return true;
}

bool same_label(std::string_view label, std::string_view name) {
    if (label.size() != name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = label[i];
        if ((c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c) != name[i]) return false;
    }
    return true;
}

}  // namespace styrkedja::sie
