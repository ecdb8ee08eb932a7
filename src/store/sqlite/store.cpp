// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <thread>

#include "store/rows.h"
#include "store/sqlite/open.h"
#include "store/sqlite/reading.h"
#include "store/sqlite/schema.h"

namespace styrkedja::store {
namespace sqlite {
namespace {

class Frozen : public Reading<Reader> {
  public:
    explicit Frozen(std::shared_ptr<Connection> connection) : Reading(connection), moment_(*connection) {
        // The moment is that of the first reading.
        connection_->number("select count(*) from schema_version");
    }

  private:
    Moment moment_;
};

class SqliteStore : public Reading<Store> {
  public:
    explicit SqliteStore(std::shared_ptr<Connection> connection) : Reading(std::move(connection)) {}

    std::unique_ptr<Store> again() override {
        return std::make_unique<SqliteStore>(another(connection_->access()));
    }
    std::unique_ptr<Reader> frozen() override {
        bool exclusive = connection_->location().exclusive;
        return std::make_unique<Frozen>(exclusive ? connection_ : another(Access::read));
    }

    Appended append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                    const Erasure& erasure) override;
    Version wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) override;

    std::optional<Version> find_command(std::string_view municipality, std::string_view command) override;

    void put_snapshot(std::string_view municipality, const Snapshot& snapshot) override;
    void drop_snapshot(std::string_view municipality, Version version) override;
    void put_blobs(std::string_view municipality, std::span<const Blob> blobs) override;
    void drop_blobs(std::string_view municipality, std::span<const std::string> hashes) override;
    void put_pages(std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages, Time now) override;
    void finish_pages(std::string_view municipality, std::string_view bundle, std::string_view hash, Time now) override;
    void drop_pages(std::string_view municipality, std::string_view bundle) override;
    void put_draft(std::string_view municipality, const Draft& draft) override;
    void drop_draft(std::string_view municipality, std::string_view person,
                    std::string_view subject) override;
    void put_session(std::string_view municipality, const Session& session) override;
    std::optional<Session> session(std::string_view municipality, std::string_view token_hash,
                                   Time now) override;
    void drop_session(std::string_view municipality, std::string_view token_hash) override;
    void drop_expired_sessions(std::string_view municipality, Time now) override;
    bool add_job(std::string_view municipality, const Job& job) override;
    std::optional<Job> take_job(std::string_view municipality, std::string_view worker, Time now,
                                Time until) override;
    bool finish_job(std::string_view municipality, std::string_view id, std::string_view worker,
                    std::string_view outcome) override;
    void sweep() override;

  private:
    std::shared_ptr<Connection> another(Access access) {
        if (connection_->location().exclusive) connection_->fail(SQLITE_BUSY);
        auto connection = std::make_shared<Connection>(connection_->location(),
                                                       access == Access::read ? Access::read : Access::write);
        connection->take_in_log_at_close(access != Access::read);
        return connection;
    }
    bool insert(std::string_view municipality, std::span<const LogRow> rows);
    void erase(std::string_view municipality, const Erasure& erasure);

    // One change in a transaction of its own: sql with its arguments bound by Bind. Gives the number of rows
    // changed.
    template <class Bind>
    std::int64_t change(const char* sql, const Bind& bind) {
        Transaction transaction(*connection_);
        std::int64_t changed = 0;
        {
            Query query(*connection_, sql);
            bind(query);
            query.done();
            changed = connection_->changed();
        }
        transaction.commit();
        return changed;
    }
};

// False when one of the commands is there already, be it in these rows themselves.
bool SqliteStore::insert(std::string_view municipality, std::span<const LogRow> rows) {
    Query entry(
        *connection_,
        "insert into log_entry values (?, ?, ?, ?, ?) on conflict (municipality, command) do nothing");
    Query content(*connection_, "insert into log_content values (?, ?, ?)");
    for (const LogRow& row : rows) {
        entry.text(municipality)
            .number(row.version)
            .bytes(row.command)
            .bytes(row.entry)
            .bytes(row.hash)
            .done();
        if (connection_->changed() == 0) return false;
        content.text(municipality).number(row.version).bytes(row.content).done();
    }
    return true;
}

void SqliteStore::erase(std::string_view municipality, const Erasure& erasure) {
    Query content(*connection_, "update log_content set content = ? where municipality = ? and version = ?");
    for (const Erasure::Content& each : erasure.contents) {
        content.bytes(each.content).text(municipality).number(each.version).done();
        if (connection_->changed() == 0) throw_row_is_missing(municipality, each.version);
    }
    Query blob(*connection_, "update blob set bytes = x'', erased = 1 where municipality = ? and hash = ?");
    for (const std::string& hash : erasure.blobs) blob.text(municipality).bytes(hash).done();
    Query page(*connection_, "update ledger_page set texts = ? where municipality = ? and bundle = ? and page = ?");
    for (const Erasure::Page& each : erasure.pages) {
        page.bytes(each.texts).text(municipality).text(each.bundle).number(each.number).done();
    }
}

Appended SqliteStore::append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                             const Erasure& erasure) {
    check_rows(expected, rows);
    Transaction transaction(*connection_);
    if (head(municipality) != expected) return Appended::position_taken;
    if (!insert(municipality, rows)) return Appended::command_known;
    if (!erasure.contents.empty() || !erasure.blobs.empty() || !erasure.pages.empty()) erase(municipality, erasure);
    transaction.commit();
    return Appended::yes;
}

// SQLite tells nobody of a write: one asks, seldom enough to cost nothing, often enough that nobody feels it.
Version SqliteStore::wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) {
    auto end = std::chrono::steady_clock::now() + at_most;
    auto pause = std::chrono::milliseconds(1);
    std::int64_t seen = connection_->number("pragma data_version");
    Version now = head(municipality);
    while (now <= past && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, std::chrono::milliseconds(20));
        std::int64_t changed = connection_->number("pragma data_version");
        if (changed == seen) continue;
        seen = changed;
        now = head(municipality);
    }
    return now;
}

void SqliteStore::put_snapshot(std::string_view municipality, const Snapshot& snapshot) {
    change("insert or replace into snapshot values (?, ?, ?, ?)", [&](Query& query) {
        query.text(municipality)
            .number(snapshot.version)
            .number(std::int64_t{snapshot.fold})
            .bytes(snapshot.manifest);
    });
}

void SqliteStore::drop_snapshot(std::string_view municipality, Version version) {
    change("delete from snapshot where municipality = ? and version = ?",
           [&](Query& query) { query.text(municipality).number(version); });
}

void SqliteStore::put_blobs(std::string_view municipality, std::span<const Blob> blobs) {
    check_blobs(blobs);
    Transaction transaction(*connection_);
    {
        Query query(*connection_,
                    "insert into blob (municipality, hash, use, erased, bytes) values (?, ?, ?, ?, ?) "
                    "on conflict do nothing");
        for (const Blob& blob : blobs) {
            query.text(municipality).bytes(blob.hash).text(blob.use);
            query.number(std::int64_t{blob.erased}).bytes(blob.bytes).done();
        }
    }
    transaction.commit();
}

void SqliteStore::drop_blobs(std::string_view municipality, std::span<const std::string> hashes) {
    Transaction transaction(*connection_);
    {
        Query query(*connection_, "delete from blob where municipality = ? and hash = ?");
        for (const std::string& hash : hashes) query.text(municipality).bytes(hash).done();
    }
    transaction.commit();
}

void SqliteStore::put_pages(std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages,
                            Time now) {
    Transaction transaction(*connection_);
    {
        Query(*connection_,
              "insert into ledger_bundle values (?, ?, x'', ?) "
              "on conflict (municipality, bundle) do update set touched = excluded.touched")
            .text(municipality)
            .text(bundle)
            .number(now)
            .done();
        Query query(*connection_, "insert into ledger_page values (?, ?, ?, ?, ?, ?)");
        for (const PageRow& each : pages) {
            query.text(municipality).text(bundle).number(each.number);
            query.bytes(each.summary).bytes(each.sealed).bytes(each.texts).done();
        }
    }
    transaction.commit();
}

void SqliteStore::finish_pages(std::string_view municipality, std::string_view bundle, std::string_view hash, Time now) {
    change("insert into ledger_bundle values (?, ?, ?, ?) on conflict (municipality, bundle) do update "
           "set hash = excluded.hash, touched = excluded.touched",
           [&](Query& query) { query.text(municipality).text(bundle).bytes(hash).number(now); });
}

void SqliteStore::drop_pages(std::string_view municipality, std::string_view bundle) {
    Transaction transaction(*connection_);
    for (const char* sql : {"delete from ledger_bundle where municipality = ? and bundle = ?",
                            "delete from ledger_page where municipality = ? and bundle = ?"}) {
        Query(*connection_, sql).text(municipality).text(bundle).done();
    }
    transaction.commit();
}

void SqliteStore::put_draft(std::string_view municipality, const Draft& draft) {
    change("insert or replace into draft values (?, ?, ?, ?, ?, ?)", [&](Query& query) {
        query.text(municipality).text(draft.person).text(draft.subject);
        query.number(draft.base).number(draft.saved).bytes(draft.text);
    });
}

void SqliteStore::drop_draft(std::string_view municipality, std::string_view person,
                             std::string_view subject) {
    change("delete from draft where municipality = ? and person = ? and subject = ?",
           [&](Query& query) { query.text(municipality).text(person).text(subject); });
}

void SqliteStore::put_session(std::string_view municipality, const Session& session) {
    change("insert or replace into session values (?, ?, ?, ?, ?)", [&](Query& query) {
        query.text(municipality).bytes(session.token_hash).text(session.person);
        query.number(session.expires).bytes(session.data);
    });
}

std::optional<Session> SqliteStore::session(std::string_view municipality, std::string_view token_hash,
                                            Time now) {
    Query row(*connection_,
              "select person, expires, data from session where municipality = ? and token_hash = ? and "
              "expires > ?");
    if (!row.text(municipality).bytes(token_hash).number(now).row()) return std::nullopt;
    return Session{std::string(token_hash), row.string_at(0), row.number_at(1), row.string_at(2)};
}

void SqliteStore::drop_session(std::string_view municipality, std::string_view token_hash) {
    change("delete from session where municipality = ? and token_hash = ?",
           [&](Query& query) { query.text(municipality).bytes(token_hash); });
}

void SqliteStore::drop_expired_sessions(std::string_view municipality, Time now) {
    change("delete from session where municipality = ? and expires <= ?",
           [&](Query& query) { query.text(municipality).number(now); });
}

bool SqliteStore::add_job(std::string_view municipality, const Job& job) {
    auto added = change(
        "insert into job values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing", [&](Query& query) {
            query.text(municipality).text(job.id).text(job.kind).bytes(job.payload);
            query.number(job.not_before).number(std::int64_t{job.attempts}).text(job.taken_by);
            query.number(job.taken_until).number(std::int64_t{job.done}).bytes(job.outcome);
        });
    return added > 0;
}

std::optional<Job> SqliteStore::take_job(std::string_view municipality, std::string_view worker, Time now,
                                         Time until) {
    constexpr const char* waiting =
        "select id, kind, payload, not_before, attempts, taken_by, taken_until, done, outcome from job "
        "where municipality = ? and done = 0 and not_before <= ? and (taken_by = '' or taken_until <= ?) "
        "order by not_before, id limit 1";
    auto first = [&]() -> std::optional<Job> {
        Query row(*connection_, waiting);
        if (!row.text(municipality).number(now).number(now).row()) return std::nullopt;
        return job_of(row);
    };
    if (!first()) return std::nullopt;  // an idle worker asks often: without writing
    Transaction transaction(*connection_);
    std::optional<Job> job = first();
    if (!job) return std::nullopt;
    job->attempts += 1;
    job->taken_by = worker;
    job->taken_until = until;
    Query(*connection_,
          "update job set attempts = ?, taken_by = ?, taken_until = ? where municipality = ? and id = ?")
        .number(std::int64_t{job->attempts})
        .text(worker)
        .number(until)
        .text(municipality)
        .text(job->id)
        .done();
    transaction.commit();
    return job;
}

bool SqliteStore::finish_job(std::string_view municipality, std::string_view id, std::string_view worker,
                             std::string_view outcome) {
    auto finished = change(
        "update job set done = 1, outcome = ? where municipality = ? and id = ? and taken_by = ? and done = "
        "0",
        [&](Query& query) { query.bytes(outcome).text(municipality).text(id).text(worker); });
    return finished > 0;
}

// What is deleted is overwritten at once (secure_delete), but a row that has moved between pages may have
// left a copy of itself where it was. So the whole file is written anew from what is there, and its log
// emptied. While one waits for readers to end so that it can be, nobody can write: not long.
void SqliteStore::sweep() {
    connection_->run("vacuum");
    connection_->set_patience(std::chrono::seconds(1));
    bool held = connection_->number("pragma wal_checkpoint(truncate)") != 0;
    connection_->set_patience(std::chrono::seconds(30));
    if (held) connection_->fail(SQLITE_BUSY);
}

// Who hears "it isn't there" may act on it. So what another process left half way in the write-ahead log when it was
// killed, and what a power cut could still bring back, is written over before that is said.
std::optional<Version> SqliteStore::find_command(std::string_view municipality, std::string_view command) {
    std::optional<Version> found = Reading<Store>::find_command(municipality, command);
    if (found || connection_->access() == Access::read || connection_->in_transaction()) return found;
    try {
        connection_->settle();
    } catch (const Failure& failure) {
        if (failure.kind() != Failure::Kind::full) throw;   // nothing can be written over: then reading goes on
    }
    return Reading<Store>::find_command(municipality, command);
}

}  // namespace
}  // namespace sqlite

std::unique_ptr<Store> open_sqlite(std::string_view address, Access access) {
    static const std::vector<Migration> own = migrations_of("sqlite");
    return open_sqlite(address, access, own);
}

std::unique_ptr<Store> open_sqlite(std::string_view address, Access access,
                                   std::span<const Migration> migrations) {
    auto connection = sqlite::open_checked(sqlite::parse_location(address), access, migrations);
    return std::make_unique<sqlite::SqliteStore>(std::move(connection));
}

}  // namespace styrkedja::store
