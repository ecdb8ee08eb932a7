// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/sqlite/location.h"

namespace styrkedja::store::sqlite {

// An open SQLite file, with the statements that have been prepared on it. Everything throws Failure.
class Connection {
  public:
    // Opens and sets the connection up; what is in the file is not looked at.
    Connection(Location location, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const Location& location() const { return location_; }
    Access access() const { return access_; }

    // SQL without results, as it comes; not kept.
    void run(const std::string& sql);
    // The one number that a query gives; 0 when it gives none.
    std::int64_t number(const std::string& sql);
    // Rows that the last statement has changed.
    std::int64_t changed() const { return sqlite3_changes64(db_); }
    bool in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }

    // How long to wait for another's write or reading before giving up with `unavailable`. 30 s when opened:
    // writes are short, a sweep is long.
    void set_patience(std::chrono::milliseconds patience);

    // What SQLite has answered, as a Failure; from the code and the machine's own error number.
    [[noreturn]] void fail(int result);

    // After a commit whose outcome isn't known, its bytes may lie in the write-ahead log, where a later start
    // would find them. So the next statement first writes something else over them: what is read is what is
    // true.
    void settle();

    // As the last connection closes, the write-ahead log is taken into the file and taken away, or left as it
    // is: until the schema is known to be this program's, a log with something in it is left.
    void take_in_log_at_close(bool yes);

  private:
    friend class Query;
    friend class Transaction;

    sqlite3_stmt* lend(const char* sql);
    void give_back(const char* sql, sqlite3_stmt* statement) noexcept;
    void set_up();

    Location location_;
    Access access_;
    sqlite3* db_ = nullptr;
    bool doubtful_ = false;
    int last_failure_ = SQLITE_OK;
    // By the address of the literal: the same statement may be in use several times at once.
    std::unordered_map<const char*, std::vector<sqlite3_stmt*>> free_;
};

// One use of a prepared statement. Sql is a literal, which is kept prepared. Arguments are bound in order and
// must live until the rows have been read; what is read lives until the next row.
class Query {
  public:
    Query(Connection& connection, const char* sql) : connection_(connection), sql_(sql) {
        if (connection.doubtful_ && !connection.in_transaction()) connection.settle();
        statement_ = connection.lend(sql);
    }
    ~Query() { connection_.give_back(sql_, statement_); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& text(std::string_view value);
    Query& bytes(std::string_view value);
    Query& number(std::int64_t value);
    Query& number(std::uint64_t value) { return number(static_cast<std::int64_t>(value)); }

    // True when there is a row.
    bool row() {
        int result = sqlite3_step(statement_);
        if (result == SQLITE_ROW) return true;
        if (result != SQLITE_DONE) connection_.fail(result);
        return false;
    }
    // To the end. Afterwards new arguments may be bound.
    void done() {
        while (row()) {
        }
        again();
    }
    void again() {
        sqlite3_reset(statement_);
        next_ = 1;
    }

    std::string_view bytes_at(int column) const {
        const void* data = sqlite3_column_blob(statement_, column);
        return {static_cast<const char*>(data),
                static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::string string_at(int column) const { return std::string(bytes_at(column)); }
    bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t number_at(int column) const { return sqlite3_column_int64(statement_, column); }

  private:
    Connection& connection_;
    const char* sql_;
    sqlite3_stmt* statement_ = nullptr;
    int next_ = 1;
};

// One moment of the store for several reads; nothing of its own inside a transaction.
class Moment {
  public:
    explicit Moment(Connection& connection);
    ~Moment();
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

  private:
    Connection& connection_;
    bool own_;
};

// Writes: all or nothing. Taken back unless committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Connection& connection_;
};

}  // namespace styrkedja::store::sqlite
