// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/table_range.h"

#include <gtest/gtest.h>

#include "domain/plan/plan.h"

namespace styrkedja {
namespace {

std::string id_of(int number) {
    const std::string digits = std::to_string(100'000 + number);
    return "m" + digits.substr(1, 3) + "/" + digits.substr(4);
}

// As many as stand in several branches, each with several nodes; with a hole after each.
Table<Note> notes(int count) {
    std::vector<Note> all;
    for (int i = 0; i < count; ++i) all.push_back({Id(id_of(2 * i)), {}});
    return Table<Note>::from(std::move(all));
}

TEST(TableRange, FirstFromIsTheFirstThatIsNotBefore) {
    for (int count : {0, 1, 64, 65, 4'096, 4'097, 10'000}) {
        const Table<Note> table = notes(count);
        for (int wanted = 0; wanted <= 2 * count + 1; wanted += count > 100 ? 61 : 1) {
            auto it = table.first_from(id_of(wanted));
            const int first = (wanted + 1) / 2;
            ASSERT_EQ(it == table.end(), first >= count) << count << " " << wanted;
            if (it == table.end()) continue;
            ASSERT_EQ(it->id.str(), id_of(2 * first)) << count << " " << wanted;
        }
    }
}

TEST(TableRange, APrefixGivesThoseThatBeginSo) {
    const Table<Note> table = notes(10'000);
    for (std::string prefix : {"m000/", "m057/", "m199/", "m200/", "m05", ""}) {
        std::size_t wanted = 0, found = 0;
        for (const Note& each : table) wanted += each.id.str().starts_with(prefix);
        each_with_prefix(table, prefix,
                         [&](const Note& each) { found += each.id.str().starts_with(prefix); });
        EXPECT_EQ(found, wanted) << prefix;
    }
}

}  // namespace
}  // namespace styrkedja
