// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "domain/checks/amount_words.h"
#include "domain/checks/checks.h"
#include "domain/economy/revised_budget.h"
#include "domain/economy/version_facts.h"

// A version that only names another (of) divides it: the units' internal budgets sum to the frame that their
// committee has there, year by year, operation and investment apart. A frame is what is given (grant, tax)
// where something is; else what is spent, net.
namespace styrkedja::checks {
namespace {

struct Frame {
    Exact given, spent;
    bool has_given = false, has_spent = false;

    void add(const SourcedFact& fact, AccountKind kind) {
        if (gives_frame(kind))
            given = given + Exact(fact.ore), has_given = true;
        else
            spent = spent - Exact(fact.ore), has_spent = true;
    }
    bool exists() const { return has_given || has_spent; }
    const Exact& amount() const { return has_given ? given : spent; }
};

struct Line {
    std::string_view unit;
    int year = 0;
    bool investment = false;
    auto operator<=>(const Line&) const = default;
};

class Division {
  public:
    Division(const State& state, const FigureVersion& version, Problems& problems)
        : state_(state), version_(version), problems_(problems) {}

    void look(std::span<const SourcedFact> frames, std::span<const SourcedFact> internal) {
        for (const SourcedFact& fact : frames) owners_.insert(fact.unit);
        for (const SourcedFact& fact : frames) add(fact, frames_);
        for (const SourcedFact& fact : internal) add(fact, internal_);
        for (const auto& [line, frame] : frames_) compare(line, frame, internal_[line]);
        for (const auto& [line, mine] : internal_) {
            if (mine.exists() && !frames_.contains(line)) compare(line, Frame(), mine);
        }
    }

  private:
    // The highest unit above it, or itself, that has a frame; itself where none has.
    std::string_view owner_of(std::string_view unit, Date day) const {
        std::string_view owner = unit;
        const Unit* each = state_.units.find(unit);
        for (std::size_t steps = 0; each && steps <= state_.units.size(); ++steps) {
            if (owners_.contains(each->id.str())) owner = each->id.str();
            each = state_.units.find(each->parent.at(day).str());
        }
        return owner;
    }

    void add(const SourcedFact& fact, std::map<Line, Frame>& to) {
        const Account* account = state_.accounts.find(fact.account);
        const bool is_balance =
            account && (account->kind == AccountKind::asset || account->kind == AccountKind::equity ||
                        account->kind == AccountKind::liability);
        if (!account || is_balance || !fact.period.exists()) return;
        const Date day = Date::from_days(fact.period.end().days() - 1);
        const Line line{owner_of(fact.unit, day), fact.period.year(),
                        account->kind == AccountKind::investment};
        to[line].add(fact, account->kind);
    }

    void compare(const Line& line, const Frame& frame, const Frame& internal) {
        if (!internal.exists() && !divides(line.year)) return;  // not divided yet
        const Exact difference = internal.amount() - frame.amount();
        if (difference.is_zero()) return;
        const Unit* unit = state_.units.find(line.unit);
        const MoneyUnit in = state_.pack->amounts;
        problems_.add(
            "internal_budget_differs_from_frame", Severity::warning, place_of(version_, "of"),
            {{"version", version_.id.str()},
             {"of", version_.of.str()},
             {"unit", unit ? unit->name.at(Date::from_civil(line.year, 12, 31)) : std::string(line.unit)},
             {"year", std::to_string(line.year)},
             {"investment-sv", line.investment ? "investeringar" : ""},
             {"investment-en", line.investment ? "investments" : ""},
             {"internal", amount_in_words(internal.amount(), in)},
             {"frame", amount_in_words(frame.amount(), in)},
             {"difference", amount_in_words(difference, in)}});
    }

    bool divides(int year) const {
        return std::any_of(internal_.begin(), internal_.end(),
                           [&](const auto& each) { return each.first.year == year && each.second.exists(); });
    }

    const State& state_;
    const FigureVersion& version_;
    Problems& problems_;
    std::set<std::string_view> owners_;
    std::map<Line, Frame> frames_, internal_;
};

}  // namespace

void internal_budgets_sum_to_frame(const State& state, const State& looked, Problems& problems) {
    VersionFacts facts(state);
    for (const FigureVersion& version : looked.versions) {
        if (version.of.empty() || is_made(version)) continue;
        if (!facts.is_whole(version.id.str()) || !facts.is_whole(version.of.str())) continue;
        Division(state, version, problems).look(facts.of(version.of.str()), facts.of(version.id.str()));
    }
}

}  // namespace styrkedja::checks
