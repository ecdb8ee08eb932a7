// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/economy/facts.h"

namespace styrkedja {

bool AccountSet::has(Node account) const {
    return is_all_ || std::any_of(spans_.begin(), spans_.end(), [&](const NodeSpan& span) { return span.has(account); });
}

AccountSet AccountSet::of(std::vector<NodeSpan> spans) {
    std::sort(spans.begin(), spans.end(),
              [](const NodeSpan& a, const NodeSpan& b) { return a.first < b.first; });
    AccountSet set = none();
    for (const NodeSpan& span : spans) {
        if (!set.spans_.empty() && span.first < set.spans_.back().end) {
            set.spans_.back().end = std::max(set.spans_.back().end, span.end);
        } else if (span.first < span.end) {
            set.spans_.push_back(span);
        }
    }
    return set;
}

AccountSet operator&(const AccountSet& a, const AccountSet& b) {
    if (a.is_all()) return b;
    if (b.is_all()) return a;
    std::vector<NodeSpan> both;
    for (const NodeSpan& left : a.spans()) {
        for (const NodeSpan& right : b.spans()) {
            NodeSpan common{std::max(left.first, right.first), std::min(left.end, right.end)};
            if (common.first < common.end) both.push_back(common);
        }
    }
    return AccountSet::of(std::move(both));
}

}  // namespace styrkedja
