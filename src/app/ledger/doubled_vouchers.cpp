// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/doubled_vouchers.h"

#include <algorithm>

#include "log/digest.h"

namespace styrkedja::app {
namespace {

using ledger::ReadPage;

constexpr std::uint64_t told_one_by_one = doubled_vouchers_told;

class Doubled {
  public:
    Doubled(store::Reader& store, const Known& known, const LedgerWish& wish, const Intake& intake, Problems& problems)
        : store_(store), known_(known), wish_(wish), intake_(intake), problems_(problems) {}

    void look_in(const LedgerBatch& other, const TakenShare& mine) {
        other_ = &other;
        first_ = first_month_of(counting_months(other));
        last_ = last_month_of(counting_months(other));
        first_day_ = mine.columns.first_day;
        last_day_ = mine.columns.last_day;
        const auto bundle = store_.page_bundle(known_.municipality, log::unhex(other.pages));
        if (!bundle) return;   // verify tells
        std::vector<std::uint64_t> may_have;
        store_.read_pages(known_.municipality, bundle->name, 0, store::PageParts::summary, [&](const store::PageRow& page) {
            const auto summary = ledger::read_summary(page.summary);
            const bool in_months = summary && summary->first_month <= last_ && first_ <= summary->last_month;
            if (in_months && intake_.numbers.may_have_some_of(*summary)) may_have.push_back(page.number);
            return true;
        });
        for (const std::uint64_t number : may_have) {
            store_.read_pages(known_.municipality, bundle->name, number - 1, store::PageParts::sealed, [&](const store::PageRow& page) {
                if (const auto read = ledger::read_sealed(page.sealed)) look_in_page(*read);
                return false;
            });
        }
    }

    void finish() {
        if (count_ <= told_one_by_one) return;
        problems_.add("ledger_more_vouchers_are_doubled", Severity::error, Place{wish_.file, 0, 0, {}, {}, {}},
                      {{"more", std::to_string(count_ - told_one_by_one)}, {"count", std::to_string(count_)}});
    }

  private:
    bool is_shown(const ReadPage& page, const ReadPage::PageVoucher& voucher) const {
        return std::any_of(page.rows.begin() + voucher.first, page.rows.begin() + voucher.first + voucher.rows, [&](const auto& row) {
            const std::int32_t month = ledger::month_of(row.date);
            return first_ <= month && month <= last_;
        });
    }

    void look_in_page(const ReadPage& page) {
        for (const ReadPage::PageVoucher& each : page.vouchers) {
            const std::string_view series = page.series[each.series];
            const auto met = intake_.numbers.find(series, each.number);
            const bool is_of_year = met && first_day_ <= met->day && met->day <= last_day_;
            if (!is_of_year || !is_shown(page, each) || ++count_ > told_one_by_one) continue;
            const auto line = static_cast<std::uint32_t>(std::min<std::uint64_t>(met->line, UINT32_MAX));
            problems_.add("ledger_voucher_is_in_two_parts", Severity::error, Place{wish_.file, line, 0, {}, {}, {}},
                          {{"voucher", voucher_name(series, each.number)}, {"part", other_->part},
                           {"batch", other_->id.str()}, {"year", std::to_string(other_->year)}});
        }
    }

    store::Reader& store_;
    const Known& known_;
    const LedgerWish& wish_;
    const Intake& intake_;
    Problems& problems_;
    const LedgerBatch* other_ = nullptr;
    std::int32_t first_ = 0, last_ = 0;
    Date first_day_, last_day_;
    std::uint64_t count_ = 0;
};

}  // namespace

void tell_doubled_vouchers(store::Reader& store, const Known& known, const LedgerPlan& plan, const LedgerWish& wish, const Intake& intake,
                           Problems& problems) {
    if (intake.numbers.empty() || problems.has_errors()) return;   // refused as it is
    Doubled doubled(store, known, wish, intake, problems);
    for (const LedgerBatch& made : plan.made) {
        const auto share = std::find_if(intake.shares.begin(), intake.shares.end(), [&](const TakenShare& each) { return each.figure == made.figure; });
        if (made.figure != BatchFigure::actual || share == intake.shares.end()) continue;
        for (const LedgerBatch& other : plan.after.ledger_batches) {
            const bool is_beside = other.ledger == made.ledger && other.year == made.year && other.part != made.part;
            if (is_beside && other.figure == BatchFigure::actual && !other.pages.empty()) doubled.look_in(other, *share);
        }
    }
    doubled.finish();
}

}  // namespace styrkedja::app
