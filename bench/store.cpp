// SPDX-License-Identifier: EUPL-1.2
// Measures the store: a made-up city's ten years (ten_years.h). Each step is a process of its own, so that its peak
// of memory is its own. script/bench-store runs them and prints the table.
//   bench_store make|fold|verify|snapshot|start|as-of|diff|append|writers URL [SCALE]
#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <thread>

#include "app/history.h"
#include "app/sequencer.h"
#include "cli/memory.h"
#include "domain/state/diff.h"
#include "domain/state/stored.h"
#include "log/chain.h"
#include "log/entry.h"
#include "log/digest.h"
#include "store/open.h"
#include "ten_years.h"

namespace styrkedja::bench {
namespace {

using app::KnownPtr;
using Seconds = double;

Seconds now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Seconds timed(const std::function<void()>& work) {
    const Seconds begin = now();
    work();
    return now() - begin;
}

std::size_t peak_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) / 1024;
}

std::size_t resident_mb() {
    std::ifstream statm("/proc/self/statm");
    std::size_t total = 0, resident = 0;
    statm >> total >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

void row(const char* what, double value, const char* unit, const std::string& note = "") {
    std::printf("| %s | %.3g | %s | %s |\n", what, value, unit, note.c_str());
    std::fflush(stdout);
}

void must(bool holds, const Problems& problems) {
    if (holds) return;
    for (const Problem& each : problems.list()) std::fprintf(stderr, "%s\n", std::string(each.code).c_str());
    std::abort();
}

void make(store::Store& store, double scale) {
    TenYears made;
    const Seconds took = timed([&] { made = write_ten_years(store, scale); });
    row("entries", static_cast<double>(made.entries), "");
    row("changes", static_cast<double>(made.changes), "");
    row("values now", static_cast<double>(made.values), "");
    row("things now", static_cast<double>(made.things), "");
    row("texts now", static_cast<double>(made.text_bytes) / 1e6, "MB");
    row("allowed: 1,5 x texts + 300 B a thing + 40 B a value",
        (1.5 * static_cast<double>(made.text_bytes) + 300.0 * static_cast<double>(made.things) + 40.0 * static_cast<double>(made.values)) / 1e6, "MB");
    row("writing it, sealed, 2 000 entries a transaction", took, "s");
}

std::uint64_t changes_of(store::Store& store) {
    std::uint64_t changes = 0;
    store.read_log("staden", 0, store.head("staden"), [&](const store::LogRow& each) {
        changes += log::EntryReader(each.entry, each.content).head().changes;
        return true;
    });
    return changes;
}

void fold(store::Store& store) {
    std::uint64_t bytes = 0;
    const Version head = store.head("staden");
    const Seconds reading = timed([&] {
        store.read_log("staden", 0, head, [&](const store::LogRow& each) {
            bytes += each.entry.size() + each.content.size();
            return true;
        });
    });
    const auto changes = static_cast<double>(changes_of(store));
    KnownPtr known;
    Problems problems;
    const Seconds took = timed([&] { known = app::fold_all(store, "staden", head, problems); });
    must(known != nullptr, problems);
    row("reading the rows only", reading, "s", std::to_string(bytes / 1'000'000) + " MB");
    row("full fold from the store", took, "s", std::to_string(static_cast<long>(changes / took / 1'000)) + " 000 changes/s");
    row("peak of memory while folding", static_cast<double>(peak_mb()), "MB");
}

void verify(store::Store& store) {
    const Version head = store.head("staden");
    std::uint64_t bytes = 0;
    const Seconds reading = timed([&] {
        store.read_log("staden", 0, head, [&](const store::LogRow& each) { return bytes += each.entry.size() + each.content.size(), true; });
    });
    std::string block(1U << 20U, 'x');
    const Seconds bare = timed([&] {
        for (std::uint64_t done = 0; done < bytes; done += block.size()) block[0] = log::hash_of(block)[0];
    });
    Problems problems;
    const Seconds took = timed([&] {
        log::Verifier verifier("staden");
        store.read_log("staden", 0, head, [&](const store::LogRow& each) {
            verifier.entry(each.version, each.command, each.entry, each.hash, each.content, problems);
            return true;
        });
        verifier.end(problems);
    });
    must(problems.empty(), problems);
    row("the bare hash over as many bytes", bare, "s", std::to_string(bytes / 1'000'000) + " MB");
    row("reading the rows only", reading, "s");
    row("verifying chain and values, with reading", took, "s", "x" + std::to_string((took - reading) / bare).substr(0, 4) + " the bare hash");
}

void snapshot(store::Store& store) {
    Problems problems;
    const KnownPtr known = app::fold_all(store, "staden", store.head("staden"), problems);
    must(known != nullptr, problems);
    row("writing a snapshot", timed([&] { app::write_snapshot(store, *known); }), "s");
}

void start(store::Store& store) {
    Problems problems;
    KnownPtr known;
    const std::size_t before = resident_mb();
    const Seconds took = timed([&] { known = app::load(store, "staden", problems); });
    must(known != nullptr, problems);
    row("start from a snapshot to ready", took, "s");
    const auto in_use = mallinfo2();
    row("memory held when ready", static_cast<double>(resident_mb() - before), "MB", "peak " + std::to_string(peak_mb()) + " MB");
    row("of it in use", static_cast<double>(in_use.uordblks + in_use.hblkhd) / 1e6, "MB", std::to_string(in_use.fordblks / 1'000'000) + " MB kept for what comes");
}

// Versions at which years begin, as the store's times tell.
Version year_before_last_version(store::Store& store, int years) {
    const Version head = store.head("staden");
    return head - head / 10 * static_cast<Version>(years);
}

void as_of(store::Store& store) {
    Problems problems;
    const KnownPtr known = app::load(store, "staden", problems);
    must(known != nullptr, problems);
    const std::size_t before = resident_mb();
    KnownPtr then, earlier;
    const Seconds took = timed([&] { then = app::as_of(store, known, year_before_last_version(store, 1), problems); });
    must(then != nullptr, problems);
    row("as of last year, the first time", took * 1e3, "ms", std::to_string(resident_mb() - before) + " MB more");
    const Seconds again = timed([&] { earlier = app::as_of(store, then, year_before_last_version(store, 2), problems); });
    must(earlier != nullptr, problems);
    row("and the year before, from there", again * 1e3, "ms");
    std::size_t changes = 0;
    const Seconds differing = timed([&] { changes = difference(then->state, known->state).size(); });
    row("differences of now and last year", differing * 1e3, "ms", std::to_string(changes) + " changes");
}

// Two years' plans: the goals and indicators of the one and of the other, a tenth of them changed.
void diff(store::Store& store) {
    Problems problems;
    const KnownPtr known = app::load(store, "staden", problems);
    must(known != nullptr, problems);
    State next = known->state;
    const Kind& goals = *find_kind("goals");
    const FieldInfo& name = *field_named(goals, "name");
    int number = 0;
    goals.each(known->state, [&](const void* thing) {
        if (++number % 10 != 0) return;
        std::shared_ptr<void> copy = goals.copy(thing);
        restore(goals, name, copy.get(), "Nytt namn " + std::to_string(number));
        goals.put(next, std::move(copy));
    });
    std::size_t changes = 0;
    const Seconds took = timed([&] { changes = difference(known->state, next).size(); });
    row("difference of two years' plans (20 000 goals, 2 000 changed)", took * 1e3, "ms", std::to_string(changes) + " changes");
}

Seconds median(std::vector<Seconds> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// The disk's part: as many bytes as an entry, appended and synced.
Seconds bare_sync(const std::string& folder, std::size_t bytes, int rounds) {
    const std::string path = folder + "/bare-sync";
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    const std::string block(bytes, 'x');
    std::vector<Seconds> times;
    for (int i = 0; i < rounds; ++i) {
        times.push_back(timed([&] {
            if (::write(file, block.data(), block.size()) < 0 || ::fdatasync(file) != 0) std::abort();
        }));
    }
    ::close(file);
    ::unlink(path.c_str());
    return median(times);
}

app::Command edit(int person, int number) {
    const Kind& goals = *find_kind("goals");
    app::Command made;
    // In the order of time, as clients make them (UUID version 7).
    static std::atomic<std::uint64_t> commands = 0;
    char id[40];
    std::snprintf(id, sizeof id, "%012llx-%012llx", static_cast<unsigned long long>(::time(nullptr)),
                  static_cast<unsigned long long>(++commands));
    made.id = id;
    made.actor = "enhetschef " + std::to_string(person);
    made.read = ~Version{0} >> 12U;   // this person has seen everything
    made.changes.emplace_back(ChangeKind::set, number_of(goals), "m" + std::to_string(person), field_named(goals, "description")->number, 0,
                              "Så här gick det för mål " + std::to_string(number) + ", och därför gör vi nu så här i stället.");
    return made;
}

std::unique_ptr<app::Sequencer> sequencer(store::Store& store) {
    Problems problems;
    auto made = std::make_unique<app::Sequencer>(store.again(), "staden", app::system_clock(), log::random_salts(), problems);
    must(problems.empty(), problems);
    return made;
}

void append(store::Store& store, const std::string& folder) {
    const auto one = sequencer(store);
    constexpr int rounds = 600;
    std::vector<Seconds> bare, ours;
    for (int part = 0; part < 6; ++part) {   // turn by turn, so that both see the same disk
        bare.push_back(bare_sync(folder, 500, rounds / 6));
        std::vector<Seconds> times;
        for (int i = 0; i < rounds / 6; ++i) {
            const app::Command command = edit(part, part * rounds + i);
            times.push_back(timed([&] {
                if (one->run(command).what != app::Outcome::What::done) std::abort();
            }));
        }
        ours.push_back(median(times));
    }
    row("bare write of 500 bytes + fdatasync", median(bare) * 1e6, "us");
    row("one user's change, durable", median(ours) * 1e6, "us", "x" + std::to_string(median(ours) / median(bare)).substr(0, 4) + " the bare one");
}

double throughput(store::Store& store, int people, int rounds) {
    app::Writer writer(sequencer(store));
    const Seconds took = timed([&] {
        std::vector<std::thread> threads;
        for (int person = 0; person < people; ++person) {
            threads.emplace_back([&, person] {
                for (int i = 0; i < rounds; ++i) {
                    if (writer.submit(edit(person, 1'000'000 + people * 100'000 + i)).get().what != app::Outcome::What::done) std::abort();
                }
            });
        }
        for (std::thread& each : threads) each.join();
    });
    return people * rounds / took;
}

void writers(store::Store& store) {
    const double one = throughput(store, 1, 4'000), hundred = throughput(store, 100, 600);
    row("one writer", one, "changes/s");
    row("100 writers at once", hundred, "changes/s", "x" + std::to_string(hundred / one).substr(0, 4));
}

}  // namespace

int run(const std::string& step, const std::string& url, double scale) {
    auto store = store::open(url, step == "make" ? store::Access::create : store::Access::write);
    const std::string file = url.substr(0, url.rfind('/'));
    if (step == "make") make(*store, scale);
    else if (step == "fold") fold(*store);
    else if (step == "verify") verify(*store);
    else if (step == "snapshot") snapshot(*store);
    else if (step == "start") start(*store);
    else if (step == "as-of") as_of(*store);
    else if (step == "diff") diff(*store);
    else if (step == "append") append(*store, url.find("://") == url.npos ? file : "/tmp");
    else if (step == "writers") writers(*store);
    else return 2;
    return 0;
}

}  // namespace styrkedja::bench

int main(int argc, char** argv) {
    styrkedja::cli::prepare_memory();
    if (argc < 3) return 2;
    try {
        return styrkedja::bench::run(argv[1], argv[2], argc > 3 ? std::atof(argv[3]) : 1.0);
    } catch (const styrkedja::store::Failure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 3;
    }
}
