// SPDX-License-Identifier: EUPL-1.2
#include "compose/compose.h"

#include <gtest/gtest.h>

#include "compose/prose.h"
#include "compose/rule_checks.h"
#include "domain/process/description.h"
#include "locale/problem_texts.h"
#include "writers/json/json.h"

namespace styrkedja {
namespace {

using document::Block;
using document::Document;
using document::Section;

template <class T>
void add(Table<T>& table, T thing) {
    if (thing.id.empty()) thing.id = key_of(description<T>(), &thing);
    table = table.with(std::move(thing));
}

template <class T>
Ref<T> ref(const char* id) {
    return {Id(id)};
}

ScaleValue value(const char* id, const char* label, Shape shape) {
    ScaleValue out;
    out.id = Id(id);
    out.label = label;
    out.shape = shape;
    return out;
}

BlockSpec block(BlockKind kind, const char* id = "", const char* heading = "", std::vector<BlockSpec> blocks = {}) {
    BlockSpec spec;
    spec.block = kind;
    if (*id) spec.id = Id(id);
    spec.heading = heading;
    spec.blocks = std::move(blocks);
    return spec;
}

BlockSpec text_block(const char* text) {
    BlockSpec spec = block(BlockKind::text);
    spec.text.text = text;
    return spec;
}

BlockSpec goals_block(const char* level, const char* heading, std::vector<BlockSpec> blocks = {}) {
    BlockSpec spec = block(BlockKind::goals, "", heading, std::move(blocks));
    spec.goals_level = ref<Level>(level);
    return spec;
}

BlockSpec goal_text(const char* field, const char* label = "") {
    BlockSpec spec = block(BlockKind::goal_text);
    spec.field = field;
    spec.label = label;
    return spec;
}

// A municipality with two areas, a goal that stands under both, and an annual report that is yet to be decided.
struct City {
    State state;
    Template uses;
    DocumentEntity report;

    City() {
        auto pack = std::make_shared<Held<PackHead>>();
        pack->id = Id("staden");
        pack->name = "Stadens kommun";
        state.pack = pack;
        UnitKind kind;
        kind.id = Id("namnd");
        kind.role = UnitRole::committee;
        add(state.unit_kinds, kind);
        Unit unit;
        unit.id = Id("ks");
        unit.kind = ref<UnitKind>("namnd");
        unit.name.spans.push_back({"Kommunstyrelsen", {}});
        add(state.units, unit);
        add(state.scales, Scale{Id("skala"), "Bedömning",
                                {value("helt", "Helt", Shape::met), value("delvis", "Delvis", Shape::partly),
                                 value("inte", "Inte", Shape::not_met)}});
        add_level("omrade", "Målområde", false, 1);
        add_level("mal", "Nämndmål", true, 2);
        Occasion year;
        year.id = Id("vb-2015");
        year.name = "Årsbokslut 2015";
        year.period = Period::of_year(2015);
        year.judges = Judges::outcome;
        add(state.occasions, year);
        add_goal("o1", "omrade", "1", "Stad - land", {});
        add_goal("o2", "omrade", "2", "Ekonomi", {});
        add_goal("m1", "mal", "1.1", "Fler ska arbeta", {"o1", "o2"});
        add_goal("m2", "mal", "1.2", "Bättre luft", {"o1"});
        uses.id = Id("vb");
        uses.name = "Verksamhetsberättelse";
        report.id = Id("vb-2015-ks");
        report.uses = ref<Template>("vb");
        report.title = "Verksamhetsberättelse 2015";
        report.unit = ref<Unit>("ks");
        report.occasion = ref<Occasion>("vb-2015");
        report.version = "0.9";
    }

    void add_level(const char* id, const char* name, bool assessed, int order) {
        Level level;
        level.id = Id(id);
        level.name = name;
        level.assessed = assessed;
        level.scale = ref<Scale>("skala");
        level.texts = {{Id("analys"), "Analys"}};
        level.order = order;
        add(state.levels, level);
    }

    void add_goal(const char* id, const char* level, const char* number, const char* name,
                  std::vector<const char*> parents) {
        Goal goal;
        goal.id = Id(id);
        goal.level = ref<Level>(level);
        goal.number.spans.push_back({number, {}});
        goal.name = name;
        for (const char* each : parents) goal.parents.push_back(ref<Goal>(each));
        goal.order = static_cast<int>(state.goals.size());
        add(state.goals, goal);
    }

    void rate(const char* goal, const char* place, const char* assessed, const char* decision = "") {
        Assessment rating;
        rating.goal = ref<Goal>(goal);
        rating.place = ref<Goal>(place);
        rating.occasion = ref<Occasion>("vb-2015");
        rating.assessed = Id(assessed);
        rating.decision = Id(decision);
        add(state.assessments, rating);
    }

    void comment(const char* goal, const char* place, const char* by, const char* text) {
        Comment comment;
        comment.subject = AnyRef{Id(goal)};
        comment.field = Id("analys");
        comment.place = ref<Goal>(place);
        comment.occasion = ref<Occasion>("vb-2015");
        comment.by = by;
        comment.text.text = text;
        add(state.comments, comment);
    }

    Document compose(bool draft = false) const {
        State whole = state;
        whole.templates = whole.templates.with(uses);
        whole.documents = whole.documents.with(report);
        Composer composer(whole);
        return composer.compose(*composer.state().documents.find(report.id.str()), {draft});
    }
};

// Blocks as words a line each, sections indented, with their ids in brackets.
struct Seen {
    std::string out;
    const Document& paper;
    std::string indent = {};

    void operator()(const document::Paragraph& each) { line(plain_words(each.inlines)); }
    void operator()(const document::SubHeading& each) { line("= " + each.text); }
    void operator()(const document::List& each) {
        for (const auto& item : each.items) line("- " + plain_words(item.front()));
    }
    void operator()(const document::AssessmentBlock& each) {
        line("* " + each.label + "/" + each.mark.label + "/" + each.remark + "/" + each.proposal + "/" + each.assessed + "/" +
             plain_words(each.motivation));
    }
    void operator()(const document::Facts& each) {
        for (const auto& [label, text] : each.pairs) line(label + ": " + plain_words(text));
    }
    void operator()(const document::Decisions& each) {
        for (const auto& point : each.points) line("§ " + plain_words(point));
    }
    void operator()(const document::Signatures& each) {
        for (const auto& role : each.roles) line("__ " + role);
    }
    void operator()(const document::TableBlock& each) { line("[" + paper.tables[each.table].id + "]"); }
    void operator()(const document::Statement& each) {
        line("| " + each.kind + ", " + each.by);
        for (const std::string& where : {each.occasion, each.about}) {
            if (!where.empty()) line("| (" + where + ")");
        }
        for (const auto& text : each.paragraphs) line("| " + plain_words(text));
    }
    void operator()(const document::Contents&) { line("…"); }
    void operator()(const document::ChartBlock& each) { line("{" + paper.charts[each.chart].id + "}"); }
    void operator()(const document::RiskMatrix& each) {
        for (const auto& entry : each.entries) {
            line(each.x_steps[static_cast<std::size_t>(entry.x)] + "×" + each.y_steps[static_cast<std::size_t>(entry.y)] + ": " + entry.risks.front());
        }
    }

    void line(const std::string& text) { out += indent + text + "\n"; }
    void section(const Section& each) {
        line("[" + each.id + "] " + std::string(static_cast<std::size_t>(each.level), '#') + " " + each.number + "|" + each.heading +
             (each.level_name.empty() ? "" : " <" + each.level_name + ">") + (each.mark ? " (" + each.mark->label + ")" : ""));
        indent += "  ";
        for (const Block& inner : each.blocks) std::visit(*this, inner);
        for (const Section& inner : each.sections) section(inner);
        indent.resize(indent.size() - 2);
    }
};

std::string seen(const Document& paper) {
    Seen all{"", paper};
    for (const Section& each : paper.sections) all.section(each);
    return all.out;
}

std::vector<std::string> codes(const Document& paper) {
    std::vector<std::string> codes;
    for (const Problem& each : paper.problems) codes.emplace_back(each.code);
    return codes;
}

using Codes = std::vector<std::string>;

TEST(Compose, MakesASectionForEachGoalUnderEachArea) {
    City city;
    BlockSpec inner = goals_block("mal", "{number} {name}", {goal_text("analys", "Analys ({by})")});
    inner.level_name = true;
    city.uses.blocks = {block(BlockKind::section, "mal", "Mål", {goals_block("omrade", "Målområde – {name}", {inner})})};
    city.comment("m1", "o1", "KS/HR", "På första platsen.");
    city.comment("m1", "o2", "", "På andra platsen.");
    EXPECT_EQ(seen(city.compose()),
              "[mal] # |Mål\n"
              "  [o1] ## |Målområde – Stad – land\n"
              "    [m1.o1] ### 1.1|Fler ska arbeta <Nämndmål>\n"
              "      = Analys (KS/HR)\n"
              "      På första platsen.\n"
              "    [m2] ### 1.2|Bättre luft <Nämndmål>\n"
              "  [o2] ## |Målområde – Ekonomi\n"
              "    [m1.o2] ### 1.1|Fler ska arbeta <Nämndmål>\n"
              "      = Analys\n"
              "      På andra platsen.\n");
}

TEST(Compose, PrintsTheDecisionElseTheAssessmentInEachPlace) {
    City city;
    BlockSpec rating = block(BlockKind::assessment);
    rating.label = "Lägesbedömning";
    rating.show_assessed = true;
    BlockSpec inner = goals_block("mal", "{name}", {rating});
    inner.mark = true;
    city.uses.blocks = {goals_block("omrade", "{name}", {inner})};
    city.rate("m1", "o1", "delvis", "helt");
    city.rate("m1", "o2", "inte");
    EXPECT_EQ(seen(city.compose()),
              "[o1] # |Stad – land\n"
              "  [m1.o1] ## |Fler ska arbeta (Helt)\n"
              "    * Lägesbedömning/Helt///Kontorets bedömning: Delvis./\n"
              "  [m2] ## |Bättre luft (Inte bedömt)\n"
              "[o2] # |Ekonomi\n"
              "  [m1.o2] ## |Fler ska arbeta (Inte)\n"
              "    * Lägesbedömning/Inte///Kontorets bedömning: Inte./\n");
    Document paper = city.compose();
    ASSERT_EQ(paper.assessments.size(), 3u);
    EXPECT_EQ(paper.assessments[0].goal + "@" + paper.assessments[0].place, "m1@o1");
    EXPECT_EQ(paper.assessments[0].assessed + " " + paper.assessments[0].decision, "delvis helt");
    EXPECT_EQ(codes(paper), (Codes{"goal_is_not_assessed", "assessment_differs_without_motivation"}));
    EXPECT_EQ(paper.problems[1].severity, Severity::warning);
    EXPECT_EQ(paper.problems[1].place.entity, "assessments/m1//o1/vb-2015");
    // In what is decided it is told, and no more; and an undecided goal has no mark at all.
    city.report.state = DocumentState::decided;
    paper = city.compose();
    EXPECT_EQ(paper.problems[1].severity, Severity::note);
    EXPECT_FALSE(paper.sections[0].sections[1].mark);
    EXPECT_TRUE(paper.sections[0].sections[1].blocks.empty());
}

TEST(Compose, AnswersForOthersGoalsThatItPrintsAndPutsNotesAtTheirHeadings) {
    City city;
    Unit other;
    other.id = Id("bn");
    other.kind = ref<UnitKind>("namnd");
    other.name.spans.push_back({"Byggnadsnämnden", {}});
    add(city.state.units, other);
    for (const char* id : {"m1", "m2"}) {
        Goal goal = *city.state.goals.find(id);
        goal.units = {ref<Unit>("bn")};
        if (goal.id.str() == "m1") goal.notes.list = {"n2", "n1"};
        add(city.state.goals, goal);
    }
    for (const char* id : {"n1", "n2"}) {
        Note note;
        note.id = Id(id);
        note.text.text = std::string("Not ") + id;
        add(city.state.notes, note);
    }
    BlockSpec only = goals_block("mal", "{name}", {text_block("Text[^n1]")});
    only.only = {ref<Goal>("m1")};
    city.uses.blocks = {only};
    document::Document paper = city.compose();
    EXPECT_EQ(paper.sections.at(0).heading_notes, (std::vector<int>{0, 1}));
    EXPECT_EQ(plain_words(paper.notes.at(0)), "Not n2") << "as they are met";
    EXPECT_EQ(plain_words(paper.notes.at(1)), "Not n1");
    std::string goals;
    for (const auto& each : paper.assessments) goals += each.goal + " " + each.place + ";";
    EXPECT_EQ(goals, "m1 o1;m1 o2;") << "not m2, which is another's and not printed";
}

TEST(Compose, SkipsWhatIsEmptyWhereTheTemplateSaysSo) {
    City city;
    BlockSpec inner = goals_block("mal", "{name}", {goal_text("analys")});
    inner.skip_empty = true;
    BlockSpec section = block(BlockKind::section, "under", "Nämndens mål {number}", {inner});
    section.skip_empty = true;
    city.uses.blocks = {goals_block("omrade", "{name}", {section})};
    city.comment("m2", "", "", "Bättre.");
    EXPECT_EQ(seen(city.compose()),
              "[o1] # |Stad – land\n"
              "  [o1.under] ## |Nämndens mål 1\n"
              "    [m2] ### |Bättre luft\n"
              "      Bättre.\n"
              "[o2] # |Ekonomi\n");
}

TEST(Compose, KeepsTheOrderOfTheTemplateAfterSections) {
    City city;
    city.uses.blocks = {text_block("Först."), block(BlockKind::section, "a", "A", {text_block("I a."), block(BlockKind::section, "b", "B"),
                                                                                     text_block("Efter b."), text_block("Mer.")}),
                        text_block("Sist.")};
    EXPECT_EQ(seen(city.compose()),
              "[text] # |\n  Först.\n"
              "[a] # |A\n  I a.\n"
              "  [b] ## |B\n"
              "  [a.text] ## |\n    Efter b.\n    Mer.\n"
              "[text-2] # |\n  Sist.\n");
}

TEST(Compose, OneWordInTheDataChangesTheDocumentAndNoCode) {
    City city;
    BlockSpec rating = block(BlockKind::assessment);
    rating.label = "Omdöme";
    BlockSpec goals = goals_block("mal", "{name} ({number})", {rating, goal_text("analys", "Så gick det")});
    goals.level_name = true;
    goals.anywhere = true;
    city.uses.blocks = {goals};
    city.rate("m2", "", "helt");
    city.comment("m2", "", "", "Bra.");
    City other = city;
    Level level = *other.state.levels.find("mal");
    level.name = "Etappmål";
    add(other.state.levels, level);
    Scale scale = *other.state.scales.find("skala");
    scale.values[0].label = "På god väg";
    add(other.state.scales, scale);
    other.uses.blocks[0].blocks[0].label = "Läge";
    std::string before = seen(city.compose()), after = seen(other.compose());
    EXPECT_NE(before.find("[m2] # |Bättre luft (1.2) <Nämndmål>\n  * Omdöme/Helt////\n"), std::string::npos) << before;
    EXPECT_NE(after.find("[m2] # |Bättre luft (1.2) <Etappmål>\n  * Läge/På god väg////\n"), std::string::npos) << after;
}

TEST(Compose, TellsAllThatATemplateAsksForInVain) {
    City city;
    BlockSpec table = block(BlockKind::table);
    table.table = Id("drift");
    BlockSpec memo = block(BlockKind::memo);
    memo.instance = Id("finns-inte");
    city.uses.blocks = {goals_block("niva", "{name}"), table, memo, goal_text("analys"),
                        goals_block("omrade", "{name}", {goal_text("anlys")}), block(BlockKind::things), text_block("{x")};
    Document paper = city.compose();
    EXPECT_EQ(codes(paper), (Codes{"template_level_does_not_exist", "template_table_does_not_exist",
                                   "template_instance_does_not_exist", "template_block_is_not_in_goal",
                                   "template_text_field_does_not_exist", "template_block_names_no_source",
                                   "quoted_figure_is_not_closed"}));
    for (const Problem& each : paper.problems) {
        EXPECT_EQ(each.severity, Severity::error);
        EXPECT_EQ(each.place.entity, "templates/vb");
        EXPECT_NE(find_problem_text(each.code), nullptr) << each.code;
    }
    EXPECT_EQ(paper.problems[4].place.field, "blocks.4.blocks.0.field");
    EXPECT_EQ(paper.problems[4].args[1].second, "analys");
}

TEST(Compose, TheStateOfTheDocumentIsSaidInWords) {
    City city;
    city.uses.blocks = {text_block("x")};
    EXPECT_EQ(city.compose().state_text, "Utkast 0.9 · inte beslutad");
    city.report.date = *Date::parse("2016-02-10");
    EXPECT_EQ(city.compose().state_text, "Utkast 0.9 · 2016-02-10 · inte beslutad");
    city.report.state = DocumentState::decided;
    city.report.version = "1.0";
    EXPECT_EQ(city.compose().state_text, "Version 1.0 · beslutad 2016-02-10");
    EXPECT_EQ(city.compose(true).state_text, "Utkast 1.0 · beräknade siffror · inte beslutad");
    EXPECT_EQ(city.compose(true).state, document::State::draft);
}

TEST(Compose, TheMemoPutsWhatIsToBeDecidedFirst) {
    City city;
    Instance memo;
    memo.id = Id("tjut");
    memo.document = ref<DocumentEntity>("vb-2015-ks");
    memo.name = "Tjänsteskrivelse";
    memo.recipient = "Kommunstyrelsen";
    memo.diary_number = "KS 13/96";
    memo.summary.text = "Kort.";
    memo.background.text = "Långt.";
    memo.proposals = {Prose{"Godkänns."}, Prose{"Överlämnas."}};
    memo.attachments = {"Rapport"};
    memo.signed_by = {"Kommundirektör"};
    add(city.state.instances, memo);
    city.uses.blocks = {block(BlockKind::memo)};
    EXPECT_EQ(seen(city.compose()),
              "[tjut] # |Tjänsteskrivelse\n"
              "  Till: Kommunstyrelsen\n  Diarienummer: KS 13/96\n"
              "  [tjut.proposals] ## |Förslag till beslut\n    § Godkänns.\n    § Överlämnas.\n"
              "  [tjut.summary] ## |Sammanfattning\n    Kort.\n"
              "  [tjut.background] ## |Bakgrund\n    Långt.\n"
              "  [tjut.text] ## |\n    __ Kommundirektör\n"
              "  [tjut.attachments] ## |Bilagor\n    - Rapport\n");
    city.uses.blocks[0].points = {"summary: Sammanfattning av ärendet", "proposals"};
    EXPECT_EQ(seen(city.compose()),
              "[tjut] # |Tjänsteskrivelse\n"
              "  [tjut.summary] ## |Sammanfattning av ärendet\n    Kort.\n"
              "  [tjut.proposals] ## |Förslag till beslut\n    § Godkänns.\n    § Överlämnas.\n");
    city.uses.blocks[0].points.clear();
    city.uses.blocks[0].field = "summary";
    EXPECT_EQ(seen(city.compose()), "[text] # |\n  Kort.\n");
}

TEST(Compose, FootnotesAreNumberedAsTheyAreRead) {
    City city;
    add(city.state.notes, Note{Id("a"), Prose{"Not a, se [^c]."}});
    add(city.state.notes, Note{Id("b"), Prose{"Not b."}});
    add(city.state.notes, Note{Id("c"), Prose{"Not c."}});
    add(city.state.texts, TextEntity{Id("inledning"), Prose{"Ett[^b], två[^a], ett igen[^b]."}});
    city.uses.blocks = {text_block("@inledning")};
    Document paper = city.compose();
    ASSERT_EQ(paper.notes.size(), 3u);
    EXPECT_EQ(plain_words(paper.notes[0]), "Not b.");
    EXPECT_EQ(plain_words(paper.notes[1]), "Not a, se .");
    EXPECT_EQ(plain_words(paper.notes[2]), "Not c.");
    EXPECT_TRUE(paper.problems.empty());
}

TEST(Compose, WhatATextSaysWasPrintedHasAFootnoteWithWhatTheDataGive) {
    City city;
    QuoteSpec count;
    count.id = Id("antal");
    count.count = RowSource::goals;
    city.uses.quotes = {count};
    city.report.state = DocumentState::decided;
    city.uses.blocks = {text_block("Av {antal | tal 0 | tryckt 99} mål, alltså {antal | tal 0 | tryckt 99}, nås hälften.")};
    Document paper = city.compose();
    ASSERT_EQ(paper.notes.size(), 1u) << "one note for one thing said";
    EXPECT_EQ(plain_words(paper.notes[0]), "Avstämning: uppgifterna ger 4.");
    EXPECT_EQ(codes(paper), (Codes{"quoted_figure_is_printed_otherwise", "quoted_figure_is_printed_otherwise"}))
        << "told at each place";
    add(city.state.notes, Note{Id("n"), Prose{"Vår egen not."}});
    city.uses.blocks = {text_block("Av {antal | tal 0 | tryckt 99}[^n] mål.")};
    paper = city.compose();
    ASSERT_EQ(paper.notes.size(), 1u);
    EXPECT_EQ(plain_words(paper.notes[0]), "Vår egen not.") << "the author's stands in place of ours";
}

TEST(Compose, AFieldOfUnitsThatNobodyHasWrittenInIsMistyped) {
    City city;
    city.comment("ks", "", "", "Året i korthet.");
    BlockSpec texts = block(BlockKind::unit_texts);
    texts.field = "analis";
    city.uses.blocks = {texts};
    Document paper = city.compose();
    ASSERT_EQ(codes(paper), Codes{"template_text_field_does_not_exist"});
    EXPECT_EQ(paper.problems[0].args[1].second, "analys");
    city.uses.blocks[0].field = "analys";
    EXPECT_EQ(codes(city.compose()), Codes{});
}

TEST(Compose, TextsQuoteThingsAndCellsOfTablesThatComeLater) {
    City city;
    TableSpec table;
    table.id = Id("mal");
    table.source = RowSource::goals;
    ColumnSpec number;
    number.id = Id("nr");
    number.value.text = "number";
    table.columns = {number};
    city.uses.tables = {table};
    BlockSpec placed = block(BlockKind::table);
    placed.table = Id("mal");
    city.uses.blocks = {text_block("Målet {m2.name} har nummer {mal:m2:nr}. {m2.nmae}"), placed};
    Document paper = city.compose();
    EXPECT_NE(seen(paper).find("Målet Bättre luft har nummer 1.2. {m2.nmae}"), std::string::npos) << seen(paper);
    ASSERT_EQ(paper.problems.size(), 1u);
    EXPECT_EQ(paper.problems[0].severity, Severity::error);
    EXPECT_EQ(paper.problems[0].place.entity, "templates/vb");
}

TEST(Compose, StatementsStandAsTheyWereHandedIn) {
    City city;
    Instance board;
    board.id = Id("ks-2016");
    board.document = ref<DocumentEntity>("vb-2015-ks");
    board.name = "Kommunstyrelsen";
    board.decided = *Date::parse("2016-05-17");
    board.paragraph = "§ 12";
    add(city.state.instances, board);
    Statement first, second;
    first.id = Id("u1");
    first.instance = second.instance = ref<Instance>("ks-2016");
    first.kind = "Särskilt uttalande";
    first.by = "M, L";
    first.text.text = "Vi menar.\n\nOch mer.";
    second.id = Id("u2");
    second.kind = "Ersättaryttrande";
    second.by = "C";
    second.refers_to = ref<Statement>("u1");
    second.order = 2;
    add(city.state.statements, first);
    add(city.state.statements, second);
    city.uses.blocks = {block(BlockKind::statements, "uttalanden", "Uttalanden")};
    EXPECT_EQ(seen(city.compose()),
              "[uttalanden] # |Uttalanden\n"
              "  | Särskilt uttalande, M, L\n  | (Kommunstyrelsen, 2016-05-17, §\u00a012)\n  | Vi menar.\n  | Och mer.\n"
              "  | Ersättaryttrande, C\n  | (Kommunstyrelsen, 2016-05-17, §\u00a012)\n"
              "  | (Hänvisar till: Särskilt uttalande, M, L, Kommunstyrelsen, 2016-05-17, §\u00a012.)\n");
}

TEST(Compose, RisksStandInTheirCells) {
    City city;
    Risk risk;
    risk.id = Id("r1");
    risk.number = "R1";
    risk.likelihood = Id("helt");
    risk.consequence = Id("inte");
    risk.likelihood_scale = risk.consequence_scale = ref<Scale>("skala");
    add(city.state.risks, risk);
    city.uses.blocks = {block(BlockKind::risk_matrix, "matris", "Risker")};
    EXPECT_EQ(seen(city.compose()), "[matris] # |Risker\n  Helt×Inte: R1\n");
}

TEST(Compose, TheSameStateGivesTheSameBytes) {
    City city;
    city.uses.blocks = {goals_block("omrade", "{name}", {goals_block("mal", "{name}", {goal_text("analys")})})};
    city.comment("m1", "o1", "KS", "Text.");
    EXPECT_EQ(write_json(city.compose()), write_json(city.compose()));
}

TEST(CheckTemplates, TellsEachProblemOnce) {
    City city;
    city.uses.blocks = {goals_block("omrade", "{name}", {goal_text("anlys")})};
    State whole = city.state;
    whole.templates = whole.templates.with(city.uses);
    whole.documents = whole.documents.with(city.report);
    city.report.id = Id("vb-2015-till");
    whole.documents = whole.documents.with(city.report);
    Problems problems;
    check_templates(whole, problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.list()[0].code, "template_text_field_does_not_exist");
}

TEST(CheckRules, TellsTheHolesOfARuleInPlainWords) {
    City city;
    Rule rule;
    rule.id = Id("regel");
    rule.name = "Regeln";
    rule.scale = ref<Scale>("skala");
    rule.dimensions.resize(1);
    RuleClause all, none;
    all.then = Id("helt");
    all.indicators.list = {"all", "majority"};
    none.then = Id("inte");
    none.indicators.list = {"none", "nothing"};
    rule.clauses = {all, none};
    add(city.state.rules, rule);
    Problems problems;
    check_rules(city.state, problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.list()[0].code, "rule_has_hole");
    EXPECT_EQ(problems.list()[0].severity, Severity::warning);
    std::string told = problem_sentence(problems.list()[0], Language::sv);
    EXPECT_NE(told.find("av indikatorerna"), std::string::npos) << told;
    EXPECT_NE(told.find("Exempel: 1 av 2 indikatorer"), std::string::npos) << told;
}

}  // namespace
}  // namespace styrkedja
