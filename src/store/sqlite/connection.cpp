// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/connection.h"

#include <cerrno>
#include <cstring>

namespace styrkedja::store::sqlite {
namespace {

using Kind = Failure::Kind;

// The machine's own error number. At a commit SQLite keeps it with the write-ahead log only.
int machine_error(sqlite3* db) {
    int error = db ? sqlite3_system_errno(db) : 0;
    sqlite3_file* log = nullptr;
    if (!db || error != 0) return error;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log &&
        log->pMethods) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error;
}

struct Meaning {
    Kind kind;
    std::string_view code;
};

// Writing beyond what the disk, the quota or the process's limit gives.
bool is_full(int result, int machine) {
    bool writing = result == SQLITE_IOERR_WRITE || result == SQLITE_IOERR_SHMSIZE;
    return result == SQLITE_FULL || (writing && (machine == ENOSPC || machine == EFBIG || machine == EDQUOT));
}

// Whether a commit that has failed so is not in the write-ahead log: it could not be written, or not be
// begun. What fails later (the sync, the shared memory) leaves it there.
bool is_surely_not_written(int result) {
    return result == SQLITE_FULL || result == SQLITE_IOERR_WRITE || (result & 0xFF) == SQLITE_BUSY;
}

Meaning meaning_of(int result, int machine) {
    if (is_full(result, machine)) return {Kind::full, "store_disk_is_full"};
    switch (result) {
        case SQLITE_IOERR_SHORT_READ:
        case SQLITE_IOERR_CORRUPTFS:
            return {Kind::damaged, "store_is_damaged"};
        case SQLITE_IOERR_ACCESS:
            return {Kind::refused, "store_file_is_refused"};
        default:
            break;
    }
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Kind::unavailable, "store_is_busy"};
        case SQLITE_CORRUPT:
            return {Kind::damaged, "store_is_damaged"};
        case SQLITE_NOTADB:
            return {Kind::damaged, "store_file_is_not_sqlite"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return {Kind::refused, "store_file_is_refused"};
        case SQLITE_TOOBIG:
            return {Kind::full, "store_value_is_too_large"};
        default:
            return {Kind::unavailable, "store_disk_fails"};
    }
}

}  // namespace

Connection::Connection(Location location, Access access) : location_(std::move(location)), access_(access) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    // Whoever may write beside the file cleans up after reading, too.
    bool writable = access != Access::read || location_.exclusive || may_write(location_);
    flags |= writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
    bool empty_log = log_is_empty(location_);
    const char* vfs = location_.vfs.empty() ? nullptr : location_.vfs.c_str();
    // "./": a name that begins with "file:" or is ":memory:" is a name too.
    bool plain = location_.file.starts_with('/') || vfs;
    std::string path = plain ? location_.file : "./" + location_.file;
    int result = sqlite3_open_v2(path.c_str(), &db_, flags, vfs);
    try {
        if (result != SQLITE_OK) fail(result);
        take_in_log_at_close(empty_log);
        set_up();
    } catch (...) {
        sqlite3_close(db_);
        throw;
    }
}

Connection::~Connection() {
    for (auto& [sql, statements] : free_) {
        for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
    }
    sqlite3_close(db_);
}

void Connection::set_up() {
    set_patience(std::chrono::seconds(30));
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (location_.exclusive) run("pragma locking_mode = exclusive");
    if (access_ == Access::read) run("pragma query_only = on");
    run("pragma synchronous = full");
    run("pragma secure_delete = on");
    run("pragma temp_store = memory");
    run("pragma cache_size = -16384");            // KiB
    run("pragma journal_size_limit = 67108864");  // what a large import leaves of its log
}

void Connection::set_patience(std::chrono::milliseconds patience) {
    sqlite3_busy_timeout(db_, static_cast<int>(patience.count()));
}

void Connection::run(const std::string& sql) {
    int result = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
}

std::int64_t Connection::number(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    int result = sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr);
    if (result != SQLITE_OK) fail(result);
    result = sqlite3_step(statement);
    std::int64_t value = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    int last = sqlite3_finalize(statement);
    if (last != SQLITE_OK) fail(last);
    return value;
}

void Connection::fail(int result) {
    last_failure_ = result;
    bool of_machine = (result & 0xFF) == SQLITE_IOERR || (result & 0xFF) == SQLITE_CANTOPEN;
    int machine = of_machine ? machine_error(db_) : 0;
    Meaning meaning = meaning_of(result, machine);
    if ((result & 0xFF) == SQLITE_READONLY && access_ == Access::read)
        meaning.code = "store_is_open_for_reading";
    std::string detail = db_ ? sqlite3_errmsg(db_) : sqlite3_errstr(result);
    if (machine != 0) detail += std::string(": ") + std::strerror(machine);
    detail += " (SQLite " + std::to_string(result) + ")";
    throw Failure(
        meaning.kind,
        Problem{meaning.code, Severity::error, {}, {{"place", location_.file}, {"detail", detail}}});
}

void Connection::settle() {
    try {
        run("begin immediate; update doubt set settled = settled + 1; commit");
    } catch (const Failure&) {
        if (in_transaction()) sqlite3_exec(db_, "rollback", nullptr, nullptr, nullptr);
        throw;
    }
    doubtful_ = false;
}

void Connection::take_in_log_at_close(bool yes) {
    sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, yes ? 0 : 1, nullptr);
}

sqlite3_stmt* Connection::lend(const char* sql) {
    std::vector<sqlite3_stmt*>& kept = free_[sql];
    sqlite3_stmt* statement = nullptr;
    if (!kept.empty()) {
        statement = kept.back();
        kept.pop_back();
        return statement;
    }
    int result = sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK) fail(result);
    kept.reserve(4);  // so that giving back needs no memory
    return statement;
}

void Connection::give_back(const char* sql, sqlite3_stmt* statement) noexcept {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    std::vector<sqlite3_stmt*>& kept = free_.find(sql)->second;
    if (kept.size() < kept.capacity()) {
        kept.push_back(statement);
    } else {
        sqlite3_finalize(statement);
    }
}

Query& Query::text(std::string_view value) {
    const char* data = value.empty() ? "" : value.data();  // a null pointer would be NULL
    int result = sqlite3_bind_text64(statement_, next_++, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (result != SQLITE_OK) connection_.fail(result);
    return *this;
}

Query& Query::bytes(std::string_view value) {
    const char* data = value.empty() ? "" : value.data();
    int result = sqlite3_bind_blob64(statement_, next_++, data, value.size(), SQLITE_STATIC);
    if (result != SQLITE_OK) connection_.fail(result);
    return *this;
}

Query& Query::number(std::int64_t value) {
    int result = sqlite3_bind_int64(statement_, next_++, value);
    if (result != SQLITE_OK) connection_.fail(result);
    return *this;
}

Moment::Moment(Connection& connection) : connection_(connection), own_(!connection.in_transaction()) {
    if (own_) Query(connection_, "begin").done();
}

Moment::~Moment() {
    // Reading has nothing to lose: a failure here ends the moment too.
    if (!own_ || !connection_.in_transaction()) return;
    try {
        Query(connection_, "commit").done();
    } catch (const Failure&) {
    }
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
    Query(connection_, "begin immediate").done();
}

Transaction::~Transaction() {
    if (!connection_.in_transaction()) return;
    try {
        Query(connection_, "rollback").done();
    } catch (const Failure&) {
    }
}

void Transaction::commit() {
    try {
        Query(connection_, "commit").done();
    } catch (const Failure& failure) {
        if (is_surely_not_written(connection_.last_failure_)) throw;
        connection_.doubtful_ = true;
        Problem problem = failure.problem();
        problem.code = "store_disk_fails";
        throw Failure(Failure::Kind::unavailable, std::move(problem));
    }
}

}  // namespace styrkedja::store::sqlite
