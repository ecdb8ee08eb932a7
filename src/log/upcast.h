// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "domain/state/change.h"

// How what older programs wrote is read today. Bytes in a log are never written anew: a change that was written by an
// older model is raised, step by step, to the model of today when it is read. The steps are pure, and stay for ever.
//
// To add one, when the model changes so that an old change no longer reads as it was meant (docs/log-format.md):
//   1. write what the model now is as model_version (entry.h), one more than before;
//   2. add a step from the old number to the table in upcast.cpp, and a test with a change of each kind it touches;
//   3. the kept logs in tests/logs still fold to the same state: read what differs in their goldens, if anything.
// A new kind or field needs no step: numbers are permanent, and old logs don't use it. A kind or field that is gone
// needs one, which drops its changes or says them in other words.
namespace styrkedja::log {

// What a step says instead of the change it was given: nothing (the change is dropped), one change, or several in
// their order. It must let an erased value be (change.erased: its text is erased_text, in whatever form values have),
// raise the packed versions in `fields` of an `ended` (pack_versions), and leave `replaces` alone: that is a version.
using Raise = std::function<void(Change change, const std::function<void(Change)>& say)>;

// One step: from that model to the next. A model without a step reads as the next does.
struct Upcast {
    std::uint32_t from = 0;
    Raise raise;
};

// This program's steps, by model. None yet: model 1 is the first.
std::span<const Upcast> upcasts();

// The change as model `to` says it, when model `from` wrote it.
std::vector<Change> raised(Change change, std::uint32_t from, std::uint32_t to, std::span<const Upcast> steps);

}  // namespace styrkedja::log
