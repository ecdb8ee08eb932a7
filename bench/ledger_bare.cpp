// SPDX-License-Identifier: EUPL-1.2
// The least that a program can do with a SIE file: looks for #VER and #TRANS, adds up account × unit × month, and checks nothing
// at all. What ledger balance is measured against (script/bench-ledger).
//   ledger_bare FILE.se [THREADS]
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t most_accounts = 8192, most_units = 512, months = 12;

// By month, unit and account; units are numbered as they come.
struct Sums {
    std::vector<std::int64_t> cells = std::vector<std::int64_t>(months * most_units * 256);
    std::uint16_t account_number[most_accounts] = {}, unit_number[65536] = {};
    std::uint16_t accounts = 0, units = 0;
    std::uint32_t account_code[256] = {}, unit_code[most_units] = {};
};

std::uint32_t number(const char*& at) {
    std::uint32_t value = 0;
    while (*at >= '0' && *at <= '9') value = value * 10 + static_cast<std::uint32_t>(*at++ - '0');
    return value;
}

void add_up(const char* at, const char* end, Sums& sums) {
    std::size_t month = 0;
    while (at < end) {
        if (at[0] == '#' && at[1] == 'V') {
            at += 5;
            for (int blanks = 0; blanks < 2; ++at) blanks += *at == ' ';
            month = static_cast<std::size_t>((at[4] - '0') * 10 + at[5] - '0' - 1);
        } else if (at[0] == ' ' || at[0] == '#') {
            while (*at == ' ') ++at;
            if (at[1] == 'T' && at[2] == 'R') {
                at += 7;
                const std::uint32_t account = number(at);
                at += 5;   // " {1 "
                const std::uint32_t unit = number(at);
                at += 3;   // "\"} "
                const bool negative = *at == '-';
                at += negative;
                std::int64_t ore = number(at);
                ++at;
                ore = ore * 100 + number(at);
                std::uint16_t& a = sums.account_number[account];
                if (a == 0) a = ++sums.accounts, sums.account_code[a] = account;
                std::uint16_t& u = sums.unit_number[unit];
                if (u == 0) u = ++sums.units, sums.unit_code[u] = unit;
                sums.cells[(month * most_units + u) * 256 + a] += negative ? -ore : ore;
            }
        }
        at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (!at) break;
        ++at;
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return std::fprintf(stderr, "ledger_bare FILE.se [THREADS]\n"), 2;
    const auto threads = static_cast<std::size_t>(count > 2 ? std::atoi(arguments[2]) : 1);
    const int file = ::open(arguments[1], O_RDONLY);
    struct stat about {};
    if (file < 0 || ::fstat(file, &about) != 0) return std::perror(arguments[1]), 1;
    const auto size = static_cast<std::size_t>(about.st_size);
    const char* text = static_cast<const char*>(::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0));
    std::vector<std::unique_ptr<Sums>> sums;
    std::vector<std::thread> running;
    const char* from = text;
    for (std::size_t i = 0; i < threads; ++i) {
        sums.push_back(std::make_unique<Sums>());
        const char* to = text + size;
        if (i + 1 < threads) {
            to = text + size * (i + 1) / threads;
            while (std::memcmp(to, "\n#VER", 5) != 0) ++to;
            ++to;
        }
        running.emplace_back(add_up, from, to, std::ref(*sums.back()));
        from = to;
    }
    for (std::thread& each : running) each.join();
    std::vector<std::int64_t> by_account(most_accounts);
    for (const auto& part : sums) {
        for (std::size_t i = 0; i < part->cells.size(); ++i) by_account[part->account_code[i % 256]] += part->cells[i];
    }
    for (std::size_t i = 1; i < most_accounts; ++i) {
        if (by_account[i] != 0) std::printf("%zu;%s%lld.%02lld\n", i, by_account[i] < 0 ? "-" : "", std::llabs(by_account[i]) / 100, std::llabs(by_account[i]) % 100);
    }
    return 0;
}
