// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks_of_changes.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>

#include "domain/checks/checks.h"
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

KindSet kinds_in(std::string_view names) {
    KindSet set = 0;
    if (names == "*") return ~set;
    for (std::string_view each : split_list(names, ' ')) set |= set_of(kind_named(each));
    return set;
}

// HangsOn, read.
class Hinge {
  public:
    explicit Hinge(const HangsOn& written) : kind_(&kind_named(written.kind)) {
        for (std::string_view each : split_list(written.fields, ' ')) {
            if (each == "*")
                always_ = true;
            else if (each == "+")
                created_ = true;
            else if (each == "-")
                ended_ = true;
            else
                fields_.push_back(field(each));
        }
    }

    bool is_moved_by(const ChangedThing& thing) const {
        if (thing.kind != kind_) return false;
        if (always_ || (created_ && thing.created) || (ended_ && !thing.is)) return true;
        if (!thing.was || !thing.is) return false;
        return std::any_of(thing.fields.begin(), thing.fields.end(), [&](const FieldInfo* each) {
            return std::find(fields_.begin(), fields_.end(), each) != fields_.end();
        });
    }

  private:
    const FieldInfo* field(std::string_view name) const {
        const FieldInfo* found = field_named(*kind_, name);
        assert(found && "a check names a field that isn't there");
        return found;
    }

    const Kind* kind_;
    std::vector<const FieldInfo*> fields_;
    bool always_ = false, created_ = false, ended_ = false;
};

struct ReadCheck {
    decltype(Check::look) look;
    KindSet about;
    KindSet hinge_kinds = 0;
    std::vector<Hinge> hinges;
};

const std::vector<ReadCheck>& read_checks() {
    static const std::vector<ReadCheck> all = [] {
        std::vector<ReadCheck> list;
        for (const Check& each : all_checks()) {
            ReadCheck& read = list.emplace_back(ReadCheck{each.look, kinds_in(each.about), 0, {}});
            for (const HangsOn& hangs : each.hangs_on) {
                read.hinges.emplace_back(hangs);
                read.hinge_kinds |= set_of(kind_named(hangs.kind));
            }
        }
        return list;
    }();
    return all;
}

bool moves_others(std::span<const ChangedThing> things, const ReadCheck& check) {
    return std::any_of(things.begin(), things.end(), [&](const ChangedThing& thing) {
        return std::any_of(check.hinges.begin(), check.hinges.end(),
                           [&](const Hinge& hinge) { return hinge.is_moved_by(thing); });
    });
}

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
    KindSet changed = 0;
    for (const ChangedThing& each : things) changed |= set_of(*each.kind);
    const bool many = things.size() > many_changed;
    const State now_looked = many ? State() : only(things, &ChangedThing::is);
    std::optional<State> then_looked;
    for (const ReadCheck& check : read_checks()) {
        const bool whole = many || ((check.hinge_kinds & changed) && moves_others(things, check));
        if (!whole && !(check.about & changed)) continue;
        Problems now, then;
        check.look(after, whole ? after : now_looked, now);
        if (now.empty()) continue;
        if (!whole && !then_looked) then_looked = only(things, &ChangedThing::was);
        check.look(before, whole ? before : *then_looked, then);
        tell_new(now, then, things, problems);
    }
}

}  // namespace styrkedja
