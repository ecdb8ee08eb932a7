// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/context.h"
#include "reports/forecast_names.h"
#include "reports/formula.h"

namespace styrkedja::reports {

// What the names of the economy stand for: versions of the figures, named figures, accounts.
// docs/pack-format.md, section 6.

// For what a name is computed: a row's facts and its own period (none = the document's).
struct EconomyScope {
    FactSelection selection;
    Period period;
};

class EconomyNames {
  public:
    // `place` is that of the text with the formula, for problems; the column of a name is added.
    EconomyNames(const Context& context, Place place, Problems& problems)
        : context_(context), place_(std::move(place)), problems_(problems) {}

    bool knows(std::string_view name) const;
    // guide: the same in every row, and no sum of rows
    bool is_constant(const NameCall& call) const { return own_word(call.name) == Own::guide; }
    // Has the name no total: the past error of a baseline of several rows is neither their sum nor a quotient of sums.
    bool has_no_total(const NameCall& call) const;
    // The formula with forecast accuracies as the quotients that they are, so that the total's is that of the totals.
    FormulaNode spelled_out(FormulaNode formula) const;
    // Does the formula of that name only add up? (A ratio's total is the ratio of the totals.)
    bool is_linear(const NameCall& call) const;

    // The name's value there. A name in an argument that does not exist is a problem, and gives nothing.
    std::optional<Computed> value(const NameCall& call, const EconomyScope& scope) const;

    // `name_does_not_exist`, with the nearest of the economy's names and of `others`.
    void tell_unknown(const NameCall& call, std::string_view name,
                      const std::vector<std::string>& others = {}) const;

    const Place& place() const { return place_; }

  private:
    // A balance's day, or all days until then: opening, closing, accumulated.
    enum class Edge : std::uint8_t { none, opening, closing, accumulated };
    std::optional<Edge> edge_word(std::string_view word) const;
    static Period at_edge(const Period& period, Edge edge, bool is_outcome);

    struct Given {            // what arguments and the figures around have fixed
        std::string version;  // empty = not said
        Period period;
        Edge edge = Edge::none;
        AccountSet narrow = AccountSet::all();
        ForecastPart part = ForecastPart::whole;
        const NamedFigure* figure = nullptr;  // outcome(2012, resultat): the figure in that version
        int depth = 0;
    };

    // The language's own words besides versions, where the municipality has no figure, version or account with that id:
    // the guide value of the period, how many of a volume there are, quantity × price, and what of the variance between
    // two versions of a volume comes from the quantity and what from the price.
    // Those about forecasts are in forecast_names.h.
    enum class Own : std::uint8_t { none, guide, volume, volume_value, volume_variance, price_variance };
    Own own_word(std::string_view name) const;
    std::optional<Computed> volume(const NameCall& call, const EconomyScope& scope, bool times_price) const;
    std::optional<Computed> variance_of_volume(const NameCall& call, const EconomyScope& scope, bool of_price) const;
    bool is_of(const Volume& volume, const Period& period, const EconomyScope& scope) const;
    Computed guide(const EconomyScope& scope, const Given& given) const;
    // Those about forecasts (forecast_names.h, .cpp).
    bool is_forecasting(std::string_view name) const;
    std::optional<Computed> forecasting(const NameCall& call, const EconomyScope& scope, const Given& given) const;
    struct Accuracy {      // what was forecast of a year that is over, and what came
        Computed said, came;
    };
    Accuracy accuracy(const EconomyScope& scope, const Given& given) const;
    Computed forecast_accuracy(const NameCall& call, const EconomyScope& scope, const Given& given) const;
    Computed baseline(const NameCall& call, const EconomyScope& scope, const Given& given) const;
    std::optional<Computed> of_version(const EconomyScope& scope, Given given, const FigureVersion& version, const Period& period) const;
    Computed part_of(Computed whole, const FigureVersion& version, const FactSelection& selection, const Period& period,
                     ForecastPart part) const;

    const FigureVersion* version(std::string_view name) const;
    std::optional<Given> with_args(const NameCall& call, Given given, const EconomyScope& scope) const;
    std::optional<Computed> find(const NameCall& call, const EconomyScope& scope, const Given& around) const;
    std::optional<Computed> figure_value(const NamedFigure& figure, const EconomyScope& scope,
                                         const Given& given) const;
    Computed sum(const EconomyScope& scope, const AccountSet& accounts, const Given& given,
                 std::string what) const;
    bool is_linear(std::string_view name, int depth) const;

    const Context& context_;
    Place place_;
    Problems& problems_;
};

// The periods that words stand for, where a row may have its own in place of the document's.
std::optional<Period> period_in_scope(const Context& context, const Period& own, std::string_view text);

// A selection of the unit's facts, or the document's unit's when it is not named.
FactSelection selection_of(const Context& context, const Ref<Unit>& unit);

}  // namespace styrkedja::reports
