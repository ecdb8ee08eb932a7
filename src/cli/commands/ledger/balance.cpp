// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include "cli/commands.h"
#include "cli/commands/ledger/balance_table.h"
#include "cli/commands/ledger/stored_balance.h"
#include "cli/work.h"
#include "importers/sie/read.h"

namespace styrkedja::cli {
namespace {

std::atomic<bool> has_had_enough = false;   // Ctrl-C

bool stopped() { return has_had_enough; }

// Ctrl-C stops at the next block, and nothing is written.
class Interruptible {
  public:
    Interruptible() : before_(std::signal(SIGINT, [](int) { has_had_enough = true; })) {}
    ~Interruptible() { std::signal(SIGINT, before_); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

  private:
    void (*before_)(int);
};

class FileBytes : public ByteSource {
  public:
    FileBytes(const Request& request, const std::string& path)
        : request_(&request), file_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)), reason_(file_ < 0 ? errno : 0) {}
    ~FileBytes() override {
        if (file_ > STDIN_FILENO) ::close(file_);
    }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    std::size_t read(std::span<char> into) override {
        ssize_t got = -1;
        do got = file_ < 0 ? 0 : ::read(file_, into.data(), into.size());
        while (got < 0 && errno == EINTR && !has_had_enough);
        if (got < 0) reason_ = errno;
        if (got <= 0) return 0;
        constexpr std::uint64_t step = 64U << 20U;
        const std::uint64_t before = read_ / step;
        read_ += static_cast<std::uint64_t>(got);
        if (read_ / step != before) tell_progress();
        return static_cast<std::size_t>(got);
    }
    int reason() const { return reason_; }

  private:
    void tell_progress() const {
        const std::string megabytes = std::to_string(read_ >> 20U);
        progress(*request_, "Läser … " + megabytes + " MB", "Reading … " + megabytes + " MB");
    }
    const Request* request_;
    int file_;
    int reason_ = 0;
    std::uint64_t read_ = 0;
};

unsigned threads_of(const Request& request) {
    const std::string asked = request.value("threads", "0");
    const unsigned long wanted = asked.size() > 3 ? 64 : std::strtoul(asked.c_str(), nullptr, 10);
    if (wanted > 0) return static_cast<unsigned>(std::min(wanted, 64UL));
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

BalanceFigure figure_of(const Request& request) {
    const std::string what = request.value("what", "change");
    return what == "opening"   ? BalanceFigure::opening
           : what == "closing" ? BalanceFigure::closing
           : what == "budget"  ? BalanceFigure::budget
                               : BalanceFigure::change;
}

void tell_unread(const std::string& path, int reason, Problems& problems) {
    Place place;
    place.file = path;
    if (reason == ENOENT) problems.add("path_does_not_exist", Severity::error, std::move(place), {{"path", path}});
    else problems.add("file_cannot_be_read", Severity::error, std::move(place), {{"reason", std::strerror(reason)}});
}

std::string written(const BalanceTable& table, const Request& request) {
    const std::string to = request.value("to", "text");
    return to == "csv" ? as_csv(table) : to == "json" ? as_json(table) : as_text(table, request.language);
}

}  // namespace

// Straight from a file to its sums, with all that can be checked in it. What isn't whole is a warning here, and is left out.
Exit ledger_balance(const Request& request) {
    if (request.has("db")) return balance_of_store(request);
    const std::string& path = request.operands[0];
    Problems problems;
    auto keys = keys_of(request.value("by", "account"));
    if (!keys) {
        problems.add("balance_parts_are_wrong", Severity::error, Place{}, {{"by", request.value("by")}});
        return tell(request, problems), Exit::usage;
    }
    Interruptible until_told;
    FileBytes bytes(request, path);
    BalanceGather gather(*keys, stopped);
    sie::Reading how;
    how.unbalanced_is_error = false;
    how.threads = threads_of(request);
    std::optional<ledger::FileFacts> facts;
    if (bytes.reason() == 0) facts = sie::read_sie(path, bytes, how, gather, problems);
    if (has_had_enough) return progress_done(), Exit::machine;
    if (bytes.reason() != 0) {
        problems = Problems();
        tell_unread(path, bytes.reason(), problems);
        return tell(request, problems);
    }
    if (!facts) return tell(request, problems);
    const BalanceTable table = table_of(std::move(*keys), figure_of(request), gather, std::move(*facts));
    if (table.overflowed) problems.add("sie_sum_is_too_large", Severity::error, Place{path, 0, 0, "", "", ""});
    if (const std::string missing = gather.missing_dimension(); !missing.empty()) {
        problems.add("balance_dimension_is_not_in_file", Severity::warning, Place{path, 0, 0, "", "", ""}, {{"dimension", missing}});
    }
    const Exit exit = tell(request, problems);
    if (!table.overflowed) write_result(request, written(table, request));
    return exit;
}

}  // namespace styrkedja::cli
