// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/known.h"
#include "domain/ledger/pages.h"
#include "log/digest.h"
#include "store/store.h"

// Where the pages of vouchers are put while a file is read, before the log tells of them.
namespace styrkedja::app {

ledger::Sealing sealing(log::Salts salts);

// The hash over pages: each link is the hash of the one before, the page's summary and what is sealed in it.
class PageChain {
  public:
    void add(std::string_view summary, std::string_view sealed);
    const std::string& hash() const { return hash_; }   // 32 bytes; empty: no page yet
    std::uint64_t pages() const { return pages_; }

  private:
    std::string hash_;
    std::uint64_t pages_ = 0;
};

// Seals and writes pages in a thread of its own, some megabytes to a transaction. The store is its alone until finish().
class Shelf {
  public:
    Shelf(store::Store& store, std::string municipality, std::string bundle, Clock clock, log::Salts salts);
    ~Shelf();   // what isn't finished is left for a sweep: drop() takes it away at once
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    void put(ledger::OpenPage&& page);   // waits where too much is waiting
    bool failed() const;
    // All is durable; gives the hash over the pages, by which the bundle is found from now on; empty: there was none. Throws
    // what the store threw.
    std::string finish();
    void drop() noexcept;            // takes away what was written
    const std::string& bundle() const { return bundle_; }
    std::uint64_t bytes() const { return bytes_; }   // written, after finish()

  private:
    void work();
    void end_thread();

    store::Store& store_;
    const std::string municipality_, bundle_;
    Clock clock_;
    const ledger::Sealing sealing_;
    PageChain chain_;
    std::uint64_t bytes_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<ledger::OpenPage> waiting_;
    std::size_t waiting_bytes_ = 0;
    bool ending_ = false, broken_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

// Takes away bundles that no batch in the log has ever named and that nobody has touched for an hour: imports that didn't
// come to their end. How many.
std::size_t sweep_shelves(store::Store& store, const Known& known, store::Time now);

}  // namespace styrkedja::app
