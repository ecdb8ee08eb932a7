// SPDX-License-Identifier: EUPL-1.2
#include "compose/compose.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "compose/making.h"
#include "domain/process/description.h"
#include "reports/computed_outcomes.h"
#include "reports/formula.h"
#include "reports/quote.h"
#include "reports/table.h"

namespace styrkedja {

using namespace composing;

namespace {

// One fault of a template is met once for each goal: it is told once.
class Told {
  public:
    bool is_new(const Problem& problem) {
        std::string args;
        for (const auto& [name, value] : problem.args) args += std::string(name) + '\x1f' + value + '\x1e';
        return seen_.emplace(problem.code, problem.place.entity, problem.place.field, std::move(args)).second;
    }

  private:
    std::set<std::tuple<std::string_view, std::string, std::string, std::string>> seen_;
};

void check_head(Making& making) {
    const DocumentEntity& entity = making.entity;
    if (!making.context.uses) {
        making.problem("document_template_does_not_exist", Severity::error, place_of(entity, "template"),
                       {{"template", entity.uses.str()}});
    }
    if (!making.context.occasion && !entity.occasion.empty()) {
        making.problem("document_occasion_does_not_exist", Severity::error, place_of(entity, "occasion"),
                       {{"occasion", entity.occasion.str()}});
    }
}

// A decided figure that is not what its own rows give, beyond rounding: it stands, and is told.
void note_differences(Making& making) {
    for (const document::Table& table : making.paper.tables) {
        for (const document::Row& row : table.rows) {
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
                const document::Cell& cell = row.cells[i];
                if (!cell.figure || !cell.figure->published) continue;
                bool differs = std::any_of(cell.notes.begin(), cell.notes.end(), [&](int note) {
                    return table.notes[static_cast<std::size_t>(note)].avstamning;
                });
                if (!differs) continue;
                const std::string& column = table.columns[i].id;
                Place place;
                place.entity = "published/" + making.entity.id.str() + "/" + table.id + "/" + row.id + "/" + column;
                place.field = "shown";
                making.problem("published_figure_differs", Severity::note, std::move(place),
                               {{"table", table.id}, {"row", row.id}, {"column", column},
                                {"shown", cell.figure->published->empty() ? "(empty)" : *cell.figure->published}, {"computed", cell.figure->computed_shown}});
            }
        }
    }
}

document::Document make(Making& making) {
    check_head(making);
    write_front_page(making);
    Section top;
    top.level = 0;
    Filling filling(std::move(top));
    if (making.context.uses) make_blocks(making, making.context.uses->blocks, {}, "blocks", filling);
    making.paper.sections = filling.take().sections;
    reports::check_published(making.context, making.paper.tables, making.problems);
    note_differences(making);
    making.settle();
    write_assessments(making);
    Told told;
    for (const Problem& problem : making.problems.list()) {
        if (told.is_new(problem)) making.paper.problems.push_back(problem);
    }
    return std::move(making.paper);
}

}  // namespace

Composer::Composer(State state) : state_(reports::with_computed_outcomes(std::move(state))), index_(state_), plan_(state_) {}

const GoalRatings& Composer::ratings(const Occasion& occasion) {
    std::unique_ptr<GoalRatings>& found = ratings_[&occasion];
    if (!found) {
        found = std::make_unique<GoalRatings>(plan_, occasion, [this, &occasion](const Formula& formula, const Unit* unit) {
            return figure(occasion, formula, unit);
        });
    }
    return *found;
}

// A rule's figure: each name in its formula is quoted for the unit, as a text of a document would.
std::optional<Exact> Composer::figure(const Occasion& occasion, const Formula& formula, const Unit* unit) const {
    reports::ParsedFormula parsed = reports::parse_formula(formula.text);
    if (!parsed.root) return std::nullopt;   // reports::check_formulas tells
    DocumentEntity asking;
    asking.occasion.id = occasion.id;
    if (unit) asking.unit.id = unit->id;
    reports::Context context = reports::Context::of(state_, index_, asking);
    reports::Resolver resolve = [&](const reports::NameCall& call) -> std::optional<reports::Computed> {
        Problems reported_elsewhere;
        std::optional<document::Figure> found =
            reports::quote(context, call.str(), {}, {}, {}, reported_elsewhere);
        reports::Computed computed;
        std::optional<Decimal> number = found ? Decimal::parse(found->value) : std::nullopt;
        if (number) computed.value = reports::Quantity::plain(Exact(*number));
        return computed;
    };
    std::optional<reports::Computed> computed = reports::evaluate(*parsed.root, resolve, state_.pack->amounts);
    if (!computed || !computed->value.exists()) return std::nullopt;
    return computed->value.number;
}

document::Document Composer::compose(const DocumentEntity& entity, const ComposeOptions& options) {
    const Occasion* occasion = state_.occasions.find(entity.occasion.str());
    DocumentEntity dated;
    const bool takes_date = options.date.exists() && !entity.date.exists();
    if (takes_date) {
        dated = entity;
        dated.date = options.date;
    }
    Making making(state_, index_, occasion ? &ratings(*occasion) : nullptr, takes_date ? dated : entity, options.draft);
    return make(making);
}

document::Document compose(const State& state, const DocumentEntity& document, const ComposeOptions& options) {
    Composer composer(state);
    return composer.compose(document, options);
}

void check_templates(Composer& composer, Problems& problems) {
    Told told;
    Problems of_formulas;
    reports::check_formulas(composer.state(), composer.index(), of_formulas);
    for (const Problem& problem : of_formulas.list()) {
        if (told.is_new(problem)) problems.add(problem);
    }
    for (const DocumentEntity& entity : composer.state().documents) {
        for (Problem& problem : composer.compose(entity).problems) {
            if (told.is_new(problem)) problems.add(std::move(problem));
        }
    }
}

void check_templates(const State& state, Problems& problems) {
    Composer composer(state);
    check_templates(composer, problems);
}

}  // namespace styrkedja
