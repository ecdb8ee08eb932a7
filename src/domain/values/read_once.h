// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <unordered_map>

namespace styrkedja {

// What was written, understood: each text once, since a municipality writes the same targets and outcomes over and over
// ("75 %", "Öka"). The texts must outlive it.
template <class Understood, Understood (*understand)(std::string_view)>
class ReadOnce {
  public:
    const Understood& operator()(std::string_view written) {
        const auto [place, is_new] = read_.try_emplace(written);
        if (is_new) place->second = understand(written);
        return place->second;
    }

  private:
    std::unordered_map<std::string_view, Understood> read_;
};

}  // namespace styrkedja
