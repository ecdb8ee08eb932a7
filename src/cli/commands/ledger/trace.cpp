// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/trace.h"

#include <charconv>

#include "cli/commands.h"
#include "cli/ledger/words.h"
#include "cli/log/change_text.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "locale/swedish_time.h"

namespace styrkedja::cli {
namespace {

constexpr std::uint64_t shown_as_text = 50;

// What is told of a trace, in one of three forms.
class Telling {
  public:
    Telling(const Request& request, std::string format) : format_(std::move(format)), sv_(request.language == Language::sv) {}

    void voucher(const app::TracedVoucher& voucher) {
        if (format_ == "csv") return csv(voucher);
        if (format_ == "json") return json(voucher);
        rows_.push_back({voucher.date.str(), voucher.series + " " + voucher.number, told(voucher.text, voucher), "", "", ""});
        for (const app::TracedRow& row : voucher.rows) {
            rows_.push_back({row.counted ? "" : "  ·", "", told(row.text, row), row.account, codes(row), kronor(row.ore)});
        }
    }

    std::string all(const app::TraceWish& wish, const app::Trace& trace, std::uint64_t shown) const {
        if (format_ == "csv") return csv_line({"batch", "series", "number", "date", "account", "responsibility", "service", "project", "amount", "counted", "counterparty", "text", "voucher_text"}) + out_;
        return format_ == "json" ? as_json(trace) : as_text(wish, trace, shown);
    }

  private:
    std::string protected_word() const { return sv_ ? "[skyddad]" : "[protected]"; }
    template <class Of>
    std::string told(const std::string& text, const Of& of) const {
        return of.text_erased ? std::string(erased_text) : of.readable ? text : protected_word();
    }

    static std::string codes(const app::TracedRow& row) {
        std::string text = row.responsibility;
        for (const std::string* each : {&row.service, &row.project, &row.counterparty}) {
            if (!each->empty()) text += " " + *each;
        }
        return text;
    }

    void csv(const app::TracedVoucher& voucher) {
        for (const app::TracedRow& row : voucher.rows) {
            out_ += csv_line({voucher.batch, voucher.series, voucher.number, row.date.str(), row.account, row.responsibility, row.service, row.project,
                              plain_kronor(row.ore), row.counted ? "1" : "0", row.readable ? row.counterparty : protected_word(), told(row.text, row),
                              told(voucher.text, voucher)});
        }
    }

    void json(const app::TracedVoucher& voucher) {
        auto text = [](const std::string& value, const auto& of) {
            return of.text_erased ? json_text(erased_text) : of.readable ? json_text(value) : std::string("null");
        };
        out_ += out_.empty() ? "\n    {" : ",\n    {";
        out_ += "\"batch\": " + json_text(voucher.batch) + ", \"series\": " + json_text(voucher.series) + ", \"number\": " + json_text(voucher.number) +
                ", \"date\": " + json_text(voucher.date.str()) + ", \"text\": " + text(voucher.text, voucher) + ", \"rows\": [";
        bool first = true;
        for (const app::TracedRow& row : voucher.rows) {
            out_ += first ? "{" : ", {";
            first = false;
            out_ += "\"account\": " + json_text(row.account) + ", \"responsibility\": " + json_text(row.responsibility) + ", \"service\": " +
                    json_text(row.service) + ", \"project\": " + json_text(row.project) + ", \"amount\": " + plain_kronor(row.ore) +
                    ", \"counted\": " + (row.counted ? "true" : "false") + ", \"counterparty\": " + (row.readable ? json_text(row.counterparty) : std::string("null")) +
                    ", \"text\": " + text(row.text, row) + "}";
        }
        out_ += "]}";
    }

    static std::string amount(const Exact& ore) {
        return ore.exists() ? kronor(ore.rounded(0).units()) : "–";
    }

    std::string as_text(const app::TraceWish& wish, const app::Trace& trace, std::uint64_t shown) const {
        std::string text = (wish.unit.empty() ? "" : wish.unit + ", ") + (wish.account.empty() ? "" : wish.account + ", ") + wish.version + ", " +
                           wish.period.str() + ": " + amount(trace.ore) + " kr\n";
        for (const app::TracedFact& each : trace.facts) {
            text += "  " + each.source + ", " + each.period + ": " + kronor(each.ore) + " kr\n";
        }
        std::uint64_t vouchers = 0;
        for (const app::TracedBatch& each : trace.batches) {
            vouchers += each.vouchers;
            text += "  " + each.id + (each.file.empty() ? "" : " (" + each.file + ")") + ": " + kronor(each.ore) + (sv_ ? " kr (debet +), " : " kr (debit +), ") +
                    count_text(each.facts) + (sv_ ? " fakta; " : " facts; ") + count_text(each.rows) + (sv_ ? " rader i " : " rows in ") +
                    count_text(each.vouchers) + (sv_ ? " verifikat: " : " vouchers: ") + kronor(each.booked) + " kr";
            if (each.stated != 0) text += (sv_ ? "; som summa i filen: " : "; as a sum in the file: ") + kronor(each.stated) + " kr";
            text += "\n";
        }
        text += (rows_.empty() ? "" : "\n") + columns_text(rows_, {5});
        if (vouchers > shown) {
            text += sv_ ? "… och fler: visade är " + count_text(shown) + " verifikat. --limit 0 visar alla.\n"
                        : "… and more: shown are " + count_text(shown) + " vouchers. --limit 0 shows all.\n";
        }
        return text;
    }

    std::string as_json(const app::Trace& trace) const {
        std::string text = "{\n  \"amount\": " + (trace.ore.exists() ? plain_kronor(trace.ore.rounded(0).units()) : std::string("null")) + ",\n  \"facts\": [";
        for (std::size_t i = 0; i < trace.facts.size(); ++i) {
            const app::TracedFact& each = trace.facts[i];
            text += (i == 0 ? "\n    {" : ",\n    {") + std::string("\"source\": ") + json_text(each.source) + ", \"period\": " + json_text(each.period) +
                    ", \"amount\": " + plain_kronor(each.ore) + "}";
        }
        text += "],\n  \"batches\": [";
        for (std::size_t i = 0; i < trace.batches.size(); ++i) {
            const app::TracedBatch& each = trace.batches[i];
            text += (i == 0 ? "\n    {" : ",\n    {") + std::string("\"id\": ") + json_text(each.id) + ", \"file\": " + json_text(each.file) +
                    ", \"debit\": " + plain_kronor(each.ore) + ", \"facts\": " + std::to_string(each.facts) + ", \"booked\": " + plain_kronor(each.booked) +
                    ", \"stated\": " + plain_kronor(each.stated) + ", \"rows\": " + std::to_string(each.rows) + ", \"vouchers\": " + std::to_string(each.vouchers) + "}";
        }
        return text + "],\n  \"vouchers\": [" + out_ + "]\n}\n";
    }

    std::string format_;
    bool sv_;
    std::string out_;
    std::vector<std::vector<std::string>> rows_;
};

bool read_wish(const Request& request, app::TraceWish& wish, Problems& problems) {
    const auto period = Period::parse(request.value("period"));
    if (!period) {
        problems.add("ledger_months_are_not_understood", Severity::error, {}, {{"months", request.value("period")}});
        return false;
    }
    wish = {request.value("unit"), request.value("account"), request.value("service"), request.value("project"), request.value("version"),
            *period, actor(request), *Date::parse(swedish_time(app::system_clock()()).substr(0, 10))};
    return true;
}

}  // namespace

// From a figure to the vouchers behind it.
Exit ledger_trace(const Request& request) {
    Problems problems;
    app::TraceWish wish;
    if (!read_wish(request, wish, problems)) return tell(request, problems);
    progress(request, "Läser databasen …", "Reading the database …");
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr known = municipality ? known_with_facts(request, *store, *municipality, problems) : nullptr;
    if (!known || problems.has_errors()) return tell(request, problems);
    const std::string format = request.value("format", "text");
    std::uint64_t limit = format == "text" ? shown_as_text : 0, shown = 0;
    if (request.has("limit")) limit = std::stoull(request.value("limit"));
    Telling telling(request, format);
    progress(request, "Söker verifikat …", "Looking for vouchers …");
    const app::Trace found = app::trace(*store, *known, wish, [&](const app::TracedVoucher& voucher) {
        if (limit == 0 || shown < limit) {
            telling.voucher(voucher);
            ++shown;
        }
        return true;   // the rest is counted
    }, problems);
    if (problems.has_errors()) return tell(request, problems);
    progress_done();
    write_result(request, telling.all(wish, found, shown));
    return tell(request, problems);
}

}  // namespace styrkedja::cli
