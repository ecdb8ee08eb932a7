// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/import.h"

#include <algorithm>
#include <map>

#include "app/ledger/unmapped.h"
#include "domain/checks/checks.h"
#include "base/nearest.h"
#include "domain/state/diff.h"
#include "log/digest.h"

namespace styrkedja::app {
namespace {

using ledger::Ore;

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string file_name(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? path : path.substr(slash + 1);
}

// huvudbok-2026-01-04-1a2b3c4d: the last part says what lies in it, and where.
Id batch_id(const LedgerBatch& batch) {
    const std::string content = batch.content + batch.pages + batch.file_hash + batch.part + batch.version.str();
    return Id(batch.ledger.str() + "-" + std::to_string(batch.year) + "-" + two_digits(first_month_of(batch.months) % 100) + "-" +
              two_digits(last_month_of(batch.months) % 100) + "-" + log::hex(log::hash_of(content)).substr(0, 8));
}

LedgerBatch batch_of(const LedgerProfile& profile, const LedgerWish& wish, const Intake& intake, const TakenShare& share,
                     std::string_view content) {
    LedgerBatch batch;
    batch.ledger = profile.ledger;
    batch.part = wish.part;
    batch.profile.id = profile.id;
    batch.figure = share.figure;
    batch.version = share.figure == BatchFigure::budget ? profile.budget : profile.outcome;
    batch.year = intake.year;
    batch.months = months_from(share.first_month, share.last_month);
    batch.rows = static_cast<int>(share.rows);
    batch.vouchers = static_cast<int>(share.vouchers);
    batch.debit = Decimal(share.debit, 2);
    batch.credit = Decimal(share.credit, 2);
    batch.content = log::hex(content);
    batch.pages = log::hex(share.pages);
    batch.file = file_name(wish.file);
    batch.file_hash = log::hex(intake.file_hash);
    batch.program = intake.facts.program;
    batch.generated = intake.facts.generated;
    batch.id = batch_id(batch);
    return batch;
}

// The same file, or the same facts: read again there would be nothing new.
bool is_there(const State& state, const LedgerBatch& made) {
    return std::any_of(state.ledger_batches.begin(), state.ledger_batches.end(), [&](const LedgerBatch& each) {
        const bool same_scope = each.ledger == made.ledger && each.part == made.part && each.figure == made.figure &&
                                each.version == made.version && each.year == made.year && each.months == made.months &&
                                !each.shown.exists() && each.profile == made.profile;
        const bool same_sums = each.rows == made.rows && each.vouchers == made.vouchers && each.debit == made.debit;
        return same_scope && each.content == made.content && same_sums;
    });
}

std::string listed(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view each : names) text += (text.empty() ? "" : ", ") + std::string(each);
    return text;
}

void add_sums(const ledger::Columns& columns, BatchFigure figure, const Period& months, bool is_after,
              std::map<std::pair<BatchFigure, std::int32_t>, MonthSum>& sums) {
    for (const ledger::Columns::Part& part : columns.parts) {
        if (part.figure == ledger::Figure::opening) continue;
        if (part.month != 0 && (part.month < first_month_of(months) || part.month > last_month_of(months))) continue;
        MonthSum& sum = sums[{figure, part.month}];
        sum.figure = figure;
        sum.month = part.month;
        (is_after ? sum.rows_after : sum.rows_before) += part.rows;
        for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) {
            if (columns.ore[row] > 0) (is_after ? sum.after : sum.before) += columns.ore[row];
        }
    }
}

}  // namespace

const LedgerProfile* choose_profile(const State& state, std::string_view wanted, bool is_sie, Problems& problems) {
    std::vector<std::string_view> names;
    std::vector<const LedgerProfile*> fitting;
    for (const LedgerProfile& each : state.ledger_profiles) {
        names.push_back(each.id.str());
        if (is_sie == each.columns.empty()) fitting.push_back(&each);
    }
    const LedgerProfile* chosen = nullptr;
    if (!wanted.empty()) {
        chosen = state.ledger_profiles.find(wanted);
        if (!chosen) {
            problems.add("ledger_profile_does_not_exist", Severity::error, {},
                         {{"profile", std::string(wanted)}, {"near", std::string(nearest(wanted, names))}, {"choices", listed(names)}});
        }
    } else if (fitting.size() == 1) {
        chosen = fitting.front();
    } else {
        std::vector<std::string_view> choices;
        for (const LedgerProfile* each : fitting) choices.push_back(each->id.str());
        problems.add(fitting.empty() ? "ledger_has_no_profile" : "ledger_profile_is_not_named", Severity::error, {},
                     {{"choices", listed(choices)}});
    }
    if (chosen && chosen->outcome.empty() && chosen->budget.empty()) {
        problems.add("ledger_profile_names_no_version", Severity::error,
                     Place{{}, 0, 0, {}, "ledger-profiles/" + chosen->id.str(), "outcome"}, {{"profile", chosen->id.str()}});
    }
    return chosen;
}

// What is typed already in the same version, for the same months, units and accounts, would be added up twice: the file isn't
// taken in until one of them is gone.
static void tell_typed_too(const State& before, const LedgerPlan& plan, const Intake& intake, Problems& problems) {
    auto loaded = std::make_shared<ledger::LoadedColumns>(before.ledger ? *before.ledger : ledger::LoadedColumns());
    State after = plan.after, looked;
    for (const LedgerBatch& made : plan.made) {
        for (const TakenShare& share : intake.shares) {
            if (share.figure == made.figure) loaded->by_hash[made.content] = std::make_shared<const ledger::Columns>(share.columns);
        }
        looked = with_batch(looked, made);
    }
    after.ledger = std::move(loaded);
    Problems found;
    checks::versions_have_one_source(after, looked, found);
    for (Problem each : found.list()) {
        each.severity = Severity::error;
        problems.add(std::move(each));
    }
}

LedgerPlan plan_ledger(const Known& known, const LedgerProfile& profile, const LedgerWish& wish, const Intake& intake,
                       Problems& problems) {
    LedgerPlan plan;
    plan.after = known.state;
    const Place place{wish.file, 0, 0, {}, {}, {}};
    std::size_t there = 0;
    for (const TakenShare& share : intake.shares) {
        std::string bytes = ledger::to_bytes(share.columns);
        std::string content = log::hash_of(bytes);
        LedgerBatch batch = batch_of(profile, wish, intake, share, content);
        if (!wish.again && is_there(known.state, batch)) {
            ++there;
            continue;
        }
        Superseding others = superseded_by(plan.after, batch);
        for (const std::string& each : others.whole) {
            problems.add("ledger_batch_is_of_a_whole", Severity::error, place,
                         {{"part", batch.part}, {"batch", each}, {"months", batch.months.str()}});
        }
        tell_unmapped(known.state, profile, wish.file, share, problems);
        plan.after = with_batch(plan.after, batch);
        plan.blobs.push_back({std::move(content), "ledger", std::move(bytes), false});
        auto add = [](auto& to, auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        add(plan.others.changed, others.changed);
        add(plan.others.added, others.added);
        add(plan.others.ended, others.ended);
        plan.made.push_back(std::move(batch));
    }
    plan.is_known = there > 0 && plan.made.empty();
    if (intake.facts.imported_before && !wish.again && !plan.is_known) {
        problems.add("ledger_file_is_imported_before", Severity::error, place, {});
    }
    tell_typed_too(known.state, plan, intake, problems);
    plan.changes = difference(known.state, plan.after);
    return plan;
}

Command ledger_command(const LedgerPlan& plan, const Known& known, std::string command, std::string actor) {
    Command made;
    made.id = std::move(command);
    made.actor = std::move(actor);
    made.read = known.version;
    made.changes = plan.changes;
    return made;
}

std::vector<MonthSum> month_sums(const Known& known, const LedgerPlan& plan, const Intake& intake) {
    std::map<std::pair<BatchFigure, std::int32_t>, MonthSum> sums;
    auto columns_of = [&](const LedgerBatch& batch) -> const ledger::Columns* {
        for (std::size_t i = 0; i < plan.made.size(); ++i) {
            for (const TakenShare& share : intake.shares) {
                if (plan.made[i].content == batch.content && share.figure == batch.figure) return &share.columns;
            }
        }
        if (!known.state.ledger) return nullptr;
        auto found = known.state.ledger->by_hash.find(batch.content);
        return found == known.state.ledger->by_hash.end() ? nullptr : found->second.get();
    };
    auto add = [&](const State& state, bool is_after) {
        for (const LedgerBatch& each : state.ledger_batches) {
            const bool is_about = std::any_of(plan.made.begin(), plan.made.end(), [&](const LedgerBatch& made) {
                return made.ledger == each.ledger && made.year == each.year && made.figure == each.figure;
            });
            const ledger::Columns* columns = is_about ? columns_of(each) : nullptr;
            if (columns) add_sums(*columns, each.figure, counting_months(each), is_after, sums);
        }
    };
    add(known.state, false);
    add(plan.after, true);
    std::vector<MonthSum> list;
    for (const auto& [key, sum] : sums) list.push_back(sum);
    return list;
}

}  // namespace styrkedja::app
