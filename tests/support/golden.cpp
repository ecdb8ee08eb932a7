// SPDX-License-Identifier: EUPL-1.2
#include "support/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/packs.h"

namespace styrkedja::testing {
namespace {

bool updates() {
    const char* wish = std::getenv("UPDATE_GOLDEN");
    return wish != nullptr && *wish != '\0' && *wish != '0';
}

std::string first_difference(const std::string& expected, const std::string& text) {
    std::istringstream a(expected), b(text);
    std::string x, y;
    for (int line = 1;; ++line) {
        bool more_a = static_cast<bool>(std::getline(a, x)), more_b = static_cast<bool>(std::getline(b, y));
        if (more_a && more_b && x == y) continue;
        return "line " + std::to_string(line) + "\n  expected: " + (more_a ? x : "(the end)") +
               "\n  is:       " + (more_b ? y : "(the end)");
    }
}

}  // namespace

void expect_golden(const std::string& path, const std::string& text) {
    std::string whole = std::string(PROJECT_DIR) + "/" + path;
    if (updates()) {
        std::ofstream(whole, std::ios::binary) << text;
        return;
    }
    std::string expected = read_whole(whole);
    EXPECT_TRUE(expected == text) << path << ": " << first_difference(expected, text)
                                  << "\n(UPDATE_GOLDEN=1 rewrites it)\n";
}

}  // namespace styrkedja::testing
