// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <unordered_map>

#include "base/decimal.h"
#include "base/utf8.h"
#include "locale/number.h"
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

using Args = std::vector<std::pair<std::string_view, std::string>>;

constexpr std::size_t widest_excerpt = 100;

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// On one line, and nothing that steers a terminal or turns the direction of text.
std::string tamed(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_character(text, at);
        if (c == '\n' || c == '\t' || c == '\r') {
            out += ' ';
        } else {
            append_character(out, is_control(c) ? replacement_character : c);
        }
    }
    return out;
}

const std::string* find_arg(const Args& args, std::string_view name) {
    for (const auto& [key, value] : args) {
        if (key == name && !value.empty()) return &value;
    }
    return nullptr;
}

// Sums that the program has computed, in kronor with two decimals: as people read them. What a file says stands as it is
// written there.
std::string as_read(std::string_view name, const std::string& value, Language language) {
    static constexpr std::array<std::string_view, 6> sums = {"sum", "debit", "credit", "opening", "closing", "booked"};
    if (std::find(sums.begin(), sums.end(), name) == sums.end()) return tamed(value);
    std::string plain = value;
    std::replace(plain.begin(), plain.end(), ',', '.');
    const auto number = Decimal::parse(plain);
    if (!number || plain.size() < 4 || plain[plain.size() - 3] != '.') return tamed(value);
    NumberFormat format;
    if (language == Language::en) format.decimal_mark = ".";
    return format_number(*number, format);
}

// The text with its arguments; nothing when an argument is missing (`whole` false) or "…" in its place.
std::optional<std::string> filled(std::string_view text, const Args& args, Language language, bool whole) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        std::size_t end = c == '{'   ? text.find('}', at)
                          : c == '[' ? text.find(']', at)
                                     : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += c;
            continue;
        }
        std::string_view inside = text.substr(at + 1, end - at - 1);
        if (c == '[') {
            out += filled(inside, args, language, false).value_or("");
        } else if (const std::string* value = find_arg(args, inside)) {
            out += as_read(inside, *value, language);
        } else if (whole) {
            out += "…";
        } else {
            return std::nullopt;
        }
        at = end;
    }
    return out;
}

std::string without_text(const Problem& problem) {
    std::string out(problem.code);
    const char* between = " (";
    for (const auto& [name, value] : problem.args) {
        out += between + std::string(name) + ": " + tamed(value);
        between = ", ";
    }
    return problem.args.empty() ? out : out + ")";
}

using Part = std::string_view ProblemText::*;

std::string part_of(const Problem& problem, Language language, Part sv, Part en) {
    const ProblemText* text = find_problem_text(problem.code);
    if (text == nullptr) return "";
    return filled(text->*(language == Language::sv ? sv : en), problem.args, language, true).value_or("");
}

// Columns that a character takes on a terminal: East Asian wide forms and pictures two, combining marks none.
std::size_t width_of(char32_t c) {
    if ((c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F)) return 0;
    bool wide =
        (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
        (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
        (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

// The excerpt's line and, when the column is known, a caret under it. A long line is cut around the column.
std::string excerpt_lines(const Place& place) {
    std::vector<char32_t> line;
    for (std::size_t at = 0; at < place.excerpt.size();) line.push_back(next_character(place.excerpt, at));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    std::size_t column = place.column == 0 ? 0 : std::min<std::size_t>(place.column - 1, line.size());
    std::size_t from = column > widest_excerpt * 2 / 3 ? column - widest_excerpt / 2 : 0;
    std::size_t to = std::min(line.size(), from + widest_excerpt);
    std::string text = from > 0 ? "…" : "", pad(from > 0 ? 1 : 0, ' ');
    for (std::size_t i = from; i < to; ++i) {
        bool tab = line[i] == '\t';
        if (tab) {
            text += "    ";
        } else {
            append_character(text, is_control(line[i]) ? replacement_character : line[i]);
        }
        if (i < column) pad.append(tab ? 4 : width_of(line[i]), ' ');
    }
    std::string out = "    " + text + (to < line.size() ? "…\n" : "\n");
    return place.column == 0 ? out : out + "    " + pad + "^\n";
}

std::string where(const Place& place) {
    std::string out;
    if (!place.file.empty()) {
        out = tamed(place.file);
        if (place.entity.empty() && !place.field.empty()) return out + ", " + tamed(place.field);   // a workbook's cell
        if (place.line > 0) out += ":" + std::to_string(place.line);
        if (place.line > 0 && place.column > 0) out += ":" + std::to_string(place.column);
        return out;
    }
    out = tamed(place.entity);
    if (!place.field.empty()) out += (out.empty() ? "" : ", ") + tamed(place.field);
    return out;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_character(text, at);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20 || c == 0x7F) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
            out += escape.data();
        } else {
            append_character(out, c);
        }
    }
    return out + "\"";
}

std::string quoted_or_null(std::string_view text) {
    return text.empty() ? "null" : quoted(text);
}
std::string number_or_null(std::uint32_t number) {
    return number == 0 ? "null" : std::to_string(number);
}

}  // namespace

std::span<const std::span<const ProblemText>> all_problem_texts() {
    static const std::span<const ProblemText> tables[] = {
        codec_texts, pack_texts, model_texts, plan_texts, economy_texts, budget_texts,
        economy_engine_texts, assess_texts, reports_texts, compose_texts, cli_texts, pdf_texts,
        docx_texts, sheets_texts, postgres_texts, store_texts, log_texts, erasure_texts, app_texts,
        forecast_texts, statement_texts, ledger_store_texts, ledger_sheet_texts, ledger_sie_texts,
    };
    return tables;
}

const ProblemText* find_problem_text(std::string_view code) {
    static const auto by_code = [] {
        std::unordered_map<std::string_view, const ProblemText*> map;
        for (auto table : all_problem_texts()) {
            for (const ProblemText& text : table) map.emplace(text.code, &text);
        }
        return map;
    }();
    auto found = by_code.find(code);
    return found == by_code.end() ? nullptr : found->second;
}

std::string_view severity_word(Severity severity, Language language) {
    bool sv = language == Language::sv;
    switch (severity) {
        case Severity::note:
            return sv ? "notis" : "note";
        case Severity::warning:
            return sv ? "varning" : "warning";
        case Severity::error:
            return sv ? "fel" : "error";
    }
    return "";
}

std::string problem_sentence(const Problem& problem, Language language) {
    std::string text = part_of(problem, language, &ProblemText::sv, &ProblemText::en);
    return text.empty() ? without_text(problem) : text;
}

std::string problem_must(const Problem& problem, Language language) {
    return part_of(problem, language, &ProblemText::sv_must, &ProblemText::en_must);
}

std::string problem_do(const Problem& problem, Language language) {
    return part_of(problem, language, &ProblemText::sv_do, &ProblemText::en_do);
}

std::string problem_message(const Problem& problem, Language language) {
    bool sv = language == Language::sv;
    std::string out = where(problem.place);
    if (!out.empty()) out += ": ";
    out += std::string(severity_word(problem.severity, language)) + ": " +
           problem_sentence(problem, language) + "\n";
    if (!problem.place.excerpt.empty()) out += excerpt_lines(problem.place);
    std::string must = problem_must(problem, language), what_to_do = problem_do(problem, language);
    if (!must.empty()) out += (sv ? "  Ska vara: " : "  Must be: ") + must + "\n";
    if (!what_to_do.empty()) out += (sv ? "  Gör så här: " : "  Do this: ") + what_to_do + "\n";
    return out;
}

std::string problem_json(const Problem& problem, Language language) {
    const Place& place = problem.place;
    std::string out = "{\"code\":" + quoted(problem.code);
    out += ",\"severity\":" + quoted(severity_word(problem.severity, Language::en));
    out += ",\"file\":" + quoted_or_null(place.file);
    out += ",\"line\":" + number_or_null(place.line);
    out += ",\"column\":" + number_or_null(place.column);
    out += ",\"entity\":" + quoted_or_null(place.entity);
    out += ",\"field\":" + quoted_or_null(place.field);
    out += ",\"excerpt\":" + quoted_or_null(place.excerpt);
    out += ",\"message\":" + quoted(problem_sentence(problem, language));
    out += ",\"must\":" + quoted_or_null(problem_must(problem, language));
    out += ",\"do\":" + quoted_or_null(problem_do(problem, language));
    out += ",\"args\":{";
    const char* between = "";
    for (const auto& [name, value] : problem.args) {
        out += between + quoted(name) + ":" + quoted(value);
        between = ",";
    }
    return out + "}}";
}

}  // namespace styrkedja
