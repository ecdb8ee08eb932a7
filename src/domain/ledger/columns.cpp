// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/columns.h"

#include <algorithm>
#include <limits>

#include "base/bytes.h"
#include "domain/ledger/page_bytes.h"

namespace styrkedja::ledger {
namespace {

constexpr std::uint64_t form = 1;   // of the bytes; permanent

void put_signed(std::string& bytes, std::int64_t number) { put_number(bytes, zigzag(number)); }

// Numbers that a hostile file can't make large: a count of things that take at least a byte each.
std::size_t count_of(ByteReader& reader) {
    const std::uint64_t count = reader.number();
    return count <= reader.rest().size() ? static_cast<std::size_t>(count) : (reader.bytes(UINT64_MAX), 0);
}

std::int64_t signed_of(ByteReader& reader) { return unzigzag(reader.number()); }

// 0 = none.
void put_day(std::string& bytes, Date day) { put_number(bytes, day.exists() ? zigzag(day.days()) + 1 : 0); }

Date day_of(ByteReader& reader, bool& fits) {
    const std::uint64_t bits = reader.number();
    if (bits == 0) return {};
    const std::int64_t days = unzigzag(bits - 1);
    constexpr std::int64_t far = 4'000'000;   // some ten thousand years
    fits = fits && -far < days && days < far;
    return fits ? Date::from_days(static_cast<std::int32_t>(days)) : Date();
}

void put_codes(std::string& bytes, const Columns& columns) {
    put_number(bytes, columns.dimensions.size());
    for (std::size_t i = 0; i < columns.dimensions.size(); ++i) {
        put_text(bytes, columns.dimensions[i]);
        put_number(bytes, columns.codes[i].size());
        for (const std::string& each : columns.codes[i]) put_text(bytes, each);
    }
}

bool take_codes(ByteReader& reader, Columns& columns) {
    const std::size_t dimensions = count_of(reader);
    for (std::size_t i = 0; i < dimensions && reader.ok(); ++i) {
        columns.dimensions.emplace_back(reader.text());
        std::vector<std::string>& codes = columns.codes.emplace_back();
        for (std::size_t left = count_of(reader); left > 0 && reader.ok(); --left) codes.emplace_back(reader.text());
        // In order and distinct, "" first: then the same facts are always the same bytes.
        if (codes.empty() || !codes.front().empty()) return false;
        if (std::adjacent_find(codes.begin(), codes.end(), std::greater_equal<>()) != codes.end()) return false;
    }
    return reader.ok();
}

bool take_parts(ByteReader& reader, Columns& columns) {
    std::uint64_t rows = 0;
    for (std::size_t left = count_of(reader); left > 0 && reader.ok(); --left) {
        Columns::Part part;
        const std::uint64_t figure = reader.number(), month = reader.number(), size = reader.number();
        if (figure < 1 || figure > 3 || month > 999912 || size > reader.rest().size()) return false;
        part.figure = static_cast<Figure>(figure);
        part.month = static_cast<std::int32_t>(month);
        part.first = static_cast<std::uint32_t>(rows);
        part.rows = static_cast<std::uint32_t>(size);
        rows += size;
        if (rows > reader.rest().size()) return false;   // each row takes a byte at least
        columns.parts.push_back(part);
    }
    return reader.ok();
}

bool take_rows(ByteReader& reader, Columns& columns) {
    const std::size_t rows = columns.parts.empty() ? 0 : columns.parts.back().first + columns.parts.back().rows;
    for (const std::vector<std::string>& codes : columns.codes) {
        std::vector<std::uint32_t>& of = columns.code_of.emplace_back();
        of.reserve(rows);
        std::int64_t before = 0;
        for (std::size_t i = 0; i < rows && reader.ok(); ++i) {
            const std::int64_t step = signed_of(reader);
            if (step > std::numeric_limits<std::int32_t>::max() || step < std::numeric_limits<std::int32_t>::min()) return false;
            before += step;
            if (before < 0 || before >= static_cast<std::int64_t>(codes.size())) return false;
            of.push_back(static_cast<std::uint32_t>(before));
        }
        if (!reader.ok()) return false;
    }
    for (std::size_t i = 0; i < rows && reader.ok(); ++i) columns.ore.push_back(signed_of(reader));
    for (std::size_t i = 0; i < rows && reader.ok(); ++i) {
        const std::uint64_t booked = reader.number();
        if (booked > UINT32_MAX) return false;
        columns.booked.push_back(static_cast<std::uint32_t>(booked));
    }
    return reader.ok() && reader.at_end();
}

}  // namespace

std::string to_bytes(const Columns& columns) {
    std::string bytes;
    bytes.reserve(columns.rows() * (columns.dimensions.size() + 6) + 1024);
    put_number(bytes, form);
    put_signed(bytes, columns.year);
    put_day(bytes, columns.first_day);
    put_day(bytes, columns.last_day);
    put_codes(bytes, columns);
    put_number(bytes, columns.parts.size());
    for (const Columns::Part& each : columns.parts) {
        put_number(bytes, static_cast<std::uint64_t>(each.figure));
        put_number(bytes, static_cast<std::uint64_t>(each.month));
        put_number(bytes, each.rows);
    }
    for (const std::vector<std::uint32_t>& of : columns.code_of) {
        std::int64_t before = 0;
        for (const std::uint32_t each : of) {
            put_signed(bytes, static_cast<std::int64_t>(each) - before);
            before = each;
        }
    }
    for (const Ore each : columns.ore) put_signed(bytes, each);
    for (const std::uint32_t each : columns.booked) put_number(bytes, each);
    return bytes;
}

std::optional<Columns> from_bytes(std::string_view bytes) {
    ByteReader reader(bytes);
    Columns columns;
    if (reader.number() != form) return std::nullopt;
    bool fits = true;
    const std::int64_t year = signed_of(reader);
    columns.first_day = day_of(reader, fits);
    columns.last_day = day_of(reader, fits);
    if (!fits || year < 0 || year > 9999) return std::nullopt;
    columns.year = static_cast<std::int32_t>(year);
    if (!take_codes(reader, columns) || !take_parts(reader, columns) || !take_rows(reader, columns)) return std::nullopt;
    return columns;
}

}  // namespace styrkedja::ledger
