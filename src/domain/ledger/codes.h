// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// A ledger as it comes from the accounting system: vouchers, balances and budgets in the ledger's own codes, before they
// mean anything in the municipality's tree of units and accounts.
namespace styrkedja::ledger {

// What a code part (koddel) stands for in Styrkedja. The first six have these names in profiles and batches; any other
// name is a free code part of the municipality's own ("objekt").
inline constexpr std::array<std::string_view, 6> roles = {"account", "responsibility", "service", "project", "counterparty",
                                                          "activity"};

// A code among those of its code part, by number; 0 = none (""). Codes are text: leading zeros count.
using CodeNo = std::uint32_t;
// A combination of codes (SIE: an object list), by number; 0 = none.
using CombinationNo = std::uint32_t;

// The codes that one reading has met, numbered as they came.
class CodeList {
  public:
    CodeNo number(std::string_view code);             // that of a code, new or known
    const std::string& text(CodeNo number) const { return *texts_[number]; }
    std::size_t size() const { return texts_.size(); }  // with 0

    CodeList();
    CodeList(const CodeList&) = delete;
    CodeList& operator=(const CodeList&) = delete;
    CodeList(CodeList&&) = default;
    CodeList& operator=(CodeList&&) = default;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, CodeNo, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> texts_;   // keys of the map, which stay where they are
};

// A code part as the file names it: a SIE dimension's number ("1", "20"), a sheet's heading ("Ansvar").
struct CodePart {
    std::string key;
    std::string name;      // "Kostnadsställe"; empty = not said
    std::string parent;    // #UNDERDIM; empty = none
    CodeList codes;
};

// Everything that numbers in rows refer to. It only grows while a file is read.
struct Dictionary {
    CodeList accounts;
    std::vector<CodePart> parts;                                             // without the account
    std::vector<std::vector<std::pair<std::uint32_t, CodeNo>>> combinations = {{}};  // (index of part, code), as the file has them
};

}  // namespace styrkedja::ledger
