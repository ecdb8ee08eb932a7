// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reports/economy_names.h"
#include "reports/fields.h"
#include "reports/quote.h"

namespace styrkedja::reports {

// What the braces of a quote name, before it is printed. A cell of a decided document is quoted as it was
// printed.
struct Quotable {
    Quantity computed, printed;  // alike, but for published figures
    ShownUnit unit;              // its own
    int decimals = -1;           // its own; -1 = not known
    std::string shown;           // as it stands where it comes from
    std::string computed_shown;  // the same, computed, where that differs
    bool is_number = false;
    bool printed_as_nothing = false;  // the decided cell is empty: a text prints the computed figure
    document::Figure figure;  // label, formula, sources, target
};

// Finds what a quote names; tells what does not exist.
class QuoteFinder {
  public:
    QuoteFinder(const Context& context, const GoalInHand& goal, std::span<const document::Table> tables,
                const Place& place, Problems& problems, const ProblemArgs& args)
        : context_(context),
          goal_(goal),
          tables_(tables),
          place_(place),
          problems_(problems),
          args_(args),
          amounts_(context.state.pack->amounts) {}

    std::optional<Quotable> find(std::string_view what);
    void tell(std::string_view code, std::size_t column, ProblemArgs args,
              Severity severity = Severity::error);
    MoneyUnit amounts() const { return amounts_; }
    bool prints_published() const { return context_.prints_published(); }

  private:
    std::optional<Computed> operand(const NameCall& call);
    std::optional<Quotable> cell(std::string_view what);
    std::optional<NameCall> field_of_keyed(std::string_view what, Thing& about, std::size_t& dot) const;
    const document::Table* table_named(const std::string& name) const;
    template <class List>
    std::optional<Quotable> unknown_part(const std::string& name, const List& list, std::size_t column);
    std::optional<Quotable> named(const NameCall& call);
    const QuoteSpec* template_quote(std::string_view id) const;
    void unknown_name(const NameCall& call);
    Quotable of_economy(Computed computed, ShownUnit unit, int decimals) const;
    std::optional<Quotable> economy_figure(const NameCall& call, const Ref<Unit>& unit);
    std::optional<Quotable> field_figure(const Thing& about, const NameCall& call, std::size_t dot);
    Quotable as_decided(Quotable found, bool is_field);
    void unknown_field(const Thing& about, const NameCall& field);
    std::optional<Quotable> counted(const QuoteSpec& spec);
    std::optional<Quotable> summed(const QuoteSpec& spec, const std::vector<Thing>& things, const FieldPlace& at);
    std::optional<Quotable> computed(const QuoteSpec& spec);
    void check_unit_of(const QuoteSpec& spec, const Quantity& quantity);

    const Context& context_;
    const GoalInHand& goal_;
    std::span<const document::Table> tables_;
    const Place& place_;
    Problems& problems_;
    const ProblemArgs& args_;
    MoneyUnit amounts_;
    int depth_ = 0;
};

}  // namespace styrkedja::reports
