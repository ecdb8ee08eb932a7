// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/measured_value.h"

#include <algorithm>

#include "domain/values/target_terms.h"
#include "domain/values/written_number.h"

namespace styrkedja {
namespace {

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

// [ungefär | minst | plats] number [unit | :e plats] words. True when that is all there is.
bool read_number(MeasuredValue& value, const std::vector<Term>& terms) {
    TermReader reader(terms);
    bool is_rank = reader.take(Saying::rank_place) != nullptr;
    const Term* about = reader.take(Saying::approximately);
    const Term* limit = about ? nullptr : reader.take(Saying::bound);
    const Term* number = reader.take(TermKind::number);
    if (!number) return false;
    if (const Term* unit = reader.take(TermKind::unit)) value.unit = unit->unit;
    is_rank = is_rank || reader.take(Saying::rank_place) != nullptr;
    reader.take(TermKind::year);
    if (!reader.rest_is_words(value.qualifier, is_rank)) return false;
    value.number = number->number;
    value.kind = about ? MeasuredKind::approximate : limit ? MeasuredKind::bound : MeasuredKind::number;
    if (limit) value.bound = static_cast<Bound>(limit->value);
    return true;
}

// Half of the last digit that isn't zero: 116 000 gives 500, 82 gives 0,5.
Exact half_of_last_digit(const Decimal& number) {
    Exact step(1);
    for (int i = 0; i < number.decimals(); ++i) step = step / Exact(10);
    for (std::int64_t units = number.units(); units != 0 && units % 10 == 0; units /= 10)
        step = step * Exact(10);
    return step / Exact(2);
}

}  // namespace

bool comparable(const WrittenUnit& a, const WrittenUnit& b) {
    return a.kind.empty() || b.kind.empty() || a.kind == b.kind;
}

Exact scale_of(const WrittenUnit& unit, const WrittenUnit& other) {
    return Exact(unit.text.empty() ? other.factor : unit.factor);
}

std::optional<NumberRange> MeasuredValue::range(const WrittenUnit& compared_with) const {
    if (kind == MeasuredKind::missing || kind == MeasuredKind::words) return std::nullopt;
    Exact scale = scale_of(unit, compared_with), exact = Exact(number) * scale;
    if (kind == MeasuredKind::approximate) {
        Exact margin = half_of_last_digit(number) * scale;
        return NumberRange{exact - margin, exact + margin, true, true};
    }
    if (kind == MeasuredKind::bound) {
        switch (bound) {
            case Bound::at_least:
                return NumberRange::from(exact);
            case Bound::above:
                return NumberRange::from(exact, false);
            case Bound::at_most:
                return NumberRange::to(exact);
            case Bound::below:
                return NumberRange::to(exact, false);
            case Bound::by_direction:
            case Bound::exactly:
                break;
        }
    }
    return NumberRange::only(exact);
}

MeasuredValue parse_measured(std::string_view written, std::string_view missing_reason,
                             const TargetWords& words) {
    MeasuredValue value;
    value.written = written;
    if (auto number = parse_written_decimal(written)) {
        value.kind = MeasuredKind::number;
        value.number = *number;
        return value;
    }
    Terms terms = read_terms(written, words);
    value.marks = terms.marks;
    TermReader reader(terms.list);
    bool is_none = reader.take(Saying::none) != nullptr && reader.at_end();
    if (terms.list.empty() || is_none) {
        value.reason = !missing_reason.empty() ? missing_reason
                       : has_letter(written)   ? written
                                               : std::string_view();
    } else if (!read_number(value, terms.list)) {
        MeasuredValue in_words;
        in_words.written = written;
        in_words.marks = terms.marks;
        in_words.kind = MeasuredKind::words;
        return in_words;
    }
    return value;
}

}  // namespace styrkedja
