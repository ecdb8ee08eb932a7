// SPDX-License-Identifier: EUPL-1.2
// What would be wrong in silence: packs whose every field is well written, and which say the same thing
// twice, two things at once, or something that nobody would ever see. Each is told at its own line.
#include <gtest/gtest.h>

#include "domain/checks/checks.h"
#include "support/packs.h"

namespace styrkedja::testing {
namespace {

const std::string model = R"(
unit-kinds: [{id: namnd, name: Nämnd, role: committee}]
units: [{id: bn, name: Barnnämnden, kind: namnd}, {id: kn, name: Kulturnämnden, kind: namnd}]
occasions:
  - {id: bokslut, name: Bokslut, period: "2016", judges: outcome}
scales:
  - {id: farg, name: Färg, values: [{id: gron, label: Grön}, {id: gul, label: Gul}, {id: rod, label: Röd}]}
  - {id: status, name: Status, values: [{id: klar, label: Klar, shape: done}, {id: ej, label: Ej, shape: not-started}]}
governance-models: [{id: modell, name: Modell}]
levels: [{id: niva, model: modell, name: Mål, assessed: ja, scale: farg}]
goals: [{id: mal, level: niva, name: Mål, units: bn}, {id: kf-mal, level: niva, name: Kommunens mål}]
indicators:
  - {id: agd, name: Ägd, owners: bn, unit: "%", goals: mal}
  - {id: fri, name: Utan ägare, unit: antal}
activities:
  - {id: lov, name: Lov, goals: mal, units: bn}
accounts: [{id: kostnader, name: Kostnader, kind: cost}, {id: intakter, name: Intäkter, kind: income}]
versions: [{id: budget, name: Budget, kind: budget}]
)";

struct Found {
    bool whole = false;
    std::string told;  // "code file:line" a line
};

Found look(const std::vector<TreeFile>& more, std::string head = "committees: bn kn") {
    std::vector<TreeFile> files{
        {"pack.yaml", "pack: {municipality: k, format: 1, name: K, years: \"2016\", " + head + "}\n"},
        {"model.yaml", model}};
    files.insert(files.end(), more.begin(), more.end());
    Problems problems;
    LoadedPack pack = load_pack(std::move(files), problems);
    if (pack.whole) check_state(pack.state, problems);
    pack.origins.locate(problems);
    problems.sort();
    Found found{pack.whole, ""};
    for (const Problem& each : problems.list()) {
        found.told += std::string(each.code) + " " + each.place.file + ":" + std::to_string(each.place.line);
        for (const auto& [name, value] : each.args) found.told += name == "other" ? " " + value : "";
        found.told += "\n";
    }
    return found;
}

std::string told(const std::string& file, const std::string& text) {
    return look({{file, text}}).told;
}

// The history of units that were merged can be told for the new unit, where the version says that it is restated.
TEST(Checks, ARestatedVersionMayTellOfAUnitBeforeItBegan) {
    const auto told_of = [](const std::string& version) {
        return look({{"mer.yaml", "units: [{id: ny, name: Ny, kind: namnd, valid: \"2016..\"}]\n"
                                  "versions: [{id: omraknat, name: Omräknat, kind: outcome, restated: ja}]\n"},
                     {"economy/e.csv", "unit;account;version;period;amount\nny;kostnader;" + version + ";2015;-5\n"}},
                    "committees: bn kn ny")
            .told;
    };
    EXPECT_EQ(told_of("omraknat"), "");
    EXPECT_EQ(told_of("budget"), "unit_does_not_exist_then economy/e.csv:2\n");
}

TEST(Checks, AnEmptyKeyAndItsMeaningAreOneThing) {
    EXPECT_EQ(told("targets.csv", "indicator;by;period;value\nagd;;2016;66 %\nagd;bn;2016;70 %\n"),
              "same_thing_is_said_twice targets.csv:3 targets.csv:2\n");
    // Whichever comes first in the file: the second row is told.
    EXPECT_EQ(told("targets.csv", "indicator;by;period;value\nagd;bn;2016;66 %\nagd;;2016;70 %\n"),
              "same_thing_is_said_twice targets.csv:3 targets.csv:2\n");
    EXPECT_EQ(told("outcomes.csv", "indicator;unit;period;value\nagd;;2016;66 %\nagd;bn;2016;70 %\n"),
              "same_thing_is_said_twice outcomes.csv:3 outcomes.csv:2\n");
    EXPECT_EQ(told("progress.csv", "subject;occasion;unit;status\nlov;bokslut;;klar\nlov;bokslut;bn;ej\n"),
              "same_thing_is_said_twice progress.csv:3 progress.csv:2\n");
    EXPECT_EQ(told("expectations.csv",
                   "subject;occasion;unit;expectation\nagd;bokslut;;met\nagd;bokslut;bn;not-met\n"),
              "same_thing_is_said_twice expectations.csv:3 expectations.csv:2\n");
    EXPECT_EQ(told("assessments.csv", "goal;unit;occasion;assessed\nmal;;bokslut;gron\nmal;bn;bokslut;rod\n"),
              "same_thing_is_said_twice assessments.csv:3 assessments.csv:2\n");
    // A goal that stands under one goal only has one place.
    TreeFile goal{"mer.yaml", "goals: [{id: under, level: niva, name: Under, units: bn, parents: kf-mal}]\n"};
    EXPECT_EQ(
        look({goal,
              {"assessments.csv",
               "goal;unit;place;occasion;assessed\nunder;bn;;bokslut;gron\nunder;bn;kf-mal;bokslut;rod\n"}})
            .told,
        "same_thing_is_said_twice assessments.csv:3 assessments.csv:2\n");
}

TEST(Checks, WhatDiffersInAnotherPartOfTheKeyIsTwoThings) {
    EXPECT_EQ(
        told("targets.csv",
             "indicator;by;period;revision;value\nagd;;2016;;66 %\nagd;bn;2016;1;70 %\nagd;kn;2016;;71 %\n"),
        "");
    EXPECT_EQ(told("outcomes.csv",
                   "indicator;unit;period;series;value\nagd;;2016;riket;66 %\nagd;bn;2016;;70 "
                   "%\nagd;kn;2016;;5 %\n"),
              "");
    // The municipality's goal and what one committee contributes to it.
    EXPECT_EQ(
        told("assessments.csv", "goal;unit;occasion;assessed\nkf-mal;;bokslut;gron\nkf-mal;bn;bokslut;rod\n"),
        "");
}

TEST(Checks, AnIndicatorWithoutOwnerIsTheOnlyCommittees) {
    TreeFile rows{"outcomes.csv", "indicator;unit;period;value\nfri;;2016;66\nfri;bn;2016;70\n"};
    EXPECT_EQ(look({rows}).told, "");
    EXPECT_EQ(look({rows}, "committees: bn").told,
              "same_thing_is_said_twice outcomes.csv:3 outcomes.csv:2\n");
}

std::string unit_under(const std::string& parents, const std::string& period = "2016") {
    return look({{"units.csv", "id;name;kind;parent\nlag;Laget;namnd;" + parents + "\n"},
                 {"economy.csv",
                  "unit;account;version;period;amount\nlag;kostnader;budget;" + period + ";-100\n"}})
        .told;
}

TEST(Checks, DatedValuesFollowEachOther) {
    EXPECT_EQ(unit_under("bn [..2014] | kn [2015..]"), "");
    EXPECT_EQ(unit_under("kn [2015..] | bn [..2014]"), "");
    EXPECT_EQ(unit_under("bn [..2015] | kn [2015..]"), "dated_values_overlap units.csv:2\n");
    EXPECT_EQ(unit_under("bn | kn [2015..]"), "dated_values_overlap units.csv:2\n");
    EXPECT_EQ(unit_under("bn [2010-01-01..2015-06-30] | kn [2015-06-30..]"),
              "dated_values_overlap units.csv:2\n");
    EXPECT_EQ(unit_under("bn [..2014] | kn [2017..]"), "fact_is_in_a_gap units.csv:2\n");
    EXPECT_EQ(unit_under("bn [..2014] | kn [2017..]", "2014"), "");  // no money in the gap
}

TEST(Checks, WhatNobodyWouldSeeIsTold) {
    EXPECT_EQ(told("progress.csv", "subject;occasion;status\nmal;bokslut;klar\n"),
              "subject_is_of_wrong_kind progress.csv:2\n");
    EXPECT_EQ(told("expectations.csv", "subject;occasion;expectation\nmal;bokslut;met\n"),
              "subject_is_of_wrong_kind expectations.csv:2\n");
    EXPECT_EQ(told("progress.csv", "subject;occasion;unit;status\nlov;bokslut;kn;klar\n"),
              "progress_is_of_another_unit progress.csv:2\n");
    EXPECT_EQ(look({{"units.csv", "id;name;kind;parent\nlag;Laget;namnd;bn\n"},
                    {"progress.csv", "subject;occasion;unit;status\nlov;bokslut;lag;klar\n"}})
                  .told,
              "");
}

TEST(Checks, ASlipInANumberIsNoWord) {
    for (const char* written : {"6,,7 %", "35O", "89,,9", "6,7,5 %", "1O5,2", "3l %"}) {
        EXPECT_EQ(told("outcomes.csv", std::string("indicator;period;value\nagd;2016;") + written + "\n"),
                  "outcome_is_not_understood outcomes.csv:2\n")
            << written;
    }
    for (const char* written : {"Stängt", "färre än 5 elever", "3 skolor av 7", "<5", "67 %", "2016-05-01",
                                "AA+", "67 %*", "3:e plats"}) {
        EXPECT_EQ(told("outcomes.csv", std::string("indicator;period;value\nagd;2016;") + written + "\n"), "")
            << written;
    }
}

TEST(Checks, ACircleIsToldWhereverItIs) {
    std::string circle =
        "occasions:\n  - {id: ett, name: Ett, period: \"2016\", previous: tva}\n  - {id: tva, name: Två, "
        "period: \"2016\", previous: ett}\n";
    EXPECT_EQ(told("mer.yaml", circle), "parents_form_a_circle mer.yaml:3\n");
    EXPECT_EQ(told("mer.yaml", "occasions:\n  - {id: ett, name: Ett, period: \"2016\", previous: ett}\n"),
              "parents_form_a_circle mer.yaml:2\n");
}

std::string rule(const std::string& body) {
    return told("regler.yaml",
                "rules:\n  - id: regel\n    name: Regel\n    source: Beslut\n    scale: farg\n" + body);
}

TEST(Checks, RulesNameValuesOfTheirScaleAtTheirOwnLine) {
    EXPECT_EQ(rule("    method: majority\n    when-no-majority: mu\n"),
              "rule_names_no_such_result regler.yaml:7\n");
    EXPECT_EQ(rule("    method: majority\n    when-no-majority: not-measured\n"), "");
    EXPECT_EQ(rule("    method: majority\n"), "rule_says_nothing_without_majority regler.yaml:6\n");
    EXPECT_EQ(rule("    dimensions: [{input: indicators}]\n    clauses:\n      - {then: gron, indicators: "
                   "all}\n      - {then: regna}\n"),
              "rule_names_no_such_result regler.yaml:9\n");
    EXPECT_EQ(rule("    dimensions:\n      - input: children\n        at-least: xx\n    clauses:\n      - "
                   "{then: gron}\n"),
              "rule_names_no_such_result regler.yaml:8\n");
    EXPECT_EQ(rule("    least-known: 150 %\n    method: worst\n"), "least_known_is_no_share regler.yaml:6\n");
    EXPECT_EQ(rule("    least-known: 1,5\n    method: worst\n"), "least_known_is_no_share regler.yaml:6\n");
    EXPECT_EQ(rule("    least-known: 100 %\n    method: worst\n"), "");
}

TEST(Checks, OneFaultOfAWideRowIsToldOnce) {
    EXPECT_EQ(
        told("economy.csv",
             "unit;account;budget@2015;budget@2016;budget@2017\nbx;kostnader;-1;-2;-3\nbx;intakter;1;2;\n"),
        "reference_does_not_exist economy.csv:2\nreference_does_not_exist economy.csv:3\n");
}

// What hangs on things that could not be read has no fault of its own.
TEST(Checks, NothingIsSaidOfHowThingsFitWhenSomeCouldNotBeRead) {
    Found broken = look({{"progress.csv", "subject;occasion;status\nlov;bokslut;okand\n"},
                         {"trasig.yaml", "scales:\n  - {id: [x\n"}});
    EXPECT_FALSE(broken.whole);
    EXPECT_EQ(broken.told, "yaml_list_is_not_closed trasig.yaml:2\n");
    Found misspelled = look({{"units.csv", "id;name;kind;parentz\nlag;Laget;namnd;bn\n"},
                             {"progress.csv", "subject;occasion;unit;status\nlov;bokslut;lag;klar\n"}});
    EXPECT_EQ(misspelled.told, "unknown_column units.csv:1\n");
    Found scale =
        look({{"progress.csv", "subject;occasion;scale;status\nlov;bokslut;egen;gjord\n"},
              {"mer.yaml",
               "scales:\n  - {id: egen, name: Egen, valuez: [{id: gjord, label: Gjord, shape: done}]}\n"}});
    EXPECT_EQ(scale.told, "key_is_missing mer.yaml:2\nunknown_key mer.yaml:2\n");
    EXPECT_TRUE(look({}).whole);
}

TEST(Checks, FiguresThatCanHardlyBeMeant) {
    EXPECT_EQ(told("result-units.csv",
                   "unit;year;carried;limit;budget\nbn;2016;1 500;10 %;12 000\nkn;2016;1 200;10 %;12 000\n"),
              "carried_is_over_its_limit result-units.csv:2\n");
    EXPECT_EQ(told("volumes.csv", "unit;name;version;period;quantity\nbn;elever;budget;2016;-1\n"),
              "volume_is_negative volumes.csv:2\n");
    EXPECT_EQ(told("analys.md", "# mal.analys\n\nText.\n"), "text_file_is_not_in_texts analys.md:0\n");
    EXPECT_EQ(told("README.md", "# Om underlaget\n\nText.\n"), "");
}

}  // namespace
}  // namespace styrkedja::testing
