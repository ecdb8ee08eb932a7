// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <map>
#include <optional>
#include <set>

#include "domain/checks/checks.h"
#include "domain/economy/description.h"
#include "domain/economy/ledger_part.h"
#include "domain/values/value_types.h"

namespace styrkedja::checks {
namespace {

constexpr std::size_t most_codes = 20;   // of one batch and code part, each by itself

// Rows of a batch with one code.
struct Rows {
    std::uint64_t rows = 0;
    Int128 ore = 0;                      // the ledger's sign
    Date day;                            // the last that it was met on
    std::string_view thing;              // ended units: which
};
using ByCode = std::map<std::string_view, Rows>;

// In kronor, as the ledger has it.
std::string kronor(Int128 ore) {
    const bool fits = INT64_MIN <= ore && ore <= INT64_MAX;
    return fits ? ValueType<Decimal>::format(Decimal(static_cast<std::int64_t>(ore), 2)) : std::string();
}

void add(ByCode& codes, std::string_view code, const LedgerPart& part, std::size_t row) {
    Rows& of = codes[code];
    ++of.rows;
    of.ore += part.ore[row];
    of.day = Date::from_days(part.end.days() - 1);
}

// What of a batch is in no sum, by the code part that is to blame; and what stands on units that have ended.
struct LeftOut {
    std::array<ByCode, role_count> codes;
    ByCode ended;
};

void look(const CodeMap& map, const LedgerPart& part, LeftOut& left) {
    const Date day = Date::from_days(part.end.days() - 1);
    std::vector<std::optional<std::string_view>> ended(part.codes->of(Role::unit).size());
    std::vector<char> asked(ended.size());
    for (std::size_t row = 0; row < part.rows(); ++row) {
        for (const Role role : {Role::account, Role::unit}) {
            if (part.node(role, row) == no_node)
                add(left.codes[static_cast<std::size_t>(role)], part.text(role, part.code(role, row)), part, row);
        }
        const std::uint32_t code = part.code(Role::unit, row);
        if (!asked[code]) {
            asked[code] = 1;
            const MappedCode found = map.find("responsibility", part.text(Role::unit, code), part.batch->ledger.str(), day);
            if (found.ended) ended[code] = found.id;
        }
        if (!ended[code]) continue;
        add(left.ended, part.text(Role::unit, code), part, row);
        left.ended[part.text(Role::unit, code)].thing = *ended[code];
    }
}

void tell(const CodeMap& map, const LedgerBatch& batch, const LeftOut& left, Problems& problems) {
    const Place place = place_of(batch, "content");
    for (std::size_t role = 0; role < role_count; ++role) {
        const ByCode& codes = left.codes[role];
        Rows all;
        std::size_t told = 0;
        for (const auto& [code, rows] : codes) {
            all.rows += rows.rows;
            all.ore += rows.ore;
            if (code.empty()) {
                problems.add("ledger_rows_have_no_code", Severity::warning, place,
                             {{"dimension", std::string(role_names[role])}, {"rows", std::to_string(rows.rows)}, {"sum", kronor(rows.ore)}});
                continue;
            }
            if (++told > most_codes) continue;
            problems.add("ledger_code_is_not_mapped", Severity::warning, place,
                         {{"code", std::string(code)}, {"dimension", std::string(role_names[role])}, {"rows", std::to_string(rows.rows)},
                          {"sum", kronor(rows.ore)}, {"near", map.nearest(role_names[role], code)}});
        }
        if (codes.empty()) continue;
        problems.add("ledger_sum_is_left_out", Severity::warning, place,
                     {{"dimension", std::string(role_names[role])}, {"codes", std::to_string(codes.size())},
                      {"rows", std::to_string(all.rows)}, {"sum", kronor(all.ore)}});
    }
    for (const auto& [code, rows] : left.ended) {
        problems.add("ledger_unit_has_ended", Severity::warning, place,
                     {{"code", std::string(code)}, {"unit", std::string(rows.thing)}, {"day", rows.day.str()},
                      {"rows", std::to_string(rows.rows)}, {"sum", kronor(rows.ore)}});
    }
}

}  // namespace

// Every row of the ledger is somebody's and on some account: what isn't is in no sum, and is told with how much it is.
void ledger_codes_are_mapped(const State& state, const State& looked, Problems& problems) {
    if (looked.ledger_batches.empty()) return;
    const EconomyTrees trees(state);
    const CodeMap map(state);
    std::set<std::string_view> versions;
    for (const LedgerBatch& batch : looked.ledger_batches) {
        versions.insert(batch.version.str());
        if (columns_of(state, batch)) continue;
        problems.add("ledger_batch_has_no_facts", Severity::note, place_of(batch, "content"), {{"batch", batch.id.str()}});
    }
    for (const std::string_view version : versions) {
        std::map<const LedgerBatch*, LeftOut> of_batch;
        for (const LedgerPart& part : ledger_parts(trees, map, version, false)) {
            if (looked.ledger_batches.find(part.batch->id.str())) look(map, part, of_batch[part.batch]);
        }
        for (const LedgerBatch& batch : looked.ledger_batches) {
            auto it = of_batch.find(state.ledger_batches.find(batch.id.str()));
            if (it != of_batch.end()) tell(map, batch, it->second, problems);
        }
    }
}

}  // namespace styrkedja::checks
