// SPDX-License-Identifier: EUPL-1.2
#include "app/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace styrkedja::app {
namespace {

void add(std::string_view code, const std::string& path, Problems& problems,
         std::vector<std::pair<std::string_view, std::string>> args = {}) {
    problems.add(code, Severity::error, Place{path, 0, 0, {}, {}, {}}, std::move(args));
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

}  // namespace

bool write_key_file(const std::string& path, const log::SigningKey& key, Problems& problems) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0 && errno == EEXIST) {
        add("signing_key_is_there_already", path, problems);
        return false;
    }
    const bool written = file >= 0 && write_all(file, log::key_text(key));
    const int reason = errno;
    const bool closed = file < 0 || ::close(file) == 0;
    if (written && closed) return true;
    if (file >= 0) ::unlink(path.c_str());
    add("signing_key_cannot_be_written", path, problems, {{"reason", std::strerror(reason)}});
    return false;
}

std::optional<log::SigningKey> read_key_file(const std::string& path, Problems& problems) {
    struct stat info {};
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    std::array<char, 4096> bytes{};
    ssize_t size = -1;
    if (file >= 0 && ::fstat(file, &info) == 0) size = ::read(file, bytes.data(), bytes.size());
    const int reason = errno;
    if (file >= 0) ::close(file);
    if (size < 0) {
        add("signing_key_cannot_be_read", path, problems, {{"reason", std::strerror(reason)}});
        return std::nullopt;
    }
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        add("signing_key_is_open_to_others", path, problems);
        return std::nullopt;
    }
    return log::read_key(std::string_view(bytes.data(), static_cast<std::size_t>(size)), path, problems);
}

}  // namespace styrkedja::app
