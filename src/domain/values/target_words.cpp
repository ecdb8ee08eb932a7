// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/target_words.h"

#include "domain/values/measured_value.h"
#include "domain/values/target.h"

namespace styrkedja {
namespace {

constexpr int of(Bound bound) {
    return static_cast<int>(bound);
}
constexpr int of(Course course) {
    return static_cast<int>(course);
}
constexpr int of(StatedReference reference) {
    return static_cast<int>(reference);
}

using enum Saying;

// clang-format off
constexpr Phrase phrases[] = {
    // Limits.
    {">", bound, of(Bound::above)}, {"<", bound, of(Bound::below)},
    {">=", bound, of(Bound::at_least)}, {"=>", bound, of(Bound::at_least)}, {"≥", bound, of(Bound::at_least)},
    {"<=", bound, of(Bound::at_most)}, {"=<", bound, of(Bound::at_most)}, {"≤", bound, of(Bound::at_most)},
    {"=", bound, of(Bound::exactly)}, {"exakt", bound, of(Bound::exactly)},
    {"precis", bound, of(Bound::exactly)},
    {"minst", bound, of(Bound::at_least)}, {"lägst", bound, of(Bound::at_least)},
    {"åtminstone", bound, of(Bound::at_least)}, {"min", bound, of(Bound::at_least)},
    {"min.", bound, of(Bound::at_least)}, {"minimum", bound, of(Bound::at_least)},
    {"inte under", bound, of(Bound::at_least)}, {"ej under", bound, of(Bound::at_least)},
    {"inte lägre än", bound, of(Bound::at_least)}, {"inte mindre än", bound, of(Bound::at_least)},
    {"högst", bound, of(Bound::at_most)}, {"max", bound, of(Bound::at_most)},
    {"max.", bound, of(Bound::at_most)},
    {"maximalt", bound, of(Bound::at_most)}, {"maximum", bound, of(Bound::at_most)},
    {"som mest", bound, of(Bound::at_most)}, {"inte över", bound, of(Bound::at_most)},
    {"ej över", bound, of(Bound::at_most)}, {"inte överstiga", bound, of(Bound::at_most)},
    {"ej överstiga", bound, of(Bound::at_most)}, {"inte fler än", bound, of(Bound::at_most)},
    {"inte mer än", bound, of(Bound::at_most)}, {"inte högre än", bound, of(Bound::at_most)},
    {"mer än", bound, of(Bound::above)}, {"fler än", bound, of(Bound::above)},
    {"över", bound, of(Bound::above)},
    {"större än", bound, of(Bound::above)}, {"högre än", bound, of(Bound::above)},
    {"överstiga", bound, of(Bound::above)},
    {"mindre än", bound, of(Bound::below)}, {"färre än", bound, of(Bound::below)},
    {"under", bound, of(Bound::below)}, {"lägre än", bound, of(Bound::below)},
    {"understiga", bound, of(Bound::below)},
    {"eller bättre", or_better, of(Bound::by_direction)},
    {"eller högre", or_better, of(Bound::at_least)}, {"eller mer", or_better, of(Bound::at_least)},
    {"eller fler", or_better, of(Bound::at_least)}, {"eller över", or_better, of(Bound::at_least)},
    {"eller större", or_better, of(Bound::at_least)}, {"och uppåt", or_better, of(Bound::at_least)},
    {"eller lägre", or_better, of(Bound::at_most)}, {"eller mindre", or_better, of(Bound::at_most)},
    {"eller färre", or_better, of(Bound::at_most)}, {"eller under", or_better, of(Bound::at_most)},

    // Courses.
    {"öka", course, of(Course::up)}, {"ökar", course, of(Course::up)}, {"ökas", course, of(Course::up)},
    {"ökning", course, of(Course::up)}, {"ökad", course, of(Course::up)}, {"ökat", course, of(Course::up)},
    {"ökande", course, of(Course::up)}, {"höja", course, of(Course::up)}, {"höjas", course, of(Course::up)},
    {"stiga", course, of(Course::up)}, {"högre", course, of(Course::up)}, {"fler", course, of(Course::up)},
    {"uppåt", course, of(Course::up)}, {"↑", course, of(Course::up)}, {"↗", course, of(Course::up)},
    {"minska", course, of(Course::down)}, {"minskar", course, of(Course::down)},
    {"minskas", course, of(Course::down)}, {"minskning", course, of(Course::down)},
    {"minskad", course, of(Course::down)}, {"minskat", course, of(Course::down)},
    {"minskande", course, of(Course::down)}, {"sänka", course, of(Course::down)},
    {"sänkas", course, of(Course::down)}, {"sjunka", course, of(Course::down)},
    {"sjunker", course, of(Course::down)},
    {"lägre", course, of(Course::down)}, {"färre", course, of(Course::down)},
    {"nedåt", course, of(Course::down)},
    {"↓", course, of(Course::down)}, {"↘", course, of(Course::down)},
    {"bibehålla", course, of(Course::keep)}, {"bibehålls", course, of(Course::keep)},
    {"bibehållas", course, of(Course::keep)}, {"bibehållen", course, of(Course::keep)},
    {"bibehållet", course, of(Course::keep)}, {"behålla", course, of(Course::keep)},
    {"behållas", course, of(Course::keep)}, {"oförändrat", course, of(Course::keep)},
    {"oförändrad", course, of(Course::keep)}, {"oförändrade", course, of(Course::keep)},
    {"samma", course, of(Course::keep)}, {"samma nivå", course, of(Course::keep)},
    {"stabil", course, of(Course::keep)}, {"stabilt", course, of(Course::keep)},
    {"→", course, of(Course::keep)},
    {"förbättras", course, of(Course::better)}, {"förbättra", course, of(Course::better)},
    {"förbättring", course, of(Course::better)}, {"förbättrat", course, of(Course::better)},
    {"förbättrad", course, of(Course::better)}, {"bättre", course, of(Course::better)},
    {"inte försämras", course, of(Course::keep)}, {"ej försämras", course, of(Course::keep)},
    {"försämras inte", course, of(Course::keep)}, {"inte öka", course, of(Course::not_up)},
    {"ej öka", course, of(Course::not_up)}, {"öka inte", course, of(Course::not_up)},
    {"ökar inte", course, of(Course::not_up)}, {"inte minska", course, of(Course::not_down)},
    {"ej minska", course, of(Course::not_down)}, {"minska inte", course, of(Course::not_down)},
    {"minskar inte", course, of(Course::not_down)},
    {"öka eller bibehålla", course, of(Course::not_down)},
    {"bibehålla eller öka", course, of(Course::not_down)},
    {"öka eller vara oförändrad", course, of(Course::not_down)},
    {"oförändrat eller öka", course, of(Course::not_down)},
    {"minska eller bibehålla", course, of(Course::not_up)},
    {"bibehålla eller minska", course, of(Course::not_up)},
    {"oförändrat eller minska", course, of(Course::not_up)},
    {"bibehålla eller förbättra", course, of(Course::keep)},
    {"oförändrat eller bättre", course, of(Course::keep)},
    {"samma eller bättre", course, of(Course::keep)}, {"samma nivå eller bättre", course, of(Course::keep)},
    {"inte", negation}, {"ej", negation}, {"icke", negation}, {"aldrig", negation}, {"utan", negation},
    {"med", with}, {"på", on}, {"från", between}, {"mellan", between},
    {"och", link}, {"till", link}, {"eller", link}, {"samt", link},

    // What a course is compared with.
    {"föregående år", reference, of(StatedReference::previous)},
    {"jämfört med föregående år", reference, of(StatedReference::previous)},
    {"jämfört med förra året", reference, of(StatedReference::previous)},
    {"jämfört med året innan", reference, of(StatedReference::previous)},
    {"än föregående år", reference, of(StatedReference::previous)},
    {"än förra året", reference, of(StatedReference::previous)},
    {"som föregående år", reference, of(StatedReference::previous)},
    {"från föregående år", reference, of(StatedReference::previous)},
    {"årligen", reference, of(StatedReference::previous)},
    {"varje år", reference, of(StatedReference::previous)},
    {"år från år", reference, of(StatedReference::previous)},
    {"jämfört med ingående värde", reference, of(StatedReference::base)},
    {"från ingående värde", reference, of(StatedReference::base)},
    {"än ingående värde", reference, of(StatedReference::base)},
    {"jämfört med basåret", reference, of(StatedReference::base)},
    {"från basåret", reference, of(StatedReference::base)},
    {"jämfört med utgångsvärdet", reference, of(StatedReference::base)},
    {"jämfört med riket", reference, of(StatedReference::series)},
    {"än riket", reference, of(StatedReference::series)},
    {"som riket", reference, of(StatedReference::series)},
    {"än rikssnittet", reference, of(StatedReference::series)},
    {"än snittet i riket", reference, of(StatedReference::series)},
    {"än jämförelsekommunerna", reference, of(StatedReference::series)},
    {"på sikt", in_the_long_run}, {"på lång sikt", in_the_long_run}, {"långsiktigt", in_the_long_run},
    {"för att på sikt ligga på", in_the_long_run}, {"för att på lång sikt ligga på", in_the_long_run},

    // Ranks.
    {"topp", rank_top}, {"top", rank_top}, {"bland topp", rank_top}, {"plats", rank_place},
    {"placering", rank_place}, {"rankning", rank_place}, {"nr", rank_place},
    {"bland de", among}, {"bland", among}, {"en av de", among}, {"bland sveriges", among}, {"bästa", best},
    {"främsta", best}, {"bästa kommunerna", best},

    // No number yet, or none at all.
    {"bestäms senare", later}, {"sätts senare", later}, {"fastställs senare", later},
    {"beslutas senare", later},
    {"anges senare", later}, {"kommer senare", later}, {"sätts under året", later}, {"ej fastställt", later},
    {"ej fastställd", later}, {"inte fastställt", later}, {"ej satt", later}, {"ännu inte satt", later},
    {"ska tas fram", later}, {"tas fram", later}, {"tas fram under året", later}, {"tas fram senare", later},
    {"?", later},
    // Who is to do it is the words after it.
    {"tas fram av", delegated}, {"sätts av", delegated}, {"beslutas av", delegated},
    {"fastställs av", delegated},
    {"bestäms av", delegated}, {"anges av", delegated},
    {"-", none}, {"–", none}, {"..", none}, {"...", none}, {"inget mål", none}, {"inget målvärde", none},
    {"inget riktvärde", none}, {"mål saknas", none}, {"målvärde saknas", none}, {"saknas", none},
    {"ej aktuellt", none}, {"ej relevant", none}, {"n/a", none}, {"uppgift saknas", none},
    {"värde saknas", none},
    {"ej mätt", none}, {"mäts ej", none}, {"mäts inte", none}, {"ingen uppgift", none},
    {"ingen mätning", none},
    {"mätning saknas", none},

    {"ca", approximately}, {"ca.", approximately}, {"cirka", approximately}, {"c:a", approximately},
    {"ung", approximately}, {"ung.", approximately}, {"ungefär", approximately}, {"omkring", approximately},
    {"runt", approximately}, {"drygt", approximately}, {"knappt", approximately}, {"nästan", approximately},
    {"närmare", approximately}, {"~", approximately}, {"≈", approximately},

    {"ja", yes}, {"nej", no},

    {"ska", filler}, {"skall", filler}, {"ska vara", filler}, {"ska uppgå till", filler},
    {"uppgå till", filler},
    {"ska ligga på", filler}, {"ska nå", filler}, {"vara", filler}, {"andelen", filler}, {"antalet", filler},
    {"nivå", filler}, {"nivån", filler}, {"värdet", filler}, {"betyg", filler}, {"index", filler},
    {"nki", filler},
    {"målet är", filler},
    {"år", year_mark}, {"till år", year_mark}, {"senast", year_mark}, {"senast år", year_mark},
    {"till och med", year_mark}, {"t.o.m.", year_mark}, {"tom", year_mark}, {"till utgången av", year_mark},
    {"till", year_mark}, {"under", year_mark}, {"för", year_mark}, {"för år", year_mark},
    {"under år", year_mark},

    {"noll", number, 0}, {"två", number, 2}, {"tre", number, 3},
    {"fyra", number, 4}, {"fem", number, 5}, {"sex", number, 6}, {"sju", number, 7}, {"åtta", number, 8},
    {"nio", number, 9}, {"tio", number, 10}, {"tjugo", number, 20}, {"trettio", number, 30},
    {"femtio", number, 50}, {"hundra", number, 100},
};

constexpr UnitWord units[] = {
    {"%", unit_per_cent}, {"procent", unit_per_cent}, {"proc", unit_per_cent}, {"‰", "‰"}, {"promille", "‰"},
    {"procentenhet", unit_percentage_points}, {"procentenheter", unit_percentage_points},
    {"%-enhet", unit_percentage_points}, {"%-enheter", unit_percentage_points},
    {"procent-enheter", unit_percentage_points}, {"p.e.", unit_percentage_points},
    {"pe", unit_percentage_points},
    {"kr", "kr"}, {"kronor", "kr"}, {"sek", "kr"}, {"tkr", "kr", 1'000}, {"kkr", "kr", 1'000},
    {"mkr", "kr", 1'000'000}, {"mnkr", "kr", 1'000'000}, {"msek", "kr", 1'000'000},
    {"miljoner", "kr", 1'000'000}, {"mdkr", "kr", 1'000'000'000}, {"mdr", "kr", 1'000'000'000},
    {"kwh", "kwh"}, {"mwh", "kwh", 1'000}, {"gwh", "kwh", 1'000'000},
    {"kwh/kvm", "kwh/m²"}, {"kwh/m2", "kwh/m²"}, {"kwh/m²", "kwh/m²"}, {"kvm", "m²"}, {"m2", "m²"},
    {"m²", "m²"},
    {"kg", "kg"}, {"ton", "kg", 1'000}, {"g", "kg/1000"}, {"gram", "kg/1000"},
    {"dygn", "days"}, {"dag", "days"}, {"dagar", "days"}, {"vecka", "weeks"}, {"veckor", "weeks"},
    {"månad", "months"}, {"månader", "months"}, {"minut", "minutes"}, {"minuter", "minutes"},
    // "30 min" is minutes; "30 (min)" and "min 30" are a limit.
    {"min", "minutes"},
    {"timme", "minutes", 60}, {"timmar", "minutes", 60}, {"tim", "minutes", 60}, {"km", "km"},
    {"mil", "km", 10},
    {"st", ""}, {"st.", ""}, {"stycken", ""}, {"antal", ""}, {"poäng", ""}, {"p", ""}, {"index", ""},
    {"betyg", ""},
};
// clang-format on

constexpr TargetWords swedish{phrases, units};

}  // namespace

const TargetWords& swedish_target_words() {
    return swedish;
}

}  // namespace styrkedja
