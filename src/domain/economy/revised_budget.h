// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "domain/economy/sourced_fact.h"
#include "domain/state/state.h"

// From a budget to the revised one, and to the frames of the years after it: what each budget change does.
//
// A change tells how much more frame a unit gets: more is +. On an account that gives the frame (grant, tax;
// balances) that is the fact's sign; on one that the frame is spent on (cost, income, finance, result,
// investment) more frame is more spending, and the sign is turned. The counter-entry is the same amount with
// the other sign, so that the frames' sum is kept by every change that has both ends.
//
// Budgets (kind: budget): a year's revised budget is the original's facts of that year and this year's amount
// of each change of that year.
//
// Frames (kind: plan): the years after a decided one. A year that the original has facts for was decided anew
// and holds all from before; to it only its own year's changes are added. A later year is the nearest decided
// year before it with
//   - permanent changes of that year and of the years up to it: at full-year effect (this year's where none
//   is stated),
//   - changes of the year itself: at this year's amount;
// changes for one year only fall away after it. Frames reach two years past the last decided one
// (kommunallagen 11 kap. 6 §: a plan for three years, the budget's first), or as far as there are changes.
//   example, mnkr:   2024: 100,0 decided · 2024: +4,0, full-year +6,0 · 2024: +1,0 one year only · 2025: −2,0
//   frames:          2024: 105,0 · 2025: 104,0 · 2026: 104,0     (tests/cases/frames.txt)
namespace styrkedja {

// The version's amounts are those of a budget or plan that takes changes: it is made with them, or from one
// that is.
bool takes_changes(const State& state, const FigureVersion& made);
// The versions that it is made from, the nearest first, itself first of all. Ends where a circle begins
// again.
std::vector<const FigureVersion*> made_from(const State& state, const FigureVersion& made);

// Does the version itself add the change (not one that it is made from)? A change concerns the version that
// it names or any made from it. One that names none is of frames: it concerns all but those made from an
// internal budget, for which it has changed what is divided. Decided by `through` where the version has such
// a day: a change without a date of decision isn't known to be.
bool adds_change(const State& state, const FigureVersion& made, const BudgetChange& change);

// One end of a change: where it stands, and how much frame it gives there.
struct ChangeEnd {
    const BudgetChange* change = nullptr;
    bool counter = false;  // the other end
    std::string_view unit, service, project;
    const Account* account = nullptr;           // null: no line says where it stands (change_has_no_line)
    std::int64_t this_year = 0, full_year = 0;  // öre, in the sign of the frame
    // The fact's amount on that account, in the result's sign.
    std::int64_t on_account(std::int64_t ore) const;
};

// Is more frame more of this account, or more spending on it?
bool gives_frame(AccountKind kind);

// Where changes stand when they don't say it themselves: on the one account of kind grant that the original
// budget has for the unit. For a unit that it has nothing at all for: on the only one that it has, else on
// the only one that there is. A change for a project stands on the one account that the original has for the
// unit and project.
class BudgetLines {
  public:
    BudgetLines(const State& state, std::span<const SourcedFact> original);

    const Account* line_of(std::string_view unit, std::string_view project) const;
    // The change's end, and its other end where it has one. No amounts beyond 64 bits of öre: those have been
    // refused.
    std::vector<ChangeEnd> ends_of(const BudgetChange& change) const;

  private:
    const State* state_;
    struct Line {
        std::string_view unit, project, account;
        auto operator<=>(const Line&) const = default;
    };
    std::vector<Line> lines_;              // sorted; with and without the project, grants for units
    std::set<std::string_view> units_;     // that the original has anything for
    const Account* only_grant_ = nullptr;  // of the original, else of all accounts
};

// The facts of a version made with changes out of the original's (FigureVersion::with_changes): as said
// above.
std::vector<SourcedFact> with_changes(const State& state, const FigureVersion& made,
                                      std::span<const SourcedFact> of);

}  // namespace styrkedja
