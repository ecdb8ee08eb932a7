// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "importers/sie/extras.h"
#include "importers/sie/read.h"

// For tests: all that a reader gives, as text that can be read and compared.
namespace styrkedja::sie::testing {

class Recorder : public ledger::Sink {
  public:
    explicit Recorder(bool texts = true) : texts_(texts) {}
    bool wants_texts() const override { return texts_; }

    void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) override {
        for (const ledger::Voucher& each : vouchers) {
            out += "VER " + std::to_string(each.line);
            if (texts_) out += " [" + std::string(each.series) + "|" + std::string(each.number) + "|" + std::string(each.text) + "|" + std::string(each.signature) + "]";
            out += " " + each.date.str() + " " + (each.registered.exists() ? each.registered.str() : "-") + "\n";
            ledger::Ore sum = 0;
            for (const ledger::Row& row : rows.subspan(each.first, each.rows)) {
                out += "  " + codes.accounts.text(row.account) + " " + list(row.combination, codes) + " " + std::to_string(row.ore);
                if (row.quantity != 0) out += " qty " + std::to_string(row.quantity);
                if (row.date.exists()) out += " " + row.date.str();
                if (texts_ && !row.text.empty()) out += " [" + std::string(row.text) + "]";
                out += "\n";
                sum += row.ore;
            }
            is_whole = is_whole && sum == 0 && each.date.exists();
        }
    }
    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override {
        for (const ledger::Balance& each : balances) {
            out += std::string(1, "?abox"[static_cast<int>(each.figure)]) + " " + std::to_string(each.year) + " " + std::to_string(each.month) + " " +
                   codes.accounts.text(each.account) + " " + list(each.combination, codes) + " " + std::to_string(each.ore) + " " +
                   std::to_string(each.quantity) + "\n";
        }
    }

    std::string out;
    bool is_whole = true;   // nothing unbalanced or undated was given

  private:
    static std::string list(ledger::CombinationNo number, const ledger::Dictionary& codes) {
        std::string text = "{";
        for (const auto& [part, code] : codes.combinations[number]) text += " " + codes.parts[part].key + "=" + codes.parts[part].codes.text(code);
        return text + " }";
    }
    bool texts_;
};

struct Outcome {
    std::optional<ledger::FileFacts> facts;
    std::string given;          // what the sink got
    bool is_whole = true;
    Problems problems;
    Extras extras;

    bool has(std::string_view code) const { return count(code) > 0; }
    std::size_t count(std::string_view code) const {
        std::size_t found = 0;
        for (const Problem& each : problems.list()) found += each.code == code ? 1 : 0;
        return found;
    }
    // Everything as one text: two readings of one file have the same.
    std::string all() const {
        std::string text = given;
        for (const Problem& each : problems.list()) {
            text += std::string(each.code) + " " + std::to_string(static_cast<int>(each.severity)) + " " + std::to_string(each.place.line) + " " + each.place.excerpt;
            for (const auto& [name, value] : each.args) text += " " + std::string(name) + "=" + value;
            text += "\n";
        }
        if (!facts) return text + "refused\n";
        text += facts->form + " " + facts->encoding + " " + facts->company + " " + std::to_string(facts->vouchers) + " " + std::to_string(facts->rows) + " " +
                std::to_string(facts->refused_vouchers) + " " + std::to_string(facts->debit) + " " + std::to_string(facts->lines) + "\n";
        for (const auto& each : facts->accounts) text += each.code + " " + each.name + "\n";
        for (const auto& each : facts->objects) text += each.part + " " + each.code + " " + each.name + "\n";
        return text;
    }
};

// The first lines that two outcomes differ in; "" = none.
inline std::string difference(const Outcome& a, const Outcome& b) {
    const std::string one = a.all(), other = b.all();
    if (one == other) return {};
    std::size_t at = 0;
    while (at < one.size() && at < other.size() && one[at] == other[at]) ++at;
    const auto line = [&](const std::string& text) {
        const std::size_t from = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        return text.substr(from, text.find('\n', at) - from);
    };
    return line(one) + "\n  and\n" + line(other);
}

inline Outcome reading(std::string_view bytes, Reading how = {}, std::size_t at_most = SIZE_MAX, const std::string& file = "ledger.se",
                       bool texts = true) {
    Outcome outcome;
    Recorder recorder(texts);
    TextSource source(bytes, at_most);
    how.extras = &outcome.extras;
    outcome.facts = read_sie(file, source, how, recorder, outcome.problems);
    outcome.given = std::move(recorder.out);
    outcome.is_whole = recorder.is_whole;
    return outcome;
}

}  // namespace styrkedja::sie::testing
