// SPDX-License-Identifier: EUPL-1.2
#include "app/erase.h"

#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/log/read.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "domain/state/stored.h"

namespace styrkedja::cli {
namespace {

bool read_wish(const Request& request, app::Erasing& wish, Problems& problems) {
    if (request.has("of") + request.has("who") + request.has("voucher") + request.has("text") != 1) {
        problems.add("erasure_is_of_nothing", Severity::error, {});
        return false;
    }
    wish.decision = request.value("decision");
    wish.reason = request.value("reason");
    wish.by = actor(request);
    wish.command = command_id(request);
    if (request.has("who")) {
        wish.what = app::Erasing::What::actor;
        wish.actor = request.value("who");
        return true;
    }
    if (request.has("voucher") || request.has("text")) {
        wish.what = request.has("voucher") ? app::Erasing::What::voucher : app::Erasing::What::words;
        wish.voucher = request.value("voucher");
        wish.words = request.value("text");
        return true;
    }
    const auto subject = read_subject(request.value("of"), problems);
    if (!subject) return false;
    wish.what = subject->field ? app::Erasing::What::field : app::Erasing::What::thing;
    wish.thing = number_of(*subject->kind);
    wish.id = subject->id;
    wish.field = subject->field ? subject->field->number : 0;
    return true;
}

// "  goals/kf-1, description: 3 värden (version 1–14)": never what they say.
std::string list_of(const app::ErasurePlan& plan, Language language) {
    const bool sv = language == Language::sv;
    std::map<std::string, std::vector<Version>> versions;
    for (const auto& each : plan.values) {
        const std::string what = each.entity.empty() ? (sv ? "vem" : "who") : each.entity + ", " + each.field;
        versions[what].push_back(each.slot.version);
    }
    std::string text;
    for (const auto& [what, list] : versions) {
        text += "  " + what + ": " + count_text(list.size()) + (sv ? (list.size() == 1 ? " värde" : " värden") : (list.size() == 1 ? " value" : " values"));
        text += (sv ? ", version " : ", version ") + count_text(list.front());
        if (list.back() != list.front()) text += "–" + count_text(list.back());
        text += "\n";
    }
    std::map<std::string, std::size_t> vouchers;
    for (const auto& each : plan.texts) ++vouchers[each.voucher];
    for (const auto& [voucher, count] : vouchers) {
        text += "  " + voucher + ": " + count_text(count) + (sv ? (count == 1 ? " text" : " texter") : (count == 1 ? " text" : " texts")) + "\n";
    }
    if (!plan.drafts.empty()) text += (sv ? "  utkast: " : "  drafts: ") + count_text(plan.drafts.size()) + "\n";
    return text;
}

}  // namespace

Exit log_erase(const Request& request) {
    Problems problems;
    app::Erasing wish;
    if (!read_wish(request, wish, problems)) return tell(request, problems);
    const auto sequencer = open_sequencer(request, problems);
    if (!sequencer) return tell(request, problems);
    const std::string municipality = sequencer->known()->municipality;
    progress(request, "Söker igenom loggen …", "Searching the log …");
    const auto plan = app::plan_erasure(sequencer->store(), municipality, wish, problems);
    if (!plan || problems.has_errors()) return tell(request, problems);
    progress_done();
    write_result(request, list_of(*plan, request.language));
    if (request.has("dry-run")) {
        say_result(request, "Det skulle gallras. Inget har skrivits.", "That would be erased. Nothing has been written.");
        return tell(request, problems);
    }
    const app::Outcome outcome = sequencer->run(plan->command);
    if (is_done(outcome, wish.command, problems)) {
        app::finish_erasure(sequencer->store(), municipality, *plan);
        say_result(request,
                   "Gallrat enligt " + wish.decision + ", som version " + count_text(outcome.version) +
                       ". Äldre säkerhetskopior har värdena kvar: skriv listan med styrkedja log erasures och spara den utanför dem.",
                   "Erased by " + wish.decision + ", as version " + count_text(outcome.version) +
                       ". Older backups still hold the values: write the list with styrkedja log erasures and keep it outside them.");
    }
    return ended(request, outcome, problems);
}

// The list that a restored backup is erased by again.
Exit log_erasures(const Request& request) {
    Problems problems;
    const auto store = open_store(request, store::Access::read);
    std::string list;
    std::size_t rows = 0;
    for (const std::string& each : municipalities_of(request, *store, problems)) {
        const std::string of_one = app::erasure_list(*store, each, problems);
        const std::size_t heading = of_one.find('\n') + 1;
        rows += static_cast<std::size_t>(std::count(of_one.begin(), of_one.end(), '\n')) - 1;
        list += list.empty() ? of_one : of_one.substr(heading);
    }
    if (problems.has_errors()) return tell(request, problems);
    write_result(request, list);
    if (request.value("out", "-") != "-") {
        say_result(request, "Listan har " + count_text(rows) + (rows == 1 ? " rad" : " rader") + ". Spara den utanför databasen och dess säkerhetskopior.",
                   "The list has " + count_text(rows) + (rows == 1 ? " row" : " rows") + ". Keep it outside the database and its backups.");
    }
    return tell(request, problems);
}

}  // namespace styrkedja::cli
