// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>
#include <string>

#include "domain/state/version.h"

// Programs that are killed while they write, and what must be there afterwards.
namespace styrkedja::kill_loop {

inline constexpr std::string_view municipality = "staden";

// Writes with several threads over one app::Writer, and snapshots beside it, until it is killed. Each line that it
// prints, unbuffered, is what somebody was told:
//   done ID VERSION     acknowledged
//   unknown ID          nobody knows; the same command is then sent again until it is known
//   not ID              nothing was done, and never will be
// Ids begin with the run, and end with the number of changes, each of which sets a text to the id.
[[noreturn]] void write_until_killed(const std::string& address, const std::string& run);

// What was heard of all runs on one store.
struct Heard {
    std::map<std::string, Version> done;
    std::set<std::string> unknown, not_done;   // unknown: for whom nothing else was heard after it
    void line(const std::string& text);
};

// Opens the place anew and looks whether all that was heard is so, the chain holds, the state is the fold of the whole
// log, and no command is there in part. Gives what is broken; empty = nothing.
std::string proof(const std::string& address, const Heard& heard);

}  // namespace styrkedja::kill_loop
