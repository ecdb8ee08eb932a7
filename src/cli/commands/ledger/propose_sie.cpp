// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/propose_sie.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/commands/ledger/yaml_words.h"
#include "domain/ledger/rows.h"
#include "domain/values/written_number.h"
#include "importers/sie/read.h"
#include "locale/ledger_sheet_words.h"

namespace styrkedja::cli {
namespace {

struct Dimension {
    std::string name, example;
};

// Which dimensions the file has, by their numbers, and whether it has a budget.
class Dimensions : public ledger::Sink {
  public:
    bool wants_texts() const override { return false; }
    void vouchers(std::span<const ledger::Voucher>, std::span<const ledger::Row>, const ledger::Dictionary& codes) override { learn(codes); }
    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override {
        learn(codes);
        for (const ledger::Balance& each : balances) has_budget = has_budget || each.figure == ledger::Figure::budget;
    }
    std::map<std::string, Dimension> found;
    bool has_budget = false;

  private:
    void learn(const ledger::Dictionary& codes) {
        for (const ledger::CodePart& part : codes.parts) {
            Dimension& dimension = found[part.key];
            dimension.name = part.name;
            if (part.codes.size() > 1) dimension.example = part.codes.text(1);
        }
    }
};

// Empty: nobody can guess.
std::string role_of(const std::string& number, const std::string& name) {
    if (number == "1") return "responsibility";
    if (number == "6") return "project";
    const std::string small = small_letters(name);
    for (const HeadingWord& each : heading_words()) {
        const bool is_role = std::find(ledger::roles.begin() + 1, ledger::roles.end(), each.meaning) != ledger::roles.end();
        if (is_role && each.heading == small) return std::string(each.meaning);
    }
    return "";
}

std::string dimension_lines(const std::map<std::string, Dimension>& dimensions, bool sv) {
    std::string lines, unknown;
    std::set<std::string> taken;
    for (const auto& [number, dimension] : dimensions) {
        const std::string role = role_of(number, dimension.name);
        std::string said = dimension.name + (dimension.example.empty() ? "" : (sv ? ", till exempel " : ", such as ") + dimension.example);
        for (char& c : said) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
        if (!role.empty() && taken.insert(role).second) lines += "      - " + yaml_quoted(number + "=" + role) + "   # " + said + "\n";
        else unknown += "      # - " + yaml_quoted(number + "=…") + "   # " + said + (sv ? ": läses inte utan betydelse" : ": not read without a meaning") + "\n";
    }
    return (lines.empty() ? "    # dimensions:\n" : "    dimensions:\n" + lines) + unknown;
}

}  // namespace

std::optional<std::string> propose_sie(const std::string& file, ByteSource& bytes, Language language, Problems& problems) {
    const bool sv = language == Language::sv;
    Dimensions dimensions;
    sie::Reading how;
    how.unbalanced_is_error = false;
    const auto facts = sie::read_sie(file, bytes, how, dimensions, problems);
    if (!facts) return std::nullopt;
    for (const ledger::ObjectInfo& each : facts->objects) {
        Dimension& dimension = dimensions.found[each.part];
        if (dimension.example.empty()) dimension.example = each.code;
    }
    std::string out = sv ? "# Förslag till importprofil för " + file + " (" + facts->form + "). Gå igenom varje rad.\n"
                         : "# A proposed profile for " + file + " (" + facts->form + "). Look through each line.\n";
    out += "ledger-profiles:\n  - id: " + std::string(proposed_profile_id) + (sv ? "   # profilens namn efter --profile\n" : "   # the profile's name after --profile\n");
    out += "    ledger: " + std::string(proposed_ledger_id) + (sv ? "   # filer av samma räkenskaper ersätter varandra\n" : "   # files of one ledger take each other's place\n");
    out += std::string("    outcome: outcome") + (sv ? "   # versionen som utfallet blir\n" : "   # the version that the outcome becomes\n");
    if (dimensions.has_budget) out += std::string("    budget: budget") + (sv ? "   # versionen som filens budget blir\n" : "   # the version that the file's budget becomes\n");
    return out + dimension_lines(dimensions.found, sv);
}

}  // namespace styrkedja::cli
