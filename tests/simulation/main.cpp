// SPDX-License-Identifier: EUPL-1.2
// Plays municipalities by seeds: people, servers that race, stores and disks that fail, power cuts; and holds what
// people were told against what is there. The same seed gives the same everywhere.
//   simulation [--seed N] [--seeds N] [--seconds N] [--verbose 1] [--planted sync|ack|half|blind]
// --seed: the first (1); --seeds, --seconds: so many at least (1), and so long at least; --verbose: what happens, step by step; --planted: with that fault in it, which is to be found.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

#include "simulation/world.h"

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace styrkedja::simulation {
namespace {

struct Options {
    std::uint64_t seed = 1, seeds = 1;
    int seconds = 0;
    bool verbose = false;
    Planted planted = Planted::none;
};

std::uint64_t seed_now = 0;

void tell_where() {
    std::fprintf(stderr, "simulation: seed %llu; see it again with: simulation --seed %llu --verbose 1\n",
                 static_cast<unsigned long long>(seed_now), static_cast<unsigned long long>(seed_now));
}

void on_signal(int signal) {
    if (signal == SIGALRM) std::fprintf(stderr, "\nsimulation: does not end\n");
    tell_where();
    _exit(1);
}

// Without faults the memory store and SQLite come to the same log, byte by byte.
std::string compare(std::uint64_t seed, Course course) {
    course.fault_one_in = course.crash_one_in = 0;
    course.servers = 1;
    course.on_disk = false;
    World memory(seed, course);
    if (std::string broken = memory.run(); !broken.empty()) return broken;
    course.on_disk = true;
    World sqlite(seed, course);
    if (std::string broken = sqlite.run(); !broken.empty()) return broken;
    return memory.log_bytes() == sqlite.log_bytes() ? "" : "the memory store's log and SQLite's differ";
}

std::string play(std::uint64_t seed, const Options& options) {
    Course course = course_of(seed);
    course.verbose = options.verbose;
    course.planted = options.planted;
    if (seed % 16 == 0) return compare(seed, course);
    World world(seed, course);
    return world.run();
}

int run(const Options& options) {
    const auto begin = std::chrono::steady_clock::now();
    auto more = [&](std::uint64_t done) {
        return done < options.seeds || std::chrono::steady_clock::now() - begin < std::chrono::seconds(options.seconds);
    };
    std::uint64_t done = 0;
    for (; more(done); ++done) {
        seed_now = options.seed + done;
        alarm(120);
        const std::string broken = play(seed_now, options);
        alarm(0);
        if (broken.empty()) continue;
        std::fprintf(stderr, "simulation: %s (after %llu seeds)\n", broken.c_str(), static_cast<unsigned long long>(done));
        tell_where();
        return 1;
    }
    std::printf("simulation: %llu seeds from %llu, everything held\n", static_cast<unsigned long long>(done),
                static_cast<unsigned long long>(options.seed));
    return 0;
}

Planted planted_named(const char* name) {
    constexpr std::string_view names[] = {"none", "sync", "ack", "half", "blind"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if (names[i] == name) return static_cast<Planted>(i);
    }
    std::fprintf(stderr, "simulation: no fault is called %s\n", name);
    std::exit(2);
}

}  // namespace
}  // namespace styrkedja::simulation

int main(int count, char** arguments) {
    using namespace styrkedja::simulation;
    Options options;
    for (int i = 1; i + 1 < count; i += 2) {
        const auto value = std::strtoull(arguments[i + 1], nullptr, 10);
        if (!std::strcmp(arguments[i], "--seed")) options.seed = value;
        if (!std::strcmp(arguments[i], "--seeds")) options.seeds = value;
        if (!std::strcmp(arguments[i], "--seconds")) options.seconds = static_cast<int>(value);
        if (!std::strcmp(arguments[i], "--verbose")) options.verbose = value != 0;
        if (!std::strcmp(arguments[i], "--planted")) options.planted = planted_named(arguments[i + 1]);
    }
    if (__sanitizer_set_death_callback) __sanitizer_set_death_callback(tell_where);
    for (int signal : {SIGALRM, SIGABRT, SIGSEGV}) std::signal(signal, on_signal);
    return run(options);
}
