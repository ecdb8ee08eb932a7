// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/model/model.h"
#include "domain/organisation/organisation.h"
#include "domain/values/dated.h"
#include "domain/values/id.h"
#include "domain/values/money.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

// What hangs on the goal tree.
namespace styrkedja {

// A node of the tree that can be assessed. It may have several parents, and none in the council's model.
struct Goal {
    Id id;
    Ref<Level> level;
    std::string name;
    std::string heading;              // the short name over it, where it has one besides the sentence
    Dated<std::string> number;        // as printed ("3.1", "KF-mål 3"): not an id
    std::vector<Ref<Goal>> parents;
    std::vector<Ref<Unit>> units;     // whose goal it is, leading first; empty = the whole municipality's
    Prose description;
    Tags notes;                       // footnotes at the name
    bool outside_roll_up = false;     // does not count when its parent is weighed together
    Validity valid;
    int order = 0;
    Tags tags;
};

enum class Better : std::uint8_t { up, down, near, within, none };
enum class IndicatorKind : std::uint8_t { indicator, key_figure };

// What is measured. A key figure has no target and never counts in an assessment.
struct Indicator {
    Id id;
    std::string name;
    IndicatorKind kind = IndicatorKind::indicator;
    std::string number;
    std::vector<Ref<Goal>> goals;     // on any level, several
    std::vector<Ref<Unit>> owners;    // the council's own, the committee's own, the production unit's
    std::string unit;                 // "%", "antal", "index", "betyg 1-6", "kWh/kvm"
    Better better = Better::up;
    std::string interval;             // within: the wanted interval, near: the wanted value ("2..4")
    std::string scale_min, scale_max; // outcomes outside are problems ("0" and "100", "1" and "6")
    std::string frequency;
    std::string source;
    std::string base;                 // base value as written ("16,4 %"); empty = none
    Period base_period;
    std::string base_missing;         // why there is none
    Tags base_notes;                  // footnotes at the base value
    Tags notes;                       // footnotes at the name
    Prose definition;
    Formula computed;                 // fills itself from the figures ("forecast-accuracy(prognos-t2)"); empty = outcomes are reported
    Validity valid;
    int order = 0;
    Tags tags;
};

enum class TargetScope : std::uint8_t { unit, municipality };
enum class TargetReference : std::uint8_t { none, base, previous, series };

// A target as written. How it is understood: domain/values/target.h. The council's and the committee's own stand
// side by side. A later `version` revises an earlier one, which stays.
struct Target {
    Id id;                            // indicator/by/period/breakdown/version
    Ref<Indicator> indicator;
    Ref<Unit> by;                     // who has set it; empty = the indicator's owner
    Period period;
    std::string breakdown;            // "kön=kvinnor"
    int version = 0;
    std::string value;                // ">89,9%", "Öka", "" = to be set later
    TargetScope scope = TargetScope::unit;
    TargetReference reference = TargetReference::none;   // what words like Öka compare with; none = base, else previous
    std::string series;               // reference: series, whose outcomes
    Date decided;
    Tags notes;
};

// What an indicator showed in a period. Value as written; a missing one says why.
struct Outcome {
    Id id;                            // indicator/unit/period/breakdown/series
    Ref<Indicator> indicator;
    Ref<Unit> unit;                   // empty = the indicator's owner
    Period period;
    std::string breakdown;            // "kön=kvinnor", "livsmedel=ägg"; empty = the whole
    std::string series;               // another's outcomes: "riket", "jämförelsekommuner"; empty = ours
    std::string value;                // "45,1", "<5", "Stängt"
    std::string missing;              // why there is no value
    std::string trend;                // where it is stated rather than computed: better, same, worse, not_comparable
    bool preliminary = false;
    std::string source;
    Tags notes;
};

enum class Expectation : std::uint8_t { cannot_say, met, not_met };

// Per occasion: will an indicator's target be met, an activity be done; who says so, why.
struct Expected {
    Id id;                            // subject/occasion/unit
    AnyRef subject;
    Ref<Occasion> occasion;
    Ref<Unit> unit;
    Expectation expectation = Expectation::cannot_say;
    std::string by;                   // a role
    Prose why;
};

struct Activity {
    Id id;
    std::string name;
    std::string number;
    std::vector<Ref<Goal>> goals;
    std::vector<Ref<Goal>> places;    // only where the goal stands under one of these; empty = wherever it stands
    Ref<Unit> given_by;               // the council's own activities ("KF-aktivitet"); empty = the committee's
    std::vector<Ref<Unit>> units;     // who does it, leading first
    Words responsible;                // roles
    Date start, end;
    Prose description;
    bool internal = false;            // in a work plan: counts, but is not printed
    Validity valid;
    int order = 0;
    Tags tags;
};

// Also focus areas and directions: which it is, the type says.
struct Assignment {
    Id id;
    Ref<AssignmentType> type;
    std::string name;
    std::string number;
    Prose description;
    std::vector<Ref<Goal>> goals;
    Ref<Unit> given_by;
    std::vector<Ref<Unit>> units;     // who got it, leading first
    std::string report_at;            // "Delår- och årsbokslut"
    Validity valid;
    int order = 0;
    Tags tags;
};

// The state of an activity, assignment, measure or control at an occasion, as one unit reports it.
struct Progress {
    Id id;                            // subject/occasion/unit
    AnyRef subject;
    Ref<Occasion> occasion;
    Ref<Unit> unit;                   // who reports; empty = the leading unit
    Id status;                        // a value of the status scale
    Ref<Scale> scale;                 // which scale; empty = that of the assignment's type, or the only one for the status
    std::string completion;           // per cent, 0-100, empty = not stated
    std::string deviation;
    Prose comment;
};

struct Measure {
    Id id;
    std::string name;
    std::vector<AnyRef> subjects;     // goal, unit with a deviation, finding
    Ref<Unit> unit;
    Ref<Occasion> occasion;
    Words responsible;
    Date due;
    std::string decision;
    std::optional<Decimal> effect_year, effect_full;  // of a deviation, in the result's sign; none = not stated
    MoneyUnit in = MoneyUnit::pack;
    Prose description;
    int order = 0;
    Tags tags;
};

// A rating of a goal for a unit at a place in the tree at an occasion. The rule's proposal is computed, never
// typed; the office assesses, the committee decides. What differs needs a motivation.
struct Assessment {
    Id id;                            // goal/unit/place/occasion
    Ref<Goal> goal;
    Ref<Unit> unit;                   // whose contribution is judged; empty = the goal's own
    Ref<Goal> place;                  // under which parent; empty = wherever it stands
    Ref<Occasion> occasion;
    Id assessed;                      // the office's: a value of the level's scale
    Id decision;                      // the committee's
    std::string remark;               // printed with it ("målet följs upp våren 2013")
    Prose motivation;
};

// What somebody wrote about something at an occasion: a follow-up of a goal, an analysis of an indicator's
// outcome, a comment to a unit's deviation.
struct Comment {
    Id id;                            // subject/field/unit/place/occasion
    AnyRef subject;
    Id field;                         // a text field of the level ("analys"), or any other word a template uses
    Ref<Unit> unit;
    Ref<Goal> place;
    Ref<Occasion> occasion;
    std::string by;                   // who followed up, as printed ("KS/HR")
    Prose text;
};

struct Risk {
    Id id;
    std::string name, number;
    Ref<Unit> unit;
    std::string area;
    Id likelihood, consequence;       // values of the two scales
    Ref<Scale> likelihood_scale, consequence_scale;
    std::string response;             // accept, act, control: the municipality's word
    bool common = false;              // the same for all committees
    Prose description;
    Validity valid;
    int order = 0;
    Tags tags;
};

struct Control {
    Id id;
    Ref<Risk> risk;
    std::string name, number;
    Ref<Unit> unit;
    std::string method, frequency;
    Words responsible;
    bool common = false;
    Validity valid;
    int order = 0;
    Tags tags;
};

struct Finding {
    Id id;
    Ref<Control> control;
    Ref<Unit> unit;
    Ref<Occasion> occasion;
    std::string result;               // the municipality's word ("utan anmärkning")
    Prose text;
    int order = 0;
};

// A footnote: a table's cells and names point to it.
struct Note {
    Id id;
    Prose text;
};

// A text in a Markdown file.
struct TextEntity {
    Id id;
    Prose text;
};

// An id that was once used and must not be used again.
struct RetiredId {
    Id id;
    std::string was;
    Date retired;
    std::string reason;
};

}  // namespace styrkedja
