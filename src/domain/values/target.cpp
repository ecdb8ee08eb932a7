// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/target.h"

#include <array>

#include "domain/values/target_terms.h"
#include "domain/values/written_number.h"

namespace styrkedja {
namespace {

Bound bound_of(const Term& term) {
    return static_cast<Bound>(term.value);
}
Course course_of(const Term& term) {
    return static_cast<Course>(term.value);
}

bool is_written_year(const Decimal& number) {
    return number.decimals() == 0 && number.units() >= 1990 && number.units() <= 2099;
}

// What a target compares with and which year it is for may stand anywhere but says nothing about its form.
std::vector<Term> set_aside_terms(UnderstoodTarget& target, const std::vector<Term>& terms) {
    std::vector<Term> left;
    for (const Term& term : terms) {
        if (term.kind == TermKind::year) {
            target.year = term.value;
        } else if (term.kind == TermKind::saying && term.saying == Saying::reference) {
            target.reference = static_cast<StatedReference>(term.value);
        } else {
            left.push_back(term);
        }
    }
    return left;
}

// One attempt to read the terms as one form; a failed one leaves the target in parts, so each gets a copy.
class Reading {
  public:
    Reading(UnderstoodTarget start, const std::vector<Term>& terms)
        : target(std::move(start)), reader_(terms) {}

    UnderstoodTarget target;

    bool is_unset() {
        TargetForm form = TargetForm::set_later;
        if (reader_.take(Saying::none)) {
            form = TargetForm::none;
        } else if (reader_.take(Saying::delegated)) {
            form = TargetForm::delegated;
        } else if (!reader_.take(Saying::later)) {
            return false;
        }
        target.form = form;
        return reader_.rest_is_words(target.qualifier);
    }

    // [minst] 98 [%] [(lägst) | eller bättre] words
    bool is_level() {
        target.form = TargetForm::level;
        return level(target.level) && reader_.rest_is_words(target.qualifier);
    }

    // ±1 % | 100 ± 2 % | 2–4 % | mellan 2 och 4 %
    bool is_interval() {
        target.form = TargetForm::interval;
        if (reader_.take(TermKind::plus_minus)) return around(Decimal(0, 0), {});
        bool between = reader_.take(Saying::between) != nullptr;
        TargetLevel first, second;
        if (!number(first)) return false;
        if (!between && reader_.take(TermKind::plus_minus)) return around(first.number, first.unit);
        bool linked =
            reader_.take(TermKind::dash) != nullptr || (between && reader_.take(Saying::link) != nullptr);
        if (!linked || !number(second) || second.number < first.number) return false;
        bool same_unit = first.unit == WrittenUnit() || first.unit == second.unit;
        if (!same_unit || (!between && is_written_year(first.number) && is_written_year(second.number)))
            return false;
        target.low = first.number;
        target.high = second.number;
        target.level.unit = second.unit;
        return reader_.rest_is_words(target.qualifier);
    }

    // Öka words | minska, på sikt högst 5 %
    bool is_course() {
        target.form = TargetForm::course;
        const Term* course = reader_.take(Saying::course);
        if (!course) return false;
        target.course = course_of(*course);
        if (reader_.take(Saying::in_the_long_run)) {
            return level(target.long_run.emplace()) && reader_.rest_is_words(target.qualifier);
        }
        return reader_.rest_is_words(target.qualifier);
    }

    // öka [med] [minst] 5 % [på 358] | +5 % [på 358]
    bool is_change() {
        target.form = TargetForm::change;
        if (const Term* course = reader_.take(Saying::course)) {
            target.course = course_of(*course);
            bool with = reader_.take(Saying::with) != nullptr;
            const Term* limit = with ? reader_.take(Saying::bound) : nullptr;
            if (!number(target.level) || (!with && !in_per_cent())) return false;
            if (limit) target.level.bound = bound_of(*limit);
        } else {
            const Term* amount = reader_.take(TermKind::number);
            if (!amount || !amount->has_plus) return false;
            target.level.number = amount->number;
            if (!unit(target.level.unit) || !in_per_cent()) return false;
        }
        bool up_or_down = target.course == Course::up || target.course == Course::down;
        return up_or_down && target.level.number.units() >= 0 && counted_on() && end_of_change();
    }

    // 5 % högre än föregående år
    bool is_change_after_amount() {
        target.form = TargetForm::change;
        if (target.reference == StatedReference::not_stated || !number(target.level)) return false;
        const Term* course = reader_.take(Saying::course);
        if (!course) return false;
        target.course = course_of(*course);
        return (target.course == Course::up || target.course == Course::down) && end_of_change();
    }

    // öka [från 40] till 50 %: where it is to be, as a level
    bool is_course_to_level() {
        target.form = TargetForm::level;
        const Term* course = reader_.take(Saying::course);
        if (!course || (course_of(*course) != Course::up && course_of(*course) != Course::down)) return false;
        TargetLevel from;
        if (reader_.take(Saying::between) && !number(from)) return false;
        if (!reader_.take(Saying::link)) return false;
        const Term* limit = reader_.take(Saying::bound);
        if (!number(target.level)) return false;
        target.level.bound = limit                              ? bound_of(*limit)
                             : course_of(*course) == Course::up ? Bound::at_least
                                                                : Bound::at_most;
        return reader_.rest_is_words(target.qualifier);
    }

    // Topp 10 | bland de 30 bästa | plats 10 [eller bättre]
    bool is_rank() {
        target.form = TargetForm::rank;
        target.level.bound = Bound::at_most;
        bool top = reader_.take(Saying::rank_top) != nullptr;
        bool among = !top && reader_.take(Saying::among) != nullptr;
        bool place = !top && !among && reader_.take(Saying::rank_place) != nullptr;
        const Term* rank = reader_.take(TermKind::number);
        if (!rank || rank->number.units() < 1 || rank->number.decimals() > 0) return false;
        target.level.number = rank->number;
        if (among && !reader_.take(Saying::best)) return false;
        if (!top && !among && !place && !reader_.take(Saying::rank_place)) return false;
        if (!among) reader_.take(Saying::or_better);
        return reader_.rest_is_words(target.qualifier);
    }

  private:
    bool unit(WrittenUnit& unit) {
        const Term* term = reader_.take(TermKind::unit);
        if (term) unit = term->unit;
        return term != nullptr;
    }

    bool number(TargetLevel& to) {
        const Term* term = reader_.take(TermKind::number);
        if (!term) return false;
        to.number = term->number;
        unit(to.unit);
        return true;
    }

    bool level(TargetLevel& to) {
        const Term* before = reader_.take(Saying::bound);
        if (!number(to)) return false;
        const Term* after = before ? nullptr : reader_.take(Saying::bound);
        if (!before && !after) after = reader_.take(Saying::or_better);
        if (before || after) to.bound = bound_of(before ? *before : *after);
        return true;
    }

    bool around(const Decimal& centre, const WrittenUnit& centre_unit) {
        TargetLevel margin;
        if (!number(margin) || margin.number.units() < 0) return false;
        // "350 ± 5 %" could be 5 per cent of 350.
        bool is_clear = centre.is_zero() || margin.unit == centre_unit || margin.unit == WrittenUnit();
        if (!is_clear) return false;
        int decimals = std::max(centre.decimals(), margin.number.decimals());
        target.low = (Exact(centre) - Exact(margin.number)).rounded(decimals);
        target.high = (Exact(centre) + Exact(margin.number)).rounded(decimals);
        target.level.unit = margin.unit == WrittenUnit() ? centre_unit : margin.unit;
        return reader_.rest_is_words(target.qualifier);
    }

    bool in_per_cent() const {
        return target.level.unit.kind == unit_per_cent || target.level.unit.kind == unit_percentage_points;
    }

    bool counted_on() {
        TermReader before = reader_;
        if (!reader_.take(Saying::on)) return true;
        TargetLevel base;
        if (number(base)) {
            target.change_from = base.number;
        } else {
            reader_ = before;  // "på sjukhusen": words
        }
        return true;
    }

    bool end_of_change() {
        target.change_in = target.level.unit.kind == unit_per_cent            ? ChangeIn::per_cent
                           : target.level.unit.kind == unit_percentage_points ? ChangeIn::percentage_points
                                                                              : ChangeIn::units;
        return reader_.rest_is_words(target.qualifier);
    }

    TermReader reader_;
};

constexpr std::array<std::string_view, 9> form_words = {
    "none", "set_later", "delegated", "words", "level", "interval", "course", "change", "rank"};
constexpr std::array<std::string_view, 6> bound_words = {"by_direction", "at_least", "above",
                                                         "at_most",      "below",    "exactly"};
constexpr std::array<std::string_view, 6> course_words = {"up",     "down",   "keep",
                                                          "better", "not_up", "not_down"};
constexpr std::array<std::string_view, 3> change_words = {"per_cent", "percentage_points", "units"};
constexpr std::array<std::string_view, 4> reference_words = {"", "base", "previous", "series"};

template <class List, class E>
std::string word_of(const List& list, E value) {
    return std::string(list[static_cast<std::size_t>(value)]);
}

std::string level_text(const TargetLevel& level) {
    std::string text = word_of(bound_words, level.bound) + " " + level.number.str();
    return level.unit.text.empty() ? text : text + " " + level.unit.text;
}

}  // namespace

UnderstoodTarget parse_target(std::string_view written, const TargetWords& words) {
    UnderstoodTarget target;
    target.written = written;
    bool has_sign = written.find_first_of("+*") != std::string_view::npos;
    if (auto number = has_sign ? std::nullopt : parse_written_decimal(written)) {
        target.form = TargetForm::level;
        target.level.number = *number;
        return target;
    }
    Terms terms = read_terms(written, words);
    target.marks = terms.marks;
    if (terms.list.empty()) return target;

    UnderstoodTarget start = target;
    std::vector<Term> left = set_aside_terms(start, terms.list);
    // The forms exclude each other but for the plus sign: a change goes before a level.
    using Form = bool (Reading::*)();
    for (Form form : {&Reading::is_unset, &Reading::is_change, &Reading::is_level, &Reading::is_interval,
                      &Reading::is_course, &Reading::is_course_to_level, &Reading::is_change_after_amount,
                      &Reading::is_rank}) {
        Reading reading(start, left);
        if ((reading.*form)()) return reading.target;
    }
    target.form = TargetForm::words;
    return target;
}

std::string UnderstoodTarget::understood() const {
    std::string text = word_of(form_words, form);
    if (form == TargetForm::level || form == TargetForm::rank) text += " " + level_text(level);
    if (form == TargetForm::interval) {
        text += " " + low.str() + ".." + high.str() + (level.unit.text.empty() ? "" : " " + level.unit.text);
    }
    if (form == TargetForm::course || form == TargetForm::change) text += " " + word_of(course_words, course);
    if (form == TargetForm::change) {
        if (level.bound != Bound::by_direction) text += " " + word_of(bound_words, level.bound);
        text += " " + level.number.str() + " " + word_of(change_words, change_in);
        if (change_in == ChangeIn::units && !level.unit.text.empty()) text += " " + level.unit.text;
    }
    if (change_from) text += " of " + change_from->str();
    if (reference != StatedReference::not_stated) text += " against " + word_of(reference_words, reference);
    if (long_run) text += " long_run " + level_text(*long_run);
    if (year != 0) text += " year " + std::to_string(year);
    return text;
}

std::optional<WrittenPair> parse_pair(std::string_view written) {
    std::size_t open = written.rfind('('), close = written.rfind(')');
    bool is_pair =
        open != std::string_view::npos && close != std::string_view::npos && open > 0 && close > open + 1;
    if (!is_pair || !plain_blanks(written.substr(close + 1)).empty()) return std::nullopt;
    WrittenPair pair{parse_measured(written.substr(0, open)),
                     parse_target(written.substr(open + 1, close - open - 1))};
    bool has_both = pair.outcome.has_number() &&
                    (pair.target.form == TargetForm::level || pair.target.form == TargetForm::interval);
    if (!has_both) return std::nullopt;
    return pair;
}

}  // namespace styrkedja
