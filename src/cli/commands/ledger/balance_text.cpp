// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "cli/commands/ledger/balance_table.h"
#include "codec/csv.h"
#include "codec/json.h"
#include "locale/number.h"

// The table for people and for programs.
namespace styrkedja::cli {
namespace {

using Kind = BalanceKey::Kind;

std::string with_point(ledger::Ore ore) { return Decimal(ore, 2).str(); }
std::string in_kronor(ledger::Ore ore) { return format_number(Decimal(ore, 2)); }

std::string count(std::uint64_t number) { return format_number(Decimal(static_cast<std::int64_t>(number), 0)); }

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t length = count_characters(text);
    const std::string room(width > length ? width - length : 0, ' ');
    return right ? room + text : text + room;
}

std::string heading(const BalanceKey& key, bool sv) {
    if (key.kind == Kind::account) return sv ? "Konto" : "Account";
    if (key.kind == Kind::month) return sv ? "Månad" : "Month";
    if (key.dimension == "1") return sv ? "Enhet" : "Unit";
    if (key.dimension == "6") return sv ? "Projekt" : "Project";
    return key.heading;
}

std::string heading(BalanceFigure figure, bool sv) {
    switch (figure) {
        case BalanceFigure::opening: return sv ? "Ingående" : "Opening";
        case BalanceFigure::closing: return sv ? "Utgående" : "Closing";
        case BalanceFigure::budget: return "Budget";
        case BalanceFigure::change: break;
    }
    return sv ? "Förändring" : "Change";
}

// Each line's texts; beside an account stands its name.
std::vector<std::vector<std::string>> lines_of(const BalanceTable& table, bool sv) {
    std::map<std::string_view, std::string_view> names;
    for (const ledger::AccountInfo& each : table.facts.accounts) names[each.code] = each.name;
    std::vector<std::vector<std::string>> lines(1);
    for (const BalanceKey& key : table.keys) {
        lines[0].push_back(heading(key, sv));
        if (key.kind == Kind::account) lines[0].push_back("");
    }
    lines[0].push_back(heading(table.figure, sv));
    for (const BalanceRow& row : table.rows) {
        std::vector<std::string>& line = lines.emplace_back();
        for (std::size_t i = 0; i < table.keys.size(); ++i) {
            const std::string& code = row.keys[i];
            const Kind kind = table.keys[i].kind;
            line.push_back(code.empty() ? "–" : kind == Kind::month ? code.substr(0, 4) + "-" + code.substr(4) : code);
            if (kind != Kind::account) continue;
            auto name = names.find(code);
            line.push_back(name == names.end() ? "" : std::string(name->second));
        }
        line.push_back(in_kronor(row.ore));
    }
    std::vector<std::string>& total = lines.emplace_back(lines[0].size());
    total[0] = sv ? "Summa" : "Total";
    total.back() = in_kronor(table.total);
    return lines;
}

// What the figures are, and what was looked at.
std::string checks(const BalanceTable& table, bool sv) {
    const ledger::FileFacts& facts = table.facts;
    std::string text = (sv ? "Kronor, debet +, kredit −. " : "Kronor, debit +, credit −. ") + facts.form;
    if (!facts.company.empty()) text += ", " + facts.company;
    if (!facts.years.empty()) text += ", " + facts.years[0].first.str() + (sv ? " till " : " to ") + facts.years[0].last.str();
    text += ".\n";
    if (facts.vouchers > 0) {
        text += count(facts.vouchers) + (sv ? " verifikat i balans med " : " balanced vouchers with ") + count(facts.rows) + (sv ? " rader" : " rows");
        if (facts.refused_vouchers > 0) text += (sv ? "; " : "; ") + count(facts.refused_vouchers) + (sv ? " är inte med" : " left out");
        text += ".\n";
    }
    if (facts.has_checksum) text += sv ? "Kontrollsumman stämmer.\n" : "The checksum holds.\n";
    const bool can_close = facts.vouchers > 0 && facts.form != "SIE 4I";
    if (can_close && facts.mismatches.empty()) {
        text += sv ? "Ingående + bokfört = utgående på alla konton som har utgående balans.\n"
                   : "Opening + booked = closing on all accounts that have a closing balance.\n";
    } else if (!facts.mismatches.empty()) {
        text += (sv ? "Ingående + bokfört ≠ utgående på " : "Opening + booked ≠ closing on ") + count(facts.mismatches.size()) +
                (sv ? (facts.mismatches.size() == 1 ? " konto.\n" : " konton.\n") : " account(s).\n");
    }
    return text;
}

}  // namespace

std::string as_text(const BalanceTable& table, Language language) {
    const bool sv = language == Language::sv;
    const std::vector<std::vector<std::string>> lines = lines_of(table, sv);
    std::vector<std::size_t> widths(lines[0].size());
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], count_characters(line[i]));
    }
    std::size_t whole = widths.size() * 2 - 2;
    for (std::size_t width : widths) whole += width;
    std::string rule, text;
    for (std::size_t i = 0; i < whole; ++i) rule += "─";
    for (std::size_t n = 0; n < lines.size(); ++n) {
        if (n == 1 || n + 1 == lines.size()) text += rule + "\n";
        std::string line;
        for (std::size_t i = 0; i < lines[n].size(); ++i) {
            if (i > 0) line += "  ";
            line += padded(lines[n][i], widths[i], i + 1 == lines[n].size());
        }
        text += line + "\n";
    }
    return text + "\n" + checks(table, sv);
}

std::string as_csv(const BalanceTable& table) {
    std::string text;
    std::vector<std::string> row;
    for (const BalanceKey& key : table.keys) row.push_back(key.heading);
    row.push_back("amount");
    write_csv_row(text, row);
    for (const BalanceRow& each : table.rows) {
        row = each.keys;
        row.push_back(with_point(each.ore));
        write_csv_row(text, row);
    }
    return text;
}

std::string as_json(const BalanceTable& table) {
    constexpr std::string_view figures[] = {"change", "opening", "closing", "budget"};
    const ledger::FileFacts& facts = table.facts;
    JsonWriter json;
    json.begin_object(JsonWriter::Layout::lines);
    json.member("form", facts.form).member("company", facts.company).member("encoding", facts.encoding);
    json.member("figure", figures[static_cast<std::size_t>(table.figure)]);
    json.member("vouchers", static_cast<std::int64_t>(facts.vouchers)).member("rows", static_cast<std::int64_t>(facts.rows));
    json.member("refused_vouchers", static_cast<std::int64_t>(facts.refused_vouchers)).member("checksum", facts.has_checksum);
    json.member("accounts_that_do_not_close", static_cast<std::int64_t>(facts.mismatches.size()));
    json.member("total", with_point(table.total));
    json.key("sums").begin_array(JsonWriter::Layout::lines);
    for (const BalanceRow& row : table.rows) {
        json.begin_object();
        for (std::size_t i = 0; i < row.keys.size(); ++i) json.member(table.keys[i].heading, row.keys[i]);
        json.member("amount", with_point(row.ore)).end_object();
    }
    json.end_array().end_object();
    return json.take() + "\n";
}

}  // namespace styrkedja::cli
