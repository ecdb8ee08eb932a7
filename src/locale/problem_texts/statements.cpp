// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code; Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"formula_function_wants_values",
     "{found} har fel antal värden i formeln ”{formula}”.",
     "min och max: minst två värden med komma mellan; abs och positive: ett.",
     "Skriv värdena inom parentesen, med blanksteg efter kommat: min(resultat, 0). Utan blanksteg är 1,5 ett enda tal.",
     "{found} has the wrong number of values in the formula “{formula}”.",
     "min and max: at least two values with a comma between; abs and positive: one.",
     "Write the values within the parentheses, with a blank after the comma: min(resultat, 0). Without it 1,5 is one number."},
    {"internal_word_is_unknown",
     "”{word}” säger inte vad som ska göras med interna poster.",
     "without (räknas bort), only (bara de) eller with (räknas med).",
     "Skriv något av orden, eller ta bort fältet: då räknas interna poster med.",
     "“{word}” does not say what to do with internal items.",
     "without (eliminated), only (only those) or with (counted).",
     "Write one of the words, or take the field away: then internal items are counted."},
    {"charge_is_not_internal",
     "Det interna påslaget {name} har ingen motpart som är intern, så dess kostnad och intäkt räknas inte bort i kommunens summor.",
     "en motpart av slaget internal.",
     "Ange motpart i påslaget, eller lägg till motparten med slaget internal i counterparties.",
     "The internal charge {name} has no counterparty that is internal, so its cost and income are not eliminated in the "
     "municipality's totals.",
     "a counterparty of the kind internal.",
     "Name a counterparty in the charge, or add it with the kind internal to counterparties."},
    {"charge_account_does_not_fit",
     "Det interna påslaget {name} använder kontot {account}, som inte är ett {wanted_sv}.",
     "enhetens påslag på ett kostnadskonto, motenhetens på ett intäktskonto.",
     "Välj ett annat konto, eller rätta kontots slag.",
     "The internal charge {name} uses the account {account}, which is not of the kind {wanted_en}.",
     "the unit's charge on a cost account, the counter unit's on an income account.",
     "Choose another account, or correct the account's kind."},
    {"charge_changes_within_fact",
     "{name}: påslaget börjar eller slutar {day}, mitt i ett belopp för {period}[ ({more} belopp till)].",
     "månader, eller belopp före och efter ändringen: påslaget räknas efter den sats som gäller beloppets sista dag.",
     "Dela beloppet vid ändringen, om båda satserna ska gälla.",
     "{name}: the charge begins or ends on {day}, in the midst of an amount for {period}[ ({more} more amounts)].",
     "months, or amounts before and after the change: the charge goes by the rate that holds on the amount's last day.",
     "Divide the amount at the change, if both rates are to count."},
};

}  // namespace

constinit const std::span<const ProblemText> statement_texts = texts;

}  // namespace styrkedja
