// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <unordered_map>

#include "app/entries.h"
#include "app/history.h"
#include "app/read_ahead.h"
#include "domain/state/fold.h"
#include "domain/state/stored.h"

namespace styrkedja::app {
namespace {

struct Place3 {
    int thing = 0;
    std::string id;
    int field = 0;
    friend auto operator<=>(const Place3&, const Place3&) = default;
};

// Fetches values of fields from the entries that set them, many at a time.
class Values {
  public:
    Values(store::Reader& store, std::string_view municipality) : store_(store), municipality_(municipality) {}

    void want(int thing, std::string_view id, int field, Version version) {
        Place3 place{thing, std::string(id), field};
        if (version == 0 || !histories_.try_emplace(place).second) return;
        wanted_[version].push_back(std::move(place));
    }

    // False: an entry isn't there or doesn't hold what it must.
    bool fetch() {
        bool whole = true;
        while (whole && !wanted_.empty()) {
            std::map<Version, std::vector<Place3>> round;
            round.swap(wanted_);
            std::vector<Version> versions;
            for (const auto& [version, places] : round) versions.push_back(version);
            std::size_t seen = 0;
            store_.log_rows(municipality_, versions, [&](const store::LogRow& row) {
                ++seen;
                return whole = take(row, round.at(row.version));
            });
            whole = whole && seen == versions.size();
        }
        return whole;
    }

    // Newest first; empty: the field had its default.
    const std::vector<Change>& history(int thing, std::string_view id, int field) const {
        static const std::vector<Change> none;
        auto found = histories_.find({thing, std::string(id), field});
        return found == histories_.end() ? none : found->second;
    }

  private:
    bool take(const store::LogRow& row, const std::vector<Place3>& places) {
        const std::size_t found_before = places.size();
        std::map<Place3, std::vector<Change>> found;
        for (const Place3& each : places) found.emplace(each, std::vector<Change>());
        log::EntryReader reader(row.entry, row.content);
        ChangeView change;
        Place3 place;
        while (reader.next(change)) {
            if (change.field == 0) continue;
            place.thing = change.thing;
            place.id.assign(change.id);
            place.field = change.field;
            if (auto it = found.find(place); it != found.end()) it->second.emplace_back(change);
        }
        if (reader.opened() != log::Opened::yes || found.size() != found_before) return false;
        for (auto& [at, changes] : found) {
            if (changes.empty()) return false;
            note(at, changes);
        }
        return true;
    }

    void note(const Place3& place, std::vector<Change>& changes) {
        std::vector<Change>& history = histories_[place];
        for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
            history.push_back(*it);
            if (it->kind == ChangeKind::set) return;
        }
        if (changes.front().replaces != 0) wanted_[changes.front().replaces].push_back(place);
    }

    store::Reader& store_;
    std::string_view municipality_;
    std::map<Place3, std::vector<Change>> histories_;
    std::map<Version, std::vector<Place3>> wanted_;
};

// What entries after the wanted version did to one thing, as far as it must be undone.
struct Touched {
    enum class Then : std::uint8_t { there, not_there } then = Then::there;   // at the wanted version
    bool stays = true;                      // is it the same thing all the way?
    std::map<int, Version> fields;          // what version each touched field had then
};

class Undo {
  public:
    Undo(store::Reader& store, const Known& from, Version to) : store_(store), from_(from), to_(to) {}

    // Null: the log doesn't hold what it must.
    KnownPtr run(Problems& problems) {
        if (!collect(problems)) return nullptr;
        Values values(store_, from_.municipality);
        for (const auto& [key, touched] : touched_) {
            for (const auto& [field, version] : touched.fields) {
                if (field != 0) values.want(key.first, key.second, field, version);
            }
        }
        if (!values.fetch()) {
            problems.add(log_problem("log_entry_is_damaged", from_.municipality, to_));
            return nullptr;
        }
        State state = from_.state;
        std::map<const Kind*, std::vector<Tree::Edit>> edits;
        for (const auto& [key, touched] : touched_) {
            if (const Kind* kind = kind_by_number(key.first)) edits[kind].push_back({key.second, as_it_was(*kind, key.second, touched, values)});
        }
        for (auto& [kind, list] : edits) kind->edit(state, std::move(list));
        const std::optional<store::LogRow> row = store_.log_row(from_.municipality, to_);
        if (!row) {
            problems.add(log_problem("log_has_a_hole", from_.municipality, to_));
            return nullptr;
        }
        return finished(std::move(state), *row);
    }

  private:
    struct Hash {
        std::size_t operator()(const std::pair<int, std::string>& key) const {
            return std::hash<std::string_view>()(key.second) * 31U + static_cast<std::size_t>(key.first);
        }
    };

    bool collect(Problems& problems) {
        bool whole = true;
        Standing standing{from_.municipality, to_, 0, {}, {}, false};
        read_ahead(store_, from_.municipality, to_, from_.version, [&](const store::LogRow& row) {
            log::EntryReader reader(row.entry, row.content);
            if (standing.hash.empty()) standing.hash = reader.head().previous;  // the first is where we come in
            whole = step(standing, row, reader, problems);
            ChangeView change;
            while (whole && reader.next(change)) note(change);
            return whole;
        });
        return whole;
    }

    void note(const ChangeView& change) {
        if (last_.first != change.thing || last_.second != change.id) {
            last_ = {change.thing, std::string(change.id)};
            auto [place, is_new] = touched_.try_emplace(last_);
            touched_last_ = &place->second;
            if (is_new && change.kind == ChangeKind::created) touched_last_->then = Touched::Then::not_there;
        }
        Touched& touched = *touched_last_;
        if (touched.then == Touched::Then::not_there || !touched.stays) return;
        if (change.kind == ChangeKind::ended) {
            touched.stays = false;
            unpack_versions(change.fields, [&](int field, Version version) {
                if (version <= to_) touched.fields.try_emplace(field, version);
            });
        } else if (change.replaces <= to_) {
            touched.fields.try_emplace(change.field, change.replaces);
        }
    }

    // Null: it wasn't there.
    std::shared_ptr<void> as_it_was(const Kind& kind, const std::string& id, const Touched& touched, const Values& values) const {
        if (touched.then == Touched::Then::not_there) return nullptr;
        const void* now = touched.stays ? kind.find(from_.state, id) : nullptr;
        std::shared_ptr<void> thing = now ? kind.copy(now) : kind.make();
        if (!now) kind.set_id(thing.get(), Id(id));
        for (const auto& [field, version] : touched.fields) put_field(kind, thing.get(), id, field, version, values);
        return thing;
    }

    static void put_field(const Kind& kind, void* thing, const std::string& id, int number, Version version,
                          const Values& values) {
        FieldVersions& versions = kind.versions(thing);
        if (number != 0) apply_history(kind, thing, number, values.history(number_of(kind), id, number));
        if (version == 0) versions.forget(number);
        else versions.set(number, version);
    }

    KnownPtr finished(State state, const store::LogRow& row) const {
        const log::EntryReader reader(row.entry, row.content);
        Table<Landmark> landmarks = from_.landmarks;
        std::vector<std::string> later;
        for (const Landmark& each : landmarks) {
            if (each.version > to_) later.push_back(each.id.str());
        }
        for (const std::string& each : later) landmarks.remove(each);
        return std::make_shared<const Known>(Known{from_.municipality, std::move(state), to_, reader.head().time, row.hash,
                                                   std::move(landmarks)});
    }

  public:
    // Gives the field the value that its history tells; the newest change stands first.
    static void apply_history(const Kind& kind, void* thing, int number, const std::vector<Change>& history) {
        const FieldInfo* field = field_by_number(kind, number);
        if (!field) return;
        Problems ignored;
        restore(kind, *field, thing, {});
        for (auto it = history.rbegin(); it != history.rend(); ++it) change_field(kind, thing, it->view(), 0, ignored);
    }

  private:
    store::Reader& store_;
    const Known& from_;
    Version to_;
    std::unordered_map<std::pair<int, std::string>, Touched, Hash> touched_;
    std::pair<int, std::string> last_;
    Touched* touched_last_ = nullptr;
};

}  // namespace

KnownPtr as_of(store::Reader& store, const KnownPtr& from, Version version, Problems& problems) {
    if (version >= from->version) return version == from->version ? from : follow(store, from, version, problems);
    // Near the beginning it is shorter to go forward; before it there is no entry to stand at.
    if (version == 0 || version < from->version / 3) return fold_all(store, from->municipality, version, problems);
    return Undo(store, *from, version).run(problems);
}

std::optional<std::string> field_at(store::Reader& store, const Known& known, int thing, std::string_view id, int number,
                                    Version version) {
    const Kind* kind = kind_by_number(thing);
    const FieldInfo* field = kind ? field_by_number(*kind, number) : nullptr;
    const void* now = field ? kind->find(known.state, id) : nullptr;
    if (!now) return std::nullopt;
    // Back through what each change replaced, to the one that held at the version.
    Version at = kind->versions_of(now).of(number);
    while (at > version) {
        const std::optional<store::LogRow> row = store.log_row(known.municipality, at);
        if (!row) return std::nullopt;
        log::EntryReader reader(row->entry, row->content);
        ChangeView change;
        Version before = 0;
        while (reader.next(change)) {
            if (change.thing != thing || change.id != id) continue;
            if (change.field == number) {
                before = change.replaces;
                break;
            }
        }
        at = std::min(before, at - 1);
    }
    Values values(store, known.municipality);
    values.want(thing, id, number, at);
    if (!values.fetch()) return std::nullopt;
    const std::shared_ptr<void> then = kind->make();
    Undo::apply_history(*kind, then.get(), number, values.history(thing, id, number));
    return stored_text(*field, then.get());
}

}  // namespace styrkedja::app
