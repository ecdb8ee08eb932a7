// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code; Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    // Facts.
    {"facts_of_one_key_overlap",
     "{unit}, {account}: beloppet för {period} och det för {other} omfattar samma dagar, och skulle "
     "räknas två gånger.",
     "perioder som inte går i varandra för samma enhet, konto, verksamhet, projekt, motpart och "
     "version.",
     "Ta bort det ena beloppet, eller ändra perioden. En budget till och med augusti bredvid årets budget får en egen version, "
     "till exempel budget-ack.",
     "{unit}, {account}: the amount for {period} and the one for {other} cover the same days, and "
     "would be counted twice.",
     "periods that do not overlap for the same unit, account, service, project, counterparty and "
     "version.",
     "Take one of the amounts away, or change its period. A budget to date beside the year's budget is a version of its "
     "own, such as budget-ack."},
    {"balance_needs_a_day",
     "{account} är ett balanskonto, men beloppet gäller {period}.",
     "en dag, som 2012-12-31, för tillgångar, eget kapital och skulder.",
     "Skriv balansdagen som period, eller rätta kontots slag.",
     "{account} is a balance account, but the amount is for {period}.",
     "a day, such as 2012-12-31, for assets, equity and liabilities.",
     "Write the day of the balance as the period, or mend the account's kind."},
    // Named figures.
    {"named_figure_has_no_definition",
     "Nyckelbegreppet ”{figure}” saknar definition.",
     "antingen konton eller en formel.",
     "Lägg till vilka konton det består av, eller hur det räknas ut.",
     "The named figure “{figure}” has no definition.",
     "either accounts or a formula.",
     "Add the accounts that it is made of, or how it is computed."},
    {"named_figure_has_two_definitions",
     "Nyckelbegreppet ”{figure}” har både konton och en formel.",
     "antingen konton eller en formel.",
     "Ta bort det ena. Används ordet på två sätt, gör två nyckelbegrepp.",
     "The named figure “{figure}” has both accounts and a formula.",
     "either accounts or a formula.",
     "Take one of them away. If the word is used in two ways, make two figures."},
    {"named_figure_is_defined_by_itself",
     "Nyckelbegreppet ”{figure}” räknas ut ur sig självt.",
     "en formel som slutar i konton.",
     "Följ formlerna och bryt ringen.",
     "The named figure “{figure}” is computed from itself.",
     "a formula that ends in accounts.",
     "Follow the formulas and break the circle."},
    {"fact_spans_a_move",
     "Enheten ”{unit}” flyttar från ”{from}” till ”{to}” den {day}, mitt i {period}: hela beloppet i {version} "
     "räknas till ”{to}” (antal belopp: {count}).",
     "belopp för tiden före flytten och för tiden efter den.",
     "Dela beloppen i två perioder vid flytten. Ska allt följa med är det riktigt som det står.",
     "The unit “{unit}” moves from “{from}” to “{to}” on {day}, in the midst of {period}: the whole amount in "
     "{version} is counted to “{to}” (amounts: {count}).",
     "amounts for the time before the move and for the time after it.",
     "Divide the amounts into two periods at the move. If all of it is to follow, it is right as it stands."},
};

}  // namespace

constinit const std::span<const ProblemText> economy_texts = texts;

}  // namespace styrkedja
