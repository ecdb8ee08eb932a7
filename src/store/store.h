// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/state/version.h"
#include "store/failure.h"

// What Styrkedja remembers, behind one narrow interface: in memory (tests), in an SQLite file, in PostgreSQL. One
// contract (store_contract_testing.h) holds for all three. A store knows rows, order and uniqueness; what the bytes
// mean is known by domain/state and app. Every row belongs to a municipality ("sodertalje"), which stands first in
// every key.
namespace styrkedja::store {

// Milliseconds since 1970-01-01 00:00 UTC.
using Time = std::int64_t;

// One entry of a municipality's log as it lies in the store.
struct LogRow {
    Version version = 0;
    std::string command;  // the client's id of the command that made it: 1 to 64 bytes, unique in the municipality's log
    std::string entry;    // sealed: hashed as written, never changed
    std::string hash;     // 32 bytes, of the entry (which holds the hash of the one before)
    std::string content;  // values, actor and salts, whose digests the entry holds; only an erasure rewrites it
};

// Bytes by their content: attachments, rendered documents, imported packs, parts of snapshots.
struct Blob {
    std::string hash;     // 32 bytes, of the content
    std::string use;      // "pack", "document", "attachment", "snapshot": what may be dropped with what
    std::string bytes;
    bool erased = false;  // emptied by a logged erasure; the row stays to say so
};
struct BlobInfo {
    std::string hash, use;
    std::uint64_t size = 0;
    bool erased = false;
};

// Some thousand rows of a ledger's vouchers; what the bytes mean is known by domain/ledger/pages.h.
struct PageRow {
    std::uint64_t number = 0;     // from 1, without holes
    std::string summary, sealed;  // hashed as written, never changed
    std::string texts;            // whose digests the sealed part holds; an erasure rewrites it
};
enum class PageParts : std::uint8_t { summary, sealed, all };   // what of a page is read: so much and what stands before it
// Pages that were written as one. The log names them by their hash; until then nobody sees them.
struct PageBundle {
    std::string name;             // whoever writes it makes it up: unique in the municipality
    std::string hash;             // 32 bytes, over its pages; empty: it isn't finished
    Time touched = 0;             // when something was last written to it
};

// A state that was written down, so that a start need not fold the whole log. It can always be made again.
struct Snapshot {
    Version version = 0;
    std::uint32_t fold = 0;   // version of the program's fold that made it
    std::string manifest;     // names its parts, which are blobs
};

// What somebody has typed and not yet left: durable beside the log, one per person, thing and field.
struct Draft {
    std::string person;
    std::string subject;      // kind, id and field as app writes them ("goals/kf-1/description")
    Version base = 0;         // the version that the person saw when beginning
    Time saved = 0;
    std::string text;
};

struct Session {
    std::string token_hash;   // the token itself is only with the browser
    std::string person;
    Time expires = 0;
    std::string data;
};

// Work that is done later and at most by one worker at a time: a mail, a large document, an import.
struct Job {
    std::string id;           // unique in the municipality
    std::string kind, payload;
    Time not_before = 0;
    std::uint32_t attempts = 0;   // how often it was taken
    std::string taken_by;         // empty = free
    Time taken_until = 0;         // after that it is free again: the worker is gone
    bool done = false;
    std::string outcome;
};

enum class Appended : std::uint8_t {
    yes,             // durable
    position_taken,  // the log has gone on past `expected`: follow, check again, try again
    command_known,   // an entry with one of the command ids is there already: ask find_command
};

// What an erasure empties, in the same transaction as the entry that tells of it.
struct Erasure {
    struct Content {
        Version version;
        std::string content;      // what the row holds from now on
    };
    std::vector<Content> contents;
    std::vector<std::string> blobs;  // hashes
    struct Page {
        std::string bundle;
        std::uint64_t number;
        std::string texts;        // what the page holds from now on
    };
    std::vector<Page> pages = {};
};

// The reading half. All functions may throw Failure.
class Reader {
  public:
    virtual ~Reader() = default;

    virtual std::vector<std::string> municipalities() = 0;  // that have a log, by name
    virtual Version head(std::string_view municipality) = 0;  // the last version; 0 = no log
    // Rows after < version <= to, in order. A row is lent for the call. See returns false to stop.
    virtual void read_log(std::string_view municipality, Version after, Version to,
                          const std::function<bool(const LogRow&)>& see) = 0;
    virtual std::optional<LogRow> log_row(std::string_view municipality, Version version) = 0;
    // Many rows by their versions (sorted, distinct), in order; those that aren't there are left out.
    virtual void log_rows(std::string_view municipality, std::span<const Version> versions,
                          const std::function<bool(const LogRow&)>& see) = 0;
    virtual std::optional<Version> find_command(std::string_view municipality, std::string_view command) = 0;

    virtual std::vector<Snapshot> snapshots(std::string_view municipality) = 0;  // newest first
    virtual std::optional<Blob> blob(std::string_view municipality, std::string_view hash) = 0;
    virtual std::vector<BlobInfo> blobs(std::string_view municipality) = 0;  // by hash

    virtual std::vector<PageBundle> page_bundles(std::string_view municipality) = 0;  // by name
    virtual std::optional<PageBundle> page_bundle(std::string_view municipality, std::string_view hash) = 0;  // finished
    // Pages after that number, in order; parts that aren't asked for are empty. A page is lent for the call. See returns
    // false to stop. While it runs nothing can be written over this connection.
    virtual void read_pages(std::string_view municipality, std::string_view bundle, std::uint64_t after, PageParts parts,
                            const std::function<bool(const PageRow&)>& see) = 0;

    virtual std::vector<Draft> drafts(std::string_view municipality, std::string_view person) = 0;  // by subject; "" = everybody's
    virtual std::vector<Job> jobs(std::string_view municipality) = 0;  // by id
};

// One connection to a store, for one thread at a time. What a call has written when it returns is durable: it
// survives kill -9 and a power cut. A call that throws has written nothing, except that after `unavailable` from
// append nobody knows (find_command tells).
class Store : public Reader {
  public:
    // Another connection to the same place, for another thread.
    virtual std::unique_ptr<Store> again() = 0;
    // Everything as it stands now, however much is written meanwhile (backup). The connection is busy while it lives.
    virtual std::unique_ptr<Reader> frozen() = 0;

    // All rows or none, the first with version expected + 1, the others following. Erases in the same transaction.
    virtual Appended append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                            const Erasure& erasure = {}) = 0;
    // Until the log has gone on past that version, or the time is over; gives the head.
    virtual Version wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) = 0;

    virtual void put_snapshot(std::string_view municipality, const Snapshot& snapshot) = 0;  // replaces one of that version
    virtual void drop_snapshot(std::string_view municipality, Version version) = 0;
    // What is there already is left as it is (also when it was erased).
    virtual void put_blobs(std::string_view municipality, std::span<const Blob> blobs) = 0;
    virtual void drop_blobs(std::string_view municipality, std::span<const std::string> hashes) = 0;

    // More pages of a bundle, which begins with its first ones.
    virtual void put_pages(std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages, Time now) = 0;
    virtual void finish_pages(std::string_view municipality, std::string_view bundle, std::string_view hash, Time now) = 0;
    virtual void drop_pages(std::string_view municipality, std::string_view bundle) = 0;

    virtual void put_draft(std::string_view municipality, const Draft& draft) = 0;  // replaces that person's of that subject
    virtual void drop_draft(std::string_view municipality, std::string_view person, std::string_view subject) = 0;

    virtual void put_session(std::string_view municipality, const Session& session) = 0;
    virtual std::optional<Session> session(std::string_view municipality, std::string_view token_hash, Time now) = 0;  // none once expired
    virtual void drop_session(std::string_view municipality, std::string_view token_hash) = 0;
    virtual void drop_expired_sessions(std::string_view municipality, Time now) = 0;

    virtual bool add_job(std::string_view municipality, const Job& job) = 0;  // false: there is one with that id
    // The free job that has waited longest (not_before, then id), now taken by the worker until then.
    virtual std::optional<Job> take_job(std::string_view municipality, std::string_view worker, Time now, Time until) = 0;
    // False when it is no longer that worker's: somebody else does it, or has done it.
    virtual bool finish_job(std::string_view municipality, std::string_view id, std::string_view worker, std::string_view outcome) = 0;

    // Makes what was erased or dropped unreadable in the files too, as far as the backend can, and gives room back.
    virtual void sweep() = 0;
};

}  // namespace styrkedja::store
