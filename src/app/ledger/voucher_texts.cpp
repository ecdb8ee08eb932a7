// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/voucher_texts.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "app/ledger/named_batches.h"
#include "domain/ledger/pages.h"
#include "log/digest.h"

namespace styrkedja::app {
namespace {

using ledger::PageText;
using ledger::ReadPage;

// Every page of every batch that the log ever named, each bundle once.
template <class Wanted, class See>
void each_page(store::Reader& store, std::string_view municipality, const Wanted& wanted, const See& see) {
    std::set<std::string> done;
    for (const NamedBatch& each : batches_in_log(store, municipality, store.head(municipality))) {
        const LedgerBatch& batch = each.batch;
        if (batch.pages.empty() || !wanted(batch) || !done.insert(batch.pages).second) continue;
        const auto bundle = store.page_bundle(municipality, log::unhex(batch.pages));
        if (!bundle) continue;
        store.read_pages(municipality, bundle->name, 0, store::PageParts::all, [&](const store::PageRow& row) {
            const auto page = ledger::read_sealed(row.sealed);
            const auto texts = ledger::read_texts(row.texts);
            if (page && texts && page->digests.size() == texts->size()) see(batch, *page, *texts);
            return true;
        });
    }
}

// Calls see with the number of each text of a voucher.
template <class See>
void each_text(const ReadPage& page, const ReadPage::PageVoucher& voucher, const See& see) {
    auto one = [&](std::uint32_t text) {
        if (text != ReadPage::no_text) see(text);
    };
    one(voucher.text);
    one(voucher.signature);
    for (std::uint32_t i = voucher.first; i < voucher.first + voucher.rows; ++i) one(page.rows[i].text);
}

class Found {
  public:
    explicit Found(const LedgerBatch& batch, std::vector<VoucherText>& list) : batch_(batch), list_(list) {}
    void add(const ReadPage& page, const ReadPage::PageVoucher& voucher, std::uint32_t text) {
        if (!seen_.insert(text).second) return;
        list_.push_back({batch_.ledger.str() + "/" + std::to_string(batch_.year) + "/" + std::string(page.series[voucher.series]) + "/" + voucher.number,
                         std::string(page.digests[text])});
    }

  private:
    const LedgerBatch& batch_;
    std::vector<VoucherText>& list_;
    std::set<std::uint32_t> seen_;
};

}  // namespace

std::optional<VoucherName> read_voucher_name(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size() && parts.size() < 5;) {
        const std::size_t end = std::min(text.find('/', at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    if (parts.size() != 4 || parts[0].empty() || parts[3].empty()) return std::nullopt;
    VoucherName name{parts[0], 0, parts[2], parts[3]};
    const char* end = parts[1].data() + parts[1].size();
    const auto read = std::from_chars(parts[1].data(), end, name.year);
    if (read.ec != std::errc() || read.ptr != end || name.year <= 0) return std::nullopt;
    return name;
}

std::vector<VoucherText> texts_of_voucher(store::Reader& store, std::string_view municipality, const VoucherName& name) {
    std::vector<VoucherText> list;
    auto wanted = [&](const LedgerBatch& batch) { return batch.ledger.str() == name.ledger && batch.year == name.year; };
    each_page(store, municipality, wanted, [&](const LedgerBatch& batch, const ReadPage& page, const std::vector<PageText>& texts) {
        Found found(batch, list);
        for (const ReadPage::PageVoucher& each : page.vouchers) {
            if (each.number != name.number || page.series[each.series] != name.series) continue;
            each_text(page, each, [&](std::uint32_t text) {
                if (!texts[text].erased) found.add(page, each, text);
            });
        }
    });
    return list;
}

std::vector<VoucherText> texts_with(store::Reader& store, std::string_view municipality, std::string_view words) {
    std::vector<VoucherText> list;
    auto all = [](const LedgerBatch&) { return true; };
    each_page(store, municipality, all, [&](const LedgerBatch& batch, const ReadPage& page, const std::vector<PageText>& texts) {
        Found found(batch, list);
        for (const ReadPage::PageVoucher& each : page.vouchers) {
            each_text(page, each, [&](std::uint32_t text) {
                if (!texts[text].erased && texts[text].text.find(words) != std::string_view::npos) found.add(page, each, text);
            });
        }
    });
    return list;
}

std::vector<store::Erasure::Page> pages_without(store::Reader& store, std::string_view municipality, std::span<const std::string> digests) {
    std::vector<store::Erasure::Page> pages;
    const std::set<std::string_view> wanted(digests.begin(), digests.end());
    if (wanted.empty()) return pages;
    for (const store::PageBundle& bundle : store.page_bundles(municipality)) {
        if (bundle.hash.empty()) continue;
        store.read_pages(municipality, bundle.name, 0, store::PageParts::all, [&](const store::PageRow& row) {
            const auto page = ledger::read_sealed(row.sealed);
            std::vector<std::uint32_t> which;
            for (std::uint32_t i = 0; page && i < page->digests.size(); ++i) {
                if (wanted.contains(page->digests[i])) which.push_back(i);
            }
            if (which.empty()) return true;
            if (auto left = ledger::without_texts(row.texts, which)) pages.push_back({bundle.name, row.number, std::move(*left)});
            return true;
        });
    }
    return pages;
}

TextsThere find_texts(store::Reader& store, std::string_view municipality, const std::set<std::string>& digests) {
    TextsThere found;
    if (digests.empty()) return found;
    auto all = [](const LedgerBatch&) { return true; };
    each_page(store, municipality, all, [&](const LedgerBatch&, const ReadPage& page, const std::vector<PageText>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            std::string digest(page.digests[i]);
            if (digests.contains(digest)) (texts[i].erased ? found.erased : found.there).insert(std::move(digest));
        }
    });
    return found;
}

}  // namespace styrkedja::app
