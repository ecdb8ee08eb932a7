// SPDX-License-Identifier: EUPL-1.2
#include <zip.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <set>

#include "base/utf8.h"
#include "codec/tree.h"

namespace styrkedja {
namespace {

// Unix file types in the upper half of an entry's attributes (APPNOTE 4.4.15; stat.h).
constexpr std::uint32_t file_type_mask = 0170000;
constexpr std::uint32_t regular_file = 0100000;
constexpr std::uint32_t folder = 0040000;

struct Entry {
    zip_uint64_t index;
    std::string name;
    std::uint64_t size;
};

// Letters that macOS stores as a letter and a mark, and that others store as one (Unicode, NFC): those of
// Swedish and its neighbours.
char32_t composed(char32_t letter, char32_t mark) {
    struct Pair {
        char32_t letter, mark, whole;
    };
    constexpr Pair pairs[] = {
        {'a', 0x30A, 0xE5}, {'A', 0x30A, 0xC5}, {'a', 0x308, 0xE4}, {'A', 0x308, 0xC4}, {'o', 0x308, 0xF6},
        {'O', 0x308, 0xD6}, {'u', 0x308, 0xFC}, {'U', 0x308, 0xDC}, {'e', 0x301, 0xE9}, {'E', 0x301, 0xC9},
        {'a', 0x301, 0xE1}, {'A', 0x301, 0xC1}, {'e', 0x308, 0xEB}, {'e', 0x300, 0xE8}, {'a', 0x300, 0xE0},
    };
    for (const Pair& pair : pairs) {
        if (pair.letter == letter && pair.mark == mark) return pair.whole;
    }
    return 0;
}

std::string composed(std::string_view name) {
    std::string out;
    char32_t before = 0;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = next_character(name, at);
        char32_t whole = before != 0 ? composed(before, c) : 0;
        if (whole != 0) {
            out.pop_back();
            c = whole;
        }
        append_character(out, c);
        before = c < 0x80 ? c : 0;
    }
    return out;
}

class ZipReader {
  public:
    ZipReader(const std::string& file, Problems& problems, const TreeLimits& limits)
        : file_(file), problems_(problems), limits_(limits) {}
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;
    ~ZipReader() {
        if (zip_ != nullptr) zip_discard(zip_);
    }

    std::vector<TreeFile> read(std::string_view bytes);

  private:
    bool open(std::string_view bytes);
    bool list(std::uint64_t packed_size);
    void list_entry(zip_uint64_t index);
    bool is_link(zip_uint64_t index) const;
    void take_top_folder_away();
    void refuse_repeated();
    bool unpack(const Entry& entry, std::string& bytes);
    void report(std::string_view code, const std::string& name = "",
                std::vector<std::pair<std::string_view, std::string>> args = {}) {
        Place place;
        place.file = name.empty() ? file_ : file_ + "/" + name;
        problems_.add(code, Severity::error, std::move(place), std::move(args));
    }

    const std::string& file_;
    Problems& problems_;
    const TreeLimits& limits_;
    zip_t* zip_ = nullptr;
    std::vector<Entry> entries_;
    std::uint64_t total_ = 0;
};

bool ZipReader::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip_ == nullptr) {
        report("zip_is_damaged", "", {{"reason", zip_error_strerror(&error)}});
        if (source != nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
    return zip_ != nullptr;
}

// Neither a file nor a folder: a link, a device, a pipe.
bool ZipReader::is_link(zip_uint64_t index) const {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip_, index, 0, &system, &attributes) != 0) return false;
    std::uint32_t type = (attributes >> 16U) & file_type_mask;
    return system == ZIP_OPSYS_UNIX && type != 0 && type != regular_file && type != folder;
}

void ZipReader::list_entry(zip_uint64_t index) {
    zip_stat_t stat;
    if (zip_stat_index(zip_, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0 ||
        (stat.valid & ZIP_STAT_SIZE) == 0) {
        return report("zip_is_damaged", "", {{"reason", zip_strerror(zip_)}});
    }
    std::string name = stat.name;
    bool is_folder = name.ends_with('/');
    if (is_folder) name.pop_back();
    if (!is_safe_name(name)) return report("file_name_is_refused", "", {{"name", name}});
    if (is_leftover(name)) return;
    name = composed(name);
    if (is_link(index)) return report("link_is_refused", name, {{"name", name}});
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return report("zip_entry_is_encrypted", name);
    }
    if (static_cast<std::size_t>(std::count(name.begin(), name.end(), '/')) >= limits_.levels) {
        return report("folder_is_too_deep", name, {{"limit", std::to_string(limits_.levels)}});
    }
    if (is_folder) return;
    // Saturating: sizes in the directory may be any 64-bit numbers.
    total_ = stat.size > UINT64_MAX - total_ ? UINT64_MAX : total_ + stat.size;
    entries_.push_back({index, std::move(name), stat.size});
}

bool ZipReader::list(std::uint64_t packed_size) {
    std::size_t before = problems_.errors();
    zip_int64_t count = zip_get_num_entries(zip_, 0);
    if (static_cast<std::uint64_t>(count) > limits_.files) {
        report("too_many_files", "", {{"limit", std::to_string(limits_.files)}});
        return false;
    }
    for (zip_int64_t i = 0; i < count; ++i) list_entry(static_cast<zip_uint64_t>(i));
    if (total_ > limits_.bytes) {
        std::uint64_t megabytes = limits_.bytes / 1024 / 1024;
        report("files_are_too_large", "", {{"limit", std::to_string(megabytes) + " MB"}});
    } else if (total_ > limits_.ratio_from && total_ / limits_.ratio > packed_size) {
        report("zip_is_a_bomb", "", {{"limit", std::to_string(limits_.ratio)}});
    }
    refuse_repeated();
    return problems_.errors() == before;
}

void ZipReader::refuse_repeated() {
    std::set<std::string_view> names;
    for (const Entry& entry : entries_) {
        if (!names.insert(entry.name).second) report("file_name_is_repeated", "", {{"name", entry.name}});
    }
}

// People pack the folder itself as often as what is in it.
void ZipReader::take_top_folder_away() {
    if (entries_.empty()) return;
    std::size_t slash = entries_[0].name.find('/');
    if (slash == std::string::npos) return;
    std::string top = entries_[0].name.substr(0, slash + 1);
    auto inside = [&](const Entry& entry) { return entry.name.starts_with(top); };
    if (!std::all_of(entries_.begin(), entries_.end(), inside)) return;
    for (Entry& entry : entries_) entry.name.erase(0, top.size());
}

bool ZipReader::unpack(const Entry& entry, std::string& bytes) {
    zip_file_t* in = zip_fopen_index(zip_, entry.index, 0);
    if (in == nullptr) {
        report("zip_entry_is_damaged", entry.name, {{"reason", zip_strerror(zip_)}});
        return false;
    }
    // Grows with what really comes, and never past what the directory says.
    char buffer[1 << 14];
    zip_int64_t got = 0;
    bool larger = false;
    while (!larger && (got = zip_fread(in, buffer, sizeof buffer)) > 0) {
        larger = bytes.size() + static_cast<std::size_t>(got) > entry.size;
        if (!larger) bytes.append(buffer, static_cast<std::size_t>(got));
    }
    std::string reason = got < 0 ? zip_file_strerror(in) : "";
    zip_fclose(in);
    if (larger) {
        report("zip_entry_is_larger_than_declared", entry.name);
    } else if (got < 0 || bytes.size() != entry.size) {
        report("zip_entry_is_damaged", entry.name, {{"reason", reason.empty() ? "size" : reason}});
    }
    return !larger && got >= 0 && bytes.size() == entry.size;
}

std::vector<TreeFile> ZipReader::read(std::string_view bytes) {
    if (!open(bytes) || !list(bytes.size())) return {};
    take_top_folder_away();
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    std::vector<TreeFile> files;
    bool good = true;
    for (const Entry& entry : entries_) {
        files.push_back({entry.name, ""});
        good = unpack(entry, files.back().bytes) && good;
    }
    if (!good) files.clear();
    return files;
}

}  // namespace

std::vector<TreeFile> read_zip(std::string_view bytes, const std::string& file, Problems& problems,
                               const TreeLimits& limits) {
    return ZipReader(file, problems, limits).read(bytes);
}

std::string write_zip(const std::vector<TreeFile>& files) {
    if (files.empty()) return std::string("PK\x05\x06") + std::string(18, '\0');
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    assert(target != nullptr);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    assert(zip != nullptr);
    constexpr zip_uint16_t first_of_january_1980 = (1U << 5U) | 1U;
    for (const TreeFile& file : files) {
        assert(is_safe_name(file.name));
        zip_source_t* source = zip_source_buffer(zip, file.bytes.data(), file.bytes.size(), 0);
        zip_int64_t index = zip_file_add(zip, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        assert(index >= 0);
        zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, first_of_january_1980, 0);
        zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 9);
    }
    [[maybe_unused]] int closed = zip_close(zip);
    assert(closed == 0);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

}  // namespace styrkedja
