// SPDX-License-Identifier: EUPL-1.2
#include "log/checkpoint.h"

#include "app/key_file.h"
#include "app/verify.h"
#include "cli/commands.h"
#include "cli/log/change_text.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "log/digest.h"

namespace styrkedja::cli {

// A key that checkpoints are signed with.
Exit log_key(const Request& request) {
    Problems problems;
    const log::SigningKey key = log::signing_key(log::random_salts()(log::key_size));
    if (app::write_key_file(request.value("out"), key, problems)) {
        say_result(request, "Nyckeln ligger i " + request.value("out") + ". Låt ingen annan läsa den.\nÖppen nyckel, att ge till den som ska kontrollera: " + log::hex(key.key),
                   "The key is in " + request.value("out") + ". Let nobody else read it.\nPublic key, for whoever is to verify: " + log::hex(key.key));
    }
    return tell(request, problems);
}

// What somebody else keeps, to prove later that nothing was changed. Only a log that is whole is signed.
Exit log_checkpoint(const Request& request) {
    Problems problems;
    const auto key = app::read_key_file(request.value("key"), problems);
    if (!key || problems.has_errors()) return tell(request, problems);
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    if (!municipality) return tell(request, problems);
    progress(request, "Kontrollerar loggen …", "Verifying the log …");
    const app::Verification proof = app::verify(*store->frozen(), *municipality, problems);
    if (problems.has_errors()) return tell(request, problems);
    log::Checkpoint checkpoint;
    checkpoint.municipality = *municipality;
    checkpoint.version = proof.version;
    checkpoint.hash = proof.hash;
    checkpoint.time = app::system_clock()();
    write_result(request, log::checkpoint_text(checkpoint, *key));
    if (request.value("out") != "-") {
        say_result(request, "Kontrollpunkten för " + *municipality + " vid version " + count_text(proof.version) + " ligger i " +
                                request.value("out") + ". Lämna den till någon annan, till exempel revisorerna eller arkivet.",
                   "The checkpoint of " + *municipality + " at version " + count_text(proof.version) + " is in " +
                       request.value("out") + ". Hand it to somebody else, such as the auditors or the archive.");
    }
    return tell(request, problems);
}

}  // namespace styrkedja::cli
