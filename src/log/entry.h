// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "domain/state/change.h"
#include "log/digest.h"
#include "log/upcast.h"

// How an entry lies in the store (docs/log-format.md): two strings of bytes. The sealed one is hashed as it is
// written and never encoded anew; it holds the hash of the entry before, what was changed, and a salted digest of
// each value, of the actor and of the reason. The content holds the values and their salts, each of which a logged
// erasure can empty without the chain breaking.
namespace styrkedja::log {

// The form of what is written now. An entry says its own; older forms are raised when read (upcast.h), a newer one
// is refused.
inline constexpr std::uint32_t model_version = 1;

struct Sealed {
    std::string entry, hash, content;
};

// Of a whole entry. `previous` is the hash of the entry before it; empty for the first.
Sealed seal(const Entry& entry, std::string_view previous, const Salts& salts);

// An entry that is read: texts are lent, and lie in the bytes that were given.
struct EntryView {
    std::string_view municipality, command, decision, about, blob, previous;
    Version version = 0;
    std::int64_t time = 0;
    std::uint32_t model = 0;
    EntryKind kind = EntryKind::edit;
    std::string_view actor, reason;
    bool actor_erased = false, reason_erased = false;
    std::uint64_t changes = 0;   // as they were written; raised to today's model they may be more or fewer
};

enum class Opened : std::uint8_t { yes, too_new, damaged };

// Which model the changes are raised to, and by which steps. What tests make up.
struct Today {
    std::uint32_t model = model_version;
    std::span<const Upcast> steps = upcasts();
};

// Reads one entry: its head at once, its changes one by one. What an older model wrote is raised to today's.
class EntryReader {
  public:
    EntryReader(std::string_view entry, std::string_view content, const Today& today = {});

    Opened opened() const { return opened_; }
    const EntryView& head() const { return head_; }
    // The next change, lent until the next is asked for; false after the last, or where the bytes end too early:
    // then opened() is damaged.
    bool next(ChangeView& change);
    // The slot of the value of the change that next gave last; 0 where it has none. Changes that one was raised to
    // have its slot.
    std::uint64_t slot() const { return slot_; }
    // After the changes (they are read to the end if need be).
    bool erasures(std::vector<ErasedSlot>& slots, std::vector<std::string>& blobs);

    // For verification: the slot that was read last, and what the sealed bytes say of it.
    struct Slot {
        std::uint64_t number = 0;
        bool erased = false;
        std::string_view salt, value, digest;
    };
    // See is called for each slot as it is read: actor, reason, then values. Set before reading, by this constructor.
    // The changes are as they were written, not raised.
    EntryReader(std::string_view entry, std::string_view content, std::function<void(const Slot&)> see);

  private:
    void open();
    bool written(ChangeView& change);
    bool raised_change(ChangeView& change);
    std::string_view slot(std::string_view digest, bool& erased);
    void damaged();

    ByteReader entry_, content_;
    EntryView head_;
    Opened opened_ = Opened::yes;
    std::uint64_t read_ = 0, slots_ = 0, expected_slots_ = 0, slot_ = 0;
    int thing_ = 0;              // a change of the same thing as the one before doesn't repeat which
    std::string_view id_;
    std::function<void(const Slot&)> see_;
    Today today_;
    std::vector<Change> raised_; // of the change written last, those that are to be given yet, from raised_at_
    std::size_t raised_at_ = 0;
};

// The whole of it, owned.
Opened open_entry(std::string_view entry, std::string_view content, Entry& result);

// The content without those slots: salts and values gone, the rest as it was. Content that is damaged is given back
// as it is.
std::string without_slots(std::string_view content, std::span<const std::uint64_t> slots);

}  // namespace styrkedja::log
