// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

namespace styrkedja::cli {
namespace {

constexpr OptionSpec actor_option = {"actor", "NAMN", "vem som gör det (annars den inloggade)", "who does it (else who is logged in)"};
constexpr OptionSpec reason_option = {"reason", "TEXT", "varför", "why"};
constexpr OptionSpec command_option = {"command", "ID", "kommandots namn: samma igen görs inte två gånger",
                                       "the command's name: the same again is not done twice"};
constexpr OptionSpec dry_option = {"dry-run", "", "visa vad som skulle göras, men skriv inget", "show what would be done, but write nothing"};
constexpr OptionSpec full_option = {"full", "", "visa allt, också det som annars bara räknas", "show all, also what else is only counted"};
constexpr OptionSpec format_option = {"format", "text|json|csv", "form", "form"};
constexpr OptionSpec out_option = {"out", "FIL", "fil att skriva till", "file to write to"};

constexpr OptionSpec show_options[] = {
    {"from", "NÄR", "från och med en version, en dag eller ett beslut", "from and with a version, a day or a decision"},
    {"to", "NÄR", "till och med", "to and with"},
    {"of", "SAK", "bara det som gäller en sak eller ett fält: mål/kf-1/namn", "only what concerns a thing or field: goals/kf-1/name"},
    {"actor", "NAMN", "bara det som en person har gjort", "only what a person has done"},
    {"limit", "ANTAL", "högst så många, de senaste (50 som text; 0 = alla)", "so many at most, the newest (50 as text; 0 = all)"},
    format_option, full_option, out_option,
};
constexpr OptionSpec diff_options[] = {
    {"from", "NÄR", "den tidigare versionen, dagen eller beslutet", "the earlier version, day or decision", true},
    {"to", "NÄR", "den senare (annars nu)", "the later (else now)"},
    format_option, full_option, out_option,
};
constexpr OptionSpec verify_options[] = {
    {"checkpoint", "FIL", "en kontrollpunkt som loggen ska stämma med", "a checkpoint that the log must agree with"},
    {"trust", "HEX", "den öppna nyckel som kontrollpunkten ska vara gjord med", "the public key that the checkpoint must be made with"},
    {"full", "", "visa också varje gallrat värde", "show each erased value too"},
};
constexpr OptionSpec decide_options[] = {
    {"name", "NAMN", "vad versionen ska heta", "what the version is to be called", true},
    {"decision", "TEXT", "beslutet (KF 2025-12-16 § 210)", "the decision (KF 2025-12-16 § 210)", true},
    actor_option, reason_option, command_option,
};
constexpr OptionSpec take_back_options[] = {
    {"keep", "", "behåll det som ändrats sedan dess, ta tillbaka resten", "keep what was changed since, take the rest back"},
    {"decision", "TEXT", "beslutet bakom", "the decision behind it"},
    actor_option, reason_option, dry_option, full_option, command_option,
};
constexpr OptionSpec erase_options[] = {
    {"decision", "TEXT", "beslutet om gallring (KS 2027-03-01 § 45)", "the decision to erase (KS 2027-03-01 § 45)", true},
    {"of", "SAK", "alla värden av en sak eller ett fält: mål/kf-1/namn", "all values of a thing or field: goals/kf-1/name"},
    {"voucher", "VERIFIKAT", "alla texter på ett verifikat: huvudbok/2026/A/17", "all texts of a voucher: huvudbok/2026/A/17"},
    {"text", "ORD", "alla texter på verifikat där orden står", "all texts of vouchers that have these words"},
    {"who", "NAMN", "en persons namn, var den än står som den som ändrat", "a person's name, wherever it says who made a change"},
    actor_option, reason_option, dry_option, command_option,
};
constexpr OptionSpec out_only[] = {{"out", "FIL", "fil att skriva till", "file to write to", true}};
constexpr OptionSpec checkpoint_options[] = {
    {"key", "FIL", "nyckeln, se styrkedja log key", "the key, see styrkedja log key", true},
    {"out", "FIL", "fil att skriva till; - är standard ut", "file to write to; - is standard output", true},
};

constexpr Command all[] = {
    {"log show", "", "visar vem som ändrat vad, när och varför", "shows who changed what, when and why", show_options, log_show, Source::store},
    {"log diff", "", "visar vad som skiljer två versioner", "shows what differs between two versions", diff_options, log_diff, Source::store},
    {"log verify", "", "visar att inget i loggen är ändrat i efterhand", "proves that nothing in the log was changed afterwards",
     verify_options, log_verify, Source::store},
    {"log decide", "", "ger versionen som gäller nu ett namn och ett beslut", "gives the present version a name and a decision",
     decide_options, log_decide, Source::store},
    {"log take-back", "VERSION", "tar tillbaka en ändring eller import", "takes an edit or import back", take_back_options,
     log_take_back, Source::store},
    {"log erase", "", "gallrar värden för alltid, efter beslut", "erases values for ever, by decision", erase_options, log_erase, Source::store},
    {"log erasures", "", "skriver listan över det som gallrats", "writes the list of what was erased", out_only, log_erasures, Source::store},
    {"log checkpoint", "", "skriver en signerad kontrollpunkt att lämna bort", "writes a signed checkpoint to hand away",
     checkpoint_options, log_checkpoint, Source::store},
    {"log key", "", "gör en nyckel att signera kontrollpunkter med", "makes a key to sign checkpoints with", out_only, log_key},
};

}  // namespace

std::span<const Command> log_commands() { return all; }

}  // namespace styrkedja::cli
