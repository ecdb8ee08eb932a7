// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// What is asked of a municipality's log, and what can't be done to it.
// code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"moment_is_not_known",
     "Det finns inget beslut och ingen version som heter ”{moment}”.[ Menar du ”{near}”?]",
     "en version (12), en dag eller tid (2025-12-16, 2025-12-16T14:30) eller namnet på ett beslut i loggen.",
     "Rätta det som står efter flaggan. Namnen på besluten visas av styrkedja log show.",
     "There is no decision and no version called “{moment}”.[ Did you mean “{near}”?]",
     "a version (12), a day or time (2025-12-16, 2025-12-16T14:30), or the name of a decision in the log.",
     "Correct what stands after the option. styrkedja log show tells the names of the decisions."},
    {"version_is_not_there_yet",
     "Version {version} finns inte. Den senaste är {newest}.",
     "en version från 1 till {newest}.",
     "Rätta numret. Versionerna visas av styrkedja log show.",
     "There is no version {version}. The newest is {newest}.",
     "a version from 1 to {newest}.",
     "Correct the number. styrkedja log show tells the versions."},
    {"pack_is_another_municipalitys",
     "Underlaget är en annan kommuns: det säger ”{pack}”, men det skulle in hos ”{municipality}”.",
     "samma kommun i pack.yaml och efter --municipality.",
     "Kontrollera att det är rätt underlag, eller rätta kommunens namn.",
     "The pack is another municipality's: it says “{pack}”, but was to go to “{municipality}”.",
     "the same municipality in pack.yaml and after --municipality.",
     "Check that it is the right pack, or correct the municipality's name."},
    {"command_id_is_not_one",
     "Kommandots namn (--command) har {length} tecken.",
     "1 till 64 tecken.",
     "Korta av namnet, eller utelämna det: då får kommandot ett eget.",
     "The command's name (--command) has {length} characters.",
     "1 to 64 characters.",
     "Shorten it, or leave it out: then the command gets one of its own."},
    {"log_is_written_by_others",
     "Andra har hela tiden hunnit före och ändrat samma kommun. Inget har gjorts.",
     "",
     "Försök igen om en stund.",
     "Others were always first to change the same municipality. Nothing was done.",
     "",
     "Try again in a while."},
};

}  // namespace

constinit const std::span<const ProblemText> app_texts = texts;

}  // namespace styrkedja
