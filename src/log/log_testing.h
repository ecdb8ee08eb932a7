// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "log/chain.h"

// Small logs for tests, the same from the same seed on every machine.
namespace styrkedja::log::testing {

// Numbers that follow from a seed alone (SplitMix64).
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::uint64_t below(std::uint64_t end) { return end == 0 ? 0 : next() % end; }

    std::string bytes(std::size_t length) {
        std::string made(length, '\0');
        for (char& each : made) each = static_cast<char>(next() & 0xFFU);
        return made;
    }
    std::string any_bytes(std::size_t at_most) { return bytes(below(at_most + 1)); }

  private:
    std::uint64_t state_;
};

inline Salts salts_of(Numbers& numbers) {
    return [&numbers](std::size_t bytes) { return numbers.bytes(bytes); };
}

struct Row {
    Version version = 0;
    std::string command, entry, hash, content;
};

inline Change random_change(Numbers& numbers) {
    Change change;
    change.kind = static_cast<ChangeKind>(1 + numbers.below(5));
    change.thing = static_cast<int>(1 + numbers.below(50));
    change.id = numbers.any_bytes(12);
    if (change.kind == ChangeKind::ended) {
        change.replaces = numbers.below(1000);
        change.fields = numbers.any_bytes(9);
    } else if (change.kind != ChangeKind::created) {
        change.field = static_cast<int>(numbers.below(4096));
        change.replaces = numbers.next() >> numbers.below(64);
        change.value = numbers.any_bytes(40);
    }
    return change;
}

// Every field holds any bytes. Changes of one thing often stand together, as they do in logs.
inline Entry random_entry(Numbers& numbers, std::string municipality, Version version, std::int64_t time) {
    Entry entry;
    entry.municipality = std::move(municipality);
    entry.version = version;
    entry.time = time;
    entry.command = numbers.bytes(1 + numbers.below(64));
    entry.kind = static_cast<EntryKind>(1 + numbers.below(4));
    entry.actor = numbers.any_bytes(20);
    entry.reason = numbers.any_bytes(20);
    entry.decision = numbers.any_bytes(20);
    entry.about = numbers.any_bytes(20);
    entry.blob = numbers.below(2) ? numbers.bytes(hash_size) : "";
    for (std::uint64_t left = numbers.below(6); left > 0; --left) {
        Change change = random_change(numbers);
        if (!entry.changes.empty() && numbers.below(2)) {
            change.thing = entry.changes.back().thing;
            change.id = entry.changes.back().id;
        }
        entry.changes.push_back(std::move(change));
    }
    return entry;
}

inline Row sealed_row(const Entry& entry, std::string_view previous, const Salts& salts) {
    Sealed sealed = seal(entry, previous, salts);
    return {entry.version, entry.command, std::move(sealed.entry), std::move(sealed.hash), std::move(sealed.content)};
}

inline std::vector<Row> random_log(Numbers& numbers, const std::string& municipality, std::size_t entries) {
    std::vector<Row> rows;
    std::int64_t time = 1'700'000'000'000;
    std::string previous;
    for (Version version = 1; version <= entries; ++version) {
        time += static_cast<std::int64_t>(numbers.below(3));
        rows.push_back(sealed_row(random_entry(numbers, municipality, version, time), previous, salts_of(numbers)));
        previous = rows.back().hash;
    }
    return rows;
}

// Adds an erasure of those slots to the log, and empties them.
inline void erase(std::vector<Row>& rows, Numbers& numbers, const std::string& municipality, std::vector<ErasedSlot> slots) {
    Entry entry;
    entry.municipality = municipality;
    entry.version = rows.size() + 1;
    entry.time = 1'800'000'000'000;
    entry.command = "erase";
    entry.kind = EntryKind::erasure;
    entry.actor = "arkivarie";
    entry.decision = "KS 2027-03-01 § 45";
    entry.erased = slots;
    rows.push_back(sealed_row(entry, rows.empty() ? "" : rows.back().hash, salts_of(numbers)));
    for (const ErasedSlot& each : slots) {
        std::string& content = rows[each.version - 1].content;
        content = without_slots(content, std::vector{each.slot});
    }
}

// All that the verifier says of the rows.
inline Problems verified(const std::string& municipality, const std::vector<Row>& rows, Verifier* kept = nullptr) {
    Verifier own(municipality);
    Verifier& verifier = kept ? *kept : own;
    Problems problems;
    for (const Row& row : rows) verifier.entry(row.version, row.command, row.entry, row.hash, row.content, problems);
    verifier.end(problems);
    return problems;
}

}  // namespace styrkedja::log::testing
