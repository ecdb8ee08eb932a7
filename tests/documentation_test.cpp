// SPDX-License-Identifier: EUPL-1.2
// What the documentation says of kinds and fields is made from the program's own description, and is up to date.
#include <gtest/gtest.h>

#include "importers/pack/schema.h"
#include "support/golden.h"
#include "support/packs.h"

namespace styrkedja {
namespace {

TEST(Documentation, HasTheSchemaOfToday) { testing::expect_golden("docs/schemas/pack.schema.json", pack_schema()); }

TEST(Documentation, HasTheFieldsOfToday) {
    std::string page = testing::read_whole(std::string(PROJECT_DIR) + "/docs/pack-format.md");
    std::size_t tables = page.find("### `pack` (paket)");
    if (tables == std::string::npos) tables = page.size();
    testing::expect_golden("docs/pack-format.md", page.substr(0, tables) + field_tables());
}

}  // namespace
}  // namespace styrkedja
