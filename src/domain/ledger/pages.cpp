// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/pages.h"

#include <algorithm>

#include "base/bytes.h"
#include "domain/ledger/page_bytes.h"

namespace styrkedja::ledger {
namespace {

constexpr std::int64_t farthest_day = 4'000'000;

// A ByteReader whose counts and indexes are checked: what doesn't fit ends the reading.
class PageReader {
  public:
    explicit PageReader(std::string_view bytes) : reader_(bytes) {}

    bool ok() const { return reader_.ok() && fits_; }
    bool whole() const { return ok() && reader_.at_end(); }
    std::uint64_t number() { return reader_.number(); }
    std::string_view text() { return reader_.text(); }
    std::string_view bytes(std::size_t length) { return reader_.bytes(length); }
    std::int64_t signed_number() { return unzigzag(reader_.number()); }
    // Of things that take a byte each at least.
    std::size_t count() {
        const std::uint64_t count = reader_.number();
        insist(count <= reader_.rest().size());
        return ok() ? static_cast<std::size_t>(count) : 0;
    }
    std::uint32_t index(std::size_t size) {
        const std::uint64_t index = reader_.number();
        insist(index < size);
        return ok() ? static_cast<std::uint32_t>(index) : 0;
    }
    Date day(std::int64_t from, std::int64_t step) {
        insist(step < farthest_day * 2 && step > -farthest_day * 2);
        const std::int64_t days = ok() ? from + step : 0;
        insist(days < farthest_day && days > -farthest_day);
        return ok() ? Date::from_days(static_cast<std::int32_t>(days)) : Date::from_days(0);
    }
    std::vector<std::string_view> texts() {
        std::vector<std::string_view> list;
        for (std::size_t left = count(); left > 0 && ok(); --left) list.push_back(text());
        return list;
    }
    void insist(bool holds) { fits_ = fits_ && holds; }

  private:
    ByteReader reader_;
    bool fits_ = true;
};

void take_codes(PageReader& reader, ReadPage& page) {
    page.accounts = reader.texts();
    for (std::size_t left = reader.count(); left > 0 && reader.ok(); --left) {
        page.dimensions.push_back(reader.text());
        std::vector<std::string_view>& codes = page.codes.emplace_back(reader.texts());
        codes.insert(codes.begin(), std::string_view());   // [0] = none
    }
    for (std::size_t left = reader.count(); left > 0 && reader.ok(); --left) {
        // Hostile bytes may name many dimensions and many combinations: their product must stay small.
        reader.insist(page.combinations.size() * page.dimensions.size() < 50'000'000);
        if (!reader.ok()) return;
        std::vector<std::uint32_t>& combination = page.combinations.emplace_back(page.dimensions.size(), 0U);
        for (std::size_t parts = reader.count(); parts > 0 && reader.ok(); --parts) {
            const std::uint32_t dimension = reader.index(page.dimensions.size());
            if (!reader.ok()) return;
            combination[dimension] = reader.index(page.codes[dimension].size() - 1) + 1;
        }
    }
    page.series = reader.texts();
}

void take_vouchers(PageReader& reader, ReadPage& page, std::size_t count, std::size_t rows) {
    std::int64_t day = 0, number = 0;
    std::size_t row = 0;
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        ReadPage::PageVoucher& voucher = page.vouchers.emplace_back();
        voucher.series = reader.index(page.series.size());
        const std::uint64_t step = reader.number();
        if (step == 0) {
            voucher.number = reader.text();
        } else {
            reader.insist(!__builtin_add_overflow(number, unzigzag(step - 1), &number));
            voucher.number = std::to_string(number);
        }
        voucher.date = reader.day(day, reader.signed_number());
        day = voucher.date.days();
        if (const std::uint64_t registered = reader.number()) voucher.registered = reader.day(day, unzigzag(registered - 1));
        voucher.text = static_cast<std::uint32_t>(reader.number()) - 1;   // 0 becomes no_text
        voucher.signature = static_cast<std::uint32_t>(reader.number()) - 1;
        const std::uint64_t of_voucher = reader.number();
        reader.insist(of_voucher <= rows - row);
        if (!reader.ok()) return;
        voucher.first = static_cast<std::uint32_t>(row);
        voucher.rows = static_cast<std::uint32_t>(of_voucher);
        row += voucher.rows;
    }
    reader.insist(row == rows);
}

void take_rows(PageReader& reader, ReadPage& page, std::size_t count) {
    page.rows.resize(reader.ok() ? count : 0);
    for (auto& row : page.rows) row.account = reader.index(page.accounts.size());
    for (auto& row : page.rows) row.combination = reader.index(page.combinations.size());
    for (auto& row : page.rows) row.ore = reader.signed_number();
    for (auto& row : page.rows) row.quantity = reader.signed_number();
    for (const auto& voucher : page.vouchers) {
        for (std::uint32_t i = voucher.first; i < voucher.first + voucher.rows && i < page.rows.size(); ++i) {
            const std::uint64_t step = reader.number();
            page.rows[i].own_date = step != 0;
            page.rows[i].date = step == 0 ? voucher.date : reader.day(voucher.date.days(), unzigzag(step - 1));
        }
    }
    for (auto& row : page.rows) row.text = static_cast<std::uint32_t>(reader.number()) - 1;
}

bool texts_are_there(const ReadPage& page) {
    auto is_there = [&](std::uint32_t text) { return text == ReadPage::no_text || text < page.digests.size(); };
    return std::all_of(page.rows.begin(), page.rows.end(), [&](const auto& row) { return is_there(row.text); }) &&
           std::all_of(page.vouchers.begin(), page.vouchers.end(),
                       [&](const auto& each) { return is_there(each.text) && is_there(each.signature); });
}

}  // namespace

bool Summary::may_have(std::string_view series, std::string_view number) const {
    for (const Range& each : numbers) {
        if (each.series != series) continue;
        if (each.others) return true;
        std::uint64_t wanted = 0;
        for (const char digit : number) {
            if (digit < '0' || digit > '9' || wanted > UINT64_MAX / 20) return false;
            wanted = wanted * 10 + static_cast<std::uint64_t>(digit - '0');
        }
        return each.first <= wanted && wanted <= each.last;
    }
    return false;
}

std::optional<Summary> read_summary(std::string_view bytes) {
    PageReader reader(bytes);
    if (reader.number() != page_form) return std::nullopt;
    Summary summary;
    summary.vouchers = static_cast<std::uint32_t>(reader.number());
    summary.rows = static_cast<std::uint32_t>(reader.number());
    const std::uint64_t first = reader.number(), last = reader.number();
    reader.insist(first <= 999912 && last <= 999912);
    summary.first_month = static_cast<std::int32_t>(first);
    summary.last_month = static_cast<std::int32_t>(last);
    for (const std::string_view each : reader.texts()) summary.accounts.emplace_back(each);
    for (std::size_t left = reader.count(); left > 0 && reader.ok(); --left) {
        Summary::Range& range = summary.numbers.emplace_back();
        range.series = reader.text();
        const std::uint64_t what = reader.number();
        range.others = (what & 1U) != 0;
        range.first = 1;   // none: 1 to 0
        if ((what & 2U) == 0) continue;
        range.first = reader.number();
        reader.insist(!__builtin_add_overflow(range.first, reader.number(), &range.last));
    }
    if (!reader.whole()) return std::nullopt;
    return summary;
}

std::optional<ReadPage> read_sealed(std::string_view bytes) {
    PageReader reader(bytes);
    if (reader.number() != page_form) return std::nullopt;
    ReadPage page;
    take_codes(reader, page);
    const std::size_t vouchers = reader.count(), rows = reader.count();
    take_vouchers(reader, page, vouchers, rows);
    take_rows(reader, page, rows);
    const std::size_t texts = reader.count();
    for (std::size_t i = 0; i < texts && reader.ok(); ++i) page.digests.push_back(reader.bytes(digest_size));
    if (!reader.whole() || !texts_are_there(page)) return std::nullopt;
    return page;
}

// A salt of no bytes says that the text was emptied.
std::optional<std::vector<PageText>> read_texts(std::string_view bytes) {
    PageReader reader(bytes);
    if (reader.number() != page_form) return std::nullopt;
    std::vector<PageText> texts;
    for (std::size_t left = reader.count(); left > 0 && reader.ok(); --left) {
        PageText& text = texts.emplace_back();
        text.salt = reader.text();
        text.erased = text.salt.empty();
        if (!text.erased) text.text = reader.text();
    }
    if (!reader.whole()) return std::nullopt;
    return texts;
}

std::optional<std::string> without_texts(std::string_view bytes, std::span<const std::uint32_t> which) {
    const auto texts = read_texts(bytes);
    if (!texts) return std::nullopt;
    std::string left;
    put_number(left, page_form);
    put_number(left, texts->size());
    for (std::uint32_t i = 0; i < texts->size(); ++i) {
        const PageText& text = (*texts)[i];
        const bool goes = text.erased || std::find(which.begin(), which.end(), i) != which.end();
        put_text(left, goes ? std::string_view() : text.salt);
        if (!goes) put_text(left, text.text);
    }
    return left;
}

}  // namespace styrkedja::ledger
