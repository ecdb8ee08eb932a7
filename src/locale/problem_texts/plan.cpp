// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr std::span<const ProblemText> texts;  // When the first text comes: constexpr ProblemText texts[] = {...};

}  // namespace

constinit const std::span<const ProblemText> plan_texts = texts;

}  // namespace styrkedja
