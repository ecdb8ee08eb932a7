// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/code_map.h"

#include <algorithm>
#include <optional>

#include "base/nearest.h"
#include "domain/ledger/codes.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

// One way in which codes come to mean a thing.
struct CodeRule {
    CodePattern pattern;
    std::string_view id;              // of the thing
    std::string_view ledger;          // empty = all
    Validity holds, lives;            // when the code is the thing's; when the thing exists
    const CodeMapping* by = nullptr;
};

// Each code of a text with blanks between.
template <class See>
void each_code(std::string_view text, const See& see) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) see(code_pattern(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void add_turns(std::vector<Date>& turns, const Validity& holds) {
    if (holds.from.exists()) turns.push_back(holds.from);
    if (holds.to.exists()) turns.push_back(Date::from_days(holds.to.days() + 1));
}

}  // namespace

// Rules by the text that a code is, or begins with.
struct CodeMap::Rules {
    std::unordered_map<std::string_view, std::vector<CodeRule>> exact, prefix;
    std::vector<CodeRule> ranges;

    void add(const CodeRule& rule) {
        if (rule.pattern.shape == CodePattern::Shape::exact) exact[rule.pattern.first].push_back(rule);
        else if (rule.pattern.shape == CodePattern::Shape::prefix) prefix[rule.pattern.first].push_back(rule);
        else if (rule.pattern.is_sound()) ranges.push_back(rule);
    }

    // The one that says most of the code on that day. `living`: of things that exist then.
    std::optional<MappedCode> best(std::string_view code, std::string_view ledger, Date day, bool living) const {
        const CodeRule* found = nullptr;
        int most = -1;
        std::string_view other;
        auto weigh = [&](const CodeRule& rule) {
            if ((!rule.ledger.empty() && rule.ledger != ledger) || !rule.holds.holds_on(day)) return;
            if (living && !rule.lives.holds_on(day)) return;
            const int rank = 2 * rule.pattern.rank() + (rule.ledger.empty() ? 0 : 1);
            if (rank < most) return;
            if (rank > most) {
                most = rank;
                found = &rule;
                other = {};
            } else if (rule.id != found->id) {
                other = rule.id;
            }
        };
        if (auto it = exact.find(code); it != exact.end()) std::for_each(it->second.begin(), it->second.end(), weigh);
        for (const CodeRule& each : ranges) {
            if (each.pattern.fits(code)) weigh(each);
        }
        for (std::size_t length = code.size() + 1; length-- > 0 && !prefix.empty();) {
            if (most > static_cast<int>(4 * length + 1)) break;
            auto it = prefix.find(code.substr(0, length));
            if (it != prefix.end()) std::for_each(it->second.begin(), it->second.end(), weigh);
        }
        if (!found) return std::nullopt;
        return MappedCode{found->id, other, found->by, !found->lives.holds_on(day)};
    }
};

struct CodeMap::OfRole {
    Rules mapped, own;
    std::vector<Date> turns;

    // A thing's own code; `begins`: also what begins with it.
    void add_own(std::string_view text, std::string_view id, const Validity& holds, const Validity& lives, bool begins) {
        each_code(text, [&](CodePattern pattern) {
            own.add({pattern, id, {}, holds, lives, nullptr});
            if (!begins || pattern.shape != CodePattern::Shape::exact) return;
            pattern.shape = CodePattern::Shape::prefix;
            own.add({pattern, id, {}, holds, lives, nullptr});
        });
    }
};

const StructInfo* CodeMap::kind_of_role(std::string_view role) {
    if (role == "account") return &description<Account>();
    if (role == "responsibility") return &description<Unit>();
    if (role == "service") return &description<Service>();
    if (role == "project") return &description<Project>();
    if (role == "counterparty") return &description<Counterparty>();
    return nullptr;
}

CodeMap::CodeMap(const State& state) : state_(&state) {
    for (const std::string_view role : ledger::roles) {
        if (kind_of_role(role)) roles_.emplace(role, std::make_unique<OfRole>());
    }
    auto role = [&](std::string_view name) -> OfRole& { return *roles_.find(name)->second; };
    for (const CodeMapping& each : state.code_mappings) {
        auto it = roles_.find(each.dimension);
        if (it == roles_.end()) continue;
        const Validity holds{each.since, each.until};
        it->second->mapped.add({code_pattern(each.code), each.target.str(), each.ledger.str(), holds, {}, &each});
        add_turns(it->second->turns, holds);
    }
    for (const Account& each : state.accounts) role("account").add_own(each.code, each.id.str(), {}, {}, true);
    for (const Service& each : state.services) role("service").add_own(each.code, each.id.str(), {}, {}, true);
    for (const Project& each : state.projects) role("project").add_own(each.number, each.id.str(), {}, {}, false);
    for (const Counterparty& each : state.counterparties)
        role("counterparty").add_own(each.code, each.id.str(), {}, {}, true);
    OfRole& units = role("responsibility");
    for (const Unit& each : state.units) {
        for (const auto& span : each.code.spans) {
            units.add_own(span.value, each.id.str(), span.holds, each.valid, false);
            add_turns(units.turns, span.holds);
        }
        for (const auto& span : each.parent.spans) add_turns(units.turns, span.holds);
        add_turns(units.turns, each.valid);
    }
    for (auto& [name, each] : roles_) {
        std::sort(each->turns.begin(), each->turns.end());
        each->turns.erase(std::unique(each->turns.begin(), each->turns.end()), each->turns.end());
    }
}

CodeMap::~CodeMap() = default;

const CodeMap::OfRole* CodeMap::of(std::string_view role) const {
    auto it = roles_.find(role);
    return it == roles_.end() ? nullptr : it->second.get();
}

const std::vector<Date>& CodeMap::turns(std::string_view role) const {
    static const std::vector<Date> none;
    const OfRole* rules = of(role);
    return rules ? rules->turns : none;
}

MappedCode CodeMap::find(std::string_view role, std::string_view code, std::string_view ledger, Date day) const {
    const OfRole* rules = of(role);
    const bool is_unit = role == "responsibility";
    if (!rules || (code.empty() && !is_unit)) return {};
    if (auto found = rules->mapped.best(code, ledger, day, false)) {
        const Unit* unit = is_unit ? state_->units.find(found->id) : nullptr;
        found->ended = unit && !unit->valid.holds_on(day);
        return *found;
    }
    for (const bool living : {true, false}) {
        if (auto found = rules->own.best(code, ledger, day, living)) return *found;
    }
    if (!code.empty()) return {};
    const Unit* top = nullptr;
    for (const Unit& each : state_->units) {
        const std::string& parent = each.parent.at(day).str();
        if (!each.valid.holds_on(day) || (!parent.empty() && state_->units.find(parent))) continue;
        if (top) return {};
        top = &each;
    }
    return top ? MappedCode{top->id.str(), {}, nullptr, false} : MappedCode{};
}

std::string CodeMap::nearest(std::string_view role, std::string_view code) const {
    const OfRole* rules = of(role);
    if (!rules) return {};
    std::string best;
    std::size_t distance = std::max<std::size_t>(1, code.size() / 3) + 1;
    for (const Rules* each : {&rules->mapped, &rules->own}) {
        for (const auto& [known, of_code] : each->exact) {
            const std::size_t away = edit_distance(code, known);
            if (away < distance || (away == distance && !best.empty() && known < best)) {
                best = known;
                distance = away;
            }
        }
    }
    return best;
}

}  // namespace styrkedja
