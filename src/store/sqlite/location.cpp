// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/location.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>

namespace styrkedja::store::sqlite {
namespace {

using Args = std::vector<std::pair<std::string_view, std::string>>;

[[noreturn]] void fail(Failure::Kind kind, std::string_view code, const std::string& place, Args args = {}) {
    args.emplace_back("place", place);
    throw Failure(kind, Problem{code, Severity::error, {}, std::move(args)});
}

std::string folder_of(const std::string& file) {
    std::string folder = std::filesystem::path(file).parent_path().string();
    return folder.empty() ? "." : folder;
}

bool may(const std::string& path, int what) { return ::faccessat(AT_FDCWD, path.c_str(), what, AT_EACCESS) == 0; }

// The number of bytes, or nothing when there is no such file.
std::optional<std::uint64_t> size_of(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(found.st_size);
}

void sync_folder(const std::string& folder) {
    int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

void make_file(const std::string& file) {
    std::string folder = folder_of(file);
    if (!size_of(folder)) fail(Failure::Kind::missing, "store_folder_does_not_exist", file, {{"folder", folder}});
    int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST) return;  // somebody else was first
    if (descriptor < 0 && (errno == ENOSPC || errno == EDQUOT)) fail(Failure::Kind::full, "store_disk_is_full", file);
    if (descriptor < 0) fail(Failure::Kind::refused, "store_folder_is_refused", file, {{"folder", folder}});
    ::close(descriptor);
    sync_folder(folder);
}

std::uint32_t big_endian(const std::array<unsigned char, 100>& bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | bytes[at + i];
    return value;
}

// The header's page count against the size (https://www.sqlite.org/fileformat2.html, 1.3). Pages may still lie in
// the write-ahead log, whose frames are a page and 24 bytes each after 32 bytes.
void check_whole(const std::string& file, std::uint64_t size) {
    std::array<unsigned char, 100> header{};
    int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail(Failure::Kind::refused, "store_file_is_refused", file);
    ssize_t count = ::read(descriptor, header.data(), header.size());
    ::close(descriptor);
    std::string_view magic("SQLite format 3\0", 16);
    std::string_view begins(reinterpret_cast<const char*>(header.data()),
                            count < 0 ? 0 : std::min<std::size_t>(static_cast<std::size_t>(count), 16));
    if (begins != magic.substr(0, begins.size())) fail(Failure::Kind::damaged, "store_file_is_not_sqlite", file);
    std::uint64_t page = big_endian(header, 16, 2) == 1 ? 65536 : big_endian(header, 16, 2);
    std::uint64_t wanted = page * big_endian(header, 28, 4);
    std::uint64_t log = size_of(file + "-wal").value_or(0);
    std::uint64_t in_log = log > 32 && page > 0 ? (log - 32) / (page + 24) * page : 0;
    if (count < 100 || size + in_log < wanted) {
        fail(Failure::Kind::damaged, "store_file_is_cut", file,
             {{"size", std::to_string(size)}, {"wanted", std::to_string(wanted)}});
    }
}

void set_option(Location& location, std::string_view option, std::string_view address) {
    if (option.starts_with("vfs=") && option.size() > 4) {
        location.vfs = option.substr(4);
    } else if (option == "locking=exclusive") {
        location.exclusive = true;
    } else {
        fail(Failure::Kind::wrong_address, "store_option_is_not_known", std::string(address),
             {{"option", std::string(option)}});
    }
}

}  // namespace

Location parse_location(std::string_view address) {
    Location location;
    std::string_view rest = address;
    if (!address.starts_with("sqlite:")) return {std::string(address), "", false};
    rest.remove_prefix(7);
    if (rest.starts_with("//")) rest.remove_prefix(2);
    bool of_a_host = address.starts_with("sqlite://") && !rest.starts_with('/');
    std::size_t options = rest.find('?');
    location.file = rest.substr(0, options);
    if (location.file.empty() || of_a_host) {
        fail(Failure::Kind::wrong_address, "store_address_names_no_file", std::string(address));
    }
    rest = options == rest.npos ? std::string_view() : rest.substr(options + 1);
    while (!rest.empty()) {
        std::size_t end = rest.find('&');
        set_option(location, rest.substr(0, end), address);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    }
    return location;
}

void check_file(const Location& location, Access access) {
    if (!location.vfs.empty()) return;
    const std::string& file = location.file;
    std::string folder = folder_of(file);
    bool writes = access != Access::read;
    if (size_of(folder) && !may(folder, X_OK)) {
        fail(Failure::Kind::refused, "store_folder_is_refused", file, {{"folder", folder}});
    }
    std::error_code error;
    if (size_of(file) && !std::filesystem::is_regular_file(file, error)) {
        fail(Failure::Kind::wrong_address, "store_is_no_file", file);
    }
    if (!size_of(file) && access != Access::create) fail(Failure::Kind::missing, "store_does_not_exist", file);
    if (!size_of(file)) make_file(file);
    if (!may(file, writes ? R_OK | W_OK : R_OK)) fail(Failure::Kind::refused, "store_file_is_refused", file);
    // SQLite keeps its write-ahead log beside the file.
    if (writes && !may(folder, W_OK)) {
        fail(Failure::Kind::refused, "store_folder_is_refused", file, {{"folder", folder}});
    }
    std::uint64_t size = size_of(file).value_or(0);
    if (size > 0) check_whole(file, size);
}

}  // namespace styrkedja::store::sqlite
