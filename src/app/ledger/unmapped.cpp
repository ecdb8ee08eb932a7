// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/unmapped.h"

#include <algorithm>

#include "domain/economy/batch_months.h"
#include "domain/economy/code_map.h"
#include "locale/number.h"

namespace styrkedja::app {
namespace {

constexpr std::size_t told_one_by_one = 20;

struct OnCode {
    std::uint32_t code = 0;
    std::uint64_t rows = 0;
    ledger::Ore debit = 0, credit = 0;
};

std::vector<OnCode> by_code(const ledger::Columns& columns, std::size_t dimension) {
    std::vector<OnCode> all(columns.codes[dimension].size());
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        OnCode& on = all[columns.code_of[dimension][row]];
        on.code = columns.code_of[dimension][row];
        on.rows += std::max<std::uint32_t>(columns.booked[row], 1);
        ledger::Ore& sum = columns.ore[row] < 0 ? on.credit : on.debit;
        if (__builtin_add_overflow(sum, columns.ore[row], &sum)) sum = 0;   // told by the sums themselves
    }
    return all;
}

class Unmapped {
  public:
    Unmapped(const State& state, const LedgerProfile& profile, const std::string& file, const TakenShare& share, Problems& problems)
        : map_(state), profile_(profile), file_(file), share_(share), problems_(problems) {}

    void dimension(std::size_t number) {
        const ledger::Columns& columns = share_.columns;
        const std::string& role = columns.dimensions[number];
        if (!CodeMap::kind_of_role(role)) return;   // a free code part
        const Date day = Date::from_days(months_from(share_.last_month, share_.last_month).end().days() - 1);
        std::vector<OnCode> nobodys;
        for (const OnCode& each : by_code(columns, number)) {
            const std::string& code = columns.codes[number][each.code];
            if (each.rows == 0 || (code.empty() && role != "responsibility")) continue;
            const MappedCode found = map_.find(role, code, profile_.ledger.str(), day);
            if (!found.other.empty()) {
                tell("ledger_code_is_of_two", Severity::warning,
                     {{"role", role}, {"code", code}, {"one", std::string(found.id)}, {"other", std::string(found.other)}});
            } else if (found.id.empty()) {
                nobodys.push_back(each);
            }
        }
        nobodys_codes(columns, number, nobodys);
    }

  private:
    using Args = std::vector<std::pair<std::string_view, std::string>>;
    void tell(std::string_view code, Severity severity, Args args) {
        problems_.add(code, severity, Place{file_, 0, 0, {}, {}, {}}, std::move(args));
    }

    void nobodys_codes(const ledger::Columns& columns, std::size_t number, std::vector<OnCode>& codes) {
        auto size = [](const OnCode& on) { return std::max(on.debit, -on.credit); };
        std::stable_sort(codes.begin(), codes.end(), [&](const OnCode& a, const OnCode& b) { return size(a) > size(b); });
        const std::string& role = columns.dimensions[number];
        const bool matters = role == "account" || role == "responsibility";
        const Severity severity = matters ? Severity::warning : Severity::note;
        for (std::size_t i = 0; i < std::min(codes.size(), told_one_by_one); ++i) {
            const std::string& code = columns.codes[number][codes[i].code];
            tell("ledger_file_code_is_not_mapped", severity,
                 {{"role", role}, {"code", code}, {"rows", std::to_string(codes[i].rows)}, {"debit", format_number(Decimal(codes[i].debit, 2))},
                  {"credit", format_number(Decimal(codes[i].credit, 2))}, {"near", map_.nearest(role, code)}});
        }
        if (codes.size() > told_one_by_one) {
            tell("ledger_more_codes_are_not_mapped", severity, {{"role", role}, {"count", std::to_string(codes.size() - told_one_by_one)}});
        }
    }

    CodeMap map_;
    const LedgerProfile& profile_;
    const std::string& file_;
    const TakenShare& share_;
    Problems& problems_;
};

}  // namespace

void tell_unmapped(const State& state, const LedgerProfile& profile, const std::string& file, const TakenShare& share,
                   Problems& problems) {
    Unmapped unmapped(state, profile, file, share, problems);
    for (std::size_t i = 0; i < share.columns.dimensions.size(); ++i) unmapped.dimension(i);
}

}  // namespace styrkedja::app
