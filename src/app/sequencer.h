// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "app/command.h"
#include "app/known.h"
#include "log/digest.h"
#include "store/store.h"

namespace styrkedja::app {

// Puts one municipality's commands in order, in this process: checks each against the state as it then will be,
// chains a batch, commits it in one transaction, publishes the new state, and only then tells the outcome. Others
// may write to the same log (another process): then it follows, checks again and tries again. One thread calls it.
class Sequencer {
  public:
    // Reads the municipality's state first, and writes a snapshot of it where the newest is far behind or was made by
    // another version of the fold. Throws store::Failure; `problems` when the log can't be read.
    Sequencer(std::unique_ptr<store::Store> store, std::string municipality, Clock clock, log::Salts salts, Problems& problems);

    // The commands in order, as one batch. One outcome each, in the same order. Never throws.
    std::vector<Outcome> run(std::span<const Command> commands);
    Outcome run(const Command& command);

    // What was done with a command whose outcome nobody told: its version, or none if it isn't in the log. In SQLite
    // none is for good. A PostgreSQL whose client is gone may still be about to commit: there, who must know sends the
    // command again; it happens once. Throws store::Failure while the store can't be asked.
    std::optional<Version> ask(std::string_view command);

    KnownPtr known() const;                  // the newest published state; from any thread
    void follow();                           // takes in what others have written
    store::Store& store() { return *store_; }

  private:
    struct Candidate;
    struct Batch;
    enum class Next : std::uint8_t { told, again };

    std::vector<Outcome> run_batch(std::span<const Command> commands);
    Next attempt(Batch& batch);
    Next failed(Batch& batch, const store::Failure& failure);
    void check(const Command& command, Candidate& candidate, Outcome& outcome);
    bool was_done(const Command& command, Outcome& outcome);
    void explain(const Command& command, Outcome& outcome);
    void gather_erasure(const Command& command, Candidate& candidate, Outcome& outcome);
    void published_after(Candidate& candidate);
    void published_after_erasure(Version version);
    bool has_older_snapshots();
    void publish(KnownPtr known);
    void renew_snapshot();

    std::unique_ptr<store::Store> store_;
    std::string municipality_;
    Clock clock_;
    log::Salts salts_;
    mutable std::mutex mutex_;   // of known_ only: held for the copy of a pointer
    KnownPtr known_;
    bool known_commands_ = false;   // something of ours may be in the log already: look by the commands' ids
    bool old_snapshots_ = false;    // from before an erasure: to be dropped before anything else
    bool behind_ = false;        // a commit's outcome isn't known, or others wrote: follow before anything else
};

// A sequencer with a thread of its own: commands that come while it commits are done together in the next batch.
class Writer {
  public:
    explicit Writer(std::unique_ptr<Sequencer> sequencer);
    ~Writer();   // what was submitted is still done

    std::future<Outcome> submit(Command command);
    KnownPtr known() const { return sequencer_->known(); }
    // The newest state that has at least that version: who has written reads what was written.
    KnownPtr known(Version at_least, std::chrono::milliseconds wait) const;

  private:
    struct Waiting {
        Command command;
        std::promise<Outcome> outcome;
    };
    void work();

    std::unique_ptr<Sequencer> sequencer_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    mutable Version wanted_ = 0;   // somebody waits for that version, which another process made
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace styrkedja::app
