// SPDX-License-Identifier: EUPL-1.2
#include "codec/tree.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "base/utf8.h"

namespace styrkedja {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 1000;

std::string in_megabytes(std::uint64_t bytes) {
    return bytes >= 1024 * 1024 ? std::to_string(bytes / 1024 / 1024) + " MB" : std::to_string(bytes) + " B";
}

Place in_file(const std::string& name) {
    return Place{name, 0, 0, "", "", ""};
}

// A folder on disk: first all names and sizes, then, if nothing is wrong, the bytes.
class FolderReader {
  public:
    FolderReader(const fs::path& root, Problems& problems, const TreeLimits& limits)
        : root_(root), problems_(problems), limits_(limits) {}

    std::vector<TreeFile> read();

  private:
    struct Found {
        std::string name;
        fs::path path;
        std::uint64_t size;
    };

    bool list(const fs::path& folder, const std::string& prefix, std::size_t level);
    bool take(const fs::directory_entry& entry, const std::string& name, std::size_t level);
    bool is_good_link(const fs::path& path) const;
    bool take_file(const fs::path& path, const std::string& name);

    fs::path root_;
    Problems& problems_;
    const TreeLimits& limits_;
    std::vector<Found> found_;
    std::uint64_t total_ = 0;
};

std::optional<std::string> read_bytes(const fs::path& path, std::uint64_t most) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string bytes;
    std::vector<char> buffer(1 << 16);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > most) break;
    }
    if (in.bad()) return std::nullopt;
    return bytes;
}

// Files only, and only within the root: so a link can't make a circle or show what lies outside.
bool FolderReader::is_good_link(const fs::path& path) const {
    std::error_code error;
    fs::path target = fs::canonical(path, error);
    if (error || !fs::is_regular_file(target, error)) return false;
    auto [in_root, in_target] = std::mismatch(root_.begin(), root_.end(), target.begin(), target.end());
    return in_root == root_.end() && in_target != target.end();
}

bool FolderReader::take_file(const fs::path& path, const std::string& name) {
    std::error_code error;
    std::uint64_t size = fs::file_size(path, error);
    if (error) {
        problems_.add("file_cannot_be_read", Severity::error, in_file(name), {{"reason", error.message()}});
        return true;
    }
    if (found_.size() == limits_.files) {
        problems_.add("too_many_files", Severity::error, {}, {{"limit", std::to_string(limits_.files)}});
        return false;
    }
    total_ += size;
    if (total_ > limits_.bytes) {
        problems_.add("files_are_too_large", Severity::error, {}, {{"limit", in_megabytes(limits_.bytes)}});
        return false;
    }
    found_.push_back({name, path, size});
    return true;
}

bool FolderReader::take(const fs::directory_entry& entry, const std::string& name, std::size_t level) {
    std::error_code error;
    if (!is_safe_name(name)) {
        problems_.add("file_name_is_refused", Severity::error, {}, {{"name", name}});
        return true;
    }
    if (entry.is_symlink(error) && !is_good_link(entry.path())) {
        problems_.add("link_is_refused", Severity::error, in_file(name), {{"name", name}});
        return true;
    }
    if (entry.is_directory(error)) return list(entry.path(), name + "/", level + 1);
    if (entry.is_regular_file(error)) return take_file(entry.path(), name);
    return true;  // sockets, pipes and devices are no files of a pack
}

bool FolderReader::list(const fs::path& folder, const std::string& prefix, std::size_t level) {
    if (level > limits_.levels) {
        problems_.add("folder_is_too_deep", Severity::error, in_file(prefix),
                      {{"limit", std::to_string(limits_.levels)}});
        return false;
    }
    std::error_code error;
    fs::directory_iterator at(folder, error), end;
    for (; !error && at != end; at.increment(error)) {
        std::string name = at->path().filename().string();
        if (is_leftover(name)) continue;
        if (!take(*at, prefix + name, level)) return false;
    }
    if (error)
        problems_.add("file_cannot_be_read", Severity::error, in_file(prefix), {{"reason", error.message()}});
    return true;
}

std::vector<TreeFile> FolderReader::read() {
    std::size_t before = problems_.errors();
    list(root_, "", 1);
    if (problems_.errors() > before) return {};
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.name < b.name; });
    std::vector<TreeFile> files;
    files.reserve(found_.size());
    for (const Found& found : found_) {
        auto bytes = read_bytes(found.path, limits_.bytes);
        if (!bytes) {
            problems_.add("file_cannot_be_read", Severity::error, in_file(found.name),
                          {{"reason", std::strerror(errno)}});
            continue;
        }
        files.push_back({found.name, std::move(*bytes)});
    }
    if (problems_.errors() > before) files.clear();
    return files;
}

}  // namespace

bool is_safe_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name || find_invalid_utf8(name) != std::string_view::npos)
        return false;
    if (name.size() >= 2 && name[1] == ':') return false;
    for (char c : name) {
        if (c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    }
    for (std::size_t at = 0; at <= name.size();) {
        std::size_t end = std::min(name.find('/', at), name.size());
        std::string_view part = name.substr(at, end - at);
        if (part.empty() || part == "." || part == "..") return false;
        at = end + 1;
    }
    return true;
}

bool is_leftover(std::string_view name) {
    for (std::size_t at = 0; at <= name.size();) {
        std::size_t end = std::min(name.find('/', at), name.size());
        std::string_view part = name.substr(at, end - at);
        bool dots = part == "." || part == "..";  // not hidden but refused
        if (!dots && (part.starts_with('.') || part.starts_with("~$") || part.ends_with('~'))) return true;
        if (part == "Thumbs.db" || part == "desktop.ini" || part == "__MACOSX") return true;
        at = end + 1;
    }
    return false;
}

std::vector<TreeFile> read_tree(const std::string& path, Problems& problems, const TreeLimits& limits) {
    std::error_code error;
    fs::path canonical = fs::canonical(path, error);
    if (error) {
        problems.add("path_does_not_exist", Severity::error, {}, {{"path", path}});
        return {};
    }
    if (fs::is_directory(canonical, error)) return FolderReader(canonical, problems, limits).read();
    auto bytes = fs::is_regular_file(canonical, error) ? read_bytes(canonical, limits.bytes) : std::nullopt;
    if (!bytes) {
        problems.add("file_cannot_be_read", Severity::error, in_file(path),
                     {{"reason", std::strerror(errno)}});
        return {};
    }
    if (!bytes->starts_with("PK")) {
        problems.add("path_is_not_folder_or_zip", Severity::error, {}, {{"path", path}});
        return {};
    }
    if (bytes->size() > limits.bytes) {
        problems.add("files_are_too_large", Severity::error, in_file(path),
                     {{"limit", in_megabytes(limits.bytes)}});
        return {};
    }
    return read_zip(*bytes, path, problems, limits);
}

}  // namespace styrkedja
