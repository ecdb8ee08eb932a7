// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "writers/pdf/spans.h"

namespace styrkedja::pdf {

namespace {

// What is never broken in the usual way: a word, or a syllable of one.
struct Atom {
    std::uint32_t span = 0;
    std::uint32_t begin = 0, end = 0;  // bytes in the span's text
    double width = 0;
    double space = 0;       // of the blank after it
    double hyphen = 0;      // width of the hyphen, where it is a syllable that may end a line
    bool may_end = false;   // a line may end after it
    bool must_end = false;
};

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

// May a line end after this sign, though no blank follows? After a hyphen or dash between letters, after a slash, and
// between signs of scripts without blanks.
bool ends_word(char32_t before, char32_t sign, char32_t after) {
    if (after == 0) return false;
    if (sign == '-' || sign == 0x2010 || sign == 0x2013)
        return before != 0 && !is_digit(after) && !is_blank(before) && before != '(';
    if (sign == '/') return !is_digit(before) && !is_digit(after);
    if (sign == 0x200B) return true;
    return sign >= 0x2E80 && sign < 0xA4D0 && after >= 0x2E80;
}

class Breaker {
  public:
    Breaker(Fonts& fonts, const Hyphens& hyphens, Lines& lines, double width, BreakRules rules)
        : fonts_(fonts), hyphens_(hyphens), out_(lines), width_(width), rules_(rules) {}

    void run() {
        cut();
        if (atoms_.empty()) return;
        split_too_long();
        std::vector<std::size_t> ends = best_ends();
        if (rules_.hyphens && !rules_.balanced && is_coarse(ends)) {
            split_syllables();
            ends = best_ends();
        }
        make_lines(ends);
    }

    // For the extent of a text.
    const std::vector<Atom>& cut() {
        for (std::uint32_t i = 0; i < out_.spans.size(); ++i) cut_span(i);
        if (!atoms_.empty()) atoms_.back().may_end = atoms_.back().must_end = true;
        return atoms_;
    }

  private:
    const Style& style(const Atom& atom) const { return out_.spans[atom.span].style; }

    double measure(const Atom& atom) const {
        const Span& span = out_.spans[atom.span];
        return fonts_.width(span.style, std::string_view(span.text).substr(atom.begin, atom.end - atom.begin));
    }

    void cut_span(std::uint32_t index) {
        const Span& span = out_.spans[index];
        char32_t before = 0;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < span.text.size();) {
            const std::size_t here = at;
            const char32_t c = next_character(span.text, at);
            if (is_blank(c)) {
                add(index, begin, here);
                begin = at;
                if (!atoms_.empty() && atoms_.back().space == 0) {
                    atoms_.back().space = fonts_.width(span.style, " ");
                    atoms_.back().may_end = true;
                }
            } else {
                std::size_t peek = at;
                const char32_t after = at < span.text.size() ? next_character(span.text, peek) : 0;
                if (ends_word(before, c, after) && !is_blank(after)) {
                    add(index, begin, at);
                    begin = at;
                    atoms_.back().may_end = true;
                }
            }
            before = c;
        }
        add(index, begin, span.text.size());
        if (span.breaks && !atoms_.empty()) atoms_.back().may_end = atoms_.back().must_end = true;
    }

    void add(std::uint32_t span, std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        Atom atom;
        atom.span = span;
        atom.begin = static_cast<std::uint32_t>(begin);
        atom.end = static_cast<std::uint32_t>(end);
        atom.width = measure(atom);
        atoms_.push_back(atom);
    }

    // Parts of an atom that end at the given bytes; `divided` = by hyphens.
    void split(std::vector<Atom>& to, const Atom& atom, const std::vector<std::size_t>& points, bool divided) {
        Atom part = atom;
        for (const std::size_t point : points) {
            part.end = static_cast<std::uint32_t>(point);
            part.width = measure(part);
            part.space = 0;
            part.must_end = false;
            part.may_end = true;
            part.hyphen = divided ? fonts_.width(style(atom), "-") : 0;
            to.push_back(part);
            part.begin = part.end;
        }
        part.end = atom.end;
        part.width = measure(part);
        part.space = atom.space;
        part.hyphen = atom.hyphen;
        part.may_end = atom.may_end;
        part.must_end = atom.must_end;
        to.push_back(part);
    }

    std::string_view text(const Atom& atom) const {
        return std::string_view(out_.spans[atom.span].text).substr(atom.begin, atom.end - atom.begin);
    }

    std::vector<std::size_t> syllables(const Atom& atom) const {
        std::vector<std::size_t> points = hyphens_.points(text(atom));
        for (std::size_t& each : points) each += atom.begin;
        return points;
    }

    void split_syllables() {
        std::vector<Atom> all;
        for (const Atom& atom : atoms_) split(all, atom, atom.hyphen > 0 ? std::vector<std::size_t>{} : syllables(atom), true);
        atoms_ = std::move(all);
    }

    // A word that is longer than the line is divided by its syllables, and a syllable that is still longer anywhere.
    void split_too_long() {
        std::vector<Atom> all;
        for (const Atom& atom : atoms_) {
            if (atom.width <= width_) {
                all.push_back(atom);
                continue;
            }
            std::vector<Atom> parts;
            split(parts, atom, syllables(atom), true);
            for (const Atom& part : parts) {
                if (part.width + part.hyphen <= width_) {
                    all.push_back(part);
                } else {
                    split(all, part, anywhere(part), false);
                    ++out_.forced;
                }
            }
        }
        atoms_ = std::move(all);
        part_long_chains();
    }

    // Words of several looks that stand together without a blank may together be longer than the line.
    void part_long_chains() {
        double width = 0;
        for (std::size_t i = 0; i < atoms_.size(); ++i) {
            if (width > 0 && width + atoms_[i].width > width_) {
                atoms_[i - 1].may_end = true;
                width = 0;
            }
            width = atoms_[i].may_end ? 0 : width + atoms_[i].width;
        }
    }

    std::vector<std::size_t> anywhere(const Atom& atom) {
        std::vector<std::size_t> points;
        const std::string& whole = out_.spans[atom.span].text;
        double width = 0;
        for (std::size_t at = atom.begin; at < atom.end;) {
            const std::size_t begin = at;
            next_character(whole, at);
            const double more = fonts_.width(style(atom), std::string_view(whole).substr(begin, at - begin));
            if (width + more > width_ && begin > atom.begin) {
                points.push_back(begin);
                width = 0;
            }
            width += more;
        }
        return points;
    }

    // How bad a line is that lacks this much of the width.
    double badness(double gap, bool last, std::size_t words, bool divided) const {
        const double share = gap / width_;
        double bad = last && !rules_.balanced ? 0 : share * share * 100;
        if (last && words == 1 && share > 0.7 && !rules_.balanced) bad += 8;
        if (divided) bad += 5;
        return bad + 0.01;
    }

    // The ends of the lines that together are least bad (Knuth and Plass, without stretch).
    std::vector<std::size_t> best_ends() const {
        const std::size_t count = atoms_.size();
        std::vector<double> cost(count + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> from(count + 1, 0);
        cost[0] = 0;
        for (std::size_t first = 0; first < count; ++first) {
            if (!std::isfinite(cost[first])) continue;
            double width = 0;
            std::size_t words = 0;
            for (std::size_t i = first; i < count; ++i) {
                const Atom& atom = atoms_[i];
                width += atom.width;
                words += atom.space > 0 || i + 1 == count;
                const double whole = width + atom.hyphen;
                const bool fits = whole <= width_ + 0.01;
                if (width > width_ + 0.01 && i > first && !only_one_piece(first, i)) break;
                if (atom.may_end && (fits || i == first || only_one_piece(first, i))) {
                    const bool last = i + 1 == count || atom.must_end;
                    const double extra = rules_.balanced ? 40 : 0;  // few lines come first
                    const double total = cost[first] + extra + badness(std::max(0.0, width_ - whole), last, words, atom.hyphen > 0);
                    if (total < cost[i + 1]) {
                        cost[i + 1] = total;
                        from[i + 1] = first;
                    }
                }
                if (atom.must_end) break;
                width += atom.space;
            }
        }
        std::vector<std::size_t> ends;
        for (std::size_t at = count; at > 0; at = from[at]) ends.push_back(at);
        std::reverse(ends.begin(), ends.end());
        return ends;
    }

    // Between them no line can end: they stand together, however long they are.
    bool only_one_piece(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i) {
            if (atoms_[i].may_end) return false;
        }
        return true;
    }

    bool is_coarse(const std::vector<std::size_t>& ends) const {
        std::size_t first = 0;
        for (const std::size_t end : ends) {
            double width = 0;
            for (std::size_t i = first; i < end; ++i) width += atoms_[i].width + (i + 1 < end ? atoms_[i].space : 0);
            if (!atoms_[end - 1].must_end && width_ - width > rules_.least_gap * width_) return true;
            first = end;
        }
        return false;
    }

    void make_lines(const std::vector<std::size_t>& ends) {
        std::size_t first = 0;
        for (const std::size_t end : ends) {
            out_.lines.push_back(make_line(first, end));
            first = end;
        }
    }

    // Syllables that stay on one line are set as the word they are.
    Line make_line(std::size_t first, std::size_t end) {
        Line line;
        for (std::size_t i = first; i < end; ++i) {
            Atom whole = atoms_[i];
            while (i + 1 < end && atoms_[i].space == 0 && atoms_[i + 1].span == whole.span && atoms_[i + 1].begin == whole.end) {
                ++i;
                whole.end = atoms_[i].end;
                whole.space = atoms_[i].space;
            }
            const bool divided = i + 1 == end && atoms_[i].hyphen > 0;
            const Style& look = style(whole);
            Word word;
            word.shaped = &fonts_.shape(look.face, look.figures, std::string(text(whole)) + (divided ? "\u00ad" : ""));
            word.x = line.width;
            word.span = whole.span;
            word.space_after = whole.space > 0 && i + 1 < end;
            word.divided = divided;
            line.words.push_back(word);
            line.width += word.shaped->at(look.size) + (word.space_after ? whole.space : 0);
        }
        return line;
    }

    Fonts& fonts_;
    const Hyphens& hyphens_;
    Lines& out_;
    double width_;
    BreakRules rules_;
    std::vector<Atom> atoms_;
};

}  // namespace

double Lines::width() const {
    double widest = 0;
    for (const Line& each : lines) widest = std::max(widest, each.width);
    return widest;
}

Lines Setter::set(Spans spans, double width, BreakRules rules) const {
    Lines lines;
    lines.spans = std::move(spans);
    Breaker(fonts_, hyphens_, lines, std::max(width, 1.0), rules).run();
    return lines;
}

Setter::Extent Setter::extent(const Spans& spans) const {
    Lines lines;
    lines.spans = spans;
    Breaker breaker(fonts_, hyphens_, lines, 1e6, {});
    Extent extent;
    double line = 0, word = 0;
    for (const Atom& atom : breaker.cut()) {
        line += atom.width;
        word += atom.width;
        extent.line = std::max(extent.line, line);
        extent.word = std::max(extent.word, word);
        line = atom.must_end ? 0 : line + atom.space;
        if (atom.may_end) word = 0;
    }
    return extent;
}

}  // namespace styrkedja::pdf
