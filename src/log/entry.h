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
    std::uint64_t changes = 0;
};

enum class Opened : std::uint8_t { yes, too_new, damaged };

// Reads one entry: its head at once, its changes one by one.
class EntryReader {
  public:
    EntryReader(std::string_view entry, std::string_view content);

    Opened opened() const { return opened_; }
    const EntryView& head() const { return head_; }
    // The next change; false after the last, or where the bytes end too early: then opened() is damaged.
    bool next(ChangeView& change);
    // After the changes (they are read to the end if need be).
    bool erasures(std::vector<ErasedSlot>& slots, std::vector<std::string>& blobs);

    // For verification: the slot that was read last, and what the sealed bytes say of it.
    struct Slot {
        std::uint64_t number = 0;
        bool erased = false;
        std::string_view salt, value, digest;
    };
    // See is called for each slot as it is read: actor, reason, then values. Set before reading, by this constructor.
    EntryReader(std::string_view entry, std::string_view content, std::function<void(const Slot&)> see);

  private:
    void open();
    std::string_view slot(std::string_view digest, bool& erased);
    void damaged();

    ByteReader entry_, content_;
    EntryView head_;
    Opened opened_ = Opened::yes;
    std::uint64_t read_ = 0, slots_ = 0, expected_slots_ = 0;
    int thing_ = 0;              // a change of the same thing as the one before doesn't repeat which
    std::string_view id_;
    std::function<void(const Slot&)> see_;
};

// The whole of it, owned.
Opened open_entry(std::string_view entry, std::string_view content, Entry& result);

// The content without those slots: salts and values gone, the rest as it was.
std::string without_slots(std::string_view content, std::span<const std::uint64_t> slots);

}  // namespace styrkedja::log
