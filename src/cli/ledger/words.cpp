// SPDX-License-Identifier: EUPL-1.2
#include "cli/ledger/words.h"

#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "cli/log/change_text.h"
#include "domain/ledger/to_columns.h"

namespace styrkedja::cli {
namespace {

std::size_t width(std::string_view text) {
    std::size_t signs = 0;
    for (std::size_t at = 0; at < text.size(); ++signs) next_character(text, at);
    return signs;
}

std::string_view figure_word(BatchFigure figure, Language language) {
    const bool sv = language == Language::sv;
    return figure == BatchFigure::budget ? "budget" : sv ? "utfall" : "actual";
}

std::string with_part(const LedgerBatch& batch) {
    return batch.ledger.str() + (batch.part.empty() ? "" : " (" + batch.part + ")") + " " + std::to_string(batch.year);
}

std::string month_text(std::int32_t month, Language language) {
    if (month == 0) return language == Language::sv ? "hela året" : "whole year";
    return months_from(month, month).str();
}

}  // namespace

std::string plain_kronor(ledger::Ore ore) {
    const bool minus = ore < 0;
    const std::uint64_t size = minus ? 0 - static_cast<std::uint64_t>(ore) : static_cast<std::uint64_t>(ore);
    char text[32];
    std::snprintf(text, sizeof text, "%s%llu.%02llu", minus ? "-" : "", static_cast<unsigned long long>(size / 100),
                  static_cast<unsigned long long>(size % 100));
    return text;
}

std::string kronor(ledger::Ore ore) {
    std::string digits = plain_kronor(ore);
    const bool minus = digits.front() == '-';
    digits.erase(0, minus ? 1 : 0);
    std::string text = "," + digits.substr(digits.size() - 2);
    digits.resize(digits.size() - 3);
    for (std::size_t left = digits.size(); left > 0;) {
        const std::size_t from = left > 3 ? left - 3 : 0;
        text = digits.substr(from, left - from) + text;
        if (from > 0) text = "\u00A0" + text;
        left = from;
    }
    return (minus ? "\u2212" : "") + text;
}

std::string made_text(const std::vector<LedgerBatch>& made, Language language) {
    const bool sv = language == Language::sv;
    std::string text;
    for (const LedgerBatch& each : made) {
        text += (text.empty() ? "" : "; ") + with_part(each) + ", " + std::string(figure_word(each.figure, language)) + " " + each.months.str() + ": ";
        if (each.vouchers > 0) text += count_text(static_cast<std::uint64_t>(each.vouchers)) + (sv ? " verifikat, " : " vouchers, ");
        text += count_text(static_cast<std::uint64_t>(each.rows)) + (sv ? " rader" : " rows");
    }
    return text;
}

std::string plan_text(const app::LedgerPlan& plan, const std::vector<app::MonthSum>& sums, const State& before, Language language) {
    const bool sv = language == Language::sv;
    std::string text;
    for (const LedgerBatch& each : plan.made) {
        text += (sv ? "Skulle föras in: " : "Would be taken in: ") + made_text({each}, language) + " (" + each.id.str() + ")\n";
    }
    for (const std::string& each : plan.others.ended) {
        const LedgerBatch* was = before.ledger_batches.find(each);
        text += (sv ? "Skulle upphöra: " : "Would end: ") + each + (was ? ", " + counting_months(*was).str() : "") + "\n";
    }
    for (const LedgerBatch& each : plan.others.changed) {
        text += (sv ? "Skulle gälla för färre månader: " : "Would count for fewer months: ") + each.id.str() + ", " + each.shown.str() + "\n";
    }
    for (const LedgerBatch& each : plan.others.added) {
        text += (sv ? "Resten skulle gälla för sig: " : "The rest would count by itself: ") + each.id.str() + ", " + each.shown.str() + "\n";
    }
    std::vector<std::vector<std::string>> rows = {sv ? std::vector<std::string>{"Debet", "", "före", "efter", "skillnad"}
                                                     : std::vector<std::string>{"Debits", "", "before", "after", "difference"}};
    for (const app::MonthSum& each : sums) {
        rows.push_back({std::string(figure_word(each.figure, language)), month_text(each.month, language),
                        each.rows_before == 0 ? "–" : kronor(each.before), each.rows_after == 0 ? "–" : kronor(each.after),
                        kronor(each.after - each.before)});
    }
    return text + "\n" + columns_text(rows, {2, 3, 4});
}

std::string batches_text(const State& state, std::string_view format, Language language) {
    const bool sv = language == Language::sv;
    std::vector<std::vector<std::string>> rows;
    for (const LedgerBatch& each : state.ledger_batches) {
        const bool is_text = format == "text";
        rows.push_back({each.id.str(), each.ledger.str(), each.part, std::string(is_text ? figure_word(each.figure, language) : each.figure == BatchFigure::budget ? "budget" : "actual"),
                        each.version.str(), std::to_string(each.year), counting_months(each).str(),
                        is_text ? count_text(static_cast<std::uint64_t>(each.vouchers)) : std::to_string(each.vouchers),
                        is_text ? count_text(static_cast<std::uint64_t>(each.rows)) : std::to_string(each.rows), each.debit.str(), each.credit.str(), each.file});
    }
    const std::vector<std::string> names = {"id", "ledger", "part", "figure", "version", "year", "months", "vouchers", "rows", "debit", "credit", "file"};
    std::string text;
    if (format == "json") {
        for (const auto& row : rows) {
            text += text.empty() ? "[\n  {" : ",\n  {";
            for (std::size_t i = 0; i < names.size(); ++i) {
                const bool is_number = names[i] == "year" || names[i] == "vouchers" || names[i] == "rows";
                text += (i == 0 ? "" : ", ") + json_text(names[i]) + ": " + (is_number ? row[i] : json_text(row[i]));
            }
            text += "}";
        }
        return (text.empty() ? "[" : text + "\n") + "]\n";
    }
    if (format == "csv") {
        text = csv_line(names);
        for (const auto& row : rows) text += csv_line(row);
        return text;
    }
    if (rows.empty()) return sv ? "Ingenting ur räkenskaperna är infört.\n" : "Nothing of the ledger has been taken in.\n";
    for (auto& row : rows) row.erase(row.begin() + 9, row.begin() + 11);
    rows.insert(rows.begin(), sv ? std::vector<std::string>{"Id", "Räkenskaper", "Del", "Slag", "Version", "År", "Gäller för", "Verifikat", "Rader", "Fil"}
                                 : std::vector<std::string>{"Id", "Ledger", "Part", "Figure", "Version", "Year", "Counts for", "Vouchers", "Rows", "File"});
    return columns_text(rows, {7, 8});
}

std::string columns_text(const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& right) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width(row[i]), ' ');
            const bool is_right = std::find(right.begin(), right.end(), i) != right.end();
            line += (i == 0 ? "" : "  ") + (is_right ? blanks + row[i] : row[i] + blanks);
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ';';
        if (fields[i].find_first_of(";\"\r\n") == std::string::npos) {
            line += fields[i];
            continue;
        }
        line += '"';
        for (const char c : fields[i]) line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }
    return line + "\n";
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", c);
            out += escape;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

}  // namespace styrkedja::cli
