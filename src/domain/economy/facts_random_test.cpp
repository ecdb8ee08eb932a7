// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "domain/economy/columns_testing.h"
#include "domain/economy/facts.h"
#include "domain/economy/facts_oracle_testing.h"
#include "domain/state/state_testing.h"
#include "support/random.h"

// Random municipalities with moves, reorganisations, ledgers, mappings and counterparties: the engine says what the simple
// one (facts_oracle_testing.h) says.
namespace styrkedja {
namespace {

using testing::Random;

std::string number(std::size_t value) {
    return std::to_string(value);
}

const std::vector<std::string> kinds = {"income", "cost", "cost", "grant", "tax", "finance", "result", "investment", "asset",
                                        "equity", "liability"};
const std::vector<std::string> days = {"2014-05-01", "2015-01-01", "2015-04-01", "2015-04-16", "2015-09-01", "2016-01-01", "2016-07-01"};

class Town {
  public:
    explicit Town(std::uint64_t seed) : random(seed) {
        make_trees();
        make_codes();
        make_facts();
        for (int i = random.between(0, 5); i > 0; --i) make_reorganisation();
        const int batches = random.between(1, 5);
        for (int i = 0; i < batches; ++i) make_batch(static_cast<std::size_t>(i));
        state = text.state();
        for (std::size_t i = 0; i < columns.size(); ++i) give_columns(state, "c" + number(i), columns[i]);
    }

    Random random;
    State state;
    std::vector<std::string> units, accounts, services = {"s0"}, projects = {"p0"};
    std::vector<std::string> account_kinds;
    const std::vector<std::string> versions = {"utfall", "budget", "omr", "typad"};

  private:
    void row(const char* kind, const std::string& heading, const std::string& values) { text.rows(kind, heading + "\n" + values); }

    void make_trees() {
        const int count = random.between(3, 9);
        for (int i = 0; i < count; ++i) {
            const std::string id = "u" + number(static_cast<std::size_t>(i));
            auto some = [&] { return units[random.below(units.size())]; };
            std::string parent = units.empty() || random.chance(8) ? "" : some();
            if (!parent.empty() && random.chance(3)) {
                const std::string& day = random.of(days);
                parent += " [.." + Date::from_days(Date::parse(day)->days() - 1).str() + "] | " + some() + " [" + day + "..]";
            }
            const std::string code = random.chance(5) ? "" : "0" + number(static_cast<std::size_t>(i) + 1) + (random.chance(2) ? "0" : "");
            row("units", "id;name;code;parent;valid", id + ";U;" + code + ";" + parent + ";" + (random.chance(6) ? "2015.." : ""));
            units.push_back(id);
        }
        for (int i = 0; i < 11; ++i) {
            const std::string id = "a" + number(static_cast<std::size_t>(i));
            std::string kind = kinds[random.below(kinds.size())], parent;
            if (!accounts.empty() && random.chance(2)) parent = random.of(accounts);
            const std::string code = random.chance(6) ? "" : number(random.below(3) + 3) + (random.chance(2) ? number(random.below(3)) : "");
            row("accounts", "id;name;kind;parent;code", id + ";A;" + kind + ";" + parent + ";" + code);
            accounts.push_back(id);
            account_kinds.push_back(kind);
        }
        row("services", "id;name;parent;code", "s0;S;;1");
        row("services", "id;name;parent;code", "s1;S;s0;11");
        row("services", "id;name;parent;code", "s2;S;s0;2");
        services = {"s0", "s1", "s2"};
        row("projects", "id;name;number;parent", "p0;P;900;");
        row("projects", "id;name;number;parent", "p1;P;901;p0");
        projects = {"p0", "p1"};
        row("counterparties", "id;name;code;kind", "intern;I;1;internal");
        row("counterparties", "id;name;code;kind", "koncern;K;12;group");
        row("counterparties", "id;name;code;kind", "staten;S;2*;state");
    }

    void make_codes() {
        std::set<std::string> used;
        auto map = [&](const std::string& role, const std::string& code, const std::string& target) {
            const std::string ledger = random.chance(3) ? "huvudbok" : "";
            const std::string since = random.chance(2) ? random.of(days) : "";
            if (!used.insert(role + code + ledger + since).second) return;
            row("code-mappings", "dimension;code;since;ledger;target", role + ";" + code + ";" + since + ";" + ledger + ";" + target);
        };
        for (int i = random.between(0, 6); i > 0; --i) {
            const std::string from = number(random.below(3) + 3);
            const std::string code = random.chance(3) ? from + "*" : random.chance(2) ? from + "0.." + from + "1" : from + number(random.below(3));
            map("account", code, random.of(accounts));
        }
        for (int i = random.between(0, 3); i > 0; --i)
            map("responsibility", random.chance(3) ? "0*" : random.chance(4) ? "*" : "0" + number(random.below(6)), random.of(units));
        if (random.chance(2)) map("service", "1*", random.of(services));
        if (random.chance(2)) map("counterparty", "3", "intern");
        row("versions", "id;name;kind", "utfall;U;outcome\n budget;B;budget");
        row("versions", "id;name;kind;restated;of", "omr;O;outcome;yes;utfall");
        row("versions", "id;name;kind;restated", "typad;T;outcome;yes");
    }

    std::string period(bool balance) {
        const std::string year = random.chance(2) ? "2015" : "2016";
        if (balance && random.chance(2)) return year + "-12-31";
        switch (random.below(5)) {
            case 0:
                return year;
            case 1:
                return year + "-T1";
            case 2:
                return year + "-Q2";
            default:
                return year + (random.chance(2) ? "-0" + number(random.below(9) + 1) : "-12");
        }
    }

    void make_facts() {
        std::set<std::string> used;
        for (int i = random.between(0, 40); i > 0; --i) {
            const std::size_t account = random.below(accounts.size());
            const std::string& kind = account_kinds[account];
            const bool balance = kind == "asset" || kind == "equity" || kind == "liability";
            const std::string with = random.chance(3) ? (random.chance(2) ? "intern" : number(random.below(4))) : "";
            const std::string key = random.of(units) + ";" + accounts[account] + ";" + (random.chance(3) ? random.of(services) : "") + ";" +
                                    (random.chance(4) ? random.of(projects) : "") + ";" + with + ";" +
                                    (random.chance(3) ? "budget" : random.chance(3) ? "typad" : "utfall") + ";" + period(balance);
            if (!used.insert(key).second) continue;
            row("economy", "unit;account;service;project;counterparty;version;period;amount;in",
                key + ";" + std::to_string(random.between(-999, 999)) + "," + number(random.below(10)) + number(random.below(10)) + ";kr");
        }
    }

    void make_reorganisation() {
        const std::string from = random.of(units), to = random.of(units), day = random.of(days);
        const std::string service = random.chance(3) ? random.of(services) : "", account = random.chance(4) ? random.of(accounts) : "";
        if (!reorganised_.insert(from + to + day + service + account).second) return;
        row("reorganisations", "from;to;day;service;account;share",
            from + ";" + to + ";" + day + ";" + service + ";" + account + ";" + (random.chance(3) ? "33,33" : random.chance(2) ? "12,5" : "50"));
    }

    void make_batch(std::size_t i) {
        const bool budget = random.chance(4);
        const int year = random.chance(2) ? 2015 : 2016;
        std::vector<std::string> dimensions = {"account", "responsibility"};
        for (const char* each : {"counterparty", "service", "objekt"}) {
            if (!random.chance(3)) dimensions.emplace_back(each);
        }
        std::vector<ColumnsRow> rows;
        for (int n = random.between(10, 90); n > 0; --n) {
            ColumnsRow made;
            made.figure = budget ? ledger::Figure::budget : random.chance(8) ? ledger::Figure::opening : ledger::Figure::actual;
            made.month = made.figure == ledger::Figure::opening || random.chance(12) ? 0 : year * 100 + random.between(1, 12);
            for (const std::string& each : dimensions) {
                made.codes.push_back(each == "account"          ? number(random.below(3) + 3) + number(random.below(4))
                                     : each == "responsibility" ? (random.chance(6) ? "" : "0" + number(random.below(8)) + (random.chance(2) ? "0" : ""))
                                     : each == "counterparty"   ? (random.chance(2) ? "" : number(random.below(14)))
                                                                : number(random.below(13)));
            }
            made.ore = random.between(-99'999, 99'999);
            rows.push_back(std::move(made));
        }
        columns.push_back(columns_from(year, dimensions, std::move(rows)));
        const std::string shown = random.chance(3) ? std::to_string(year) + "-01.." + std::to_string(year) + "-08"
                                  : random.chance(3) ? std::to_string(year) + "-05.." + std::to_string(year) + "-12" : "";
        row("ledger-batches", "id;ledger;part;figure;version;year;shown;content",
            "b" + number(i) + ";" + (random.chance(2) ? "huvudbok" : "annan") + ";" + (random.chance(3) ? "bun" : "") + ";" +
                (budget ? "budget" : "actual") + ";" + (budget ? "budget" : random.chance(5) ? "typad" : "utfall") + ";" +
                std::to_string(year) + ";" + shown + ";c" + number(i));
    }

    StateText text;
    std::vector<ledger::Columns> columns;
    std::set<std::string> reorganised_;
};

oracle::Asked a_question(Town& town) {
    Random& random = town.random;
    oracle::Asked asked;
    asked.unit = random.chance(2) ? town.units.front() : random.of(town.units);
    if (random.chance(10)) asked.under = random.of(town.units);
    for (int i = random.chance(2) ? 0 : random.between(1, 4); i > 0; --i) asked.accounts.push_back(random.of(town.accounts));
    if (random.chance(6)) asked.service = random.of(town.services);
    if (random.chance(15)) asked.project = random.of(town.projects);
    if (random.chance(10)) asked.counterparty = random.chance(2) ? "intern" : "12";
    if (random.chance(3)) asked.internal = random.chance(2) ? Internal::without : Internal::only;
    asked.version = random.of(town.versions);
    static const std::vector<const char*> periods = {"2015", "2016", "2015-01..2015-04", "2016-03", "2015-12-31", "2016-04-30",
                                                     "2015-06-15", "2016-Q2", "2015..2016", "2015-08-31", "2015", "2016"};
    asked.period = *Period::parse(random.of(periods));
    return asked;
}

FactSelection selection_of(const EconomyIndex& index, const oracle::Asked& asked) {
    FactSelection selection;
    selection.unit = index.unit(asked.unit);
    if (!asked.under.empty()) selection.under = index.unit(asked.under);
    std::vector<Ref<Account>> accounts;
    for (const std::string& each : asked.accounts) accounts.push_back({Id(each)});
    selection.accounts = index.accounts(accounts);
    if (!asked.service.empty()) selection.service = index.service(asked.service);
    if (!asked.project.empty()) selection.project = index.project(asked.project);
    selection.counterparty = asked.counterparty;
    selection.internal = asked.internal;
    return selection;
}

Int128 ore_of(const Exact& sum) {
    return sum.exists() ? sum.rounded(0).units() : 0;
}

std::string said(const oracle::Asked& asked) {
    std::string text = asked.unit + " under " + asked.under + " accounts";
    for (const std::string& each : asked.accounts) text += " " + each;
    return text + " service " + asked.service + " project " + asked.project + " with " + asked.counterparty + " internal " +
           std::to_string(static_cast<int>(asked.internal)) + " " + asked.version + " " + asked.period.str();
}

TEST(RandomTowns, the_engine_says_what_the_simple_one_says) {
    std::size_t existing = 0, cuts = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Town town(seed);
        EconomyIndex index(town.state);
        std::map<std::string, std::vector<oracle::Fact>> facts;
        for (const std::string& version : town.versions) facts[version] = oracle::facts_of(town.state, version);
        for (int i = 0; i < 60; ++i) {
            const oracle::Asked asked = a_question(town);
            const oracle::Answer wanted = oracle::answer(town.state, facts[asked.version], asked);
            const FactSum sum = index.sum(selection_of(index, asked), asked.version, asked.period);
            std::set<std::tuple<std::string, std::string>> cut;
            for (const SourcedFact* each : sum.cut) cut.emplace(source_of(*each), each->period.str());
            ASSERT_EQ(sum.ore.exists(), wanted.exists) << "seed " << seed << ": " << said(asked);
            ASSERT_TRUE(ore_of(sum.ore) == wanted.ore) << "seed " << seed << ": " << said(asked) << " " << sum.ore.str();
            ASSERT_EQ(cut.size(), wanted.cut) << "seed " << seed << ": " << said(asked);
            existing += wanted.exists ? 1 : 0;
            cuts += wanted.cut > 0 ? 1 : 0;
        }
    }
    EXPECT_GT(existing, 1'000u);
    EXPECT_GT(cuts, 200u);
}

TEST(RandomTowns, totals_are_the_sums_of_their_keys) {
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Town town(seed);
        EconomyIndex index(town.state);
        std::map<std::string, std::vector<oracle::Fact>> known;
        for (const std::string& version : town.versions) known[version] = oracle::facts_of(town.state, version);
        for (int i = 0; i < 10; ++i) {
            const oracle::Asked asked = a_question(town);
            const std::vector<oracle::Fact>& facts = known[asked.version];
            std::map<std::vector<std::string>, Int128> wanted;
            for (const oracle::Fact& fact : facts) {
                if (!oracle::is_selected(town.state, fact, asked)) continue;
                if (oracle::use_of(town.state, fact, asked.period) != oracle::Use::counts) continue;
                wanted[{fact.service, fact.unit, fact.counterparty, fact.account}] += fact.ore;
            }
            TotalsQuery query;
            query.where = selection_of(index, asked);
            query.version = asked.version;
            query.period = asked.period;
            query.by = {{By::service, -1, ""}, {By::unit, -1, ""}, {By::counterparty, -1, ""}, {By::account, -1, ""}};
            query.pieces = town.random.below(4);
            const Totals totals = index.totals(query);
            std::map<std::vector<std::string>, Int128> got;
            for (std::size_t at = 0; at < totals.sums.size(); ++at) {
                const std::int32_t* key = &totals.keys[at * 4];
                got[{std::string(index.id_at(By::service, key[0])), std::string(index.id_at(By::unit, key[1])),
                     totals.texts[static_cast<std::size_t>(key[2])], std::string(index.id_at(By::account, key[3]))}] +=
                    ore_of(totals.sums[at].ore());
            }
            ASSERT_TRUE(got == wanted) << "seed " << seed << ": " << said(asked);
            found += wanted.size();
        }
    }
    EXPECT_GT(found, 400u);
}

TEST(RandomTowns, what_is_internal_and_what_is_not_are_all_there_is) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Town town(seed);
        EconomyIndex index(town.state);
        for (int i = 0; i < 20; ++i) {
            const oracle::Asked asked = a_question(town);
            FactSelection selection = selection_of(index, asked);
            Int128 parts = 0;
            std::size_t facts = 0;
            for (const Internal internal : {Internal::without, Internal::only}) {
                selection.internal = internal;
                const FactSum sum = index.sum(selection, asked.version, asked.period);
                parts += ore_of(sum.ore);
                facts += sum.facts.size();
            }
            selection.internal = Internal::with;
            const FactSum all = index.sum(selection, asked.version, asked.period);
            ASSERT_TRUE(ore_of(all.ore) == parts) << "seed " << seed << ": " << said(asked);
            ASSERT_LE(all.facts.size(), facts);
        }
    }
}

// What stands on a unit itself is what is told by unit; with all that those below it have it is the unit's sum.
TEST(RandomTowns, a_unit_is_itself_and_those_below_it) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Town town(seed);
        EconomyIndex index(town.state);
        const Date day = *Date::parse("2016-12-31");
        for (const std::string& version : town.versions) {
            if (version == "omr" || version == "typad") continue;   // those stand where units stand last
            for (const std::string& unit : town.units) {
                // Only what stands so all year: moves within it part the months.
                FactSelection selection;
                selection.unit = index.unit(unit);
                const Period december = *Period::parse("2016-12");
                TotalsQuery query{selection, version, december, {{By::unit, -1, ""}}, {}, 1};
                const Totals totals = index.totals(query);
                Int128 own = 0;
                for (std::size_t at = 0; at < totals.sums.size(); ++at) {
                    if (totals.keys[at] == selection.unit) own += ore_of(totals.sums[at].ore());
                }
                Int128 below = 0;
                for (const Unit& each : town.state.units) {
                    if (each.parent.at(day).str() != unit) continue;
                    FactSelection child;
                    child.unit = index.unit(each.id.str());
                    below += ore_of(index.sum(child, version, december).ore);
                }
                ASSERT_TRUE(ore_of(index.sum(selection, version, december).ore) == own + below) << "seed " << seed << " " << unit;
            }
        }
    }
}

std::map<std::pair<Node, std::string>, Int128> by_text(const Totals& totals) {
    std::map<std::pair<Node, std::string>, Int128> sums;
    for (std::size_t at = 0; at < totals.sums.size(); ++at)
        sums[{totals.keys[2 * at], totals.texts[static_cast<std::size_t>(totals.keys[2 * at + 1])]}] += ore_of(totals.sums[at].ore());
    return sums;
}

TEST(RandomTowns, nothing_is_lost_or_won_by_a_reorganisation) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Town town(seed);
        EconomyIndex index(town.state);
        for (const char* period : {"2015", "2016", "2015-12-31", "2016-05"}) {
            TotalsQuery query{{}, "utfall", *Period::parse(period), {{By::account, -1, ""}, {By::counterparty, -1, ""}}, {}, 1};
            const Totals published = index.totals(query);
            query.version = "omr";
            const Totals restated = index.totals(query);
            ASSERT_TRUE(by_text(published) == by_text(restated)) << "seed " << seed << " " << period;
        }
    }
}

TEST(RandomTowns, explained_rows_add_up_to_the_sum) {
    std::size_t explained = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Town town(seed);
        EconomyIndex index(town.state);
        std::map<std::string, std::vector<oracle::Fact>> known;
        for (const std::string& version : town.versions) known[version] = oracle::facts_of(town.state, version);
        for (int i = 0; i < 20; ++i) {
            oracle::Asked asked = a_question(town);
            if (asked.version == "omr") asked.version = "utfall";   // there a row is divided
            const FactSum sum = index.explain(selection_of(index, asked), asked.version, asked.period);
            Int128 ore = 0;
            for (const SourcedFact* each : sum.facts) ore += each->unit.empty() ? 0 : each->ore;
            for (const LedgerRows& rows : sum.ledger) {
                const ledger::Columns& columns = *town.state.ledger->by_hash.at(rows.batch->content);
                for (const std::uint32_t row : rows.rows) {
                    ore -= columns.ore[row];
                    ++explained;
                }
            }
            // Assets keep the ledger's sign: they are looked at elsewhere.
            const std::vector<oracle::Fact>& facts = known[asked.version];
            Int128 assets = 0;
            for (const oracle::Fact& fact : facts) {
                const bool is_asset = town.state.accounts.find(fact.account)->kind == AccountKind::asset;
                if (fact.ledger && is_asset && oracle::is_selected(town.state, fact, asked) &&
                    oracle::use_of(town.state, fact, asked.period) == oracle::Use::counts)
                    assets += fact.ore;
            }
            ASSERT_TRUE(ore_of(sum.ore) == ore + 2 * assets) << "seed " << seed << ": " << said(asked);
        }
    }
    EXPECT_GT(explained, 500u);
}

}  // namespace
}  // namespace styrkedja
