// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/intake.h"

#include <algorithm>

#include "domain/economy/batch_months.h"
#include "domain/ledger/gather.h"

namespace styrkedja::app {
namespace {

using ledger::Ore;

// Hashes the bytes as they go by.
class Hashing : public ByteSource {
  public:
    explicit Hashing(ByteSource& source) : source_(source) {}
    std::size_t read(std::span<char> into) override {
        const std::size_t size = source_.read(into);
        hasher_.add(std::string_view(into.data(), size));
        read_ += size;
        return size;
    }
    std::uint64_t size() const override { return source_.size(); }
    std::uint64_t so_far() const { return read_; }
    // With what the reader left unread.
    std::string hash() {
        std::vector<char> rest(1U << 16U);
        while (read(rest) > 0) {
        }
        return hasher_.hash();
    }

  private:
    ByteSource& source_;
    log::Hasher hasher_;
    std::uint64_t read_ = 0;
};

// The reader's codes end with its reading: they are kept as they grow.
void follow(ledger::Dictionary& kept, const ledger::Dictionary& codes) {
    auto take = [](ledger::CodeList& mine, const ledger::CodeList& theirs) {
        for (std::size_t i = mine.size(); i < theirs.size(); ++i) mine.number(theirs.text(static_cast<ledger::CodeNo>(i)));
    };
    take(kept.accounts, codes.accounts);
    for (std::size_t i = 0; i < codes.parts.size(); ++i) {
        if (i == kept.parts.size()) kept.parts.emplace_back().key = codes.parts[i].key;
        take(kept.parts[i].codes, codes.parts[i].codes);
    }
    kept.combinations.insert(kept.combinations.end(), codes.combinations.begin() + static_cast<std::ptrdiff_t>(kept.combinations.size()),
                             codes.combinations.end());
}

class IntakeSink : public ledger::Sink {
  public:
    IntakeSink(const LedgerProfile& profile, const LedgerWish& wish, const Hashing& bytes, const IntakeHow& how)
        : bytes_(bytes), how_(how), packer_(roles_in(profile), [&](ledger::OpenPage&& page) { how_.shelf->put(std::move(page)); }) {
        if (!wish.months.exists()) return;
        first_month_ = first_month_of(wish.months);
        last_month_ = last_month_of(wish.months);
    }

    void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) override {
        follow(codes_, codes);
        if (first_month_ == 0) {
            booked_.vouchers(vouchers, rows, codes);
        } else {
            std::vector<ledger::Voucher> within;
            for (const ledger::Voucher& each : vouchers) {
                if (is_within(each, rows.subspan(each.first, each.rows))) within.push_back(each);
            }
            booked_.vouchers(within, rows, codes);
        }
        for (const ledger::Voucher& each : vouchers) keep(each, rows.subspan(each.first, each.rows));
        if (how_.progress) how_.progress(vouchers_, bytes_.so_far(), bytes_.size());
    }

    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override {
        follow(codes_, codes);
        stated_.balances(balances, codes);
        for (const ledger::Balance& each : balances) {
            if (each.figure != ledger::Figure::opening) newest_stated_ = std::max(newest_stated_, each.year);
        }
    }

    bool stop() const override { return (how_.stop && how_.stop()) || (how_.shelf && how_.shelf->failed()); }

    void finish() {
        if (how_.shelf) packer_.finish();
    }

    ledger::Gather booked_, stated_;
    ledger::Dictionary codes_;
    VouchersOfFile names_;
    std::uint64_t vouchers_ = 0, rows_ = 0;
    std::int32_t newest_stated_ = 0;           // fiscal year
    std::int32_t newest_booked_ = 0;           // month
    Ore debit_ = 0, credit_ = 0;
    bool overflowed_ = false;

  private:
    bool is_within(const ledger::Voucher& voucher, std::span<const ledger::Row> rows) const {
        if (first_month_ == 0) return true;
        return std::any_of(rows.begin(), rows.end(), [&](const ledger::Row& row) {
            const std::int32_t month = ledger::month_of(row.date.exists() ? row.date : voucher.date);
            return first_month_ <= month && month <= last_month_;
        });
    }

    void keep(const ledger::Voucher& voucher, std::span<const ledger::Row> rows) {
        if (!is_within(voucher, rows)) return;
        if (how_.shelf) packer_.add(voucher, rows, codes_);
        names_.add(voucher);
        ++vouchers_;
        rows_ += rows.size();
        if (voucher.date > newest_day_) newest_day_ = voucher.date;
        for (const ledger::Row& each : rows) {
            Ore& sum = each.ore < 0 ? credit_ : debit_;
            overflowed_ = __builtin_add_overflow(sum, each.ore, &sum) || overflowed_;
        }
    }

  public:
    Date newest_day_ = Date::from_days(INT32_MIN + 1);

  private:
    const Hashing& bytes_;
    const IntakeHow& how_;
    ledger::Packer packer_;
    std::int32_t first_month_ = 0, last_month_ = 0;   // 0 = all
};

// The days of the fiscal year that is taken: the file's, or the calendar's.
bool find_year(const ledger::FileFacts& facts, const LedgerWish& wish, const IntakeSink& sink, ledger::Share& share) {
    const auto& years = facts.years;
    auto found = std::find_if(years.begin(), years.end(), [&](const ledger::FiscalYear& each) {
        return wish.year == 0 ? each.index == 0 : each.last.year() == wish.year;
    });
    if (found != years.end()) {
        share.first_day = found->first;
        share.last_day = found->last;
    } else {
        if (!years.empty() && wish.year != 0) return false;
        int year = wish.year;
        if (year == 0 && wish.months.exists()) year = wish.months.year();
        if (year == 0) year = std::max(sink.vouchers_ > 0 ? sink.newest_day_.year() : 0, sink.newest_stated_);
        if (year == 0) return false;
        share.first_day = Date::from_civil(year, 1, 1);
        share.last_day = Date::from_civil(year, 12, 31);
    }
    share.year = share.last_day.year();
    return true;
}

class Sharing {
  public:
    Sharing(const LedgerProfile& profile, const LedgerWish& wish, const IntakeSink& sink, Intake& intake, Problems& problems)
        : profile_(profile), wish_(wish), sink_(sink), intake_(intake), problems_(problems) {}

    void share_out(const std::string& pages) {
        ledger::Share share;
        if (!find_year(intake_.facts, wish_, sink_, share)) {
            return tell(wish_.year == 0 ? "ledger_file_has_nothing" : "ledger_year_is_not_in_file", Severity::error,
                        {{"year", wish_.year == 0 ? "" : std::to_string(wish_.year)}});
        }
        intake_.year = share.year;
        share.first_month = ledger::month_of(share.first_day);
        share.last_month = ledger::month_of(share.last_day);
        if (wish_.months.exists()) {
            share.with_whole_year = first_month_of(wish_.months) <= share.first_month;
            share.first_month = std::max(share.first_month, first_month_of(wish_.months));
            share.last_month = std::min(share.last_month, last_month_of(wish_.months));
        }
        if (!profile_.outcome.empty()) take(share, ledger::Figure::actual, pages);
        if (!profile_.budget.empty()) take(share, ledger::Figure::budget, {});
        if (intake_.shares.empty() && !problems_.has_errors()) {
            tell("ledger_file_has_nothing", Severity::error, {{"year", std::to_string(share.year)}});
        }
    }

  private:
    void tell(std::string_view code, Severity severity, std::vector<std::pair<std::string_view, std::string>> args) {
        problems_.add(code, severity, Place{wish_.file, 0, 0, {}, {}, {}}, std::move(args));
    }

    void take(ledger::Share share, ledger::Figure figure, const std::string& pages) {
        share.figure = figure;
        auto found = ledger::to_columns(sink_.booked_, sink_.stated_, sink_.codes_, roles_in(profile_), share);
        if (!found || sink_.overflowed_) return tell("ledger_sums_are_too_large", Severity::error, {});
        if (found->columns.rows() == 0) return;
        if (found->outside > 0) {
            const Period months = wish_.months.exists() ? wish_.months : months_from(share.first_month, share.last_month);
            tell("ledger_rows_outside_months", wish_.months.exists() ? Severity::note : Severity::warning,
                 {{"sums", std::to_string(found->outside)}, {"months", months.str()}});
        }
        TakenShare& taken = intake_.shares.emplace_back();
        taken.figure = figure == ledger::Figure::budget ? BatchFigure::budget : BatchFigure::actual;
        cover(share, *found, taken);
        const bool has_vouchers = figure == ledger::Figure::actual && sink_.vouchers_ > 0;
        taken.columns = std::move(found->columns);
        if (has_vouchers) {
            taken.rows = sink_.rows_;
            taken.vouchers = sink_.vouchers_;
            taken.debit = sink_.debit_;
            taken.credit = sink_.credit_;
            taken.pages = pages;
        } else {
            taken.rows = taken.columns.rows();
            for (const Ore each : taken.columns.ore) {
                Ore& sum = each < 0 ? taken.credit : taken.debit;
                if (__builtin_add_overflow(sum, each, &sum)) tell("ledger_sums_are_too_large", Severity::error, {});
            }
        }
        constexpr Ore most = 999'999'999'999'999'999;   // as many digits as an amount may have
        if (taken.debit > most || taken.credit < -most) tell("ledger_sums_are_too_large", Severity::error, {});
    }

    // What months it is about: those that were asked for; else from the year's first through the one that the file goes to.
    void cover(const ledger::Share& share, const ledger::Distilled& found, TakenShare& taken) const {
        taken.first_month = share.first_month;
        taken.last_month = share.last_month;
        const bool is_open = !wish_.months.exists() && taken.figure == BatchFigure::actual && !found.has_whole_year;
        if (!is_open) return;
        const std::int32_t through = std::min(ledger::month_of(intake_.facts.through), share.last_month);
        taken.last_month = std::max({found.last_month, through, share.first_month});
        // A sheet has the months that it has; a ledger's own file begins with the year.
        if (intake_.facts.years.empty() && found.first_month > 0) taken.first_month = found.first_month;
    }

    const LedgerProfile& profile_;
    const LedgerWish& wish_;
    const IntakeSink& sink_;
    Intake& intake_;
    Problems& problems_;
};

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == text.npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

}  // namespace

ledger::RoleOfPart roles_in(const LedgerProfile& profile) {
    ledger::RoleOfPart roles;
    for (const std::string_view role : ledger::roles) {
        if (role != "account") roles.emplace(role, role);   // a reader may have called it by what it is
    }
    for (const std::vector<std::string>* list : {&profile.dimensions.list, &profile.columns.list}) {
        for (const std::string& each : *list) {
            const std::size_t equals = each.rfind('=');
            if (equals == each.npos) continue;
            std::string key = trimmed(std::string_view(each).substr(0, equals)), role = trimmed(std::string_view(each).substr(equals + 1));
            const bool is_free = role.starts_with("free:");
            if (is_free) role = role.substr(5);
            const bool is_role = std::find(ledger::roles.begin() + 1, ledger::roles.end(), role) != ledger::roles.end();
            // Of a sheet's columns only codes are parts; SIE's dimensions may be called anything.
            if (is_role || is_free || list == &profile.dimensions.list) roles[key] = role;
            if (is_free) roles.emplace(role, role);
        }
    }
    return roles;
}

std::optional<Intake> take_in(const LedgerProfile& profile, const LedgerWish& wish, ByteSource& bytes, const ReadLedger& read,
                              const IntakeHow& how, Problems& problems) {
    Hashing hashing(bytes);
    IntakeSink sink(profile, wish, hashing, how);
    Intake intake;
    const std::size_t errors = problems.errors();
    std::optional<ledger::FileFacts> facts = read(hashing, sink, problems);
    if (facts && !sink.stop()) sink.finish();
    if (facts) sink.names_.tell_doubled(wish.file, facts->years, problems);
    std::string pages;
    if (how.shelf && facts && problems.errors() == errors) pages = how.shelf->finish();
    else if (how.shelf && how.shelf->failed()) how.shelf->finish();   // throws what the store did
    if (!facts || sink.stop() || problems.errors() > errors) return std::nullopt;
    intake.facts = std::move(*facts);
    intake.file_hash = hashing.hash();
    intake.numbers = std::move(sink.names_.numbers);
    Sharing(profile, wish, sink, intake, problems).share_out(pages);
    return intake;
}

}  // namespace styrkedja::app
