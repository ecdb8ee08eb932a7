// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/prove.h"

#include <map>
#include <optional>

#include "app/ledger/shelf.h"
#include "domain/economy/batch_months.h"
#include "domain/ledger/columns.h"
#include "log/digest.h"

namespace styrkedja::app {
namespace {

using ledger::Ore;
using Args = std::vector<std::pair<std::string_view, std::string>>;
using SumOf = std::map<std::pair<std::int32_t, std::string>, Ore>;   // by month and account; what isn't there is zero

class Proving {
  public:
    Proving(store::Reader& store, std::string_view municipality, const NamedBatch& named,
            const std::set<std::string, std::less<>>& erased, LedgerProof& proof, Problems& problems)
        : store_(store), municipality_(municipality), named_(named), batch_(named.batch), erased_(erased), proof_(proof),
          problems_(problems) {}

    void run() {
        ++proof_.batches;
        const auto columns = facts();
        if (batch_.pages.empty()) {
            if (columns) stated(*columns);
            return;
        }
        if (!pages()) return;
        said("vouchers", std::to_string(batch_.vouchers), std::to_string(vouchers_));
        said("rows", std::to_string(batch_.rows), std::to_string(rows_));
        sums(debit_, credit_);
        if (columns) against(*columns);
    }

  private:
    void tell(std::string_view code, Args args) {
        args.insert(args.begin(), {{"batch", batch_.id.str()}, {"version", std::to_string(named_.version)}});
        problems_.add(code, Severity::error, Place{{}, 0, 0, {}, "ledger-batches/" + batch_.id.str(), {}}, std::move(args));
    }
    void said(std::string_view what, const std::string& said, const std::string& found) {
        if (said != found) tell("ledger_sums_differ", {{"what", std::string(what)}, {"said", said}, {"found", found}});
    }
    void sums(Ore debit, Ore credit) {
        said("debit", batch_.debit.str(), Decimal(debit, 2).str());
        said("credit", batch_.credit.str(), Decimal(credit, 2).str());
    }

    std::optional<ledger::Columns> facts() {
        const std::string hash = log::unhex(batch_.content);
        const std::optional<store::Blob> blob = store_.blob(municipality_, hash);
        if (!blob || blob->erased) {
            tell("ledger_facts_are_missing", {{"hash", batch_.content}});
            return std::nullopt;
        }
        std::optional<ledger::Columns> columns;
        if (log::hash_of(blob->bytes) == hash) columns = ledger::from_bytes(blob->bytes);
        if (!columns) tell("ledger_facts_are_damaged", {{"hash", batch_.content}});
        return columns;
    }

    // Of a batch without vouchers: its rows are its facts.
    void stated(const ledger::Columns& columns) {
        Ore debit = 0, credit = 0;
        for (const Ore each : columns.ore) (each < 0 ? credit : debit) += each;
        said("rows", std::to_string(batch_.rows), std::to_string(columns.rows()));
        sums(debit, credit);
    }

    bool pages() {
        const auto bundle = store_.page_bundle(municipality_, log::unhex(batch_.pages));
        if (!bundle) {
            tell("ledger_pages_are_missing", {{"hash", batch_.pages}});
            return false;
        }
        PageChain chain;
        bool whole = true;
        store_.read_pages(municipality_, bundle->name, 0, store::PageParts::all, [&](const store::PageRow& page) {
            chain.add(page.summary, page.sealed);
            const auto read = ledger::read_sealed(page.sealed);
            whole = whole && read && page.number == chain.pages();
            if (!whole) {
                tell("ledger_pages_differ", {{"page", std::to_string(page.number)}, {"hash", batch_.pages}});
                return false;
            }
            ++proof_.pages;
            add(*read);
            texts(*read, page);
            return true;
        });
        if (whole && log::hex(chain.hash()) != batch_.pages) {
            tell("ledger_pages_differ", {{"page", ""}, {"hash", batch_.pages}});
            whole = false;
        }
        return whole;
    }

    void add(const ledger::ReadPage& page) {
        vouchers_ += page.vouchers.size();
        rows_ += page.rows.size();
        proof_.vouchers += page.vouchers.size();
        proof_.rows += page.rows.size();
        std::map<std::pair<std::int32_t, std::uint32_t>, Ore> here;
        for (const auto& row : page.rows) {
            (row.ore < 0 ? credit_ : debit_) += row.ore;
            here[{ledger::month_of(row.date), row.account}] += row.ore;
        }
        for (const auto& [key, ore] : here) sums_[{key.first, std::string(page.accounts[key.second])}] += ore;
    }

    void texts(const ledger::ReadPage& page, const store::PageRow& row) {
        const auto texts = ledger::read_texts(row.texts);
        if (!texts || texts->size() != page.digests.size()) {
            return tell("ledger_text_differs", {{"page", std::to_string(row.number)}, {"text", "–"}});
        }
        for (std::size_t i = 0; i < texts->size(); ++i) {
            const ledger::PageText& text = (*texts)[i];
            const bool is_to_be_erased = erased_.contains(page.digests[i]);
            const Args where{{"page", std::to_string(row.number)}, {"text", std::to_string(i + 1)}};
            if (text.erased) ++proof_.erased_texts;
            if (text.erased != is_to_be_erased) tell(text.erased ? "ledger_text_is_missing" : "ledger_text_is_not_erased", where);
            else if (!text.erased && !log::digest_fits(page.digests[i], text.salt, text.text)) tell("ledger_text_differs", where);
        }
    }

    // The facts are what the vouchers of the batch's months come to.
    void against(const ledger::Columns& columns) {
        const std::int32_t first = first_month_of(batch_.months), last = last_month_of(batch_.months);
        std::erase_if(sums_, [&](const auto& each) { return each.first.first < first || each.first.first > last; });
        for (const ledger::Columns::Part& part : columns.parts) {
            if (part.figure != ledger::Figure::actual) continue;
            for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) {
                sums_[{part.month, columns.codes[0][columns.code_of[0][row]]}] -= columns.ore[row];
            }
        }
        for (const auto& [key, left] : sums_) {
            if (left == 0) continue;
            return tell("ledger_sums_differ", {{"what", key.second + " " + std::to_string(key.first)}, {"said", "0.00"}, {"found", Decimal(left, 2).str()}});
        }
    }

    store::Reader& store_;
    std::string_view municipality_;
    const NamedBatch& named_;
    const LedgerBatch& batch_;
    const std::set<std::string, std::less<>>& erased_;
    LedgerProof& proof_;
    Problems& problems_;
    std::uint64_t vouchers_ = 0, rows_ = 0;
    Ore debit_ = 0, credit_ = 0;
    SumOf sums_;
};

}  // namespace

LedgerProof prove_batches(store::Reader& store, std::string_view municipality, std::span<const NamedBatch> batches,
                          const std::set<std::string, std::less<>>& erased, Problems& problems) {
    LedgerProof proof;
    for (const NamedBatch& each : batches) Proving(store, municipality, each, erased, proof, problems).run();
    return proof;
}

}  // namespace styrkedja::app
