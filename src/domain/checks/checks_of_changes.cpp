// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks_of_changes.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>

#include "domain/checks/checks.h"
#include "domain/checks/named_by.h"
#include "domain/state/stored.h"

namespace styrkedja {
namespace {

// Kinds as a set of their numbers.
using KindSet = std::uint64_t;
KindSet set_of(const Kind& kind) {
    return KindSet{1} << static_cast<unsigned>(kind.info->number);
}

const Kind& kind_named(std::string_view name) {
    const Kind* kind = name == head_kind().info->key ? &head_kind() : find_kind(name);
    assert(kind && "a check names a kind that isn't there");
    return *kind;
}

KindSet kinds_in(std::string_view names, bool are_new) {
    KindSet set = 0;
    if (names == "*") return are_new ? set : ~set;
    for (std::string_view each : split_list(names, ' ')) {
        if (each.ends_with('+') == are_new) set |= set_of(kind_named(each.substr(0, each.find('+'))));
    }
    return set;
}

// HangsOn, read.
class Hinge {
  public:
    explicit Hinge(const HangsOn& written) : kind_(&kind_named(written.kind)) {
        for (std::string_view each : split_list(written.fields, ' ')) {
            if (each == "*")
                always_ = true;
            else if (each == "-")
                ended_ = true;
            else
                fields_.push_back(field(each));
        }
        for (std::string_view each : split_list(written.others, ' ')) others_.push_back(&kind_named(each));
    }

    bool is_moved_by(const ChangedThing& thing) const {
        if (thing.kind != kind_) return false;
        if (always_ || (ended_ && !thing.is)) return true;
        if (!thing.was || !thing.is) return false;
        return std::any_of(thing.fields.begin(), thing.fields.end(), [&](const FieldInfo* each) {
            return std::find(fields_.begin(), fields_.end(), each) != fields_.end();
        });
    }

    bool moves_any() const { return others_.empty(); }
    void add_moved(const State& state, const ChangedThing& thing, State& looked) const {
        for (const Kind* each : others_) add_those_that_name(state, thing, *each, looked);
    }

  private:
    const FieldInfo* field(std::string_view name) const {
        const FieldInfo* found = field_named(*kind_, name);
        assert(found && "a check names a field that isn't there");
        return found;
    }

    const Kind* kind_;
    std::vector<const FieldInfo*> fields_;
    std::vector<const Kind*> others_;
    bool always_ = false, ended_ = false;
};

struct ReadCheck {
    decltype(Check::look) look;
    KindSet about, about_new;
    KindSet hinge_kinds = 0;
    std::vector<Hinge> hinges;
};

const std::vector<ReadCheck>& read_checks() {
    static const std::vector<ReadCheck> all = [] {
        std::vector<ReadCheck> list;
        for (const Check& each : all_checks()) {
            ReadCheck& read = list.emplace_back(
                ReadCheck{each.look, kinds_in(each.about, false), kinds_in(each.about, true), 0, {}});
            for (const HangsOn& hangs : each.hangs_on) {
                read.hinges.emplace_back(hangs);
                read.hinge_kinds |= set_of(kind_named(hangs.kind));
            }
        }
        return list;
    }();
    return all;
}

// What a check has to look at for these changes.
class Sight {
  public:
    Sight(std::span<const ChangedThing> things, const ReadCheck& check, KindSet changed, KindSet created)
        : is_about_them_((check.about & changed) != 0 || (check.about_new & created) != 0) {
        if ((check.hinge_kinds & changed) == 0) return;
        for (const ChangedThing& thing : things) {
            for (const Hinge& hinge : check.hinges) {
                if (!hinge.is_moved_by(thing)) continue;
                if (hinge.moves_any())
                    is_whole_ = true;
                else
                    moved_.emplace_back(&hinge, &thing);
            }
        }
    }

    bool is_nothing() const { return !is_whole_ && !is_about_them_ && moved_.empty(); }

    void look(const ReadCheck& check, const State& state, const State& looked, Problems& problems) const {
        if (is_whole_)
            check.look(state, state, problems);
        else if (moved_.empty())
            check.look(state, looked, problems);
        else
            check.look(state, with_moved(state, looked), problems);
    }

  private:
    State with_moved(const State& state, State looked) const {
        for (const auto& [hinge, thing] : moved_) hinge->add_moved(state, *thing, looked);
        return looked;
    }

    bool is_about_them_, is_whole_ = false;
    std::vector<std::pair<const Hinge*, const ChangedThing*>> moved_;
};

// Only the changed things, as they are (or were). They are lent: the state that has them keeps them.
State only(std::span<const ChangedThing> things, const void* ChangedThing::*as) {
    State state;
    for (const ChangedThing& each : things) {
        if (!(each.*as) || each.kind == &head_kind()) continue;
        each.kind->put(state, std::shared_ptr<void>(std::shared_ptr<void>(), const_cast<void*>(each.*as)));
    }
    return state;
}

}  // namespace

void check_changed_things(const State& before, const State& after, std::span<const ChangedThing> things,
                          Problems& problems) {
    KindSet changed = 0, created = 0;
    for (const ChangedThing& each : things) {
        changed |= set_of(*each.kind);
        if (each.created) created |= set_of(*each.kind);
    }
    const bool many = things.size() > many_changed;
    const State now_looked = many ? State() : only(things, &ChangedThing::is);
    std::optional<State> then_looked;
    for (const ReadCheck& check : read_checks()) {
        Problems now, then;
        if (many) {
            check.look(after, after, now);
            if (!now.empty()) check.look(before, before, then);
        } else {
            const Sight sight(things, check, changed, created);
            if (sight.is_nothing()) continue;
            sight.look(check, after, now_looked, now);
            if (now.empty()) continue;
            if (!then_looked) then_looked = only(things, &ChangedThing::was);
            sight.look(check, before, *then_looked, then);
        }
        tell_new(now, then, things, problems);
    }
}

}  // namespace styrkedja
