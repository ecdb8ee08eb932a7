// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/history.h"
#include "app/sequencer.h"
#include "base/problem.h"
#include "cli/options.h"
#include "importers/pack/load.h"
#include "log/checkpoint.h"
#include "store/open.h"

// What the commands that work on a database (--db) have in common.
namespace styrkedja::cli {

// Of --db; memory has no past, so that only tests use it. Throws store::Failure.
std::unique_ptr<store::Store> open_store(const Request& request, store::Access access);

// --municipality, or the only one that the store has. None, with the problem: municipality_is_not_named (several),
// municipality_is_not_in_store, store_has_no_log.
std::optional<std::string> municipality_of(const Request& request, store::Reader& store, Problems& problems);
// The one that was named, or all that the store has; with the problems above, but not for several.
std::vector<std::string> municipalities_of(const Request& request, store::Reader& store, Problems& problems);

// What the municipality knew at the moment that the option names ("as-of"), now where it isn't given. Null: see
// problems; nothing_was_known_then when that is before the first entry.
app::KnownPtr known_at(const Request& request, std::string_view option, store::Reader& store, const app::KnownPtr& now,
                       Problems& problems);

// What --as-of names of a municipality (now, where it isn't given) with the ledger's facts: whoever asks for figures loads by
// this. Null: see problems; they may have errors (facts that are missing) where it isn't.
app::KnownPtr known_with_facts(const Request& request, store::Reader& store, const std::string& municipality, Problems& problems);

// The state of --db, --municipality and --as-of, checked as a pack is. Problems have things and fields, no files.
LoadedPack load_stored(const Request& request, Problems& problems);

// A municipality's commands are done through it; null: see problems. The second finds the municipality as above.
std::unique_ptr<app::Sequencer> open_sequencer(std::unique_ptr<store::Store> store, std::string municipality, Problems& problems);
std::unique_ptr<app::Sequencer> open_sequencer(const Request& request, Problems& problems);

// --command, or a new one that begins with the time (UUID, RFC 9562, version 7).
std::string command_id(const Request& request);
// --actor, or who is logged in to this machine.
std::string actor(const Request& request);

// One line on standard output, in the language of the request.
void say_result(const Request& request, const std::string& sv, const std::string& en);

// How a command that wrote ends: what was done is said by the caller; a refusal, a failure or an unknown outcome is
// added to the problems.
bool is_done(const app::Outcome& outcome, const std::string& command, Problems& problems);
// Errors of the data are 1; where the machine failed, 3.
Exit ended(const Request& request, const app::Outcome& outcome, Problems& problems);

// Proves the logs of those municipalities as they lie there and says so, each. False: one is not whole; see problems.
bool prove(const Request& request, store::Store& store, const std::vector<std::string>& municipalities,
           const log::Checkpoint* checkpoint, Problems& problems);

}  // namespace styrkedja::cli
