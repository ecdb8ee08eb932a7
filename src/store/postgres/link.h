// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/open.h"
#include "store/postgres/binary.h"
#include "store/postgres/failures.h"

// libpq, not libpqxx: what is needed here (binary values and results, pipelines, waiting on the socket) is what
// libpqxx 6 doesn't have. docs/decisions/0010 says more.
namespace styrkedja::store::postgres {

// Where a store is: the address taken apart, and what it is opened for.
class Address {
  public:
    explicit Address(std::string_view url, Access access);  // throws Failure::wrong_address

    const std::string& place() const { return place_; }  // "host:5432/database", for readers; no password
    Access access() const { return access_; }
    void set_access(Access access) { access_ = access; }
    // A connection, made or not; within the time of the address for each host.
    PGconn* connect() const;
    // The same failing connection once more, for what the server says with its SQLSTATE. At most a second.
    std::string why_not() const;

  private:
    void set_unless_given(const std::string& key, const std::string& value);

    std::vector<std::pair<std::string, std::string>> options_;
    std::string place_;
    Access access_;
};

// A statement of ours, known by its address: it is prepared once on each connection. $1, $2 are written with a cast.
struct Statement {
    const char* name;
    const char* sql;
};

// Rows of an answer, in binary form.
class Answer {
  public:
    explicit Answer(PGresult* result) : result_(result, &PQclear) {}

    int rows() const { return PQntuples(result_.get()); }
    std::string_view bytes(int row, int column) const;
    std::string string(int row, int column) const { return std::string(bytes(row, column)); }
    std::uint64_t number(int row, int column) const { return get_64(PQgetvalue(result_.get(), row, column)); }
    bool yes(int row, int column) const { return *PQgetvalue(result_.get(), row, column) != 0; }
    bool null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
    std::uint64_t touched() const;  // rows that a command has written
    PGresult* raw() const { return result_.get(); }

  private:
    std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

// One connection, which is made when it is first used and again after it was lost. For one thread at a time.
class Link {
  public:
    explicit Link(Address address) : address_(std::move(address)) {}
    ~Link();
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    const Address& address() const { return address_; }
    void opened_for(Access access) { address_.set_access(access); }
    // Sees to it that there is a living connection. Throws unavailable, refused, missing, too_new.
    void ready();
    // Runs a statement by itself. A connection that is lost on the way is Failure::unavailable.
    Answer run(const Statement& statement, const Values& values = {});
    // Two, in one message to the server; the second in a transaction of its own after the first is made. What becomes
    // of the second nobody asks. A warning with the first (the commit no longer waits for its standby) is unavailable.
    Answer run_then(const Statement& first, const Values& values, const Statement& then, const Values& then_values);
    // SQL without values: BEGIN, LISTEN, whole files.
    Answer plain(const std::string& sql);
    // COPY … FROM STDIN (FORMAT binary): begin, then parts, then end.
    void begin_copy_in(const std::string& sql);
    void copy_in(std::string_view bytes);
    void end_copy_in();
    // COPY … TO STDOUT (FORMAT binary). One row at a time, lent until the next; empty at the end.
    void begin_copy_out(const std::string& sql);
    std::string_view copy_out();
    void stop_copy_out();  // the rest is not wanted
    bool copying_out() const { return copying_out_; }
    std::string quoted(std::string_view text);  // as a literal
    // Until something has come from the server, or the time is over. False: time over. Throws unavailable.
    bool listen_for(std::chrono::milliseconds at_most);
    // A transaction of more than one statement. While it lasts a lost connection is not made anew.
    void begin(const char* how = "BEGIN");
    void commit();
    void roll_back() noexcept;
    void roll_back_to(const std::string& savepoint);
    void drop() noexcept;
    // From now on a lost connection stays lost: what was seen on it can't be seen on another.
    void bind() { bound_ = true; }

  private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    void connect();
    void set_up();
    bool alive();
    void prepare(const Statement& statement);
    void pipe(const Statement& statement, const Values& values);
    Answer checked(PGresult* result);
    Answer piped();
    void must_not_have_warned();
    static void notice(void* link, const PGresult* result);
    [[noreturn]] void fail(PGresult* result);
    [[noreturn]] void lost();

    Address address_;
    std::unique_ptr<PGconn, Finish> connection_;
    std::set<const Statement*> prepared_;
    char* lent_ = nullptr;
    bool copying_out_ = false;
    bool in_transaction_ = false;
    bool bound_ = false;
    bool warned_ = false;  // the server has warned since the last statement began
};

}  // namespace styrkedja::store::postgres
