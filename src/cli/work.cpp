// SPDX-License-Identifier: EUPL-1.2
#include "cli/work.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "cli/places.h"
#include "cli/stored.h"
#include "cli/words.h"
#include "codec/tree.h"
#include "domain/checks/checks.h"

namespace styrkedja::cli {
namespace {

bool progress_shown = false;

std::string counts(const Problems& problems, Language language) {
    std::size_t errors = problems.errors(), warnings = problems.warnings();
    std::size_t notes = problems.size() - errors - warnings;
    auto part = [](std::size_t n, std::string_view one, std::string_view many) {
        return std::to_string(n) + " " + std::string(n == 1 ? one : many);
    };
    return language == Language::sv
               ? part(errors, "fel", "fel") + ", " + part(warnings, "varning", "varningar") + ", " + part(notes, "notis", "notiser")
               : part(errors, "error", "errors") + ", " + part(warnings, "warning", "warnings") + ", " + part(notes, "note", "notes");
}

[[noreturn]] void fail(const std::string& what, const std::string& path) {
    throw std::system_error(errno, std::generic_category(), what + " " + path);
}

// What the path's last part leads to: a link stays, and what it points to is replaced.
std::string behind_links(const std::string& path) {
    constexpr int most_links = 40;
    std::filesystem::path at = path;
    for (int i = 0; i < most_links; ++i) {
        std::error_code error;
        if (!std::filesystem::is_symlink(at, error)) break;
        std::filesystem::path to = std::filesystem::read_symlink(at, error);
        if (error) break;
        at = to.is_absolute() ? to : at.parent_path() / to;
    }
    return at.string();
}

}  // namespace

std::string_view version() { return STYRKEDJA_VERSION; }

LoadedPack load(const Request& request, Problems& problems) {
    return request.has("db") ? load_stored(request, problems) : load_from_files(request, problems);
}

LoadedPack load_from_files(const Request& request, Problems& problems) {
    progress(request, "Läser underlaget …", "Reading the pack …");
    std::vector<TreeFile> files = read_tree(request.operands[0], problems);
    if (files.empty() && problems.has_errors()) return {};
    LoadedPack pack = load_pack(std::move(files), problems);
    progress(request, "Kontrollerar …", "Checking …");
    if (pack.whole) check_state(pack.state, problems);
    else problems.add("rest_is_not_checked", Severity::note, Place{}, {});
    pack.origins.locate(problems);
    return pack;
}

Exit tell(const Request& request, Problems& problems) {
    progress_done();
    problems.sort();
    if (request.has("db")) order_by_things(problems);
    if (request.has("db") && request.problems == ProblemForm::text && request.language == Language::sv) name_in_swedish(problems);
    std::string text;
    for (const Problem& problem : problems.list()) {
        text += request.problems == ProblemForm::json ? problem_json(problem, request.language) + "\n"
                                                      : problem_message(problem, request.language);
    }
    if (request.problems == ProblemForm::text && !problems.empty()) text += counts(problems, request.language) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
    bool stops = problems.has_errors() || (request.strict && problems.warnings() > 0);
    return stops ? Exit::problems : Exit::ok;
}

void write_file(const std::string& path, std::string_view bytes) {
    const std::string target = behind_links(path);
    const std::filesystem::path folder = std::filesystem::path(target).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
    std::error_code none;
    const auto kind = std::filesystem::status(target, none).type();
    // A device or a pipe is written to; only a file can be replaced by another.
    const bool in_place = kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found;
    const std::string part = in_place ? target : target + ".part";
    std::FILE* file = std::fopen(part.c_str(), "wb");
    if (!file) fail("kan inte skriva / cannot write", path);
    bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    int reason = errno;
    if (std::fclose(file) != 0 && written) {
        written = false;
        reason = errno;
    }
    if (written && !in_place && std::rename(part.c_str(), target.c_str()) != 0) {
        written = false;
        reason = errno;
    }
    if (written) return;
    if (!in_place) std::remove(part.c_str());
    errno = reason;
    fail("kan inte skriva / cannot write", path);
}

void sync_folder_of(const std::string& path) {
    const std::string folder = std::filesystem::absolute(path).parent_path().string();
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

std::string read_file(const std::string& path, Problems& problems) {
    Place place;
    place.file = path;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        problems.add("path_does_not_exist", Severity::error, std::move(place), {{"path", path}});
        return {};
    }
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) problems.add("file_cannot_be_read", Severity::error, std::move(place), {{"reason", std::strerror(errno)}});
    return bytes;
}

void write_result(const Request& request, std::string_view bytes) {
    std::string out = request.value("out", "-");
    if (out != "-") {
        write_file(out, bytes);
        return;
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0) {
        fail("kan inte skriva / cannot write", "stdout");
    }
}

bool is_terminal(const Request& request) {
    return request.value("out", "-") == "-" && isatty(STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr;
}

void progress(const Request& request, std::string_view sv, std::string_view en) {
    if (!isatty(STDERR_FILENO)) return;
    std::string_view text = request.language == Language::sv ? sv : en;
    std::fprintf(stderr, "\r\033[K%.*s", static_cast<int>(text.size()), text.data());
    progress_shown = true;
}

void progress_done() {
    if (progress_shown) std::fprintf(stderr, "\r\033[K");
    progress_shown = false;
}

}  // namespace styrkedja::cli
