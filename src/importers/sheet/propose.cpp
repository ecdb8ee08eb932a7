// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/propose.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "domain/ledger/codes.h"
#include "domain/values/written_number.h"
#include "importers/sheet/columns.h"
#include "importers/sheet/values.h"
#include "locale/ledger_sheet_words.h"

namespace styrkedja::sheet {
namespace {

constexpr std::size_t most_rows = 500, most_heading_rows = 100;

struct Kept {
    std::uint32_t line = 0;
    struct Cell {
        FieldKind kind = FieldKind::empty;
        std::string text;
    };
    std::vector<Cell> cells;
    const Cell* at(std::size_t column) const { return column < cells.size() && cells[column].kind != FieldKind::empty ? &cells[column] : nullptr; }
};

std::vector<Kept> first_rows(RowSource& rows) {
    std::vector<Kept> kept;
    while (kept.size() < most_rows && rows.next()) {
        Kept& row = kept.emplace_back();
        row.line = rows.line();
        for (const Field& field : rows.fields()) row.cells.push_back({field.kind, std::string(field.text)});
    }
    return kept;
}

std::string_view meaning_of(std::span<const HeadingWord> words, std::string_view key) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const HeadingWord& each) { return each.heading == key; });
    return found == words.end() ? std::string_view() : found->meaning;
}

std::string month_meaning(std::string_view figure, const WrittenMonth& month) {
    char text[16];
    if (month.year != 0) std::snprintf(text, sizeof text, "@%04d-%02d", month.year, month.month);
    else std::snprintf(text, sizeof text, "@%02d", month.month);
    return figure == "ignore" ? "ignore" : std::string(figure) + text;
}

// "utfall jan", "jan utfall", "budget 2026": a figure's word at one end, a month or year at the other.
std::string figure_and_month(const std::string& key) {
    for (const HeadingWord& word : figure_words()) {
        std::string_view rest = key;
        if (rest.starts_with(std::string(word.heading) + " ")) rest.remove_prefix(word.heading.size() + 1);
        else if (rest.ends_with(" " + std::string(word.heading))) rest.remove_suffix(word.heading.size() + 1);
        else continue;
        const auto month = read_month(rest);
        if (!month) continue;
        if (month->month != 0) return month_meaning(word.meaning, *month);
        return word.meaning == "actual" ? "amount" : std::string(word.meaning);
    }
    return {};
}

// "kontokod nr", "ansvar benämning": a known word, and what sort of column of it.
std::string known_with_more(const std::string& key) {
    const std::size_t blank = key.find(' ');
    const std::string_view meaning = blank == key.npos ? std::string_view() : meaning_of(heading_words(), key.substr(0, blank));
    if (meaning.empty()) return {};
    const std::string rest = key.substr(blank + 1);
    for (const char* same : {"nr", "kod", "id", "nummer"}) {
        if (rest == same) return std::string(meaning);
    }
    return rest == "text" || rest == "namn" || rest.starts_with("benämning") ? "ignore" : "";
}

Guess guess_of(const std::string& text, const std::string& above) {
    Guess guess{text, "ignore", Reason::unknown, ""};
    const std::string key = heading_key(text), over = heading_key(above);
    const auto set = [&](std::string meaning, Reason reason) {
        guess.meaning = std::move(meaning);
        guess.reason = reason;
    };
    if (const std::string_view known = meaning_of(heading_words(), key); !known.empty()) set(std::string(known), Reason::heading);
    else if (const auto month = key.size() > 2 ? read_month(key) : std::nullopt; month && month->month != 0) {   // "1" may be anything
        const std::string_view figure = meaning_of(figure_words(), over.substr(0, over.find(' ')));
        set(month_meaning(figure.empty() ? "actual" : figure, *month), figure.empty() ? Reason::month : Reason::month_of_figure);
        if (!figure.empty()) guess.heading = above + " " + text;
    } else if (std::string both = figure_and_month(key); !both.empty()) set(std::move(both), Reason::month_of_figure);
    else if (std::string more = known_with_more(key); !more.empty()) set(std::move(more), Reason::heading);
    return guess;
}

std::vector<Guess> guesses_of(const Kept& row, const Kept* above) {
    std::vector<Guess> guesses;
    std::string over;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (above != nullptr && above->at(i) != nullptr) over = above->cells[i].text;
        guesses.push_back(row.at(i) == nullptr ? Guess{} : guess_of(row.cells[i].text, over));
    }
    return guesses;
}

std::size_t known_among(const std::vector<Guess>& guesses) {
    return static_cast<std::size_t>(std::count_if(guesses.begin(), guesses.end(), [](const Guess& each) { return each.reason != Reason::unknown; }));
}

bool is_of(const Guess& guess, std::string_view meaning) { return guess.meaning == meaning; }
bool is_month(const Guess& guess) { return guess.meaning.find('@') != guess.meaning.npos; }

// Each meaning once; a sum beside the months that it sums up is no amount of its own.
void settle(std::vector<Guess>& guesses) {
    std::map<std::string, bool> seen;
    const bool has_months = std::any_of(guesses.begin(), guesses.end(), is_month);
    const bool has_budget_months = std::any_of(guesses.begin(), guesses.end(), [](const Guess& each) { return each.meaning.starts_with("budget@"); });
    for (Guess& guess : guesses) {
        if (guess.meaning.empty() || guess.meaning == "ignore") continue;
        const bool is_sum = (has_months && is_of(guess, "amount")) || (has_budget_months && is_of(guess, "budget"));
        if (seen[guess.meaning] || is_sum) {
            guess.meaning = "ignore";
            guess.reason = Reason::taken;
        } else {
            seen[guess.meaning] = true;
        }
    }
}

std::vector<const Kept::Cell*> values_under(const std::vector<Kept>& rows, std::size_t heading, std::size_t column) {
    std::vector<const Kept::Cell*> values;
    for (std::size_t i = heading + 1; i < rows.size(); ++i) {
        if (const Kept::Cell* cell = rows[i].at(column)) values.push_back(cell);
    }
    return values;
}

bool is_sum_row(const Kept& row) {
    for (const Kept::Cell& cell : row.cells) {
        if (cell.kind == FieldKind::empty) continue;
        const std::string small = small_letters(plain_blanks(cell.text));
        return std::any_of(sum_words().begin(), sum_words().end(), [&](std::string_view word) { return small.starts_with(word); });
    }
    return false;
}

// As long as the longest, where some begin with a zero or have become numbers that are shorter.
void guess_length(LedgerProfile& profile, const std::string& meaning, const std::vector<const Kept::Cell*>& values) {
    std::size_t longest = 0, digits = 0;
    bool zeros = false, shorter = false;
    for (const Kept::Cell* cell : values) {
        const std::string_view code = without_apostrophe(cell->text);
        if (code.find_first_not_of("0123456789") != code.npos) continue;
        ++digits;
        zeros = zeros || code.starts_with('0');
        shorter = shorter || (longest != 0 && code.size() != longest);
        longest = std::max(longest, code.size());
    }
    const bool numbers = std::any_of(values.begin(), values.end(), [](const Kept::Cell* cell) { return cell->kind == FieldKind::number; });
    if (digits > 0 && ((zeros && !shorter) || (numbers && shorter) || (numbers && zeros)))
        profile.lengths.list.push_back((meaning.starts_with("free:") ? meaning.substr(5) : meaning) + "=" + std::to_string(longest));
}

void guess_sign(Proposal& proposal, const std::vector<Kept>& rows, std::size_t heading) {
    std::size_t account = rows[heading].cells.size();
    for (std::size_t i = 0; i < proposal.guesses.size(); ++i) {
        if (is_of(proposal.guesses[i], "account")) account = i;
    }
    for (std::size_t i = heading + 1; i < rows.size(); ++i) {
        const Kept::Cell* code = rows[i].at(account);
        const std::string_view text = code == nullptr ? std::string_view() : without_apostrophe(code->text);
        if (text.empty() || income_figures.find(text[0]) == std::string_view::npos || is_sum_row(rows[i])) continue;
        for (std::size_t column = 0; column < proposal.guesses.size(); ++column) {
            const Guess& guess = proposal.guesses[column];
            const Kept::Cell* cell = rows[i].at(column);
            if (cell == nullptr || (!is_of(guess, "amount") && !is_of(guess, "budget") && !is_month(guess))) continue;
            const Amount amount = read_amount({cell->kind, cell->text}, MoneyUnit::kr);
            proposal.income_above += amount.ore > 0 ? 1 : 0;
            proposal.income_below += amount.ore < 0 ? 1 : 0;
        }
    }
    if (proposal.income_above > proposal.income_below) proposal.profile.sign = LedgerSign::result;
}

// A unit of money among the words in or above the headings.
void guess_unit(Proposal& proposal, const std::vector<Kept>& rows, std::size_t heading) {
    for (std::size_t i = 0; i <= heading; ++i) {
        for (const Kept::Cell& cell : rows[i].cells) {
            const std::string key = " " + heading_key(cell.text) + " ";
            for (const MoneyUnitWord& word : money_unit_words()) {
                if (key.find(" " + std::string(word.word) + " ") == key.npos || !proposal.unit_word.empty()) continue;
                proposal.unit_word = word.word;
                proposal.profile.in = word.unit == "tkr" ? MoneyUnit::tkr : MoneyUnit::mnkr;
            }
        }
    }
}

std::optional<std::size_t> heading_among(const std::vector<Kept>& rows) {
    std::size_t best = 0, most = 1;
    for (std::size_t i = 0; i < std::min(rows.size(), most_heading_rows); ++i) {
        const std::size_t known = known_among(guesses_of(rows[i], i > 0 ? &rows[i - 1] : nullptr));
        if (known > most) best = i, most = known;
    }
    return most > 1 ? std::optional(best) : std::nullopt;
}

}  // namespace

std::optional<Proposal> propose(const std::string& file, ByteSource& bytes, Problems& problems) {
    const auto opened = open_rows(file, bytes, "", problems);
    if (!opened) return std::nullopt;
    const std::vector<Kept> rows = first_rows(*opened->rows);
    const auto heading = heading_among(rows);
    if (!heading) {
        if (!problems.has_errors()) problems.add("no_heading_looks_known", Severity::error, opened->rows->place());
        return std::nullopt;
    }
    Proposal proposal;
    proposal.heading_line = rows[*heading].line;
    proposal.guesses = guesses_of(rows[*heading], *heading > 0 ? &rows[*heading - 1] : nullptr);
    settle(proposal.guesses);
    proposal.profile.sheet = opened->sheet;
    for (std::size_t column = 0; column < proposal.guesses.size(); ++column) {
        Guess& guess = proposal.guesses[column];
        if (guess.heading.empty()) continue;
        const auto values = values_under(rows, *heading, column);
        if (!values.empty()) guess.example = values[0]->text;
        proposal.profile.columns.list.push_back(guess.heading + "=" + guess.meaning);
        const auto wanted = parse_meaning(guess.heading, guess.meaning);
        if (wanted && wanted->meaning == Meaning::role) guess_length(proposal.profile, guess.meaning, values);
        proposal.has_account = proposal.has_account || is_of(guess, ledger::roles[0]);
        proposal.has_amount = proposal.has_amount || is_month(guess) || is_of(guess, "amount") || is_of(guess, "debit") || is_of(guess, "budget");
    }
    guess_sign(proposal, rows, *heading);
    guess_unit(proposal, rows, *heading);
    const bool sums = std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(*heading), rows.end(), is_sum_row);
    for (const std::string_view word : sum_words()) {
        if (sums) proposal.profile.skip.list.emplace_back(word);
    }
    std::erase_if(proposal.guesses, [](const Guess& guess) { return guess.heading.empty(); });
    return proposal;
}

}  // namespace styrkedja::sheet
