// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/frozen_forecasts.h"

#include <algorithm>

#include "domain/checks/thing_rules.h"
#include "domain/economy/description.h"
#include "domain/economy/forecast_lines.h"

namespace styrkedja {
namespace {

constexpr std::size_t most_told = 20;

// Fields of a version that say what its figures are; its name and who decided it may still be mended.
constexpr std::string_view telling[] = {"kind", "occasion", "restated", "of", "with-changes", "through", "spread"};

class Standing {
  public:
    Standing(const State& before, const State& after, EntryKind how) : before_(before), after_(after), how_(how) {}

    void look(const ChangedThing& thing) {
        if (thing.kind->info == &description<FigureVersion>()) return version(thing);
        figure<Forecast>(thing);
        figure<EconomyFact>(thing);
        figure<Volume>(thing);
        batch(thing);
    }

    void tell(Problems& problems) {
        if (found_.empty()) return;
        if (count_ > found_.size()) found_.back().args.back().second = std::to_string(count_ - found_.size());
        for (Problem& each : found_) problems.add(std::move(each));
    }

  private:
    void version(const ChangedThing& thing) {
        if (!thing.was) return;
        const FigureVersion& was = *static_cast<const FigureVersion*>(thing.was);
        if (!is_frozen(before_, was, {})) return;
        if (!thing.is) {
            if (!is_withdrawn(was.id.str()) || thing.created) found(thing, was, "frozen");
            return;
        }
        for (const FieldInfo* field : thing.fields) {
            const bool thaws = field->key == "frozen" && was.frozen.exists();
            const bool tells = std::find(std::begin(telling), std::end(telling), field->key) != std::end(telling);
            if (thaws || tells) return found(thing, was, field->key);
        }
    }

    template <class T>
    void figure(const ChangedThing& thing) {
        if (thing.kind->info != &description<T>()) return;
        for (const void* each : {thing.was, thing.is}) {
            if (!each) continue;
            const T& figure = *static_cast<const T*>(each);
            if (stands(figure.version, figure.unit.str())) return found(thing, *before_.versions.find(figure.version.str()), field_of(thing));
        }
    }

    void batch(const ChangedThing& thing) {
        if (thing.kind->info != &description<LedgerBatch>()) return;
        for (const void* each : {thing.was, thing.is}) {
            if (!each) continue;
            const Ref<FigureVersion>& version = static_cast<const LedgerBatch*>(each)->version;
            if (stands(version, {})) return found(thing, *before_.versions.find(version.str()), field_of(thing));
        }
    }

    bool stands(const Ref<FigureVersion>& version, std::string_view unit) const {
        const FigureVersion* found = before_.versions.find(version.str());
        return found && is_frozen(before_, *found, unit) && !is_withdrawn(version.str());
    }

    // The entry that made the version is taken back, and with it all that it said.
    bool is_withdrawn(std::string_view version) const {
        return how_ == EntryKind::take_back && !after_.versions.find(version);
    }

    static std::string_view field_of(const ChangedThing& thing) {
        return thing.was && thing.is && !thing.fields.empty() ? thing.fields.front()->key : "version";
    }

    void found(const ChangedThing& thing, const FigureVersion& version, std::string_view field) {
        if (++count_ > most_told) return;
        const Occasion* occasion = before_.occasions.find(version.occasion.str());
        found_.push_back({"forecast_is_frozen", Severity::error, place_of(*thing.kind, thing.is ? thing.is : thing.was, field),
                          {{"version", version.id.str()}, {"name", version.name}, {"day", version.frozen.str()},
                           {"occasion", version.frozen.exists() || !occasion ? "" : occasion->name}, {"more", ""}}});
    }

    const State& before_;
    const State& after_;
    EntryKind how_;
    std::vector<Problem> found_;
    std::size_t count_ = 0;
};

}  // namespace

void forecasts_stand(const State& before, const State& after, std::span<const ChangedThing> things, EntryKind how,
                     Problems& problems) {
    Standing standing(before, after, how);
    for (const ChangedThing& each : things) standing.look(each);
    standing.tell(problems);
}

}  // namespace styrkedja
