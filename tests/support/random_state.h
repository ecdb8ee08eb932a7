// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/state/state.h"
#include "support/random.h"

namespace styrkedja::testing {

// A state with some things of every kind, whose fields hold anything that their types allow, texts with all signs
// that files could stumble over. Ids are distinct and references lead somewhere; nothing else makes sense.
State random_state(Random& random, std::size_t things_of_each_kind);

}  // namespace styrkedja::testing
