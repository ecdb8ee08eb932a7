// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <atomic>
#include <thread>

#include "app/entries.h"
#include "app/history.h"
#include "app/read_ahead.h"
#include "base/bytes.h"
#include "domain/state/fold.h"
#include "domain/state/stored.h"
#include "log/snapshot.h"

namespace styrkedja::app {
namespace {

constexpr std::size_t most_bytes_in_call = 8U << 20U;

KnownPtr known_of(Standing standing, State state) {
    return std::make_shared<const Known>(Known{std::move(standing.municipality), std::move(state), standing.version,
                                               standing.time, std::move(standing.hash), std::move(standing.landmarks)});
}

Standing standing_of(const Known& known) {
    return {known.municipality, known.version, known.time, known.hash, known.landmarks, false};
}

// Applies the entries after where it stands, each change by `apply`. False: see problems.
template <class Apply>
bool read_on(store::Reader& store, Standing& standing, Version to, Problems& problems, const Apply& apply) {
    bool whole = true;
    const std::string municipality = standing.municipality;
    read_ahead(store, municipality, standing.version, to, [&](const store::LogRow& row) {
        log::EntryReader reader(row.entry, row.content);
        whole = step(standing, row, reader, problems);
        ChangeView change;
        while (whole && reader.next(change)) whole = apply(change, row.version);
        if (whole && reader.opened() != log::Opened::yes) {
            problems.add(log_problem("log_entry_is_damaged", standing.municipality, row.version));
            whole = false;
        }
        return whole;
    });
    if (whole && standing.version < to) {
        problems.add(log_problem("log_has_a_hole", standing.municipality, standing.version + 1));
        problems.each().back().args.emplace_back("found", std::to_string(to));
        whole = false;
    }
    return whole;
}

std::string landmarks_text(const Table<Landmark>& landmarks) {
    std::string text;
    for (const Landmark& each : landmarks) {
        put_text(text, each.id.str());
        put_number(text, each.version);
        put_number(text, static_cast<std::uint64_t>(each.time));
        put_number(text, static_cast<std::uint64_t>(each.kind));
        put_text(text, each.decision);
        put_text(text, each.about);
        put_text(text, each.blob);
    }
    return text;
}

bool read_landmarks(std::string_view text, Table<Landmark>& landmarks) {
    ByteReader reader(text);
    std::vector<Landmark> list;
    while (reader.ok() && !reader.at_end()) {
        Landmark& each = list.emplace_back();
        each.id = Id(std::string(reader.text()));
        each.version = reader.number();
        each.time = static_cast<store::Time>(reader.number());
        each.kind = static_cast<EntryKind>(reader.number());
        each.decision = reader.text();
        each.about = reader.text();
        each.blob = reader.text();
    }
    landmarks = Table<Landmark>::from(std::move(list));
    return reader.ok();
}

// Parts are read one after the other and understood by two threads.
class PartsReader {
  public:
    PartsReader(store::Reader& store, const log::Manifest& manifest)
        : store_(store), manifest_(manifest), bytes_(manifest.parts.size()), things_(manifest.parts.size()) {}

    bool read() {
        std::vector<std::thread> helpers;
        for (int i = 0; i < 2; ++i) helpers.emplace_back([this] { understand(); });
        try {
            fetch();
        } catch (...) {
            whole_ = false;
            fetched_ = bytes_.size();
            fetched_.notify_all();
            for (std::thread& each : helpers) each.join();
            throw;
        }
        for (std::thread& each : helpers) each.join();
        return whole_;
    }

    State state() {
        State state;
        std::size_t from = 0;
        while (from < things_.size()) {
            const int kind = manifest_.parts[from].kind;
            log::Things all;
            for (; from < things_.size() && manifest_.parts[from].kind == kind; ++from) {
                all.insert(all.end(), std::make_move_iterator(things_[from].begin()), std::make_move_iterator(things_[from].end()));
            }
            kind_by_number(kind)->fill(state, std::move(all));
        }
        return state;
    }

  private:
    void fetch() {
        for (std::size_t i = 0; i < bytes_.size() && whole_; ++i) {
            for (std::size_t next = next_; next + most_ahead < i && whole_; next = next_) next_.wait(next);
            std::optional<store::Blob> blob = store_.blob(manifest_.municipality, manifest_.parts[i].hash);
            if (blob && !blob->erased) bytes_[i] = std::move(blob->bytes);
            fetched_ = i + 1;
            fetched_.notify_all();
        }
        fetched_ = bytes_.size();
        fetched_.notify_all();
    }
    void understand() {
        for (std::size_t i = next_++; i < bytes_.size(); i = next_++) {
            next_.notify_all();
            for (std::size_t there = fetched_; there <= i; there = fetched_) fetched_.wait(there);
            if (!whole_) return;
            if (!log::read_part(manifest_.parts[i].hash, bytes_[i], manifest_.parts[i].kind, things_[i])) give_up();
            std::string().swap(bytes_[i]);   // assigning an empty one would keep the room
        }
    }

    void give_up() {
        whole_ = false;
        next_ = bytes_.size();
        next_.notify_all();
    }

    static constexpr std::size_t most_ahead = 8;   // parts that are read and not yet understood

    store::Reader& store_;
    const log::Manifest& manifest_;
    std::vector<std::string> bytes_;
    std::vector<log::Things> things_;
    std::atomic<std::size_t> fetched_ = 0, next_ = 0;
    std::atomic<bool> whole_ = true;
};

// Null: it can't be used, and is as good as not there.
KnownPtr read_snapshot(store::Reader& store, std::string_view municipality, const store::Snapshot& snapshot) {
    log::Manifest manifest;
    if (snapshot.fold != fold_version || !log::read_manifest(snapshot.manifest, manifest)) return nullptr;
    if (manifest.municipality != municipality || manifest.version != snapshot.version) return nullptr;
    const std::optional<store::LogRow> row = store.log_row(municipality, snapshot.version);
    if (!row || row->hash != manifest.hash) return nullptr;
    Standing standing{manifest.municipality, manifest.version, manifest.time, manifest.hash, {}, false};
    PartsReader parts(store, manifest);
    if (!read_landmarks(manifest.landmarks, standing.landmarks) || !parts.read()) return nullptr;
    return known_of(std::move(standing), parts.state());
}

// Null with nothing told: an erasure lies after it, so that it may hold what is gone.
KnownPtr go_on(store::Reader& store, const Known& from, Version to, Problems& problems) {
    Standing standing = standing_of(from);
    State state = from.state;
    bool whole = false;
    {
        Continuation continuation(state);
        whole = read_on(store, standing, to, problems, [&](const ChangeView& change, Version version) {
            return continuation.apply(change, version, problems);
        });
    }
    if (!whole || standing.erased) return nullptr;
    return known_of(std::move(standing), std::move(state));
}

// Also of one that has come since.
Version newest_erasure(store::Reader& store, const Known& known) {
    Version newest = app::newest_erasure(known.landmarks);
    store.read_log(known.municipality, known.version, store.head(known.municipality), [&](const store::LogRow& row) {
        if (log::EntryReader(row.entry, row.content).head().kind == EntryKind::erasure) newest = row.version;
        return true;
    });
    return newest;
}

}  // namespace

KnownPtr fold_all(store::Reader& store, std::string_view municipality, Version to, Problems& problems) {
    Fold fold;
    Standing standing{std::string(municipality), 0, 0, {}, {}, false};
    const bool whole = read_on(store, standing, to, problems, [&](const ChangeView& change, Version version) {
        return fold.apply(change, version, problems);
    });
    return whole ? known_of(std::move(standing), fold.take()) : nullptr;
}

KnownPtr load(store::Reader& store, std::string_view municipality, Problems& problems) {
    const Version head = store.head(municipality);
    for (const store::Snapshot& each : store.snapshots(municipality)) {
        if (each.version > head) continue;
        const KnownPtr from = read_snapshot(store, municipality, each);
        if (!from) continue;
        if (from->version == head) return from;
        const std::size_t before = problems.size();
        if (KnownPtr now = go_on(store, *from, head, problems)) return now;
        if (problems.size() > before) return nullptr;
        break;
    }
    return fold_all(store, municipality, head, problems);
}

KnownPtr follow(store::Reader& store, const KnownPtr& from, Version to, Problems& problems) {
    const Version head = to == 0 ? store.head(from->municipality) : to;
    if (head <= from->version) return from;
    const std::size_t before = problems.size();
    KnownPtr now = go_on(store, *from, head, problems);
    return now || problems.size() > before ? now : fold_all(store, from->municipality, head, problems);
}

void write_snapshot(store::Store& store, const Known& known) {
    log::Manifest manifest{known.municipality, known.version, known.time, known.hash, {}, landmarks_text(known.landmarks)};
    // Each call waits for the disk: many parts go together.
    std::vector<store::Blob> portion;
    std::size_t bytes = 0;
    auto put = [&] {
        if (!portion.empty()) store.put_blobs(known.municipality, portion);
        portion.clear();
        bytes = 0;
    };
    log::write_parts(known.state, [&](log::SnapshotPart&& part) {
        manifest.parts.push_back({part.kind, part.hash});
        bytes += part.bytes.size();
        portion.push_back({std::move(part.hash), "snapshot", std::move(part.bytes), false});
        if (bytes >= most_bytes_in_call) put();
    });
    put();
    store.put_snapshot(known.municipality, {known.version, fold_version, log::write_manifest(manifest)});
    // What others have erased meanwhile, or who erased and was stopped before the old snapshots were gone.
    drop_old_snapshots(store, known.municipality, 2, newest_erasure(store, known));
}

void drop_old_snapshots(store::Store& store, std::string_view municipality, std::size_t keep, Version not_before) {
    std::vector<std::string> used, unused;
    std::size_t kept = 0;
    for (const store::Snapshot& each : store.snapshots(municipality)) {
        log::Manifest manifest;
        if (kept == keep || each.version < not_before || !log::read_manifest(each.manifest, manifest)) {
            store.drop_snapshot(municipality, each.version);
            continue;
        }
        ++kept;
        for (const auto& part : manifest.parts) used.push_back(part.hash);
    }
    std::sort(used.begin(), used.end());
    for (const store::BlobInfo& each : store.blobs(municipality)) {
        if (each.use == "snapshot" && !std::binary_search(used.begin(), used.end(), each.hash)) unused.push_back(each.hash);
    }
    store.drop_blobs(municipality, unused);
}

void drop_snapshots_of_other_folds(store::Store& store, std::string_view municipality) {
    for (const store::Snapshot& each : store.snapshots(municipality)) {
        if (each.fold != fold_version) store.drop_snapshot(municipality, each.version);
    }
    drop_old_snapshots(store, municipality, 2);   // and the parts that only they used
}

}  // namespace styrkedja::app
