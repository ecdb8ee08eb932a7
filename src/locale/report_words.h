// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace styrkedja {

// The words that tables and quoted figures have from us and not from the municipality.
struct ReportWords {
    std::string_view computed;               // in an avstämning: the label of the cell, this and the figure
    std::string_view nothing_computed;
    std::string_view rounding;               // the whole note of a figure that differs within rounding
    std::string_view total;                  // label of a total that has none
    std::string_view sum_of;                 // how a total was computed: "Summan av 12 rader"
    std::string_view rows, row;
    std::string_view as_printed;             // after it: from the rounded figures
    std::string_view less;                   // a row of what is left: "… minus …"
    std::string_view not_stated_apart;       // label of that row where it has none
    std::string_view yes, no;
    std::string_view outcome, target, base;  // labels of quoted measured values
    std::string_view target_by;              // "Mål 2015 (Kommunfullmäktige)"
    std::string_view met, not_met, cannot_judge;             // a target
    std::string_view met_expected, not_met_expected, cannot_say;
    std::string_view better, same, worse;    // a trend
    std::string_view not_assessed;           // a goal
    std::string_view count;                  // label of a counted quote
    std::string_view belonged_to, until;     // a unit that has moved: "Hörde till X till och med 31 augusti 2015."
    std::string_view belongs_to, since;
    std::string_view target_before;          // label of a target that has been revised
    std::string_view guide, volume;          // labels of computed figures
    std::string_view shows, of_all;          // a table that is cut: "Visar 5 av 23 rader. Summor gäller alla."
    std::string_view unmeasured;             // a target, where there is no outcome at all
    std::string_view given, nothing_given;   // in an avstämning of words: this and the word
    std::string_view reconciliation;         // begins the footnote to a figure that a text prints otherwise
    std::string_view least_of, most_of, and_value;           // how a figure was computed: "det minsta av A och B"
    std::string_view without_sign, above_zero;
    std::string_view volume_variance, price_variance;        // labels of computed figures
    std::string_view set_by;                 // at a target of the council's that holds for the committee
};

inline constexpr ReportWords swedish_report_words = {
    .computed = "beräknat",
    .nothing_computed = "kan inte beräknas",
    .rounding = "avrundning",
    .total = "Summa",
    .sum_of = "Summan av ",
    .rows = " rader",
    .row = " rad",
    .as_printed = " som de är avrundade",
    .less = " minus ",
    .not_stated_apart = "Ej särredovisat",
    .yes = "Ja",
    .no = "Nej",
    .outcome = "Utfall",
    .target = "Mål",
    .base = "Ingående värde",
    .target_by = "satt av",
    .met = "Målet är uppfyllt",
    .not_met = "Målet är inte uppfyllt",
    .cannot_judge = "Går inte att bedöma",
    .met_expected = "Väntas uppfyllas",
    .not_met_expected = "Väntas inte uppfyllas",
    .cannot_say = "Går inte att säga",
    .better = "Bättre",
    .same = "Oförändrat",
    .worse = "Sämre",
    .not_assessed = "Inte bedömt",
    .count = "Antal",
    .belonged_to = "Hörde till ",
    .until = " till och med ",
    .belongs_to = "Hör till ",
    .since = " från och med ",
    .target_before = "Tidigare mål",
    .guide = "Riktvärde",
    .volume = "Volym",
    .shows = "Visar ",
    .of_all = " rader. Summor gäller alla.",
    .unmeasured = "Inte mätt",
    .given = "uppgifterna ger",
    .nothing_given = "uppgifterna ger inget",
    .reconciliation = "Avstämning: uppgifterna ger ",
    .least_of = "det minsta av ",
    .most_of = "det största av ",
    .and_value = " och ",
    .without_sign = "utan tecken: ",
    .above_zero = "det som är över noll av ",
    .volume_variance = "Volymavvikelse",
    .price_variance = "Prisavvikelse",
    .set_by = "Målet är satt av ",
};

}  // namespace styrkedja
