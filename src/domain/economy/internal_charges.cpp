// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/sourced_fact.h"

namespace styrkedja {

std::vector<SourcedFact> charged_facts(const State&, std::span<const SourcedFact>) {
    return {};
}

}  // namespace styrkedja
