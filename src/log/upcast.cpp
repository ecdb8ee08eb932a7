// SPDX-License-Identifier: EUPL-1.2
#include "log/upcast.h"

#include <utility>

namespace styrkedja::log {

std::span<const Upcast> upcasts() { return {}; }

std::vector<Change> raised(Change change, std::uint32_t from, std::uint32_t to, std::span<const Upcast> steps) {
    std::vector<Change> now;
    now.push_back(std::move(change));
    for (std::uint32_t model = from; model < to; ++model) {
        for (const Upcast& step : steps) {
            if (step.from != model) continue;
            std::vector<Change> before = std::exchange(now, {});
            for (Change& each : before) step.raise(std::move(each), [&](Change said) { now.push_back(std::move(said)); });
        }
    }
    return now;
}

}  // namespace styrkedja::log
