// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/diff.h"

#include <algorithm>

#include "domain/state/stored.h"

namespace styrkedja {
namespace {

std::string id_of(const Kind& kind, const void* thing) {
    return &kind == &head_kind() ? std::string(head_id) : kind.id(thing).str();
}

template <class See>
void each_kind(const See& see) {
    see(head_kind());
    for (const Kind& kind : kinds()) see(kind);
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& those) {
    std::vector<std::string> rest;
    for (const std::string& each : all) {
        if (std::find(those.begin(), those.end(), each) == those.end()) rest.push_back(each);
    }
    return rest;
}

// Things of one kind, and the changes that are found at them.
class Differ {
  public:
    Differ(const Kind& kind, std::vector<Change>& changes) : kind_(kind), changes_(changes), fresh_(kind.make()) {}

    void created(const void* thing) {
        const std::string id = id_of(kind_, thing);
        if (&kind_ != &head_kind()) changes_.emplace_back(ChangeKind::created, number_of(kind_), id);
        for (const FieldInfo* field : logged_fields(kind_)) {
            std::string text = stored_text(*field, thing);
            if (text == stored_text(*field, fresh_.get())) continue;
            changes_.emplace_back(ChangeKind::set, number_of(kind_), id, field->number, 0, std::move(text));
        }
    }

    void ended(const void* thing) {
        const FieldVersions& versions = kind_.versions_of(thing);
        Change& change = changes_.emplace_back(ChangeKind::ended, number_of(kind_), id_of(kind_, thing), 0, versions.newest());
        change.fields = pack_versions(versions);
    }

    void field(const FieldInfo& field, const void* was, const void* is) {
        std::string before = stored_text(field, was), after = stored_text(field, is);
        if (before == after) return;
        if (is_linked(field) && one_by_one(field, was, is)) return;
        set(field, was, std::move(after));
    }

    void set(const FieldInfo& field, const void* was, std::string text) {
        changes_.emplace_back(ChangeKind::set, number_of(kind_), id_of(kind_, was), field.number,
                              kind_.versions_of(was).of(field.number), std::move(text));
    }

    void link(const FieldInfo& field, const void* was, ChangeKind what, const std::vector<std::string>& those) {
        for (const std::string& each : those) {
            changes_.emplace_back(what, number_of(kind_), id_of(kind_, was), field.number,
                                  kind_.versions_of(was).of(field.number), each);
        }
    }

  private:
    // Removals and then additions at the end, where that gives the list as it is.
    bool one_by_one(const FieldInfo& field, const void* was, const void* is) {
        const auto before = elements(field, was), after = elements(field, is);
        const auto gone = without(before, after), come = without(after, before);
        auto expected = without(before, gone);
        for (const std::string& each : come) {
            if (std::find(expected.begin(), expected.end(), each) == expected.end()) expected.push_back(each);
        }
        if (expected != after) return false;
        link(field, was, ChangeKind::unlinked, gone);
        link(field, was, ChangeKind::linked, come);
        return true;
    }

    const Kind& kind_;
    std::vector<Change>& changes_;
    std::shared_ptr<void> fresh_;
};

bool same_fields(const Kind& kind, const void* a, const void* b) {
    const auto& fields = logged_fields(kind);
    return std::all_of(fields.begin(), fields.end(), [&](const FieldInfo* field) {
        return stored_text(*field, a) == stored_text(*field, b);
    });
}

class Merger {
  public:
    Merger(const Kind& kind, const State& mine, Merge& merge)
        : kind_(kind), mine_(mine), merge_(merge), differ_(kind, merge.changes), fresh_(kind.make()) {}

    void thing(const void* base, const void* theirs) {
        const void* either = theirs ? theirs : base;
        const void* mine = kind_.find(mine_, kind_.id(either).str());
        if (!mine && !base) {
            differ_.created(theirs);
        } else if (!mine && theirs) {
            if (!same_fields(kind_, base, theirs)) gone(theirs, "theirs");
        } else if (mine && !theirs) {
            if (same_fields(kind_, base, mine)) differ_.ended(mine);
            else gone(mine, "mine");
        } else if (mine) {
            for (const FieldInfo* each : logged_fields(kind_)) field(*each, base ? base : fresh_.get(), theirs, mine);
        }
    }

  private:
    void field(const FieldInfo& field, const void* base, const void* theirs, const void* mine) {
        const std::string now = stored_text(field, mine);
        if (stored_text(field, theirs) == now) return;
        if (is_linked(field)) {
            lists(field, base, theirs, mine);
            return;
        }
        const std::string was = stored_text(field, base);
        std::string wanted = stored_text(field, theirs);
        if (wanted == was) return;
        if (now == was) differ_.set(field, mine, std::move(wanted));
        else merge_.conflicts.push_back({&kind_, id_of(kind_, mine), &field, was, wanted, now});
    }

    // Lists take each other's elements. Only the order can't be had from both.
    void lists(const FieldInfo& field, const void* base, const void* theirs, const void* mine) {
        const auto was = elements(field, base), wanted = elements(field, theirs), now = elements(field, mine);
        if (now == was) {
            differ_.field(field, mine, theirs);
            return;
        }
        differ_.link(field, mine, ChangeKind::unlinked, without(without(was, wanted), without(was, now)));
        differ_.link(field, mine, ChangeKind::linked, without(without(wanted, was), now));
    }

    void gone(const void* other, std::string_view whose) {
        Conflict conflict{&kind_, id_of(kind_, other), nullptr, "there", "", ""};
        (whose == "mine" ? conflict.mine : conflict.theirs) = "changed";
        merge_.conflicts.push_back(std::move(conflict));
    }

    const Kind& kind_;
    const State& mine_;
    Merge& merge_;
    Differ differ_;
    std::shared_ptr<void> fresh_;
};

}  // namespace

std::vector<Change> difference(const State& before, const State& after) {
    std::vector<Change> changes;
    each_kind([&](const Kind& kind) {
        Differ differ(kind, changes);
        kind.differences(before, after, [&](const void* was, const void* is) {
            if (!was) return differ.created(is);
            if (!is) return differ.ended(was);
            for (const FieldInfo* field : logged_fields(kind)) differ.field(*field, was, is);
        });
    });
    return changes;
}

Merge merge(const State& base, const State& theirs, const State& mine) {
    Merge merged;
    each_kind([&](const Kind& kind) {
        Merger merger(kind, mine, merged);
        kind.differences(base, theirs, [&](const void* was, const void* is) { merger.thing(was, is); });
    });
    return merged;
}

}  // namespace styrkedja
