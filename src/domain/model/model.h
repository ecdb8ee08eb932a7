// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/organisation/organisation.h"
#include "domain/values/dated.h"
#include "domain/values/id.h"
#include "domain/values/money.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

// A municipality's governance model, as data: levels, scales, rules, occasions. Nothing of it is known to the code.
namespace styrkedja {

// The drawn form of a value of a scale: what can be told apart without colour (look: Marks).
enum class Shape : std::uint8_t {
    none, met, mostly, partly, little, not_met, not_assessed,
    not_started, ongoing, waiting, done, stopped, better, same, worse
};

// What a status of an activity or assignment says when the rule counts: done, not done, or nothing yet.
enum class Counts : std::uint8_t { unknown, done, not_done };

struct ScaleValue {
    Id id;                            // unique within the scale ("gron")
    std::string label;                // "Grön", "Årsmålet uppfylls helt"
    std::string label_forecast;       // where a forecast has other words; empty = label
    Prose definition;                 // what it means as outcome
    Prose definition_forecast;        // what it means as forecast
    std::string colour;               // "#2B7A50"
    Shape shape = Shape::none;
    Counts counts = Counts::unknown;  // statuses
    bool deviation = false;           // statuses: it is a deviation from the plan
    bool started = false;             // statuses: work has begun or is finished
    std::string completion;           // statuses: allowed completion in per cent ("0", "1-99", "100", empty = any)
};

// Ordered values, best first: ratings of goals, statuses of activities and assignments, steps of likelihood.
struct Scale {
    Id id;
    std::string name;
    std::vector<ScaleValue> values;
};

// A text that is written about a goal (or activity, assignment) at an occasion: analysis, follow-up, comment.
struct TextField {
    Id id;
    std::string label;
};

// A model and the years in which it is in force. In an election year two overlap.
struct GovernanceModel {
    Id id;
    std::string name;
    Validity valid;
    Prose description;
};

struct Rule;

// A level of the goal tree ("Målområde", "KF-mål", "Nämndmål", "Inriktning i Mål och budget").
struct Level {
    Id id;
    Ref<GovernanceModel> model;
    std::string name, plural;
    Ref<Unit> set_by;                 // who decides goals of the level; empty = the committee that has them
    bool assessed = false;
    Ref<Scale> scale;
    Ref<Rule> rule;                   // what proposes an assessment; empty = none does
    std::vector<TextField> texts;     // in the order in which they are printed
    int order = 0;
};

// Assignments, focus areas and directions are alike: somebody is to do or watch something and to report it.
struct AssignmentType {
    Id id;                            // "kf-uppdrag", "fokusomrade", "inriktning"
    std::string name, plural;
    Ref<Scale> statuses;              // empty = reported in text, without a status
    std::vector<TextField> texts;
};

// Kinds of budget change ("Ram", "Indexuppräkning", "Effektiviseringskrav", "Flytt mellan nämnder").
enum class BudgetChangeRole : std::uint8_t {
    frame, technical, supplementary, transfer, central_reserve, reallocation, carry_forward, indexation, efficiency
};
struct BudgetChangeKind {
    Id id;
    std::string name;
    BudgetChangeRole role = BudgetChangeRole::frame;
};

// What a rule looks at.
enum class RuleInput : std::uint8_t { indicators, activities, children, achievement, figure };

// A named part of what a dimension can be, as a share (0-1), ratio or figure: from .. to.
struct RuleClass {
    Id id;
    std::string name;                 // "en majoritet"
    std::string from, to;             // numbers or per cent ("0,5", "50 %"); empty = open
    bool from_included = false, to_included = false;
};

// Of several indicators' achievements: the one furthest from its target, or their mean.
enum class RuleTake : std::uint8_t { lowest, mean };

struct RuleDimension {
    RuleInput input = RuleInput::indicators;
    Id at_least;                      // children: the share rated at least that value
    Formula figure;                   // figure: its formula, for the assessed unit and occasion
    std::vector<RuleClass> classes;   // empty = all, majority, half, few, none
    RuleTake take = RuleTake::lowest; // achievement
};

// "then" holds when every dimension falls in one of its classes; empty = any class.
struct RuleClause {
    Id then;                          // a value of the rule's scale, or "not-measured"
    Tags indicators, activities, children, achievement, figure;   // class ids, "nothing", "unknown"
    Prose text;                       // the clause in the municipality's own words
};

enum class RuleMethod : std::uint8_t { clauses, lower_median, worst, best, majority };

// How an assessment is proposed. Dated, with its source: docs/pack-format.md, Rules.
struct Rule {
    Id id;
    std::string name;
    std::string source;               // where it is decided: document, section, §
    Validity valid;
    Ref<Scale> scale;
    RuleMethod method = RuleMethod::clauses;
    Id when_no_majority;              // majority: what holds when no value has more than half
    std::string least_known;          // least share that must be known ("50 %"); empty = all must be
    std::vector<RuleDimension> dimensions;
    std::vector<RuleClause> clauses;
    Prose completed;                  // what was added to the decided text to make the rule total
};

enum class Judges : std::uint8_t { nothing, forecast, outcome };
enum class LedgerState : std::uint8_t { open, preliminary, accrued, closed };

// A follow-up occasion: what it covers, what is reported, when.
struct Occasion {
    Id id;
    std::string name;                 // "Uppföljning efter april 2016"
    Period period;                    // "2016-01..2016-04"
    Judges judges = Judges::nothing;  // are goals forecast or assessed as outcome
    bool reports_economy = true, reports_plan = true;
    Ref<Occasion> previous;           // what comparison columns compare with
    Date opens, unit_deadline, office_deadline, meeting;
    Date cut_off;                     // the ledger's
    LedgerState ledger = LedgerState::open;
    int order = 0;
};

}  // namespace styrkedja
