// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace styrkedja::log {

// The chain's hash: BLAKE2b with 32 bytes (RFC 7693), which `b2sum -l 256` computes too.
inline constexpr std::size_t hash_size = 32, salt_size = 16;

std::string hash_of(std::string_view bytes);                                // 32 bytes
std::string salted_digest(std::string_view salt, std::string_view value);   // keyed with the salt: 32 bytes
bool digest_fits(std::string_view digest, std::string_view salt, std::string_view value);

// The same hash of bytes that come one after the other.
class Hasher {
  public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    void add(std::string_view bytes);
    std::string hash();   // once

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

std::string hex(std::string_view bytes);
std::string unhex(std::string_view digits);  // empty: isn't hexadecimal

// Where salts come from: the operating system's randomness outside tests. Gives so many bytes.
using Salts = std::function<std::string(std::size_t bytes)>;
Salts random_salts();

}  // namespace styrkedja::log
