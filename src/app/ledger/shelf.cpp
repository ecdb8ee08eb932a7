// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/shelf.h"

#include <set>

#include "app/ledger/named_batches.h"

namespace styrkedja::app {
namespace {

constexpr std::size_t bytes_of_write = 8U << 20U, most_waiting = 24U << 20U;
constexpr store::Time abandoned_after = 3'600'000;

// About: a text has a digest, a salt and itself.
std::size_t size_of(const ledger::OpenPage& page) { return page.summary.size() + page.sealed.size() + page.texts.size() * 80; }

}  // namespace

ledger::Sealing sealing(log::Salts salts) {
    return {std::move(salts), [](std::string_view salt, std::string_view text) { return log::salted_digest(salt, text); }};
}

void PageChain::add(std::string_view summary, std::string_view sealed) {
    log::Hasher link;
    link.add(hash_);
    link.add(log::hash_of(summary));
    link.add(log::hash_of(sealed));
    hash_ = link.hash();
    ++pages_;
}

Shelf::Shelf(store::Store& store, std::string municipality, std::string bundle, Clock clock, log::Salts salts)
    : store_(store), municipality_(std::move(municipality)), bundle_(std::move(bundle)), clock_(std::move(clock)),
      sealing_(sealing(std::move(salts))), thread_([this] { work(); }) {}

Shelf::~Shelf() { end_thread(); }

void Shelf::put(ledger::OpenPage&& page) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return broken_ || waiting_bytes_ < most_waiting; });
    if (broken_) return;
    waiting_bytes_ += size_of(page);
    waiting_.push_back(std::move(page));
    if (waiting_bytes_ >= bytes_of_write) changed_.notify_all();
}

bool Shelf::failed() const {
    const std::lock_guard lock(mutex_);
    return broken_;
}

void Shelf::work() {
    for (;;) {
        std::vector<ledger::OpenPage> pages;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return ending_ || waiting_bytes_ >= bytes_of_write; });
            pages.swap(waiting_);
            waiting_bytes_ = 0;
            if (pages.empty()) return;   // ending
        }
        changed_.notify_all();
        std::vector<store::PageRow> rows;
        for (ledger::OpenPage& each : pages) {
            ledger::Page page = ledger::seal(std::move(each), sealing_);
            chain_.add(page.summary, page.sealed);
            bytes_ += page.summary.size() + page.sealed.size() + page.texts.size();
            rows.push_back({chain_.pages(), std::move(page.summary), std::move(page.sealed), std::move(page.texts)});
        }
        try {
            store_.put_pages(municipality_, bundle_, rows, clock_());
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
            broken_ = true;
            changed_.notify_all();
            return;
        }
    }
}

void Shelf::end_thread() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

std::string Shelf::finish() {
    end_thread();
    if (failure_) std::rethrow_exception(failure_);
    if (chain_.pages() > 0) store_.finish_pages(municipality_, bundle_, chain_.hash(), clock_());
    return chain_.hash();
}

void Shelf::drop() noexcept {
    end_thread();
    try {
        store_.drop_pages(municipality_, bundle_);
    } catch (...) {
        // A later import sweeps it away.
    }
}

std::size_t sweep_shelves(store::Store& store, const Known& known, store::Time now) {
    std::set<std::string> in_use;
    for (const LedgerBatch& each : known.state.ledger_batches) in_use.insert(each.pages);
    std::vector<store::PageBundle> left;
    for (store::PageBundle& each : store.page_bundles(known.municipality)) {
        const bool is_named = !each.hash.empty() && in_use.contains(log::hex(each.hash));
        if (!is_named && each.touched + abandoned_after < now) left.push_back(std::move(each));
    }
    if (left.empty()) return 0;
    // Ended batches keep their pages: as they were known on an earlier day.
    for (const NamedBatch& each : batches_in_log(store, known.municipality, known.version)) in_use.insert(each.batch.pages);
    std::size_t dropped = 0;
    for (const store::PageBundle& each : left) {
        if (!each.hash.empty() && in_use.contains(log::hex(each.hash))) continue;
        store.drop_pages(known.municipality, each.name);
        ++dropped;
    }
    return dropped;
}

}  // namespace styrkedja::app
