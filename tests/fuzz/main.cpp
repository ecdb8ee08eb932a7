// SPDX-License-Identifier: EUPL-1.2
// Changes files and values at random from a seed, and looks whether the readers keep what they promise.
//   fuzz [--seconds N | --rounds N] [--seed N] [--round N]     --round: only that one, to see it again
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "fuzz/fuzz.h"

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace styrkedja::fuzz {
namespace {

std::uint64_t seed = 1, round_now = 0;
std::string* input_now = nullptr;
std::string name_now;

// Says what was done last, whatever ended it.
void tell_where() {
    std::fprintf(stderr, "\nfuzz: %s, seed %llu, round %llu; see it again with: fuzz --seed %llu --round %llu\n", name_now.c_str(),
                 static_cast<unsigned long long>(seed), static_cast<unsigned long long>(round_now),
                 static_cast<unsigned long long>(seed), static_cast<unsigned long long>(round_now));
    if (!input_now) return;
    std::ofstream("fuzz-input.bin", std::ios::binary) << *input_now;
    std::fprintf(stderr, "fuzz: its input is in fuzz-input.bin\n");
}

void on_signal(int signal) {
    if (signal == SIGALRM) std::fprintf(stderr, "\nfuzz: does not end\n");
    tell_where();
    _exit(1);
}

// A round depends on the seed and its number alone. A pack's file name, before the zero byte, is left as it is.
bool play(const std::vector<std::vector<Reader>>& groups, std::uint64_t number) {
    round_now = number;
    Random random(seed * 0x9E3779B9U + number * 0x85EBCA6BU);
    const std::vector<Reader>& group = groups[number % groups.size()];
    const Reader& reader = random.of(group);
    if (reader.seeds.empty()) return true;
    std::string input = random.of(reader.seeds);
    std::size_t name = reader.name.starts_with("pack ") ? input.find('\0') + 1 : 0;
    input = input.substr(0, name) + changed(input.substr(name), random);
    name_now = reader.name;
    input_now = &input;
    alarm(60);
    std::string broken = reader.broken(input, random);
    alarm(0);
    if (!broken.empty()) {
        std::fprintf(stderr, "fuzz: %s: %s\n", reader.name.c_str(), broken.c_str());
        tell_where();
    }
    input_now = nullptr;
    return broken.empty();
}

int run(int seconds, std::uint64_t rounds) {
    std::vector<std::vector<Reader>> groups{value_readers(), file_readers(), pack_readers(), log_readers(), sie_readers(), sheet_readers(), stored_ledger_readers()};
    auto begin = std::chrono::steady_clock::now();
    std::uint64_t number = 0;
    auto more = [&] {
        if (seconds <= 0) return number < rounds;
        return number % 64 != 0 || std::chrono::steady_clock::now() - begin < std::chrono::seconds(seconds);
    };
    for (; more(); ++number) {
        if (!play(groups, number)) return 1;
    }
    std::printf("fuzz: seed %llu, %llu rounds, nothing broken\n", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(number));
    return 0;
}

}  // namespace
}  // namespace styrkedja::fuzz

int main(int count, char** arguments) {
    using namespace styrkedja::fuzz;
    int seconds = 0;
    std::uint64_t rounds = 3'000;
    bool one = false;
    for (int i = 1; i + 1 < count; i += 2) {
        auto value = std::strtoull(arguments[i + 1], nullptr, 10);
        if (!std::strcmp(arguments[i], "--seconds")) seconds = static_cast<int>(value);
        if (!std::strcmp(arguments[i], "--rounds")) rounds = value;
        if (!std::strcmp(arguments[i], "--seed")) seed = value;
        if (!std::strcmp(arguments[i], "--round")) round_now = value, one = true;
    }
    if (__sanitizer_set_death_callback) __sanitizer_set_death_callback(tell_where);
    for (int signal : {SIGALRM, SIGABRT}) std::signal(signal, on_signal);
    if (one) {
        std::uint64_t number = round_now;
        return play({value_readers(), file_readers(), pack_readers(), log_readers(), sie_readers(), sheet_readers(), stored_ledger_readers()}, number) ? 0 : 1;
    }
    return run(seconds, rounds);
}
