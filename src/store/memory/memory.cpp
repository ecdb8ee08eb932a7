// SPDX-License-Identifier: EUPL-1.2
#include "store/memory/memory.h"

#include <tuple>

#include "store/memory/reading.h"
#include "store/rows.h"

namespace styrkedja::store {
namespace memory {
namespace {

struct Registry {
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<Place>, std::less<>> places;
};

Registry& registry() {
    static Registry it;
    return it;
}

Failure failure(Failure::Kind kind, std::string_view code, const std::string& name) {
    return Failure(kind, Problem{code, Severity::error, {}, {{"place", "memory:" + name}}});
}

// After this nothing can fail: all rows or none.
Appended check_append(const Municipality& m, Version expected, std::span<const LogRow> rows) {
    if (m.log.size() != expected) return Appended::position_taken;
    std::unordered_map<std::string_view, bool> own;
    for (const LogRow& row : rows) {
        if (m.commands.contains(row.command) || !own.emplace(row.command, true).second)
            return Appended::command_known;
    }
    return Appended::yes;
}

void erase_page(Municipality& m, const Erasure::Page& erased) {
    auto bundle = m.bundles.find(erased.bundle);
    if (bundle == m.bundles.end()) return;
    auto page = bundle->second.pages.find(erased.number);
    if (page == bundle->second.pages.end()) return;
    PageRow left = *page->second;
    left.texts = erased.texts;
    page->second = std::make_shared<const PageRow>(std::move(left));
}

void erase(Municipality& m, const Erasure& erasure) {
    for (const Erasure::Content& content : erasure.contents) {
        LogRow row = *m.log[content.version - 1];
        row.content = content.content;
        m.log[content.version - 1] = std::make_shared<const LogRow>(std::move(row));
    }
    for (const Erasure::Page& each : erasure.pages) erase_page(m, each);
    for (const std::string& hash : erasure.blobs) {
        auto found = m.blobs.find(hash);
        if (found == m.blobs.end()) continue;
        found->second = std::make_shared<const Blob>(Blob{hash, found->second->use, "", true});
    }
}

class MemoryStore : public Reading<Store> {
  private:
    template <class Change>
    auto write(std::string_view municipality, const Change& change) {
        std::lock_guard lock(place_->mutex);
        if (access_ == Access::read) {
            throw failure(Failure::Kind::refused, "store_is_open_for_reading", place_->name);
        }
        return change(place_->writable()[std::string(municipality)]);
    }

  public:
    MemoryStore(std::shared_ptr<Place> place, Access access) : Reading(std::move(place)), access_(access) {}

    std::unique_ptr<Store> again() override { return std::make_unique<MemoryStore>(place_, access_); }
    std::unique_ptr<Reader> frozen() override {
        std::lock_guard lock(place_->mutex);
        return std::make_unique<Reading<Reader>>(place_, place_->data);
    }

    Appended append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                    const Erasure& erasure) override;
    Version wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) override;

    void put_snapshot(std::string_view municipality, const Snapshot& snapshot) override {
        write(municipality, [&](Municipality& m) { m.snapshots[snapshot.version] = snapshot; });
    }
    void drop_snapshot(std::string_view municipality, Version version) override {
        write(municipality, [&](Municipality& m) { m.snapshots.erase(version); });
    }
    void put_blobs(std::string_view municipality, std::span<const Blob> blobs) override {
        check_blobs(blobs);
        write(municipality, [&](Municipality& m) {
            for (const Blob& blob : blobs) m.blobs.emplace(blob.hash, std::make_shared<const Blob>(blob));
        });
    }
    void drop_blobs(std::string_view municipality, std::span<const std::string> hashes) override {
        write(municipality, [&](Municipality& m) {
            for (const std::string& hash : hashes) m.blobs.erase(hash);
        });
    }

    void put_pages(std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages, Time now) override {
        write(municipality, [&](Municipality& m) {
            Bundle& to = m.bundles[std::string(bundle)];
            to.touched = now;
            for (const PageRow& each : pages) to.pages.emplace(each.number, std::make_shared<const PageRow>(each));
        });
    }
    void finish_pages(std::string_view municipality, std::string_view bundle, std::string_view hash, Time now) override {
        write(municipality, [&](Municipality& m) {
            Bundle& to = m.bundles[std::string(bundle)];
            to.touched = now;
            to.hash = hash;
        });
    }
    void drop_pages(std::string_view municipality, std::string_view bundle) override {
        write(municipality, [&](Municipality& m) { m.bundles.erase(std::string(bundle)); });
    }

    void put_draft(std::string_view municipality, const Draft& draft) override {
        write(municipality, [&](Municipality& m) { m.drafts[{draft.person, draft.subject}] = draft; });
    }
    void drop_draft(std::string_view municipality, std::string_view person,
                    std::string_view subject) override {
        write(municipality, [&](Municipality& m) {
            m.drafts.erase({std::string(person), std::string(subject)});
        });
    }

    void put_session(std::string_view municipality, const Session& session) override {
        write(municipality, [&](Municipality& m) { m.sessions[session.token_hash] = session; });
    }
    std::optional<Session> session(std::string_view municipality, std::string_view token_hash,
                                   Time now) override;
    void drop_session(std::string_view municipality, std::string_view token_hash) override {
        write(municipality, [&](Municipality& m) { m.sessions.erase(std::string(token_hash)); });
    }
    void drop_expired_sessions(std::string_view municipality, Time now) override {
        write(municipality, [&](Municipality& m) {
            std::erase_if(m.sessions, [&](const auto& each) { return each.second.expires <= now; });
        });
    }

    bool add_job(std::string_view municipality, const Job& job) override {
        return write(municipality, [&](Municipality& m) { return m.jobs.emplace(job.id, job).second; });
    }
    std::optional<Job> take_job(std::string_view municipality, std::string_view worker, Time now,
                                Time until) override;
    bool finish_job(std::string_view municipality, std::string_view id, std::string_view worker,
                    std::string_view outcome) override;

    void sweep() override {}

  private:
    Access access_;
};

Appended MemoryStore::append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                             const Erasure& erasure) {
    check_rows(expected, rows);
    Appended outcome = write(municipality, [&](Municipality& m) {
        Appended allowed = check_append(m, expected, rows);
        if (allowed != Appended::yes) return allowed;
        for (const Erasure::Content& content : erasure.contents) {
            if (content.version == 0 || content.version > expected + rows.size()) {
                throw_row_is_missing(municipality, content.version);
            }
        }
        for (const LogRow& row : rows) {
            m.log.push_back(std::make_shared<const LogRow>(row));
            m.commands.emplace(row.command, row.version);
        }
        erase(m, erasure);
        return Appended::yes;
    });
    if (outcome == Appended::yes) place_->grown.notify_all();
    return outcome;
}

Version MemoryStore::wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) {
    std::unique_lock lock(place_->mutex);
    auto here = [&] {
        auto found = place_->data->find(municipality);
        return found == place_->data->end() ? Version(0) : Version(found->second.log.size());
    };
    place_->grown.wait_for(lock, at_most, [&] { return here() > past; });
    return here();
}

std::optional<Session> MemoryStore::session(std::string_view municipality, std::string_view token_hash,
                                            Time now) {
    return look(municipality, [&](const Municipality& m) -> std::optional<Session> {
        auto found = m.sessions.find(std::string(token_hash));
        if (found == m.sessions.end() || found->second.expires <= now) return std::nullopt;
        return found->second;
    });
}

std::optional<Job> MemoryStore::take_job(std::string_view municipality, std::string_view worker, Time now,
                                         Time until) {
    return write(municipality, [&](Municipality& m) -> std::optional<Job> {
        Job* first = nullptr;
        for (auto& [id, job] : m.jobs) {
            bool taken = !job.taken_by.empty() && job.taken_until > now;
            if (job.done || taken || job.not_before > now) continue;
            if (!first || std::tie(job.not_before, job.id) < std::tie(first->not_before, first->id))
                first = &job;
        }
        if (!first) return std::nullopt;
        first->attempts += 1;
        first->taken_by = worker;
        first->taken_until = until;
        return *first;
    });
}

bool MemoryStore::finish_job(std::string_view municipality, std::string_view id, std::string_view worker,
                             std::string_view outcome) {
    return write(municipality, [&](Municipality& m) {
        auto found = m.jobs.find(std::string(id));
        if (found == m.jobs.end() || found->second.done || found->second.taken_by != worker) return false;
        found->second.done = true;
        found->second.outcome = outcome;
        return true;
    });
}

}  // namespace
}  // namespace memory

std::unique_ptr<Store> open_memory(std::string_view name, Access access) {
    memory::Registry& all = memory::registry();
    std::lock_guard lock(all.mutex);
    auto found = all.places.find(name);
    if (found == all.places.end()) {
        if (access != Access::create) {
            throw memory::failure(Failure::Kind::missing, "store_does_not_exist", std::string(name));
        }
        found = all.places.emplace(name, std::make_shared<memory::Place>()).first;
        found->second->name = name;
    }
    return std::make_unique<memory::MemoryStore>(found->second, access);
}

void forget_memory(std::string_view name) {
    memory::Registry& all = memory::registry();
    std::lock_guard lock(all.mutex);
    auto found = all.places.find(name);
    if (found != all.places.end()) all.places.erase(found);
}

}  // namespace styrkedja::store
