// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/nearest.h"
#include "base/problem.h"
#include "codec/yaml.h"
#include "domain/state/state.h"
#include "importers/pack/origins.h"

namespace styrkedja {

// What has been read of a pack so far: things by kind, with where they stand. The readers of CSV, YAML and
// Markdown put things in; load.cpp makes a state of it.
class PackContents {
  public:
    struct Thing {
        std::shared_ptr<void> object;
        std::uint32_t file, line;
    };
    struct OfKind {
        const Kind* kind;
        std::vector<Thing> things;
    };

    Origins origins;
    std::vector<OfKind> kinds;               // as kinds()
    std::unordered_set<std::string> broken;  // ids of things that were not let in: their own fault is told already
    std::unordered_set<const StructInfo*> unread;  // kinds in files of which nothing could be read; null = any kind
    std::unordered_set<const StructInfo*> left_out;  // kinds of which some thing was not let in
    bool head_unread = false;                // pack: stands in a file that could not be read
    std::shared_ptr<Held<PackHead>> head;          // once found
    std::uint32_t head_file = 0, head_line = 0;

    PackContents();
    std::vector<Thing>& of(const Kind& kind);
    void leave_out(const Kind& kind, const void* thing);
    // Every id that a YAML text seems to give ("id: x"): of a file that cannot be read as a whole.
    void leave_out_ids(std::string_view text);
    void leave_out_ids(const YamlNode& node);
};

// One field of a thing, from text. Says what must hold when the text isn't right.
bool read_field(void* object, const FieldInfo& field, std::string_view text, Place (*place)(const void*),
                const void* where, Problems& problems);

void read_csv(PackContents& contents, std::uint32_t file, const Kind& kind, Problems& problems);
void read_yaml_file(PackContents& contents, std::uint32_t file, Problems& problems);
// Without blank lines before it, and blanks and lines after it.
std::string_view without_blank_ends(std::string_view text);
void read_markdown(PackContents& contents, std::uint32_t file, Problems& problems);

}  // namespace styrkedja
