// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/sourced_fact.h"

namespace styrkedja {

std::vector<SourcedFact> derived_facts(const State&, const FigureVersion&, std::span<const SourcedFact>, const FactsOfVersion&) {
    return {};
}

}  // namespace styrkedja
