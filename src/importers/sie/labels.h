// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace styrkedja::sie {

// Which record must (m), may (o) and must not (x) stand in a file of type 1, 2, 3, 4I and 4E (specification 4B, table of
// records; standards: SIE, mandatory records). Zero balances may be left out: records that may have none are o here.
struct LabelRule {
    std::string_view label;
    std::string_view types;   // five letters
};

inline constexpr std::array<LabelRule, 34> label_rules = {{
    {"FLAGGA", "mmmmm"}, {"PROGRAM", "mmmmm"}, {"FORMAT", "mmmmm"}, {"GEN", "mmmmm"},   {"SIETYP", "ommmm"}, {"FNAMN", "mmmmm"},
    {"RAR", "mmmom"},    {"OMFATTN", "ommxo"}, {"KONTO", "mmmom"},  {"SRU", "ooooo"},   {"BKOD", "oooxo"},   {"DIM", "xxooo"},
    {"UNDERDIM", "xxooo"}, {"OBJEKT", "xxooo"}, {"IB", "oooxo"},    {"UB", "mmmxm"},    {"RES", "oooxo"},    {"OIB", "xxoxo"},
    {"OUB", "xxoxo"},    {"PSALDO", "xooxo"},  {"PBUDGET", "xooxo"}, {"VER", "xxxoo"},  {"TRANS", "xxxoo"},  {"PROSA", "ooooo"},
    {"FTYP", "ooooo"},   {"FNR", "ooooo"},     {"ORGNR", "ooooo"},  {"ADRESS", "ooooo"}, {"TAXAR", "ooooo"}, {"KPTYP", "ooooo"},
    {"VALUTA", "ooooo"}, {"KTYP", "ooooo"},    {"ENHET", "ooooo"},  {"KSUMMA", "ooooo"},
}};

}  // namespace styrkedja::sie
