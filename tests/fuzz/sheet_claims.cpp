// SPDX-License-Identifier: EUPL-1.2
#include "fuzz/sheet_claims.h"

#include <map>

#include "base/utf8.h"
#include "importers/sheet/entry.h"
#include "importers/sheet/propose.h"
#include "importers/sheet/read.h"
#include "locale/problem_texts.h"

namespace styrkedja::fuzz {
namespace {

// Looks at everything that is given, and keeps it as text.
class Witness : public ledger::Sink {
  public:
    std::string given, broken;
    std::uint64_t rows = 0, vouchers_seen = 0;

    void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> all, const ledger::Dictionary& codes) override {
        for (const ledger::Voucher& voucher : vouchers) {
            ++vouchers_seen;
            if (voucher.rows == 0 || voucher.first + std::size_t{voucher.rows} > all.size()) return fail("a voucher's rows are not there");
            Int128 sum = 0;
            say(voucher.series), say(voucher.number), say(voucher.signature);
            for (const ledger::Row& row : all.subspan(voucher.first, voucher.rows)) {
                sum += row.ore;
                say(row.text);
                say(codes, row.account, row.combination, row.ore);
            }
            if (sum != 0) fail("a voucher doesn't balance");
            if (!voucher.date.exists()) fail("a voucher has no date");
        }
    }
    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override {
        for (const ledger::Balance& each : balances) {
            const int month = each.month % 100;
            if (each.month != 0 && (month < 1 || month > 12)) fail("a month that is none");
            if (each.year < 1900 || each.year > 2200) fail("a year that is none");
            say(codes, each.account, each.combination, each.ore);
        }
    }

  private:
    void fail(const char* what) { broken = what; }
    void say(std::string_view text) {
        if (find_invalid_utf8(text) != text.npos) fail("a text is not UTF-8");
        given += std::string(text) + "|";
    }
    void say(const ledger::Dictionary& codes, ledger::CodeNo account, ledger::CombinationNo combination, ledger::Ore ore) {
        if (account == 0 || account >= codes.accounts.size()) return fail("an account that is none");
        if (combination >= codes.combinations.size()) return fail("a combination that is none");
        say(codes.accounts.text(account));
        for (const auto& [part, code] : codes.combinations[combination]) say(codes.parts.at(part).codes.text(code));
        given += std::to_string(ore) + "\n";
        ++rows;
    }
};

std::vector<LedgerProfile> profiles() {
    std::vector<LedgerProfile> made(3);
    made[0].columns.list = {"Ansvar=responsibility", "Konto=account", "Vht=service", "Period=month", "Utfall=amount", "Budget=budget"};
    made[0].lengths.list = {"responsibility=4"};
    made[0].skip.list = {"Summa"};
    made[1].columns.list = {"Serie=series", "Vernr=number", "Datum=date", "Konto=account", "Debet=debit", "Kredit=credit", "Text=text", "Sign=signature"};
    made[2].columns.list = {"Konto=account", "Jan=actual@01", "Utfall Feb=actual@2026-02", "Budget Jan=budget@01", "IB=opening"};
    made[2].sign = LedgerSign::result;
    made[2].in = MoneyUnit::tkr;
    return made;
}

std::string broken_told(const Problems& problems) {
    std::map<std::string_view, std::size_t> counts;
    for (const Problem& problem : problems.list()) {
        if (find_problem_text(problem.code) == nullptr) return "no text for " + std::string(problem.code);
        for (const Language language : {Language::sv, Language::en}) {
            const std::string message = problem_message(problem, language);
            if (message.find("…)") != message.npos || find_invalid_utf8(message) != message.npos) return "a message is not whole: " + message;
        }
        const bool once = problem.code == "more_of_the_same_in_sheet" || problem.place.entity.starts_with("ledger-profiles/");
        constexpr std::size_t most = 20;
        if (!once && ++counts[problem.code] > most + 1) return "too many of " + std::string(problem.code);
    }
    return {};
}

struct Read {
    Witness witness;
    Problems problems;
    std::optional<ledger::FileFacts> facts;
};

void read(std::string_view bytes, const LedgerProfile& profile, std::size_t block, Read& out) {
    TextSource source(bytes, block);
    out.facts = sheet::read_sheet("f", source, profile, {2026, {}}, out.witness, out.problems);
}

std::string broken_reading(std::string_view bytes, std::size_t other_block) {
    for (const LedgerProfile& profile : profiles()) {
        Read whole, cut;
        read(bytes, profile, SIZE_MAX, whole);
        read(bytes, profile, other_block, cut);
        if (!whole.witness.broken.empty()) return whole.witness.broken;
        if (std::string broken = broken_told(whole.problems); !broken.empty()) return broken;
        if (whole.witness.given != cut.witness.given) return "it matters how the bytes come";
        if (whole.problems.size() != cut.problems.size()) return "other problems when the bytes come otherwise";
        if (!whole.facts && !whole.problems.has_errors()) return "nothing is given and nothing said";
        if (whole.facts && (whole.facts->rows != whole.witness.rows || whole.facts->vouchers != whole.witness.vouchers_seen)) return "rows are miscounted";
    }
    Problems problems;
    TextSource source(bytes);
    const auto proposal = sheet::propose("f", source, problems);
    if (!proposal && !problems.has_errors()) return "nothing is proposed and nothing said";
    return broken_told(problems);
}

}  // namespace

std::string broken_csv_ledger(std::string_view bytes) { return broken_reading(bytes, 7); }

std::string broken_workbook(std::string_view bytes) {
    if (std::string broken = broken_reading(bytes, 4096); !broken.empty()) return broken;
    Problems problems;
    TextSource source(bytes);
    const auto entry = sheet::read_entry("f.xlsx", source, problems);
    if (!entry && !problems.has_errors()) return "no entry and nothing said";
    return broken_told(problems);
}

}  // namespace styrkedja::fuzz
