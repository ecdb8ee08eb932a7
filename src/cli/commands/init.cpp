// SPDX-License-Identifier: EUPL-1.2
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/stored.h"
#include "cli/work.h"

namespace styrkedja::cli {
namespace {

std::string arg(const Problem& problem, std::string_view name) {
    for (const auto& [key, value] : problem.args) {
        if (key == name) return value;
    }
    return {};
}

// Why the store can't be opened as it is; none: it can.
std::optional<store::Failure> opening_fails(const Request& request) {
    try {
        open_store(request, store::Access::read);
        return std::nullopt;
    } catch (const store::Failure& failure) {
        return failure;
    }
}

std::string size_of(store::Reader& store, bool sv) {
    const std::size_t count = store.municipalities().size();
    if (count == 0) return sv ? "Den är tom." : "It is empty.";
    return sv ? "Den har " + std::to_string(count) + (count == 1 ? " kommun." : " kommuner.")
              : "It has " + std::to_string(count) + (count == 1 ? " municipality." : " municipalities.");
}

void say_raised(const Request& request, const Problem& older) {
    const std::string from = arg(older, "number"), to = arg(older, "known");
    say_result(request, "Databasen är uppgraderad från schema " + from + " till " + to + ". Äldre program kan inte läsa den längre.",
               "The database has been brought from schema " + from + " to " + to + ". Older programs can no longer read it.");
}

}  // namespace

// Creates the store where there is none yet; where there is one it stays as it is.
Exit init(const Request& request) {
    using Kind = store::Failure::Kind;
    const std::optional<store::Failure> before = opening_fails(request);
    if (before && before->kind() == Kind::too_old) throw *before;   // raising it is `migrate`: a step that can't be undone
    const auto store = open_store(request, store::Access::create);
    if (before) {
        say_result(request, "Databasen är skapad. Nästa steg: styrkedja import PACK --db URL.",
                   "The database has been made. Next: styrkedja import PACK --db URL.");
    } else {
        say_result(request, "Databasen finns redan och är som den ska. " + size_of(*store, true),
                   "The database is there already, and is as it should be. " + size_of(*store, false));
    }
    return Exit::ok;
}

// Brings an older program's store to this one's schema.
Exit migrate(const Request& request) {
    const std::optional<store::Failure> before = opening_fails(request);
    if (!before) {
        say_result(request, "Databasen har redan det här programmets schema. Det finns inget att göra.",
                   "The database already has this program's schema. There is nothing to do.");
        return Exit::ok;
    }
    if (before->kind() != store::Failure::Kind::too_old) throw *before;
    open_store(request, store::Access::migrate);
    say_raised(request, before->problem());
    return Exit::ok;
}

}  // namespace styrkedja::cli
