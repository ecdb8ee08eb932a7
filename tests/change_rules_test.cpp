// SPDX-License-Identifier: EUPL-1.2
// That looking only where a command has changed something finds every error that looking everywhere does, and
// no other: small random changes to the examples, each held against the whole pack written out and read
// again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "domain/checks/change_rules.h"
#include "domain/checks/checks.h"
#include "domain/checks/checks_of_changes.h"
#include "domain/checks/thing_rules.h"
#include "domain/state/diff.h"
#include "domain/state/stored.h"
#include "importers/pack/export.h"
#include "support/packs.h"
#include "support/random.h"

namespace styrkedja::testing {
namespace {

std::string told(const Problems& problems) {
    std::string text;
    for (const Problem& each : problems.list()) {
        text += std::string(each.code) + " " + each.place.entity + " " + each.place.field + " " +
                each.place.file + ":" + std::to_string(each.place.line) +
                (each.severity == Severity::error ? "" : " (warning)") + "\n";
    }
    return text;
}

std::string told(const std::vector<Change>& changes) {
    std::string text;
    for (const Change& each : changes) {
        const Kind* kind = kind_by_number(each.thing);
        const FieldInfo* field = field_by_number(*kind, each.field);
        text += std::to_string(static_cast<int>(each.kind)) + " " + std::string(kind->info->key) + "/" +
                each.id + " " + std::string(field ? field->key : "") + " = " + each.value + "\n";
    }
    return text;
}

// The things of a state, to choose from.
class Things {
  public:
    explicit Things(const State& state) {
        for (const Kind& kind : kinds()) {
            kind.each(state, [&](const void* thing) { all_[&kind].push_back(thing); });
            if (all_.contains(&kind)) kinds_.push_back(&kind);
        }
    }
    const std::vector<const Kind*>& kinds_there() const { return kinds_; }
    const std::vector<const void*>& of(const Kind& kind) const { return all_.at(&kind); }

  private:
    std::map<const Kind*, std::vector<const void*>> all_;
    std::vector<const Kind*> kinds_;
};

class Changer {
  public:
    // keys_too: of things that are there already, which no pack can show and no check expects.
    Changer(Random& random, const State& state, const Things& things, bool keys_too)
        : random_(random), things_(things), state_(state), keys_too_(keys_too) {}

    State changed() {
        for (std::size_t more = 1 + random_.below(2); more > 0; --more) change();
        return state_;
    }

  private:
    void change() {
        const Kind& kind = *random_.of(things_.kinds_there());
        const void* thing = random_.of(things_.of(kind));
        const std::size_t what = random_.below(10);
        if (what == 0)
            kind.remove(state_, kind.id(thing).str());
        else if (what <= 2)
            add(kind, thing);
        else
            set(kind, thing);
    }

    void set(const Kind& kind, const void* thing) {
        const void* now = kind.find(state_, kind.id(thing).str());
        if (!now) return;
        std::shared_ptr<void> copy = kind.copy(now);
        const FieldInfo& field = *random_.of(logged_fields(kind));
        if (field.key_part && !keys_too_) return;
        value(kind, field, copy.get());
        kind.put(state_, std::move(copy));
    }

    void add(const Kind& kind, const void* thing) {
        std::shared_ptr<void> copy = kind.copy(thing);
        for (const FieldInfo& field : kind.info->fields) {
            if ((field.key_part && random_.chance(2)) || random_.chance(8)) {
                if (&field != kind.info->find("id") || !kind.named) value(kind, field, copy.get());
            }
        }
        kind.set_id(copy.get(), kind.named ? Id(new_id()) : key_of(*kind.info, copy.get()));
        if (!kind.id(copy.get()).empty() && !kind.find(state_, kind.id(copy.get()).str()))
            kind.put(state_, std::move(copy));
    }

    std::string new_id() {
        if (!random_.chance(5)) return "alldeles-ny-" + std::to_string(random_.below(1000));
        const Kind& kind = *random_.of(things_.kinds_there());
        return kind.named ? kind.id(random_.of(things_.of(kind))).str() : "ny";
    }

    // Another thing's value, or none, or the id of anything, or what fits nowhere.
    void value(const Kind& kind, const FieldInfo& field, void* thing) {
        switch (random_.below(6)) {
            case 0:
                restore(kind, field, thing, "");
                break;
            case 1: {
                const Kind& other = *random_.of(things_.kinds_there());
                const std::string id = other.id(random_.of(things_.of(other))).str();
                if (field.type->shape == TypeInfo::Shape::scalar) restore(kind, field, thing, id);
                break;
            }
            case 2: {
                static constexpr std::string_view odd[] = {"borta",      "999999",     "-1,1234567", "1990",
                                                           "2030-01-01", "@ingen",     "6,,7 %",     "100",
                                                           "2031..2032", "key-figure", "asset",      "kr"};
                if (field.type->shape == TypeInfo::Shape::scalar)
                    restore(kind, field, thing, random_.of(odd));
                break;
            }
            default:
                field.type->copy(field.locate(thing), field.in(random_.of(things_.of(kind))));
                break;
        }
    }

    Random& random_;
    const Things& things_;
    State state_;
    bool keys_too_;
};

// What a pack can't show, looked for everywhere: ids that aren't their keys, a year that isn't said (a pack says 0),
// amounts without a unit.
bool has_what_no_pack_shows(const State& state) {
    bool found = false;
    for (const Kind& kind : kinds()) {
        kind.each(state, [&](const void* thing) {
            if (!kind.named && key_of(*kind.info, thing) != kind.id(thing)) found = true;
            for (const FieldInfo& field : kind.info->fields) {
                if (field.required && field.key == "year" && field.text(thing) == "0") found = true;
            }
            const FieldInfo* in = unit_of_amounts(kind);
            if (!in || in->text(thing) != "pack") return;
            for (const FieldInfo& field : kind.info->fields) {
                if (is_number(field) && field.key != "quantity" && number_in(field, thing)) found = true;
            }
        });
    }
    return found;
}

// A forecast that stands is wrong to change, not to be.
bool touches_what_stands(const Problems& problems) {
    return std::any_of(problems.list().begin(), problems.list().end(),
                       [](const Problem& each) { return each.code == "forecast_is_frozen"; });
}

Problems errors_of(const State& state) {
    Problems all, errors;
    std::vector<TreeFile> files = export_pack(state);
    load_pack(std::move(files), all);
    check_state(state, all);
    for (const Problem& each : all.list()) {
        if (each.severity == Severity::error) errors.add(each);
    }
    return errors;
}

State example(const std::string& name) {
    Problems problems;
    const bool is_example = !pack_in("examples/" + name).empty();
    State state = load_pack(pack_in((is_example ? "examples/" : "tests/packs/") + name), problems).state;
    EXPECT_FALSE(problems.has_errors());
    return state;
}

// How many commands are tried: some, or as many as SEEDS says.
std::uint64_t seeds(std::uint64_t usual) {
    const char* wanted = std::getenv("SEEDS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : usual;
}

class ChangeRulesOn : public ::testing::TestWithParam<std::string> {};

TEST_P(ChangeRulesOn, FindAllThatIsWrongAndNothingElse) {
    const State before = example(GetParam());
    const Things things(before);
    std::size_t wrong = 0;
    for (std::uint64_t seed = 1; seed <= seeds(25); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const State after = Changer(random, before, things, true).changed();
        const std::vector<Change> changes = difference(before, after);
        Problems problems;
        check_changes(before, after, changes, problems);
        if (touches_what_stands(problems)) continue;
        const Problems everywhere = errors_of(after);
        wrong += problems.has_errors();
        EXPECT_EQ(problems.has_errors(), everywhere.has_errors() || has_what_no_pack_shows(after))
            << told(changes) << "told:\n"
            << told(problems) << "everywhere:\n"
            << told(everywhere);
    }
    EXPECT_GE(wrong, seeds(25) / 8);
    EXPECT_LT(wrong, seeds(25) - seeds(25) / 8);
}

// A problem without what it says of what was found.
using Spot = std::tuple<std::string_view, std::string, std::string>;

std::multiset<Spot> error_spots(const Problems& problems) {
    std::multiset<Spot> spots;
    for (const Problem& each : problems.list()) {
        if (each.severity == Severity::error) spots.emplace(each.code, each.place.entity, each.place.field);
    }
    return spots;
}

// Also where much was wrong before: what becomes wrong is told, what was wrong and stays so isn't.
TEST_P(ChangeRulesOn, TellOnlyWhatIsNew) {
    const State good = example(GetParam());
    const Things things(good);
    Random spoiler(99);
    State before = good;
    Problems was;
    while (was.errors() < 5) {
        for (int i = 0; i < 20; ++i) before = Changer(spoiler, before, things, false).changed();
        was = Problems();
        check_state(before, was);
    }
    for (std::uint64_t seed = 1; seed <= seeds(60); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const State after = Changer(random, before, things, false).changed();
        const std::vector<Change> changes = difference(before, after);
        const std::vector<ChangedThing> changed = changed_things(before, after, changes);
        Problems is, problems;
        check_state(after, is);
        check_changed_things(before, after, changed, problems);
        const std::multiset<Spot> then = error_spots(was), now = error_spots(is),
                                  found = error_spots(problems);
        std::multiset<Spot> fresh;
        std::set_difference(now.begin(), now.end(), then.begin(), then.end(),
                            std::inserter(fresh, fresh.end()));
        for (const Spot& each : fresh) {
            EXPECT_TRUE(found.contains(each))
                << std::get<0>(each) << " " << std::get<1>(each) << " " << std::get<2>(each) << "\n"
                << told(changes) << "told:\n"
                << told(problems);
        }
        for (const Spot& each : found) {
            EXPECT_TRUE(now.contains(each)) << std::get<0>(each) << " " << std::get<1>(each) << "\n"
                                            << told(changes);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, ChangeRulesOn,
                         ::testing::Values("kalmar-2016", "sodertalje-2012", "sodertalje-2024",
                                           "stockholm-2015", "sjolunda-2025"),
                         [](const auto& example_of) {
                             std::string name = example_of.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

// A whole pack is let in as one command.
TEST_P(ChangeRulesOn, LetAWholePackIn) {
    const State nothing, state = example(GetParam());
    const std::vector<Change> changes = difference(nothing, state);
    Problems problems;
    check_changes(nothing, state, changes, problems);
    EXPECT_FALSE(problems.has_errors()) << told(problems);
}

}  // namespace
}  // namespace styrkedja::testing
