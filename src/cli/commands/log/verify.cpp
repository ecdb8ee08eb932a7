// SPDX-License-Identifier: EUPL-1.2
#include "app/verify.h"

#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "locale/swedish_time.h"
#include "log/digest.h"

namespace styrkedja::cli {
namespace {

void say_whole(const Request& request, const app::Verification& proof, const log::Checkpoint* checkpoint) {
    const std::string entries = count_text(proof.entries), last = swedish_time(proof.time), hash = log::hex(proof.hash);
    std::string sv = proof.municipality + ": loggen är hel. " + entries + (proof.entries == 1 ? " post" : " poster") + ", den senaste " +
                     last + ".\n  Slutsumma: " + hash;
    std::string en = proof.municipality + ": the log is whole. " + entries + (proof.entries == 1 ? " entry" : " entries") +
                     ", the last " + last + ".\n  Hash: " + hash;
    if (proof.ledger.batches > 0) {
        const std::string batches = count_text(proof.ledger.batches), vouchers = count_text(proof.ledger.vouchers);
        sv += "\n  Räkenskaperna stämmer: " + batches + (proof.ledger.batches == 1 ? " inläsning" : " inläsningar") + " med " + vouchers + " verifikat.";
        en += "\n  The ledger agrees: " + batches + (proof.ledger.batches == 1 ? " batch" : " batches") + " with " + vouchers + " vouchers.";
    }
    if (checkpoint) {
        const std::string version = count_text(checkpoint->version), made = swedish_time(checkpoint->time);
        sv += "\n  Inget före version " + version + " har ändrats sedan kontrollpunkten den " + made + ".";
        en += "\n  Nothing before version " + version + " has been changed since the checkpoint of " + made + ".";
    }
    if (!proof.erased.empty()) {
        const std::string erased = count_text(proof.erased.size());
        sv += "\n  " + erased + (proof.erased.size() == 1 ? " värde är gallrat" : " värden är gallrade") + " enligt beslut i loggen.";
        en += "\n  " + erased + (proof.erased.size() == 1 ? " value has" : " values have") + " been erased by decision.";
    }
    say_result(request, sv, en);
}

void say_broken(const Request& request, const app::Verification& proof) {
    say_result(request, proof.municipality + ": loggen är inte hel. Den första punkten nedan är där det brister.",
               proof.municipality + ": the log is not whole. The first item below is where it breaks.");
}

}  // namespace

bool prove(const Request& request, store::Store& store, const std::vector<std::string>& municipalities,
           const log::Checkpoint* checkpoint, Problems& problems) {
    const std::unique_ptr<store::Reader> frozen = store.frozen();
    bool all = true;
    for (const std::string& each : municipalities) {
        progress(request, "Kontrollerar loggen för " + each + " …", "Verifying the log of " + each + " …");
        Problems found;
        const app::Verification proof = app::verify(*frozen, each, found, checkpoint);
        if (found.has_errors()) say_broken(request, proof);
        else say_whole(request, proof, checkpoint);
        all = all && !found.has_errors();
        if (request.has("full")) found.append(app::erased_notes(proof));
        problems.append(found);
    }
    return all;
}

// Every entry, every link, every value.
Exit log_verify(const Request& request) {
    Problems problems;
    std::optional<log::Checkpoint> checkpoint;
    if (request.has("checkpoint")) {
        const std::string path = request.value("checkpoint"), trusted = log::unhex(request.value("trust"));
        const std::string text = read_file(path, problems);
        if (problems.has_errors()) return tell(request, problems);
        checkpoint = log::read_checkpoint(text, path, trusted, problems);
        if (!checkpoint || problems.has_errors()) return tell(request, problems);
    }
    const auto store = open_store(request, store::Access::read);
    std::vector<std::string> municipalities = municipalities_of(request, *store, problems);
    if (problems.has_errors()) return tell(request, problems);
    if (checkpoint && !request.has("municipality")) municipalities = {checkpoint->municipality};
    prove(request, *store, municipalities, checkpoint ? &*checkpoint : nullptr, problems);
    return tell(request, problems);
}

}  // namespace styrkedja::cli
