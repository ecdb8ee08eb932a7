// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "domain/state/state.h"

namespace styrkedja {

// Where in a pack's files each thing stands. The core speaks of things and fields ("goals/kf-1", "parents");
// a person who mends a file needs file, line and column. Only the line of each thing is kept while reading; the
// rest is looked up when there are problems to place.
class Origins {
  public:
    struct File {
        std::string name;
        std::string text;  // UTF-8
        enum class Form : std::uint8_t { csv, yaml, markdown, other } form = Form::other;
    };

    std::uint32_t add_file(File file);
    std::uint32_t files() const { return static_cast<std::uint32_t>(files_.size()); }
    const File& file(std::uint32_t index) const { return files_[index]; }

    void set_head(const Id& id, std::uint32_t file, std::uint32_t line);  // where the pack itself is described
    void add(const Kind& kind, const Id& id, std::uint32_t file, std::uint32_t line);

    // Gives every problem that has an entity but no file its place, as deep as its field can be followed
    // ("tables/resultat/columns/avvikelse/value": keys, positions from 0, or ids).
    void locate(Problems& problems) const;

  private:
    struct Origin {
        std::uint32_t file, line;
    };
    struct Wanted {
        Problem* problem;
        const StructInfo* info;
        std::uint32_t line;
    };
    void name_others(Problems& problems) const;
    void show_lines(Problems& problems) const;
    void locate_in_csv(const File& file, std::vector<Wanted>& wanted) const;
    void locate_in_yaml(const File& file, std::vector<Wanted>& wanted) const;
    void locate_in_markdown(const File& file, std::vector<Wanted>& wanted) const;

    std::vector<File> files_;
    std::map<const Kind*, std::vector<std::pair<std::string, Origin>>> things_;
    std::string head_;  // as places name it, "pack/sodertalje"
    Origin head_origin_{0, 0};
};

}  // namespace styrkedja
