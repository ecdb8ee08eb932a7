// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/trace_telling.h"

#include "cli/ledger/words.h"
#include "cli/log/change_text.h"

namespace styrkedja::cli {
namespace {

constexpr std::uint64_t shown_as_text = 50;

std::string codes(const app::TracedRow& row) {
    std::string text = row.responsibility;
    for (const std::string* each : {&row.service, &row.project, &row.counterparty}) {
        if (!each->empty()) text += " " + *each;
    }
    return text;
}

}  // namespace

VoucherLimit::VoucherLimit(const Request& request, std::string_view format) : most_(format == "text" ? shown_as_text : 0) {
    if (request.has("limit")) most_ = std::stoull(request.value("limit"));
}

std::string TraceTelling::protected_word() const { return sv_ ? "[skyddad]" : "[protected]"; }

template <class Of>
std::string TraceTelling::told(const std::string& text, const Of& of) {
    hides_ |= !of.text_erased && !of.readable;
    return of.text_erased ? std::string(erased_text) : of.readable ? text : protected_word();
}

void TraceTelling::voucher(const app::TracedVoucher& voucher) {
    if (format_ == "csv") return as_csv(voucher);
    if (format_ == "json") return as_json(voucher);
    rows_.push_back({voucher.date.str(), voucher.series + " " + voucher.number, told(voucher.text, voucher), "", "", ""});
    for (const app::TracedRow& row : voucher.rows) {
        rows_.push_back({row.counted ? "" : "  ·", "", told(row.text, row), row.account, codes(row), kronor(row.ore)});
    }
}

std::string TraceTelling::csv_heading(std::string_view before) {
    std::vector<std::string> names = {"batch", "series", "number", "date", "account", "responsibility", "service", "project", "amount",
                                      "counted", "counterparty", "text", "voucher_text"};
    if (!before.empty()) names.insert(names.begin(), std::string(before));
    return csv_line(names);
}

void TraceTelling::as_csv(const app::TracedVoucher& voucher) {
    for (const app::TracedRow& row : voucher.rows) {
        std::vector<std::string> line = {voucher.batch, voucher.series, voucher.number, row.date.str(), row.account, row.responsibility, row.service, row.project,
                          plain_kronor(row.ore), row.counted ? "1" : "0", row.readable ? row.counterparty : protected_word(), told(row.text, row),
                          told(voucher.text, voucher)};
        if (!in_front_.empty()) line.insert(line.begin(), in_front_);
        out_ += csv_line(line);
    }
}

void TraceTelling::as_json(const app::TracedVoucher& voucher) {
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

// What a batch gives to the figure; the vouchers' own sum only where it is another.
std::string TraceTelling::of_batch(const app::TracedBatch& batch) const {
    auto counted = [](std::uint64_t number, std::string_view one, std::string_view more) {
        return count_text(number) + " " + std::string(number == 1 ? one : more);
    };
    std::string text = batch.id + (batch.file.empty() ? "" : " (" + batch.file + ")") + (sv_ ? ": debet " : ": debit ") + kronor(batch.ore) + " kr";
    if (batch.rows > 0) {
        text += ", " + (sv_ ? counted(batch.rows, "rad", "rader") + " i " + counted(batch.vouchers, "verifikat", "verifikat")
                            : counted(batch.rows, "row", "rows") + " in " + counted(batch.vouchers, "voucher", "vouchers"));
    }
    if (batch.stated != 0) text += (sv_ ? "; som summa i filen, utan verifikat: " : "; as a sum in the file, without vouchers: ") + kronor(batch.stated) + " kr";
    if (batch.booked + batch.stated != batch.ore) text += (sv_ ? "; verifikaten ger " : "; the vouchers give ") + kronor(batch.booked) + " kr";
    return text;
}

std::string TraceTelling::facts_text(const app::Trace& trace, std::string_view indent) const {
    std::string text;
    for (const app::TracedFact& each : trace.facts) {
        text += std::string(indent) + each.source + ", " + each.period + ": " + kronor(each.ore) + " kr\n";
    }
    for (const app::TracedBatch& each : trace.batches) text += std::string(indent) + of_batch(each) + "\n";
    return text;
}

std::string TraceTelling::vouchers_text(std::uint64_t vouchers, std::uint64_t shown) const {
    std::string text = (rows_.empty() ? "" : "\n") + columns_text(rows_, {5});
    if (!rows_.empty()) {
        text += sv_ ? "\nDebet är plus. · är rader i samma verifikat som inte är med i siffran.\n"
                    : "\nDebit is plus. · are rows of the same voucher that are not in the figure.\n";
    }
    if (hides_) {
        text += sv_ ? "[skyddad]: texten visas för den som har verifikaträttighet (voucher-rights); --actor säger vem som läser.\n"
                    : "[protected]: the text is shown to who has a right to vouchers (voucher-rights); --actor says who reads.\n";
    }
    if (vouchers > shown) {
        text += sv_ ? "Här är " + count_text(shown) + " av " + count_text(vouchers) + " verifikat. --limit 0 visar alla.\n"
                    : "Here are " + count_text(shown) + " of " + count_text(vouchers) + " vouchers. --limit 0 shows all.\n";
    }
    return text;
}

std::string TraceTelling::json_members(const app::Trace& trace) const {
    std::string text = "\"amount\": " + (trace.ore.exists() ? plain_kronor(trace.ore.rounded(0).units()) : std::string("null")) + ",\n  \"facts\": [";
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
    return text + "],\n  \"vouchers\": [" + out_ + "]";
}

}  // namespace styrkedja::cli
