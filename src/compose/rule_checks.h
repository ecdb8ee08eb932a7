// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "document/document.h"
#include "domain/assess/goal_ratings.h"
#include "domain/assess/rule_mapping.h"
#include "domain/state/state.h"
#include "locale/rule_words.h"

namespace styrkedja {

// The municipality's own words for what a rule speaks of, for locale/rule_words.h.
RuleLabels labels_of(const State& state, const MappedRule& rule, bool forecast = false);

// Why the rule proposes what it does: its own sentence, then one for each thing that it counted ("Sjukfrånvaro: utfallet
// 6,1 % når inte målet 5,9 %."). Nothing where no rule proposes.
std::vector<document::Reason> reasons_of(const State& state, const GoalRating& rating, Language language);
// "Regelns förslag: Gul." or why there is none.
std::string proposal_text(const GoalRating& rating, Language language);

// Every rule of the state, examined: each hole, double answer and place where a better result gives a worse value is
// a warning in plain words with an example (args `sv` and `en` hold the sentence in the two languages; entity
// "rules/…", field "clauses"). A bound that is no number, or a rule that looks at one thing twice, is an error.
void check_rules(const State& state, Problems& problems);

}  // namespace styrkedja
