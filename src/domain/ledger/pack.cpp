// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>
#include <utility>

#include "base/bytes.h"
#include "domain/ledger/page_bytes.h"
#include "domain/ledger/pages.h"

namespace styrkedja::ledger {
namespace {

constexpr std::size_t salt_size = 16;

// Texts in the order in which they came, each once. Most are new, so that a table of numbers does, which is emptied and kept.
class TextList {
  public:
    std::uint32_t number(std::string_view text) {
        if (hashes_.size() * 2 >= slots_.size()) grow();
        const std::size_t hash = std::hash<std::string_view>()(text), mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        for (; slots_[at] != 0; at = (at + 1) & mask) {
            const std::uint32_t known = slots_[at] - 1;
            if (hashes_[known] == hash && texts_[known] == text) return known;
        }
        texts_.emplace_back(text);
        hashes_.push_back(hash);
        slots_[at] = static_cast<std::uint32_t>(hashes_.size());
        return slots_[at] - 1;
    }
    std::uint64_t or_none(std::string_view text) { return text.empty() ? 0 : std::uint64_t{number(text)} + 1; }
    const std::deque<std::string>& texts() const { return texts_; }
    std::deque<std::string> take() {
        std::fill(slots_.begin(), slots_.end(), 0);
        hashes_.clear();
        return std::exchange(texts_, {});
    }

  private:
    void grow() {
        slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), 0);
        const std::size_t mask = slots_.size() - 1;
        for (std::uint32_t i = 0; i < hashes_.size(); ++i) {
            std::size_t at = hashes_[i] & mask;
            while (slots_[at] != 0) at = (at + 1) & mask;
            slots_[at] = i + 1;
        }
    }
    std::deque<std::string> texts_;
    std::vector<std::size_t> hashes_;    // by text
    std::vector<std::uint32_t> slots_;   // by hash: the text's number + 1; 0 = free
};

// The reading's numbers as numbers of this page.
class Renumbered {
  public:
    std::uint32_t of(std::uint32_t number) {
        if (number >= known_.size()) known_.resize(std::max<std::size_t>(number + 1, known_.size() * 2), 0);
        if (known_[number] == 0) {
            met_.push_back(number);
            known_[number] = static_cast<std::uint32_t>(met_.size());
        }
        return known_[number] - 1;
    }
    const std::vector<std::uint32_t>& met() const { return met_; }
    void clear() {
        for (const std::uint32_t each : met_) known_[each] = 0;
        met_.clear();
    }

  private:
    std::vector<std::uint32_t> known_, met_;
};

// A number that is written as one writes whole numbers, and isn't too large for its summary.
std::optional<std::uint64_t> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 18 || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    std::uint64_t number = 0;
    for (const char each : text) {
        if (each < '0' || each > '9') return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(each - '0');
    }
    return number;
}

}  // namespace

struct Packer::Work {
    RoleOfPart role_of;
    std::function<void(OpenPage&&)> out;

    TextList texts, series;
    Renumbered accounts, combinations;
    const Dictionary* codes = nullptr;
    std::uint32_t vouchers = 0, rows = 0;
    std::int64_t day_before = 0, number_before = 0;
    std::string of_vouchers, account_of, combination_of, ore_of, quantity_of, date_of, text_of;
    std::int32_t first_month = 0, last_month = 0;
    std::vector<Summary::Range> ranges;
    Date last_day;               // whose month is known
    std::int32_t last_day_month = 0;

    void voucher(const Voucher& voucher);
    void row(const Row& row, Date voucher_date);
    void month(Date day);
    void close();
    void clear();
    std::string dictionaries() const;
    std::string summary() const;
};

void Packer::Work::voucher(const Voucher& voucher) {
    const std::uint32_t of_series = series.number(voucher.series);
    put_number(of_vouchers, of_series);
    if (of_series >= ranges.size()) ranges.push_back({std::string(voucher.series), UINT64_MAX, 0, false});
    Summary::Range& range = ranges[of_series];
    if (const auto number = whole_number(voucher.number)) {
        put_number(of_vouchers, zigzag(static_cast<std::int64_t>(*number) - number_before) + 1);
        number_before = static_cast<std::int64_t>(*number);
        range.first = std::min(range.first, *number);
        range.last = std::max(range.last, *number);
    } else {
        put_number(of_vouchers, 0);
        put_text(of_vouchers, voucher.number);
        range.others = true;
    }
    put_number(of_vouchers, zigzag(voucher.date.days() - day_before));
    day_before = voucher.date.days();
    put_number(of_vouchers, voucher.registered.exists() ? zigzag(std::int64_t{voucher.registered.days()} - day_before) + 1 : 0);
    put_number(of_vouchers, texts.or_none(voucher.text));
    put_number(of_vouchers, texts.or_none(voucher.signature));
    put_number(of_vouchers, voucher.rows);
    ++vouchers;
}

void Packer::Work::month(Date day) {
    if (day != last_day) {
        last_day = day;
        last_day_month = month_of(day);
    }
    if (first_month == 0 || last_day_month < first_month) first_month = last_day_month;
    last_month = std::max(last_month, last_day_month);
}

void Packer::Work::row(const Row& row, Date voucher_date) {
    put_number(account_of, accounts.of(row.account));
    put_number(combination_of, combinations.of(row.combination));
    put_number(ore_of, zigzag(row.ore));
    put_number(quantity_of, zigzag(row.quantity));
    put_number(date_of, row.date.exists() ? zigzag(std::int64_t{row.date.days()} - voucher_date.days()) + 1 : 0);
    put_number(text_of, texts.or_none(row.text));
    month(row.date.exists() ? row.date : voucher_date);
    ++rows;
}

// Codes of the accounts and combinations that the page has met.
std::string Packer::Work::dictionaries() const {
    std::string bytes, of_combinations;
    put_number(bytes, accounts.met().size());
    for (const std::uint32_t each : accounts.met()) put_text(bytes, codes->accounts.text(each));
    std::map<std::uint32_t, std::uint32_t> dimension_of;   // by part
    std::vector<std::uint32_t> parts;
    std::vector<TextList> lists;
    for (const std::uint32_t each : combinations.met()) {
        const auto& combination = codes->combinations[each];
        put_number(of_combinations, combination.size());
        for (const auto& [part, code] : combination) {
            auto [at, is_new] = dimension_of.try_emplace(part, static_cast<std::uint32_t>(parts.size()));
            if (is_new) {
                parts.push_back(part);
                lists.emplace_back();
            }
            put_number(of_combinations, at->second);
            put_number(of_combinations, lists[at->second].number(codes->parts[part].codes.text(code)));
        }
    }
    put_number(bytes, parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string& key = codes->parts[parts[i]].key;
        auto role = role_of.find(key);
        put_text(bytes, role == role_of.end() ? "#" + key : role->second);
        put_number(bytes, lists[i].texts().size());
        for (const std::string& each : lists[i].texts()) put_text(bytes, each);
    }
    put_number(bytes, combinations.met().size());
    bytes += of_combinations;
    put_number(bytes, series.texts().size());
    for (const std::string& each : series.texts()) put_text(bytes, each);
    return bytes;
}

std::string Packer::Work::summary() const {
    std::string bytes;
    put_number(bytes, page_form);
    put_number(bytes, vouchers);
    put_number(bytes, rows);
    put_number(bytes, static_cast<std::uint64_t>(first_month));
    put_number(bytes, static_cast<std::uint64_t>(last_month));
    std::set<std::string_view> met;
    for (const std::uint32_t each : accounts.met()) met.insert(codes->accounts.text(each));
    put_number(bytes, met.size());
    for (const std::string_view each : met) put_text(bytes, each);
    put_number(bytes, ranges.size());
    for (const Summary::Range& each : ranges) {
        put_text(bytes, each.series);
        const bool has_numbers = each.first <= each.last;
        put_number(bytes, (each.others ? 1U : 0U) + (has_numbers ? 2U : 0U));
        if (!has_numbers) continue;
        put_number(bytes, each.first);
        put_number(bytes, each.last - each.first);
    }
    return bytes;
}

void Packer::Work::close() {
    if (rows == 0 && vouchers == 0) return;
    OpenPage page;
    page.summary = summary();
    put_number(page.sealed, page_form);
    page.sealed += dictionaries();
    put_number(page.sealed, vouchers);
    put_number(page.sealed, rows);
    page.sealed += of_vouchers;
    for (const std::string* each : {&account_of, &combination_of, &ore_of, &quantity_of, &date_of, &text_of}) page.sealed += *each;
    page.texts = texts.take();
    clear();
    out(std::move(page));
}

void Packer::Work::clear() {
    series.take();
    accounts.clear();
    combinations.clear();
    vouchers = rows = 0;
    day_before = number_before = 0;
    first_month = last_month = 0;
    ranges.clear();
    for (std::string* each : {&of_vouchers, &account_of, &combination_of, &ore_of, &quantity_of, &date_of, &text_of}) each->clear();
}

Packer::Packer(RoleOfPart role_of, std::function<void(OpenPage&&)> out) : work_(std::make_unique<Work>()) {
    work_->role_of = std::move(role_of);
    work_->out = std::move(out);
}
Packer::~Packer() = default;

Page seal(OpenPage&& page, const Sealing& sealing) {
    Page made{std::move(page.summary), std::move(page.sealed), {}};
    const std::size_t count = page.texts.size();
    put_number(made.sealed, count);
    put_number(made.texts, page_form);
    put_number(made.texts, count);
    const std::string salts = sealing.salts(count * salt_size);
    made.sealed.reserve(made.sealed.size() + count * digest_size);
    std::size_t size = made.texts.size();
    for (const std::string& each : page.texts) size += each.size() + salt_size + 6;
    made.texts.reserve(size);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view salt = std::string_view(salts).substr(i * salt_size, salt_size);
        made.sealed += sealing.digest(salt, page.texts[i]);
        put_text(made.texts, salt);
        put_text(made.texts, page.texts[i]);
    }
    return made;
}

void Packer::add(const Voucher& voucher, std::span<const Row> rows, const Dictionary& codes) {
    work_->codes = &codes;
    work_->voucher(voucher);
    for (const Row& each : rows) work_->row(each, voucher.date);
    if (work_->rows >= rows_of_page) work_->close();
}

void Packer::finish() { work_->close(); }

}  // namespace styrkedja::ledger
