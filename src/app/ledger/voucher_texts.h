// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

// Texts of vouchers that an erasure (gallring) empties. The log names each by its digest, as it names a blob by its hash: with
// its salt gone it says nothing.
namespace styrkedja::app {

// A voucher's identity, written huvudbok/2026/A/17.
struct VoucherName {
    std::string ledger;
    int year = 0;
    std::string series, number;
};
std::optional<VoucherName> read_voucher_name(std::string_view text);

struct VoucherText {
    std::string voucher;       // "huvudbok/2026/A/17": the first that has it
    std::string digest;        // 32 bytes
};

// The texts that are there still, of every batch that the log ever named: those of one voucher, rows and signature too; those
// that have the words anywhere in them. A text that several vouchers of a page have in common is one.
std::vector<VoucherText> texts_of_voucher(store::Reader& store, std::string_view municipality, const VoucherName& name);
std::vector<VoucherText> texts_with(store::Reader& store, std::string_view municipality, std::string_view words);

// What the pages are to hold when the texts with those digests are emptied.
std::vector<store::Erasure::Page> pages_without(store::Reader& store, std::string_view municipality,
                                                std::span<const std::string> digests);
// Which of the digests are of texts that are there still; and which there are at all.
struct TextsThere {
    std::set<std::string> there, erased;
};
TextsThere find_texts(store::Reader& store, std::string_view municipality, const std::set<std::string>& digests);

}  // namespace styrkedja::app
