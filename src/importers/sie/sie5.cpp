// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/sie5.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <memory>

#include "importers/sie/joiner.h"

namespace styrkedja::sie {
namespace {

using ledger::Balance;
using ledger::Figure;

constexpr std::size_t rows_at_a_time = 4096;

// The attributes of an element: name, value, name, value.
class Attributes {
  public:
    explicit Attributes(const XML_Char** list) : list_(list) {}
    std::string_view operator[](std::string_view name) const {
        for (const XML_Char** at = list_; *at; at += 2) {
            if (at[0] == name) return at[1];
        }
        return {};
    }

  private:
    const XML_Char** list_;
};

// "2014-01-31", perhaps with a time behind.
Date day_of(std::string_view text) { return Date::parse(text.substr(0, 10)).value_or(Date()); }
// "2014-01" as its first day.
Date month_of(std::string_view text) { return text.size() < 7 ? Date() : Date::parse(std::string(text.substr(0, 7)) + "-01").value_or(Date()); }
Date last_of_month(Date first) {
    return Date::from_days(Date::from_civil(first.year() + first.month() / 12, first.month() % 12 + 1, 1).days() - 1);
}

char type_of(std::string_view type) {
    return type == "asset" ? 'T' : type == "liability" || type == "equity" ? 'S' : type == "cost" ? 'K' : type == "income" ? 'I' : '\0';
}

std::string_view code_of(AmountFault fault) {
    if (fault == AmountFault::size) return "sie_amount_is_too_large";
    return fault == AmountFault::decimals ? "sie_amount_has_too_many_decimals" : "sie_amount_is_not_a_number";
}

class Sie5 {
  public:
    Sie5(const std::string& file, const Reading& how, ledger::Sink& sink)
        : how_(how), sink_(&sink), telling_(file), parser_(XML_ParserCreateNS(nullptr, '\n'), XML_ParserFree) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(), [](void* self, const XML_Char* name, const XML_Char** attributes) { static_cast<Sie5*>(self)->begin(name, Attributes(attributes)); },
            [](void* self, const XML_Char*) { static_cast<Sie5*>(self)->end(); });
        XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
            static_cast<Sie5*>(self)->refuse("sie5_has_a_document_type");
        });
    }

    std::optional<ledger::FileFacts> read(Cutter& bytes, Problems& problems) {
        std::vector<char> block(64 * 1024);
        for (std::size_t size = 1; size > 0 && !refused_;) {
            if (sink_->stop()) return std::nullopt;
            size = bytes.take(block);
            const XML_Status status = XML_Parse(parser_.get(), block.data(), static_cast<int>(size), size == 0);
            if (status == XML_STATUS_ERROR && !refused_) {
                refuse("sie5_is_broken", {{"reason", XML_ErrorString(XML_GetErrorCode(parser_.get()))}});
            }
        }
        if (!refused_) finish();
        telling_.finish(problems);
        if (refused_) return std::nullopt;
        facts_.bytes = bytes.read();
        facts_.lines = XML_GetCurrentLineNumber(parser_.get());
        return std::move(facts_);
    }

  private:
    Severity lost() const { return how_.unbalanced_is_error ? Severity::error : Severity::warning; }
    std::uint64_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }
    std::string voucher_name() const { return std::string(voucher_.series) + (voucher_.series.empty() ? "" : " ") + std::string(voucher_.number); }

    void refuse(std::string_view code, Telling::Args args = {}) {
        if (telling_.wants(code, line())) telling_.tell(code, Severity::error, line(), {}, std::move(args));
        refused_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }
    void tell_lost(std::string_view code, Telling::Args args) {
        if (telling_.wants(code, line())) telling_.tell(code, lost(), line(), {}, std::move(args));
    }

    std::string_view parent() const { return path_.size() < 2 ? std::string_view() : path_[path_.size() - 2]; }

    void begin(std::string_view name, const Attributes& attributes) {
        const std::size_t space = name.rfind('\n');
        path_.emplace_back(space == name.npos ? name : name.substr(space + 1));
        const std::string& element = path_.back();
        if (path_.size() == 1) {
            if (element != "Sie" && element != "SieEntry") refuse("file_is_not_sie");
            facts_.form = element == "Sie" ? "SIE 5" : "SIE 5 Entry";
            return;
        }
        if (path_.size() > 64) return refuse("sie5_is_broken", {{"reason", "nested too deeply"}});
        if (!begin_entry(element, attributes) && !begin_balance(element, attributes)) begin_head(element, attributes);
    }

    void begin_head(const std::string& element, const Attributes& of) {
        if (element == "SoftwareProduct") {
            facts_.program = std::string(of["name"]) + (of["version"].empty() ? "" : " " + std::string(of["version"]));
        } else if (element == "FileCreation") {
            facts_.generated = day_of(of["time"]);
        } else if (element == "Company") {
            facts_.company = of["name"];
            facts_.organisation_number = of["organizationId"];
        } else if (element == "AccountingCurrency") {
            facts_.currency = of["currency"];
        } else if (element == "FiscalYear") {
            begin_year(of);
        } else if (element == "Account" && parent() == "Accounts") {
            account_ = codes_.accounts.number(of["id"]);
            declared_.resize(codes_.accounts.size());
            declared_[account_] = true;
            facts_.accounts.push_back({std::string(of["id"]), std::string(of["name"]), type_of(of["type"])});
        } else if (element == "Dimension") {
            dimension_ = std::string(of["id"]);
            codes_.parts[part(dimension_)].name = of["name"];
        } else if (element == "Object") {
            facts_.objects.push_back({dimension_, std::string(of["id"]), std::string(of["name"])});
        }
    }

    void begin_year(const Attributes& of) {
        ledger::FiscalYear year;
        year.first = month_of(of["start"]);
        const Date last = month_of(of["end"]);
        if (!year.first.exists() || !last.exists() || last < year.first) {
            if (telling_.wants("sie_year_is_wrong", line())) {
                telling_.tell("sie_year_is_wrong", Severity::warning, line(), {}, {{"value", std::string(of["start"]) + " " + std::string(of["end"])}});
            }
            return;
        }
        year.last = last_of_month(last);
        year.index = of["primary"] == "true" || of["primary"] == "1" ? 0 : -1;
        facts_.years.push_back(year);
        order_years();
    }

    // The primary one is 0; the others are counted from it.
    void order_years() {
        auto primary = std::find_if(facts_.years.begin(), facts_.years.end(), [](const auto& year) { return year.index == 0; });
        const Date zero = primary == facts_.years.end() ? Date() : primary->first;
        std::sort(facts_.years.begin(), facts_.years.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        if (!zero.exists()) return;
        const auto at = std::find_if(facts_.years.begin(), facts_.years.end(), [&](const auto& year) { return year.first == zero; });
        for (auto each = facts_.years.begin(); each != facts_.years.end(); ++each) each->index = static_cast<std::int32_t>(at - each);
        std::stable_partition(facts_.years.begin(), facts_.years.end(), [](const auto& year) { return year.index == 0; });
    }

    std::uint32_t part(const std::string& key) {
        auto [at, added] = parts_.emplace(key, static_cast<std::uint32_t>(codes_.parts.size()));
        if (added) codes_.parts.push_back(ledger::CodePart{key, "", "", {}});
        return at->second;
    }

    bool begin_balance(const std::string& element, const Attributes& of) {
        if (element == "ObjectReference" && is_balance_) {
            add_object(of);
            return true;
        }
        const bool is_opening = element.starts_with("OpeningBalance"), is_closing = element.starts_with("ClosingBalance");
        const bool is_budget = element.starts_with("Budget");
        if (parent() != "Account" || !(is_opening || is_closing || is_budget)) return false;
        is_balance_ = true;
        objects_.clear();
        balance_ = Balance();
        balance_.figure = is_opening ? Figure::opening : is_closing ? Figure::closing : Figure::budget;
        balance_.account = account_;
        balance_.line = line();
        balance_.year = 0;
        const AmountFault fault = read_ore(of["amount"], balance_.ore);
        if (fault != AmountFault::none) {
            tell_lost(code_of(fault), {{"value", std::string(of["amount"])}});
            is_balance_ = false;
            return true;
        }
        const Date month = month_of(of["month"]);
        for (const ledger::FiscalYear& year : facts_.years) {
            const bool is_in = month.exists() ? year.first <= month && month <= year.last : year.index == 0;
            if (is_in) balance_.year = year.last.year();
        }
        if (balance_.year == 0) {
            tell_lost("sie_year_is_not_declared", {{"year", std::string(of["month"])}});
            is_balance_ = false;
        } else if (is_budget && month.exists()) {
            balance_.month = month.year() * 100 + month.month();
        }
        return true;
    }

    void add_object(const Attributes& of) {
        if (of["dimId"].empty() || of["objectId"].empty()) return;
        const std::uint32_t number = part(std::string(of["dimId"]));
        objects_.emplace_back(number, codes_.parts[number].codes.number(of["objectId"]));
    }

    ledger::CombinationNo combination() {
        std::sort(objects_.begin(), objects_.end());
        auto [at, added] = combinations_.emplace(objects_, static_cast<ledger::CombinationNo>(codes_.combinations.size()));
        if (added) codes_.combinations.push_back(objects_);
        return at->second;
    }

    bool begin_entry(const std::string& element, const Attributes& of) {
        if (element == "Journal") {
            journal_ = std::string(of["id"]);
        } else if (element == "JournalEntry") {
            begin_voucher(of);
        } else if (element == "EntryInfo" && parent() == "JournalEntry") {
            voucher_.registered = day_of(of["date"]);
            voucher_.signature = keep(of["by"]);
        } else if (element == "LedgerEntry") {
            begin_row(of);
        } else if (element == "ObjectReference" && is_row_) {
            add_object(of);
        } else if (element == "Overstrike") {
            (is_row_ ? row_is_struck_ : voucher_is_struck_) = true;
        } else {
            return false;
        }
        return true;
    }

    std::string_view keep(std::string_view text) { return text.empty() || !sink_->wants_texts() ? std::string_view() : kept_.emplace_back(text); }

    void begin_voucher(const Attributes& of) {
        voucher_ = ledger::Voucher();
        voucher_.series = kept_.emplace_back(journal_);
        voucher_.number = kept_.emplace_back(of["id"]);
        voucher_.text = keep(of["text"]);
        voucher_.date = day_of(of["journalDate"]);
        voucher_.line = line();
        voucher_.first = static_cast<std::uint32_t>(rows_.size());
        sum_ = 0;
        is_voucher_ = is_whole_ = true;
        voucher_is_struck_ = false;
        if (!voucher_.date.exists()) lose_voucher("sie_voucher_has_no_date", of["journalDate"]);
        else if (!is_in_a_year(voucher_.date)) lose_voucher("sie_voucher_is_outside_years", of["journalDate"]);
    }

    bool is_in_a_year(Date day) const {
        return facts_.years.empty() ||
               std::any_of(facts_.years.begin(), facts_.years.end(), [&](const auto& year) { return year.first <= day && day <= year.last; });
    }

    void lose_voucher(std::string_view code, std::string_view value) {
        tell_lost(code, {{"voucher", voucher_name()}, {"value", std::string(value)}});
        is_whole_ = false;
    }

    void begin_row(const Attributes& of) {
        is_row_ = true;
        row_is_struck_ = false;
        objects_.clear();
        row_ = ledger::Row();
        row_.account = codes_.accounts.number(of["accountId"]);
        row_.text = keep(of["text"]);
        row_.date = day_of(of["ledgerDate"]);
        row_fault_ = of["accountId"].empty() ? "sie_row_has_no_account" : std::string_view();
        if (row_fault_.empty()) {
            if (const AmountFault fault = read_ore(of["amount"], row_.ore); fault != AmountFault::none) row_fault_ = code_of(fault);
        }
        amount_ = std::string(of["amount"]);
        if (!of["quantity"].empty() && !read_quantity(of["quantity"], row_.quantity)) {
            if (telling_.wants("sie_quantity_is_wrong", line())) {
                telling_.tell("sie_quantity_is_wrong", Severity::warning, line(), {}, {{"value", std::string(of["quantity"])}});
            }
        }
    }

    void end() {
        const std::string element = path_.back();
        path_.pop_back();
        if (element == "LedgerEntry") end_row();
        else if (element == "JournalEntry") end_voucher();
        else if (is_balance_ && !path_.empty() && path_.back() == "Account") {
            is_balance_ = false;
            balance_.combination = combination();
            balances_.push_back(balance_);
        }
    }

    void end_row() {
        is_row_ = false;
        if (row_is_struck_ || !is_voucher_) return;
        if (!row_fault_.empty()) return lose_voucher(row_fault_, amount_);
        row_.combination = combination();
        if (__builtin_add_overflow(sum_, row_.ore, &sum_)) lose_voucher("sie_amount_is_too_large", amount_);
        rows_.push_back(row_);
    }

    void end_voucher() {
        voucher_.rows = static_cast<std::uint32_t>(rows_.size() - voucher_.first);
        if (is_whole_ && !voucher_is_struck_ && sum_ != 0) {
            tell_lost("sie_voucher_is_unbalanced", {{"voucher", voucher_name()}, {"sum", Decimal(sum_, 2).str()}});
            is_whole_ = false;
        }
        is_voucher_ = false;
        if (!is_whole_ || voucher_is_struck_) {
            rows_.resize(voucher_.first);
            facts_.refused_vouchers += is_whole_ ? 0 : 1;
            return;
        }
        book();
        vouchers_.push_back(voucher_);
        if (rows_.size() >= rows_at_a_time) give_vouchers();
    }

    void book() {
        booked_.resize(codes_.accounts.size());
        for (std::size_t i = voucher_.first; i < rows_.size(); ++i) {
            const ledger::Row& row = rows_[i];
            ledger::Ore& side = row.ore < 0 ? facts_.credit : facts_.debit;
            overflowed_ |= __builtin_add_overflow(side, row.ore, &side);
            overflowed_ |= __builtin_add_overflow(booked_[row.account], row.ore, &booked_[row.account]);
        }
        ++facts_.vouchers;
        facts_.rows += voucher_.rows;
    }

    void give_vouchers() {
        if (!vouchers_.empty()) sink_->vouchers(vouchers_, rows_, codes_);
        vouchers_.clear();
        rows_.clear();
        kept_.clear();
    }

    void finish() {
        if (overflowed_) {
            telling_.tell_whole("sie_sum_is_too_large", Severity::error);
            refused_ = true;
            return;
        }
        give_vouchers();
        facts_.encoding = "UTF-8";
        if (facts_.currency.empty()) facts_.currency = "SEK";
        booked_.resize(codes_.accounts.size());
        if (facts_.form == "SIE 5") tell_closing(balances_, {}, booked_, codes_, facts_, telling_);
        bool overlaps = false;
        std::string dimensions;
        balances_ = one_set(std::move(balances_), codes_, overlaps, dimensions);
        if (overlaps) telling_.tell_whole("sie_balances_overlap", Severity::note, {{"dimensions", dimensions}});
        if (!balances_.empty()) sink_->balances(balances_, codes_);
    }

    Reading how_;
    ledger::Sink* sink_;
    Telling telling_;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
    ledger::Dictionary codes_;
    std::map<std::string, std::uint32_t, std::less<>> parts_;
    std::map<std::vector<std::pair<std::uint32_t, ledger::CodeNo>>, ledger::CombinationNo> combinations_{{{}, 0}};
    std::vector<std::string> path_;
    std::string journal_, dimension_, amount_;
    ledger::CodeNo account_ = 0;
    std::vector<bool> declared_;
    Balance balance_;
    std::vector<Balance> balances_;
    std::vector<std::pair<std::uint32_t, ledger::CodeNo>> objects_;
    ledger::Voucher voucher_;
    ledger::Row row_;
    std::string_view row_fault_;
    std::vector<ledger::Voucher> vouchers_;
    std::vector<ledger::Row> rows_;
    std::deque<std::string> kept_;
    std::vector<ledger::Ore> booked_;
    ledger::Ore sum_ = 0;
    bool is_balance_ = false, is_voucher_ = false, is_row_ = false, is_whole_ = true;
    bool row_is_struck_ = false, voucher_is_struck_ = false, overflowed_ = false, refused_ = false;
    ledger::FileFacts facts_;
};

}  // namespace

std::optional<ledger::FileFacts> read_sie5(const std::string& file, Cutter& bytes, const Reading& how, ledger::Sink& sink, Problems& problems) {
    return Sie5(file, how, sink).read(bytes, problems);
}

}  // namespace styrkedja::sie
