// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/reorganised.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/state/state.h"

namespace styrkedja {
namespace {

constexpr int share_decimals = 12;    // finer shares are rounded: of the largest sum that is a hundredth of an öre
constexpr std::int64_t per_cent = 1'000'000'000'000;   // one, with that many decimals

Int128 weight_of(const Decimal& share) {
    const Decimal rounded = Exact(share).rounded(share_decimals);
    Int128 weight = rounded.units();
    for (int decimals = rounded.decimals(); decimals < share_decimals; ++decimals) weight *= 10;
    return std::max<Int128>(weight, 0);
}

}  // namespace

Reorganised::Reorganised(const EconomyTrees& trees) : trees_(&trees) {
    std::map<Date, std::map<std::tuple<Node, Node, Node>, Group>> stages;   // from, service, account
    for (const Reorganisation& each : trees.state().reorganisations) {
        const Node from = trees.unit(each.from.str()), to = trees.unit(each.to.str());
        const Node service = trees.services.find(each.service.str()), account = trees.accounts.find(each.account.str());
        const bool is_about_nothing =
            (!each.service.empty() && service == no_node) || (!each.account.empty() && account == no_node);
        if (from == no_node || to == no_node || !each.day.exists() || is_about_nothing) continue;
        Group& group = stages[each.day][{from, service, account}];
        group.service = service;
        group.account = account;
        group.to.emplace_back(to, weight_of(each.share));
        group.whole += group.to.back().second;
    }
    for (auto& [day, groups] : stages) {
        Stage stage{day, {}};
        for (auto& [key, group] : groups) {
            const Int128 all = Int128{100} * per_cent;
            group.stays = std::max<Int128>(all - group.whole, 0);
            group.whole = std::max(all, group.whole);
            stage.from[std::get<0>(key)].push_back(std::move(group));
        }
        stages_.push_back(std::move(stage));
    }
    sort_groups();
}

void Reorganised::sort_groups() {
    auto depth = [](const Forest& forest, Node node) {
        return node == no_node ? -1 : forest.depth[static_cast<std::size_t>(node)];
    };
    auto narrowness = [&](const Group& group) {
        return std::tuple(depth(trees_->services, group.service), depth(trees_->accounts, group.account));
    };
    for (Stage& stage : stages_) {
        for (auto& [from, groups] : stage.from) {
            std::stable_sort(groups.begin(), groups.end(),
                             [&](const Group& a, const Group& b) { return narrowness(b) < narrowness(a); });
        }
    }
}

const Reorganised::Group* Reorganised::group_of(const Stage& stage, const Share& share, Node account, Node service) const {
    auto it = stage.from.find(share.unit);
    if (it == stage.from.end()) return nullptr;
    for (const Group& group : it->second) {
        if (trees_->services.in_branch(group.service, service) && trees_->accounts.in_branch(group.account, account)) return &group;
    }
    return nullptr;
}

void Reorganised::divide(const Group& group, const Share& share, std::vector<Share>& into) const {
    const bool minus = share.ore < 0;
    const Int128 ore = minus ? -Int128{share.ore} : Int128{share.ore};
    struct Part {
        Node unit;
        Int128 ore, left;
    };
    std::vector<Part> parts;
    Int128 given = 0;
    auto give = [&](Node unit, Int128 weight) {
        // What is cut off by the division, in wholes: the amount times the weight may need more than 128 bits.
        const Int128 high = ore / group.whole * weight, low = ore % group.whole * weight;
        parts.push_back({unit, high + low / group.whole, low % group.whole});
        given += parts.back().ore;
    };
    for (const auto& [unit, weight] : group.to) give(unit, weight);
    if (group.stays > 0) give(share.unit, group.stays);
    std::vector<std::size_t> order(parts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return parts[a].left > parts[b].left; });
    for (std::size_t i = 0; given < ore; ++i, ++given) ++parts[order[i % order.size()]].ore;
    for (const Part& part : parts) {
        if (part.ore != 0 || ore == 0) into.push_back({part.unit, static_cast<std::int64_t>(minus ? -part.ore : part.ore)});
    }
}

std::vector<Reorganised::Share> Reorganised::told(Node unit, Node account, Node service, Date last_day, std::int64_t ore) const {
    std::vector<Share> shares{{unit, ore}}, next;
    for (const Stage& stage : stages_) {
        if (last_day >= stage.day) continue;
        next.clear();
        for (const Share& share : shares) {
            if (const Group* group = group_of(stage, share, account, service)) divide(*group, share, next);
            else next.push_back(share);
        }
        shares.swap(next);
    }
    return shares;
}

std::vector<SourcedFact> Reorganised::told(const std::vector<SourcedFact>& facts) const {
    std::vector<SourcedFact> told_facts;
    told_facts.reserve(facts.size());
    for (const SourcedFact& fact : facts) {
        const Node unit = trees_->unit(fact.unit);
        if (unit == no_node || !fact.period.exists()) continue;
        for (const Share& share : told(unit, trees_->accounts.find(fact.account), trees_->services.find(fact.service),
                                       last_day(fact.period), fact.ore)) {
            told_facts.push_back(fact);
            told_facts.back().unit = trees_->unit_at(share.unit).id.str();
            told_facts.back().ore = share.ore;
        }
    }
    return told_facts;
}

LedgerPart Reorganised::told(const LedgerPart& part) const {
    auto rows = std::make_shared<RestatedRows>();
    const Date day = Date::from_days(part.end.days() - 1);
    for (std::size_t row = 0; row < part.rows(); ++row) {
        if (!part.counts(row)) continue;
        for (const Share& share : told(part.node(Role::unit, row), part.node(Role::account, row),
                                       part.node(Role::service, row), day, part.ore[row])) {
            rows->ore.push_back(share.ore);
            rows->number.push_back(part.number(row));
            rows->code_of[static_cast<std::size_t>(Role::unit)].push_back(static_cast<std::uint32_t>(share.unit));
            for (const Role role : {Role::account, Role::service, Role::project, Role::counterparty}) {
                if (!part.code_of[static_cast<std::size_t>(role)].empty())
                    rows->code_of[static_cast<std::size_t>(role)].push_back(part.code(role, row));
            }
        }
    }
    // Its units are nodes already.
    auto codes = std::make_shared<CodeTable>(*part.codes);
    auto& units = codes->nodes[static_cast<std::size_t>(Role::unit)];
    units.resize(trees_->unit_count());
    for (std::size_t node = 0; node < units.size(); ++node) units[node] = static_cast<Node>(node);
    LedgerPart told_part = part;
    told_part.codes = std::move(codes);
    told_part.ore = rows->ore;
    for (std::size_t role = 0; role < role_count; ++role) told_part.code_of[role] = rows->code_of[role];
    told_part.restated = std::move(rows);
    return told_part;
}

}  // namespace styrkedja
