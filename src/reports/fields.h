// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "domain/model/template.h"
#include "reports/context.h"
#include "reports/formula.h"
#include "reports/quantity.h"

// Fields of things by name, as columns, conditions, headings and quotes use them: what the description of the
// kind has ("name", "report-at"), and what is looked up or computed about the thing ("outcome(2012)",
// "status", "met").
namespace styrkedja::reports {

// A thing of any kind.
struct Thing {
    const Kind* kind = nullptr;
    const void* it = nullptr;
    explicit operator bool() const { return it != nullptr; }
    const Id& id() const { return kind->id(it); }
    std::string entity() const { return std::string(kind->info->key) + "/" + id().str(); }  // "goals/kf-1"
};

template <class T>
Thing thing(const T& it) {
    return {kind_of(description<T>()), &it};
}
// The thing of a kind that has ids of its own.
Thing find_thing(const State& state, std::string_view id);

// What a person wrote, as part of a field: read as Markdown only when it is printed.
struct FieldText {
    std::string_view text;
    Place place;         // whose text it is, for problems
    std::string before;  // who says so, where several do; empty = nothing
    std::string words;   // a word of a scale or a number, in place of the text
};

// What a field of a thing is: a number, words, texts, a mark or a completion. `plain` is always the whole as
// words.
struct FieldValue {
    std::string plain;       // as printed, in words; empty = nothing there
    Quantity quantity;       // where it is a number
    bool written = false;    // a measured value: printed as it was written, never rounded
    int decimals = -1;       // as written; -1 = not known
    std::string unit;        // of a measured value
    bool is_number = false;  // the field is one of numbers (a missing value prints `none`)
    std::vector<FieldText> texts;
    std::optional<document::Mark> mark;
    std::string remark;  // printed beside the mark, as a note to a number
    std::optional<int> completion;
    std::vector<std::string> ids;    // for conditions: ids, words, tags, "yes"/"no"
    std::vector<std::string> notes;  // ids of footnotes
    std::string missing;             // why there is no value
    std::vector<document::Source> sources;
    std::string label;  // what it is: "Utfall 2012, Sjukfrånvaro"
};

// Where a field stands: in which goal's section, in which row, in which text.
struct FieldPlace {
    GoalInHand goal;
    const Unit* unit = nullptr;  // whose follow-up; null = the document's
    Place place;                 // of the text that names the field, for problems
    std::string breakdown;       // of a row about a part of an indicator ("livsmedel=ägg")
    Period period;               // the row's own, in place of the document's
};
// Nothing when things of that kind have no such field; no problem is added for that. Arguments that name
// nothing are problems (name_does_not_exist), and the field is then empty.
std::optional<FieldValue> field_of(const Context& context, const Thing& thing, const NameCall& field,
                                   const FieldPlace& at, Problems& problems);

// The same by text; a field that does not exist is a problem (`field_does_not_exist`, with the nearest name).
std::optional<FieldValue> field_of(const Context& context, const Thing& thing, std::string_view field,
                                   const FieldPlace& at, Problems& problems);

// "{number} {name}" with the thing's fields in place of the braces; a text without braces stays.
// Blanks that an empty field leaves behind are taken away.
// What the fields rest on is added to `sources`.
std::string fill_in(const Context& context, const Thing& thing, std::string_view pattern,
                    const FieldPlace& at, Problems& problems, std::vector<document::Source>* sources = nullptr);

// The field's texts, or its words, as paragraphs.
std::vector<document::Inlines> paragraphs_of(const Context& context, const FieldValue& value,
                                             Problems& problems);

// Names of the fields that things of the kind have, for "did you mean".
void each_field_name(const StructInfo& info, const std::function<void(std::string_view)>& see);

// The things that a table, block or count takes, in printed order.
//   In a goal's section (at.goal): what hangs on that goal, and for activities on that place. Goals: those
//   below it. Under a goal that is not of the document's unit or one below it (the council's), things of other
//   committees are left out. At the top: what belongs to the document's unit: whose units (owners) are it, one below it, one
//   above it, the council, or none. Economic things (grants, budget changes, carry-overs, result units,
//   volumes, projects) and risks, controls, findings and measures: those of the unit and of units below it,
//   and those of nobody; budget changes too that it is the other end of. Forecasts: those made at the document's
//   occasion. Things with a year: those of the document's year. Measures and findings with an occasion: of the
//   document's. A condition on that field (units, owners, unit, year, occasion; version of forecasts) takes the
//   place of these. Things that are not valid in the document's period, and activities of work plans, are left out.
// In conditions `document` stands for the document's unit and all below it.
std::vector<Thing> things_for(const Context& context, RowSource source, const std::vector<Condition>& where,
                              const std::string& sort, const FieldPlace& at, Problems& problems);

// The comments about the subject in that field at the document's occasion (else those of no occasion), under
// the goal in hand's place (else those of no place): the unit's own and those that name no unit, then those
// of units below it.
std::vector<const Comment*> comments_on(const Context& context, std::string_view subject,
                                        std::string_view field, const GoalInHand& goal,
                                        const Unit* unit = nullptr);
// A thing's progress at the document's occasion, by the unit, else by whoever reported; null when there is
// none.
const Progress* progress_of(const Context& context, std::string_view subject, const Unit* unit = nullptr);
// All that units report on the thing at the document's occasion, the one of progress_of first.
std::vector<const Progress*> all_progress_of(const Context& context, std::string_view subject,
                                             const Unit* unit = nullptr);
// The words and marks of a goal's rating at the document's occasion: `at.goal.place` is the parent it stands
// under.
GoalRating rating_of(const Context& context, const Goal& goal, const Goal* place, const Unit* unit = nullptr);

// A mark of a value of a scale, with the words of a forecast where the occasion forecasts.
document::Mark mark_of(const ScaleValue& value, bool forecast);
const ScaleValue* find_value(const Scale& scale, const Id& value);

}  // namespace styrkedja::reports
