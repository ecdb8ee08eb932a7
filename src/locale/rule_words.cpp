// SPDX-License-Identifier: EUPL-1.2
#include "locale/rule_words.h"

#include <algorithm>
#include <array>

#include "locale/number.h"

namespace styrkedja {
namespace {

using assess::Dimension;
using assess::ExamplePart;
using assess::Flaw;
using assess::FlawKind;
using assess::Input;
using assess::Rule;

bool is_swedish(Language language) {
    return language == Language::sv;
}

const std::string& label_of(const std::vector<std::pair<std::string, std::string>>& labels,
                            const std::string& id) {
    for (const auto& [each, label] : labels) {
        if (each == id) return label;
    }
    return id;
}

// Words of what is counted: "indikatorer", "indikatorerna", "nådda"; of one alone: "indikator", "nådd"; at a
// forecast "väntas nås" (goals below have a forecast's words on their scale).
struct CountedWords {
    std::string_view things, the_things, achieved, thing, achieved_one, expected;
};

constexpr std::array<CountedWords, 3> swedish_counted = {
    {{"indikatorer", "indikatorerna", "nådda", "indikator", "nådd", "väntas nås"},
     {"aktiviteter", "aktiviteterna", "genomförda", "aktivitet", "genomförd", "genomförda eller väntas bli det"},
     {"mål därunder", "målen därunder", "bedömda som minst", "mål därunder", "bedömt som minst", ""}}};
constexpr std::array<CountedWords, 3> english_counted = {
    {{"indicators", "the indicators", "met", "indicator", "met", "expected to be met"},
     {"activities", "the activities", "done", "activity", "done", "done or expected to be"},
     {"goals below", "the goals below", "rated at least", "goal below", "rated at least", ""}}};

constexpr int shown_decimals = 1;   // of a ratio or figure that nobody has rounded

struct ClassWords {
    std::string_view id, sv_of, sv_alone, en_of, en_alone;
};
constexpr std::array<ClassWords, 5> class_words = {{
    {"all", "samtliga av", "alla", "all of", "all"},
    {"majority", "mer än hälften av", "", "more than half of", ""},
    {"half", "precis hälften av", "", "exactly half of", ""},
    {"few", "några men färre än hälften av", "", "some but less than half of", ""},
    {"none", "inga av", "inga", "none of", "no"},
}};

const Dimension* find_dimension(const Rule& rule, const std::string& id) {
    for (const Dimension& each : rule.dimensions) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

std::string joined(const std::vector<std::string>& parts, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? std::string(last) : std::string(", ");
        text += parts[i];
    }
    return text;
}

std::string capitalised(std::string text) {
    if (text.empty()) return text;
    auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') text[0] = static_cast<char>(first - 32);
    bool two_bytes = first == 0xC3 && text.size() > 1;
    if (two_bytes && static_cast<unsigned char>(text[1]) >= 0xA0) text[1] = static_cast<char>(text[1] - 32);
    return text;
}

class Words {
  public:
    Words(const Rule& rule, const RuleLabels& labels, Language language)
        : rule_(rule), labels_(labels), language_(language) {}

    std::string_view pick(std::string_view sv, std::string_view en) const {
        return is_swedish(language_) ? sv : en;
    }

    std::string value(const std::string& id) const {
        if (id == assess::not_measured) return std::string(pick("ej mätt", "not measured"));
        return label_of(labels_.values, id);
    }

    const CountedWords& counted(const Dimension& dimension) const {
        return (is_swedish(language_) ? swedish_counted
                                      : english_counted)[static_cast<std::size_t>(dimension.input)];
    }

    std::string achieved(const Dimension& dimension, bool one = false) const {
        const CountedWords& of = counted(dimension);
        if (labels_.forecast && !of.expected.empty()) return std::string(of.expected);
        std::string text(one ? of.achieved_one : of.achieved);
        return dimension.input == Input::children ? text + " " + value(dimension.at_least) : text;
    }

    // What the rule looks at, in words: "måluppfyllelse", the figure's own name, "indikatorer".
    std::string name(const std::string& id) const {
        for (const auto& [each, label] : labels_.dimensions) {
            if (each == id) return label;
        }
        const Dimension* dimension = find_dimension(rule_, id);
        if (!dimension) return id;
        if (assess::is_share(dimension->input)) return std::string(counted(*dimension).things);
        return std::string(dimension->input == Input::achievement ? pick("måluppfyllelse", "achievement of the target")
                                                                  : pick("nyckeltal", "figure"));
    }

    // "precis hälften eller färre än hälften av indikatorerna nådda"
    std::string states(const std::string& id, const std::vector<std::string>& states) const {
        const Dimension* dimension = find_dimension(rule_, id);
        if (!dimension) return id;
        bool any = states.size() == assess::classes_of(*dimension).size() + 2;
        if (!assess::is_share(dimension->input)) {
            if (any) return name(id) + std::string(pick(" hur som helst", " whatever"));
            std::vector<std::string> parts;
            for (const std::string& each : states) parts.push_back(plain_state(*dimension, each));
            return name(id) + ": " + joined(parts, pick(" eller ", " or "));
        }
        if (any || is_every_class(*dimension, states)) return whatever(*dimension, any);
        return shares(*dimension, states);
    }

    std::string example(const std::vector<ExamplePart>& parts) const {
        std::vector<std::string> texts;
        for (const ExamplePart& part : parts) {
            const Dimension* dimension = find_dimension(rule_, part.dimension);
            if (!dimension) continue;
            if (!assess::is_share(dimension->input)) {
                texts.push_back(name(part.dimension) + " " +
                                (part.value ? number(*dimension, *part.value) : plain_state(*dimension, part.state)));
            } else if (part.state == assess::state_nothing || part.state == assess::state_unknown) {
                texts.push_back(share_state(*dimension, part.state));
            } else {
                texts.push_back(std::to_string(part.met) + std::string(pick(" av ", " of ")) +
                                std::to_string(part.total) + " " + things(*dimension, part.total) +
                                (dimension->input == Input::children ? " " + achieved(*dimension) : ""));
            }
        }
        return joined(texts, ", ");
    }

    std::string ratings(const std::vector<std::string>& ids) const {
        std::vector<std::string> texts;
        for (const std::string& id : ids) texts.push_back(value(id));
        return joined(texts, ", ");
    }

    std::string things(const Dimension& dimension, std::size_t count) const {
        return std::string(count == 1 ? counted(dimension).thing : counted(dimension).things);
    }

    // A share or an achievement in per cent, a figure with its unit. Bounds stand as they were written.
    std::string number(const Dimension& dimension, const Exact& exact) const {
        bool per_cent = dimension.input != Input::figure;
        std::string text = plain_number(per_cent ? exact * Exact(100) : exact);
        std::string_view unit = per_cent ? "%" : std::string_view(unit_of(dimension));
        if (unit.empty()) return text;
        return text.append(hard_space).append(unit);
    }

    // What was computed, rounded: but what falls short of the whole is never shown as the whole.
    std::string computed(const Dimension& dimension, const Exact& exact) const {
        Exact whole(1), scaled = dimension.input == Input::figure ? exact : exact * Exact(100);
        bool short_of = dimension.input != Input::figure && exact < whole;
        Decimal rounded = scaled.rounded(shown_decimals);
        if (short_of && !(Exact(rounded) < Exact(100))) rounded = scaled.rounded(shown_decimals, Rounding::towards_zero);
        Exact shown = dimension.input == Input::figure ? Exact(rounded) : Exact(rounded) / Exact(100);
        return number(dimension, shown);
    }

    // "över 50 % men under 100 %"
    std::string range(const Dimension& dimension, const NumberRange& range) const {
        if (range.low && range.high && *range.low == *range.high) return number(dimension, *range.low);
        std::string text;
        if (range.low) {
            text = std::string(range.low_included ? pick("från och med ", "from and including ")
                                                  : pick("över ", "above ")) +
                   number(dimension, *range.low);
        }
        if (range.high) {
            if (!text.empty()) text += range.high_included ? " " : pick(" men ", " but ");
            text += std::string(range.high_included ? pick("till och med ", "up to and including ")
                                                    : pick("under ", "below ")) +
                    number(dimension, *range.high);
        }
        return text.empty() ? std::string(pick("alla värden", "all values")) : text;
    }

    std::string clause(std::size_t index) const { return std::to_string(index + 1); }

  private:
    bool is_every_class(const Dimension& dimension, const std::vector<std::string>& states) const {
        bool has_state = std::any_of(states.begin(), states.end(), [](const std::string& each) {
            return each == assess::state_nothing || each == assess::state_unknown;
        });
        return !has_state && states.size() > 1 && states.size() == assess::classes_of(dimension).size();
    }

    std::string whatever(const Dimension& dimension, bool also_missing) const {
        std::string text(pick("hur många ", "however many "));
        text.append(counted(dimension).things)
            .append(pick(" som än är ", " are "))
            .append(achieved(dimension));
        return also_missing ? text + std::string(pick(" eller känns till", " or known")) : text;
    }

    std::string share_state(const Dimension& dimension, const std::string& state) const {
        const CountedWords& words = counted(dimension);
        if (state == assess::state_nothing) {
            return std::string(pick("inga ", "no "))
                .append(words.things)
                .append(pick(" att räkna", " to count"));
        }
        return std::string(pick("inget känt om ", "nothing known about ")).append(words.the_things);
    }

    std::string plain_state(const Dimension& dimension, const std::string& state) const {
        if (state == assess::state_nothing) return std::string(pick("inget att räkna på", "nothing to count from"));
        if (state == assess::state_unknown) return std::string(pick("inte känt", "not known"));
        return class_name(dimension, state);
    }

    // The municipality's own name of the class; where it has none, what it holds.
    std::string class_name(const Dimension& dimension, const std::string& id) const {
        for (const auto& [each, label] : labels_.classes) {
            if (each == id) return label;
        }
        for (const assess::Class& each : dimension.classes) {
            if (each.id == id) return range(dimension, each.range);
        }
        return id;
    }

    std::string plain_number(const Exact& exact) const {
        std::string text = exact.str();
        std::size_t point = text.find('.');
        int decimals = point == text.npos ? 0 : static_cast<int>(text.size() - point - 1);
        if (is_swedish(language_)) return format_number(exact, decimals);
        return text.starts_with('-') ? "−" + text.substr(1) : text;
    }

    const std::string& unit_of(const Dimension& dimension) const {
        static const std::string none;
        for (const auto& [each, unit] : labels_.units) {
            if (each == dimension.id) return unit;
        }
        return none;
    }

    std::string shares(const Dimension& dimension, const std::vector<std::string>& states) const {
        const CountedWords& words = counted(dimension);
        std::vector<std::string> quantities, others;
        std::string alone;
        for (const std::string& state : states) {
            if (state == assess::state_nothing || state == assess::state_unknown) {
                others.push_back(share_state(dimension, state));
                continue;
            }
            auto known = std::find_if(class_words.begin(), class_words.end(),
                                      [&](const ClassWords& each) { return each.id == state; });
            bool is_default = dimension.classes.empty() && known != class_words.end();
            quantities.push_back(is_default
                                     ? std::string(pick(known->sv_of, known->en_of))
                                     : class_name(dimension, state) + std::string(pick(" av", " of")));
            alone = is_default ? pick(known->sv_alone, known->en_alone) : "";
        }
        std::vector<std::string> parts;
        if (quantities.size() == 1 && !alone.empty()) {
            parts.push_back(alone + " " + std::string(words.things) + " " + achieved(dimension));
        } else if (!quantities.empty()) {
            for (std::size_t i = 0; i + 1 < quantities.size(); ++i) {
                quantities[i].erase(quantities[i].rfind(' '));  // "av" stands once, last
            }
            parts.push_back(joined(quantities, pick(" eller ", " or ")) + " " +
                            std::string(words.the_things) + " " + achieved(dimension));
        }
        parts.insert(parts.end(), others.begin(), others.end());
        return joined(parts, pick(" eller ", " or "));
    }

    const Rule& rule_;
    const RuleLabels& labels_;
    Language language_;
};

std::string where_text(const Flaw& flaw, const Words& words) {
    std::vector<std::string> parts;
    for (const assess::StateSet& set : flaw.where) parts.push_back(words.states(set.dimension, set.states));
    return capitalised(joined(parts, words.pick(" och ", " and ")));
}

std::string hole_text(const Flaw& flaw, const Words& words) {
    if (!flaw.ratings.empty()) {
        return std::string(
                   words.pick("När inget värde har mer än hälften av målen ger regeln inget svar. Exempel: ",
                              "Where no value has more than half of the goals the rule gives no answer. "
                              "Example: ")) +
               words.ratings(flaw.ratings) + ".";
    }
    return where_text(flaw, words) +
           std::string(
               words.pick(": regeln ger inget svar. Exempel: ", ": the rule gives no answer. Example: ")) +
           words.example(flaw.example) + ".";
}

std::string better_text(const Flaw& flaw, const Words& words) {
    bool of_goals = !flaw.ratings.empty();
    std::string better = of_goals ? words.ratings(flaw.ratings) : words.example(flaw.example);
    std::string worse = of_goals ? words.ratings(flaw.worse_ratings) : words.example(flaw.worse_example);
    return std::string(words.pick("Ett bättre resultat ger ett sämre omdöme: ",
                                  "A better result gets a worse rating: ")) +
           better + std::string(words.pick(" ger ", " gives ")) + words.value(flaw.results[0]) +
           std::string(words.pick(", men ", ", but ")) + worse + std::string(words.pick(" ger ", " gives ")) +
           words.value(flaw.results[1]) + ".";
}

std::string class_text(const Flaw& flaw, const Rule& rule, const Words& words) {
    const Dimension* dimension = find_dimension(rule, flaw.dimension);
    std::string name = capitalised(words.name(flaw.dimension));
    std::string range = dimension ? words.range(*dimension, flaw.range) : std::string();
    if (flaw.kind == FlawKind::classes_leave_gap) {
        return name + ": " + std::string(words.pick("ingen klass omfattar ", "no class holds ")) + range +
               ".";
    }
    if (flaw.kind == FlawKind::class_is_empty) {
        return name + ": " +
               std::string(words.pick("inget värde kan ligga i klassen ", "no value can be in the class ")) +
               flaw.names[0] + ".";
    }
    return name + ": " + range +
           std::string(words.pick(" ligger i flera klasser: ", " is in several classes: ")) +
           joined(flaw.names, words.pick(" och ", " and ")) + ".";
}

std::string name_text(const Flaw& flaw, const Words& words) {
    std::string where = flaw.clauses.empty()
                            ? words.name(flaw.dimension)
                            : std::string(words.pick("Villkor ", "Clause ")) + words.clause(flaw.clauses[0]);
    if (flaw.kind == FlawKind::no_such_dimension) {
        return where + std::string(words.pick(": regeln ser inte på ”", ": the rule doesn't look at “")) +
               flaw.names[0] + std::string(words.pick("”.", "”."));
    }
    if (flaw.kind == FlawKind::no_such_class) {
        return where + std::string(words.pick(": klassen ”", ": the class “")) + flaw.names[0] +
               std::string(words.pick("” finns inte för ", "” doesn't exist for ")) +
               words.name(flaw.dimension) + ".";
    }
    return (where.empty() ? std::string(words.pick("Regeln", "The rule")) : where) +
           std::string(words.pick(": värdet ”", ": the value “")) + flaw.names[0] +
           std::string(words.pick("” finns inte i skalan.", "” isn't in the scale."));
}

}  // namespace

std::string flaw_text(const Flaw& flaw, const Rule& rule, const RuleLabels& labels, Language language) {
    Words words(rule, labels, language);
    switch (flaw.kind) {
        case FlawKind::hole:
            return hole_text(flaw, words);
        case FlawKind::better_gives_worse:
            return better_text(flaw, words);
        case FlawKind::two_answers:
            return where_text(flaw, words) + std::string(words.pick(": villkor ", ": clause ")) +
                   words.clause(flaw.clauses[0]) + std::string(words.pick(" ger ", " gives ")) +
                   words.value(flaw.results[0]) + std::string(words.pick(", men villkor ", ", but clause ")) +
                   words.clause(flaw.clauses[1]) + std::string(words.pick(" ger ", " gives ")) +
                   words.value(flaw.results[1]) + std::string(words.pick(". Exempel: ", ". Example: ")) +
                   words.example(flaw.example) + ".";
        case FlawKind::never_applies:
            return std::string(words.pick("Villkor ", "Clause ")) + words.clause(flaw.clauses[0]) + " (" +
                   words.value(flaw.results[0]) +
                   std::string(words.pick(") kan aldrig avgöra något.", ") can never decide anything."));
        case FlawKind::classes_leave_gap:
        case FlawKind::classes_overlap:
        case FlawKind::class_is_empty:
            return class_text(flaw, rule, words);
        case FlawKind::no_such_class:
        case FlawKind::no_such_dimension:
        case FlawKind::no_such_result:
            return name_text(flaw, words);
        case FlawKind::too_many_combinations:
            break;
    }
    return std::string(
        words.pick("Regeln har för många kombinationer för att kunna prövas. Använd färre klasser.",
                   "The rule has too many combinations to be tried. Use fewer classes."));
}

std::string states_text(const std::string& dimension, const std::vector<std::string>& states, const Rule& rule,
                        const RuleLabels& labels, Language language) {
    return Words(rule, labels, language).states(dimension, states);
}

std::string case_text(const std::vector<std::string>& states, const Rule& rule, const RuleLabels& labels,
                      Language language) {
    Words words(rule, labels, language);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < states.size() && i < rule.dimensions.size(); ++i) {
        parts.push_back(words.states(rule.dimensions[i].id, {states[i]}));
    }
    return joined(parts, ", ");
}

std::string counts_text(const assess::Proposal& proposal, const Rule& rule, const RuleLabels& labels,
                        Language language) {
    Words words(rule, labels, language);
    std::vector<std::string> parts;
    for (const assess::DimensionResult& each : proposal.dimensions) {
        const Dimension* dimension = find_dimension(rule, each.dimension);
        if (!dimension) continue;
        if (!assess::is_share(dimension->input)) {
            parts.push_back(each.value ? words.name(each.dimension) + " " + words.computed(*dimension, *each.value)
                                       : words.states(each.dimension, {each.state}));
            continue;
        }
        if (each.total == 0) {
            parts.push_back(words.states(each.dimension, {each.state}));
            continue;
        }
        std::string text = std::to_string(each.met) + std::string(words.pick(" av ", " of ")) +
                           std::to_string(each.total) + " " + words.things(*dimension, each.total) + " " +
                           words.achieved(*dimension, each.total == 1);
        if (each.unknown > 0) {
            std::string_view unknown = each.unknown == 1 ? words.pick(" okänd", " unknown") : words.pick(" okända", " unknown");
            if (dimension->input == Input::children && each.unknown == 1) unknown = words.pick(" obedömt", " unrated");
            else if (dimension->input == Input::children) unknown = words.pick(" obedömda", " unrated");
            text += " (" + std::to_string(each.unknown) + std::string(unknown) + ")";
        }
        parts.push_back(text);
    }
    return joined(parts, ", ");
}

}  // namespace styrkedja
