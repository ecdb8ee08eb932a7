// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/trace.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "app/ledger/voucher_rights.h"
#include "domain/economy/sourced_fact.h"
#include "domain/ledger/pages.h"
#include "log/digest.h"

namespace styrkedja::app {
namespace {

using ledger::Ore;
using ledger::ReadPage;

std::optional<FactSelection> selection_of(const EconomyIndex& index, const TraceWish& wish, Problems& problems) {
    FactSelection selection;
    auto missing = [&](std::string_view what, const std::string& id) {
        problems.add("trace_names_nothing", Severity::error, {}, {{"what", std::string(what)}, {"id", id}});
    };
    if (!wish.unit.empty() && (selection.unit = index.unit(wish.unit)) == no_node) missing("--unit", wish.unit);
    if (!wish.service.empty() && (selection.service = index.service(wish.service)) == no_node) missing("--service", wish.service);
    if (!wish.project.empty() && (selection.project = index.project(wish.project)) == no_node) missing("--project", wish.project);
    if (!wish.account.empty()) {
        if (!index.has_account(wish.account)) missing("--account", wish.account);
        else selection.accounts = index.account(wish.account);
    }
    if (!index.has_version(wish.version)) missing("--version", wish.version);
    if (problems.has_errors()) return std::nullopt;
    return selection;
}

// The units at the top: their sums are the municipality's.
std::vector<std::string> top_units(const State& state, Date day) {
    std::vector<std::string> tops;
    for (const Unit& each : state.units) {
        if (each.parent.at(day).empty()) tops.push_back(each.id.str());
    }
    return tops;
}

// The rows of one batch's facts that a figure adds up, found again among the vouchers' rows.
class BatchTrace {
  public:
    BatchTrace(store::Reader& store, const Known& known, const LedgerRows& rows, const ledger::Columns& columns,
               const VoucherRights& rights, TracedBatch& traced)
        : store_(store), known_(known), batch_(*rows.batch), columns_(columns), rights_(rights), traced_(traced) {
        for (const std::uint32_t row : rows.rows) {
            traced_.ore += columns.ore[row];
            ++traced_.facts;
            if (columns.booked[row] == 0) traced_.stated += columns.ore[row];
            else wanted_.emplace(key_of(row), true);
        }
    }

    // False: see had enough.
    bool run(const std::function<bool(const TracedVoucher&)>& see, Problems& problems) {
        if (wanted_.empty() || batch_.pages.empty()) return true;
        const auto bundle = store_.page_bundle(known_.municipality, log::unhex(batch_.pages));
        if (!bundle) {
            problems.add("ledger_pages_are_missing", Severity::error, Place{{}, 0, 0, {}, "ledger-batches/" + batch_.id.str(), {}},
                         {{"batch", batch_.id.str()}, {"version", std::to_string(known_.version)}, {"hash", batch_.pages}});
            return true;
        }
        std::vector<std::uint64_t> may_have;
        store_.read_pages(known_.municipality, bundle->name, 0, store::PageParts::summary, [&](const store::PageRow& page) {
            const auto summary = ledger::read_summary(page.summary);
            if (!summary || is_about(*summary)) may_have.push_back(page.number);
            return true;
        });
        for (const std::uint64_t number : may_have) {
            store::PageRow found;
            store_.read_pages(known_.municipality, bundle->name, number - 1, store::PageParts::all, [&](const store::PageRow& page) {
                found = page;
                return false;
            });
            if (!page(found, see)) return false;
        }
        return true;
    }

  private:
    // Month, and the codes in the order of the columns' dimensions.
    std::string key_of(std::uint32_t row) {
        const auto part = std::find_if(columns_.parts.begin(), columns_.parts.end(),
                                       [&](const auto& each) { return row >= each.first && row < each.first + each.rows; });
        months_[part->month] = true;
        accounts_[columns_.codes[0][columns_.code_of[0][row]]] = true;
        std::string key = std::to_string(part->month);
        for (std::size_t i = 0; i < columns_.dimensions.size(); ++i) key += '\0' + columns_.codes[i][columns_.code_of[i][row]];
        return key;
    }

    bool is_about(const ledger::Summary& summary) const {
        auto month = months_.lower_bound(summary.first_month);
        if (month == months_.end() || month->first > summary.last_month) return false;
        return std::any_of(summary.accounts.begin(), summary.accounts.end(), [&](const std::string& each) { return accounts_.contains(each); });
    }

    bool page(const store::PageRow& row, const std::function<bool(const TracedVoucher&)>& see) {
        const auto page = ledger::read_sealed(row.sealed);
        const auto texts = ledger::read_texts(row.texts);
        if (!page || !texts) return true;   // verify tells
        const Finder finder(*this, *page);
        for (const ReadPage::PageVoucher& each : page->vouchers) {
            bool is_wanted = false;
            for (std::uint32_t i = each.first; i < each.first + each.rows && !is_wanted; ++i) is_wanted = finder.counts(page->rows[i]);
            if (!is_wanted) continue;
            ++traced_.vouchers;
            if (!see(voucher(*page, *texts, finder, each))) return false;
        }
        return true;
    }

    // Where the columns' dimensions stand in a page.
    class Finder {
      public:
        Finder(const BatchTrace& trace, const ReadPage& page) : trace_(trace), page_(page) {
            for (std::size_t i = 1; i < trace.columns_.dimensions.size(); ++i) of_dimension_.push_back(at(trace.columns_.dimensions[i]));
        }
        bool counts(const ReadPage::PageRow& row) const {
            const std::int32_t month = ledger::month_of(row.date);
            if (!trace_.months_.contains(month)) return false;
            const std::uint64_t seen = (std::uint64_t{row.account} << 40U) ^ (std::uint64_t{row.combination} << 20U) ^ static_cast<std::uint64_t>(month);
            auto [known, is_new] = known_.try_emplace(seen, false);
            if (!is_new) return known->second;
            std::string key = std::to_string(month) + '\0' + std::string(page_.accounts[row.account]);
            for (const std::size_t each : of_dimension_) key += '\0' + std::string(each == SIZE_MAX ? "" : page_.code(row.combination, each));
            return known->second = trace_.wanted_.contains(key);
        }
        std::string code(const ReadPage::PageRow& row, std::string_view role) const {
            const std::size_t dimension = at(role);
            return dimension == SIZE_MAX ? "" : std::string(page_.code(row.combination, dimension));
        }

      private:
        std::size_t at(std::string_view role) const {
            const auto found = std::find(page_.dimensions.begin(), page_.dimensions.end(), role);
            return found == page_.dimensions.end() ? SIZE_MAX : static_cast<std::size_t>(found - page_.dimensions.begin());
        }
        const BatchTrace& trace_;
        const ReadPage& page_;
        std::vector<std::size_t> of_dimension_;
        mutable std::unordered_map<std::uint64_t, bool> known_;
    };

    TracedVoucher voucher(const ReadPage& page, const std::vector<ledger::PageText>& texts, const Finder& finder,
                          const ReadPage::PageVoucher& of) {
        TracedVoucher made;
        made.batch = batch_.id.str();
        made.series = page.series[of.series];
        made.number = of.number;
        made.date = of.date;
        auto text = [&](std::uint32_t number) { return number == ReadPage::no_text ? std::string() : std::string(texts[number].text); };
        for (std::uint32_t i = of.first; i < of.first + of.rows; ++i) {
            const ReadPage::PageRow& from = page.rows[i];
            TracedRow& row = made.rows.emplace_back();
            row.account = page.accounts[from.account];
            row.responsibility = finder.code(from, "responsibility");
            row.service = finder.code(from, "service");
            row.project = finder.code(from, "project");
            row.ore = from.ore;
            row.date = from.date;
            row.counted = finder.counts(from);
            row.readable = rights_.may_read(batch_.ledger.str(), row.responsibility, row.account, row.date);
            if (row.counted) {
                traced_.booked += row.ore;
                ++traced_.rows;
                made.readable = made.readable && row.readable;
            }
            row.text_erased = from.text != ReadPage::no_text && texts[from.text].erased;
            if (!row.readable) continue;
            row.counterparty = finder.code(from, "counterparty");
            row.text = text(from.text);
        }
        made.text_erased = of.text != ReadPage::no_text && texts[of.text].erased;
        if (!made.readable) return made;
        made.text = text(of.text);
        made.signature = text(of.signature);
        return made;
    }

    store::Reader& store_;
    const Known& known_;
    const LedgerBatch& batch_;
    const ledger::Columns& columns_;
    const VoucherRights& rights_;
    TracedBatch& traced_;
    std::unordered_map<std::string, bool> wanted_;
    std::map<std::int32_t, bool> months_;
    std::map<std::string, bool, std::less<>> accounts_;
};

void add_sum(Trace& trace, const FactSum& sum, std::map<const LedgerBatch*, LedgerRows>& ledger) {
    if (sum.ore.exists()) trace.ore = trace.ore.exists() ? trace.ore + sum.ore : sum.ore;
    for (const SourcedFact* each : sum.facts) {
        const std::string source = source_of(*each);
        if (source.starts_with("ledger-batches/")) continue;
        trace.facts.push_back({source, std::string(each->unit), std::string(each->account), each->period.str(), each->ore});
    }
    for (const LedgerRows& each : sum.ledger) {
        LedgerRows& all = ledger[each.batch];
        all.batch = each.batch;
        all.rows.insert(all.rows.end(), each.rows.begin(), each.rows.end());
    }
}

using SumByBatch = std::map<const LedgerBatch*, LedgerRows>;

// From the batches' facts to vouchers and rows.
void add_batches(Trace& result, store::Reader& store, const Known& known, const SumByBatch& ledger, const State& state,
                 const VoucherRights& rights, const std::function<bool(const TracedVoucher&)>& see, Problems& problems) {
    std::vector<const LedgerRows*> ordered;
    for (const auto& [batch, rows] : ledger) ordered.push_back(&rows);
    std::sort(ordered.begin(), ordered.end(), [](const LedgerRows* a, const LedgerRows* b) { return a->batch->id < b->batch->id; });
    bool more = true;
    for (const LedgerRows* each : ordered) {
        TracedBatch& traced = result.batches.emplace_back();
        traced.id = each->batch->id.str();
        traced.file = each->batch->file;
        const ledger::LoadedColumns* loaded = state.ledger.get();
        const auto columns = loaded ? loaded->by_hash.find(each->batch->content) : decltype(loaded->by_hash.end())();
        if (!loaded || columns == loaded->by_hash.end()) continue;
        BatchTrace batch(store, known, *each, *columns->second, rights, traced);
        more = more && batch.run(see, problems);
    }
}

}  // namespace

Trace trace(store::Reader& store, const Known& known, const TraceWish& wish,
            const std::function<bool(const TracedVoucher&)>& see, Problems& problems) {
    Trace result;
    const EconomyIndex index(known.state);
    std::optional<FactSelection> selection = selection_of(index, wish, problems);
    if (!selection) return result;
    SumByBatch ledger;
    const Date last = Date::from_days(wish.period.end().days() - 1);
    for (const std::string& unit : wish.unit.empty() ? top_units(known.state, last) : std::vector<std::string>{wish.unit}) {
        selection->unit = index.unit(unit);
        add_sum(result, index.explain(*selection, wish.version, wish.period), ledger);
    }
    const VoucherRights rights(known.state, index, wish.actor, wish.today);
    add_batches(result, store, known, ledger, known.state, rights, see, problems);
    return result;
}

Trace trace_sum(store::Reader& store, const Known& known, const SumToTrace& sum, std::string_view actor, Date today,
                const std::function<bool(const TracedVoucher&)>& see, Problems& problems) {
    Trace result;
    SumByBatch ledger;
    add_sum(result, sum.index.explain(sum.selection, sum.version, sum.period), ledger);
    const VoucherRights rights(sum.state, sum.index, actor, today);
    add_batches(result, store, known, ledger, sum.state, rights, see, problems);
    return result;
}

}  // namespace styrkedja::app
