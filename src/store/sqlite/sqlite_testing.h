// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "locale/problem_texts.h"
#include "store/open.h"

// What the tests of the SQLite store have in common.
namespace styrkedja::store {

// A folder for one test's files, gone afterwards.
class Folder {
  public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "styrkedja-store-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

inline std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline void write_bytes(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// Everything in a folder, by name.
inline std::map<std::string, std::string> files_in(const std::string& folder) {
    std::map<std::string, std::string> out;
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        out[each.path().filename().string()] = bytes_of(each.path().string());
    }
    return out;
}

inline void run_sql(const std::string& file, const std::string& sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
}

// The code of the Failure, whose texts must be whole; empty when there was none.
inline std::string code_of(const std::function<void()>& what, Failure::Kind kind) {
    try {
        what();
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), kind) << failure.what();
        for (Language language : {Language::sv, Language::en}) {
            EXPECT_NE(find_problem_text(failure.problem().code), nullptr) << failure.what() << " has no text";
            std::string message = problem_message(failure.problem(), language);
            EXPECT_EQ(message.find("…"), message.npos) << message;
        }
        return std::string(failure.problem().code);
    }
    return "";
}

// What a child process writes as its answer. It leaves as if killed: nothing is closed.
inline std::string in_child(const std::function<std::string()>& what) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    pid_t child = ::fork();
    if (child == 0) {
        std::string answer;
        try {
            answer = what();
        } catch (const Failure& failure) {
            answer = "failure " + std::string(failure.what());
        }
        if (::testing::Test::HasFailure()) answer += " (and an expectation failed)";
        ::_exit(::write(ends[1], answer.data(), answer.size()) < 0 ? 1 : 0);
    }
    ::close(ends[1]);
    std::string answer;
    char buffer[4096];
    for (ssize_t count; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
        answer.append(buffer, static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return answer;
}

inline std::vector<LogRow> some_rows(Version after, Version count, const std::string& content = "content") {
    std::vector<LogRow> rows;
    for (Version v = after + 1; v <= after + count; ++v) {
        LogRow row;
        row.version = v;
        row.command = "c" + std::to_string(v);
        row.entry = std::string(250, 'e');
        row.hash = std::string(32, 'h');
        row.content = content + " " + std::to_string(v);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace styrkedja::store
