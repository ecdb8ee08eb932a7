// SPDX-License-Identifier: EUPL-1.2
// What a command may not do, each rule with the smallest change that breaks it.
#include "domain/checks/change_rules.h"

#include <gtest/gtest.h>

#include "domain/checks/checks.h"
#include "domain/checks/named_by.h"
#include "domain/state/fold.h"
#include "domain/state/state_testing.h"
#include "domain/state/stored.h"

namespace styrkedja {
namespace {

const State& town() {
    static const State state =
        StateText()
            .rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee")
            .rows("units",
                  "id;name;kind;parent\n kf;Fullmäktige;namnd;\n bn;Barnnämnden;namnd;kf\n "
                  "kn;Kulturnämnden;namnd;kf")
            .rows("governance-models", "id;name\n modell;Modell")
            .rows("scales", "id;name\n farg;Färg")
            .rows("levels", "id;model;name\n niva;modell;Mål")
            .rows("occasions", "id;name;period\n bokslut;Bokslut;2016")
            .rows(
                "goals",
                "id;level;name;parents;units\n o1;niva;Område;;\n m1;niva;Mål;o1;bn\n m2;niva;Mål två;o1;kn")
            .rows("indicators", "id;name;goals;owners;unit\n agd;Ägd;m1;bn;%")
            .rows("outcomes", "indicator;period;value\n agd;2016;12 %")
            .rows("accounts", "id;name;kind\n loner;Löner;cost")
            .rows("versions", "id;name;kind\n budget;Budget;budget")
            .facts("bn;loner;budget;2016;-5")
            .rows("budget-change-kinds", "id;name;role\n ram;Ram;frame")
            .rows("budget-changes", "id;name;unit;kind;year;amount\n b1;Höjning;bn;ram;2016;5")
            .rows("retired-ids", "id;was\n gammalt;Ett mål")
            .state();
    return state;
}

Change change(ChangeKind what, std::string_view kind, std::string id, std::string_view field = "",
              std::string value = {}) {
    const Kind& of = kind == "pack" ? head_kind() : *find_kind(kind);
    const FieldInfo* in = field.empty() ? nullptr : field_named(of, field);
    EXPECT_TRUE(field.empty() || in) << field;
    return {what, number_of(of), std::move(id), in ? in->number : 0, 0, std::move(value)};
}
Change created(std::string_view kind, std::string id) {
    return change(ChangeKind::created, kind, std::move(id));
}
Change ended(std::string_view kind, std::string id) {
    return change(ChangeKind::ended, kind, std::move(id));
}
Change set(std::string_view kind, std::string id, std::string_view field, std::string value) {
    return change(ChangeKind::set, kind, std::move(id), field, std::move(value));
}

State after(State state, const std::vector<Change>& changes) {
    Problems problems;
    Continuation continuation(state);
    for (const Change& each : changes)
        EXPECT_TRUE(continuation.apply(each.view(), 2, problems)) << each.id << " " << each.value;
    continuation.finish();
    return state;
}

Problems problems_of(const State& before, const std::vector<Change>& changes) {
    Problems problems;
    check_changes(before, after(before, changes), changes, problems);
    problems.sort();
    return problems;
}

// "code entity field" a line.
std::string told(const State& before, const std::vector<Change>& changes) {
    std::string text;
    const Problems problems = problems_of(before, changes);
    for (const Problem& each : problems.list()) {
        text += std::string(each.code) + " " + each.place.entity + " " + each.place.field + "\n";
    }
    return text;
}
std::string told(const std::vector<Change>& changes) {
    return told(town(), changes);
}

std::string argument(const Problem& problem, std::string_view name) {
    for (const auto& [key, value] : problem.args) {
        if (key == name) return value;
    }
    return "(none)";
}

TEST(ChangeRules, WhatIsAllowedIsNotTold) {
    EXPECT_EQ(told({set("goals", "m1", "name", "Ett annat mål")}), "");
    EXPECT_EQ(told({set("outcomes", "agd//2016", "value", "13 %")}), "");
    EXPECT_EQ(
        told({created("goals", "m3"), set("goals", "m3", "level", "niva"), set("goals", "m3", "name", "Nytt"),
              change(ChangeKind::linked, "goals", "m3", "parents", "m1")}),
        "");
    EXPECT_EQ(told({ended("outcomes", "agd//2016"), ended("indicators", "agd")}), "");
}

TEST(ChangeRules, WhatIsRequiredIsSaid) {
    EXPECT_EQ(told({set("goals", "m1", "name", "")}), "value_is_missing goals/m1 name\n");
    EXPECT_EQ(told({created("goals", "m3"), set("goals", "m3", "name", "Nytt")}),
              "value_is_missing goals/m3 level\n");
    EXPECT_EQ(told({set("budget-changes", "b1", "year", "")}), "value_is_missing budget-changes/b1 year\n");
    EXPECT_EQ(told({created("notes", "n1")}), "value_is_missing notes/n1 text\n");
    // Zero is an amount.
    EXPECT_EQ(told({set("budget-changes", "b1", "amount", "0")}), "");
}

TEST(ChangeRules, WhatIsRequiredOfAPartIsSaid) {
    State rule = StateText().rows("scales", "id;name\n x;X").state();
    std::shared_ptr<void> scale = find_kind("scales")->copy(rule.scales.find("x"));
    static_cast<Scale*>(scale.get())->values = {{Id("bra"), "Bra", {}, {}, {}, {}, {}, {}, {}, {}, {}}, {}};
    const FieldInfo& values = *field_named(*find_kind("scales"), "values");
    EXPECT_EQ(told(rule, {set("scales", "x", "values", stored_text(values, scale.get()))}),
              "value_is_missing scales/x values/1/id\nvalue_is_missing scales/x values/1/label\n");
}

TEST(ChangeRules, EachReferenceLeadsToAThingOfTheRightKind) {
    EXPECT_EQ(told({set("goals", "m1", "level", "nivo")}), "reference_does_not_exist goals/m1 level\n");
    EXPECT_EQ(told({set("goals", "m1", "level", "bn")}), "reference_is_of_wrong_kind goals/m1 level\n");
    EXPECT_EQ(told({change(ChangeKind::linked, "goals", "m1", "parents", "o2")}),
              "reference_does_not_exist goals/m1 parents\n");
    EXPECT_EQ(told({created("progress", "m9/bokslut"), set("progress", "m9/bokslut", "subject", "m9"),
                    set("progress", "m9/bokslut", "occasion", "bokslut")}),
              "reference_does_not_exist progress/m9/bokslut subject\n");
    EXPECT_EQ(told({set("pack", "pack", "committees", "bn xx")}),
              "reference_does_not_exist pack/ committees\n");
    const Problems problems = problems_of(town(), {set("goals", "m1", "level", "bn")});
    EXPECT_EQ(argument(problems.list().at(0), "is"), "units");
    EXPECT_EQ(argument(problems.list().at(0), "kind"), "levels");
    const Problems misspelt = problems_of(town(), {set("goals", "m1", "level", "nivan")});
    EXPECT_EQ(argument(misspelt.list().at(0), "near"), "niva");
}

TEST(ChangeRules, WhatWasWrongBeforeIsNotToldAgain) {
    const State before =
        after(town(), {set("goals", "m1", "parents", "o1 borta"), set("goals", "m1", "name", "")});
    EXPECT_EQ(told(before, {set("goals", "m1", "description", "Ny text")}), "");
    EXPECT_EQ(told(before, {change(ChangeKind::linked, "goals", "m1", "parents", "m2")}), "");
    // But a second one is.
    EXPECT_EQ(told(before, {change(ChangeKind::linked, "goals", "m1", "parents", "vack")}),
              "reference_does_not_exist goals/m1 parents\n");
}

TEST(ChangeRules, AnIdIsFreeAndWellWritten) {
    const auto named = [](const std::string& id) {
        return told({created("notes", id), set("notes", id, "text", "Text")});
    };
    EXPECT_EQ(named("n1"), "");
    EXPECT_EQ(named("Not 1"), "value_is_not_an_id notes/Not 1 id\n");
    EXPECT_EQ(named("m1"), "id_is_used_twice notes/m1 id\n");
    EXPECT_EQ(named("gammalt"), "retired_id_is_used notes/gammalt id\n");
    EXPECT_EQ(told({created("retired-ids", "g2")}), "");
}

TEST(ChangeRules, WhatIsNamedByItsKeyKeepsIt) {
    const auto outcome = [](const std::string& id) {
        return std::vector{created("outcomes", id), set("outcomes", id, "indicator", "agd"),
                           set("outcomes", id, "unit", "bn"), set("outcomes", id, "period", "2015"),
                           set("outcomes", id, "value", "1 %")};
    };
    EXPECT_EQ(told(outcome("agd/bn/2015")), "");
    EXPECT_EQ(told(outcome("agd//2015")), "id_is_not_its_key outcomes/agd//2015 \n");
    EXPECT_EQ(told({set("outcomes", "agd//2016", "period", "2015")}),
              "key_is_changed outcomes/agd//2016 period\n");
    EXPECT_EQ(told({set("outcomes", "agd//2016", "period", "2016")}), "");
}

TEST(ChangeRules, AmountsAreWholeOreAndSayTheirUnit) {
    EXPECT_EQ(told({set("budget-changes", "b1", "amount", "1,000001")}),
              "amount_has_parts_of_an_ore budget-changes/b1 amount\n");
    EXPECT_EQ(told({set("budget-changes", "b1", "amount", "1,00001")}), "");
    const State before = after(town(), {set("budget-changes", "b1", "amount", "1,00001")});
    EXPECT_EQ(told(before, {set("budget-changes", "b1", "in", "kr")}),
              "amount_has_parts_of_an_ore budget-changes/b1 amount\n");
    EXPECT_EQ(told({set("budget-changes", "b1", "in", "")}), "value_is_missing budget-changes/b1 in\n");
    // Without an amount it needs no unit.
    EXPECT_EQ(told({created("measures", "a1"), set("measures", "a1", "name", "Åtgärd")}), "");
}

TEST(ChangeRules, NothingThatStaysRefersToWhatIsEnded) {
    EXPECT_EQ(told({ended("goals", "m1")}), "ended_thing_is_referred_to indicators/agd goals\n");
    EXPECT_EQ(told({ended("goals", "m1"), change(ChangeKind::unlinked, "indicators", "agd", "goals", "m1")}),
              "");
    EXPECT_EQ(told({ended("goals", "m2")}), "");
    // What is made to refer there by the same command is told once, as a reference to nothing.
    EXPECT_EQ(told({ended("goals", "m2"), change(ChangeKind::linked, "goals", "m1", "parents", "m2")}),
              "reference_does_not_exist goals/m1 parents\n");
}

TEST(ChangeRules, OfManyThatReferToWhatIsEndedSomeAreToldAndTheRestCounted) {
    std::string rows = "id;level;name;parents\n";
    for (int i = 0; i < 25; ++i) rows += "u" + std::to_string(i) + ";niva;Under;o1\n";
    const State before = StateText()
                             .rows("levels", "id;model;name\n niva;modell;Mål")
                             .rows("goals", "id;level;name\n o1;niva;Område")
                             .rows("goals", rows)
                             .state();
    const Problems problems = problems_of(before, {ended("goals", "o1")});
    ASSERT_EQ(problems.size(), 20U);
    std::string more;
    for (const Problem& each : problems.list()) more += argument(each, "more");
    EXPECT_EQ(more, "5");
}

// What hangs on other things: a change of one that makes another wrong, which nobody has touched.
const State& reported() {
    static const State state = [] {
        State made =
            StateText()
                .rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee")
                .rows("units", "id;name;kind;valid\n bn;Barnnämnden;namnd;\n kn;Kulturnämnden;namnd;")
                .rows("governance-models", "id;name\n modell;Modell")
                .rows("scales", "id;name\n farg;Färg\n annan;Annan")
                .rows("rules", "id;name;source;scale\n regel;Regel;Källa;farg")
                .rows(
                    "levels",
                    "id;model;name;assessed;scale;rule\n niva;modell;Mål;yes;farg;regel\n fri;modell;Fri;;;")
                .rows("occasions", "id;name;period\n bokslut;Bokslut;2016")
                .rows("goals", "id;level;name;parents\n o1;fri;Område;\n m1;niva;Mål;o1")
                .rows("indicators", "id;name;owners;unit\n agd;Ägd;bn;\n annan-indikator;Annan;kn;")
                .rows("activities", "id;name;units\n lov;Lov;bn")
                .rows("outcomes", "indicator;unit;period;value;notes\n agd;;2016;120;n1\n agd;kn;2016;6,,7;")
                .rows("notes", "id;text\n n1;En not")
                .rows("texts", "id;text\n t1;En text")
                .rows("progress", "subject;occasion;unit;comment\n lov;bokslut;kn;@t1\n lov;bokslut;;x")
                .rows("assessments", "goal;unit;place;occasion;assessed\n m1;bn;o1;bokslut;bra")
                .rows("accounts", "id;name;kind\n loner;Löner;cost")
                .rows("versions", "id;name;kind\n utfall;Utfall;outcome\n budget;Budget;budget")
                .facts("bn;loner;utfall;2016;-5\n bn;loner;budget;2016-01..2016-04;-5")
                .state();
        std::shared_ptr<void> scale = find_kind("scales")->copy(made.scales.find("farg"));
        static_cast<Scale*>(scale.get())->values = {{Id("bra"), "Bra", {}, {}, {}, {}, {}, {}, {}, {}, {}}};
        find_kind("scales")->put(made, scale);
        return made;
    }();
    return state;
}

std::string told_elsewhere(const std::vector<Change>& changes) {
    return told(reported(), changes);
}

TEST(ChangeRules, WhatAChangeMakesWrongElsewhereIsTold) {
    EXPECT_EQ(told_elsewhere({set("units", "kn", "valid", "2017..")}),
              "unit_does_not_exist_then outcomes/agd/kn/2016 unit\nunit_does_not_exist_then "
              "progress/lov/bokslut/kn unit\n");
    EXPECT_EQ(told_elsewhere(
                  {set("units", "kn", "valid", "2016.."), set("occasions", "bokslut", "period", "2015")}),
              "unit_does_not_exist_then progress/lov/bokslut/kn unit\n");
    EXPECT_EQ(told_elsewhere({set("indicators", "agd", "scale-max", "100")}),
              "value_is_outside_its_scale outcomes/agd//2016 value\noutcome_is_not_understood "
              "outcomes/agd/kn/2016 value\n");
    EXPECT_EQ(told_elsewhere({set("indicators", "agd", "unit", "%")}),
              "outcome_is_not_understood outcomes/agd/kn/2016 value\n");
    EXPECT_EQ(told_elsewhere({set("indicators", "agd", "owners", "kn")}),
              "same_thing_is_said_twice outcomes/agd/kn/2016 unit\n");
    EXPECT_EQ(told_elsewhere({set("goals", "m1", "parents", "")}),
              "place_is_not_a_parent assessments/m1/bn/o1/bokslut place\n");
    EXPECT_EQ(told_elsewhere({set("goals", "m1", "level", "fri")}),
              "level_is_not_assessed assessments/m1/bn/o1/bokslut goal\n");
    EXPECT_EQ(
        told_elsewhere({set("levels", "niva", "scale", "annan"), set("rules", "regel", "scale", "annan")}),
        "rating_does_not_exist assessments/m1/bn/o1/bokslut assessed\n");
    EXPECT_EQ(told_elsewhere({set("rules", "regel", "scale", "annan")}),
              "rule_has_another_scale levels/niva rule\n");
    EXPECT_EQ(told_elsewhere({ended("notes", "n1")}), "note_does_not_exist outcomes/agd//2016 notes\n");
    EXPECT_EQ(told_elsewhere({ended("texts", "t1")}),
              "text_does_not_exist progress/lov/bokslut/kn comment\n");
    EXPECT_EQ(told_elsewhere({set("accounts", "loner", "kind", "asset")}),
              "balance_needs_a_day economy/bn/loner////utfall/2016 period\n");
    EXPECT_EQ(told_elsewhere({set("activities", "lov", "units", "kn")}),
              "same_thing_is_said_twice progress/lov/bokslut/kn unit\n");
}

TEST(ChangeRules, WhatIsSaidAlreadyInAnotherWayIsNotSaidAgain) {
    const auto progress = [](const std::string& unit) {
        const std::string id = "lov/bokslut/" + unit;
        return std::vector{created("progress", id), set("progress", id, "subject", "lov"),
                           set("progress", id, "occasion", "bokslut"), set("progress", id, "unit", unit)};
    };
    // Left out, it means the leading unit: there is one that leaves it out.
    EXPECT_EQ(told_elsewhere(progress("bn")), "same_thing_is_said_twice progress/lov/bokslut/bn unit\n");
    const std::vector<Change> place{created("assessments", "m1/bn//bokslut"),
                                    set("assessments", "m1/bn//bokslut", "goal", "m1"),
                                    set("assessments", "m1/bn//bokslut", "unit", "bn"),
                                    set("assessments", "m1/bn//bokslut", "occasion", "bokslut")};
    EXPECT_EQ(told_elsewhere(place), "same_thing_is_said_twice assessments/m1/bn/o1/bokslut place\n");
}

TEST(ChangeRules, ANewFactHasNoDaysInCommonWithAnother) {
    const auto fact = [](const std::string& period) {
        const std::string id = "bn/loner////budget/" + period;
        return std::vector{created("economy", id),
                           set("economy", id, "unit", "bn"),
                           set("economy", id, "account", "loner"),
                           set("economy", id, "version", "budget"),
                           set("economy", id, "period", period),
                           set("economy", id, "in", "tkr"),
                           set("economy", id, "amount", "-1")};
    };
    EXPECT_EQ(told_elsewhere(fact("2016-05..2016-08")), "");
    EXPECT_EQ(told_elsewhere(fact("2016-03..2016-08")),
              "facts_of_one_key_overlap economy/bn/loner////budget/2016-03..2016-08 period\n");
}

TEST(ChangeRules, ParentsMakeNoCircle) {
    EXPECT_EQ(told_elsewhere({set("goals", "o1", "parents", "m1")}),
              "parents_form_a_circle goals/m1 parents\n");
    const State before = after(reported(), {set("goals", "o1", "parents", "m1")});
    EXPECT_EQ(told(before, {set("goals", "m1", "name", "Nytt namn")}), "");
}

// Wrong as it was, wrong in another way: who has just written it is told.
TEST(ChangeRules, WhatIsWrongInAnotherWayIsTold) {
    const State before = after(reported(), {set("indicators", "agd", "scale-max", "100")});
    EXPECT_EQ(told(before, {set("outcomes", "agd//2016", "source", "Annan källa")}), "");
    EXPECT_EQ(told(before, {set("indicators", "agd", "name", "Annat namn")}), "");
    EXPECT_EQ(told(before, {set("outcomes", "agd//2016", "value", "130")}),
              "value_is_outside_its_scale outcomes/agd//2016 value\n");
}

// A check that asks for what names a changed thing must ask for a kind that can be found so, or a command would end the program.
TEST(ChangeRules, EveryCheckAsksForWhatCanBeFound) {
    for (const Check& check : all_checks()) {
        for (const HangsOn& each : check.hangs_on) {
            for (std::string_view rest = each.others; !rest.empty();) {
                const std::string_view name = rest.substr(0, rest.find(' '));
                rest.remove_prefix(std::min(rest.size(), name.size() + 1));
                const Kind* kind = find_kind(name);
                ASSERT_TRUE(kind) << name;
                State looked;
                add_those_that_name(town(), {nullptr, "x", nullptr, nullptr, false, {}}, *kind, looked);
            }
        }
    }
}

}  // namespace
}  // namespace styrkedja
