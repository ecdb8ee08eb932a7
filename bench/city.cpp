// SPDX-License-Identifier: EUPL-1.2
#include "city.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "codec/csv.h"
#include "support/random.h"

namespace styrkedja::bench {
namespace {

using testing::Random;

constexpr int this_year = 2025;

constexpr std::string_view committees_are[] = {"Kommunstyrelsen", "Utbildningsnämnden", "Socialnämnden", "Äldrenämnden",
    "Kulturnämnden", "Fritidsnämnden", "Miljönämnden", "Stadsbyggnadsnämnden", "Trafiknämnden", "Bolaget"};
constexpr std::string_view units_are[] = {"Förskolan Björken", "Grundskolan Norr", "Hemtjänsten Centrum", "Enheten för stöd",
    "Vård- och omsorgsboendet Ängen", "Biblioteket", "Gatuenheten", "Kansliet", "Rehab Öster", "Fritidsgården"};
constexpr std::string_view wants[] = {"Fler elever når målen i alla ämnen", "Äldre har inflytande över sin vardag",
    "Utsläppen från egna transporter minskar", "Invånarna är nöjda med sitt bemötande", "Medarbetarna är friska och trivs",
    "Köerna till särskilt boende är korta", "Fler unga deltar i kulturlivet", "Ekonomin är i balans över tid"};
constexpr std::string_view measured[] = {"Andel nöjda brukare", "Sjukfrånvaro", "Andel behöriga elever", "Antal deltagare",
    "Andel fossilfria bränslen", "Väntetid i dagar", "Nettokostnad per invånare", "Andel i tid"};
constexpr std::string_view done[] = {"Införa gemensam planering", "Utbilda alla chefer", "Bygga om entrén", "Starta språkcafé",
    "Se över riktlinjerna", "Pröva nytt schema", "Ta fram en handlingsplan", "Följa upp avtalet"};
constexpr std::string_view sentences[] = {
    "Nämnden har under året arbetat vidare med de satsningar som beslutades i mål och budget.",
    "Resultatet är bättre än föregående år, men variationen mellan enheterna är fortfarande stor.",
    "Ett nytt arbetssätt har införts på samtliga enheter och följs upp under våren.",
    "Kostnaderna har ökat till följd av högre priser på energi och livsmedel.",
    "Arbetet har bedrivits tillsammans med andra nämnder och med civilsamhället.",
    "Utvecklingen bedöms fortsätta i samma riktning om inga nya beslut fattas.",
    "Under hösten genomfördes en enkät, och svarsfrekvensen var högre än tidigare.",
    "Åtgärder är vidtagna för att minska sjukfrånvaron, särskilt den korta."};

std::string file_of(const std::string& name) {
    std::ifstream file(std::string(PROJECT_DIR) + "/bench/city/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// One CSV file in the making.
class Sheet {
  public:
    Sheet(std::string name, std::vector<std::string> heading) : name_(std::move(name)) { add(heading); }
    void add(const std::vector<std::string>& row) { write_csv_row(text_, row); }
    TreeFile take() { return {std::move(name_), std::move(text_)}; }

  private:
    std::string name_, text_;
};

class City {
  public:
    City(std::uint64_t seed, const CitySizes& sizes) : random_(seed), sizes_(sizes) {}

    std::vector<TreeFile> files() {
        model();
        units();
        goals();
        activities();
        indicators();
        economy();
        assignments_and_risks();
        texts();
        documents();
        std::sort(files_.begin(), files_.end(), [](const TreeFile& a, const TreeFile& b) { return a.name < b.name; });
        return std::move(files_);
    }

  private:
    struct UnitOf {
        std::string id;
        int committee;
    };
    struct GoalOf {
        std::string id;
        int committee;  // -1: the council's
    };

    std::string committee(int number) const { return "n" + two_digits(number); }
    std::string words(std::size_t count) {
        std::string text;
        for (; count > 0; --count) text += (text.empty() ? "" : " ") + std::string(random_.of(sentences));
        return text;
    }
    std::string number(int least, int most) { return std::to_string(random_.between(least, most)); }
    // The first committee's document is the long one: it gets what many have together.
    int any_committee() { return random_.chance(60) ? 0 : random_.between(0, sizes_.committees - 1); }
    const UnitOf& unit_in(int committee) {
        const auto& list = units_of_[static_cast<std::size_t>(committee)];
        return units_[list[random_.below(list.size())]];
    }

    void model() {
        files_.push_back({"pack.yaml", "pack:\n  municipality: staden\n  format: 1\n  name: Staden\n  code: \"0000\"\n"
                                       "  years: [\"2021..2026\"]\n  amounts: tkr\n"});
        files_.push_back({"model.yaml", file_of("model.yaml")});
        files_.push_back({"templates.yaml", file_of("templates.yaml")});
    }

    void units() {
        Sheet sheet("units.csv", {"id", "name", "short-name", "kind", "parent", "code", "valid"});
        sheet.add({"kf", "Kommunfullmäktige", "KF", "fullmaktige", "", "", ""});
        units_of_.resize(static_cast<std::size_t>(sizes_.committees));
        for (int i = 0; i < sizes_.committees; ++i) {
            bool company = i % 10 == 9;
            sheet.add({committee(i), std::string(committees_are[static_cast<std::size_t>(i) % 10]) + " " + std::to_string(i + 1),
                       "N" + std::to_string(i + 1), company ? "bolag" : "namnd", "kf", "1" + two_digits(i), ""});
        }
        int rest = std::max(sizes_.units - sizes_.committees - 1, sizes_.committees * 2);
        for (int i = 0; i < rest; ++i) {
            int of = i % sizes_.committees, nth = i / sizes_.committees;
            std::string id = committee(of) + ".e" + std::to_string(nth);
            // Every sixth is a department, the rest stand under the last of them.
            std::string parent = nth % 6 == 0 ? committee(of) : committee(of) + ".e" + std::to_string(nth / 6 * 6);
            std::string name(random_.of(units_are));
            if (random_.chance(9)) name = name + " [..2023] | " + name + " och Söder [2024..]";
            sheet.add({id, name, "", nth % 6 == 0 ? "avdelning" : "enhet", parent, "2" + two_digits(of) + two_digits(nth), "2020.."});
            units_of_[static_cast<std::size_t>(of)].push_back(units_.size());
            units_.push_back({id, of});
        }
        files_.push_back(sheet.take());
    }

    void goals() {
        Sheet sheet("goals.csv", {"id", "level", "number", "name", "parents", "units", "description", "valid"});
        Sheet ratings("assessments.csv", {"goal", "occasion", "assessed", "decision", "motivation"});
        Sheet comments("comments.csv", {"subject", "field", "occasion", "by", "text"});
        int areas = std::min(10, sizes_.goals / 6 + 1), of_council = areas * 3, of_committees = sizes_.goals / 5;
        auto add = [&](const std::string& id, const std::string& level, const std::string& parents, int committee_of,
                       const std::string& unit) {
            sheet.add({id, level, std::to_string(goals_.size() + 1), std::string(random_.of(wants)), parents, unit,
                       random_.chance(3) ? words(1) : "", "2023.."});
            goals_.push_back({id, committee_of});
            if (level == "omrade") return;
            std::string assessed(random_.of(rating_words));
            ratings.add({id, "bokslut-2025", assessed, random_.chance(2) ? assessed : "", words(1)});
            std::size_t length = committee_of == 0 ? static_cast<std::size_t>(sizes_.pages_in_long / 10) : 2;
            if (level != "enhetsmal") comments.add({id, "analys", "bokslut-2025", "Controller", words(std::max<std::size_t>(length, 1))});
        };
        for (int i = 0; i < areas; ++i) add("o" + std::to_string(i), "omrade", "", -1, "");
        for (int i = 0; i < of_council; ++i) add("k" + std::to_string(i), "kf-mal", "o" + std::to_string(i % areas), -1, "kf");
        for (int i = 0; i < of_committees; ++i) {
            int of = i < sizes_.committees ? i : any_committee();
            std::string parents = "k" + number(0, of_council - 1);
            if (random_.chance(10)) {
                std::string other = "k" + number(0, of_council - 1);
                if (other != parents) parents += " " + other;
            }
            add("m" + std::to_string(i), "namndmal", parents, of, committee(of));
        }
        for (int i = 0; static_cast<int>(goals_.size()) < sizes_.goals; ++i) {
            const GoalOf parent = goals_[static_cast<std::size_t>(areas + of_council) + random_.below(static_cast<std::size_t>(of_committees))];
            add("e" + std::to_string(i), "enhetsmal", parent.id, parent.committee, unit_in(parent.committee).id);
        }
        first_of_committees_ = static_cast<std::size_t>(areas + of_council);
        for (TreeFile file : {sheet.take(), ratings.take(), comments.take()}) files_.push_back(std::move(file));
    }

    const GoalOf& any_goal() { return goals_[first_of_committees_ + random_.below(goals_.size() - first_of_committees_)]; }

    void activities() {
        Sheet sheet("activities.csv", {"id", "name", "goals", "units", "responsible", "start", "end", "description"});
        Sheet progress("progress.csv", {"subject", "occasion", "status", "completion", "comment"});
        for (int i = 0; i < sizes_.activities; ++i) {
            const GoalOf& goal = any_goal();
            std::string id = "a" + std::to_string(i);
            sheet.add({id, std::string(random_.of(done)) + " " + std::to_string(i), goal.id, committee(goal.committee), "Enhetschef",
                       "2025-0" + number(1, 5) + "-01", "2025-1" + number(0, 2) + "-15", random_.chance(4) ? words(1) : ""});
            std::size_t status = random_.below(3);
            progress.add({id, "bokslut-2025", std::string(status_words[status]), std::string(completion_words[status]),
                          random_.chance(2) ? words(1) : ""});
        }
        for (TreeFile file : {sheet.take(), progress.take()}) files_.push_back(std::move(file));
    }

    void indicators() {
        Sheet sheet("indicators.csv", {"id", "name", "goals", "owners", "unit", "better", "scale-min", "scale-max", "source", "base", "base-period"});
        Sheet outcomes("outcomes.csv", {"indicator", "period", "breakdown", "value", "missing"});
        Sheet targets("targets.csv", {"indicator", "by", "period", "value"});
        for (int i = 0; i < sizes_.indicators; ++i) {
            const GoalOf& goal = any_goal();
            std::string id = "i" + std::to_string(i);
            bool share = !random_.chance(3), up = !random_.chance(4);
            sheet.add({id, std::string(random_.of(measured)) + " " + std::to_string(i), goal.id, committee(goal.committee), share ? "%" : "antal",
                       up ? "up" : "down", share ? "0" : "", share ? "100" : "", "Egen mätning", number(20, 60) + (share ? " %" : ""),
                       std::to_string(this_year - sizes_.years)});
            for (int year = this_year - sizes_.years + 1; year <= this_year; ++year) {
                bool missing = random_.chance(25);
                std::string value = share ? number(10, 99) + "," + number(0, 9) + " %" : number(1, 9) + " " + std::to_string(random_.between(100, 999));
                outcomes.add({id, std::to_string(year), "", missing ? "" : value, missing ? "Mäts vartannat år" : ""});
                targets.add({id, committee(goal.committee), std::to_string(year), target(share)});
            }
        }
        for (TreeFile file : {sheet.take(), outcomes.take(), targets.take()}) files_.push_back(std::move(file));
    }

    std::string target(bool share) {
        std::string figure = number(30, 95);
        switch (random_.below(8)) {
            case 0: return "Öka";
            case 1: return "minst " + figure + (share ? " %" : "");
            case 2: return ">" + figure + ",5" + (share ? " %" : "");
            case 3: return share ? figure + " % (lägst)" : "bibehålla";
            default: return figure + (share ? " %" : "");
        }
    }

    void economy() {
        Sheet sheet("economy/drift.csv", {"unit", "account", "budget@2024", "outcome@2024", "budget@2025", "outcome@2025",
                                          "prognos@2025", "budget@2026"});
        for (const UnitOf& unit : units_) {
            for (std::string_view account : account_words) {
                int sign = account == "kommunbidrag" || account == "avgifter" ? 1 : -1, size = random_.between(400, 60'000);
                auto amount = [&] { return std::to_string(sign * (size + random_.between(-size / 9, size / 9))) + "," + number(0, 9); };
                sheet.add({unit.id, std::string(account), amount(), amount(), amount(), amount(), amount(), amount()});
            }
        }
        Sheet months("economy/manader.csv", {"unit", "account", "version", "period", "amount"});
        for (int i = 0; i < sizes_.committees; ++i) {
            for (std::string_view account : account_words) {
                for (int month = 1; month <= 12; ++month) {
                    months.add({committee(i), std::string(account), "manad", "2025-" + two_digits(month), number(-9'000, 9'000) + "," + number(10, 99)});
                }
            }
        }
        Sheet projects("projects.csv", {"id", "name", "number", "unit", "phase", "purpose"});
        Sheet investments("economy/investeringar.csv", {"unit", "account", "project", "budget@2025", "outcome@2025", "prognos@2025"});
        for (int i = 0; i < sizes_.committees * 6; ++i) {
            std::string id = "p" + std::to_string(i), of = committee(i % sizes_.committees);
            projects.add({id, "Ombyggnad " + std::to_string(i), std::to_string(90'000 + i), of, "pågående", words(1)});
            investments.add({of, "investeringar", id, "-" + number(500, 90'000), "-" + number(500, 90'000), "-" + number(500, 90'000)});
        }
        for (TreeFile file : {sheet.take(), months.take(), projects.take(), investments.take()}) files_.push_back(std::move(file));
    }

    void assignments_and_risks() {
        Sheet assignments("assignments.csv", {"id", "type", "name", "units", "given-by", "description", "report-at"});
        Sheet changes("budget-changes.csv", {"id", "name", "unit", "kind", "year", "amount", "counter-unit"});
        Sheet grants("grants.csv", {"id", "name", "payer", "unit", "year", "amount", "purpose"});
        Sheet carried("carry-overs.csv", {"id", "name", "unit", "year", "amount", "reason"});
        Sheet risks("risks.csv", {"id", "name", "unit", "likelihood", "likelihood-scale", "consequence", "consequence-scale"});
        Sheet controls("controls.csv", {"id", "name", "risk", "unit", "method", "frequency"});
        Sheet measures("measures.csv", {"id", "name", "subjects", "unit", "occasion", "responsible", "due"});
        Sheet texts("comments/enheter.csv", {"subject", "field", "unit", "occasion", "text"});
        for (int i = 0; i < sizes_.committees * 8; ++i) {
            std::string of = committee(i % sizes_.committees), n = std::to_string(i);
            assignments.add({"u" + n, i % 2 ? "kf-uppdrag" : "fokusomrade", std::string(random_.of(done)), of, "kf", words(2), "Årsbokslut"});
            changes.add({"b" + n, std::string(random_.of(done)), of, i % 2 ? "ram" : "flytt", "2025", number(-900, 9'000),
                         i % 2 ? "" : committee((i + 1) % sizes_.committees)});
            if (i % 3 == 0) grants.add({"s" + n, "Statsbidrag " + n, "Skolverket", of, "2025", number(100, 9'000), words(1)});
            if (i % 3 == 1) carried.add({"c" + n, "Ombudgetering " + n, of, "2025", number(100, 9'000), words(1)});
            risks.add({"r" + n, "Risk för " + n, of, "s" + number(1, 4), "sannolikhet", "k" + number(1, 4), "konsekvens"});
            controls.add({"kontroll" + n, "Stickprov " + n, "r" + n, of, "Granskning", "Årligen"});
            measures.add({"atgard" + n, std::string(random_.of(done)), of, of, "bokslut-2025", "Förvaltningschef", "2026-03-31"});
        }
        for (const UnitOf& unit : units_) {
            if (random_.chance(4)) texts.add({unit.id, "ekonomi", unit.id, "bokslut-2025", words(2)});
        }
        for (TreeFile file : {assignments.take(), changes.take(), grants.take(), carried.take(), risks.take(), controls.take(),
                              measures.take(), texts.take()}) {
            files_.push_back(std::move(file));
        }
    }

    void texts() {
        for (int i = 0; i < sizes_.committees; ++i) {
            std::string of = committee(i), text;
            int paragraphs = i == 0 ? sizes_.pages_in_long : 6;
            for (std::string_view about : {"sammanfattning", "ekonomi", "framtid"}) {
                text += "# " + of + "." + std::string(about) + "\n\n";
                for (int p = 0; p < paragraphs / 3; ++p) {
                    if (p % 4 == 3) text += "## Under året\n\n";
                    text += words(5) + " Nettokostnaden blev {" + of + ".nettokostnad | mnkr 1 | absolut}, ett **{" + of +
                            ".avvikelse | ord överskott/underskott}** mot budget.\n\n";
                }
                text += "- " + words(1) + "\n- " + words(1) + "\n\n";
            }
            files_.push_back({"texts/" + of + ".md", std::move(text)});
        }
    }

    void documents() {
        std::string yaml = "documents:\n", instances = "instances:\n", statements = "statements:\n", appendices = "appendices:\n";
        for (int i = 0; i < sizes_.committees; ++i) {
            std::string of = committee(i), document = "bokslut-" + of;
            yaml += "  - {id: " + document + ", template: mall-arsbokslut, title: Årsbokslut 2025, unit: " + of +
                    ", occasion: bokslut-2025, state: draft, version: \"1.0\", amounts: tkr, lead: \"Nämnden redovisar ett {resultatrakning:resultat:avvikelse | ord överskott/underskott}.\"}\n";
            instances += "  - {id: arende-" + of + ", document: " + document + ", unit: " + of +
                         ", name: Tjänsteskrivelse, title: Årsbokslut 2025, date: 2026-02-10, summary: \"@" + of +
                         ".sammanfattning\", background: \"@" + of + ".ekonomi\", proposals: [Nämnden godkänner årsbokslutet., Nämnden överlämnar det till fullmäktige.]}\n";
            statements += "  - {id: uttalande-" + of + ", instance: arende-" + of + ", kind: Särskilt uttalande, by: Oppositionen, text: \"" +
                          words(3) + "\"}\n";
            appendices += "  - {id: bilaga-" + of + ", document: " + document + ", number: \"1\", title: Framtid, text: \"@" + of + ".framtid\"}\n";
        }
        files_.push_back({"documents.yaml", yaml + instances + statements + appendices});
    }

    static constexpr std::string_view rating_words[] = {"gron", "gron", "gul", "rod"};
    static constexpr std::string_view status_words[] = {"klar", "pagar", "ej-paborjad"};
    static constexpr std::string_view completion_words[] = {"100", "50", "0"};
    static constexpr std::string_view account_words[] = {"kommunbidrag", "avgifter", "personal", "lokaler", "ovrigt"};

    Random random_;
    CitySizes sizes_;
    std::vector<TreeFile> files_;
    std::vector<UnitOf> units_;
    std::vector<std::vector<std::size_t>> units_of_;
    std::vector<GoalOf> goals_;
    std::size_t first_of_committees_ = 0;
};

}  // namespace

std::vector<TreeFile> generate_city(std::uint64_t seed, const CitySizes& sizes) { return City(seed, sizes).files(); }

}  // namespace styrkedja::bench
