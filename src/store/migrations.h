// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// How a store's tables come about and are brought to what this program needs: steps that are numbered from 1 without
// a hole, each an SQL file in assets/migrations/BACKEND/ ("0001-log.sql"). A step that has been in a release is never
// changed. The store notes each step with the program that made it in its table schema_version.
namespace styrkedja::store {

struct Migration {
    std::uint32_t number = 0;  // 1
    std::string name;          // "log"
    std::string_view sql;      // whole file; several statements
};

// The steps of a backend ("sqlite", "postgres"), by number.
std::vector<Migration> migrations(std::string_view backend);

// The program's own version, "0.1.0", as it is noted beside a step.
std::string_view program_version();

}  // namespace styrkedja::store
