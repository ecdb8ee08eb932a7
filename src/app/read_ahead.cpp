// SPDX-License-Identifier: EUPL-1.2
#include "app/read_ahead.h"

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace styrkedja::app {
namespace {

constexpr Version long_stretch = 2'000;
constexpr std::size_t rows_in_batch = 512, bytes_in_batch = 1U << 20U;

struct Batch {
    std::vector<store::LogRow> rows;   // kept for the next time, with the room that their texts have
    std::size_t used = 0, bytes = 0;
    bool is_last = false;

    void add(const store::LogRow& row) {
        if (used == rows.size()) rows.emplace_back();
        store::LogRow& copy = rows[used++];
        copy.version = row.version;
        copy.command.assign(row.command);
        copy.entry.assign(row.entry);
        copy.hash.assign(row.hash);
        copy.content.assign(row.content);
        bytes += row.entry.size() + row.content.size();
    }
    bool is_full() const { return used == rows_in_batch || bytes >= bytes_in_batch; }
};

// A ring of batches: one is filled while another is worked on.
class Pipe {
  public:
    // Null: nobody wants more.
    Batch* to_fill() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return filled_ - taken_ < batches_.size() || closed_; });
        if (closed_) return nullptr;
        Batch& batch = batches_[filled_ % batches_.size()];
        batch.used = batch.bytes = 0;
        batch.is_last = false;
        return &batch;
    }
    void filled() { step(filled_); }
    Batch& to_take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return filled_ > taken_; });
        return batches_[taken_ % batches_.size()];
    }
    void taken() { step(taken_); }
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

  private:
    void step(std::size_t& count) {
        const std::lock_guard lock(mutex_);
        ++count;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::array<Batch, 4> batches_;
    std::size_t filled_ = 0, taken_ = 0;
    bool closed_ = false;
};

}  // namespace

void read_ahead(store::Reader& store, std::string_view municipality, Version after, Version to,
                const std::function<bool(const store::LogRow&)>& see) {
    if (to < after || to - after < long_stretch) return store.read_log(municipality, after, to, see);
    Pipe pipe;
    std::exception_ptr failure;
    std::thread fetching([&] {
        Batch* batch = pipe.to_fill();
        try {
            store.read_log(municipality, after, to, [&](const store::LogRow& row) {
                batch->add(row);
                if (!batch->is_full()) return true;
                pipe.filled();
                batch = pipe.to_fill();
                return batch != nullptr;
            });
        } catch (...) {
            failure = std::current_exception();
        }
        if (!batch) return;
        batch->is_last = true;
        pipe.filled();
    });
    try {
        for (bool more = true; more;) {
            Batch& batch = pipe.to_take();
            more = !batch.is_last;
            for (std::size_t i = 0; i < batch.used; ++i) {
                if (see(batch.rows[i])) continue;
                more = false;
                break;
            }
            pipe.taken();
        }
    } catch (...) {
        pipe.close();
        fetching.join();
        throw;
    }
    pipe.close();
    fetching.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace styrkedja::app
