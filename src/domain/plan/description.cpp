// SPDX-License-Identifier: EUPL-1.2
#include "domain/plan/description.h"

namespace styrkedja {

template <>
const StructInfo& description<Goal>() {
    static const StructInfo info{22, "goals", "mål", "The goal tree: every node that can be assessed or followed up.", {
        required<&Goal::id>(1, "id", "id", "Permanent id."),
        required<&Goal::level>(2, "level", "nivå", "Its level."),
        required<&Goal::name>(3, "name", "namn", "The goal, as printed."),
        field<&Goal::heading>(4, "heading", "rubrik", "The short name over it, where it has one."),
        field<&Goal::number>(5, "number", "nummer", "Printed number (\"3.1\"): not an id, may change with time."),
        field<&Goal::parents>(6, "parents", "tillhör", "The goals it contributes to; none is allowed."),
        field<&Goal::units>(7, "units", "enheter", "Whose goal it is, leading first; empty = the municipality's."),
        field<&Goal::description>(8, "description", "beskrivning", "What it means."),
        field<&Goal::outside_roll_up>(9, "outside-roll-up", "vägs inte in", "It does not count when its parent is weighed together."),
        field<&Goal::notes>(13, "notes", "noter", "Footnotes at the name."),
        field<&Goal::valid>(10, "valid", "gäller", "From when to when."),
        field<&Goal::order>(11, "order", "ordning", "Place among its siblings; empty = as the rows stand."),
        field<&Goal::tags>(12, "tags", "taggar", "Free marks (sustainable-development goals, sound financial management)."),
    }};
    return info;
}

template <>
const StructInfo& description<Indicator>() {
    static const StructInfo info{23, "indicators", "indikatorer", "What is measured.", {
        required<&Indicator::id>(1, "id", "id", "Permanent id."),
        required<&Indicator::name>(2, "name", "namn", "Name, as printed."),
        field<&Indicator::kind>(3, "kind", "slag", "indicator, or key-figure (no target, never counts)."),
        field<&Indicator::number>(4, "number", "nummer", "Printed number."),
        field<&Indicator::goals>(5, "goals", "mål", "The goals it measures."),
        field<&Indicator::owners>(6, "owners", "ägare", "Whose indicator it is: the council, a committee, a unit."),
        field<&Indicator::unit>(7, "unit", "enhet", "Unit (\"%\", \"antal\", \"index\", \"kWh/kvm\")."),
        field<&Indicator::better>(8, "better", "bättre", "Which way is better: up, down, near a value, within an interval, none."),
        field<&Indicator::interval>(9, "interval", "intervall", "near: the wanted value; within: the interval (\"2..4\")."),
        field<&Indicator::scale_min>(10, "scale-min", "lägsta värde", "Lowest value that can be."),
        field<&Indicator::scale_max>(11, "scale-max", "högsta värde", "Highest value that can be."),
        field<&Indicator::frequency>(12, "frequency", "frekvens", "How often it is measured."),
        field<&Indicator::source>(13, "source", "källa", "Where it comes from, as printed."),
        field<&Indicator::base>(14, "base", "ingående värde", "Base value, as written."),
        field<&Indicator::base_period>(15, "base-period", "ingående period", "Its year."),
        field<&Indicator::base_missing>(16, "base-missing", "ingående saknas", "Why there is none."),
        field<&Indicator::base_notes>(17, "base-notes", "ingående noter", "Footnotes at the base value."),
        field<&Indicator::notes>(18, "notes", "noter", "Footnotes at the name."),
        field<&Indicator::definition>(19, "definition", "definition", "What exactly is measured."),
        field<&Indicator::valid>(20, "valid", "gäller", "From when to when."),
        field<&Indicator::order>(21, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Indicator::tags>(22, "tags", "taggar", "Free marks (\"personal\")."),
        field<&Indicator::computed>(23, "computed", "beräknas", "A formula over the figures: then it fills itself, and outcomes aren't reported."),
    }};
    return info;
}

template <>
const StructInfo& description<Target>() {
    static const StructInfo info{24, "targets", "målvärden", "Targets, as written; revised ones stay visible.", {
        key_part<&Target::indicator>(1, "indicator", "indikator", "The indicator.", true),
        key_part<&Target::by>(2, "by", "satt av", "Who has set it; empty = the indicator's owner (the first; without one, the pack's only committee)."),
        key_part<&Target::period>(3, "period", "period", "For which year, term, school year or span.", true),
        key_part<&Target::breakdown>(4, "breakdown", "uppdelning", "For a part (\"kön=kvinnor\")."),
        key_part<&Target::version>(5, "revision", "revidering", "0 or empty = the first; 1, 2 ... revise it."),
        field<&Target::value>(6, "value", "värde", "As written (\">89,9%\", \"Öka\"); empty = to be set later."),
        field<&Target::scope>(7, "scope", "omfattning", "unit (own) or municipality; never compared across."),
        field<&Target::reference>(8, "reference", "jämförs med", "What words like Öka compare with: base, previous, series; none = the base value, else last year."),
        field<&Target::series>(9, "series", "serie", "series: whose outcomes (\"riket\")."),
        field<&Target::decided>(10, "decided", "beslutat", "When."),
        field<&Target::notes>(11, "notes", "noter", "Footnotes."),
    }};
    return info;
}

template <>
const StructInfo& description<Outcome>() {
    static const StructInfo info{25, "outcomes", "utfall", "What indicators showed, as written; a missing value says why.", {
        key_part<&Outcome::indicator>(1, "indicator", "indikator", "The indicator.", true),
        key_part<&Outcome::unit>(2, "unit", "enhet", "Of which unit; empty = the indicator's owner (the first; without one, the pack's only committee)."),
        key_part<&Outcome::period>(3, "period", "period", "Year, month, term, day ...", true),
        key_part<&Outcome::breakdown>(4, "breakdown", "uppdelning", "Of a part (\"kön=kvinnor\", \"livsmedel=ägg\")."),
        key_part<&Outcome::series>(5, "series", "serie", "Another's (\"riket\"); empty = ours."),
        field<&Outcome::value>(6, "value", "värde", "As written (\"45,1\", \"<5\", \"Stängt\")."),
        field<&Outcome::missing>(7, "missing", "saknas", "Why there is no value."),
        field<&Outcome::trend>(8, "trend", "trend", "Where it is stated: better, same, worse, not_comparable."),
        field<&Outcome::preliminary>(9, "preliminary", "preliminärt", "May it still change?"),
        field<&Outcome::source>(10, "source", "källa", "Where it comes from."),
        field<&Outcome::notes>(11, "notes", "noter", "Footnotes."),
    }};
    return info;
}

template <>
const StructInfo& description<Expected>() {
    static const StructInfo info{26, "expectations", "förväntningar", "At an occasion: will a target be met, an activity be done?", {
        key_part<&Expected::subject>(1, "subject", "gäller", "The indicator or activity.", true),
        key_part<&Expected::occasion>(2, "occasion", "tillfälle", "The occasion.", true),
        key_part<&Expected::unit>(3, "unit", "enhet", "Who says so; empty = the owner."),
        required<&Expected::expectation>(4, "expectation", "förväntan", "met, not-met or cannot-say."),
        field<&Expected::by>(5, "by", "av", "A role."),
        field<&Expected::why>(6, "why", "varför", "Why."),
    }};
    return info;
}

template <>
const StructInfo& description<Activity>() {
    static const StructInfo info{27, "activities", "aktiviteter", "What is done to reach the goals.", {
        required<&Activity::id>(1, "id", "id", "Permanent id."),
        required<&Activity::name>(2, "name", "namn", "Name, as printed."),
        field<&Activity::number>(3, "number", "nummer", "Printed number."),
        field<&Activity::goals>(4, "goals", "mål", "The goals it serves."),
        field<&Activity::places>(5, "places", "plats", "Only where its goal stands under one of these goals; empty = wherever."),
        field<&Activity::given_by>(6, "given-by", "given av", "Who gave it, when it is not the committee's own (the council)."),
        field<&Activity::units>(7, "units", "enheter", "Who does it, leading first."),
        field<&Activity::responsible>(8, "responsible", "ansvarig", "Roles."),
        field<&Activity::start>(9, "start", "startdatum", "Start."),
        field<&Activity::end>(10, "end", "slutdatum", "End."),
        field<&Activity::description>(11, "description", "beskrivning", "What it is."),
        field<&Activity::internal>(12, "internal", "arbetsplan", "Stands in a work plan: counts, is not printed."),
        field<&Activity::valid>(13, "valid", "gäller", "From when to when."),
        field<&Activity::order>(14, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Activity::tags>(15, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Assignment>() {
    static const StructInfo info{28, "assignments", "uppdrag", "Assignments, focus areas, directions: the type says which.", {
        required<&Assignment::id>(1, "id", "id", "Permanent id."),
        required<&Assignment::type>(2, "type", "typ", "Which kind."),
        required<&Assignment::name>(3, "name", "namn", "Name, as printed."),
        field<&Assignment::number>(4, "number", "nummer", "Printed number."),
        field<&Assignment::description>(5, "description", "beskrivning", "What is to be done."),
        field<&Assignment::goals>(6, "goals", "mål", "The goals it stands under."),
        field<&Assignment::given_by>(7, "given-by", "given av", "Who gives it."),
        field<&Assignment::units>(8, "units", "enheter", "Who gets it, leading first."),
        field<&Assignment::report_at>(9, "report-at", "avrapporteras", "When it must be reported, as printed."),
        field<&Assignment::valid>(10, "valid", "gäller", "From when to when."),
        field<&Assignment::order>(11, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Assignment::tags>(12, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Progress>() {
    static const StructInfo info{29, "progress", "läge", "The state of activities, assignments and measures at an occasion.", {
        key_part<&Progress::subject>(1, "subject", "gäller", "The activity, assignment, measure or control; also an indicator with a status of its own.", true),
        key_part<&Progress::occasion>(2, "occasion", "tillfälle", "The occasion.", true),
        key_part<&Progress::unit>(3, "unit", "enhet", "Who reports; empty = the leading unit."),
        field<&Progress::status>(4, "status", "status", "A value of the status scale."),
        field<&Progress::scale>(5, "scale", "skala", "Which scale; needed where several have the value."),
        field<&Progress::completion>(6, "completion", "färdiggrad", "Per cent, 0-100."),
        field<&Progress::deviation>(7, "deviation", "avvikelse", "The deviation, as printed."),
        field<&Progress::comment>(8, "comment", "kommentar", "Comment."),
    }};
    return info;
}

template <>
const StructInfo& description<Measure>() {
    static const StructInfo info{30, "measures", "åtgärder", "What is done about a goal, a deviation, a finding, a remark.", {
        required<&Measure::id>(1, "id", "id", "Permanent id."),
        required<&Measure::name>(2, "name", "namn", "What is done, as printed."),
        field<&Measure::subjects>(3, "subjects", "gäller", "The goal, unit, finding ... that it is for."),
        field<&Measure::unit>(4, "unit", "enhet", "Who does it."),
        field<&Measure::occasion>(5, "occasion", "tillfälle", "When it was reported."),
        field<&Measure::responsible>(6, "responsible", "ansvarig", "Roles."),
        field<&Measure::due>(7, "due", "klar senast", "By when."),
        field<&Measure::decision>(8, "decision", "beslut", "The decision."),
        field<&Measure::effect_year>(9, "effect-year", "effekt i år", "Effect on the result this year."),
        field<&Measure::effect_full>(10, "effect-full", "helårseffekt", "Effect in a full year."),
        field<&Measure::in>(11, "in", "belopp i", "The unit amounts are written in; empty = the pack's."),
        field<&Measure::description>(12, "description", "beskrivning", "More about it."),
        field<&Measure::order>(13, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Measure::tags>(14, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Assessment>() {
    static const StructInfo info{31, "assessments", "bedömningar", "Ratings: the office's assessment and the committee's decision. The rule's proposal is computed.", {
        key_part<&Assessment::goal>(1, "goal", "mål", "The goal.", true),
        key_part<&Assessment::unit>(2, "unit", "enhet", "Whose contribution is judged; empty = the goal's own unit."),
        key_part<&Assessment::place>(3, "place", "plats", "Under which goal; empty = wherever it stands."),
        key_part<&Assessment::occasion>(4, "occasion", "tillfälle", "The occasion.", true),
        field<&Assessment::assessed>(5, "assessed", "kontorets bedömning", "The office's: a value of the scale."),
        field<&Assessment::decision>(6, "decision", "nämndens beslut", "The committee's: a value of the scale; empty = not decided yet."),
        field<&Assessment::remark>(7, "remark", "anmärkning", "Printed with it."),
        field<&Assessment::motivation>(8, "motivation", "motivering", "Why it differs from what was proposed."),
    }};
    return info;
}

template <>
const StructInfo& description<Comment>() {
    static const StructInfo info{32, "comments", "kommentarer", "What is written about something at an occasion: follow-up, analysis, comment.", {
        key_part<&Comment::subject>(1, "subject", "gäller", "The goal, indicator, activity, assignment, unit, project, account ...", true),
        key_part<&Comment::field>(2, "field", "fält", "Which text (\"analys\", \"uppfoljning\", \"kommentar\").", true),
        key_part<&Comment::unit>(3, "unit", "enhet", "Whose text; empty = the document's."),
        key_part<&Comment::place>(4, "place", "plats", "Only where the subject stands under this goal."),
        key_part<&Comment::occasion>(5, "occasion", "tillfälle", "The occasion; empty = always."),
        field<&Comment::by>(6, "by", "av", "Who followed up, as printed (\"KS/HR\")."),
        required<&Comment::text>(7, "text", "text", "The text, or @id of one."),
    }};
    return info;
}

template <>
const StructInfo& description<Risk>() {
    static const StructInfo info{33, "risks", "risker", "Risks, valued by likelihood and consequence.", {
        required<&Risk::id>(1, "id", "id", "Permanent id."),
        required<&Risk::name>(2, "name", "namn", "The risk, as printed."),
        field<&Risk::number>(3, "number", "nummer", "Printed number."),
        field<&Risk::unit>(4, "unit", "enhet", "Whose."),
        field<&Risk::area>(5, "area", "område", "Process or area."),
        field<&Risk::likelihood>(6, "likelihood", "sannolikhet", "A value of the scale."),
        field<&Risk::likelihood_scale>(7, "likelihood-scale", "sannolikhetsskala", "The scale."),
        field<&Risk::consequence>(8, "consequence", "konsekvens", "A value of the scale."),
        field<&Risk::consequence_scale>(9, "consequence-scale", "konsekvensskala", "The scale."),
        field<&Risk::response>(10, "response", "hantering", "Accept, act, control: the municipality's word."),
        field<&Risk::common>(11, "common", "gemensam", "The same for all committees?"),
        field<&Risk::description>(12, "description", "beskrivning", "More about it."),
        field<&Risk::valid>(13, "valid", "gäller", "From when to when."),
        field<&Risk::order>(14, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Risk::tags>(15, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Control>() {
    static const StructInfo info{34, "controls", "kontrollmoment", "Control points of the internal control plan.", {
        required<&Control::id>(1, "id", "id", "Permanent id."),
        required<&Control::name>(2, "name", "namn", "What is controlled, as printed."),
        field<&Control::number>(3, "number", "nummer", "Printed number."),
        field<&Control::risk>(4, "risk", "risk", "The risk it is for."),
        field<&Control::unit>(5, "unit", "enhet", "Whose."),
        field<&Control::method>(6, "method", "metod", "How."),
        field<&Control::frequency>(7, "frequency", "frekvens", "How often."),
        field<&Control::responsible>(8, "responsible", "ansvarig", "Roles."),
        field<&Control::common>(9, "common", "gemensam", "The same for all committees?"),
        field<&Control::valid>(10, "valid", "gäller", "From when to when."),
        field<&Control::order>(11, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Control::tags>(12, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Finding>() {
    static const StructInfo info{35, "findings", "iakttagelser", "What a control showed.", {
        required<&Finding::id>(1, "id", "id", "Permanent id."),
        required<&Finding::control>(2, "control", "kontrollmoment", "The control."),
        field<&Finding::unit>(3, "unit", "enhet", "Where."),
        field<&Finding::occasion>(4, "occasion", "tillfälle", "When."),
        field<&Finding::result>(5, "result", "resultat", "The municipality's word."),
        field<&Finding::text>(6, "text", "text", "What was found."),
        field<&Finding::order>(7, "order", "ordning", "Place; empty = as the rows stand."),
    }};
    return info;
}

template <>
const StructInfo& description<Note>() {
    static const StructInfo info{36, "notes", "noter", "Footnotes that cells and names point to.", {
        required<&Note::id>(1, "id", "id", "Permanent id."),
        required<&Note::text>(2, "text", "text", "The note."),
    }};
    return info;
}

template <>
const StructInfo& description<TextEntity>() {
    static const StructInfo info{37, "texts", "texter", "Texts, in Markdown files.", {
        required<&TextEntity::id>(1, "id", "id", "Permanent id."),
        required<&TextEntity::text>(2, "text", "text", "The text."),
    }};
    return info;
}

template <>
const StructInfo& description<RetiredId>() {
    static const StructInfo info{38, "retired-ids", "utgångna id", "Ids that were used once and must not be used again.", {
        required<&RetiredId::id>(1, "id", "id", "The id."),
        field<&RetiredId::was>(2, "was", "var", "What it named."),
        field<&RetiredId::retired>(3, "retired", "utgick", "When."),
        field<&RetiredId::reason>(4, "reason", "skäl", "Why."),
    }};
    return info;
}

}  // namespace styrkedja
