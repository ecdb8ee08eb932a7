// SPDX-License-Identifier: EUPL-1.2
// Measures how a year of vouchers is taken into a store, durably, against the barest way of writing as much to the same place:
//   ledger_import sqlite FOLDER [VOUCHERS]       a prepared insert in a loop, one transaction
//   ledger_import URL [VOUCHERS]                 PostgreSQL: one COPY
// Bare is measured twice: a row of SQL for each row of a voucher; and the very bytes of the pages in a table of the same shape.
#include <sqlite3.h>

#include <chrono>
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>

#include "app/ledger/import.h"
#include "cli/memory.h"
#include "store/open.h"
#include "store/postgres/link.h"

namespace styrkedja::bench {
namespace {

constexpr unsigned accounts = 200, units = 500;

// By the clock, and of the processors (both threads' together): the second holds on a machine that has other work too.
struct Took {
    double clock = 0, processors = 0;
};
Took timed(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t before = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
            static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

std::uint64_t mixed(std::uint64_t number) {   // splitmix64 (Vigna, public domain)
    std::uint64_t z = number * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

// A year of two rows to a voucher, as a reader gives it.
class Year {
  public:
    explicit Year(std::size_t vouchers) {
        for (unsigned i = 0; i < accounts; ++i) codes_.accounts.number(std::to_string(3000 + i * 25));
        codes_.parts.emplace_back().key = "1";
        for (unsigned i = 0; i < units; ++i) codes_.combinations.push_back({{0, codes_.parts[0].codes.number(std::to_string(10000 + i * 7))}});
        for (std::size_t i = 0; i < vouchers; ++i) add(i, vouchers);
    }

    void give(ledger::Sink& sink) const {
        constexpr std::size_t block = 2'000;
        for (std::size_t at = 0; at < vouchers_.size() && !sink.stop(); at += block) {
            const std::size_t count = std::min(block, vouchers_.size() - at);
            block_.assign(vouchers_.begin() + static_cast<std::ptrdiff_t>(at), vouchers_.begin() + static_cast<std::ptrdiff_t>(at + count));
            for (std::size_t i = 0; i < count; ++i) block_[i].first = static_cast<std::uint32_t>(2 * i);
            sink.vouchers(block_, std::span(rows_).subspan(2 * at, 2 * count), codes_);
        }
    }
    const std::vector<ledger::Voucher>& vouchers() const { return vouchers_; }
    const std::vector<ledger::Row>& rows() const { return rows_; }
    const ledger::Dictionary& codes() const { return codes_; }

  private:
    std::string_view kept(std::string text) { return texts_.emplace_back(std::move(text)); }
    void add(std::size_t number, std::size_t of) {
        const std::uint64_t chance = mixed(number + 1);
        ledger::Voucher voucher;
        voucher.series = "A";
        voucher.number = kept(std::to_string(number + 1));
        voucher.text = kept("Leverantör " + std::to_string(chance % 40'000) + " faktura " + std::to_string(number));
        voucher.date = Date::from_days(Date::from_civil(2026, 1, 1).days() + static_cast<std::int32_t>(number * 365 / of));
        voucher.rows = 2;
        vouchers_.push_back(voucher);
        ledger::Row row;
        row.account = static_cast<ledger::CodeNo>(1 + chance % accounts);
        row.combination = static_cast<ledger::CombinationNo>(1 + chance / 1000 % units);
        row.ore = static_cast<ledger::Ore>(100 + chance % 10'000'000);
        rows_.push_back(row);
        row.account = 1;
        row.combination = 0;
        row.ore = -row.ore;
        rows_.push_back(row);
    }

    ledger::Dictionary codes_;
    std::vector<ledger::Voucher> vouchers_;
    std::vector<ledger::Row> rows_;
    std::deque<std::string> texts_;
    mutable std::vector<ledger::Voucher> block_;
};

LedgerProfile profile() {
    LedgerProfile made;
    made.id = Id("sie");
    made.ledger = Id("huvudbok");
    made.outcome.id = Id("utfall");
    made.dimensions.list = {"1=responsibility"};
    return made;
}

// The whole way but for the file: gathered, packed, sealed, written, told by an entry. Durable when it returns.
void take_in(store::Store& store, const Year& year) {
    Problems problems;
    TextSource file("year");
    app::LedgerWish wish;
    wish.file = "year.se";
    app::Shelf shelf(store, "staden", "bundle", app::system_clock(), log::random_salts());
    const app::ReadLedger read = [&](ByteSource&, ledger::Sink& sink, Problems&) {
        year.give(sink);
        ledger::FileFacts facts;
        facts.years.push_back({0, Date::from_civil(2026, 1, 1), Date::from_civil(2026, 12, 31)});
        return std::optional(facts);
    };
    const auto intake = app::take_in(profile(), wish, file, read, {&shelf, {}, {}}, problems);
    app::Known known;
    known.municipality = "staden";
    const app::LedgerPlan plan = app::plan_ledger(known, profile(), wish, *intake, problems);
    store.put_blobs("staden", plan.blobs);
    store::LogRow entry{1, "c", "the entry that tells of it", std::string(32, 'h'), "its values"};
    if (problems.has_errors() || store.append("staden", 0, {&entry, 1}) != store::Appended::yes) std::abort();
}

std::vector<store::PageRow> pages_of(store::Store& store) {
    std::vector<store::PageRow> pages;
    store.read_pages("staden", "bundle", 0, store::PageParts::all, [&](const store::PageRow& page) {
        pages.push_back(page);
        return true;
    });
    return pages;
}

void tell(const char* what, const Took& took) { std::printf("| %s | %.2f s | %.2f s |\n", what, took.clock, took.processors); }
void tell(const char* what, const Took& bare, const Took& took) {
    tell(what, bare);
    std::printf("| &nbsp; our speed of its | %.0f %% | %.0f %% |\n", 100 * bare.clock / took.clock, 100 * bare.processors / took.processors);
    std::fflush(stdout);
}

class Sqlite {
  public:
    explicit Sqlite(const std::string& file) {
        std::remove(file.c_str());
        if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) std::abort();
        run("pragma journal_mode = wal");
        run("pragma synchronous = full");
    }
    ~Sqlite() { sqlite3_close(db_); }
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;

    void run(const char* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
    }
    template <class Bind>
    void insert(const char* sql, std::size_t rows, const Bind& bind) {
        sqlite3_stmt* statement = nullptr;
        run("begin");
        sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr);
        for (std::size_t i = 0; i < rows; ++i) {
            bind(statement, i);
            if (sqlite3_step(statement) != SQLITE_DONE) std::abort();
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
        run("commit");
    }

  private:
    sqlite3* db_ = nullptr;
};

void text_at(sqlite3_stmt* statement, int at, std::string_view text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}
void blob_at(sqlite3_stmt* statement, int at, std::string_view bytes) {
    sqlite3_bind_blob(statement, at, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
}

Took bare_rows(Sqlite& db, const Year& year) {
    db.run("create table voucher_row (municipality text not null, series text, number text, day integer, text text, account text, unit text, ore integer)");
    const ledger::Dictionary& codes = year.codes();
    return timed([&] {
        db.insert("insert into voucher_row values ('staden', ?, ?, ?, ?, ?, ?, ?)", year.rows().size(), [&](sqlite3_stmt* to, std::size_t i) {
            const ledger::Voucher& voucher = year.vouchers()[i / 2];
            const ledger::Row& row = year.rows()[i];
            text_at(to, 1, voucher.series);
            text_at(to, 2, voucher.number);
            sqlite3_bind_int64(to, 3, voucher.date.days());
            text_at(to, 4, voucher.text);
            text_at(to, 5, codes.accounts.text(row.account));
            text_at(to, 6, row.combination == 0 ? std::string_view() : codes.parts[0].codes.text(codes.combinations[row.combination][0].second));
            sqlite3_bind_int64(to, 7, row.ore);
        });
    });
}

Took bare_pages(Sqlite& db, const std::vector<store::PageRow>& pages) {
    db.run("create table page (municipality text not null, bundle text not null, page integer not null, summary blob, sealed blob, texts blob)");
    db.run("create unique index page_number on page (municipality, bundle, page)");
    return timed([&] {
        db.insert("insert into page values ('staden', 'bundle', ?, ?, ?, ?)", pages.size(), [&](sqlite3_stmt* to, std::size_t i) {
            sqlite3_bind_int64(to, 1, static_cast<std::int64_t>(pages[i].number));
            blob_at(to, 2, pages[i].summary);
            blob_at(to, 3, pages[i].sealed);
            blob_at(to, 4, pages[i].texts);
        });
    });
}

void on_sqlite(const std::string& folder, const Year& year) {
    const std::string file = folder + "/ledger.styrkedja";
    std::remove(file.c_str());
    const auto store = store::open(file, store::Access::create);
    const Took took = timed([&] { take_in(*store, year); });
    const std::vector<store::PageRow> pages = pages_of(*store);
    Sqlite rows(folder + "/rows.db"), same(folder + "/pages.db");
    const Took row_by_row = bare_rows(rows, year), same_bytes = bare_pages(same, pages);
    tell("taken in, durably", took);
    tell("bare: a prepared insert for each row", row_by_row, took);
    tell("bare: a prepared insert for each page, the same bytes", same_bytes, took);
}

void copy(store::postgres::Link& link, const std::string& sql, std::size_t rows, const std::function<void(std::string&, std::size_t)>& row) {
    std::string out;
    link.begin_copy_in(sql);
    for (std::size_t i = 0; i < rows; ++i) {
        row(out, i);
        if (out.size() < (1U << 16U)) continue;
        link.copy_in(out);
        out.clear();
    }
    link.copy_in(out);
    link.end_copy_in();
}

void on_postgres(const std::string& url, const Year& year) {
    using namespace store::postgres;
    const auto store = store::open(url, store::Access::create);
    const Took took = timed([&] { take_in(*store, year); });
    const std::vector<store::PageRow> pages = pages_of(*store);
    Link link(Address(url, store::Access::write));
    link.plain("CREATE TABLE voucher_row (municipality text, series text, number text, day bigint, text text, account text, unit text, ore bigint)");
    link.plain("CREATE TABLE page (municipality text, bundle bytea, page bigint, summary bytea, sealed bytea, texts bytea, PRIMARY KEY (municipality, bundle, page))");
    link.plain("ALTER TABLE page ALTER COLUMN sealed SET STORAGE EXTERNAL, ALTER COLUMN texts SET STORAGE EXTERNAL");
    const ledger::Dictionary& codes = year.codes();
    const Took row_by_row = timed([&] {
        copy(link, "COPY voucher_row FROM STDIN (FORMAT binary)", year.rows().size(), [&](std::string& out, std::size_t i) {
            const ledger::Voucher& voucher = year.vouchers()[i / 2];
            const ledger::Row& row = year.rows()[i];
            put_16(out, 8);
            for (const std::string_view each : {std::string_view("staden"), voucher.series, voucher.number}) put_field(out, each);
            put_field(out, static_cast<std::uint64_t>(voucher.date.days()));
            put_field(out, voucher.text);
            put_field(out, std::string_view(codes.accounts.text(row.account)));
            put_field(out, row.combination == 0 ? std::string_view() : std::string_view(codes.parts[0].codes.text(codes.combinations[row.combination][0].second)));
            put_field(out, static_cast<std::uint64_t>(row.ore));
        });
    });
    const Took same_bytes = timed([&] {
        copy(link, "COPY page FROM STDIN (FORMAT binary)", pages.size(), [&](std::string& out, std::size_t i) {
            put_16(out, 6);
            put_field(out, std::string_view("staden"));
            put_field(out, std::string_view("bundle"));
            put_field(out, pages[i].number);
            for (const std::string_view each : {pages[i].summary, pages[i].sealed, pages[i].texts}) put_field(out, each);
        });
    });
    tell("taken in, durably", took);
    tell("bare: COPY of each row", row_by_row, took);
    tell("bare: COPY of the pages, the same bytes", same_bytes, took);
}

}  // namespace

int run(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::string where = argv[1];
    const bool is_sqlite = where == "sqlite";
    const int count_at = is_sqlite ? 3 : 2;
    const Year year(argc > count_at ? std::strtoul(argv[count_at], nullptr, 10) : 1'000'000);
    std::uint64_t read = 0;
    class Counting : public ledger::Sink {
      public:
        explicit Counting(std::uint64_t& count) : count_(count) {}
        void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row>, const ledger::Dictionary&) override { count_ += vouchers.size(); }
        void balances(std::span<const ledger::Balance>, const ledger::Dictionary&) override {}

      private:
        std::uint64_t& count_;
    } counting(read);
    const Took given = timed([&] { year.give(counting); });
    std::printf("| %llu vouchers of 2 rows | by the clock | of the processors |\n| --- | --: | --: |\n| to give them | %.2f s | %.2f s |\n", static_cast<unsigned long long>(read), given.clock, given.processors);
    if (is_sqlite) on_sqlite(argc > 2 ? argv[2] : ".", year);
    else on_postgres(where, year);
    return 0;
}

}  // namespace styrkedja::bench

int main(int argc, char** argv) {
    styrkedja::cli::prepare_memory();   // as the program does
    return styrkedja::bench::run(argc, argv);
}
