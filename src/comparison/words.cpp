// SPDX-License-Identifier: EUPL-1.2
#include "comparison/words.h"

#include <algorithm>
#include <set>

#include "comparison/align.h"
#include "document/names.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

constexpr int same = 1000;

// A word, a blank between words, or an inline that is one by itself.
struct Token {
    std::string shown;
    std::size_t style = 0;   // which sort of inline; a quote counts as plain text
    bool blank = false;
    const Inline* from = nullptr;
};

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

bool is_closing(char c) {
    return std::string_view(".,;:!?)").find(c) != std::string_view::npos;
}

// Words with the signs that close them apart: a new full stop isn't a new word.
void cut(const std::string& text, std::size_t style, const Inline& from, std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        if (is_blank(text[at])) {
            while (end < text.size() && is_blank(text[end])) ++end;
            tokens.push_back({text.substr(at, end - at), style, true, &from});
            at = end;
            continue;
        }
        while (end < text.size() && !is_blank(text[end])) ++end;
        std::size_t word_end = end;
        while (word_end > at + 1 && is_closing(text[word_end - 1])) --word_end;
        tokens.push_back({text.substr(at, word_end - at), style, false, &from});
        for (; word_end < end; ++word_end) tokens.push_back({text.substr(word_end, 1), style, false, &from});
        at = end;
    }
}

std::vector<Token> tokens_of(const Inlines& text) {
    std::vector<Token> tokens;
    for (const Inline& part : text) {
        if (const auto* plain = std::get_if<Text>(&part)) cut(plain->text, 0, part, tokens);
        else if (const auto* strong = std::get_if<Strong>(&part)) cut(strong->text, 1, part, tokens);
        else if (const auto* emphasis = std::get_if<Emphasis>(&part)) cut(emphasis->text, 2, part, tokens);
        else if (const auto* quote = std::get_if<Quote>(&part)) tokens.push_back({quote->figure.shown, 0, false, &part});
        else if (const auto* link = std::get_if<Link>(&part)) tokens.push_back({link->text, 3, false, &part});
        else if (std::holds_alternative<LineBreak>(part)) tokens.push_back({"\n", 4, true, &part});
        else tokens.push_back({"", 5, false, &part});
    }
    return tokens;
}

bool is_note(const Token& token) {
    return std::holds_alternative<NoteRef>(*token.from);
}

std::vector<Token> without_notes(std::vector<Token> tokens) {
    std::erase_if(tokens, is_note);
    return tokens;
}

bool equal(const Token& a, const Token& b) {
    return a.style == b.style && a.shown == b.shown;
}

void set_change(Inline& part, Change change) {
    std::visit(
        [&](auto& each) {
            if constexpr (requires { each.change; }) each.change = change;
        },
        part);
}

// The same sort of words with the same mark go on where they were.
bool append_words(Inline& last, const Inline& more) {
    if (last.index() != more.index() || change_of(last) != change_of(more)) return false;
    if (auto* text = std::get_if<Text>(&last)) text->text += std::get<Text>(more).text;
    else if (auto* strong = std::get_if<Strong>(&last)) strong->text += std::get<Strong>(more).text;
    else if (auto* emphasis = std::get_if<Emphasis>(&last)) emphasis->text += std::get<Emphasis>(more).text;
    else return false;
    return true;
}

void append(Inlines& text, Inline part) {
    if (text.empty() || !append_words(text.back(), part)) text.push_back(std::move(part));
}

void append(Inlines& text, const Token& token, Change change) {
    Inline part = *token.from;
    if (auto* plain = std::get_if<Text>(&part)) plain->text = token.shown;
    else if (auto* strong = std::get_if<Strong>(&part)) strong->text = token.shown;
    else if (auto* emphasis = std::get_if<Emphasis>(&part)) emphasis->text = token.shown;
    set_change(part, change);
    append(text, std::move(part));
}

// What was laid beside what, as a list of steps: older tokens that are gone, newer that came, and both.
struct Step {
    const Token* older = nullptr;
    const Token* newer = nullptr;
    bool kept() const { return older && newer; }
};

std::vector<Step> steps_of(const std::vector<Token>& older, const std::vector<Token>& newer) {
    std::vector<Step> steps;
    std::size_t i = 0;
    std::size_t j = 0;
    auto until = [&](std::size_t older_end, std::size_t newer_end) {
        for (; i < older_end; ++i) steps.push_back({&older[i], nullptr});
        for (; j < newer_end; ++j) steps.push_back({nullptr, &newer[j]});
    };
    for (const Pair& pair : align(older.size(), newer.size(),
                                  [&](std::size_t a, std::size_t b) { return equal(older[a], newer[b]) ? same : 0; })) {
        until(pair.older, pair.newer);
        steps.push_back({&older[i++], &newer[j++]});
    }
    until(older.size(), newer.size());
    return steps;
}

// A blank that is all that two changes have between them belongs to both: words are read in runs.
void join_over_blanks(std::vector<Step>& steps) {
    std::vector<Step> joined;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const Step& step = steps[at];
        const bool between = step.kept() && step.newer->blank && at > 0 && at + 1 < steps.size() &&
                             !steps[at - 1].kept() && !steps[at + 1].kept();
        if (between) {
            joined.push_back({step.older, nullptr});
            joined.push_back({nullptr, step.newer});
        } else {
            joined.push_back(step);
        }
    }
    steps = std::move(joined);
}

}  // namespace

Inlines mark_words(const Inlines& older, const Inlines& newer) {
    const std::vector<Token> before = without_notes(tokens_of(older));
    const std::vector<Token> all = tokens_of(newer);
    const std::vector<Token> now = without_notes(all);
    std::vector<Step> steps = steps_of(before, now);
    join_over_blanks(steps);
    Inlines marked;
    Inlines added;   // of a run of changes: written after what it replaces
    std::size_t written = 0;   // of `all`, so that references to notes come back to their places
    auto flush = [&] {
        for (Inline& part : added) append(marked, std::move(part));
        added.clear();
    };
    auto notes_here = [&] {
        for (; written < all.size() && is_note(all[written]); ++written) {
            flush();
            marked.push_back(*all[written].from);
        }
    };
    notes_here();
    for (const Step& step : steps) {
        if (step.kept()) flush();
        if (!step.newer) {
            append(marked, *step.older, Change::removed);
            continue;
        }
        append(step.kept() ? marked : added, *step.newer, step.kept() ? Change::none : Change::added);
        ++written;
        notes_here();
    }
    flush();
    return marked;
}

Inlines mark_all(const Inlines& text, Change change) {
    Inlines marked;
    for (const Inline& part : text) {
        if (change == Change::removed && std::holds_alternative<NoteRef>(part)) continue;
        marked.push_back(part);
        set_change(marked.back(), change);
    }
    return marked;
}

int likeness(const Inlines& older, const Inlines& newer) {
    const std::vector<Token> a = without_notes(tokens_of(older));
    const std::vector<Token> b = without_notes(tokens_of(newer));
    if (a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), equal)) return same;
    std::multiset<std::string_view> words;
    std::size_t all = 0;
    std::size_t found = 0;
    for (const Token& token : a) {
        if (!token.blank) words.insert(token.shown), ++all;
    }
    for (const Token& token : b) {
        if (token.blank) continue;
        ++all;
        if (const auto at = words.find(token.shown); at != words.end()) words.erase(at), found += 2;
    }
    return all == 0 ? 0 : std::min(same - 1, static_cast<int>(found * same / all));
}

namespace {

constexpr std::size_t words_around = 4;

// The first or last few words of a text.
std::string some_words(const std::string& text, bool last) {
    std::size_t words = 0;
    std::size_t at = last ? text.size() : 0;
    while (last ? at > 0 : at < text.size()) {
        const char c = last ? text[at - 1] : text[at];
        if (is_blank(c) && ++words > words_around) break;
        last ? --at : ++at;
    }
    return last ? text.substr(at) : text.substr(0, at);
}

// What stands unchanged between two changes, or before the first (no `left`), or after the last (no `right`).
std::string shortened(const std::string& text, bool left, bool right) {
    const std::string head = left ? some_words(text, false) : "";
    const std::string tail = right ? some_words(text, true) : "";
    if (head.size() + tail.size() >= text.size()) return text;
    return head + (left ? " … " : "… ") + tail;
}

}  // namespace

Inlines excerpt(const Inlines& marked, Change kind) {
    Inlines shown;
    const auto is_kind = [&](const Inline& part) { return change_of(part) == kind; };
    auto next = std::find_if(marked.begin(), marked.end(), is_kind);
    if (next == marked.end()) return shown;
    bool left = false;
    std::string between;
    auto leave = [&](bool right) {
        if (!between.empty()) append(shown, Text{shortened(between, left, right)});
        between.clear();
    };
    for (const Inline& part : marked) {
        if (is_kind(part)) {
            leave(true);
            append(shown, Strong{plain_text({part})});
            left = true;
        } else if (change_of(part) == Change::none) {
            const Inlines one{part};
            for (const Token& token : without_notes(tokens_of(one))) between += token.shown;
        }
    }
    leave(false);
    return shown;
}

}  // namespace styrkedja::comparison
