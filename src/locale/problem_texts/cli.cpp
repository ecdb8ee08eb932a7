// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"compared_file_is_not_json",
     "Filen som dokumentet ska jämföras med är inte JSON: läsningen stannade här.",
     "en fil som skrevs med compile --to json.",
     "Gör om filen från det tidigare underlaget med compile --to json, eller peka på en annan fil.",
     "The file to compare with is not JSON: reading stopped here.",
     "a file that was written by compile --to json.",
     "Make the file again from the earlier pack with compile --to json, or name another file."},
    {"compared_file_is_no_document",
     "Filen som dokumentet ska jämföras med är JSON men inget dokument.",
     "en fil som skrevs med compile --to json: den har format, sections och tables.",
     "Gör filen från det tidigare underlaget med compile --to json, eller peka på en annan fil.",
     "The file to compare with is JSON but no document.",
     "a file that was written by compile --to json: it has format, sections and tables.",
     "Make the file from the earlier pack with compile --to json, or name another file."},
    {"compared_file_is_too_new",
     "Filen som dokumentet ska jämföras med har format {format}; det här programmet läser upp till {known}.",
     "en fil från det här programmet eller ett äldre.",
     "Använd det program som skrev filen, eller ett nyare.",
     "The file to compare with has format {format}; this program reads up to {known}.",
     "a file from this program or an older one.",
     "Use the program that wrote the file, or a newer one."},
    {"compared_document_is_another",
     "Dokumentet {newer} jämförs med ett annat dokument, {older}.",
     "två versioner av samma dokument.",
     "Kontrollera att rätt fil står efter --against. Jämförelsen görs ändå.",
     "The document {newer} is compared with another document, {older}.",
     "two versions of the same document.",
     "Check that the right file stands after --against. The comparison is made anyway."},
};

}  // namespace

constinit const std::span<const ProblemText> cli_texts = texts;

}  // namespace styrkedja
