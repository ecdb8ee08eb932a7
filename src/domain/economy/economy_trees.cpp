// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/economy_trees.h"

#include <algorithm>

#include "domain/state/state.h"

namespace styrkedja {
namespace {

// Numbers the things in preorder. What stands in a circle, or under one, is numbered as if it stood alone:
// the circle is told elsewhere (checks/parents_form_no_circle).
template <class T>
class Numbering {
  public:
    Forest of(const Table<T>& things) {
        std::vector<const T*> roots;
        for (const T& thing : things) {
            bool has_parent = !thing.parent.empty() && things.find(thing.parent.str());
            if (has_parent)
                below_[thing.parent.str()].push_back(&thing);
            else
                roots.push_back(&thing);
        }
        forest_.below.reserve(things.size());
        for (const T* root : roots) number_below(root);
        for (const T& thing : things) {
            if (!forest_.numbers.contains(thing.id.str())) number_below(&thing);
        }
        return std::move(forest_);
    }

  private:
    struct Step {
        const T* thing;
        std::size_t next;
    };

    void number(const T* thing, std::size_t depth) {
        const auto node = static_cast<Node>(forest_.below.size());
        forest_.numbers[thing->id.str()] = node;
        forest_.below.push_back({node, 0});
        forest_.ids.push_back(thing->id.str());
        forest_.depth.push_back(static_cast<int>(depth));
    }
    void number_below(const T* root) {
        std::vector<Step> path{{root, 0}};
        number(root, 0);
        while (!path.empty()) {
            Step& step = path.back();
            const auto& children = below_[step.thing->id.str()];
            if (step.next == children.size()) {
                forest_.below[static_cast<std::size_t>(forest_.numbers[step.thing->id.str()])].end =
                    static_cast<Node>(forest_.below.size());
                path.pop_back();
                continue;
            }
            const T* child = children[step.next++];
            if (forest_.numbers.contains(child->id.str())) continue;
            number(child, path.size());
            path.push_back({child, 0});
        }
    }

    std::unordered_map<std::string_view, std::vector<const T*>> below_;
    Forest forest_;
};

}  // namespace

EconomyTrees::EconomyTrees(const State& state)
    : accounts(Numbering<Account>().of(state.accounts)),
      services(Numbering<Service>().of(state.services)),
      projects(Numbering<Project>().of(state.projects)),
      state_(&state) {
    account_kinds.resize(accounts.size());
    for (const Account& account : state.accounts)
        account_kinds[static_cast<std::size_t>(accounts.find(account.id.str()))] = account.kind;
    for (const Unit& each : state.units) {
        units_[each.id.str()] = static_cast<Node>(units_.size());
        unit_at_.push_back(&each);
        for (const auto& span : each.parent.spans) {
            const Unit* parent = state.units.find(span.value.str());
            if (!parent || parent == &each) continue;
            auto& below = once_below_[parent->id.str()];
            if (below.empty() || below.back() != &each) below.push_back(&each);
        }
    }
    for (auto& [parent, below] : once_below_) {
        std::stable_sort(below.begin(), below.end(),
                         [](const Unit* a, const Unit* b) { return a->order < b->order; });
    }
}

Node EconomyTrees::unit(std::string_view id) const {
    auto it = units_.find(id);
    return it == units_.end() ? no_node : it->second;
}

const Unit* EconomyTrees::parent_on(const Unit& unit, Date day) const {
    const Ref<Unit>& parent = unit.parent.at(day);
    return parent.empty() ? nullptr : state_->units.find(parent.str());
}

Node EconomyTrees::parent_on(Node unit, Date day) const {
    return this->unit(unit_at(unit).parent.at(day).str());
}

std::vector<Node> EconomyTrees::chain_of(Node unit, Date day) const {
    std::vector<Node> chain;
    for (Node each = unit; each != no_node; each = parent_on(each, day)) {
        if (std::find(chain.begin(), chain.end(), each) != chain.end()) break;
        chain.push_back(each);
    }
    return chain;
}

std::vector<char> EconomyTrees::units_in(Node wanted, Date day) const {
    std::vector<char> in(unit_count(), wanted == no_node);
    if (wanted == no_node) return in;
    std::vector<char> known(unit_count(), 0);
    in[static_cast<std::size_t>(wanted)] = known[static_cast<std::size_t>(wanted)] = 1;
    std::vector<Node> path;
    for (Node node = 0; node < static_cast<Node>(unit_count()); ++node) {
        path.clear();
        Node each = node;
        // A circle without the wanted unit ends when it comes round.
        while (each != no_node && !known[static_cast<std::size_t>(each)]) {
            known[static_cast<std::size_t>(each)] = 1;
            path.push_back(each);
            each = parent_on(each, day);
        }
        const char is_in = each != no_node && in[static_cast<std::size_t>(each)];
        for (Node below : path) in[static_cast<std::size_t>(below)] = is_in;
    }
    return in;
}

const std::vector<const Unit*>& EconomyTrees::units_once_below(std::string_view unit) const {
    static const std::vector<const Unit*> none;
    auto it = once_below_.find(unit);
    return it == once_below_.end() ? none : it->second;
}

std::vector<const Unit*> EconomyTrees::units_below(std::string_view unit, Date day) const {
    std::vector<const Unit*> below;
    for (const Unit* each : units_once_below(unit)) {
        if (each->parent.at(day).str() == unit && each->valid.holds_on(day)) below.push_back(each);
    }
    return below;
}

std::vector<const Unit*> EconomyTrees::units_within(std::string_view unit, Date day) const {
    std::vector<const Unit*> within, waiting;
    if (const Unit* root = state_->units.find(unit)) waiting.push_back(root);
    while (!waiting.empty() && within.size() < state_->units.size()) {
        within.push_back(waiting.back());
        waiting.pop_back();
        auto below = units_below(within.back()->id.str(), day);
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
    return within;
}

std::vector<const Unit*> EconomyTrees::units_above(std::string_view unit, Date day) const {
    std::vector<const Unit*> above;
    const Unit* each = state_->units.find(unit);
    while (each && (each = parent_on(*each, day)) && above.size() < state_->units.size())
        above.push_back(each);
    return above;
}

bool EconomyTrees::is_within(std::string_view unit, std::string_view ancestor, Date day) const {
    const Unit* each = state_->units.find(unit);
    for (std::size_t steps = 0; each && steps <= state_->units.size(); ++steps) {
        if (each->id.str() == ancestor) return true;
        each = parent_on(*each, day);
    }
    return false;
}

}  // namespace styrkedja
