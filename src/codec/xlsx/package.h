// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/problem.h"

struct zip;

namespace styrkedja::workbook {

// What a workbook may hold at most: far beyond any export, and too little to fill a machine. The ratio is unpacked to packed
// and counts from `ratio_from` bytes; sheets of like rows pack well.
struct Limits {
    std::size_t parts = 10'000;
    std::uint64_t bytes = 8ULL * 1024 * 1024 * 1024;
    std::uint64_t texts = 1024ULL * 1024 * 1024;      // the shared texts, which are held in memory
    std::uint64_t ratio = 400;
    std::uint64_t ratio_from = 16ULL * 1024 * 1024;
};

// The zip of an office document, in memory that the caller keeps; its parts are unpacked as they are read. Problems:
//   workbook_is_old_or_locked   the form of .xls, and of all that is protected by a password
//   workbook_is_of_other_kind   .ods, .xlsb, a text document
//   zip_is_damaged, too_many_files, files_are_too_large, zip_is_a_bomb, zip_entry_is_encrypted,
//   and of a part: zip_entry_is_damaged, zip_entry_is_larger_than_declared, workbook_is_damaged
class Package {
  public:
    static std::unique_ptr<Package> open(std::string file, std::string_view bytes, const Limits& limits, Problems& problems);
    ~Package();
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;

    bool has(const std::string& part) const { return parts_.contains(part); }
    // Null with a problem. A part that turns out to be untrue is told when it is read: end() then differs from the size.
    std::unique_ptr<ByteSource> read(const std::string& part, Problems& problems) const;

    const std::string& file() const { return file_; }
    Place place(const std::string& part) const;

  private:
    struct Part {
        std::uint64_t index = 0, size = 0;
    };
    explicit Package(std::string file) : file_(std::move(file)) {}
    bool list(std::uint64_t packed, const Limits& limits, Problems& problems);

    std::string file_;
    zip* zip_ = nullptr;
    std::map<std::string, Part> parts_;
};

}  // namespace styrkedja::workbook
