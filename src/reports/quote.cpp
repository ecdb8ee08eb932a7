// SPDX-License-Identifier: EUPL-1.2
#include "reports/quote.h"

#include <algorithm>

#include "locale/number.h"
#include "reports/cells.h"
#include "reports/quotable.h"
#include "reports/quote_how.h"

namespace styrkedja::reports {
namespace {

// In which unit the number stands, which word follows it, how many decimals it has.
struct Print {
    ShownUnit in;
    std::string word;
    int decimals = 0;
    bool as_it_stands = false;
};

int usual_decimals(const ShownUnit& unit) {
    bool is_million = unit.kind == ShownUnit::Kind::money && unit.money == MoneyUnit::mnkr;
    return is_million || unit.kind == ShownUnit::Kind::per_cent || unit.kind == ShownUnit::Kind::points ? 1
                                                                                                        : 0;
}

Print print_for(const Quotable& found, const QuoteHow& how) {
    Print print;
    print.in = found.unit;
    print.as_it_stands = !how.has_unit;
    if (!how.has_unit) {
        print.decimals = std::max(found.decimals, 0);
        return print;
    }
    // A word that is no unit stands after the number in its own unit.
    bool keeps_unit = how.unit.kind == ShownUnit::Kind::other;
    if (!keeps_unit) print.in = how.unit;
    if (!how.number_alone) print.word = how.unit.word;
    bool same_unit =
        keeps_unit || found.unit.word == how.unit.word || how.unit.kind != ShownUnit::Kind::money;
    print.decimals = how.decimals >= 0                  ? how.decimals
                     : same_unit && found.decimals >= 0 ? found.decimals
                                                        : usual_decimals(print.in);
    return print;
}

std::string shown_number(const Quantity& quantity, const std::string& as_it_stands, const QuoteHow& how,
                         const Print& print, MoneyUnit amounts) {
    if (!quantity.exists()) return "";
    Exact number = in_unit(quantity, print.in, amounts);
    if (!how.words.empty()) {
        bool three = how.words.size() == 3;
        if (number.sign() > 0 || (!three && number.sign() == 0)) return how.words.front();
        return three && number.sign() == 0 ? how.words[1] : how.words.back();
    }
    if (print.as_it_stands && !how.absolute && !how.plus) return as_it_stands;
    if (how.absolute) number = number.abs();
    ShownUnit unit = print.in;
    unit.word = print.word;
    if (print.as_it_stands && as_it_stands.ends_with("%")) unit.word = "%";
    return show(number, unit, {print.decimals, how.plus, false, true, ""});
}

// What the text says that the decided document printed.
void put_printed(document::Figure& figure, const QuoteHow& how, const Print& print,
                 const std::string& computed, QuoteFinder& finder) {
    PublishedFigure printed = published_figure(how.printed, how.plus, print.word);
    if (!printed.number && how.words.empty()) {
        finder.tell("published_figure_is_no_number", 1, {{"shown", how.printed}, {"computed", computed}});
        return;
    }
    if (same_print(printed.printed, computed)) {
        finder.tell("published_figure_is_superfluous", 1, {{"shown", printed.printed}});
        return;
    }
    if (!finder.prints_published()) return;
    figure.published = printed.printed;
    figure.shown = printed.printed;
    figure.computed_shown = computed;
    auto exact = exact_of(figure.value);
    if (exact && how.absolute) exact = exact->abs();
    bool is_rounding = printed.number && exact && within_rounding(*printed.number, *exact, 1);
    if (is_rounding) return;
    finder.tell("quoted_figure_is_printed_otherwise", 1, {{"shown", printed.printed}, {"computed", computed}},
                Severity::note);
}

document::Figure print_words(Quotable found, const QuoteHow& how, std::string_view what,
                             QuoteFinder& finder) {
    document::Figure figure = std::move(found.figure);
    figure.shown = found.shown;
    figure.value.clear();
    if (!how.printed.empty() && finder.prints_published()) {
        figure.published =
            published_figure(how.printed, how.plus, how.number_alone ? "" : how.unit.word).printed;
        figure.shown = *figure.published;
        figure.computed_shown = found.shown;
    } else if (found.shown.empty()) {
        finder.tell("quoted_figure_has_no_value", 1, {{"what", std::string(what)}}, Severity::warning);
        figure.shown = en_dash;
    } else if (how.has_unit || !how.words.empty()) {
        finder.tell("quoted_thing_is_no_number", 1, {{"what", std::string(what)}, {"shown", found.shown}},
                    Severity::warning);
    }
    return figure;
}

document::Figure print_number(Quotable found, const QuoteHow& how, QuoteFinder& finder) {
    document::Figure figure = std::move(found.figure);
    figure.published.reset();
    figure.computed_shown.clear();
    Print print = print_for(found, how);
    // "mnrk" after an amount is a slip that makes it a thousand times too large, not a word of the text.
    if (found.computed.of == Quantity::Of::money && how.has_unit && how.unit.kind == ShownUnit::Kind::other && !print.word.empty()) {
        finder.tell("quoted_amount_has_unknown_unit", 1, {{"unit", print.word}}, Severity::error);
    }
    if (how.has_unit && !fits(found.computed, found.unit, how.unit)) {
        finder.tell("quote_unit_does_not_fit", 1, {{"unit", how.unit.word}, {"shown", found.shown}});
    }
    figure.unit = !print.word.empty() ? print.word : print.in.word;
    figure.value = found.computed.exists() ? in_unit(found.computed, print.in, finder.amounts()).str() : "";
    figure.shown = shown_number(found.printed, found.shown, how, print, finder.amounts());
    const std::string& stands = found.computed_shown.empty() ? found.shown : found.computed_shown;
    std::string computed = shown_number(found.computed, stands, how, print, finder.amounts());
    if (!same_print(figure.shown, computed)) {
        figure.published = figure.shown;
        figure.computed_shown = computed;
    }
    if (!how.printed.empty()) put_printed(figure, how, print, computed, finder);
    return figure;
}

}  // namespace

std::optional<document::Figure> quote(const Context& context, std::string_view what_and_how,
                                      const GoalInHand& goal, std::span<const document::Table> tables,
                                      const Place& place, Problems& problems, const ProblemArgs& args) {
    QuoteFinder finder(context, goal, tables, place, problems, args);
    std::size_t bar = what_and_how.find('|');
    std::string_view what = what_and_how.substr(0, bar);
    while (what.ends_with(' ')) what.remove_suffix(1);
    QuoteHow how;
    if (bar != what_and_how.npos) {
        ParsedHow parsed = parse_how(what_and_how.substr(bar + 1), bar + 2);
        if (parsed.error) {
            finder.tell(parsed.error->code, parsed.error->column, {{"found", parsed.error->found}});
            return std::nullopt;
        }
        how = std::move(parsed.how);
    }
    auto found = finder.find(what);
    if (!found) return std::nullopt;
    return found->is_number ? print_number(std::move(*found), how, finder)
                            : print_words(std::move(*found), how, what, finder);
}

}  // namespace styrkedja::reports
