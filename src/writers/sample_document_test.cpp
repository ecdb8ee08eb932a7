// SPDX-License-Identifier: EUPL-1.2
#include "writers/sample_document.h"

namespace styrkedja::sample {

using namespace document;

Inlines words(std::string text) {
    return {Text{std::move(text)}};
}

Figure figure(std::string shown, std::string value, std::string label, std::string unit) {
    Figure made;
    made.shown = std::move(shown);
    made.value = std::move(value);
    made.label = std::move(label);
    made.unit = std::move(unit);
    return made;
}

Mark mark(MarkShape shape, std::string label, std::string colour) {
    return {shape, std::move(label), std::move(colour)};
}

namespace {

const std::string shield =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 48'><path d='M2 2H38V26C38 38 30 43 20 47 10 43 "
    "2 38 2 26Z' "
    "fill='#23507a'/><path d='M8 30l6-8 6 8 6-8 6 8' fill='none' stroke='#fff' stroke-width='3'/></svg>";

Figure result_quote() {
    Figure quote = figure("28,9\u00a0miljoner kronor", "28900", "Avvikelse prognos, Summa");
    quote.formula = "budget − prognos";
    quote.target = "drift/summa/avvikelse";
    quote.sources = {{"economy/ks.nettokostnad.2016.budget", ""},
                     {"economy/ks.nettokostnad.2016.forecast", ""}};
    return quote;
}

Section memo() {
    Section section;
    section.id = "tjansteskrivelse";
    section.heading = "Förslag till beslut";
    section.memo = true;
    section.blocks = {
        Facts{{{"Till", words("Kommunstyrelsen")}, {"Handläggare", words("Controller")}}},
        Decisions{{words("Uppföljningen godkänns och överlämnas till revisorerna."),
                   words("Nämnden begär att 4,2\u00a0miljoner kronor förs över till 2017.")}},
        Signatures{{"Kommundirektör", "Ekonomichef"}},
    };
    return section;
}

Section events() {
    Section section;
    section.id = "handelser";
    section.number = "1";
    section.heading = "Viktiga händelser";
    section.blocks = {
        Paragraph{{Text{"Försäljningen av fastigheten vid hamnen är "}, Strong{"slutförd"}, Text{"."},
                   NoteRef{0}, Text{" Den nya brandstationen tas i bruk i "}, Emphasis{"januari"},
                   Text{" 2017; se "}, Link{"kommunens webbplats", "https://www.example.se/brand?a=1&b=2"},
                   Text{"."}}},
        SubHeading{"Det som återstår"},
        List{false,
             {{words("Markförsäljningen i Ölandshamnen.")},
              {words("Gymnasieförbundets bidrag."), words("Räknas om efter antalet elever.")}}},
        List{true, {{words("Först budget.")}, {words("Sedan plan.")}}},
        List{false,
             {{words("Nästa period.")}, {words("Nytt avtal.")}, {words("Ny prognos.")}, {words("I maj.")}, {words("Sedan sommaren.")}},
             {0, 1, 1, 2, 0},
             {false, true, true, false, false}},
    };
    section.heading_notes = {0};
    return section;
}

Section economy() {
    Section section;
    section.id = "ekonomi";
    section.number = "2";
    section.heading = "Drift: utfall och prognos";
    section.blocks = {
        Paragraph{{Text{"Fem ansvar avviker från budget, alla åt det bättre hållet. Exploateringen står för "
                        "det mesta av "},
                   Quote{result_quote()}, Text{". Övriga ansvar räknar med att hålla sin budget."}}},
        TableBlock{0},
        TableBlock{1},
    };
    Section inner;
    inner.id = "investeringar";
    inner.number = "2.1";
    inner.level = 2;
    inner.heading = "Investeringar";
    inner.blocks = {Paragraph{words("Hela budgeten väntas bli förbrukad.")}, TableBlock{4}};
    section.sections = {inner};
    return section;
}

AssessmentBlock differing_assessment() {
    AssessmentBlock block;
    block.label = "Lägesbedömning";
    block.mark = mark(MarkShape::met, "Väntas uppfyllas", "#2B7A50");
    block.remark = "prognos helår";
    block.proposal = "Regelns förslag: delvis.";
    block.assessed = "Kontorets bedömning: helt.";
    block.motivation = words("Den indikator som inte når målet mättes innan åtgärderna började.");
    block.reasons = {"En av två indikatorer når målet.", "Tre av fyra aktiviteter är genomförda."};
    return block;
}

Section goals() {
    Section top;
    top.id = "mal";
    top.number = "3";
    top.heading = "Mål och aktiviteter";
    top.blocks = {Paragraph{words("Under varje mål står aktiviteterna med status och färdigställande.")}};
    Section area;
    area.id = "mal.ekonomi";
    area.level = 2;
    area.goal = true;
    area.heading = "Ordning och reda i ekonomin";
    area.level_name = "Fokusområde";
    area.blocks = {Paragraph{words("Kommunen ska ha god ekonomisk hushållning på kort och lång sikt.")}};
    Section council = area;
    council.id = "mal.kf-3";
    council.level = 3;
    council.number = "KF-mål 3";
    council.heading = "Verksamheten är ändamålsenlig och kostnadseffektiv";
    council.level_name = "Fullmäktigemål";
    council.mark = mark(MarkShape::partly, "Väntas uppfyllas delvis", "#FFD500");
    council.blocks = {
        Paragraph{words("Tre nämndmål hör hit. Två har påbörjade aktiviteter; för det tredje finns "
                        "nyckeltalen först till uppföljningen efter augusti.")},
        differing_assessment()};
    Section committee = area;
    committee.id = "mal.ks-3.1";
    committee.level = 3;
    committee.number = "3.1";
    committee.heading = "Nämnder och politiker är nöjda med kontorets stöd";
    committee.level_name = "Nämndmål";
    committee.mark = mark(MarkShape::not_assessed, "Kan inte bedömas ännu");
    committee.blocks = {TableBlock{2}, TableBlock{3}};
    Section missed = committee;
    missed.id = "mal.ks-3.2";
    missed.number = "3.2";
    missed.heading = "Kontoret är ändamålsenligt";
    missed.mark = mark(MarkShape::not_met, "Väntas inte uppfyllas", "#AB2424");
    missed.blocks = {Paragraph{words("Kontrollerna är påbörjade men inte slutförda.")}};
    council.sections = {committee, missed};
    area.sections = {council};
    top.sections = {area};
    return top;
}

Section control_and_statements() {
    Section section;
    section.id = "kontroll";
    section.heading = "Bilaga: intern kontroll och uttalanden";
    section.appendix = true;
    RiskMatrix matrix;
    matrix.id = "risker";
    matrix.caption = "Risker efter sannolikhet och konsekvens";
    matrix.x_label = "Sannolikhet";
    matrix.y_label = "Konsekvens";
    matrix.x_steps = {"osannolik", "möjlig", "trolig"};
    matrix.y_steps = {"lindrig", "kännbar", "allvarlig"};
    matrix.entries = {{0, 0, {"1"}}, {1, 2, {"2", "4"}}, {2, 1, {"3"}}};
    section.blocks = {
        matrix, Statement{"Särskilt uttalande",
                          "Partiet",
                          {words("Vi hade hellre sett en budget i balans."), words("Det säger vi igen.")},
                          "Kommunstyrelsen, 2016-05-17, §\u00a012",
                          "Hänvisar till: Ersättaryttrande, Partiet."},
        Statement{"Ersättaryttrande", "Det andra partiet", {}, "", "Hänvisar till: Särskilt uttalande, Partiet."}};
    return section;
}

Assessment sample_assessment() {
    Assessment assessment;
    assessment.goal = "kf-3";
    assessment.unit = "ks";
    assessment.occasion = "2016-04";
    assessment.proposal = "partly";
    assessment.decision = "met";
    assessment.proposal_label = "Väntas uppfyllas delvis";
    assessment.decision_label = "Väntas uppfyllas";
    assessment.motivation = "Mättes innan åtgärderna började.";
    assessment.forecast = true;
    assessment.reasons = {{"En av två indikatorer når målet.", {{"indicators/nojd-kund", "target"}}}};
    return assessment;
}

}  // namespace

Document sample_document() {
    Document made;
    made.id = "uppfoljning-2016-04";
    made.municipality = "exempelby";
    made.municipality_name = "Exempelby kommun";
    made.unit = "ks";
    made.unit_name = "Kommunstyrelsen";
    made.kind = "Uppföljning efter april";
    made.title = "Kommunstyrelsen: ekonomi och verksamhetsplan";
    made.subtitle = "Januari–april 2016, med prognos för helåret";
    made.occasion = "2016-04";
    made.occasion_name = "April 2016";
    made.diary_number = "KS 2016/0012";
    made.date = "2016-05-17";
    made.version = "1.0";
    made.state = State::decided;
    made.state_text = "Version 1.0 · beslutad 2016-05-17";
    made.colour = "#9C1C2E";
    made.logo_svg = shield;
    made.facts = {{"Till", words("Kommunstyrelsen")},
                  {"Datum", words("2016-05-17")},
                  {"Ärende", words("KS 2016/0012")},
                  {"Handläggare", words("Controller")},
                  {"Period", words("januari–april, 33,33\u00a0% av året")},
                  {"Belopp", words("tkr om inget annat sägs. Plus är alltid bättre för resultatet.")}};
    made.lead = {Text{"Kommunledningskontoret räknar med ett överskott på "}, Quote{result_quote()},
                 Text{" för helåret. Av det kommer "},
                 Quote{figure("25,0\u00a0miljoner", "25000", "Exploateringsverksamhet")},
                 Text{" från exploateringen."}};
    made.sections = {memo(), events(), economy(), goals(), control_and_statements()};
    made.tables = sample_tables();
    made.notes = {words("Beslut i fullmäktige den 25 april 2016, § 57.")};
    made.assessments = {sample_assessment()};
    made.problems = {{"published_differs",
                      Severity::note,
                      {"", 0, 0, "", "economy/ks.krisledning", "forecast"},
                      {{"published", "17 618,9"}, {"computed", "17 118,9"}}}};
    return made;
}

}  // namespace styrkedja::sample
