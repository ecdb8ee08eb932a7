// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace styrkedja {

enum class YamlKind : std::uint8_t { null, scalar, sequence, mapping };

struct YamlKey {
    std::string text;
    std::uint32_t line = 0, column = 0;  // from 1, in characters
};

// A value in a YAML file, and where it stands. All scalars are text: what a "no" or a "1.0" means is decided
// by the field that it is for, not by YAML. Null is an empty value, ~ or null without quotation marks.
struct YamlNode {
    YamlKind kind = YamlKind::null;
    bool quoted = false;  // in quotation marks or as a block: certainly a text
    bool block = false;   // | or >: its first line of text is the line after `line`
    std::uint32_t line = 0, column = 0;
    std::string text;                // of a scalar
    std::vector<YamlKey> keys;       // of a mapping: keys[i] belongs to children[i], in the file's order
    std::vector<YamlNode> children;  // of a mapping or a sequence

    const YamlNode* find(std::string_view key) const;  // nullptr when there is none
};

inline constexpr std::size_t most_yaml_levels = 64;
inline constexpr std::size_t most_yaml_bytes = 32 * 1024 * 1024;

// Reads the one document of a file (text in UTF-8). An empty file is null. Nothing is given when the file
// can't be understood or is beyond the limits:
//   yaml_is_indented_with_tab, yaml_colon_in_text, yaml_key_has_no_colon, yaml_indentation_is_wrong,
//   yaml_list_is_not_closed, yaml_sign_cannot_begin, yaml_backslash_in_quotes, quote_is_not_closed,
//   yaml_is_not_well_formed (the rest), yaml_is_too_deep, yaml_is_too_large.
// These are problems, but the rest of the file is read (an alias as null, the first of two keys holds):
//   yaml_anchor_is_refused (&a, *a, <<: they make small files grow without bound), yaml_tag_is_refused,
//   yaml_key_is_repeated, yaml_key_is_not_text, yaml_has_several_documents (the first is read).
std::optional<YamlNode> read_yaml(std::string_view text, const std::string& file, Problems& problems);

}  // namespace styrkedja
