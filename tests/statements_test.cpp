// SPDX-License-Identifier: EUPL-1.2
// Published statements of municipalities through the templates of examples/exempelkommun-2026: each published part is put as a
// fact, and what the original sums must come out to the unit, or differ by what the case says.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "domain/values/written_number.h"
#include "reports/table.h"
#include "support/packs.h"

namespace styrkedja::testing {
namespace {

using reports::Context;
using Words = std::vector<std::string>;

std::string trimmed(std::string text) {
    text.erase(0, text.find_first_not_of(' '));
    while (text.ends_with(' ') || text.ends_with('\r')) text.pop_back();
    return text;
}

Words split(const std::string& line, char by) {
    Words parts;
    std::istringstream in(line + by);
    for (std::string part; std::getline(in, part, by);) parts.push_back(trimmed(part));
    return parts;
}

struct CaseRow {
    std::string id, account, words;
    Words figures;                 // by column; empty = nothing there
    std::string published(std::size_t column) const { return split(figures[column], '/')[0]; }
    std::string computed(std::size_t column) const { return split(figures[column], '/').back(); }
};
struct Case {
    std::string name, file, table, unit;
    int decimals = 0;
    std::vector<std::pair<std::string, std::string>> columns;   // of the file, of the table
    std::vector<CaseRow> rows;
};

std::vector<Case> cases() {
    std::vector<Case> list;
    std::istringstream in(read_whole(std::string(PROJECT_DIR) + "/tests/cases/statements.txt"));
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line.starts_with("case ")) list.emplace_back().name = line.substr(5);
        else if (line.starts_with("file ")) list.back().file = line.substr(5);
        else if (line.starts_with("table ")) list.back().table = line.substr(6);
        else if (line.starts_with("unit ")) {
            list.back().unit = split(line, ' ')[1];
            list.back().decimals = std::stoi(split(line, ' ')[2]);
        } else if (line.starts_with("columns ")) {
            for (const std::string& each : split(line.substr(8), '|'))
                list.back().columns.emplace_back(each.substr(0, each.find('>')), each.substr(each.find('>') + 1));
        } else {
            Words parts = split(line, '|');
            CaseRow row{parts.at(0), parts.at(1), parts.at(2), Words(parts.begin() + 3, parts.end())};
            EXPECT_EQ(row.figures.size(), list.back().columns.size()) << line;
            list.back().rows.push_back(std::move(row));
        }
    }
    return list;
}

Exact number(const std::string& written) { return Exact(parse_written_decimal(written).value_or(Decimal())); }

bool begins_set(const std::string& column) { return column == "i-ar" || column == "utfall"; }

// The facts of one set of columns (an outcome with its budget, and what a project has had in all years) as a pack's rows.
struct Facts {
    std::map<std::pair<std::string, std::string>, Exact> amounts;   // (account or project, version@period)

    void add(const std::string& key, const std::string& column, const Exact& amount) {
        auto [it, is_new] = amounts.try_emplace({key, column}, amount);
        if (!is_new) it->second = it->second + amount;
    }
};

constexpr const char* year = "2019";

void put(Facts& facts, std::string account, const std::string& column, const Exact& amount) {
    bool is_minus = account.starts_with("-");
    if (is_minus) account.erase(0, 1);
    Exact signed_amount = is_minus ? -amount : amount;
    std::size_t at = account.find('@');
    if (at != account.npos) {
        bool is_opening = account.substr(at) == "@open";
        account.resize(at);
        facts.add(account, "outcome@2018-12-31", is_opening ? signed_amount : Exact(0));
        facts.add(account, "outcome@2019-12-31", is_opening ? Exact(0) : signed_amount);
        return;
    }
    if (account.ends_with("!")) account.pop_back();
    facts.add(account, std::string(column == "budget" ? "reviderad@" : "outcome@") + year, signed_amount);
}

bool is_of_the_result(const std::string& account) {
    return account.size() > 1 && account[0] == 'k' && account[1] >= '3' && account[1] <= '8';
}

// What a row that must come out needs beside all the others.
void put_rest(Facts& facts, const CaseRow& row, const std::string& column, const Exact& amount) {
    Exact rest = amount;
    for (const auto& [key, value] : facts.amounts) {
        if (is_of_the_result(key.first)) rest = rest - value;
    }
    put(facts, row.account, column, rest);
}

Facts facts_of(const Case& of, std::size_t first, std::size_t end) {
    Facts facts;
    for (bool rest : {false, true}) {
        for (const CaseRow& row : of.rows) {
            for (std::size_t column = first; column < end; ++column) {
                const std::string& to = of.columns[column].second;
                bool takes = !row.account.empty() && row.account != "project" && to != "avvikelse" && !row.figures[column].empty();
                if (!takes || row.account.ends_with("!") != rest) continue;
                if (rest) put_rest(facts, row, to, number(row.published(column)));
                for (const std::string& account : split(rest ? "" : row.account, '+')) {
                    if (!account.empty()) put(facts, account, to, number(row.published(column)));
                }
            }
        }
    }
    return facts;
}

std::string projects_of(const Case& of, std::size_t first, std::size_t end, Facts& facts) {
    std::string projects = "id;name;unit;decided-total;start\n";
    for (const CaseRow& row : of.rows) {
        if (row.account != "project") continue;
        Exact now, before;
        std::string decided;
        for (std::size_t column = first; column < end; ++column) {
            if (row.figures[column].empty()) continue;
            const std::string& to = of.columns[column].second;
            Exact amount = number(row.published(column));
            if (to == "utfall") now = amount;
            if (to == "ackumulerat") before = amount;
            if (to == "beslutad") decided = (-amount).str();
            if (to == "budget") facts.add(row.id, std::string("reviderad@") + year, amount);
        }
        facts.add(row.id, std::string("outcome@") + year, now);
        facts.add(row.id, "outcome@2016..2018", before - now);
        projects += row.id + ";" + row.words + ";kommunfullmaktige;" + decided + ";2016\n";
    }
    return projects;
}

std::string economy_of(const Facts& facts) {
    std::string csv = "unit;account;project;version;period;amount\n";
    for (const auto& [key, amount] : facts.amounts) {
        bool is_project = key.first[0] == 'p';
        std::size_t at = key.second.find('@');
        csv += "kommunfullmaktige;" + (is_project ? "inv-utgift;" + key.first : key.first + ";") + ";" + key.second.substr(0, at) +
               ";" + key.second.substr(at + 1) + ";" + amount.str() + "\n";
    }
    return csv;
}

// The example's accounts, figures and templates, with the case's facts in place of its own. `published`: rows of published.csv.
LoadedPack pack_of(const Case& of, const Facts& facts, const std::string& projects, const std::string& published) {
    std::vector<TreeFile> files;
    for (TreeFile& file : pack_in("examples/exempelkommun-2026")) {
        for (const char* kept : {"organisation.yaml", "units.csv", "accounts.csv", "figures.yaml", "counterparties.csv",
                                 "templates-rakenskaper.yaml"}) {
            if (file.name == kept) files.push_back(std::move(file));
        }
    }
    auto add = [&](const char* name, std::string text) { files.push_back({name, std::move(text)}); };
    add("pack.yaml", "pack: {municipality: prov, format: 1, name: Prov, years: ['2019'], amounts: " + of.unit + "}\n");
    add("model.yaml", "versions: [{id: outcome, name: Utfall, kind: outcome}, {id: reviderad, name: Budget, kind: budget}]\n"
                      "occasions: [{id: bokslut, name: Bokslut, period: '2019', judges: outcome}]\n"
                      "documents: [{id: dok, template: mall-rakenskaper, title: Prov, unit: kommunfullmaktige, occasion: bokslut, "
                      "state: decided}]\n");
    add("texts/texter.md", "# rakenskaper-resultat\nText.\n\n# rakenskaper-principer\nText.\n");
    add("projects.csv", projects);
    add("economy.csv", economy_of(facts));
    add("published.csv", "document;table;row;column;shown\n" + published);
    Problems problems;
    LoadedPack pack = load_pack(std::move(files), problems);
    EXPECT_FALSE(problems.has_errors()) << as_text(problems);
    return pack;
}

document::Table table_of(const Case& of, const LoadedPack& pack) {
    reports::ReportIndex index(pack.state);
    const DocumentEntity& document = *pack.state.documents.find("dok");
    Context context = Context::of(pack.state, index, document, false);
    const Template* uses = pack.state.templates.find("mall-rakenskaper");
    context.uses = uses;
    Problems problems;
    for (TableSpec spec : uses->tables) {
        if (spec.id.str() != of.table) continue;
        spec.unit = of.unit;
        spec.decimals = of.decimals;
        auto built = reports::build_table(context, spec, {}, problems);
        if (built) return std::move(*built);
    }
    ADD_FAILURE() << of.name << ": no table " << of.table;
    return {};
}

const document::Cell* cell_of(const document::Table& table, const std::string& row, const std::string& column) {
    for (const document::Row& each : table.rows) {
        for (std::size_t i = 0; each.id == row && i < table.columns.size() && i < each.cells.size(); ++i) {
            if (table.columns[i].id == column) return &each.cells[i];
        }
    }
    return nullptr;
}

// Published amounts have the result's sign; a column that prints costs as plus has the other.
Exact as_printed(const Case& of, const std::string& column, const Exact& amount) {
    bool is_reversed = of.table == "investeringsredovisning" && column != "avvikelse";
    return is_reversed ? -amount : amount;
}

Exact shown_in(const document::Cell* cell) {
    if (!cell || !cell->figure || cell->figure->shown.empty()) return Exact::none();
    return number(cell->figure->shown);
}

// A sum of n figures as printed may be off by n half units, and n is never more than the rows of the table.
bool is_rounding(const Case& of, const Exact& apart) {
    Exact unit = Exact(1);
    for (int i = 0; i < of.decimals; ++i) unit = unit / Exact(10);
    return apart.abs() <= Exact(static_cast<std::int64_t>(of.rows.size())) * unit / Exact(2);
}

void check_set(const Case& of, std::size_t first, std::size_t end) {
    Facts facts = facts_of(of, first, end);
    std::string projects = projects_of(of, first, end, facts);
    document::Table table = table_of(of, pack_of(of, facts, projects, ""));
    std::string published;
    std::map<std::pair<std::string, std::string>, Exact> own;   // what parts of one row come to together
    for (const CaseRow& row : of.rows) {
        for (std::size_t i = first; i < end; ++i) {
            if (!row.figures[i].empty()) own[{row.id, of.columns[i].second}] =
                own[{row.id, of.columns[i].second}] + number(row.computed(i));
        }
    }
    for (const CaseRow& row : of.rows) {
        for (std::size_t i = first; i < end; ++i) {
            const auto& [file_column, column] = of.columns[i];
            if (row.figures[i].empty()) continue;
            Exact shown = shown_in(cell_of(table, row.id, column));
            Exact wanted = as_printed(of, column, own[{row.id, column}]);
            ASSERT_TRUE(shown.exists()) << of.name << ": " << row.id << ", " << file_column << " is empty";
            EXPECT_EQ(shown.str(), wanted.str()) << of.name << ": " << row.words << ", " << file_column;
            if (row.published(i) == row.computed(i)) continue;
            published += "dok;" + of.table + ";" + row.id + ";" + column + ";" + row.published(i) + "\n";
        }
    }
    if (published.empty() || of.table == "investeringsredovisning") return;
    // The decided figure is printed, and beside it how much the original is off.
    table = table_of(of, pack_of(of, facts, projects, published));
    for (const CaseRow& row : of.rows) {
        for (std::size_t i = first; i < end; ++i) {
            if (row.figures[i].empty() || row.published(i) == row.computed(i)) continue;
            const document::Cell* cell = cell_of(table, row.id, of.columns[i].second);
            EXPECT_EQ(shown_in(cell).str(), number(row.published(i)).str());
            ASSERT_FALSE(cell->notes.empty()) << of.name << ": " << row.words << " has no note";
            Exact apart = number(row.published(i)) - number(row.computed(i));
            const document::TableNote& note = table.notes.at(static_cast<std::size_t>(cell->notes.front()));
            EXPECT_TRUE(is_rounding(of, apart) || note.avstamning) << of.name << ": " << row.words;
        }
    }
}

TEST(Statements, ComeOutAsMunicipalitiesPublishedThem) {
    std::vector<Case> all = cases();
    EXPECT_GE(all.size(), 9u);
    for (const Case& each : all) {
        for (std::size_t first = 0; first < each.columns.size();) {
            std::size_t end = first + 1;
            while (end < each.columns.size() && !begins_set(each.columns[end].second)) ++end;
            check_set(each, first, end);
            first = end;
        }
    }
}

// The cases' figures are those of the files, where the files are there: every figure of every row that a case has.
TEST(Statements, AreThoseOfTheFiles) {
    const std::string folder = std::string(PROJECT_DIR) + "/../shared/data/statements/";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
    std::size_t compared = 0;
    for (const Case& each : cases()) {
        if (each.file.empty()) continue;
        std::istringstream in(read_whole(folder + each.file));
        std::string line;
        ASSERT_TRUE(std::getline(in, line)) << each.file;
        Words heading = split(line, ';');
        std::map<std::string, Words> rows;
        while (std::getline(in, line)) rows[split(line, ';')[0]] = split(line, ';');
        for (const CaseRow& row : each.rows) {
            ASSERT_TRUE(rows.contains(row.words)) << each.file << ": " << row.words;
            for (std::size_t i = 0; i < each.columns.size(); ++i) {
                auto column = std::find(heading.begin(), heading.end(), each.columns[i].first);
                ASSERT_NE(column, heading.end()) << each.columns[i].first;
                std::string there = rows[row.words].at(static_cast<std::size_t>(column - heading.begin()));
                bool is_nothing = there.empty() || there == "-";
                std::string here = row.figures[i].empty() ? "" : row.published(i);
                EXPECT_EQ(here.empty(), is_nothing) << each.file << ": " << row.words << " " << there;
                if (is_nothing || here.empty()) continue;
                EXPECT_EQ(number(there).str(), number(here).str()) << each.file << ": " << row.words;
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 350u);
}

State example() {
    Problems problems;
    return load_pack(pack_in("examples/exempelkommun-2026"), problems).state;
}

// How many of the figures whose id begins so hold the account, itself or by one above it.
int figures_with(const State& state, const Account& account, std::string_view prefix) {
    int count = 0;
    for (const NamedFigure& figure : state.figures) {
        if (!figure.id.str().starts_with(prefix)) continue;
        for (const Account* above = &account; above; above = state.accounts.find(above->parent.str())) {
            for (const Ref<Account>& each : figure.accounts) count += each.id == above->id ? 1 : 0;
        }
    }
    return count;
}

bool is_leaf(const State& state, const Account& account) {
    return std::none_of(state.accounts.begin(), state.accounts.end(),
                        [&](const Account& each) { return each.parent.id == account.id; });
}

// The cost types are together the net cost, the rows of the income statement the result, and those of the balance sheet all
// that there is: an account that is in none of them, or in two, would be lost or counted twice.
TEST(Statements, EveryAccountIsInOneRow) {
    State state = example();
    int seen = 0;
    for (const Account& account : state.accounts) {
        if (account.code.empty() || account.code == "89" || !is_leaf(state, account)) continue;
        const char first = account.code.front();
        bool is_balance = first == '1' || first == '2', is_net_cost = !is_balance && first != '8';
        EXPECT_EQ(figures_with(state, account, "br-"), is_balance ? 1 : 0) << account.id.str();
        EXPECT_EQ(figures_with(state, account, "rr-"), is_balance ? 0 : 1) << account.id.str();
        EXPECT_EQ(figures_with(state, account, "ks-"), is_net_cost ? 1 : 0) << account.id.str();
        EXPECT_EQ(figures_with(state, account, "nettokostnad"), is_net_cost ? 1 : 0) << account.id.str();
        EXPECT_EQ(figures_with(state, account, "drift-"), is_net_cost ? 1 : 0) << account.id.str();
        ++seen;
    }
    EXPECT_GT(seen, 60);
}

// The groups of a municipality's own chart after Kommun-Bas stand in the example's.
TEST(Statements, TheChartHasTheGroupsOfKommunBas) {
    const std::string file = std::string(PROJECT_DIR) + "/../shared/data/kommunbas/kontogrupper_vilhelmina_klass4-8.csv";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
    State state = example();
    std::istringstream in(read_whole(file));
    std::string line;
    std::getline(in, line);
    int groups = 0;
    while (std::getline(in, line)) {
        const std::string code = split(line, ';')[0];
        EXPECT_TRUE(std::any_of(state.accounts.begin(), state.accounts.end(),
                                [&](const Account& each) { return each.code == code; })) << line;
        ++groups;
    }
    EXPECT_EQ(groups, 37);
}

}  // namespace
}  // namespace styrkedja::testing
