// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "cli/commands.h"
#include "cli/commands/ledger/as_read.h"
#include "cli/ledger/words.h"
#include "cli/work.h"
#include "importers/sie/write.h"
#include "writers/xlsx/form.h"

namespace styrkedja::cli {
namespace {

// One line for each fact, by month and code; texts of vouchers never.
class Lines {
  public:
    explicit Lines(const AsRead& stored) {
        class Gathering : public ledger::Sink {
          public:
            explicit Gathering(std::vector<ledger::Balance>& all) : all_(all) {}
            void vouchers(std::span<const ledger::Voucher>, std::span<const ledger::Row>, const ledger::Dictionary&) override {}
            void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary&) override {
                for (const ledger::Balance& each : balances) {
                    if (each.figure != ledger::Figure::closing) all_.push_back(each);
                }
            }

          private:
            std::vector<ledger::Balance>& all_;
        };
        std::vector<ledger::Balance> all;
        Gathering gathering(all);
        stored.give(gathering);
        const ledger::Dictionary& codes = stored.codes();
        headings_ = {"figure", "month", "account"};
        for (const ledger::CodePart& part : codes.parts) headings_.push_back(part.name);
        headings_.push_back("amount");
        for (const ledger::Balance& each : all) rows_.push_back(row(each, codes));
        std::sort(rows_.begin(), rows_.end());
    }

    const std::vector<std::string>& headings() const { return headings_; }
    const std::vector<std::vector<std::string>>& rows() const { return rows_; }

  private:
    static std::vector<std::string> row(const ledger::Balance& balance, const ledger::Dictionary& codes) {
        std::vector<std::string> fields = {balance.figure == ledger::Figure::budget    ? "budget"
                                           : balance.figure == ledger::Figure::opening ? "opening"
                                                                                       : "actual",
                                           balance.month == 0 ? std::to_string(balance.year) : months_from(balance.month, balance.month).str(),
                                           codes.accounts.text(balance.account)};
        std::vector<std::string> of_parts(codes.parts.size());
        for (const auto& [part, code] : codes.combinations[balance.combination]) of_parts[part] = codes.parts[part].codes.text(code);
        fields.insert(fields.end(), of_parts.begin(), of_parts.end());
        fields.push_back(plain_kronor(balance.ore));
        return fields;
    }

    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};

std::string as_csv(const Lines& lines) {
    std::string text = csv_line(lines.headings());
    for (const auto& row : lines.rows()) text += csv_line(row);
    return text;
}

std::string as_xlsx(const Lines& lines, const LedgerYear& year, Problems& problems) {
    FormSheet sheet;
    sheet.name = year.ledger;
    sheet.title = year.ledger + " " + std::to_string(year.year);
    for (const std::string& each : lines.headings()) sheet.columns.push_back({each, 14, each == "amount", false, false, false});
    sheet.rows = lines.rows();
    sheet.decimals = 2;
    return write_form(sheet, problems);
}

std::string as_sie(const AsRead& stored, const std::string& out, Problems& problems) {
    std::string bytes;
    ledger::FileFacts facts = stored.facts();
    facts.program = "Styrkedja";
    const sie::Extras extras;
    sie::Writer writer([&](std::string_view more) { bytes += more; }, facts, extras);
    stored.give_with_results(writer);
    writer.finish(out, problems);
    return bytes;
}

}  // namespace

// A ledger's year as it counts now, for another program.
Exit ledger_export(const Request& request) {
    Problems problems;
    const auto year = ledger_year(request, problems);
    if (!year) return tell(request, problems);
    const AsRead stored(*year);
    const std::string to = request.value("to");
    std::string bytes;
    if (to == "csv") bytes = as_csv(Lines(stored));
    else if (to == "xlsx") bytes = as_xlsx(Lines(stored), *year, problems);
    else if (to == "sie4") bytes = as_sie(stored, request.value("out"), problems);
    if (bytes.empty() && !problems.has_errors()) {
        problems.add("ledger_export_form_is_not_known", Severity::error, {}, {{"form", to}});
        return tell(request, problems), Exit::usage;
    }
    const Exit exit = tell(request, problems);
    if (!problems.has_errors()) write_result(request, bytes);
    return exit;
}

}  // namespace styrkedja::cli
