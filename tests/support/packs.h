// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "codec/tree.h"
#include "importers/pack/load.h"

// Packs for tests: those in folders of the project, and small ones written in the test.
namespace styrkedja::testing {

// The bytes of a file; "" when it isn't there.
std::string read_whole(const std::string& path);

// All files of a folder (from the project's top).
std::vector<TreeFile> pack_in(const std::string& folder);

// The folders directly below a folder, by name; none when it isn't there.
std::vector<std::string> folders_in(const std::string& folder);

// "pack:" with what it must have, as a file.
TreeFile small_pack_head();

bool has_pack_head(const std::vector<TreeFile>& files);

// The files one after the other with their names, so that two packs can be compared as text.
std::string as_text(const std::vector<TreeFile>& files);

// As a terminal shows them, in the order in which a person mends them.
std::string as_text(Problems problems);

}  // namespace styrkedja::testing
