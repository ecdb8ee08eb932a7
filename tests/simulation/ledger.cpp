// SPDX-License-Identifier: EUPL-1.2
#include "simulation/ledger.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "app/app_testing.h"
#include "app/history.h"
#include "log/chain.h"
#include "log/digest.h"

namespace styrkedja::simulation {
namespace {

using What = app::Outcome::What;

std::string text(Version version) { return std::to_string(version); }

bool same(const Change& written, const Change& wanted) {
    return written.kind == wanted.kind && written.thing == wanted.thing && written.id == wanted.id && written.field == wanted.field &&
           (written.erased || written.value == wanted.value);
}

bool is_of_same_field(const Change& one, const Change& other) {
    return one.thing == other.thing && one.id == other.id && one.field == other.field;
}

// Which of several changes of one field was written can't be seen any more when its value is erased: the first were
// left out, for there are fewer.
bool was_left_out(std::span<const Change> written, std::span<const Change> wanted) {
    if (written.empty() || !same(written.front(), wanted.front())) return true;
    if (!written.front().erased) return false;
    auto count = [&](std::span<const Change> list) {
        return std::count_if(list.begin(), list.end(), [&](const Change& each) { return is_of_same_field(each, wanted.front()); });
    };
    return count(written) < count(wanted);
}

bool same(std::string_view written, const std::string& wanted) { return written == wanted || written == erased_text; }

}  // namespace

struct Ledger::Walk {
    Shadow meant;                          // what people did
    Shadow left;                           // and what erasures have left of it
    log::Verifier verifier{std::string(municipality)};
    Problems problems;
    Version version = 0;
    std::int64_t time = 0;
    std::string hash;
    std::set<std::string> seen;
    std::vector<std::string> hashes{""};   // by version
};

void Ledger::sending(const app::Command& command) {
    commands_[command.id] = command;
    fates_.try_emplace(command.id);
}

void Ledger::no_answer(const std::string& id) { fates_[id].may_be = true; }

std::string Ledger::told(const std::string& id, const app::Outcome& outcome, bool is_written) {
    Fate& fate = fates_[id];
    if (fate.is_nothing) fate.at.reset();   // it left no trace: sent again it is a new one
    switch (outcome.what) {
        case What::unknown:
            fate.may_be = true;
            return "";
        case What::failed:
            return "";
        case What::collided:
        case What::refused:
            // The server has looked whether it was done before.
            if (fate.at) return "'" + id + "' was done as version " + text(*fate.at) + ", and is now said to be impossible";
            fate.may_be = false;
            return "";
        case What::already:
        case What::done:
            break;
    }
    if (fate.at && *fate.at != outcome.version) return "'" + id + "' was version " + text(*fate.at) + " and is now " + text(outcome.version);
    if (fate.at && outcome.what == What::done) return "'" + id + "' was done as version " + text(*fate.at) + ", and is done again";
    fate.at = outcome.version;
    fate.is_nothing = !is_written;
    if (fate.is_nothing && (outcome.what != What::done || commands_.at(id).kind != EntryKind::edit)) return "'" + id + "' is said to be done, and isn't written";
    return "";
}

std::string Ledger::asked(const std::string& id, std::optional<Version> version) {
    Fate& fate = fates_[id];
    if (fate.at && !fate.is_nothing && version != fate.at) return "'" + id + "' was done as version " + text(*fate.at) + ", and isn't there when asked for";
    if (version && !fate.at && !fate.may_be) return "'" + id + "' was said not to be done, and is version " + text(*version);
    fate.may_be = false;
    if (!version) return "";
    fate.at = version;
    fate.is_nothing = false;
    return "";
}

std::string Ledger::published(const app::KnownPtr& known) {
    const auto [place, is_new] = published_.try_emplace(known->version, known);
    if (is_new || place->second->hash == known->hash) return "";
    return "version " + text(known->version) + " was shown in two forms";
}

std::size_t Ledger::acknowledged() const {
    return static_cast<std::size_t>(std::count_if(fates_.begin(), fates_.end(), [](const auto& each) { return each.second.at.has_value(); }));
}

std::string Ledger::check_link(const store::LogRow& row, const Entry& entry, Walk& walk) {
    const std::string where = "version " + text(row.version) + " ";
    if (row.version != walk.version + 1 || entry.version != row.version) return where + "does not follow on " + text(walk.version);
    if (entry.municipality != municipality || entry.command != row.command) return where + "is another's";
    if (row.hash != log::hash_of(row.entry)) return where + "hasn't got its hash";
    if (log::EntryReader(row.entry, row.content).head().previous != walk.hash) return where + "is not linked to the one before";
    if (entry.time < walk.time) return where + "is earlier than the one before";
    std::string broken;
    log::EntryReader reader(row.entry, row.content, [&](const log::EntryReader::Slot& slot) {
        if (!slot.erased && !log::digest_fits(slot.digest, slot.salt, slot.value)) broken = where + "has a value without its digest";
    });
    ChangeView change;
    while (reader.next(change)) {}
    walk.version = row.version;
    walk.time = entry.time;
    walk.hash = row.hash;
    walk.hashes.push_back(row.hash);
    return broken;
}

// All of the command or nothing: what isn't written was so already. What is overwritten had been seen.
std::string Ledger::check_changes(const Entry& entry, const app::Command& command, Walk& walk) {
    const std::string where = "version " + text(entry.version) + " ('" + entry.command + "') ";
    const Shadow before = walk.meant, left_before = walk.left;
    auto written = entry.changes.begin();
    std::set<std::pair<int, std::string>> created;
    for (const Change& wanted : command.changes) {
        if (was_left_out({written, entry.changes.end()}, {&wanted, command.changes.data() + command.changes.size()})) {
            if (!before.is_so(wanted) && !left_before.is_so(wanted)) return where + "lacks a change of " + wanted.id;
            continue;
        }
        const Change& change = *written++;
        if (change.kind == ChangeKind::created) {
            if (walk.meant.has(change.thing, change.id)) return where + "creates " + change.id + " again";
            created.emplace(change.thing, change.id);
        } else if (!created.contains({change.thing, change.id})) {
            const Version last = before.last(change);
            if (change.replaces != last) return where + "replaces " + text(change.replaces) + " of " + change.id + ", which was changed at " + text(last);
            const bool adds = change.kind == ChangeKind::linked || change.kind == ChangeKind::unlinked;
            if (!adds && last > command.read) return where + "overwrites what was made at " + text(last) + " by who had read " + text(command.read);
        }
        walk.meant.apply(wanted, entry.version);
        walk.left.apply(change, entry.version);
    }
    return written == entry.changes.end() ? check_wishes(command, walk, where) : where + "changes more than the command";
}

// What the command said last of each field is so.
std::string Ledger::check_wishes(const app::Command& command, const Walk& walk, const std::string& where) {
    for (const Change& wanted : command.changes) {
        const bool last_word = std::none_of(&wanted + 1, command.changes.data() + command.changes.size(), [&](const Change& later) {
            return later.thing == wanted.thing && later.id == wanted.id && (later.field == wanted.field || later.kind == ChangeKind::ended);
        });
        if (!last_word || wanted.field == 0 || walk.meant.is_so(wanted) || walk.left.is_so(wanted)) continue;
        return where + "did not do what was wanted of " + wanted.id;
    }
    return "";
}

std::string Ledger::check_row(const store::LogRow& row, Walk& walk) {
    Entry entry;
    if (log::open_entry(row.entry, row.content, entry) != log::Opened::yes) return "version " + text(row.version) + " can't be read";
    if (std::string broken = check_link(row, entry, walk); !broken.empty()) return broken;
    walk.verifier.entry(row.version, row.command, row.entry, row.hash, row.content, walk.problems);
    const auto found = commands_.find(row.command);
    if (found == commands_.end()) return "version " + text(row.version) + " is nobody's command";
    const app::Command& command = found->second;
    if (entry.kind != command.kind || !same(entry.actor, command.actor) || entry.about != command.about ||
        !same(entry.reason, command.reason) || entry.erased != command.erased) {
        return "version " + text(row.version) + " doesn't say what the command said";
    }
    const Fate& fate = fates_.at(row.command);
    if (!fate.at && !fate.may_be) return "version " + text(row.version) + " ('" + row.command + "') was said not to be done";
    if (!walk.seen.insert(row.command).second) return "'" + row.command + "' happened twice";
    return check_changes(entry, command, walk);
}

// Commands that were done without anything to write: what they wanted is so at their version.
std::string Ledger::check_nothings(const Walk& walk) const {
    for (const auto& [id, fate] : fates_) {
        if (!fate.at || !fate.is_nothing || *fate.at != walk.version) continue;
        for (const Change& wanted : commands_.at(id).changes) {
            if (!walk.meant.is_so(wanted) && !walk.left.is_so(wanted)) return "'" + id + "' was said to be so already at version " + text(walk.version) + ", and isn't";
        }
    }
    return "";
}

// Nothing that was acknowledged or shown is gone.
std::string Ledger::check_published(store::Reader& store, const Walk& walk) const {
    for (const auto& [id, fate] : fates_) {
        if (!fate.at || fate.is_nothing) continue;
        const std::optional<Version> found = store.find_command(municipality, id);
        if (found == fate.at) continue;
        return "'" + id + "' was acknowledged as version " + text(*fate.at) + ", and is " + (found ? "version " + text(*found) : "lost");
    }
    for (const auto& [version, known] : published_) {
        if (version >= walk.hashes.size() || walk.hashes[version] != known->hash) return "version " + text(version) + " was shown, and is lost";
    }
    return "";
}

std::string Ledger::check_log(store::Reader& store) {
    Walk walk;
    const Version head = store.head(municipality);
    std::string broken = check_nothings(walk);
    store.read_log(municipality, 0, head, [&](const store::LogRow& row) {
        broken = check_row(row, walk);
        if (broken.empty()) broken = check_nothings(walk);
        return broken.empty();
    });
    if (broken.empty()) broken = check_published(store, walk);
    if (!broken.empty()) return broken;
    walk.verifier.end(walk.problems);
    if (!walk.problems.empty()) return "the log can't be proved: " + app::told(walk.problems);
    Problems problems;
    const app::KnownPtr folded = app::fold_all(store, municipality, head, problems);
    if (!folded) return "the log can't be folded: " + app::told(problems);
    if (std::string where = walk.left.differs(folded->state); !where.empty()) return "the fold differs: " + where;
    return "";
}

std::string Ledger::check_states(store::Reader& store, Version earlier) {
    Problems problems;
    const Version head = store.head(municipality);
    const app::KnownPtr folded = app::fold_all(store, municipality, head, problems);
    const app::KnownPtr loaded = app::load(store, municipality, problems);
    if (!folded || !loaded) return "the log can't be read: " + app::told(problems);
    if (loaded->version != head || loaded->hash != folded->hash) return "it was loaded as version " + text(loaded->version) + " of " + text(head);
    if (std::string where = difference_of(loaded->state, folded->state); !where.empty()) return "loaded and folded differ: " + where;
    if (published_.empty()) return "";
    auto shown = published_.lower_bound(earlier);
    if (shown == published_.end()) shown = std::prev(shown);
    if (shown->first > head) return "version " + text(shown->first) + " was shown, and is lost";
    const app::KnownPtr then = app::as_of(store, loaded, shown->first, problems);
    if (!then) return "as of " + text(shown->first) + " can't be told: " + app::told(problems);
    if (then->hash != shown->second->hash || then->time != shown->second->time) return "as of " + text(shown->first) + " is another version";
    const app::KnownPtr then_folded = app::fold_all(store, municipality, shown->first, problems);
    if (!then_folded) return "the log can't be folded: " + app::told(problems);
    if (std::string where = difference_of(then->state, then_folded->state); !where.empty()) {
        return "as of " + text(shown->first) + " differs from what the log tells up to it: " + where;
    }
    // What an erasure took from it can't be as it was shown.
    for (const app::Landmark& each : loaded->landmarks) {
        if (each.kind == EntryKind::erasure && each.version > shown->first) return "";
    }
    if (std::string where = difference_of(then->state, shown->second->state); !where.empty()) {
        return "as of " + text(shown->first) + " differs from what was shown: " + where;
    }
    return "";
}

}  // namespace styrkedja::simulation
