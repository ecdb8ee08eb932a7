// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/binary.h"

#include <endian.h>

#include <cstring>

namespace styrkedja::store::postgres {
namespace {

constexpr std::uint32_t oid_of_bytea = 17, oid_of_bigint = 20;

// One dimension, no nulls, counted from 1 (PostgreSQL's array_recv).
std::string array_head(std::size_t count, std::uint32_t oid) {
    std::string out;
    put_32(out, count == 0 ? 0 : 1);
    put_32(out, 0);
    put_32(out, oid);
    if (count > 0) {
        put_32(out, static_cast<std::uint32_t>(count));
        put_32(out, 1);
    }
    return out;
}

template <typename T>
void put(std::string& out, T big_endian) {
    out.append(reinterpret_cast<const char*>(&big_endian), sizeof big_endian);
}

template <typename T>
T get(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

}  // namespace

void put_16(std::string& out, std::uint16_t value) { put(out, htobe16(value)); }
void put_32(std::string& out, std::uint32_t value) { put(out, htobe32(value)); }
void put_64(std::string& out, std::uint64_t value) { put(out, htobe64(value)); }
std::uint16_t get_16(const char* at) { return be16toh(get<std::uint16_t>(at)); }
std::uint32_t get_32(const char* at) { return be32toh(get<std::uint32_t>(at)); }
std::uint64_t get_64(const char* at) { return be64toh(get<std::uint64_t>(at)); }

void put_field(std::string& out, std::string_view bytes) {
    put_32(out, static_cast<std::uint32_t>(bytes.size()));
    out.append(bytes);
}

void put_field(std::string& out, std::uint64_t number) {
    put_32(out, 8);
    put_64(out, number);
}

std::string_view copy_head() {
    static constexpr char head[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
    return {head, 19};
}

std::string_view copy_tail() { return "\377\377"; }

Values& Values::keep(std::string bytes) {
    parts_.push_back({{}, std::move(bytes), true});
    return *this;
}

Values& Values::bytes(std::string_view bytes) {
    parts_.push_back({bytes, {}, false});
    return *this;
}

Values& Values::number(std::uint64_t number) {
    std::string out;
    put_64(out, number);
    return keep(std::move(out));
}

Values& Values::yes_no(bool value) { return keep(std::string(1, value ? '\1' : '\0')); }

Values& Values::numbers(std::span<const std::uint64_t> numbers) {
    std::string out = array_head(numbers.size(), oid_of_bigint);
    for (std::uint64_t number : numbers) put_field(out, number);
    return keep(std::move(out));
}

Values& Values::list(std::span<const std::string_view> list) {
    std::string out = array_head(list.size(), oid_of_bytea);
    for (std::string_view each : list) put_field(out, each);
    return keep(std::move(out));
}

void Values::lend(std::vector<const char*>& values, std::vector<int>& lengths) const {
    for (const Part& part : parts_) {
        std::string_view bytes = part.is_kept ? std::string_view(part.kept) : part.lent;
        // An empty view may have no address, which libpq would take for NULL.
        values.push_back(bytes.empty() ? "" : bytes.data());
        lengths.push_back(static_cast<int>(bytes.size()));
    }
}

}  // namespace styrkedja::store::postgres
