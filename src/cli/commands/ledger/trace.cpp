// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/trace.h"

#include <charconv>

#include "app/ledger/facts.h"
#include "cli/commands.h"
#include "cli/ledger/words.h"
#include "cli/log/change_text.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "locale/date.h"
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

    std::string all(const State& state, const app::TraceWish& wish, const app::Trace& trace, std::uint64_t shown) const {
        if (format_ == "csv") return csv_line({"batch", "series", "number", "date", "account", "responsibility", "service", "project", "amount", "counted", "counterparty", "text", "voucher_text"}) + out_;
        return format_ == "json" ? as_json(trace) : as_text(heading(state, wish), trace, shown);
    }

  private:
    std::string protected_word() const { return sv_ ? "[skyddad]" : "[protected]"; }
    template <class Of>
    std::string told(const std::string& text, const Of& of) {
        hides_ |= !of.text_erased && !of.readable;
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

    // What the figure is, by the names of that time: "Förskola, Löner, Utfall, januari–april 2026".
    static std::string heading(const State& state, const app::TraceWish& wish) {
        const Date last = Date::from_days(wish.period.end().days() - 1);
        std::string text;
        auto add = [&](const auto& things, const std::string& id) {
            if (const auto* found = id.empty() ? nullptr : things.find(id)) text += found->name.at(last) + ", ";
        };
        add(state.units, wish.unit);
        add(state.accounts, wish.account);
        add(state.services, wish.service);
        if (const Project* project = wish.project.empty() ? nullptr : state.projects.find(wish.project)) text += project->name + ", ";
        if (const FigureVersion* version = state.versions.find(wish.version)) text += version->name + ", ";
        auto day = [](Date date) { return make_day(date.year(), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())); };
        return text + period_in_words(day(wish.period.start()), day(last));
    }

    // What a batch gives to the figure; the vouchers' own sum only where it is another.
    std::string of_batch(const app::TracedBatch& each) const {
        auto counted = [&](std::uint64_t number, std::string_view one, std::string_view more) {
            return count_text(number) + " " + std::string(number == 1 ? one : more);
        };
        std::string text = each.id + (each.file.empty() ? "" : " (" + each.file + ")") + (sv_ ? ": debet " : ": debit ") + kronor(each.ore) + " kr";
        if (each.rows > 0) {
            text += ", " + (sv_ ? counted(each.rows, "rad", "rader") + " i " + counted(each.vouchers, "verifikat", "verifikat")
                                : counted(each.rows, "row", "rows") + " in " + counted(each.vouchers, "voucher", "vouchers"));
        }
        if (each.stated != 0) text += (sv_ ? "; som summa i filen, utan verifikat: " : "; as a sum in the file, without vouchers: ") + kronor(each.stated) + " kr";
        if (each.booked + each.stated != each.ore) text += (sv_ ? "; verifikaten ger " : "; the vouchers give ") + kronor(each.booked) + " kr";
        return text;
    }

    std::string as_text(std::string text, const app::Trace& trace, std::uint64_t shown) const {
        text += ": " + amount(trace.ore) + " kr\n";
        for (const app::TracedFact& each : trace.facts) {
            text += "  " + each.source + ", " + each.period + ": " + kronor(each.ore) + " kr\n";
        }
        std::uint64_t vouchers = 0;
        for (const app::TracedBatch& each : trace.batches) {
            vouchers += each.vouchers;
            text += "  " + of_batch(each) + "\n";
        }
        text += (rows_.empty() ? "" : "\n") + columns_text(rows_, {5});
        if (!rows_.empty()) {
            text += sv_ ? "\nDebet är plus. · är rader i samma verifikat som inte är med i siffran.\n"
                        : "\nDebit is plus. · are rows of the same voucher that are not in the figure.\n";
        }
        if (hides_) {
            text += sv_ ? "[skyddad]: texten läses av den som har rätt till enhetens verifikat.\n"
                        : "[protected]: the text is read by who has a right to the unit's vouchers.\n";
        }
        if (vouchers > shown) {
            text += sv_ ? "Här är " + count_text(shown) + " av " + count_text(vouchers) + " verifikat. --limit 0 visar alla.\n"
                        : "Here are " + count_text(shown) + " of " + count_text(vouchers) + " vouchers. --limit 0 shows all.\n";
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
    bool hides_ = false;    // a text that the reader has no right to
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
    const app::KnownPtr now = municipality ? app::load(*store, *municipality, problems) : nullptr;
    const app::KnownPtr then = now ? known_at(request, "as-of", *store, now, problems) : nullptr;
    const app::KnownPtr known = then ? app::with_facts(*store, then, problems) : nullptr;
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
    write_result(request, telling.all(known->state, wish, found, shown));
    return tell(request, problems);
}

}  // namespace styrkedja::cli
