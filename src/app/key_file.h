// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "log/checkpoint.h"

// The file of the key that checkpoints are signed with. It is for its owner alone (mode 0600).
namespace styrkedja::app {

// False: signing_key_is_there_already (a key is never written over), signing_key_cannot_be_written (reason).
bool write_key_file(const std::string& path, const log::SigningKey& key, Problems& problems);

// None: signing_key_cannot_be_read (reason), signing_key_is_open_to_others (its mode lets others read it),
// signing_key_is_damaged.
std::optional<log::SigningKey> read_key_file(const std::string& path, Problems& problems);

}  // namespace styrkedja::app
