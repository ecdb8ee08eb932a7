// SPDX-License-Identifier: EUPL-1.2
#include "importers/ledger_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "importers/sheet/read.h"
#include "importers/sie/read.h"

namespace styrkedja {
namespace {

constexpr std::size_t looked_at = 4096;

class FileSource : public ByteSource {
  public:
    FileSource(int file, std::uint64_t size) : file_(file), size_(size) {}
    ~FileSource() override { ::close(file_); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::size_t read(std::span<char> into) override {
        for (;;) {
            const ssize_t count = ::read(file_, into.data(), into.size());
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno != EINTR) return 0;
        }
    }
    std::uint64_t size() const override { return size_; }

  private:
    int file_;
    std::uint64_t size_;
};

}  // namespace

LedgerForm ledger_form(std::string_view first_bytes) {
    if (first_bytes.starts_with("PK\x03\x04") || first_bytes.starts_with("PK\x05\x06")) return LedgerForm::workbook;
    return sie::looks_like_sie(first_bytes) ? LedgerForm::sie : LedgerForm::table;
}

std::optional<ledger::FileFacts> read_ledger_file(const std::string& file, ByteSource& bytes, const LedgerProfile& profile,
                                                  const LedgerScope& scope, unsigned threads, ledger::Sink& sink,
                                                  Problems& problems) {
    LookedAt whole(bytes);
    // A profile with columns is for sheets: a file that is neither is told by the reader that was meant.
    const bool as_sheet = ledger_form(whole.first_bytes()) != LedgerForm::sie && !profile.columns.empty();
    if (as_sheet) return sheet::read_sheet(file, whole, profile, sheet::Scope{scope.year, scope.months}, sink, problems);
    sie::Reading how;
    how.threads = threads;
    return sie::read_sie(file, whole, how, sink, problems);
}

std::unique_ptr<ByteSource> open_ledger_file(const std::string& path, Problems& problems) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (file >= 0 && ::fstat(file, &about) == 0 && !S_ISDIR(about.st_mode)) {
        return std::make_unique<FileSource>(file, static_cast<std::uint64_t>(about.st_size));
    }
    const int reason = file >= 0 && S_ISDIR(about.st_mode) ? EISDIR : errno;
    if (file >= 0) ::close(file);
    if (reason == ENOENT) {
        problems.add("path_does_not_exist", Severity::error, Place{path, 0, 0, {}, {}, {}}, {{"path", path}});
    } else {
        problems.add("file_cannot_be_read", Severity::error, Place{path, 0, 0, {}, {}, {}}, {{"reason", std::strerror(reason)}});
    }
    return nullptr;
}

LookedAt::LookedAt(ByteSource& source) : source_(source) {
    first_.resize(looked_at);
    std::size_t there = 0;
    while (there < first_.size()) {
        const std::size_t more = source_.read(std::span(first_).subspan(there));
        if (more == 0) break;
        there += more;
    }
    first_.resize(there);
}

std::size_t LookedAt::read(std::span<char> into) {
    if (given_ == first_.size()) return source_.read(into);
    const std::size_t size = std::string_view(first_).substr(given_).copy(into.data(), into.size());
    given_ += size;
    return size;
}

}  // namespace styrkedja
