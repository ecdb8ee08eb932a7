// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/app_testing.h"
#include "app/ledger/doubled_vouchers.h"
#include "app/ledger/facts.h"
#include "app/ledger/import.h"
#include "domain/ledger/ledger_testing.h"

// A municipality with a ledger's profile, and files that are written by hand.
namespace styrkedja::app {

inline std::vector<Change> a_ledger() {
    return {create("unit-kinds", "namnd"), set_field("unit-kinds", "namnd", "name", "Nämnd"),
            create("units", "skola"), set_field("units", "skola", "name", "Skolan"), set_field("units", "skola", "kind", "namnd"),
            set_field("units", "skola", "code", "0100"),
            create("accounts", "drift"), set_field("accounts", "drift", "name", "Drift"), set_field("accounts", "drift", "kind", "cost"),
            set_field("accounts", "drift", "code", "4"),
            create("accounts", "kassa"), set_field("accounts", "kassa", "name", "Kassa"), set_field("accounts", "kassa", "kind", "asset"),
            set_field("accounts", "kassa", "code", "19"),
            create("versions", "utfall"), set_field("versions", "utfall", "name", "Utfall"), set_field("versions", "utfall", "kind", "outcome"),
            create("versions", "budget"), set_field("versions", "budget", "name", "Budget"), set_field("versions", "budget", "kind", "budget"),
            create("ledger-profiles", "sie"), set_field("ledger-profiles", "sie", "ledger", "huvudbok"),
            set_field("ledger-profiles", "sie", "outcome", "utfall"), set_field("ledger-profiles", "sie", "budget", "budget"),
            set_field("ledger-profiles", "sie", "dimensions", "1=responsibility | 6=project")};
}

class LedgerTown {
  public:
    explicit LedgerTown(std::unique_ptr<store::Store> store) : store_(store->again()) {
        sequencer_ = std::make_unique<Sequencer>(std::move(store), "staden", counting_clock(), counting_salts(), problems);
        outcome = sequencer_->run(command("profile", 0, a_ledger()));
        EXPECT_EQ(outcome.what, Outcome::What::done) << told(outcome.problems);
    }

    // Some vouchers of 2026: text names them, one for each month of the first ones.
    static ledger::Written months(int count, ledger::Ore ore = 100, int from = 1,
                                  std::string_view series = "A") {
        ledger::Written written;
        const auto unit = written.combination({{"1", "0100"}});
        for (int month = from; month < from + count; ++month) {
            const std::string date = "2026-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-15";
            written.voucher(series, std::to_string(month), date, "Verifikat " + std::to_string(month)).row("4010", ore, unit, "Hyra till Anna").row("1930", -ore);
        }
        return written;
    }
    // Its bytes stand for the file.
    static ReadLedger reader(const ledger::Written& written, ledger::FiscalYear year = {0, Date::from_civil(2026, 1, 1), Date::from_civil(2026, 12, 31)}) {
        return [&written, year](ByteSource& bytes, ledger::Sink& sink, Problems&) -> std::optional<ledger::FileFacts> {
            char some[16];
            bytes.read(some);
            written.give(sink);
            ledger::FileFacts facts;
            facts.years.push_back(year);
            return facts;
        };
    }

    LedgerPlan import(const ledger::Written& written, LedgerWish wish = {}, const std::string& bytes = "file",
                      ledger::FiscalYear year = {0, Date::from_civil(2026, 1, 1), Date::from_civil(2026, 12, 31)}) {
        if (wish.file.empty()) wish.file = "folder/huvudbok.se";
        TextSource source(bytes);
        KnownPtr known = sequencer_->known();
        ++imports_;
        Shelf shelf(*store_, "staden", "bundle" + std::to_string(imports_), counting_clock(), counting_salts(imports_));
        const LedgerProfile profile = *known->state.ledger_profiles.find("sie");
        const auto intake = take_in(profile, wish, source, reader(written, year), {&shelf, {}, {}}, problems);
        if (!intake) return {};
        LedgerPlan plan = plan_ledger(*known, profile, wish, *intake, problems);
        tell_doubled_vouchers(*store_, *known, plan, wish, *intake, problems);
        if (problems.has_errors() || plan.is_known) return plan;
        store_->put_blobs("staden", plan.blobs);
        outcome = sequencer_->run(ledger_command(plan, *known, "import" + std::to_string(imports_), "controller"));
        EXPECT_EQ(outcome.what, Outcome::What::done) << told(outcome.problems);
        return plan;
    }

    // "2026-01..2026-04 x4" each, in order of months
    std::string batches(KnownPtr known = nullptr) {
        if (!known) known = sequencer_->known();
        std::map<Period, std::string> list;
        for (const LedgerBatch& each : known->state.ledger_batches) {
            if (each.figure == BatchFigure::actual) list[counting_months(each)] = each.months.str() + " x" + std::to_string(each.vouchers);
        }
        std::string text;
        for (const auto& [period, what] : list) text += period.str() + " of " + what + "\n";
        return text;
    }

    // The sum of the debits that count, in kronor: what tables are made of.
    ledger::Ore debits(KnownPtr known = nullptr) {
        known = with_facts(*store_, known ? known : sequencer_->known(), problems);
        ledger::Ore sum = 0;
        for (const LedgerBatch& each : known->state.ledger_batches) {
            const auto& columns = *known->state.ledger->by_hash.at(each.content);
            for (const auto& part : columns.parts) {
                const std::int32_t first = first_month_of(counting_months(each)), last = last_month_of(counting_months(each));
                if (part.month < first || part.month > last) continue;
                for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) sum += std::max<ledger::Ore>(0, columns.ore[row]);
            }
        }
        return sum;
    }

    Problems problems;
    Outcome outcome;
    Sequencer& sequencer() { return *sequencer_; }
    store::Store& store() { return *store_; }

  private:
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Sequencer> sequencer_;
    std::uint64_t imports_ = 0;
};

}  // namespace styrkedja::app
