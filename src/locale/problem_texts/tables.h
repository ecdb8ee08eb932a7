// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "locale/problem_texts.h"

namespace styrkedja {

// One table for each room, each in a file of its own in this folder. A room that is added here is added to
// the list in problem_texts.cpp too. Constant-initialised (constinit), so that no order of start matters.
extern const std::span<const ProblemText> codec_texts;
extern const std::span<const ProblemText> pack_texts;
extern const std::span<const ProblemText> model_texts;
extern const std::span<const ProblemText> plan_texts;
extern const std::span<const ProblemText> economy_texts;
extern const std::span<const ProblemText> assess_texts;
extern const std::span<const ProblemText> reports_texts;
extern const std::span<const ProblemText> compose_texts;
extern const std::span<const ProblemText> cli_texts;
extern const std::span<const ProblemText> docx_texts;
extern const std::span<const ProblemText> pdf_texts;
extern const std::span<const ProblemText> sheets_texts;
extern const std::span<const ProblemText> postgres_texts;
extern const std::span<const ProblemText> store_texts;
extern const std::span<const ProblemText> log_texts;
extern const std::span<const ProblemText> erasure_texts;
extern const std::span<const ProblemText> app_texts;
extern const std::span<const ProblemText> ledger_store_texts;
extern const std::span<const ProblemText> ledger_sheet_texts;
extern const std::span<const ProblemText> ledger_sie_texts;

}  // namespace styrkedja
