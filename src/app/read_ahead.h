// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string_view>

#include "store/store.h"

namespace styrkedja::app {

// As store.read_log, but for long stretches: the rows are fetched by a thread of their own while those before them
// are being worked on. The store is that thread's while this runs. See is called in the caller's thread.
void read_ahead(store::Reader& store, std::string_view municipality, Version after, Version to,
                const std::function<bool(const store::LogRow&)>& see);

}  // namespace styrkedja::app
