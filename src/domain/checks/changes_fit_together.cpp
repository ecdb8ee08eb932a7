// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/changes_fit_together.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/nearest.h"
#include "domain/checks/thing_rules.h"
#include "domain/model/description.h"
#include "domain/plan/description.h"
#include "domain/state/stored.h"
#include "domain/values/money.h"

namespace styrkedja {
namespace {

constexpr std::size_t most_told = 20;  // of what refers to things that are ended

const Kind& kind_wanted(const StructInfo& info) {
    return *kind_by_number(info.number);
}

// The thing that an id names; of any kind where none is wanted.
bool leads_somewhere(const State& state, const StructInfo* wanted, const std::string& id) {
    return wanted ? kind_wanted(*wanted).find(state, id) != nullptr
                  : find_anything(state, id).thing != nullptr;
}

std::string id_that_may_be_meant(const State& state, const StructInfo* wanted, const std::string& id) {
    std::vector<std::string_view> candidates;
    for (const Kind& kind : kinds()) {
        if (wanted ? kind.info != wanted : !kind.named) continue;
        kind.each(state, [&](const void* thing) { candidates.push_back(kind.id(thing).str()); });
    }
    std::sort(candidates.begin(), candidates.end());
    return nearest(id, candidates);
}

// What must hold of one thing in a state, looked at where it has changed.
class ThingRules {
  public:
    ThingRules(const State& state, const ChangedThing& changed, const void* thing, Problems& problems)
        : state_(state), changed_(changed), kind_(*changed.kind), thing_(thing), problems_(problems) {}

    void look() {
        for (const FieldInfo* field : changed_.fields) {
            if (!is_untold_head()) required(*field, thing_, "");
            if (field->type->each_ref || field->type->shape == TypeInfo::Shape::records) references(*field);
        }
        amounts();
    }

  private:
    Place place(std::string_view field) const { return place_of(kind_, thing_, field); }

    // Where the first pack of a municipality is taken back, its head is as before: nothing is said yet.
    bool is_untold_head() const {
        return &kind_ == &head_kind() && static_cast<const PackHead*>(thing_)->id.empty();
    }

    void missing(const FieldInfo& field, const std::string& path) {
        problems_.add("value_is_missing", Severity::error, place(path + std::string(field.key)),
                      {{"field", std::string(field.key)}, {"kind", std::string(kind_.info->key)}});
    }

    void required(const FieldInfo& field, const void* object, const std::string& path) {
        // A file of texts may have a heading under which nothing is written yet.
        static const StructInfo* texts = &description<TextEntity>();
        if (field.required && kind_.info != texts && says_nothing(field, object)) missing(field, path);
        if (field.type->shape != TypeInfo::Shape::records) return;
        const void* list = field.in(object);
        for (std::size_t i = 0; i < field.type->size(list); ++i) {
            const std::string below = path + std::string(field.key) + "/" + std::to_string(i) + "/";
            for (const FieldInfo& each : field.type->record().fields)
                required(each, field.type->at(list, i), below);
        }
    }

    // A year is never 0. A list may have no parts yet, as in a pack: what that means is told where it matters
    // (a scale without values).
    static bool says_nothing(const FieldInfo& field, const void* object) {
        if (field.type->shape == TypeInfo::Shape::records) return false;
        if (field.type == detail::type_info<int>()) return *static_cast<const int*>(field.in(object)) == 0;
        return field.text(object).empty();
    }

    void references(const FieldInfo& field) {
        each_reference(
            field, thing_,
            [&](const FieldInfo& in, const std::string& path, const StructInfo* wanted, const Id& id) {
                if (leads_somewhere(state_, wanted, id.str())) return;
                const Found other = wanted ? find_anything(state_, id.str()) : Found{};
                problems_.add(missing_reference(place(path + std::string(in.key)), in, wanted, id,
                                                other.kind ? other.kind->info : nullptr,
                                                id_that_may_be_meant(state_, wanted, id.str())));
            });
    }

    // An amount whose unit is not said would be read as one of some unit: whoever reads a pack writes the
    // pack's.
    void amounts() {
        const FieldInfo* in = unit_of_amounts(kind_);
        const bool touched =
            in && std::any_of(changed_.fields.begin(), changed_.fields.end(),
                              [&](const FieldInfo* field) { return field == in || is_number(*field); });
        if (!touched) return;
        const bool any =
            std::any_of(kind_.info->fields.begin(), kind_.info->fields.end(), [&](const FieldInfo& field) {
                return is_number(field) && field.key != "quantity" && number_in(field, thing_);
            });
        if (any && *static_cast<const MoneyUnit*>(in->in(thing_)) == MoneyUnit::pack)
            missing(*in, "");
        else
            look_for_parts_of_an_ore(kind_, thing_, problems_);
    }

    const State& state_;
    const ChangedThing& changed_;
    const Kind& kind_;
    const void* thing_;
    Problems& problems_;
};

// The id of a thing that is there from now on.
class IdRules {
  public:
    IdRules(const State& after, const ChangedThing& changed, Problems& problems)
        : after_(after), kind_(*changed.kind), thing_(changed.is), id_(changed.id), problems_(problems) {}

    void look() {
        if (!kind_.named)
            key();
        else if (!Id::is_valid(id_))
            tell("value_is_not_an_id", {{"field", "id"}, {"value", id_}});
        else
            free();
    }

  private:
    void tell(std::string_view code, std::vector<std::pair<std::string_view, std::string>> args) {
        problems_.add(code, Severity::error, place_of(kind_, thing_, kind_.named ? "id" : ""),
                      std::move(args));
    }

    void key() {
        const Id key = key_of(*kind_.info, thing_);
        if (key.str() == id_) return;
        tell("id_is_not_its_key", {{"id", id_}, {"key", key.str()}, {"fields", key_fields(*kind_.info)}});
    }

    // One id names one thing, of all kinds, for ever. That a retired id is still in use, the checks tell.
    void free() {
        static const StructInfo* retired_ids = &description<RetiredId>();
        if (kind_.info == retired_ids) return;
        if (const RetiredId* retired = after_.retired_ids.find(id_)) {
            tell("retired_id_is_used", {{"id", id_}, {"was", retired->was}});
        }
        for (const Kind& other : kinds()) {
            if (!other.named || other.info == kind_.info || other.info == retired_ids ||
                !other.find(after_, id_))
                continue;
            tell("id_is_used_twice", {{"id", id_},
                                      {"kind", std::string(kind_.info->key)},
                                      {"other_kind", std::string(other.info->key)},
                                      {"other", std::string(other.info->key) + "/" + id_}});
        }
    }

    const State& after_;
    const Kind& kind_;
    const void* thing_;
    const std::string id_;
    Problems& problems_;
};

// What a thing is named by stays as it was made: all that speaks of it does so by that name.
void look_for_changed_keys(const ChangedThing& changed, Problems& problems) {
    if (changed.kind->named || changed.created || !changed.was) return;
    for (const FieldInfo* field : changed.fields) {
        if (!field->key_part) continue;
        const std::string was = field->text(changed.was), is = field->text(changed.is);
        if (was == is) continue;
        problems.add("key_is_changed", Severity::error, place_of(*changed.kind, changed.is, field->key),
                     {{"field", std::string(field->key)},
                      {"was", was},
                      {"value", is},
                      {"fields", key_fields(*changed.kind->info)}});
    }
}

// Everything that stays and refers to what is ended: the first of them one by one, and how many there are
// more.
class LeftBehind {
  public:
    LeftBehind(const State& after, std::span<const ChangedThing> things, const Problems& told)
        : after_(after) {
        for (const ChangedThing& each : things) {
            if (each.is || !each.was || !each.kind->named || each.kind == &head_kind()) continue;
            ended_.insert(each.id);
            kinds_ |= bit(*each.kind->info);
        }
        // What was made to refer there by these very changes is told as a reference to nothing.
        for (const Problem& each : told.list()) {
            if (each.code == "reference_does_not_exist") told_.emplace(each.place.entity, each.place.field);
        }
    }

    void look(Problems& problems) {
        if (ended_.empty()) return;
        of(head_kind());
        for (const Kind& kind : kinds()) of(kind);
        if (found_.size() < count_) found_.back().args.back().second = std::to_string(count_ - found_.size());
        for (Problem& each : found_) problems.add(std::move(each));
    }

  private:
    static std::uint64_t bit(const StructInfo& info) {
        return std::uint64_t{1} << static_cast<unsigned>(info.number);
    }

    void of(const Kind& kind) {
        kind.each(after_, [&](const void* thing) {
            each_reference(
                *kind.info, thing,
                [&](const FieldInfo& field, const std::string& path, const StructInfo* wanted, const Id& id) {
                    if ((wanted && !(kinds_ & bit(*wanted))) || !ended_.contains(id.str())) return;
                    if (leads_somewhere(after_, wanted, id.str())) return;
                    found(place_of(kind, thing, path + std::string(field.key)), field, id);
                });
        });
    }

    void found(Place place, const FieldInfo& field, const Id& id) {
        if (told_.contains({place.entity, place.field})) return;
        if (++count_ > most_told) return;
        const std::string by = place.entity;
        found_.push_back({"ended_thing_is_referred_to",
                          Severity::error,
                          std::move(place),
                          {{"id", id.str()}, {"field", std::string(field.key)}, {"by", by}, {"more", ""}}});
    }

    const State& after_;
    std::unordered_set<std::string_view> ended_;
    std::uint64_t kinds_ = 0;
    std::set<std::pair<std::string, std::string>> told_;
    std::vector<Problem> found_;
    std::size_t count_ = 0;
};

}  // namespace

void changes_fit_together(const State& before, const State& after, std::span<const ChangedThing> things,
                          Problems& problems) {
    Problems found;
    for (const ChangedThing& each : things) {
        if (!each.is) continue;
        Problems now, then;
        ThingRules(after, each, each.is, now).look();
        if (!now.empty() && each.was && !each.created) ThingRules(before, each, each.was, then).look();
        tell_new(now, then, {&each, 1}, found);
        look_for_changed_keys(each, found);
        if (each.created && each.kind != &head_kind()) IdRules(after, each, found).look();
    }
    LeftBehind(after, things, found).look(found);
    problems.append(found);
}

}  // namespace styrkedja
