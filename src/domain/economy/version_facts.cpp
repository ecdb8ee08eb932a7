// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/version_facts.h"

#include <algorithm>

#include "domain/economy/revised_budget.h"

namespace styrkedja {

std::span<const SourcedFact> VersionFacts::of(std::string_view version) {
    if (!has_read_) {
        for (const SourcedFact& each : typed_facts(*state_))
            facts_[std::string(each.version)].push_back(each);
        has_read_ = true;
        for (const FigureVersion* made : made_versions_in_order(*state_)) {
            auto facts = derived_facts(*state_, *made, find(made->of.str()),
                                       [&](std::string_view other) { return std::span(find(other)); });
            facts_[made->id.str()] = std::move(facts);
        }
    }
    return find(version);
}

const std::vector<SourcedFact>& VersionFacts::find(std::string_view version) {
    static const std::vector<SourcedFact> none;
    auto it = facts_.find(version);
    return it == facts_.end() ? none : it->second;
}

bool VersionFacts::is_whole(std::string_view version) const {
    const FigureVersion* found = state_->versions.find(version);
    if (!found) return false;
    for (const FigureVersion* each : made_from(*state_, *found)) {
        if (each->restated) return false;
        for (const LedgerBatch& batch : state_->ledger_batches) {
            if (batch.version.id == each->id) return false;
        }
    }
    return true;
}

}  // namespace styrkedja
