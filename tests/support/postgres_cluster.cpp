// SPDX-License-Identifier: EUPL-1.2
#include "support/postgres_cluster.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace styrkedja::testing {
namespace {

const std::string programs = "/usr/lib/postgresql/15/bin/";

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "PostgreSQL for the tests: %s\n", why.c_str());
    std::abort();
}

// PostgreSQL refuses to run as root.
const passwd* other_user() {
    if (geteuid() != 0) return nullptr;
    const passwd* user = getpwnam("postgres");
    if (user == nullptr) user = getpwnam("nobody");
    if (user == nullptr) give_up("there is no user to run it as");
    return user;
}

// A process with these arguments as the unprivileged user, its output in a file. It ends when we do.
pid_t spawn(const std::vector<std::string>& arguments, const std::string& output) {
    const passwd* user = other_user();
    const pid_t child = fork();
    if (child != 0) return child;
    const int file = open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(file, 1);
    dup2(file, 2);
    if (user != nullptr && (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(126);
    if (chdir("/") != 0) _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    std::vector<char*> argv;
    for (const std::string& each : arguments) argv.push_back(const_cast<char*>(each.c_str()));
    argv.push_back(nullptr);
    execv(argv[0], argv.data());
    _exit(127);
}

std::vector<pid_t> children_of(pid_t parent) {
    const std::string id = std::to_string(parent);
    std::ifstream list("/proc/" + id + "/task/" + id + "/children");
    std::vector<pid_t> out;
    for (pid_t each = 0; list >> each;) out.push_back(each);
    return out;
}

std::string whole(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

}  // namespace

bool PostgresCluster::installed() { return std::filesystem::exists(programs + "initdb"); }

PostgresCluster& PostgresCluster::shared() {
    static PostgresCluster cluster;
    return cluster;
}

PostgresCluster::PostgresCluster() {
    char name[] = "/tmp/styrkedja-postgres-XXXXXX";
    if (mkdtemp(name) == nullptr) give_up("no temporary folder");
    folder_ = name;
    if (const passwd* user = other_user()) {
        if (chown(name, user->pw_uid, user->pw_gid) != 0) give_up("the temporary folder can't be given away");
    }
    watch();
    const pid_t initdb = spawn({programs + "initdb", "-D", folder_ + "/data", "-U", "postgres", "-A", "trust", "-E",
                                "UTF8", "--no-locale", "--no-sync"}, folder_ + "/log");
    int status = 0;
    waitpid(initdb, &status, 0);
    if (status != 0) give_up("initdb failed: " + whole(folder_ + "/log"));
    std::ofstream(folder_ + "/data/pg_hba.conf") << "local all needs_password scram-sha-256\nlocal all all trust\n";
    start();
}

PostgresCluster::~PostgresCluster() {
    // Its folder goes too: nothing need be written away first.
    if (server_ > 0) ::kill(server_, SIGQUIT);
    if (server_ > 0) waitpid(server_, nullptr, 0);
    close(alive_);
    waitpid(watcher_, nullptr, 0);
}

// A process that waits until we are gone, in whatever way, and clears away what we leave.
void PostgresCluster::watch() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) give_up("no pipe");
    watcher_ = fork();
    if (watcher_ == 0) {
        setsid();
        // Not ours to hold open: the other end of this pipe, and of another cluster's.
        close_range(3, static_cast<unsigned>(ends[0]) - 1, 0);
        close_range(static_cast<unsigned>(ends[0]) + 1, ~0U, 0);
        char byte = 0;
        while (read(ends[0], &byte, 1) > 0) {}
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        // The server has its own signal for our death; its folder goes when it is down.
        for (int i = 0; i < 100 && std::filesystem::exists(folder_ + "/data/postmaster.pid"); ++i) {
            std::ifstream file(folder_ + "/data/postmaster.pid");
            pid_t server = 0;
            if (!(file >> server) || ::kill(server, SIGQUIT) != 0) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        _exit(0);
    }
    close(ends[0]);
    alive_ = ends[1];
}

std::string PostgresCluster::url(const std::string& database, const std::string& user) const {
    return "postgresql://" + user + "@/" + database + "?host=" + folder_;
}

std::string PostgresCluster::fresh() {
    const std::string name = "fresh_" + std::to_string(++databases_);
    sql("postgres", "CREATE DATABASE " + name);
    return url(name);
}

std::string PostgresCluster::sql(const std::string& database, const std::string& text) const {
    PGconn* connection = PQconnectdb(url(database).c_str());
    PGresult* result = PQexec(connection, text.c_str());
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) give_up(text + ": " + PQerrorMessage(connection));
    std::string first = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
    PQclear(result);
    PQfinish(connection);
    return first;
}

bool PostgresCluster::answers() const { return PQping(url("postgres").c_str()) == PQPING_OK; }

void PostgresCluster::start(const std::string& more) {
    std::vector<std::string> arguments = {programs + "postgres", "-D", folder_ + "/data", "-k", folder_};
    for (const char* setting : {"listen_addresses=", "fsync=on", "shared_buffers=64MB", "max_connections=60"}) {
        arguments.insert(arguments.end(), {"-c", setting});
    }
    if (!more.empty()) arguments.insert(arguments.end(), {"-c", more});
    server_ = spawn(arguments, folder_ + "/log");
    for (int i = 0; i < 3000 && !answers(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (waitpid(server_, nullptr, WNOHANG) == server_) {
            // Right after kill() the dead one's memory may still be taken for a moment.
            if (i > 1000) give_up("doesn't start: " + whole(folder_ + "/log"));
            server_ = spawn(arguments, folder_ + "/log");
        }
    }
    if (!answers()) give_up("doesn't answer: " + whole(folder_ + "/log"));
}

void PostgresCluster::stop() {
    ::kill(server_, SIGINT);
    waitpid(server_, nullptr, 0);
    server_ = -1;
}

void PostgresCluster::kill() {
    const std::vector<pid_t> all = children_of(server_);
    ::kill(server_, SIGKILL);
    for (pid_t each : all) ::kill(each, SIGKILL);
    waitpid(server_, nullptr, 0);
    server_ = -1;
}

}  // namespace styrkedja::testing
