// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/description.h"
#include "reports/economy_names.h"

// Balances are of a day, and projects of all their years: words for those days, beside whatever period the formula is of, so
// that a column for last year has last year's days.
namespace styrkedja::reports {

// A municipality's own thing with that id goes before the language's word.
std::optional<EconomyNames::Edge> EconomyNames::edge_word(std::string_view word) const {
    Edge edge = word == "opening"       ? Edge::opening
                : word == "closing"     ? Edge::closing
                : word == "accumulated" ? Edge::accumulated
                                        : Edge::none;
    bool is_theirs = version(word) || context_.state.figures.find(word) || context_.economy().has_account(word);
    if (edge == Edge::none || is_theirs) return std::nullopt;
    return edge;
}

// opening: the day before the period's first; closing: its last day; accumulated: all until its last month. A budget's balance
// is stated for a year: closing is then that year, opening the one before.
Period EconomyNames::at_edge(const Period& period, Edge edge, bool is_outcome) {
    if (edge == Edge::none || !period.exists()) return period;
    if (!is_outcome && edge != Edge::accumulated) return edge == Edge::closing ? period : period.shifted(-1);
    int back = edge == Edge::opening ? period.start().days() - 1 : period.end().days() - 1;
    std::string day = Date::from_days(back).str();
    std::string text = edge == Edge::accumulated ? "1900-01.." + day.substr(0, day.rfind('-')) : day;
    return Period::parse(text).value_or(Period());
}

}  // namespace styrkedja::reports
