// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <tuple>
#include <utility>

#include "domain/checks/checks.h"
#include "domain/economy/description.h"

namespace styrkedja::checks {

// The shares of what one unit had are each above zero, and together no more than all of it.
void reorganisations_are_whole(const State& state, const State& looked, Problems& problems) {
    using Key = std::tuple<std::string_view, Date, std::string_view, std::string_view>;
    auto key_of_share = [](const Reorganisation& each) {
        return Key{each.from.str(), each.day, each.service.str(), each.account.str()};
    };
    std::map<Key, Exact> sums;
    for (const Reorganisation& each : state.reorganisations) {
        auto [it, is_new] = sums.try_emplace(key_of_share(each), Exact(0));
        it->second = it->second + Exact(each.share);
    }
    std::map<Key, bool> told;
    for (const Reorganisation& each : looked.reorganisations) {
        if (each.share.units() <= 0) {
            problems.add("reorganisation_share_is_not_positive", Severity::error, place_of(each, "share"),
                         {{"from", each.from.str()}, {"to", each.to.str()}, {"share", each.share.str()}});
            continue;
        }
        const Exact sum = sums.at(key_of_share(each));
        if (!(Exact(100) < sum) || std::exchange(told[key_of_share(each)], true)) continue;
        problems.add("reorganisation_shares_are_over_100", Severity::error, place_of(each, "share"),
                     {{"from", each.from.str()}, {"day", each.day.str()}, {"sum", sum.str()}});
    }
}

}  // namespace styrkedja::checks
