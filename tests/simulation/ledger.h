// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/command.h"
#include "app/known.h"
#include "log/entry.h"
#include "simulation/shadow.h"
#include "store/store.h"

namespace styrkedja::simulation {

inline constexpr std::string_view municipality = "staden";

// What people were told, and what must therefore be so: every promise of the store is held against it. Each function
// gives what is broken; empty = nothing.
class Ledger {
  public:
    // Before a command is sent (again): from now on it may happen.
    void sending(const app::Command& command);
    // The outcome that came back, and whether the log has the command (it needn't when nothing was to be changed).
    std::string told(const std::string& id, const app::Outcome& outcome, bool is_written);
    // The server went away before it told.
    void no_answer(const std::string& id);
    // What `ask` says, while nothing is on its way.
    std::string asked(const std::string& id, std::optional<Version> version);
    // What readers were shown.
    std::string published(const app::KnownPtr& known);

    // The whole log, link by link and change by change, against all that was told.
    std::string check_log(store::Reader& store);
    // What readers get: the newest (from snapshots too), the whole folded, as it was at that version.
    std::string check_states(store::Reader& store, Version earlier);

    const std::map<std::string, app::Command>& commands() const { return commands_; }
    bool is_open(const std::string& id) const { return fates_.at(id).may_be && !fates_.at(id).at; }   // nobody knows
    std::size_t acknowledged() const;

  private:
    struct Fate {
        bool may_be = false;           // it may have happened: nobody told
        std::optional<Version> at;     // it has happened, as that version
        bool is_nothing = false;       // done, and nothing to write
    };
    struct Walk;

    std::string check_row(const store::LogRow& row, Walk& walk);
    std::string check_link(const store::LogRow& row, const Entry& entry, Walk& walk);
    std::string check_changes(const Entry& entry, const app::Command& command, Walk& walk);
    static std::string check_wishes(const app::Command& command, const Walk& walk, const std::string& where);
    std::string check_nothings(const Walk& walk) const;
    std::string check_published(store::Reader& store, const Walk& walk) const;

    std::map<std::string, app::Command> commands_;
    std::map<std::string, Fate> fates_;
    std::map<Version, app::KnownPtr> published_;
};

}  // namespace styrkedja::simulation
