// SPDX-License-Identifier: EUPL-1.2
// store_writer URL create|write|verify [FILE]: what script/failover lets write while servers die.
//   create  makes the store
//   write   adds one entry after the other until it is told to stop (SIGTERM); says each one that is acknowledged:
//           "12 c-12 1795280831757": its version, its command, the milliseconds since 1970
//   verify  reads what `write` has said from FILE, and says whether all of it is in the log, which has no hole
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>

#include "store/postgres/open.h"
#include "support/persistent_writer.h"

namespace {

using namespace styrkedja;

std::atomic<bool> stop = false;

long long now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

void write(store::Store& store) {
    testing::PersistentWriter writer(store, "haverby");
    for (int i = 1; !stop; ++i) {
        const std::string command = "c-" + std::to_string(i);
        const Version version = writer.write(command, "entry of " + command);
        std::printf("%llu %s %lld\n", static_cast<unsigned long long>(version), command.c_str(), now());
        std::fflush(stdout);
    }
    std::fprintf(stderr, "%d calls had no answer\n", writer.unknown());
}

int verify(store::Store& store, const char* said) {
    std::ifstream file(said);
    std::string command;
    long long version = 0, time = 0, acknowledged = 0, lost = 0;
    while (file >> version >> command >> time) {
        ++acknowledged;
        const auto found = store.find_command("haverby", command);
        if (!found || *found != static_cast<Version>(version)) {
            std::printf("LOST: %s\n", command.c_str());
            ++lost;
        }
    }
    Version rows = 0;
    // Throws where a row is missing.
    store.read_log("haverby", 0, UINT64_MAX, [&](const store::LogRow& row) {
        ++rows;
        if (row.entry != "entry of " + row.command) ++lost;
        return true;
    });
    std::printf("acknowledged %lld, of them in the log %lld, rows %llu, last version %llu\n", acknowledged,
                acknowledged - lost, static_cast<unsigned long long>(rows),
                static_cast<unsigned long long>(store.head("haverby")));
    return lost == 0 && rows == store.head("haverby") && acknowledged > 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string what = count > 2 ? arguments[2] : "";
    if (count < 3 || (what == "verify" && count < 4)) return 2;
    std::signal(SIGTERM, [](int) { stop = true; });
    try {
        auto store = store::open_postgres(arguments[1], what == "create" ? store::Access::create : store::Access::write);
        if (what == "write") write(*store);
        return what == "verify" ? verify(*store, arguments[3]) : 0;
    } catch (const store::Failure& failure) {
        std::fprintf(stderr, "%s", failure.what());
        for (const auto& [name, value] : failure.problem().args) {
            std::fprintf(stderr, " %s=%s", std::string(name).c_str(), value.c_str());
        }
        std::fprintf(stderr, "\n");
        return 1;
    }
}
