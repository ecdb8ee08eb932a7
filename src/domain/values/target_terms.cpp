// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/target_terms.h"

#include <algorithm>
#include <array>

#include "domain/values/written_number.h"

namespace styrkedja {
namespace {

constexpr std::size_t most_words_after = 10;

// A piece of the text before its meaning is looked up.
struct Token {
    std::string text;
    std::string key;  // in small letters
    bool is_number = false, is_plus_minus = false, is_dash = false;
    bool has_plus = false, in_parentheses = false;
    Decimal number;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool ends_value(const Token& token) {
    return token.is_number || token.key == "%" || token.key == "procent";
}

template <std::size_t N>
std::string_view one_of(std::string_view text, const std::array<std::string_view, N>& list) {
    for (std::string_view each : list) {
        if (text.starts_with(each)) return each;
    }
    return {};
}

constexpr std::array<std::string_view, 4> plus_minuses = {"+/-", "+/–", "+-", "±"};
constexpr std::array<std::string_view, 18> symbols = {">=", "<=", "=>", "=<", "≥", "≤", ">", "<", "=",
                                                      "~",  "≈",  "?",  "↑",  "↓", "→", "↗", "↘", "…"};
constexpr std::array<std::string_view, 12> superscripts = {"¹", "²", "³", "⁴", "⁵", "⁶",
                                                           "⁷", "⁸", "⁹", "⁰", "†", "‡"};
constexpr std::array<std::string_view, 2> percents = {"%-enheter", "%-enhet"};
constexpr std::string_view word_ends = " ()<>=*,;%?~";

class Tokeniser {
  public:
    Tokeniser(std::string_view text, std::string& marks) : text_(text), marks_(marks) {}

    std::vector<Token> all() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

  private:
    std::string_view rest() const { return text_.substr(at_); }

    void step() {
        char c = text_[at_];
        if (c == '(' || c == ')') depth_ += c == '(' ? 1 : -1;
        if (std::string_view(" ();,:").find(c) != std::string_view::npos && !decimal_begins()) {
            ++at_;
        } else if (c == '*') {
            mark(1);
        } else if (std::string_view mark_text = one_of(rest(), superscripts); !mark_text.empty()) {
            mark(mark_text.size());
        } else if (std::string_view both = one_of(rest(), plus_minuses); !both.empty()) {
            add(both.size()).is_plus_minus = true;
        } else if (std::string_view symbol = one_of(rest(), symbols); !symbol.empty()) {
            add(symbol.size());
        } else if (c == '%') {
            std::string_view points = one_of(small_letters(rest().substr(0, 9)), percents);
            add(points.empty() ? 1 : points.size());
        } else if (c == '+' || c == '-' || rest().starts_with("–")) {
            sign(c);
        } else {
            number_or_word(false, false);
        }
    }

    // ",5" begins a number, the comma of "öka, 5" doesn't.
    bool decimal_begins() const {
        bool after_digit = at_ > 0 && is_digit(text_[at_ - 1]);
        return text_[at_] == ',' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]) && !after_digit;
    }

    void mark(std::size_t size) {
        marks_ += rest().substr(0, size);
        at_ += size;
    }

    Token& add(std::size_t size) {
        Token token;
        token.text = rest().substr(0, size);
        token.key = small_letters(token.text);
        token.in_parentheses = depth_ > 0;
        at_ += size;
        return tokens_.emplace_back(std::move(token));
    }

    // A sign before a number, unless a value stands before it: then a dash ("2–4").
    void sign(char c) {
        std::size_t size = c == '+' || c == '-' ? 1 : std::string_view("–").size();
        std::size_t next = at_ + size;
        if (next < text_.size() && text_[next] == ' ') ++next;
        bool number_follows = next < text_.size() && is_digit(text_[next]);
        bool after_value = !tokens_.empty() && ends_value(tokens_.back());
        if (!number_follows || (after_value && c != '+')) {
            add(size).is_dash = c != '+';
            return;
        }
        at_ = next;
        number_or_word(c != '+', c == '+');
    }

    void number_or_word(bool negative, bool plus) {
        if (auto number = leading_number(rest())) {
            Token& token = add(number->length);
            token.is_number = true;
            token.has_plus = plus;
            std::int64_t units = number->value.units();
            token.number = Decimal(negative ? -units : units, number->value.decimals());
            // "7:e" is a place in a list; the letter says nothing more.
            if (rest().starts_with(":e") || rest().starts_with(":a")) at_ += 2;
            return;
        }
        std::size_t size = 1;
        while (size < rest().size() && word_ends.find(rest()[size]) == std::string_view::npos) {
            std::string_view mark_text = one_of(rest().substr(size), superscripts);
            bool is_square = rest()[size - 1] == 'm' && (mark_text == "²" || mark_text == "³");
            if ((!mark_text.empty() && !is_square) || !one_of(rest().substr(size), plus_minuses).empty())
                break;
            ++size;
        }
        add(size);
    }

    std::string_view text_;
    std::string& marks_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

// "52 % 1)": a footnote's number, where no parenthesis is open.
std::string_view without_numbered_mark(std::string_view text, std::string& marks) {
    std::size_t size = text.size();
    bool is_mark = size > 3 && text[size - 1] == ')' && is_digit(text[size - 2]) && text[size - 3] == ' ' &&
                   text.find('(') == std::string_view::npos;
    if (!is_mark) return text;
    marks += text.substr(size - 2);
    return text.substr(0, size - 3);
}

bool same_word(const std::string& key, std::string_view word) {
    if (key == word) return true;
    return key.size() > 1 && key.ends_with('.') && std::string_view(key).substr(0, key.size() - 1) == word;
}

bool is_year(const Token& token) {
    return token.is_number && token.text.size() == 4 && token.number.decimals() == 0 &&
           token.number.units() >= 1990 && token.number.units() <= 2099;
}

class Meaning {
  public:
    Meaning(const std::vector<Token>& tokens, const TargetWords& words) : tokens_(tokens), words_(words) {}

    std::vector<Term> all() {
        while (at_ < tokens_.size()) step();
        return std::move(terms_);
    }

  private:
    void step() {
        const Token& token = tokens_[at_];
        if (is_year_in_parentheses(token)) {
            take(TermKind::year, 1).value = static_cast<int>(token.number.units());
        } else if (token.is_number) {
            Term& term = take(TermKind::number, 1);
            term.number = token.number;
            term.has_plus = token.has_plus;
        } else if (token.is_plus_minus) {
            take(TermKind::plus_minus, 1);
        } else if (token.is_dash && tokens_.size() > 1) {
            take(TermKind::dash, 1);
        } else if (!unit() && !phrase()) {
            take(TermKind::word, 1);
        }
    }

    bool is_year_in_parentheses(const Token& token) const {
        return is_year(token) && token.in_parentheses && at_ > 0 && !is_year(tokens_[0]);
    }

    Term& take(TermKind kind, std::size_t tokens) {
        Term term;
        term.kind = kind;
        term.in_parentheses = tokens_[at_].in_parentheses;
        for (std::size_t i = 0; i < tokens; ++i) term.text += (i > 0 ? " " : "") + tokens_[at_ + i].text;
        at_ += tokens;
        return terms_.emplace_back(std::move(term));
    }

    // A unit stands after its number, or alone in a parenthesis of its own ("5 (mnkr)").
    bool unit() {
        const Token& token = tokens_[at_];
        if (terms_.empty() || terms_.back().kind != TermKind::number) return false;
        for (const UnitWord& word : words_.units) {
            if (word.word[0] != token.key[0] || !same_word(token.key, word.word) ||
                (token.in_parentheses && word.word == "min"))
                continue;
            return take_unit(std::string(word.kind), word.factor), true;
        }
        // "kr/elev", "kWh/invånare": a known unit per something.
        std::size_t per = token.key.find('/');
        for (const UnitWord& word : words_.units) {
            if (per == std::string::npos || token.key.substr(0, per) != word.word) continue;
            return take_unit(std::string(word.kind) + token.key.substr(per), word.factor), true;
        }
        return false;
    }

    void take_unit(std::string kind, std::int64_t factor) {
        Term& term = take(TermKind::unit, 1);
        term.unit = {term.text, std::move(kind), factor};
    }

    // How many tokens the phrase takes here; 0 = it doesn't stand here.
    std::size_t length_here(const Phrase& phrase) const {
        std::size_t count = 0;
        std::string_view rest = phrase.words;
        while (!rest.empty()) {
            std::size_t blank = rest.find(' ');
            std::string_view word = rest.substr(0, blank);
            if (at_ + count >= tokens_.size() || !same_word(tokens_[at_ + count].key, word)) return 0;
            ++count;
            rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
        }
        bool needs_number = phrase.saying == Saying::bound && phrase.words.ends_with(" än");
        bool number_follows = at_ + count < tokens_.size() && tokens_[at_ + count].is_number;
        return needs_number && !number_follows ? 0 : count;
    }

    bool phrase() {
        const Phrase* best = nullptr;
        std::size_t length = 0;
        char first = tokens_[at_].key[0];
        for (const Phrase& each : words_.phrases) {
            if (each.words[0] != first) continue;
            std::size_t here = length_here(each);
            if (here == 0 || here < length || (here == length && each.saying != Saying::year_mark)) continue;
            if (each.saying == Saying::year_mark && !year_follows(here)) continue;
            best = &each;
            length = here;
        }
        if (best == nullptr) return false;
        if (best->saying == Saying::year_mark) {
            Term& year = take(TermKind::year, length + 1);
            year.value = static_cast<int>(tokens_[at_ - 1].number.units());
            return true;
        }
        Term& term = take(best->saying == Saying::number ? TermKind::number : TermKind::saying, length);
        term.saying = best->saying;
        term.value = best->value;
        if (best->saying == Saying::number) term.number = Decimal(best->value, 0);
        return true;
    }

    // A year only counts as one after something that it can be the year of, and without a unit of its own.
    bool year_follows(std::size_t after) const {
        std::size_t at = at_ + after;
        return !terms_.empty() && at < tokens_.size() && is_year(tokens_[at]) && at + 1 == tokens_.size();
    }

    const std::vector<Token>& tokens_;
    const TargetWords& words_;
    std::vector<Term> terms_;
    std::size_t at_ = 0;
};

}  // namespace

Terms read_terms(std::string_view written, const TargetWords& words) {
    Terms terms;
    std::string plain = plain_blanks(written);
    std::string marks_after;
    std::string_view text = without_numbered_mark(plain, marks_after);
    std::vector<Token> tokens = Tokeniser(text, terms.marks).all();
    terms.marks += marks_after;
    terms.list = Meaning(tokens, words).all();
    return terms;
}

void TermReader::skip_fillers() {
    while (at_ < terms_.size() && terms_[at_].kind == TermKind::saying &&
           terms_[at_].saying == Saying::filler)
        ++at_;
}

const Term* TermReader::take(TermKind kind) {
    skip_fillers();
    if (at_ >= terms_.size() || terms_[at_].kind != kind) return nullptr;
    return &terms_[at_++];
}

const Term* TermReader::take(Saying saying) {
    if (saying != Saying::filler) skip_fillers();
    if (at_ >= terms_.size() || terms_[at_].kind != TermKind::saying || terms_[at_].saying != saying)
        return nullptr;
    return &terms_[at_++];
}

bool TermReader::at_end() {
    skip_fillers();
    return at_ == terms_.size();
}

bool TermReader::rest_is_words(std::string& qualifier, bool may_have_numbers) {
    if (terms_.size() - at_ > most_words_after) return false;
    std::string text;
    for (std::size_t i = at_; i < terms_.size(); ++i) {
        const Term& term = terms_[i];
        bool says_nothing =
            term.kind == TermKind::word ||
            (term.kind == TermKind::saying &&
             (term.saying == Saying::filler || term.saying == Saying::with || term.saying == Saying::on ||
              term.saying == Saying::link || term.saying == Saying::best));
        if (!says_nothing && !(may_have_numbers && term.kind == TermKind::number)) return false;
        text += (text.empty() ? "" : " ") + term.text;
    }
    qualifier = text;
    at_ = terms_.size();
    return true;
}

}  // namespace styrkedja
