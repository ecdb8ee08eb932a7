// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "domain/economy/revised_budget.h"
#include "domain/economy/spread_budget.h"

namespace styrkedja {
namespace {

// Facts of a version among all that is typed.
std::vector<SourcedFact> typed_of(const std::vector<SourcedFact>& typed, std::string_view version) {
    std::vector<SourcedFact> facts;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(facts),
                 [&](const SourcedFact& each) { return each.version == version; });
    return facts;
}

class InOrder {
  public:
    explicit InOrder(const State& state) : state_(state) {}

    std::vector<const FigureVersion*> all() {
        for (const FigureVersion& each : state_.versions) visit(each);
        return std::move(order_);
    }

  private:
    enum class Seen { on_path, sound, in_circle };

    // Is it free of circles? Then it stands in the order, if it is made from something.
    bool visit(const FigureVersion& version) {
        auto [it, is_new] = seen_.try_emplace(version.id.str(), Seen::on_path);
        if (!is_new) return it->second == Seen::sound;
        bool sound = !is_made(version) || visit_named(version.of);
        const SpreadingKey* key = state_.spreading_keys.find(version.spread.str());
        for (std::size_t steps = 0; sound && key && steps <= state_.spreading_keys.size(); ++steps) {
            sound = key->of.empty() || visit_named(key->of);
            key = state_.spreading_keys.find(key->otherwise.str());
        }
        seen_[version.id.str()] = sound ? Seen::sound : Seen::in_circle;
        if (sound && is_made(version)) order_.push_back(&version);
        return sound;
    }

    bool visit_named(const Ref<FigureVersion>& ref) {
        const FigureVersion* version = state_.versions.find(ref.str());
        return version && visit(*version);
    }

    const State& state_;
    std::unordered_map<std::string_view, Seen> seen_;
    std::vector<const FigureVersion*> order_;
};

}  // namespace

bool is_made(const FigureVersion& version) {
    return !version.of.empty() && (version.with_changes || !version.spread.empty() || version.restated);
}

std::vector<const FigureVersion*> made_versions_in_order(const State& state) {
    return InOrder(state).all();
}

std::vector<SourcedFact> derived_facts(const State& state, const FigureVersion& made,
                                       std::span<const SourcedFact> of, const FactsOfVersion& facts_of) {
    if (!is_made(made)) return {};
    std::vector<SourcedFact> facts =
        made.with_changes ? with_changes(state, made, of) : std::vector<SourcedFact>(of.begin(), of.end());
    for (SourcedFact& each : facts) each.version = made.id.str();
    const SpreadingKey* key = state.spreading_keys.find(made.spread.str());
    if (!key) return facts;
    if (facts_of) return spread_out(state, *key, std::move(facts), facts_of);
    const std::vector<SourcedFact> typed = typed_facts(state);
    std::vector<SourcedFact> asked;
    return spread_out(state, *key, std::move(facts), [&](std::string_view version) {
        asked = typed_of(typed, version);
        return std::span<const SourcedFact>(asked);
    });
}

}  // namespace styrkedja
