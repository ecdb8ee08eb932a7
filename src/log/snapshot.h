// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/state/state.h"
#include "log/digest.h"

// A state written down in parts, so that a start need not fold ten years. Each part holds some hundred things of one
// kind, is named by its hash, and ends where their ids say: what hasn't changed gives the same parts again.
namespace styrkedja::log {

struct SnapshotPart {
    int kind = 0;            // number of the kind of its things
    std::string hash, bytes;
};
// Gives the parts one by one, kind by kind and by id.
void write_parts(const State& state, const std::function<void(SnapshotPart&&)>& take);

using Things = std::vector<std::shared_ptr<void>>;
// The things of a part, in order. False: the bytes are not what their hash says, or not a part of this program's.
bool read_part(std::string_view hash, std::string_view bytes, int kind, Things& things);

// What a snapshot is of, and its parts: the store keeps it beside the version. It ends with its own hash.
struct Manifest {
    std::string municipality;
    std::uint64_t version = 0;
    std::int64_t time = 0;
    std::string hash;                      // of the entry that made that version
    struct Part {
        int kind = 0;
        std::string hash;
    };
    std::vector<Part> parts;
    std::string landmarks;                 // as app writes them
};
std::string write_manifest(const Manifest& manifest);
bool read_manifest(std::string_view bytes, Manifest& manifest);

// A whole state as one string: a pack as it was imported.
std::string write_state(const State& state);
bool read_state(std::string_view bytes, State& state);

}  // namespace styrkedja::log
