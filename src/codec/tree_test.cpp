// SPDX-License-Identifier: EUPL-1.2
#include "codec/tree.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <filesystem>
#include <fstream>

namespace styrkedja {
namespace {

namespace fs = std::filesystem;

std::string names(const std::vector<TreeFile>& files) {
    std::string out;
    for (const TreeFile& file : files) out += file.name + "=" + file.bytes + ";";
    return out;
}

std::string codes(const Problems& problems) {
    std::string out;
    for (const Problem& problem : problems.list()) out += std::string(problem.code) + ";";
    return out;
}

// The same name as often as wanted, and any name: what write_zip would never write. The last name is replaced
// byte by byte in the finished zip.
std::string zip_with_name(const std::string& name) {
    std::string placeholder(name.size(), 'X');
    std::string zip = write_zip({{"pack.yaml", "a"}, {placeholder, "b"}});
    for (std::size_t at; (at = zip.find(placeholder)) != std::string::npos;)
        zip.replace(at, name.size(), name);
    return zip;
}

// Sets a number in the directory's record of the (only) file; the fields are those of APPNOTE 4.3.12.
void patch(std::string& zip, std::size_t offset, std::size_t width, std::uint32_t value) {
    std::size_t record = zip.find("PK\x01\x02");
    for (std::size_t i = 0; i < width; ++i) zip[record + offset + i] = static_cast<char>(value >> (8 * i));
}

class TreeTest : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("styrkedja_tree_" + std::to_string(getpid()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    void put(const std::string& name, const std::string& bytes) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    std::string path(const std::string& name = "") { return (folder_ / name).string(); }

    fs::path folder_;
};

TEST_F(TreeTest, AFolderIsReadInOrderWithoutLeftovers) {
    put("pack/pack.yaml", "a");
    put("pack/texts/å.md", "c");
    put("pack/texts/b.md", std::string("\0x", 2));
    put("pack/Z.csv", "z");
    for (const char* name :
         {".git/config", ".DS_Store", "a.csv~", "~$mal.xlsx", "Thumbs.db", "texts/.hidden"}) {
        put(std::string("pack/") + name, "x");
    }
    fs::create_symlink("pack.yaml", folder_ / "pack/lank.yaml");
    fs::create_directories(folder_ / "pack/tom");
    Problems problems;
    EXPECT_EQ(names(read_tree(path("pack"), problems)),
              "Z.csv=z;lank.yaml=a;pack.yaml=a;texts/b.md=" + std::string("\0x", 2) + ";texts/å.md=c;");
    EXPECT_EQ(names(read_tree(path("pack/"), problems)), names(read_tree(path("pack"), problems)));
    EXPECT_EQ(codes(problems), "");
}

TEST_F(TreeTest, AFolderAndItsZipAreTheSame) {
    put("pack/pack.yaml", "a");
    put("pack/texts/å.md", std::string(5000, 'c'));
    Problems problems;
    auto files = read_tree(path("pack"), problems);
    put("pack.zip", write_zip(files));
    EXPECT_EQ(names(read_tree(path("pack.zip"), problems)), names(files));
    EXPECT_EQ(codes(problems), "");
}

TEST_F(TreeTest, WhatIsWrongWithAFolderIsTold) {
    Problems problems;
    EXPECT_TRUE(read_tree(path("saknas"), problems).empty());
    put("tabell.csv", "a;b");
    EXPECT_TRUE(read_tree(path("tabell.csv"), problems).empty());
    EXPECT_EQ(codes(problems), "path_does_not_exist;path_is_not_folder_or_zip;");

    put("pack/pack.yaml", "a");
    put("pack/a\\b", "a");
    fs::create_symlink("../tabell.csv", folder_ / "pack/ut.csv");
    problems = {};
    EXPECT_TRUE(read_tree(path("pack"), problems).empty());
    problems.sort();
    EXPECT_EQ(codes(problems), "file_name_is_refused;link_is_refused;");
}

TEST_F(TreeTest, LinksToFoldersAndToNothingAreRefused) {
    put("pack/texts/a.md", "a");
    fs::create_directory_symlink("..", folder_ / "pack/texts/upp");
    fs::create_symlink("finns-inte", folder_ / "pack/inget.md");
    Problems problems;
    EXPECT_TRUE(read_tree(path("pack"), problems).empty());
    EXPECT_EQ(codes(problems), "link_is_refused;link_is_refused;");
}

TEST_F(TreeTest, AFolderHasLimits) {
    put("pack/a", "12345");
    put("pack/b", "12345");
    put("pack/c/d/e", "");
    struct Case {
        TreeLimits limits;
        std::string_view codes;
    };
    TreeLimits files, bytes, levels;
    files.files = 2;
    bytes.bytes = 9;
    levels.levels = 2;
    for (const Case& c : {Case{files, "too_many_files;"}, Case{bytes, "files_are_too_large;"},
                          Case{levels, "folder_is_too_deep;"}}) {
        Problems problems;
        EXPECT_TRUE(read_tree(path("pack"), problems, c.limits).empty());
        EXPECT_EQ(codes(problems), c.codes);
    }
}

TEST(Tree, NamesThatLeadAstrayAreKnown) {
    for (const char* name : {"a", "a/b.md", "å ä.csv", "a..b", "..a/b", "a:b"}) {
        EXPECT_EQ(is_safe_name(name), std::string_view(name) != "a:b") << name;
    }
    for (const char* name : {"", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/..", "C:/a", "C:a",
                             "a\\b", "a\nb", "\xE5", "./a"}) {
        EXPECT_FALSE(is_safe_name(name)) << name;
    }
    for (const char* name : {".a", "a/.b/c", "a~", "~$a.xlsx", "x/Thumbs.db", "__MACOSX/a", "desktop.ini"}) {
        EXPECT_TRUE(is_leftover(name)) << name;
    }
    for (const char* name : {"a", "../a", "a/./b", "~a", "a~b"}) EXPECT_FALSE(is_leftover(name)) << name;
}

TEST(Zip, TheSameFilesGiveTheSameBytes) {
    std::vector<TreeFile> files = {
        {"pack.yaml", "a: b\n"}, {"texts/å.md", std::string(10000, 'x')}, {"tom.csv", ""}};
    std::string zip = write_zip(files);
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
    EXPECT_EQ(write_zip(files), zip);
    unsetenv("TZ");
    tzset();
    Problems problems;
    EXPECT_EQ(names(read_zip(zip, "p.zip", problems)), names(files));
    EXPECT_TRUE(read_zip(write_zip({}), "p.zip", problems).empty());
    EXPECT_EQ(codes(problems), "");
}

TEST(Zip, TheFolderAroundAllIsTakenAway) {
    Problems problems;
    std::string zip = write_zip({{"kalmar/pack.yaml", "a"}, {"kalmar/texts/b.md", "b"}, {"__MACOSX/x", "c"}});
    EXPECT_EQ(names(read_zip(zip, "p.zip", problems)), "pack.yaml=a;texts/b.md=b;");
    zip = write_zip({{"texts/a.md", "a"}, {"pack.yaml", "b"}});
    EXPECT_EQ(names(read_zip(zip, "p.zip", problems)), "pack.yaml=b;texts/a.md=a;");
    zip = write_zip({{"ma\xCC\x8Al.csv", "a"}});
    EXPECT_EQ(names(read_zip(zip, "p.zip", problems)), "mål.csv=a;");
    EXPECT_EQ(codes(problems), "");
}

TEST(Zip, WhatIsRefusedIsRefusedWhole) {
    std::string encrypted = write_zip({{"a", "hemligt"}}), link = write_zip({{"a", "/etc/passwd"}});
    patch(encrypted, 8, 2, 1);
    patch(link, 4, 2, 0x0314);
    patch(link, 38, 4, 0120777U << 16U);
    std::string huge = write_zip({{"a", "x"}}), lying = write_zip({{"a", std::string(1000, 'x')}});
    patch(huge, 24, 4, 0xF0000000U);
    patch(lying, 24, 4, 10);
    std::string damaged = write_zip({{"a", std::string(1000, 'x')}});
    patch(damaged, 16, 4, 12345);  // the checksum
    std::string larger = write_zip({{"a", std::string(1000, 'x')}});
    patch(larger, 24, 4, 2000);
    const std::pair<std::string, std::string_view> cases[] = {
        {zip_with_name("../x"), "file_name_is_refused;"},
        {zip_with_name("/etc/x"), "file_name_is_refused;"},
        {zip_with_name("C:\\x"), "file_name_is_refused;"},
        {zip_with_name("a\\..\\x"), "file_name_is_refused;"},
        {zip_with_name("pack.yaml"), "file_name_is_repeated;"},
        {encrypted, "zip_entry_is_encrypted;"},
        {link, "link_is_refused;"},
        {huge, "files_are_too_large;"},
        {lying, "zip_entry_is_larger_than_declared;"},
        {damaged, "zip_entry_is_damaged;"},
        {larger, "zip_entry_is_damaged;"},
        {"PK\x03\x04 and then nothing", "zip_is_damaged;"},
        {write_zip({{"a", std::string(12 * 1024 * 1024, 'x')}}), "zip_is_a_bomb;"},
    };
    for (const auto& [zip, expected] : cases) {
        Problems problems;
        EXPECT_TRUE(read_zip(zip, "p.zip", problems).empty()) << expected;
        EXPECT_EQ(codes(problems), expected);
    }
}

TEST(Zip, HasLimits) {
    TreeLimits files, bytes;
    files.files = 2;
    bytes.bytes = 9;
    std::string zip = write_zip({{"a", "1234"}, {"b", "1234"}, {"c", "1234"}});
    Problems problems;
    EXPECT_TRUE(read_zip(zip, "p.zip", problems, files).empty());
    EXPECT_TRUE(read_zip(zip, "p.zip", problems, bytes).empty());
    EXPECT_EQ(codes(problems), "too_many_files;files_are_too_large;");
}

TEST(Zip, ADamagedZipNeverDoesHarm) {
    std::uint32_t seed = 20260605, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 8U; };
    std::string whole = write_zip({{"pack.yaml", "a: b\n"}, {"texts/a.md", std::string(3000, 'x')}});
    for (int round = 0; round < 3000; ++round) {
        std::string zip = whole;
        for (auto n = 1 + random() % 4; n > 0; --n) zip[random() % zip.size()] = static_cast<char>(random());
        if (random() % 4 == 0) zip.resize(random() % zip.size());
        Problems problems;
        auto files = read_zip(zip, "p.zip", problems);
        ASSERT_TRUE(files.empty() || !problems.has_errors()) << "seed " << seed << " round " << round;
    }
}

}  // namespace
}  // namespace styrkedja
