// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/known.h"
#include "base/problem.h"
#include "domain/state/change.h"
#include "store/store.h"

// Entries of a log for readers: which are asked for, and each with the states round it.
namespace styrkedja::cli {

// A thing, or a field of it: "goals/kf-1", "mål/kf-1/namn".
struct Subject {
    const Kind* kind = nullptr;
    std::string id;
    const FieldInfo* field = nullptr;   // null: all of the thing
};
// The kind by its key or Swedish name. Where an id has / in it ("targets/nojda/2016"), its last part is a field only if
// the kind has one of that name. None: subject_is_not_understood.
std::optional<Subject> read_subject(std::string_view text, Problems& problems);

struct Question {
    Version from = 1, to = 0;           // inclusive
    std::optional<Subject> of;
    std::string actor;                  // empty: anybody
    std::size_t limit = 0;              // only so many, the newest; 0 = all
};
struct Answer {
    std::vector<Version> versions;      // in order
    std::size_t left_out = 0;           // earlier ones beyond the limit
};
// Damage in the log is a problem; then what was found until then is given.
Answer find_entries(store::Reader& store, std::string_view municipality, const Question& question, Problems& problems);

struct SeenEntry {
    Entry entry;
    std::string hash;
    State before, after;
};
// The entries of those versions (sorted), in order. False: see problems.
bool see_entries(store::Reader& store, const app::KnownPtr& known, const std::vector<Version>& versions,
                 const std::function<void(const SeenEntry&)>& see, Problems& problems);

}  // namespace styrkedja::cli
