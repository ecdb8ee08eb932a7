// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/assess/examine.h"
#include "domain/assess/proposal.h"
#include "locale/problem_texts.h"

// What is wrong with an assessment rule, in plain words with an example, for the person who owns the model:
// "Precis hälften av indikatorerna nådda och alla aktiviteter genomförda: regeln ger inget svar. Exempel: 1
// av 2 indikatorer, 3 av 3 aktiviteter."
namespace styrkedja {

// The municipality's own words, by id: values of the scale ("gron" → "Grön"), own classes, dimensions with
// figures, and the units of those ("tkr"). A class without a label is told by what it holds ("under 80 %"), a
// dimension by what it looks at ("måluppfyllelse"); any other thing without one is shown with its id.
struct RuleLabels {
    std::vector<std::pair<std::string, std::string>> values, classes, dimensions, units = {};
    bool forecast = false;   // what is counted is expected, not yet so: "väntas nås" for "nådda"
};

std::string flaw_text(const assess::Flaw& flaw, const assess::Rule& rule, const RuleLabels& labels,
                      Language language);

// What a clause accepts in one dimension, in words: "alla eller mer än hälften av indikatorerna nådda".
std::string states_text(const std::string& dimension, const std::vector<std::string>& states, const assess::Rule& rule,
                        const RuleLabels& labels, Language language);

// One of the flaw's cases: "alla indikatorer nådda, få aktiviteter genomförda".
std::string case_text(const std::vector<std::string>& states, const assess::Rule& rule,
                      const RuleLabels& labels, Language language);

// What a proposal was counted from: "2 av 3 indikatorer nådda (1 okänd), 4 av 4 aktiviteter
// genomförda", "måluppfyllelse 83 %"; at an occasion that forecasts "2 av 3 indikatorer väntas nås".
std::string counts_text(const assess::Proposal& proposal, const assess::Rule& rule, const RuleLabels& labels,
                        Language language);

}  // namespace styrkedja
