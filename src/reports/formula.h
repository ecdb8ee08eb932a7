// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "domain/economy/facts.h"
#include "reports/quantity.h"

// The formula language of docs/pack-format.md, section 6.
namespace styrkedja::reports {

// A name in a formula, with its arguments as written: "outcome(2012, kön=kvinnor)".
struct NameCall {
    std::string name;
    std::vector<std::string> args;
    bool has_args = false;
    std::size_t column = 0;   // in the formula's text, from 1
    std::string str() const;  // canonical
};

struct FormulaNode {
    enum class Op : std::uint8_t { number, name, negate, add, subtract, multiply, divide, least, most, abs, positive };
    Op op = Op::number;
    Exact number;                 // number
    NameCall call;                // name
    std::vector<FormulaNode> of;  // one or two; least and most: two or more
};

struct FormulaError {
    std::string_view code;   // formula_is_empty, formula_ends_too_early, formula_sign_is_unexpected,
                             // formula_parenthesis_is_not_closed, formula_is_too_deep,
                             // formula_function_wants_values
    std::size_t column = 0;  // from 1
    std::string found;
};

struct ParsedFormula {
    std::optional<FormulaNode> root;
    FormulaError error;  // when there is no root
    // The whole formula is one name: it may be a field of a thing instead of a figure.
    const NameCall* single_name() const {
        return root && root->op == FormulaNode::Op::name ? &root->call : nullptr;
    }
};

// Total: gives a formula or says at which column what is wrong. A minus has blanks around it, since ids hold
// hyphens. min(a, b), max(a, b), abs(a) and positive(a) are the language's own and hold formulas; every other name with
// parentheses is a name with arguments. 1,5 is one number, also there: values stand with a blank after the comma.
ParsedFormula parse_formula(std::string_view text);

// Every name in the formula, from left to right.
void each_name(const FormulaNode& node, const std::function<void(const NameCall&)>& see);
// Only plus, minus and times a number: a sum of such cells is the cell of the sums. (The least of two sums is not the sum
// of the least.)
bool is_linear(const FormulaNode& node);

// A sum of facts that a figure is made of: what was asked of the engine, and what it said. Ids are lent by the state.
struct FigurePart {
    FactSelection selection;
    std::string version;
    Period period;
    Exact ore = Exact::none();    // the result's sign
    std::string how;              // "Utfall 2026-01..2026-04"
};
// And how many times it counts in the figure: -1 where it is taken away; none where the figure is no plain sum of its
// parts (a share, the least of two).
struct PartOfFigure {
    std::shared_ptr<const FigurePart> part;
    Exact weight = Exact(1);
};

// What a formula or a name in it came to: its value, how many terms it adds up (for the rounding that may be
// in a printed sum), what it rests on and how it was computed, in words.
struct Computed {
    Quantity value;
    int terms = 0;
    int decimals = -1;  // measured values: as many as were written; -1 = not known
    std::vector<const SourcedFact*> facts;
    std::vector<document::Source> sources;                                   // what isn't facts
    std::vector<PartOfFigure> parts;                                         // the sums of facts in it
    std::string how;                                                         // "Bokslut 2012 − Budget 2012"
    enum class How : std::uint8_t { name, sum, product } shape = How::name;  // of those words
};

// Takes over the parts of one, each so many times.
void take_parts(Computed& into, const Computed& from, const Exact& weight);

// Looks names up. A name that does not exist is the resolver's problem to report; it then gives nothing.
using Resolver = std::function<std::optional<Computed>(const NameCall&)>;

// Nothing when a name could not be resolved.
std::optional<Computed> evaluate(const FormulaNode& node, const Resolver& resolve, MoneyUnit amounts);

}  // namespace styrkedja::reports
