// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <string>

// A PostgreSQL of the tests' own: made in a temporary folder, reached only by a socket in it, and gone when the test
// program is, however it ends. When tests run as root it runs as the user postgres. fsync is on.
namespace styrkedja::testing {

class PostgresCluster {
  public:
    // Is there anything to run? (Debian's postgresql-15; script/bootstrap test installs it.)
    static bool installed();
    // One for the whole test program, started when first asked for.
    static PostgresCluster& shared();

    PostgresCluster();   // aborts with a message when it can't be started: then the machine is not set up
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    // The address of a database as the superuser. Also for roles that initdb didn't make: they need no password, except
    // "needs_password".
    std::string url(const std::string& database, const std::string& user = "postgres") const;
    // The address of a new, empty database.
    std::string fresh();
    // Runs SQL in a database; gives the first field of the first row. Aborts when it fails.
    std::string sql(const std::string& database, const std::string& text) const;

    void start(const std::string& more = "");  // more: settings, "fsync=off"
    void stop();    // as by systemctl stop: sessions are broken off
    void kill();    // -9: all processes at once
    const std::string& folder() const { return folder_; }

  private:
    void watch();
    bool answers() const;

    std::string folder_;
    pid_t server_ = -1;
    pid_t watcher_ = -1;
    int alive_ = -1;
    int databases_ = 0;
};

}  // namespace styrkedja::testing
