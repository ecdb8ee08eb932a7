// SPDX-License-Identifier: EUPL-1.2
// What a pack promises: it can be written out and read again without a change, from a folder or a zip, in Swedish or
// English, in whatever form Excel saves it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "domain/checks/checks.h"
#include "importers/pack/export.h"
#include "support/packs.h"
#include "support/random_state.h"

namespace styrkedja::testing {
namespace {

using Files = std::vector<TreeFile>;

// The pack in canonical form. Its problems are failures.
Files canonical(Files files) {
    Problems problems;
    LoadedPack pack = load_pack(std::move(files), problems);
    EXPECT_FALSE(problems.has_errors()) << as_text(problems);
    return export_pack(pack.state);
}

void expect_same(const Files& a, const Files& b) {
    std::string x = as_text(a), y = as_text(b);
    if (x == y) return;
    std::size_t at = static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
    std::size_t from = at < 200 ? 0 : at - 200;
    ADD_FAILURE() << "differs from:\n" << x.substr(from, 400) << "\n----- to:\n" << y.substr(from, 400);
}

std::vector<std::string> packs() {
    std::vector<std::string> folders{"assets/new"};
    for (const std::string& name : folders_in("examples")) folders.push_back("examples/" + name);
    return folders;
}

TEST(Pack, WrittenOutAndReadAgainIsTheSameBytes) {
    for (const std::string& folder : packs()) {
        SCOPED_TRACE(folder);
        Files once = canonical(pack_in(folder));
        EXPECT_FALSE(once.empty());
        expect_same(once, canonical(once));
    }
}

TEST(Pack, TheShippedPacksHaveNoErrors) {
    for (const std::string& folder : packs()) {
        Problems problems;
        LoadedPack pack = load_pack(pack_in(folder), problems);
        check_state(pack.state, problems);
        pack.origins.locate(problems);
        EXPECT_FALSE(problems.has_errors()) << folder << "\n" << as_text(problems);
    }
}

TEST(Pack, AFolderAndItsZipAreTheSame) {
    for (const std::string& folder : packs()) {
        SCOPED_TRACE(folder);
        Problems problems;
        Files unpacked = read_zip(write_zip(pack_in(folder)), "pack.zip", problems);
        EXPECT_TRUE(problems.empty()) << as_text(problems);
        expect_same(canonical(pack_in(folder)), canonical(std::move(unpacked)));
    }
}

// Things of every kind with any text in them, made in memory.
TEST(Pack, AnythingThatCanBeSaidIsKept) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        Files once = export_pack(random_state(random, 1 + random.below(8)));
        expect_same(once, canonical(once));
    }
}

const char* const organisation =
    "unit-kinds:\n  - {id: namnd, name: Nämnd, role: committee}\n"
    "accounts:\n  - {id: kostnader, name: Kostnader, kind: cost}\n  - {id: intakter, name: Intäkter, kind: income}\n"
    "versions:\n  - {id: budget, name: Budget, kind: budget}\n  - {id: outcome, name: Utfall, kind: outcome}\n";

// A small pack with its units and economy in the given forms.
Files small_pack(const std::string& units_file, const std::string& units, const std::string& economy) {
    return {small_pack_head(), {"modell.yaml", organisation}, {units_file, units}, {"economy.csv", economy}};
}

const char* const plain_units = "id;name;kind;code\nmn;Miljönämnden;namnd;0100\nbn;\"Bygg, och plan\";namnd;0200\n";
const char* const plain_economy =
    "unit;account;version;period;amount\nmn;kostnader;budget;2016;-1234,5\nmn;kostnader;outcome;2016-01..2016-04;-410\n"
    "bn;intakter;budget;2016;20\n";

std::string windows_1252(std::string text) {
    for (auto [utf8, byte] : {std::pair{"ö", '\xF6'}, std::pair{"ä", '\xE4'}, std::pair{"å", '\xE5'}}) {
        for (std::size_t at; (at = text.find(utf8)) != text.npos;) text.replace(at, 2, 1, byte);
    }
    return text;
}

std::string with_carriage_returns(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
    return text;
}

TEST(Pack, TheSameTableInAnyFormIsTheSameState) {
    Files expected = canonical(small_pack("units.csv", plain_units, plain_economy));
    struct Case {
        std::string what, file, units;
    };
    const Case cases[] = {
        {"commas", "units.csv", "id,name,kind,code\nmn,Miljönämnden,namnd,0100\nbn,\"Bygg, och plan\",namnd,0200\n"},
        {"tabs", "units.txt", "id\tname\tkind\tcode\nmn\tMiljönämnden\tnamnd\t0100\nbn\tBygg, och plan\tnamnd\t0200\n"},
        {"Windows-1252", "units.csv", windows_1252(plain_units)},
        {"byte order mark, CR LF", "units.csv", "\xEF\xBB\xBF" + with_carriage_returns(plain_units)},
        {"Swedish", "enheter.csv", "Id;Namn;Typ;Ansvarskod\nmn;Miljönämnden;namnd;0100\nbn;\"Bygg, och plan\";namnd;0200\n"},
        {"another order of columns", "units.csv", "code;kind;name;id\n0100;namnd;Miljönämnden;mn\n0200;namnd;\"Bygg, och plan\";bn\n"},
        {"in a folder", "units/a.csv", plain_units},
        {"in a folder, with another kind's name", "units/goals.csv", plain_units},
        {"in another kind's folder", "economy/units.csv", plain_units},
        {"comments and blank rows", "units.csv", "# enheter\n" + std::string(plain_units) + ";;;\n\n# slut\n"},
        {"YAML", "enheter.yaml",
         "enheter:\n  - {id: mn, namn: Miljönämnden, typ: namnd, ansvarskod: \"0100\"}\n"
         "  - id: bn\n    name: Bygg, och plan\n    kind: namnd\n    code: 0200\n"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.what);
        expect_same(expected, canonical(small_pack(c.file, c.units, plain_economy)));
    }
}

TEST(Pack, AmountsInAnyFormAreTheSameFacts) {
    Files expected = canonical(small_pack("units.csv", plain_units, plain_economy));
    struct Case {
        std::string what, economy;
    };
    const Case cases[] = {
        {"a column for each version and period",
         "unit;account;budget@2016;outcome@2016-01..2016-04\nmn;kostnader;-1 234,5;-410\nbn;intakter;20;\n"},
        {"Swedish headings", "enhet;konto;version;period;belopp\nmn;kostnader;budget;2016;−1 234,5\n"
                             "mn;kostnader;outcome;2016-01..2016-04;-410\nbn;intakter;budget;2016;20\n"},
        {"decimal dot, hard spaces", "unit;account;version;period;amount\nmn;kostnader;budget;2016;-1\xC2\xA0" "234.5\n"
                             "mn;kostnader;outcome;2016-01..2016-04;-410\nbn;intakter;budget;2016;20\n"},
        {"the pack's unit said in each row", "unit;account;version;period;amount;in\nmn;kostnader;budget;2016;-1234,5;tkr\n"
                             "mn;kostnader;outcome;2016-01..2016-04;-410;tkr\nbn;intakter;budget;2016;20;tkr\n"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.what);
        expect_same(expected, canonical(small_pack("units.csv", plain_units, c.economy)));
    }
}

// What refers to a thing in a file that could not be read has no fault of its own.
TEST(Pack, AFileThatCannotBeReadIsOneProblem) {
    struct Case {
        std::string file, text, code;
    };
    const Case cases[] = {
        {"modell.yaml", std::string(organisation) + "scales:\n  - {id: [x\n", "yaml_list_is_not_closed"},
        {"units.csv", "idd;name;kind\nmn;Miljönämnden;namnd\n", "column_is_missing"},
        {"units.csv", std::string("\0\1\2\0", 4), "file_is_not_text"},
        {"unitz.csv", plain_units, "file_is_of_no_kind"},
        {"pack.yaml", "pack:\n  municipality: [x\n", "yaml_list_is_not_closed"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.file + ": " + c.text);
        Files files = small_pack("units.csv", plain_units, plain_economy);
        std::erase_if(files, [&](const TreeFile& file) {
            return file.name == c.file || (c.file == "unitz.csv" && file.name == "units.csv");
        });
        files.push_back({c.file, c.text});
        Problems problems;
        load_pack(std::move(files), problems);
        bool told = false;
        for (const Problem& each : problems.list()) told = told || each.code == c.code;
        EXPECT_TRUE(told) << as_text(problems);
        EXPECT_LE(problems.errors(), c.code == "column_is_missing" ? 2U : 1U) << as_text(problems);
    }
}

TEST(Pack, ZeroIsWrittenAsZeroAndWhatIsLeftOutAsNothing) {
    Files files = small_pack("units.csv", plain_units, plain_economy);
    files.push_back({"result-units.csv", "unit;year;result;budget\nmn;2016;0;\nbn;2016;;0\n"});
    std::string text = as_text(canonical(files));
    EXPECT_NE(text.find("unit;year;result;budget;in\nbn;2016;;0;tkr\nmn;2016;0;;tkr\n"), text.npos) << text;
}

// Ids are permanent and name the same thing in all packs of a municipality.
TEST(Pack, PacksOfOneMunicipalityAgree) {
    std::map<std::string, std::vector<LoadedPack>> municipalities;
    for (const std::string& name : folders_in("examples")) {
        Problems problems;
        LoadedPack pack = load_pack(pack_in("examples/" + name), problems);
        municipalities[pack.state.pack->id.str()].push_back(std::move(pack));
    }
    std::size_t shared = 0;
    for (const auto& [id, list] : municipalities) {
        for (std::size_t i = 1; i < list.size(); ++i) {
            const State &first = list[0].state, &second = list[i].state;
            EXPECT_EQ(first.pack->name, second.pack->name);
            EXPECT_EQ(first.pack->code, second.pack->code);
            for (const Kind& kind : kinds()) {
                if (!kind.named) continue;
                kind.each(second, [&](const void* thing) {
                    Found found = find_anything(first, kind.id(thing).str());
                    if (!found.thing) return;
                    ++shared;
                    const std::string& name = kind.id(thing).str();
                    ASSERT_EQ(found.kind, &kind) << name << " is another kind of thing in the other pack";
                    const FieldInfo* called = kind.info->find("name");
                    if (called) {
                        EXPECT_EQ(called->text(thing), called->text(found.thing)) << name;
                    }
                });
            }
        }
    }
    if (municipalities["sodertalje"].size() == 2) {
        EXPECT_GT(shared, 3U);
    }
}

}  // namespace
}  // namespace styrkedja::testing
