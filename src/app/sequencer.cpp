// SPDX-License-Identifier: EUPL-1.2
#include "app/sequencer.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "app/command_check.h"
#include "app/entries.h"
#include "app/history.h"
#include "app/ledger/voucher_texts.h"
#include "domain/checks/change_rules.h"
#include "domain/state/fold.h"
#include "log/entry.h"

namespace styrkedja::app {
namespace {

constexpr Version entries_worth_a_snapshot = 20'000;
constexpr int most_attempts = 50;      // others took the position so often: nobody writes that fast for long
constexpr int most_failures = 3;       // the machine failed at the commit so often: then its outcome stays unknown

}  // namespace

// The state as it will be when the commands so far are committed.
struct Sequencer::Candidate {
    State state;
    Standing standing;
    std::vector<store::LogRow> rows;
    std::unordered_map<std::string_view, Version> versions;   // by the commands' ids, which lie in the batch
    store::Erasure erasure;
};

struct Sequencer::Batch {
    std::span<const Command> commands;
    std::vector<Outcome> outcomes;
    int failures = 0;
    bool was_sent = false;   // a commit whose answer never came may have been made
};

Sequencer::Sequencer(std::unique_ptr<store::Store> store, std::string municipality, Clock clock, log::Salts salts,
                     Problems& problems)
    : store_(std::move(store)), municipality_(std::move(municipality)), clock_(std::move(clock)), salts_(std::move(salts)) {
    known_ = load(*store_, municipality_, problems);
    if (known_) renew_snapshot();
    else known_ = std::make_shared<const Known>(Known{municipality_, {}, 0, 0, {}, {}});
    old_snapshots_ = has_older_snapshots();
}

// So that the next start needs no long fold. Where it can't be written now, the start after this one tries again.
void Sequencer::renew_snapshot() {
    try {
        Version newest = 0;
        bool of_other_folds = false;
        for (const store::Snapshot& each : store_->snapshots(municipality_)) {
            if (each.fold == fold_version) newest = std::max(newest, each.version);
            else of_other_folds = true;
        }
        if (!of_other_folds && known_->version - newest < entries_worth_a_snapshot) return;
        write_snapshot(*store_, *known_);
        drop_snapshots_of_other_folds(*store_, municipality_);
    } catch (const store::Failure&) {
    }
}

KnownPtr Sequencer::known() const {
    const std::lock_guard lock(mutex_);
    return known_;
}

void Sequencer::publish(KnownPtr known) {
    const std::lock_guard lock(mutex_);
    known_.swap(known);
}

void Sequencer::follow() {
    Problems problems;
    KnownPtr now = app::follow(*store_, known_, 0, problems);
    if (!now) throw store::Failure(store::Failure::Kind::damaged, problems.list().front());
    if (now != known_) publish(std::move(now));
    behind_ = false;
}

std::optional<Version> Sequencer::ask(std::string_view command) { return store_->find_command(municipality_, command); }

Outcome Sequencer::run(const Command& command) { return std::move(run(std::span(&command, 1)).front()); }

std::vector<Outcome> Sequencer::run(std::span<const Command> commands) {
    std::vector<Outcome> outcomes;
    std::size_t from = 0;
    auto batch = [&](std::size_t to) {
        if (to == from) return;
        for (Outcome& each : run_batch(commands.subspan(from, to - from))) outcomes.push_back(std::move(each));
        from = to;
    };
    // An erasure rewrites what lies in the log: it stands alone.
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (commands[i].kind != EntryKind::erasure) continue;
        batch(i);
        batch(i + 1);
    }
    batch(commands.size());
    return outcomes;
}

std::vector<Outcome> Sequencer::run_batch(std::span<const Command> commands) {
    Batch batch{commands, {}, 0, false};
    for (int attempts = 0; attempts < most_attempts; ++attempts) {
        batch.outcomes.assign(commands.size(), {});
        if (attempt(batch) == Next::told) return std::move(batch.outcomes);
    }
    for (Outcome& each : batch.outcomes) each = refusal("log_is_written_by_others", {});
    return std::move(batch.outcomes);
}

Sequencer::Next Sequencer::attempt(Batch& batch) {
    bool sending = false;
    try {
        if (old_snapshots_) drop_old_snapshots(*store_, municipality_, 0);
        old_snapshots_ = false;
        if (behind_) follow();
        Candidate candidate{known_->state, {municipality_, known_->version, known_->time, known_->hash, known_->landmarks, false}, {}, {}, {}};
        for (std::size_t i = 0; i < batch.commands.size(); ++i) check(batch.commands[i], candidate, batch.outcomes[i]);
        if (candidate.rows.empty()) return Next::told;
        sending = true;
        const store::Appended appended = store_->append(municipality_, known_->version, candidate.rows, candidate.erasure);
        sending = false;
        if (appended == store::Appended::yes) {
            published_after(candidate);
            return Next::told;
        }
        // Somebody else wrote: follow, check again, try again. A command of ours that is there already is found
        // by its id then.
        behind_ = true;
        if (appended == store::Appended::command_known) known_commands_ = true;
        return Next::again;
    } catch (const store::Failure& failure) {
        batch.was_sent = batch.was_sent || (sending && failure.kind() == store::Failure::Kind::unavailable);
        return failed(batch, failure);
    }
}

// Sent again it can't happen twice: the position and the command's id are each unique. Where that fails too, nobody
// may be told that it was done, nor that it wasn't.
Sequencer::Next Sequencer::failed(Batch& batch, const store::Failure& failure) {
    behind_ = true;
    if (batch.was_sent) {
        known_commands_ = true;
        if (++batch.failures < most_failures) return Next::again;
    }
    for (Outcome& each : batch.outcomes) {
        each = {};
        each.what = batch.was_sent ? Outcome::What::unknown : Outcome::What::failed;
        each.problems.add(failure.problem());
    }
    return Next::told;
}

bool Sequencer::was_done(const Command& command, Outcome& outcome) {
    const std::optional<Version> version = store_->find_command(municipality_, command.id);
    if (!version) return false;
    outcome = {};
    outcome.what = Outcome::What::already;
    outcome.version = *version;
    return true;
}

void Sequencer::check(const Command& command, Candidate& candidate, Outcome& outcome) {
    if (auto twin = candidate.versions.find(command.id); twin != candidate.versions.end()) {
        outcome.what = Outcome::What::already;   // twice in one batch: once it happens
        outcome.version = twin->second;
        return;
    }
    if (known_commands_ && was_done(command, outcome)) return;
    const Version version = candidate.standing.version + 1;
    CheckedCommand checked = check_command(command, candidate.state, version);
    if (checked.outcome.what != Outcome::What::done || checked.changes.empty()) {
        // It may be that it was done, and what it now meets is its own work.
        if (!known_commands_ && was_done(command, outcome)) return;
    }
    outcome = std::move(checked.outcome);
    if (outcome.what == Outcome::What::collided) explain(command, outcome);
    if (outcome.what != Outcome::What::done) return;
    outcome.version = candidate.standing.version;
    if (checked.changes.empty() && command.kind == EntryKind::edit) return;   // it is so already: nothing to write
    if (command.kind == EntryKind::erasure) gather_erasure(command, candidate, outcome);
    if (outcome.what != Outcome::What::done) return;

    Entry entry{municipality_, version, std::max(candidate.standing.time, clock_()), command.id, command.kind, command.actor,
                command.reason, command.decision, command.about, command.blob, command.erased, command.erased_blobs,
                std::move(checked.changes)};
    log::Sealed sealed = log::seal(entry, candidate.standing.hash, salts_);
    store::LogRow row{version, command.id, std::move(sealed.entry), std::move(sealed.hash), std::move(sealed.content)};
    step(candidate.standing, row, log::EntryReader(row.entry, row.content), outcome.problems);
    candidate.rows.push_back(std::move(row));
    candidate.versions.emplace(command.id, version);
    candidate.state = std::move(checked.state);
    outcome.version = version;
}

// Who made what it collides with, and what the person had seen.
void Sequencer::explain(const Command& command, Outcome& outcome) {
    for (Collision& each : outcome.collisions) {
        if (each.version == 0) continue;
        const std::optional<store::LogRow> row = store_->log_row(municipality_, each.version);
        if (!row) continue;
        each.actor = log::EntryReader(row->entry, row->content).head().actor;
        if (each.field == 0) continue;
        if (auto base = field_at(*store_, *known_, each.thing, each.id, each.field, command.read)) each.base = std::move(*base);
    }
}

void Sequencer::gather_erasure(const Command& command, Candidate& candidate, Outcome& outcome) {
    std::map<Version, std::vector<std::uint64_t>> slots;
    for (const ErasedSlot& each : command.erased) slots[each.version].push_back(each.slot);
    for (const auto& [version, which] : slots) {
        const std::optional<store::LogRow> row = store_->log_row(municipality_, version);
        if (!row) {
            outcome = refusal("version_is_not_there_yet",
                              {{"version", std::to_string(version)}, {"newest", std::to_string(known_->version)}});
            return;
        }
        candidate.erasure.contents.push_back({version, log::without_slots(row->content, which)});
    }
    candidate.erasure.blobs = command.erased_blobs;
    candidate.erasure.pages = pages_without(*store_, municipality_, command.erased_blobs);
}

// Snapshots from before an erasure may hold what is gone. Who erased died before they were dropped, or the store failed.
bool Sequencer::has_older_snapshots() {
    const Version erased = newest_erasure(known_->landmarks);
    if (erased == 0) return false;
    const std::vector<store::Snapshot> all = store_->snapshots(municipality_);
    return std::any_of(all.begin(), all.end(), [&](const store::Snapshot& each) { return each.version < erased; });
}

// What is erased may not be remembered either: the state is folded anew from what is left. It is durable by now,
// whatever fails here: that is done later then.
void Sequencer::published_after_erasure(Version version) {
    behind_ = old_snapshots_ = true;
    try {
        drop_old_snapshots(*store_, municipality_, 0);
        old_snapshots_ = false;
        Problems problems;
        KnownPtr now = fold_all(*store_, municipality_, version, problems);
        if (!now) return;
        publish(std::move(now));
        behind_ = false;
    } catch (const store::Failure&) {
    }
}

void Sequencer::published_after(Candidate& candidate) {
    Standing& standing = candidate.standing;
    if (standing.erased) return published_after_erasure(standing.version);
    publish(std::make_shared<const Known>(Known{municipality_, std::move(candidate.state), standing.version, standing.time,
                                                std::move(standing.hash), std::move(standing.landmarks)}));
    known_commands_ = false;
}

}  // namespace styrkedja::app
