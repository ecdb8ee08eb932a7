// SPDX-License-Identifier: EUPL-1.2
#include "log/digest.h"

#include <sodium.h>

#include <array>

namespace styrkedja::log {
namespace {

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::array<unsigned char, hash_size> digest(std::string_view key, std::string_view bytes) {
    // Without it libsodium hashes as a machine without vector instructions would: the same, more slowly.
    static const bool ready = sodium_init() >= 0;
    static_cast<void>(ready);
    std::array<unsigned char, hash_size> result{};
    crypto_generichash(result.data(), result.size(), raw(bytes), bytes.size(), key.empty() ? nullptr : raw(key), key.size());
    return result;
}

std::string text(const std::array<unsigned char, hash_size>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::string hash_of(std::string_view bytes) { return text(digest({}, bytes)); }

std::string salted_digest(std::string_view salt, std::string_view value) { return text(digest(salt, value)); }

bool digest_fits(std::string_view expected, std::string_view salt, std::string_view value) {
    const auto result = digest(salt, value);
    return expected == std::string_view(reinterpret_cast<const char*>(result.data()), result.size());
}

struct Hasher::Work {
    crypto_generichash_state state;
};

Hasher::Hasher() : work_(std::make_unique<Work>()) {
    hash_of({});   // libsodium is ready
    crypto_generichash_init(&work_->state, nullptr, 0, hash_size);
}
Hasher::~Hasher() = default;

void Hasher::add(std::string_view bytes) { crypto_generichash_update(&work_->state, raw(bytes), bytes.size()); }

std::string Hasher::hash() {
    std::array<unsigned char, hash_size> result{};
    crypto_generichash_final(&work_->state, result.data(), result.size());
    return text(result);
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    result.reserve(bytes.size() * 2);
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

std::string unhex(std::string_view digits) {
    std::string result(digits.size() / 2, '\0');
    std::size_t length = 0;
    const bool fits = sodium_hex2bin(reinterpret_cast<unsigned char*>(result.data()), result.size(), digits.data(),
                                     digits.size(), nullptr, &length, nullptr) == 0;
    return fits && length * 2 == digits.size() ? result : std::string();
}

Salts random_salts() {
    return [](std::size_t bytes) {
        std::string salts(bytes, '\0');
        randombytes_buf(salts.data(), salts.size());
        return salts;
    };
}

}  // namespace styrkedja::log
