// SPDX-License-Identifier: EUPL-1.2
#include "log/checkpoint.h"

#include <sodium.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "log/digest.h"

namespace styrkedja::log {
namespace {

constexpr std::string_view first_line = "Styrkedja checkpoint ", key_first_line = "Styrkedja signing key 1";
constexpr std::uint64_t format_of_text = 1;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string secret_of(std::string_view seed, std::string& key) {
    std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
    key.assign(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char*>(key.data()),
                             reinterpret_cast<unsigned char*>(secret.data()), raw(seed));
    return secret;
}

template <class Number>
std::optional<Number> whole(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool plain = error == std::errc() && end == text.data() + text.size() && !text.starts_with('-');
    return plain ? std::optional(number) : std::nullopt;
}

// The lines of a text that ends each of them; a carriage return before the line feed is let pass nowhere: the
// signature is of bytes.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {}

    std::size_t at() const { return at_; }
    std::uint32_t number() const { return number_; }
    bool at_end() const { return at_ == text_.size(); }
    std::string_view next() {
        const std::size_t end = text_.find('\n', at_);
        ++number_;
        const std::string_view line = text_.substr(at_, end == text_.npos ? text_.npos : end - at_);
        at_ = end == text_.npos ? text_.size() : end + 1;
        return line;
    }
    // What stands after "name: "; none where the line is another.
    std::optional<std::string_view> value(std::string_view name) {
        const std::string_view line = next();
        if (!line.starts_with(name) || !line.substr(name.size()).starts_with(": ")) return std::nullopt;
        return line.substr(name.size() + 2);
    }
    std::optional<std::string> bytes(std::string_view name, std::size_t size) {
        const auto text = value(name);
        std::string made = text ? unhex(*text) : std::string();
        // One way to write it, in small letters: what differs in a byte is another file.
        return made.size() == size && hex(made) == *text ? std::optional(std::move(made)) : std::nullopt;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t number_ = 0;
};

std::string signed_part(const Checkpoint& checkpoint) {
    return std::string(first_line) + std::to_string(format_of_text) +
           "\nmunicipality: " + checkpoint.municipality + "\nversion: " + std::to_string(checkpoint.version) +
           "\nhash: " + hex(checkpoint.hash) + "\ntime: " + utc_text(checkpoint.time) +
           "\nkey: " + hex(checkpoint.key) + "\n";
}

// Its lines one by one; false: the last that was read isn't what it must be.
bool read_lines(Lines& lines, Checkpoint& checkpoint, std::size_t& signed_to, std::string& signature) {
    auto keep = [](auto& place, auto value) {
        if (value) place = typename std::remove_reference_t<decltype(place)>(*value);
        return value.has_value();
    };
    auto number = [&](std::string_view name) {
        const auto text = lines.value(name);
        return text ? whole<Version>(*text) : std::nullopt;
    };
    auto time = [&] {
        const auto text = lines.value("time");
        return text ? utc_time(*text) : std::nullopt;
    };
    if (!keep(checkpoint.municipality, lines.value("municipality")) ||
        !keep(checkpoint.version, number("version")) ||
        !keep(checkpoint.hash, lines.bytes("hash", hash_size)) || !keep(checkpoint.time, time()) ||
        !keep(checkpoint.key, lines.bytes("key", key_size))) {
        return false;
    }
    signed_to = lines.at();
    return keep(signature, lines.bytes("signature", signature_size)) && lines.at_end();
}

}  // namespace

SigningKey signing_key(std::string_view seed) {
    SigningKey key{std::string(seed), {}};
    std::string secret = secret_of(seed, key.key);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::string key_text(const SigningKey& key) {
    return std::string(key_first_line) + "\nkey: " + hex(key.key) + "\nsecret: " + hex(key.seed) + "\n";
}

std::optional<SigningKey> read_key(std::string_view text, const std::string& file, Problems& problems) {
    Lines lines(text);
    if (lines.next() == key_first_line) {
        const auto key = lines.bytes("key", key_size),
                   seed = key ? lines.bytes("secret", key_size) : std::nullopt;
        if (seed && signing_key(*seed).key == *key) return SigningKey{*seed, *key};
    }
    problems.add("signing_key_is_damaged", Severity::error, Place{file, 0, 0, {}, {}, {}});
    return std::nullopt;
}

std::string checkpoint_text(Checkpoint checkpoint, const SigningKey& key) {
    checkpoint.key = key.key;
    std::string text = signed_part(checkpoint), public_key, signature(signature_size, '\0');
    std::string secret = secret_of(key.seed, public_key);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(text), text.size(),
                         raw(secret));
    sodium_memzero(secret.data(), secret.size());
    return text + "signature: " + hex(signature) + "\n";
}

std::optional<Checkpoint> read_checkpoint(std::string_view text, const std::string& file,
                                          std::string_view trusted, Problems& problems) {
    auto refused = [&](std::string_view code, std::uint32_t line,
                       std::vector<std::pair<std::string_view, std::string>> args = {}) {
        problems.add(code, Severity::error, Place{file, line, 0, {}, {}, {}}, std::move(args));
        return std::nullopt;
    };
    Lines lines(text);
    const std::string_view first = lines.next();
    const auto format =
        first.starts_with(first_line) ? whole<std::uint64_t>(first.substr(first_line.size())) : std::nullopt;
    if (!format) return refused("checkpoint_is_damaged", 1);
    if (*format > format_of_text) {
        return refused("checkpoint_is_too_new", 1,
                       {{"format", std::to_string(*format)}, {"known", std::to_string(format_of_text)}});
    }
    Checkpoint checkpoint;
    std::size_t signed_to = 0;
    std::string signature;
    if (!read_lines(lines, checkpoint, signed_to, signature))
        return refused("checkpoint_is_damaged", lines.number());
    if (crypto_sign_verify_detached(raw(signature), raw(text), signed_to, raw(checkpoint.key)) != 0) {
        return refused("checkpoint_signature_differs", 0, {{"key", hex(checkpoint.key)}});
    }
    if (!trusted.empty() && trusted != checkpoint.key) {
        return refused("checkpoint_is_by_another_key", 0,
                       {{"key", hex(checkpoint.key)}, {"wanted", hex(trusted)}});
    }
    return checkpoint;
}

std::string utc_text(std::int64_t time) {
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(time)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

std::optional<std::int64_t> utc_time(std::string_view text) {
    using namespace std::chrono;
    if (text.size() != 24) return std::nullopt;
    auto part = [&](std::size_t at, std::size_t length) {
        return whole<unsigned>(text.substr(at, length)).value_or(9'999'999);
    };
    const year_month_day date{year(static_cast<int>(part(0, 4))), month(part(5, 2)), day(part(8, 2))};
    if (!date.ok()) return std::nullopt;
    const auto moment = sys_days(date) + hours(part(11, 2)) + minutes(part(14, 2)) + seconds(part(17, 2)) +
                        milliseconds(part(20, 3));
    const std::int64_t time = moment.time_since_epoch().count();
    return utc_text(time) == text ? std::optional(time) : std::nullopt;
}

}  // namespace styrkedja::log
