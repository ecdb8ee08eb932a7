// SPDX-License-Identifier: EUPL-1.2
#include "domain/model/description.h"

namespace styrkedja {

template <>
const StructInfo& description<ScaleValue>() {
    static const StructInfo info{101, "scale-value", "skalvärde", "One step of a scale.", {
        required<&ScaleValue::id>(1, "id", "id", "Id within the scale."),
        required<&ScaleValue::label>(2, "label", "etikett", "The municipality's word, as printed."),
        field<&ScaleValue::label_forecast>(3, "label-forecast", "etikett prognos", "The word in a forecast, where it differs."),
        field<&ScaleValue::definition>(4, "definition", "definition", "What it means as outcome."),
        field<&ScaleValue::definition_forecast>(5, "definition-forecast", "definition prognos", "What it means as forecast."),
        field<&ScaleValue::colour>(6, "colour", "färg", "Colour, #RRGGBB: never shown without the shape and the word."),
        field<&ScaleValue::shape>(7, "shape", "form", "The drawn shape, which is told apart without colour."),
        field<&ScaleValue::counts>(8, "counts", "räknas", "Statuses: what it is to the rule: done, not-done or unknown."),
        field<&ScaleValue::deviation>(9, "deviation", "avvikelse", "Statuses: it is a deviation from the plan."),
        field<&ScaleValue::completion>(10, "completion", "färdiggrad", "Statuses: allowed completion in per cent (\"0\", \"1-99\", \"100\")."),
        field<&ScaleValue::started>(11, "started", "påbörjad", "Statuses: work has begun or is finished."),
    }};
    return info;
}

template <>
const StructInfo& description<Scale>() {
    static const StructInfo info{3, "scales", "skalor", "Ordered values, best first: ratings, statuses, likelihoods.", {
        required<&Scale::id>(1, "id", "id", "Permanent id."),
        required<&Scale::name>(2, "name", "namn", "Name of the scale."),
        required<&Scale::values>(3, "values", "värden", "The values, best first (likelihood and consequence: highest first)."),
    }};
    return info;
}

template <>
const StructInfo& description<TextField>() {
    static const StructInfo info{102, "text-field", "textfält", "A text that is written at each occasion.", {
        required<&TextField::id>(1, "id", "id", "Id of the text field (\"analys\")."),
        required<&TextField::label>(2, "label", "etikett", "Label, as printed."),
    }};
    return info;
}

template <>
const StructInfo& description<GovernanceModel>() {
    static const StructInfo info{4, "governance-models", "styrmodeller", "A governance model and the years in which it is in force.", {
        required<&GovernanceModel::id>(1, "id", "id", "Permanent id."),
        required<&GovernanceModel::name>(2, "name", "namn", "Name."),
        field<&GovernanceModel::valid>(3, "valid", "gäller", "From when to when it is in force."),
        field<&GovernanceModel::description>(4, "description", "beskrivning", "What it is."),
    }};
    return info;
}

template <>
const StructInfo& description<Level>() {
    static const StructInfo info{5, "levels", "nivåer", "The levels of the goal tree, highest first.", {
        required<&Level::id>(1, "id", "id", "Permanent id."),
        required<&Level::model>(2, "model", "modell", "The governance model it belongs to."),
        required<&Level::name>(3, "name", "namn", "Singular (\"KF-mål\")."),
        field<&Level::plural>(4, "plural", "plural", "Plural."),
        field<&Level::set_by>(5, "set-by", "beslutas av", "Who sets goals of this level; empty = the committee."),
        field<&Level::assessed>(6, "assessed", "bedöms", "Are goals of this level assessed?"),
        field<&Level::scale>(7, "scale", "skala", "The scale of their ratings."),
        field<&Level::rule>(8, "rule", "regel", "The rule that proposes an assessment; empty = none does."),
        field<&Level::texts>(9, "texts", "texter", "Texts written about a goal at each occasion, in printed order."),
        field<&Level::order>(10, "order", "ordning", "Place; empty = as the levels stand."),
    }};
    return info;
}

template <>
const StructInfo& description<AssignmentType>() {
    static const StructInfo info{6, "assignment-types", "uppdragstyper", "Kinds of assignments, focus areas and directions.", {
        required<&AssignmentType::id>(1, "id", "id", "Permanent id (\"kf-uppdrag\", \"fokusomrade\")."),
        required<&AssignmentType::name>(2, "name", "namn", "Singular."),
        field<&AssignmentType::plural>(3, "plural", "plural", "Plural."),
        field<&AssignmentType::statuses>(4, "statuses", "statusar", "Status scale; empty = reported in text only."),
        field<&AssignmentType::texts>(5, "texts", "texter", "Texts written at each occasion."),
    }};
    return info;
}

template <>
const StructInfo& description<BudgetChangeKind>() {
    static const StructInfo info{7, "budget-change-kinds", "budgetändringstyper", "The municipality's words for kinds of budget change.", {
        required<&BudgetChangeKind::id>(1, "id", "id", "Permanent id."),
        required<&BudgetChangeKind::name>(2, "name", "namn", "The word."),
        required<&BudgetChangeKind::role>(3, "role", "roll", "What it is."),
    }};
    return info;
}

template <>
const StructInfo& description<RuleClass>() {
    static const StructInfo info{103, "rule-class", "regelklass", "A named part of what a dimension can be.", {
        required<&RuleClass::id>(1, "id", "id", "Id within the dimension."),
        field<&RuleClass::name>(2, "name", "namn", "In words (\"en majoritet\")."),
        field<&RuleClass::from>(3, "from", "från", "Lower bound: a share, ratio or figure (\"50 %\", \"0,8\"); empty = open."),
        field<&RuleClass::to>(4, "to", "till", "Upper bound; empty = open."),
        field<&RuleClass::from_included>(5, "from-included", "från ingår", "Does the lower bound itself belong to the class?"),
        field<&RuleClass::to_included>(6, "to-included", "till ingår", "Does the upper bound itself belong to the class?"),
    }};
    return info;
}

template <>
const StructInfo& description<RuleDimension>() {
    static const StructInfo info{104, "rule-dimension", "regeldimension", "One thing that a rule looks at.", {
        required<&RuleDimension::input>(1, "input", "underlag", "indicators and activities (shares met or done), children (share of goals below rated at least `at-least`), achievement (outcome / target), figure."),
        field<&RuleDimension::at_least>(2, "at-least", "minst", "children: the lowest value that counts."),
        field<&RuleDimension::figure>(3, "figure", "nyckeltal", "figure: its formula, for the unit and occasion assessed."),
        field<&RuleDimension::classes>(4, "classes", "klasser", "Best first; empty = all (100 %), majority, half, few, none (0 %)."),
        field<&RuleDimension::take>(5, "take", "värde", "achievement, of several indicators: lowest (the one furthest from its target) or mean (each at most 1)."),
    }};
    return info;
}

template <>
const StructInfo& description<RuleClause>() {
    static const StructInfo info{105, "rule-clause", "regelvillkor", "A clause: the value that holds when every dimension is in one of the classes named.", {
        required<&RuleClause::then>(1, "then", "då", "A value of the scale, or not-measured."),
        field<&RuleClause::indicators>(2, "indicators", "indikatorer", "Classes accepted (also `nothing`: nothing to count); empty = any."),
        field<&RuleClause::activities>(3, "activities", "aktiviteter", "Classes accepted."),
        field<&RuleClause::children>(4, "children", "underliggande mål", "Classes accepted."),
        field<&RuleClause::achievement>(5, "achievement", "uppfyllelse", "Classes accepted."),
        field<&RuleClause::figure>(6, "figure", "nyckeltal", "Classes accepted."),
        field<&RuleClause::text>(7, "text", "text", "The clause in the municipality's own words."),
    }};
    return info;
}

template <>
const StructInfo& description<Rule>() {
    static const StructInfo info{8, "rules", "regler", "How an assessment is proposed, with its source and dates.", {
        required<&Rule::id>(1, "id", "id", "Permanent id."),
        required<&Rule::name>(2, "name", "namn", "Name."),
        required<&Rule::source>(3, "source", "källa", "Where it is decided: document, section, §."),
        field<&Rule::valid>(4, "valid", "gäller", "From when to when."),
        required<&Rule::scale>(5, "scale", "skala", "The scale whose values it proposes."),
        field<&Rule::method>(6, "method", "metod", "clauses, or a roll-up over the goals below: lower-median, worst, best, majority."),
        field<&Rule::least_known>(7, "least-known", "minst känt", "The least share that must be known before it speaks (\"50 %\"); empty = all."),
        field<&Rule::when_no_majority>(11, "when-no-majority", "utan majoritet", "majority: what holds when no value has more than half."),
        field<&Rule::dimensions>(8, "dimensions", "dimensioner", "What clauses look at."),
        field<&Rule::clauses>(9, "clauses", "villkor", "The first that fits holds; together they must name every case."),
        field<&Rule::completed>(10, "completed", "kompletterad", "What was added to the decided text to make the rule total."),
    }};
    return info;
}

template <>
const StructInfo& description<Occasion>() {
    static const StructInfo info{9, "occasions", "uppföljningstillfällen", "When it is reported, what is covered, the timetable.", {
        required<&Occasion::id>(1, "id", "id", "Permanent id."),
        required<&Occasion::name>(2, "name", "namn", "Name, as printed."),
        required<&Occasion::period>(3, "period", "period", "What it covers (\"2016-01..2016-04\"); the guide value follows from it."),
        field<&Occasion::judges>(4, "judges", "bedömer", "Are goals forecast, or assessed as outcome?"),
        field<&Occasion::reports_economy>(5, "reports-economy", "ekonomi", "Is economy reported? Empty = yes."),
        field<&Occasion::reports_plan>(6, "reports-plan", "plan", "Is the plan reported? Empty = yes."),
        field<&Occasion::previous>(7, "previous", "föregående", "The occasion that comparison columns compare with."),
        field<&Occasion::opens>(8, "opens", "öppnar", "Reporting opens."),
        field<&Occasion::unit_deadline>(9, "unit-deadline", "enheternas sista dag", "The units' deadline."),
        field<&Occasion::office_deadline>(10, "office-deadline", "kontorets sista dag", "The office's deadline."),
        field<&Occasion::meeting>(11, "meeting", "sammanträde", "The committee's meeting."),
        field<&Occasion::cut_off>(12, "cut-off", "brytdatum", "The ledger's cut-off date."),
        field<&Occasion::ledger>(13, "ledger", "bokföring", "The ledger's closing."),
        field<&Occasion::order>(14, "order", "ordning", "Place; empty = as they stand."),
    }};
    return info;
}

}  // namespace styrkedja
