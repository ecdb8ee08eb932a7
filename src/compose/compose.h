// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/problem.h"
#include "document/document.h"
#include "domain/assess/goal_ratings.h"
#include "domain/state/state.h"
#include "reports/context.h"

// Compose: state × document -> the finished paper. Template, tables, people's texts and assessments become the
// document tree that the writers print. Pure: the same state gives the same bytes.
namespace styrkedja {

struct ComposeOptions {
    bool draft = false;   // as a draft: computed figures stand where published ones differ
    Date date = {};       // the document's date where the data gives none; never today's by itself
};

// Makes the documents of one state. What many documents need to find is found once: keep one Composer for them all.
// Not for several threads at a time.
class Composer {
  public:
    explicit Composer(State state);
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    const State& state() const { return state_; }
    const reports::ReportIndex& index() const { return index_; }

    // All ratings at an occasion, computed at the first question.
    const GoalRatings& ratings(const Occasion& occasion);

    // The document with all its problems (entity and field, never files). It is whole even where there are errors; who
    // writes it out looks at them first.
    document::Document compose(const DocumentEntity& document, const ComposeOptions& options = {});

  private:
    std::optional<Exact> figure(const Occasion& occasion, const Formula& formula, const Unit* unit) const;

    State state_;
    reports::ReportIndex index_;
    GoalPlan plan_;
    std::map<const Occasion*, std::unique_ptr<GoalRatings>> ratings_;
};

// One document of a state, for who needs no more.
document::Document compose(const State& state, const DocumentEntity& document, const ComposeOptions& options = {});

// Composes every document of the state and collects what is wrong with templates and texts, each problem once.
void check_templates(Composer& composer, Problems& problems);
void check_templates(const State& state, Problems& problems);

}  // namespace styrkedja
