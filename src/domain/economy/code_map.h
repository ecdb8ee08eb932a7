// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/values/period.h"

namespace styrkedja {

struct CodeMapping;
struct State;
struct StructInfo;

// Which codes a text means: "4711" that one, "47*" all that begin so ("*": all), "4700..4799" all from the first to the last
// by as many characters as these have (47991 is among them; the two must be as long as each other). A thing's own code may
// be several, with blanks between.
struct CodePattern {
    enum class Shape : std::uint8_t { exact, prefix, range } shape = Shape::exact;
    std::string_view first, last;     // prefix: what it begins with, and nothing
    bool fits(std::string_view code) const;
    // How much it says: an exact code most, then the longest beginning; a range more than its common beginning.
    int rank() const;
    bool is_sound() const;            // a range's ends are as long, and in order
    friend bool operator==(const CodePattern&, const CodePattern&) = default;
};
CodePattern code_pattern(std::string_view text);

// What a code was found to mean.
struct MappedCode {
    std::string_view id;              // of the thing; empty = nothing has that code
    std::string_view other;           // of another thing that has it as well as this one: which it is can't be said
    const CodeMapping* by = nullptr;  // null = by the thing's own code
    bool ended = false;               // a unit that doesn't exist on that day
};

// What the codes of ledgers are in the municipality's own tree: the mappings of `code-mappings` with their days (the longest
// that fits counts; of two as long, the one for that ledger), and where none fits, the things' own codes: exactly, and for
// accounts, services and counterparties also what begins with theirs (account 40 has 4011, where nothing has 401).
// A row without responsibility code is the whole municipality's: what "*" is mapped to, else the one unit at the top.
class CodeMap {
  public:
    explicit CodeMap(const State& state);
    ~CodeMap();
    CodeMap(const CodeMap&) = delete;
    CodeMap& operator=(const CodeMap&) = delete;

    // `role`: domain/ledger/codes.h. `ledger` empty = of no ledger that is known.
    MappedCode find(std::string_view role, std::string_view code, std::string_view ledger, Date day) const;
    // The days from which answers for the role may be others than before, in order.
    const std::vector<Date>& turns(std::string_view role) const;
    // The code, among those that mean something, that is most like one that doesn't; empty = none is like it.
    std::string nearest(std::string_view role, std::string_view code) const;

    // The kind of thing that codes of the role are; null: they are none (free code parts).
    static const StructInfo* kind_of_role(std::string_view role);

  private:
    struct Rules;
    struct OfRole;
    const OfRole* of(std::string_view role) const;
    const State* state_;
    std::map<std::string, std::unique_ptr<OfRole>, std::less<>> roles_;
};

}  // namespace styrkedja
