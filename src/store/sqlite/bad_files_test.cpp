// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include "store/rows.h"
#include "store/sqlite/sqlite_testing.h"

// What may lie where the store should be, and that it is told and left as it is.
namespace styrkedja::store {
namespace {

using Kind = Failure::Kind;
constexpr Access every[] = {Access::read, Access::write, Access::create, Access::migrate};
constexpr Access existing[] = {Access::read, Access::write, Access::migrate};

std::string opening(const std::string& address, Access access, Kind kind) {
    return code_of([&] { open(address, access); }, kind);
}

void make_store(const std::string& file, Version rows) {
    auto store = open(file, Access::create);
    ASSERT_EQ(store->append("kommun", 0, some_rows(0, rows)), Appended::yes);
    store->put_blobs("kommun", std::vector<Blob>{{"h", "pack", std::string(100'000, 'b'), false}});
}

TEST(SqliteFiles, AddressesThatMeanNothingAreTold) {
    for (std::string address : {"", "memory:", "mysql://server/base", "https://styrkedja.se"}) {
        EXPECT_EQ(opening(address, Access::create, Kind::wrong_address), "store_address_is_not_understood") << address;
    }
    for (std::string address : {"sqlite:", "sqlite:?vfs=x", "sqlite://server/file"}) {
        EXPECT_EQ(opening(address, Access::create, Kind::wrong_address), "store_address_names_no_file") << address;
    }
    for (std::string option : {"vsf=x", "vfs=", "locking=shared", "x"}) {
        EXPECT_EQ(opening("sqlite:/tmp/f?" + option, Access::create, Kind::wrong_address), "store_option_is_not_known");
    }
    EXPECT_EQ(opening("/dev/null", Access::create, Kind::wrong_address), "store_is_no_file");
    EXPECT_EQ(opening("/tmp", Access::write, Kind::wrong_address), "store_is_no_file");
}

TEST(SqliteFiles, AnAddressMayHaveASchemeOrNot) {
    Folder folder;
    make_store(folder / "a.db", 2);
    EXPECT_EQ(open(folder / "a.db", Access::read)->head("kommun"), 2U);
    EXPECT_EQ(open("sqlite:" + folder / "a.db", Access::read)->head("kommun"), 2U);
    EXPECT_EQ(open("sqlite://" + folder / "a.db", Access::read)->head("kommun"), 2U);
    make_store(folder / "what? å:b.db", 1);  // a file name is a file name
    EXPECT_TRUE(std::filesystem::exists(folder / "what? å:b.db"));
}

TEST(SqliteFiles, WhatIsNotThereIsToldAndNotMade) {
    Folder folder;
    for (Access access : existing) EXPECT_EQ(opening(folder / "x", access, Kind::missing), "store_does_not_exist");
    for (Access access : existing) EXPECT_EQ(opening(folder / "no/x", access, Kind::missing), "store_does_not_exist");
    EXPECT_EQ(opening(folder / "no/x", Access::create, Kind::missing), "store_folder_does_not_exist");
    EXPECT_TRUE(files_in(folder.path()).empty());
}

TEST(SqliteFiles, OtherFilesAreToldAndLeftAsTheyAre) {
    Folder folder;
    write_bytes(folder / "short", "hej");
    write_bytes(folder / "text", std::string(10'000, 'x'));
    write_bytes(folder / "zeros", std::string(10'000, '\0'));
    write_bytes(folder / "magic", std::string("SQLite format 3\0", 16) + std::string(9'000, '\xAA'));
    run_sql(folder / "other", "create table theirs (x); insert into theirs values (1)");
    run_sql(folder / "marked", "pragma application_id = 7; create table theirs (x)");
    auto before = files_in(folder.path());
    for (Access access : every) {
        for (std::string name : {"short", "text", "zeros"}) {
            EXPECT_EQ(opening(folder / name, access, Kind::damaged), "store_file_is_not_sqlite") << name;
        }
        EXPECT_NE(opening(folder / "magic", access, Kind::damaged), "");
        for (std::string name : {"other", "marked"}) {
            EXPECT_EQ(opening(folder / name, access, Kind::damaged), "store_is_of_another_program") << name;
        }
    }
    EXPECT_EQ(files_in(folder.path()), before);
}

TEST(SqliteFiles, AnEmptyFileIsNoStoreButMayBecomeOne) {
    Folder folder;
    write_bytes(folder / "x", "");
    for (Access access : existing) EXPECT_EQ(opening(folder / "x", access, Kind::missing), "store_file_is_empty");
    EXPECT_EQ(open(folder / "x", Access::create)->head("kommun"), 0U);
    EXPECT_EQ(open(folder / "x", Access::write)->head("kommun"), 0U);
}

// A copy that was broken off: at any length.
TEST(SqliteFiles, ACutFileIsToldWhereverItWasCut) {
    Folder folder;
    make_store(folder / "whole", 500);
    std::string whole = bytes_of(folder / "whole");
    ASSERT_GT(whole.size(), 300'000U);
    for (std::size_t length = 17; length < whole.size(); length += length < 8000 ? 997 : 8887) {
        write_bytes(folder / "cut", whole.substr(0, length));
        for (Access access : every) {
            EXPECT_EQ(opening(folder / "cut", access, Kind::damaged), "store_file_is_cut") << length;
        }
    }
    EXPECT_EQ(files_in(folder.path()).size(), 2U);  // no log, no shared memory
}

// A copy whose room was made first and whose bytes never came.
TEST(SqliteFiles, AFileWithZerosForItsEndIsTold) {
    Folder folder;
    make_store(folder / "whole", 500);
    std::string whole = bytes_of(folder / "whole");
    for (std::size_t part = 1; part < 8; ++part) {
        std::string holed = whole;
        std::size_t from = holed.size() * part / 8;
        std::fill(holed.begin() + static_cast<std::ptrdiff_t>(from), holed.end(), '\0');
        write_bytes(folder / "holed", holed);
        std::string code = opening(folder / "holed", Access::write, Kind::damaged);
        if (!code.empty()) {
            EXPECT_EQ(code, "store_is_damaged");
            continue;
        }
        // The last pages are those of the blob, which isn't read at the start.
        EXPECT_GE(part, 5U);
    }
}

// The process was killed: what it had written last lies in the log beside the file.
TEST(SqliteFiles, ALogLeftBehindIsTakenIn) {
    Folder folder;
    std::string said = in_child([&] {
        Store* store = open(folder / "x", Access::create).release();  // never closed
        store->append("kommun", 0, some_rows(0, 300));
        store->append("kommun", 300, some_rows(300, 1));
        return std::string("written");
    });
    EXPECT_EQ(said, "written");
    ASSERT_GT(bytes_of(folder / "x-wal").size(), 0U);
    EXPECT_EQ(open(folder / "x", Access::read)->head("kommun"), 301U);
    EXPECT_GT(bytes_of(folder / "x-wal").size(), 0U);  // reading has left it
    EXPECT_EQ(open(folder / "x", Access::write)->head("kommun"), 301U);
    EXPECT_FALSE(std::filesystem::exists(folder / "x-wal"));
    EXPECT_EQ(open(folder / "x", Access::read)->head("kommun"), 301U);
}

TEST(SqliteFiles, TheFilesAreTheirOwnersOnly) {
    Folder folder;
    mode_t before = ::umask(0);
    auto store = open(folder / "x", Access::create);
    ASSERT_EQ(store->append("kommun", 0, some_rows(0, 1)), Appended::yes);
    ::umask(before);
    int seen = 0;
    for (const auto& each : std::filesystem::directory_iterator(folder.path())) {
        struct stat found {};
        ASSERT_EQ(::stat(each.path().c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0777, 0600U) << each.path();
        ++seen;
    }
    EXPECT_EQ(seen, 3);
}

// As somebody who isn't root, to whom everything is allowed.
std::string as_nobody(const std::string& address, Access access) {
    return in_child([&] {
        if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) return std::string("cannot");
        return opening(address, access, Kind::refused);
    });
}

TEST(SqliteFiles, WithoutTheRightItIsRefused) {
    if (::geteuid() != 0) GTEST_SKIP() << "needs to be root, so as to be able to be somebody else";
    Folder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    make_store(folder / "ours", 1);
    make_store(folder / "readable", 1);
    std::filesystem::permissions(folder / "readable", std::filesystem::perms(0644));
    make_store(folder / "theirs", 1);
    ASSERT_EQ(::chown((folder / "theirs").c_str(), 65534, 65534), 0);
    for (Access access : every) EXPECT_EQ(as_nobody(folder / "ours", access), "store_file_is_refused");
    EXPECT_EQ(as_nobody(folder / "readable", Access::write), "store_file_is_refused");
    EXPECT_EQ(as_nobody(folder / "theirs", Access::write), "store_folder_is_refused");
    EXPECT_EQ(as_nobody(folder / "new", Access::create), "store_folder_is_refused");
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0700));
    for (Access access : every) EXPECT_EQ(as_nobody(folder / "theirs", access), "store_folder_is_refused");
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
    EXPECT_EQ(as_nobody(folder / "theirs", Access::write), "");
    EXPECT_EQ(as_nobody(folder / "new", Access::create), "");
}

TEST(SqliteFiles, ABlobThatIsTooLargeIsToldBeforeAnythingIsWritten) {
    Folder folder;
    std::vector<Blob> blobs = {{"small", "pack", "bytes", false}, {"large", "pack", "", false}};
    blobs[1].bytes.resize(largest_blob + 1);
    for (std::string address : {folder / "x", std::string("memory:large-blob")}) {
        auto store = open(address, Access::create);
        EXPECT_EQ(code_of([&] { store->put_blobs("kommun", blobs); }, Kind::full), "store_blob_is_too_large");
        EXPECT_TRUE(store->blobs("kommun").empty());
    }
}

}  // namespace
}  // namespace styrkedja::store
