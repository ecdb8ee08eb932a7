// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/state/version.h"

namespace styrkedja {

// What can happen to a thing. The numbers are permanent: they stand in logs.
enum class ChangeKind : std::uint8_t {
    created = 1,   // the thing is there from now on, with defaults
    set = 2,       // a field has another value
    linked = 3,    // a list of ids or tags has one more, last
    unlinked = 4,  // a list of ids or tags has one less
    ended = 5,     // the thing is there no longer; the log goes on knowing it
};

// One change as the log tells it, lent: small and typed. Kinds of things and fields are named by their permanent
// numbers (describe.h), things by their ids; the pack's head goes by head_id.
struct ChangeView {
    ChangeKind kind = ChangeKind::set;
    int thing = 0;             // number of the thing's kind
    std::string_view id;
    int field = 0;             // 0: the thing itself (created, ended)
    Version replaces = 0;      // when that field (ended: the thing) was last changed; 0 = never: it had its default
    std::string_view value;    // set: the field's text (stored_text), empty = the default; linked, unlinked: one element
    bool erased = false;       // the value was emptied by a logged erasure: it reads erased_text
    std::string_view fields;   // ended: when each field was last changed, as pack_versions writes it
};

struct Change {
    ChangeKind kind = ChangeKind::set;
    int thing = 0;
    std::string id;
    int field = 0;
    Version replaces = 0;
    std::string value;
    bool erased = false;
    std::string fields;

    Change() = default;
    Change(ChangeKind what, int of, std::string whose, int in = 0, Version before = 0, std::string now = {})
        : kind(what), thing(of), id(std::move(whose)), field(in), replaces(before), value(std::move(now)) {}
    explicit Change(const ChangeView& view)
        : kind(view.kind), thing(view.thing), id(view.id), field(view.field), replaces(view.replaces),
          value(view.value), erased(view.erased), fields(view.fields) {}
    ChangeView view() const { return {kind, thing, id, field, replaces, value, erased, fields}; }
    friend bool operator==(const Change&, const Change&) = default;
};

inline constexpr std::string_view head_id = "pack";
inline constexpr std::string_view erased_text = "[gallrad]";

// What an entry of the log came from. The numbers are permanent.
enum class EntryKind : std::uint8_t {
    edit = 1,       // a person's command
    import = 2,     // a pack's
    take_back = 3,  // the inverse of an earlier entry
    decision = 4,   // names the version before it: "as it was when the council decided"; it has no changes
    erasure = 5,    // empties values of earlier entries, by decision; it has no changes
};

// A value in the log that an erasure empties: of an entry, the n-th of its slots (slot_of_actor ...).
struct ErasedSlot {
    Version version = 0;
    std::uint64_t slot = 0;
    friend bool operator==(const ErasedSlot&, const ErasedSlot&) = default;
};
inline constexpr std::uint64_t slot_of_actor = 0, slot_of_reason = 1, first_value_slot = 2;

// One entry of a municipality's log: what one command did, whole or not at all. Its place is a version of the state.
struct Entry {
    std::string municipality;
    Version version = 0;
    std::int64_t time = 0;       // milliseconds since 1970-01-01 UTC; never before that of the entry before
    std::string command;         // the client's id for the command
    EntryKind kind = EntryKind::edit;
    std::string actor;           // who, as the directory or the operator names them; may be erased
    std::string reason;          // why, in the person's words; may be erased
    std::string decision;        // "KF 2025-12-16 § 210": a reference that is public and stays
    std::string about;           // import: the pack's name; take_back: the version; decision: its name
    std::string blob;            // import: hash of the pack as it was read (the base of the next merge)
    std::vector<ErasedSlot> erased;      // erasure: what
    std::vector<std::string> erased_blobs;
    std::vector<Change> changes;
};

}  // namespace styrkedja
