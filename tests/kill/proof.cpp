// SPDX-License-Identifier: EUPL-1.2
#include <sstream>

#include "app/app_testing.h"
#include "app/verify.h"
#include "kill/client.h"
#include "log/snapshot.h"

namespace styrkedja::kill_loop {
namespace {

// All of the command's changes, each with its id as text, or what is missing.
std::string not_whole(const store::LogRow& row) {
    Entry entry;
    if (log::open_entry(row.entry, row.content, entry) != log::Opened::yes) return "version " + std::to_string(row.version) + " can't be read";
    const std::string count = row.command.substr(row.command.rfind('-') + 1);
    if (std::to_string(entry.changes.size()) != count) return row.command + " is there in part";
    std::size_t own = 0;
    for (const Change& each : entry.changes) {
        if (each.kind == ChangeKind::set && each.value == row.command) ++own;
    }
    return own == 3 || row.command == "begin-5" ? "" : row.command + " has others' values";
}

std::string check_heard(store::Reader& store, const Heard& heard) {
    for (const auto& [id, version] : heard.done) {
        const std::optional<Version> found = store.find_command(municipality, id);
        if (found != version) return id + " was acknowledged as version " + std::to_string(version) + ", and is " + (found ? std::to_string(*found) : "lost");
    }
    for (const std::string& id : heard.not_done) {
        if (store.find_command(municipality, id)) return id + " was said not to be done, and is there";
    }
    return "";
}

std::string check_log(store::Reader& store) {
    Problems problems;
    app::verify(store, municipality, problems);
    const Version head = store.head(municipality);
    const app::KnownPtr loaded = app::load(store, municipality, problems);
    const app::KnownPtr folded = app::fold_all(store, municipality, head, problems);
    if (!problems.empty() || !loaded || !folded) return "the log does not hold: " + app::told(problems);
    if (loaded->version != head || loaded->hash != folded->hash) return "what is loaded is not the newest";
    if (log::write_state(loaded->state) != log::write_state(folded->state)) return "loaded and folded differ";
    std::string broken;
    store.read_log(municipality, 0, head, [&](const store::LogRow& row) { return (broken = not_whole(row)).empty(); });
    return broken;
}

}  // namespace

void Heard::line(const std::string& text) {
    std::istringstream words(text);
    std::string what, id;
    Version version = 0;
    words >> what >> id >> version;
    unknown.erase(id);
    if (what == "done") done[id] = version;
    if (what == "not") not_done.insert(id);
    if (what == "unknown") unknown.insert(id);
}

std::string proof(const std::string& address, const Heard& heard) {
    try {
        const auto store = store::open(address, store::Access::create);
        const auto frozen = store->frozen();
        std::string broken = check_log(*frozen);
        return broken.empty() ? check_heard(*frozen, heard) : broken;
    } catch (const store::Failure& failure) {
        return std::string("the store fails: ") + failure.what() + app::told([&] {
                   Problems problems;
                   problems.add(failure.problem());
                   return problems;
               }());
    }
}

}  // namespace styrkedja::kill_loop
