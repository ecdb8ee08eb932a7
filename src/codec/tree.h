// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace styrkedja {

// One file of a data pack: its name from the pack's top with / between ("texts/inledning.md"), and its bytes.
struct TreeFile {
    std::string name;
    std::string bytes;
};

// What a pack may hold at most. They are far beyond any municipality's pack, and keep a hostile one from
// filling the memory or the disk. The ratio is unpacked to packed, and counts from `ratio_from` bytes.
struct TreeLimits {
    std::size_t files = 20'000;
    std::uint64_t bytes = 512ULL * 1024 * 1024;
    std::uint64_t ratio = 250;
    std::uint64_t ratio_from = 10ULL * 1024 * 1024;
    std::size_t levels = 32;
};

// All files of a folder or of a .zip of it, sorted by name (bytewise). Left out are hidden files and what
// programs leave behind (x~, ~$x.xlsx, Thumbs.db, desktop.ini, __MACOSX). In a zip, one folder around all the
// rest is taken away, and letters stored in two parts (a + ring, as macOS does) are made one.
// What is refused is refused before anything is unpacked, and then nothing is given:
//   path_does_not_exist, path_is_not_folder_or_zip, file_cannot_be_read, zip_is_damaged,
//   file_name_is_refused, file_name_is_repeated, link_is_refused, folder_is_too_deep, too_many_files,
//   files_are_too_large, zip_is_a_bomb, zip_entry_is_encrypted; and when the zip's own directory turns out to
//   be untrue: zip_entry_is_damaged, zip_entry_is_larger_than_declared.
std::vector<TreeFile> read_tree(const std::string& path, Problems& problems, const TreeLimits& limits = {});

// The same of a zip in memory. `file` names it in problems.
std::vector<TreeFile> read_zip(std::string_view bytes, const std::string& file, Problems& problems,
                               const TreeLimits& limits = {});

// A zip of the files in the order given, the same bytes for the same files: every time in it is 1980-01-01.
std::string write_zip(const std::vector<TreeFile>& files);

// "a/b.md": relative, with /, no "." or "..", no empty part, backslash, drive letter or control character,
// valid UTF-8, at most 1 000 bytes.
bool is_safe_name(std::string_view name);

// Hidden files, backups of editors and what operating systems leave in folders; any part of the name.
bool is_leftover(std::string_view name);

}  // namespace styrkedja
