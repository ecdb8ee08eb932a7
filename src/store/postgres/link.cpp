// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/link.h"

#include <poll.h>

#include <array>
#include <charconv>

#include "store/postgres/schema.h"

namespace styrkedja::store::postgres {
namespace {

constexpr int binary = 1;

// What holds for each of our connections, whatever the server, database or role sets: names are ours alone; nothing that is
// large runs into a time limit; every statement here goes by a key, so that a plan made once, by index, always fits (a
// plan made while a table was empty would read the whole of it later); a commit is on the disk before it is answered.
constexpr const char* setting_up = R"(
SET search_path = styrkedja, pg_temp;
SET client_min_messages = warning;
SET default_transaction_isolation = 'read committed';
SET statement_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET enable_seqscan = off;
SET jit = off;
SET plan_cache_mode = force_generic_plan;
SELECT set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'
       ELSE current_setting('synchronous_commit') END, false), current_setting('fsync'))";

}  // namespace

std::string_view Answer::bytes(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::uint64_t Answer::touched() const {
    std::string_view text = PQcmdTuples(result_.get());
    std::uint64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

void Link::connect() {
    prepared_.clear();
    in_transaction_ = copying_out_ = false;
    connection_.reset(address_.connect());
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        const std::string said = connection_ ? PQerrorMessage(connection_.get()) : "";
        connection_.reset();
        throw connection_failure(said, address_.why_not(), address_.place());
    }
    PQsetNoticeReceiver(connection_.get(), &Link::notice, this);
    try {
        set_up();
    } catch (...) {
        connection_.reset();
        throw;
    }
}

void Link::set_up() {
    Answer answer(PQexec(connection_.get(), setting_up));
    if (PQresultStatus(answer.raw()) != PGRES_TUPLES_OK) fail(answer.raw());
    if (address_.access() == Access::read) {
        plain("SET default_transaction_read_only = on");
        schema_must_fit(*this);
        return;
    }
    if (answer.bytes(0, 1) == "off") {
        throw failure(Failure::Kind::refused, "database_may_lose_what_is_written", address_.place());
    }
    if (address_.access() == Access::write) schema_must_fit(*this);
}

// Has the server closed the connection while nobody looked (restart, failover, idle time)? Takes in what has come.
bool Link::alive() {
    while (PQstatus(connection_.get()) == CONNECTION_OK) {
        pollfd wait{PQsocket(connection_.get()), POLLIN, 0};
        if (::poll(&wait, 1, 0) <= 0) return true;
        if (PQconsumeInput(connection_.get()) == 0) return false;
        while (PGnotify* notified = PQnotifies(connection_.get())) PQfreemem(notified);
        // With TLS the socket may have something to read that isn't data.
        if (PQsslInUse(connection_.get()) != 0) return PQstatus(connection_.get()) == CONNECTION_OK;
    }
    return false;
}

void Link::ready() {
    if (connection_ && !copying_out_ && alive()) return;
    if (bound_ || in_transaction_) lost();
    connect();
}

void Link::prepare(const Statement& statement) {
    if (prepared_.contains(&statement)) return;
    checked(PQprepare(connection_.get(), statement.name, statement.sql, 0, nullptr));
    prepared_.insert(&statement);
}

Answer Link::run(const Statement& statement, const Values& values) {
    ready();
    prepare(statement);
    std::vector<const char*> bytes;
    std::vector<int> lengths;
    values.lend(bytes, lengths);
    const std::vector<int> formats(lengths.size(), binary);
    return checked(PQexecPrepared(connection_.get(), statement.name, values.count(), bytes.data(), lengths.data(),
                                  formats.data(), binary));
}

void Link::pipe(const Statement& statement, const Values& values) {
    std::vector<const char*> bytes;
    std::vector<int> lengths;
    values.lend(bytes, lengths);
    const std::vector<int> formats(lengths.size(), binary);
    if (PQsendQueryPrepared(connection_.get(), statement.name, values.count(), bytes.data(), lengths.data(),
                            formats.data(), binary) == 0 ||
        PQpipelineSync(connection_.get()) == 0) {
        lost();
    }
}

// The answer of the next in the pipeline, up to and with its end: it is made only then.
Answer Link::piped() {
    Answer answer(nullptr);
    bool seen = false;
    while (true) {
        Answer next(PQgetResult(connection_.get()));
        const auto status = PQresultStatus(next.raw());
        if (next.raw() == nullptr) {
            if (PQstatus(connection_.get()) != CONNECTION_OK) lost();
        } else if (status == PGRES_PIPELINE_SYNC) {
            return answer;
        } else if (!seen || status == PGRES_FATAL_ERROR) {
            answer = std::move(next);
            seen = true;
            if (PQstatus(connection_.get()) != CONNECTION_OK) fail(answer.raw());
        }
    }
}

Answer Link::run_then(const Statement& first, const Values& values, const Statement& then,
                      const Values& then_values) {
    ready();
    prepare(first);
    prepare(then);
    warned_ = false;
    if (PQenterPipelineMode(connection_.get()) == 0) lost();
    pipe(first, values);
    pipe(then, then_values);
    Answer answer = piped();
    const bool warned = warned_;
    piped();
    PQexitPipelineMode(connection_.get());
    if (PQresultStatus(answer.raw()) == PGRES_FATAL_ERROR) fail(answer.raw());
    warned_ = warned;
    must_not_have_warned();
    return answer;
}

Answer Link::plain(const std::string& sql) {
    ready();
    return checked(PQexec(connection_.get(), sql.c_str()));
}

void Link::begin(const char* how) {
    plain(how);
    in_transaction_ = true;
}

void Link::commit() {
    warned_ = false;
    plain("COMMIT");
    in_transaction_ = false;
    must_not_have_warned();
}

void Link::roll_back() noexcept {
    if (!in_transaction_) return;
    in_transaction_ = false;
    if (!connection_) return;
    Answer answer(PQexec(connection_.get(), "ROLLBACK"));
    if (PQresultStatus(answer.raw()) != PGRES_COMMAND_OK) drop();
}

void Link::roll_back_to(const std::string& savepoint) {
    if (connection_) plain("ROLLBACK TO SAVEPOINT " + savepoint);
}

void Link::drop() noexcept {
    connection_.reset();
    prepared_.clear();
    copying_out_ = in_transaction_ = false;
}

void Link::begin_copy_in(const std::string& sql) {
    ready();
    Answer answer(PQexec(connection_.get(), sql.c_str()));
    if (PQresultStatus(answer.raw()) != PGRES_COPY_IN) fail(answer.raw());
    copy_in(copy_head());
}

void Link::copy_in(std::string_view bytes) {
    if (PQputCopyData(connection_.get(), bytes.data(), static_cast<int>(bytes.size())) != 1) end_copy_in();
}

void Link::end_copy_in() {
    if (PQputCopyData(connection_.get(), copy_tail().data(), 2) != 1 || PQputCopyEnd(connection_.get(), nullptr) != 1) {
        // The server has said why before it went, or the connection is gone.
        Answer answer(PQgetResult(connection_.get()));
        if (answer.raw() != nullptr && PQresultStatus(answer.raw()) == PGRES_FATAL_ERROR) fail(answer.raw());
        lost();
    }
    Answer answer(PQgetResult(connection_.get()));
    while (PGresult* more = PQgetResult(connection_.get())) PQclear(more);
    if (PQresultStatus(answer.raw()) != PGRES_COMMAND_OK) fail(answer.raw());
}

void Link::begin_copy_out(const std::string& sql) {
    ready();
    Answer answer(PQexec(connection_.get(), sql.c_str()));
    if (PQresultStatus(answer.raw()) != PGRES_COPY_OUT) fail(answer.raw());
    copying_out_ = true;
}

std::string_view Link::copy_out() {
    PQfreemem(std::exchange(lent_, nullptr));
    const int size = PQgetCopyData(connection_.get(), &lent_, 0);
    if (size > 0) return {lent_, static_cast<std::size_t>(size)};
    copying_out_ = false;
    if (size == -2) lost();
    Answer answer(PQgetResult(connection_.get()));
    while (PGresult* more = PQgetResult(connection_.get())) PQclear(more);
    if (PQresultStatus(answer.raw()) != PGRES_COMMAND_OK) fail(answer.raw());
    return {};
}

void Link::stop_copy_out() {
    if (!copying_out_) return;
    copying_out_ = false;
    PQfreemem(std::exchange(lent_, nullptr));
    std::array<char, 256> why{};
    std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> cancel(PQgetCancel(connection_.get()), &PQfreeCancel);
    if (cancel) PQcancel(cancel.get(), why.data(), static_cast<int>(why.size()));
    while (true) {
        const int size = PQgetCopyData(connection_.get(), &lent_, 0);
        PQfreemem(std::exchange(lent_, nullptr));
        if (size < 0) break;
    }
    while (PGresult* more = PQgetResult(connection_.get())) PQclear(more);
    if (PQstatus(connection_.get()) != CONNECTION_OK && !bound_) drop();
}

std::string Link::quoted(std::string_view text) {
    ready();
    char* made = PQescapeLiteral(connection_.get(), text.data(), text.size());
    if (made == nullptr) throw failure_of("22021", address_.place(), PQerrorMessage(connection_.get()));
    std::string out = made;
    PQfreemem(made);
    return out;
}

Link::~Link() { PQfreemem(lent_); }

bool Link::listen_for(std::chrono::milliseconds at_most) {
    pollfd wait{PQsocket(connection_.get()), POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(at_most.count())) <= 0) return false;
    if (PQconsumeInput(connection_.get()) == 0) lost();
    bool heard = false;
    while (PGnotify* notified = PQnotifies(connection_.get())) {
        PQfreemem(notified);
        heard = true;
    }
    return heard;
}

void Link::notice(void* link, const PGresult* /*result*/) { static_cast<Link*>(link)->warned_ = true; }

// PostgreSQL answers a commit whose wait for the standby was cancelled with success and a warning: it is on this
// server's disk, and nobody knows whether it outlives it. That is not what we promise.
void Link::must_not_have_warned() {
    if (!warned_) return;
    throw failure(Failure::Kind::unavailable, "database_does_not_answer", address_.place(),
                  "the commit was not confirmed by a standby");
}

Answer Link::checked(PGresult* result) {
    Answer answer(result);
    const auto status = PQresultStatus(answer.raw());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(answer.raw());
    return answer;
}

void Link::fail(PGresult* result) {
    const char* sqlstate = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (sqlstate == nullptr || PQstatus(connection_.get()) != CONNECTION_OK) lost();
    const char* detail = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    Failure found = failure_of(sqlstate, address_.place(), detail == nullptr ? "" : detail);
    if (std::string_view(sqlstate) == "23505") throw NotUnique(found);
    if (std::string_view(sqlstate) == "25006" && address_.access() == Access::read) {
        throw failure(Failure::Kind::refused, "store_is_open_for_reading", address_.place());
    }
    // A server that was the writable one and is it no longer: the next call looks for the one that is.
    if (std::string_view(sqlstate) == "25006") drop();
    throw found;
}

void Link::lost() {
    std::string said = connection_ ? PQerrorMessage(connection_.get()) : "the connection was lost";
    drop();
    throw failure(Failure::Kind::unavailable, "database_does_not_answer", address_.place(), said);
}

}  // namespace styrkedja::store::postgres
