// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// PostgreSQL's binary forms: of values that go with a statement, and of COPY.
namespace styrkedja::store::postgres {

void put_16(std::string& out, std::uint16_t value);
void put_32(std::string& out, std::uint32_t value);
void put_64(std::string& out, std::uint64_t value);
std::uint16_t get_16(const char* at);
std::uint32_t get_32(const char* at);
std::uint64_t get_64(const char* at);

// A field of a row in COPY (FORMAT binary): its length and bytes.
void put_field(std::string& out, std::string_view bytes);
void put_field(std::string& out, std::uint64_t number);

// What stands before the first and after the last row of COPY (FORMAT binary).
std::string_view copy_head();
std::string_view copy_tail();

// The values $1, $2, … of a statement. Texts and bytes are lent; numbers and lists are kept.
class Values {
  public:
    Values& bytes(std::string_view bytes);      // text, bytea
    Values& number(std::uint64_t number);       // bigint
    Values& yes_no(bool value);                 // boolean
    Values& numbers(std::span<const std::uint64_t> numbers);      // bigint[]
    Values& list(std::span<const std::string_view> list);     // bytea[]

    int count() const { return static_cast<int>(parts_.size()); }
    // As libpq wants them; valid while this lives and is not changed.
    void lend(std::vector<const char*>& values, std::vector<int>& lengths) const;

  private:
    struct Part {
        std::string_view lent;
        std::string kept;
        bool is_kept = false;
    };
    Values& keep(std::string bytes);

    std::vector<Part> parts_;
};

}  // namespace styrkedja::store::postgres
