// SPDX-License-Identifier: EUPL-1.2
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <cstring>

#include "store/sqlite/sqlite_testing.h"

// A disk that is full, that fails, and what is left on it.
namespace styrkedja::store {
namespace {

using Kind = Failure::Kind;

// Appends until the disk is full, sees that all acknowledged rows are there and no other, and after `make_room` goes on.
std::string fill(const std::string& file, const std::function<void()>& make_room) {
    auto store = open(file, Access::write);
    auto other = store->again();
    Version head = store->head("kommun");
    bool full = false;
    for (int i = 0; i < 100'000 && !full; ++i) {
        try {
            store->append("kommun", head, some_rows(head, 3, std::string(2000, 'v')));
            head += 3;
        } catch (const Failure& failure) {
            if (failure.kind() != Kind::full) return problem_message(failure.problem(), Language::en);
            full = true;
        }
    }
    if (!full) return "never full";
    for (Store* each : {store.get(), other.get()}) {
        Version seen = 0;
        each->read_log("kommun", 0, ~0ULL, [&](const LogRow&) { return ++seen > 0; });
        if (seen != head || each->head("kommun") != head) return "rows are not those that were acknowledged";
        if (each->find_command("kommun", "c" + std::to_string(head + 1))) return "a row of the refused batch is there";
    }
    std::string code = code_of([&] { store->append("kommun", head, some_rows(head, 1, std::string(2'000'000, 'v'))); },
                               Kind::full);
    if (code != "store_disk_is_full") return "not told again: " + code;
    make_room();
    if (store->append("kommun", head, some_rows(head, 3)) != Appended::yes) return "does not go on";
    store.reset();
    other.reset();
    return open(file, Access::read)->head("kommun") == head + 3 ? "held" : "lost";
}

TEST(SqliteDisk, AFullDiskTakesNothingAndGivesEverythingBack) {
    Folder folder;
    open(folder / "x", Access::create)->append("kommun", 0, some_rows(0, 10));
    EXPECT_EQ(in_child([&] {
                  std::signal(SIGXFSZ, SIG_IGN);
                  rlimit limit{1'000'000, RLIM_INFINITY};
                  ::setrlimit(RLIMIT_FSIZE, &limit);
                  return fill(folder / "x", [] {
                      rlimit more{RLIM_INFINITY, RLIM_INFINITY};
                      ::setrlimit(RLIMIT_FSIZE, &more);
                  });
              }),
              "held");
}

TEST(SqliteDisk, TheSameOnAFileSystemWithoutRoom) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs to be root, so as to mount a small disk";
    Folder folder;
    std::string said = in_child([&]() -> std::string {
        // Seen by this process only, and gone with it.
        if (::unshare(CLONE_NEWNS) != 0) return "cannot mount";
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        if (::mount("none", folder.path().c_str(), "tmpfs", 0, "size=3m") != 0) return "cannot mount";
        write_bytes(folder / "ballast", std::string(400'000, 'x'));
        open(folder / "x", Access::create)->append("kommun", 0, some_rows(0, 10));
        return fill(folder / "x", [&] { std::filesystem::remove(folder / "ballast"); });
    });
    if (said == "cannot mount") GTEST_SKIP() << said;
    EXPECT_EQ(said, "held");
}

TEST(SqliteDisk, AStoreThatCanNotBeMadeForLackOfRoomCanBeMadeLater) {
    Folder folder;
    EXPECT_EQ(in_child([&]() -> std::string {
                  std::signal(SIGXFSZ, SIG_IGN);
                  rlimit limit{5000, RLIM_INFINITY};
                  ::setrlimit(RLIMIT_FSIZE, &limit);
                  return code_of([&] { open(folder / "x", Access::create); }, Kind::full);
              }),
              "store_disk_is_full");
    for (Access access : {Access::read, Access::write}) {
        EXPECT_EQ(code_of([&] { open(folder / "x", access); }, Kind::missing), "store_file_is_empty");
    }
    EXPECT_EQ(open(folder / "x", Access::create)->append("kommun", 0, some_rows(0, 1)), Appended::yes);
}

// Nowhere in any file of the folder.
bool lies_in(const std::string& folder, const std::string& bytes) {
    for (const auto& [name, all] : files_in(folder)) {
        if (all.find(bytes) != all.npos) return true;
    }
    return false;
}

TEST(SqliteDisk, WhatIsErasedIsGoneFromTheFilesAfterASweep) {
    Folder folder;
    auto store = open(folder / "x", Access::create);
    // Two municipalities in turn, so that pages are split and rows move between them.
    Version head = 0;
    for (int i = 0; i < 60; ++i) {
        for (std::string name : {"b-kommun", "a-kommun"}) {
            std::vector<LogRow> rows = some_rows(head, 20, std::string(static_cast<std::size_t>(i * 7), 'x'));
            for (LogRow& row : rows) row.content += "[" + name + " personnummer " + std::to_string(row.version) + "]";
            ASSERT_EQ(store->append(name, head, rows), Appended::yes);
        }
        head += 20;
    }
    store->put_blobs("a-kommun", std::vector<Blob>{{"h", "attachment", std::string(50'000, '.') + "secret blob", false}});
    store->put_draft("a-kommun", {"p", "s", 1, 2, "secret draft"});
    EXPECT_TRUE(lies_in(folder.path(), "[a-kommun personnummer 777]"));
    EXPECT_TRUE(lies_in(folder.path(), "secret blob"));
    Erasure erasure{{}, {"h"}};
    for (Version v = 1; v <= head; v += 4) erasure.contents.push_back({v, "erased"});
    ASSERT_EQ(store->append("a-kommun", head, some_rows(head, 1), erasure), Appended::yes);
    store->drop_draft("a-kommun", "p", "s");
    store->sweep();
    for (Version v = 1; v <= head; v += 4) {
        EXPECT_FALSE(lies_in(folder.path(), "[a-kommun personnummer " + std::to_string(v) + "]")) << v;
    }
    EXPECT_FALSE(lies_in(folder.path(), "secret"));
    EXPECT_TRUE(lies_in(folder.path(), "[a-kommun personnummer 778]"));
    EXPECT_TRUE(lies_in(folder.path(), "[b-kommun personnummer 777]"));
    EXPECT_EQ(store->log_row("a-kommun", 777)->content, "erased");
    EXPECT_EQ(store->head("b-kommun"), head);
}

TEST(SqliteDisk, ASweepGivesRoomBack) {
    Folder folder;
    auto store = open(folder / "x", Access::create);
    store->put_blobs("kommun", std::vector<Blob>{{"h", "document", std::string(3'000'000, 'd'), false}});
    store->drop_blobs("kommun", std::vector<std::string>{"h"});
    store->sweep();
    EXPECT_LT(bytes_of(folder / "x").size(), 200'000U);
    EXPECT_EQ(bytes_of(folder / "x-wal").size(), 0U);
}

// The machine's disk under another name, which can be told to fail.
struct FailingFile {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
int syncs_that_fail = 0;
FailingFile* own(sqlite3_file* file) { return reinterpret_cast<FailingFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return own(file)->real(); }

const sqlite3_io_methods failing_methods = {
    1,
    [](sqlite3_file* f) { return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK; },
    [](sqlite3_file* f, void* to, int count, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, count, at); },
    [](sqlite3_file* f, const void* from, int count, sqlite3_int64 at) {
        return real(f)->pMethods->xWrite(real(f), from, count, at);
    },
    [](sqlite3_file* f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); },
    [](sqlite3_file* f, int flags) {
        if (syncs_that_fail > 0 && syncs_that_fail-- > 0) return SQLITE_IOERR_FSYNC;
        return real(f)->pMethods->xSync(real(f), flags);
    },
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
    [](sqlite3_file* f, int* held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
    [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
    [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

void register_failing_disk() {
    static sqlite3_vfs failing = *sqlite3_vfs_find(nullptr);
    static sqlite3_vfs* machine = sqlite3_vfs_find(nullptr);
    failing.zName = "failing-disk";
    failing.szOsFile += static_cast<int>(sizeof(FailingFile));
    failing.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
        int result = machine->xOpen(machine, name, real(file), flags, out);
        file->pMethods = real(file)->pMethods ? &failing_methods : nullptr;
        return result;
    };
    sqlite3_vfs_register(&failing, 0);
}

TEST(SqliteDisk, AnotherDiskCanBeNamedAndHeldAlone) {
    if (!sqlite3_vfs_find("failing-disk")) register_failing_disk();
    Folder folder;
    std::string address = "sqlite:" + folder / "x" + "?vfs=failing-disk&locking=exclusive";
    for (Access access : {Access::read, Access::write}) EXPECT_NE(code_of([&] { open(address, access); }, Kind::refused), "");
    auto store = open(address, Access::create);
    ASSERT_EQ(store->append("kommun", 0, some_rows(0, 50)), Appended::yes);
    EXPECT_FALSE(std::filesystem::exists(folder / "x-shm"));
    EXPECT_EQ(code_of([&] { store->again(); }, Kind::unavailable), "store_is_busy");
    EXPECT_EQ(store->frozen()->head("kommun"), 50U);
    ASSERT_EQ(store->append("kommun", 50, some_rows(50, 1)), Appended::yes);
    store->sweep();
    store.reset();
    EXPECT_EQ(open(address, Access::read)->head("kommun"), 51U);
    EXPECT_NE(code_of([&] { open("sqlite:" + folder / "x?vfs=unknown", Access::read); }, Kind::unavailable), "");
}

// Whether the bytes reached the disk isn't known; but once somebody has asked, the answer holds, also after a crash.
TEST(SqliteDisk, AfterAFailingCommitWhatIsReadIsWhatStays) {
    if (!sqlite3_vfs_find("failing-disk")) register_failing_disk();
    Folder folder;
    std::string address = "sqlite:" + folder / "x" + "?vfs=failing-disk&locking=exclusive";
    auto store = open(address, Access::create);
    ASSERT_EQ(store->append("kommun", 0, some_rows(0, 5)), Appended::yes);
    syncs_that_fail = 1;
    EXPECT_EQ(code_of([&] { store->append("kommun", 5, some_rows(5, 1)); }, Kind::unavailable), "store_disk_fails");
    EXPECT_EQ(syncs_that_fail, 0);
    syncs_that_fail = 1;  // still ill: one can't know
    EXPECT_EQ(code_of([&] { store->find_command("kommun", "c6"); }, Kind::unavailable), "store_disk_fails");
    bool there = store->find_command("kommun", "c6").has_value();
    Folder crashed;
    for (const auto& [name, bytes] : files_in(folder.path())) write_bytes(crashed / name, bytes);
    auto after = open(crashed / "x", Access::write);
    EXPECT_EQ(after->find_command("kommun", "c6").has_value(), there);
    EXPECT_EQ(after->head("kommun"), store->head("kommun"));
    Version head = store->head("kommun");
    EXPECT_EQ(store->append("kommun", head, some_rows(head, 1)), Appended::yes);
}

}  // namespace
}  // namespace styrkedja::store
