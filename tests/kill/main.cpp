// SPDX-License-Identifier: EUPL-1.2
// Kills programs that write to a real store (-9, at a moment that nobody chose), PostgreSQL too, and looks at what is
// left; round after round on the same store, a new one every 50 rounds.
//   kill_loop [--rounds N] [--backend sqlite|postgres] [--seed N]
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>

#include "kill/client.h"
#include "support/postgres_cluster.h"
#include "support/random.h"

namespace styrkedja::kill_loop {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int rounds_of_a_store = 50;

// A program of ours that writes, seen through what it prints.
class Client {
  public:
    Client(const std::string& address, const std::string& run) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) std::abort();
        process_ = fork();
        if (process_ == 0) {
            dup2(ends[1], 1);
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            execl("/proc/self/exe", "kill_loop", "client", address.c_str(), run.c_str(), static_cast<char*>(nullptr));
            _exit(127);
        }
        close(ends[1]);
        pipe_ = ends[0];
    }

    // Hears what it says for so long; false when it has ended by itself.
    bool listen(Heard& heard, milliseconds time, bool until_something = false) {
        const auto end = Clock::now() + time;
        while (Clock::now() < end) {
            pollfd it{pipe_, POLLIN, 0};
            const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
            if (poll(&it, 1, static_cast<int>(std::max<long long>(left, 1))) <= 0) continue;
            if (!hear(heard)) return false;
            if (until_something) return true;
        }
        return true;
    }

    void kill(Heard& heard) {
        ::kill(process_, SIGKILL);
        while (hear(heard)) {}
        waitpid(process_, nullptr, 0);
        close(pipe_);
    }

    int lines = 0;
    std::string broken;

  private:
    bool hear(Heard& heard) {
        char bytes[65536];
        const ssize_t count = read(pipe_, bytes, sizeof bytes);
        if (count <= 0) return false;
        text_.append(bytes, static_cast<std::size_t>(count));
        for (std::size_t end = text_.find('\n'); end != text_.npos; end = text_.find('\n')) {
            const std::string line = text_.substr(0, end);
            if (line.starts_with("broken")) broken = line;
            heard.line(line);
            text_.erase(0, end + 1);
            ++lines;
        }
        return true;
    }

    pid_t process_ = -1;
    int pipe_ = -1;
    std::string text_;
};

class Loop {
  public:
    Loop(bool postgres, std::uint64_t seed) : random_(seed) {
        if (postgres) {
            cluster_.emplace();
            return;
        }
        char name[] = "/tmp/styrkedja-kill-XXXXXX";
        if (mkdtemp(name) == nullptr) std::abort();
        folder_ = name;
    }
    ~Loop() {
        std::error_code ignored;
        if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
    }

    std::string round(int number) {
        if (number % rounds_of_a_store == 0) begin(number);
        Client client(address_, "r" + std::to_string(number));
        // Now and then in the middle of opening, else while it writes.
        const bool early = random_.chance(8);
        if (!early) client.listen(heard_, milliseconds(20'000), true);
        client.listen(heard_, milliseconds(random_.below(early ? 40 : 120)));
        const std::size_t how = cluster_ ? random_.below(3) : 0;
        if (how != 0) kill_server(client, how == 1);
        client.kill(heard_);
        lines_ += client.lines;
        if (!client.broken.empty()) return client.broken;
        if (cluster_ && is_down_) start_server();
        return proof(address_, heard_);
    }

    std::string told() const {
        return std::to_string(lines_) + " answers, " + std::to_string(acknowledged_ + heard_.done.size()) + " commands acknowledged, " +
               std::to_string(servers_killed_) + " times PostgreSQL was killed";
    }

  private:
    void begin(int number) {
        acknowledged_ += heard_.done.size();
        heard_ = {};
        if (cluster_) address_ = cluster_->fresh();
        else address_ = folder_ + "/" + std::to_string(number);
    }

    // With both, the client dies before anybody can answer it; else it goes on when the server is there again.
    void kill_server(Client& client, bool both) {
        ++servers_killed_;
        cluster_->kill();
        is_down_ = true;
        if (both) return;
        client.listen(heard_, milliseconds(random_.below(30)));
        start_server();
        client.listen(heard_, milliseconds(random_.below(200)));
    }

    void start_server() {
        cluster_->start("recovery_init_sync_method=syncfs");   // not file by file, all of them
        is_down_ = false;
    }

    testing::Random random_;
    std::optional<testing::PostgresCluster> cluster_;
    std::string folder_, address_;
    Heard heard_;
    bool is_down_ = false;
    long lines_ = 0, servers_killed_ = 0;
    std::size_t acknowledged_ = 0;
};

int run(int rounds, bool postgres, std::uint64_t seed) {
    if (postgres && !testing::PostgresCluster::installed()) {
        std::printf("kill_loop: PostgreSQL is not installed, nothing was tried\n");
        return 77;
    }
    Loop loop(postgres, seed);
    for (int number = 0; number < rounds; ++number) {
        if (number > 0 && number % rounds_of_a_store == 0) std::printf("kill_loop: %d rounds so far: %s\n", number, loop.told().c_str());
        std::fflush(stdout);
        if (std::string broken = loop.round(number); !broken.empty()) {
            std::fprintf(stderr, "kill_loop: round %d of seed %llu: %s\n", number, static_cast<unsigned long long>(seed), broken.c_str());
            return 1;
        }
    }
    std::printf("kill_loop: %s, %d rounds, nothing lost: %s\n", postgres ? "PostgreSQL" : "SQLite", rounds, loop.told().c_str());
    return 0;
}

}  // namespace
}  // namespace styrkedja::kill_loop

int main(int count, char** arguments) {
    using namespace styrkedja::kill_loop;
    if (count == 4 && !std::strcmp(arguments[1], "client")) write_until_killed(arguments[2], arguments[3]);
    int rounds = 10;
    bool postgres = false;
    std::uint64_t seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    for (int i = 1; i + 1 < count; i += 2) {
        if (!std::strcmp(arguments[i], "--rounds")) rounds = std::atoi(arguments[i + 1]);
        if (!std::strcmp(arguments[i], "--seed")) seed = std::strtoull(arguments[i + 1], nullptr, 10);
        if (!std::strcmp(arguments[i], "--backend")) postgres = !std::strcmp(arguments[i + 1], "postgres");
    }
    return run(rounds, postgres, seed);
}
