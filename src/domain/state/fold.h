// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "domain/state/change.h"
#include "domain/state/state.h"

// The state of a municipality is what its log says, change by change, from the first. Pure and total: what does not
// fit (a thing that isn't there, a field that this program doesn't know, a text that is no value) is a problem with
// its version and place, and leaves the state as it was.
namespace styrkedja {

// Which way of reading logs this program has. A state that another way made is folded anew, not trusted.
inline constexpr std::uint32_t fold_version = 1;

// Does one change to a field (set, linked, unlinked) of a thing that is the caller's own. False: it doesn't fit.
bool change_field(const Kind& kind, void* thing, const ChangeView& change, Version version, Problems& problems);

// Goes on from a state: for the few changes of a command. What they don't touch is shared with the state before.
class Continuation {
  public:
    explicit Continuation(State& state) : state_(state) {}
    ~Continuation() { finish(); }
    Continuation(const Continuation&) = delete;
    Continuation& operator=(const Continuation&) = delete;

    bool apply(const ChangeView& change, Version version, Problems& problems);
    void finish();   // the state is whole again; also done at the end of life

  private:
    void* thing(const Kind& kind, std::string_view id);

    State& state_;
    const Kind* kind_ = nullptr;      // of the thing that is being changed
    std::shared_ptr<void> thing_;
};

// Builds a state from nothing (or goes on building): for whole logs.
class Fold {
  public:
    Fold();
    // A thing of a snapshot, made by its kind, with its versions.
    void add(const Kind& kind, std::shared_ptr<void> thing);
    bool apply(const ChangeView& change, Version version, Problems& problems);
    State take();    // the state; the fold is empty after it

  private:
    using Things = std::unordered_map<std::string_view, std::shared_ptr<void>>;  // keys lie in the things

    std::vector<Things> things_;      // by the kinds' numbers
    const Kind* last_kind_ = nullptr; // changes of one thing mostly stand together
    void* last_ = nullptr;
};

}  // namespace styrkedja
