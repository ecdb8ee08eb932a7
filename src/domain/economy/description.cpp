// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/description.h"

namespace styrkedja {

template <>
const StructInfo& description<Account>() {
    static const StructInfo info{11, "accounts", "konton", "Accounts, account groups and cost types, as reports show them.", {
        required<&Account::id>(1, "id", "id", "Permanent id."),
        required<&Account::name>(2, "name", "namn", "Name, as printed."),
        field<&Account::code>(3, "code", "kod", "The ledger's code, with leading zeros."),
        field<&Account::parent>(4, "parent", "tillhör", "The account group it is part of."),
        required<&Account::kind>(5, "kind", "slag", "What it means for the result."),
        field<&Account::order>(6, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Account::tags>(7, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Service>() {
    static const StructInfo info{12, "services", "verksamheter", "What the money is for.", {
        required<&Service::id>(1, "id", "id", "Permanent id."),
        required<&Service::name>(2, "name", "namn", "Name, as printed."),
        field<&Service::code>(3, "code", "kod", "The ledger's service code."),
        field<&Service::parent>(4, "parent", "tillhör", "The service it is part of."),
        field<&Service::order>(5, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Service::tags>(6, "tags", "taggar", "Free marks."),
    }};
    return info;
}

template <>
const StructInfo& description<Project>() {
    static const StructInfo info{13, "projects", "projekt", "Projects, of operation and investment.", {
        required<&Project::id>(1, "id", "id", "Permanent id."),
        required<&Project::name>(2, "name", "namn", "Name, as printed."),
        field<&Project::number>(3, "number", "projektnummer", "The project number, as text."),
        field<&Project::unit>(4, "unit", "enhet", "Whose project it is."),
        field<&Project::parent>(5, "parent", "tillhör", "The project it is part of."),
        field<&Project::priority>(6, "priority", "prioritet", "Priority."),
        field<&Project::phase>(7, "phase", "läge", "New, ongoing, reinvestment: the municipality's word."),
        field<&Project::start>(8, "start", "start", "When it begins."),
        field<&Project::end>(9, "end", "slut", "When it ends; empty = it runs on."),
        field<&Project::time>(10, "time", "tidplan", "The timetable in words."),
        field<&Project::purpose>(11, "purpose", "syfte", "What it is for."),
        field<&Project::running_costs>(12, "running-costs", "driftkonsekvenser", "Its effect on running costs."),
        field<&Project::financing>(13, "financing", "finansiering", "How it is paid for."),
        field<&Project::consequences>(14, "consequences", "konsekvenser", "What it leads to."),
        field<&Project::child_impact>(15, "child-impact", "barnkonsekvensanalys", "Child impact assessment."),
        field<&Project::order>(16, "order", "ordning", "Place; empty = as the rows stand."),
        field<&Project::tags>(17, "tags", "taggar", "Free marks."),
        field<&Project::decided_total>(19, "decided-total", "beslutad totalutgift", "Investments: the expenditure decided for all years, above zero."),
        field<&Project::in>(20, "in", "belopp i", "The unit it is written in; empty = the pack's."),
        field<&Project::planned_end>(21, "planned-end", "planerat slut", "When it was to be finished when it was decided."),
        field<&Project::finished>(22, "finished", "färdigställd", "Is it finished?"),
        field<&Project::goals>(18, "goals", "mål", "The goals that it serves, on any level."),
    }};
    return info;
}

template <>
const StructInfo& description<FigureVersion>() {
    static const StructInfo info{14, "versions", "versioner", "Versions of the figures: budget, outcome, each forecast. Formulas name them.", {
        required<&FigureVersion::id>(1, "id", "id", "Permanent id (\"budget\", \"outcome\", \"prognos-aug\")."),
        required<&FigureVersion::name>(2, "name", "namn", "Name, as printed."),
        required<&FigureVersion::kind>(3, "kind", "slag", "What it is."),
        field<&FigureVersion::occasion>(4, "occasion", "tillfälle", "Forecasts: when it was made."),
        field<&FigureVersion::decided>(5, "decided", "beslut", "Who decided it, when, §."),
        field<&FigureVersion::restated>(6, "restated", "omräknad", "Earlier years told for the organisation as it is now (units that were merged or moved): the units need not have existed then, and stand where they stand last."),
        field<&FigureVersion::of>(7, "of", "av", "The version that it is made from; then it has no facts of its own. Alone (without with-changes, spread, restated): the version that its own facts divide over units."),
        field<&FigureVersion::with_changes>(8, "with-changes", "med ändringar", "Made with the budget changes (revised budget)."),
        field<&FigureVersion::through>(9, "through", "till och med", "Only changes decided by that day; empty = all."),
        field<&FigureVersion::spread>(10, "spread", "periodisering", "Made by laying years out over months with that key."),
        field<&FigureVersion::frozen>(11, "frozen", "låst", "Forecasts: from that day on its lines are never changed."),
    }};
    return info;
}

template <>
const StructInfo& description<EconomyFact>() {
    static const StructInfo info{15, "economy", "ekonomi", "Facts of the economy, in the result's sign: income +, cost -.", {
        key_part<&EconomyFact::unit>(1, "unit", "enhet", "Whose it is.", true),
        key_part<&EconomyFact::account>(2, "account", "konto", "On what.", true),
        key_part<&EconomyFact::service>(3, "service", "verksamhet", "For what."),
        key_part<&EconomyFact::project>(4, "project", "projekt", "In which project."),
        key_part<&EconomyFact::counterparty>(5, "counterparty", "motpart", "With whom."),
        key_part<&EconomyFact::version>(6, "version", "version", "Budget, outcome or which forecast.", true),
        key_part<&EconomyFact::period>(7, "period", "period", "Of which period; balances: the day.", true),
        required<&EconomyFact::amount>(8, "amount", "belopp", "The amount, in the result's sign."),
        field<&EconomyFact::in>(9, "in", "belopp i", "The unit it is written in; empty = the pack's."),
        field<&EconomyFact::notes>(10, "notes", "noter", "Footnotes."),
        key_part<&EconomyFact::codes>(11, "codes", "övriga koddelar", "Free code parts (\"aktivitet=4711\")."),
    }};
    return info;
}

template <>
const StructInfo& description<Volume>() {
    static const StructInfo info{16, "volumes", "volymer", "Quantities beside amounts: pupils, places, visits, hours.", {
        key_part<&Volume::unit>(1, "unit", "enhet", "Whose.", true),
        key_part<&Volume::name>(2, "name", "namn", "What is counted (\"elever årskurs 1-6\").", true),
        key_part<&Volume::service>(3, "service", "verksamhet", "For what."),
        key_part<&Volume::version>(4, "version", "version", "Budget, outcome or which forecast.", true),
        key_part<&Volume::period>(5, "period", "period", "Of which period.", true),
        required<&Volume::quantity>(6, "quantity", "antal", "How many."),
        field<&Volume::measure>(7, "measure", "mått", "Of what (\"elever\")."),
        field<&Volume::price>(8, "price", "pris", "Price per unit of the quantity."),
        field<&Volume::in>(9, "in", "belopp i", "The unit of the price."),
    }};
    return info;
}

template <>
const StructInfo& description<NamedFigure>() {
    static const StructInfo info{17, "figures", "nyckelbegrepp", "Named figures with their definition: net cost, result, K/I ratio.", {
        required<&NamedFigure::id>(1, "id", "id", "Permanent id; formulas and texts name it."),
        required<&NamedFigure::name>(2, "name", "namn", "Name, as printed."),
        field<&NamedFigure::accounts>(3, "accounts", "konton", "The account groups it is made of."),
        field<&NamedFigure::formula>(4, "formula", "formel", "How it is computed, where it is not simply accounts."),
        field<&NamedFigure::unit>(5, "unit", "enhet", "%, number or other text; empty = money."),
        field<&NamedFigure::decimals>(6, "decimals", "decimaler", "Number of decimals usually shown."),
        field<&NamedFigure::definition>(7, "definition", "definition", "The definition in words."),
    }};
    return info;
}

template <>
const StructInfo& description<BudgetChange>() {
    static const StructInfo info{18, "budget-changes", "budgetändringar", "Changes of budgets: the bridge from one to the other.", {
        required<&BudgetChange::id>(1, "id", "id", "Permanent id."),
        required<&BudgetChange::name>(2, "name", "namn", "What it is, as printed."),
        required<&BudgetChange::unit>(3, "unit", "enhet", "Whose budget."),
        field<&BudgetChange::service>(4, "service", "verksamhet", "For what."),
        required<&BudgetChange::kind>(5, "kind", "typ", "Kind of change."),
        required<&BudgetChange::year>(6, "year", "år", "Budget year."),
        required<&BudgetChange::amount>(7, "amount", "belopp", "Effect this year; more frame is +."),
        field<&BudgetChange::full_year>(8, "full-year", "helårseffekt", "Effect in a full year."),
        field<&BudgetChange::in>(9, "in", "belopp i", "The unit it is written in; empty = the pack's."),
        field<&BudgetChange::one_off>(10, "one-off", "engångs", "Only this year?"),
        field<&BudgetChange::counter_unit>(11, "counter-unit", "motkontering", "The other end of a transfer."),
        field<&BudgetChange::decided_by>(12, "decided-by", "beslutat av", "The deciding body."),
        field<&BudgetChange::decided>(13, "decided", "beslutsdatum", "Date of decision."),
        field<&BudgetChange::paragraph>(14, "paragraph", "paragraf", "§ of the minutes."),
        field<&BudgetChange::reason>(15, "reason", "skäl", "Why."),
        field<&BudgetChange::version>(17, "version", "version", "The budget that it changes; empty = every budget made with changes."),
        field<&BudgetChange::account>(18, "account", "konto", "On which line; empty = the frame as a whole."),
        field<&BudgetChange::project>(19, "project", "projekt", "For which project."),
        field<&BudgetChange::counter_account>(20, "counter-account", "motkonto", "The other end's line; empty = the same."),
        field<&BudgetChange::counter_service>(21, "counter-service", "motverksamhet", "The other end's service; empty = the same."),
        field<&BudgetChange::carry_over>(22, "carry-over", "ombudgetering", "The request to take budget along that it grants."),
        field<&BudgetChange::order>(16, "order", "ordning", "Place; empty = as the rows stand."),
    }};
    return info;
}

template <>
const StructInfo& description<ResultUnit>() {
    static const StructInfo info{19, "result-units", "resultatenheter", "Units whose surplus or deficit is taken along.", {
        key_part<&ResultUnit::unit>(1, "unit", "enhet", "The unit.", true),
        key_part<&ResultUnit::year>(2, "year", "år", "The year.", true),
        field<&ResultUnit::result>(3, "result", "resultat", "The year's result."),
        field<&ResultUnit::brought_forward>(4, "brought-forward", "ingående", "Accumulated from earlier years."),
        field<&ResultUnit::carried>(5, "carried", "förs vidare", "Taken along to next year."),
        field<&ResultUnit::limit>(6, "limit", "gräns", "The limit, as a share of the budget (\"10 %\")."),
        field<&ResultUnit::budget>(7, "budget", "budget", "The unit's budget."),
        field<&ResultUnit::in>(8, "in", "belopp i", "The unit amounts are written in; empty = the pack's."),
        field<&ResultUnit::comment>(9, "comment", "kommentar", "Comment."),
    }};
    return info;
}

template <>
const StructInfo& description<CarryOver>() {
    static const StructInfo info{20, "carry-overs", "ombudgeteringar", "Requests to take unused budget along to next year.", {
        required<&CarryOver::id>(1, "id", "id", "Permanent id."),
        required<&CarryOver::name>(2, "name", "namn", "For what, as printed."),
        required<&CarryOver::unit>(3, "unit", "enhet", "Whose."),
        field<&CarryOver::project>(4, "project", "projekt", "The project."),
        required<&CarryOver::year>(5, "year", "år", "Year of the accounts."),
        required<&CarryOver::amount>(6, "amount", "belopp", "How much."),
        field<&CarryOver::in>(7, "in", "belopp i", "The unit it is written in; empty = the pack's."),
        field<&CarryOver::investment>(8, "investment", "investering", "Investment rather than operation?"),
        field<&CarryOver::reason>(9, "reason", "skäl", "Why."),
        field<&CarryOver::decision>(10, "decision", "beslut", "The decision."),
        field<&CarryOver::order>(11, "order", "ordning", "Place; empty = as the rows stand."),
    }};
    return info;
}

template <>
const StructInfo& description<Grant>() {
    static const StructInfo info{21, "grants", "statsbidrag", "Government grants.", {
        required<&Grant::id>(1, "id", "id", "Permanent id."),
        required<&Grant::name>(2, "name", "namn", "Name, as printed."),
        field<&Grant::payer>(3, "payer", "givare", "Who pays."),
        field<&Grant::purpose>(4, "purpose", "syfte", "Why it is applied for."),
        field<&Grant::unit>(5, "unit", "enhet", "Whose grant."),
        field<&Grant::concerned>(6, "concerned", "berörda", "The activities concerned."),
        required<&Grant::year>(7, "year", "år", "The year."),
        required<&Grant::amount>(8, "amount", "belopp", "How much."),
        field<&Grant::in>(9, "in", "belopp i", "The unit it is written in; empty = the pack's."),
        field<&Grant::in_budget>(10, "in-budget", "i budget", "Is it in the budget: the municipality's word."),
        field<&Grant::order>(11, "order", "ordning", "Place; empty = as the rows stand."),
    }};
    return info;
}

}  // namespace styrkedja
