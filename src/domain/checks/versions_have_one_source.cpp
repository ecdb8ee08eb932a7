// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <set>

#include "domain/checks/checks.h"
#include "domain/economy/batch_months.h"
#include "domain/economy/description.h"
#include "domain/economy/ledger_part.h"

namespace styrkedja::checks {
namespace {

// The typed facts of a version that fall in a batch's months.
struct Both {
    std::set<std::string_view> units;
    Period first, last;
    std::size_t facts = 0;
    void add(const EconomyFact& fact) {
        units.insert(fact.unit.str());
        if (!first.exists() || fact.period.start() < first.start()) first = fact.period;
        if (!last.exists() || last.end() < fact.period.end()) last = fact.period;
        ++facts;
    }
};

// The units that have rows in the months that a batch shows.
std::set<std::string_view> units_in(const EconomyTrees& trees, const LedgerBatch& batch, const std::vector<LedgerPart>& parts) {
    std::set<std::string_view> units;
    for (const LedgerPart& part : parts) {
        if (part.batch->id != batch.id || part.opening) continue;
        const std::vector<Node>& nodes = part.codes->of(Role::unit);
        std::vector<char> is_there(nodes.size());
        for (std::size_t row = 0; row < part.rows(); ++row) is_there[part.code(Role::unit, row)] = 1;
        for (std::size_t code = 0; code < nodes.size(); ++code) {
            if (is_there[code] != 0 && nodes[code] != no_node) units.insert(trees.unit_at(nodes[code]).id.str());
        }
    }
    return units;
}

std::string listed(const std::set<std::string_view>& names) {
    constexpr std::size_t most = 5;
    std::string text;
    std::size_t count = 0;
    for (const std::string_view each : names) {
        if (count++ == most) return text + ", …";
        text += (text.empty() ? "" : ", ") + std::string(each);
    }
    return text;
}

}  // namespace

// Of a batch whose facts aren't here (in a pack) nobody knows whose they are: any unit's may be.
void versions_have_one_source(const State& state, const State& looked, Problems& problems) {
    std::map<std::string_view, std::vector<const EconomyFact*>> typed;
    for (const LedgerBatch& each : looked.ledger_batches) typed[each.version.str()];
    if (typed.empty()) return;
    for (const EconomyFact& each : state.economy) {
        if (auto of = typed.find(each.version.str()); of != typed.end()) of->second.push_back(&each);
    }
    const EconomyTrees trees(state);
    const CodeMap map(state);
    for (const auto& [version, facts] : typed) {
        if (facts.empty()) continue;
        const std::vector<LedgerPart> parts = ledger_parts(trees, map, version, false);
        for (const LedgerBatch& batch : looked.ledger_batches) {
            if (batch.version.str() != version) continue;
            const Period& months = counting_months(batch);
            const bool is_here = columns_of(state, batch) != nullptr;
            const std::set<std::string_view> units = is_here ? units_in(trees, batch, parts) : std::set<std::string_view>();
            Both both;
            for (const EconomyFact* each : facts) {
                const bool overlap = each->period.start() < months.end() && months.start() < each->period.end();
                if (overlap && (!is_here || units.contains(each->unit.str()))) both.add(*each);
            }
            if (both.facts == 0) continue;
            problems.add("version_is_typed_and_imported", Severity::warning, place_of(batch, "version"),
                         {{"version", std::string(version)}, {"batch", batch.id.str()}, {"months", months.str()},
                          {"facts", std::to_string(both.facts)}, {"units", listed(both.units)},
                          {"first", both.first.str()}, {"last", both.last == both.first ? std::string() : both.last.str()}});
        }
    }
}

}  // namespace styrkedja::checks
