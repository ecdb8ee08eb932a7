// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/propose.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/commands/ledger/propose_sie.h"
#include "cli/commands/ledger/yaml_words.h"
#include "cli/work.h"
#include "importers/ledger_file.h"
#include "locale/ledger_sheet_words.h"

namespace styrkedja::cli {
namespace {

class StreamSource : public ByteSource {
  public:
    explicit StreamSource(std::ifstream& stream) : stream_(stream) {}
    std::size_t read(std::span<char> into) override {
        stream_.read(into.data(), static_cast<std::streamsize>(into.size()));
        return static_cast<std::size_t>(stream_.gcount());
    }

  private:
    std::ifstream& stream_;
};

// The first thirty characters of an example.
std::string first_of(const std::string& text) {
    std::size_t at = 0;
    for (int i = 0; i < 30 && at < text.size(); ++i) next_character(text, at);
    return text.substr(0, at);
}

std::string listed(const std::vector<std::string>& words) {
    std::string out = "[";
    for (const std::string& word : words) out += (out.size() > 1 ? ", " : "") + yaml_quoted(word);
    return out + "]";
}

struct Writing {
    const sheet::Proposal& proposal;
    bool sv;
    std::string out = {};

    void line(const std::string& yaml, const std::string& in_swedish = "", const std::string& in_english = "") {
        const std::string& said = sv ? in_swedish : in_english;
        out += yaml;
        if (!said.empty()) out += yaml.empty() ? "# " + said : "   # " + said;
        out += "\n";
    }

    void columns() {
        line("    columns:", "rubrik=betydelse", "heading=meaning");
        for (const sheet::Guess& guess : proposal.guesses) {
            const std::string example = guess.example.empty() ? "" : (sv ? ", till exempel " : ", such as ") + first_of(guess.example);
            std::string why;
            switch (guess.reason) {
                case sheet::Reason::heading: why = sv ? "rubriken är känd" : "the heading is known"; break;
                case sheet::Reason::month: why = sv ? "en månad" : "a month"; break;
                case sheet::Reason::month_of_figure: why = sv ? "en månad med sin sort" : "a month with its figure"; break;
                case sheet::Reason::taken: why = sv ? "läses inte: en annan kolumn är redan detta" : "not read: another column is this already"; break;
                case sheet::Reason::unknown: why = sv ? "FÖRSTÅS INTE, läses inte" : "NOT UNDERSTOOD, not read"; break;
            }
            std::string comment = why + example;
            for (char& c : comment) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
            line("      - " + yaml_quoted(guess.heading + "=" + guess.meaning), comment, comment);
        }
    }

    void sign() {
        const bool known = proposal.income_above + proposal.income_below > 0;
        const std::string counts = std::to_string(proposal.income_below) + (sv ? " under noll, " : " below zero, ") +
                                   std::to_string(proposal.income_above) + (sv ? " över" : " above");
        line(std::string("    sign: ") + (proposal.profile.sign == LedgerSign::result ? "result" : "debit"),
             known ? "intäkternas belopp: " + counts : "OKÄNT: inga intäkter bland de första raderna; kontrollera",
             known ? "amounts of income: " + counts : "NOT KNOWN: no income among the first rows; check");
    }

    void unit() {
        const MoneyUnit in = proposal.profile.in;
        line(std::string("    in: ") + (in == MoneyUnit::tkr ? "tkr" : in == MoneyUnit::mnkr ? "mnkr" : "kr"),
             proposal.unit_word.empty() ? "inget annat står i filen" : "det står ”" + proposal.unit_word + "” i filen",
             proposal.unit_word.empty() ? "the file says nothing else" : "the file says “" + proposal.unit_word + "”");
    }
};

std::string as_yaml(const sheet::Proposal& proposal, const std::string& file, Language language) {
    Writing text{proposal, language == Language::sv};
    const LedgerProfile& profile = proposal.profile;
    text.line("", "Förslag till importprofil för " + file + " (rubriker på rad " + std::to_string(proposal.heading_line) + "). Gå igenom varje rad.",
              "A proposed profile for " + file + " (headings on row " + std::to_string(proposal.heading_line) + "). Look through each line.");
    if (!proposal.has_account) text.line("", "DET SAKNAS EN KOLUMN MED KONTO (=account).", "THERE IS NO COLUMN OF ACCOUNTS (=account).");
    if (!proposal.has_amount) text.line("", "DET SAKNAS EN KOLUMN MED BELOPP (=amount).", "THERE IS NO COLUMN OF AMOUNTS (=amount).");
    text.line("ledger-profiles:");
    text.line("  - id: " + std::string(proposed_profile_id), "profilens namn efter --profile", "the profile's name after --profile");
    text.line("    ledger: " + std::string(proposed_ledger_id), "filer av samma räkenskaper ersätter varandra", "files of one ledger take each other's place");
    text.line("    outcome: outcome", "versionen som utfallet blir", "the version that the outcome becomes");
    text.line("    budget: budget", "versionen som budgeten blir; ta bort raden om filen inte har någon", "the version that the budget becomes; remove it if the file has none");
    if (!profile.sheet.empty()) text.line("    # sheet: " + yaml_quoted(profile.sheet), "utan namn läses det första bladet som har rader", "without a name the first sheet with rows is read");
    text.columns();
    text.sign();
    text.unit();
    if (!profile.lengths.empty())
        text.line("    lengths: " + listed(profile.lengths.list), "koder med inledande nollor får tillbaka dem", "codes with leading zeros get them back");
    if (!profile.skip.empty()) text.line("    skip: " + listed(profile.skip.list), "rader som börjar så är summor", "rows that begin so are sums");
    return text.out;
}

}  // namespace

// From a file of the ledger to a first profile for it, that a person looks through and puts into the pack.
Exit ledger_propose(const Request& request) {
    Problems problems;
    const std::string& path = request.operands[0];
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        problems.add("path_does_not_exist", Severity::error, Place{path, 0, 0, "", "", ""}, {{"path", path}});
        return tell(request, problems);
    }
    StreamSource bytes(stream);
    const std::string file = std::filesystem::path(path).filename().string();
    LookedAt looked(bytes);
    if (ledger_form(looked.first_bytes()) == LedgerForm::sie) {
        if (const auto yaml = propose_sie(file, looked, request.language, problems)) write_result(request, *yaml);
        return tell(request, problems);
    }
    const auto proposal = sheet::propose(file, looked, problems);
    if (proposal) write_result(request, as_yaml(*proposal, file, request.language));
    return tell(request, problems);
}

}  // namespace styrkedja::cli
