// SPDX-License-Identifier: EUPL-1.2
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

template <class T>
using ParentsOf = std::function<void(const T&, const std::function<void(const std::string&)>&)>;

// Walks upwards from everything; who meets itself stands in a circle. A thing is walked from once.
template <class T>
class Circles {
  public:
    Circles(const Table<T>& things, const Table<T>& looked, ParentsOf<T> parents, std::string_view field, Problems& problems)
        : things_(things), looked_(looked), parents_(std::move(parents)), field_(field), problems_(problems) {}

    void find() {
        for (const T& thing : looked_) walk(thing);
    }

  private:
    void walk(const T& from) {
        if (done_.contains(from.id.str())) return;
        path_.push_back(from.id.str());
        on_path_.insert(from.id.str());
        parents_(from, [&](const std::string& parent) {
            const T* thing = things_.find(parent);
            if (!thing) return;
            if (on_path_.contains(parent)) tell(from, parent);
            else walk(*thing);
        });
        on_path_.erase(from.id.str());
        path_.pop_back();
        done_.insert(from.id.str());
    }

    void tell(const T& from, const std::string& parent) {
        std::string circle;
        bool inside = false;
        for (const std::string& id : path_) {
            inside = inside || id == parent;
            if (inside) circle += id + " → ";
        }
        problems_.add("parents_form_a_circle", Severity::error, place_of(from, field_),
                      {{"id", from.id.str()}, {"circle", circle + parent}});
    }

    const Table<T>& things_;
    const Table<T>& looked_;   // from which to walk
    ParentsOf<T> parents_;
    std::string_view field_;
    Problems& problems_;
    std::vector<std::string> path_;
    std::unordered_set<std::string> on_path_, done_;
};

template <class T>
void one_parent(const Table<T>& things, const Table<T>& looked, Problems& problems) {
    Circles<T>(things, looked, [](const T& thing, const auto& see) { if (!thing.parent.empty()) see(thing.parent.str()); },
               "parent", problems).find();
}

}  // namespace

void parents_form_no_circle(const State& state, const State& looked, Problems& problems) {
    Circles<Goal>(state.goals, looked.goals, [](const Goal& goal, const auto& see) {
        for (const Ref<Goal>& parent : goal.parents) see(parent.str());
    }, "parents", problems).find();
    Circles<Unit>(state.units, looked.units, [](const Unit& unit, const auto& see) {
        for (const auto& span : unit.parent.spans) see(span.value.str());
    }, "parent", problems).find();
    Circles<Occasion>(state.occasions, looked.occasions, [](const Occasion& occasion, const auto& see) { see(occasion.previous.str()); },
                      "previous", problems).find();
    Circles<Statement>(state.statements, looked.statements, [](const Statement& statement, const auto& see) { see(statement.refers_to.str()); },
                       "refers-to", problems).find();
    Circles<SpreadingKey>(state.spreading_keys, looked.spreading_keys, [](const SpreadingKey& key, const auto& see) { see(key.otherwise.str()); },
                          "otherwise", problems).find();
    one_parent(state.accounts, looked.accounts, problems);
    one_parent(state.services, looked.services, problems);
    one_parent(state.projects, looked.projects, problems);
}

}  // namespace styrkedja::checks
