// SPDX-License-Identifier: EUPL-1.2
#include "log/chain.h"

#include <algorithm>
#include <tuple>

#include "domain/state/stored.h"

namespace styrkedja::log {
namespace {

bool before(const ErasedSlot& a, const ErasedSlot& b) {
    return std::tie(a.version, a.slot) < std::tie(b.version, b.slot);
}

std::string shown(std::string_view hash) { return hash.empty() ? "-" : hex(hash); }

}  // namespace

std::string entity_of(const ChangeView& change) {
    const Kind* kind = kind_by_number(change.thing);
    return (kind ? std::string(kind->info->key) : std::to_string(change.thing)) + "/" + std::string(change.id);
}

std::string field_of(const ChangeView& change) {
    const Kind* kind = kind_by_number(change.thing);
    const FieldInfo* field = kind ? field_by_number(*kind, change.field) : nullptr;
    if (field) return std::string(field->key);
    return change.field == 0 ? std::string() : std::to_string(change.field);
}

void Verifier::add(std::string_view code, Problems& problems, std::vector<std::pair<std::string_view, std::string>> args,
                   std::string_view entity, std::string_view field) const {
    args.insert(args.begin(), {{"municipality", municipality_}, {"version", std::to_string(version_)}});
    Place place;
    place.entity = entity;
    place.field = field;
    problems.add(code, Severity::error, std::move(place), std::move(args));
}

void Verifier::entry(Version version, std::string_view command, std::string_view entry, std::string_view hash,
                     std::string_view content, Problems& problems) {
    const bool follows = in_order(version, problems);
    const bool holds = hashed(entry, hash, problems);
    seen_.clear();
    EntryReader reader(entry, content, [this](const EntryReader::Slot& slot) {
        const bool fits = !slot.erased && digest_fits(slot.digest, slot.salt, slot.value);
        if (!fits) seen_.push_back({slot.number, slot.erased});
    });
    if (reader.opened() == Opened::too_new) {
        add("log_entry_is_too_new", problems, {{"model", std::to_string(reader.head().model)}, {"known", std::to_string(model_version)}});
    } else if (reader.opened() == Opened::yes) {
        if (follows && holds) previous(reader.head().previous, problems);
        head(reader.head(), command, holds, problems);
        values(reader, problems);
    }
    if (reader.opened() == Opened::damaged && holds) add("log_entry_is_damaged", problems);
}

bool Verifier::in_order(Version version, Problems& problems) {
    const Version expected = version_ + 1;
    const Version last = version_;
    version_ = version;
    ++entries_;
    if (version == expected) return true;
    if (version > expected) {
        add("log_has_a_hole", problems, {{"expected", std::to_string(expected)}, {"last_missing", std::to_string(version - 1)}});
    } else {
        add("log_entry_is_out_of_order", problems, {{"after", std::to_string(last)}});
    }
    return false;
}

// Both the hash that the bytes have and the one that stands in the row are kept: when they differ, that is told once,
// and the next entry may follow either of them.
bool Verifier::hashed(std::string_view entry, std::string_view hash, Problems& problems) {
    previous_.swap(hash_);
    previous_stored_.swap(stored_hash_);
    hash_ = hash_of(entry);
    stored_hash_.assign(hash);
    if (hash_ == hash) return true;
    add("log_hash_differs", problems, {{"hash", shown(hash_)}, {"stored", shown(hash)}});
    return false;
}

void Verifier::previous(std::string_view sealed, Problems& problems) {
    if (sealed == previous_ || sealed == previous_stored_) return;
    add("log_previous_differs", problems, {{"previous", shown(sealed)}, {"hash", shown(previous_)}});
}

void Verifier::head(const EntryView& head, std::string_view command, bool holds, Problems& problems) {
    auto same = [&](std::string_view what, std::string_view row, std::string_view sealed) {
        if (row == sealed) return;
        add("log_row_differs", problems, {{"what", std::string(what)}, {"row", std::string(row)}, {"sealed", std::string(sealed)}});
    };
    if (head.version != version_) same("version", std::to_string(version_), std::to_string(head.version));
    same("municipality", municipality_, head.municipality);
    same("command", command, head.command);
    if (!holds) return;   // what else such bytes say is not to be measured against
    if (head.time < time_) add("log_time_goes_backwards", problems);
    time_ = head.time;
    if (!head.blob.empty()) blobs_.push_back({version_, std::string(head.blob)});
}

void Verifier::values(EntryReader& reader, Problems& problems) {
    if (!seen_.empty()) named(nullptr, problems);
    ChangeView change;
    while (reader.next(change)) {
        if (!seen_.empty()) named(&change, problems);
    }
    erasures(reader, problems);
}

// The slots that were seen with the change (null: with the head) and are empty, or don't fit.
void Verifier::named(const ChangeView* change, Problems& problems) {
    for (const Seen& each : seen_) {
        std::string entity = change ? entity_of(*change) : std::string();
        std::string field = change ? field_of(*change) : each.slot == slot_of_actor ? "actor" : "reason";
        if (each.erased) {
            empty_.push_back({{version_, each.slot}, std::move(entity), std::move(field), 0, {}});
        } else {
            add("log_value_differs", problems, {{"slot", std::to_string(each.slot)}}, entity, field);
        }
    }
    seen_.clear();
}

void Verifier::erasures(EntryReader& reader, Problems& problems) {
    std::vector<ErasedSlot> slots;
    std::vector<std::string> blobs;
    if (!reader.erasures(slots, blobs) || (slots.empty() && blobs.empty())) return;
    const std::string decision(reader.head().decision);
    if (decision.empty()) add("log_erasure_has_no_decision", problems);
    for (const ErasedSlot& each : slots) {
        const bool later = each.version >= version_;   // nothing was there to erase yet
        if (later) not_erased({each, version_, decision}, problems);
        else erasures_.push_back({each, version_, decision});
    }
    for (std::string& each : blobs) erased_blobs_.push_back({std::move(each), version_, decision});
}

void Verifier::not_erased(const Erasure& erasure, Problems& problems) const {
    add("log_value_is_not_erased", problems,
        {{"of", std::to_string(erasure.slot.version)}, {"slot", std::to_string(erasure.slot.slot)},
         {"by", std::to_string(erasure.by)}, {"decision", erasure.decision}});
}

void Verifier::end(Problems& problems) {
    auto by_slot = [](const auto& a, const auto& b) { return before(a.slot, b.slot); };
    std::sort(empty_.begin(), empty_.end(), by_slot);
    std::stable_sort(erasures_.begin(), erasures_.end(), by_slot);   // of one slot the first erasure counts
    auto erasure = erasures_.begin();
    for (Erased& each : empty_) {
        for (; erasure != erasures_.end() && before(erasure->slot, each.slot); ++erasure) not_erased(*erasure, problems);
        if (erasure == erasures_.end() || erasure->slot != each.slot) {
            add("log_value_is_missing", problems,
                {{"of", std::to_string(each.slot.version)}, {"slot", std::to_string(each.slot.slot)}}, each.entity, each.field);
            continue;
        }
        each.by = erasure->by;
        each.decision = erasure->decision;
        while (erasure != erasures_.end() && erasure->slot == each.slot) ++erasure;
        erased_.push_back(std::move(each));
    }
    for (; erasure != erasures_.end(); ++erasure) not_erased(*erasure, problems);
    empty_.clear();
}

}  // namespace styrkedja::log
