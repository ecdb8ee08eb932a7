// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/model/model.h"
#include "domain/model/template.h"
#include "domain/values/id.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

namespace styrkedja {

enum class DocumentState : std::uint8_t { draft, submitted, approved, decided, published };

// One document: a template filled at one occasion for one committee.
struct DocumentEntity {
    Id id;
    Ref<Template> uses;
    std::string title, subtitle;
    Ref<Unit> unit;
    Ref<Occasion> occasion;
    DocumentState state = DocumentState::draft;
    Date date;
    std::string diary_number;
    std::string version;               // "1.0"
    std::string addressed_to;
    std::string responsible;           // roles
    Prose lead;
    std::string amounts;               // "tkr om inget annat sägs; plus är bättre för resultatet"
    int order = 0;
};

enum class Decision : std::uint8_t { none, approved, changed, noted, sent_back };

// A document's passage of one body (office, preparation, committee, executive board, council, auditors): its
// cover memo and what was decided. Each instance has its own case number.
struct Instance {
    Id id;
    Ref<DocumentEntity> document;
    Ref<Unit> unit;                    // the body
    std::string name;                  // "Tjänsteskrivelse", "Borgarrådsberedningen"
    std::string title;                 // of the memo
    Date date;
    std::string diary_number, case_officer, office, recipient;
    Prose summary;
    std::vector<Prose> proposals;      // numbered points
    std::string proposer;              // "Kommunstyrelsens kontors förslag till kommunstyrelsen"
    std::vector<Prose> basis;          // Beslutsunderlag
    std::vector<std::string> attachments;
    std::vector<std::string> sent_to;  // Beslutet expedieras till
    std::vector<std::string> signed_by;  // roles
    Prose background;
    Decision decision = Decision::none;
    Date decided, adjusted;
    std::string paragraph;
    int order = 0;
};

// Särskilt uttalande, ersättaryttrande, reservation: added at the meeting, printed verbatim after the decision.
struct Statement {
    Id id;
    Ref<Instance> instance;
    std::string kind;                  // the municipality's word
    std::string by;                    // parties, roles; no names
    Ref<Statement> refers_to;          // another's, perhaps in another instance
    Prose text;
    int order = 0;
};

struct Appendix {
    Id id;
    Ref<DocumentEntity> document;
    std::string number, title;
    Prose text;
    int order = 0;
};

// A figure as a decided document printed it, where that is not what is computed. In a draft it has no effect.
struct Published {
    Id id;                             // document/table/row/column
    Ref<DocumentEntity> document;
    Id table, row, column;
    std::string shown;                 // as printed, in the table's unit ("17 618,9")
    Prose note;                        // what is known about the difference; not needed
};

// What the pack is: whose data, for whom and when.
struct PackHead {
    Id id;                             // the municipality's ("sodertalje")
    int format = 1;
    std::string name;                  // "Södertälje kommun"
    std::string code;                  // SCB's four digits, text ("0181")
    std::string colour;                // "#23507A"
    std::string logo;                  // a file in the pack, SVG
    std::string logo_svg;              // what that file holds
    std::vector<Ref<Unit>> committees; // scope: whose data the pack holds; empty = all
    std::vector<std::string> years;    // scope: "2012", "2015..2018"
    MoneyUnit amounts = MoneyUnit::tkr;  // the unit of amounts that say no other
    Prose description;
    std::string source;                // where the data come from
};

}  // namespace styrkedja
