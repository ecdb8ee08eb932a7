// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ledger/trace.h"
#include "cli/options.h"

namespace styrkedja::cli {

// How many vouchers are shown: --limit, else as many as one reads on a screen (0 = all).
class VoucherLimit {
  public:
    VoucherLimit(const Request& request, std::string_view format);
    bool takes() { return most_ == 0 || shown_ < most_ ? (++shown_, true) : false; }
    std::uint64_t shown() const { return shown_; }

  private:
    std::uint64_t most_ = 0, shown_ = 0;
};

// What is told of a figure's trace as text, csv or json: its facts, batches and vouchers. What the reader may not read is
// "[skyddad]" (json: null), what was erased is said to be so.
class TraceTelling {
  public:
    TraceTelling(const Request& request, std::string format) : format_(std::move(format)), sv_(request.language == Language::sv) {}

    void voucher(const app::TracedVoucher& voucher);
    static std::string csv_heading(std::string_view before = "");   // before: what `in_front` has a name for
    const std::string& csv() const { return out_; }
    void in_front(std::string field) { in_front_ = std::move(field); }   // of each line of csv

    std::string facts_text(const app::Trace& trace, std::string_view indent) const;
    std::string vouchers_text(std::uint64_t vouchers, std::uint64_t shown) const;
    std::string json_members(const app::Trace& trace) const;   // "amount" … "vouchers", without braces

  private:
    template <class Of>
    std::string told(const std::string& text, const Of& of) const;
    std::string protected_word() const;
    void as_csv(const app::TracedVoucher& voucher);
    void as_json(const app::TracedVoucher& voucher);

    std::string format_, in_front_;
    bool sv_, has_protected_ = false;
    std::string out_;
    std::vector<std::vector<std::string>> rows_;
};

// --document and --cell: a cell of a document, with each sum of facts that it is made of.
Exit trace_cell(const Request& request);

}  // namespace styrkedja::cli
