// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "store/postgres/postgres_store.h"
#include "store/rows.h"

// Reading the log.
namespace styrkedja::store::postgres {
namespace {

// Jumps from one municipality to the next in the index, however long their logs are.
constexpr Statement all_municipalities{"all_municipalities", R"(
WITH RECURSIVE next AS (
    (SELECT municipality FROM log_entry ORDER BY municipality LIMIT 1)
    UNION ALL
    SELECT (SELECT e.municipality FROM log_entry e WHERE e.municipality > next.municipality
            ORDER BY e.municipality LIMIT 1)
    FROM next WHERE next.municipality IS NOT NULL
)
SELECT municipality FROM next WHERE municipality IS NOT NULL)"};

constexpr Statement the_head{"the_head", R"(
SELECT version FROM log_entry WHERE municipality = $1::text ORDER BY version DESC LIMIT 1)"};

constexpr Statement one_row{"one_row", R"(
SELECT e.version, e.command, e.entry, e.hash, c.content
FROM log_entry e LEFT JOIN log_content c ON c.municipality = $1::text AND c.version = e.version
WHERE e.municipality = $1::text AND e.version = $2::bigint)"};

constexpr Statement some_rows{"some_rows", R"(
SELECT e.version, e.command, e.entry, e.hash, c.content
FROM log_entry e LEFT JOIN log_content c ON c.municipality = $1::text AND c.version = e.version
WHERE e.municipality = $1::text AND e.version = ANY ($2::bigint[])
ORDER BY e.version)"};

constexpr Statement next_rows{"next_rows", R"(
SELECT e.version, e.command, e.entry, e.hash, c.content
FROM log_entry e LEFT JOIN log_content c
  ON c.municipality = $1::text AND c.version = e.version AND c.version > $2::bigint AND c.version <= $3::bigint
WHERE e.municipality = $1::text AND e.version > $2::bigint AND e.version <= $3::bigint
ORDER BY e.version)"};

constexpr Statement command_version{"command_version", R"(
SELECT version FROM log_entry WHERE municipality = $1::text AND command = $2::bytea)"};

constexpr std::size_t most_at_once = 512;

void fill(LogRow& row, std::string_view municipality, const Answer& answer, int at) {
    row.version = answer.number(at, 0);
    if (answer.null(at, 4)) throw_row_is_missing(municipality, row.version);
    row.command = answer.bytes(at, 1);
    row.entry = answer.bytes(at, 2);
    row.hash = answer.bytes(at, 3);
    row.content = answer.bytes(at, 4);
}

// The fields of a row in COPY's binary form: how many there are (16 bits), then each one's length (32) and bytes.
class Fields {
  public:
    explicit Fields(const char* at) : at_(at + 2) {}
    std::string_view next() {
        const std::uint32_t size = get_32(at_);
        std::string_view field(at_ + 4, size);
        at_ += 4 + size;
        return field;
    }

  private:
    const char* at_;
};

// Ends a COPY, also when the receiver throws.
class CopyOut {
  public:
    CopyOut(Link& link, const std::string& sql) : link_(link) { link.begin_copy_out(sql); }
    ~CopyOut() { link_.stop_copy_out(); }
    CopyOut(const CopyOut&) = delete;
    CopyOut& operator=(const CopyOut&) = delete;

  private:
    Link& link_;
};

// -1 as a count of fields ends a COPY.
bool is_row(std::string_view bytes) { return bytes.size() >= 2 && get_16(bytes.data()) != 0xFFFF; }

// Both tables lie in the order of their keys and are read side by side. Left to itself PostgreSQL, which believes a
// table to be small until it has been analysed, looks up each row of the one in the other: three times as slow.
std::string copy_of(const std::string& municipality, Version after, Version to) {
    const std::string from = std::to_string(after), last = std::to_string(to);
    return "SET LOCAL enable_nestloop = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_sort = off;"
           " SET LOCAL enable_bitmapscan = off;"
           " COPY (SELECT e.version, e.command, e.entry, e.hash, c.content FROM log_entry e"
           " JOIN log_content c ON c.municipality = e.municipality AND c.version = e.version"
           " WHERE e.municipality = " + municipality + " AND c.municipality = " + municipality +
           " AND e.version > " + from + " AND c.version > " + from + " AND e.version <= " + last +
           " AND c.version <= " + last + " ORDER BY e.version) TO STDOUT (FORMAT binary)";
}

// From after to last, all of which are there, until the receiver wishes no more.
void lend_rows(Link& link, std::string_view municipality, Version after, Version last,
               const std::function<bool(const LogRow&)>& see) {
    LogRow row;
    std::string_view bytes = link.copy_out();
    // What stands before the first row comes with it or by itself.
    bytes.remove_prefix(std::min(bytes.size(), copy_head().size()));
    if (bytes.empty()) bytes = link.copy_out();
    for (; !bytes.empty(); bytes = link.copy_out()) {
        if (!is_row(bytes)) continue;
        Fields fields(bytes.data());
        row.version = get_64(fields.next().data());
        if (row.version != ++after) throw_row_is_missing(municipality, after);
        row.command = fields.next();
        row.entry = fields.next();
        row.hash = fields.next();
        row.content = fields.next();
        if (!see(row)) return;
    }
    if (after < last) throw_row_is_missing(municipality, after + 1);
}

}  // namespace

Link& PostgresStore::free_link() {
    if (!link_.copying_out()) return link_;
    if (!second_) {
        second_ = std::make_unique<Link>(link_.address());
        if (!moment_.empty()) {
            second_->begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            second_->plain("SET TRANSACTION SNAPSHOT " + second_->quoted(moment_));
            second_->bind();
        }
    }
    return *second_;
}

std::vector<std::string> PostgresStore::municipalities() {
    Answer answer = free_link().run(all_municipalities);
    std::vector<std::string> names;
    for (int i = 0; i < answer.rows(); ++i) names.push_back(answer.string(i, 0));
    return names;
}

Version PostgresStore::head(std::string_view municipality) {
    Answer answer = free_link().run(the_head, Values().bytes(municipality));
    return answer.rows() == 0 ? 0 : answer.number(0, 0);
}

void PostgresStore::read_log(std::string_view municipality, Version after, Version to,
                             const std::function<bool(const LogRow&)>& see) {
    Link& link = free_link();
    const Version last = std::min(to, head(municipality));
    if (after >= last) return;
    if (last - after <= most_at_once) return read_few(municipality, after, last, see);
    // In a transaction, for the settings to hold no longer than the COPY; a frozen reader is in one and stays in it.
    const bool kept = !moment_.empty();
    const std::string sql = copy_of(link.quoted(municipality), after, last);
    if (kept) {
        link.plain("SAVEPOINT before_copy");
    } else {
        link.begin("BEGIN READ ONLY");
    }
    try {
        CopyOut copy(link, sql);
        lend_rows(link, municipality, after, last, see);
    } catch (...) {
        kept ? link.roll_back_to("before_copy") : link.roll_back();
        throw;
    }
    kept ? link.roll_back_to("before_copy") : link.roll_back();
}

// What has come since one last looked: one message and its answer.
void PostgresStore::read_few(std::string_view municipality, Version after, Version last,
                             const std::function<bool(const LogRow&)>& see) {
    Answer answer = free_link().run(next_rows, Values().bytes(municipality).number(after).number(last));
    LogRow row;
    for (int i = 0; after < last; ++i) {
        ++after;
        if (i >= answer.rows() || answer.number(i, 0) != after) throw_row_is_missing(municipality, after);
        fill(row, municipality, answer, i);
        if (!see(row)) return;
    }
}

std::optional<LogRow> PostgresStore::log_row(std::string_view municipality, Version version) {
    Answer answer = free_link().run(one_row, Values().bytes(municipality).number(version));
    if (answer.rows() == 0) return std::nullopt;
    LogRow row;
    fill(row, municipality, answer, 0);
    return row;
}

void PostgresStore::log_rows(std::string_view municipality, std::span<const Version> versions,
                             const std::function<bool(const LogRow&)>& see) {
    LogRow row;
    for (std::size_t at = 0; at < versions.size(); at += most_at_once) {
        auto part = versions.subspan(at, std::min(most_at_once, versions.size() - at));
        Answer answer = free_link().run(some_rows, Values().bytes(municipality).numbers(part));
        for (int i = 0; i < answer.rows(); ++i) {
            fill(row, municipality, answer, i);
            if (!see(row)) return;
        }
    }
}

std::optional<Version> PostgresStore::find_command(std::string_view municipality, std::string_view command) {
    Answer answer = free_link().run(command_version, Values().bytes(municipality).bytes(command));
    if (answer.rows() == 0) return std::nullopt;
    return answer.number(0, 0);
}

}  // namespace styrkedja::store::postgres
