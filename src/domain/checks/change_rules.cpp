// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/change_rules.h"

namespace styrkedja {

void check_changes(const State&, const State&, std::span<const Change>, Problems&) {}

}  // namespace styrkedja
