// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/spread_budget.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "domain/values/written_number.h"

namespace styrkedja {

std::optional<MonthWeights> weights_of(const SpreadingKey& key) {
    if (key.weights.list.size() != 12) return std::nullopt;
    std::vector<Decimal> numbers;
    int decimals = 0;
    for (const std::string& each : key.weights.list) {
        auto number = parse_written_decimal(each);
        if (!number || number->units() < 0) return std::nullopt;
        numbers.push_back(*number);
        decimals = std::max(decimals, number->decimals());
    }
    MonthWeights weights{};
    bool any = false;
    for (std::size_t month = 0; month < 12; ++month) {
        std::int64_t units = numbers[month].units();
        for (int i = numbers[month].decimals(); i < decimals; ++i) {
            if (__builtin_mul_overflow(units, 10, &units)) return std::nullopt;
        }
        weights[month] = units;
        any = any || units > 0;
    }
    return any ? std::optional(weights) : std::nullopt;
}

std::vector<std::int64_t> laid_out(std::int64_t ore, std::span<const std::int64_t> weights) {
    Int128 whole = 0;
    for (std::int64_t each : weights) whole += each;
    if (whole == 0) return {};
    // Cost and income are laid out alike: both signs are set aside and put back.
    const bool turned = whole < 0;
    if (turned) whole = -whole;
    const Int128 amount = ore < 0 ? -Int128(ore) : Int128(ore);
    struct Part {
        Int128 lost;
        std::size_t at;
    };
    std::vector<Int128> parts;
    std::vector<Part> lost;
    Int128 left = amount;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Int128 product = amount * (turned ? -Int128(weights[i]) : Int128(weights[i]));
        Int128 part = product / whole, remainder = product % whole;
        if (remainder < 0) {
            remainder += whole;
            --part;
        }
        parts.push_back(part);
        lost.push_back({remainder, i});
        left -= part;
    }
    std::stable_sort(lost.begin(), lost.end(), [](const Part& a, const Part& b) { return a.lost > b.lost; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++parts[lost[i].at];
    std::vector<std::int64_t> out;
    for (Int128 part : parts) {
        if (part > INT64_MAX || part < -INT64_MAX) return {};
        out.push_back(static_cast<std::int64_t>(ore < 0 ? -part : part));
    }
    return out;
}

namespace {

// The whole months of a period; empty where it is of one month, a day, or no whole months.
std::vector<Period> months_of(const Period& period) {
    std::vector<Period> months;
    if (!period.exists() || period.shape() == PeriodShape::day || period.shape() == PeriodShape::month)
        return months;
    if (period.start().day() != 1 || period.end().day() != 1) return months;
    for (Date day = period.start(); day < period.end();) {
        const std::string number = std::to_string(100 + day.month()).substr(1);
        months.push_back(*Period::parse(std::to_string(day.year()) + "-" + number));
        day = months.back().end();
    }
    if (months.size() < 2) months.clear();
    return months;
}

bool is_balance(AccountKind kind) {
    return kind == AccountKind::asset || kind == AccountKind::equity || kind == AccountKind::liability;
}

// Months that pull both ways so far that they sum to less than a third of what they are say nothing of
// another year.
bool pull_one_way(std::span<const std::int64_t> months) {
    Int128 sum = 0, size = 0;
    for (std::int64_t each : months) {
        sum += each;
        size += each < 0 ? -Int128(each) : Int128(each);
    }
    return size <= 3 * (sum < 0 ? -sum : sum);
}

// How a year's months lay, for the units and accounts that are asked for: each with all below it.
class Patterns {
  public:
    using Key = std::pair<std::string_view, std::string_view>;  // unit, account

    Patterns(const State& state, int year) : state_(state), year_(year) {}

    void ask(const Key& key) { months_.try_emplace(key, MonthWeights{}); }

    void read(std::span<const SourcedFact> facts) {
        for (const SourcedFact& fact : facts) {
            if (fact.period.shape() == PeriodShape::month && fact.period.year() == year_) add(fact);
        }
    }

    const MonthWeights* find(const Key& key) const {
        auto it = months_.find(key);
        return it == months_.end() || overflown_.contains(key) ? nullptr : &it->second;
    }

  private:
    void add(const SourcedFact& fact) {
        const auto month = static_cast<std::size_t>(fact.period.start().month() - 1);
        const Date day = Date::from_days(fact.period.end().days() - 1);
        for_each_above(fact.account, [&](std::string_view account) {
            each_unit_above(fact.unit, day, [&](std::string_view unit) {
                auto it = months_.find({unit, account});
                if (it == months_.end()) return;
                if (__builtin_add_overflow(it->second[month], fact.ore, &it->second[month]))
                    overflown_.insert(it->first);
            });
        });
    }

    template <class See>
    void for_each_above(std::string_view account, const See& see) const {
        const Account* each = state_.accounts.find(account);
        for (std::size_t steps = 0; each && steps <= state_.accounts.size(); ++steps) {
            see(std::string_view(each->id.str()));
            each = state_.accounts.find(each->parent.str());
        }
    }

    template <class See>
    void each_unit_above(std::string_view unit, Date day, const See& see) const {
        const Unit* each = state_.units.find(unit);
        for (std::size_t steps = 0; each && steps <= state_.units.size(); ++steps) {
            see(std::string_view(each->id.str()));
            each = state_.units.find(each->parent.at(day).str());
        }
    }

    const State& state_;
    int year_;
    std::map<Key, MonthWeights> months_;
    std::set<Key> overflown_;
};

class Spreader {
  public:
    Spreader(const State& state, const SpreadingKey& key, const FactsOfVersion& facts_of)
        : state_(state), key_(key), facts_of_(facts_of) {}

    std::vector<SourcedFact> spread(const std::vector<SourcedFact>& facts) {
        for (const SourcedFact& fact : facts) ask(fact);
        read_patterns();
        std::vector<SourcedFact> out;
        for (const SourcedFact& fact : facts) lay_out(fact, out);
        return out;
    }

  private:
    using PatternOf = std::pair<std::string_view, int>;  // version, year

    const std::vector<Period>& months(const Period& period) {
        auto [it, is_new] = months_.try_emplace({period.start(), period.end()});
        if (is_new) it->second = months_of(period);
        return it->second;
    }

    bool stays(const SourcedFact& fact) {
        const Account* account = state_.accounts.find(fact.account);
        return !account || is_balance(account->kind) || months(fact.period).empty();
    }

    // The keys that are tried for an account, in order; at last twelfths.
    template <class Try>
    void each_key(std::string_view account, const Try& done) const {
        const SpreadingKey* key = &key_;
        for (std::size_t steps = 0; key && steps <= state_.spreading_keys.size(); ++steps) {
            if (is_for(*key, account) && done(*key)) return;
            key = state_.spreading_keys.find(key->otherwise.str());
        }
    }

    bool is_for(const SpreadingKey& key, std::string_view account) const {
        if (key.accounts.empty()) return true;
        const Account* each = state_.accounts.find(account);
        for (std::size_t steps = 0; each && steps <= state_.accounts.size(); ++steps) {
            for (const Ref<Account>& wanted : key.accounts) {
                if (wanted.id == each->id) return true;
            }
            each = state_.accounts.find(each->parent.str());
        }
        return false;
    }

    static PatternOf pattern_of(const SpreadingKey& key, const SourcedFact& fact) {
        return {key.of.str(), key.year != 0 ? key.year : fact.period.year() - 1};
    }

    void ask(const SourcedFact& fact) {
        if (stays(fact)) return;
        each_key(fact.account, [&](const SpreadingKey& key) {
            if (key.spread == Spread::pattern) {
                auto of = pattern_of(key, fact);
                patterns_.try_emplace(of, state_, of.second).first->second.ask({fact.unit, fact.account});
            }
            return key.spread != Spread::pattern;
        });
    }

    void read_patterns() {
        for (auto it = patterns_.begin(); it != patterns_.end();) {
            // Facts of a version are fetched once for all its years.
            const std::string_view version = it->first.first;
            const std::span<const SourcedFact> facts = facts_of_(version);
            for (; it != patterns_.end() && it->first.first == version; ++it) it->second.read(facts);
        }
    }

    std::vector<std::int64_t> parts_of(const SourcedFact& fact, const std::vector<Period>& over) const {
        std::vector<std::int64_t> parts;
        auto by = [&](const MonthWeights& weights) {
            std::vector<std::int64_t> of_months;
            for (const Period& each : over) {
                of_months.push_back(weights[static_cast<std::size_t>(each.start().month() - 1)]);
            }
            if (pull_one_way(of_months)) parts = laid_out(fact.ore, of_months);
            return !parts.empty();
        };
        const MonthWeights twelfths{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        each_key(fact.account, [&](const SpreadingKey& key) {
            if (key.spread == Spread::twelfths) return by(twelfths);
            if (key.spread == Spread::weights) {
                auto weights = weights_of(key);
                return weights && by(*weights);
            }
            auto it = patterns_.find(pattern_of(key, fact));
            const MonthWeights* pattern =
                it == patterns_.end() ? nullptr : it->second.find({fact.unit, fact.account});
            return pattern && by(*pattern);
        });
        if (parts.empty()) by(twelfths);
        return parts;
    }

    void lay_out(const SourcedFact& fact, std::vector<SourcedFact>& out) {
        if (stays(fact)) return out.push_back(fact);
        const std::vector<Period>& over = months(fact.period);
        const std::vector<std::int64_t> parts = parts_of(fact, over);
        for (std::size_t i = 0; i < over.size(); ++i) {
            out.push_back(fact);
            out.back().period = over[i];
            out.back().ore = parts[i];
        }
    }

    const State& state_;
    const SpreadingKey& key_;
    const FactsOfVersion& facts_of_;
    std::map<PatternOf, Patterns> patterns_;
    std::map<std::pair<Date, Date>, std::vector<Period>> months_;
};

}  // namespace

std::vector<SourcedFact> spread_out(const State& state, const SpreadingKey& key,
                                    std::vector<SourcedFact> facts, const FactsOfVersion& facts_of) {
    return Spreader(state, key, facts_of).spread(facts);
}

}  // namespace styrkedja
