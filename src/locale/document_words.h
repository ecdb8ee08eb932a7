// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace styrkedja {

// The words that a finished document has from us and not from the municipality: what every writer (HTML, PDF,
// DOCX) prints around the municipality's own headings, labels and texts.
struct DocumentWords {
    std::string_view language;        // of the document, BCP 47
    std::string_view contents;        // heading and name of the list of sections
    std::string_view skip;            // link past the first page, for keyboard
    std::string_view front;           // name of the list of facts on the first page
    std::string_view table;           // "Tabell" 3
    std::string_view continued;       // after the name of a table that goes on on another page
    std::string_view note;            // "Not" a
    std::string_view notes;           // name of the list of notes
    std::string_view footnote;        // "Fotnot" 1
    std::string_view back;            // from a footnote to its place
    std::string_view reconciliation;  // before a note that says what a published figure should have been
    std::string_view exact;           // what stands behind a figure
    std::string_view published;       // what the decided document prints
    std::string_view computed;        // what the figures give
    std::string_view formula;
    std::string_view sources;
    std::string_view more_sources;  // "och 12 till": before and after the number
    std::string_view more_sources_end;
    std::string_view reasons;  // heading of a rule's reasons
    std::string_view signatures;
    std::string_view risks;  // "2 risker" in a cell of a risk matrix
    std::string_view risk;
    std::string_view figure_help;  // how to see where figures come from
};

inline constexpr DocumentWords swedish_document_words = {
    .language = "sv",
    .contents = "Innehåll",
    .skip = "Hoppa till texten",
    .front = "Om dokumentet",
    .table = "Tabell",
    .continued = "forts.",
    .note = "Not",
    .notes = "Noter",
    .footnote = "Fotnot",
    .back = "tillbaka till texten",
    .reconciliation = "Avstämning.",
    .exact = "Exakt värde",
    .published = "I det beslutade dokumentet",
    .computed = "Beräknat",
    .formula = "Beräkning",
    .sources = "Källor",
    .more_sources = "och ",
    .more_sources_end = " till",
    .reasons = "Så räknade regeln",
    .signatures = "Underskrifter",
    .risks = "risker",
    .risk = "risk",
    .figure_help =
        "Håll pekaren över en siffra, tryck på den eller gå till den med Tabb, så ser du varifrån den "
        "kommer. "
        "I en tabell går du mellan siffrorna med piltangenterna.",
};

}  // namespace styrkedja
