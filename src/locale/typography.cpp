// SPDX-License-Identifier: EUPL-1.2
#include "locale/typography.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "locale/date.h"
#include "locale/number.h"

namespace styrkedja {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A part of the text: words (between blanks), the blanks themselves, or what is to be left alone.
struct Piece {
    std::string_view text;
    bool blank = false, fixed = false;
};

bool is_address(std::string_view word) {
    return word.find("://") != npos || word.find('@') != npos || word.starts_with("www.");
}

// The end of a `code` or {reference} that begins at `at`; 0 when none does.
std::size_t end_of_fixed(std::string_view text, std::size_t at) {
    if (text[at] != '{' && text[at] != '`') return 0;
    std::size_t end = text.find(text[at] == '{' ? '}' : '`', at + 1);
    return end == npos ? 0 : end + 1;
}

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = end_of_fixed(text, at);
        if (end > 0) {
            pieces.push_back({text.substr(at, end - at), false, true});
            at = end;
            continue;
        }
        bool blank = text[at] == ' ' || text[at] == '\n';
        end = at + 1;
        while (!blank && end < text.size() && text[end] != ' ' && text[end] != '\n' &&
               end_of_fixed(text, end) == 0) {
            ++end;
        }
        std::string_view part = text.substr(at, end - at);
        pieces.push_back({part, blank, !blank && is_address(part)});
        at = end;
    }
    return pieces;
}

// Brackets, quotation marks and emphasis around a word, and the stops after it, are not part of it.
std::string_view bare(std::string_view word) {
    constexpr std::array<std::string_view, 6> around = {"(", "[", "\"", "”", "*", "_"};
    constexpr std::array<std::string_view, 13> after = {")", "]", "\"", "”", "*", "_", ".",
                                                        ",", ";", ":",  "!", "?", "…"};
    for (bool found = true; found;) {
        found = false;
        for (std::string_view mark : around) {
            if (!word.starts_with(mark)) continue;
            word.remove_prefix(mark.size());
            found = true;
        }
        for (std::string_view mark : after) {
            if (!word.ends_with(mark)) continue;
            word.remove_suffix(mark.size());
            found = true;
        }
    }
    return word;
}

std::string_view opened(std::string_view word) {
    std::string_view inner = bare(word);
    return inner.empty() ? inner : word.substr(static_cast<std::size_t>(inner.data() - word.data()));
}

// What stands after the last hard space of a word.
std::string_view last_part(std::string_view word) {
    std::size_t space = word.rfind(hard_space);
    return space == npos ? word : word.substr(space + hard_space.size());
}

// "5", "−5,2", "2015–2016", "(12": what can have a unit after it; not "kf-5", nor "12." which ends a phrase.
bool ends_with_number(std::string_view part) {
    std::string_view inner = bare(part);
    if (inner.empty() || !is_digit(part.back())) return false;
    return is_digit(inner.front()) || inner.front() == '-' || inner.front() == '+' ||
           inner.starts_with(real_minus) || inner.starts_with(en_dash);
}

bool is_unit(std::string_view word) {
    constexpr std::array<std::string_view, 24> units = {"%",
                                                        "‰",
                                                        "kr",
                                                        "tkr",
                                                        "kkr",
                                                        "mkr",
                                                        "Mkr",
                                                        "mnkr",
                                                        "mdkr",
                                                        "st",
                                                        "kronor",
                                                        "miljoner",
                                                        "§§",
                                                        "§",
                                                        "öre",
                                                        "miljarder",
                                                        "procent",
                                                        "kap",
                                                        "procentenheter",
                                                        "procentenhet",
                                                        "årsarbetare",
                                                        "km",
                                                        "m²",
                                                        "kvm"};
    return std::find(units.begin(), units.end(), word) != units.end();
}

bool is_month(std::string_view word) {
    for (unsigned m = 1; m <= 12; ++m) {
        if (word == month_name(m)) return true;
    }
    return false;
}

bool all_digits(std::string_view word, std::size_t least, std::size_t most) {
    return word.size() >= least && word.size() <= most && std::all_of(word.begin(), word.end(), is_digit);
}

// The digits of a number that may go on with a group of three: "1", "−12", "(234".
bool can_begin_group(std::string_view word) {
    std::size_t from = word.size();
    while (from > 0 && is_digit(word[from - 1])) --from;
    std::string_view before = word.substr(0, from);
    if (!all_digits(word.substr(from), 1, 3)) return false;
    bool sign = before.ends_with('-') || before.ends_with('+') || before.ends_with(real_minus) ||
                before.ends_with(en_dash);
    bool group = before.ends_with(hard_space) && word.size() - from == 3;
    return before.empty() || sign || group ||
           (bare(before).empty() && before.find_first_of(".,;:!?)]") == npos);
}

bool begins_with_group(std::string_view word) {
    if (word.size() < 3 || !std::all_of(word.begin(), word.begin() + 3, is_digit)) return false;
    return word.size() == 3 || !is_digit(word[3]);
}

bool belong_together(std::string_view left, std::string_view right, std::string_view third) {
    if (left.empty() || right.empty()) return false;
    std::string_view last = last_part(left), inner = bare(right);
    if (last.empty()) return false;
    if (is_digit(last.back())) {
        if (ends_with_number(last) && (is_unit(inner) || is_unit(inner.substr(0, inner.find('-')))))
            return true;
        if (all_digits(opened(last), 1, 2) && is_month(inner)) return true;
        return can_begin_group(left) && begins_with_group(right);
    }
    if (bare(last) == "§" || bare(last) == "§§") return is_digit(right.front());
    return (opened(last) == "den" || opened(last) == "Den") && all_digits(right, 1, 2) &&
           is_month(bare(third));
}

// "9%" → "9 %", not in "%d" or addresses.
void append_spaced_percent(std::string& out, std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '%' && i > 0 && is_digit(word[i - 1])) out += hard_space;
        out += word[i];
    }
}

std::string joined(const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& piece : pieces) out += piece.text;
    return out;
}

}  // namespace

std::string hard_spaces(std::string_view text) {
    auto pieces = pieces_of(text);
    std::string out;
    std::size_t word_begin = 0;  // of the word that is being put together in `out`, its hard spaces included
    auto word_at = [&](std::size_t i) {
        return i < pieces.size() && !pieces[i].fixed && !pieces[i].blank ? pieces[i].text
                                                                         : std::string_view();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (!piece.blank) {
            piece.fixed ? void(out += piece.text) : append_spaced_percent(out, piece.text);
            continue;
        }
        std::string_view left = i > 0 && !pieces[i - 1].fixed ? std::string_view(out).substr(word_begin) : "";
        std::string_view third = i + 2 < pieces.size() && pieces[i + 2].text == " " ? word_at(i + 3) : "";
        if (third.empty()) {
            // The day and the month may be one word already.
            std::string_view right = word_at(i + 1);
            std::size_t hard = right.find(hard_space);
            if (hard != npos &&
                belong_together(left, right.substr(0, hard), right.substr(hard + hard_space.size()))) {
                out += hard_space;
                continue;
            }
        }
        if (piece.text == " " && belong_together(left, word_at(i + 1), third)) {
            out += hard_space;
        } else {
            out += piece.text;
            word_begin = out.size();
        }
    }
    return out;
}

std::string real_dashes(std::string_view text) {
    auto pieces = pieces_of(text);
    std::vector<std::string> kept;
    kept.reserve(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece& piece = pieces[i];
        if (piece.fixed || piece.blank) continue;
        bool line_begins = i == 0 || pieces[i - 1].text == "\n";
        bool between = i > 1 && i + 1 < pieces.size() && pieces[i - 1].text == " " &&
                       pieces[i + 1].text == " " && !pieces[i - 2].blank;
        if (piece.text == "-") {
            if (between) piece.text = en_dash;
            continue;
        }
        std::string_view word = piece.text, inner = opened(word);
        bool begins_word = line_begins || pieces[i - 1].blank;
        if (!begins_word || inner.size() < 2 || inner[0] != '-' || !is_digit(inner[1])) continue;
        std::string& made = kept.emplace_back(word.substr(0, word.size() - inner.size()));
        made += real_minus;
        made += inner.substr(1);
        piece.text = made;
    }
    return joined(pieces);
}

std::string swedish_quotes(std::string_view text) {
    std::string out;
    for (const Piece& piece : pieces_of(text)) {
        for (char c : piece.text) {
            if (c == '"' && !piece.fixed) {
                out += "”";
            } else {
                out += c;
            }
        }
    }
    return out;
}

std::string typographic(std::string_view text) {
    return hard_spaces(real_dashes(swedish_quotes(text)));
}

}  // namespace styrkedja
