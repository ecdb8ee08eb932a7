// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/values/written_number.h"
#include "locale/date.h"
#include "locale/ledger_sheet_words.h"
#include "locale/number.h"

namespace styrkedja::sheet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// To whole öre; nothing where it is more than 64 bits hold.
std::optional<ledger::Ore> to_ore(const Decimal& number, MoneyUnit unit, bool& rounded) {
    Int128 divisor = 1;
    for (int i = 0; i < number.decimals(); ++i) divisor *= 10;
    const Int128 product = static_cast<Int128>(number.units()) * ore_in(unit);
    Int128 whole = product / divisor;
    const Int128 rest = product - whole * divisor;
    rounded = rest != 0;
    if (rest * 2 >= divisor) ++whole;
    if (-rest * 2 >= divisor) --whole;
    if (whole > INT64_MAX || whole < -INT64_MAX) return std::nullopt;
    return static_cast<ledger::Ore>(whole);
}

// Nearly all amounts: figures, perhaps a minus before them and a comma or dot and two figures at the end.
bool read_plain(std::string_view text, MoneyUnit unit, ledger::Ore& ore) {
    const bool negative = text[0] == '-';
    std::size_t at = negative ? 1 : 0;
    constexpr std::size_t most = 15;
    if (unit != MoneyUnit::kr || text.size() > most || at == text.size()) return false;
    std::int64_t whole = 0;
    const std::size_t from = at;
    for (; at < text.size() && is_digit(text[at]); ++at) whole = whole * 10 + (text[at] - '0');
    if (at == from) return false;
    std::int64_t decimals = 0;
    if (at < text.size()) {
        const std::size_t left = text.size() - at - 1;
        if ((text[at] != ',' && text[at] != '.') || left == 0 || left > 2 || !is_digit(text[at + 1])) return false;
        decimals = (text[at + 1] - '0') * 10;
        if (left == 2) {
            if (!is_digit(text[at + 2])) return false;
            decimals += text[at + 2] - '0';
        }
    }
    ore = whole * 100 + decimals;
    if (negative) ore = -ore;
    return true;
}

Problem problem(std::string_view code, std::string_view value, Severity severity = Severity::error) {
    return {code, severity, {}, {{"value", std::string(value)}}};
}

std::string_view word_of(MoneyUnit unit) { return unit == MoneyUnit::tkr ? "tkr" : unit == MoneyUnit::mnkr ? "mkr" : "kr"; }

Amount read_written(std::string_view text, MoneyUnit unit) {
    Amount amount;
    const ParsedNumber number = parse_number(without_apostrophe(text));
    if (number.kind == NumberKind::empty) return amount;
    amount.exists = true;
    if (number.kind == NumberKind::error) {
        amount.problem = problem(number.code, text);
        if (!number.text.empty()) amount.problem->args.emplace_back("text", number.text);
        return amount;
    }
    if (number.kind == NumberKind::nil) return amount;
    if (!number.unit.empty() && number.unit != word_of(unit)) {
        amount.problem = problem("amount_is_in_another_unit", text);
        amount.problem->args.emplace_back("unit", word_of(unit));
        return amount;
    }
    const auto ore = to_ore(number.value, unit, amount.rounded);
    if (!ore) amount.problem = problem("amount_is_too_large", text);
    else if (number.ambiguous) {
        amount.problem = problem("number_is_ambiguous", text, unit == MoneyUnit::kr ? Severity::error : Severity::warning);
        std::string read(text), other(text);
        std::replace(read.begin(), read.end(), '.', ',');
        std::replace(other.begin(), other.end(), '.', ' ');
        amount.problem->args.emplace_back("read", read);
        amount.problem->args.emplace_back("other", other);
    }
    amount.ore = ore.value_or(0);
    return amount;
}

}  // namespace

Amount read_amount(const Field& field, MoneyUnit unit) {
    Amount amount;
    if (field.kind == FieldKind::empty) return amount;
    amount.exists = true;
    if (read_plain(field.text, unit, amount.ore)) return amount;
    if (field.kind == FieldKind::text) return read_written(field.text, unit);
    if (field.kind == FieldKind::date || field.kind == FieldKind::boolean) {
        amount.problem = problem("amount_has_become_something_else", field.text);
        return amount;
    }
    const auto number = Decimal::parse(field.text);
    const auto ore = number ? to_ore(*number, unit, amount.rounded) : std::nullopt;
    if (!ore) amount.problem = problem("amount_is_too_large", field.text);
    amount.ore = ore.value_or(0);
    return amount;
}

namespace {

std::optional<int> whole(std::string_view text, int least, int most) {
    int number = 0;
    if (!all_digits(text) || text.size() > 4) return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

constexpr int first_year = 1900, last_year = 2200;

std::optional<WrittenMonth> pair(std::optional<int> year, std::optional<int> month) {
    if (!year || !month) return std::nullopt;
    return WrittenMonth{*year, *month};
}

std::optional<int> short_or_long_year(std::string_view text) {
    if (const auto year = whole(text, first_year, last_year)) return year;
    if (text.size() != 2) return std::nullopt;
    const auto two = whole(text, 0, 99);
    return two ? std::optional(2000 + *two) : std::nullopt;
}

}  // namespace

std::optional<WrittenMonth> read_month(std::string_view text) {
    if (text.size() == 6 && all_digits(text)) return pair(whole(text.substr(0, 4), first_year, last_year), whole(text.substr(4), 1, 12));
    if (text.size() == 4) {
        if (const auto year = whole(text, first_year, last_year)) return WrittenMonth{*year, 0};
    }
    if (text.size() <= 2) {
        const auto month = whole(text, 1, 12);
        return month ? std::optional(WrittenMonth{0, *month}) : std::nullopt;
    }
    const std::string small = small_letters(plain_blanks(text));
    if (const int month = month_of_word(small)) return WrittenMonth{0, month};
    const std::size_t cut = small.find_first_of(" -/");
    if (cut == small.npos) {
        const auto month = small[0] == 'p' ? whole(std::string_view(small).substr(1), 1, 12) : std::nullopt;
        if (month) return WrittenMonth{0, *month};
    } else {
        const std::string_view first = std::string_view(small).substr(0, cut), last = std::string_view(small).substr(cut + 1);
        if (const int month = month_of_word(first)) return pair(short_or_long_year(last), month);
        if (const int month = month_of_word(last)) return pair(short_or_long_year(first), month);
        if (const auto made = pair(whole(first, first_year, last_year), whole(last, 1, 12))) return made;
        if (const auto made = pair(whole(last, first_year, last_year), whole(first, 1, 12))) return made;
        if (first == "period") return read_month(last);
    }
    if (const auto day = read_day(text)) return WrittenMonth{day->year(), day->month()};
    return std::nullopt;
}

std::optional<Date> read_day(std::string_view text) {
    if (text.size() >= 10 && is_digit(text[0]) && (text[4] == '-' || text[4] == '/')) {
        std::string iso(text.substr(0, 10));   // a time of the day may follow
        std::replace(iso.begin(), iso.end(), '/', '-');
        if (const auto date = Date::parse(iso); date && (text.size() == 10 || text[10] == ' ' || text[10] == 'T')) return date;
    }
    if (text.size() == 8 && all_digits(text))
        return Date::parse(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6)));
    if (const auto day = parse_day(text))
        return Date::from_civil(static_cast<int>(day->year()), static_cast<int>(static_cast<unsigned>(day->month())),
                                static_cast<int>(static_cast<unsigned>(day->day())));
    return std::nullopt;
}

std::string_view without_apostrophe(std::string_view code) {
    if (code.starts_with('\'')) code.remove_prefix(1);
    return code;
}

CodeFault fault_of_code(const Field& field) {
    const std::string_view text = field.text;
    if (field.kind == FieldKind::date) return CodeFault::is_date;
    constexpr std::size_t longest_kept = 15;
    if (field.kind == FieldKind::number)
        return all_digits(text) && text.size() <= longest_kept ? CodeFault::none : CodeFault::is_number;
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent != text.npos && exponent > 0 && exponent + 2 < text.size() && (text[exponent + 1] == '+' || text[exponent + 1] == '-') &&
        all_digits(text.substr(exponent + 2)) && text.substr(0, exponent).find_first_not_of("0123456789.,") == text.npos) {
        return CodeFault::is_number;
    }
    const std::size_t cut = text.find('-');
    if (cut == text.npos || cut == 0) return CodeFault::none;
    if (text.size() == 10 && text[0] >= '1' && text[0] <= '2' && Date::parse(text)) return CodeFault::is_date;
    const std::string first = small_letters(text.substr(0, cut)), last = small_letters(text.substr(cut + 1));
    const bool month_first = month_of_word(first) > 0 && all_digits(last), month_last = month_of_word(last) > 0 && all_digits(first);
    return month_first || month_last ? CodeFault::is_date : CodeFault::none;
}

std::string heading_key(std::string_view heading) {
    std::string key = small_letters(plain_blanks(heading));
    std::erase_if(key, [](char c) { return c == '.' || c == ':' || c == '(' || c == ')'; });
    while (!key.empty() && (key.back() == '-' || key.back() == ' ')) key.pop_back();
    return key;
}

}  // namespace styrkedja::sheet
