// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

// Texts that a test compares with a file: what is expected can be read, and its changes seen.
namespace styrkedja::testing {

// Compares a text with the file at `path` (from the project's top). With UPDATE_GOLDEN=1 in the environment the
// file is written instead. Tells the first line that differs.
void expect_golden(const std::string& path, const std::string& text);

}  // namespace styrkedja::testing
