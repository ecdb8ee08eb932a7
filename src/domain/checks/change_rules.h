// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/problem.h"
#include "domain/state/change.h"
#include "domain/state/state.h"

namespace styrkedja {

// What must hold of a municipality's state after somebody's changes, looked at only where they have changed
// something: every problem that they would bring is told with its thing and field, errors refuse the changes. What
// was wrong before and isn't touched is not told: validate tells it.
//
// By the descriptions of the things (changes_fit_together.h):
//   value_is_missing             what is required is empty; an amount whose unit isn't said. A text may be empty, as
//                                in a file where only its heading is written yet, and so may a list of parts
//   value_is_not_an_id, id_is_used_twice, retired_id_is_used   of a thing that is created
//   id_is_not_its_key            of a created thing that is named by what it is about
//   key_is_changed               of one that is there: it is ended and another is created instead
//   reference_does_not_exist, reference_is_of_wrong_kind
//   amount_has_parts_of_an_ore
//   ended_thing_is_referred_to   by what stays: the first 20 are told, the last of them with how many more there are
// By the checks of what must hold between things (checks.h, checks_of_changes.h): each looks at the changed things,
// and at all things where a change can have made others wrong. Two kinds of warning are left to validate: those
// that weigh many things together (unless more than many_changed things have changed), and some that arise at things
// that nobody has touched.
//
// And of forecasts that stand (frozen_forecasts.h): forecast_is_frozen. `how` = what kind of command it is.
//
// An id that was ended and isn't retired is free: only the log knows it.
void check_changes(const State& before, const State& after, std::span<const Change> changes, Problems& problems,
                   EntryKind how = EntryKind::edit);

}  // namespace styrkedja
