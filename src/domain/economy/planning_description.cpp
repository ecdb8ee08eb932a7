// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/description.h"

namespace styrkedja {

template <>
const StructInfo& description<SpreadingKey>() {
    static const StructInfo info{51, "spreading-keys", "periodiseringsnycklar", "How a year's amounts are laid out over its months.", {
        required<&SpreadingKey::id>(1, "id", "id", "Permanent id."),
        required<&SpreadingKey::name>(2, "name", "namn", "Name, as printed."),
        required<&SpreadingKey::spread>(3, "spread", "sätt", "twelfths, pattern (as an earlier outcome lay) or weights."),
        field<&SpreadingKey::weights>(4, "weights", "vikter", "weights: one number for each month, January first, | between."),
        field<&SpreadingKey::of>(5, "of", "av", "pattern: whose months."),
        field<&SpreadingKey::year>(6, "year", "år", "pattern: of which year; empty = the year before the budget's."),
        field<&SpreadingKey::accounts>(7, "accounts", "konton", "Only these accounts and those below them; empty = all."),
        field<&SpreadingKey::otherwise>(8, "otherwise", "annars", "The key for other accounts; empty = twelfths."),
    }};
    return info;
}

template <>
const StructInfo& description<ForecastCause>() {
    static const StructInfo info{52, "forecast-causes", "prognosorsaker", "Why forecasts differ from the budget.", {
        required<&ForecastCause::id>(1, "id", "id", "Permanent id."),
        required<&ForecastCause::name>(2, "name", "namn", "The municipality's word."),
        required<&ForecastCause::role>(3, "role", "slag", "What it is."),
    }};
    return info;
}

template <>
const StructInfo& description<Forecast>() {
    static const StructInfo info{53, "forecasts", "prognoser", "Lines of forecasts, and what higher levels adjust beside them.", {
        key_part<&Forecast::unit>(1, "unit", "enhet", "Whose; an adjustment: the level that makes it.", true),
        key_part<&Forecast::account>(2, "account", "konto", "On what.", true),
        key_part<&Forecast::version>(3, "version", "version", "The forecast of which occasion.", true),
        key_part<&Forecast::service>(4, "service", "verksamhet", "For what."),
        key_part<&Forecast::project>(5, "project", "projekt", "In which project."),
        key_part<&Forecast::adjustment>(6, "adjustment", "justering", "A name, where it is an adjustment; empty = the unit's own."),
        field<&Forecast::year>(7, "year", "år", "Of which year; empty = the occasion's."),
        required<&Forecast::amount>(8, "amount", "belopp", "The whole year's amount, in the result's sign; an adjustment: what it adds."),
        field<&Forecast::in>(9, "in", "belopp i", "The unit it is written in; empty = the pack's."),
        field<&Forecast::author>(10, "author", "av", "Who made it."),
        field<&Forecast::made>(11, "made", "datum", "When."),
        field<&Forecast::cause>(12, "cause", "orsak", "Why it differs from the budget."),
        field<&Forecast::concerns>(13, "concerns", "gäller", "An adjustment: whose forecast it doubts."),
        field<&Forecast::measures>(14, "measures", "åtgärder", "What is done about it."),
        field<&Forecast::comment>(15, "comment", "kommentar", "Comment."),
    }};
    return info;
}

template <>
const StructInfo& description<InternalCharge>() {
    static const StructInfo info{54, "internal-charges", "interna påslag", "What units are charged for inside the municipality: staff overhead, internal rent and interest.", {
        required<&InternalCharge::id>(1, "id", "id", "Permanent id."),
        required<&InternalCharge::name>(2, "name", "namn", "Name, as printed."),
        required<&InternalCharge::version>(3, "version", "version", "In which figures."),
        field<&InternalCharge::valid>(4, "valid", "gäller", "From when to when."),
        required<&InternalCharge::base>(5, "base", "underlag", "On which accounts it is counted, with those below."),
        required<&InternalCharge::rate>(6, "rate", "procent", "Per cent of the base."),
        required<&InternalCharge::account>(7, "account", "konto", "Where the unit's cost stands."),
        required<&InternalCharge::counter_unit>(8, "counter-unit", "motenhet", "Who gets it."),
        required<&InternalCharge::counter_account>(9, "counter-account", "motkonto", "And on what."),
        field<&InternalCharge::counterparty>(10, "counterparty", "motpart", "The mark of internal, so that totals eliminate it."),
        field<&InternalCharge::source>(11, "source", "källa", "Who decided the rate."),
    }};
    return info;
}

}  // namespace styrkedja
