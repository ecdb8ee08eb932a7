// SPDX-License-Identifier: EUPL-1.2
#include "app/command_check.h"

#include <algorithm>
#include <set>

#include "domain/checks/change_rules.h"
#include "domain/state/fold.h"
#include "domain/state/stored.h"

namespace styrkedja::app {
namespace {

constexpr std::size_t longest_command_id = 64;

class Examination {
  public:
    Examination(const Command& command, const State& state) : command_(command), state_(state) {}

    // Takes the change, leaves it out because it is so already, or finds what it collides with.
    void change(const Change& wanted) {
        const Kind* kind = kind_by_number(wanted.thing);
        const FieldInfo* field = kind ? field_by_number(*kind, wanted.field) : nullptr;
        if (wanted.kind == ChangeKind::created) return created(wanted, kind);
        if (!kind || (!field && wanted.kind != ChangeKind::ended) || is_of_this_command(wanted)) {
            kept_.push_back(wanted);   // new or ended in this command; or what the fold refuses with its reason
            return;
        }
        const void* thing = kind->find(state_, wanted.id);
        if (!thing) return collide(wanted, 0, {});
        if (wanted.kind == ChangeKind::ended) ended(wanted, *kind, thing);
        else if (wanted.kind == ChangeKind::set) set(wanted, *kind, *field, thing);
        else linked(wanted, *kind, *field, thing);
    }

    std::vector<Change>& kept() { return kept_; }
    std::vector<Collision>& collisions() { return collisions_; }

  private:
    void created(const Change& wanted, const Kind* kind) {
        const void* there = kind ? kind->find(state_, wanted.id) : nullptr;
        if (there && !ended_.contains({wanted.thing, wanted.id})) return collide(wanted, kind->versions_of(there).of(0), {});
        created_.emplace(wanted.thing, wanted.id);
        kept_.push_back(wanted);
    }

    void ended(const Change& wanted, const Kind& kind, const void* thing) {
        const FieldVersions& versions = kind.versions_of(thing);
        if (versions.newest() > command_.read) return collide(wanted, versions.newest(), {});
        Change& change = kept_.emplace_back(wanted);
        ended_.emplace(wanted.thing, wanted.id);
        change.replaces = versions.newest();
        change.fields = pack_versions(versions);
    }

    void set(const Change& wanted, const Kind& kind, const FieldInfo& field, const void* thing) {
        std::string now = stored_text(field, thing);
        const bool is_so = now == wanted.value || (wanted.value.empty() && is_default(kind, field, now));
        if (is_so && !is_touched(wanted)) return;
        const Version version = kind.versions_of(thing).of(wanted.field);
        if (version > command_.read) return collide(wanted, version, std::move(now));
        keep(wanted, version);
    }

    // Two people's links live side by side, whatever the other did with the list.
    void linked(const Change& wanted, const Kind& kind, const FieldInfo& field, const void* thing) {
        if (is_linked(field)) {
            const std::vector<std::string> now = elements(field, thing);
            const bool is_there = std::find(now.begin(), now.end(), wanted.value) != now.end();
            if (is_there == (wanted.kind == ChangeKind::linked) && !is_touched(wanted)) return;
        }
        keep(wanted, kind.versions_of(thing).of(wanted.field));
    }

    bool is_of_this_command(const Change& wanted) const {
        const std::pair<int, std::string> thing{wanted.thing, wanted.id};
        return created_.contains(thing) || ended_.contains(thing);
    }

    // The command says something of that field already: what comes last holds, also when it is so now.
    bool is_touched(const Change& wanted) const { return touched_.contains({{wanted.thing, wanted.id}, wanted.field}); }

    void keep(const Change& wanted, Version replaces) {
        touched_.insert({{wanted.thing, wanted.id}, wanted.field});
        kept_.push_back(wanted);
        kept_.back().replaces = replaces;
    }

    static bool is_default(const Kind& kind, const FieldInfo& field, const std::string& now) {
        return now == stored_text(field, kind.make().get());
    }

    void collide(const Change& wanted, Version version, std::string now) {
        const int field = wanted.kind == ChangeKind::ended || wanted.kind == ChangeKind::created ? 0 : wanted.field;
        collisions_.push_back({wanted.thing, wanted.id, field, {}, std::move(now), wanted.value, version, {}});
    }

    const Command& command_;
    const State& state_;
    std::set<std::pair<int, std::string>> created_, ended_;
    std::set<std::pair<std::pair<int, std::string>, int>> touched_;
    std::vector<Change> kept_;
    std::vector<Collision> collisions_;
};

}  // namespace

Outcome refusal(std::string_view code, std::vector<std::pair<std::string_view, std::string>> args) {
    Outcome outcome;
    outcome.what = Outcome::What::refused;
    outcome.problems.add(code, Severity::error, {}, std::move(args));
    return outcome;
}

CheckedCommand check_command(const Command& command, const State& state, Version version) {
    CheckedCommand checked;
    if (command.id.empty() || command.id.size() > longest_command_id) {
        checked.outcome = refusal("command_id_is_not_one", {{"length", std::to_string(command.id.size())}});
        return checked;
    }
    Examination examination(command, state);
    for (const Change& each : command.changes) examination.change(each);
    Outcome& outcome = checked.outcome;
    outcome.collisions = std::move(examination.collisions());
    if (!outcome.collisions.empty()) {
        outcome.what = Outcome::What::collided;
        return checked;
    }
    checked.changes = std::move(examination.kept());
    checked.state = state;
    {
        Continuation continuation(checked.state);
        for (const Change& each : checked.changes) continuation.apply(each.view(), version, outcome.problems);
    }
    if (!outcome.problems.has_errors()) check_changes(state, checked.state, checked.changes, outcome.problems, command.kind);
    outcome.what = outcome.problems.has_errors() ? Outcome::What::refused : Outcome::What::done;
    return checked;
}

}  // namespace styrkedja::app
