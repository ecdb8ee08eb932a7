// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "domain/state/version.h"

// A checkpoint is some lines of text that say: at that time this municipality's log had that hash at that version,
// signed with a key that its operator keeps. Who has kept one (an auditor, an archive, another machine) can prove later
// that nothing before it has been changed, not even by somebody who could write the whole database anew.
//   Styrkedja checkpoint 1
//   municipality: sodertalje
//   version: 1234
//   hash: 64 hexadecimal digits
//   time: 2027-03-01T12:00:00.000Z
//   key: 64 hexadecimal digits, the public key
//   signature: 128 hexadecimal digits: Ed25519 (RFC 8032) of all the lines before this one, with their line feeds
namespace styrkedja::log {

struct Checkpoint {
    std::string municipality;
    Version version = 0;
    std::string hash;          // 32 bytes
    std::int64_t time = 0;     // milliseconds since 1970-01-01 UTC, when it was made
    std::string key;           // the public key, 32 bytes
};

// Ed25519. The seed is the secret; the public key follows from it.
inline constexpr std::size_t key_size = 32, signature_size = 64;
struct SigningKey {
    std::string seed, key;     // 32 bytes each
};
SigningKey signing_key(std::string_view seed);          // of 32 random bytes

// A key's file: "Styrkedja signing key 1", "key: …", "secret: …". Reading checks that the two belong together:
// signing_key_is_damaged.
std::string key_text(const SigningKey& key);
std::optional<SigningKey> read_key(std::string_view text, const std::string& file, Problems& problems);

// The checkpoint as text, signed; its key is the signing key's.
std::string checkpoint_text(Checkpoint checkpoint, const SigningKey& key);

// Reads one and proves its signature by the key that it names. Whether that is the key of the right operator is for
// who asks: `trusted` (32 bytes; empty = any). Problems: checkpoint_is_damaged (line), checkpoint_is_too_new,
// checkpoint_signature_differs, checkpoint_is_by_another_key.
std::optional<Checkpoint> read_checkpoint(std::string_view text, const std::string& file, std::string_view trusted,
                                          Problems& problems);

// "2027-03-01T12:00:00.000Z", and back; years 1970 to 9999. None: not such a time.
std::string utc_text(std::int64_t time);
std::optional<std::int64_t> utc_time(std::string_view text);

}  // namespace styrkedja::log
