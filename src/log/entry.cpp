// SPDX-License-Identifier: EUPL-1.2
#include "log/entry.h"

#include <algorithm>

namespace styrkedja::log {
namespace {

constexpr std::uint64_t format_of_bytes = 1;
constexpr std::uint64_t same_thing = 8;      // added to a change's kind: of the thing of the change before
constexpr char present = 1, emptied = 0;     // a slot of the content

bool has_value(ChangeKind kind) {
    return kind == ChangeKind::set || kind == ChangeKind::linked || kind == ChangeKind::unlinked;
}

class Sealer {
  public:
    explicit Sealer(const Salts& salts, std::size_t slots) : salts_(salts(slots * salt_size)) {
        put_number(content_, format_of_bytes);
        put_number(content_, slots);
    }

    // Into the content; gives the digest for the sealed bytes.
    std::string slot(std::string_view value) {
        const std::string_view salt = std::string_view(salts_).substr(used_, salt_size);
        used_ += salt_size;
        content_ += present;
        content_ += salt;
        put_text(content_, value);
        return salted_digest(salt, value);
    }
    std::string take() { return std::move(content_); }

  private:
    std::string salts_, content_;
    std::size_t used_ = 0;
};

void put_change(std::string& bytes, Sealer& sealer, const Change& change, const Change* before) {
    const bool same = before && before->thing == change.thing && before->id == change.id;
    put_number(bytes, static_cast<std::uint64_t>(change.kind) + (same ? same_thing : 0));
    if (!same) {
        put_number(bytes, static_cast<std::uint64_t>(change.thing));
        put_text(bytes, change.id);
    }
    if (has_value(change.kind)) {
        put_number(bytes, static_cast<std::uint64_t>(change.field));
        put_number(bytes, change.replaces);
        bytes += sealer.slot(change.value);
    } else if (change.kind == ChangeKind::ended) {
        put_number(bytes, change.replaces);
        put_text(bytes, change.fields);
    }
}

}  // namespace

Sealed seal(const Entry& entry, std::string_view previous, const Salts& salts) {
    std::size_t slots = first_value_slot;
    for (const Change& each : entry.changes) slots += has_value(each.kind) ? 1 : 0;
    Sealer sealer(salts, slots);
    std::string bytes;
    put_number(bytes, format_of_bytes);
    put_number(bytes, model_version);
    put_text(bytes, previous);
    put_text(bytes, entry.municipality);
    put_number(bytes, entry.version);
    put_number(bytes, static_cast<std::uint64_t>(entry.time));
    put_text(bytes, entry.command);
    put_number(bytes, static_cast<std::uint64_t>(entry.kind));
    put_text(bytes, entry.decision);
    put_text(bytes, entry.about);
    put_text(bytes, entry.blob);
    bytes += sealer.slot(entry.actor);
    bytes += sealer.slot(entry.reason);
    put_number(bytes, entry.changes.size());
    const Change* before = nullptr;
    for (const Change& each : entry.changes) {
        put_change(bytes, sealer, each, before);
        before = &each;
    }
    put_number(bytes, entry.erased.size());
    for (const ErasedSlot& each : entry.erased) {
        put_number(bytes, each.version);
        put_number(bytes, each.slot);
    }
    put_number(bytes, entry.erased_blobs.size());
    for (const std::string& each : entry.erased_blobs) put_text(bytes, each);
    std::string hash = hash_of(bytes);
    return {std::move(bytes), std::move(hash), sealer.take()};
}

EntryReader::EntryReader(std::string_view entry, std::string_view content, const Today& today)
    : entry_(entry), content_(content), today_(today) {
    open();
}

EntryReader::EntryReader(std::string_view entry, std::string_view content, std::function<void(const Slot&)> see)
    : entry_(entry), content_(content), see_(std::move(see)), today_{model_version, {}} {
    open();
}

void EntryReader::damaged() { opened_ = Opened::damaged; }

void EntryReader::open() {
    const std::uint64_t format = entry_.number();
    head_.model = static_cast<std::uint32_t>(entry_.number());
    if (entry_.ok() && (format > format_of_bytes || head_.model > today_.model)) {
        opened_ = Opened::too_new;
        return;
    }
    head_.previous = entry_.text();
    head_.municipality = entry_.text();
    head_.version = entry_.number();
    head_.time = static_cast<std::int64_t>(entry_.number());
    head_.command = entry_.text();
    const std::uint64_t kind = entry_.number();
    head_.kind = static_cast<EntryKind>(kind);
    head_.decision = entry_.text();
    head_.about = entry_.text();
    head_.blob = entry_.text();
    if (content_.number() != format_of_bytes) return damaged();
    const std::uint64_t slots = expected_slots_ = content_.number();
    head_.actor = slot(entry_.bytes(hash_size), head_.actor_erased);
    head_.reason = slot(entry_.bytes(hash_size), head_.reason_erased);
    head_.changes = entry_.number();
    const bool known = kind >= 1 && kind <= static_cast<std::uint64_t>(EntryKind::erasure);
    if (!entry_.ok() || !content_.ok() || !known || slots < first_value_slot) damaged();
}

// The next slot of the content. What was emptied reads erased_text.
std::string_view EntryReader::slot(std::string_view digest, bool& erased) {
    const std::string_view state = content_.bytes(1);
    erased = !state.empty() && state.front() == emptied;
    Slot read{slots_++, erased, {}, {}, digest};
    if (!erased) {
        read.salt = content_.bytes(salt_size);
        read.value = content_.text();
    }
    if (!content_.ok() || !entry_.ok() || (!erased && state.front() != present)) {
        damaged();
        return {};
    }
    if (see_) see_(read);
    return erased ? erased_text : read.value;
}

bool EntryReader::next(ChangeView& change) {
    return head_.model == today_.model || today_.steps.empty() ? written(change) : raised_change(change);
}

bool EntryReader::raised_change(ChangeView& change) {
    while (raised_at_ == raised_.size()) {
        if (!written(change)) return false;
        raised_ = raised(Change(change), head_.model, today_.model, today_.steps);
        raised_at_ = 0;
    }
    change = raised_[raised_at_++].view();
    return true;
}

bool EntryReader::written(ChangeView& change) {
    if (opened_ != Opened::yes || read_ == head_.changes) return false;
    ++read_;
    std::uint64_t kind = entry_.number();
    if (kind < same_thing) {
        thing_ = static_cast<int>(entry_.number() & 0xFFFFU);
        id_ = entry_.text();
    } else {
        kind -= same_thing;
    }
    if (kind > static_cast<std::uint64_t>(ChangeKind::ended)) kind = 0;
    change = ChangeView();
    slot_ = 0;
    change.kind = static_cast<ChangeKind>(kind);
    change.thing = thing_;
    change.id = id_;
    if (has_value(change.kind)) {
        change.field = static_cast<int>(entry_.number() & 0xFFFU);
        change.replaces = entry_.number();
        slot_ = slots_;
        change.value = slot(entry_.bytes(hash_size), change.erased);
    } else if (change.kind == ChangeKind::ended) {
        change.replaces = entry_.number();
        change.fields = entry_.text();
    } else if (change.kind != ChangeKind::created) {
        damaged();
    }
    if (!entry_.ok()) damaged();
    return opened_ == Opened::yes;
}

bool EntryReader::erasures(std::vector<ErasedSlot>& slots, std::vector<std::string>& blobs) {
    ChangeView skipped;
    while (written(skipped)) {}
    if (opened_ != Opened::yes) return false;
    for (std::uint64_t left = entry_.number(); left > 0 && entry_.ok(); --left) {
        const Version version = entry_.number();
        slots.push_back({version, entry_.number()});
    }
    for (std::uint64_t left = entry_.number(); left > 0 && entry_.ok(); --left) blobs.emplace_back(entry_.text());
    if (!entry_.ok() || !entry_.at_end() || !content_.at_end() || slots_ != expected_slots_) damaged();
    return opened_ == Opened::yes;
}

Opened open_entry(std::string_view entry, std::string_view content, Entry& result) {
    EntryReader reader(entry, content);
    const EntryView& head = reader.head();
    result = Entry();
    if (reader.opened() != Opened::yes) return reader.opened();
    result.municipality = head.municipality;
    result.version = head.version;
    result.time = head.time;
    result.command = head.command;
    result.kind = head.kind;
    result.actor = head.actor;
    result.reason = head.reason;
    result.decision = head.decision;
    result.about = head.about;
    result.blob = head.blob;
    ChangeView change;
    while (reader.next(change)) result.changes.emplace_back(change);
    reader.erasures(result.erased, result.erased_blobs);
    return reader.opened();
}

std::string without_slots(std::string_view content, std::span<const std::uint64_t> slots) {
    ByteReader reader(content);
    std::string rest;
    put_number(rest, reader.number());
    const std::uint64_t count = reader.number();
    put_number(rest, count);
    for (std::uint64_t slot = 0; slot < count && reader.ok(); ++slot) {
        const std::string_view state = reader.bytes(1);
        if (state.empty() || state.front() == emptied) {
            rest += emptied;
            continue;
        }
        const std::string_view salt = reader.bytes(salt_size), value = reader.text();
        if (std::find(slots.begin(), slots.end(), slot) != slots.end()) {
            rest += emptied;
            continue;
        }
        rest += present;
        rest += salt;
        put_text(rest, value);
    }
    return reader.ok() && reader.at_end() ? rest : std::string(content);
}

}  // namespace styrkedja::log
