// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/frozen_forecasts.h"

#include <gtest/gtest.h>

#include "domain/checks/change_rules.h"
#include "domain/state/diff.h"
#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

StateText town(std::string_view frozen = "2026-05-20") {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee")
        .rows("units", "id;name;kind;parent\n kf;Fullmäktige;namnd;\n kn;Kulturnämnden;namnd;kf\n tn;Tekniska;namnd;kf")
        .rows("occasions", "id;name;period\n april;Efter april;2026-01..2026-04\n augusti;Efter augusti;2026-01..2026-08")
        .rows("accounts", "id;name;kind\n loner;Löner;cost")
        .rows("versions", "id;name;kind;occasion;frozen\n prognos-apr;Prognos april;forecast;april;" + std::string(frozen) +
                              "\n prognos-aug;Prognos augusti;forecast;augusti;\n budget;Budget;budget;;")
        .rows("forecasts", "unit;account;version;amount;author;made\n kn;loner;prognos-apr;-90;chef;2026-05-10\n tn;loner;prognos-apr;-50;chef;2026-05-10\n"
                           "kn;loner;prognos-aug;-95;chef;2026-09-10")
        .facts("tn;loner;budget;2026;-60");
    return text;
}

std::string told(const State& before, const State& after, EntryKind how = EntryKind::edit) {
    Problems problems;
    check_changes(before, after, difference(before, after), problems, how);
    std::string text;
    for (const Problem& each : problems.list()) {
        if (each.severity == Severity::error) text += std::string(each.code) + " " + each.place.entity + " " + each.place.field + "\n";
    }
    return text;
}

// The thing as it is in the state, to change.
template <class T>
T copy(const Table<T>& table, std::string_view id) { return *table.find(id); }

const std::string april = "kn/loner/prognos-apr", august = "kn/loner/prognos-aug";

TEST(FrozenForecasts, TheirLinesAreNeverChanged) {
    const State before = town().state();
    State after = before;
    Forecast line = copy(before.forecasts, april);
    line.amount = Decimal(-80, 0);
    after.forecasts = before.forecasts.with(line);
    EXPECT_EQ(told(before, after), "forecast_is_frozen forecasts/" + april + " amount\n");
    line = copy(before.forecasts, april);
    line.comment.text = "Efterklok";
    after.forecasts = before.forecasts.with(line);
    EXPECT_EQ(told(before, after), "forecast_is_frozen forecasts/" + april + " comment\n");
    after.forecasts = before.forecasts.without(april);
    EXPECT_EQ(told(before, after), "forecast_is_frozen forecasts/" + april + " version\n");
}

TEST(FrozenForecasts, NothingIsAddedToThemAndFactsAreLines) {
    const State before = town().state();
    State after = town().facts("kf;loner;prognos-apr;2026-05;-1").state();
    EXPECT_EQ(told(before, after), "forecast_is_frozen economy/kf/loner////prognos-apr/2026-05 version\n");
    after = town().rows("forecasts", "unit;account;version;amount;author;made;adjustment\n kf;loner;prognos-apr;-5;controller;2026-05-12;risk").state();
    EXPECT_EQ(told(before, after), "forecast_is_frozen forecasts/kf/loner/prognos-apr///risk version\n");
}

TEST(FrozenForecasts, OthersAreFree) {
    const State before = town().state();
    State after = before;
    Forecast line = copy(before.forecasts, august);
    line.amount = Decimal(-80, 0);
    after.forecasts = before.forecasts.with(line);
    EXPECT_EQ(told(before, after), "");
    const State open = town("").state();
    after = open;
    line = copy(open.forecasts, april);
    line.amount = Decimal(-80, 0);
    after.forecasts = open.forecasts.with(line);
    EXPECT_EQ(told(open, after), "");
}

TEST(FrozenForecasts, AreNotThawedNorMovedNorEnded) {
    const State before = town().state();
    State after = before;
    FigureVersion version = copy(before.versions, "prognos-apr");
    version.frozen = {};
    after.versions = before.versions.with(version);
    EXPECT_EQ(told(before, after), "forecast_is_frozen versions/prognos-apr frozen\n");
    version = copy(before.versions, "prognos-apr");
    version.occasion.id = Id("augusti");
    after.versions = before.versions.with(version);
    EXPECT_EQ(told(before, after), "forecast_is_frozen versions/prognos-apr occasion\n");
    version = copy(before.versions, "prognos-apr");
    version.name = "Aprilprognosen";   // what it is called may be mended
    after.versions = before.versions.with(version);
    EXPECT_EQ(told(before, after), "");
    after = before;
    after.versions.remove("prognos-apr");
    for (const char* each : {"kn/loner/prognos-apr", "tn/loner/prognos-apr"}) after.forecasts.remove(each);
    EXPECT_NE(told(before, after).find("forecast_is_frozen versions/prognos-apr frozen\n"), std::string::npos);
    EXPECT_EQ(told(before, after, EntryKind::take_back), "");   // the entry that made it, with all that it said
}

// The command that freezes a forecast may bring its last lines.
TEST(FrozenForecasts, AreWholeWhenTheyAreFrozen) {
    EXPECT_EQ(told(town("").state(), town().rows("forecasts", "unit;account;version;amount;author;made\n kf;loner;prognos-apr;-1;chef;2026-05-20").state()), "");
    EXPECT_EQ(told(State(), town().state()), "");
}

// A committee's decided document freezes that committee's lines, the council's all.
TEST(FrozenForecasts, ADecidedDocumentFreezesWhatItIsAbout) {
    const auto decided = [](std::string_view unit, std::string_view state) {
        return town("").rows("templates", "id;name\n mall;Mall")
            .rows("documents", "id;template;title;unit;occasion;state\n d;mall;Uppföljning;" + std::string(unit) + ";april;" + std::string(state)).state();
    };
    const auto told_of = [](const State& before, std::string_view id) {
        State after = before;
        Forecast line = copy(before.forecasts, id);
        line.amount = Decimal(-1, 0);
        after.forecasts = before.forecasts.with(line);
        return told(before, after);
    };
    EXPECT_NE(told_of(decided("kn", "decided"), april), "");
    EXPECT_NE(told_of(decided("kn", "published"), april), "");
    EXPECT_EQ(told_of(decided("kn", "approved"), april), "");
    EXPECT_EQ(told_of(decided("kn", "decided"), "tn/loner/prognos-apr"), "");
    EXPECT_NE(told_of(decided("kf", "decided"), "tn/loner/prognos-apr"), "");
    EXPECT_EQ(told_of(decided("kf", "decided"), august), "");
}

TEST(FrozenForecasts, TellTwentyAndHowManyMore) {
    StateText many = town("");
    for (int i = 0; i < 30; ++i) {
        const std::string account = "k" + std::to_string(i);
        many.rows("accounts", "id;name;kind\n " + account + ";Konto;cost");
        many.rows("forecasts", "unit;account;version;amount;author;made\n kn;" + account + ";prognos-apr;-1;chef;2026-05-10");
    }
    State before = many.state();
    FigureVersion version = copy(before.versions, "prognos-apr");
    version.frozen = *Date::parse("2026-05-20");
    before.versions = before.versions.with(version);
    State after = before;
    after.forecasts = Table<Forecast>();
    Problems problems;
    check_changes(before, after, difference(before, after), problems);
    std::size_t told = 0;
    std::string more;
    for (const Problem& each : problems.list()) {
        if (each.code != "forecast_is_frozen") continue;
        ++told;
        more += each.args.back().second;
    }
    EXPECT_EQ(told, 20U);
    EXPECT_EQ(more, "12");   // 32 in April's
}

}  // namespace
}  // namespace styrkedja
